/*
 * Types as libffi wants them. A record is first laid out from its members by libffi's own
 * rules; where that gives the table's sizes and offsets, libffi knows all that a calling
 * convention may ask for. Other records (unions, bit-fields, packed ones) are given to
 * libffi as something that the calling convention passes in the same way, or not at all:
 * a wrong guess would corrupt arguments silently.
 */
#include "runtime/signature.h"

#include <ffi.h>
#include <string.h>

#include "runtime/platform.h"
#include "runtime/shape.h"
#include "runtime/table.h"
#include "runtime/type.h"

/* Nothing greater is passed by value; libffi aligns what it passes to MAX_ALIGN at most. */
enum { MAX_ELEMENTS = ABX_SHAPE_MAX, MAX_SIZE = 64 * 1024, MAX_ALIGN = 16 };

/* ---- scalars ---- */

static ffi_type *find_integer(const struct abx_type *type)
{
    static ffi_type *const integers[][2] = {
        {&ffi_type_uint8, &ffi_type_sint8},
        {&ffi_type_uint16, &ffi_type_sint16},
        {&ffi_type_uint32, &ffi_type_sint32},
        {&ffi_type_uint64, &ffi_type_sint64},
    };

    for (size_t i = 0; i < sizeof(integers) / sizeof(*integers); i++) {
        if (type->size == integers[i][0]->size)
            return integers[i][abx_type_is_signed(type)];
    }
    return NULL;
}

static ffi_type *find_pointer(const struct abx_type *type)
{
    return type->size == ffi_type_pointer.size ? &ffi_type_pointer : NULL;
}

static ffi_type *find_void(const struct abx_type *type)
{
    (void)type;
    return &ffi_type_void;
}

/*
 * Where libffi does not know complex numbers, but the calling convention passes them as a
 * struct of two floating numbers (RISC-V calling conventions 2.2, ELFv2 2.2.3). With their
 * sizes set, libffi does not write to these types.
 */
#if !defined(FFI_TARGET_HAS_COMPLEX_TYPE) &&                                             \
    (defined(__riscv) || (defined(_CALL_ELF) && _CALL_ELF == 2))
#define IS_COMPLEX_A_PAIR 1
#else
#define IS_COMPLEX_A_PAIR 0
#endif

#if IS_COMPLEX_A_PAIR
#define PAIR(number, element)                                                            \
    {                                                                                    \
        2 * sizeof(number), _Alignof(number), FFI_TYPE_STRUCT, (ffi_type *[])            \
        {                                                                                \
            &(element), &(element), NULL                                                 \
        }                                                                                \
    }

static const ffi_type pairs[] = {
    PAIR(float, ffi_type_float),
    PAIR(double, ffi_type_double),
    PAIR(long double, ffi_type_longdouble),
};
#endif

static const struct {
    const char *word; /* NULL: the platform's long double */
    ffi_type *real;
    ffi_type *complex;
} floats[] = {
#ifdef FFI_TARGET_HAS_COMPLEX_TYPE
    {"f32", &ffi_type_float, &ffi_type_complex_float},
    {"f64", &ffi_type_double, &ffi_type_complex_double},
    {NULL, &ffi_type_longdouble, &ffi_type_complex_longdouble},
#elif IS_COMPLEX_A_PAIR
    {"f32", &ffi_type_float, (ffi_type *)&pairs[0]},
    {"f64", &ffi_type_double, (ffi_type *)&pairs[1]},
    {NULL, &ffi_type_longdouble, (ffi_type *)&pairs[2]},
#else
    {"f32", &ffi_type_float, NULL},
    {"f64", &ffi_type_double, NULL},
    {NULL, &ffi_type_longdouble, NULL},
#endif
};

enum { N_FLOATS = sizeof(floats) / sizeof(*floats) };

static size_t float_index(const struct abx_type *type)
{
    for (size_t i = 0; i < N_FLOATS; i++) {
        const char *word =
            floats[i].word != NULL ? floats[i].word : abx_platform_long_double();

        if (type->name != NULL && strcmp(word, type->name) == 0)
            return i;
    }
    return N_FLOATS;
}

