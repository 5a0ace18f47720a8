/*
 * Which convention libffi can call by is decided by the processor that this library was
 * built for. What is not in the list is refused: a call by another convention would find
 * its arguments elsewhere.
 */
#include "runtime/call_convention.h"

#include <stddef.h>

/*
 * GCC's ms_abi hands over a long double of its own size, as FFI_GNUW64 does. GCC's regparm
 * is not FFI_REGISTER, which turns around what goes on the stack.
 */
static const struct known {
    enum abx_convention convention;
    ffi_abi abi;
    bool is_for_variadic;
    bool is_for_records;
} known[] = {
    {ABX_CONVENTION_PLATFORM, FFI_DEFAULT_ABI, true, true},
#if defined(__x86_64__) && !defined(_WIN32) && !defined(__ILP32__)
    {ABX_CONVENTION_MS_ABI, FFI_GNUW64, true, true},
    {ABX_CONVENTION_SYSV_ABI, FFI_UNIX64, true, true},
#elif defined(__i386__) && !defined(_WIN32)
    {ABX_CONVENTION_FASTCALL, FFI_FASTCALL, false, false},
    {ABX_CONVENTION_STDCALL, FFI_STDCALL, false, true},
    {ABX_CONVENTION_THISCALL, FFI_THISCALL, false, false},
#endif
};

static const struct known *find_known(enum abx_convention convention)
{
    for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++) {
        if (known[i].convention == convention)
            return &known[i];
    }
    return NULL;
}

static bool has_records(const struct abx_type *type)
{
    static const bool is_record[ABX_N_TYPE_KINDS] = {
        [ABX_TYPE_STRUCT] = true, [ABX_TYPE_UNION] = true, [ABX_TYPE_COMPLEX] = true};
    bool has = is_record[abx_type_strip(type->target)->kind];

    for (size_t i = 0; i < type->n_parameters && !has; i++)
        has = is_record[abx_type_passed(type->parameters[i].type)->kind];
    return has;
}

bool abx_call_convention_find(const struct abx_type *type, ffi_abi *abip,
                              const char **whyp)
{
    const struct known *found = find_known(type->convention);

    *whyp = NULL;
    if (found == NULL)
        *whyp = "which libffi does not know here";
    else if (!found->is_for_variadic && (type->is_variadic || type->has_no_prototype))
        *whyp = "by which no variadic function is called";
    else if (!found->is_for_records && has_records(type))
        *whyp = "by which libffi may pass a record otherwise than the compiler does";
    else
        *abip = found->abi;
    return *whyp == NULL;
}
