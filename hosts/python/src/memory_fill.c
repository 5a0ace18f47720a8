/*
 * Whole objects from what Python has for them: a dict or keywords for the members of a
 * record, a sequence for members in their order or for elements, text for characters, bytes
 * for bytes. Elements are stored one after the other, each by the rules of its type.
 */
#include "memory.h"

#include "convert.h"
#include "member.h"

static int refuse(const struct host_memory *memory, const char *what, PyObject *value)
{
    PyErr_Format(PyExc_TypeError, "%S takes %s, got %.80s", memory->type, what,
                 Py_TYPE(value)->tp_name);
    return -1;
}

static int fill_named(struct host_memory *memory, PyObject *value)
{
    PyObject *items = PyMapping_Items(value);
    int status = items != NULL ? 0 : -1;

    for (Py_ssize_t i = 0; status == 0 && i < PyList_GET_SIZE(items); i++) {
        PyObject *item = PyList_GET_ITEM(items, i);

        if (!PyTuple_Check(item) || PyTuple_GET_SIZE(item) != 2)
            status = refuse(memory, "pairs of a name and a value as items", item);
        else if (!PyUnicode_Check(PyTuple_GET_ITEM(item, 0)))
            status =
                refuse(memory, "names of members as keys", PyTuple_GET_ITEM(item, 0));
        else
            status = host_memory_set(memory, PyTuple_GET_ITEM(item, 0),
                                     PyTuple_GET_ITEM(item, 1));
    }
    Py_XDECREF(items);
    return status;
}

/* The member at an index; anonymous ones by what they hold themselves. */
static int fill_member(struct host_memory *memory, size_t index, PyObject *value)
{
    PyObject *member = host_member_at(memory->type, index);
    int status = -1;

    if (member != NULL && ((struct host_member *)member)->member.name == NULL)
        PyErr_Format(PyExc_TypeError,
                     "member %zu of %S has no name: a dict tells what is in it",
                     index + 1, memory->type);
    else if (member != NULL)
        status = host_memory_set_member(memory, (struct host_member *)member, value);
    Py_XDECREF(member);
    return status;
}

static int check_length(const struct host_memory *memory, Py_ssize_t got, size_t room)
{
    if ((size_t)got <= room)
        return 0;
    PyErr_Format(PyExc_ValueError, "%S has room for %zu, got %zd", memory->type, room,
                 got);
    return -1;
}

static int fill_ordered(struct host_memory *memory, PyObject *value)
{
    bool is_record = memory->type->kind == HOST_RECORD && memory->count == 1;
    size_t room = is_record ? abx_type_n_members(memory->type->bare)
                            : (size_t)host_memory_length(memory);
    PyObject *items = PySequence_Tuple(value); /* which nobody changes while it is read */
    int status;

    if (items == NULL)
        return -1;
    status = check_length(memory, PyTuple_GET_SIZE(items), room);
    for (Py_ssize_t i = 0; status == 0 && i < PyTuple_GET_SIZE(items); i++) {
        PyObject *item = PyTuple_GET_ITEM(items, i);

        status = is_record ? fill_member(memory, (size_t)i, item)
                           : host_memory_set_item(memory, i, item);
    }
    Py_DECREF(items);
    return status;
}

/* Bytes into elements of one byte. */
static int fill_bytes(struct host_memory *memory, PyObject *value)
{
    Py_buffer buffer;
    int status;

    if (PyObject_GetBuffer(value, &buffer, PyBUF_SIMPLE) < 0)
        return -1;
    status = check_length(memory, buffer.len, abx_memory_size(memory->memory));
    if (status == 0 && memory->is_read_only) {
        PyErr_Format(PyExc_ValueError, "%S is const, and belongs to somebody else",
                     memory->type);
        status = -1;
    }
    if (status == 0 && host_memory_data(memory) == NULL)
        status = -1;
    if (status == 0)
        memmove(abx_memory_data(memory->memory), buffer.buf, (size_t)buffer.len);
    PyBuffer_Release(&buffer);
    return status;
}

static bool has_bytes(const struct host_memory *memory)
{
    const struct abx_type *type =
        memory->type->kind == HOST_ARRAY ? memory->type->bare_target : memory->type->bare;
    enum abx_type_kind kind = abx_type_kind(type);

    return (memory->type->kind == HOST_ARRAY || memory->count > 1) &&
           (kind == ABX_TYPE_CHAR || kind == ABX_TYPE_INT) && abx_type_size(type) == 1;
}

/* Text with a zero behind it, in the encoding of the characters. */
static int fill_text(struct host_memory *memory, PyObject *value)
{
    const struct host_type *element = host_memory_element(memory);
    size_t unit = element != NULL ? abx_type_size(element->type) : 1;
    bool is_narrow = unit == 1;
    PyObject *bytes;
    int status = -1;

    if (element == NULL)
        return -1;
    bytes =
        PyUnicode_AsEncodedString(value, is_narrow ? "utf-8" : host_wide_encoding(unit),
                                  is_narrow ? "surrogateescape" : "surrogatepass");
    if (bytes != NULL &&
        check_length(memory, PyBytes_GET_SIZE(bytes) / (Py_ssize_t)unit + 1,
                     abx_memory_size(memory->memory) / unit) == 0)
        status = fill_bytes(memory, bytes);
    if (status == 0)
        memset((char *)abx_memory_data(memory->memory) + PyBytes_GET_SIZE(bytes), 0,
               unit);
    Py_XDECREF(bytes);
    return status;
}

int host_memory_fill(struct host_memory *memory, PyObject *value)
{
    bool is_several = memory->type->kind == HOST_ARRAY || memory->count != 1;

    if (Py_TYPE(value) == Py_TYPE(memory) && memory->count == 1)
        return host_memory_set_value(memory, value);
    if (!is_several && memory->type->kind != HOST_RECORD)
        return host_memory_set_value(memory, value);
    if (PyUnicode_Check(value) && memory->type->is_text && has_bytes(memory))
        return host_memory_set_value(memory, value);
    if (PyUnicode_Check(value) && is_several &&
        (memory->type->is_text || memory->type->is_character))
        return fill_text(memory, value);
    if (PyObject_CheckBuffer(value) && has_bytes(memory))
        return fill_bytes(memory, value);
    if (!is_several && (PyDict_Check(value) || (PyMapping_Check(value) &&
                                                PyObject_HasAttrString(value, "keys"))))
        return fill_named(memory, value);
    if (PySequence_Check(value) && !PyUnicode_Check(value) && !PyDict_Check(value))
        return fill_ordered(memory, value);
    return refuse(memory, is_several ? "a sequence" : "a dict or a sequence", value);
}
