/*
 * Textual substitution as the preprocessor does it, without #, which neither attributes nor
 * names need. The body of a macro with arguments begins with their names in brackets.
 */
#include "gen/expand.h"

#include <ctype.h>
#include <string.h>

#include "runtime/grammar.h"

enum { MAX_DEPTH = 8, MAX_ARGUMENTS = 16, MAX_SIZE = 16384 };

struct span {
    const char *begin;
    const char *end;
};

struct arguments {
    struct span items[MAX_ARGUMENTS];
    size_t n_items;
};

static void skip_blanks(struct span *text)
{
    while (text->begin < text->end && isspace((unsigned char)*text->begin))
        text->begin++;
}

static struct span take_word(struct span *text)
{
    struct span word = {text->begin, text->begin};

    while (word.end < text->end && abx_is_name_char(*word.end))
        word.end++;
    text->begin = word.end;
    return word;
}

/* Takes "(a, (b, c))" apart at the outer commas. False if it does not begin with a
 * bracket. */
static bool take_arguments(struct span *text, struct arguments *arguments)
{
    struct span rest = *text;
    const char *begin;
    int depth = 0;

    arguments->n_items = 0;
    skip_blanks(&rest);
    if (rest.begin == rest.end || *rest.begin != '(')
        return false;
    begin = rest.begin + 1;
    for (; rest.begin < rest.end; rest.begin++) {
        bool closes = *rest.begin == ')' && depth == 1;

        depth += *rest.begin == '(';
        depth -= *rest.begin == ')';
        if (!closes && !(*rest.begin == ',' && depth == 1))
            continue;
        if (arguments->n_items < MAX_ARGUMENTS)
            arguments->items[arguments->n_items++] = (struct span){begin, rest.begin};
        begin = rest.begin + 1;
        if (closes) {
            text->begin = begin;
            return true;
        }
    }
    return false;
}

static struct span trim(struct span text)
{
    skip_blanks(&text);
    while (text.end > text.begin && isspace((unsigned char)text.end[-1]))
        text.end--;
    return text;
}

static bool is_same(struct span a, struct span b)
{
    b = trim(b);
    return a.end - a.begin == b.end - b.begin &&
           !strncmp(a.begin, b.begin, (size_t)(a.end - a.begin));
}

/* Behind "##", which joins what stands on both its sides. */
static void join(struct span *body, struct abx_buffer *out)
{
    size_t size = out->size;

    body->begin += 2;
    skip_blanks(body);
    while (size && isspace((unsigned char)out->data[size - 1]))
        size--;
    abx_buffer_truncate(out, size);
}

/* Writes @body with the arguments in the places of their names. */
static void substitute(struct span body, const struct arguments *names,
                       const struct arguments *values, struct abx_buffer *out)
{
    while (body.begin < body.end) {
        struct span word = take_word(&body);
        size_t i = 0;

        if (word.begin == word.end) {
            if (body.end - body.begin > 1 && !strncmp(body.begin, "##", 2))
                join(&body, out);
            else
                abx_buffer_putc(out, *body.begin++);
            continue;
        }
        while (i < names->n_items && !is_same(word, names->items[i]))
            i++;
        if (i < names->n_items && i < values->n_items)
            word = trim(values->items[i]);
        abx_buffer_put(out, word.begin, (size_t)(word.end - word.begin));
    }
}

/* One step: the macro called @word with what follows in @text; false if it is no such
 * use. */
static bool expand_once(const struct gen_macros *macros, struct span word,
                        struct span *text, struct abx_buffer *out)
{
    struct abx_map_entry *entry =
        abx_map_find(&macros->map, word.begin, (size_t)(word.end - word.begin));
    const struct gen_macro *macro = entry ? entry->value : NULL;
    struct arguments names = {.n_items = 0}, values = {.n_items = 0};
    struct span body;

    if (!macro)
        return false;
    body = (struct span){macro->body, macro->body + strlen(macro->body)};
    if (macro->takes_arguments &&
        (!take_arguments(&body, &names) || !take_arguments(text, &values)))
        return false;
    substitute(body, &names, &values, out);
    return true;
}

static void expand(const struct gen_macros *macros, struct span text, int depth,
                   struct abx_buffer *out)
{
    while (text.begin < text.end && out->size < MAX_SIZE) {
        struct span word = take_word(&text);
        struct abx_buffer inner = {0};

        if (word.begin == word.end)
            abx_buffer_putc(out, *text.begin++);
        else if (depth < MAX_DEPTH && expand_once(macros, word, &text, &inner))
            expand(macros,
                   (struct span){abx_buffer_text(&inner),
                                 abx_buffer_text(&inner) + inner.size},
                   depth + 1, out);
        else
            abx_buffer_put(out, word.begin, (size_t)(word.end - word.begin));
        out->failed |= inner.failed;
        abx_buffer_finish(&inner);
    }
}

void gen_expand_word(const struct gen_macros *macros, const char *text, const char *end,
                     struct abx_buffer *out)
{
    struct span rest = {text, end};
    struct arguments arguments;

    take_word(&rest);
    take_arguments(&rest, &arguments);
    expand(macros, (struct span){text, rest.begin}, 0, out);
}

const char *gen_expand_name(const struct gen_macros *macros,
                            const struct gen_macro *macro, struct abx_arena *arena)
{
    const char *end = macro->body + strlen(macro->body);
    struct span rest = {macro->body, end};
    struct arguments arguments;
    struct abx_buffer text = {0};
    const char *name = NULL;

    take_word(&rest);
    if (!macro->takes_arguments && rest.begin > macro->body &&
        take_arguments(&rest, &arguments) && rest.begin == end)
        gen_expand_word(macros, macro->body, end, &text);
    if (text.size && !text.failed) {
        const struct gen_macro expanded = {.body = abx_buffer_text(&text)};

        name = gen_macro_single_name(&expanded, arena);
    }
    abx_buffer_finish(&text);
    return name;
}
