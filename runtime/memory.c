/*
 * Memory of structs, unions and arrays, owned or somebody else's. A path becomes a place,
 * a place is checked against the bounds once, and only then are bytes touched. Parts are
 * views into the same bytes, so that writing through one is seen through the other.
 */
#include "runtime/memory.h"

#include <stdalign.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/block.h"
#include "runtime/error.h"
#include "runtime/member.h"
#include "runtime/object.h"
#include "runtime/parser.h"
#include "runtime/table.h"
#include "runtime/value.h"

enum { LABEL = 80 };

/* ---- making and ending ---- */

static int check_type(const struct abx_type *type, size_t count, struct abx_error *err)
{
    char label[LABEL];

    if (!abx_type_is_complete(type) || abx_type_strip(type)->kind == ABX_TYPE_VA_LIST)
        return abx_error_refuse(err, ABX_REASON_KIND, "there are no objects of type %s",
                                abx_type_label(type, label, sizeof(label)));
    if (count == 0)
        return abx_error_refuse(err, ABX_REASON_VALUE, "memory for no object at all");
    if (type->size > 0 && count > ABX_SIZE_LIMIT / type->size)
        return abx_error_refuse(err, ABX_REASON_RANGE,
                                "%zu objects of type %s are more than memory holds",
                                count, abx_type_label(type, label, sizeof(label)));
    return ABX_OK;
}

static struct abx_memory *make(struct abx_table *table, const struct abx_type *type,
                               size_t count)
{
    struct abx_memory *memory = calloc(1, sizeof(*memory));

    if (memory == NULL)
        return NULL;
    memory->table = table;
    memory->type = type;
    memory->count = count;
    memory->size = count * type->size;
    memory->whole = memory;
    atomic_init(&memory->n_users, 1);
    return memory;
}

/* Zeroed, and aligned as the type wants it. */
static void *allocate(const struct abx_type *type, size_t size)
{
    size_t align =
        type->align > alignof(max_align_t) ? type->align : alignof(max_align_t);
    void *data;

    if (align > ABX_SIZE_LIMIT)
        return NULL;
    size = (size + align - 1) / align * align;
    if (size == 0)
        size = align;
    data = abx_block_create(align, size);
    return data != NULL ? memset(data, 0, size) : NULL;
}

int abx_memory_create(struct abx_table *table, const struct abx_type *type, size_t count,
                      struct abx_memory **memoryp, struct abx_error *err)
{
    int status = check_type(type, count, err);
    struct abx_memory *memory;

    *memoryp = NULL;
    if (status != ABX_OK)
        return status;
    memory = make(table, type, count);
    if (memory == NULL)
        return abx_error_no_memory(err);
    memory->is_owned = true;
    memory->data = allocate(type, memory->size);
    if (memory->data == NULL) {
        abx_memory_destroy(memory);
        return abx_error_no_memory(err);
    }
    *memoryp = memory;
    return ABX_OK;
}

int abx_memory_view(struct abx_table *table, const struct abx_type *type, void *address,
                    size_t count, struct abx_memory **memoryp, struct abx_error *err)
{
    int status = check_type(type, count, err);
    struct abx_memory *memory;

    *memoryp = NULL;
    if (status != ABX_OK)
        return status;
    if (address == NULL)
        return abx_error_refuse(err, ABX_REASON_VALUE,
                                "there is nothing to view at NULL");
    memory = make(table, type, count);
    if (memory == NULL)
        return abx_error_no_memory(err);
    memory->is_foreign = true;
    memory->is_read_only = abx_type_is_fixed(type);
    memory->data = address;
    *memoryp = memory;
    return ABX_OK;
}

int abx_memory_copy(struct abx_table *table, const struct abx_type *type,
                    const void *from, struct abx_memory **memoryp, struct abx_error *err)
{
    int status = abx_memory_create(table, type, 1, memoryp, err);

    if (*memoryp != NULL && type->size > 0)
        memcpy((*memoryp)->data, from, type->size);
    return status;
}

/* The object of the whole stays for its parts to see what has become of it. */
static void leave(struct abx_memory *whole)
{
    if (!whole->is_borrowed && atomic_fetch_sub(&whole->n_users, 1) == 1)
        free(whole);
}

void abx_memory_destroy(struct abx_memory *memory)
{
    struct abx_memory *whole = memory != NULL ? memory->whole : NULL;

    if (memory == NULL || memory->is_borrowed)
        return;
    if (memory->is_owned)
        abx_block_destroy(memory->data);
    if (memory == whole)
        whole->is_freed = whole->is_freed || whole->is_owned;
    else
        free(memory);
    leave(whole);
}

void abx_memory_lose(struct abx_memory *memory)
{
    memory->whole->is_freed = true;
}

int abx_memory_check(const struct abx_memory *memory, struct abx_error *err)
{
    if (memory == NULL)
        return abx_error_refuse(err, ABX_REASON_VALUE,
                                "got a value that lacks its memory");
    if (memory->whole->is_freed)
        return abx_error_refuse(err, ABX_REASON_VALUE, "is memory that was freed");
    return ABX_OK;
}

