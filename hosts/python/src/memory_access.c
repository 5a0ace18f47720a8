/*
 * Reading and storing by the library's rules: members by path, elements by index, and whole
 * objects from what Python has for them.
 */
#include "memory.h"

#include "convert.h"
#include "error.h"
#include "keep.h"
#include "member.h"
#include "table.h"
#include "type.h"

/* ---- reading ---- */

/* A place in the memory: a member, an element, or all of it. */
struct place {
    const struct host_member *member;
    Py_ssize_t index; /* of an element, where there is no member; -1: all of it */
    struct host_type *type;
    size_t offset; /* of what a pointer there leads to */
    bool is_const;
};

/* What is const on the way to a member of foreign memory, only a path tells. */
static const char *path_of(const struct host_memory *memory, const struct place *place)
{
    if (place->member == NULL)
        return "";
    if (place->member->member.name != NULL && place->member->member.name[0] != '\0' &&
        !(memory->is_foreign && place->member->is_const))
        return NULL;
    return PyUnicode_AsUTF8(place->member->path);
}

static int load(const struct host_memory *memory, const struct place *place,
                struct abx_value *value, struct abx_error *err)
{
    const char *path = path_of(memory, place);

    if (place->member == NULL && place->index >= 0)
        return abx_memory_get_element(memory->memory, (size_t)place->index, value, err);
    if (path != NULL)
        return abx_memory_get(memory->memory, path, value, err);
    return abx_memory_get_member(memory->memory, &place->member->member, value, err);
}

static int store(const struct host_memory *memory, const struct place *place,
                 const struct abx_value *value, struct abx_error *err)
{
    const char *path = path_of(memory, place);

    if (place->member == NULL && place->index >= 0)
        return abx_memory_set_element(memory->memory, (size_t)place->index, value, err);
    if (path != NULL)
        return abx_memory_set(memory->memory, path, value, err);
    return abx_memory_set_member(memory->memory, &place->member->member, value, err);
}

/* What holds what a pointer leads to; borrowed. */
static PyObject *find_owner(struct host_memory *memory, const struct place *place,
                            const void *address)
{
    return host_keep_owner(host_memory_table(memory)->state,
                           host_keep_find(memory, place->offset), address);
}

static PyObject *get(struct host_memory *memory, const struct place *place)
{
    struct host_table *table = host_memory_table(memory);
    struct abx_value value;
    struct abx_error err = {0};
    PyObject *made;
    int status = load(memory, place, &value, &err);

    if (status != ABX_OK)
        return host_raise(table->state, status, &err);
    if (value.kind == ABX_VALUE_POINTER)
        return host_from_value(table, &value, place->type,
                               find_owner(memory, place, value.p));
    if (value.kind != ABX_VALUE_MEMORY || place->type->kind == HOST_COMPLEX)
        return host_from_value(table, &value, place->type, NULL);
    made = host_memory_wrap(place->type, value.memory, (PyObject *)memory,
                            memory->is_foreign);
    if (made != NULL && (memory->is_read_only || (memory->is_foreign && place->is_const)))
        ((struct host_memory *)made)->is_read_only = true;
    return made;
}

static struct place member_place(const struct host_member *member)
{
    return (struct place){
        .member = member,
        .type = member->type,
        .offset = member->member.offset,
        .is_const = member->is_const && host_type_is_fixed(member->type),
    };
}

PyObject *host_memory_get_member(struct host_memory *memory, struct host_member *member)
{
    struct place place = member_place(member);

    return get(memory, &place);
}

PyObject *host_memory_value(struct host_memory *memory)
{
    struct place place = {.index = -1, .type = memory->type};

    if (memory->count != 1 || memory->type->kind == HOST_RECORD ||
        memory->type->kind == HOST_ARRAY)
        return host_ref(memory);
    return get(memory, &place);
}

/* ---- storing ---- */

static bool is_composed(const struct host_type *type)
{
    return type->kind == HOST_RECORD || type->kind == HOST_ARRAY;
}

