/* <stdio.h>, <wchar.h>, <conio.h>: the other names of printf and scanf. With _l they take a
 * locale, with _p numbered arguments, with _s they check more and know the size of each buffer,
 * with sn they have a bound, with sc they only count. In ucrtbase.dll a few functions stand
 * behind all of them, which are inline there. */
GROUP(small, ERANGE, "$ is too small for the text and its zero")
#define BOUNDED(fn)                                                                      \
    FAILS(fn, "negative errno, fresh", formats(the format), small(the buffer))
#define LIST_ONLY(fn, instead)                                                           \
    REFUSE(fn, "takes a va_list, which only C code can make; call " instead)
#define LISTED(fn, other, instead) LIKE(fn, other); LIST_ONLY(fn, instead)

LIKE(_snwscanf, __ms_sscanf);
TAKES_VA_LIST(_vscprintf, __ms_sprintf);
TAKES_VA_LIST(_vsnprintf, __ms_sprintf);
TAKES_VA_LIST(_vsnwprintf, __ms_swprintf);

#ifdef _UCRT

LISTED(__stdio_common_vfprintf, __ms_fprintf, "sprintf, then fputs");
LISTED(__stdio_common_vfprintf_s, __ms_fprintf, "sprintf, then fputs");
LISTED(__stdio_common_vfprintf_p, __ms_fprintf, "sprintf, then fputs");
LISTED(__stdio_common_vfwprintf, __ms_fprintf, "__ms_swprintf, then fputws");
LISTED(__stdio_common_vfwprintf_s, __ms_fprintf, "__ms_swprintf, then fputws");
LISTED(__stdio_common_vfwprintf_p, __ms_fprintf, "__ms_swprintf, then fputws");
LISTED(__stdio_common_vsprintf, __ms_sprintf, "sprintf");
LISTED(__stdio_common_vsprintf_p, __ms_sprintf, "sprintf");
LISTED(__stdio_common_vswprintf, __ms_sprintf, "__ms_swprintf");
LISTED(__stdio_common_vswprintf_p, __ms_sprintf, "__ms_swprintf");
BOUNDED(__stdio_common_vsprintf_s); LIST_ONLY(__stdio_common_vsprintf_s, "sprintf");
BOUNDED(__stdio_common_vsnprintf_s); LIST_ONLY(__stdio_common_vsnprintf_s, "sprintf");
BOUNDED(__stdio_common_vswprintf_s); LIST_ONLY(__stdio_common_vswprintf_s, "__ms_swprintf");
BOUNDED(__stdio_common_vsnwprintf_s); LIST_ONLY(__stdio_common_vsnwprintf_s, "__ms_swprintf");
LISTED(__stdio_common_vfscanf, __ms_fscanf, "fgets, then sscanf");
LISTED(__stdio_common_vfwscanf, __ms_fscanf, "fgetws, then __ms_swscanf");
LISTED(__stdio_common_vsscanf, __ms_sscanf, "sscanf");
LISTED(__stdio_common_vswscanf, __ms_sscanf, "__ms_swscanf");
LISTED(__conio_common_vcprintf, __ms_printf, "sprintf, then _cputs");
LISTED(__conio_common_vcprintf_s, __ms_printf, "sprintf, then _cputs");
LISTED(__conio_common_vcprintf_p, __ms_printf, "sprintf, then _cputs");
LISTED(__conio_common_vcwprintf, __ms_printf, "__ms_swprintf, then _cputws");
LISTED(__conio_common_vcwprintf_s, __ms_printf, "__ms_swprintf, then _cputws");
LISTED(__conio_common_vcwprintf_p, __ms_printf, "__ms_swprintf, then _cputws");
LISTED(__conio_common_vcscanf, _cscanf_s, "_cscanf_s");
LISTED(__conio_common_vcwscanf, _cscanf_s, "_cwscanf_s");

#else

