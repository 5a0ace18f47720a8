/* <stdlib.h>, <string.h>, <ctype.h>, <malloc.h>, <locale.h>, <iconv.h>, <dlfcn.h>,
 * <regex.h>, <wchar.h> */

/* Memory; for a size of 0 NULL may be an answer, and then leaves errno alone. */
FAILS(malloc, "NULL errno, clear", ENOMEM);
MEANS(malloc, ENOMEM, "there is not enough memory, or the size is beyond what can be counted");
FAILS(calloc, "NULL errno, clear", ENOMEM);
MEANS(calloc, ENOMEM, "there is not enough memory, or the size is beyond what can be counted");
FAILS(realloc, "NULL errno, clear", ENOMEM);
MEANS(realloc, ENOMEM, "there is not enough memory, or the size is beyond what can be counted");
FAILS(reallocarray, "NULL errno, clear", ENOMEM);
MEANS(reallocarray, ENOMEM,
      "there is not enough memory, or the size is beyond what can be counted");
FAILS(memalign, "NULL errno, clear", EINVAL, ENOMEM);
MEANS(memalign, EINVAL, "alignment is not a power of two");
MEANS(memalign, ENOMEM, "there is not enough memory");
FAILS(aligned_alloc, "NULL errno, clear", EINVAL, ENOMEM);
MEANS(aligned_alloc, EINVAL, "alignment is not a power of two");
MEANS(aligned_alloc, ENOMEM, "there is not enough memory");
FAILS(valloc, "NULL errno, clear", ENOMEM);
FAILS(pvalloc, "NULL errno, clear", ENOMEM);
FAILS(posix_memalign, "nonzero result", EINVAL, ENOMEM);
MEANS(posix_memalign, EINVAL,
      "alignment is not a power of two and a multiple of a pointer's size");
MEANS(posix_memalign, ENOMEM, "there is not enough memory");
NEVER_FAILS(free);
NEVER_FAILS(malloc_usable_size);

/* Numbers from texts: any result may be right, so errno alone tells. */
FAILS(strtol, "any errno, clear", EINVAL, ERANGE);
MEANS(strtol, EINVAL, "base is neither 0 nor from 2 to 36, or there were no digits");
MEANS(strtol, ERANGE,
      "the number does not fit in the result, which is the nearest one that does");
FAILS(strtoll, "any errno, clear", EINVAL, ERANGE);
MEANS(strtoll, EINVAL, "base is neither 0 nor from 2 to 36, or there were no digits");
MEANS(strtoll, ERANGE,
      "the number does not fit in the result, which is the nearest one that does");
FAILS(strtoul, "any errno, clear", EINVAL, ERANGE);
MEANS(strtoul, EINVAL, "base is neither 0 nor from 2 to 36, or there were no digits");
MEANS(strtoul, ERANGE,
      "the number does not fit in the result, which is the nearest one that does");
FAILS(strtoull, "any errno, clear", EINVAL, ERANGE);
MEANS(strtoull, EINVAL, "base is neither 0 nor from 2 to 36, or there were no digits");
MEANS(strtoull, ERANGE,
      "the number does not fit in the result, which is the nearest one that does");
