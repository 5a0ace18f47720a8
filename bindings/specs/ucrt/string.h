/* <string.h>, and what <wchar.h> has of the same: memory, texts, messages. */

NEVER_FAILS(memcpy);
NEVER_FAILS(memmove);
NEVER_FAILS(mempcpy);
NEVER_FAILS(memset);
NEVER_FAILS(memcmp);
NEVER_FAILS(memchr);
NEVER_FAILS(_memccpy);
NEVER_FAILS(memccpy);
FAILS(_memicmp, "_NLSCMPERROR errno, fresh", EINVAL);
MEANS(_memicmp, EINVAL, "_Buf1 or _Buf2 is NULL");
LIKE(_memicmp_l, _memicmp);
LIKE(memicmp, _memicmp);
FAILS(memcpy_s, "nonzero result", EINVAL, ERANGE);
MEANS(memcpy_s, EINVAL, "dest or src is NULL");
MEANS(memcpy_s, ERANGE, "dest is smaller than count");
LIKE(memmove_s, memcpy_s);
LIKE(wmemcpy_s, memcpy_s);
LIKE(wmemmove_s, memcpy_s);
NEVER_FAILS(wmemcpy);
NEVER_FAILS(wmemmove);
NEVER_FAILS(wmempcpy);
NEVER_FAILS(wmemset);
NEVER_FAILS(wmemcmp);
NEVER_FAILS(wmemchr);

/* Copies; STRUNCATE is what _TRUNCATE asks for. */
NEVER_FAILS(strcpy);
NEVER_FAILS(strncpy);
NEVER_FAILS(strcat);
NEVER_FAILS(strncat);
NEVER_FAILS(wcscpy);
NEVER_FAILS(wcsncpy);
NEVER_FAILS(wcscat);
NEVER_FAILS(wcsncat);
FAILS(strcpy_s, "nonzero result", fills(_Dst));
LIKE(wcscpy_s, strcpy_s);
FAILS(strcat_s, "nonzero result", fills(_Dst));
MEANS(strcat_s, EINVAL, "_Dst or _Src is NULL, or _Dst holds no zero within its size");
LIKE(wcscat_s, strcat_s);
FAILS(strncpy_s, "nonzero result, success=STRUNCATE", fills(_Dst));
LIKE(wcsncpy_s, strncpy_s);
LIKE(strncat_s, strncpy_s);
MEANS(strncat_s, EINVAL, "_Dst or _Src is NULL, or _Dst holds no zero within its size");
LIKE(wcsncat_s, strncat_s);
FAILS(_strdup, "NULL errno, clear", ENOMEM); /* NULL for NULL */
LIKE(strdup, _strdup);
LIKE(_wcsdup, _strdup);
LIKE(wcsdup, _strdup);

/* Comparison: _NLSCMPERROR is no order. */
GROUP(compares, EINVAL, "a text is NULL, or holds what has no place in the locale's order")
NEVER_FAILS(strcmp);
NEVER_FAILS(strncmp);
NEVER_FAILS(wcscmp);
NEVER_FAILS(wcsncmp);
FAILS(_stricmp, "_NLSCMPERROR errno, fresh", EINVAL);
MEANS(_stricmp, EINVAL, "a text is NULL, or the count above INT_MAX");
LIKE(_stricmp_l, _stricmp);
LIKE(_strcmpi, _stricmp);
LIKE(_strnicmp, _stricmp);
LIKE(_strnicmp_l, _stricmp);
LIKE(_wcsicmp, _stricmp);
LIKE(_wcsicmp_l, _stricmp);
LIKE(_wcsnicmp, _stricmp);
LIKE(_wcsnicmp_l, _stricmp);
LIKE(stricmp, _stricmp);
LIKE(strcmpi, _stricmp);
LIKE(strnicmp, _stricmp);
LIKE(wcsicmp, _stricmp);
LIKE(wcsnicmp, _stricmp);
FAILS(strcoll, "_NLSCMPERROR errno, fresh", compares(a text));
LIKE(_strcoll_l, strcoll);
LIKE(_stricoll, strcoll);
LIKE(_stricoll_l, strcoll);
LIKE(_strncoll, strcoll);
LIKE(_strncoll_l, strcoll);
LIKE(_strnicoll, strcoll);
LIKE(_strnicoll_l, strcoll);
LIKE(wcscoll, strcoll);
LIKE(_wcscoll_l, strcoll);
LIKE(_wcsicoll, strcoll);
LIKE(_wcsicoll_l, strcoll);
LIKE(_wcsncoll, strcoll);
LIKE(_wcsncoll_l, strcoll);
LIKE(_wcsnicoll, strcoll);
LIKE(_wcsnicoll_l, strcoll);
LIKE(wcsicoll, strcoll);
FAILS(strxfrm, "2147483647 errno, fresh", EILSEQ, EINVAL); /* INT_MAX */
MEANS(strxfrm, EILSEQ, "_Src holds characters that have no place in the locale's order");
MEANS(strxfrm, EINVAL,
      "_Src is NULL, _MaxCount above INT_MAX, or _Dst NULL and _MaxCount not 0");