static ffi_type *find_float(const struct abx_type *type)
{
    size_t i = float_index(type);

    return i < N_FLOATS && floats[i].real->size == type->size ? floats[i].real : NULL;
}

static ffi_type *find_complex(const struct abx_type *type)
{
    size_t i =
        type->target != NULL ? float_index(abx_type_strip(type->target)) : N_FLOATS;
    ffi_type *found = i < N_FLOATS ? floats[i].complex : NULL;

    return found != NULL && found->size == type->size ? found : NULL;
}

static const struct {
    ffi_type *(*find)(const struct abx_type *type);
    const char *why; /* what to say where find gives NULL */
} kinds[ABX_N_TYPE_KINDS] = {
    [ABX_TYPE_VOID] = {find_void, NULL},
    [ABX_TYPE_BOOL] = {find_integer, "is a bool of an unknown size"},
    [ABX_TYPE_CHAR] = {find_integer, "is a char of an unknown size"},
    [ABX_TYPE_INT] = {find_integer, "is an integer of a width that libffi does not pass"},
    [ABX_TYPE_FLOAT] = {find_float, "has a floating format that libffi does not pass"},
    [ABX_TYPE_COMPLEX] = {find_complex,
                          "is a complex number that libffi does not pass here"},
    [ABX_TYPE_VA_LIST] = {NULL, "is a va_list, which only C can make"},
    [ABX_TYPE_POINTER] = {find_pointer, "is a pointer of another size than here"},
    [ABX_TYPE_ARRAY] = {NULL, "is an array, which C does not pass by value"},
    [ABX_TYPE_FUNCTION] = {NULL, "is a function, which C does not pass by value"},
    [ABX_TYPE_ENUM] = {find_integer, "is an enum of a width that libffi does not pass"},
};

/* ---- records laid out by libffi ---- */

/* Elements of a record under construction, and where the table has them. */
struct elements {
    struct abx_table *table;
    size_t *budget;   /* elements that the outermost record may still have */
    ffi_type **types; /* ended by NULL */
    size_t *offsets;
    size_t n;
    bool is_irregular; /* what it holds says nothing about the calling convention */
};

static bool is_empty(const struct abx_type *type)
{
    return abx_type_size(type) == 0;
}

/* Elements that the members give; more than MAX_ELEMENTS if too many. */
static size_t count_elements(const struct abx_type *record)
{
    size_t n = 0;

    for (size_t i = 0; i < record->n_members && n <= MAX_ELEMENTS; i++) {
        size_t count;

        if (is_empty(abx_shape_unroll(record->members[i].type, &count)))
            continue;
        n = count > MAX_ELEMENTS ? MAX_ELEMENTS + 1 : n + count;
    }
    return n;
}

static int elements_init(struct elements *list, struct abx_table *table, size_t capacity)
{
    *list = (struct elements){.table = table};
    list->types = abx_arena_alloc(&table->arena, (capacity + 1) * sizeof(void *));
    list->offsets =
        abx_arena_alloc(&table->arena, (capacity + 1) * sizeof(*list->offsets));
    return list->types != NULL && list->offsets != NULL ? ABX_OK : ABX_NO_MEMORY;
}

static int natural_record(struct abx_table *table, const struct abx_type *record,
                          size_t *budget, ffi_type **ffip);

static int add_member(struct elements *list, const struct abx_member *member)
{
    size_t count;
    const struct abx_type *type = abx_shape_unroll(member->type, &count);
    ffi_type *element = NULL;
    int status = ABX_OK;

    if (list->is_irregular || count == 0 || is_empty(type))
        return ABX_OK;
    if (abx_shape_is_record(type))
        status = natural_record(list->table, type, list->budget, &element);
    else if (kinds[type->kind].find != NULL)
        element = kinds[type->kind].find(type);
    if (status != ABX_OK)
        return status;
    if (element == NULL || member->is_bit_field)
        list->is_irregular = true;
    for (size_t i = 0; i < count && !list->is_irregular; i++) {
        list->types[list->n] = element;
        list->offsets[list->n++] = member->offset + i * abx_type_size(type);
    }
    return ABX_OK;
}

static ffi_type *new_aggregate(struct abx_table *table, ffi_type **elements)
{
    ffi_type *ffi = abx_arena_alloc(&table->arena, sizeof(*ffi));

    if (ffi != NULL) {
        ffi->type = FFI_TYPE_STRUCT;
        ffi->elements = elements;
    }
    return ffi;
}

