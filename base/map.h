/**
 * Map from strings to pointers, in insertion order. Keys and values are the caller's and
 * outlive the map.
 */
#ifndef ABX_BASE_MAP_H
#define ABX_BASE_MAP_H

#include <stddef.h>

struct abx_map_entry {
    const char *key;
    size_t key_size;
    void *value;
};

/* Zeroed means empty and ready to use. */
struct abx_map {
    struct abx_map_entry *items; /* in the order in which they came */
    size_t n_items;
    size_t capacity;
    size_t *slots; /* index into items plus 1; 0: free */
    size_t n_slots;
};

/* The entry of a key, NULL if there is none. Borrowed until the next set. */
struct abx_map_entry *abx_map_find(const struct abx_map *map, const char *key,
                                   size_t key_size);

/* Sets or replaces. 0 done, -1 out of memory, the map then being unchanged. */
int abx_map_set(struct abx_map *map, const char *key, size_t key_size, void *value);

/* Frees the map's own memory; it is empty and ready to use afterwards. */
void abx_map_finish(struct abx_map *map);

#endif
