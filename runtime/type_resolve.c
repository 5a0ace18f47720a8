/*
 * Named types, from their lines to nodes. Each is made once and kept in the table's
 * cache. A line may refer to others, and a damaged one to itself: the chain of parsers
 * that wait for each other shows it.
 */
#include "runtime/parser.h"

#include <stdatomic.h>
#include <string.h>

#include "runtime/error.h"
#include "runtime/grammar.h"
#include "runtime/table.h"
#include "runtime/type_spelling.h"

/* ---- the lines ---- */

static int read_record(struct abx_parser *parser, struct abx_type *type)
{
    type->kind = parser->kind == ABX_KIND_STRUCT ? ABX_TYPE_STRUCT : ABX_TYPE_UNION;
    if (!abx_parser_takes(parser, "incomplete"))
        return abx_type_parse_record(parser, type);
    type->is_incomplete = true;
    return ABX_OK;
}

static int read_enum(struct abx_parser *parser, struct abx_type *type)
{
    type->kind = ABX_TYPE_ENUM;
    return abx_type_parse_enumeration(parser, type);
}

static int read_typedef(struct abx_parser *parser, struct abx_type *type)
{
    int status = abx_type_parse(parser, &type->target);

    type->kind = ABX_TYPE_TYPEDEF;
    if (status != ABX_OK)
        return status;
    type->size = type->target->size;
    type->align = type->target->align;
    if (abx_parser_takes(parser, " align=") &&
        !abx_parser_take_alignment(parser, &type->align))
        return abx_parser_fail(parser, "an alignment is no power of two");
    type->is_transparent = abx_parser_takes(parser, " " ABX_TRANSPARENT_UNION);
    return type->is_transparent ? abx_type_check_transparent(parser, type) : ABX_OK;
}

static int (*const readers[ABX_N_KINDS])(struct abx_parser *, struct abx_type *) = {
    [ABX_KIND_STRUCT] = read_record,
    [ABX_KIND_UNION] = read_record,
    [ABX_KIND_ENUM] = read_enum,
    [ABX_KIND_TYPEDEF] = read_typedef,
};

static int read_line(struct abx_parser *parser, const struct abx_type **typep)
{
    struct abx_arena *arena = &parser->table->arena;
    struct abx_type *type = abx_parser_node(parser, ABX_TYPE_VOID);
    int status;

    if (type == NULL)
        return ABX_NO_MEMORY;
    status = readers[parser->kind](parser, type);
    if (status == ABX_OK && parser->at != parser->end)
        status = abx_parser_fail(parser, "something follows the type");
    if (status != ABX_OK)
        return status;
    type->name = abx_arena_copy(arena, parser->name, parser->name_size);
    if (type->name == NULL ||
        abx_table_cache(parser->table, parser->kind, type->name, type) != ABX_OK)
        return abx_error_no_memory(parser->err);
    *typep = type;
    return ABX_OK;
}

/* ---- from a name to its line ---- */

static bool is_waiting(const struct abx_parser *parser, enum abx_kind kind,
                       const char *name, size_t size)
{
    for (; parser != NULL; parser = parser->outer) {
        if (parser->kind == kind && parser->name_size == size &&
            memcmp(parser->name, name, size) == 0)
            return true;
    }
    return false;
}

/* "struct " for tagged types, "" for typedefs. */
static const char *keyword(enum abx_kind kind)
{
    static const char *const keywords[ABX_N_KINDS] = {
        [ABX_KIND_STRUCT] = "struct ",
        [ABX_KIND_UNION] = "union ",
        [ABX_KIND_ENUM] = "enum ",
        [ABX_KIND_TYPEDEF] = "",
    };

    return keywords[kind];
}

