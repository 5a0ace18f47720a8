/*
 * Memory by its elements: what stands in brackets is an index, from the end where it is
 * negative, a slice, or a path.
 */
#include "memory.h"

#include "type.h"

static PyObject *slice(struct host_memory *memory, PyObject *key)
{
    Py_ssize_t length = host_memory_length(memory);
    Py_ssize_t start;
    Py_ssize_t stop;
    Py_ssize_t step;
    PyObject *list;

    if (PySlice_Unpack(key, &start, &stop, &step) < 0)
        return NULL;
    length = PySlice_AdjustIndices(length, &start, &stop, step);
    list = PyList_New(length);
    for (Py_ssize_t i = 0; list != NULL && i < length; i++) {
        PyObject *item = host_memory_item(memory, start + i * step);

        if (item == NULL)
            list = host_drop(list);
        else
            PyList_SET_ITEM(list, i, item);
    }
    return list;
}

static int set_slice(struct host_memory *memory, PyObject *key, PyObject *value)
{
    Py_ssize_t length = host_memory_length(memory);
    Py_ssize_t start;
    Py_ssize_t stop;
    Py_ssize_t step;
    PyObject *items;
    int status = 0;

    if (PySlice_Unpack(key, &start, &stop, &step) < 0)
        return -1;
    length = PySlice_AdjustIndices(length, &start, &stop, step);
    items = PySequence_Tuple(value); /* which nobody changes while it is read */
    if (items == NULL)
        return -1;
    if (PyTuple_GET_SIZE(items) != length) {
        PyErr_Format(PyExc_ValueError, "takes %zd elements, got %zd", length,
                     PyTuple_GET_SIZE(items));
        status = -1;
    }
    for (Py_ssize_t i = 0; status == 0 && i < length; i++)
        status =
            host_memory_set_item(memory, start + i * step, PyTuple_GET_ITEM(items, i));
    Py_DECREF(items);
    return status;
}

/* From the end where it is negative; -1 and IndexError outside. */
static Py_ssize_t find_index(struct host_memory *memory, PyObject *key)
{
    Py_ssize_t index = PyNumber_AsSsize_t(key, PyExc_IndexError);
    Py_ssize_t length = host_memory_length(memory);

    if (length < 0 || (index == -1 && PyErr_Occurred()))
        return -1;
    if (index < 0)
        index += length;
    if (index < 0 || index >= length) {
        PyErr_Format(PyExc_IndexError, "index %R is none of %zd elements", key, length);
        return -1;
    }
    return index;
}

PyObject *host_memory_subscript(struct host_memory *memory, PyObject *key)
{
    Py_ssize_t index;

    if (PyUnicode_Check(key))
        return host_memory_get(memory, key);
    if (PySlice_Check(key))
        return slice(memory, key);
    if (!PyIndex_Check(key))
        return PyErr_Format(PyExc_TypeError,
                            "indices are integers, slices and paths, got %.80s",
                            Py_TYPE(key)->tp_name);
    index = find_index(memory, key);
    return index >= 0 ? host_memory_item(memory, index) : NULL;
}

int host_memory_set_subscript(struct host_memory *memory, PyObject *key, PyObject *value)
{
    Py_ssize_t index;

    if (value == NULL) {
        PyErr_SetString(PyExc_TypeError, "elements can't be deleted");
        return -1;
    }
    if (PyUnicode_Check(key))
        return host_memory_set(memory, key, value);
    if (PySlice_Check(key))
        return set_slice(memory, key, value);
    if (!PyIndex_Check(key)) {
        PyErr_Format(PyExc_TypeError, "indices are integers, slices and paths, got %.80s",
                     Py_TYPE(key)->tp_name);
        return -1;
    }
    index = find_index(memory, key);
    return index >= 0 ? host_memory_set_item(memory, index, value) : -1;
}

PyObject *host_memory_iter(struct host_memory *memory)
{
    if (memory->type->kind != HOST_ARRAY && memory->count == 1)
        return PyErr_Format(PyExc_TypeError,
                            "%S is one object: it can't be iterated over", memory->type);
    return PySeqIter_New((PyObject *)memory);
}

PyObject *host_memory_checked_item(struct host_memory *memory, Py_ssize_t index)
{
    Py_ssize_t length = host_memory_length(memory);

    if (index >= 0 && index < length)
        return host_memory_item(memory, index);
    return PyErr_Format(PyExc_IndexError, "index %zd is none of %zd elements", index,
                        length);
}
