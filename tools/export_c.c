/**
 * C declarations for those who read them: cffi and LuaJIT. Types are written by the one
 * declarator of the command; here is only what such a reader needs besides: that the
 * members lie where they should, and that nothing is written that it does not know.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "runtime/cdecl.h"
#include "tools/export.h"
#include "tools/kinds.h"
#include "tools/layout.h"

enum { DEPTH_MAX = 64, INDENT = 4 };

/* ---- what can be read */

static bool is_plain_name(const char *name)
{
    return name[strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                             "0123456789_")] == '\0';
}

static const char *reason_of_name(struct export *export, const struct abx_type *type,
                                  bool is_held)
{
    const struct export_item *item = export_find_type(export, type);
    enum abx_type_kind kind = abx_type_kind(type);

    if (!item || !item->reason ||
        (export_is_record(type) && !is_held && is_plain_name(item->name)))
        return NULL;
    return export_print(export, "%s%s is left out",
                        kind == ABX_TYPE_TYPEDEF ? ""
                        : kind == ABX_TYPE_ENUM  ? "enum "
                        : kind == ABX_TYPE_UNION ? "union "
                                                 : "struct ",
                        item->name);
}

static const char *reason_of_parts(struct export *export, const struct abx_type *type,
                                   bool is_held, unsigned depth);

static const char *reason_of_parameters(struct export *export,
                                        const struct abx_type *type, unsigned depth)
{
    const struct abx_type *parameter;
    const char *reason = NULL;
    const char *name;
    size_t i;

    for (i = 0; !reason && abx_type_parameter(type, i, &name, &parameter) == ABX_OK; i++)
        reason = reason_of_parts(export, parameter, true, depth);
    return reason;
}

static const char *reason_of_parts(struct export *export, const struct abx_type *type,
                                   bool is_held, unsigned depth)
{
    enum abx_type_kind kind = abx_type_kind(type);
    const char *reason;

    if (depth == DEPTH_MAX)
        return "its type is nested too deep";
    if (kind == ABX_TYPE_TYPEDEF) {
        reason = reason_of_name(export, type, is_held);
        type = abx_type_strip(type);
        return reason || !abx_type_name(type) ? reason
                                              : reason_of_name(export, type, is_held);
    }
    if (abx_type_name(type) && (export_is_record(type) || kind == ABX_TYPE_ENUM))
        return reason_of_name(export, type, is_held);
    if (export_is_record(type) || kind == ABX_TYPE_ENUM)
        return "it has an unnamed type inside";
    if (kind != ABX_TYPE_POINTER && kind != ABX_TYPE_ARRAY && kind != ABX_TYPE_FUNCTION)
        return NULL;
    reason = reason_of_parameters(export, type, depth + 1);
    if (reason)
        return reason;
    type = export_target(export, type);
    if (!type)
        return NULL;
    return reason_of_parts(export, type,
                           kind == ABX_TYPE_ARRAY ? is_held : kind == ABX_TYPE_FUNCTION,
                           depth + 1);
}

/* Words of C that no reader of declarations knows, with what it lacks; a reason that begins
 * with "it" is one as it stands. */
static const struct {
    const char *word;
    const char *reason;
} words[] = {
    {"__int128", "has no integers of 128 bits"},
    {"_Float16", "has no such floating-point type"},
    {"__float128", "has no such floating-point type"},
    {"__float80", "has no such floating-point type"},
    {"__ibm128", "has no such floating-point type"},
    {"_Complex long double", "has no complex long double"},
    {"_Atomic", "has no atomic types"},
    {"__builtin_va_list", "it takes a va_list"},
    {"__attribute__", "it has a calling convention of its own"},
};

/* A keyword, not a part of a name. */
static bool has_word(const char *text, const char *word)
{
    const char *at = text;
    size_t size = strlen(word);

    while ((at = strstr(at, word)) != NULL) {
        if ((at == text || at[-1] == ' ' || at[-1] == '(') &&
            (at[size] == '\0' || strchr(" *(),[", at[size])))
            return true;
        at += size;
    }
    return false;
}

static const char *reason_of_words(struct export *export, const struct abx_type *type)
{
    struct abx_buffer text = {0};
    const char *reason = NULL;
    size_t i;

    abx_cdecl_put_reading(&text, export->table, type, "", 0);
    for (i = 0; i < sizeof(words) / sizeof(*words) && !reason; i++)
        if (has_word(abx_buffer_text(&text), words[i].word))
            reason = words[i].reason;
    if (reason && strncmp(reason, "it ", 3) != 0)
        reason = export_print(export, "%s %s", export->rules.language, reason);
    export->is_out_of_memory |= text.failed;
    abx_buffer_finish(&text);
    return reason;
}

const char *export_c_reason(struct export *export, const struct abx_type *type)
{
    enum abx_type_kind kind = abx_type_kind(abx_type_strip(type));
    const char *reason;

    /* What can't be said is written as the integer, or as a pointer to void. */
    if (kind == ABX_TYPE_ENUM || kind == ABX_TYPE_POINTER)
        return NULL;
    reason = reason_of_parts(export, type, true, 0);
    return reason ? reason : reason_of_words(export, type);
}

