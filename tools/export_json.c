/**
 * All of a table as JSON, for programs that want no parser of ours: types are objects and
 * not text, layouts are spelled out. bindings/FORMAT.md, "The JSON form", has the shape.
 */
#include <stdlib.h>
#include <string.h>

#include "tools/contract_json.h"
#include "tools/export.h"
#include "tools/json.h"
#include "tools/kinds.h"
#include "tools/layout.h"
#include "tools/value_text.h"

enum { DEPTH_MAX = 64 };

struct writer {
    struct export *export;
    struct abx_json json;
    unsigned depth;
};

static void put_type(struct writer *writer, const char *key, const struct abx_type *type);

/* ---- types */

static void put_qualifiers(struct writer *writer, const struct abx_type *type)
{
    static const char *const words[] = {"const", "volatile", "atomic"};
    char text[32];
    const char *at = text;
    size_t i;

    abx_type_format(type, text, sizeof(text));
    for (i = 0; i < sizeof(words) / sizeof(*words); i++) {
        size_t size = strlen(words[i]);

        if (strncmp(at, words[i], size) != 0 || at[size] != ' ')
            continue;
        abx_json_bool(&writer->json, words[i], true);
        at += size + 1;
    }
}

static void put_target(struct writer *writer, const char *key,
                       const struct abx_type *type)
{
    type = export_target(writer->export, type);
    if (type)
        put_type(writer, key, type);
}

static void put_nothing(struct writer *writer, const struct abx_type *type)
{
    (void)writer;
    (void)type;
}

static void put_scalar(struct writer *writer, const struct abx_type *type)
{
    abx_json_uint(&writer->json, "size", abx_type_size(type));
    abx_json_uint(&writer->json, "align", abx_type_align(type));
}

static void put_signed(struct writer *writer, const struct abx_type *type)
{
    put_scalar(writer, type);
    abx_json_bool(&writer->json, "signed", abx_type_is_signed(type));
}

/* The format, which the size does not tell. */
static void put_float(struct writer *writer, const struct abx_type *type)
{
    char text[64];
    const char *space;

    put_scalar(writer, type);
    abx_type_format(type, text, sizeof(text));
    space = strrchr(text, ' ');
    abx_json_string(&writer->json, "format", space ? space + 1 : text);
}

static void put_complex(struct writer *writer, const struct abx_type *type)
{
    put_scalar(writer, type);
    put_target(writer, "real", type);
}

static void put_pointer(struct writer *writer, const struct abx_type *type)
{
    put_scalar(writer, type);
    put_target(writer, "target", type);
}

static void put_array(struct writer *writer, const struct abx_type *type)
{
    if (abx_type_is_complete(type))
        abx_json_uint(&writer->json, "length", abx_type_length(type));
    else
        abx_json_string(&writer->json, "length", NULL);
    put_target(writer, "element", type);
}

static void put_function(struct writer *writer, const struct abx_type *type)
{
    const struct abx_type *parameter;
    const char *name;
    size_t i;

    put_target(writer, "result", type);
    abx_json_begin_array(&writer->json, "parameters");
    for (i = 0; abx_type_parameter(type, i, &name, &parameter) == ABX_OK; i++) {
        abx_json_begin_object(&writer->json, NULL);
        abx_json_string(&writer->json, "name", name);
        put_type(writer, "type", parameter);
        abx_json_end_object(&writer->json);
    }
    abx_json_end_array(&writer->json);
    abx_json_bool(&writer->json, "variadic", abx_type_is_variadic(type));
    abx_json_bool(&writer->json, "prototype", abx_type_has_prototype(type));
    if (abx_type_convention(type))
        abx_json_string(&writer->json, "convention", abx_type_convention(type));
}

static void put_layout(struct writer *writer, const struct abx_type *record)
{
    struct abx_json *json = &writer->json;
    struct abx_member member;
    size_t i;

    if (!abx_type_is_complete(record)) {
        abx_json_bool(json, "incomplete", true);
        return;
    }
    put_scalar(writer, record);
    if (abx_type_is_transparent(record))
        abx_json_bool(json, "transparent_union", true);
    abx_json_begin_array(json, "members");
    for (i = 0; abx_type_member(record, i, &member) == ABX_OK; i++) {
        abx_json_begin_object(json, NULL);
        abx_json_string(json, "name", member.name);
        abx_json_uint(json, "offset", member.offset);
        if (member.is_bit_field) {
            abx_json_uint(json, "bit", member.bit_offset);
            abx_json_uint(json, "width", member.bit_width);
        }
        put_type(writer, "type", member.type);
        abx_json_end_object(json);
    }
    abx_json_end_array(json);
}

static void put_enumerators(struct writer *writer, const struct abx_type *type)
{
    size_t i;

    put_target(writer, "type", type);
    abx_json_begin_array(&writer->json, "enumerators");
    for (i = 0; i < abx_type_n_enumerators(type); i++)
        abx_json_string(&writer->json, NULL, abx_type_enumerator(type, i));
    abx_json_end_array(&writer->json);
}

