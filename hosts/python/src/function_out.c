/*
 * What stands behind abidex.out in a call. For bytes it is the bytes object that becomes the
 * result itself, so that nothing is copied; for all else memory, which is then read as if it
 * were a member: scalars as their value, records as they are.
 */
#include "function.h"

#include "convert.h"
#include "memory.h"
#include "out.h"
#include "table.h"
#include "type.h"

static PyObject *keep_view(struct host_conversion *conversion,
                           const struct abx_type *element, PyObject *bytes)
{
    struct host_type *type = host_type_get(conversion->table, element);
    PyObject *view = NULL;

    if (type != NULL)
        view = host_memory_view(type, PyBytes_AS_STRING(bytes),
                                (size_t)PyBytes_GET_SIZE(bytes), NULL);
    if (view != NULL && host_keep(conversion, view) < 0)
        view = host_drop(view);
    Py_XDECREF(view);
    Py_XDECREF(type);
    return view; /* the list has it */
}

/* Nobody else has the bytes yet. */
static PyObject *make_bytes(struct host_conversion *conversion,
                            const struct host_type *type, Py_ssize_t count,
                            struct abx_value *value)
{
    const struct abx_type *element =
        type->kind == HOST_TEXT ? type->target : conversion->table->byte;
    PyObject *bytes = PyBytes_FromStringAndSize(NULL, count);
    PyObject *view;

    if (bytes == NULL)
        return NULL;
    memset(PyBytes_AS_STRING(bytes), 0, (size_t)count);
    value->kind = ABX_VALUE_MEMORY;
    value->memory = host_buffers_add(conversion->buffers, conversion->table, element,
                                     PyBytes_AS_STRING(bytes), (size_t)count);
    if (value->memory != NULL)
        return bytes;
    view = PyErr_Occurred() ? NULL : keep_view(conversion, element, bytes);
    if (view == NULL)
        return host_drop(bytes);
    value->memory = ((struct host_memory *)view)->memory;
    return bytes;
}

static PyObject *make_objects(struct host_type *type, Py_ssize_t count,
                              struct abx_value *value)
{
    struct host_type *target = host_type_target(type);
    PyObject *memory =
        target != NULL ? host_memory_create(target, (size_t)count, NULL, NULL) : NULL;

    Py_XDECREF(target);
    if (memory != NULL) {
        value->kind = ABX_VALUE_MEMORY;
        value->memory = ((struct host_memory *)memory)->memory;
    }
    return memory;
}

static const char *refusal(const struct host_type *type, Py_ssize_t count)
{
    if (abx_type_is_transparent(type->type))
        return "takes pointers to several types: make the object, and pass that";
    if (type->target == NULL || abx_type_kind(type->bare) != ABX_TYPE_POINTER)
        return "is no pointer: abidex.out stands for what one leads to";
    if (host_type_leads_to_const(type))
        return "is only read: abidex.out stands for what a function writes";
    if (abx_type_kind(type->bare_target) == ABX_TYPE_VOID)
        return count == 0 ? "leads to bytes: abidex.out[n] tells how many" : NULL;
    if (!abx_type_is_complete(type->bare_target))
        return "leads to what has no size: abidex.out can't make it";
    return NULL;
}

PyObject *host_out_make(struct host_conversion *conversion, struct host_type *type,
                        Py_ssize_t count, struct abx_value *value)
{
    const char *why = "has no type: abidex.out stands for what a pointer leads to";

    *value = (struct abx_value){0};
    if (type != NULL)
        why = refusal(type, count);
    if (why != NULL) {
        host_refuse(conversion, PyExc_TypeError, "%s", why);
        return NULL;
    }
    count = count > 0 ? count : 1;
    if (type->kind == HOST_TEXT || abx_type_kind(type->bare_target) == ABX_TYPE_VOID)
        return make_bytes(conversion, type, count, value);
    return make_objects(type, count, value);
}

static PyObject *value_of(const struct host_state *state, PyObject *out)
{
    return Py_TYPE(out) == state->memory_type
               ? host_memory_value((struct host_memory *)out)
               : host_ref(out);
}

PyObject *host_out_join(const struct host_state *state, PyObject *const *outs,
                        size_t n_outs, PyObject *result)
{
    Py_ssize_t count = 1;
    PyObject *all;

    for (size_t i = 0; i < n_outs; i++)
        count += outs[i] != NULL;
    all = result != NULL ? PyTuple_New(count) : NULL;
    if (all == NULL)
        return host_drop(result);
    PyTuple_SET_ITEM(all, 0, result);
    count = 1;
    for (size_t i = 0; all != NULL && i < n_outs; i++) {
        PyObject *value = outs[i] != NULL ? value_of(state, outs[i]) : NULL;

        if (value != NULL)
            PyTuple_SET_ITEM(all, count++, value);
        else if (outs[i] != NULL)
            all = host_drop(all);
    }
    return all;
}
