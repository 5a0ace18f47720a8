/**
 * From a table to facts. Each line becomes expressions of C whose values the table claims
 * to know. They are kept as text in the order of the table, with the values that they
 * must have: what the compiler answers is compared later, so that a difference shows both
 * values.
 */
#include "tools/verify.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"

/* ---- adding */

static const char *text_v(struct fact_list *facts, const char *format, va_list args)
{
    struct abx_buffer buffer = {0};
    char *text;

    abx_buffer_vprintf(&buffer, format, args);
    text = abx_arena_copy(&facts->arena, abx_buffer_text(&buffer), buffer.size);
    facts->failed |= buffer.failed || !text;
    abx_buffer_finish(&buffer);
    return text ? text : "";
}

const char *fact_text(struct collector *collector, const char *format, ...)
{
    const char *text;
    va_list args;

    va_start(args, format);
    text = text_v(collector->facts, format, args);
    va_end(args);
    return text;
}

const char *fact_notation(struct collector *collector, const struct abx_type *type)
{
    size_t size = abx_type_format(type, NULL, 0);
    char *text = abx_arena_alloc(&collector->facts->arena, size + 1);

    if (!text) {
        collector->facts->failed = true;
        return "";
    }
    abx_type_format(type, text, size + 1);
    return text;
}

void fact_add(struct collector *collector, struct fact fact, const char *format, ...)
{
    struct fact_list *facts = collector->facts;
    va_list args;

    va_start(args, format);
    fact.expression = text_v(facts, format, args);
    va_end(args);
    fact.unit = collector->unit;
    if (collector->entry) {
        fact.line = collector->entry->line;
        fact.kind = collector->entry->kind;
    }
    fact.name = collector->name;
    if (!ABX_ARRAY_RESERVE(facts)) {
        facts->failed = true;
        return;
    }
    facts->items[facts->n_items++] = fact;
}

void fact_hide(struct collector *collector, const char *name)
{
    struct name_list *hidden = &collector->facts->hidden;

    if (!ABX_ARRAY_RESERVE(hidden)) {
        collector->facts->failed = true;
        return;
    }
    hidden->items[hidden->n_items++] = name;
}

static void add_damaged(struct collector *collector, const char *message)
{
    fact_add(collector,
             (struct fact){.aspect = &aspect_line,
                           .subject = collector->name,
                           .state = FACT_WRONG,
                           .expected_text = fact_text(collector, "%s", message)},
             "%s", "");
}

/* What the runtime finds in a line that it has checked; a difference between the two is a
 * finding too. */
static bool is_found(struct collector *collector, int status)
{
    if (status == ABX_OK)
        return true;
    if (status < 0)
        collector->facts->failed = true;
    else
        add_damaged(collector, collector->err.message);
    return false;
}

/* ---- constants */

typedef void (*add_constant)(struct collector *collector, const struct abx_value *value);

static const char *last_word(struct collector *collector)
{
    const char *text = collector->entry->text;
    size_t end = collector->entry->text_size;
    size_t begin = end;

    while (begin && text[begin - 1] != ' ')
        begin--;
    return fact_text(collector, "%.*s", (int)(end - begin), text + begin);
}

static void add_macro_scalar(struct collector *collector, const char *subject,
                             const char *expression, const struct abx_type *type)
{
    fact_add(collector,
             (struct fact){.group = GROUP_MACRO_CELLS,
                           .aspect = &aspect_scalar,
                           .subject = subject,
                           .expected = scalar_of(abx_type_strip(type))},
             "ABIDEX_SCALAR(__typeof__(%s))", expression);
}

static void add_integer(struct collector *collector, const struct abx_value *value)
{
    const char *subject = fact_text(collector, "const %s", collector->name);
    bool is_wide = abx_type_size(abx_type_strip(value->type)) > sizeof(value->u);
    bool is_signed = value->kind == ABX_VALUE_INT;

    fact_add(collector,
             (struct fact){.group = GROUP_MACRO_CELLS,
                           .aspect = is_signed ? &aspect_value : &aspect_unsigned_value,
                           .subject = subject,
                           .expected = is_wide ? value->wide[0] : value->u},
             "(unsigned long long)(%s)", collector->name);
    if (is_wide)
        fact_add(collector,
                 (struct fact){.group = GROUP_MACRO_CELLS,
                               .aspect = &aspect_upper_value,
                               .subject = subject,
                               .expected = value->wide[1]},
                 "(unsigned long long)((unsigned __int128)(%s) >> 64)", collector->name);
    add_macro_scalar(collector, subject, fact_text(collector, "(%s)", collector->name),
                     value->type);
}