static const struct kind {
    const char *word;
    void (*put)(struct writer *writer, const struct abx_type *type);
    bool is_named; /* with a name it is a reference to a line, and no more */
} kinds[ABX_N_TYPE_KINDS] = {
    [ABX_TYPE_VOID] = {"void", put_nothing, false},
    [ABX_TYPE_BOOL] = {"bool", put_scalar, false},
    [ABX_TYPE_CHAR] = {"char", put_signed, false},
    [ABX_TYPE_INT] = {"int", put_signed, false},
    [ABX_TYPE_FLOAT] = {"float", put_float, false},
    [ABX_TYPE_COMPLEX] = {"complex", put_complex, false},
    [ABX_TYPE_VA_LIST] = {"va_list", put_scalar, false},
    [ABX_TYPE_POINTER] = {"pointer", put_pointer, false},
    [ABX_TYPE_ARRAY] = {"array", put_array, false},
    [ABX_TYPE_FUNCTION] = {"function", put_function, false},
    [ABX_TYPE_STRUCT] = {"struct", put_layout, true},
    [ABX_TYPE_UNION] = {"union", put_layout, true},
    [ABX_TYPE_ENUM] = {"enum", put_enumerators, true},
    [ABX_TYPE_TYPEDEF] = {"typedef", put_nothing, true},
};

static void put_type(struct writer *writer, const char *key, const struct abx_type *type)
{
    const struct kind *kind = &kinds[abx_type_kind(type)];

    if (writer->depth == DEPTH_MAX)
        return;
    writer->depth++;
    abx_json_begin_object(&writer->json, key);
    abx_json_string(&writer->json, "kind", kind->word);
    put_qualifiers(writer, type);
    if (kind->is_named && abx_type_name(type))
        abx_json_string(&writer->json, "name", abx_type_name(type));
    else
        kind->put(writer, type);
    abx_json_end_object(&writer->json);
    writer->depth--;
}

/* ---- declarations */

static void put_alias(struct writer *writer, const struct export_item *item)
{
    abx_json_string(&writer->json, "target", export_rest(writer->export, item));
}

static void put_omit(struct writer *writer, const struct export_item *item)
{
    const char *rest = export_rest(writer->export, item);

    abx_json_bytes(&writer->json, "reason", rest, strlen(rest));
}

static void put_error(struct writer *writer, const struct export_item *item)
{
    const char *rest = export_rest(writer->export, item);
    const char *space = strchr(item->name, ' ');

    abx_json_string(
        &writer->json, "function",
        export_copy(writer->export, item->name, (size_t)(space - item->name)));
    abx_json_string(&writer->json, "code", space + 1);
    abx_json_bytes(&writer->json, "text", rest, strlen(rest));
}

static void put_unit(struct writer *writer, const struct export_item *item)
{
    const char *word = strchr(item->name, ' ') + 1;
    size_t size = strcspn(word, " ");

    abx_json_uint(&writer->json, "unit", strtoul(item->name, NULL, 10));
    abx_json_string(&writer->json, "of_kind", export_copy(writer->export, word, size));
    abx_json_string(&writer->json, "of_name", word + size + 1);
}

/* PATH TYPE{; TYPE} */
static void put_member(struct writer *writer, const struct export_item *item)
{
    const char *rest = export_rest(writer->export, item);
    size_t size = strcspn(rest, " ");

    abx_json_string(&writer->json, "path", export_copy(writer->export, rest, size));
    abx_json_begin_array(&writer->json, "of");
    for (rest += size; *rest; rest += size) {
        rest += strspn(rest, "; ");
        size = strcspn(rest, ";");
        abx_json_string(&writer->json, NULL, export_copy(writer->export, rest, size));
    }
    abx_json_end_array(&writer->json);
}

/* Integers of any width as numbers, floats and addresses as the table writes them, so
 * that nothing is rounded. */
static void put_constant(struct writer *writer, const struct export_item *item)
{
    const char *text = export_value(writer->export, item);
    enum abx_type_kind kind = abx_type_kind(abx_type_strip(item->type));
    struct abx_value value = {0};

    put_type(writer, "type", item->type);
    if (kind == ABX_TYPE_FLOAT || kind == ABX_TYPE_POINTER)
        abx_json_string(&writer->json, "value", text);
    else if (kind != ABX_TYPE_ARRAY)
        abx_json_raw(&writer->json, "value", text);
    else if (abx_table_find_constant(writer->export->table, item->name, &value, NULL) ==
             ABX_OK)
        abx_value_put_json(&writer->json, "value", writer->export->table, &value);
}

static void put_tagged(struct writer *writer, const struct export_item *item)
{
    kinds[abx_type_kind(item->type)].put(writer, item->type);
}

static void put_typedef(struct writer *writer, const struct export_item *item)
{
    const struct abx_type *target = export_target(writer->export, item->type);

    put_target(writer, "type", item->type);
    if (abx_type_is_complete(item->type))
        put_scalar(writer, item->type);
    if (target && abx_type_is_transparent(item->type) && !abx_type_is_transparent(target))
        abx_json_bool(&writer->json, "transparent_union", true);
}

