/*
 * Functions of a library. What a call needs of the table is looked up here, once, when the
 * name is first asked for; function_call.c is the call itself. A Function is a routine to
 * Python's tools: help() and inspect find its name, its text and its parameters, and as an
 * attribute of a class it stays what it is.
 */
#include "function.h"

#include "convert.h"
#include "error.h"
#include "table.h"
#include "type.h"

/* ---- making ---- */

/* "2:call,3:kept": whether the parameter has that lifetime. */
static bool has_lifetime(const char *list, size_t number, const char *lifetime)
{
    char *end;

    while (list != NULL && *list != '\0') {
        unsigned long at = strtoul(list, &end, 10);

        if (*end != ':')
            return false;
        list = end + 1;
        if (at == number)
            return strncmp(list, lifetime, strlen(lifetime)) == 0;
        list = strchr(list, ',');
        list = list != NULL ? list + 1 : NULL;
    }
    return false;
}

/* "1:2": at least so many objects. */
static size_t find_least(const char *list, size_t number)
{
    char *end;

    while (list != NULL && *list != '\0') {
        unsigned long at = strtoul(list, &end, 10);
        unsigned long least = *end == ':' ? strtoul(end + 1, &end, 10) : 0;

        if (at == number)
            return least;
        list = *end == ',' ? end + 1 : NULL;
    }
    return 0;
}

/* "1", "1:success" */
static void find_freed(struct host_function *made)
{
    const char *frees = abx_function_find_attribute(made->function, "frees");
    char *end = NULL;

    made->freed = frees != NULL ? strtoul(frees, &end, 10) : 0;
    made->frees_on_success = made->freed > 0 && strcmp(end, ":success") == 0;
}

static int set_keyword(const struct host_state *state, struct host_parameter *parameter)
{
    PyObject *name;
    int answer;

    if (parameter->name == NULL)
        return 0;
    name = host_from_text(parameter->name, strlen(parameter->name));
    answer = name != NULL ? PySet_Contains(state->keywords, name) : -1;
    Py_XDECREF(name);
    parameter->is_keyword = answer > 0;
    return answer < 0 ? -1 : 0;
}