/* Reading */
LIKE(_fscanf_l, __ms_fscanf);
LIKE(_fscanf_s_l, __ms_fscanf);
LIKE(_fwscanf_l, __ms_fscanf);
LIKE(_fwscanf_s_l, __ms_fscanf);
LIKE(_scanf_l, __ms_scanf);
LIKE(_scanf_s_l, __ms_scanf);
LIKE(_snscanf, __ms_sscanf);
LIKE(_snscanf_l, __ms_sscanf);
LIKE(_snscanf_s, __ms_sscanf);
LIKE(_snscanf_s_l, __ms_sscanf);
LIKE(_snwscanf_l, __ms_sscanf);
LIKE(_snwscanf_s, __ms_sscanf);
LIKE(_snwscanf_s_l, __ms_sscanf);
LIKE(_sscanf_l, __ms_sscanf);
LIKE(_sscanf_s_l, __ms_sscanf);
LIKE(_swscanf_l, __ms_sscanf);
LIKE(_swscanf_s_l, __ms_sscanf);
LIKE(_wscanf_l, __ms_scanf);
LIKE(_wscanf_s_l, __ms_scanf);
LIKE(fscanf_s, __ms_fscanf);
LIKE(fwscanf_s, __ms_fscanf);
LIKE(scanf_s, __ms_scanf);
LIKE(sscanf_s, __ms_sscanf);
LIKE(swscanf_s, __ms_sscanf);
LIKE(wscanf_s, __ms_scanf);

/* Writing to streams */
LIKE(_fprintf_l, __ms_fprintf);
LIKE(_fprintf_p, __ms_fprintf);
LIKE(_fprintf_p_l, __ms_fprintf);
LIKE(_fprintf_s_l, __ms_fprintf);
LIKE(_fwprintf_l, __ms_fprintf);
LIKE(_fwprintf_p, __ms_fprintf);
LIKE(_fwprintf_p_l, __ms_fprintf);
LIKE(_fwprintf_s_l, __ms_fprintf);
LIKE(fprintf_s, __ms_fprintf);
LIKE(fwprintf_s, __ms_fprintf);
LIKE(_printf_l, __ms_printf);
LIKE(_printf_p, __ms_printf);
LIKE(_printf_p_l, __ms_printf);
LIKE(_printf_s_l, __ms_printf);
LIKE(_wprintf_l, __ms_printf);
LIKE(_wprintf_p, __ms_printf);
LIKE(_wprintf_p_l, __ms_printf);
LIKE(_wprintf_s_l, __ms_printf);
LIKE(printf_s, __ms_printf);
LIKE(wprintf_s, __ms_printf);

/* Writing to memory; _snprintf_s cuts the text for _TRUNCATE, and answers -1 without a code. */
LIKE(_scprintf, __ms_sprintf);
LIKE(_scprintf_l, __ms_sprintf);
LIKE(_scprintf_p_l, __ms_sprintf);
LIKE(_scwprintf, __ms_sprintf);
LIKE(_scwprintf_l, __ms_sprintf);
LIKE(_scwprintf_p_l, __ms_sprintf);
LIKE(_snprintf, __ms_sprintf);
LIKE(_snprintf_c, __ms_sprintf);
LIKE(_snprintf_c_l, __ms_sprintf);
LIKE(_snprintf_l, __ms_sprintf);
LIKE(_snwprintf, __ms_sprintf);
LIKE(_snwprintf_l, __ms_sprintf);
LIKE(_sprintf_l, __ms_sprintf);
LIKE(_sprintf_p_l, __ms_sprintf);
LIKE(_swprintf, __ms_sprintf);
LIKE(_swprintf_c, __ms_sprintf);
LIKE(_swprintf_c_l, __ms_sprintf);
LIKE(_swprintf_p_l, __ms_sprintf);
BOUNDED(_snprintf_s);
BOUNDED(_snprintf_s_l);
BOUNDED(_snwprintf_s);
BOUNDED(_snwprintf_s_l);
BOUNDED(_sprintf_s_l);
BOUNDED(_swprintf_s_l);
BOUNDED(swprintf_s);

/* Writing to the console, and reading from it */
LIKE(_cprintf, __ms_printf);
LIKE(_cprintf_l, __ms_printf);
LIKE(_cwprintf, __ms_printf);
LIKE(_cscanf, _cscanf_s);
LIKE(_cscanf_l, _cscanf_s);
LIKE(_cwscanf, _cscanf_s);
LIKE(_cprintf_p, __ms_printf);
LIKE(_cprintf_p_l, __ms_printf);
LIKE(_cwprintf_l, __ms_printf);
LIKE(_cwprintf_p, __ms_printf);
LIKE(_cwprintf_p_l, __ms_printf);
LIKE(_cwscanf_l, _cscanf_s);

