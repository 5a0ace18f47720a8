/**
 * Import libraries, which stand for the DLLs that they import from. Of a library's names
 * they tell both: by which a program links, and by which the DLL exports it.
 */
#include "tools/verify_object.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "target/coff.h"
#include "target/import_library.h"

struct import_file {
    struct object_map map;
    struct abx_import_library library;
    struct abx_map exported; /* symbol in C -> the name in the DLL */
};

/* File names in Windows are the same in small and capital letters. */
static bool is_of(const struct abx_import *import, const char *dll)
{
    return import->dll.size == strlen(dll) &&
           strncasecmp(import->dll.text, dll, import->dll.size) == 0;
}

static const char *copy_name(struct object *object, struct abx_coff_name name)
{
    return abx_arena_copy(&object->arena, name.text, name.size);
}

static bool add_import(struct object *object, const struct abx_import *import)
{
    struct import_file *file = object->file;
    const char *name = copy_name(object, import->name);
    const char *symbol = copy_name(object, import->symbol);

    return name && symbol && object_add(object, (struct object_symbol){.name = name}) &&
           (abx_map_find(&file->exported, symbol, import->symbol.size) ||
            abx_map_set(&file->exported, symbol, import->symbol.size, (void *)name) == 0);
}

static bool read_imports(struct object *object, const char *path, const char *dll)
{
    struct import_file *file = object->file;
    const char *problem = NULL;
    struct abx_import import;

    while (abx_import_library_next(&file->library, &import, &problem))
        if (import.name.size && is_of(&import, dll) && !add_import(object, &import))
            return object_fail(path, "out of memory");
    if (problem)
        return object_fail(path, problem);
    return object->n_items || object_fail(path, "it imports nothing from that library");
}

static bool load(struct object *object, const char *path, const char *library)
{
    struct import_file *file = calloc(1, sizeof(*file));
    const char *problem;

    if (!file)
        return object_fail(path, "out of memory");
    object->file = file;
    if (!object_map_file(&file->map, path))
        return false;
    problem = abx_import_library_init(&file->library, file->map.bytes, file->map.size);
    if (!problem && !library)
        problem = "it is a library, not an object";
    return problem ? object_fail(path, problem) : read_imports(object, path, library);
}

static void close_file(struct object *object)
{
    struct import_file *file = object->file;

    if (!file)
        return;
    abx_import_library_finish(&file->library);
    abx_map_finish(&file->exported);
    object_unmap_file(&file->map);
    free(file);
}

static const char *architecture(const struct object *object)
{
    const struct import_file *file = object->file;

    return abx_coff_architecture(file->library.machine);
}

static const char *exported_as(const struct object *object, const char *symbol)
{
    const struct import_file *file = object->file;
    struct abx_map_entry *entry = abx_map_find(&file->exported, symbol, strlen(symbol));

    return entry ? entry->value : NULL;
}

const struct object_format object_import = {
    .load = load,
    .close = close_file,
    .architecture = architecture,
    .is_for = object_is_named,
    .exported_as = exported_as,
};
