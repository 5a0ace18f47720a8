/*
 * One parse answers for all macros, where a parse for each would take minutes. Each
 * variable stands on a line of its own, so that an error is known to belong to one macro,
 * and is an answer too.
 */
#include "gen/clang_batch.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"

static const char prefix[] = "abidex_value_";

static void put_line(struct gen_batch *batch, size_t question, enum gen_part part,
                     const char *line)
{
    if (!ABX_ARRAY_RESERVE(&batch->lines)) {
        batch->out_of_memory = true;
        return;
    }
    abx_buffer_puts(&batch->text, line);
    abx_buffer_putc(&batch->text, '\n');
    batch->lines.items[batch->lines.n_items++] = (struct gen_line_owner){question, part};
}

/*
 * ABIDEX_SEARCH(a) is the power of two, a multiple of 1000, by which a positive long
 * double has to be multiplied so that it and its lower digits fit into doubles;
 * ABIDEX_FACTOR(a) multiplies. They cost the parser much, so they are the last resort.
 */
static void put_scales(struct gen_batch *batch)
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
    put_line(batch, 0, GEN_N_PARTS, abx_buffer_text(&scale));
    put_line(batch, 0, GEN_N_PARTS, abx_buffer_text(&factor));
    put_line(batch, 0, GEN_N_PARTS, "#define ABIDEX_ABS(x) ((x) < 0 ? -(x) : (x))");
    put_line(batch, 0, GEN_N_PARTS,
             "#define ABIDEX_SEARCHED(x) ((x) * "
             "ABIDEX_FACTOR(ABIDEX_ABS((long double)(x))))");
    put_line(batch, 0, GEN_N_PARTS, "#define ABIDEX_DOWN(x) ((x) * 0x1p-15900L)");
    put_line(batch, 0, GEN_N_PARTS, "#define ABIDEX_UP(x) ((x) * 0x1p+15900L)");
    if (scale.failed || factor.failed)
        batch->out_of_memory = true;
    abx_buffer_finish(&scale);
    abx_buffer_finish(&factor);
}

/*
 * The three parts of a sum: X is the macro, or the macro brought into range, in its own
 * type or long double, whichever is wider.
 */
#define WIDE(X)      "((" X ") - 0.0L)" /* keeps the sign of zero */
#define HIGH_OF(X)   "(double)" WIDE(X)
#define REST_OF(X)   "(" WIDE(X) " - " HIGH_OF(X) ")"
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
    enum gen_part part;
    const char *formats[GEN_N_SCALES];
} value_lines[] = {
    {GEN_PART_VALUE, {"__auto_type abidex_value_0_%2$zu = (%1$s);"}},
    {GEN_PART_ADDRESS,
     {"__UINTPTR_TYPE__ abidex_value_1_%2$zu = (__UINTPTR_TYPE__)(%1$s);"}},
    {GEN_PART_SCALE,
     {"int abidex_value_2_%2$zu = 0;", "int abidex_value_2_%2$zu = -15900;",
      "int abidex_value_2_%2$zu = 15900;",
      "int abidex_value_2_%2$zu = ABIDEX_SEARCH(ABIDEX_ABS((long double)(%1$s)));"}},
    {GEN_PART_HIGH, EACH_SCALE("double abidex_value_3_%2$zu = ", HIGH_OF)},
    {GEN_PART_MIDDLE, EACH_SCALE("double abidex_value_4_%2$zu = ", MIDDLE_OF)},
    {GEN_PART_LOW, EACH_SCALE("double abidex_value_5_%2$zu = ", LOW_OF)},
    {GEN_PART_HAS_DIGITS,
     {"int abidex_value_6_%2$zu = (%1$s) != 0 && (%1$s) >= -__LDBL_MAX__ && "
      "(%1$s) <= __LDBL_MAX__;"}},
    {GEN_PART_UPPER_HALF,
     {"unsigned long long abidex_value_7_%2$zu = "
      "(unsigned long long)((unsigned __int128)(%1$s) >> 64);"}},
    {GEN_PART_LOWER_HALF,
     {"unsigned long long abidex_value_8_%2$zu = (unsigned long long)(%1$s);"}},
};

static bool wants(const struct gen_macro *macro, enum gen_part part)
{
    if (part == GEN_PART_VALUE)
        return true;
    if (part == GEN_PART_ADDRESS)
        return macro->wants_address;
    return part < GEN_PART_UPPER_HALF ? macro->wants_parts : macro->wants_halves;
}

static void put_values(struct gen_batch *batch, size_t index, struct abx_buffer *line)
{
    const struct gen_macro *macro = batch->questions[index].macro;

    for (size_t i = 0; i < sizeof(value_lines) / sizeof(*value_lines); i++) {
        const char *format = value_lines[i].formats[macro->wants_scale];

        if (!wants(macro, value_lines[i].part))
            continue;
        abx_buffer_truncate(line, 0);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
        abx_buffer_printf(line, format ? format : value_lines[i].formats[0], macro->name,
                          index);
#pragma GCC diagnostic pop
        put_line(batch, index, value_lines[i].part, abx_buffer_text(line));
    }
}

