/*
 * What every compiler knows of these functions by their names, so that headers need not say it:
 * which of their parameters is a format, and who takes back what they return.
 */
HAS_ATTRIBUTE(printf, format(printf, 1, 2));
HAS_ATTRIBUTE(fprintf, format(printf, 2, 3));
HAS_ATTRIBUTE(sprintf, format(printf, 2, 3));
HAS_ATTRIBUTE(snprintf, format(printf, 3, 4));
HAS_ATTRIBUTE(vprintf, format(printf, 1, 0));
HAS_ATTRIBUTE(vfprintf, format(printf, 2, 0));
HAS_ATTRIBUTE(vsprintf, format(printf, 2, 0));
HAS_ATTRIBUTE(vsnprintf, format(printf, 3, 0));
HAS_ATTRIBUTE(scanf, format(scanf, 1, 2));
HAS_ATTRIBUTE(fscanf, format(scanf, 2, 3));
HAS_ATTRIBUTE(sscanf, format(scanf, 2, 3));
HAS_ATTRIBUTE(vscanf, format(scanf, 1, 0));
HAS_ATTRIBUTE(vfscanf, format(scanf, 2, 0));
HAS_ATTRIBUTE(vsscanf, format(scanf, 2, 0));
HAS_ATTRIBUTE(strftime, format(strftime, 3, 0));
HAS_ATTRIBUTE(malloc, malloc(free, 1));
HAS_ATTRIBUTE(calloc, malloc(free, 1));
HAS_ATTRIBUTE(realloc, malloc(free, 1));
HAS_ATTRIBUTE(aligned_alloc, malloc(free, 1));
HAS_ATTRIBUTE(strdup, malloc(free, 1));
HAS_ATTRIBUTE(strndup, malloc(free, 1));
