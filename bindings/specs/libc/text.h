/* <string.h>, <strings.h>, <ctype.h>, <locale.h>, <langinfo.h>, <libintl.h>, <nl_types.h>,
 * <iconv.h>, <monetary.h>, <regex.h> */

/* <string.h> */
NEVER_FAILS(memcpy);
NEVER_FAILS(memmove);
NEVER_FAILS(memccpy);
NEVER_FAILS(memset);
NEVER_FAILS(memcmp);
NEVER_FAILS(__memcmpeq);
NEVER_FAILS(memchr);
NEVER_FAILS(rawmemchr);
NEVER_FAILS(memrchr);
NEVER_FAILS(memmem);
NEVER_FAILS(mempcpy);
NEVER_FAILS(__mempcpy);
NEVER_FAILS(memfrob);
NEVER_FAILS(explicit_bzero);
NEVER_FAILS(strcpy);
NEVER_FAILS(strncpy);
NEVER_FAILS(strcat);
NEVER_FAILS(strncat);
NEVER_FAILS(stpcpy);
NEVER_FAILS(__stpcpy);
NEVER_FAILS(stpncpy);
NEVER_FAILS(__stpncpy);
#if !defined __GLIBC__ || __GLIBC_MINOR__ >= 38
NEVER_FAILS(strlcpy);
NEVER_FAILS(strlcat);
#endif
NEVER_FAILS(strcmp);
NEVER_FAILS(strncmp);
NEVER_FAILS(strverscmp);
/* Any result may be right. */
FAILS(strcoll, "any errno, clear", EINVAL);
MEANS(strcoll, EINVAL, "s1 or s2 holds characters that have no place in the locale's order");
LIKE(strcoll_l, strcoll);
FAILS(strxfrm, "any errno, clear", EINVAL);
MEANS(strxfrm, EINVAL, "src holds characters that have no place in the locale's order");
LIKE(strxfrm_l, strxfrm);
FAILS(strdup, "NULL errno", ENOMEM);
LIKE(strndup, strdup);
NEVER_FAILS(strchr);
NEVER_FAILS(strrchr);
NEVER_FAILS(strchrnul);
NEVER_FAILS(strcspn);
NEVER_FAILS(strspn);
NEVER_FAILS(strpbrk);
NEVER_FAILS(strstr);
NEVER_FAILS(strcasestr);
NEVER_FAILS(strtok);
NEVER_FAILS(strtok_r);
NEVER_FAILS(__strtok_r);
NEVER_FAILS(strsep);
NEVER_FAILS(strlen);
NEVER_FAILS(strnlen);
NEVER_FAILS(strfry);
#ifdef basename /* <libgen.h> lets it stand for another function */
#pragma push_macro("basename")
#undef basename
NEVER_FAILS(basename);
#pragma pop_macro("basename")
#else
NEVER_FAILS(basename);
#endif
NEVER_FAILS(strerror);
NEVER_FAILS(strerror_l);
/* GNU's, which _GNU_SOURCE selects, answers with the text. */
#ifdef __GLIBC__
NEVER_FAILS(strerror_r);
#else
FAILS(strerror_r, "nonzero result", ERANGE);
MEANS(strerror_r, ERANGE, "the text and its zero are longer than buflen, and were cut");
#endif
NEVER_FAILS(strerrorname_np);
NEVER_FAILS(strerrordesc_np);
NEVER_FAILS(strsignal);
NEVER_FAILS(sigabbrev_np);
NEVER_FAILS(sigdescr_np);

/* <strings.h> */
NEVER_FAILS(bcmp);
NEVER_FAILS(bcopy);
NEVER_FAILS(bzero);
NEVER_FAILS(index);
NEVER_FAILS(rindex);
NEVER_FAILS(ffs);
NEVER_FAILS(ffsl);
NEVER_FAILS(ffsll);
NEVER_FAILS(strcasecmp);
NEVER_FAILS(strncasecmp);
NEVER_FAILS(strcasecmp_l);
NEVER_FAILS(strncasecmp_l);

