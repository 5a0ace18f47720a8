/*
 * What a call answers with. C has only addresses: what one leads to, where that is of the
 * arguments or was made for them, lives as long as the result or as what C wrote it into.
 */
#include "function_result.h"

#include "callback.h"
#include "convert.h"
#include "function.h"
#include "keep.h"
#include "memory.h"
#include "out.h"
#include "pointer.h"
#include "table.h"
#include "type.h"

/* ---- whose it is ---- */

static bool is_inside(const struct abx_value *value, const void *address)
{
    const char *data = NULL;
    size_t size = 0;

    if (value->kind == ABX_VALUE_MEMORY) {
        data = abx_memory_data(value->memory);
        size = abx_memory_size(value->memory);
    }
    return data != NULL && (const char *)address >= data &&
           (const char *)address < data + size;
}

/* Of one argument, which may be a buffer of Python's: a new reference, or NULL, with an
 * exception or without. */
static PyObject *find_argument_owner(const struct host_call *call, size_t index,
                                     const void *address)
{
    PyObject *argument = call->has_outs && call->outs[index] != NULL ? call->outs[index]
                                                                     : call->args[index];
    const struct host_state *state = call->conversion.table->state;
    PyObject *found;

    if (PyObject_CheckBuffer(argument) && Py_TYPE(argument) != state->memory_type &&
        is_inside(&call->values[index], address))
        return PyMemoryView_FromObject(argument);
    found = host_keep_owner(state, argument, address);
    Py_XINCREF(found);
    return found;
}

/* What a pointer leads into, of the arguments and of what was made for them, and which
 * therefore has to live as long: a new reference, or NULL, with an exception or without. */
static PyObject *find_owner(const struct host_call *call, const void *address)
{
    PyObject *owner = NULL;

    for (size_t i = 0; owner == NULL && !PyErr_Occurred() && i < call->n_args; i++)
        owner = find_argument_owner(call, i, address);
    if (owner == NULL && !PyErr_Occurred()) {
        owner = host_keep_owner(call->conversion.table->state, call->conversion.keep,
                                address);
        if (owner == NULL)
            owner = host_result_owner(call->conversion.table->state, address);
        Py_XINCREF(owner);
    }
    return owner;
}

/* ---- the result ---- */

static bool is_address(const struct host_type *type)
{
    return type->kind == HOST_OBJECT || type->kind == HOST_ADDRESS ||
           type->kind == HOST_CODE;
}

PyObject *host_call_result(const struct host_call *call, const struct abx_value *value)
{
    const struct host_function *function = call->conversion.function;
    PyObject *owner = NULL;
    PyObject *made;

    if (value->kind == ABX_VALUE_INT && function->result->kind == HOST_INT)
        return PyLong_FromLongLong(value->i);
    if (value->kind != ABX_VALUE_POINTER || value->p == NULL)
        return host_from_value(function->table, value, function->result, NULL);
    if (is_address(function->result))
        owner = find_owner(call, value->p);
    if (owner == NULL && PyErr_Occurred())
        return NULL;
    made = function->is_owned && !is_address(function->result)
               ? host_pointer_create(function->result, value->p, NULL)
               : host_from_value(function->table, value, function->result, owner);
    Py_XDECREF(owner);
    return made;
}

/* ---- what C wrote ---- */

/* Pointers that C left there, into other arguments; in whatever member: a number that looks
 * like one only has something live longer. */
static int keep_written(const struct host_call *call, struct host_memory *memory)
{
    const char *data = abx_memory_data(memory->memory);
    size_t size = abx_memory_size(memory->memory);
    int status = 0;

    for (size_t at = 0; status == 0 && at + sizeof(void *) <= size;
         at += sizeof(void *)) {
        void *address;
        PyObject *owner;
        PyObject *list;

        memcpy(&address, data + at, sizeof(address));
        owner = address != NULL ? find_owner(call, address) : NULL;
        if (owner == NULL) {
            status = PyErr_Occurred() ? -1 : 0;
            continue;
        }
        list = owner != (PyObject *)memory ? Py_BuildValue("[O]", owner) : NULL;
        if (list != NULL || PyErr_Occurred())
            status = list != NULL ? host_keep_at(memory, at, list) : -1;
        Py_XDECREF(list);
        Py_DECREF(owner);
    }
    return status;
}