/* Whether libffi's layout of @ffi, made of @list, is the table's layout of @record. */
static int compare_layout(const struct elements *list, const struct abx_type *record,
                          ffi_type *ffi, bool *agreesp)
{
    size_t *offsets =
        abx_arena_alloc(&list->table->arena, (list->n + 1) * sizeof(*offsets));

    if (offsets == NULL)
        return ABX_NO_MEMORY;
    *agreesp = ffi_get_struct_offsets(FFI_DEFAULT_ABI, ffi, offsets) == FFI_OK &&
               ffi->size == record->size && ffi->alignment == record->align &&
               memcmp(offsets, list->offsets, list->n * sizeof(*offsets)) == 0;
    return ABX_OK;
}

/* A struct that libffi lays out as the table does; *@ffip is NULL if it does not. */
static int natural_record(struct abx_table *table, const struct abx_type *record,
                          size_t *budget, ffi_type **ffip)
{
    size_t n_elements = count_elements(record);
    struct elements list;
    ffi_type *ffi;
    bool agrees = false;
    int status;

    *ffip = NULL;
    if (record->kind != ABX_TYPE_STRUCT || n_elements == 0 || n_elements > *budget)
        return ABX_OK;
    *budget -= n_elements;
    status = elements_init(&list, table, n_elements);
    list.budget = budget;
    for (size_t i = 0; status == ABX_OK && i < record->n_members; i++)
        status = add_member(&list, &record->members[i]);
    if (status != ABX_OK || list.is_irregular)
        return status;
    ffi = new_aggregate(table, list.types);
    status = ffi != NULL ? compare_layout(&list, record, ffi, &agrees) : ABX_NO_MEMORY;
    if (agrees)
        *ffip = ffi;
    return status;
}

/* ---- records that are passed like something else ---- */

enum { N_UNITS = 4 };

/* Adds integers, as large as @align lets them be, that cover @size bytes. */
static void add_integers(struct elements *list, size_t size, size_t align)
{
    static ffi_type *const units[N_UNITS] = {&ffi_type_uint64, &ffi_type_uint32,
                                             &ffi_type_uint16, &ffi_type_uint8};

    for (size_t i = 0; i < N_UNITS; i++) {
        while (units[i]->size <= align && units[i]->size <= size) {
            list->types[list->n++] = units[i];
            size -= units[i]->size;
        }
    }
}

#if defined(__x86_64__) && !defined(_WIN32)

/* Registers are given out by eightbyte: integer wins over floating, padding gets none. */
static const char *add_stand_in(struct elements *list, const struct abx_type *record,
                                const struct abx_shape *shape)
{
    if (record->size > ABX_REGISTERS_SIZE) { /* in memory, whatever it holds */
        add_integers(list, ABX_EIGHTBYTE, ABX_EIGHTBYTE);
        return NULL;
    }
    if (shape->is_misaligned)
        return "is a small packed record, which libffi would pass in registers";
    if ((shape->held & ABX_HOLDS_EXTENDED) != 0)
        return "is a record with a long double that libffi cannot express";
    for (size_t at = 0; at < record->size; at += ABX_EIGHTBYTE) {
        size_t size =
            record->size - at < ABX_EIGHTBYTE ? record->size - at : ABX_EIGHTBYTE;
        unsigned held = shape->held_in[at / ABX_EIGHTBYTE];

        if ((held & ABX_HOLDS_INTEGER) != 0)
            add_integers(list, size, ABX_EIGHTBYTE);
        else if (held != 0)
            list->types[list->n++] = size > 4 ? &ffi_type_double : &ffi_type_float;
    }
    return NULL;
}

/*
 * A record that is a long double and nothing else comes back in the register of one;
 * libffi looks for it elsewhere.
 */
static ffi_type *find_returned(const struct abx_type *record)
{
    struct abx_shape shape;

    if (!abx_shape_is_record(record) || record->size > ABX_REGISTERS_SIZE)
        return NULL;
    abx_shape_init(&shape, record);
    return shape.held == ABX_HOLDS_EXTENDED && record->size == ffi_type_longdouble.size
               ? &ffi_type_longdouble
               : NULL;
}

