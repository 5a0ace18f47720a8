/*
 * From values of C to Python's. A pointer to characters becomes their text, one to a type
 * with a size a view of one object, any other an address; NULL is None whatever it points
 * to.
 */
#include "convert.h"

#include "error.h"
#include "memory.h"
#include "pointer.h"
#include "table.h"
#include "type.h"

PyObject *host_from_text(const char *text, size_t size)
{
    return PyUnicode_DecodeUTF8(text, (Py_ssize_t)size, "surrogateescape");
}

const char *host_name(PyObject *name, PyObject *missing)
{
    Py_ssize_t size = 0;
    const char *bytes = PyUnicode_AsUTF8AndSize(name, &size);

    if (bytes != NULL && strlen(bytes) == (size_t)size)
        return bytes;
    if (bytes == NULL && !PyErr_ExceptionMatches(PyExc_UnicodeEncodeError))
        return NULL;
    PyErr_Format(missing, "%A is no name of C", name);
    return NULL;
}

Py_hash_t host_hash_address(const void *address)
{
    Py_hash_t hash = (Py_hash_t)((uintptr_t)address >> 4);

    return hash == -1 ? -2 : hash;
}

PyObject *host_string(struct host_table *table, const struct abx_value *value,
                      size_t limit)
{
    struct abx_error err = {0};
    size_t size = 0;
    int status = abx_string_get(value, limit, NULL, 0, &size, &err);
    char *buffer;
    PyObject *text = NULL;

    if (status != ABX_OK)
        return host_raise(table->state, status, &err);
    buffer = PyMem_Malloc(size + 1);
    if (buffer == NULL)
        return PyErr_NoMemory();
    status = abx_string_get(value, limit, buffer, size + 1, &size, &err);
    if (status == ABX_OK)
        text = host_from_text(buffer, strlen(buffer));
    else
        host_raise(table->state, status, &err);
    PyMem_Free(buffer);
    return text;
}

static PyObject *from_wide(const struct abx_value *value, bool is_signed)
{
    PyObject *low = PyLong_FromUnsignedLongLong(value->wide[0]);
    PyObject *high = is_signed ? PyLong_FromLongLong((long long)value->wide[1])
                               : PyLong_FromUnsignedLongLong(value->wide[1]);
    PyObject *bits = PyLong_FromLong(64);
    PyObject *shifted = high != NULL && bits != NULL ? PyNumber_Lshift(high, bits) : NULL;
    PyObject *whole = shifted != NULL && low != NULL ? PyNumber_Or(shifted, low) : NULL;

    Py_XDECREF(low);
    Py_XDECREF(high);
    Py_XDECREF(bits);
    Py_XDECREF(shifted);
    return whole;
}

static PyObject *from_complex(const struct host_type *type,
                              const struct abx_memory *memory)
{
    const unsigned char *data = abx_memory_data(memory);
    size_t size = abx_type_size(type->bare_target);
    union {
        float f[2];
        double d[2];
        long double ld[2];
    } parts;

    memset(&parts, 0, sizeof(parts));
    if (data == NULL || 2 * size > sizeof(parts))
        return PyErr_Format(PyExc_ValueError, "%S is no complex number for Python", type);
    memcpy(&parts, data, 2 * size);
    if (size == sizeof(float))
        return PyComplex_FromDoubles(parts.f[0], parts.f[1]);
    if (size == sizeof(double))
        return PyComplex_FromDoubles(parts.d[0], parts.d[1]);
    return PyComplex_FromDoubles((double)parts.ld[0], (double)parts.ld[1]);
}

static PyObject *from_memory(const struct abx_value *value, struct host_type *type,
                             PyObject *owner)
{
    PyObject *made;

    if (type->kind != HOST_COMPLEX)
        return host_memory_wrap(type, value->memory, owner, false);
    made = from_complex(type, value->memory);
    abx_memory_destroy(value->memory);
    return made;
}

static PyObject *from_pointer(const struct abx_value *value, struct host_type *type,
                              PyObject *owner)
{
    struct abx_value typed = {
        .kind = ABX_VALUE_POINTER, .type = type->type, .p = value->p};
    struct host_type *target;
    PyObject *made = NULL;

    if (value->p == NULL)
        Py_RETURN_NONE;
    if (type->kind == HOST_TEXT)
        return host_from_text(value->p, strlen(value->p));
    if (type->kind == HOST_WIDE_TEXT)
        return host_string(type->table, &typed, SIZE_MAX);
    if (type->kind != HOST_OBJECT)
        return host_pointer_create(type, value->p, owner);
    target = host_type_target(type);
    if (target != NULL)
        made = host_memory_view(target, value->p, 1, owner);
    if (made != NULL)
        ((struct host_memory *)made)->is_open = true;
    Py_XDECREF(target);
    return made;
}

static PyObject *convert(const struct abx_value *value, struct host_type *type,
                         PyObject *owner)
{
    switch (value->kind) {
    case ABX_VALUE_NONE:
        Py_RETURN_NONE;
    case ABX_VALUE_INT:
    case ABX_VALUE_UINT:
        if (type->kind == HOST_BOOL)
            return PyBool_FromLong(value->u != 0);
        if (type->kind == HOST_WIDE)
            return from_wide(value, value->kind == ABX_VALUE_INT);
        return value->kind == ABX_VALUE_INT ? PyLong_FromLongLong(value->i)
                                            : PyLong_FromUnsignedLongLong(value->u);
    case ABX_VALUE_FLOAT:
        return PyFloat_FromDouble(value->f);
    case ABX_VALUE_LONG_DOUBLE:
        return PyFloat_FromDouble((double)value->ld);
    case ABX_VALUE_STRING:
        return host_from_text(value->string.data, value->string.size);
    case ABX_VALUE_POINTER:
        return from_pointer(value, type, owner);
    case ABX_VALUE_MEMORY:
        return from_memory(value, type, owner);
    default:
        return PyErr_Format(PyExc_SystemError, "a value of kind %d", (int)value->kind);
    }
}

PyObject *host_from_value(struct host_table *table, const struct abx_value *value,
                          struct host_type *type, PyObject *owner)
{
    PyObject *made = NULL;

    if (type != NULL)
        return convert(value, type, owner);
    if (value->kind == ABX_VALUE_NONE)
        Py_RETURN_NONE;
    type = host_type_get(table, value->type);
    if (type != NULL)
        made = convert(value, type, owner);
    else if (value->kind == ABX_VALUE_MEMORY)
        abx_memory_destroy(value->memory);
    Py_XDECREF(type);
    return made;
}
