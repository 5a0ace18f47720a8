/* Numbers that the compiler told, as the words that the table uses for them. */
#include "gen/platform.h"

#include <stddef.h>

static const struct {
    unsigned long_size;
    unsigned pointer_size;
    const char *word;
} models[] = {{8, 8, "LP64"}, {4, 4, "ILP32"}, {4, 8, "LLP64"}};

static const struct {
    unsigned digits;
    const char *word;
} long_doubles[] = {{53, "f64"}, {64, "f80"}, {106, "ibm128"}, {113, "f128"}};

const char *gen_platform_model(const struct gen_platform *platform)
{
    for (size_t i = 0; i < sizeof(models) / sizeof(*models); i++)
        if (models[i].long_size == platform->long_size &&
            models[i].pointer_size == platform->pointer_size)
            return models[i].word;
    return NULL;
}

const char *gen_platform_long_double(const struct gen_platform *platform)
{
    for (size_t i = 0; i < sizeof(long_doubles) / sizeof(*long_doubles); i++)
        if (long_doubles[i].digits == platform->long_double_digits)
            return long_doubles[i].word;
    return NULL;
}
