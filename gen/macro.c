/*
 * Macros, by their text: what it can tell without a compiler, so that a compiler has to be
 * asked less, and what becomes of those that have no value.
 */
#include "gen/macro.h"

#include <ctype.h>
#include <string.h>

#include "base/buffer.h"
#include "gen/expand.h"
#include "gen/token.h"

/* Copies a literal with its quotes; returns its end. */
static const char *put_literal(struct abx_buffer *out, const char *at, const char *end)
{
    const char *begin = at;
    char quote = *at++;

    while (at < end && *at != quote)
        at += *at == '\\' ? 2 : 1;
    at = at < end ? at + 1 : end;
    abx_buffer_put(out, begin, (size_t)(at - begin));
    return at;
}

static void put_folded(struct abx_buffer *out, const char *at, const char *end)
{
    bool is_apart = false;

    while (at < end) {
        if (gen_is_comment(at, end)) {
            at = gen_skip_comment(at, end);
            is_apart = true;
        } else if (isspace((unsigned char)*at) ||
                   (*at == '\\' && at + 1 < end && strchr("\r\n", at[1]))) {
            at++;
            is_apart = true;
        } else {
            if (is_apart && out->size)
                abx_buffer_putc(out, ' ');
            is_apart = false;
            if (*at == '"' || *at == '\'')
                at = put_literal(out, at, end);
            else
                abx_buffer_putc(out, *at++);
        }
    }
}

struct gen_macro *gen_macros_set(struct gen_macros *macros, const char *name,
                                 const char *text, size_t size, bool takes_arguments)
{
    struct gen_macro *macro = gen_macros_find(macros, name);
    struct abx_buffer body = {0};

    put_folded(&body, text, text + size);
    if (!macro) {
        macro = abx_arena_alloc(&macros->arena, sizeof(*macro));
        if (macro)
            macro->name = abx_arena_copy(&macros->arena, name, strlen(name));
        if (!macro || !macro->name ||
            abx_map_set(&macros->map, macro->name, strlen(name), macro) < 0)
            macro = NULL;
    } else {
        macro->is_unsure = true;
    }
    if (macro) {
        macro->body = abx_arena_copy(&macros->arena, abx_buffer_text(&body), body.size);
        macro->takes_arguments = takes_arguments;
        macro->is_obstacle_known = false;
    }
    if (!macro || !macro->body || body.failed) {
        macros->out_of_memory = true;
        macro = NULL;
    }
    abx_buffer_finish(&body);
    return macro;
}

/* The first word behind @at, comments aside. */
static const char *find_word(const char *at, const char *end, size_t *sizep)
{
    while (at < end && !gen_is_word_char(*at))
        at = gen_is_comment(at, end) ? gen_skip_comment(at, end) : at + 1;
    for (*sizep = 0; at + *sizep < end && gen_is_word_char(at[*sizep]);)
        ++*sizep;
    return at;
}

void gen_macros_note_undefined(struct gen_macros *macros, const char *text, size_t size)
{
    static const char *const directives[] = {"undef", "pop_macro"};
    const char *end = text + size;

    for (size_t i = 0; i < sizeof(directives) / sizeof(*directives); i++) {
        size_t n = strlen(directives[i]);
        const char *at = text;

        while ((at = memmem(at, (size_t)(end - at), directives[i], n))) {
            struct abx_map_entry *entry;

            at = find_word(at + n, end, &size);
            entry = abx_map_find(&macros->map, at, size);
            if (entry)
                ((struct gen_macro *)entry->value)->is_unsure = true;
        }
    }
}

struct gen_macro *gen_macros_find(const struct gen_macros *macros, const char *name)
{
    struct abx_map_entry *entry = abx_map_find(&macros->map, name, strlen(name));

    return entry ? entry->value : NULL;
}

const char *gen_macro_single_name(const struct gen_macro *macro, struct abx_arena *arena)
{
    const char *at = macro->body, *token, *name = NULL;
    size_t size, name_size = 0;

    if (macro->takes_arguments)
        return NULL;
    while (gen_token_next(&at, &token, &size)) {
        if (*token == (name ? ')' : '('))
            continue; /* around the name; "name()" is a call */
        if (name || !gen_is_word_char(*token) || isdigit((unsigned char)*token))
            return NULL;
        name = token;
        name_size = size;
    }
    return name ? abx_arena_copy(arena, name, name_size) : NULL;
}

struct gen_macro *gen_macro_follow_once(const struct gen_macros *macros,
                                        struct gen_macro *macro)
{
    const char *at = macro->body, *end = at + strlen(at);
    struct abx_map_entry *entry;

    if (macro->takes_arguments)
        return macro;
    while (*at == '(' && end > at && end[-1] == ')') {
        at++;
        end--;
    }
    entry = abx_map_find(&macros->map, at, (size_t)(end - at));
    return entry ? entry->value : macro;
}

struct gen_macro *gen_macro_follow(const struct gen_macros *macros,
                                   struct gen_macro *macro)
{
    for (int hops = 0; hops < 16; hops++) { /* two names may stand for each other */
        struct gen_macro *next = gen_macro_follow_once(macros, macro);

        if (next == macro)
            break;
        macro = next;
    }
    return macro;
}

