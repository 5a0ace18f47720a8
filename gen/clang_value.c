/*
 * What macros are worth, from the answers of the parser: each kind of value is read in
 * the pieces in which libclang can say it without a loss.
 */
#include <math.h>
#include <string.h>

#include "gen/clang_batch.h"
#include "gen/clang_macro.h"
#include "gen/literal.h"

static bool evaluate_integer(CXCursor variable, unsigned long long *valuep)
{
    CXEvalResult result = clang_Cursor_Evaluate(variable);
    bool is_integer = result && clang_EvalResult_getKind(result) == CXEval_Int;

    if (is_integer)
        *valuep = clang_EvalResult_isUnsignedInt(result)
                      ? clang_EvalResult_getAsUnsigned(result)
                      : (unsigned long long)clang_EvalResult_getAsLongLong(result);
    clang_EvalResult_dispose(result);
    return is_integer;
}

static bool evaluate_double(CXCursor variable, double *valuep)
{
    CXEvalResult result = clang_Cursor_Evaluate(variable);
    bool is_float = result && clang_EvalResult_getKind(result) == CXEval_Float;

    if (is_float)
        *valuep = clang_EvalResult_getAsDouble(result);
    clang_EvalResult_dispose(result);
    return is_float;
}

static bool put_integer(struct abx_buffer *out, const struct gen_question *question,
                        const char *word)
{
    unsigned long long value;

    if (!evaluate_integer(question->variables[GEN_PART_VALUE], &value))
        return false;
    abx_buffer_printf(out, *word == 'u' || *word == 'b' ? "%s %llu" : "%s %lld", word,
                      value);
    return true;
}

static bool put_float(struct abx_buffer *out, const struct gen_question *question,
                      const char *word)
{
    double value;

    if (!evaluate_double(question->variables[GEN_PART_VALUE], &value))
        return false;
    abx_buffer_printf(out, "%s ", word);
    gen_literal_put_float(out, &value, 1, 0);
    return true;
}

/* Whether a double may have lost digits at the ends of its range. */
static bool is_at_limit(double value)
{
    return isinf(value) || fabs(value) < 0x1p-900;
}

static bool evaluate_part(const struct gen_question *question, enum gen_part part,
                          unsigned long long *valuep)
{
    return gen_question_has(question, part) &&
           evaluate_integer(question->variables[part], valuep);
}

/* A float that is wider than double, from its parts. */
static bool put_parts(struct abx_buffer *out, struct gen_question *question,
                      const char *word)
{
    struct gen_macro *macro = question->macro;
    unsigned long long scale, has_digits;
    double parts[3];

    macro->wants_parts = true;
    for (int i = 0; i < 3; i++)
        if (!gen_question_has(question, GEN_PART_HIGH + i) ||
            !evaluate_double(question->variables[GEN_PART_HIGH + i], &parts[i]))
            return false;
    if (!evaluate_part(question, GEN_PART_SCALE, &scale) ||
        !evaluate_part(question, GEN_PART_HAS_DIGITS, &has_digits))
        return false;
    if (has_digits && is_at_limit(parts[0])) {
        macro->wants_scale = GEN_SCALE_SEARCH;
        return false;
    }
    abx_buffer_printf(out, "%s ", word);
    gen_literal_put_float(out, parts, 3, -(int)scale);
    return true;
}

static bool put_halves(struct abx_buffer *out, struct gen_question *question,
                       const char *word)
{
    unsigned long long upper, lower;

    question->macro->wants_halves = true;
    if (!evaluate_part(question, GEN_PART_UPPER_HALF, &upper) ||
        !evaluate_part(question, GEN_PART_LOWER_HALF, &lower))
        return false;
    abx_buffer_printf(out, "%s ", word);
    gen_literal_put_wide(out, upper, lower, *word == 'i');
    return true;
}

struct only_child {
    CXCursor cursor;
    size_t n;
};

static enum CXChildVisitResult take_child(CXCursor cursor, CXCursor parent,
                                          CXClientData data)
{
    struct only_child *child = data;

    (void)parent;
    child->cursor = cursor;
    child->n++;
    return CXChildVisit_Continue;
}

/* The string literal that initialises a variable, brackets and decay aside. */
static bool find_literal(CXCursor variable, CXCursor *literalp)
{
    CXCursor at = variable;

    for (int depth = 0; depth < 16; depth++) {
        struct only_child child = {clang_getNullCursor(), 0};
        enum CXCursorKind kind;

        clang_visitChildren(at, take_child, &child);
        kind = clang_getCursorKind(child.cursor);
        if (child.n != 1)
            return false; /* something chooses among several */
        if (kind == CXCursor_StringLiteral) {
            *literalp = child.cursor;
            return true;
        }
        if (kind != CXCursor_ParenExpr && kind != CXCursor_UnexposedExpr)
            return false;
        at = child.cursor;
    }
    return false;
}

/* Whether the macro is in the end the name of something that is no macro: a function,
 * mostly. */
