/**
 * From facts to C. The source is data, not assertions: each fact initialises an element
 * of an array or an object of its own, on a line of its own. So the compiler reports what
 * it makes of each expression, even where the table is wrong, and a line that it rejects
 * can be told from its number. A compiler reads such arrays several times faster than
 * assertions.
 */
#include "tools/verify.h"

#include <string.h>

/* What specs say about failure is not for the compiler: a function that this platform
 * does not declare is no error there. The macros of spec.h follow, as specs need not
 * include it. Tables leave `restrict` out, which compilers take for part of a type. */
/* A program of Windows reads the address of what it imports when it is started, so that the
 * address is no constant for the compiler. Which symbol it is stays the same without that. */
static const char preamble[] = "#define ABIDEX_SAY(fn, text)\n"
                               "#define ABIDEX_NOTE(text)\n"
                               "#define ABIDEX_ATTRIBUTE(text)\n"
                               "#ifdef _WIN32\n"
                               "#define dllimport\n"
                               "#define __dllimport__\n"
                               "#endif\n"
                               "#define restrict\n"
                               "#define __restrict\n"
                               "#define __restrict__\n";

/* A string tells its size itself, for objects whose symbols have none.
 *
 * One cell tells the size of a scalar type and its class, as scalar_of has them. The sign
 * of a bit-field is hidden from sizeof and typeof; compilers read it from a constant
 * object or from a literal, and none from both. Clang takes no cast to an atomic type; the
 * comma makes a value of it. */
static const char helpers[] =
    "#define ABIDEX_SCALAR(type) \\\n"
    "    (sizeof(type) << 8 | (ABIDEX_VALUE(type, 0.5) != 0) << 1 | \\\n"
    "     (ABIDEX_VALUE(type, -1) < 0))\n"
    "#ifdef __clang__\n"
    "#define ABIDEX_VALUE(type, value) ((__typeof__((0, *(type *)0)))value)\n"
    "#define ABIDEX_BIT_SIGN(object, type, path) (((type){.path = -1}).path < 0)\n"
    "#else\n"
    "#define ABIDEX_VALUE(type, value) ((type)value)\n"
    "#define ABIDEX_BIT_SIGN(object, type, path) (object.path < 0)\n"
    "#endif\n"
    "#define ABIDEX_STRING(text) \\\n"
    "    struct { unsigned long long size; \\\n"
    "             __typeof__(text[0]) units[sizeof(text) / sizeof(text[0])]; }\n"
    "struct abidex_nothing;\n";

/* Clang has no _Float32 and the like; headers then say float. Table and headers agree in
 * that, but for complex types, which take no typedef. */
static const char float_names[] = "#ifdef __clang__\n"
                                  "#define _Float32 float\n"
                                  "#define _Float64 double\n"
                                  "#define _Float32x double\n"
                                  "#define _Float64x long double\n"
                                  "#define _Float128 __float128\n"
                                  "#endif\n";

struct source {
    struct abx_buffer *out;
    struct fact_list *facts;
    unsigned unit;
    size_t line;    /* the next one to be written, from 1 */
    size_t counted; /* bytes of out in which lines were counted */
};

struct group_form {
    const char *symbol; /* of the array; with '%' of each object */
    const char *begin;
    const char *end;
    void (*put)(struct source *source, const struct fact *fact, const char *symbol);
};

static void put_element(struct source *source, const struct fact *fact,
                        const char *symbol)
{
    (void)symbol;
    abx_buffer_printf(source->out, "%s,\n", fact->rejection ? "0" : fact->expression);
}

static void put_string(struct source *source, const struct fact *fact, const char *symbol)
{
    if (fact->rejection)
        abx_buffer_putc(source->out, '\n');
    else
        abx_buffer_printf(source->out,
                          "const ABIDEX_STRING((%s)) %s = {sizeof(%s), %s};\n",
                          fact->expression, symbol, fact->expression, fact->expression);
}

static void put_bits(struct source *source, const struct fact *fact, const char *symbol)
{
    if (fact->rejection)
        abx_buffer_putc(source->out, '\n');
    else
        abx_buffer_printf(source->out, "const %s %s = {.%s = -1};\n", fact->base, symbol,
                          fact->expression);
}

static const struct group_form forms[N_GROUPS] = {
    [GROUP_MACRO_CELLS] = {"abidex_macro_cells",
                           "const unsigned long long abidex_macro_cells[] = {\n", "0};\n",
                           put_element},
    [GROUP_MACRO_DOUBLES] = {"abidex_macro_doubles",
                             "const double abidex_macro_doubles[] = {\n", "0};\n",
                             put_element},
    [GROUP_MACRO_STRINGS] = {"abidex_string_%zu", "", "", put_string},
    [GROUP_MACRO_SYMBOLS] = {"abidex_macro_symbols",
                             "const void *const abidex_macro_symbols[] = {\n", "0};\n",
                             put_element},
    [GROUP_MACRO_BITS] = {"abidex_macro_bits_%zu", "", "", put_bits},
    [GROUP_BITS] = {"abidex_bits_%zu", "", "", put_bits},
    [GROUP_CELLS] = {"abidex_cells", "const unsigned long long abidex_cells[] = {\n",
                     "0};\n", put_element},
    [GROUP_SYMBOLS] = {"abidex_symbols", "const void *const abidex_symbols[] = {\n",
                       "0};\n", put_element},
};

