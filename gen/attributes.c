/*
 * The parser tells most attributes without a name, so their text is read: words, each with
 * arguments in brackets or without. What is known becomes a word of the table; what is
 * not is advice to a compiler (pure, leaf, cold, …) and says nothing to a caller.
 */
#include "gen/attributes.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "runtime/grammar.h"

enum { MAX_ARGUMENTS = 8 };

struct span {
    const char *begin;
    const char *end;
};

/* An attribute as it is written; without brackets there are no arguments. */
struct written {
    struct gen_attributes *attributes;
    struct abx_arena *arena;
    struct span arguments[MAX_ARGUMENTS];
    size_t n_arguments;
};

/* ---- text ---- */

static const char *skip_string(const char *text)
{
    char quote = *text++;

    while (*text && *text != quote)
        text += *text == '\\' && text[1] ? 2 : 1;
    return *text ? text + 1 : text;
}

/* Behind what is in brackets, a string or one character; *@depthp brackets stay open. */
static const char *skip(const char *text, int *depthp)
{
    *depthp = 0;
    do {
        if (*text == '"' || *text == '\'') {
            text = skip_string(text);
            continue;
        }
        *depthp += *text == '(';
        *depthp -= *text == ')';
        text += *text != '\0';
    } while (*text && *depthp > 0);
    return text;
}

const char *gen_attributes_skip(const char *text)
{
    int depth;

    return skip(text, &depth);
}

static struct span trim(struct span span)
{
    while (span.begin < span.end && isspace((unsigned char)*span.begin))
        span.begin++;
    while (span.end > span.begin && isspace((unsigned char)span.end[-1]))
        span.end--;
    return span;
}

/* "__malloc__" says no more than "malloc". */
static struct span bare(struct span word)
{
    if (word.end - word.begin > 4 && !strncmp(word.begin, "__", 2) &&
        !strncmp(word.end - 2, "__", 2))
        return (struct span){word.begin + 2, word.end - 2};
    return word;
}

static bool is_word(struct span span, const char *word)
{
    size_t size = strlen(word);

    return (size_t)(span.end - span.begin) == size && !strncmp(span.begin, word, size);
}

static bool is_name(struct span span)
{
    const char *at = span.begin;

    while (at && at < span.end && abx_is_name_char(*at))
        at++;
    return at && at == span.end && at > span.begin &&
           !isdigit((unsigned char)*span.begin);
}

/* The arguments at @text, which is behind the word. Returns what is behind them; NULL where
 * they are cut off. */
static const char *read_arguments(struct written *written, const char *text)
{
    const char *at = text + strspn(text, " \t\r\n");
    const char *begin = at + 1;
    const char *end;
    int depth;

    written->n_arguments = 0;
    if (*at != '(')
        return text;
    end = skip(at, &depth);
    if (depth > 0)
        return NULL;
    for (at++; at < end;) {
        bool is_last = at == end - 1;

        if (*at == '(' || *at == '"' || *at == '\'') {
            at = gen_attributes_skip(at);
            continue;
        }
        if ((is_last || *at == ',') && written->n_arguments < MAX_ARGUMENTS) {
            written->arguments[written->n_arguments++] = trim((struct span){begin, at});
            begin = at + 1;
        }
        at++;
    }
    if (written->n_arguments == 1 &&
        written->arguments[0].begin == written->arguments[0].end)
        written->n_arguments = 0;
    return end;
}

/* A number, or numbers added and taken away, as macros leave them: "(1) + 2". */
static bool get_number(const struct written *written, size_t index,
                       unsigned long *numberp)
{
    const char *at = index < written->n_arguments ? written->arguments[index].begin : "";
    const char *stop = index < written->n_arguments ? written->arguments[index].end : at;
    bool is_minus = false, is_number = false;
    unsigned long number = 0;

    while (at < stop) {
        char *end;
        unsigned long next = strtoul(at, &end, 0);

        if (isspace((unsigned char)*at) || *at == '(' || *at == ')') {
            at++;
        } else if (isdigit((unsigned char)*at) && !is_number) {
            number = is_minus ? number - next : number + next;
            is_number = true;
            at = end;
        } else if ((*at == '+' || *at == '-') && is_number) {
            is_minus = *at++ == '-';
            is_number = false;
        } else {
            return false;
        }
    }
    *numberp = number;
    return is_number;
}

/* ---- lists ---- */

