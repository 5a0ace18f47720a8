/**
 * The C runtime of Windows since 10: ucrtbase.dll as its headers declare it. The formatted output
 * of C is inline code there; of that, msvcrt.dll has what works on strings and the console. Each
 * of the two has an errno, a heap and streams of its own, and a FILE of one is nothing to the
 * other. The whole of msvcrt.dll is in the table "msvcrt".
 *
 * Below the headers stands how their functions fail, a file for each group of headers.
 */
#define _UCRT 1
#define __MSVCRT_VERSION__ 0xE00
#define _WIN32_WINNT 0x0A00
#define _CRT_RAND_S 1
#include "spec.h"

/* The first is the default. */
LIBRARY("ucrtbase.dll")
LIBRARY("msvcrt.dll")

#include "ucrt/headers.h"

#include "ucrt/groups.h"
#include "ucrt/setjmp.h"
#include "ucrt/stdio.h"
#include "ucrt/stdio-variants.h"
#include "ucrt/conio.h"
#include "ucrt/io.h"
#include "ucrt/stdlib.h"
#include "ucrt/process.h"
#include "ucrt/time.h"
#include "ucrt/string.h"
#include "ucrt/mbstring.h"
#include "ucrt/wchar.h"
#include "ucrt/math.h"
#include "ucrt/memory.h"

/* What msvcrt.dll has and ucrtbase.dll has not, though it needs a state that the two don't share. */
#define OF_ANOTHER_RUNTIME(fn, instead)                                                         \
    REFUSE(fn, "is msvcrt.dll's, which has streams, a time zone and a heap of its own; " instead)

OF_ANOTHER_RUNTIME(printf, "call sprintf, then puts");
OF_ANOTHER_RUNTIME(vprintf, "call sprintf, then puts");
OF_ANOTHER_RUNTIME(fprintf, "call sprintf, then fputs");
OF_ANOTHER_RUNTIME(vfprintf, "call sprintf, then fputs");
OF_ANOTHER_RUNTIME(scanf, "call gets_s, then sscanf");
OF_ANOTHER_RUNTIME(fscanf, "call fgets, then sscanf");
OF_ANOTHER_RUNTIME(__ms_printf, "call sprintf, then puts");
OF_ANOTHER_RUNTIME(__ms_vprintf, "call sprintf, then puts");
OF_ANOTHER_RUNTIME(__ms_wprintf, "call __ms_swprintf, then _putws");
OF_ANOTHER_RUNTIME(__ms_vwprintf, "call __ms_swprintf, then _putws");
OF_ANOTHER_RUNTIME(__ms_fprintf, "call sprintf, then fputs");
OF_ANOTHER_RUNTIME(__ms_vfprintf, "call sprintf, then fputs");
OF_ANOTHER_RUNTIME(__ms_fwprintf, "call __ms_swprintf, then fputws");
OF_ANOTHER_RUNTIME(__ms_vfwprintf, "call __ms_swprintf, then fputws");
OF_ANOTHER_RUNTIME(__ms_scanf, "call gets_s, then sscanf");
OF_ANOTHER_RUNTIME(__ms_wscanf, "call _getws_s, then __ms_swscanf");
OF_ANOTHER_RUNTIME(__ms_fscanf, "call fgets, then sscanf");
OF_ANOTHER_RUNTIME(__ms_fwscanf, "call fgetws, then __ms_swscanf");
OF_ANOTHER_RUNTIME(_filbuf, "call fgetc");
OF_ANOTHER_RUNTIME(_flsbuf, "call fputc");
OF_ANOTHER_RUNTIME(_heapadd, "there is nothing instead");
OF_ANOTHER_RUNTIME(_heapset, "there is nothing instead");
OF_ANOTHER_RUNTIME(_heapused, "there is nothing instead");
OF_ANOTHER_RUNTIME(_get_sbh_threshold, "there is nothing instead");
OF_ANOTHER_RUNTIME(_set_sbh_threshold, "there is nothing instead");
OF_ANOTHER_RUNTIME(tzset, "call _tzset");
OF_ANOTHER_RUNTIME(_wctime, "call _wctime64");
OF_ANOTHER_RUNTIME(atexit, "call _crt_atexit");
OF_ANOTHER_RUNTIME(_onexit, "call _crt_atexit");
#ifdef __x86_64__
OF_ANOTHER_RUNTIME(__iob_func, "call __acrt_iob_func");
#endif
