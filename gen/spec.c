/*
 * Annotations are words: the first says what is told, the rest depends on it. A contract
 * is checked here, word by word, so that a slip of the pen is an error at its line in the
 * spec.
 */
#include "gen/spec.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/buffer.h"
#include "runtime/contract_words.h"

struct annotation {
    struct gen_spec *spec;
    const char *rest; /* behind the first word */
    const char *function;
    struct gen_place place;
    struct gen_lines *lines;
    struct gen_messages *messages;
};

static const char *copy(struct gen_spec *spec, const char *text, size_t size)
{
    const char *result = abx_arena_copy(&spec->arena, text, size);

    if (!result)
        spec->out_of_memory = true;
    return result;
}

static void set(struct gen_spec *spec, struct abx_map *map, const char *key, void *value)
{
    const char *own = copy(spec, key, strlen(key));

    if (!own || !value || abx_map_set(map, own, strlen(own), value) < 0)
        spec->out_of_memory = true;
}

static void add_item(const struct annotation *note, struct gen_spec_items *items)
{
    const char *text = copy(note->spec, note->rest, strlen(note->rest));

    for (size_t i = 0; i < items->n_items; i++)
        if (!strcmp(items->items[i].text, note->rest))
            return; /* read once more, in another unit */
    if (text && ABX_ARRAY_RESERVE(items))
        items->items[items->n_items++] = (struct gen_spec_item){text, note->place};
    else
        note->spec->out_of_memory = true;
}

static void read_library(const struct annotation *note)
{
    add_item(note, &note->spec->libraries);
}

static void read_headers(const struct annotation *note)
{
    add_item(note, &note->spec->headers);
}

static void read_no_header(const struct annotation *note)
{
    const char *colon = strstr(note->rest, ": ");
    const char *name;

    if (!colon || !colon[2]) {
        gen_error(note->messages, note->place, "NO_HEADER wants a name and a reason");
        return;
    }
    name = copy(note->spec, note->rest, (size_t)(colon - note->rest));
    if (name)
        gen_lines_add(note->lines, ABX_KIND_OMIT, name, colon + 2, 1);
}

static void read_units(const struct annotation *note)
{
    char *end;
    unsigned long n = strtoul(note->rest, &end, 10);

    if (*end || n < 1 || n > 9)
        gen_error(note->messages, note->place, "UNITS wants a number from 1 to 9");
    else
        note->spec->n_units = (unsigned)n;
}

static void read_returns_twice(const struct annotation *note)
{
    set(note->spec, &note->spec->returns_twice, note->function, (void *)note->function);
}

static void read_text(const struct annotation *note)
{
    const char *colon = strstr(note->rest, ": ");
    struct gen_spec_text *text;
    struct abx_buffer key = {0};

    if (!colon || !colon[2]) {
        gen_error(note->messages, note->place, "MEANS wants a code and a text");
        return;
    }
    text = abx_arena_alloc(&note->spec->arena, sizeof(*text));
    if (text) {
        text->function = copy(note->spec, note->function, strlen(note->function));
        text->code = copy(note->spec, note->rest, (size_t)(colon - note->rest));
        text->text = copy(note->spec, colon + 2, strlen(colon + 2));
        text->place = note->place;
        abx_buffer_printf(&key, "%s %s", text->function, text->code);
    }
    set(note->spec, &note->spec->texts, abx_buffer_text(&key), text);
    abx_buffer_finish(&key);
}

/* The next word of *@atp, up to a blank, comma or the end. Empty at the end. */
static const char *take_word(struct gen_spec *spec, const char **atp)
{
    const char *begin = *atp + strspn(*atp, " ");
    size_t size = strcspn(begin, " ,");

    *atp = begin + size;
    return copy(spec, begin, size);
}

