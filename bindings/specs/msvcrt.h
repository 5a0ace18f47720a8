/**
 * The C runtime that every Windows has, and that mingw-w64 links unless told otherwise. It has
 * an errno, a heap and streams of its own: see "ucrt".
 *
 * Below the headers stands how their functions fail, as in "ucrt".
 */
#define __MSVCRT_VERSION__ 0x700
#define _WIN32_WINNT 0x0A00
#define _CRT_RAND_S 1
#include "spec.h"

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