static bool is_characters(const struct host_type *type)
{
    return type->kind == HOST_ARRAY && abx_type_kind(type->bare_target) == ABX_TYPE_CHAR;
}

/* A value that the library takes whole. */
static int set_value(struct host_memory *memory, const struct place *place,
                     PyObject *object)
{
    struct host_table *table = host_memory_table(memory);
    struct host_conversion conversion = {.table = table, .element = place->index};
    struct abx_value value;
    struct abx_error err = {0};
    int status;

    if (place->member != NULL)
        conversion.name = PyUnicode_AsUTF8(place->member->path);
    status = host_to_value(&conversion, object, place->type, &value);
    if (status == 0) {
        status = store(memory, place, &value, &err);
        if (status != ABX_OK)
            host_raise(table->state, status, &err);
    }
    if (status == 0 && is_composed(place->type) && Py_TYPE(object) == Py_TYPE(memory))
        status = host_keep_copy(memory, place->offset, abx_type_size(place->type->type),
                                (struct host_memory *)object);
    else if (status == 0)
        status = host_keep_at(memory, place->offset, conversion.keep);
    Py_XDECREF(conversion.keep);
    return status == 0 ? 0 : -1;
}

static int set(struct host_memory *memory, const struct place *place, PyObject *object)
{
    PyTypeObject *memory_type = Py_TYPE(memory);
    PyObject *part;
    int status;

    if (!is_composed(place->type) || Py_TYPE(object) == memory_type ||
        (is_characters(place->type) && abx_type_length(place->type->bare) > 0 &&
         (PyUnicode_Check(object) || PyBytes_Check(object))))
        return set_value(memory, place, object);
    part = get(memory, place);
    if (part == NULL)
        return -1;
    status = host_memory_fill((struct host_memory *)part, object);
    Py_DECREF(part);
    return status;
}

int host_memory_set_member(struct host_memory *memory, struct host_member *member,
                           PyObject *value)
{
    struct place place = member_place(member);

    return set(memory, &place, value);
}

int host_memory_set_value(struct host_memory *memory, PyObject *value)
{
    struct place place = {.index = -1, .type = memory->type};

    return set(memory, &place, value);
}

/* ---- elements ---- */

Py_ssize_t host_memory_length(struct host_memory *memory)
{
    if (memory->count == 1 && memory->type->kind == HOST_ARRAY)
        return (Py_ssize_t)abx_type_length(memory->type->bare);
    return (Py_ssize_t)memory->count;
}

struct host_type *host_memory_element(struct host_memory *memory)
{
    if (memory->element == NULL && memory->count == 1 && memory->type->kind == HOST_ARRAY)
        memory->element = host_type_target(memory->type);
    else if (memory->element == NULL)
        memory->element = (struct host_type *)host_ref(memory->type);
    return memory->element;
}

/* Every element of what is const is const, too, and the memory knows that. */
static struct place element_place(struct host_memory *memory, Py_ssize_t index)
{
    struct host_type *type = host_memory_element(memory);

    return (struct place){
        .index = index,
        .type = type,
        .offset = type != NULL ? (size_t)index * abx_type_size(type->type) : 0,
        .is_const = type != NULL && host_type_is_fixed(type),
    };
}

PyObject *host_memory_item(struct host_memory *memory, Py_ssize_t index)
{
    struct place place = element_place(memory, index);
    const unsigned char *data = abx_memory_data(memory->memory);

    if (place.type == NULL)
        return NULL;
    if (data != NULL && place.type->load != HOST_LOAD_RULES)
        return host_load(place.type->load, data + place.offset);
    return get(memory, &place);
}

int host_memory_set_item(struct host_memory *memory, Py_ssize_t index, PyObject *value)
{
    struct place place = element_place(memory, index);
    unsigned char *data = abx_memory_data(memory->memory);

    if (place.type == NULL)
        return -1;
    if (data != NULL && !memory->is_foreign &&
        host_store(place.type->load, data + place.offset, value))
        return 0;
    return set(memory, &place, value);
}

