/*
 * C functions that end in a Python callable. What C's call needs is not the Callback, which
 * Python may end at any moment, but a piece of memory that the library gives back when no
 * thread can be on its way into it any more; it refers to the Callback while there is one.
 *
 * Where C may have kept the address, it stays, and with it the table, for good: the code must
 * answer whenever C calls, be it when the process exits; and what is wrong then is told on the
 * thread that C calls on.
 */
#include "callback.h"

#include "error.h"
#include "table.h"
#include "type.h"

static struct host_table *table_of(const struct host_callback *callback)
{
    return callback->type->table;
}

/* ---- what C's call needs ---- */

/* The library tells this under the lock: when a Callback or a table ends. */
static void release(void *user)
{
    struct host_code *code = user;

    abx_memory_destroy(code->scratch);
    Py_XDECREF(code->keep);
    Py_XDECREF(code->type);
    PyMem_Free(code);
}

/* What C gets where nothing runs. */
static int set_zero(struct host_code *code, struct host_callback *callback,
                    struct abx_error *err)
{
    switch (callback->result->kind) {
    case HOST_VOID:
        return ABX_OK;
    case HOST_TEXT:
    case HOST_WIDE_TEXT:
    case HOST_OBJECT:
    case HOST_ADDRESS:
    case HOST_CODE:
        code->zero.kind = ABX_VALUE_POINTER;
        break;
    case HOST_RECORD:
    case HOST_COMPLEX:
        code->zero.kind = ABX_VALUE_MEMORY;
        break;
    default:
        code->zero.kind = ABX_VALUE_INT;
    }
    return abx_memory_create(table_of(callback)->table, callback->result->type, 1,
                             &code->scratch, err);
}

static struct host_code *make_code(struct host_callback *callback, struct abx_error *err,
                                   int *statusp)
{
    struct host_code *code = PyMem_Calloc(1, sizeof(*code));

    *statusp = ABX_NO_MEMORY;
    if (code == NULL)
        return NULL;
    code->state = table_of(callback)->state;
    code->callback = callback;
    code->number = ++code->state->n_codes;
    *statusp = set_zero(code, callback, err);
    if (code->zero.kind == ABX_VALUE_MEMORY)
        code->zero.memory = code->scratch;
    return code;
}

/* ---- making one ---- */

