/*
 * A contract is checked here, word by word, so that a slip of the pen is an error at its
 * line in the spec. Behind the words stand codes, by name, and groups with who is to blame:
 * "EIO, path(name)". A group is known in front of its first use, as anything is in C.
 */
#include "gen/spec_contract.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "runtime/grammar.h"

enum { MAX_CODES = 256 };

const char *gen_spec_copy(struct gen_spec *spec, const char *text, size_t size)
{
    const char *result = abx_arena_copy(&spec->arena, text, size);

    if (!result)
        spec->out_of_memory = true;
    return result;
}

bool gen_spec_may_say(const struct gen_annotation *note, bool is_said)
{
    if (!note->function->is_settled || is_said)
        return true;
    gen_error(note->messages, note->place,
              "%s was declared in an earlier unit: what is said of it belongs there",
              note->function->name);
    return false;
}

/* ---- texts ---- */

static void say_twice(const struct gen_annotation *note, const struct gen_spec_text *text)
{
    gen_error(note->messages, text->place, "%s has another text for %s already",
              note->function ? note->function->name : "the spec", text->code);
}

void gen_spec_add_text(const struct gen_annotation *note, struct gen_spec_text **textsp,
                       const struct gen_spec_text *text)
{
    struct gen_spec_text *known = *textsp;
    struct gen_spec_text *copy;

    while (known && strcmp(known->code, text->code) != 0)
        known = known->next;
    if (known && !known->is_shared && !text->is_shared &&
        strcmp(known->text, text->text) != 0)
        say_twice(note, text);
    if (known && known->is_shared && !text->is_shared) {
        known->text = text->text;
        known->place = text->place;
        known->is_shared = false;
    }
    if (known)
        return;
    copy = abx_arena_alloc(&note->spec->arena, sizeof(*copy));
    if (!copy) {
        note->spec->out_of_memory = true;
        return;
    }
    *copy = *text;
    copy->next = *textsp;
    *textsp = copy;
}

/* ---- codes ---- */

struct codes {
    const char *words[MAX_CODES];
    size_t n;
};

static void add_code(const struct gen_annotation *note, struct codes *codes,
                     const char *code)
{
    if (codes->n < MAX_CODES)
        codes->words[codes->n] = code;
    if (codes->n++ == MAX_CODES)
        gen_error(note->messages, note->place, "contract of %s: too many codes",
                  note->function->name);
}

/* A group's text, with @who in place of each "$". */
static const char *blame(const struct gen_annotation *note, const char *text,
                         const char *who)
{
    struct abx_buffer out = {0};
    const char *result;

    for (; *text; text++)
        if (*text == '$')
            abx_buffer_puts(&out, who);
        else
            abx_buffer_putc(&out, *text);
    result = gen_spec_copy(note->spec, abx_buffer_text(&out), out.size);
    if (out.failed)
        note->spec->out_of_memory = true;
    abx_buffer_finish(&out);
    return result;
}

/* "path(name)", which @size bytes of @word are. */
static void add_group(const struct gen_annotation *note, struct codes *codes,
                      const char *word, size_t size)
{
    size_t name_size = strcspn(word, "(");
    const struct abx_map_entry *entry =
        abx_map_find(&note->spec->groups, word, name_size);
    struct gen_spec_group *group = entry ? entry->value : NULL;
    const char *who;

    if (!group || word[size - 1] != ')' || size - name_size < 3) {
        gen_error(note->messages, note->place,
                  group ? "contract of %s: %.*s is not of the form GROUP(who)"
                        : "contract of %s: %.*s is of no group that is known here",
                  note->function->name, (int)size, word);
        return;
    }
    who = gen_spec_copy(note->spec, word + name_size + 1, size - name_size - 2);
    if (!who)
        return;
    group->is_used = true;
    for (const struct gen_spec_text *text = group->texts; text; text = text->next) {
        const char *blaming = blame(note, text->text, who);

        add_code(note, codes, text->code);
        if (blaming)
            gen_spec_add_text(
                note, &note->function->texts,
                &(struct gen_spec_text){text->code, blaming, note->place, true, NULL});
    }
}

/* One code, group or nothing, in @size bytes. */
static void add_word(const struct gen_annotation *note, struct codes *codes,
                     const char *word, size_t size)
{
    const char *code;

    while (size && *word == ' ') {
        word++;
        size--;
    }
    while (size && word[size - 1] == ' ')
        size--;
    if (!size)
        return;
    if (memchr(word, '(', size)) {
        add_group(note, codes, word, size);
        return;
    }
    code = gen_spec_copy(note->spec, word, size);
    if (code)
        add_code(note, codes, code);
}