/* The widest literal compares without rounding, whatever the type of the macro. */
static const char *widest_suffix(struct collector *collector, const struct abx_type *type)
{
    const char *long_double = abx_table_property(collector->table, "long-double", 0);
    bool is_f128 = strcmp(fact_notation(collector, type), "f128") == 0;

    return is_f128 && long_double && strncmp(long_double, "f128 ", 5) != 0 ? "Q" : "L";
}

static void add_float(struct collector *collector, const struct abx_value *value)
{
    const struct abx_type *type = abx_type_strip(value->type);
    const char *subject = fact_text(collector, "const %s", collector->name);
    const char *text = last_word(collector);
    struct fact exact = {.group = GROUP_MACRO_CELLS,
                         .aspect = &aspect_exact,
                         .subject = subject,
                         .expected = 1,
                         .expected_text = text};
    bool is_number = strstr(text, "0x") != NULL;

    fact_add(collector,
             (struct fact){.group = GROUP_MACRO_DOUBLES,
                           .aspect = &aspect_double,
                           .subject = subject,
                           .expected_text = text,
                           .expected_real = strtod(text, NULL)},
             "(%s)", collector->name);
    if (strcmp(text, "nan") == 0)
        fact_add(collector, exact, "(%s) != (%s)", collector->name, collector->name);
    else
        fact_add(collector, exact, "(%s) == %s%s", collector->name,
                 is_number      ? text
                 : *text == '-' ? "-__builtin_inf()"
                                : "__builtin_inf()",
                 is_number ? widest_suffix(collector, type) : "");
    add_macro_scalar(collector, subject, fact_text(collector, "(%s)", collector->name),
                     value->type);
}

static void add_address(struct collector *collector, const struct abx_value *value)
{
    const char *subject = fact_text(collector, "const %s", collector->name);

    fact_add(collector,
             (struct fact){.group = GROUP_MACRO_CELLS,
                           .aspect = &aspect_address,
                           .subject = subject,
                           .expected = strtoull(last_word(collector), NULL, 16)},
             "(unsigned long long)(__UINTPTR_TYPE__)(%s)", collector->name);
    fact_add_type(collector, subject,
                  fact_text(collector, "__typeof__((%s))", collector->name), value->type);
}

/* The bytes of a string, with its zero, as the runtime reads them from the table. */
static bool string_bytes(const struct abx_value *value, const char **datap, size_t *sizep)
{
    if (value->kind == ABX_VALUE_STRING) {
        *datap = value->string.data;
        *sizep = value->string.size + 1;
        return true;
    }
    if (value->kind != ABX_VALUE_MEMORY)
        return false;
    *datap = abx_memory_data(value->memory);
    *sizep = abx_memory_size(value->memory);
    return true;
}

static void add_string(struct collector *collector, const struct abx_value *value)
{
    struct fact fact = {.group = GROUP_MACRO_STRINGS, .aspect = &aspect_string};
    const struct abx_type *element;
    const char *data;

    fact.subject = fact_text(collector, "const %s", collector->name);
    if (!string_bytes(value, &data, &fact.expected_size) ||
        abx_type_find_target(collector->table, value->type, &element, NULL) != ABX_OK) {
        add_damaged(collector, "the constant is of no type that can be proven");
        return;
    }
    fact.expected_text =
        abx_arena_copy(&collector->facts->arena, data, fact.expected_size);
    if (!fact.expected_text)
        collector->facts->failed = true;
    fact.expected = abx_type_size(element);
    fact_add(collector, fact, "%s", collector->name);
    add_macro_scalar(collector, fact.subject,
                     fact_text(collector, "(%s)[0]", collector->name), element);
}

