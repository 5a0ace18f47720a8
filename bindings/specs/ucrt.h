/**
 * The C runtime of Windows: ucrtbase.dll as its headers declare it, and of msvcrt.dll what only
 * that has. A DLL uses the runtime that it was linked with, with an errno, a heap and streams of
 * its own: a FILE of one is nothing to the other.
 *
 * Below the headers stands how their functions fail, a file for each group of headers.
 */
#define _UCRT 1
#define __MSVCRT_VERSION__ 0xE00
#define _WIN32_WINNT 0x0A00
#include "spec.h"

/* The first is the default. */
LIBRARY("ucrtbase.dll")
LIBRARY("msvcrt.dll")

HEADERS("corecrt*.h")
HEADERS("sec_api/*.h")
HEADERS("sec_api/sys/*.h")

#include <assert.h>
#include <complex.h>
#include <conio.h>
#include <ctype.h>
#include <direct.h>
#include <dos.h>
#include <errno.h>
#include <fcntl.h>
#include <fenv.h>
#include <float.h>
#include <inttypes.h>
#include <io.h>
#include <limits.h>
#include <locale.h>
#include <malloc.h>
#include <math.h>
#include <mbctype.h>
#include <mbstring.h>
#include <memory.h>
#include <new.h>
#include <process.h>
#include <search.h>
#include <setjmp.h>
#include <share.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/locking.h>
#include <sys/stat.h>
#include <sys/timeb.h>
#include <sys/types.h>
#include <sys/utime.h>
#include <time.h>
#include <uchar.h>
#include <wchar.h>
#include <wctype.h>
#include <crtdbg.h>