static void put_question(struct gen_batch *batch, size_t index)
{
    struct abx_buffer line = {0};

    abx_buffer_printf(&line, "#ifdef %s", batch->questions[index].macro->name);
    put_line(batch, index, GEN_N_PARTS, abx_buffer_text(&line));
    put_values(batch, index, &line);
    put_line(batch, index, GEN_N_PARTS, "#else");
    abx_buffer_truncate(&line, 0);
    abx_buffer_printf(&line, "extern int abidex_value_%d_%zu;", GEN_PART_UNDEFINED,
                      index);
    put_line(batch, index, GEN_N_PARTS, abx_buffer_text(&line));
    put_line(batch, index, GEN_N_PARTS, "#endif");
    if (line.failed)
        batch->out_of_memory = true;
    abx_buffer_finish(&line);
}

static void write_batch(struct gen_batch *batch)
{
    put_scales(batch);
    for (size_t i = 0; i < batch->n_questions; i++)
        put_question(batch, i);
    if (batch->text.failed)
        batch->out_of_memory = true;
}

/* An error on a line means that its value, if there is one, was invented by the recovery.
 */
static void read_rejections(struct gen_batch *batch)
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
            struct gen_line_owner owner = batch->lines.items[line];

            if (owner.part < GEN_N_PARTS)
                batch->questions[owner.question].is_rejected[owner.part] = true;
        }
        clang_disposeString(name);
        clang_disposeDiagnostic(diagnostic);
    }
}

static enum CXChildVisitResult visit_variable(CXCursor cursor, CXCursor parent,
                                              CXClientData data)
{
    struct gen_batch *batch = data;
    CXString spelling;
    const char *name;

    (void)parent;
    if (clang_getCursorKind(cursor) != CXCursor_VarDecl)
        return CXChildVisit_Continue;
    spelling = clang_getCursorSpelling(cursor);
    name = clang_getCString(spelling);
    if (!strncmp(name, prefix, sizeof(prefix) - 1)) {
        char *end;
        unsigned long part = strtoul(name + sizeof(prefix) - 1, &end, 10);
        size_t index = *end ? strtoul(end + 1, NULL, 10) : batch->n_questions;

        if (part < GEN_N_PARTS && index < batch->n_questions) {
            batch->questions[index].variables[part] = cursor;
            batch->questions[index].has_variable[part] = true;
        }
    }
    clang_disposeString(spelling);
    return CXChildVisit_Continue;
}

bool gen_question_has(const struct gen_question *question, enum gen_part part)
{
    return question->has_variable[part] && !question->is_rejected[part];
}

/* Whether there is something left to ask of a macro after what was asked already. */
static bool has_question(const struct gen_macro *macro)
{
    return !macro->asked_value || (macro->wants_address && !macro->asked_address) ||
           (macro->wants_parts && !macro->asked_parts) ||
           macro->wants_scale != macro->asked_scale ||
           (macro->wants_halves && !macro->asked_halves);
}

/* "#define IFLA_MTU IFLA_MTU": the enumerator of that name has its line already. */
static bool is_own_enumerator(const struct gen_reader *reader,
                              const struct gen_macro *macro)
{
    return !strcmp(macro->body, macro->name) &&
           gen_lines_find(&reader->job->lines, ABX_KIND_CONST, macro->name);
}

static int fill_batch(struct gen_batch *batch)
{
    batch->questions = calloc(batch->macros->map.n_items + 1, sizeof(*batch->questions));
    if (!batch->questions) {
        batch->out_of_memory = true;
        return -1;
    }
    for (size_t i = 0; i < batch->macros->map.n_items; i++) {
        struct gen_macro *macro = batch->macros->map.items[i].value;
        struct gen_question *question;

        if (macro->is_done || gen_macro_obstacle(batch->macros, macro) ||
            is_own_enumerator(batch->reader, macro))
            continue;
        if (!macro->asked_value)
            gen_macro_guess(batch->macros, macro);
        if (!has_question(macro))
            continue;
        macro->asked_value = true;
        macro->asked_address = macro->wants_address;
        macro->asked_parts = macro->wants_parts;
        macro->asked_scale = macro->wants_scale;
        macro->asked_halves = macro->wants_halves;
        question = &batch->questions[batch->n_questions++];
        question->macro = macro;
    }
    return batch->n_questions ? 0 : -1;
}

int gen_batch_init(struct gen_batch *batch, struct gen_reader *reader,
                   struct gen_macros *macros)
{
    *batch = (struct gen_batch){.reader = reader, .macros = macros};
    if (fill_batch(batch) < 0)
        return -1;
    write_batch(batch);
    if (batch->out_of_memory)
        return -1;
    batch->tu = gen_clang_parse(reader->clang, reader->unit, batch->text.data,
                                &reader->job->messages);
    if (!batch->tu)
        return -1;
    read_rejections(batch);
    clang_visitChildren(clang_getTranslationUnitCursor(batch->tu), visit_variable, batch);
    return 0;
}

void gen_batch_finish(struct gen_batch *batch)
{
    if (batch->tu)
        clang_disposeTranslationUnit(batch->tu);
    if (batch->out_of_memory)
        batch->reader->job->out_of_memory = true;
    free(batch->questions);
    free(batch->lines.items);
    abx_buffer_finish(&batch->text);
}