static const add_constant constant_adders[ABX_N_TYPE_KINDS] = {
    [ABX_TYPE_BOOL] = add_integer, [ABX_TYPE_CHAR] = add_integer,
    [ABX_TYPE_INT] = add_integer,  [ABX_TYPE_ENUM] = add_integer,
    [ABX_TYPE_FLOAT] = add_float,  [ABX_TYPE_POINTER] = add_address,
    [ABX_TYPE_ARRAY] = add_string,
};

static void collect_const(struct collector *collector)
{
    struct abx_value value = {0};
    add_constant add;

    if (!is_found(collector, abx_table_find_constant(collector->table, collector->name,
                                                     &value, &collector->err)))
        return;
    add = constant_adders[abx_type_kind(abx_type_strip(value.type))];
    if (add)
        add(collector, &value);
    else
        add_damaged(collector, "a constant of such a type cannot be proven");
}

/* ---- functions and variables */

static void add_symbol(struct collector *collector, enum fact_group group,
                       const char *subject, const char *symbol)
{
    fact_add(collector,
             (struct fact){.group = group,
                           .aspect = &aspect_symbol,
                           .subject = subject,
                           .expected_text = symbol},
             "&%s", collector->name);
}

static void add_export(struct collector *collector, const char *subject,
                       const char *symbol, const char *library)
{
    if (library)
        fact_add(collector,
                 (struct fact){.group = GROUP_EXPORTS,
                               .aspect = &aspect_export,
                               .subject = subject,
                               .base = library,
                               .expected = 1,
                               .expected_text = symbol},
                 "%s", symbol);
}

static void collect_fn(struct collector *collector)
{
    const char *subject = fact_text(collector, "fn %s", collector->name);
    const char *c_type = fact_text(collector, "__typeof__(%s)", collector->name);
    struct abx_function *function = NULL;
    const struct abx_type *type;

    if (!is_found(collector, abx_table_find_declaration(collector->table, collector->name,
                                                        &function, &collector->err)))
        return;
    type = abx_function_type(function);
    fact_hide(collector, collector->name);
    fact_add_type(collector, subject, c_type, type);
    fact_add_prototype(collector, subject, c_type, type);
    add_symbol(collector, GROUP_SYMBOLS, subject, abx_function_symbol(function));
    add_export(collector, subject, abx_function_symbol(function),
               abx_function_library(function));
}

/* The value of an attribute such as " symbol=" in the line; NULL where it has none. */
static const char *attribute(struct collector *collector, const char *key)
{
    const struct abx_entry *entry = collector->entry;
    const char *text = fact_text(collector, "%.*s", (int)entry->text_size, entry->text);
    const char *at = strstr(text, key);

    if (!at)
        return NULL;
    at += strlen(key);
    return fact_text(collector, "%.*s", (int)strcspn(at, " "), at);
}

/* The notation of the type of a `var` line: what stands between name and attributes. */
static const char *variable_notation(struct collector *collector)
{
    const struct abx_entry *entry = collector->entry;
    const char *begin = entry->name + entry->name_size + 1;
    const char *text = fact_text(collector, "%.*s",
                                 (int)(entry->text + entry->text_size - begin), begin);
    const char *equals = strchr(text, '=');
    size_t size = equals ? (size_t)(equals - text) : strlen(text);

    while (equals && size && text[size - 1] != ' ')
        size--;
    return fact_text(collector, "%.*s", (int)(equals && size ? size - 1 : size), text);
}

static const char *variable_symbol(struct collector *collector)
{
    const char *symbol = attribute(collector, " symbol=");

    return symbol ? symbol : collector->name;
}

static void collect_var(struct collector *collector)
{
    const char *subject = fact_text(collector, "var %s", collector->name);
    const char *c_type = fact_text(collector, "__typeof__(%s)", collector->name);
    const char *library = attribute(collector, " in=");
    const struct abx_type *type;

    if (!is_found(collector,
                  abx_table_find_type(collector->table, variable_notation(collector),
                                      &type, &collector->err)))
        return;
    fact_hide(collector, collector->name);
    fact_add_type(collector, subject, c_type, type);
    fact_add_members(collector, subject, c_type, type);
    add_symbol(collector, GROUP_SYMBOLS, subject, variable_symbol(collector));
    add_export(collector, subject, variable_symbol(collector),
               library ? library : abx_table_property(collector->table, "library", 0));
}

/* ---- types */

