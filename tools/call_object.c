/*
 * Objects for the parameters that point to one. What is behind an object is guarded, so that
 * a function that writes too far is told of instead of believed.
 */
#include "tools/call_object.h"

#include <ctype.h>
#include <stdalign.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/block.h"
#include "tools/command.h"
#include "tools/number.h"

enum {
    COUNT_MAX = 1 << 28, /* objects and bytes that new and buf may ask for */
    GUARD_SIZE = 4096,   /* bytes behind each, none of which a call may change */
    GUARD_BYTE = 0xa5
};

int abx_argument_settle(int status, const struct abx_error *err, struct abx_buffer *why)
{
    if (status == ABX_OK)
        return ABX_EXIT_DONE;
    if (why->size == 0)
        abx_buffer_puts(why, status < 0 ? "out of memory" : err->message);
    return ABX_EXIT_UNUSABLE;
}

/* ---- memory */

bool abx_argument_parse_count(const char *word, const char *what, size_t *countp,
                              struct abx_buffer *why)
{
    const char *text = strchr(word, ':') + 1;
    char *end;
    unsigned long count = strtoul(text, &end, 10);

    *countp = count;
    if (*text < '0' || *text > '9' || *end || count == 0)
        abx_buffer_printf(why, "\"%s\" has no number of %s", word, what);
    else if (count > COUNT_MAX)
        abx_buffer_printf(why, "\"%s\" is too large: at most %d %s", word, COUNT_MAX,
                          what);
    return why->size == 0;
}

/* Zeroed memory of @size bytes with the guard behind it; NULL if there is not so much. */
static unsigned char *create_block(size_t size, size_t align)
{
    void *block = NULL;

    if (size > SIZE_MAX - GUARD_SIZE)
        return NULL;
    block = abx_block_create_zeroed(align, size + GUARD_SIZE);
    if (block)
        memset((unsigned char *)block + size, GUARD_BYTE, GUARD_SIZE);
    return block;
}

bool abx_argument_is_overrun(const struct abx_argument *argument)
{
    const unsigned char *guard;
    size_t i;

    if (!argument->memory)
        return false;
    guard = argument->block + abx_memory_size(argument->memory);
    for (i = 0; i < GUARD_SIZE; i++)
        if (guard[i] != GUARD_BYTE)
            return true;
    return false;
}

int abx_argument_create(struct abx_table *table, struct abx_argument *argument,
                        const struct abx_type *type, size_t count, struct abx_buffer *why)
{
    struct abx_error err = {0};
    size_t size;
    int status;

    if (__builtin_mul_overflow(abx_type_size(type), count, &size))
        size = SIZE_MAX;
    argument->block = create_block(size, abx_type_align(type));
    if (!argument->block) {
        abx_buffer_printf(why, "\"%s\" is too large for this machine", argument->word);
        return ABX_EXIT_UNUSABLE;
    }
    status =
        abx_memory_view(table, type, argument->block, count, &argument->memory, &err);
    if (status == ABX_OK)
        argument->value =
            (struct abx_value){.kind = ABX_VALUE_MEMORY, .memory = argument->memory};
    return abx_argument_settle(status, &err, why);
}

/* ---- what is in it */

/* Sets one member, "PATH=VALUE" in @size bytes of @text: a string where its type is an
 * array of characters, else a number. */
static int set_member(struct abx_table *table, struct abx_argument *argument,
                      const char *text, size_t size, struct abx_buffer *why)
{
    const char *equals = memchr(text, '=', size);
    const char *value_text = equals ? equals + 1 : text;
    size_t value_size = size - (size_t)(value_text - text);
    struct abx_value value = {.kind = ABX_VALUE_STRING,
                              .string = {value_text, value_size}};
    struct abx_error err = {0};
    struct abx_buffer path = {0};
    struct abx_member member;
    int status = ABX_REFUSED;

    if (!equals)
        abx_buffer_printf(why, "\"%.*s\" is no MEMBER=VALUE", (int)size, text);
    else
        abx_buffer_put(&path, text, (size_t)(equals - text));
    if (equals)
        status = abx_type_find_member(table, abx_memory_type(argument->memory),
                                      abx_buffer_text(&path), &member, &err);
    if (status == ABX_OK && abx_type_kind(abx_type_strip(member.type)) != ABX_TYPE_ARRAY)
        status = abx_integer_read(table, value_text, value_size, &value, why, &err);
    if (status == ABX_OK)
        status = abx_memory_set(argument->memory, abx_buffer_text(&path), &value, &err);
    abx_buffer_finish(&path);
    return abx_argument_settle(status, &err, why);
}

