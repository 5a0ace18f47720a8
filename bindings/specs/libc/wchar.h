/* <wchar.h>, <wctype.h>, <uchar.h>. On a stream that is byte-oriented these fail without a code,
 * as the formatting functions of <stdio.h> do on one that is wide. */

/* Reading and writing; see <stdio.h>. */
FAILS(fgetwc, "WEOF errno, clear, eintr=retry, blocks", EILSEQ, EINTR, ENOMEM, freads(stream));
MEANS(fgetwc, EILSEQ, "the next bytes in stream are no character, or it ends within one");
LIKE(fgetwc_unlocked, fgetwc);
LIKE(getwc, fgetwc);
LIKE(getwc_unlocked, fgetwc);
FAILS(getwchar, "WEOF errno, clear, eintr=retry, blocks", EILSEQ, EINTR, ENOMEM, freads(stdin));
MEANS(getwchar, EILSEQ, "the next bytes in stdin are no character, or it ends within one");
LIKE(getwchar_unlocked, getwchar);
FAILS(fgetws, "NULL errno, clear, eintr=never, blocks", EILSEQ, EINTR, ENOMEM, freads(stream));
MEANS(fgetws, EILSEQ, "the next bytes in stream are no character, or it ends within one");
LIKE(fgetws_unlocked, fgetws);
FAILS(ungetwc, "WEOF none");
LIKE(fwscanf, fscanf);
MEANS(fwscanf, EILSEQ, "the next bytes in stream are no character, or it ends within one");
LIKE(wscanf, scanf);
MEANS(wscanf, EILSEQ, "the next bytes in stdin are no character, or it ends within one");
LIKE(swscanf, sscanf);
MEANS(swscanf, EILSEQ, "the part of s for a %c, %s or %[ has no form in the locale's encoding");
TAKES_VA_LIST(vfwscanf, fwscanf);
TAKES_VA_LIST(vwscanf, wscanf);
TAKES_VA_LIST(vswscanf, swscanf);

/* glibc writes a ? for a character that the encoding does not have. */
FAILS(fputwc, "WEOF errno, eintr=never, blocks", EILSEQ, ENOMEM, fwrites(stream));
MEANS(fputwc, EILSEQ, "wc has no form in the encoding of stream");
LIKE(fputwc_unlocked, fputwc);
LIKE(putwc, fputwc);
LIKE(putwc_unlocked, fputwc);
FAILS(putwchar, "WEOF errno, eintr=never, blocks", EILSEQ, ENOMEM, fwrites(stdout));
MEANS(putwchar, EILSEQ, "wc has no form in the encoding of stdout");
LIKE(putwchar_unlocked, putwchar);
FAILS(fputws, "-1 errno, eintr=never, blocks", EILSEQ, ENOMEM, fwrites(stream));
MEANS(fputws, EILSEQ, "a character in ws has no form in the encoding of stream");
LIKE(fputws_unlocked, fputws);
LIKE(fwprintf, fprintf);
MEANS(fwprintf, EILSEQ, "the bytes for a %s or %c are no characters in the locale's encoding");
LIKE(wprintf, printf);
MEANS(wprintf, EILSEQ, "the bytes for a %s or %c are no characters in the locale's encoding");
/* Where s is too short there is no code. */
FAILS(swprintf, "negative errno, fresh", EILSEQ, EINVAL, EOVERFLOW);
MEANS(swprintf, EILSEQ, "the bytes for a %s or %c are no characters in the locale's encoding");
MEANS(swprintf, EINVAL, "format is NULL, or holds a conversion that swprintf does not know");
MEANS(swprintf, EOVERFLOW, "the text would be longer than INT_MAX characters, or a width is too great");
TAKES_VA_LIST(vfwprintf, fwprintf);
TAKES_VA_LIST(vwprintf, wprintf);
TAKES_VA_LIST(vswprintf, swprintf);
LIKE(open_wmemstream, open_memstream);
NEVER_FAILS(fwide);

/* Characters in the locale's encoding; no failures are -2, "not a whole character yet", and -3,
 * "one more from before". */
FAILS(mbrtowc, "-1 errno", EILSEQ);
MEANS(mbrtowc, EILSEQ, "the bytes in s are no character in the locale's encoding");
LIKE(mbrlen, mbrtowc);
LIKE(__mbrlen, mbrtowc);
LIKE(mbrtoc8, mbrtowc);
LIKE(mbrtoc16, mbrtowc);
LIKE(mbrtoc32, mbrtowc);
FAILS(mbsrtowcs, "-1 errno", EILSEQ);
MEANS(mbsrtowcs, EILSEQ, "src leads to bytes that are no character in the locale's encoding");
LIKE(mbsnrtowcs, mbsrtowcs);
FAILS(wcrtomb, "-1 errno", EILSEQ);
MEANS(wcrtomb, EILSEQ, "wc has no form in the locale's encoding");
FAILS(c32rtomb, "-1 errno", EILSEQ);
MEANS(c32rtomb, EILSEQ, "c32 has no form in the locale's encoding");
FAILS(c16rtomb, "-1 errno", EILSEQ);
MEANS(c16rtomb, EILSEQ, "c16 breaks a surrogate pair, or has no form in the locale's encoding");
FAILS(c8rtomb, "-1 errno", EILSEQ);
MEANS(c8rtomb, EILSEQ, "c8 does not continue the UTF-8 so far, or has no form in the encoding");
FAILS(wcsrtombs, "-1 errno", EILSEQ);
MEANS(wcsrtombs, EILSEQ, "a character that src leads to has no form in the locale's encoding");
LIKE(wcsnrtombs, wcsrtombs);
NEVER_FAILS(btowc);
NEVER_FAILS(wctob);
NEVER_FAILS(mbsinit);
NEVER_FAILS(wcwidth);
NEVER_FAILS(wcswidth);

