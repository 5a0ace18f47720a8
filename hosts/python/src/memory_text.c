/*
 * Memory as text: the string that characters hold, and what repr shows. Nothing here follows
 * a pointer, since who prints an object must not crash for what C left in it; a pointer is
 * shown as an address.
 */
#include "memory.h"

#include "convert.h"
#include "error.h"
#include "member.h"
#include "table.h"
#include "type.h"

enum { MAX_ITEMS = 8, MAX_DEPTH = 3, MAX_LENGTH = 1000 };

bool host_memory_is_text(const struct host_memory *memory)
{
    return memory->type->is_text || (memory->count > 1 && memory->type->is_character);
}

static PyObject *show(struct host_memory *memory, int depth);

/* @value: taken over. */
static PyObject *show_value(PyObject *value, const PyTypeObject *memory_type, int depth)
{
    PyObject *text;

    if (value == NULL)
        return NULL;
    if (Py_TYPE(value) == memory_type)
        text = show((struct host_memory *)value, depth + 1);
    else
        text = PyObject_Repr(value);
    Py_DECREF(value);
    return text;
}

static bool is_pointer(const struct host_type *type)
{
    return abx_type_kind(type->bare) == ABX_TYPE_POINTER;
}

static PyObject *show_address(const struct host_memory *memory, size_t offset)
{
    const char *data = host_memory_data(memory);
    void *address;

    if (data == NULL)
        return NULL;
    memcpy(&address, data + offset, sizeof(address));
    return address != NULL ? PyUnicode_FromFormat("%p", address)
                           : PyUnicode_FromString("NULL");
}

static PyObject *show_member(struct host_memory *memory, size_t index, int depth)
{
    PyObject *object = host_member_at(memory->type, index);
    struct host_member *member = (struct host_member *)object;
    PyObject *value = NULL;
    PyObject *text = NULL;

    if (object == NULL)
        return NULL;
    if (member->member.name == NULL)
        value = PyUnicode_FromString("...");
    else if (is_pointer(member->type))
        value = show_address(memory, member->member.offset);
    else
        value =
            show_value(host_memory_get_member(memory, member), Py_TYPE(memory), depth);
    if (value != NULL && member->member.name != NULL)
        text = PyUnicode_FromFormat("%U=%U", member->path, value);
    else if (value != NULL)
        text = host_ref(value);
    Py_XDECREF(value);
    Py_DECREF(object);
    return text;
}

static PyObject *show_item(struct host_memory *memory, size_t index, int depth)
{
    const struct host_type *type;
    PyObject *text = NULL;

    if (host_memory_data(memory) == NULL)
        return NULL;
    type = host_memory_element(memory);
    if (type == NULL)
        return NULL;
    if (is_pointer(type))
        text = show_address(memory, index * abx_type_size(type->type));
    else
        text = show_value(host_memory_item(memory, (Py_ssize_t)index), Py_TYPE(memory),
                          depth);
    return text;
}

/* Up to MAX_ITEMS of @count parts, joined. */
static PyObject *join(struct host_memory *memory, size_t count, int depth,
                      PyObject *(*show_part)(struct host_memory *, size_t, int))
{
    PyObject *parts = PyList_New(0);
    PyObject *comma = PyUnicode_FromString(", ");
    PyObject *text = NULL;
    bool is_cut = count > MAX_ITEMS && show_part == show_item;

    for (size_t i = 0; parts != NULL && i < (is_cut ? MAX_ITEMS : count); i++) {
        PyObject *part = show_part(memory, i, depth);

        if (part == NULL || PyList_Append(parts, part) < 0)
            parts = host_drop(parts);
        Py_XDECREF(part);
    }
    if (parts != NULL && comma != NULL)
        text = PyUnicode_Join(comma, parts);
    if (text != NULL && is_cut)
        Py_SETREF(text, PyUnicode_FromFormat("%U, ... %zu in all", text, count));
    Py_XDECREF(parts);
    Py_XDECREF(comma);
    return text;
}

static PyObject *show_text(struct host_memory *memory)
{
    PyObject *string = host_memory_string(memory, PY_SSIZE_T_MAX);
    PyObject *text = string != NULL ? PyObject_Repr(string) : NULL;

    Py_XDECREF(string);
    return text;
}

