/**
 * How codes are written.
 */
#ifndef ABX_BASE_CODE_H
#define ABX_BASE_CODE_H

#include <stdint.h>

enum { ABX_CODE_TEXT = 24 };

/*
 * Writes @code to @text, of ABX_CODE_TEXT bytes, and returns that: as a number, or where its
 * bits have meanings of their own, as with NTSTATUS and HRESULT, in the way those are looked
 * up ("0xC0000008").
 */
const char *abx_code_text(int64_t code, char *text);

#endif