static int set_parameters(struct host_callback *callback, const struct abx_type *function)
{
    size_t n = abx_type_n_parameters(function);

    callback->parameters = PyMem_Calloc(n + 1, sizeof(struct host_type *));
    if (callback->parameters == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    for (size_t i = 0; i < n; i++) {
        const struct abx_type *type = NULL;
        const char *unused;

        abx_type_parameter(function, i, &unused, &type);
        callback->parameters[i] = host_type_get(table_of(callback), type);
        if (callback->parameters[i] == NULL)
            return -1;
        callback->n_parameters++;
    }
    return 0;
}

/* An empty range where the result is no integer. */
static void set_range(struct host_callback *callback)
{
    const struct abx_type *type = callback->result->bare;
    size_t n_bits = 8 * abx_type_size(type);

    callback->least = 0;
    callback->most = -1;
    if (callback->result->kind != HOST_INT)
        return;
    if (abx_type_is_signed(type)) {
        callback->most = LLONG_MAX >> (64 - n_bits);
        callback->least = -callback->most - 1;
    } else {
        callback->most = n_bits < 64 ? (1LL << n_bits) - 1 : LLONG_MAX;
    }
}

/* By the type of the function that the library made of it. */
static int set_types(struct host_callback *callback, const struct abx_type *function)
{
    struct host_type *type = host_type_get(table_of(callback), function);

    if (type == NULL)
        return -1;
    callback->result = host_type_target(type);
    Py_DECREF(type);
    if (callback->result == NULL)
        return -1;
    set_range(callback);
    return set_parameters(callback, function);
}

/* A function, or what one is behind a pointer; NULL and TypeError. */
static const struct abx_type *find_function(const struct host_type *type)
{
    const struct abx_type *function =
        type->kind == HOST_FUNCTION ? type->bare : type->bare_target;

    if (function != NULL && abx_type_kind(function) == ABX_TYPE_FUNCTION)
        return function;
    PyErr_Format(PyExc_TypeError, "no callback can be of type %S: it is no function",
                 type);
    return NULL;
}

static int make_callback(struct host_callback *callback)
{
    struct abx_callback_options options = {
        .mode = ABX_CALLBACK_ATTACH, .handler = host_callback_handle, .release = release};
    struct host_table *table = table_of(callback);
    struct abx_error err = {0};
    int status;

    options.user = make_code(callback, &err, &status);
    if (status == ABX_OK)
        status = abx_callback_create(table->table, callback->type->type, &options,
                                     &callback->callback, &err);
    if (status == ABX_OK) {
        callback->code = options.user;
        return 0;
    }
    if (options.user != NULL)
        release(options.user);
    host_raise(table->state, status, &err);
    return -1;
}

static struct host_callback *allocate(struct host_type *type, PyObject *callable)
{
    struct host_callback *callback =
        PyObject_GC_New(struct host_callback, type->table->state->callback_type);

    if (callback == NULL)
        return NULL;
    callback->type = (struct host_type *)host_ref(type);
    callback->result = NULL;
    callback->parameters = NULL;
    callback->n_parameters = 0;
    callback->callable = host_ref(callable);
    callback->callback = NULL;
    callback->code = NULL;
    callback->is_pinned = false;
    callback->weak = NULL;
    return callback;
}

PyObject *host_callback_create(struct host_type *type, PyObject *callable)
{
    const struct abx_type *function = find_function(type);
    struct host_callback *callback;

    if (function == NULL)
        return NULL;
    if (!PyCallable_Check(callable))
        return PyErr_Format(PyExc_TypeError, "a callback takes a callable, got %.80s",
                            Py_TYPE(callable)->tp_name);
    callback = allocate(type, callable);
    if (callback == NULL)
        return NULL;
    PyObject_GC_Track(callback);
    if (set_types(callback, function) < 0 || make_callback(callback) < 0)
        Py_CLEAR(callback);
    return (PyObject *)callback;
}

/* ---- handing it to C ---- */

struct abx_callback *host_callback_use(PyObject *object, bool stays)
{
    struct host_callback *callback = (struct host_callback *)object;

    if (callback->callable == NULL) {
        PyErr_SetString(PyExc_ValueError, "the callback was closed");
        return NULL;
    }
    if (stays && !callback->is_pinned) {
        callback->is_pinned = true;
        Py_INCREF(table_of(callback)); /* for good */
    }
    return callback->callback;
}

/* ---- the type ---- */

static int callback_traverse(struct host_callback *callback, visitproc visit, void *arg)
{
    Py_VISIT(Py_TYPE(callback));
    Py_VISIT(callback->type);
    Py_VISIT(callback->result);
    for (size_t i = 0; i < callback->n_parameters; i++)
        Py_VISIT(callback->parameters[i]);
    Py_VISIT(callback->callable);
    if (callback->code != NULL)
        Py_VISIT(callback->code->keep);
    return 0;
}

static int callback_clear(struct host_callback *callback)
{
    Py_CLEAR(callback->callable);
    if (callback->code != NULL)
        Py_CLEAR(callback->code->keep);
    return 0;
}

static void end_code(const struct host_callback *callback)
{
    if (callback->code == NULL)
        return;
    callback->code->callback = NULL;
    if (callback->is_pinned)
        callback->code->type = (struct host_type *)host_ref(callback->type);
}

static void callback_dealloc(struct host_callback *callback)
{
    PyTypeObject *type = Py_TYPE(callback);

    PyObject_GC_UnTrack(callback);
    end_code(callback); /* first: what follows may let other threads run */
    if (callback->weak != NULL)
        PyObject_ClearWeakRefs((PyObject *)callback);
    if (!callback->is_pinned)
        abx_callback_destroy(callback->callback);
    Py_XDECREF(callback->callable);
    for (size_t i = 0; i < callback->n_parameters; i++)
        Py_DECREF(callback->parameters[i]);
    PyMem_Free(callback->parameters);
    Py_XDECREF(callback->result);
    Py_XDECREF(callback->type);
    PyObject_GC_Del(callback);
    Py_DECREF(type);
}

static PyObject *callback_repr(struct host_callback *callback)
{
    if (callback->callable == NULL)
        return PyUnicode_FromFormat("<abidex callback %S, closed>", callback->type);
    return PyUnicode_FromFormat("<abidex callback %S of %R>", callback->type,
                                callback->callable);
}

/* As Python calls the callable: nothing goes through C. */
static PyObject *callback_call(struct host_callback *callback, PyObject *args,
                               PyObject *keywords)
{
    PyObject *callable;
    PyObject *result;

    if (host_callback_use((PyObject *)callback, false) == NULL)
        return NULL;
    callable = host_ref(callback->callable);
    result = PyObject_Call(callable, args, keywords);
    Py_DECREF(callable);
    return result;
}

static PyObject *callback_close(struct host_callback *callback, PyObject *unused)
{
    (void)unused;
    Py_CLEAR(callback->callable);
    Py_RETURN_NONE;
}

static PyObject *callback_enter(struct host_callback *callback, PyObject *unused)
{
    (void)unused;
    if (host_callback_use((PyObject *)callback, false) == NULL)
        return NULL;
    return host_ref(callback);
}

static PyObject *callback_exit(struct host_callback *callback, PyObject *args)
{
    (void)args;
    Py_CLEAR(callback->callable);
    Py_RETURN_NONE;
}

static PyObject *callback_type(struct host_callback *callback, void *unused)
{
    (void)unused;
    return host_ref(callback->type);
}

static PyObject *callback_function(struct host_callback *callback, void *unused)
{
    (void)unused;
    return host_ref(callback->callable != NULL ? callback->callable : Py_None);
}

static PyObject *callback_closed(struct host_callback *callback, void *unused)
{
    (void)unused;
    return PyBool_FromLong(callback->callable == NULL);
}

static PyMethodDef callback_methods[] = {
    {"close", (PyCFunction)callback_close, METH_NOARGS,
     "close($self, /)\n--\n\n"
     "Let go of the function: C's calls are errors from now on, and answer zero."},
    {"__enter__", (PyCFunction)callback_enter, METH_NOARGS, NULL},
    {"__exit__", (PyCFunction)callback_exit, METH_VARARGS, NULL},
    HOST_NO_PICKLE,
    {NULL, NULL, 0, NULL},
};

static PyGetSetDef callback_getset[] = {
    {"type", (getter)callback_type, NULL, "The type that it was made of.", NULL},
    {"function", (getter)callback_function, NULL, "What C's calls end in, or None.",
     NULL},
    {"closed", (getter)callback_closed, NULL, "Whether it was closed.", NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

static PyMemberDef callback_members[] = {
    {"__weaklistoffset__", T_PYSSIZET, offsetof(struct host_callback, weak), READONLY,
     NULL},
    {NULL, 0, 0, 0, NULL},
};

static PyType_Slot callback_slots[] = {
    {Py_tp_doc,
     (char *)"A C function that calls a Python function: TYPE(function) makes it.\n\n"
             "What the function raises comes out of the call that C is in on the same "
             "thread,\n"
             "or where there is none goes to sys.unraisablehook; C gets zero meanwhile. "
             "C may "
             "call\n"
             "on any thread. A function that is given to C where a pointer to one is "
             "wanted\n"
             "becomes a Callback by itself. It can be closed, and is a context manager."},
    {Py_tp_new, host_no_new},
    {Py_tp_dealloc, callback_dealloc},
    {Py_tp_traverse, callback_traverse},
    {Py_tp_clear, callback_clear},
    {Py_tp_repr, callback_repr},
    {Py_tp_call, callback_call},
    {Py_tp_methods, callback_methods},
    {Py_tp_getset, callback_getset},
    {Py_tp_members, callback_members},
    {0, NULL},
};

PyType_Spec host_callback_spec = {
    .name = "abidex.Callback",
    .basicsize = sizeof(struct host_callback),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC,
    .slots = callback_slots,
};