/* There is no line: says so, with the reason if the table omits the name. */
static int report_missing(struct abx_parser *parser, enum abx_kind kind, const char *name,
                          size_t size)
{
    const char *file = abx_table_file(parser->table);
    struct abx_entry omit;
    int n = size < 128 ? (int)size : 128;
    int status =
        abx_table_find_line(parser->table, ABX_KIND_OMIT, name, size, &omit, parser->err);

    if (status == ABX_OK) {
        const char *reason = omit.name + size + 1;

        return abx_error_set(parser->err, ABX_MISSING, "%s%.*s is left out of %s: %.*s",
                             keyword(kind), n, name, file,
                             (int)(omit.text + omit.text_size - reason), reason);
    }
    if (status != ABX_MISSING)
        return status;
    if (parser->line != NULL)
        return abx_parser_fail(parser, "%s%.*s is not in the table", keyword(kind), n,
                               name);
    return abx_error_set(parser->err, ABX_MISSING, "%s has no type %s%.*s", file,
                         keyword(kind), n, name);
}

/* A caller may use the names that macros give to types. */
static int find_line(struct abx_parser *parser, enum abx_kind kind, const char *name,
                     size_t size, struct abx_entry *entryp)
{
    struct abx_entry alias;
    int status =
        abx_table_find_line(parser->table, kind, name, size, entryp, parser->err);

    if (status != ABX_MISSING)
        return status;
    if (parser->line == NULL && kind == ABX_KIND_TYPEDEF) {
        status = abx_table_find_line(parser->table, ABX_KIND_ALIAS, name, size, &alias,
                                     parser->err);
        if (status == ABX_OK) {
            const char *target = alias.name + size + 1;

            status = abx_table_find_line(parser->table, kind, target,
                                         (size_t)(alias.text + alias.text_size - target),
                                         entryp, parser->err);
        }
    }
    return status == ABX_MISSING ? report_missing(parser, kind, name, size) : status;
}

int abx_type_resolve(struct abx_parser *parser, enum abx_kind kind, const char *name,
                     size_t size, const struct abx_type **typep)
{
    struct abx_entry entry;
    struct abx_parser inner = {.table = parser->table,
                               .depth = parser->depth,
                               .err = parser->err,
                               .outer = parser,
                               .kind = kind};
    int status;

    *typep = abx_table_cached_text(parser->table, kind, name, size);
    if (*typep != NULL)
        return ABX_OK;
    if (is_waiting(parser, kind, name, size))
        return abx_parser_fail(parser, "%s%.*s holds itself", keyword(kind),
                               (int)(size < 128 ? size : 128), name);
    status = find_line(parser, kind, name, size, &entry);
    if (status != ABX_OK)
        return status;
    *typep = abx_table_cached_text(parser->table, kind, entry.name, entry.name_size);
    if (*typep != NULL)
        return ABX_OK; /* @name was an alias of one that is known */
    inner.line = entry.text;
    inner.name = entry.name;
    inner.name_size = entry.name_size;
    inner.at = entry.name + entry.name_size + 1;
    inner.end = entry.text + entry.text_size;
    return read_line(&inner, typep);
}

/* ---- for callers ---- */

/* A pointer's target keeps pointing into the text, so the text must stay. */
static const char *keep_text(struct abx_table *table, const char *name, size_t size)
{
    return strchr(name, '*') != NULL ? abx_arena_copy(&table->arena, name, size) : name;
}

static int parse_text(struct abx_table *table, const char *name,
                      const struct abx_type **typep, struct abx_error *err)
{
    size_t size = strlen(name);
    struct abx_parser parser = {
        .table = table, .at = keep_text(table, name, size), .err = err};
    int status;

    if (parser.at == NULL)
        return abx_error_no_memory(err);
    parser.end = parser.at + size;
    status = abx_type_parse(&parser, typep);
    if (status == ABX_OK && parser.at != parser.end)
        status = abx_parser_fail(&parser, "something follows the type");
    if (status != ABX_OK)
        return status;
    return abx_table_cache(table, ABX_KIND_NONE, name, (void *)*typep) == ABX_OK
               ? ABX_OK
               : abx_error_no_memory(err);
}

