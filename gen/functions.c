/* A declaration is only worth a line if some library has its symbol: all else is an
 * omission. */
#include "gen/functions.h"

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "runtime/contract_words.h"
#include "runtime/grammar.h"

struct gen_function *gen_functions_get(struct gen_functions *functions, const char *name)
{
    struct abx_map_entry *entry = abx_map_find(&functions->map, name, strlen(name));
    struct gen_function *function;

    if (entry)
        return entry->value;
    function = abx_arena_alloc(&functions->arena, sizeof(*function));
    if (function)
        function->name = abx_arena_copy(&functions->arena, name, strlen(name));
    if (!function || !function->name ||
        abx_map_set(&functions->map, function->name, strlen(name), function) < 0) {
        functions->out_of_memory = true;
        return NULL;
    }
    return function;
}

static void put_contract(struct abx_buffer *out, const struct gen_contract *contract)
{
    abx_buffer_printf(out, " %s%s%s%s", contract->how, contract->texts ? ",text=" : "",
                      contract->texts ? contract->texts : "", contract->codes);
}

/* What the spec says of a function, or of what it is called in its library: under both names
 * it fails alike. */
static const struct gen_spec_function *find_said(const struct gen_function *function,
                                                 const struct gen_export *export,
                                                 const struct gen_spec *spec)
{
    static const struct gen_spec_function nothing = {0};
    const struct gen_spec_function *said = gen_spec_find(spec, function->name);

    if (!said && export && export->library && strcmp(export->name, function->name) != 0)
        said = gen_spec_find(spec, export->name);
    return said ? said : &nothing;
}

static void put_attributes(struct abx_buffer *out, const struct gen_function *function,
                           const struct gen_export *export,
                           const struct gen_spec_function *said,
                           const struct gen_symbols *symbols)
{
    struct gen_attributes attributes = function->attributes;
    const char *symbol = export ? export->name : function->symbol;

    if (symbol && strcmp(symbol, function->name) != 0)
        abx_buffer_printf(out, " symbol=%s", symbol);
    if (export && export->library != symbols->libraries[0])
        abx_buffer_printf(out, " in=%s", export->library);
    attributes.returns_twice |= said->returns_twice;
    attributes.refused = said->refused.text;
    attributes.untold = said->untold.text;
    gen_attributes_put(out, &attributes);
    if (said->contract)
        put_contract(out, said->contract);
}

/* An assembler's label may be anything; one that a table can say is a name with a version. */
static bool is_symbol(const char *text)
{
    while (abx_is_name_char(*text) || *text == '.' || *text == '@')
        text++;
    return *text == '\0';
}

/* Why no library has it for a program to call; NULL if one has. What the spec refuses would not be
 * of use if one had. @out may hold the text. */
static const char *find_lack(const struct gen_function *function,
                             const struct gen_export *export,
                             const struct gen_spec_function *said, struct abx_buffer *out)
{
    if (export && !export->library)
        return "its code is linked statically: no library exports it";
    if (export && !*export->name)
        return "its library exports it by a number alone, which is not told by a table";
    if (export)
        return NULL;
    if (!function->symbol)
        return said->refused.text ? said->refused.text : "no library exports it";
    abx_buffer_printf(out, "no library exports its symbol %s", function->symbol);
    return abx_buffer_text(out);
}

static const struct gen_export *find_export(const struct gen_function *function,
                                            const struct gen_symbols *symbols)
{
    return function->symbol ? gen_symbols_find_label(symbols, function->symbol)
                            : gen_symbols_find(symbols, function->name);
}

/* "static inline time_t time(…) { return _time64(…); }": so its import library has it, too. */
static bool is_renamed(const struct gen_function *function,
                       const struct gen_functions *functions,
                       const struct gen_symbols *symbols)
{
    const struct gen_export *export = find_export(function, symbols), *target;
    struct abx_map_entry *called =
        function->called
            ? abx_map_find(&functions->map, function->called, strlen(function->called))
            : NULL;

    if (!called || !export || !export->library || !*export->name ||
        strcmp(export->name, function->name) == 0)
        return false;
    target = find_export(called->value, symbols);
    return target && target->library == export->library &&
           strcmp(target->name, export->name) == 0;
}

