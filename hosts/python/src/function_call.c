/*
 * Calls. Where all arguments are numbers without rules they go straight into the image of
 * registers that the library calls with; else they become tagged values, which the library
 * checks. Either way scalars cost no allocation, and what an argument needs besides lives on
 * one list until the call is over.
 */
#include "function.h"

#include "convert.h"
#include "error.h"
#include "function_result.h"
#include "memory.h"
#include "out.h"
#include "pointer.h"
#include "raised.h"
#include "table.h"
#include "type.h"

/* Arguments that have room on the stack. */
enum { N_QUICK = 8 };

static PyObject *raise(const struct host_function *function, int status,
                       struct abx_value *result, const struct abx_error *err)
{
    if (result->kind == ABX_VALUE_MEMORY)
        abx_memory_destroy(result->memory);
    return host_raise(function->table->state, status, err);
}

/* ---- by tagged values ---- */

static int add_out(struct host_call *call, size_t index)
{
    const struct host_function *function = call->conversion.function;
    const struct host_out *out = (const struct host_out *)call->args[index];
    bool is_named = index < function->n_parameters;
    struct host_type *type = is_named ? function->parameters[index].type : NULL;
    Py_ssize_t count = out->count;

    if (count == 0 && is_named)
        count = (Py_ssize_t)function->parameters[index].least;
    if (!call->has_outs)
        memset(call->outs, 0, call->n_args * sizeof(*call->outs));
    call->has_outs = true;
    call->outs[index] =
        host_out_make(&call->conversion, type, count, &call->values[index]);
    return call->outs[index] != NULL ? 0 : -1;
}

static int convert(struct host_call *call)
{
    const struct host_function *function = call->conversion.function;
    const PyTypeObject *out = function->table->state->out_type;

    for (size_t i = 0; i < call->n_args; i++) {
        struct host_type *type =
            i < function->n_parameters ? function->parameters[i].type : NULL;
        PyObject *argument = call->args[i];
        int status;

        call->conversion.index = i;
        if (Py_TYPE(argument) == out)
            status = add_out(call, i);
        else
            status = host_to_value(&call->conversion, argument, type, &call->values[i]);
        if (status < 0)
            return -1;
    }
    return 0;
}

/* Whoever uses the pointer from now on is told, where C would crash. Memory the library marks
 * itself. */
static void mark_freed(const struct host_call *call, int status)
{
    const struct host_function *function = call->conversion.function;
    size_t index = function->freed - 1;

    if (index < call->n_args &&
        (status == ABX_OK || (status == ABX_FAILED && !function->frees_on_success)) &&
        Py_TYPE(call->args[index]) == function->table->state->pointer_type)
        ((struct host_pointer *)call->args[index])->is_freed = true;
}

/* Whether somebody but C owns what it leads to: through pointers and views to where they
 * were read from. */
static bool is_lent(const struct host_state *state, PyObject *object)
{
    while (object != NULL && object != Py_None) {
        if (Py_TYPE(object) == state->pointer_type)
            object = ((struct host_pointer *)object)->owner;
        else if (Py_TYPE(object) == state->memory_type &&
                 ((struct host_memory *)object)->is_foreign)
            object = ((struct host_memory *)object)->owner;
        else
            return true;
    }
    return false;
}

/* What the call was lent is not C's to free. */
static int check_freed(struct host_call *call)
{
    const struct host_function *function = call->conversion.function;

    call->conversion.index = function->freed - 1;
    if (call->conversion.index >= call->n_args ||
        !is_lent(function->table->state, call->args[call->conversion.index]))
        return 0;
    return host_refuse(&call->conversion, PyExc_ValueError,
                       "may be freed: it takes no memory that abidex owns, nor any of "
                       "Python's");
}

