/*
 * A second unit includes the sources again and declares, for each macro, a variable that
 * is initialised with it. One parse answers for all of them, where a parse for each would
 * take minutes. What the parser can't say in one piece is asked in several: the address
 * of a pointer, a long double as a sum of doubles, a 128-bit integer as two halves.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "gen/clang_macro.h"
#include "gen/literal.h"

enum part {
    PART_VALUE,
    PART_ADDRESS,
    PART_SCALE, /* a float wider than double: the power of two taken out, */
    PART_HIGH,  /* the sum of three doubles, */
    PART_MIDDLE,
    PART_LOW,
    PART_HAS_DIGITS, /* and whether it is another number than zero, infinity and NaN */
    PART_UPPER_HALF, /* an integer of 128 bits */
    PART_LOWER_HALF,
    PART_UNDEFINED, /* there where the macro is not */
    N_PARTS
};

static const char prefix[] = "abidex_value_";

/* What was learnt of one macro. */
struct question {
    struct gen_macro *macro;
    CXCursor variables[N_PARTS];
    bool has_variable[N_PARTS]; /* false: the macro is undefined again */
    bool is_rejected[N_PARTS];
    const char
        *literal; /* type and value, where the text alone tells; NULL: it does not */
};

struct batch {
    struct gen_reader *reader;
    struct gen_macros *macros;
    CXTranslationUnit tu;
    struct abx_buffer text;
    struct question *questions;
    size_t n_questions;
    struct {
        struct line_owner {
            size_t question;
            enum part part;
        } * items;
        size_t n_items;
        size_t capacity;
    } lines; /* owner of each line of the text */
    bool out_of_memory;
};

static void put_line(struct batch *batch, size_t question, enum part part,
                     const char *line)
{
    if (!ABX_ARRAY_RESERVE(&batch->lines)) {
        batch->out_of_memory = true;
        return;
    }
    abx_buffer_puts(&batch->text, line);
    abx_buffer_putc(&batch->text, '\n');
    batch->lines.items[batch->lines.n_items++] = (struct line_owner){question, part};
}

/*
 * ABIDEX_SEARCH(a) is the power of two, a multiple of 1000, by which a positive long
 * double has to be multiplied so that it and its lower digits fit into doubles;
 * ABIDEX_FACTOR(a) multiplies. They cost the parser much, so they are the last resort.
 */
static void put_scales(struct batch *batch)
{
    struct abx_buffer scale = {0}, factor = {0};

    abx_buffer_puts(&scale, "#define ABIDEX_SEARCH(a) (");
    abx_buffer_puts(&factor, "#define ABIDEX_FACTOR(a) (");
    for (int k = 16000; k >= 1000; k -= 1000) {
        abx_buffer_printf(&scale, "(a) >= 0x1p%dL ? %d : ", k, -k);
        abx_buffer_printf(&factor, "(a) >= 0x1p%dL ? 0x1p%dL : ", k, -k);
    }
    for (int k = 16000; k >= 1000; k -= 1000) {
        abx_buffer_printf(&scale, "(a) < 0x1p%dL && (a) > 0 ? %d : ", 100 - k, k);
        abx_buffer_printf(&factor, "(a) < 0x1p%dL && (a) > 0 ? 0x1p%dL : ", 100 - k, k);
    }
    abx_buffer_puts(&scale, "0)");
    abx_buffer_puts(&factor, "1.0L)");
    put_line(batch, 0, N_PARTS, abx_buffer_text(&scale));
    put_line(batch, 0, N_PARTS, abx_buffer_text(&factor));
    put_line(batch, 0, N_PARTS, "#define ABIDEX_ABS(x) ((x) < 0 ? -(x) : (x))");
    put_line(batch, 0, N_PARTS,
             "#define ABIDEX_SEARCHED(x) ((long double)(x) * "
             "ABIDEX_FACTOR(ABIDEX_ABS((long double)(x))))");
    put_line(batch, 0, N_PARTS,
             "#define ABIDEX_DOWN(x) ((long double)(x) * 0x1p-15900L)");
    put_line(batch, 0, N_PARTS, "#define ABIDEX_UP(x) ((long double)(x) * 0x1p+15900L)");
    if (scale.failed || factor.failed)
        batch->out_of_memory = true;
    abx_buffer_finish(&scale);
    abx_buffer_finish(&factor);
}

