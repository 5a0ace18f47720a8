/**
 * Functions that take a format as printf does. With mingw-w64 the compiler would otherwise
 * check by the rules of a C library that knows no %zu, which is not the one behind them.
 */
#ifndef ABX_BASE_FORMAT_H
#define ABX_BASE_FORMAT_H

#ifdef __MINGW32__
#define ABX_FORMAT(format_at, first_at)                                                  \
    __attribute__((format(gnu_printf, format_at, first_at)))
#else
#define ABX_FORMAT(format_at, first_at)                                                  \
    __attribute__((format(printf, format_at, first_at)))
#endif

#endif