static PyObject *run(struct host_call *call)
{
    struct host_function *function = call->conversion.function;
    struct abx_value result = {0};
    struct abx_error err;
    PyObject *made = NULL;
    int status;

    if (convert(call) < 0 || (function->freed > 0 && check_freed(call) < 0))
        return NULL;
    host_call_begin();
    status = abx_call(function->function, call->values, call->n_args, &result, &err);
    if (function->freed > 0)
        mark_freed(call, status);
    if (host_call_end(function->table->state) || status != ABX_OK) {
        raise(function, status, &result, &err);
        return call->has_outs && status == ABX_FAILED ? host_call_attach_outs(call)
                                                      : NULL;
    }
    made = host_call_result(call, &result);
    if (made != NULL && call->n_args > 1 && host_call_keep_written(call) < 0)
        made = host_drop(made);
    if (made != NULL && call->has_outs && host_call_settle_texts(call) < 0)
        made = host_drop(made);
    return call->has_outs
               ? host_out_join(function->table->state, call->outs, call->n_args, made)
               : made;
}

static PyObject *refuse_count(const struct host_function *function, size_t got)
{
    return PyErr_Format(PyExc_TypeError, "%s: takes %s%zu argument%s, got %zu",
                        abx_function_name(function->function),
                        function->is_variadic ? "at least " : "", function->n_parameters,
                        function->n_parameters == 1 ? "" : "s", got);
}

/* What is not written here is written where it is used first. */
static void init(struct host_call *call, struct host_function *function,
                 PyObject *const *args, size_t n_args)
{
    call->conversion = (struct host_conversion){
        .table = function->table, .function = function, .buffers = &call->buffers};
    call->buffers.n = 0;
    call->args = args;
    call->n_args = n_args;
    call->has_outs = false;
}

static void finish(struct host_call *call)
{
    host_buffers_release(&call->buffers);
    Py_XDECREF(call->conversion.keep);
    for (size_t i = 0; call->has_outs && i < call->n_args; i++)
        Py_XDECREF(call->outs[i]);
}

static PyObject *call_many(struct host_function *function, PyObject *const *args,
                           size_t n_args)
{
    struct host_call call;
    PyObject *result = NULL;

    init(&call, function, args, n_args);
    call.values = PyMem_Calloc(n_args, sizeof(*call.values));
    call.outs = PyMem_Calloc(n_args, sizeof(*call.outs));
    if (call.values != NULL && call.outs != NULL)
        result = run(&call);
    else
        PyErr_NoMemory();
    finish(&call);
    PyMem_Free(call.values);
    PyMem_Free(call.outs);
    return result;
}

static PyObject *call_values(struct host_function *function, PyObject *const *args,
                             size_t n_args)
{
    struct abx_value values[N_QUICK];
    PyObject *outs[N_QUICK];
    struct host_call call;
    PyObject *result;

    if (n_args < function->n_parameters ||
        (n_args > function->n_parameters && !function->is_variadic))
        return refuse_count(function, n_args);
    if (n_args > N_QUICK)
        return call_many(function, args, n_args);
    init(&call, function, args, n_args);
    call.values = values;
    call.outs = outs;
    result = run(&call);
    finish(&call);
    return result;
}

/* ---- by image ---- */

/* False: the rules of the library have to say what is wrong with it, or take it. */
static bool set_place(const struct abx_place *place, union abx_image_words *words,
                      PyObject *argument)
{
    int overflow = 0;
    long long number;

    if (place->scalar == ABX_SCALAR_DOUBLE && PyFloat_CheckExact(argument)) {
        abx_image_set_double(place, words, PyFloat_AS_DOUBLE(argument));
        return true;
    }
    if (!PyLong_CheckExact(argument) ||
        (place->scalar != ABX_SCALAR_INT && place->scalar != ABX_SCALAR_UINT))
        return false;
    number = PyLong_AsLongLongAndOverflow(argument, &overflow);
    if (overflow != 0 || number < place->least ||
        (number >= 0 && (uint64_t)number > place->most))
        return false;
    abx_image_set_integer(place, words, (uint64_t)number);
    return true;
}

static bool fill_image(const struct abx_image *image, union abx_image_words *words,
                       PyObject *const *args)
{
    for (size_t i = 0; i < image->n_places; i++)
        if (!set_place(&image->places[i], words, args[i]))
            return false;
    return true;
}

