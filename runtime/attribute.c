/*
 * Attributes are words in a fixed order, some with a value. A value is checked here once,
 * against the parameters that it speaks of, so that whoever asks for it later may trust
 * it.
 */
#include "runtime/attribute.h"

#include <stdint.h>
#include <string.h>

#include "runtime/error.h"
#include "runtime/table.h"
#include "runtime/type.h"

/* What the reader of a value works on; text is the value alone. */
struct reader {
    struct abx_table *table;
    const struct abx_type *type; /* of the function; NULL: of a variable's line */
    struct abx_text text;
    enum abx_attribute_id id;
    struct abx_attributes *attributes;
    struct abx_error *err;
};

int abx_text_broken(struct abx_table *table, const struct abx_text *text,
                    const char *what, struct abx_error *err)
{
    size_t size = 0;

    while (text->at + size < text->end && text->at[size] != ' ')
        size++;
    return abx_error_broken(err, abx_table_line(table, text->line), "%s: %.*s", what,
                            size < 200 ? (int)size : 200, text->at);
}

static int fail(struct reader *r, const char *what)
{
    return abx_text_broken(r->table, &r->text, what, r->err);
}

static int copy_value(struct reader *r)
{
    const char *value =
        abx_arena_copy(&r->table->arena, r->text.at, (size_t)(r->text.end - r->text.at));

    r->attributes->values[r->id] = value;
    return value != NULL ? ABX_OK : abx_error_no_memory(r->err);
}

/* ---- pieces of values ---- */

static bool takes(struct abx_text *text, char c)
{
    if (text->at == text->end || *text->at != c)
        return false;
    text->at++;
    return true;
}

/* A number that fits; 0 where there is none, which no list holds but as first-to-check. */
static bool take_number(struct abx_text *text, size_t *numberp)
{
    const char *begin = text->at;
    size_t number = 0;

    while (text->at < text->end && *text->at >= '0' && *text->at <= '9' &&
           number < (SIZE_MAX - 9) / 10)
        number = number * 10 + (size_t)(*text->at++ - '0');
    *numberp = number;
    return text->at > begin && (*begin != '0' || text->at - begin == 1);
}

static bool take_name(struct abx_text *text)
{
    const char *begin = text->at;

    while (text->at < text->end && abx_is_name_char(*text->at))
        text->at++;
    return text->at > begin && (*begin < '0' || *begin > '9');
}

static size_t count_parameters(const struct reader *r)
{
    return r->type != NULL ? abx_type_n_parameters(r->type) : 0;
}

/* Whether a list may go on: at its end, or behind a comma that something follows. */
static bool is_separated(struct abx_text *list)
{
    return list->at == list->end || (takes(list, ',') && list->at < list->end);
}

/* ---- values, one function for each form ---- */

static int read_symbol(struct reader *r)
{
    for (const char *c = r->text.at; c < r->text.end; c++) {
        /* Versioned and assembler names hold more than C's letters. */
        if (!abx_is_name_char(*c) && *c != '.' && *c != '@')
            return fail(r, "symbol= is not a name");
    }
    return copy_value(r);
}

/* N,… */
static int read_parameters(struct reader *r)
{
    static const char *const problems[ABX_N_ATTRIBUTES] = {
        [ABX_ATTRIBUTE_NONNULL] = "nonnull= is no ascending list of parameters",
        [ABX_ATTRIBUTE_ALLOC_SIZE] = "alloc_size= is not one parameter or two, ascending",
        [ABX_ATTRIBUTE_ALLOC_ALIGN] = "alloc_align= is not a parameter",
        [ABX_ATTRIBUTE_FORMAT_ARG] = "format_arg= is no ascending list of parameters",
    };
    static const size_t limits[ABX_N_ATTRIBUTES] = {
        [ABX_ATTRIBUTE_ALLOC_SIZE] = 2, [ABX_ATTRIBUTE_ALLOC_ALIGN] = 1};
    struct abx_text list = r->text;
    size_t limit = limits[r->id] > 0 ? limits[r->id] : SIZE_MAX;
    size_t last = 0;

    for (size_t n = 0; list.at < list.end; n++) {
        size_t number = 0;

        if (n == limit || !take_number(&list, &number) || number <= last ||
            number > count_parameters(r) || !is_separated(&list))
            return fail(r, problems[r->id]);
        last = number;
    }
    return copy_value(r);
}

