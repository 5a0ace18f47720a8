/*
 * Macros such as si_pid stand for a path of members. A path belongs to each record in
 * which it leads to a member from its first to its last step.
 */
#include <stdlib.h>
#include <string.h>

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
struct path_macro {
    struct path_macro *next; /* another one with the same first step */
    struct gen_macro *macro;
    const struct gen_record *last; /* the record that was written last */
    struct abx_buffer records;
};

struct index {
    struct gen_reader *reader;
    struct abx_arena arena;
    struct abx_map steps;            /* first step -> struct path_macro */
    const struct gen_record *record; /* the one that is visited */
    bool out_of_memory;
};

static void add_path(struct index *index, struct gen_macro *macro)
{
    size_t size = strcspn(macro->body, ".[");
    struct abx_map_entry *entry = abx_map_find(&index->steps, macro->body, size);
    struct path_macro *path = abx_arena_alloc(&index->arena, sizeof(*path));

    if (path) {
        path->macro = macro;
        path->next = entry ? entry->value : NULL;
    }
    if (!path || abx_map_set(&index->steps, macro->body, size, path) < 0)
        index->out_of_memory = true;
}

/* Whether the table has the record as this unit sees it. */
static bool is_of_unit(const struct gen_reader *reader, const struct gen_record *record)
{
    const struct gen_line *line =
        gen_lines_find(&reader->job->lines, record->kind, record->tag);

    return line && line->unit == reader->unit;
}

static void match_record(struct index *index, struct path_macro *path)
{
    if (path->last == index->record ||
        !leads_somewhere(path->macro->body, index->record->type))
        return;
    path->last = index->record;
    abx_buffer_puts(&path->records, path->records.size ? "; " : " ");
    abx_buffer_puts(&path->records, index->record->name);
}

/* Each member of a record, by its name: is it the first step of a path? */
static enum CXVisitorResult match_field(CXCursor field, CXClientData data)
{
    struct index *index = data;
    CXType type = clang_getCursorType(field);
    CXString spelling = clang_getCursorSpelling(field);
    const char *name = clang_getCString(spelling);
    struct abx_map_entry *entry = abx_map_find(&index->steps, name, strlen(name));

    if (gen_is_unnamed(field) && is_record(type))
        clang_Type_visitFields(clang_getCanonicalType(type), match_field, index);
    else if (entry)
        for (struct path_macro *path = entry->value; path; path = path->next)
            match_record(index, path);
    clang_disposeString(spelling);
    return CXVisit_Continue;
}

static void emit_member(struct index *index, struct path_macro *path)
{
    struct gen_reader *reader = index->reader;
    struct abx_buffer rest = {0};

    if (path->records.size) {
        abx_buffer_printf(&rest, "%s%s", path->macro->body, path->records.data);
        gen_lines_add(&reader->job->lines, ABX_KIND_MEMBER, path->macro->name,
                      abx_buffer_text(&rest), reader->unit);
        path->macro->is_done = true;
    }
    if (rest.failed || path->records.failed)
        index->out_of_memory = true;
    abx_buffer_finish(&rest);
    abx_buffer_finish(&path->records);
}

static int compare_records(const void *a, const void *b)
{
    return strcmp(((const struct gen_record *)a)->name,
                  ((const struct gen_record *)b)->name);
}

void gen_macros_find_members(struct gen_reader *reader, struct gen_macros *macros)
{
    struct index index = {.reader = reader};

    for (size_t i = 0; i < macros->map.n_items; i++) {
        struct gen_macro *macro = macros->map.items[i].value;

        if (!macro->is_done && !macro->is_undefined && gen_macro_is_path(macro) &&
            strcmp(macro->body, macro->name) != 0)
            add_path(&index, macro);
    }
    if (reader->records.n_items)
        qsort(reader->records.items, reader->records.n_items,
              sizeof(*reader->records.items), compare_records);
    for (size_t i = 0; i < reader->records.n_items; i++) {
        index.record = &reader->records.items[i];
        if (!is_of_unit(reader, index.record))
            continue;
        clang_Type_visitFields(clang_getCanonicalType(index.record->type), match_field,
                               &index);
    }
    for (size_t i = 0; i < index.steps.n_items; i++)
        for (struct path_macro *path = index.steps.items[i].value; path;
             path = path->next)
            emit_member(&index, path);
    if (index.out_of_memory)
        reader->job->out_of_memory = true;
    abx_map_finish(&index.steps);
    abx_arena_finish(&index.arena);
}
