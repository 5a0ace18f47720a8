/*
 * Words of the notation of types. The text is that of a mapped file or of a caller: it is
 * not terminated, and it is not trusted.
 */
#include "runtime/parser.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "runtime/error.h"
#include "runtime/grammar.h"
#include "runtime/table.h"

int abx_parser_fail(struct abx_parser *parser, const char *format, ...)
{
    char message[256];
    va_list args;
    long line;

    if (parser->err == NULL)
        return parser->line != NULL ? ABX_BROKEN : ABX_REFUSED;
    va_start(args, format);
    vsnprintf(message, sizeof(message), format, args);
    va_end(args);
    if (parser->line == NULL)
        return abx_error_set(parser->err, ABX_REFUSED, "not a type: %s", message);
    line = abx_table_line(parser->table, parser->line);
    return abx_error_broken(parser->err, line, "%s:%ld: %s",
                            abx_table_file(parser->table), line, message);
}

bool abx_parser_sees(const struct abx_parser *parser, const char *word)
{
    size_t size = strlen(word);

    return (size_t)(parser->end - parser->at) >= size &&
           memcmp(parser->at, word, size) == 0;
}

bool abx_parser_takes(struct abx_parser *parser, const char *word)
{
    if (!abx_parser_sees(parser, word))
        return false;
    parser->at += strlen(word);
    return true;
}

bool abx_parser_sees_record(const struct abx_parser *parser)
{
    struct abx_parser ahead = *parser;

    abx_parser_takes(&ahead, ABX_TRANSPARENT_UNION " ");
    return ahead.at < ahead.end && *ahead.at >= '0' && *ahead.at <= '9';
}

bool abx_parser_take_number(struct abx_parser *parser, size_t *numberp)
{
    const char *begin = parser->at;
    const char *at = begin;
    size_t number = 0;

    for (; at < parser->end && *at >= '0' && *at <= '9'; at++) {
        if (number > (ABX_SIZE_LIMIT - 9) / 10)
            return false;
        number = number * 10 + (size_t)(*at - '0');
    }
    if (at == begin || (*begin == '0' && at - begin > 1))
        return false;
    parser->at = at;
    *numberp = number;
    return true;
}

bool abx_parser_take_alignment(struct abx_parser *parser, size_t *alignp)
{
    return abx_parser_take_number(parser, alignp) && *alignp > 0 &&
           *alignp <= (size_t)1 << 28 && (*alignp & (*alignp - 1)) == 0;
}

bool abx_parser_take_name(struct abx_parser *parser, const char **namep, size_t *sizep)
{
    const char *at = parser->at;

    if (at < parser->end && *at >= '0' && *at <= '9')
        return false;
    while (at < parser->end && abx_is_name_char(*at))
        at++;
    if (at == parser->at)
        return false;
    *namep = parser->at;
    *sizep = (size_t)(at - parser->at);
    parser->at = at;
    return true;
}

int abx_parser_copy_name(struct abx_parser *parser, const char **namep)
{
    const char *name;
    size_t size;

    if (!abx_parser_take_name(parser, &name, &size))
        return abx_parser_fail(parser, "a name is missing");
    *namep = abx_arena_copy(&parser->table->arena, name, size);
    return *namep != NULL ? ABX_OK : abx_error_no_memory(parser->err);
}

struct abx_type *abx_parser_node(struct abx_parser *parser, enum abx_type_kind kind)
{
    struct abx_type *type = abx_arena_alloc(&parser->table->arena, sizeof(*type));

    if (type == NULL) {
        abx_error_no_memory(parser->err);
        return NULL;
    }
    type->kind = kind;
    type->align = 1;
    return type;
}