static bool names_declaration(const struct gen_macros *macros, struct gen_macro *macro)
{
    const struct gen_macro *end = gen_macro_follow(macros, macro);
    struct abx_arena arena = {0};
    const char *name = gen_macro_single_name(end, &arena);
    const struct gen_macro *target = name ? gen_macros_find(macros, name) : NULL;

    abx_arena_finish(&arena);
    return name && (!target || target == end);
}

static bool put_pointer(struct gen_batch *batch, struct abx_buffer *out,
                        struct gen_question *question, CXType type)
{
    CXCursor literal;
    unsigned long long address;

    if (find_literal(question->variables[GEN_PART_VALUE], &literal)) {
        CXString text = clang_getCursorSpelling(literal);
        bool is_done = gen_literal_put_string(out, clang_getCString(text),
                                              &batch->reader->job->platform);

        clang_disposeString(text);
        return is_done;
    }
    if (names_declaration(batch->macros, question->macro))
        return false; /* a function, which is no constant but may be an alias */
    question->macro->wants_address = true;
    if (!evaluate_part(question, GEN_PART_ADDRESS, &address))
        return false;
    gen_type_put(&batch->reader->types, out, type);
    abx_buffer_printf(out, " 0x%llx", address);
    return true;
}

/* Type and value behind the name; false if this macro has none. */
static bool put_value(struct gen_batch *batch, struct abx_buffer *out,
                      struct gen_question *question)
{
    struct gen_types *types = &batch->reader->types;
    CXType type =
        clang_getCanonicalType(clang_getCursorType(question->variables[GEN_PART_VALUE]));
    const char *integer = gen_type_integer(types, type);
    const char *real = gen_type_float(types, type);

    if (integer && clang_Type_getSizeOf(type) <= 8)
        return put_integer(out, question, integer);
    if (integer)
        return put_halves(out, question, integer);
    if (real && clang_Type_getSizeOf(type) <= 8)
        return put_float(out, question, real);
    if (real)
        return put_parts(out, question, real);
    if (type.kind == CXType_Pointer)
        return put_pointer(batch, out, question, type);
    return false;
}

static void add_constant(struct gen_reader *reader, struct gen_macro *macro,
                         const char *value)
{
    struct gen_line *line;

    line = gen_lines_add(&reader->job->lines, ABX_KIND_CONST, macro->name, value,
                         reader->unit);
    if (line && line->unit == reader->unit)
        gen_lines_replace(&reader->job->lines, line, value); /* it hides an enumerator */
    macro->is_done = true;
}

/* No answer at all: another macro's error swallowed this one's lines too. */
static bool is_lost(const struct gen_question *question)
{
    return !question->is_rejected[GEN_PART_VALUE] &&
           !question->has_variable[GEN_PART_VALUE] &&
           !question->has_variable[GEN_PART_UNDEFINED];
}

static void answer(struct gen_batch *batch, struct gen_question *question)
{
    struct gen_types *types = &batch->reader->types;
    struct gen_macro *macro = question->macro;
    struct abx_buffer out = {0};

    macro->is_rejected = question->is_rejected[GEN_PART_VALUE];
    macro->is_undefined = question->has_variable[GEN_PART_UNDEFINED];
    if (is_lost(question)) {
        macro->asked_value = ++macro->n_lost > 2;
        macro->is_rejected = true;
    }
    if (!gen_question_has(question, GEN_PART_VALUE))
        return;
    if (put_value(batch, &out, question) && !types->problem)
        add_constant(batch->reader, macro, abx_buffer_text(&out));
    else
        macro->is_rejected = true;
    if (out.failed)
        batch->out_of_memory = true;
    types->problem = NULL;
    abx_buffer_finish(&out);
}

static void ask(struct gen_reader *reader, struct gen_macros *macros)
{
    struct gen_batch batch;

    if (gen_batch_init(&batch, reader, macros) == 0)
        for (size_t i = 0; i < batch.n_questions; i++)
            answer(&batch, &batch.questions[i]);
    gen_batch_finish(&batch);
}

/* Two of three macros are integer literals: their text tells all, and nothing is asked. */
static void take_literals(struct gen_reader *reader, struct gen_macros *macros)
{
    struct abx_buffer value = {0};

    for (size_t i = 0; i < macros->map.n_items; i++) {
        struct gen_macro *macro = macros->map.items[i].value;
        const char *text = macro->is_done || macro->takes_arguments
                               ? NULL
                               : gen_macro_certain_text(macros, macro);

        abx_buffer_truncate(&value, 0);
        if (text && gen_literal_put_integer(&value, text, &reader->job->platform))
            add_constant(reader, macro, abx_buffer_text(&value));
    }
    if (value.failed)
        reader->job->out_of_memory = true;
    abx_buffer_finish(&value);
}

void gen_macros_evaluate(struct gen_reader *reader, struct gen_macros *macros)
{
    take_literals(reader, macros);
    ask(reader, macros);
    ask(reader, macros); /* what the first round showed to be wider than was guessed, */
    ask(reader, macros); /* and the second to be out of a double's range, or lost */
}