/* N:COUNT,… */
static int read_static(struct reader *r)
{
    struct abx_text list = r->text;
    size_t last = 0;

    while (list.at < list.end) {
        size_t number = 0;
        size_t count = 0;

        if (!take_number(&list, &number) || !takes(&list, ':') ||
            !take_number(&list, &count) || count == 0 || number <= last ||
            number > count_parameters(r) || !is_separated(&list))
            return fail(r, "static= is no ascending list of PARAMETER:COUNT");
        if (abx_type_strip(r->type->parameters[number - 1].type)->kind !=
            ABX_TYPE_POINTER)
            return fail(r, "static= speaks of what is no pointer");
        last = number;
    }
    return copy_value(r);
}

/* N:LIFETIME,… */
static int read_callback(struct reader *r)
{
    struct abx_text list = r->text;
    size_t last = 0;

    while (list.at < list.end) {
        enum abx_lifetime lifetime;
        size_t number = 0;
        const char *word;

        if (!take_number(&list, &number) || !takes(&list, ':') || number <= last ||
            number > count_parameters(r))
            return fail(r, "callback= is no ascending list of PARAMETER:LIFETIME");
        word = list.at;
        if (!take_name(&list) ||
            !abx_lifetime_read(word, (size_t)(list.at - word), &lifetime) ||
            !is_separated(&list))
            return fail(r,
                        "callback= has a lifetime that is none of kept, call and signal");
        if (abx_type_strip(r->type->parameters[number - 1].type)->kind !=
            ABX_TYPE_POINTER)
            return fail(r, "callback= speaks of what is no pointer");
        last = number;
    }
    return copy_value(r);
}

static bool is_of_kind(const struct reader *r, size_t number, bool is_pointer)
{
    const struct abx_type *type;

    if (number == 0 || number > count_parameters(r))
        return false;
    type = abx_type_passed(r->type->parameters[number - 1].type);
    return is_pointer ? type->kind == ABX_TYPE_POINTER
                      : type->kind == ABX_TYPE_INT || type->kind == ABX_TYPE_ENUM;
}

/* Of void there are no objects to be counted. */
static bool points_to_void(const struct reader *r, size_t number)
{
    static const char *const texts[] = {"void", "const void"};
    const struct abx_type *type = abx_type_passed(r->type->parameters[number - 1].type);

    for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
        if (type->target_text_size == strlen(texts[i]) &&
            memcmp(type->target_text, texts[i], type->target_text_size) == 0)
            return true;
    return false;
}

/* N and N:success */
static int read_frees(struct reader *r)
{
    static const char success[] = ":success";
    struct abx_text text = r->text;
    size_t number = 0;
    size_t left;

    if (!take_number(&text, &number) || !is_of_kind(r, number, true))
        return fail(r, "frees= is not the parameter of a pointer");
    left = (size_t)(text.end - text.at);
    if (left > 0 && (left != strlen(success) || memcmp(text.at, success, left) != 0))
        return fail(r, "frees= is neither PARAMETER nor PARAMETER:success");
    return copy_value(r);
}

/* N:COUNT,… and N:COUNT:SIZE,… */
static int read_extents(struct reader *r)
{
    static const char *const problems[ABX_N_ATTRIBUTES] = {
        [ABX_ATTRIBUTE_BUFFER] =
            "buffer= is no ascending list of a pointer's parameter and "
            "one integer's or two",
        [ABX_ATTRIBUTE_ARRAY] =
            "array= is no ascending list of a pointer's parameter and "
            "one integer's or two",
    };
    struct abx_text list = r->text;
    size_t last = 0;

    while (list.at < list.end) {
        size_t numbers[3] = {0};
        bool is_good;
        size_t n = 0;

        do {
            is_good =
                take_number(&list, &numbers[n]) && is_of_kind(r, numbers[n], n == 0);
            n++;
        } while (is_good && n < 3 && takes(&list, ':'));
        if (!is_good || n < 2 ||
            (r->id == ABX_ATTRIBUTE_ARRAY && points_to_void(r, numbers[0])) ||
            numbers[0] <= last || !is_separated(&list))
            return fail(r, problems[r->id]);
        last = numbers[0];
    }
    return copy_value(r);
}

/* Whether the item from @item to @end stands behind the one from @last to @item. */
static bool is_behind(const char *last, const char *item, const char *end)
{
    size_t last_size = (size_t)(item - last);
    size_t size = (size_t)(end - item);
    int order = memcmp(last, item, last_size < size ? last_size : size);

    return order < 0 || (order == 0 && last_size < size);
}

/* NAME:N,… of functions that need not be in the table */
static int read_dealloc(struct reader *r)
{
    struct abx_text list = r->text;
    const char *last = list.at;

    while (list.at < list.end) {
        const char *item = list.at;
        size_t number = 0;

        if (!take_name(&list) || !takes(&list, ':') || !take_number(&list, &number) ||
            number == 0 || !is_behind(last, item, list.at) || !is_separated(&list))
            return fail(r, "dealloc= is no sorted list of FUNCTION:PARAMETER");
        last = item;
    }
    return copy_value(r);
}

