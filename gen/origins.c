/*
 * Kept beside the lines instead of in them, so that whoever adds a line need not know
 * where it comes from.
 */
#include "gen/origins.h"

#include <string.h>

void gen_origins_add(struct gen_origins *origins, enum gen_space space, const char *name,
                     const struct gen_file *file)
{
    struct abx_map *map = &origins->maps[space];
    struct abx_map_entry *entry = abx_map_find(map, name, strlen(name));
    struct gen_origin *first = entry ? entry->value : NULL, *origin;
    const char *key = entry ? entry->key : NULL;

    for (const struct gen_origin *at = first; at; at = at->next)
        if (at->file == file)
            return;
    if (!file)
        return;
    origin = abx_arena_alloc(&origins->arena, sizeof(*origin));
    if (!key)
        key = abx_arena_copy(&origins->arena, name, strlen(name));
    if (origin)
        *origin = (struct gen_origin){first, file};
    if (!origin || !key || abx_map_set(map, key, strlen(key), origin) < 0)
        origins->out_of_memory = true;
}

const struct gen_origin *gen_origins_find(const struct gen_origins *origins,
                                          enum gen_space space, const char *name)
{
    struct abx_map_entry *entry = abx_map_find(&origins->maps[space], name, strlen(name));

    return entry ? entry->value : NULL;
}

void gen_origins_finish(struct gen_origins *origins)
{
    for (size_t i = 0; i < GEN_N_SPACES; i++)
        abx_map_finish(&origins->maps[i]);
    abx_arena_finish(&origins->arena);
    *origins = (struct gen_origins){0};
}
