/* Whatever a table says, it is either found or refused with a sentence. */
#include "walk.h"

#include <string.h>

#include "fuzz.h"

enum { MAX_TEXT = 8192, MAX_SIZE = 1 << 16 };

/* ---- types ---- */

static void check_text(struct abx_table *table, const struct abx_type *type)
{
    char text[MAX_TEXT], again[MAX_TEXT];
    const struct abx_type *found;
    struct abx_error err;
    size_t size = abx_type_format(type, text, sizeof(text));
    int status;

    if (size == 0 || size >= sizeof(text))
        return;
    if (strlen(text) !=
        size) /* what is behind a pointer is not looked at: it may be damaged */
        return;
    status = abx_table_find_type(table, text, &found, &err);
    if (status == ABX_BROKEN || status == ABX_MISSING) /* what it names may be damaged */
        return;
    FUZZ_CHECK(status == ABX_OK && abx_type_size(found) == abx_type_size(type) &&
               abx_type_align(found) == abx_type_align(type));
    FUZZ_CHECK(abx_type_format(found, again, sizeof(again)) == size &&
               strcmp(text, again) == 0);
}

static void read_value(struct abx_value *value)
{
    char text[16];

    abx_string_get(value, 4, text, sizeof(text), NULL, NULL);
    if (value->kind == ABX_VALUE_MEMORY)
        abx_memory_destroy(value->memory);
}

/* No pointer is followed: memory is zeroed. */
static void read_memory(struct abx_table *table, const struct abx_type *type)
{
    struct abx_memory *memory;
    struct abx_value value;

    if (abx_type_size(type) > MAX_SIZE || abx_type_align(type) > MAX_SIZE ||
        abx_memory_create(table, type, 2, &memory, NULL) != ABX_OK)
        return;
    if (abx_memory_get(memory, "[1]", &value, NULL) == ABX_OK)
        read_value(&value);
    for (size_t i = 0; i < abx_type_n_members(type); i++) {
        struct abx_member member;

        FUZZ_CHECK(abx_type_member(type, i, &member) == ABX_OK);
        if (member.name == NULL ||
            abx_memory_get(memory, member.name, &value, NULL) != ABX_OK)
            continue;
        FUZZ_CHECK(member.offset <= abx_type_size(type));
        if (value.kind != ABX_VALUE_MEMORY)
            abx_memory_set(memory, member.name, &value, NULL);
        read_value(&value);
    }
    abx_memory_destroy(memory);
}

void fuzz_walk_type(struct abx_table *table, const struct abx_type *type)
{
    const struct abx_type *target;
    const char *name;

    FUZZ_CHECK(abx_type_strip(type) != NULL && abx_type_align(type) > 0);
    abx_type_find_target(table, type, &target, NULL);
    for (size_t i = 0; i < abx_type_n_parameters(type); i++)
        FUZZ_CHECK(abx_type_parameter(type, i, &name, &target) == ABX_OK);
    for (size_t i = 0; i < abx_type_n_enumerators(type); i++)
        FUZZ_CHECK(abx_type_enumerator(type, i) != NULL);
    check_text(table, type);
    read_memory(table, type);
}

static void find_type(struct abx_table *table, const char *prefix, const char *name)
{
    const struct abx_type *type;
    char text[MAX_TEXT];

    if (strlen(prefix) + strlen(name) >= sizeof(text))
        return;
    strcat(strcpy(text, prefix), name);
    if (abx_table_find_type(table, text, &type, NULL) == ABX_OK)
        fuzz_walk_type(table, type);
}

/* ---- lines ---- */

static void find_function(struct abx_table *table, const char *name)
{
    struct abx_function *function;
    struct abx_attribute attribute;
    const struct abx_contract *contract;
    const char *text;

    if (abx_table_find_declaration(table, name, &function, NULL) != ABX_OK)
        return;
    fuzz_walk_type(table, abx_function_type(function));
    for (size_t i = 0; abx_function_attribute(function, i, &attribute) == ABX_OK; i++)
        FUZZ_CHECK(abx_function_find_attribute(function, attribute.name) ==
                   attribute.value);
    abx_function_obstacle(function);
    contract = abx_function_contract(function);
    for (size_t i = 0; i < contract->n_codes; i++)
        abx_function_explain(function, contract->codes[i], &text, NULL, NULL, NULL);
}

static void find(struct abx_table *table, enum abx_kind kind, const char *name)
{
    const struct abx_variable *variable;
    struct abx_value value;

    switch (kind) {
    case ABX_KIND_FN:
    case ABX_KIND_ALIAS:
        find_function(table, name);
        break;
    case ABX_KIND_CONST:
        if (abx_table_find_constant(table, name, &value, NULL) == ABX_OK)
            read_value(&value);
        break;
    case ABX_KIND_VAR:
        if (abx_table_find_variable_declaration(table, name, &variable, NULL) == ABX_OK)
            fuzz_walk_type(table, abx_variable_type(variable));
        break;
    case ABX_KIND_STRUCT:
        find_type(table, "struct ", name);
        break;
    case ABX_KIND_UNION:
        find_type(table, "union ", name);
        break;
    case ABX_KIND_ENUM:
        find_type(table, "enum ", name);
        break;
    default:
        find_type(table, "", name);
        break;
    }
}

void fuzz_walk(struct abx_table *table)
{
    struct abx_entry entry = {0};
    struct abx_error err;
    int status;

    while ((status = abx_table_next_entry(table, &entry, &err)) != ABX_MISSING) {
        char *name;

        FUZZ_CHECK(status == ABX_OK || (status == ABX_BROKEN && err.message[0] != '\0'));
        if (status != ABX_OK)
            continue;
        status = abx_table_check_entry(table, &entry, &err);
        FUZZ_CHECK(status == ABX_OK || (status == ABX_BROKEN && err.message[0] != '\0'));
        name = fuzz_string(entry.name, entry.name_size);
        find(table, entry.kind, name);
        free(name);
    }
    abx_table_self_test(table, NULL, NULL, NULL, NULL);
}
