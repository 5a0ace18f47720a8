/**
 * Facts about what has an address or stands for it: functions, variables, and the macros
 * that name functions, variables, types or members.
 */
#include "runtime/cdecl.h"
#include "tools/verify.h"

#include <stdlib.h>
#include <string.h>

enum { ALIASES_MAX = 16 };

/* ---- functions and variables */

static void add_symbol(struct collector *collector, enum fact_group group,
                       const char *subject, const char *symbol, const char *library)
{
    fact_add(collector,
             (struct fact){.group = group,
                           .aspect = &aspect_symbol,
                           .subject = subject,
                           .base = library,
                           .expected_text = symbol},
             "&%s", collector->name);
}

/*
 * A function that passes on what it gets to @fn's type. If the header's own one has the same
 * code, that does nothing else either. C has no name for the result: it is that of a call.
 */
static const char *put_forwarder(struct collector *collector, const struct abx_type *type)
{
    size_t id = collector->facts->n_items;
    struct abx_buffer call = {0}, parameters = {0}, arguments = {0};
    const struct abx_type *parameter;
    const char *text, *name;
    size_t i;

    for (i = 0; abx_type_parameter(type, i, &name, &parameter) == ABX_OK; i++) {
        struct abx_buffer c = {0};
        const char *comma = i ? ", " : "";

        abx_cdecl_put_reading(&c, collector->table, parameter, "", 0);
        abx_buffer_printf(&call, "%s*(__typeof__(%s) *)0", comma, abx_buffer_text(&c));
        abx_buffer_printf(&parameters, "%s__typeof__(%s) a%zu", comma,
                          abx_buffer_text(&c), i);
        abx_buffer_printf(&arguments, "%sa%zu", comma, i);
        collector->facts->failed |= c.failed;
        abx_buffer_finish(&c);
    }
    text = fact_text(collector,
                     "extern __typeof__(%s) abidex_target_%zu; "
                     "const void *const abidex_own_%zu = (const void *)&%s; "
                     "__typeof__(abidex_target_%zu(%s)) abidex_forward_%zu(%s) "
                     "{ return abidex_target_%zu(%s); }",
                     collector->name, id, id, collector->name, id, abx_buffer_text(&call),
                     id, i ? abx_buffer_text(&parameters) : "void", id,
                     abx_buffer_text(&arguments));
    collector->facts->failed |= call.failed | parameters.failed | arguments.failed;
    abx_buffer_finish(&call);
    abx_buffer_finish(&parameters);
    abx_buffer_finish(&arguments);
    return text;
}