/* What is not in the table's notation may be written as C does; @status said so. */
static int parse_spelling(struct abx_table *table, const char *name, int status,
                          const struct abx_type **typep, struct abx_error *err)
{
    struct abx_buffer notation = {0};
    enum abx_spelling spelling = abx_type_spell(table, name, &notation);

    if (notation.failed)
        status = abx_error_no_memory(err);
    else if (spelling == ABX_SPELLING_FUNCTION)
        status = abx_error_refuse(err, ABX_REASON_VALUE,
                                  "not a type: C's way of writing functions; tables have "
                                  "i32(*const char, u64)");
    else if (spelling == ABX_SPELLING_WRONG)
        status = abx_error_refuse(err, ABX_REASON_VALUE, "not a type of C: %.80s", name);
    else if (spelling == ABX_SPELLING_TYPE && strcmp(notation.data, name) != 0)
        status = parse_text(table, notation.data, typep, err);
    if (status == ABX_OK &&
        abx_table_cache(table, ABX_KIND_NONE, name, (void *)*typep) != ABX_OK)
        status = abx_error_no_memory(err);
    abx_buffer_finish(&notation);
    return status;
}

/* What the first try found is an error only if the second one fails, too. */
static int find_new_type(struct abx_table *table, const char *name,
                         const struct abx_type **typep, struct abx_error *err)
{
    struct abx_table_mark mark = abx_table_mark(table);
    struct abx_error found = {0};
    int status = parse_text(table, name, typep, &found);

    if (status == ABX_MISSING || status == ABX_REFUSED) {
        abx_table_rollback(table, mark);
        status = parse_spelling(table, name, status, typep, &found);
    }
    if (status == ABX_OK)
        return status;
    abx_table_rollback(table, mark);
    if (err != NULL)
        *err = found;
    return status;
}

int abx_table_find_type(struct abx_table *table, const char *name,
                        const struct abx_type **typep, struct abx_error *err)
{
    int status = ABX_OK;

    abx_table_lock(table);
    *typep = abx_table_cached(table, ABX_KIND_NONE, name);
    if (*typep == NULL)
        status = find_new_type(table, name, typep, err);
    abx_table_unlock(table);
    if (status != ABX_OK)
        *typep = NULL;
    return status;
}

static int look_up_pointee(struct abx_table *table, const struct abx_type *pointer,
                           const struct abx_type **targetp, struct abx_error *err)
{
    const char *text = pointer->target_text;
    bool is_mapped = text >= table->data && text < table->data + table->size;
    struct abx_parser parser = {.table = table,
                                .at = text,
                                .end = text + pointer->target_text_size,
                                .line = is_mapped ? text : NULL,
                                .err = err};
    int status = abx_type_parse_prefixed(&parser, targetp);

    if (status == ABX_OK && parser.at != parser.end)
        status = abx_parser_fail(&parser, "something follows the type");
    return status;
}

/* Looks the target of a pointer up, unless another thread has done so. */
static int resolve_pointee(struct abx_table *table, const struct abx_type *pointer,
                           const struct abx_type **targetp, struct abx_error *err)
{
    struct abx_table_mark mark;
    int status = ABX_OK;

    abx_table_lock(table);
    mark = abx_table_mark(table);
    *targetp = atomic_load_explicit(&pointer->pointee, memory_order_acquire);
    if (*targetp == NULL) {
        status = look_up_pointee(table, pointer, targetp, err);
        if (status == ABX_OK) {
            table->n_published++;
            /* see type.h: the one exception */
            atomic_store_explicit(&((struct abx_type *)pointer)->pointee, *targetp,
                                  memory_order_release);
        } else {
            abx_table_rollback(table, mark);
        }
    }
    abx_table_unlock(table);
    return status;
}

int abx_type_find_target(struct abx_table *table, const struct abx_type *type,
                         const struct abx_type **targetp, struct abx_error *err)
{
    int status = ABX_OK;

    if (type->table != NULL)
        table = type->table; /* a value may carry a type of another table */
    *targetp = type->target;
    if (type->kind == ABX_TYPE_POINTER)
        *targetp = atomic_load_explicit(&type->pointee, memory_order_acquire);
    if (*targetp == NULL && type->kind == ABX_TYPE_POINTER)
        status = resolve_pointee(table, type, targetp, err);
    if (status == ABX_OK && *targetp == NULL)
        status = abx_error_refuse(err, ABX_REASON_KIND, "the type refers to no other");
    if (status != ABX_OK)
        *targetp = NULL;
    return status;
}
