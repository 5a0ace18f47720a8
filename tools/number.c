/**
 * Integers on a command line. They are joined as 64 bits and only then become a signed or
 * an unsigned value, so that flags with the highest bit set join with any other.
 */
#include "tools/number.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "tools/kinds.h"

/* Where a number is read from, and where it is complained of. */
struct reader {
    struct abx_table *table;
    struct abx_buffer *why;
    struct abx_error *err;
};

static int refuse(struct reader *reader, const char *text, const char *reason)
{
    abx_buffer_printf(reader->why, "\"%s\" %s", text, reason);
    return ABX_REFUSED;
}

/* "'c'", one byte or an escape that everybody knows. */
static int read_character(struct reader *reader, const char *text,
                          struct abx_value *valuep)
{
    static const char escapes[] = "n\nt\tr\r0\0\\\\''";
    size_t size = strlen(text);
    size_t i;

    valuep->kind = ABX_VALUE_INT;
    if (size == 3 && text[2] == '\'' && text[1] != '\\') {
        valuep->i = (unsigned char)text[1];
        return ABX_OK;
    }
    for (i = 0; size == 4 && text[3] == '\'' && i + 1 < sizeof(escapes); i += 2) {
        if (text[1] == '\\' && text[2] == escapes[i]) {
            valuep->i = (unsigned char)escapes[i + 1];
            return ABX_OK;
        }
    }
    return refuse(reader, text, "is not one character");
}

static bool is_real(const char *text)
{
    char *end;

    strtod(text, &end);
    return end > text && *end == '\0';
}

static int read_number(struct reader *reader, const char *text, struct abx_value *valuep)
{
    bool is_negative = text[0] == '-';
    const char *digits = text + (is_negative || text[0] == '+');
    bool is_octal = digits[0] == '0' && (digits[1] == 'o' || digits[1] == 'O');
    uint64_t magnitude;
    char *end;

    if (is_octal)
        digits += 2;
    errno = 0;
    magnitude = strtoull(digits, &end, is_octal ? 8 : 0);
    if (end == digits || *end || digits[0] == '-' || digits[0] == '+')
        return refuse(reader, text, is_real(text) ? "is no integer" : "is not a number");
    if (errno == ERANGE || (is_negative && magnitude > (uint64_t)INT64_MAX + 1))
        return refuse(reader, text, "does not fit in 64 bits");
    valuep->kind = is_negative || magnitude <= INT64_MAX ? ABX_VALUE_INT : ABX_VALUE_UINT;
    valuep->u = is_negative ? 0 - magnitude : magnitude;
    return ABX_OK;
}

static int read_constant(struct reader *reader, const char *text,
                         struct abx_value *valuep)
{
    int status = abx_table_find_constant(reader->table, text, valuep, reader->err);
    bool is_integer = valuep->kind == ABX_VALUE_INT || valuep->kind == ABX_VALUE_UINT;

    if (status == ABX_MISSING) {
        refuse(reader, text, "is neither a number nor a constant of the table");
        abx_suggestion_put(reader->why, reader->table, text);
        return ABX_REFUSED;
    }
    if (status == ABX_OK && !is_integer)
        return refuse(reader, text, "is a constant, but not an integer");
    if (status == ABX_OK && abx_type_size(valuep->type) > 8)
        return refuse(reader, text, "is wider than 64 bits");
    return status;
}

static int read_term(struct reader *reader, const char *text, struct abx_value *valuep)
{
    *valuep = (struct abx_value){0};
    if (text[0] == '\'')
        return read_character(reader, text, valuep);
    if (strchr("+-0123456789", text[0]))
        return read_number(reader, text, valuep);
    return read_constant(reader, text, valuep);
}

/* Bytes up to the next '|', which may also be a character: '|'. */
static size_t measure_term(const char *text, const char *end)
{
    size_t size = (size_t)(end - text);
    const char *bar;

    if (size >= 3 && memcmp(text, "'|'", 3) == 0)
        return 3;
    bar = memchr(text, '|', size);
    return bar ? (size_t)(bar - text) : size;
}

static void join(struct abx_value *sum, const struct abx_value *term)
{
    bool is_negative = (sum->kind == ABX_VALUE_INT && sum->i < 0) ||
                       (term->kind == ABX_VALUE_INT && term->i < 0);

    sum->u |= term->u;
    sum->kind = is_negative || sum->u <= INT64_MAX ? ABX_VALUE_INT : ABX_VALUE_UINT;
    sum->type = NULL;
}

int abx_integer_read(struct abx_table *table, const char *text, size_t size,
                     struct abx_value *valuep, struct abx_buffer *why,
                     struct abx_error *err)
{
    struct reader reader = {table, why, err};
    const char *end = text + size;
    struct abx_buffer word = {0};
    struct abx_value term;
    bool is_first = true;
    int status = ABX_OK;

    *valuep = (struct abx_value){0};
    do {
        abx_buffer_truncate(&word, 0);
        abx_buffer_put(&word, text, measure_term(text, end));
        text += word.size;
        status = word.failed ? ABX_NO_MEMORY
                             : read_term(&reader, abx_buffer_text(&word), &term);
        if (status == ABX_OK && is_first)
            *valuep = term;
        else if (status == ABX_OK)
            join(valuep, &term);
        is_first = false;
    } while (status == ABX_OK && text < end && *text++ == '|');
    abx_buffer_finish(&word);
    return status;
}
