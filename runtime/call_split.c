/*
 * Up to 3.4.6, libffi copies a record of two eightbytes, the first one an integer's and the
 * second none of an integer, as a whole to where the first belongs. Is that the last of the
 * general registers, the first floating argument is overwritten. Such a record is passed as its
 * parts would be that stood for it (System V psABI 3.2.3), which is how libffi gets it here.
 */
#include "runtime/call_split.h"

#include <string.h>

#include "runtime/shape.h"

/* The argument that libffi would copy too much of. */
struct split {
    size_t number;        /* 0: there is none */
    bool has_second_part; /* the second eightbyte is no padding */
};

#if defined(__x86_64__) && !defined(_WIN32)

enum { N_GENERAL = 6, N_FLOATING = 8 };
enum { INTEGER = 1, FLOATING = 2, MEMORY = 4 };

struct classes {
    unsigned of[ABX_REGISTERS_SIZE / ABX_EIGHTBYTE];
};

static void classify(const ffi_type *type, size_t at, struct classes *classes)
{
    bool is_floating = type->type == FFI_TYPE_FLOAT || type->type == FFI_TYPE_DOUBLE;

    if (type->type == FFI_TYPE_LONGDOUBLE || at + type->size > ABX_REGISTERS_SIZE) {
        classes->of[0] |= MEMORY;
    } else if (type->type == FFI_TYPE_COMPLEX) {
        classify(type->elements[0], at, classes);
        classify(type->elements[0], at + type->elements[0]->size, classes);
    } else if (type->type == FFI_TYPE_STRUCT) {
        for (ffi_type **element = type->elements; *element != NULL; element++) {
            at = (at + (*element)->alignment - 1) / (*element)->alignment *
                 (*element)->alignment;
            classify(*element, at, classes);
            at += (*element)->size;
        }
    } else {
        classes->of[at / ABX_EIGHTBYTE] |= is_floating ? FLOATING : INTEGER;
    }
}

/* Registers that were given out. */
struct registers {
    unsigned n_general;
    unsigned n_floating;
};

/* False where the argument goes to the stack. */
static bool take(struct registers *registers, const struct classes *classes)
{
    struct registers after = *registers;

    if ((classes->of[0] & MEMORY) != 0)
        return false;
    for (size_t i = 0; i < sizeof(classes->of) / sizeof(*classes->of); i++) {
        after.n_general += (classes->of[i] & INTEGER) != 0;
        after.n_floating += classes->of[i] == FLOATING;
    }
    if (after.n_general > N_GENERAL || after.n_floating > N_FLOATING)
        return false;
    *registers = after;
    return true;
}

static struct split find_split(const struct abx_plan *plan)
{
    bool is_result_in_memory =
        plan->result->type == FFI_TYPE_STRUCT && plan->result->size > ABX_REGISTERS_SIZE;
    struct registers registers = {.n_general = is_result_in_memory};

    for (size_t i = 0; plan->abi == FFI_UNIX64 && i < plan->n_fixed; i++) {
        struct registers before = registers;
        struct classes classes = {0};

        classify(plan->types[i], 0, &classes);
        if (take(&registers, &classes) && before.n_general == N_GENERAL - 1 &&
            before.n_floating > 0 && plan->types[i]->size > ABX_EIGHTBYTE &&
            (classes.of[0] & INTEGER) != 0 && (classes.of[1] & INTEGER) == 0)
            return (struct split){i + 1, classes.of[1] == FLOATING};
    }
    return (struct split){0};
}

#else

static struct split find_split(const struct abx_plan *plan)
{
    (void)plan;
    return (struct split){0};
}

#endif

int abx_call_split(struct abx_table *table, struct abx_plan *plan)
{
    struct split split = find_split(plan);
    size_t at = split.number;
    size_t second = split.has_second_part;

    plan->passed = plan->types;
    if (at == 0)
        return ABX_OK;
    plan->passed =
        abx_arena_alloc(&table->arena, (plan->n_fixed + second + 1) * sizeof(void *));
    if (plan->passed == NULL)
        return ABX_NO_MEMORY;
    memcpy(plan->passed, plan->types, at * sizeof(void *));
    memcpy(plan->passed + at + second, plan->types + at,
           (plan->n_fixed - at) * sizeof(void *));
    plan->passed[at - 1] = &ffi_type_uint64;
    if (second == 0)
        return ABX_OK;
    plan->split = at;
    plan->passed[at] = plan->types[at - 1]->size - ABX_EIGHTBYTE > sizeof(float)
                           ? &ffi_type_double
                           : &ffi_type_float;
    return ABX_OK;
}
