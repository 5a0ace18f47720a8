/*
 * Platforms. This library's own is put together from what the compiler predefines, so
 * that it needs no configuration and cannot contradict the code around it. What a table
 * does not say of a foreign platform, because no line of it depends on it but those of
 * builtin types, is in one array here.
 */
#include "runtime/platform.h"

#include <float.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>

#if defined(__x86_64__)
#define ARCH "x86_64"
#elif defined(__i386__)
#define ARCH "i686"
#elif defined(__aarch64__) && defined(__AARCH64EB__)
#define ARCH "aarch64_be"
#elif defined(__aarch64__)
#define ARCH "aarch64"
#elif defined(__arm__) && defined(__ARMEB__)
#define ARCH "armeb"
#elif defined(__arm__)
#define ARCH "arm"
#elif defined(__riscv) && __riscv_xlen == 64
#define ARCH "riscv64"
#elif defined(__riscv)
#define ARCH "riscv32"
#elif defined(__s390x__)
#define ARCH "s390x"
#elif defined(__powerpc64__) && defined(__LITTLE_ENDIAN__)
#define ARCH "powerpc64le"
#elif defined(__powerpc64__)
#define ARCH "powerpc64"
#elif defined(__powerpc__)
#define ARCH "powerpc"
#elif defined(__loongarch64)
#define ARCH "loongarch64"
#elif defined(__mips64) && defined(__MIPSEL__)
#define ARCH "mips64el"
#elif defined(__mips64)
#define ARCH "mips64"
#elif defined(__mips__) && defined(__MIPSEL__)
#define ARCH "mipsel"
#elif defined(__mips__)
#define ARCH "mips"
#elif defined(__sparc__) && defined(__arch64__)
#define ARCH "sparc64"
#elif defined(__alpha__)
#define ARCH "alpha"
#elif defined(__m68k__)
#define ARCH "m68k"
#elif defined(__hppa__)
#define ARCH "hppa"
#else
#error "platform.c does not know this architecture"
#endif

#if defined(__GLIBC__)
#define LIBC "gnu"
#else
#define LIBC "musl"
#endif

#if defined(__x86_64__) && defined(__ILP32__)
#define VARIANT "x32"
#elif defined(__ARM_PCS_VFP)
#define VARIANT "eabihf"
#elif defined(__ARM_EABI__)
#define VARIANT "eabi"
#elif defined(__mips64) && defined(_ABI64) && _MIPS_SIM == _ABI64
#define VARIANT "abi64"
#elif defined(__mips64)
#define VARIANT "abin32"
#else
#define VARIANT ""
#endif

#if defined(__linux__)
#define PLATFORM ARCH "-linux-" LIBC VARIANT
#elif defined(_WIN32)
#define PLATFORM ARCH "-w64-mingw32"
#else
#error "platform.c does not know this operating system"
#endif

#if LDBL_MANT_DIG == 64
#define LONG_DOUBLE "f80"
#elif LDBL_MANT_DIG == 113
#define LONG_DOUBLE "f128"
#elif LDBL_MANT_DIG == 106
#define LONG_DOUBLE "ibm128"
#else
#define LONG_DOUBLE "f64"
#endif

const char *abx_platform(void)
{
    return PLATFORM;
}

const char *abx_platform_long_double(void)
{
    return LONG_DOUBLE;
}

bool abx_platform_is_big_endian(void)
{
    return __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__;
}

static void put_platform(char *buffer, size_t size)
{
    snprintf(buffer, size, "%s", PLATFORM);
}

static void put_model(char *buffer, size_t size)
{
    const char *model = sizeof(void *) == 4 ? "ILP32"
                        : sizeof(long) == 4 ? "LLP64"
                                            : "LP64";

    snprintf(buffer, size, "%s", model);
}

static void put_order(char *buffer, size_t size)
{
    snprintf(buffer, size, "%s", abx_platform_is_big_endian() ? "big" : "little");
}

static void put_char(char *buffer, size_t size)
{
    snprintf(buffer, size, "%s", CHAR_MIN < 0 ? "signed" : "unsigned");
}

static void put_long_double(char *buffer, size_t size)
{
    snprintf(buffer, size, "%s %zu %zu", LONG_DOUBLE, sizeof(long double),
             _Alignof(long double));
}

static void put_wchar(char *buffer, size_t size)
{
    snprintf(buffer, size, "%c%zu", WCHAR_MIN < 0 ? 'i' : 'u',
             sizeof(wchar_t) * CHAR_BIT);
}

static const struct {
    const char *key;
    void (*put)(char *buffer, size_t size);
} properties[] = {
    {"platform", put_platform},
    {"model", put_model},
    {"order", put_order},
    {"char", put_char},
    {"long-double", put_long_double},
    {"wchar", put_wchar},
};

const char *abx_platform_property(size_t index, char *buffer, size_t size)
{
    if (index >= sizeof(properties) / sizeof(*properties))
        return NULL;
    properties[index].put(buffer, size);
    return properties[index].key;
}

/*
 * Where a platform leaves the rule (natural alignment, va_list is a pointer). 0: follows
 * it. Sources: the psABI supplements of each architecture. The first prefix that fits
 * counts.
 */
static const struct {
    const char *prefix;
    unsigned long_long_align;
    unsigned int128_align;
    unsigned va_list_size;
    unsigned va_list_align;
} exceptions[] = {
    {"x86_64-linux-gnux32", 0, 0, 16, 4},
    {"x86_64-linux", 0, 0, 24, 8},
    {"i386-linux", 4, 0, 0, 0},
    {"i486-linux", 4, 0, 0, 0},
    {"i586-linux", 4, 0, 0, 0},
    {"i686-linux", 4, 0, 0, 0},
    {"aarch64-linux", 0, 0, 32, 8},
    {"aarch64_be-linux", 0, 0, 32, 8},
    {"s390x-", 0, 8, 32, 8},
    {"powerpc-", 0, 0, 12, 4},
    {"alpha-", 0, 0, 16, 8},
    {"m68k-", 2, 2, 0, 0},
};

void abx_platform_complete(const char *platform, struct abx_data_model *model)
{
    model->long_long_align = 8;
    model->int128_align = 16;
    model->va_list_size = model->pointer_size;
    model->va_list_align = model->pointer_size;
    for (size_t i = 0; i < sizeof(exceptions) / sizeof(*exceptions); i++) {
        if (strncmp(platform, exceptions[i].prefix, strlen(exceptions[i].prefix)) != 0)
            continue;
        if (exceptions[i].long_long_align != 0)
            model->long_long_align = exceptions[i].long_long_align;
        if (exceptions[i].int128_align != 0)
            model->int128_align = exceptions[i].int128_align;
        if (exceptions[i].va_list_size != 0) {
            model->va_list_size = exceptions[i].va_list_size;
            model->va_list_align = exceptions[i].va_list_align;
        }
        return;
    }
}