/* The three parts of a sum: X is the macro, or the macro brought into range. */
#define HIGH_OF(X)   "(double)(long double)(" X ")"
#define REST_OF(X)   "((long double)(" X ") - " HIGH_OF(X) ")"
#define MIDDLE_OF(X) "(double)" REST_OF(X)
#define LOW_OF(X)    "(double)(" REST_OF(X) " - " MIDDLE_OF(X) ")"

/* A part of the sum for each way to bring the macro into range. */
#define EACH_SCALE(begin, PART)                                                          \
    {                                                                                    \
        begin PART("%1$s") ";", begin PART("ABIDEX_DOWN(%1$s)") ";",                     \
            begin PART("ABIDEX_UP(%1$s)") ";", begin PART("ABIDEX_SEARCHED(%1$s)") ";"   \
    }

/* %1$s: the name, %2$zu: the number of the question. A missing format is the first one.
 */
static const struct {
    enum part part;
    const char *formats[GEN_N_SCALES];
} value_lines[] = {
    {PART_VALUE, {"__auto_type abidex_value_0_%2$zu = (%1$s);"}},
    {PART_ADDRESS, {"__UINTPTR_TYPE__ abidex_value_1_%2$zu = (__UINTPTR_TYPE__)(%1$s);"}},
    {PART_SCALE,
     {"int abidex_value_2_%2$zu = 0;", "int abidex_value_2_%2$zu = -15900;",
      "int abidex_value_2_%2$zu = 15900;",
      "int abidex_value_2_%2$zu = ABIDEX_SEARCH(ABIDEX_ABS((long double)(%1$s)));"}},
    {PART_HIGH, EACH_SCALE("double abidex_value_3_%2$zu = ", HIGH_OF)},
    {PART_MIDDLE, EACH_SCALE("double abidex_value_4_%2$zu = ", MIDDLE_OF)},
    {PART_LOW, EACH_SCALE("double abidex_value_5_%2$zu = ", LOW_OF)},
    {PART_HAS_DIGITS,
     {"int abidex_value_6_%2$zu = (%1$s) != 0 && (%1$s) >= -__LDBL_MAX__ && "
      "(%1$s) <= __LDBL_MAX__;"}},
    {PART_UPPER_HALF,
     {"unsigned long long abidex_value_7_%2$zu = "
      "(unsigned long long)((unsigned __int128)(%1$s) >> 64);"}},
    {PART_LOWER_HALF,
     {"unsigned long long abidex_value_8_%2$zu = (unsigned long long)(%1$s);"}},
};

static bool wants(const struct gen_macro *macro, enum part part)
{
    if (part == PART_VALUE)
        return true;
    if (part == PART_ADDRESS)
        return macro->wants_address;
    return part < PART_UPPER_HALF ? macro->wants_parts : macro->wants_halves;
}

/* A literal is worth what it says; the only question is whether it is still defined. */
static void put_literal_question(struct batch *batch, size_t index)
{
    struct abx_buffer line = {0};

    abx_buffer_printf(&line, "#ifndef %s", batch->questions[index].macro->name);
    put_line(batch, index, N_PARTS, abx_buffer_text(&line));
    abx_buffer_truncate(&line, 0);
    abx_buffer_printf(&line, "extern int abidex_value_9_%zu;", index);
    put_line(batch, index, N_PARTS, abx_buffer_text(&line));
    put_line(batch, index, N_PARTS, "#endif");
    if (line.failed)
        batch->out_of_memory = true;
    abx_buffer_finish(&line);
}

