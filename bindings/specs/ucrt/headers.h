/*
 * The headers of a C runtime of Windows, of either: what they declare depends on _UCRT.
 */
HEADERS("corecrt*.h")
HEADERS("include/__std*.h") /* libclang's <stddef.h> and <stdarg.h> are in pieces since 18 */
HEADERS("sec_api/*.h")
HEADERS("sec_api/sys/*.h")

#ifdef _UCRT /* <time.h> declares variables by these names that msvcrt.dll alone has and sets */
#include <sys/timeb.h>
#define NO_OLDNAMES 1
#include <time.h>
#undef NO_OLDNAMES
#endif
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

/* The checks of formats by GCC, which are no functions whatever their names. */
#undef __MINGW_PRINTF_FORMAT
#undef __MINGW_SCANF_FORMAT