const char *gen_macro_certain_text(const struct gen_macros *macros,
                                   struct gen_macro *macro)
{
    const struct gen_macro *end = gen_macro_follow(macros, macro);

    while (macro != end && !macro->is_unsure)
        macro = gen_macro_follow_once(macros, macro);
    return macro->is_unsure || macro->takes_arguments ? NULL : macro->body;
}

/* What stands in the text of floats that are wider than double and have no digits there.
 */
static const char *const wide_names[] = {"LDBL",   "FLT64X", "FLT128",   "__f64x",
                                         "__f128", "nan",    "huge_val", "inf"};

/* A cast can make a pointer, and a floating literal with a suffix, or a name of one, a
 * long one. */
void gen_macro_guess(const struct gen_macros *macros, struct gen_macro *macro)
{
    const char *body = gen_macro_follow(macros, macro)->body;
    const char *close = body;

    for (size_t i = 0; i < sizeof(wide_names) / sizeof(*wide_names); i++)
        macro->wants_parts |= strstr(body, wide_names[i]) != NULL;
    for (const char *dot = strchr(body, '.'); dot && !macro->wants_parts;
         dot = strchr(dot + 1, '.')) {
        const char *end = dot + 1 + strspn(dot + 1, "0123456789eEpP+-");

        macro->wants_parts =
            isdigit((unsigned char)dot[1]) && strchr("lLqQwW", *end) && *end;
    }
    if (strstr(body, "MAX"))
        macro->wants_scale = GEN_SCALE_DOWN;
    else if (strstr(body, "MIN"))
        macro->wants_scale = GEN_SCALE_UP;
    while ((close = strchr(close, ')'))) {
        close++;
        close += strspn(close, " ");
        if (*close && strchr("-(0123456789~", *close))
            macro->wants_address = true;
    }
}

bool gen_macro_is_path(const struct gen_macro *macro)
{
    const char *at = macro->body;

    if (macro->takes_arguments)
        return false;
    for (;;) {
        size_t size = 0;

        if (isdigit((unsigned char)*at))
            return false;
        while (gen_is_word_char(at[size]))
            size++;
        at += size;
        if (!size)
            return false;
        if (*at == '[') {
            size_t digits = strspn(at + 1, "0123456789");

            if (!digits || at[1 + digits] != ']')
                return false;
            at += digits + 2;
        }
        if (*at != '.')
            return !*at;
        at++;
    }
}

static bool is_type_word(const struct gen_lines *lines, const char *word)
{
    static const char *const words[] = {
        "void",       "char",       "short",
        "int",        "long",       "float",
        "double",     "signed",     "unsigned",
        "_Bool",      "_Complex",   "__complex__",
        "const",      "volatile",   "restrict",
        "__restrict", "__const",    "__volatile__",
        "__signed__", "__signed",   "struct",
        "union",      "enum",       "*",
        "_Float16",   "_Float32",   "_Float64",
        "_Float128",  "_Float32x",  "_Float64x",
        "__int128",   "__float128", "__builtin_va_list",
        "_Atomic",    "_Imaginary",
    };

    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
        if (!strcmp(words[i], word))
            return true;
    return gen_lines_find(lines, ABX_KIND_TYPEDEF, word) != NULL;
}

/* The function that is called first in the text; NULL if none is. */
static const char *find_call(const struct gen_macros *macros,
                             const struct gen_functions *functions, const char *body,
                             struct abx_arena *arena)
{
    const char *at = body, *token;
    size_t size;

    while (gen_token_next(&at, &token, &size)) {
        struct abx_map_entry *entry;

        if (!gen_is_word_char(*token) || at[strspn(at, " ")] != '(')
            continue;
        entry = abx_map_find(&macros->map, token, size);
        if (abx_map_find(&functions->map, token, size) ||
            (entry && ((struct gen_macro *)entry->value)->takes_arguments) ||
            !strncmp(token, "__builtin_", 10))
            return abx_arena_copy(arena, token, size);
    }
    return NULL;
}

/* Whether every word of the text belongs to a type. */
static bool is_type(const struct gen_lines *lines, const char *body,
                    struct abx_arena *arena)
{
    const char *at = body, *token;
    bool is_tag = false;
    size_t size;

    while (gen_token_next(&at, &token, &size)) {
        const char *word = abx_arena_copy(arena, token, size);

        if (!word || (!is_tag && !is_type_word(lines, word)))
            return false;
        is_tag =
            !strcmp(word, "struct") || !strcmp(word, "union") || !strcmp(word, "enum");
    }
    return true;
}

/* The tag that a macro stands for, which is a name only behind its `struct`; NULL. */
static const char *find_tag(const struct gen_lines *lines, const struct gen_macro *end,
                            struct abx_arena *arena)
{
    static const enum abx_kind kinds[] = {ABX_KIND_STRUCT, ABX_KIND_UNION, ABX_KIND_ENUM};
    const char *name = gen_macro_single_name(end, arena);