/* <ctype.h> */
NEVER_FAILS(isalnum);
NEVER_FAILS(isalpha);
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
NEVER_FAILS(isascii);
NEVER_FAILS(isctype);
NEVER_FAILS(tolower);
NEVER_FAILS(toupper);
NEVER_FAILS(toascii);
NEVER_FAILS(_tolower);
NEVER_FAILS(_toupper);
NEVER_FAILS(isalnum_l);
NEVER_FAILS(isalpha_l);
NEVER_FAILS(isblank_l);
NEVER_FAILS(iscntrl_l);
NEVER_FAILS(isdigit_l);
NEVER_FAILS(isgraph_l);
NEVER_FAILS(islower_l);
NEVER_FAILS(isprint_l);
NEVER_FAILS(ispunct_l);
NEVER_FAILS(isspace_l);
NEVER_FAILS(isupper_l);
NEVER_FAILS(isxdigit_l);
NEVER_FAILS(tolower_l);
NEVER_FAILS(toupper_l);
NEVER_FAILS(__tolower_l);
NEVER_FAILS(__toupper_l);
NEVER_FAILS(__ctype_b_loc);
NEVER_FAILS(__ctype_tolower_loc);
NEVER_FAILS(__ctype_toupper_loc);

/* <locale.h>, <langinfo.h>. glibc does not look twice for a missing locale: the second NULL comes
 * with errno as it was. No document says that setlocale sets it at all. */
FAILS(setlocale, "NULL none");
FAILS(newlocale, "NULL errno, fresh", EINVAL, ENOENT, ENOMEM);
MEANS(newlocale, EINVAL, "category_mask holds an unknown bit, or locale is NULL or malformed");
MEANS(newlocale, ENOENT, "no locale of the name locale is installed");
FAILS(duplocale, "NULL errno", ENOMEM);
FAILS(uselocale, "NULL errno", EINVAL);
MEANS(uselocale, EINVAL, "dataset is neither NULL, LC_GLOBAL_LOCALE nor a locale object");
NEVER_FAILS(freelocale);
NEVER_FAILS(localeconv);
NEVER_FAILS(nl_langinfo);
NEVER_FAILS(nl_langinfo_l);

/* <libintl.h>; NULL is also the answer to what was not set yet. */
NEVER_FAILS(gettext);
NEVER_FAILS(dgettext);
NEVER_FAILS(__dgettext);
NEVER_FAILS(dcgettext);
NEVER_FAILS(__dcgettext);
NEVER_FAILS(ngettext);
NEVER_FAILS(dngettext);
NEVER_FAILS(dcngettext);
FAILS(textdomain, "NULL errno", ENOMEM);
FAILS(bindtextdomain, "NULL errno, clear", ENOMEM);
FAILS(bind_textdomain_codeset, "NULL errno, clear", ENOMEM);
#ifndef __GLIBC__
MEANS(textdomain, EINVAL, "domainname is longer than NAME_MAX");
MEANS(bindtextdomain, EINVAL, "domainname is longer than NAME_MAX, or dirname than PATH_MAX");
MEANS(bind_textdomain_codeset, EINVAL, "codeset is not UTF-8");
#endif

/* <nl_types.h>; catgets returns string where there is no message. */
FAILS(catopen, "-1 errno, fresh, eintr=retry, blocks", EINTR, EINVAL, EMFILE, ENFILE, ENOENT,
      ENOMEM, walked(cat_name));
MEANS(catopen, EACCES, "the catalog that cat_name leads to may not be read");
MEANS(catopen, EINVAL, "what cat_name leads to is not a regular file");
MEANS(catopen, ENOENT, "there is no catalog cat_name, here or where NLSPATH says");
FAILS(catgets, "any errno, clear, eintr=retry, blocks", EBADF, EINTR, EINVAL, ENOMSG);
MEANS(catgets, EBADF, "catalog is not an open catalog");
MEANS(catgets, EINVAL, "catalog is broken");
MEANS(catgets, ENOMSG, "catalog has no message number in set");
FAILS(catclose, "-1 errno, eintr=never, blocks", EBADF, EINTR);
MEANS(catclose, EBADF, "catalog is not an open catalog");