#else

#if defined(__aarch64__) || defined(__ARM_PCS_VFP) ||                                    \
    (defined(__powerpc64__) && defined(_CALL_ELF) && _CALL_ELF == 2)
#define IS_HOMOGENEITY_PASSED 1
#else
#define IS_HOMOGENEITY_PASSED 0
#endif

/* Whether a record is passed by its size alone: in a register for integers where that is
 * the size of one, else by its address (Microsoft, "x64 calling convention"). */
#if defined(__x86_64__) && defined(_WIN32)
#define IS_PASSED_BY_SIZE 1
#else
#define IS_PASSED_BY_SIZE 0
#endif

/* Whether a record is passed by its size and alignment alone, whatever it holds. */
static bool is_passed_as_integers(const struct abx_shape *shape)
{
    if (shape->held == ABX_HOLDS_INTEGER || IS_PASSED_BY_SIZE)
        return true;
#if defined(__i386__) || (defined(__arm__) && !defined(__ARM_PCS_VFP))
    return true; /* no floating registers take part, not even for results */
#elif IS_HOMOGENEITY_PASSED
    return (shape->held & ABX_HOLDS_INTEGER) != 0 || shape->has_other_float;
#elif defined(__s390x__) /* only a struct around one floating member is an exception */
    return (shape->held & ABX_HOLDS_INTEGER) != 0 || shape->has_union;
#elif defined(__riscv)   /* structs are taken apart, unions never */
    return shape->has_union;
#else
    return false;
#endif
}

/*
 * AAPCS64 6.8.2, AAPCS32 7.1.2 and ELFv2 2.2.3.3: what holds nothing but floating members
 * of one type, however it arranges them, is passed as an array of them.
 */
static bool is_passed_as_floats(const struct abx_type *record,
                                const struct abx_shape *shape)
{
    return IS_HOMOGENEITY_PASSED && abx_shape_is_homogeneous(shape, record->size);
}

static const char *add_stand_in(struct elements *list, const struct abx_type *record,
                                const struct abx_shape *shape)
{
    ffi_type *element =
        shape->float_size == sizeof(float) ? &ffi_type_float : &ffi_type_double;

    if (!IS_PASSED_BY_SIZE &&
        (record->align > shape->natural_align || record->align > ABX_EIGHTBYTE))
        return "is an over-aligned record, which libffi cannot express";
    if (is_passed_as_integers(shape)) {
        add_integers(list, record->size, record->align);
        return NULL;
    }
    if (!is_passed_as_floats(record, shape))
        return "is a union, packed or bit-field record with floating members";
    for (size_t at = 0; at < record->size; at += shape->float_size)
        list->types[list->n++] = element;
    return NULL;
}

static ffi_type *find_returned(const struct abx_type *record)
{
    (void)record;
    return NULL;
}

#endif

static int stand_in_record(struct abx_table *table, const struct abx_type *record,
                           ffi_type **ffip, const char **whyp)
{
    struct abx_shape shape;
    size_t n_units = ABX_REGISTERS_SIZE + record->size / record->align;
    struct elements list;
    ffi_type *ffi;

    if (elements_init(&list, table, n_units) != ABX_OK)
        return ABX_NO_MEMORY;
    abx_shape_init(&shape, record);
    if (shape.n_members > MAX_ELEMENTS) {
        *whyp = "is a record of too many members to be passed";
        return ABX_OK;
    }
    *whyp = add_stand_in(&list, record, &shape);
    if (*whyp != NULL)
        return ABX_OK;
    ffi = new_aggregate(table, list.types);
    if (ffi == NULL)
        return ABX_NO_MEMORY;
    /* Set beforehand, libffi does not compute them from the elements. */
    ffi->size = record->size;
    ffi->alignment = (unsigned short)record->align;
    *ffip = ffi;
    return ABX_OK;
}

/*
 * ELFv2 aligns records to 16 bytes among the arguments where their members are, but for those
 * that floating registers hold: up to four long doubles of two registers each (ELFv2 2.2.3.1,
 * and GCC). libffi goes by the alignment of its type.
 */