static int compare_words(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The codes behind the colon, sorted, each once. */
static void put_codes(const struct gen_annotation *note, struct abx_buffer *out,
                      const char *text)
{
    struct codes codes = {0};

    for (;;) {
        size_t size = strcspn(text, ",");

        add_word(note, &codes, text, size);
        if (!text[size])
            break;
        text += size + 1;
    }
    if (codes.n > MAX_CODES)
        codes.n = MAX_CODES;
    qsort(codes.words, codes.n, sizeof(*codes.words), compare_words);
    for (size_t i = 0; i < codes.n; i++)
        if (!i || strcmp(codes.words[i], codes.words[i - 1]) != 0)
            abx_buffer_printf(out, " %s", codes.words[i]);
}

/* ---- how ---- */

/* The next word of *@atp, up to a blank, comma or the end. Empty at the end. */
static const char *take_word(struct gen_spec *spec, const char **atp)
{
    const char *begin = *atp + strspn(*atp, " ");
    size_t size = strcspn(begin, " ,");

    *atp = begin + size;
    return gen_spec_copy(spec, begin, size);
}

/* Whether a flag of the same kind stands in @how: all but success= are there once. */
static bool is_flag_repeated(const char *how, const char *flag)
{
    size_t size = strcspn(flag, "=");
    const char *at = how;

    if (!strncmp(flag, "success=", strlen("success=")))
        return false;
    while ((at = strchr(at, ',')) != NULL)
        if (!strncmp(++at, flag, size) && (!at[size] || strchr(",=", at[size])))
            return true;
    return false;
}

/* "-1 errno, eintr=retry, blocks" as "-1:errno,eintr=retry,blocks". */
static int put_how(const struct gen_annotation *note, struct abx_buffer *out,
                   const char *how)
{
    struct gen_spec *spec = note->spec;
    const char *name = note->function->name;
    const char *at = how;
    const char *when = take_word(spec, &at);
    const char *where = take_word(spec, &at);

    if (!when || !where)
        return -1;
    abx_buffer_printf(out, "fails=%s", when);
    if (!strcmp(when, "never") && !*where && (!*at || !strcmp(at, ", blocks"))) {
        abx_buffer_puts(out, *at ? ",blocks" : "");
        return 0;
    }
    abx_buffer_printf(out, ":%s", where);
    while (*at == ',') {
        const char *flag;

        at++;
        flag = take_word(spec, &at);
        if (flag && is_flag_repeated(abx_buffer_text(out), flag)) {
            gen_error(note->messages, note->place, "contract of %s: a second \"%s\"",
                      name, flag);
            return -1;
        }
        if (!flag || !abx_contract_is_flag(flag)) {
            gen_error(note->messages, note->place, "contract of %s: \"%s\" is no flag",
                      name, flag ? flag : "");
            return -1;
        }
        abx_buffer_printf(out, ",%s", flag);
    }
    if (!strcmp(when, "any") && !strstr(abx_buffer_text(out), ",clear")) {
        gen_error(note->messages, note->place,
                  "contract of %s: \"any\" wants the flag clear", name);
        return -1;
    }
    if (*at || !abx_contract_is_when(when) || !abx_contract_is_where(where)) {
        gen_error(note->messages, note->place,
                  "contract of %s: \"%s\" does not say which result fails and where the "
                  "code is",
                  name, how);
        return -1;
    }
    return 0;
}

/* ---- both ---- */

/* A second contract is an error unless it says the same: the spec is read once for each
 * unit. */
static void set_contract(const struct gen_annotation *note, struct gen_contract *contract)
{
    const struct gen_contract *known = note->function->contract;

    if (!contract->how || !contract->codes || !gen_spec_may_say(note, known != NULL))
        return;
    if (known && (strcmp(known->how, contract->how) != 0 ||
                  strcmp(known->codes, contract->codes) != 0))
        gen_error(note->messages, note->place, "%s has another contract already",
                  note->function->name);
    else if (!known)
        note->function->contract = contract;
}

void gen_spec_read_fails(const struct gen_annotation *note)
{
    const char *colon = strstr(note->rest, ": ");
    const char *end = note->rest + strlen(note->rest);
    struct gen_contract *contract =
        abx_arena_alloc(&note->spec->arena, sizeof(*contract));
    struct abx_buffer how = {0}, codes = {0};
    const char *words;

    if (!colon)
        colon = end > note->rest && end[-1] == ':' ? end - 1 : end;
    words = gen_spec_copy(note->spec, note->rest, (size_t)(colon - note->rest));
    if (contract && words && put_how(note, &how, words) == 0) {
        put_codes(note, &codes, colon < end ? colon + 1 : end);
        contract->how = gen_spec_copy(note->spec, abx_buffer_text(&how), how.size);
        contract->codes = gen_spec_copy(note->spec, abx_buffer_text(&codes), codes.size);
        contract->place = note->place;
        set_contract(note, contract);
    }
    if (!contract || how.failed || codes.failed)
        note->spec->out_of_memory = true;
    abx_buffer_finish(&how);
    abx_buffer_finish(&codes);
}