void source_symbol(const struct fact_list *facts, const struct fact *fact, char *name,
                   size_t size)
{
    const char *symbol = forms[fact->group].symbol;
    const char *percent = strchr(symbol, '%');

    if (percent)
        snprintf(name, size, "%.*s%zu", (int)(percent - symbol), symbol,
                 (size_t)(fact - facts->items));
    else
        snprintf(name, size, "%s", symbol);
}

static void count_lines(struct source *source)
{
    const char *text = abx_buffer_text(source->out);

    for (; source->counted < source->out->size; source->counted++)
        source->line += text[source->counted] == '\n';
}

static void put_group(struct source *source, enum fact_group group)
{
    size_t index = 0;
    size_t i;

    abx_buffer_puts(source->out, forms[group].begin);
    for (i = 0; i < source->facts->n_items; i++) {
        struct fact *fact = &source->facts->items[i];
        char symbol[64];

        if (fact->group != group || fact->unit != source->unit)
            continue;
        source_symbol(source->facts, fact, symbol, sizeof(symbol));
        count_lines(source);
        fact->source_line = source->line;
        fact->index = index++;
        forms[group].put(source, fact, symbol);
    }
    abx_buffer_puts(source->out, forms[group].end);
}

static void put_undefs(struct source *source)
{
    const struct name_list *hidden = &source->facts->hidden;
    size_t i;

    for (i = 0; i < hidden->n_items; i++)
        abx_buffer_printf(source->out, "#undef %s\n", hidden->items[i]);
}

static void put_headers(struct source *source, const char *includes)
{
    abx_buffer_puts(source->out, preamble);
    abx_buffer_puts(source->out, verify_spec_text);
    abx_buffer_puts(source->out, includes);
    abx_buffer_puts(source->out, helpers);
}

void source_put(struct abx_buffer *out, struct fact_list *facts, unsigned unit,
                const char *includes)
{
    struct source source = {.out = out, .facts = facts, .unit = unit, .line = 1};
    unsigned group;

    put_headers(&source, includes);
    for (group = GROUP_MACRO_CELLS; group <= GROUP_MACRO_BITS; group++)
        put_group(&source, (enum fact_group)group);
    put_undefs(&source);
    abx_buffer_puts(out, float_names);
    for (group = GROUP_BITS; group <= GROUP_SYMBOLS; group++)
        put_group(&source, (enum fact_group)group);
}

void source_put_probes(struct abx_buffer *out, struct fact_list *facts, unsigned unit,
                       const char *include)
{
    struct source source = {.out = out, .facts = facts, .unit = unit, .line = 1};
    size_t i;

    put_headers(&source, include);
    put_undefs(&source);
    abx_buffer_puts(out, float_names);
    for (i = 0; i < facts->n_items; i++) {
        struct fact *fact = &facts->items[i];

        fact->source_line = 0;
        if (fact->unit != unit || fact->group != GROUP_PROBES || fact->rejection)
            continue;
        count_lines(&source);
        fact->source_line = source.line;
        abx_buffer_printf(out, "%s\n", fact->expression);
    }
}

void source_put_forwarders(struct abx_buffer *out, struct fact_list *facts, unsigned unit,
                           const char *includes)
{
    struct source source = {.out = out, .facts = facts, .unit = unit, .line = 1};
    size_t i;

    put_headers(&source, includes);
    put_undefs(&source);
    abx_buffer_puts(out, float_names);
    for (i = 0; i < facts->n_items; i++) {
        struct fact *fact = &facts->items[i];

        fact->source_line = 0;
        if (fact->unit != unit || !fact->is_inside)
            continue;
        count_lines(&source);
        fact->source_line = source.line;
        abx_buffer_printf(out, "%s\n", fact->forwarder);
    }
}

void source_put_types(struct abx_buffer *out, struct fact_list *facts, unsigned unit,
                      const char *includes)
{
    struct source source = {.out = out, .facts = facts, .unit = unit, .line = 1};
    size_t i;

    put_headers(&source, includes);
    put_undefs(&source);
    abx_buffer_puts(out, float_names);
    for (i = 0; i < facts->n_items; i++) {
        struct fact *fact = &facts->items[i];

        fact->source_line = 0;
        if (fact->unit != unit || fact->aspect != &aspect_type ||
            fact->state != FACT_WRONG || fact->rejection)
            continue;
        count_lines(&source);
        fact->source_line = source.line;
        abx_buffer_printf(out,
                          "struct abidex_nothing *abidex_type_%zu(void) "
                          "{ return (%s *)0; }\n",
                          i, fact->base);
    }
}