static void add_size(struct collector *collector, const char *subject, const char *c_type,
                     const struct abx_type *type)
{
    fact_add(collector,
             (struct fact){.group = GROUP_CELLS,
                           .aspect = &aspect_size,
                           .subject = subject,
                           .expected = abx_type_size(type)},
             "sizeof(%s)", c_type);
    fact_add(collector,
             (struct fact){.group = GROUP_CELLS,
                           .aspect = &aspect_alignment,
                           .subject = subject,
                           .expected = abx_type_align(type)},
             "_Alignof(%s)", c_type);
}

/* The type of a line with a tag, named in C as it is in the table. */
static const struct abx_type *find_tagged(struct collector *collector,
                                          const char **c_typep)
{
    const char *text = collector->entry->text;
    const struct abx_type *type;

    *c_typep = fact_text(collector, "%.*s %s", (int)(collector->entry->name - text - 1),
                         text, collector->name);
    if (!is_found(collector, abx_table_find_type(collector->table, *c_typep, &type,
                                                 &collector->err)))
        return NULL;
    fact_hide(collector, collector->name);
    return type;
}

static void collect_record(struct collector *collector)
{
    const char *c_type;
    const struct abx_type *type = find_tagged(collector, &c_type);

    if (!type || !abx_type_is_complete(type))
        return;
    add_size(collector, c_type, c_type, type);
    fact_add_members(collector, c_type, c_type, type);
}

static void collect_enum(struct collector *collector)
{
    const char *c_type;
    const struct abx_type *type = find_tagged(collector, &c_type);

    if (!type)
        return;
    add_size(collector, c_type, c_type, type);
    fact_add_type(collector, c_type, c_type, type);
}

static void collect_typedef(struct collector *collector)
{
    const char *name = collector->name;
    const char *subject = fact_text(collector, "typedef %s", name);
    const struct abx_type *type;
    const struct abx_type *target;

    if (!is_found(collector,
                  abx_table_find_type(collector->table, name, &type, &collector->err)))
        return;
    fact_hide(collector, name);
    if (abx_type_is_complete(type) && abx_type_size(type))
        add_size(collector, subject, name, type);
    if (abx_type_find_target(collector->table, type, &target, NULL) != ABX_OK)
        return;
    fact_add_type(collector, subject, name, target);
    fact_add_members(collector, subject, name, target);
}

/* ---- macros that name something else */

static bool has_entry(struct collector *collector, enum abx_kind kind, const char *name)
{
    struct abx_entry entry;

    return abx_table_find_entry(collector->table, kind, name, &entry, NULL) == ABX_OK;
}

/* The symbol behind the function or variable @name; NULL if it is neither. */
static const char *symbol_of(struct collector *collector, const char *name)
{
    struct abx_function *function = NULL;
    struct abx_entry variable;
    struct collector other = *collector;

    if (has_entry(collector, ABX_KIND_FN, name) &&
        abx_table_find_declaration(collector->table, name, &function, NULL) == ABX_OK)
        return abx_function_symbol(function);
    if (abx_table_find_entry(collector->table, ABX_KIND_VAR, name, &variable, NULL) !=
        ABX_OK)
        return NULL;
    other.entry = &variable;
    other.name = name;
    return variable_symbol(&other);
}

static void collect_alias(struct collector *collector)
{
    static const struct {
        enum abx_kind kind;
        const char *word;
    } types[] = {{ABX_KIND_TYPEDEF, ""},
                 {ABX_KIND_STRUCT, "struct "},
                 {ABX_KIND_UNION, "union "},
                 {ABX_KIND_ENUM, "enum "}};
    const char *subject = fact_text(collector, "alias %s", collector->name);
    const char *target = last_word(collector);
    const char *symbol = symbol_of(collector, target);
    size_t i;

    if (symbol) {
        add_symbol(collector, GROUP_MACRO_SYMBOLS, subject, symbol);
        return;
    }
    for (i = 0; i < sizeof(types) / sizeof(*types); i++) {
        if (!has_entry(collector, types[i].kind, target))
            continue;
        fact_add(collector,
                 (struct fact){.group = GROUP_MACRO_CELLS,
                               .aspect = &aspect_type,
                               .subject = subject,
                               .base = collector->name,
                               .expected = 1,
                               .expected_text = target},
                 "__builtin_types_compatible_p(%s%s, %s%s)", types[i].word,
                 collector->name, types[i].word, target);
        return;
    }
    add_damaged(collector, "it stands for nothing that is in the table");
}

