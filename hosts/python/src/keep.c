/*
 * What memory keeps alive for C, which only has an address: what was stored into a pointer
 * is kept by the outermost memory that the pointer is in, under the pointer's own address,
 * until something else is stored there. A view of what a pointer leads to belongs to the
 * memory with these bytes, so that storing through it keeps things as long as that lives;
 * views of memory that is C's own keep them only as long as themselves.
 */
#include "keep.h"

#include "callback.h"
#include "memory.h"
#include "pointer.h"

static struct host_memory *outermost(struct host_memory *memory)
{
    while (memory->owner != NULL && Py_TYPE(memory->owner) == Py_TYPE(memory))
        memory = (struct host_memory *)memory->owner;
    return memory;
}

/* ---- whose bytes ---- */

static bool has(const void *bytes, size_t size, const void *address)
{
    return bytes != NULL && (uintptr_t)address >= (uintptr_t)bytes &&
           (uintptr_t)address - (uintptr_t)bytes < size;
}

/* Text and bytes have a zero behind them. */
static bool holds(PyObject *object, const void *address)
{
    Py_ssize_t size = 0;
    const char *text;

    if (PyBytes_Check(object))
        return has(PyBytes_AS_STRING(object), (size_t)PyBytes_GET_SIZE(object) + 1,
                   address);
    if (PyByteArray_Check(object))
        return has(PyByteArray_AS_STRING(object),
                   (size_t)PyByteArray_GET_SIZE(object) + 1, address);
    if (PyMemoryView_Check(object))
        return has(PyMemoryView_GET_BUFFER(object)->buf,
                   (size_t)PyMemoryView_GET_BUFFER(object)->len, address);
    if (!PyUnicode_Check(object))
        return false;
    text = PyUnicode_AsUTF8AndSize(object, &size);
    if (text == NULL)
        PyErr_Clear();
    return has(text, (size_t)size + 1, address);
}

/* Only of one that C may have kept: the library would take all others for that, too. */
static bool is_code(PyObject *object, const void *address)
{
    const struct host_callback *callback = (const struct host_callback *)object;

    return callback->is_pinned && callback->callback != NULL &&
           abx_callback_address(callback->callback) == address;
}

/* The outermost: else storing what was read would make the chain of owners longer. */
static PyObject *find_holder(PyObject *object, const void *address)
{
    const PyTypeObject *type = Py_TYPE(object);
    PyObject *found = NULL;

    while (object != NULL && Py_TYPE(object) == type) {
        const struct host_memory *memory = (const struct host_memory *)object;

        if (!has(abx_memory_data(memory->memory), abx_memory_size(memory->memory),
                 address))
            break;
        found = object;
        object = memory->owner;
    }
    return found;
}

PyObject *host_keep_owner(const struct host_state *state, PyObject *object,
                          const void *address)
{
    PyObject *found = NULL;

    if (object == NULL)
        return NULL;
    if (Py_TYPE(object) == state->memory_type)
        return find_holder(object, address);
    if (Py_TYPE(object) == state->pointer_type)
        return host_keep_owner(state, ((struct host_pointer *)object)->owner, address);
    if (Py_TYPE(object) == state->callback_type)
        return is_code(object, address) ? object : NULL;
    if (!PyList_CheckExact(object))
        return holds(object, address) ? object : NULL;
    for (Py_ssize_t i = 0; found == NULL && i < PyList_GET_SIZE(object); i++)
        found = host_keep_owner(state, PyList_GET_ITEM(object, i), address);
    return found;
}

/* ---- by address ---- */

PyObject *host_keep_find(struct host_memory *memory, size_t offset)
{
    const struct host_memory *whole = outermost(memory);
    const char *data = abx_memory_data(memory->memory);
    PyObject *key;
    PyObject *kept;

    if (whole->keep == NULL || data == NULL)
        return NULL;
    key = PyLong_FromVoidPtr((void *)(data + offset));
    if (key == NULL)
        return NULL;
    kept = PyDict_GetItemWithError(whole->keep, key);
    Py_DECREF(key);
    return kept;
}

