/*
 * Open addressing over an array of entries: the array keeps the order in which the keys
 * came, so that whoever walks it gets the same result in each run.
 */
#include "base/map.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"

enum { FIRST_SLOTS = 64 };

static size_t hash(const char *key, size_t size)
{
    uint64_t h = 0xcbf29ce484222325u; /* FNV-1a */

    for (size_t i = 0; i < size; i++)
        h = (h ^ (unsigned char)key[i]) * 0x100000001b3u;
    return (size_t)(h ^ (h >> 32));
}

/* The slot that holds the key, or the free one where it belongs. n_slots is a power of
 * two. */
static size_t *find_slot(const struct abx_map *map, const char *key, size_t size)
{
    size_t at = hash(key, size) & (map->n_slots - 1);

    while (map->slots[at]) {
        const struct abx_map_entry *entry = &map->items[map->slots[at] - 1];

        if (entry->key_size == size && !memcmp(entry->key, key, size))
            break;
        at = (at + 1) & (map->n_slots - 1);
    }
    return &map->slots[at];
}

static int rehash(struct abx_map *map)
{
    size_t n_slots = map->n_slots ? map->n_slots * 2 : FIRST_SLOTS;
    size_t *slots = calloc(n_slots, sizeof(*slots));

    if (!slots)
        return -1;
    free(map->slots);
    map->slots = slots;
    map->n_slots = n_slots;
    for (size_t i = 0; map->items && i < map->n_items; i++)
        *find_slot(map, map->items[i].key, map->items[i].key_size) = i + 1;
    return 0;
}

struct abx_map_entry *abx_map_find(const struct abx_map *map, const char *key,
                                   size_t key_size)
{
    size_t *slot;

    if (!map->n_slots)
        return NULL;
    slot = find_slot(map, key, key_size);
    return *slot ? &map->items[*slot - 1] : NULL;
}

int abx_map_set(struct abx_map *map, const char *key, size_t key_size, void *value)
{
    struct abx_map_entry *entry = abx_map_find(map, key, key_size);

    if (entry) {
        entry->value = value;
        return 0;
    }
    if (map->n_items >= map->n_slots / 2 && rehash(map) < 0)
        return -1;
    if (!ABX_ARRAY_RESERVE(map) || !map->items)
        return -1;
    *find_slot(map, key, key_size) = map->n_items + 1;
    map->items[map->n_items++] = (struct abx_map_entry){key, key_size, value};
    return 0;
}

void abx_map_finish(struct abx_map *map)
{
    free(map->items);
    free(map->slots);
    *map = (struct abx_map){0};
}