/* Why a function has no line of its own; NULL if it has one. @out may hold the text. */
static const char *find_reason(const struct gen_function *function,
                               const struct gen_export *export,
                               const struct gen_spec_function *said, bool is_renamed,
                               bool is_checked, struct abx_buffer *out)
{
    if (function->is_static && !is_renamed)
        return function->is_variable ? "is static: no library has it"
                                     : "is a static inline function: no library has it";
    if (function->problem)
        return function->problem;
    if (function->symbol && !is_symbol(function->symbol))
        return "its symbol is no name";
    return is_checked ? find_lack(function, export, said, out) : NULL;
}

static void emit_texts(const char *function, const struct gen_spec_text *text,
                       struct gen_lines *lines)
{
    for (; text; text = text->next) {
        struct abx_buffer key = {0};

        abx_buffer_printf(&key, "%s %s", function, text->code);
        gen_lines_add(lines, ABX_KIND_ERROR, abx_buffer_text(&key), text->text, 1);
        if (key.failed)
            lines->out_of_memory = true;
        abx_buffer_finish(&key);
    }
}

static void emit_function(const struct gen_functions *functions,
                          const struct gen_function *function,
                          const struct gen_spec *spec, const struct gen_symbols *symbols,
                          struct gen_lines *lines)
{
    const struct gen_export *export = find_export(function, symbols);
    const struct gen_spec_function *said = find_said(function, export, spec);
    struct abx_buffer out = {0};
    bool has_namesake = function->is_static && is_renamed(function, functions, symbols);
    const char *reason =
        find_reason(function, export, said, has_namesake, symbols->n_libraries > 0, &out);

    if (reason) {
        gen_lines_add(lines, ABX_KIND_OMIT, function->name, reason, function->unit);
    } else {
        abx_buffer_puts(&out, function->type);
        put_attributes(&out, function, export, said, symbols);
        gen_lines_add(lines, function->is_variable ? ABX_KIND_VAR : ABX_KIND_FN,
                      function->name, abx_buffer_text(&out), function->unit);
        if (said != gen_spec_find(spec, function->name))
            emit_texts(function->name, said->texts, lines);
    }
    if (out.failed)
        lines->out_of_memory = true;
    abx_buffer_finish(&out);
}

static void check_code(const char *code, struct gen_place place,
                       const struct gen_lines *lines, struct gen_messages *messages)
{
    if (!gen_lines_find(lines, ABX_KIND_CONST, code))
        gen_error(messages, place, "%s is no constant of these headers", code);
}

/* A word of @size bytes; @is_when: it may be a keyword or a number instead of a name. */
static void check_constant(const char *word, size_t size, bool is_when,
                           struct gen_place place, const struct gen_lines *lines,
                           struct gen_messages *messages)
{
    struct abx_arena arena = {0};
    const char *name = abx_arena_copy(&arena, word, size);

    if (name && (!is_when || abx_contract_is_constant(name)))
        check_code(name, place, lines, messages);
    abx_arena_finish(&arena);
}

static void check_flag(const char *flag, size_t size, struct gen_place place,
                       const struct gen_lines *lines, struct gen_messages *messages)
{
    static const char *const words[] = {"errno=", "success="};
    struct abx_arena arena = {0};
    const char *text = abx_arena_copy(&arena, flag, size);

    for (size_t i = 0; text && i < sizeof(words) / sizeof(*words); i++)
        if (!strncmp(text, words[i], strlen(words[i])))
            check_code(text + strlen(words[i]), place, lines, messages);
    if (text && !strncmp(text, "text=", 5) &&
        !gen_lines_find(lines, ABX_KIND_FN, text + 5))
        gen_error(messages, place, "%s is no function of these headers", text + 5);
    abx_arena_finish(&arena);
}

