/*
 * Going behind a type without making anything of it: what a pointer points to is kept as
 * text. Not recursive, so that the text alone cannot exhaust the stack.
 */
#include "runtime/parser.h"

#include "runtime/grammar.h"

static const char brackets[] =
    "()[]{}"; /* each opening one in front of its closing one */

/* The bracket that closes @c, if @c opens one; else 0. */
static char closing(char c)
{
    for (size_t i = 0; i + 1 < sizeof(brackets); i += 2) {
        if (brackets[i] == c)
            return brackets[i + 1];
    }
    return '\0';
}

/* Goes behind the bracket that closes the one at parser->at. */
static int skip_brackets(struct abx_parser *parser)
{
    char expected[ABX_PARSER_DEPTH] = {closing(*parser->at)};
    size_t depth = 1;

    for (parser->at++; parser->at < parser->end; parser->at++) {
        char c = *parser->at;

        if (c == expected[depth - 1]) {
            if (--depth > 0)
                continue;
            parser->at++;
            return ABX_OK;
        }
        if (c == ')' || c == ']' || c == '}')
            break;
        if (closing(c) == '\0')
            continue;
        if (depth == ABX_PARSER_DEPTH)
            return abx_parser_fail(parser, "types nested too deeply");
        expected[depth++] = closing(c);
    }
    return abx_parser_fail(parser, "a bracket is not closed");
}

static void skip_prefixes(struct abx_parser *parser)
{
    size_t number;
    bool is_prefix;

    do {
        struct abx_parser ahead = *parser;

        is_prefix =
            abx_parser_takes(parser, "*") || abx_parser_takes(parser, "[]") ||
            abx_parser_takes(parser, "const ") || abx_parser_takes(parser, "volatile ") ||
            abx_parser_takes(parser, "atomic ") || abx_parser_takes(parser, "complex ");
        if (!is_prefix && abx_parser_takes(&ahead, "[") &&
            abx_parser_take_number(&ahead, &number) && abx_parser_takes(&ahead, "]")) {
            parser->at = ahead.at;
            is_prefix = true;
        }
    } while (is_prefix);
}

/* [transparent_union ]SIZE ALIGN {…} behind "struct " or "union ". False: it does not
 * stand there. */
static bool skip_sizes(struct abx_parser *parser)
{
    struct abx_parser ahead = *parser;
    size_t number;

    abx_parser_takes(&ahead, ABX_TRANSPARENT_UNION " ");
    if (!abx_parser_take_number(&ahead, &number) || !abx_parser_takes(&ahead, " ") ||
        !abx_parser_take_number(&ahead, &number) || !abx_parser_takes(&ahead, " ") ||
        !abx_parser_sees(&ahead, "{"))
        return false;
    parser->at = ahead.at;
    return true;
}

int abx_type_skip_prefixed(struct abx_parser *parser)
{
    const char *name;
    size_t size;
    bool is_enum;

    skip_prefixes(parser);
    if (abx_parser_sees(parser, "("))
        return skip_brackets(parser);
    is_enum = abx_parser_takes(parser, "enum ");
    if (!is_enum &&
        (abx_parser_takes(parser, "struct ") || abx_parser_takes(parser, "union ")) &&
        skip_sizes(parser))
        return skip_brackets(parser);
    if (!abx_parser_take_name(parser, &name, &size))
        return abx_parser_fail(parser, "a type is missing");
    if (is_enum && abx_parser_takes(parser, " ")) {
        if (abx_parser_sees(parser, "{"))
            return skip_brackets(parser);
        parser->at--;
    }
    return ABX_OK;
}
