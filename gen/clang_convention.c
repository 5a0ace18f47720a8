/*
 * Calling conventions are part of a function's type. The parser leaves out the platform's
 * own, and tells the others; but for GCC's regparm, which is in the spelling alone.
 */
#include "gen/clang_convention.h"

#include <string.h>

static const struct {
    enum CXCallingConv parsers;
    enum abx_convention convention;
} conventions[] = {
    {CXCallingConv_Default, ABX_CONVENTION_PLATFORM},
    {CXCallingConv_C, ABX_CONVENTION_PLATFORM},
    {CXCallingConv_X86StdCall, ABX_CONVENTION_STDCALL},
    {CXCallingConv_X86FastCall, ABX_CONVENTION_FASTCALL},
    {CXCallingConv_X86ThisCall, ABX_CONVENTION_THISCALL},
    {CXCallingConv_X86VectorCall, ABX_CONVENTION_VECTORCALL},
    {CXCallingConv_X86RegCall, ABX_CONVENTION_REGCALL},
    {CXCallingConv_Win64, ABX_CONVENTION_MS_ABI},
    {CXCallingConv_X86_64SysV, ABX_CONVENTION_SYSV_ABI},
    {CXCallingConv_AAPCS, ABX_CONVENTION_AAPCS},
    {CXCallingConv_AAPCS_VFP, ABX_CONVENTION_AAPCS_VFP},
    {CXCallingConv_AArch64VectorCall, ABX_CONVENTION_AARCH64_VECTOR_PCS},
};

/* The N of regparm(N), which shows only in the type's spelling: behind its parameters, not
 * in one of them. */
static unsigned find_regparm(CXType canonical)
{
    static const char begin[] = "__attribute__((regparm (", end[] = ")))";
    CXString spelling = clang_getTypeSpelling(canonical);
    const char *text = clang_getCString(spelling);
    unsigned n = 0;

    for (const char *at = text; (at = strstr(at, begin)); at++) {
        const char *digit = at + sizeof(begin) - 1;
        const char *rest = digit + 1 + sizeof(end) - 1;

        if (!strncmp(digit + 1, end, sizeof(end) - 1) &&
            (!*rest || !strncmp(rest, " __attribute__", 14)))
            n = (unsigned)(*digit - '0');
    }
    clang_disposeString(spelling);
    return n;
}

/* Then the spelling ends alike, whose attribute it may be. */
static bool gives_function(CXType canonical)
{
    CXType result = clang_getCanonicalType(clang_getResultType(canonical));

    while (result.kind == CXType_Pointer)
        result = clang_getCanonicalType(clang_getPointeeType(result));
    return result.kind == CXType_FunctionProto || result.kind == CXType_FunctionNoProto;
}

static bool mentions_regparm(CXType canonical)
{
    CXString spelling = clang_getTypeSpelling(canonical);
    bool is_there = strstr(clang_getCString(spelling), "regparm (") != NULL;

    clang_disposeString(spelling);
    return is_there;
}

enum abx_convention gen_convention_find(CXType type, const char **problemp)
{
    CXType canonical = clang_getCanonicalType(type);
    enum CXCallingConv parsers = clang_getFunctionTypeCallingConv(canonical);
    bool is_unclear = gives_function(canonical);
    unsigned regparm = is_unclear ? 0 : find_regparm(canonical);

    *problemp = NULL;
    if (is_unclear && mentions_regparm(canonical)) {
        *problemp =
            "has regparm, and returns a function: libclang does not tell whose it is";
        return ABX_CONVENTION_PLATFORM;
    }
    for (size_t i = 0; i < sizeof(conventions) / sizeof(*conventions); i++) {
        if (conventions[i].parsers != parsers)
            continue;
        if (regparm && conventions[i].convention != ABX_CONVENTION_PLATFORM)
            break;
        return regparm ? ABX_CONVENTION_REGPARM1 + regparm - 1
                       : conventions[i].convention;
    }
    *problemp = "has a calling convention that the table has no word for";
    return ABX_CONVENTION_PLATFORM;
}