static int compare_items(const struct gen_item *a, const struct gen_item *b)
{
    return a->number != b->number ? (a->number > b->number) - (a->number < b->number)
                                  : strcmp(a->text, b->text);
}

/* Adds an item in its place, unless it is there. */
static void add_item(struct gen_attributes *attributes, struct gen_item **list,
                     unsigned long number, const struct abx_buffer *text,
                     struct abx_arena *arena)
{
    struct gen_item *item = abx_arena_alloc(arena, sizeof(*item));

    if (item)
        *item = (struct gen_item){
            number, abx_arena_copy(arena, abx_buffer_text(text), text->size), NULL};
    if (!item || !item->text || text->failed) {
        attributes->out_of_memory = true;
        return;
    }
    while (*list && compare_items(*list, item) < 0)
        list = &(*list)->next;
    if (*list && !compare_items(*list, item))
        return;
    item->next = *list;
    *list = item;
}

static gen_parameters get_parameters(const struct written *written)
{
    gen_parameters all = 0;

    for (size_t i = 0; i < written->n_arguments; i++) {
        unsigned long number;

        if (get_number(written, i, &number) && number >= 1 && number <= 64)
            all |= (gen_parameters)1 << (number - 1);
    }
    return all;
}

/* ---- attributes, one function for each ---- */

static void read_alloc_align(struct written *written)
{
    written->attributes->alloc_align |= get_parameters(written);
}

static void read_alloc_size(struct written *written)
{
    gen_parameters both = get_parameters(written);

    /* the square of one parameter, which a list of parameters can't say, is not said */
    if (written->n_arguments < 2 || (both & (both - 1)))
        written->attributes->alloc_size |= both;
}

/* calls_back (4, call): no compiler's attribute. Clang's callback says something else. */
static void read_calls_back(struct written *written)
{
    struct abx_buffer text = {0};
    unsigned long number;

    if (written->n_arguments == 2 && get_number(written, 0, &number) && number &&
        is_name(written->arguments[1])) {
        const char *word = written->arguments[1].begin;

        abx_buffer_printf(&text, "%lu:%.*s", number,
                          (int)(written->arguments[1].end - word), word);
        add_item(written->attributes, &written->attributes->callbacks, number, &text,
                 written->arena);
    }
    abx_buffer_finish(&text);
}

/* buffer (2, 3), buffer (1, 2, 3): bytes; array (1, 2): objects. No compiler's attributes
 * either. */
static void read_extent(struct written *written, struct gen_item **list)
{
    struct abx_buffer text = {0};
    unsigned long first = 0;
    size_t n = 0;

    for (unsigned long number; get_number(written, n, &number) && number; n++) {
        abx_buffer_printf(&text, n ? ":%lu" : "%lu", number);
        first = n ? first : number;
    }
    if (n == written->n_arguments && (n == 2 || n == 3)) {
        add_item(written->attributes, list, first, &text, written->arena);
        written->attributes->sizes |= get_parameters(written);
    }
    abx_buffer_finish(&text);
}

static void read_buffer(struct written *written)
{
    read_extent(written, &written->attributes->buffers);
}

static void read_array(struct written *written)
{
    read_extent(written, &written->attributes->arrays);
}

/* frees (1), frees (1, success) */
static void read_frees(struct written *written)
{
    struct abx_buffer text = {0};
    unsigned long number;
    bool has_word = written->n_arguments == 2 && is_name(written->arguments[1]);

    if (get_number(written, 0, &number) && number &&
        (written->n_arguments == 1 || has_word)) {
        abx_buffer_printf(&text, "%lu", number);
        if (has_word)
            abx_buffer_printf(
                &text, ":%.*s",
                (int)(written->arguments[1].end - written->arguments[1].begin),
                written->arguments[1].begin);
        add_item(written->attributes, &written->attributes->frees, number, &text,
                 written->arena);
    }
    abx_buffer_finish(&text);
}

/* holds (1, 2): what C says with [static 2], for a header that says [2] */
static void read_holds(struct written *written)
{
    unsigned long number, count;

    if (written->n_arguments == 2 && get_number(written, 0, &number) && number &&
        number <= 64 && get_number(written, 1, &count) && count)
        gen_attributes_add_least(written->attributes, (unsigned)number, count,
                                 written->arena);
}

static void read_deprecated(struct written *written)
{
    written->attributes->is_deprecated = true;
}