/* ---- paths ---- */

/* "[3].fd" of several objects: the index, and what comes behind it; -1 and an exception. */
static Py_ssize_t split_path(struct host_memory *memory, PyObject *path, PyObject **restp)
{
    const char *bytes = host_name(path, PyExc_KeyError);
    char *end = NULL;
    long long index = -1;

    *restp = NULL;
    if (bytes == NULL)
        return -1;
    if (bytes[0] == '[' && bytes[1] >= '0' && bytes[1] <= '9')
        index = strtoll(bytes + 1, &end, 10);
    if (end == NULL || *end != ']') {
        PyErr_Format(PyExc_IndexError, "%U: an index of %zu objects comes first", path,
                     memory->count);
        return -1;
    }
    if (index >= (long long)memory->count) {
        PyErr_Format(PyExc_IndexError, "%U: the index is none of %zu elements", path,
                     memory->count);
        return -1;
    }
    *restp = PyUnicode_FromString(end + (end[1] == '.' ? 2 : 1));
    return *restp != NULL ? (Py_ssize_t)index : -1;
}

/* One of several objects; TypeError where it is no record or array. */
static struct host_memory *select_part(struct host_memory *memory, Py_ssize_t index)
{
    PyObject *part = host_memory_item(memory, index);

    if (part != NULL && Py_TYPE(part) != Py_TYPE(memory)) {
        PyErr_Format(PyExc_KeyError, "%S has no members", memory->type);
        part = host_drop(part);
    }
    return (struct host_memory *)part;
}

static struct host_member *find_path(struct host_memory *memory, PyObject *path)
{
    struct abx_error err = {0};
    struct host_member *member = host_member_find(memory->type, path, &err);

    if (member == NULL && !PyErr_Occurred())
        host_raise_missing(host_memory_table(memory)->state, err.status, &err,
                           PyExc_KeyError);
    return member;
}

/* Where a path leads: to a member of a part of the memory, or to an element. */
struct destination {
    struct host_memory *part;
    struct host_member *member; /* NULL: an element */
    Py_ssize_t index;
};

static void leave(const struct destination *to)
{
    Py_XDECREF(to->part);
    Py_XDECREF(to->member);
}

static int follow(struct host_memory *memory, PyObject *path, struct destination *to)
{
    PyObject *rest = NULL;
    bool is_element = false;

    *to = (struct destination){0};
    if (memory->count == 1)
        rest = host_ref(path);
    else
        to->index = split_path(memory, path, &rest);
    if (rest == NULL)
        return -1;
    is_element = memory->count != 1 && PyUnicode_GET_LENGTH(rest) == 0;
    if (memory->count == 1 || is_element)
        to->part = (struct host_memory *)host_ref(memory);
    else
        to->part = select_part(memory, to->index);
    if (to->part != NULL && !is_element)
        to->member = find_path(to->part, rest);
    Py_DECREF(rest);
    return to->part != NULL && (is_element || to->member != NULL) ? 0 : -1;
}

PyObject *host_memory_get(struct host_memory *memory, PyObject *path)
{
    struct destination to;
    PyObject *found = NULL;

    if (PyUnicode_GET_LENGTH(path) == 0)
        return host_memory_value(memory);
    if (follow(memory, path, &to) == 0)
        found = to.member != NULL ? host_memory_get_member(to.part, to.member)
                                  : host_memory_item(to.part, to.index);
    leave(&to);
    return found;
}

int host_memory_set(struct host_memory *memory, PyObject *path, PyObject *value)
{
    struct destination to;
    int status = -1;

    if (PyUnicode_GET_LENGTH(path) == 0)
        return host_memory_fill(memory, value);
    if (follow(memory, path, &to) == 0)
        status = to.member != NULL ? host_memory_set_member(to.part, to.member, value)
                                   : host_memory_set_item(to.part, to.index, value);
    leave(&to);
    return status;
}