void *abx_memory_data(const struct abx_memory *memory)
{
    return memory->whole->is_freed ? NULL : memory->data;
}

size_t abx_memory_size(const struct abx_memory *memory)
{
    return memory->size;
}

size_t abx_memory_count(const struct abx_memory *memory)
{
    return memory->count;
}

const struct abx_type *abx_memory_type(const struct abx_memory *memory)
{
    return memory->type;
}

/* ---- from a path to a place ---- */

/* A first index chooses one of several objects; of a single array it chooses the element.
 */
static bool selects_object(const struct abx_memory *memory)
{
    enum abx_type_kind kind = abx_type_strip(memory->type)->kind;

    return memory->count != 1 || (kind != ABX_TYPE_ARRAY && kind != ABX_TYPE_COMPLEX);
}

static int select_object(const struct abx_memory *memory, const char **pathp,
                         size_t *offsetp, struct abx_error *err)
{
    size_t index = 0;

    if (**pathp == '[' && selects_object(memory)) {
        if (!abx_path_take_index(pathp, &index))
            return abx_error_refuse(err, ABX_REASON_VALUE, "%.80s: not an index", *pathp);
        if (index >= memory->count)
            return abx_error_refuse(err, ABX_REASON_RANGE, "[%zu] is none of %zu objects",
                                    index, memory->count);
        if (**pathp == '.')
            ++*pathp;
        else if (**pathp != '\0' && **pathp != '[')
            return abx_error_refuse(err, ABX_REASON_VALUE,
                                    "%.80s: not the path of a member", *pathp);
    }
    *offsetp = index * memory->type->size;
    return ABX_OK;
}

static const char *name_of(const char *path)
{
    return *path != '\0' ? path : "the object";
}

/* The place that @path leads to, counted from the memory's beginning. */
static int find_place(const struct abx_memory *memory, const char *path,
                      struct abx_member *place, struct abx_error *err)
{
    size_t offset = 0;
    int status = abx_value_blame(err, abx_memory_check(memory, err), name_of(path));

    *place = (struct abx_member){.type = memory->type,
                                 .is_const = abx_type_is_fixed(memory->type)};
    if (status == ABX_OK)
        status = select_object(memory, &path, &offset, err);
    if (status == ABX_OK && *path != '\0')
        status = abx_type_find_member(memory->table, memory->type, path, place, err);
    place->offset += offset;
    return status;
}

/* The place of an element, as a path that is but an index finds it. */
static int find_element(const struct abx_memory *memory, size_t index,
                        struct abx_member *place, struct abx_error *err)
{
    const struct abx_type *array = abx_type_strip(memory->type);
    char label[LABEL];

    *place = (struct abx_member){.type = memory->type, .is_const = memory->is_read_only};
    if (!selects_object(memory)) {
        place->type = array->target;
        if (index >= (array->kind == ABX_TYPE_COMPLEX ? 2 : array->length))
            return abx_error_refuse(err, ABX_REASON_RANGE, "%s has no element [%zu]",
                                    abx_type_label(memory->type, label, LABEL), index);
    } else if (index >= memory->count) {
        return abx_error_refuse(err, ABX_REASON_RANGE, "[%zu] is none of %zu objects",
                                index, memory->count);
    }
    place->offset = index * place->type->size;
    return ABX_OK;
}

/* ---- reading and writing ---- */

static bool is_viewed(const struct abx_type *type)
{
    static const bool kinds[ABX_N_TYPE_KINDS] = {
        [ABX_TYPE_COMPLEX] = true, [ABX_TYPE_ARRAY] = true,   [ABX_TYPE_STRUCT] = true,
        [ABX_TYPE_UNION] = true,   [ABX_TYPE_VA_LIST] = true,
    };

    return kinds[abx_type_strip(type)->kind];
}

static bool is_inside(const struct abx_memory *memory, const struct abx_member *place)
{
    size_t size = place->is_bit_field ? (place->bit_offset + place->bit_width + 7) / 8
                                      : place->type->size;

    return place->offset <= memory->size && size <= memory->size - place->offset;
}

/* What lies at a place, wherever it was found: the memory's bounds are held here. */
static int check_place(const struct abx_memory *memory, const struct abx_member *place,
                       struct abx_error *err)
{
    int status = abx_memory_check(memory, err);

    if (status == ABX_OK && !is_inside(memory, place))
        return abx_error_refuse(err, ABX_REASON_RANGE,
                                "lies behind the memory's %zu bytes", memory->size);
    return status;
}

/* Whether there is a scalar at the place that is reached without more ado. */
static bool is_plain(const struct abx_memory *memory, const struct abx_member *place)
{
    return !memory->whole->is_freed && !place->is_bit_field && is_inside(memory, place) &&
           abx_object_is_native(memory->table);
}

static bool is_read_only(const struct abx_memory *memory, const struct abx_member *place)
{
    return memory->is_read_only || (memory->is_foreign && place->is_const);
}