/* Numbers from texts */
LIKE(wcstol, strtol);
LIKE(wcstoll, strtol);
LIKE(wcstoul, strtol);
LIKE(wcstoull, strtol);
LIKE(wcstoq, strtol);
LIKE(wcstouq, strtol);
LIKE(wcstol_l, strtol);
LIKE(wcstoll_l, strtol);
LIKE(wcstoul_l, strtol);
LIKE(wcstoull_l, strtol);
LIKE(wcstod, strtod);
LIKE(wcstof, strtod);
LIKE(wcstold, strtod);
LIKE(wcstof32, strtod);
LIKE(wcstof64, strtod);
LIKE(wcstof32x, strtod);
LIKE(wcstof64x, strtod);
LIKE(wcstod_l, strtod);
LIKE(wcstof_l, strtod);
LIKE(wcstold_l, strtod);
LIKE(wcstof32_l, strtod);
LIKE(wcstof64_l, strtod);
LIKE(wcstof32x_l, strtod);
LIKE(wcstof64x_l, strtod);
#if __HAVE_FLOAT128
LIKE(wcstof128, strtod);
LIKE(wcstof128_l, strtod);
#endif

/* Texts */
LIKE(wcsdup, strdup);
LIKE(wcsftime, strftime);
LIKE(wcsftime_l, strftime);
NEVER_FAILS(wcscpy);
NEVER_FAILS(wcsncpy);
NEVER_FAILS(wcscat);
NEVER_FAILS(wcsncat);
NEVER_FAILS(wcscmp);
NEVER_FAILS(wcsncmp);
NEVER_FAILS(wcscasecmp);
NEVER_FAILS(wcsncasecmp);
NEVER_FAILS(wcscasecmp_l);
NEVER_FAILS(wcsncasecmp_l);
LIKE(wcscoll, strcoll);
LIKE(wcscoll_l, strcoll);
LIKE(wcsxfrm, strxfrm);
MEANS(wcsxfrm, EINVAL, "s2 holds characters that have no place in the locale's order");
LIKE(wcsxfrm_l, wcsxfrm);
NEVER_FAILS(wcschr);
NEVER_FAILS(wcsrchr);
NEVER_FAILS(wcschrnul);
NEVER_FAILS(wcscspn);
NEVER_FAILS(wcsspn);
NEVER_FAILS(wcspbrk);
NEVER_FAILS(wcsstr);
NEVER_FAILS(wcstok);
NEVER_FAILS(wcslen);
NEVER_FAILS(wcswcs);
NEVER_FAILS(wcsnlen);
NEVER_FAILS(wmemchr);
NEVER_FAILS(wmemcmp);
NEVER_FAILS(wmemcpy);
NEVER_FAILS(wmemmove);
NEVER_FAILS(wmemset);
NEVER_FAILS(wmempcpy);
NEVER_FAILS(wcpcpy);
NEVER_FAILS(wcpncpy);

/* <wctype.h> */
FAILS(wctype, "0 none");
LIKE(wctype_l, wctype);
FAILS(wctrans, "0 none");
LIKE(wctrans_l, wctrans);
NEVER_FAILS(iswalnum);
NEVER_FAILS(iswalpha);
NEVER_FAILS(iswcntrl);
NEVER_FAILS(iswdigit);
NEVER_FAILS(iswgraph);
NEVER_FAILS(iswlower);
NEVER_FAILS(iswprint);
NEVER_FAILS(iswpunct);
NEVER_FAILS(iswspace);
NEVER_FAILS(iswupper);
NEVER_FAILS(iswxdigit);
NEVER_FAILS(iswblank);
NEVER_FAILS(iswctype);
NEVER_FAILS(towlower);
NEVER_FAILS(towupper);
NEVER_FAILS(towctrans);
NEVER_FAILS(iswalnum_l);
NEVER_FAILS(iswalpha_l);
NEVER_FAILS(iswcntrl_l);
NEVER_FAILS(iswdigit_l);
NEVER_FAILS(iswgraph_l);
NEVER_FAILS(iswlower_l);
NEVER_FAILS(iswprint_l);
NEVER_FAILS(iswpunct_l);
NEVER_FAILS(iswspace_l);
NEVER_FAILS(iswupper_l);
NEVER_FAILS(iswxdigit_l);
NEVER_FAILS(iswblank_l);
NEVER_FAILS(iswctype_l);
NEVER_FAILS(towlower_l);
NEVER_FAILS(towupper_l);
NEVER_FAILS(towctrans_l);