/* format (printf, 1, 2) */
static void read_format(struct written *written)
{
    struct span kind =
        written->n_arguments ? bare(written->arguments[0]) : (struct span){NULL, NULL};
    struct abx_buffer text = {0};
    unsigned long string, first;

    if (is_name(kind) && get_number(written, 1, &string) && string &&
        get_number(written, 2, &first)) {
        abx_buffer_printf(&text, "%.*s:%lu:%lu", (int)(kind.end - kind.begin), kind.begin,
                          string, first);
        add_item(written->attributes, &written->attributes->formats, string, &text,
                 written->arena);
    }
    abx_buffer_finish(&text);
}

static void read_format_arg(struct written *written)
{
    written->attributes->format_arg |= get_parameters(written);
}

/* malloc; malloc (free) and malloc (free, 1) name who takes the memory back. */
static void read_malloc(struct written *written)
{
    static const char builtin[] = "__builtin_";
    struct span name = written->arguments[0];
    struct abx_buffer text = {0};
    unsigned long number = 1;

    if (!written->n_arguments) {
        written->attributes->is_malloc = true;
        return;
    }
    if (name.end - name.begin > 10 && !strncmp(name.begin, builtin, 10))
        name.begin += 10;
    if (is_name(name) && (written->n_arguments == 1 || get_number(written, 1, &number)) &&
        number) {
        abx_buffer_printf(&text, "%.*s:%lu", (int)(name.end - name.begin), name.begin,
                          number);
        add_item(written->attributes, &written->attributes->deallocators, 0, &text,
                 written->arena);
    }
    abx_buffer_finish(&text);
}

static void read_nonnull(struct written *written)
{
    written->attributes->nonnull |= get_parameters(written);
    written->attributes->is_nonnull |= !written->n_arguments;
}

static void read_noreturn(struct written *written)
{
    written->attributes->is_noreturn = true;
}

static void read_returns_nonnull(struct written *written)
{
    written->attributes->returns_nonnull = true;
}

static void read_returns_twice(struct written *written)
{
    written->attributes->returns_twice = true;
}

static void read_warn_unused_result(struct written *written)
{
    written->attributes->wants_check = true;
}

static const struct {
    const char *word;
    void (*read)(struct written *written);
} readers[] = {
    {"_Noreturn", read_noreturn},
    {"alloc_align", read_alloc_align},
    {"alloc_size", read_alloc_size},
    {"array", read_array},
    {"buffer", read_buffer},
    {"calls_back", read_calls_back},
    {"deprecated", read_deprecated},
    {"format", read_format},
    {"format_arg", read_format_arg},
    {"frees", read_frees},
    {"holds", read_holds},
    {"malloc", read_malloc},
    {"nodiscard", read_warn_unused_result},
    {"nonnull", read_nonnull},
    {"noreturn", read_noreturn},
    {"returns_nonnull", read_returns_nonnull},
    {"returns_twice", read_returns_twice},
    {"warn_unused_result", read_warn_unused_result},
};

static bool read_attribute(struct written *written, struct span word)
{
    for (size_t i = 0; i < sizeof(readers) / sizeof(*readers); i++) {
        if (!is_word(word, readers[i].word))
            continue;
        readers[i].read(written);
        return true;
    }
    return false;
}

bool gen_attributes_read(struct gen_attributes *attributes, const char *text,
                         struct abx_arena *arena)
{
    struct written written = {.attributes = attributes, .arena = arena};
    bool is_known = true;

    while (*text) {
        struct span word = {text, text};

        while (abx_is_name_char(*word.end))
            word.end++;
        text = word.end;
        if (word.end == word.begin) {
            text = *text == '"' || *text == '\'' ? gen_attributes_skip(text) : text + 1;
            continue;
        }
        if (is_word(bare(word), "attribute") || is_word(word, "__attribute"))
            continue; /* what its brackets hold are the attributes */
        text = read_arguments(&written, text);
        if (!text)
            break;
        is_known &= read_attribute(&written, bare(word));
    }
    return is_known;
}

static unsigned long highest(gen_parameters parameters, unsigned long number)
{
    for (unsigned long i = number; i < 64; i++)
        if (parameters >> i & 1)
            number = i + 1;
    return number;
}

static unsigned long highest_item(const struct gen_item *item, unsigned long number)
{
    for (; item; item = item->next)
        if (item->number > number)
            number = item->number;
    return number;
}