/* KIND:STRING:FIRST,… */
static int read_format(struct reader *r)
{
    size_t n = count_parameters(r);
    struct abx_text list = r->text;
    const char *last = list.at;
    size_t last_string = 0;

    while (list.at < list.end) {
        const char *item = list.at;
        size_t string = 0;
        size_t first = 0;

        if (!take_name(&list) || !takes(&list, ':') || !take_number(&list, &string) ||
            !takes(&list, ':') || !take_number(&list, &first) || string < last_string ||
            (string == last_string && !is_behind(last, item, list.at)) ||
            !is_separated(&list))
            return fail(r, "format= is no ascending list of KIND:STRING:FIRST");
        if (string == 0 || string > n || (first != 0 && first <= string) || first > n + 1)
            return fail(r, "format= speaks of parameters that the function lacks");
        last = item;
        last_string = string;
    }
    return copy_value(r);
}

/* "TEXT" */
static int read_text(struct reader *r)
{
    struct abx_buffer text = {0};
    const char *end = r->text.end - 1;
    const char *problem = r->id == ABX_ATTRIBUTE_DEPRECATED ? "deprecated= is no string"
                          : r->id == ABX_ATTRIBUTE_REFUSED  ? "refused= is no string"
                                                            : "untold= is no string";
    int status;

    if (r->id != ABX_ATTRIBUTE_DEPRECATED && r->text.end - r->text.at == 2)
        return fail(r, problem);
    if (r->text.end - r->text.at < 2 || *r->text.at != '"' || *end != '"')
        return fail(r, problem);
    for (const char *at = r->text.at + 1; at < end;) {
        unsigned long unit = 0;
        size_t size = abx_grammar_get_unit(at, end, &unit);

        if (size == 0 || unit == 0 || unit > 0xff) {
            abx_buffer_finish(&text);
            return fail(r, problem);
        }
        abx_buffer_putc(&text, (char)unit);
        at += size;
    }
    r->attributes->values[r->id] =
        text.failed ? NULL
                    : abx_arena_copy(&r->table->arena, abx_buffer_text(&text), text.size);
    status = r->attributes->values[r->id] != NULL ? ABX_OK : abx_error_no_memory(r->err);
    abx_buffer_finish(&text);
    return status;
}

static int read_fails(struct reader *r)
{
    r->attributes->fails = r->text;
    return ABX_OK;
}

/* ---- the words ---- */

enum value { NO_VALUE, VALUE, OPTIONAL_VALUE, VALUE_TO_END };

static const struct form {
    enum value value;
    bool is_for_variables;
    int (*read)(struct reader *);
} forms[ABX_N_ATTRIBUTES] = {
    [ABX_ATTRIBUTE_SYMBOL] = {VALUE, true, read_symbol},
    [ABX_ATTRIBUTE_IN] = {VALUE, true, copy_value},
    [ABX_ATTRIBUTE_NONNULL] = {VALUE, false, read_parameters},
    [ABX_ATTRIBUTE_STATIC] = {VALUE, false, read_static},
    [ABX_ATTRIBUTE_CALLBACK] = {VALUE, false, read_callback},
    [ABX_ATTRIBUTE_BUFFER] = {VALUE, false, read_extents},
    [ABX_ATTRIBUTE_ARRAY] = {VALUE, false, read_extents},
    [ABX_ATTRIBUTE_FREES] = {VALUE, false, read_frees},
    [ABX_ATTRIBUTE_RETURNS_NONNULL] = {NO_VALUE, false, NULL},
    [ABX_ATTRIBUTE_NORETURN] = {NO_VALUE, false, NULL},
    [ABX_ATTRIBUTE_RETURNS_TWICE] = {NO_VALUE, false, NULL},
    [ABX_ATTRIBUTE_MALLOC] = {NO_VALUE, false, NULL},
    [ABX_ATTRIBUTE_DEALLOC] = {VALUE, false, read_dealloc},
    [ABX_ATTRIBUTE_ALLOC_SIZE] = {VALUE, false, read_parameters},
    [ABX_ATTRIBUTE_ALLOC_ALIGN] = {VALUE, false, read_parameters},
    [ABX_ATTRIBUTE_FORMAT] = {VALUE, false, read_format},
    [ABX_ATTRIBUTE_FORMAT_ARG] = {VALUE, false, read_parameters},
    [ABX_ATTRIBUTE_WARN_UNUSED_RESULT] = {NO_VALUE, false, NULL},
    [ABX_ATTRIBUTE_DEPRECATED] = {OPTIONAL_VALUE, true, read_text},
    [ABX_ATTRIBUTE_REFUSED] = {VALUE, false, read_text},
    [ABX_ATTRIBUTE_UNTOLD] = {VALUE, false, read_text},
    [ABX_ATTRIBUTE_FAILS] = {VALUE_TO_END, false, read_fails},
};

