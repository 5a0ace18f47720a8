/*
 * Memory of structs, unions and arrays, owned or somebody else's. A path becomes a place,
 * a place is checked against the bounds once, and only then are bytes touched. Parts are
 * views into the same bytes, so that writing through one is seen through the other.
 */
#include "runtime/memory.h"

#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

#include "base/block.h"
#include "runtime/error.h"
#include "runtime/member.h"
#include "runtime/parser.h"
#include "runtime/table.h"
#include "runtime/value.h"

enum { LABEL = 80 };

/* ---- making and ending ---- */

static int check_type(const struct abx_type *type, size_t count, struct abx_error *err)
{
    char label[LABEL];

    abx_type_label(type, label, sizeof(label));
    if (!abx_type_is_complete(type) || abx_type_strip(type)->kind == ABX_TYPE_VA_LIST)
        return abx_error_refuse(err, ABX_REASON_KIND, "there are no objects of type %s",
                                label);
    if (count == 0)
        return abx_error_refuse(err, ABX_REASON_VALUE, "memory for no object at all");
    if (type->size > 0 && count > ABX_SIZE_LIMIT / type->size)
        return abx_error_refuse(err, ABX_REASON_RANGE,
                                "%zu objects of type %s are more than memory holds",
                                count, label);
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

struct place {
    struct abx_member member;
    bool is_read_only;
};

/* The place that @path leads to, counted from the memory's beginning. */
static int find_place(const struct abx_memory *memory, const char *path,
                      struct place *place, struct abx_error *err)
{
    struct abx_member *member = &place->member;
    bool is_fixed = abx_type_is_fixed(memory->type);
    size_t offset = 0;
    size_t size;
    int status = abx_value_blame(err, abx_memory_check(memory, err),
                                 *path != '\0' ? path : "the object");

    *member = (struct abx_member){.type = memory->type};
    if (status == ABX_OK)
        status = select_object(memory, &path, &offset, err);
    if (status == ABX_OK && *path != '\0')
        status =
            abx_member_find(memory->table, memory->type, path, member, &is_fixed, err);
    if (status != ABX_OK)
        return status;
    place->is_read_only = memory->is_read_only || (memory->is_foreign && is_fixed);
    member->offset += offset;
    size = member->is_bit_field ? (member->bit_offset + member->bit_width + 7) / 8
                                : member->type->size;
    if (member->offset > memory->size || size > memory->size - member->offset)
        return abx_error_refuse(err, ABX_REASON_RANGE,
                                "%.80s lies behind the memory's %zu bytes", path,
                                memory->size);
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

/* A flexible array has as many elements as the memory behind it holds. */
static int view_place(const struct abx_memory *memory, const struct place *place,
                      struct abx_value *valuep, struct abx_error *err)
{
    const struct abx_member *member = &place->member;
    const struct abx_type *array = abx_type_strip(member->type);
    const struct abx_type *type = array->is_flexible ? array->target : member->type;
    struct abx_memory *view;
    size_t count = 1;

    if (array->is_flexible)
        count = type->size > 0 ? (memory->size - member->offset) / type->size : 0;
    view = make(memory->table, type, count);
    if (view == NULL)
        return abx_error_no_memory(err);
    view->data = memory->data + member->offset;
    view->whole = memory->whole;
    atomic_fetch_add(&view->whole->n_users, 1);
    view->is_foreign = memory->is_foreign;
    view->is_read_only = place->is_read_only;
    *valuep = (struct abx_value){
        .kind = ABX_VALUE_MEMORY, .type = member->type, .memory = view};
    return ABX_OK;
}

int abx_memory_get(const struct abx_memory *memory, const char *path,
                   struct abx_value *valuep, struct abx_error *err)
{
    struct place place;
    int status = find_place(memory, path, &place, err);

    *valuep = (struct abx_value){0};
    if (status != ABX_OK)
        return status;
    if (is_viewed(place.member.type))
        return view_place(memory, &place, valuep, err);
    if (place.member.is_bit_field) {
        abx_value_load_bits(memory->table, &place.member, memory->data, valuep);
        return ABX_OK;
    }
    status = abx_value_load(memory->table, place.member.type,
                            memory->data + place.member.offset, valuep, err);
    return abx_value_blame(err, status, *path != '\0' ? path : "the object");
}

int abx_memory_set(struct abx_memory *memory, const char *path,
                   const struct abx_value *value, struct abx_error *err)
{
    const char *name = *path != '\0' ? path : "the object";
    struct place place;
    int status = find_place(memory, path, &place, err);

    if (status != ABX_OK)
        return status;
    if (place.is_read_only)
        status = abx_error_refuse(err, ABX_REASON_VALUE,
                                  "is const, in memory that belongs to somebody else");
    else if (place.member.is_bit_field)
        status =
            abx_value_store_bits(memory->table, &place.member, value, memory->data, err);
    else
        status = abx_value_store(memory->table, place.member.type, value,
                                 memory->data + place.member.offset, err);
    return abx_value_blame(err, status, name);
}
