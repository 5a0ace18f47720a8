/**
 * Facts about the header of a table: the data model that all its lines rest on.
 */
#include "tools/verify.h"

#include <string.h>

static void add_header(struct collector *collector, const char *subject,
                       uint64_t expected, const char *expression)
{
    fact_add(collector,
             (struct fact){.group = GROUP_CELLS,
                           .aspect = &aspect_size,
                           .subject = subject,
                           .expected = expected},
             "%s", expression);
}

static void collect_model(struct collector *collector)
{
    static const struct {
        const char *name;
        unsigned long_size;
        unsigned pointer_size;
    } models[] = {{"LP64", 8, 8}, {"ILP32", 4, 4}, {"LLP64", 4, 8}};
    const char *model = abx_table_property(collector->table, "model", 0);
    size_t i;

    for (i = 0; model && i < sizeof(models) / sizeof(*models); i++) {
        if (strcmp(models[i].name, model) != 0)
            continue;
        add_header(collector, "header: long", models[i].long_size, "sizeof(long)");
        add_header(collector, "header: pointers", models[i].pointer_size,
                   "sizeof(void *)");
    }
}

static void collect_signs(struct collector *collector)
{
    const char *order = abx_table_property(collector->table, "order", 0);
    const char *sign = abx_table_property(collector->table, "char", 0);

    fact_add(collector,
             (struct fact){.group = GROUP_CELLS,
                           .aspect = &aspect_order,
                           .subject = "header",
                           .expected = order && strcmp(order, "big") == 0},
             "__BYTE_ORDER__ == __ORDER_BIG_ENDIAN__");
    fact_add(collector,
             (struct fact){.group = GROUP_CELLS,
                           .aspect = &aspect_sign,
                           .subject = "header: char",
                           .expected = sign && strcmp(sign, "signed") == 0},
             "(char)-1 < 0");
}

/* long-double f80 16 16, wchar i32 */
static void collect_named_types(struct collector *collector)
{
    static const struct {
        const char *notation;
        unsigned digits;
    } formats[] = {{"f64", 53}, {"f80", 64}, {"ibm128", 106}, {"f128", 113}};
    const char *value = abx_table_property(collector->table, "long-double", 0);
    const char *wchar = abx_table_property(collector->table, "wchar", 0);
    const struct abx_type *type;
    char notation[16];
    unsigned size, align;
    size_t i;

    if (value && sscanf(value, "%15s %u %u", notation, &size, &align) == 3) {
        add_header(collector, "header: long double", size, "sizeof(long double)");
        add_header(collector, "header: long double, alignment", align,
                   "_Alignof(long double)");
        for (i = 0; i < sizeof(formats) / sizeof(*formats); i++)
            if (strcmp(formats[i].notation, notation) == 0)
                add_header(collector, "header: long double, bits of its significand",
                           formats[i].digits, "__LDBL_MANT_DIG__");
    }
    if (wchar && fact_is_found(collector, abx_table_find_type(collector->table, wchar,
                                                              &type, &collector->err)))
        fact_add(collector,
                 (struct fact){.group = GROUP_CELLS,
                               .aspect = &aspect_scalar,
                               .subject = "header: wchar_t",
                               .expected = scalar_of(abx_type_strip(type)),
                               .expected_text = wchar},
                 "ABIDEX_SCALAR(__WCHAR_TYPE__)");
}

void collect_header(struct collector *collector)
{
    collect_model(collector);
    collect_signs(collector);
    collect_named_types(collector);
}
