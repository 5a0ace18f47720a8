/**
 * An open table: the mapped file, its header, and a cache of what was found in it.
 */
#ifndef ABX_TABLE_H
#define ABX_TABLE_H

#include "abidex.h"
#include "base/arena.h"
#include "runtime/lock.h"
#include "runtime/platform.h"

/* A name with what was made of it; one chain of them for each bucket. */
struct abx_cached {
    struct abx_cached *next;
    enum abx_kind kind;
    const char *name;
    void *object;
};

struct abx_plan;     /* call_plan.h */
struct abx_callback; /* callback.h */
struct abx_callback_signature;

enum { ABX_CACHE_BUCKETS = 1024 };

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

    struct abx_lock lock;           /* guards what follows */
    unsigned n_locks;               /* of the thread that holds it */
    unsigned n_rests;               /* how often pages were given back */
    bool is_touched;                /* lines were read since then */
    size_t n_published;             /* objects of the arena that others may know of */
    struct abx_arena arena;         /* all that find functions give */
    struct abx_plan *made_plans;    /* plans of libffi, which end with the table */
    struct abx_callback *callbacks; /* those of which C may have the address */
    struct abx_callback_signature *signatures;
    struct abx_cached *cache[ABX_CACHE_BUCKETS];
};

/*
 * Takes the lock, and lets go of it. Behind a look-up that read lines the last unlock
 * gives the file's pages back: they stay in the system's cache, not in the process.
 */
void abx_table_lock(struct abx_table *table);
void abx_table_unlock(struct abx_table *table);

/* Looks in the cache; NULL if it is not there. The lock is held. */
void *abx_table_cached(struct abx_table *table, enum abx_kind kind, const char *name);

/* The same for a name of @size bytes that is not terminated. */
void *abx_table_cached_text(struct abx_table *table, enum abx_kind kind, const char *name,
                            size_t size);

/* Remembers @object, from the table's arena, under a copy of @name. The lock is held. */
int abx_table_cache(struct abx_table *table, enum abx_kind kind, const char *name,
                    void *object);

/* Where the arena was when a look-up began. */
struct abx_table_mark {
    struct abx_arena_mark arena;
    size_t n_published;
};

struct abx_table_mark abx_table_mark(const struct abx_table *table);

/*
 * Gives back what a look-up that failed made in vain. If on its way it found something
 * that is known from now on, all stays: it will not happen again. The lock is held.
 */
void abx_table_rollback(struct abx_table *table, struct abx_table_mark mark);

/*
 * A table of its own over the same file, for work of which nothing shall stay. It ends
 * before @table does. ABX_OK; ABX_NO_MEMORY.
 */
int abx_table_scratch_init(struct abx_table *scratch, const struct abx_table *table);
void abx_table_scratch_finish(struct abx_table *scratch);

/* Gives back all that was found in it so far. */
void abx_table_scratch_clear(struct abx_table *scratch);

/* The file's name without the folders, for messages: "libc.abx". */
const char *abx_table_file(const struct abx_table *table);

/*
 * Finds the file for @name, as abx_table_open describes, and maps it: sets path, data and
 * size. ABX_OK; ABX_SYSTEM; ABX_NO_MEMORY.
 */
int abx_table_map(struct abx_table *table, const char *name, struct abx_error *err);

/*
 * Checks that the mapped file is a complete table of a known version and reads its
 * header: sets body, end, properties, model, is_native. ABX_OK; ABX_UNSUITABLE;
 * ABX_BROKEN; ABX_NO_MEMORY.
 */
int abx_table_read_header(struct abx_table *table, struct abx_error *err);

/* ABX_OK for a table of this very platform; ABX_UNSUITABLE, naming what differs. */
int abx_table_check_native(const struct abx_table *table, struct abx_error *err);

/* Splits the line of @size bytes at @text. NULL, or what is wrong with it. */
const char *abx_entry_split(const char *text, size_t size, struct abx_entry *entryp);

/* As abx_table_find_entry for a name of @size bytes; err is for ABX_BROKEN only. */
int abx_table_find_line(const struct abx_table *table, enum abx_kind kind,
                        const char *name, size_t size, struct abx_entry *entryp,
                        struct abx_error *err);

/* Number of the line at @text, from 1, counted from the beginning: for messages only. */
long abx_table_line(const struct abx_table *table, const char *text);

#endif