FAILS(strtoimax, "any errno, clear", EINVAL, ERANGE);
FAILS(strtoumax, "any errno, clear", EINVAL, ERANGE);
FAILS(strtoq, "any errno, clear", EINVAL, ERANGE);
FAILS(strtouq, "any errno, clear", EINVAL, ERANGE);
FAILS(strtol_l, "any errno, clear", EINVAL, ERANGE);
FAILS(strtoll_l, "any errno, clear", EINVAL, ERANGE);
FAILS(strtoul_l, "any errno, clear", EINVAL, ERANGE);
FAILS(strtoull_l, "any errno, clear", EINVAL, ERANGE);
FAILS(strtod, "any errno, clear", ERANGE);
MEANS(strtod, ERANGE, "the number is too great or too small for the result");
FAILS(strtof, "any errno, clear", ERANGE);
MEANS(strtof, ERANGE, "the number is too great or too small for the result");
FAILS(strtold, "any errno, clear", ERANGE);
MEANS(strtold, ERANGE, "the number is too great or too small for the result");
FAILS(strtod_l, "any errno, clear", ERANGE);
FAILS(strtof_l, "any errno, clear", ERANGE);
FAILS(strtold_l, "any errno, clear", ERANGE);
FAILS(wcstod, "any errno, clear", ERANGE);
FAILS(wcstof, "any errno, clear", ERANGE);
FAILS(wcstold, "any errno, clear", ERANGE);
FAILS(wcstol, "any errno, clear", EINVAL, ERANGE);
FAILS(wcstoll, "any errno, clear", EINVAL, ERANGE);
FAILS(wcstoul, "any errno, clear", EINVAL, ERANGE);
FAILS(wcstoull, "any errno, clear", EINVAL, ERANGE);
FAILS(wcstoimax, "any errno, clear", EINVAL, ERANGE);
FAILS(wcstoumax, "any errno, clear", EINVAL, ERANGE);
NEVER_FAILS(atoi);
NEVER_FAILS(atol);
NEVER_FAILS(atoll);
NEVER_FAILS(atof);
NEVER_FAILS(abs);
NEVER_FAILS(labs);
NEVER_FAILS(llabs);
NEVER_FAILS(div);
NEVER_FAILS(ldiv);
NEVER_FAILS(lldiv);

/* Environment */
FAILS(setenv, "-1 errno", EINVAL, ENOMEM);
MEANS(setenv, EINVAL, "name is NULL or empty, or holds an equals sign");
MEANS(setenv, ENOMEM, "there is not enough memory");
FAILS(unsetenv, "-1 errno", EINVAL, ENOMEM);
MEANS(unsetenv, EINVAL, "name is NULL or empty, or holds an equals sign");
MEANS(unsetenv, ENOMEM, "there is not enough memory");
FAILS(putenv, "nonzero errno", ENOMEM);
FAILS(clearenv, "nonzero none");
NEVER_FAILS(getenv);
NEVER_FAILS(secure_getenv);

/* Files and terminals */
FAILS(mkstemp, "-1 errno", EACCES, EEXIST, EINVAL, ELOOP, EMFILE, ENAMETOOLONG, ENFILE, ENOENT,
      ENOSPC, ENOTDIR, EROFS);
FAILS(mkstemp64, "-1 errno", EACCES, EEXIST, EINVAL, ELOOP, EMFILE, ENAMETOOLONG, ENFILE, ENOENT,
      ENOSPC, ENOTDIR, EROFS);
FAILS(mkostemp, "-1 errno", EACCES, EEXIST, EINVAL, ELOOP, EMFILE, ENAMETOOLONG, ENFILE, ENOENT,
      ENOSPC, ENOTDIR, EROFS);
FAILS(mkostemp64, "-1 errno", EACCES, EEXIST, EINVAL, ELOOP, EMFILE, ENAMETOOLONG, ENFILE,
      ENOENT, ENOSPC, ENOTDIR, EROFS);
FAILS(mkstemps, "-1 errno", EACCES, EEXIST, EINVAL, ELOOP, EMFILE, ENAMETOOLONG, ENFILE, ENOENT,
      ENOSPC, ENOTDIR, EROFS);
FAILS(mkstemps64, "-1 errno", EACCES, EEXIST, EINVAL, ELOOP, EMFILE, ENAMETOOLONG, ENFILE,
      ENOENT, ENOSPC, ENOTDIR, EROFS);
FAILS(mkostemps, "-1 errno", EACCES, EEXIST, EINVAL, ELOOP, EMFILE, ENAMETOOLONG, ENFILE, ENOENT,
      ENOSPC, ENOTDIR, EROFS);
FAILS(mkostemps64, "-1 errno", EACCES, EEXIST, EINVAL, ELOOP, EMFILE, ENAMETOOLONG, ENFILE,
      ENOENT, ENOSPC, ENOTDIR, EROFS);
FAILS(mkdtemp, "NULL errno", EACCES, EEXIST, EINVAL, ELOOP, ENAMETOOLONG, ENOENT, ENOSPC,
      ENOTDIR, EROFS);