/* ---- writing */

/* `_Complex double`, which not everybody reads in that order. */
static void put_reordered(struct abx_buffer *out, const char *text)
{
    static const char word[] = "_Complex ";
    const char *at;
    size_t size;

    while ((at = strstr(text, word)) != NULL) {
        abx_buffer_put(out, text, (size_t)(at - text));
        text = at + sizeof(word) - 1;
        size = strncmp(text, "long ", 5) == 0 ? 5 + strcspn(text + 5, " *(),[")
                                              : strcspn(text, " *(),[");
        abx_buffer_put(out, text, size);
        abx_buffer_puts(out, " _Complex");
        text += size;
    }
    abx_buffer_puts(out, text);
}

void export_c_put(struct export *export, const struct abx_type *type, const char *name)
{
    struct abx_buffer text = {0};

    abx_cdecl_put_reading(&text, export->table, type, name, 0);
    put_reordered(export->out, abx_buffer_text(&text));
    export->out->failed |= text.failed;
    abx_buffer_finish(&text);
}

/* The type that a member, typedef or variable is written with. */
static void put_value(struct export *export, const struct abx_type *type,
                      const char *name)
{
    const struct abx_type *stripped = abx_type_strip(type);
    const char *reason = reason_of_parts(export, type, true, 0);

    if (!reason)
        reason = reason_of_words(export, type);
    if (reason && abx_type_kind(stripped) == ABX_TYPE_ENUM) {
        type = export_target(export, stripped);
        if (type)
            export_c_put(export, type, name);
    } else if (reason && abx_type_kind(stripped) == ABX_TYPE_POINTER) {
        abx_buffer_printf(export->out, "void *%s", name);
    } else {
        export_c_put(export, type, name);
    }
}

static void put_integer(struct export *export, size_t size, bool is_signed,
                        const char *name)
{
    char notation[16];
    const struct abx_type *type;

    snprintf(notation, sizeof(notation), "%c%zu", is_signed ? 'i' : 'u', size * 8);
    if (abx_table_find_type(export->table, notation, &type, NULL) == ABX_OK)
        export_c_put(export, type, name);
}

static void put_fields(struct export *export, const struct export_record *record,
                       unsigned indent, bool has_attributes);

static void put_head(struct export *export, const struct export_record *record,
                     const char *tag, bool has_attributes)
{
    abx_buffer_puts(export->out, abx_record_word(record->type));
    if (has_attributes && record->pack > 0)
        abx_buffer_printf(export->out, " __attribute__((packed, aligned(%zu)))",
                          record->align);
    else if (has_attributes && record->is_raised)
        abx_buffer_printf(export->out, " __attribute__((aligned(%zu)))", record->align);
    abx_buffer_printf(export->out, "%s%s {\n", *tag ? " " : "", tag);
}

/* The lengths of the arrays that a member's unnamed record is in. */
static void put_lengths(struct export *export, const struct abx_type *type)
{
    for (; type && abx_type_kind(type) == ABX_TYPE_ARRAY;
         type = export_target(export, type))
        abx_buffer_printf(export->out, "[%zu]", abx_type_length(type));
}

static void put_inside(struct export *export, const struct export_field *field,
                       unsigned indent, bool has_attributes)
{
    put_head(export, field->record, "", has_attributes);
    put_fields(export, field->record, indent + INDENT, has_attributes);
    abx_buffer_printf(export->out, "%*s}%s%s", (int)indent, "", field->name ? " " : "",
                      field->name ? field->name : "");
    put_lengths(export, field->type);
}

/* An array of no elements that has the alignment asked for. */
static void put_aligner(struct export *export, const struct export_field *field)
{
    const struct abx_type *type = export_aligned_type(export, field->size);

    if (type)
        export_c_put(export, type, export_print(export, "%s[0]", field->name));
}

static void put_field(struct export *export, const struct export_field *field,
                      unsigned indent, bool has_attributes)
{
    const char *name = field->name ? field->name : "";
    struct abx_buffer *out = export->out;

    switch (field->kind) {
    case EXPORT_PLAIN:
        put_value(export, field->type, name);
        break;
    case EXPORT_RECORD:
        put_inside(export, field, indent, has_attributes);
        break;
    case EXPORT_BITS:
    case EXPORT_PADDING_BITS:
        put_integer(export, field->unit_size, field->is_signed, name);
        abx_buffer_printf(out, " : %u", field->width);
        break;
    case EXPORT_ALIGNER:
        put_aligner(export, field);
        break;
    case EXPORT_BYTES:
    case EXPORT_PADDING:
        abx_buffer_printf(out, "unsigned char %s[%zu]", name, field->size);
    }
}

static void put_fields(struct export *export, const struct export_record *record,
                       unsigned indent, bool has_attributes)
{
    size_t i;

    for (i = 0; i < record->n_items; i++) {
        abx_buffer_printf(export->out, "%*s", (int)indent, "");
        put_field(export, &record->items[i], indent, has_attributes);
        abx_buffer_puts(export->out, ";");
        if (record->items[i].kind == EXPORT_BYTES)
            abx_buffer_printf(export->out, " /* bytes: %s */", record->items[i].reason);
        abx_buffer_putc(export->out, '\n');
    }
}