static void add_macro_member(struct collector *collector, const char *path,
                             const char *c_type)
{
    struct abx_member member;
    const struct abx_type *type;

    if (!is_found(collector, abx_table_find_type(collector->table, c_type, &type,
                                                 &collector->err)) ||
        !is_found(collector, abx_type_find_member(collector->table, type, path, &member,
                                                  &collector->err)))
        return;
    fact_add(collector,
             (struct fact){.group = GROUP_MACRO_CELLS,
                           .aspect = &aspect_offset,
                           .subject = fact_text(collector, "member %s of %s",
                                                collector->name, c_type),
                           .expected = member.offset},
             "__builtin_offsetof(%s, %s)", c_type, collector->name);
}

/* member NAME PATH TYPE{; TYPE} */
static void collect_member(struct collector *collector)
{
    const struct abx_entry *entry = collector->entry;
    const char *rest = entry->name + entry->name_size + 1;
    const char *end = entry->text + entry->text_size;
    const char *text = fact_text(collector, "%.*s", (int)(end - rest), rest);
    size_t size = strcspn(text, " ");
    const char *path = fact_text(collector, "%.*s", (int)size, text);

    text += size;
    while (*text) {
        text += strspn(text, "; ");
        size = strcspn(text, ";");
        add_macro_member(collector, path, fact_text(collector, "%.*s", (int)size, text));
        text += size;
    }
}

/* ---- the whole table */

static void (*const collect_kind[ABX_N_KINDS])(struct collector *collector) = {
    [ABX_KIND_ALIAS] = collect_alias,     [ABX_KIND_CONST] = collect_const,
    [ABX_KIND_ENUM] = collect_enum,       [ABX_KIND_FN] = collect_fn,
    [ABX_KIND_MEMBER] = collect_member,   [ABX_KIND_STRUCT] = collect_record,
    [ABX_KIND_TYPEDEF] = collect_typedef, [ABX_KIND_UNION] = collect_record,
    [ABX_KIND_VAR] = collect_var,
};

/* The unit in which the line of @key ("fn read") was read. */
static unsigned find_unit(struct collector *collector)
{
    const struct abx_entry *entry = collector->entry;
    size_t size = (size_t)(entry->name + entry->name_size - entry->text);
    unsigned unit;

    for (unit = 2; unit <= collector->facts->n_units; unit++)
        if (has_entry(collector, ABX_KIND_UNIT,
                      fact_text(collector, "%u %.*s", unit, (int)size, entry->text)))
            return unit;
    return 1;
}

static void collect_entry(struct collector *collector, const struct abx_entry *entry)
{
    collector->entry = entry;
    collector->name = fact_text(collector, "%.*s", (int)entry->name_size, entry->name);
    if (!is_found(collector,
                  abx_table_check_entry(collector->table, entry, &collector->err)))
        return;
    if (!collect_kind[entry->kind])
        return;
    collector->unit = find_unit(collector);
    collect_kind[entry->kind](collector);
}

static void collect_entries(struct collector *collector)
{
    struct abx_entry entry = {0};
    const char *before;
    int status;

    do {
        before = entry.text;
        collector->unit = 1;
        status = abx_table_next_entry(collector->table, &entry, &collector->err);
        if (status == ABX_OK) {
            collect_entry(collector, &entry);
        } else if (status == ABX_BROKEN) {
            collector->entry = &entry;
            collector->name = "";
            add_damaged(collector, collector->err.message);
        }
    } while (status == ABX_OK || (status == ABX_BROKEN && entry.text != before));
    if (status < 0)
        collector->facts->failed = true;
}

/* ---- the header */

static void add_header(struct collector *collector, const char *subject,
                       uint64_t expected, const char *expression)
{
    fact_add(collector,
             (struct fact){.group = GROUP_CELLS,
                           .aspect = &aspect_size,
                           .subject = subject,
                           .expected = expected},
             "%s", expression);
}