unsigned long gen_attributes_highest(const struct gen_attributes *attributes)
{
    unsigned long number =
        highest(attributes->nonnull | attributes->alloc_size | attributes->alloc_align |
                    attributes->format_arg | attributes->sizes,
                0);

    number = highest_item(attributes->callbacks, number);
    number = highest_item(attributes->least, number);
    number = highest_item(attributes->frees, number);
    return highest_item(attributes->formats, number);
}

void gen_attributes_add_least(struct gen_attributes *attributes, unsigned number,
                              unsigned long long count, struct abx_arena *arena)
{
    struct abx_buffer text = {0};

    abx_buffer_printf(&text, "%u:%llu", number, count);
    add_item(attributes, &attributes->least, number, &text, arena);
    abx_buffer_finish(&text);
}

/* ---- writing ---- */

static void put_flag(struct abx_buffer *out, enum abx_attribute_id id, bool is_set)
{
    if (is_set)
        abx_buffer_printf(out, " %s", abx_attribute_word(id));
}

static void put_parameters(struct abx_buffer *out, enum abx_attribute_id id,
                           gen_parameters parameters)
{
    const char *separator = "=";

    put_flag(out, id, parameters != 0);
    for (unsigned i = 0; i < 64; i++) {
        if (!(parameters >> i & 1))
            continue;
        abx_buffer_printf(out, "%s%u", separator, i + 1);
        separator = ",";
    }
}

static void put_items(struct abx_buffer *out, enum abx_attribute_id id,
                      const struct gen_item *item)
{
    const char *separator = "=";

    put_flag(out, id, item != NULL);
    for (; item; item = item->next) {
        abx_buffer_printf(out, "%s%s", separator, item->text);
        separator = ",";
    }
}

static void put_text(struct abx_buffer *out, enum abx_attribute_id id, const char *text)
{
    put_flag(out, id, text != NULL);
    if (!text)
        return;
    abx_buffer_puts(out, "=\"");
    for (; *text; text++)
        abx_grammar_put_unit(out, (unsigned char)*text);
    abx_buffer_putc(out, '"');
}

void gen_attributes_put(struct abx_buffer *out, const struct gen_attributes *attributes)
{
    put_parameters(out, ABX_ATTRIBUTE_NONNULL, attributes->nonnull);
    put_items(out, ABX_ATTRIBUTE_STATIC, attributes->least);
    put_items(out, ABX_ATTRIBUTE_CALLBACK, attributes->callbacks);
    put_items(out, ABX_ATTRIBUTE_BUFFER, attributes->buffers);
    put_items(out, ABX_ATTRIBUTE_ARRAY, attributes->arrays);
    put_items(out, ABX_ATTRIBUTE_FREES, attributes->frees);
    put_flag(out, ABX_ATTRIBUTE_RETURNS_NONNULL, attributes->returns_nonnull);
    put_flag(out, ABX_ATTRIBUTE_NORETURN, attributes->is_noreturn);
    put_flag(out, ABX_ATTRIBUTE_RETURNS_TWICE, attributes->returns_twice);
    put_flag(out, ABX_ATTRIBUTE_MALLOC, attributes->is_malloc);
    put_items(out, ABX_ATTRIBUTE_DEALLOC, attributes->deallocators);
    put_parameters(out, ABX_ATTRIBUTE_ALLOC_SIZE, attributes->alloc_size);
    put_parameters(out, ABX_ATTRIBUTE_ALLOC_ALIGN, attributes->alloc_align);
    put_items(out, ABX_ATTRIBUTE_FORMAT, attributes->formats);
    put_parameters(out, ABX_ATTRIBUTE_FORMAT_ARG, attributes->format_arg);
    put_flag(out, ABX_ATTRIBUTE_WARN_UNUSED_RESULT, attributes->wants_check);
    if (attributes->is_deprecated && attributes->message)
        put_text(out, ABX_ATTRIBUTE_DEPRECATED, attributes->message);
    else
        put_flag(out, ABX_ATTRIBUTE_DEPRECATED, attributes->is_deprecated);
    put_text(out, ABX_ATTRIBUTE_REFUSED, attributes->refused);
    put_text(out, ABX_ATTRIBUTE_UNTOLD, attributes->untold);
}

/* ---- names that need no attribute ---- */

bool gen_attributes_is_setjmp(const char *name)
{
    static const char *const names[] = {"getcontext", "savectx", "setjmp", "sigsetjmp",
                                        "vfork"};

    while (*name == '_')
        name++;
    for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
        if (!strcmp(name, names[i]))
            return true;
    return false;
}
