/*
 * The self-test: what can be known of a table without a compiler. The process tells its
 * own data model, the dynamic linker which symbols exist, and libffi how a record's
 * members would be laid out. Where a header asked for another layout (packed members,
 * bit-fields, alignments of its own) libffi has no opinion; such records are only held
 * against what no layout may do, so that nothing is reported that is right.
 */
#include <ffi.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "runtime/error.h"
#include "runtime/function.h"
#include "runtime/library.h"
#include "runtime/table.h"
#include "runtime/type.h"

enum { LINES_IN_MEMORY = 256 };

/* What libffi has room for. */
enum { MAX_LAYOUT_ALIGN = 32768 };

/*
 * Works on a table of its own over the same file: what the test finds is given back, and
 * others can go on using the table meanwhile.
 */
struct test {
    struct abx_table table;
    abx_report report;
    void *user;
    size_t n_checks;
    size_t n_findings;
    struct abx_entry entry; /* under test */
    struct abx_error *err;
};

static void find(struct test *test, const char *format, ...) ABX_FORMAT(2, 3);

static void find(struct test *test, const char *format, ...)
{
    struct abx_finding finding = {.kind = test->entry.kind};
    char name[256];
    char message[448];
    va_list args;

    test->n_findings++;
    if (test->report == NULL)
        return;
    snprintf(name, sizeof(name), "%s", test->entry.text == NULL ? "platform" : "line");
    if (test->entry.name != NULL)
        snprintf(name, sizeof(name), "%.*s", (int)test->entry.name_size,
                 test->entry.name);
    va_start(args, format);
    vsnprintf(message, sizeof(message), format, args);
    va_end(args);
    finding.name = name;
    finding.message = message;
    test->report(test->user, &finding);
}

/* ---- the platform ---- */

static void test_platform(struct test *test)
{
    char real[64];
    const char *key;

    for (size_t i = 0; (key = abx_platform_property(i, real, sizeof(real))) != NULL;
         i++) {
        const char *told = abx_table_property(&test->table, key, 0);

        test->n_checks++;
        if (told == NULL || strcmp(told, real) != 0)
            find(test, "%s is %s in the table and %s in this process", key,
                 told != NULL ? told : "missing", real);
    }
}

/* ---- records ---- */

/* A record of which a part is laid out as nobody but the compiler knows. */
static bool is_plain(const struct abx_type *record)
{
    size_t natural = 1;
    bool is_aligned = true;

    for (size_t i = 0; i < record->n_members; i++) {
        const struct abx_member *member = &record->members[i];
        size_t align = abx_type_align(member->type);

        if (member->is_bit_field)
            return false;
        is_aligned = is_aligned && member->offset % align == 0;
        if (align > natural)
            natural = align;
    }
    return is_aligned && natural == record->align && natural <= MAX_LAYOUT_ALIGN;
}

/* What no layout may do, whatever the header asked for. The parser saw to the rest. */
static void test_bounds(struct test *test, const struct abx_type *record)
{
    test->n_checks++;
    if (record->size % record->align != 0)
        find(test, "the size %zu is no multiple of the alignment %zu", record->size,
             record->align);
    if (record->kind != ABX_TYPE_UNION)
        return;
    for (size_t i = 0; i < record->n_members; i++) {
        const struct abx_member *member = &record->members[i];

        test->n_checks++;
        if (member->offset != 0 && !member->is_bit_field)
            find(test, "%s does not begin where the union begins",
                 member->name != NULL ? member->name : "an unnamed member");
    }
}

static size_t begin_bit(const struct abx_member *member)
{
    return member->offset * CHAR_BIT + member->bit_offset;
}

static size_t end_bit(const struct abx_member *member)
{
    return begin_bit(member) + (member->is_bit_field
                                    ? member->bit_width
                                    : abx_type_size(member->type) * CHAR_BIT);
}