/* What C may have written pointers to; borrowed; or NULL. Of several objects only those that
 * were made for the call are looked through: it takes its time. */
static struct host_memory *find_written(const struct host_call *call, size_t index)
{
    const struct host_function *function = call->conversion.function;
    PyObject *object = call->has_outs ? call->outs[index] : NULL;
    bool is_out = object != NULL;
    struct host_memory *memory;

    if (!is_out)
        object = call->args[index];
    if (Py_TYPE(object) != function->table->state->memory_type)
        return NULL;
    memory = (struct host_memory *)object;
    if (!memory->type->has_pointers || abx_memory_data(memory->memory) == NULL)
        return NULL;
    if (!is_out && (memory->count != 1 || index >= function->n_parameters ||
                    host_type_leads_to_const(function->parameters[index].type)))
        return NULL;
    return memory;
}

int host_call_keep_written(const struct host_call *call)
{
    int status = 0;

    for (size_t i = 0; status == 0 && i < call->n_args; i++) {
        struct host_memory *memory = find_written(call, i);

        if (memory != NULL)
            status = keep_written(call, memory);
    }
    return status;
}

static bool is_text(const struct host_memory *out)
{
    return out->count == 1 &&
           (out->type->kind == HOST_TEXT || out->type->kind == HOST_WIDE_TEXT);
}

/* What a pointer to characters leads to is text where that is the caller's. Else it may be
 * for the caller to free, or never written: it stays a pointer. */
static int settle_text(struct host_call *call, size_t index)
{
    const struct host_memory *out = (const struct host_memory *)call->outs[index];
    const char *data = abx_memory_data(out->memory);
    PyObject *owner;
    void *address;

    memcpy(&address, data, sizeof(address));
    if (address == NULL)
        return 0;
    owner = find_owner(call, address);
    if (owner == NULL && !PyErr_Occurred())
        Py_SETREF(call->outs[index], host_pointer_create(out->type, address, NULL));
    Py_XDECREF(owner);
    return call->outs[index] != NULL && !PyErr_Occurred() ? 0 : -1;
}

int host_call_settle_texts(struct host_call *call)
{
    const struct host_state *state = call->conversion.table->state;
    int status = 0;

    for (size_t i = 0; status == 0 && i < call->n_args; i++)
        if (call->outs[i] != NULL && Py_TYPE(call->outs[i]) == state->memory_type &&
            is_text((const struct host_memory *)call->outs[i]))
            status = settle_text(call, i);
    return status;
}

/* ---- what a failure left behind ---- */

/* Of what was raised something newer is told. */
static void drop(PyObject *class, PyObject *error, PyObject *trace)
{
    Py_XDECREF(class);
    Py_XDECREF(error);
    Py_XDECREF(trace);
}

PyObject *host_call_attach_outs(struct host_call *call)
{
    const struct host_state *state = call->conversion.table->state;
    PyObject *class;
    PyObject *error;
    PyObject *trace;
    PyObject *all = NULL;
    PyObject *outs = NULL;

    PyErr_Fetch(&class, &error, &trace);
    PyErr_NormalizeException(&class, &error, &trace);
    if (host_call_keep_written(call) == 0 && host_call_settle_texts(call) == 0)
        all = host_out_join(state, call->outs, call->n_args, host_ref(Py_None));
    if (all != NULL)
        outs = PyTuple_GetSlice(all, 1, PyTuple_GET_SIZE(all));
    if (outs != NULL && PyObject_SetAttrString(error, "outs", outs) == 0)
        PyErr_Restore(class, error, trace);
    else
        drop(class, error, trace);
    Py_XDECREF(outs);
    Py_XDECREF(all);
    return NULL;
}
