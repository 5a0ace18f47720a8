/**
 * UTF-16, in which nearly all functions of Windows take their strings.
 */
#ifndef ABX_TOOLS_UTF16_H
#define ABX_TOOLS_UTF16_H

#include <stddef.h>
#include <stdint.h>

/*
 * Writes @text, which is UTF-8, to @units without a zero behind it; NULL only counts them. A
 * byte that begins no character stands for U+FFFD. Returns how many units it takes.
 */
size_t utf16_put(uint16_t *units, const char *text);

#endif