/* Members of a struct that share bits. */
static void test_overlap(struct test *test, const struct abx_type *record)
{
    for (size_t i = 1; i < record->n_members; i++) {
        const struct abx_member *member = &record->members[i];

        test->n_checks++;
        if (begin_bit(member) < end_bit(&record->members[i - 1]))
            find(test, "%s begins at %zu, inside the member in front of it",
                 member->name != NULL ? member->name : "an unnamed member",
                 member->offset);
    }
}

/* Where libffi lays a plain struct's members, one element for each member. */
struct layout {
    ffi_type *members;
    ffi_type **elements;
    size_t *offsets;
    size_t n;
    size_t size;
};

static void layout_finish(struct layout *layout)
{
    free(layout->members);
    free(layout->elements);
    free(layout->offsets);
}

static int layout_init(struct layout *layout, const struct abx_type *record)
{
    size_t n = record->n_members + 1;

    *layout = (struct layout){0};
    layout->members = calloc(n, sizeof(*layout->members));
    layout->elements = calloc(n, sizeof(void *));
    layout->offsets = calloc(n, sizeof(*layout->offsets));
    if (layout->members == NULL || layout->elements == NULL || layout->offsets == NULL)
        return ABX_NO_MEMORY;
    for (size_t i = 0; i < record->n_members; i++) {
        const struct abx_type *type = record->members[i].type;
        ffi_type *member = &layout->members[layout->n];

        if (abx_type_size(type) == 0)
            continue; /* a flexible array takes no room */
        member->type = FFI_TYPE_STRUCT;
        member->size = abx_type_size(type);
        member->alignment = (unsigned short)abx_type_align(type);
        layout->elements[layout->n++] = member;
    }
    return ABX_OK;
}

/*
 * Whether a header can have asked for @told where @natural was due: an alignment of the
 * member's own, which the whole record inherits, or unnamed bits in front of it.
 */
static bool is_explained(const struct abx_type *record, size_t told, size_t natural)
{
    return told > natural && told % record->align == 0;
}

static void compare_offsets(struct test *test, const struct abx_type *record,
                            const struct layout *layout)
{
    size_t shift = 0; /* what an explained gap moves those behind it */
    size_t n = 0;

    for (size_t i = 0; i < record->n_members; i++) {
        const struct abx_member *member = &record->members[i];
        size_t natural;

        if (abx_type_size(member->type) == 0)
            continue;
        natural = layout->offsets[n++] + shift;
        test->n_checks++;
        if (member->offset == natural)
            continue;
        if (is_explained(record, member->offset, natural))
            shift += member->offset - natural;
        else
            find(test, "%s is at %zu, but its type and those in front put it at %zu",
                 member->name != NULL ? member->name : "an unnamed member",
                 member->offset, natural);
    }
    test->n_checks++;
    if (record->size < layout->size + shift)
        find(test, "the size is %zu, but the members need %zu", record->size,
             layout->size + shift);
}

static int test_layout(struct test *test, const struct abx_type *record)
{
    struct layout layout;
    int status = layout_init(&layout, record);
    ffi_type whole = {.type = FFI_TYPE_STRUCT, .elements = layout.elements};

    if (status == ABX_OK && layout.n > 0 &&
        ffi_get_struct_offsets(FFI_DEFAULT_ABI, &whole, layout.offsets) == FFI_OK) {
        layout.size = whole.size;
        compare_offsets(test, record, &layout);
    }
    layout_finish(&layout);
    return status == ABX_OK ? ABX_OK : abx_error_no_memory(test->err);
}

static int test_record(struct test *test)
{
    const struct abx_type *record = NULL;
    char name[300];
    int status;

    snprintf(name, sizeof(name), "%s %.*s",
             test->entry.kind == ABX_KIND_STRUCT ? "struct" : "union",
             (int)test->entry.name_size, test->entry.name);
    status = abx_table_find_type(&test->table, name, &record, test->err);
    if (status != ABX_OK || record->is_incomplete)
        return status;
    test_bounds(test, record);
    if (record->kind == ABX_TYPE_UNION)
        return ABX_OK;
    test_overlap(test, record);
    if (!is_plain(record))
        return ABX_OK;
    return test_layout(test, record);
}