FAILS(realpath, "NULL errno", EACCES, EINVAL, EIO, ELOOP, ENAMETOOLONG, ENOENT, ENOMEM, ENOTDIR);
MEANS(realpath, EACCES, "a directory on the way forbids the search");
MEANS(realpath, EINVAL, "path is NULL");
MEANS(realpath, EIO, "the device failed");
MEANS(realpath, ELOOP, "too many symbolic links on the way");
MEANS(realpath, ENAMETOOLONG, "path, or a name in it, is too long");
MEANS(realpath, ENOENT, "the file does not exist");
MEANS(realpath, ENOMEM, "there is not enough memory");
MEANS(realpath, ENOTDIR, "a name on the way is not a directory");
FAILS(canonicalize_file_name, "NULL errno", EACCES, EINVAL, EIO, ELOOP, ENAMETOOLONG, ENOENT,
      ENOMEM, ENOTDIR);
MEANS(canonicalize_file_name, EACCES, "a directory on the way forbids the search");
MEANS(canonicalize_file_name, EINVAL, "path is NULL");
MEANS(canonicalize_file_name, EIO, "the device failed");
MEANS(canonicalize_file_name, ELOOP, "too many symbolic links on the way");
MEANS(canonicalize_file_name, ENAMETOOLONG, "path, or a name in it, is too long");
MEANS(canonicalize_file_name, ENOENT, "the file does not exist");
MEANS(canonicalize_file_name, ENOMEM, "there is not enough memory");
MEANS(canonicalize_file_name, ENOTDIR, "a name on the way is not a directory");
FAILS(posix_openpt, "-1 errno", EACCES, EAGAIN, EINVAL, EMFILE, ENFILE, ENOENT, ENOSPC);
FAILS(getpt, "-1 errno", EACCES, EAGAIN, EINVAL, EMFILE, ENFILE, ENOENT, ENOSPC);
FAILS(grantpt, "-1 errno", EACCES, EBADF, EINVAL);
FAILS(unlockpt, "-1 errno", EBADF, EINVAL);
FAILS(ptsname, "NULL errno", ENOTTY);
FAILS(ptsname_r, "nonzero result", EINVAL, ENOTTY, ERANGE);

/* Running and ending */
FAILS(system, "-1 errno, blocks", EAGAIN, ECHILD, ENOMEM);
MEANS(system, EAGAIN, "a limit on processes is reached");
MEANS(system, ECHILD,
      "the command's status is lost: SIGCHLD is ignored, or somebody else waited for it");
MEANS(system, ENOMEM, "there is not enough memory");
NEVER_FAILS(exit);
NEVER_FAILS(_Exit);
NEVER_FAILS(quick_exit);
NEVER_FAILS(abort);
FAILS(atexit, "nonzero none");
FAILS(at_quick_exit, "nonzero none");
FAILS(on_exit, "nonzero none");
FAILS(getloadavg, "-1 none");
FAILS(getsubopt, "-1 none");

/* Random numbers, searching, sorting */
NEVER_FAILS(rand);
NEVER_FAILS(srand);
NEVER_FAILS(random);
NEVER_FAILS(srandom);
NEVER_FAILS(rand_r);
NEVER_FAILS(drand48);
NEVER_FAILS(erand48);
NEVER_FAILS(lrand48);
NEVER_FAILS(nrand48);
NEVER_FAILS(mrand48);
NEVER_FAILS(jrand48);
NEVER_FAILS(srand48);
NEVER_FAILS(arc4random);
NEVER_FAILS(arc4random_buf);
NEVER_FAILS(arc4random_uniform);
FAILS(initstate, "NULL errno", EINVAL);
FAILS(setstate, "NULL errno", EINVAL);
FAILS(random_r, "-1 errno", EINVAL);
FAILS(srandom_r, "-1 errno", EINVAL);
FAILS(initstate_r, "-1 errno", EINVAL);
FAILS(setstate_r, "-1 errno", EINVAL);
NEVER_FAILS(qsort);
NEVER_FAILS(qsort_r);
NEVER_FAILS(bsearch);