LIKE(_strxfrm_l, strxfrm);
LIKE(wcsxfrm, strxfrm);
LIKE(_wcsxfrm_l, strxfrm);

/* Search */
NEVER_FAILS(strchr);
NEVER_FAILS(strrchr);
NEVER_FAILS(strcspn);
NEVER_FAILS(strspn);
NEVER_FAILS(strpbrk);
NEVER_FAILS(strstr);
NEVER_FAILS(strlen);
NEVER_FAILS(strnlen);
NEVER_FAILS(strtok);
NEVER_FAILS(strtok_r);
NEVER_FAILS(wcschr);
NEVER_FAILS(wcsrchr);
NEVER_FAILS(wcscspn);
NEVER_FAILS(wcsspn);
NEVER_FAILS(wcspbrk);
NEVER_FAILS(wcsstr);
NEVER_FAILS(wcslen);
NEVER_FAILS(wcsnlen);
NEVER_FAILS(wcstok);
FAILS(strtok_s, "NULL errno, clear", EINVAL);
MEANS(strtok_s, EINVAL,
      "_Delim or _Context is NULL, or _Str is and nothing is left to go on with");
LIKE(wcstok_s, strtok_s);

/* Changes in place */
FAILS(_strlwr, "NULL errno", EINVAL);
MEANS(_strlwr, EINVAL, "the text is NULL");
LIKE(strlwr, _strlwr);
LIKE(_strupr, _strlwr);
LIKE(_strupr_l, _strlwr);
LIKE(strupr, _strlwr);
LIKE(_wcslwr, _strlwr);
LIKE(_wcslwr_l, _strlwr);
LIKE(wcslwr, _strlwr);
LIKE(_wcsupr, _strlwr);
LIKE(_wcsupr_l, _strlwr);
LIKE(wcsupr, _strlwr);
FAILS(_strlwr_s, "nonzero result", EILSEQ, EINVAL, ERANGE);
MEANS(_strlwr_s, EILSEQ, "_Str holds bytes that are no character in the locale's encoding");
MEANS(_strlwr_s, EINVAL, "_Str is NULL, or holds no zero within its size");
MEANS(_strlwr_s, ERANGE, "_Str is too small for the new text");
LIKE(_strlwr_s_l, _strlwr_s);
LIKE(_strupr_s, _strlwr_s);
LIKE(_strupr_s_l, _strlwr_s);
LIKE(_wcslwr_s, _strlwr_s);
LIKE(_wcslwr_s_l, _strlwr_s);
LIKE(_wcsupr_s, _strlwr_s);
LIKE(_wcsupr_s_l, _strlwr_s);
NEVER_FAILS(_strrev);
NEVER_FAILS(strrev);
NEVER_FAILS(_strset);
NEVER_FAILS(strset);
NEVER_FAILS(_strnset);
NEVER_FAILS(strnset);
NEVER_FAILS(_wcsrev);
NEVER_FAILS(wcsrev);
NEVER_FAILS(_wcsset);
NEVER_FAILS(wcsset);
NEVER_FAILS(_wcsnset);
NEVER_FAILS(wcsnset);
FAILS(_strset_s, "nonzero result", EINVAL);
MEANS(_strset_s, EINVAL, "the text is NULL, or holds no zero within its size");
LIKE(_strnset_s, _strset_s);
LIKE(_wcsset_s, _strset_s);
LIKE(_wcsnset_s, _strset_s);

/* Messages */
NEVER_FAILS(strerror);
NEVER_FAILS(_strerror);
NEVER_FAILS(_wcserror);
NEVER_FAILS(__wcserror);
FAILS(strerror_s, "nonzero result", EINVAL);
MEANS(strerror_s, EINVAL, "the buffer is NULL, or its size 0");
LIKE(_strerror_s, strerror_s);
LIKE(_wcserror_s, strerror_s);
LIKE(__wcserror_s, strerror_s);