/* "{MEMBER=VALUE,…}" */
static int set_members(struct abx_table *table, struct abx_argument *argument,
                       const char *text, struct abx_buffer *why)
{
    size_t size = strlen(text);
    int exit = ABX_EXIT_DONE;

    if (size < 2 || text[size - 1] != '}') {
        abx_buffer_printf(why, "\"%s\" does not end in }", argument->word);
        return ABX_EXIT_UNUSABLE;
    }
    for (text++, size -= 2; size > 0 && exit == ABX_EXIT_DONE;) {
        const char *comma = memchr(text, ',', size);
        size_t length = comma ? (size_t)(comma - text) : size;

        exit = set_member(table, argument, text, length, why);
        length += comma != NULL;
        text += length;
        size -= length;
    }
    return exit;
}

/* What stands behind "new:" if it is no number: a type, and its members' values. */
static int read_chosen(struct abx_table *table, struct abx_argument *argument,
                       struct abx_buffer *why)
{
    const char *text = argument->word + strlen("new:");
    size_t size = strcspn(text, "{");
    struct abx_error err = {0};
    struct abx_buffer name = {0};
    const struct abx_type *type;
    int exit;
    int status;

    abx_buffer_put(&name, text, size);
    status = abx_table_find_type(table, abx_buffer_text(&name), &type, &err);
    abx_buffer_finish(&name);
    if (status != ABX_OK)
        return abx_argument_settle(status, &err, why);
    exit = abx_argument_create(table, argument, type, 1, why);
    if (exit == ABX_EXIT_DONE && text[size])
        exit = set_members(table, argument, text + size, why);
    return exit;
}

/* "=VALUE" */
static int set_value(struct abx_table *table, struct abx_argument *argument,
                     const char *text, struct abx_buffer *why)
{
    struct abx_value value = {0};
    struct abx_error err = {0};
    int status = abx_integer_read(table, text + 1, strlen(text + 1), &value, why, &err);

    if (status == ABX_OK)
        status = abx_memory_set(argument->memory, "", &value, &err);
    return abx_argument_settle(status, &err, why);
}

/* The type without its const, for an object that the command fills before C only reads it. */
static const struct abx_type *find_writable(struct abx_table *table,
                                            const struct abx_type *type)
{
    static const char qualifier[] = "const ";
    size_t size = abx_type_is_const(type) ? abx_type_format(type, NULL, 0) : 0;
    char *text = size ? malloc(size + 1) : NULL;
    const struct abx_type *found;

    if (!text)
        return type;
    abx_type_format(type, text, size + 1);
    if (strncmp(text, qualifier, strlen(qualifier)) != 0 ||
        abx_table_find_type(table, text + strlen(qualifier), &found, NULL) != ABX_OK)
        found = type;
    free(text);
    return found;
}

bool abx_argument_is_new(const char *word)
{
    return strncmp(word, "new", 3) == 0 && (!word[3] || strchr(":={", word[3]));
}

int abx_argument_read_new(struct abx_table *table, struct abx_argument *argument,
                          const struct abx_type *type, struct abx_buffer *why)
{
    const char *rest = argument->word + strlen("new");
    size_t count = 1;
    int exit;

    argument->is_out = type && !abx_type_is_const(type);
    if (!type || (*rest == ':' && !isdigit((unsigned char)rest[1])))
        return read_chosen(table, argument, why);
    if (*rest == ':' && !abx_argument_parse_count(argument->word, "objects", &count, why))
        return ABX_EXIT_UNUSABLE;
    exit = abx_argument_create(table, argument, find_writable(table, type), count, why);
    if (exit == ABX_EXIT_DONE && *rest == '{')
        exit = set_members(table, argument, rest, why);
    else if (exit == ABX_EXIT_DONE && *rest == '=')
        exit = set_value(table, argument, rest, why);
    return exit;
}