/* Behind the word or string that begins at @at. */
static const char *find_end(const char *at, const char *end)
{
    bool is_quoted = false;

    for (; at < end && (is_quoted || *at != ' '); at++) {
        if (*at == '\\' && is_quoted && at + 1 < end)
            at++;
        else if (*at == '"')
            is_quoted = !is_quoted;
    }
    return at;
}

/* Whether attribute @id stands at text->at; *@value becomes its value. */
static bool is_attribute(enum abx_attribute_id id, const struct abx_text *text,
                         struct abx_text *value)
{
    const struct form *form = &forms[id];
    const char *word = abx_attribute_word(id);
    size_t size = strlen(word);
    size_t left = (size_t)(text->end - text->at);

    if (left < size || memcmp(text->at, word, size) != 0)
        return false;
    *value = (struct abx_text){text->at + size, text->end, text->line};
    if (form->value != VALUE_TO_END)
        value->end = find_end(value->at, text->end);
    if (value->at == value->end)
        return form->value == NO_VALUE || form->value == OPTIONAL_VALUE;
    return form->value != NO_VALUE && *value->at++ == '=' && value->at < value->end;
}

static int read_value(struct reader *reader)
{
    if (reader->text.at < reader->text.end)
        return forms[reader->id].read(reader);
    reader->attributes->values[reader->id] = "";
    return ABX_OK;
}

int abx_attributes_parse(struct abx_table *table, enum abx_kind kind,
                         const struct abx_type *type, struct abx_text *text,
                         struct abx_attributes *attributes, struct abx_error *err)
{
    struct reader reader = {
        .table = table, .type = type, .attributes = attributes, .err = err};
    unsigned id = 0;

    while (text->at < text->end) {
        int status;

        if (*text->at++ != ' ')
            return abx_text_broken(table, text, "the type does not end where it should",
                                   err);
        while (id < ABX_N_ATTRIBUTES &&
               !is_attribute((enum abx_attribute_id)id, text, &reader.text))
            id++;
        if (id == ABX_N_ATTRIBUTES ||
            (kind == ABX_KIND_VAR && !forms[id].is_for_variables))
            return abx_text_broken(table, text, "unknown or misplaced attribute", err);
        reader.id = (enum abx_attribute_id)id++;
        text->at = reader.text.end;
        status = read_value(&reader);
        if (status != ABX_OK)
            return status;
    }
    return ABX_OK;
}

/* ---- questions ---- */

static bool has_own_question(unsigned id)
{
    return id == ABX_ATTRIBUTE_SYMBOL || id == ABX_ATTRIBUTE_IN ||
           id == ABX_ATTRIBUTE_FAILS;
}

int abx_attributes_get(const struct abx_attributes *attributes, size_t index,
                       struct abx_attribute *attributep)
{
    *attributep = (struct abx_attribute){0};
    for (unsigned id = 0; id < ABX_N_ATTRIBUTES; id++) {
        if (attributes->values[id] == NULL || has_own_question(id) || index-- > 0)
            continue;
        attributep->name = abx_attribute_word((enum abx_attribute_id)id);
        attributep->value = attributes->values[id];
        return ABX_OK;
    }
    return ABX_MISSING;
}

const char *abx_attributes_find(const struct abx_attributes *attributes, const char *name)
{
    for (unsigned id = 0; id < ABX_N_ATTRIBUTES; id++) {
        if (!has_own_question(id) &&
            strcmp(abx_attribute_word((enum abx_attribute_id)id), name) == 0)
            return attributes->values[id];
    }
    return NULL;
}

size_t abx_attribute_next(const char **atp, size_t *numbers, size_t n)
{
    struct abx_text text = {.at = *atp, .end = *atp + strlen(*atp)};
    size_t i = 0;

    while (i < n && take_number(&text, &numbers[i])) {
        i++;
        if (!takes(&text, ':'))
            break;
    }
    takes(&text, ',');
    *atp = text.at;
    return i;
}

bool abx_attribute_next_callback(const char **atp, size_t *numberp,
                                 enum abx_lifetime *lifetimep)
{
    struct abx_text text = {.at = *atp, .end = *atp + strlen(*atp)};
    const char *word;

    if (!take_number(&text, numberp) || !takes(&text, ':'))
        return false;
    word = text.at;
    if (!take_name(&text) ||
        !abx_lifetime_read(word, (size_t)(text.at - word), lifetimep))
        return false;
    takes(&text, ',');
    *atp = text.at;
    return true;
}
