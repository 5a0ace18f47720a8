/*
 * Tables: opening, closing, and the cache of what was found in one. The file is mapped
 * and never copied or indexed, so that a program pays for the names it uses and not for
 * the table's size; what was made of a line is kept, because others hold pointers to it.
 */
#include "runtime/table.h"

#include <stdlib.h>
#include <string.h>

#include "base/path.h"
#include "runtime/call.h"
#include "runtime/callback_use.h"
#include "runtime/error.h"
#include "runtime/os.h"
#include "runtime/signal_state.h"

enum { MAX_RESTS = 256 };

static int create(struct abx_context *context, struct abx_table **tablep)
{
    struct abx_table *table = calloc(1, sizeof(*table));

    if (table == NULL)
        return ABX_NO_MEMORY;
    table->context = context;
    if (abx_lock_init(&table->lock) != 0) {
        free(table);
        return ABX_NO_MEMORY;
    }
    *tablep = table;
    return ABX_OK;
}

int abx_table_read(struct abx_context *context, const char *name,
                   struct abx_table **tablep, struct abx_error *err)
{
    struct abx_table *table;
    int status;

    *tablep = NULL;
    if (create(context, &table) != ABX_OK)
        return abx_error_no_memory(err);
    status = abx_table_map(table, name, err);
    if (status == ABX_OK)
        status = abx_table_read_header(table, err);
    if (status != ABX_OK) {
        abx_table_close(table);
        return status;
    }
    *tablep = table;
    return ABX_OK;
}

int abx_table_open(struct abx_context *context, const char *name,
                   struct abx_table **tablep, struct abx_error *err)
{
    struct abx_table *table;
    int status = abx_table_read(context, name, &table, err);

    *tablep = NULL;
    if (status != ABX_OK)
        return status;
    status = abx_table_check_native(table, err);
    if (status != ABX_OK) {
        abx_table_close(table);
        return status;
    }
    *tablep = table;
    return ABX_OK;
}

void abx_table_close(struct abx_table *table)
{
    if (table == NULL)
        return;
    abx_callbacks_close_table(table);
    abx_call_free_plans(table);
    abx_signals_forget_table(table);
    abx_os_unmap(table->data, table->size);
    abx_arena_finish(&table->header);
    abx_arena_finish(&table->arena);
    abx_lock_finish(&table->lock);
    free(table->path);
    free(table);
}

const char *abx_table_path(const struct abx_table *table)
{
    return table->path;
}

const char *abx_table_file(const struct abx_table *table)
{
    return abx_path_file(table->path);
}

const char *abx_table_property(const struct abx_table *table, const char *key,
                               size_t index)
{
    for (const char **pair = table->properties; *pair != NULL; pair += 2) {
        if (strcmp(pair[0], key) == 0 && index-- == 0)
            return pair[1];
    }
    return NULL;
}

void abx_table_lock(struct abx_table *table)
{
    if (abx_lock_acquire(&table->lock)) {
        table->n_locks = 0;
        abx_arena_seal(&table->arena);
    }
    table->n_locks++;
}

/* Whoever looks up more than MAX_RESTS names is better off with the pages at hand. */
void abx_table_unlock(struct abx_table *table)
{
    bool rests = --table->n_locks == 0 && table->is_touched && table->n_rests < MAX_RESTS;

    if (rests) {
        table->n_rests++;
        table->is_touched = false;
    }
    abx_lock_release(&table->lock);
    if (rests)
        abx_os_give_back(table->data, table->size);
}

/* FNV-1a. */
static struct abx_cached **find_bucket(struct abx_table *table, enum abx_kind kind,
                                       const char *name, size_t size)
{
    uint32_t hash = 2166136261u ^ (uint32_t)kind;

    for (size_t i = 0; i < size; i++)
        hash = (hash ^ (unsigned char)name[i]) * 16777619u;
    return &table->cache[hash % ABX_CACHE_BUCKETS];
}

void *abx_table_cached_text(struct abx_table *table, enum abx_kind kind, const char *name,
                            size_t size)
{
    struct abx_cached *cached = *find_bucket(table, kind, name, size);

    for (; cached != NULL; cached = cached->next) {
        if (cached->kind == kind && strncmp(cached->name, name, size) == 0 &&
            cached->name[size] == '\0')
            return cached->object;
    }
    return NULL;
}

void *abx_table_cached(struct abx_table *table, enum abx_kind kind, const char *name)
{
    return abx_table_cached_text(table, kind, name, strlen(name));
}

int abx_table_cache(struct abx_table *table, enum abx_kind kind, const char *name,
                    void *object)
{
    struct abx_cached **bucket = find_bucket(table, kind, name, strlen(name));
    struct abx_cached *cached = abx_arena_alloc(&table->arena, sizeof(*cached));

    if (cached == NULL)
        return ABX_NO_MEMORY;
    table->is_touched = true; /* nothing is kept that was not read in a line */
    cached->kind = kind;
    cached->name = abx_arena_copy(&table->arena, name, strlen(name));
    if (cached->name == NULL)
        return ABX_NO_MEMORY;
    cached->object = object;
    cached->next = *bucket;
    table->n_published++;
    /* Whole before it is in the list: a process may fork here, and go on with a copy. */
    atomic_signal_fence(memory_order_release);
    *bucket = cached;
    return ABX_OK;
}

/* ---- what does not stay ---- */

struct abx_table_mark abx_table_mark(const struct abx_table *table)
{
    return (struct abx_table_mark){abx_arena_mark(&table->arena), table->n_published};
}

void abx_table_rollback(struct abx_table *table, struct abx_table_mark mark)
{
    if (table->n_published == mark.n_published)
        abx_arena_rollback(&table->arena, mark.arena);
}

int abx_table_scratch_init(struct abx_table *scratch, const struct abx_table *table)
{
    *scratch = (struct abx_table){
        .context = table->context,
        .path = table->path,
        .data = table->data,
        .size = table->size,
        .body = table->body,
        .end = table->end,
        .is_native = table->is_native,
        .model = table->model,
        .properties = table->properties,
        .n_rests = MAX_RESTS, /* it has only begun, again and again */
    };
    return abx_lock_init(&scratch->lock) == 0 ? ABX_OK : ABX_NO_MEMORY;
}

void abx_table_scratch_clear(struct abx_table *scratch)
{
    abx_arena_finish(&scratch->arena);
    memset(scratch->cache, 0, sizeof(scratch->cache));
}

void abx_table_scratch_finish(struct abx_table *scratch)
{
    abx_table_scratch_clear(scratch);
    abx_lock_finish(&scratch->lock);
}