static PyObject *show_content(struct host_memory *memory, int depth)
{
    bool is_several = memory->type->kind == HOST_ARRAY || memory->count != 1;
    PyObject *value;

    if (depth > MAX_DEPTH)
        return PyUnicode_FromString("...");
    if (host_memory_is_text(memory))
        return show_text(memory);
    if (is_several)
        return join(memory, (size_t)host_memory_length(memory), depth, show_item);
    if (memory->type->kind == HOST_RECORD)
        return join(memory, abx_type_n_members(memory->type->bare), depth, show_member);
    if (is_pointer(memory->type))
        return show_address(memory, 0);
    value = host_memory_value(memory);
    return show_value(value, Py_TYPE(memory), depth);
}

/* A record without a name is long enough where its members are shown. */
static PyObject *show_type(const struct host_type *type)
{
    if (type->kind != HOST_RECORD || abx_type_name(type->bare) != NULL)
        return host_type_text(type, false);
    return PyUnicode_FromString(abx_type_kind(type->bare) == ABX_TYPE_UNION ? "union"
                                                                            : "struct");
}

static PyObject *show(struct host_memory *memory, int depth)
{
    bool is_several = memory->type->kind == HOST_ARRAY || memory->count != 1;
    PyObject *content = show_content(memory, depth);
    PyObject *type = NULL;
    PyObject *text = NULL;

    if (content == NULL)
        return NULL;
    if (host_memory_is_text(memory) && depth > 0)
        return content;
    if (is_several && depth > 0)
        text = PyUnicode_FromFormat("[%U]", content);
    else
        type = show_type(memory->type);
    if (type != NULL && memory->count != 1)
        text = PyUnicode_FromFormat("%zu * %U(%U)", memory->count, type, content);
    else if (type != NULL)
        text = PyUnicode_FromFormat("%U(%U)", type, content);
    Py_XDECREF(type);
    Py_DECREF(content);
    return text;
}

PyObject *host_memory_repr(struct host_memory *memory)
{
    PyObject *text;

    if (abx_memory_data(memory->memory) == NULL)
        return PyUnicode_FromFormat("<abidex %S, freed>", memory->type);
    text = show(memory, 0);
    if (text == NULL || PyUnicode_GET_LENGTH(text) <= MAX_LENGTH)
        return text;
    Py_SETREF(text, PyUnicode_Substring(text, 0, MAX_LENGTH));
    if (text != NULL)
        Py_SETREF(text, PyUnicode_FromFormat("%U...)", text));
    return text;
}

PyObject *host_memory_str(struct host_memory *memory)
{
    return host_memory_is_text(memory) ? host_memory_string(memory, PY_SSIZE_T_MAX)
                                       : host_memory_repr(memory);
}

/* Where a pointer of C's led: up to the zero, wherever that is. */
static PyObject *read_open(const struct host_memory *memory, size_t limit)
{
    const char *data = abx_memory_data(memory->memory);
    size_t unit = abx_type_size(memory->type->type);
    size_t most = host_memory_room(memory) / unit;
    static const char zero[sizeof(uint64_t)];
    struct abx_value value = {.kind = ABX_VALUE_MEMORY, .type = memory->type->type};
    struct host_table *table = host_memory_table(memory);
    struct abx_error err = {0};
    PyObject *text;
    size_t n = 0;

    while (n < most && n < limit && memcmp(data + n * unit, zero, unit) != 0)
        n++;
    n += n < most; /* the zero, or what there is in its place */
    if (abx_memory_view(table->table, value.type, (void *)data, n, &value.memory, &err) !=
        ABX_OK)
        return host_raise(table->state, err.status, &err);
    text = host_string(table, &value, limit);
    abx_memory_destroy(value.memory);
    return text;
}

PyObject *host_memory_string(struct host_memory *memory, size_t limit)
{
    struct abx_value value = {
        .kind = ABX_VALUE_MEMORY, .type = memory->type->type, .memory = memory->memory};
    struct host_table *table = host_memory_table(memory);
    PyObject *pointed;
    PyObject *text;

    if (memory->is_open && memory->type->kind == HOST_INT &&
        abx_memory_data(memory->memory) != NULL &&
        abx_type_size(memory->type->type) <= sizeof(uint32_t))
        return read_open(memory, limit);
    if (memory->count != 1 || !is_pointer(memory->type))
        return host_string(table, &value, limit);
    pointed = host_memory_value(memory);
    if (pointed == NULL || pointed == Py_None || PyUnicode_Check(pointed))
        return pointed;
    text =
        PyErr_Format(PyExc_TypeError, "string: %S leads to no characters", memory->type);
    Py_DECREF(pointed);
    return text;
}