static void collect_model(struct collector *collector)
{
    static const struct {
        const char *name;
        unsigned long_size;
        unsigned pointer_size;
    } models[] = {{"LP64", 8, 8}, {"ILP32", 4, 4}, {"LLP64", 4, 8}};
    const char *model = abx_table_property(collector->table, "model", 0);
    size_t i;

    for (i = 0; model && i < sizeof(models) / sizeof(*models); i++) {
        if (strcmp(models[i].name, model) != 0)
            continue;
        add_header(collector, "header: long", models[i].long_size, "sizeof(long)");
        add_header(collector, "header: pointers", models[i].pointer_size,
                   "sizeof(void *)");
    }
}

static void collect_signs(struct collector *collector)
{
    const char *order = abx_table_property(collector->table, "order", 0);
    const char *sign = abx_table_property(collector->table, "char", 0);

    fact_add(collector,
             (struct fact){.group = GROUP_CELLS,
                           .aspect = &aspect_order,
                           .subject = "header",
                           .expected = order && strcmp(order, "big") == 0},
             "__BYTE_ORDER__ == __ORDER_BIG_ENDIAN__");
    fact_add(collector,
             (struct fact){.group = GROUP_CELLS,
                           .aspect = &aspect_sign,
                           .subject = "header: char",
                           .expected = sign && strcmp(sign, "signed") == 0},
             "(char)-1 < 0");
}

/* long-double f80 16 16, wchar i32 */
static void collect_named_types(struct collector *collector)
{
    static const struct {
        const char *notation;
        unsigned digits;
    } formats[] = {{"f64", 53}, {"f80", 64}, {"ibm128", 106}, {"f128", 113}};
    const char *value = abx_table_property(collector->table, "long-double", 0);
    const char *wchar = abx_table_property(collector->table, "wchar", 0);
    const struct abx_type *type;
    char notation[16];
    unsigned size, align;
    size_t i;

    if (value && sscanf(value, "%15s %u %u", notation, &size, &align) == 3) {
        add_header(collector, "header: long double", size, "sizeof(long double)");
        add_header(collector, "header: long double, alignment", align,
                   "_Alignof(long double)");
        for (i = 0; i < sizeof(formats) / sizeof(*formats); i++)
            if (strcmp(formats[i].notation, notation) == 0)
                add_header(collector, "header: long double, bits of its significand",
                           formats[i].digits, "__LDBL_MANT_DIG__");
    }
    if (wchar && is_found(collector, abx_table_find_type(collector->table, wchar, &type,
                                                         &collector->err)))
        fact_add(collector,
                 (struct fact){.group = GROUP_CELLS,
                               .aspect = &aspect_scalar,
                               .subject = "header: wchar_t",
                               .expected = scalar_of(abx_type_strip(type))},
                 "ABIDEX_SCALAR(__WCHAR_TYPE__)");
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void sort_names(struct name_list *names)
{
    size_t n = 0;
    size_t i;

    if (!names->n_items)
        return;
    qsort(names->items, names->n_items, sizeof(*names->items), compare_names);
    for (i = 0; i < names->n_items; i++)
        if (!n || strcmp(names->items[n - 1], names->items[i]) != 0)
            names->items[n++] = names->items[i];
    names->n_items = n;
}

bool facts_is_enumerator(const struct fact_list *facts, const char *name)
{
    const struct name_list *names = &facts->enumerators;

    return names->n_items && bsearch(&name, names->items, names->n_items,
                                     sizeof(*names->items), compare_names);
}

bool facts_collect(struct fact_list *facts, struct abx_table *table)
{
    struct collector collector = {.facts = facts, .table = table, .unit = 1, .name = ""};
    const char *units = abx_table_property(table, "units", 0);

    facts->n_units = units ? (unsigned)strtoul(units, NULL, 10) : 1;
    collect_model(&collector);
    collect_signs(&collector);
    collect_named_types(&collector);
    collect_entries(&collector);
    sort_names(&facts->hidden);
    sort_names(&facts->enumerators);
    return !facts->failed;
}

void facts_finish(struct fact_list *facts)
{
    free(facts->items);
    free(facts->hidden.items);
    free(facts->enumerators.items);
    abx_arena_finish(&facts->arena);
    *facts = (struct fact_list){0};
}