    for (size_t i = 0; name && i < sizeof(kinds) / sizeof(*kinds); i++)
        if (gen_lines_find(lines, kinds[i], name))
            return name;
    return NULL;
}

static void put_reason(const struct gen_macros *macros,
                       const struct gen_functions *functions,
                       const struct gen_lines *lines, struct gen_macro *macro,
                       struct abx_buffer *out)
{
    struct gen_macro *end = gen_macro_follow(macros, macro);
    const char *obstacle = gen_macro_obstacle(macros, macro);
    struct abx_arena arena = {0};
    bool is_pasted = gen_expand_name(macros, end, &arena) != NULL;
    const char *call, *tag;

    if (!obstacle && end != macro)
        obstacle = gen_macro_obstacle(macros, end);
    call = obstacle || is_pasted ? NULL : find_call(macros, functions, end->body, &arena);
    tag = find_tag(lines, end, &arena);
    if (macro->is_undefined)
        abx_buffer_puts(out, "is undefined again");
    else if (obstacle)
        abx_buffer_puts(out, obstacle);
    else if (call)
        abx_buffer_printf(out, "calls %s", call);
    else if (tag)
        abx_buffer_printf(out, "is a macro for the tag %s", tag);
    else if (is_type(lines, end->body, &arena))
        abx_buffer_puts(out, "is a type");
    else if (gen_macro_is_path(macro) || is_pasted)
        abx_buffer_puts(out,
                        "names nothing that is a constant, a member or a declaration");
    else
        abx_buffer_puts(out, "is no constant expression");
    abx_arena_finish(&arena);
}

static bool has_line(const struct gen_lines *lines, const char *name)
{
    static const enum abx_kind kinds[] = {ABX_KIND_CONST, ABX_KIND_FN, ABX_KIND_VAR,
                                          ABX_KIND_TYPEDEF, ABX_KIND_MEMBER};

    for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
        if (gen_lines_find(lines, kinds[i], name))
            return true;
    return false;
}

/* What stands behind the macro, if it is a single name. */
static const char *find_next_name(const struct gen_macros *macros,
                                  const struct gen_macro *macro, struct abx_arena *arena)
{
    const char *name = gen_macro_single_name(macro, arena);

    return name ? name : gen_expand_name(macros, macro, arena);
}

/* The same, past functions whose names a macro hides. */
static const char *find_name(const struct gen_macros *macros,
                             const struct gen_lines *lines, const struct gen_macro *macro,
                             struct abx_arena *arena)
{
    const char *name = find_next_name(macros, macro, arena);

    for (int hops = 0; name && hops < 16; hops++) { /* two may hide each other */
        const struct gen_macro *hiding = gen_macros_find(macros, name);
        const char *next = hiding && hiding != macro && !hiding->is_undefined
                               ? find_next_name(macros, hiding, arena)
                               : NULL;

        if (!next || !gen_lines_find(lines, ABX_KIND_FN, name) ||
            !gen_lines_find(lines, ABX_KIND_FN, next))
            break;
        name = next;
    }
    return name;
}

/* A name for something that has a line: a function, a variable, a type, another alias. */
static bool emit_alias(const struct gen_macros *macros, const struct gen_macro *macro,
                       struct gen_lines *lines, unsigned unit)
{
    struct abx_arena arena = {0};
    const char *target = find_name(macros, lines, macro, &arena);
    bool is_alias = false;

    if (target && strcmp(target, macro->name) != 0)
        is_alias = gen_lines_find(lines, ABX_KIND_FN, target) ||
                   gen_lines_find(lines, ABX_KIND_VAR, target) ||
                   gen_lines_find(lines, ABX_KIND_TYPEDEF, target) ||
                   gen_lines_find(lines, ABX_KIND_ALIAS, target);
    if (is_alias && !has_line(lines, macro->name))
        gen_lines_add(lines, ABX_KIND_ALIAS, macro->name, target, unit);
    abx_arena_finish(&arena);
    return is_alias;
}

void gen_macros_emit(struct gen_macros *macros, const struct gen_functions *functions,
                     struct gen_lines *lines, unsigned unit)
{
    bool is_changed = true;

    while (is_changed) { /* an alias of an alias can come before it */
        is_changed = false;
        for (size_t i = 0; i < macros->map.n_items; i++) {
            struct gen_macro *macro = macros->map.items[i].value;

            if (!macro->is_done && !macro->is_undefined &&
                emit_alias(macros, macro, lines, unit))
                macro->is_done = is_changed = true;
        }
    }
    for (size_t i = 0; i < macros->map.n_items; i++) {
        struct gen_macro *macro = macros->map.items[i].value;
        struct abx_buffer reason = {0};

        if (macro->is_done || has_line(lines, macro->name))
            continue;
        put_reason(macros, functions, lines, macro, &reason);
        gen_lines_add(lines, ABX_KIND_OMIT, macro->name, abx_buffer_text(&reason), unit);
        abx_buffer_finish(&reason);
    }
}

void gen_macros_finish(struct gen_macros *macros)
{
    abx_map_finish(&macros->map);
    abx_arena_finish(&macros->arena);
    *macros = (struct gen_macros){0};
}