static void place_among_arguments(const struct abx_type *record, ffi_type *ffi)
{
#if defined(__powerpc64__) && defined(_CALL_ELF) && _CALL_ELF == 2
    enum { MAX_IN_REGISTERS = 4 * 16 };
    struct abx_shape shape;

    abx_shape_init(&shape, record);
    if (shape.held == ABX_HOLDS_EXTENDED && !shape.has_other_float &&
        record->size <= MAX_IN_REGISTERS &&
        strcmp(abx_platform_long_double(), "ibm128") == 0)
        ffi->alignment = ABX_EIGHTBYTE;
#else
    (void)record;
    (void)ffi;
#endif
}

static int find_record(struct abx_table *table, const struct abx_type *record,
                       ffi_type **ffip, const char **whyp)
{
    size_t budget = MAX_ELEMENTS;
    int status;

    *whyp = NULL;
    if (record->is_incomplete)
        *whyp = "has an incomplete type";
    else if (is_empty(record))
        *whyp = "is an empty record, which libffi cannot express";
    else if (record->align > MAX_ALIGN)
        *whyp = "is a record aligned to more than 16 bytes, which libffi cannot express";
    else if (record->size > MAX_SIZE || record->size / record->align > MAX_ELEMENTS)
        *whyp = "is too large a record to be passed";
    if (*whyp != NULL)
        return ABX_OK;
    status = natural_record(table, record, &budget, ffip);
    if (status == ABX_OK && *ffip == NULL)
        status = stand_in_record(table, record, ffip, whyp);
    if (*ffip != NULL)
        place_among_arguments(record, *ffip);
    return status;
}

int abx_signature_find(struct abx_table *table, const struct abx_type *type,
                       ffi_type **ffip, const char **whyp)
{
    const struct abx_type *bare = abx_type_strip(type);

    *ffip = NULL;
    *whyp = NULL;
    if (abx_shape_is_record(bare))
        return find_record(table, bare, ffip, whyp);
    if (kinds[bare->kind].find != NULL)
        *ffip = kinds[bare->kind].find(bare);
    if (*ffip == NULL)
        *whyp = kinds[bare->kind].why;
    return ABX_OK;
}

#if defined(__i386__) && defined(_WIN32)

static bool is_register_size(size_t size)
{
    return size == 1 || size == 2 || size == 4 || size == 8;
}

/* Whether GCC sees an integer in the record: each member is one, or a record like this. */
static bool is_like_integer(const struct abx_type *record)
{
    bool is_like = is_register_size(record->size);

    for (size_t i = 0; i < record->n_members && is_like; i++) {
        const struct abx_type *type = abx_type_strip(record->members[i].type);

        is_like = abx_shape_is_record(type)
                      ? is_like_integer(type)
                      : type->kind != ABX_TYPE_ARRAY && type->kind != ABX_TYPE_COMPLEX;
    }
    return is_like;
}

/*
 * Microsoft's compiler returns small records in the registers for integers. GCC returns a
 * struct around one floating number in the register of such numbers, and some with arrays
 * in memory. Nothing of a table tells which one made a DLL.
 */
static bool is_returned_in_two_ways(const struct abx_type *record)
{
    struct abx_shape shape;

    if (!abx_shape_is_record(record) || record->size > ffi_type_longdouble.size)
        return false;
    abx_shape_init(&shape, record);
    if (shape.held == ABX_HOLDS_EXTENDED ||
        (shape.held == ABX_HOLDS_FLOAT && shape.float_size == record->size))
        return true;
    return is_register_size(record->size) && !is_like_integer(record);
}

#else

static bool is_returned_in_two_ways(const struct abx_type *record)
{
    (void)record;
    return false;
}

#endif

int abx_signature_find_result(struct abx_table *table, const struct abx_type *type,
                              ffi_type **ffip, const char **whyp)
{
    int status = abx_signature_find(table, type, ffip, whyp);
    ffi_type *returned = find_returned(abx_type_strip(type));

    if (*ffip != NULL && returned != NULL)
        *ffip = returned;
    if (*ffip != NULL && is_returned_in_two_ways(abx_type_strip(type))) {
        *ffip = NULL;
        *whyp = "is a record that compilers of Windows return in different ways";
    }
    return status;
}