static void add_function(struct collector *collector, const char *subject,
                         const struct abx_function *function)
{
    const struct abx_type *type = abx_function_type(function);
    const char *symbol = abx_function_symbol(function);
    bool is_renamed = strcmp(symbol, collector->name) != 0;

    fact_add(collector,
             (struct fact){.group = GROUP_SYMBOLS,
                           .aspect = &aspect_symbol,
                           .subject = subject,
                           .base = abx_function_library(function),
                           .expected_text = symbol,
                           .forwarder = is_renamed && !abx_type_is_variadic(type)
                                            ? put_forwarder(collector, type)
                                            : NULL},
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

void collect_fn(struct collector *collector)
{
    const char *subject = fact_text(collector, "fn %s", collector->name);
    const char *c_type = fact_text(collector, "__typeof__(%s)", collector->name);
    struct abx_function *function = NULL;
    const struct abx_type *type;

    if (!fact_is_found(collector,
                       abx_table_find_declaration(collector->table, collector->name,
                                                  &function, &collector->err)))
        return;
    type = abx_function_type(function);
    fact_hide(collector, collector->name);
    fact_add_type(collector, subject, c_type, type);
    fact_add_unsaid(collector, subject, c_type, type);
    fact_add_prototype(collector, subject, c_type, type);
    add_function(collector, subject, function);
    add_export(collector, subject, abx_function_symbol(function),
               abx_function_library(function));
}

void collect_var(struct collector *collector)
{
    const char *subject = fact_text(collector, "var %s", collector->name);
    const char *c_type = fact_text(collector, "__typeof__(%s)", collector->name);
    const struct abx_variable *variable;
    const struct abx_type *type;

    if (!fact_is_found(collector, abx_table_find_variable_declaration(
                                      collector->table, collector->name, &variable,
                                      &collector->err)))
        return;
    type = abx_variable_type(variable);
    fact_hide(collector, collector->name);
    fact_add_type(collector, subject, c_type, type);
    fact_add_unsaid(collector, subject, c_type, type);
    fact_add_members(collector, subject, c_type, type);
    add_symbol(collector, GROUP_SYMBOLS, subject, abx_variable_symbol(variable),
               abx_variable_library(variable));
    add_export(collector, subject, abx_variable_symbol(variable),
               abx_variable_library(variable));
}

/* ---- macros that name something else */

/* The symbol behind the function or variable @name, and its library; NULL if it is neither. */
static const char *symbol_of(struct collector *collector, const char *name,
                             const char **libraryp)
{
    const struct abx_variable *variable;
    struct abx_function *function;

    if (fact_has_entry(collector, ABX_KIND_FN, name) &&
        abx_table_find_declaration(collector->table, name, &function, NULL) == ABX_OK) {
        *libraryp = abx_function_library(function);
        return abx_function_symbol(function);
    }
    if (fact_has_entry(collector, ABX_KIND_VAR, name) &&
        abx_table_find_variable_declaration(collector->table, name, &variable, NULL) ==
            ABX_OK) {
        *libraryp = abx_variable_library(variable);
        return abx_variable_symbol(variable);
    }
    return NULL;
}

/* Macros stand for each other, as deep as a table goes that is not damaged. */
static const char *end_of_aliases(struct collector *collector, const char *name)
{
    struct abx_entry entry;
    unsigned depth;

    for (depth = 0;
         depth < ALIASES_MAX && abx_table_find_entry(collector->table, ABX_KIND_ALIAS,
                                                     name, &entry, NULL) == ABX_OK;
         depth++) {
        const char *end = entry.text + entry.text_size;
        const char *begin = entry.name + entry.name_size + 1;

        name = fact_text(collector, "%.*s", (int)(end - begin), begin);
    }
    return name;
}

void collect_alias(struct collector *collector)
{
    const char *subject = fact_text(collector, "alias %s", collector->name);
    const char *target = fact_last_word(collector);
    const char *library;
    const char *symbol =
        symbol_of(collector, end_of_aliases(collector, target), &library);

    if (symbol)
        add_symbol(collector, GROUP_MACRO_SYMBOLS, subject, symbol, library);
    else
        fact_add(collector,
                 (struct fact){.group = GROUP_MACRO_CELLS,
                               .aspect = &aspect_type,
                               .subject = subject,
                               .base = collector->name,
                               .expected = 1,
                               .expected_text = target},
                 "__builtin_types_compatible_p(%s, %s)", collector->name, target);
}

static void add_macro_member(struct collector *collector, const char *path,
                             const char *c_type)
{
    struct abx_member member;
    const struct abx_type *type;
    const char *subject;

    if (!fact_is_found(collector, abx_table_find_type(collector->table, c_type, &type,
                                                      &collector->err)) ||
        !fact_is_found(collector, abx_type_find_member(collector->table, type, path,
                                                       &member, &collector->err)))
        return;
    subject = fact_text(collector, "member %s of %s", collector->name, c_type);
    if (member.is_bit_field)
        fact_add(collector,
                 (struct fact){.group = GROUP_MACRO_BITS,
                               .aspect = &aspect_bits,
                               .subject = subject,
                               .base = c_type,
                               .expected = bits_of(&member, member.offset)},
                 "%s", collector->name);
    else
        fact_add(collector,
                 (struct fact){.group = GROUP_MACRO_CELLS,
                               .aspect = &aspect_offset,
                               .subject = subject,
                               .expected = member.offset},
                 "__builtin_offsetof(%s, %s)", c_type, collector->name);
}

/* member NAME PATH TYPE{; TYPE} */
void collect_member(struct collector *collector)
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
