/*
 * Which direct calls there are for a function: the files direct_*.c know one convention
 * each, this one knows which of them belong to the processor.
 */
#include "runtime/direct.h"

#ifndef ABX_DIRECT_CALLS
#define ABX_DIRECT_CALLS 1
#endif

/* Ended by NULL. */
static const struct abx_direct *const known[] = {
#if ABX_DIRECT_CALLS
#if defined(__x86_64__) && defined(_WIN32)
    &abx_direct_win64,
#elif defined(__x86_64__) && ABX_DIRECT_REGISTERS
    &abx_direct_registers,
    &abx_direct_win64,
#elif defined(__i386__)
    &abx_direct_cdecl,
    &abx_direct_stdcall,
#elif ABX_DIRECT_REGISTERS
    &abx_direct_registers,
#endif
#endif
    NULL,
};

static enum abx_convention bare(enum abx_convention convention)
{
#if defined(__x86_64__) && defined(_WIN32)
    return convention == ABX_CONVENTION_PLATFORM ? ABX_CONVENTION_MS_ABI : convention;
#elif defined(__x86_64__)
    return convention == ABX_CONVENTION_SYSV_ABI ? ABX_CONVENTION_PLATFORM : convention;
#else
    return convention;
#endif
}

static const struct abx_direct *find(enum abx_convention convention)
{
    for (size_t i = 0; known[i] != NULL; i++) {
        if (known[i]->convention == convention)
            return known[i];
    }
    return NULL;
}

void abx_direct_use_entry(struct abx_image *image, const struct abx_direct_entry *entry,
                          size_t size)
{
    image->size = size;
    if (image->result == ABX_SCALAR_FLOAT)
        image->enter.real = entry->single;
    else if (image->result == ABX_SCALAR_DOUBLE)
        image->enter.real = entry->real;
    else
        image->enter.integer = entry->integer;
}

bool abx_direct_is_available(void)
{
    return known[0] != NULL;
}

bool abx_direct_prepare(struct abx_image *image, struct abx_place *places,
                        enum abx_convention convention)
{
    const struct abx_direct *direct = find(bare(convention));
    struct abx_direct_use use = {0};

    if (direct == NULL)
        return false;
    for (size_t i = 0; i < image->n_places; i++)
        direct->assign(&places[i], &use);
    return direct->choose(image, &use);
}
