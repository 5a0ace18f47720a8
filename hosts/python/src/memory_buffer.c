/*
 * The buffer protocol: arrays of scalars as what they are, all else as bytes. What is const
 * and belongs to somebody else can only be read.
 */
#include "memory.h"

#include "type.h"

static const char *format_of(const struct host_type *type)
{
    static const char *const formats[] = {
        [HOST_LOAD_RULES] = "B", [HOST_LOAD_I8] = "b",  [HOST_LOAD_U8] = "B",
        [HOST_LOAD_I16] = "h",   [HOST_LOAD_U16] = "H", [HOST_LOAD_I32] = "i",
        [HOST_LOAD_U32] = "I",   [HOST_LOAD_I64] = "q", [HOST_LOAD_U64] = "Q",
        [HOST_LOAD_F32] = "f",   [HOST_LOAD_F64] = "d",
    };

    if (type == NULL || abx_type_kind(type->bare) == ABX_TYPE_CHAR)
        return "B";
    return formats[type->load];
}

int host_memory_buffer(PyObject *self, Py_buffer *buffer, int flags)
{
    struct host_memory *memory = (struct host_memory *)self;
    const struct host_type *type = host_memory_element(memory);
    void *data = abx_memory_data(memory->memory);
    size_t size = abx_memory_size(memory->memory);

    buffer->obj = NULL;
    if (type == NULL)
        return -1;
    if (data == NULL) {
        PyErr_SetString(PyExc_BufferError, "the memory was freed");
        return -1;
    }
    if (PyBuffer_FillInfo(buffer, self, data, (Py_ssize_t)size, memory->is_read_only,
                          flags) < 0)
        return -1;
    if (type->load == HOST_LOAD_RULES || buffer->format == NULL)
        return 0;
    buffer->format = (char *)format_of(type);
    buffer->itemsize = (Py_ssize_t)abx_type_size(type->type);
    if (buffer->shape != NULL) {
        memory->shape = (Py_ssize_t)size / buffer->itemsize;
        buffer->shape = &memory->shape;
    }
    return 0;
}

/* ---- how far it goes ---- */

/* Of memory, of text, or of a buffer of Python's. */
static size_t size_of(PyObject *owner, const PyTypeObject *memory_type,
                      const char **datap)
{
    const struct host_memory *memory = (const struct host_memory *)owner;
    Py_buffer buffer;
    size_t size;

    *datap = NULL;
    if (Py_TYPE(owner) == memory_type) {
        *datap = abx_memory_data(memory->memory);
        return host_memory_room(memory);
    }
    if (PyUnicode_Check(owner)) {
        Py_ssize_t length = 0;

        *datap = PyUnicode_AsUTF8AndSize(owner, &length); /* as C has it already */
        return (size_t)length;
    }
    if (PyObject_GetBuffer(owner, &buffer, PyBUF_SIMPLE) < 0) {
        PyErr_Clear();
        return 0;
    }
    *datap = buffer.buf;
    size = (size_t)buffer.len;
    PyBuffer_Release(&buffer);
    return size;
}

size_t host_memory_room(const struct host_memory *memory)
{
    const char *data = abx_memory_data(memory->memory);
    size_t own = abx_memory_size(memory->memory);
    const char *start;
    size_t size;

    if (!memory->is_open || data == NULL)
        return own;
    if (memory->owner == NULL)
        return SIZE_MAX;
    size = size_of(memory->owner, Py_TYPE(memory), &start);
    if (size == SIZE_MAX)
        return size;
    if (start == NULL || data < start || (size_t)(data - start) + own > size)
        return own;
    return size - (size_t)(data - start);
}
