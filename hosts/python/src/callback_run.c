/*
 * Running a Python callable for C. The answer to the library is always that all went well:
 * what was raised is Python's, which knows the thread's outer call, and C gets zero. So a
 * result that does not fit is found here, on the thread that it is of, by storing it into an
 * object of its type.
 */
#include "callback.h"

#include "convert.h"
#include "error.h"
#include "pointer.h"
#include "raised.h"
#include "table.h"
#include "thread.h"
#include "type.h"

/* Arguments that have room on the stack. */
enum { N_QUICK = 6 };

/* ---- arguments ---- */

/* Records are the library's for as long as C's call: Python gets a copy. */
static PyObject *copy_record(struct host_table *table, const struct abx_value *value,
                             struct host_type *type)
{
    struct abx_value copy = {.kind = ABX_VALUE_MEMORY, .type = value->type};
    struct abx_error err = {0};
    int status = abx_memory_create(table->table, type->type, 1, &copy.memory, &err);

    if (status != ABX_OK)
        return host_raise(table->state, status, &err);
    memcpy(abx_memory_data(copy.memory), abx_memory_data(value->memory),
           abx_memory_size(copy.memory));
    return host_from_value(table, &copy, type, NULL);
}

/* Characters that C may write to need not be text yet. */
static bool is_room(const struct host_type *type)
{
    return (type->kind == HOST_TEXT || type->kind == HOST_WIDE_TEXT) &&
           !host_type_leads_to_const(type);
}

static PyObject *convert_argument(struct host_table *table, const struct abx_value *value,
                                  struct host_type *type)
{
    if (value->kind == ABX_VALUE_INT && type->kind == HOST_INT)
        return PyLong_FromLongLong(value->i);
    if (value->kind == ABX_VALUE_MEMORY)
        return copy_record(table, value, type);
    if (value->kind == ABX_VALUE_POINTER && value->p != NULL && is_room(type))
        return host_pointer_create(type, value->p, NULL);
    return host_from_value(table, value, type, NULL);
}

/* The callable with converted arguments; @room has one place more, in front. */
static PyObject *call_with(struct host_callback *callback, const struct abx_value *args,
                           PyObject **room)
{
    struct host_table *table = callback->type->table;
    PyObject *callable = host_ref(callback->callable);
    PyObject *result = NULL;
    size_t n;

    for (n = 0; n < callback->n_parameters; n++) {
        room[n + 1] = convert_argument(table, &args[n], callback->parameters[n]);
        if (room[n + 1] == NULL)
            break;
    }
    if (n == callback->n_parameters)
        result = PyObject_Vectorcall(callable, room + 1,
                                     n | PY_VECTORCALL_ARGUMENTS_OFFSET, NULL);
    while (n > 0)
        Py_DECREF(room[n--]);
    Py_DECREF(callable);
    return result;
}

static PyObject *call(struct host_callback *callback, const struct abx_value *args)
{
    PyObject *quick[N_QUICK + 1];
    PyObject **room = quick;
    PyObject *result;

    if (callback->n_parameters > N_QUICK)
        room = PyMem_Malloc((callback->n_parameters + 1) * sizeof(PyObject *));
    if (room == NULL)
        return PyErr_NoMemory();
    result = call_with(callback, args, room);
    if (room != quick)
        PyMem_Free(room);
    return result;
}

/* ---- the result ---- */

/* A number that needs no rules. */
static bool convert_number(const struct host_callback *callback, PyObject *object,
                           struct abx_value *result)
{
    int overflow = 0;
    long long number;

    if (PyFloat_CheckExact(object) && callback->result->kind == HOST_FLOAT) {
        result->kind = ABX_VALUE_FLOAT;
        result->f = PyFloat_AS_DOUBLE(object);
        return abx_type_size(callback->result->bare) == sizeof(double);
    }
    if (!PyLong_CheckExact(object))
        return false;
    number = PyLong_AsLongLongAndOverflow(object, &overflow);
    if (overflow != 0 || number < callback->least || number > callback->most)
        return false;
    result->kind = ABX_VALUE_INT;
    result->i = number;
    return true;
}

/* By the library's rules, in its words. */
static int check(struct host_code *code, const struct abx_value *value)
{
    struct abx_error err = {0};
    struct abx_error told;
    const char *why = err.message;
    int status = abx_memory_set(code->scratch, "", value, &err);

    if (status == ABX_OK)
        return 0;
    told = err;
    if (strncmp(why, "the object ", strlen("the object ")) == 0)
        why += strlen("the object ");
    snprintf(told.message, sizeof(told.message), "the result of a callback %.400s", why);
    host_raise(code->state, status, &told);
    return -1;
}

static int convert_result(struct host_code *code, struct host_callback *callback,
                          PyObject *object, struct abx_value *result)
{
    struct host_conversion conversion = {.table = callback->type->table,
                                         .name = "the result of a callback"};
    struct abx_value value = {0};
    int status;

    if (convert_number(callback, object, &value)) {
        *result = value;
        return 0;
    }
    status = host_to_value(&conversion, object, callback->result, &value);
    if (status == 0 && conversion.keep != NULL)
        status = host_result_keep(code, conversion.keep);
    Py_XDECREF(conversion.keep);
    if (status == 0)
        status = check(code, &value);
    if (status == 0)
        *result = value;
    return status;
}

/* ---- all together ---- */

static int run(struct host_code *code, struct host_callback *callback,
               const struct abx_value *args, struct abx_value *result)
{
    PyObject *object;
    int status = 0;

    if (callback->callable == NULL) {
        PyErr_Format(PyExc_ValueError,
                     "a callback of type %S was called after it was closed",
                     callback->type);
        return -1;
    }
    object = call(callback, args);
    if (object == NULL)
        return -1;
    if (callback->result->kind != HOST_VOID)
        status = convert_result(code, callback, object, result);
    Py_DECREF(object);
    return status;
}

/* C kept it, or this thread waited for the lock when it ended. */
static void refuse_ended(struct host_code *code)
{
    if (code->type != NULL)
        PyErr_Format(PyExc_ValueError,
                     "a callback of type %S was called after it was destroyed",
                     code->type);
    else
        PyErr_SetString(PyExc_ValueError, "a callback was called after it was destroyed");
    host_raised_keep(code->state, NULL);
}

static void run_or_keep(struct host_code *code, const struct abx_value *args,
                        struct abx_value *result)
{
    struct host_callback *callback = code->callback;

    if (host_raised_is_waiting(code->state))
        return;
    if (callback == NULL) {
        refuse_ended(code);
        return;
    }
    Py_INCREF(callback);
    if (run(code, callback, args, result) < 0)
        host_raised_keep(code->state, (PyObject *)callback);
    Py_DECREF(callback);
}

int host_callback_handle(void *user, const struct abx_value *args, size_t n_args,
                         struct abx_value *result, struct abx_error *err)
{
    struct host_code *code = user;
    struct host_entry entry;

    (void)n_args;
    (void)err;
    *result = code->zero;
    if (!host_thread_enter(code->state, &entry))
        return ABX_OK;
    run_or_keep(code, args, result);
    host_thread_leave(&entry);
    return ABX_OK;
}