static int find_parameters(struct host_function *made)
{
    const char *callbacks = abx_function_find_attribute(made->function, "callback");
    const char *bounds = abx_function_find_attribute(made->function, "static");
    size_t count = made->n_parameters;

    made->parameters = PyMem_Calloc(count + 1, sizeof(*made->parameters));
    if (made->parameters == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    for (size_t i = 0; i < count; i++) {
        struct host_parameter *parameter = &made->parameters[i];
        const struct abx_type *type = NULL;

        abx_type_parameter(made->type->bare, i, &parameter->name, &type);
        parameter->type = host_type_get(made->table, type);
        parameter->is_during_call = has_lifetime(callbacks, i + 1, "call");
        parameter->is_in_signal = has_lifetime(callbacks, i + 1, "signal");
        parameter->least = find_least(bounds, i + 1);
        if (parameter->type == NULL || set_keyword(made->table->state, parameter) < 0)
            return -1;
    }
    return 0;
}

/* An image serves where no argument has rules beyond its range, and is a number. */
static const struct abx_image *find_image(const struct abx_function *function)
{
    const struct abx_image *image = abx_function_image(function);

    for (size_t i = 0; image != NULL && i < image->n_places; i++)
        if (image->places[i].has_rules || image->places[i].scalar == ABX_SCALAR_POINTER)
            return NULL;
    return image;
}

static int init(struct host_function *made)
{
    made->type = host_type_get(made->table, abx_function_type(made->function));
    if (made->type == NULL)
        return -1;
    made->result = host_type_target(made->type);
    if (made->result == NULL)
        return -1;
    made->n_parameters = abx_type_n_parameters(made->type->bare);
    made->is_variadic = abx_type_is_variadic(made->type->bare) ||
                        !abx_type_has_prototype(made->type->bare);
    made->is_owned = abx_function_find_attribute(made->function, "malloc") != NULL;
    find_freed(made);
    made->image = find_image(made->function);
    return find_parameters(made);
}

PyObject *host_function_create(struct host_table *table, struct abx_function *function)
{
    struct host_function *made =
        PyObject_GC_New(struct host_function, table->state->function_type);

    if (made == NULL)
        return NULL;
    made->vectorcall = host_function_call;
    made->table = (struct host_table *)host_ref(table);
    made->function = function;
    made->image = NULL;
    made->type = NULL;
    made->result = NULL;
    made->parameters = NULL;
    made->n_parameters = 0;
    made->weak = NULL;
    PyObject_GC_Track(made);
    if (init(made) < 0)
        made = host_drop(made);
    return (PyObject *)made;
}

static int function_traverse(struct host_function *function, visitproc visit, void *arg)
{
    Py_VISIT(Py_TYPE(function));
    Py_VISIT(function->table);
    Py_VISIT(function->type);
    Py_VISIT(function->result);
    for (size_t i = 0; function->parameters != NULL && i < function->n_parameters; i++)
        Py_VISIT(function->parameters[i].type);
    return 0;
}

static void function_dealloc(struct host_function *function)
{
    PyTypeObject *type = Py_TYPE(function);

    PyObject_GC_UnTrack(function);
    if (function->weak != NULL)
        PyObject_ClearWeakRefs((PyObject *)function);
    for (size_t i = 0; function->parameters != NULL && i < function->n_parameters; i++)
        Py_XDECREF(function->parameters[i].type);
    PyMem_Free(function->parameters);
    Py_XDECREF(function->result);
    Py_XDECREF(function->type);
    Py_XDECREF(function->table);
    PyObject_GC_Del(function);
    Py_DECREF(type);
}

/* ---- what it tells ---- */

static PyObject *text_or_none(const char *text)
{
    if (text == NULL)
        Py_RETURN_NONE;
    return host_from_text(text, strlen(text));
}

static PyObject *get_name(struct host_function *function, void *unused)
{
    (void)unused;
    return text_or_none(abx_function_name(function->function));
}

static PyObject *get_symbol(struct host_function *function, void *unused)
{
    (void)unused;
    return text_or_none(abx_function_symbol(function->function));
}

static PyObject *get_library(struct host_function *function, void *unused)
{
    (void)unused;
    return text_or_none(abx_function_library(function->function));
}

static PyObject *get_type(struct host_function *function, void *unused)
{
    (void)unused;
    return host_ref(function->type);
}

static PyObject *list_codes(const char *const *codes, size_t count)
{
    PyObject *list = PyTuple_New((Py_ssize_t)count);

    for (size_t i = 0; list != NULL && i < count; i++) {
        PyObject *code = PyUnicode_FromString(codes[i]);

        if (code == NULL)
            list = host_drop(list);
        else
            PyTuple_SET_ITEM(list, (Py_ssize_t)i, code);
    }
    return list;
}

static PyObject *get_contract(struct host_function *function, void *unused)
{
    const struct abx_contract *contract = abx_function_contract(function->function);

    (void)unused;
    if (contract->when == NULL)
        Py_RETURN_NONE;
    return Py_BuildValue("{szszszsNsNszszsNsN}", "when", contract->when, "where",
                         contract->where, "space", contract->space, "clears",
                         PyBool_FromLong(contract->clears), "blocks",
                         PyBool_FromLong(contract->blocks), "eintr", contract->eintr,
                         "timeout", contract->timeout, "successes",
                         list_codes(contract->successes, contract->n_successes), "codes",
                         list_codes(contract->codes, contract->n_codes));
}

static PyObject *get_doc(struct host_function *function, void *unused)
{
    (void)unused;
    return host_function_text(function);
}

static PyObject *get_signature(struct host_function *function, void *unused)
{
    (void)unused;
    return host_function_signature(function);
}

static PyObject *function_repr(struct host_function *function)
{
    PyObject *text = host_function_declaration(function);
    PyObject *repr =
        text != NULL ? PyUnicode_FromFormat("<abidex function %U>", text) : NULL;

    Py_XDECREF(text);
    return repr;
}

/* As an attribute of a class it binds no object. */
static PyObject *function_get(PyObject *self, PyObject *object, PyObject *owner)
{
    (void)object;
    (void)owner;
    return host_ref(self);
}

/* ---- the type ---- */

static PyGetSetDef function_getset[] = {
    {"name", (getter)get_name, NULL, "As in the table.", NULL},
    {"symbol", (getter)get_symbol, NULL, "By which the library exports it.", NULL},
    {"library", (getter)get_library, NULL, "That exports it, or None.", NULL},
    {"type", (getter)get_type, NULL, "Of the function.", NULL},
    {"contract", (getter)get_contract, NULL, "How it fails, as a dict; None: not said.",
     NULL},
    {"__name__", (getter)get_name, NULL, NULL, NULL},
    {"__qualname__", (getter)get_name, NULL, NULL, NULL},
    {"__doc__", (getter)get_doc, NULL, NULL, NULL},
    {"__text_signature__", (getter)get_signature, NULL, NULL, NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

static PyMethodDef function_methods[] = {
    HOST_NO_PICKLE,
    {NULL, NULL, 0, NULL},
};

static PyMemberDef function_members[] = {
    {"__vectorcalloffset__", T_PYSSIZET, offsetof(struct host_function, vectorcall),
     READONLY, NULL},
    {"__weaklistoffset__", T_PYSSIZET, offsetof(struct host_function, weak), READONLY,
     NULL},
    {NULL, 0, 0, 0, NULL},
};

static PyType_Slot function_slots[] = {
    {Py_tp_new, host_no_new},
    {Py_tp_dealloc, function_dealloc},
    {Py_tp_traverse, function_traverse},
    {Py_tp_call, PyVectorcall_Call},
    {Py_tp_repr, function_repr},
    {Py_tp_descr_get, function_get},
    {Py_tp_getset, function_getset},
    {Py_tp_methods, function_methods},
    {Py_tp_members, function_members},
    {0, NULL},
};

PyType_Spec host_function_spec = {
    .name = "abidex.Function",
    .basicsize = sizeof(struct host_function),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_HAVE_VECTORCALL,
    .slots = function_slots,
};
