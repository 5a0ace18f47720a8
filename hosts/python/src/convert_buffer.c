/*
 * Python's buffers where C wants a pointer: to void, to bytes or characters, or to numbers
 * of the same size and kind. C gets the memory itself, and the library its bounds. A call
 * holds a buffer as long as it lasts; a pointer that stays in memory holds it by way of a
 * memoryview.
 */
#include "convert.h"

#include "error.h"
#include "memory.h"
#include "table.h"
#include "type.h"

/* Room for the notation of a number's type. */
enum { LABEL = 80 };

/* ---- of a call ---- */

void host_buffers_release(struct host_buffers *buffers)
{
    while (buffers->n > 0) {
        buffers->n--;
        abx_memory_destroy(buffers->items[buffers->n].view);
        PyBuffer_Release(&buffers->items[buffers->n].buffer);
    }
}

static struct abx_memory *make_view(const struct host_table *table,
                                    const struct abx_type *type, void *data, size_t count)
{
    struct abx_memory *view;
    struct abx_error err;
    int status = abx_memory_view(table->table, type, data, count, &view, &err);

    if (status != ABX_OK)
        host_raise(table->state, status, &err);
    return view;
}

struct abx_memory *host_buffers_add(struct host_buffers *buffers,
                                    struct host_table *table, const struct abx_type *type,
                                    void *data, size_t count)
{
    struct abx_memory *view;

    if (buffers == NULL || buffers->n == HOST_N_BUFFERS)
        return NULL;
    view = make_view(table, type, data, count);
    if (view != NULL) {
        buffers->items[buffers->n].buffer.obj = NULL;
        buffers->items[buffers->n++].view = view;
    }
    return view;
}

/* ---- what it may be ---- */

/* Of what its elements are objects; NULL: not of what the pointer leads to. */
static const struct abx_type *element_type(const struct host_conversion *conversion,
                                           const struct host_type *type,
                                           const Py_buffer *buffer)
{
    static const char integers[] = "bBhHiIlLqQnNc?";
    const struct abx_type *target = type != NULL ? type->bare_target : NULL;
    enum abx_type_kind kind = target != NULL ? abx_type_kind(target) : ABX_TYPE_VOID;
    const char *format = buffer->format != NULL ? buffer->format : "B";
    size_t size = target != NULL ? abx_type_size(target) : 0;

    if (type == NULL || (target != NULL && kind == ABX_TYPE_VOID))
        return conversion->table->byte;
    if (kind != ABX_TYPE_CHAR && kind != ABX_TYPE_INT && kind != ABX_TYPE_FLOAT)
        return NULL;
    if (size != 1 &&
        (size != (size_t)buffer->itemsize || format[0] == '\0' || format[1] != '\0' ||
         (kind == ABX_TYPE_FLOAT) == (strchr(integers, format[0]) != NULL)))
        return NULL;
    return type->target;
}

/* The type of its elements; NULL with an exception. */
static const struct abx_type *check(const struct host_conversion *conversion,
                                    PyObject *object, const struct host_type *type,
                                    const Py_buffer *buffer)
{
    const struct abx_type *element = element_type(conversion, type, buffer);

    if (buffer->readonly && !host_type_leads_to_const(type))
        host_refuse(conversion, PyExc_TypeError,
                    "takes memory that it may write to, got %.80s, which is read-only",
                    Py_TYPE(object)->tp_name);
    else if (element == NULL)
        host_refuse(conversion, PyExc_TypeError, "takes %S, got a buffer of format %s",
                    type, buffer->format != NULL ? buffer->format : "B");
    else
        return element;
    return NULL;
}

static int get_buffer(const struct host_conversion *conversion, PyObject *object,
                      Py_buffer *buffer)
{
    if (PyObject_GetBuffer(object, buffer, PyBUF_ND | PyBUF_FORMAT) == 0)
        return 0;
    if (!PyErr_ExceptionMatches(PyExc_BufferError))
        return -1;
    PyErr_Clear();
    return host_refuse(conversion, PyExc_ValueError, "takes a contiguous buffer");
}

/* ---- converting ---- */

/* Of what the view of so many bytes is: of an array without elements where there are none,
 * so that C may write none. NULL with an exception. */