/* <iconv.h> */
FAILS(iconv_open, "-1 errno", EINVAL, EMFILE, ENFILE, ENOMEM);
MEANS(iconv_open, EINVAL,
      "there is no conversion from fromcode to tocode, or it can't be loaded");
FAILS(iconv, "-1 errno", E2BIG, EBADF, EILSEQ, EINVAL);
MEANS(iconv, E2BIG, "outbuf has no room for the next character");
MEANS(iconv, EBADF, "cd is not a conversion");
MEANS(iconv, EILSEQ, "inbuf goes on with bytes that are no character, or none of the target");
MEANS(iconv, EINVAL, "inbuf ends in the middle of a character");
FAILS(iconv_close, "-1 errno", EBADF);
MEANS(iconv_close, EBADF, "cd is not a conversion");

/* <monetary.h>; glibc sets no errno where the number itself has no room. */
FAILS(strfmon, "-1 errno, fresh", E2BIG);
MEANS(strfmon, E2BIG, "the text and its zero are longer than maxsize, or a width is too great");
MEANS(strfmon, EINVAL,
      "format has a conversion that strfmon does not know, or one without its end");
LIKE(strfmon_l, strfmon);

/* <regex.h> */
#ifdef __GLIBC__
FAILS(regcomp, "nonzero result/REG_", REG_BADBR, REG_BADPAT, REG_BADRPT, REG_EBRACE, REG_EBRACK,
      REG_ECOLLATE, REG_ECTYPE, REG_EEND, REG_EESCAPE, REG_EPAREN, REG_ERANGE, REG_ESIZE,
      REG_ESPACE, REG_ESUBREG);
MEANS(regcomp, REG_EEND, "pattern ends too early");
MEANS(regcomp, REG_ESIZE, "a repetition in pattern counts beyond RE_DUP_MAX, 32767");
#else
FAILS(regcomp, "nonzero result/REG_", REG_BADBR, REG_BADPAT, REG_BADRPT, REG_EBRACE, REG_EBRACK,
      REG_ECOLLATE, REG_ECTYPE, REG_EESCAPE, REG_EPAREN, REG_ERANGE, REG_ESPACE, REG_ESUBREG);
#endif
MEANS(regcomp, REG_BADBR, "the braces of a repetition hold something else than numbers in order");
MEANS(regcomp, REG_BADPAT, "pattern is not valid");
MEANS(regcomp, REG_BADRPT, "a repetition stands where nothing can be repeated");
MEANS(regcomp, REG_EBRACE, "a curly brace has no partner");
MEANS(regcomp, REG_EBRACK, "a square bracket has no partner");
MEANS(regcomp, REG_ECOLLATE, "a collating element in brackets is not known");
MEANS(regcomp, REG_ECTYPE, "a character class in brackets is not known");
MEANS(regcomp, REG_EESCAPE, "pattern ends in a backslash");
MEANS(regcomp, REG_EPAREN, "a round bracket has no partner");
MEANS(regcomp, REG_ERANGE, "a range in brackets ends before its start, or is not of characters");
MEANS(regcomp, REG_ESPACE, "no memory is left for the compiled pattern");
MEANS(regcomp, REG_ESUBREG, "a back reference names a group that is not there");
#ifdef __GLIBC__
FAILS(regexec, "nonzero result/REG_, success=REG_NOMATCH");
MEANS(regexec, REG_BADPAT, "eflags holds a bit that regexec does not know");
#else
FAILS(regexec, "nonzero result/REG_, success=REG_NOMATCH", REG_ESPACE);
MEANS(regexec, REG_ESPACE, "no memory is left for the search");
#endif
NEVER_FAILS(regerror);
NEVER_FAILS(regfree);

/* GNU's own: the first returns a text where it fails, the searches -1 for no match. */
FAILS(re_compile_pattern, "nonzero none");
FAILS(re_compile_fastmap, "-2 none");
FAILS(re_search, "-2 none");
FAILS(re_search_2, "-2 none");
FAILS(re_match, "-2 none");
FAILS(re_match_2, "-2 none");
NEVER_FAILS(re_set_registers);
NEVER_FAILS(re_set_syntax);