/* ---- declarations */

/* Units of a spec may each have an enumeration with that name in it. */
static bool is_new_enumerator(struct export *export, const char *name)
{
    if (abx_map_find(&export->enumerators, name, strlen(name)))
        return false;
    if (abx_map_set(&export->enumerators, name, strlen(name), NULL) < 0)
        export->is_out_of_memory = true;
    return true;
}

static void put_enumerators(struct export *export, const struct abx_type *type,
                            bool is_once)
{
    const struct export_item *item;
    bool is_empty = true;
    const char *name;
    size_t i;

    for (i = 0; i < abx_type_n_enumerators(type); i++) {
        name = abx_type_enumerator(type, i);
        item = export_find(export, ABX_KIND_CONST, name);
        if (!item || (is_once && !is_new_enumerator(export, name)))
            continue;
        abx_buffer_printf(export->out, "    %s = %s,\n", name,
                          export_value(export, item));
        is_empty = false;
    }
    if (is_empty)
        abx_buffer_printf(export->out, "    _abidex_%s,\n", abx_type_enumerator(type, 0));
}

static void put_body(struct export *export, const struct export_item *item,
                     const char *tag, bool has_attributes)
{
    if (abx_type_kind(item->body) == ABX_TYPE_ENUM) {
        abx_buffer_printf(export->out, "enum%s%s {\n", *tag ? " " : "", tag);
        put_enumerators(export, item->body, has_attributes);
    } else {
        put_head(export, item->record, tag, has_attributes);
        put_fields(export, item->record, INDENT, has_attributes);
    }
    abx_buffer_putc(export->out, '}');
}

/* Readers give an enumeration 4 bytes; another one is the integer that carries it. */
static bool is_odd_enum(const struct abx_type *type)
{
    return abx_type_kind(type) == ABX_TYPE_ENUM &&
           (abx_type_size(type) != 4 || abx_type_n_enumerators(type) == 0);
}

void export_c_put_type(struct export *export, const struct export_item *item,
                       bool has_attributes)
{
    const struct abx_type *target;

    if (item->reason || (item->body && !abx_type_is_complete(item->body)))
        return;
    if (item->kind != ABX_KIND_TYPEDEF) {
        put_body(export, item, item->name, has_attributes);
        abx_buffer_puts(export->out, ";\n");
        return;
    }
    abx_buffer_puts(export->out, "typedef ");
    if (item->body && !is_odd_enum(item->body)) {
        put_body(export, item, "", has_attributes);
        abx_buffer_printf(export->out, " %s;\n", item->name);
        return;
    }
    target = export_target(export, item->type);
    if (target)
        put_value(export, target, item->name);
    abx_buffer_puts(export->out, ";\n");
}

void export_c_put_tags(struct export *export)
{
    size_t i;

    for (i = 0; i < export->types.n_items; i++)
        if (is_plain_name(export->types.items[i]->name) &&
            (export->types.items[i]->kind == ABX_KIND_STRUCT ||
             export->types.items[i]->kind == ABX_KIND_UNION))
            abx_buffer_printf(export->out, "%s %s;\n",
                              abx_kind_words(export->types.items[i]->kind)->word,
                              export->types.items[i]->name);
}

/* ---- what is left out */

static void judge_type(struct export *export, struct export_item *item)
{
    const struct abx_type *target;

    if (!is_plain_name(item->name))
        item->reason = "its name has characters that are not read";
    else if (item->kind == ABX_KIND_ENUM && is_odd_enum(item->body))
        item->reason = "enumerations of its size are not read";
    if (item->reason || item->kind != ABX_KIND_TYPEDEF || item->body)
        return;
    target = export_target(export, item->type);
    if (target)
        item->reason = export_c_reason(export, target);
}

static void judge(struct export *export, struct export_item *item)
{
    const char *symbol;

    if (item->kind != ABX_KIND_FN && item->kind != ABX_KIND_VAR)
        return;
    export_library(export, item, &symbol);
    if (item->function && abx_function_obstacle(item->function))
        item->reason = abx_function_obstacle(item->function);
    else if (!is_plain_name(item->name) || !is_plain_name(symbol))
        item->reason = "its name has characters that are not read";
    else if (item->kind == ABX_KIND_VAR)
        item->reason = export_c_reason(export, item->type);
    else
        item->reason = reason_of_parts(export, item->type, true, 0);
    if (!item->reason && item->kind == ABX_KIND_FN)
        item->reason = reason_of_words(export, item->type);
}

/* A type is judged behind what it names or holds. */
void export_c_plan(struct export *export)
{
    size_t i;

    for (i = 0; i < export->types.n_items; i++) {
        judge_type(export, export->types.items[i]);
        export_plan(export, export->types.items[i]);
    }
    for (i = 0; i < export->all.n_items; i++)
        judge(export, export->all.items[i]);
}
