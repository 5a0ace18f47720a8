/*
 * A handle of the parser's stands for a file as long as its unit; asking for its name each
 * time would cost more than all else that is done with a macro.
 */
#include "gen/clang_file.h"

#include <string.h>

struct known_file {
    CXFile handle;
    struct gen_file *file;
};

static struct gen_file *remember(struct gen_reader *reader, CXFile file)
{
    struct known_file *known = abx_arena_alloc(&reader->types.arena, sizeof(*known));
    CXString name = clang_getFileName(file);
    const char *text = clang_getCString(name);

    if (known)
        *known = (struct known_file){file, gen_files_get(&reader->job->files, text)};
    clang_disposeString(name);
    if (!known || abx_map_set(&reader->files, (const char *)&known->handle,
                              sizeof(known->handle), known) < 0) {
        reader->job->out_of_memory = true;
        return NULL;
    }
    return known->file;
}

struct gen_file *gen_file_of(struct gen_reader *reader, CXFile file)
{
    struct abx_map_entry *entry;

    if (!file)
        return NULL;
    if (file == reader->last_handle)
        return reader->last_file;
    entry = abx_map_find(&reader->files, (const char *)&file, sizeof(file));
    reader->last_file =
        entry ? ((struct known_file *)entry->value)->file : remember(reader, file);
    reader->last_handle = file;
    return reader->last_file;
}

bool gen_is_spec_file(struct gen_reader *reader, CXFile file)
{
    const struct gen_file *known = gen_file_of(reader, file);

    return known && known->is_spec;
}

/* By the first bracket or quote behind #include; a macro's name has neither. */
static enum gen_include_form form_of(struct gen_reader *reader,
                                     struct gen_location location)
{
    const struct gen_file_text *text = gen_file_texts_find(&reader->texts, location.file);
    const char *at = text && text->text && location.offset < text->size
                         ? text->text + location.offset
                         : "";

    at += strcspn(at, "<\"\n");
    if (*at == '<')
        return GEN_INCLUDE_ANGLED;
    return *at == '"' ? GEN_INCLUDE_QUOTED : GEN_INCLUDE_COMPUTED;
}

/* The macros of specs are known before the first line is read, so that this header says
 * nothing more. */
static bool is_macros_of_specs(struct gen_reader *reader, CXFile file, const char *name)
{
    static const char end[] = "spec.h", guard[] = "#ifndef ABIDEX_SPEC_H\n";
    size_t size = strlen(name);
    const struct gen_file_text *text = NULL;

    if (size >= strlen(end) && !strcmp(name + size - strlen(end), end))
        text = gen_file_texts_find(&reader->texts, file);
    return text && text->text && strstr(text->text, guard);
}

void gen_read_inclusion(struct gen_reader *reader, CXCursor cursor)
{
    struct gen_location location =
        gen_location_of(clang_getRangeStart(clang_getCursorExtent(cursor)));
    CXFile included = clang_getIncludedFile(cursor);
    struct gen_file *file = gen_file_of(reader, included);
    struct gen_file *includer = gen_file_of(reader, location.file);
    CXString name = clang_getCursorSpelling(cursor);

    if (file && is_macros_of_specs(reader, included, clang_getCString(name)))
        file->is_spec = true;
    if (file && includer)
        gen_files_include(&reader->job->files, includer, file, clang_getCString(name),
                          form_of(reader, location));
    clang_disposeString(name);
}