static PyObject *call_image(struct host_function *function,
                            const union abx_image_words *words)
{
    struct abx_value result = {0};
    struct abx_error err;
    int status;

    host_call_begin();
    status = abx_call_image(function->function, words, &result, &err);
    if (host_call_end(function->table->state) || status != ABX_OK)
        return raise(function, status, &result, &err);
    if (result.kind == ABX_VALUE_INT && function->result->kind == HOST_INT)
        return PyLong_FromLongLong(result.i);
    return host_from_value(function->table, &result, function->result, NULL);
}

/* ---- by name ---- */

static bool is_named(const struct host_parameter *parameter, PyObject *keyword)
{
    PyObject *with_mark;
    bool is_same;

    if (parameter->name == NULL)
        return false;
    if (!parameter->is_keyword)
        return PyUnicode_CompareWithASCIIString(keyword, parameter->name) == 0;
    with_mark = PyUnicode_FromFormat("%s_", parameter->name);
    is_same = with_mark != NULL && PyUnicode_Compare(keyword, with_mark) == 0;
    Py_XDECREF(with_mark);
    return is_same;
}

/* Puts a keyword's value to its parameter. */
static int place_named(const struct host_function *function, PyObject *keyword,
                       PyObject *value, PyObject **all)
{
    const char *name = abx_function_name(function->function);

    for (size_t i = 0; i < function->n_parameters; i++) {
        if (!is_named(&function->parameters[i], keyword))
            continue;
        if (all[i] != NULL) {
            PyErr_Format(PyExc_TypeError, "%s: argument %zu (%U) is given twice", name,
                         i + 1, keyword);
            return -1;
        }
        all[i] = value;
        return 0;
    }
    if (!PyErr_Occurred())
        PyErr_Format(PyExc_TypeError, "%s: has no parameter %U", name, keyword);
    return -1;
}

static int place_all(const struct host_function *function, PyObject *const *args,
                     size_t n_args, PyObject *names, PyObject **all)
{
    size_t i;

    for (i = 0; i < n_args; i++)
        all[i] = args[i];
    for (i = 0; i < (size_t)PyTuple_GET_SIZE(names); i++)
        if (place_named(function, PyTuple_GET_ITEM(names, i), args[n_args + i], all) < 0)
            return -1;
    for (i = 0; i < function->n_parameters; i++)
        if (all[i] == NULL) {
            PyErr_Format(PyExc_TypeError, "%s: argument %zu (%s) is missing",
                         abx_function_name(function->function), i + 1,
                         function->parameters[i].name != NULL
                             ? function->parameters[i].name
                             : "without a name");
            return -1;
        }
    return 0;
}

static PyObject *call_named(struct host_function *function, PyObject *const *args,
                            size_t n_args, PyObject *names)
{
    size_t room = n_args > function->n_parameters ? n_args : function->n_parameters;
    PyObject **all = PyMem_Calloc(room + 1, sizeof(PyObject *));
    PyObject *result = NULL;

    if (all == NULL)
        return PyErr_NoMemory();
    if (place_all(function, args, n_args, names, all) == 0)
        result = call_values(function, all, room);
    PyMem_Free(all);
    return result;
}

static PyObject *call_any(struct host_function *function, PyObject *const *args,
                          size_t n_args, PyObject *names)
{
    union abx_image_words words;

    if (names != NULL && PyTuple_GET_SIZE(names) > 0)
        return call_named(function, args, n_args, names);
    if (function->image != NULL && n_args == function->n_parameters &&
        fill_image(function->image, &words, args))
        return call_image(function, &words);
    return call_values(function, args, n_args);
}

PyObject *host_function_call(PyObject *self, PyObject *const *args, size_t nargsf,
                             PyObject *names)
{
    PyObject *result = call_any((struct host_function *)self, args,
                                (size_t)PyVectorcall_NARGS(nargsf), names);

    host_results_end();
    return result;
}
