/**
 * Facts about constants. A value is asked for twice: as a number (a double, for a float),
 * which a message can show, and exactly, by the compiler's own comparison, where that
 * says more.
 */
#include "tools/verify.h"

#include <stdlib.h>
#include <string.h>

typedef void (*add_constant)(struct collector *collector, const struct abx_type *type);

static void add_macro_scalar(struct collector *collector, const char *subject,
                             const char *expression, const struct abx_type *type,
                             const char *notation)
{
    fact_add(collector,
             (struct fact){.group = GROUP_MACRO_CELLS,
                           .aspect = &aspect_scalar,
                           .subject = subject,
                           .expected = scalar_of(abx_type_strip(type)),
                           .expected_text = notation},
             "ABIDEX_SCALAR(__typeof__(%s))", expression);
}

static bool find_value(struct collector *collector, struct abx_value *valuep)
{
    return fact_is_found(collector,
                         abx_table_find_constant(collector->table, collector->name,
                                                 valuep, &collector->err));
}

static void add_integer(struct collector *collector, const struct abx_type *type)
{
    const char *subject = fact_text(collector, "const %s", collector->name);
    struct abx_value value = {0};
    bool is_wide = abx_type_size(abx_type_strip(type)) > sizeof(value.u);
    bool is_signed;

    if (!find_value(collector, &value))
        return;
    is_signed = value.kind == ABX_VALUE_INT;

    fact_add(collector,
             (struct fact){.group = GROUP_MACRO_CELLS,
                           .aspect = is_signed ? &aspect_value : &aspect_unsigned_value,
                           .subject = subject,
                           .expected = is_wide ? value.wide[0] : value.u},
             "(unsigned long long)(%s)", collector->name);
    if (is_wide)
        fact_add(collector,
                 (struct fact){.group = GROUP_MACRO_CELLS,
                               .aspect = &aspect_upper_value,
                               .subject = subject,
                               .expected = value.wide[1]},
                 "(unsigned long long)((unsigned __int128)(%s) >> 64)", collector->name);
    add_macro_scalar(collector, subject, fact_text(collector, "(%s)", collector->name),
                     type, fact_notation(collector, type));
}

/* The widest literal compares without rounding, whatever the type of the macro. */
static const char *widest_suffix(struct collector *collector, const struct abx_type *type)
{
    const char *long_double = abx_table_property(collector->table, "long-double", 0);
    bool is_f128 = strcmp(fact_notation(collector, type), "f128") == 0;

    return is_f128 && long_double && strncmp(long_double, "f128 ", 5) != 0 ? "Q" : "L";
}

/* From the text: this machine may have no such type. */
static void add_float(struct collector *collector, const struct abx_type *type)
{
    const char *subject = fact_text(collector, "const %s", collector->name);
    const char *text = fact_last_word(collector);
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
                 is_number ? widest_suffix(collector, abx_type_strip(type)) : "");
    add_macro_scalar(collector, subject, fact_text(collector, "(%s)", collector->name),
                     type, fact_notation(collector, type));
}

static void add_address(struct collector *collector, const struct abx_type *type)
{
    const char *subject = fact_text(collector, "const %s", collector->name);

    fact_add(collector,
             (struct fact){.group = GROUP_MACRO_CELLS,
                           .aspect = &aspect_address,
                           .subject = subject,
                           .expected = strtoull(fact_last_word(collector), NULL, 16)},
             "(unsigned long long)(__UINTPTR_TYPE__)(%s)", collector->name);
    fact_add_type(collector, subject,
                  fact_text(collector, "__typeof__((%s))", collector->name), type);
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

/* Character units of a table for the other byte order are turned into this machine's. */
static char *copy_units(struct collector *collector, const char *data, size_t size,
                        size_t unit)
{
    const char *order = abx_table_property(collector->table, "order", 0);
    bool is_big = order && strcmp(order, "big") == 0;
    char *copy = abx_arena_copy(&collector->facts->arena, data, size);
    size_t i;

    collector->facts->failed |= !copy;
    if (!copy || is_big == (__BYTE_ORDER__ == __ORDER_BIG_ENDIAN__))
        return copy;
    for (i = 0; i < size; i++)
        copy[i] = data[i - i % unit + unit - 1 - i % unit];
    return copy;
}

static void add_string(struct collector *collector, const struct abx_type *type)
{
    struct fact fact = {.group = GROUP_MACRO_STRINGS, .aspect = &aspect_string};
    const struct abx_type *element;
    struct abx_value value = {0};
    const char *data;

    fact.subject = fact_text(collector, "const %s", collector->name);
    if (!find_value(collector, &value))
        return;
    if (!string_bytes(&value, &data, &fact.expected_size) ||
        abx_type_find_target(collector->table, abx_type_strip(type), &element, NULL) !=
            ABX_OK) {
        fact_add_damaged(collector, "the constant is of no type that can be proven");
        return;
    }
    fact.expected = abx_type_size(element);
    fact.expected_text = copy_units(collector, data, fact.expected_size,
                                    fact.expected ? (size_t)fact.expected : 1);
    fact_add(collector, fact, "%s", collector->name);
    add_macro_scalar(collector, fact.subject,
                     fact_text(collector, "(%s)[0]", collector->name), element,
                     fact_notation(collector, type));
}

static const add_constant constant_adders[ABX_N_TYPE_KINDS] = {
    [ABX_TYPE_BOOL] = add_integer, [ABX_TYPE_CHAR] = add_integer,
    [ABX_TYPE_INT] = add_integer,  [ABX_TYPE_ENUM] = add_integer,
    [ABX_TYPE_FLOAT] = add_float,  [ABX_TYPE_POINTER] = add_address,
    [ABX_TYPE_ARRAY] = add_string,
};

/* The notation of the constant's type: what stands between its name and its value. */
static const char *constant_notation(struct collector *collector)
{
    const struct abx_entry *entry = collector->entry;
    const char *begin = entry->name + entry->name_size + 1;
    const char *end = entry->text + entry->text_size;
    const char *quote = memchr(begin, '"', (size_t)(end - begin));

    if (quote)
        end = quote;
    else
        end -= strlen(fact_last_word(collector));
    return fact_text(collector, "%.*s", (int)(end - begin - (end > begin)), begin);
}

void collect_const(struct collector *collector)
{
    const struct abx_type *type;
    add_constant add;

    if (!fact_is_found(collector,
                       abx_table_find_type(collector->table, constant_notation(collector),
                                           &type, &collector->err)))
        return;
    add = constant_adders[abx_type_kind(abx_type_strip(type))];
    if (add)
        add(collector, type);
    else
        fact_add_damaged(collector, "a constant of such a type cannot be proven");
}