/* Texts */
FAILS(strdup, "NULL errno", ENOMEM);
MEANS(strdup, ENOMEM, "there is not enough memory for the copy");
FAILS(strndup, "NULL errno", ENOMEM);
MEANS(strndup, ENOMEM, "there is not enough memory for the copy");
NEVER_FAILS(memchr);
NEVER_FAILS(memcmp);
NEVER_FAILS(memcpy);
NEVER_FAILS(memmove);
NEVER_FAILS(memset);
NEVER_FAILS(mempcpy);
NEVER_FAILS(memmem);
NEVER_FAILS(memrchr);
NEVER_FAILS(rawmemchr);
NEVER_FAILS(memccpy);
NEVER_FAILS(explicit_bzero);
NEVER_FAILS(strlen);
NEVER_FAILS(strnlen);
NEVER_FAILS(strcpy);
NEVER_FAILS(strncpy);
NEVER_FAILS(stpcpy);
NEVER_FAILS(stpncpy);
NEVER_FAILS(strcat);
NEVER_FAILS(strncat);
NEVER_FAILS(strcmp);
NEVER_FAILS(strncmp);
NEVER_FAILS(strcoll);
NEVER_FAILS(strxfrm);
NEVER_FAILS(strchr);
NEVER_FAILS(strrchr);
NEVER_FAILS(strchrnul);
NEVER_FAILS(strstr);
NEVER_FAILS(strcasestr);
NEVER_FAILS(strspn);
NEVER_FAILS(strcspn);
NEVER_FAILS(strpbrk);
NEVER_FAILS(strtok);
NEVER_FAILS(strtok_r);
NEVER_FAILS(strsep);
NEVER_FAILS(strcasecmp);
NEVER_FAILS(strncasecmp);
NEVER_FAILS(strverscmp);
NEVER_FAILS(strerror);
NEVER_FAILS(strsignal);
NEVER_FAILS(strerrorname_np);
NEVER_FAILS(strerrordesc_np);
NEVER_FAILS(sigabbrev_np);
NEVER_FAILS(sigdescr_np);
/* GNU's, which _GNU_SOURCE selects, answers with the text. */
#ifdef __GLIBC__
NEVER_FAILS(strerror_r);
#endif

/* <ctype.h> */
NEVER_FAILS(isalnum);
NEVER_FAILS(isalpha);
NEVER_FAILS(isascii);
NEVER_FAILS(isblank);
NEVER_FAILS(iscntrl);
NEVER_FAILS(isdigit);
NEVER_FAILS(isgraph);
NEVER_FAILS(islower);
NEVER_FAILS(isprint);
NEVER_FAILS(ispunct);
NEVER_FAILS(isspace);
NEVER_FAILS(isupper);
NEVER_FAILS(isxdigit);
NEVER_FAILS(tolower);
NEVER_FAILS(toupper);
NEVER_FAILS(toascii);

/* Multibyte characters */
FAILS(mblen, "-1 errno", EILSEQ);
FAILS(mbtowc, "-1 errno", EILSEQ);
FAILS(wctomb, "-1 errno", EILSEQ);
FAILS(mbstowcs, "-1 errno", EILSEQ);
FAILS(wcstombs, "-1 errno", EILSEQ);
FAILS(wcrtomb, "-1 errno", EILSEQ);
FAILS(mbsrtowcs, "-1 errno", EILSEQ);
FAILS(wcsrtombs, "-1 errno", EILSEQ);
FAILS(mbsnrtowcs, "-1 errno", EILSEQ);
FAILS(wcsnrtombs, "-1 errno", EILSEQ);
/* -2 means "not a whole character yet": no failure. */
FAILS(mbrtowc, "-1 errno", EILSEQ);
FAILS(mbrlen, "-1 errno", EILSEQ);
FAILS(wcsdup, "NULL errno", ENOMEM);
NEVER_FAILS(wcslen);
NEVER_FAILS(wcsnlen);
NEVER_FAILS(wcscpy);
NEVER_FAILS(wcsncpy);
NEVER_FAILS(wcscat);
NEVER_FAILS(wcsncat);
NEVER_FAILS(wcscmp);
NEVER_FAILS(wcsncmp);
NEVER_FAILS(wcschr);
NEVER_FAILS(wcsrchr);
NEVER_FAILS(wcsstr);
NEVER_FAILS(wmemcpy);
NEVER_FAILS(wmemset);

