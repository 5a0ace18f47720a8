/**
 * An open table: the mapped file, its header, and a cache of what was found in it.
 */
#ifndef ABX_TABLE_H
#define ABX_TABLE_H

#include <pthread.h>

#include "abidex.h"
#include "base/arena.h"

/* What the header says of the platform, read once when the table is opened. */
struct abx_data_model {
    unsigned long_size;
    unsigned pointer_size;
    unsigned long_double_size;
    unsigned long_double_align;
    bool is_big_endian;
    bool is_char_signed;
};

/* A name with what was made of it; one chain of them for each bucket. */
struct abx_cached {
    struct abx_cached *next;
    enum abx_kind kind;
    const char *name;
    void *object;
};

enum { ABX_CACHE_BUCKETS = 64 };

struct abx_table {
    struct abx_context *context;
    char *path;
    const char *data; /* the whole file, mapped */
    size_t size;
    const char *body; /* the first line behind the header */
    const char *end;  /* of the last line in front of ABX_END_LINE */
    bool is_native;   /* made for the platform that this library runs on */
    struct abx_data_model model;
    struct abx_arena header; /* the properties, terminated */
    const char **properties; /* key, value, key, value, …, NULL; in header */

    pthread_mutex_t lock;   /* recursive; guards what follows */
    struct abx_arena arena; /* all that find functions give */
    struct abx_cached *cache[ABX_CACHE_BUCKETS];
};

/* Looks in the cache; NULL if it is not there. The lock is held. */
void *abx_table_cached(struct abx_table *table, enum abx_kind kind, const char *name);

/* Remembers @object, from the table's arena, under a copy of @name. The lock is held. */
int abx_table_cache(struct abx_table *table, enum abx_kind kind, const char *name,
                    void *object);

/* Number of the line at @text, from 1, counted from the beginning: for messages only. */
long abx_table_line(const struct abx_table *table, const char *text);

#endif