/* Up to the space behind it, or behind what is in quotes. */
static size_t measure_value(const char *value)
{
    const char *at = value;

    if (*value != '"')
        return strcspn(value, " ");
    for (at++; *at && *at != '"'; at++)
        at += *at == '\\' && at[1];
    return (size_t)(at - value) + (*at == '"');
}

/* NAME or NAME=VALUE up to the failure contract. */
static void put_attributes(struct writer *writer, const char *text)
{
    struct abx_json *json = &writer->json;

    abx_json_begin_object(json, "attributes");
    for (text += strspn(text, " "); *text && strncmp(text, "fails=", 6) != 0;
         text += strspn(text, " ")) {
        size_t name_size = strcspn(text, " =");
        const char *name = export_copy(writer->export, text, name_size);
        const char *value = text + name_size + 1;
        size_t size;

        if (text[name_size] != '=') {
            abx_json_bool(json, name, true);
            text += name_size;
            continue;
        }
        size = measure_value(value);
        abx_json_bytes(json, name, value, size);
        text = value + size;
    }
    abx_json_end_object(json);
}

static void put_symbol(struct writer *writer, const struct export_item *item)
{
    const char *rest = export_rest(writer->export, item);
    size_t type_size = abx_type_format(item->type, NULL, 0);
    const char *symbol;
    size_t library = export_library(writer->export, item, &symbol);

    put_type(writer, "type", item->type);
    abx_json_string(&writer->json, "symbol", symbol);
    abx_json_string(&writer->json, "library",
                    abx_table_property(writer->export->table, "library", library));
    put_attributes(writer, type_size < strlen(rest) ? rest + type_size : "");
    if (item->function)
        abx_contract_put_json(&writer->json, "contract",
                              abx_function_contract(item->function));
}

static void (*const puts_by_kind[ABX_N_KINDS])(struct writer *writer,
                                               const struct export_item *item) = {
    [ABX_KIND_ALIAS] = put_alias,     [ABX_KIND_CONST] = put_constant,
    [ABX_KIND_ENUM] = put_tagged,     [ABX_KIND_ERROR] = put_error,
    [ABX_KIND_FN] = put_symbol,       [ABX_KIND_MEMBER] = put_member,
    [ABX_KIND_OMIT] = put_omit,       [ABX_KIND_STRUCT] = put_tagged,
    [ABX_KIND_TYPEDEF] = put_typedef, [ABX_KIND_UNION] = put_tagged,
    [ABX_KIND_UNIT] = put_unit,       [ABX_KIND_VAR] = put_symbol,
};

/* ---- the document */

static void put_header(struct writer *writer)
{
    static const struct {
        const char *key;
        bool is_repeated;
    } keys[] = {
        {"platform", false},    {"model", false}, {"order", false},  {"char", false},
        {"long-double", false}, {"wchar", false}, {"library", true}, {"source", true},
        {"flag", true},         {"units", false}, {"select", true},  {"headers", false},
        {"verified", false},
    };
    const struct abx_table *table = writer->export->table;
    const char *value;
    size_t i;
    size_t j;

    abx_json_begin_object(&writer->json, "header");
    for (i = 0; i < sizeof(keys) / sizeof(*keys); i++) {
        value = abx_table_property(table, keys[i].key, 0);
        if (!keys[i].is_repeated) {
            if (value && strcmp(keys[i].key, "units") == 0)
                abx_json_uint(&writer->json, "units", strtoul(value, NULL, 10));
            else if (value)
                abx_json_bytes(&writer->json, keys[i].key, value, strlen(value));
            continue;
        }
        abx_json_begin_array(&writer->json, keys[i].key);
        for (j = 0; (value = abx_table_property(table, keys[i].key, j)) != NULL; j++)
            abx_json_bytes(&writer->json, NULL, value, strlen(value));
        abx_json_end_array(&writer->json);
    }
    abx_json_end_object(&writer->json);
}

/* The file is mapped: where a line stands is its place in the order. */
static int compare_items(const void *a, const void *b)
{
    const struct export_item *left = *(struct export_item *const *)a;
    const struct export_item *right = *(struct export_item *const *)b;

    return left->entry.text < right->entry.text ? -1 : 1;
}

void export_json(struct export *export)
{
    struct writer writer = {.export = export, .json = {.out = export->out}};
    size_t i;

    if (export->all.n_items > 1)
        qsort(export->all.items, export->all.n_items, sizeof(struct export_item *),
              compare_items);
    abx_json_begin_object(&writer.json, NULL);
    abx_json_uint(&writer.json, "abidex", 1);
    put_header(&writer);
    abx_json_begin_array(&writer.json, "declarations");
    for (i = 0; i < export->all.n_items && export->status == ABX_OK; i++) {
        const struct export_item *item = export->all.items[i];

        abx_json_begin_object(&writer.json, NULL);
        abx_json_string(&writer.json, "kind", abx_kind_words(item->kind)->word);
        abx_json_string(&writer.json, "name", item->name);
        puts_by_kind[item->kind](&writer, item);
        abx_json_end_object(&writer.json);
    }
    abx_json_end_array(&writer.json);
    abx_json_end_object(&writer.json);
}