/* With a va_list */
LISTED(_vfprintf_l, __ms_fprintf, "_fprintf_l");
LISTED(_vfprintf_p, __ms_fprintf, "_fprintf_p");
LISTED(_vfprintf_p_l, __ms_fprintf, "_fprintf_p_l");
LISTED(_vfprintf_s_l, __ms_fprintf, "_fprintf_s_l");
LISTED(_vfwprintf_l, __ms_fprintf, "_fwprintf_l");
LISTED(_vfwprintf_p, __ms_fprintf, "_fwprintf_p");
LISTED(_vfwprintf_p_l, __ms_fprintf, "_fwprintf_p_l");
LISTED(_vfwprintf_s_l, __ms_fprintf, "_fwprintf_s_l");
LISTED(_vprintf_l, __ms_printf, "_printf_l");
LISTED(_vprintf_p, __ms_printf, "_printf_p");
LISTED(_vprintf_p_l, __ms_printf, "_printf_p_l");
LISTED(_vprintf_s_l, __ms_printf, "_printf_s_l");
LISTED(_vscprintf_l, __ms_sprintf, "_scprintf_l");
LISTED(_vscprintf_p_l, __ms_sprintf, "_scprintf_p_l");
LISTED(_vscwprintf, __ms_sprintf, "_scwprintf");
LISTED(_vscwprintf_l, __ms_sprintf, "_scwprintf_l");
LISTED(_vscwprintf_p_l, __ms_sprintf, "_scwprintf_p_l");
LISTED(_vsnprintf_c, __ms_sprintf, "_snprintf_c");
LISTED(_vsnprintf_c_l, __ms_sprintf, "_snprintf_c_l");
LISTED(_vsnprintf_l, __ms_sprintf, "_snprintf_l");
LISTED(_vsnwprintf_l, __ms_sprintf, "_snwprintf_l");
LISTED(_vsprintf_l, __ms_sprintf, "_sprintf_l");
LISTED(_vsprintf_p, __ms_sprintf, "_sprintf_p_l");
LISTED(_vsprintf_p_l, __ms_sprintf, "_sprintf_p_l");
LISTED(_vswprintf, __ms_sprintf, "_swprintf");
LISTED(_vswprintf_c, __ms_sprintf, "_swprintf_c_l");
LISTED(_vswprintf_c_l, __ms_sprintf, "_swprintf_c_l");
LISTED(_vswprintf_p_l, __ms_sprintf, "_swprintf_p_l");
LISTED(_vwprintf_l, __ms_printf, "_wprintf_l");
LISTED(_vwprintf_p, __ms_printf, "_wprintf_p");
LISTED(_vwprintf_p_l, __ms_printf, "_wprintf_p_l");
LISTED(_vwprintf_s_l, __ms_printf, "_wprintf_s_l");
LISTED(vfprintf_s, __ms_fprintf, "fprintf_s");
LISTED(vfwprintf_s, __ms_fprintf, "fwprintf_s");
LISTED(vprintf_s, __ms_printf, "printf_s");
LISTED(vwprintf_s, __ms_printf, "wprintf_s");
LISTED(_vcprintf, __ms_printf, "_cprintf");
LISTED(_vcprintf_l, __ms_printf, "_cprintf_l");
LISTED(_vcprintf_p, __ms_printf, "_cprintf_p");
LISTED(_vcprintf_p_l, __ms_printf, "_cprintf_p_l");
LISTED(_vcwprintf, __ms_printf, "_cwprintf");
LISTED(_vcwprintf_l, __ms_printf, "_cwprintf_l");
LISTED(_vcwprintf_p, __ms_printf, "_cwprintf_p");
LISTED(_vcwprintf_p_l, __ms_printf, "_cwprintf_p_l");
BOUNDED(_vsnprintf_s); LIST_ONLY(_vsnprintf_s, "_snprintf_s");
BOUNDED(_vsnprintf_s_l); LIST_ONLY(_vsnprintf_s_l, "_snprintf_s_l");
BOUNDED(_vsnwprintf_s); LIST_ONLY(_vsnwprintf_s, "_snwprintf_s");
BOUNDED(_vsnwprintf_s_l); LIST_ONLY(_vsnwprintf_s_l, "_snwprintf_s_l");
BOUNDED(_vsprintf_s_l); LIST_ONLY(_vsprintf_s_l, "_sprintf_s_l");
BOUNDED(_vswprintf_s_l); LIST_ONLY(_vswprintf_s_l, "_swprintf_s_l");
BOUNDED(vsnprintf_s); LIST_ONLY(vsnprintf_s, "_snprintf_s");
BOUNDED(vswprintf_s); LIST_ONLY(vswprintf_s, "swprintf_s");

#endif