/* A flexible array has as many elements as the memory behind it holds. */
static int view_place(const struct abx_memory *memory, const struct abx_member *place,
                      struct abx_value *valuep, struct abx_error *err)
{
    const struct abx_type *array = abx_type_strip(place->type);
    const struct abx_type *type = array->is_flexible ? array->target : place->type;
    struct abx_memory *view;
    size_t count = 1;

    if (array->is_flexible)
        count = type->size > 0 ? (memory->size - place->offset) / type->size : 0;
    view = make(memory->table, type, count);
    if (view == NULL)
        return abx_error_no_memory(err);
    view->data = memory->data + place->offset;
    view->whole = memory->whole;
    atomic_fetch_add(&view->whole->n_users, 1);
    view->is_foreign = memory->is_foreign;
    view->is_read_only = is_read_only(memory, place);
    *valuep =
        (struct abx_value){.kind = ABX_VALUE_MEMORY, .type = place->type, .memory = view};
    return ABX_OK;
}

/* The message of a refusal lacks the name of the place. */
static int get_place(const struct abx_memory *memory, const struct abx_member *place,
                     struct abx_value *valuep, struct abx_error *err)
{
    int status;

    if (is_plain(memory, place) &&
        abx_object_load(abx_type_behind(place->type), memory->data + place->offset,
                        valuep)) {
        valuep->type = place->type;
        return ABX_OK;
    }
    status = check_place(memory, place, err);
    if (status == ABX_OK && place->is_bit_field)
        abx_value_load_bits(memory->table, place, memory->data, valuep);
    else if (status == ABX_OK && is_viewed(place->type))
        status = view_place(memory, place, valuep, err);
    else if (status == ABX_OK)
        status = abx_value_load(memory->table, place->type, memory->data + place->offset,
                                valuep, err);
    if (status != ABX_OK)
        *valuep = (struct abx_value){0};
    return status;
}

static int set_place(struct abx_memory *memory, const struct abx_member *place,
                     const struct abx_value *value, struct abx_error *err)
{
    int status;

    if (is_plain(memory, place) && !is_read_only(memory, place) &&
        abx_object_store(abx_type_behind(place->type), value,
                         memory->data + place->offset))
        return ABX_OK;
    status = check_place(memory, place, err);
    if (status != ABX_OK)
        return status;
    if (is_read_only(memory, place))
        return abx_error_refuse(err, ABX_REASON_VALUE,
                                "is const, in memory that belongs to somebody else");
    if (place->is_bit_field)
        return abx_value_store_bits(memory->table, place, value, memory->data, err);
    return abx_value_store(memory->table, place->type, value,
                           memory->data + place->offset, err);
}

/* ---- the entrances, which know the name of the place ---- */

int abx_memory_get(const struct abx_memory *memory, const char *path,
                   struct abx_value *valuep, struct abx_error *err)
{
    struct abx_member place;
    int status = find_place(memory, path, &place, err);

    *valuep = (struct abx_value){0};
    if (status != ABX_OK)
        return status;
    status = get_place(memory, &place, valuep, err);
    return abx_value_blame(err, status, name_of(path));
}

int abx_memory_set(struct abx_memory *memory, const char *path,
                   const struct abx_value *value, struct abx_error *err)
{
    struct abx_member place;
    int status = find_place(memory, path, &place, err);

    if (status != ABX_OK)
        return status;
    status = set_place(memory, &place, value, err);
    return abx_value_blame(err, status, name_of(path));
}

static int blame_member(struct abx_error *err, int status,
                        const struct abx_member *member)
{
    if (status != ABX_REFUSED)
        return status;
    return abx_value_blame(err, status, member->name != NULL ? member->name : "it");
}

int abx_memory_get_member(const struct abx_memory *memory,
                          const struct abx_member *member, struct abx_value *valuep,
                          struct abx_error *err)
{
    return blame_member(err, get_place(memory, member, valuep, err), member);
}

int abx_memory_set_member(struct abx_memory *memory, const struct abx_member *member,
                          const struct abx_value *value, struct abx_error *err)
{
    return blame_member(err, set_place(memory, member, value, err), member);
}

static int blame_element(struct abx_error *err, int status, size_t index)
{
    char name[LABEL];

    if (status != ABX_REFUSED)
        return status;
    snprintf(name, sizeof(name), "[%zu]", index);
    return abx_value_blame(err, status, name);
}

int abx_memory_get_element(const struct abx_memory *memory, size_t index,
                           struct abx_value *valuep, struct abx_error *err)
{
    struct abx_member place;
    int status = find_element(memory, index, &place, err);

    *valuep = (struct abx_value){0};
    if (status != ABX_OK)
        return status;
    return blame_element(err, get_place(memory, &place, valuep, err), index);
}

int abx_memory_set_element(struct abx_memory *memory, size_t index,
                           const struct abx_value *value, struct abx_error *err)
{
    struct abx_member place;
    int status = find_element(memory, index, &place, err);

    if (status != ABX_OK)
        return status;
    return blame_element(err, set_place(memory, &place, value, err), index);
}