/* <locale.h>, <langinfo.h> */
FAILS(setlocale, "NULL none");
FAILS(newlocale, "NULL errno", EINVAL, ENOENT, ENOMEM);
FAILS(duplocale, "NULL errno", ENOMEM);
FAILS(uselocale, "NULL errno", EINVAL);
NEVER_FAILS(freelocale);
NEVER_FAILS(localeconv);
NEVER_FAILS(nl_langinfo);
NEVER_FAILS(nl_langinfo_l);

/* <iconv.h> */
FAILS(iconv_open, "-1 errno", EINVAL, EMFILE, ENFILE, ENOMEM);
MEANS(iconv_open, EINVAL, "there is no conversion from fromcode to tocode");
MEANS(iconv_open, EMFILE, "the process has as many open descriptors as it may");
MEANS(iconv_open, ENFILE, "the system has as many open files as it may");
MEANS(iconv_open, ENOMEM, "there is not enough memory");
FAILS(iconv, "-1 errno", E2BIG, EBADF, EILSEQ, EINVAL);
MEANS(iconv, E2BIG, "outbuf has no room for the next character");
MEANS(iconv, EBADF, "cd is not a conversion");
MEANS(iconv, EILSEQ, "inbuf holds bytes that are no character");
MEANS(iconv, EINVAL, "inbuf ends in the middle of a character");
FAILS(iconv_close, "-1 errno", EBADF);

/* <dlfcn.h>: dlerror has the reason, as a text. */
FAILS(dlopen, "NULL none");
FAILS(dlmopen, "NULL none");
FAILS(dlsym, "NULL none");
FAILS(dlvsym, "NULL none");
FAILS(dlclose, "nonzero none");
FAILS(dladdr, "0 none");
FAILS(dladdr1, "0 none");
FAILS(dlinfo, "-1 none");
NEVER_FAILS(dlerror);

/* <regex.h> */
#ifdef __GLIBC__
FAILS(regcomp, "nonzero result/REG_", REG_BADBR, REG_BADPAT, REG_BADRPT, REG_EBRACE, REG_EBRACK,
      REG_ECOLLATE, REG_ECTYPE, REG_EEND, REG_EESCAPE, REG_EPAREN, REG_ERANGE, REG_ESIZE,
      REG_ESPACE, REG_ESUBREG);
MEANS(regcomp, REG_EEND, "the pattern ends too early");
MEANS(regcomp, REG_ESIZE, "the pattern needs more memory than a pattern may");
#else
FAILS(regcomp, "nonzero result/REG_", REG_BADBR, REG_BADPAT, REG_BADRPT, REG_EBRACE, REG_EBRACK,
      REG_ECOLLATE, REG_ECTYPE, REG_EESCAPE, REG_EPAREN, REG_ERANGE, REG_ESPACE, REG_ESUBREG);
#endif
MEANS(regcomp, REG_BADBR, "the braces of a repetition hold something else than numbers in order");
MEANS(regcomp, REG_BADPAT, "the pattern is not valid");
MEANS(regcomp, REG_BADRPT, "a repetition stands where nothing can be repeated");
MEANS(regcomp, REG_EBRACE, "a curly brace has no partner");
MEANS(regcomp, REG_EBRACK, "a square bracket has no partner");
MEANS(regcomp, REG_ECOLLATE, "a collating element in brackets is not known");
MEANS(regcomp, REG_ECTYPE, "a character class in brackets is not known");
MEANS(regcomp, REG_EESCAPE, "the pattern ends in a backslash");
MEANS(regcomp, REG_EPAREN, "a round bracket has no partner");
MEANS(regcomp, REG_ERANGE, "the end of a range in brackets stands before its start");
MEANS(regcomp, REG_ESPACE, "there is not enough memory");
MEANS(regcomp, REG_ESUBREG, "a back reference names a group that is not there");
FAILS(regexec, "nonzero result/REG_", REG_ESPACE, REG_NOMATCH);
MEANS(regexec, REG_ESPACE, "there is not enough memory");
MEANS(regexec, REG_NOMATCH, "the text does not match: a usual answer");
NEVER_FAILS(regerror);
NEVER_FAILS(regfree);