int host_keep_at(struct host_memory *memory, size_t offset, PyObject *kept)
{
    struct host_memory *whole = outermost(memory);
    const char *data = abx_memory_data(memory->memory);
    PyObject *key;
    int status = 0;

    if (data == NULL || (kept == NULL && host_keep_find(memory, offset) == NULL))
        return PyErr_Occurred() ? -1 : 0;
    if (whole->keep == NULL)
        whole->keep = PyDict_New();
    key = whole->keep != NULL ? PyLong_FromVoidPtr((void *)(data + offset)) : NULL;
    if (key == NULL)
        return -1;
    status = kept != NULL ? PyDict_SetItem(whole->keep, key, kept)
                          : PyDict_DelItem(whole->keep, key);
    Py_DECREF(key);
    return status;
}

/* ---- copies ---- */

static int add_pair(PyObject *list, size_t offset, PyObject *kept)
{
    PyObject *pair = Py_BuildValue("nO", (Py_ssize_t)offset, kept);
    int status = pair != NULL ? PyList_Append(list, pair) : -1;

    Py_XDECREF(pair);
    return status;
}

/* Where much is kept, it is looked for at each address of the part. */
static int add_by_address(struct host_memory *memory, size_t offset, size_t size,
                          PyObject *list)
{
    int status = 0;

    for (size_t i = 0; status == 0 && i < size; i++) {
        PyObject *kept = host_keep_find(memory, offset + i);

        if (kept != NULL)
            status = add_pair(list, i, kept);
        else if (PyErr_Occurred())
            status = -1;
    }
    return status;
}

static int add_by_entry(struct host_memory *memory, size_t offset, size_t size,
                        PyObject *list)
{
    const char *part = (const char *)abx_memory_data(memory->memory) + offset;
    PyObject *key;
    PyObject *kept;
    Py_ssize_t at = 0;
    int status = 0;

    while (status == 0 && PyDict_Next(outermost(memory)->keep, &at, &key, &kept)) {
        const char *address = PyLong_AsVoidPtr(key);

        if (has(part, size, address))
            status = add_pair(list, (size_t)(address - part), kept);
    }
    return status;
}

/* What is kept for a part of the memory: pairs of an offset in that part and a list. */
static PyObject *list_kept(struct host_memory *memory, size_t offset, size_t size)
{
    const struct host_memory *whole = outermost(memory);
    PyObject *list = PyList_New(0);
    int status = 0;

    if (list == NULL || whole->keep == NULL || abx_memory_data(memory->memory) == NULL)
        return list;
    if ((size_t)PyDict_GET_SIZE(whole->keep) > size)
        status = add_by_address(memory, offset, size, list);
    else
        status = add_by_entry(memory, offset, size, list);
    return status == 0 ? list : host_drop(list);
}

/* With @is_new at these offsets; else there is nothing any more. */
static int apply(struct host_memory *memory, size_t offset, PyObject *list, bool is_new)
{
    int status = 0;

    for (Py_ssize_t i = 0; status == 0 && i < PyList_GET_SIZE(list); i++) {
        PyObject *pair = PyList_GET_ITEM(list, i);
        size_t at = offset + PyLong_AsSize_t(PyTuple_GET_ITEM(pair, 0));

        status = host_keep_at(memory, at, is_new ? PyTuple_GET_ITEM(pair, 1) : NULL);
    }
    return status;
}

int host_keep_copy(struct host_memory *memory, size_t offset, size_t size,
                   struct host_memory *from)
{
    PyObject *before;
    PyObject *now;
    int status = -1;

    if (outermost(memory)->keep == NULL && outermost(from)->keep == NULL)
        return 0;
    before = list_kept(memory, offset, size);
    now = list_kept(from, 0, size);
    if (before != NULL && now != NULL)
        status = apply(memory, offset, before, false);
    if (status == 0)
        status = apply(memory, offset, now, true);
    Py_XDECREF(before);
    Py_XDECREF(now);
    return status;
}