/* ---- symbols and constants ---- */

/* The very address that a look-up would give. */
static int test_symbol(struct test *test, const char *library, const char *symbol)
{
    struct abx_symbol found;
    int status = abx_table_find_symbol(&test->table, library, test->entry.kind, symbol,
                                       &found, test->err);

    test->n_checks++;
    if (status == ABX_NO_MEMORY)
        return status;
    if (status != ABX_OK)
        find(test, "%s", test->err->message);
    return ABX_OK;
}

static int test_function(struct test *test)
{
    struct abx_function *function = NULL;
    char name[300];
    int status;

    snprintf(name, sizeof(name), "%.*s", (int)test->entry.name_size, test->entry.name);
    status = abx_table_find_declaration(&test->table, name, &function, test->err);
    if (status != ABX_OK)
        return status;
    return test_symbol(test, function->library, function->symbol);
}

static int test_variable(struct test *test)
{
    struct abx_attributes attributes = {0};
    const struct abx_type *type;
    struct abx_text text;
    char name[300];
    int status;

    snprintf(name, sizeof(name), "%.*s", (int)test->entry.name_size, test->entry.name);
    status = abx_entry_parse_type(&test->table, &test->entry, &text, &type, test->err);
    if (status == ABX_OK)
        status = abx_attributes_parse(&test->table, ABX_KIND_VAR, NULL, &text,
                                      &attributes, test->err);
    if (status != ABX_OK)
        return status;
    return test_symbol(test,
                       attributes.values[ABX_ATTRIBUTE_IN] != NULL
                           ? attributes.values[ABX_ATTRIBUTE_IN]
                           : abx_table_property(&test->table, "library", 0),
                       attributes.values[ABX_ATTRIBUTE_SYMBOL] != NULL
                           ? attributes.values[ABX_ATTRIBUTE_SYMBOL]
                           : name);
}

static int test_constant(struct test *test)
{
    struct abx_value value = {0};
    char name[300];
    int status;

    snprintf(name, sizeof(name), "%.*s", (int)test->entry.name_size, test->entry.name);
    test->n_checks++;
    status = abx_table_find_constant(&test->table, name, &value, test->err);
    return status == ABX_REFUSED ? ABX_OK : status; /* a float of another platform */
}

static int (*const tests[ABX_N_KINDS])(struct test *) = {
    [ABX_KIND_CONST] = test_constant, [ABX_KIND_FN] = test_function,
    [ABX_KIND_STRUCT] = test_record,  [ABX_KIND_UNION] = test_record,
    [ABX_KIND_VAR] = test_variable,
};

static int test_lines(struct test *test)
{
    int status = abx_table_next_entry(&test->table, &test->entry, test->err);

    for (size_t n = 1; status != ABX_MISSING; n++) {
        if (status == ABX_OK && tests[test->entry.kind] != NULL)
            status = tests[test->entry.kind](test);
        if (status < 0)
            return status;
        if (status != ABX_OK) /* a broken line is a finding, and there are others */
            find(test, "%s", test->err->message);
        if (n % LINES_IN_MEMORY == 0)
            abx_table_scratch_clear(&test->table);
        status = abx_table_next_entry(&test->table, &test->entry, test->err);
    }
    return ABX_OK;
}

int abx_table_self_test(struct abx_table *table, abx_report report, void *user,
                        size_t *n_checksp, struct abx_error *err)
{
    struct abx_error error = {0};
    struct test test = {.report = report, .user = user, .err = &error};
    int status = abx_table_scratch_init(&test.table, table);

    if (status != ABX_OK)
        return abx_error_no_memory(err);
    test_platform(&test);
    status = test_lines(&test);
    abx_table_scratch_finish(&test.table);
    if (n_checksp != NULL)
        *n_checksp = test.n_checks;
    if (status == ABX_OK && test.n_findings > 0)
        return abx_error_set(err, ABX_DIFFERS, "%zu findings in %zu checks",
                             test.n_findings, test.n_checks);
    if (status != ABX_OK && err != NULL)
        *err = error;
    return status;
}