static const struct abx_type *view_type(const struct host_conversion *conversion,
                                        const struct abx_type *element, size_t size,
                                        size_t *countp)
{
    char text[LABEL] = "[0]";
    const struct abx_type *type = element;
    struct abx_error err = {0};
    int status = ABX_OK;

    *countp = size > 0 ? size / abx_type_size(element) : 1;
    if (size > 0)
        return element;
    abx_type_format(element, text + strlen(text), sizeof(text) - strlen(text));
    status = abx_table_find_type(conversion->table->table, text, &type, &err);
    if (status != ABX_OK)
        host_raise(conversion->table->state, status, &err);
    return status == ABX_OK ? type : NULL;
}

static int set_view(struct abx_value *value, struct abx_memory *view)
{
    value->kind = ABX_VALUE_MEMORY;
    value->memory = view;
    return view != NULL ? 0 : -1;
}

/* Held by the call. */
static int lend(struct host_conversion *conversion, PyObject *object,
                const struct host_type *type, struct abx_value *value)
{
    struct host_buffers *buffers = conversion->buffers;
    Py_buffer *buffer = &buffers->items[buffers->n].buffer;
    const struct abx_type *element;
    size_t count = 0;

    if (get_buffer(conversion, object, buffer) < 0)
        return -1;
    buffers->items[buffers->n++].view = NULL;
    element = check(conversion, object, type, buffer);
    if (element != NULL)
        element = view_type(conversion, element, (size_t)buffer->len, &count);
    if (element == NULL)
        return -1;
    return set_view(value, buffers->items[buffers->n - 1].view = make_view(
                               conversion->table, element,
                               buffer->buf != NULL ? buffer->buf : (void *)"", count));
}

/* Held by a memoryview, which the list keeps. */
static int keep(struct host_conversion *conversion, PyObject *object,
                const struct host_type *type, struct abx_value *value)
{
    PyObject *holder = PyMemoryView_FromObject(object);
    const Py_buffer *buffer = holder != NULL ? PyMemoryView_GET_BUFFER(holder) : NULL;
    const struct abx_type *element = NULL;
    int status = -1;

    if (holder == NULL)
        return -1;
    if (PyBuffer_IsContiguous(buffer, 'C'))
        element = check(conversion, object, type, buffer);
    else
        host_refuse(conversion, PyExc_ValueError, "takes a contiguous buffer");
    if (element != NULL) {
        value->kind = ABX_VALUE_POINTER;
        value->p = buffer->buf;
        status = host_keep(conversion, holder);
    }
    Py_DECREF(holder);
    return status;
}

/* One more than a call has room for: memory that the list keeps. */
static int keep_bounded(struct host_conversion *conversion, PyObject *object,
                        const struct host_type *type, struct abx_value *value)
{
    const struct abx_type *type_of_view;
    struct host_type *element = NULL;
    PyObject *view = NULL;
    const Py_buffer *buffer;
    size_t count = 0;
    int status = keep(conversion, object, type, value);

    if (status < 0)
        return -1;
    buffer = PyMemoryView_GET_BUFFER(
        PyList_GET_ITEM(conversion->keep, PyList_GET_SIZE(conversion->keep) - 1));
    type_of_view = view_type(conversion, element_type(conversion, type, buffer),
                             (size_t)buffer->len, &count);
    if (type_of_view != NULL)
        element = host_type_get(conversion->table, type_of_view);
    if (element != NULL)
        view = host_memory_view(element, buffer->buf != NULL ? buffer->buf : (void *)"",
                                count, NULL);
    status = -1;
    if (view != NULL && host_keep(conversion, view) == 0)
        status = set_view(value, ((struct host_memory *)view)->memory);
    Py_XDECREF(view);
    Py_XDECREF(element);
    return status;
}

int host_to_buffer(struct host_conversion *conversion, PyObject *object,
                   struct host_type *type, struct abx_value *value)
{
    if (conversion->function == NULL)
        return keep(conversion, object, type, value);
    if (conversion->buffers != NULL && conversion->buffers->n < HOST_N_BUFFERS)
        return lend(conversion, object, type, value);
    return keep_bounded(conversion, object, type, value);
}