static void put_question(struct batch *batch, size_t index)
{
    const struct gen_macro *macro = batch->questions[index].macro;
    struct abx_buffer line = {0};

    abx_buffer_printf(&line, "#ifdef %s", macro->name);
    put_line(batch, index, N_PARTS, abx_buffer_text(&line));
    for (size_t i = 0; i < sizeof(value_lines) / sizeof(*value_lines); i++) {
        const char *format = value_lines[i].formats[macro->wants_scale];

        if (!wants(macro, value_lines[i].part))
            continue;
        abx_buffer_truncate(&line, 0);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
        abx_buffer_printf(&line, format ? format : value_lines[i].formats[0], macro->name,
                          index);
#pragma GCC diagnostic pop
        put_line(batch, index, value_lines[i].part, abx_buffer_text(&line));
    }
    put_line(batch, index, N_PARTS, "#endif");
    if (line.failed)
        batch->out_of_memory = true;
    abx_buffer_finish(&line);
}

static void write_batch(struct batch *batch)
{
    put_scales(batch);
    for (size_t i = 0; i < batch->n_questions; i++) {
        if (batch->questions[i].literal)
            put_literal_question(batch, i);
        else
            put_question(batch, i);
    }
    if (batch->text.failed)
        batch->out_of_memory = true;
}

/* An error on a line means that its value, if there is one, was invented by the recovery.
 */
static void read_rejections(struct batch *batch)
{
    unsigned n = clang_getNumDiagnostics(batch->tu);

    for (unsigned i = 0; i < n; i++) {
        CXDiagnostic diagnostic = clang_getDiagnostic(batch->tu, i);
        struct gen_location location =
            gen_location_of(clang_getDiagnosticLocation(diagnostic));
        CXString name = clang_getFileName(location.file);
        unsigned line = location.line - batch->reader->clang->n_main_lines - 1;
        bool is_ours = location.file && !strcmp(clang_getCString(name), GEN_MAIN_FILE) &&
                       line < batch->lines.n_items; /* an earlier line wraps around */

        if (is_ours && clang_getDiagnosticSeverity(diagnostic) >= CXDiagnostic_Error) {
            struct line_owner owner = batch->lines.items[line];

            if (owner.part < N_PARTS)
                batch->questions[owner.question].is_rejected[owner.part] = true;
        }
        clang_disposeString(name);
        clang_disposeDiagnostic(diagnostic);
    }
}

static enum CXChildVisitResult visit_variable(CXCursor cursor, CXCursor parent,
                                              CXClientData data)
{
    struct batch *batch = data;
    CXString spelling;
    const char *name;

    (void)parent;
    if (clang_getCursorKind(cursor) != CXCursor_VarDecl)
        return CXChildVisit_Continue;
    spelling = clang_getCursorSpelling(cursor);
    name = clang_getCString(spelling);
    if (!strncmp(name, prefix, sizeof(prefix) - 1)) {
        unsigned part = (unsigned)(name[sizeof(prefix) - 1] - '0');
        size_t index = strtoul(name + sizeof(prefix) + 1, NULL, 10);

        if (part < N_PARTS && index < batch->n_questions) {
            batch->questions[index].variables[part] = cursor;
            batch->questions[index].has_variable[part] = true;
        }
    }
    clang_disposeString(spelling);
    return CXChildVisit_Continue;
}

static bool has_part(const struct question *question, enum part part)
{
    return question->has_variable[part] && !question->is_rejected[part];
}

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

static bool put_integer(struct abx_buffer *out, const struct question *question,
                        const char *word)
{
    unsigned long long value;

    if (!evaluate_integer(question->variables[PART_VALUE], &value))
        return false;
    abx_buffer_printf(out, *word == 'u' || *word == 'b' ? "%s %llu" : "%s %lld", word,
                      value);
    return true;
}