/* What a contract names has to be in the table: the constant that means failure, codes, and
 * what its flags speak of. */
static void check_contract(const struct gen_contract *contract,
                           const struct gen_lines *lines, struct gen_messages *messages)
{
    const char *at = contract->how + strlen("fails=");

    check_constant(at, strcspn(at, ":,"), true, contract->place, lines, messages);
    while ((at = strchr(at, ',')) != NULL) {
        at++;
        check_flag(at, strcspn(at, ","), contract->place, lines, messages);
    }
    for (at = contract->codes; *at; at += strcspn(at, " ")) {
        at++;
        check_constant(at, strcspn(at, " "), false, contract->place, lines, messages);
    }
}

static void check_texts(const struct gen_spec_function *function, struct gen_lines *lines,
                        struct gen_messages *messages)
{
    bool is_here = gen_lines_find(lines, ABX_KIND_FN, function->name) != NULL;

    if (!is_here && function->texts)
        gen_note(messages, function->texts->place, "%s is not on this platform",
                 function->name);
    for (const struct gen_spec_text *text = function->texts; text; text = text->next)
        check_code(text->code, text->place, lines, messages);
    if (is_here)
        emit_texts(function->name, function->texts, lines);
}

/* Who gives the texts of a code space has to be in the table. */
static void check_spaces(const struct gen_spec *spec, const struct gen_lines *lines,
                         struct gen_messages *messages)
{
    for (size_t i = 0; i < spec->spaces.n_items; i++) {
        const struct gen_spec_item *function = spec->spaces.items[i].value;

        if (!gen_lines_find(lines, ABX_KIND_FN, function->text))
            gen_error(messages, function->place, "%s is no function of these headers",
                      function->text);
    }
}

/* A function that the spec knows and the headers do not may be misspelt, so it is never
 * passed over without a word. */
static void note_missing(const struct gen_functions *functions,
                         const struct gen_spec *spec, struct gen_messages *messages)
{
    for (size_t i = 0; i < spec->undeclared.n_items; i++) {
        const struct abx_map_entry *entry = &spec->undeclared.items[i];
        const struct gen_undeclared *undeclared = entry->value;

        if (!abx_map_find(&functions->map, entry->key, entry->key_size))
            gen_note(messages, undeclared->place, "%s is not on this platform",
                     entry->key);
    }
    if (messages->n_notes && messages->is_quiet)
        fprintf(stderr,
                "abidex gen: note: %zu names of the spec are not on this platform; "
                "--verbose names them\n",
                messages->n_notes);
}

void gen_functions_emit(const struct gen_functions *functions,
                        const struct gen_spec *spec, const struct gen_symbols *symbols,
                        struct gen_lines *lines)
{
    for (size_t i = 0; i < functions->map.n_items; i++)
        emit_function(functions, functions->map.items[i].value, spec, symbols, lines);
}

/* Whoever reads a header alone may have forgotten it. */
void gen_note_libraries(const struct gen_functions *functions,
                        const struct gen_symbols *symbols)
{
    if (!symbols->n_libraries && functions->map.n_items)
        fputs("abidex gen: note: no library is named: the table's functions are looked "
              "for in the process that calls them; --pkg, -l and --library name one\n",
              stderr);
}

void gen_check_spec(const struct gen_functions *functions, const struct gen_spec *spec,
                    struct gen_lines *lines, struct gen_messages *messages)
{
    for (size_t i = 0; i < spec->functions.n_items; i++) {
        const struct gen_spec_function *function = spec->functions.items[i].value;

        if (function->contract)
            check_contract(function->contract, lines, messages);
        check_texts(function, lines, messages);
    }
    check_spaces(spec, lines, messages);
    note_missing(functions, spec, messages);
}

void gen_functions_finish(struct gen_functions *functions)
{
    abx_map_finish(&functions->map);
    abx_arena_finish(&functions->arena);
    *functions = (struct gen_functions){0};
}
