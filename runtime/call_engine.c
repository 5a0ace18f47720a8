/*
 * What carries out a call: an entry point for direct calls, or libffi behind one that
 * looks the same. libffi takes pointers to values; those of an image point into it.
 *
 * Later versions of libffi make plans, so that the signature is not interpreted anew for
 * each call. The library that runs may have them though the one of the build had not.
 */
#include "runtime/call.h"
#include "runtime/call_plan.h"
#include "runtime/direct.h"
#include "runtime/table.h"

extern __attribute__((weak)) struct ffi_call_plan *ffi_call_plan_alloc(ffi_cif *cif);
extern __attribute__((weak)) void ffi_call_plan_invoke(struct ffi_call_plan *plan,
                                                       void (*address)(void),
                                                       void *result, void **values);
extern __attribute__((weak)) void ffi_call_plan_free(struct ffi_call_plan *plan);

/* ---- libffi's plans ---- */

void abx_call_make_plan(struct abx_table *table, struct abx_plan *plan)
{
    if (ffi_call_plan_alloc == NULL || ffi_call_plan_invoke == NULL ||
        ffi_call_plan_free == NULL || plan->is_variable ||
        plan->engine == ABX_ENGINE_DIRECT || plan->made != NULL)
        return;
    plan->made = ffi_call_plan_alloc(&plan->cif);
    if (plan->made == NULL)
        return;
    plan->next_made = table->made_plans;
    table->made_plans = plan;
}

void abx_call_free_plans(struct abx_table *table)
{
    for (struct abx_plan *plan = table->made_plans; plan != NULL; plan = plan->next_made)
        ffi_call_plan_free(plan->made);
    table->made_plans = NULL;
}

void abx_call_ffi(const struct abx_plan *plan, void *address, void *result, void **values)
{
    if (plan->made != NULL)
        ffi_call_plan_invoke(plan->made, FFI_FN(address), result, values);
    else
        ffi_call((ffi_cif *)&plan->cif, FFI_FN(address), result, values);
}

/* ---- images ---- */

/* libffi gives integers up to the size of a register as a whole ffi_arg. */
union left {
    ffi_arg word;
    uint64_t wide;
    float narrow;
    double real;
};

static void call(const struct abx_image *image, const void *words, union left *left)
{
    const struct abx_plan *plan = (const struct abx_plan *)image;
    void *values[ABX_IMAGE_PLACES];

    for (size_t i = 0; i < image->n_places; i++)
        values[i] = (unsigned char *)words + plan->offsets[i];
    abx_call_ffi(plan, image->address, left, values);
}

static uint64_t enter_word(const struct abx_image *image, const void *words)
{
    union left left;

    call(image, words, &left);
    return left.word;
}

static uint64_t enter_wide(const struct abx_image *image, const void *words)
{
    union left left;

    call(image, words, &left);
    return left.wide;
}

static double enter_float(const struct abx_image *image, const void *words)
{
    union left left;

    call(image, words, &left);
    return (double)left.narrow;
}

static double enter_double(const struct abx_image *image, const void *words)
{
    union left left;

    call(image, words, &left);
    return left.real;
}

/* Every argument has a word; libffi reads an integer of its own size from it. */
static void use_libffi(struct abx_plan *plan)
{
    enum { WORD = 8 };
    struct abx_image *image = &plan->image;

    for (size_t i = 0; i < image->n_places; i++) {
        struct abx_place *place = &plan->places[i];

        place->offset = i * WORD;
        place->size = WORD;
        plan->offsets[i] = place->offset;
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
        if (place->scalar == ABX_SCALAR_INT || place->scalar == ABX_SCALAR_UINT)
            plan->offsets[i] += WORD - plan->types[i]->size;
#endif
    }
    image->size = (image->n_places > 0 ? image->n_places : 1) * WORD;
    if (image->result == ABX_SCALAR_FLOAT)
        image->enter.real = enter_float;
    else if (image->result == ABX_SCALAR_DOUBLE)
        image->enter.real = enter_double;
    else
        image->enter.integer =
            plan->result->size > sizeof(ffi_arg) ? enter_wide : enter_word;
}

void abx_call_choose_entry(struct abx_plan *plan, enum abx_convention convention)
{
    if (plan->engine == ABX_ENGINE_DIRECT &&
        abx_direct_prepare(&plan->image, plan->places, convention))
        return;
    plan->engine = ABX_ENGINE_LIBFFI;
    if (plan->image.n_places <= ABX_IMAGE_PLACES)
        use_libffi(plan);
    else
        plan->image.size = 0;
}
