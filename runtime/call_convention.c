/*
 * Which convention libffi can call by is decided by the processor that this library was
 * built for. What is not in the list is refused: a call by another convention would find
 * its arguments elsewhere.
 */
#include "runtime/call_convention.h"

#include <stddef.h>

/*
 * How ms_abi hands over a long double, GCC and clang do not agree. GCC's regparm is not
 * FFI_REGISTER, which turns around what goes on the stack.
 */
static const struct known {
    enum abx_convention convention;
    ffi_abi abi;
    bool is_for_variadic;
    bool is_for_records;
    bool is_for_long_double;
} known[] = {
    {ABX_CONVENTION_PLATFORM, FFI_DEFAULT_ABI, true, true, true},
#if defined(__x86_64__) && !defined(_WIN32) && !defined(__ILP32__)
    {ABX_CONVENTION_MS_ABI, FFI_GNUW64, true, true, false},
    {ABX_CONVENTION_SYSV_ABI, FFI_UNIX64, true, true, true},
#elif defined(__x86_64__) && defined(_WIN32)
    {ABX_CONVENTION_MS_ABI, FFI_DEFAULT_ABI, true, true, true},
#elif defined(__i386__)
    {ABX_CONVENTION_FASTCALL, FFI_FASTCALL, false, false, true},
    {ABX_CONVENTION_STDCALL, FFI_STDCALL, false, true, true},
    {ABX_CONVENTION_THISCALL, FFI_THISCALL, false, false, true},
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

static bool is_record(const struct abx_type *type)
{
    static const bool is_one[ABX_N_TYPE_KINDS] = {
        [ABX_TYPE_STRUCT] = true, [ABX_TYPE_UNION] = true, [ABX_TYPE_COMPLEX] = true};

    return is_one[type->kind];
}

static bool is_long_double(const struct abx_type *type)
{
    if (type->kind == ABX_TYPE_COMPLEX)
        type = abx_type_strip(type->target);
    return type->kind == ABX_TYPE_FLOAT && type->size > sizeof(double);
}

/* Whether the result or a parameter of the function type @is one of those. */
static bool passes(const struct abx_type *type, bool (*is)(const struct abx_type *))
{
    bool has = is(abx_type_strip(type->target));

    for (size_t i = 0; i < type->n_parameters && !has; i++)
        has = is(abx_type_passed(type->parameters[i].type));
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
    else if (!found->is_for_records && passes(type, is_record))
        *whyp = "by which libffi may pass a record otherwise than the compiler does";
    else if (!found->is_for_long_double && passes(type, is_long_double))
        *whyp = "by which compilers pass a long double in different ways";
    else
        *abip = found->abi;
    return *whyp == NULL;
}