static int compare_words(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The codes behind the colon, sorted, each once. */
static void put_codes(const struct annotation *note, struct abx_buffer *out,
                      const char *codes)
{
    const char *words[256];
    size_t n = 0;

    for (;;) {
        const char *word = take_word(note->spec, &codes);

        codes += strspn(codes, " ,");
        if (!word || !*word)
            break;
        if (n == sizeof(words) / sizeof(*words)) {
            gen_error(note->messages, note->place, "contract of %s: too many codes",
                      note->function);
            return;
        }
        words[n++] = word;
    }
    qsort(words, n, sizeof(*words), compare_words);
    for (size_t i = 0; i < n; i++)
        if (!i || strcmp(words[i], words[i - 1]) != 0)
            abx_buffer_printf(out, " %s", words[i]);
}

/* "-1 errno, eintr=retry, blocks" as "-1:errno,eintr=retry,blocks". */
static int put_how(const struct annotation *note, struct abx_buffer *out, const char *how)
{
    struct gen_spec *spec = note->spec;
    const char *at = how;
    const char *when = take_word(spec, &at);
    const char *where = take_word(spec, &at);

    if (!when || !where)
        return -1;
    abx_buffer_printf(out, "fails=%s", when);
    if (!strcmp(when, "never") && !*where && !*at)
        return 0;
    abx_buffer_printf(out, ":%s", where);
    while (*at == ',') {
        const char *flag;

        at++;
        flag = take_word(spec, &at);
        if (!flag || !abx_contract_is_flag(flag)) {
            gen_error(note->messages, note->place, "contract of %s: \"%s\" is no flag",
                      note->function, flag ? flag : "");
            return -1;
        }
        abx_buffer_printf(out, ",%s", flag);
    }
    if (!strcmp(when, "any") && !strstr(abx_buffer_text(out), ",clear")) {
        gen_error(note->messages, note->place,
                  "contract of %s: \"any\" wants the flag clear", note->function);
        return -1;
    }
    if (*at || !abx_contract_is_when(when) || !abx_contract_is_where(where)) {
        gen_error(note->messages, note->place,
                  "contract of %s: \"%s\" does not say which result fails and where the "
                  "code is",
                  note->function, how);
        return -1;
    }
    return 0;
}

/* A second contract is an error unless it says the same: the spec is read once for each
 * unit. */
static bool is_repeated(const struct annotation *note,
                        const struct gen_contract *contract)
{
    const struct abx_map_entry *entry =
        abx_map_find(&note->spec->contracts, note->function, strlen(note->function));
    const struct gen_contract *known = entry ? entry->value : NULL;

    return known && contract->how && contract->codes &&
           (strcmp(known->how, contract->how) != 0 ||
            strcmp(known->codes, contract->codes) != 0);
}

static void read_fails(const struct annotation *note)
{
    const char *colon = strstr(note->rest, ": ");
    const char *end = note->rest + strlen(note->rest);
    struct gen_contract *contract =
        abx_arena_alloc(&note->spec->arena, sizeof(*contract));
    struct abx_buffer how = {0}, codes = {0};
    const char *words;

    if (!colon)
        colon = end > note->rest && end[-1] == ':' ? end - 1 : end;
    words = copy(note->spec, note->rest, (size_t)(colon - note->rest));
    if (contract && words && put_how(note, &how, words) == 0) {
        put_codes(note, &codes, colon < end ? colon + 1 : end);
        contract->how = copy(note->spec, abx_buffer_text(&how), how.size);
        contract->codes = copy(note->spec, abx_buffer_text(&codes), codes.size);
        contract->place = note->place;
        if (is_repeated(note, contract))
            gen_error(note->messages, note->place, "%s has another contract already",
                      note->function);
        else if (contract->how && contract->codes)
            set(note->spec, &note->spec->contracts, note->function, contract);
    }
    if (!contract || how.failed || codes.failed)
        note->spec->out_of_memory = true;
    abx_buffer_finish(&how);
    abx_buffer_finish(&codes);
}

static const struct {
    const char *word;
    bool is_of_function;
    void (*read)(const struct annotation *note);
} readers[] = {
    {"fails ", true, read_fails},
    {"error ", true, read_text},
    {"returns-twice", true, read_returns_twice},
    {"library ", false, read_library},
    {"headers ", false, read_headers},
    {"no-header ", false, read_no_header},
    {"units ", false, read_units},
};

bool gen_spec_read(struct gen_spec *spec, const char *annotation, const char *function,
                   struct gen_place place, struct gen_lines *lines,
                   struct gen_messages *messages)
{
    for (size_t i = 0; i < sizeof(readers) / sizeof(*readers); i++) {
        size_t size = strlen(readers[i].word);
        struct annotation note = {spec,  annotation + size, function, place,
                                  lines, messages};

        if (strncmp(annotation, readers[i].word, size) != 0 ||
            readers[i].is_of_function != (function != NULL))
            continue;
        readers[i].read(&note);
        return true;
    }
    return false;
}

bool gen_spec_find_timeout(const struct gen_spec *spec, const char *function,
                           struct abx_timeout_words *words)
{
    static const char flag[] = ",eintr=timeout:";
    const struct abx_map_entry *entry =
        abx_map_find(&spec->contracts, function, strlen(function));
    const struct gen_contract *contract = entry ? entry->value : NULL;
    const char *at = contract ? strstr(contract->how, flag) : NULL;
    char text[32];
    size_t size;

    if (!at)
        return false;
    at += strlen(flag);
    size = strcspn(at, ",");
    if (size >= sizeof(text))
        return false;
    memcpy(text, at, size);
    text[size] = '\0';
    return abx_contract_read_timeout(text, words);
}

void gen_spec_finish(struct gen_spec *spec)
{
    abx_map_finish(&spec->contracts);
    abx_map_finish(&spec->returns_twice);
    abx_map_finish(&spec->undeclared);
    abx_map_finish(&spec->texts);
    free(spec->libraries.items);
    free(spec->headers.items);
    abx_arena_finish(&spec->arena);
    *spec = (struct gen_spec){0};
}
