/*
 * Macros such as si_pid stand for a path of members. A path belongs to each record in
 * which it leads to a member from its first to its last step.
 */
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "gen/clang_macro.h"

struct path_search {
    const char *name; /* the step that is looked for */
    size_t size;
    CXType type; /* of the member found */
    bool is_found;
};

static bool is_record(CXType type)
{
    return clang_getCanonicalType(type).kind == CXType_Record;
}

/* Finds a member by name, in anonymous members too. */
static enum CXVisitorResult visit_field(CXCursor field, CXClientData data)
{
    struct path_search *search = data;
    CXType type = clang_getCursorType(field);
    CXString spelling = clang_getCursorSpelling(field);
    const char *name = clang_getCString(spelling);

    if (gen_is_unnamed(field)) {
        if (is_record(type))
            clang_Type_visitFields(clang_getCanonicalType(type), visit_field, search);
    } else if (strlen(name) == search->size &&
               !strncmp(name, search->name, search->size)) {
        search->type = type;
        search->is_found = true;
    }
    clang_disposeString(spelling);
    return search->is_found ? CXVisit_Break : CXVisit_Continue;
}

/* Follows one step, "name" or "name[3]", at *@atp, which moves behind it and its dot. */
static bool follow_step(const char **atp, CXType *typep)
{
    size_t size = strcspn(*atp, ".[");
    struct path_search search = {*atp, size, *typep, false};
    const char *end = *atp + size;

    if (!is_record(*typep))
        return false;
    clang_Type_visitFields(clang_getCanonicalType(*typep), visit_field, &search);
    if (!search.is_found)
        return false;
    *typep = search.type;
    if (*end == '[') {
        CXType array = clang_getCanonicalType(search.type);

        end += strcspn(end, "]") + 1;
        *typep = array.kind == CXType_Pointer ? clang_getPointeeType(array)
                                              : clang_getArrayElementType(array);
        if (array.kind != CXType_ConstantArray)
            return false;
    }
    *atp = *end == '.' ? end + 1 : end;
    return true;
}

static bool leads_somewhere(const char *path, CXType record)
{
    CXType type = record;

    while (*path)
        if (!follow_step(&path, &type))
            return false;
    return true;
}

/* A macro that is a path, and the records in which it leads somewhere. */
static void find_records(struct gen_reader *reader, struct gen_macro *macro)
{
    struct abx_buffer rest = {0};
    const char *separator = " ";

    abx_buffer_puts(&rest, macro->body);
    for (size_t i = 0; i < reader->records.n_items; i++) {
        const struct gen_record *record = &reader->records.items[i];

        if (!leads_somewhere(macro->body, record->type))
            continue;
        abx_buffer_printf(&rest, "%s%s", separator, record->name);
        separator = "; ";
    }
    if (*separator == ';') {
        gen_lines_add(&reader->job->lines, ABX_KIND_MEMBER, macro->name,
                      abx_buffer_text(&rest), reader->unit);
        macro->is_done = true;
    }
    if (rest.failed)
        reader->job->out_of_memory = true;
    abx_buffer_finish(&rest);
}

static int compare_records(const void *a, const void *b)
{
    return strcmp(((const struct gen_record *)a)->name,
                  ((const struct gen_record *)b)->name);
}

void gen_macros_find_members(struct gen_reader *reader, struct gen_macros *macros)
{
    if (reader->records.n_items)
        qsort(reader->records.items, reader->records.n_items,
              sizeof(*reader->records.items), compare_records);
    for (size_t i = 0; i < macros->map.n_items; i++) {
        struct gen_macro *macro = macros->map.items[i].value;

        if (!macro->is_done && gen_macro_is_path(macro) &&
            strcmp(macro->body, macro->name) != 0)
            find_records(reader, macro);
    }
}