static bool put_float(struct abx_buffer *out, const struct question *question,
                      const char *word)
{
    double value;

    if (!evaluate_double(question->variables[PART_VALUE], &value))
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

static bool evaluate_part(const struct question *question, enum part part,
                          unsigned long long *valuep)
{
    return has_part(question, part) &&
           evaluate_integer(question->variables[part], valuep);
}

/* A float that is wider than double, from its parts. */
static bool put_parts(struct abx_buffer *out, struct question *question, const char *word)
{
    struct gen_macro *macro = question->macro;
    unsigned long long scale, has_digits;
    double parts[3];

    macro->wants_parts = true;
    for (int i = 0; i < 3; i++)
        if (!has_part(question, PART_HIGH + i) ||
            !evaluate_double(question->variables[PART_HIGH + i], &parts[i]))
            return false;
    if (!evaluate_part(question, PART_SCALE, &scale) ||
        !evaluate_part(question, PART_HAS_DIGITS, &has_digits))
        return false;
    if (has_digits && is_at_limit(parts[0])) {
        macro->wants_scale = GEN_SCALE_SEARCH;
        return false;
    }
    abx_buffer_printf(out, "%s ", word);
    gen_literal_put_float(out, parts, 3, -(int)scale);
    return true;
}

static bool put_halves(struct abx_buffer *out, struct question *question,
                       const char *word)
{
    unsigned long long upper, lower;

    question->macro->wants_halves = true;
    if (!evaluate_part(question, PART_UPPER_HALF, &upper) ||
        !evaluate_part(question, PART_LOWER_HALF, &lower))
        return false;
    abx_buffer_printf(out, "%s ", word);
    gen_literal_put_wide(out, upper, lower, *word == 'i');
    return true;
}

static enum CXChildVisitResult take_last(CXCursor cursor, CXCursor parent,
                                         CXClientData data)
{
    (void)parent;
    *(CXCursor *)data = cursor;
    return CXChildVisit_Continue;
}

/* The string literal that initialises a variable, brackets and decay aside. */
static bool find_literal(CXCursor variable, CXCursor *literalp)
{
    CXCursor at = variable;

    for (int depth = 0; depth < 16; depth++) {
        CXCursor child = clang_getNullCursor();
        enum CXCursorKind kind;

        clang_visitChildren(at, take_last, &child);
        kind = clang_getCursorKind(child);
        if (kind == CXCursor_StringLiteral) {
            *literalp = child;
            return true;
        }
        if (kind != CXCursor_ParenExpr && kind != CXCursor_UnexposedExpr)
            return false;
        at = child;
    }
    return false;
}

/* Whether the macro is in the end the name of something that is no macro: a function,
 * mostly. */
static bool names_declaration(const struct gen_macros *macros,
                              const struct gen_macro *macro)
{
    struct abx_arena arena = {0};
    const char *name = gen_macro_single_name(gen_macro_follow(macros, macro), &arena);
    bool is_declaration = name && !gen_macros_find(macros, name);

    abx_arena_finish(&arena);
    return is_declaration;
}

static bool put_pointer(struct batch *batch, struct abx_buffer *out,
                        struct question *question, CXType type)
{
    CXCursor literal;
    unsigned long long address;

    if (find_literal(question->variables[PART_VALUE], &literal)) {
        CXString text = clang_getCursorSpelling(literal);
        bool is_done = gen_literal_put_string(out, clang_getCString(text),
                                              &batch->reader->job->platform);

        clang_disposeString(text);
        return is_done;
    }
    if (names_declaration(batch->macros, question->macro))
        return false; /* a function, which is no constant but may be an alias */
    question->macro->wants_address = true;
    if (!evaluate_part(question, PART_ADDRESS, &address))
        return false;
    gen_type_put(&batch->reader->types, out, type);
    abx_buffer_printf(out, " 0x%llx", address);
    return true;
}

/* Type and value behind the name; false if this macro has none. */
static bool put_value(struct batch *batch, struct abx_buffer *out,
                      struct question *question)
{
    struct gen_types *types = &batch->reader->types;
    CXType type =
        clang_getCanonicalType(clang_getCursorType(question->variables[PART_VALUE]));
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

static void add_constant(struct batch *batch, struct gen_macro *macro, const char *value)
{
    struct gen_reader *reader = batch->reader;
    struct gen_line *line;

    line = gen_lines_add(&reader->job->lines, ABX_KIND_CONST, macro->name, value,
                         reader->unit);
    if (line && line->unit == reader->unit)
        gen_lines_replace(&reader->job->lines, line, value); /* it hides an enumerator */
    macro->is_done = true;
}

static void answer(struct batch *batch, struct question *question)
{
    struct gen_types *types = &batch->reader->types;
    struct gen_macro *macro = question->macro;
    struct abx_buffer out = {0};

    if (question->literal) {
        macro->is_undefined = question->has_variable[PART_UNDEFINED];
        if (!macro->is_undefined)
            add_constant(batch, macro, question->literal);
        return;
    }
    macro->is_rejected = question->is_rejected[PART_VALUE];
    macro->is_undefined = !macro->is_rejected && !question->has_variable[PART_VALUE];
    if (!has_part(question, PART_VALUE))
        return;
    if (put_value(batch, &out, question) && !types->problem)
        add_constant(batch, macro, abx_buffer_text(&out));
    else
        macro->is_rejected = true;
    if (out.failed)
        batch->out_of_memory = true;
    types->problem = NULL;
    abx_buffer_finish(&out);
}

static void finish_batch(struct batch *batch)
{
    if (batch->tu)
        clang_disposeTranslationUnit(batch->tu);
    if (batch->out_of_memory)
        batch->reader->job->out_of_memory = true;
    free(batch->questions);
    free(batch->lines.items);
    abx_buffer_finish(&batch->text);
}

/* Whether there is something left to ask of a macro after what was asked already. */
static bool has_question(const struct gen_macro *macro)
{
    return !macro->was_asked || (macro->wants_address && !macro->asked_address) ||
           (macro->wants_parts && !macro->asked_parts) ||
           macro->wants_scale != macro->asked_scale ||
           (macro->wants_halves && !macro->asked_halves);
}

/* Type and value of a macro that is a literal, in the macros' arena; NULL if it is none.
 */
static const char *find_literal_value(struct batch *batch, const struct gen_macro *macro)
{
    struct gen_reader *reader = batch->reader;
    struct abx_buffer out = {0};
    const char *literal = NULL;

    if (gen_literal_put_integer(&out, macro->body, &reader->job->platform))
        literal = abx_arena_copy(&reader->types.arena, abx_buffer_text(&out), out.size);
    abx_buffer_finish(&out);
    return literal;
}

static int fill_batch(struct batch *batch)
{
    batch->questions = calloc(batch->macros->map.n_items + 1, sizeof(*batch->questions));
    if (!batch->questions) {
        batch->out_of_memory = true;
        return -1;
    }
    for (size_t i = 0; i < batch->macros->map.n_items; i++) {
        struct gen_macro *macro = batch->macros->map.items[i].value;
        struct question *question;

        if (macro->is_done || gen_macro_obstacle(macro))
            continue;
        if (!macro->was_asked)
            gen_macro_guess(batch->macros, macro);
        if (!has_question(macro))
            continue;
        macro->was_asked = true;
        macro->asked_address = macro->wants_address;
        macro->asked_parts = macro->wants_parts;
        macro->asked_scale = macro->wants_scale;
        macro->asked_halves = macro->wants_halves;
        question = &batch->questions[batch->n_questions++];
        question->macro = macro;
        question->literal = find_literal_value(batch, macro);
    }
    return batch->n_questions ? 0 : -1;
}

static void ask(struct gen_reader *reader, struct gen_macros *macros)
{
    struct batch batch = {.reader = reader, .macros = macros};

    if (fill_batch(&batch) == 0) {
        write_batch(&batch);
        batch.tu = batch.out_of_memory
                       ? NULL
                       : gen_clang_parse(reader->clang, reader->unit, batch.text.data,
                                         &reader->job->messages);
    }
    if (batch.tu) {
        read_rejections(&batch);
        clang_visitChildren(clang_getTranslationUnitCursor(batch.tu), visit_variable,
                            &batch);
        for (size_t i = 0; i < batch.n_questions; i++)
            answer(&batch, &batch.questions[i]);
    }
    finish_batch(&batch);
}

void gen_macros_evaluate(struct gen_reader *reader, struct gen_macros *macros)
{
    ask(reader, macros);
    ask(reader, macros); /* what the first round showed to be wider than was guessed */
}
