/*
 * The module _abidex: its state, its types, and the functions that belong to no object.
 * Initialised in two phases, so that each interpreter has its own context, whose owner is
 * the thread that imports the module.
 */
#include "callback.h"
#include "error.h"
#include "function.h"
#include "member.h"
#include "memory.h"
#include "names.h"
#include "out.h"
#include "pointer.h"
#include "signal.h"
#include "table.h"
#include "thread.h"
#include "type.h"

/* ---- functions ---- */

static PyObject *refuse_object(PyObject *object, const char *what)
{
    return PyErr_Format(PyExc_TypeError, "%s of %.80s: not a type or memory", what,
                        Py_TYPE(object)->tp_name);
}

static PyObject *module_sizeof(PyObject *module, PyObject *object)
{
    struct host_state *state = PyModule_GetState(module);

    if (Py_TYPE(object) == state->memory_type)
        return PyLong_FromSize_t(abx_memory_size(((struct host_memory *)object)->memory));
    if (Py_TYPE(object) != state->type_type)
        return refuse_object(object, "sizeof");
    if (!abx_type_is_complete(((struct host_type *)object)->type))
        return PyErr_Format(PyExc_TypeError, "sizeof: %R has no size", object);
    return PyLong_FromSize_t(abx_type_size(((struct host_type *)object)->type));
}

static PyObject *module_typeof(PyObject *module, PyObject *object)
{
    struct host_state *state = PyModule_GetState(module);

    if (Py_TYPE(object) == state->memory_type)
        return host_ref(((struct host_memory *)object)->type);
    if (Py_TYPE(object) == state->pointer_type)
        return host_ref(((struct host_pointer *)object)->type);
    if (Py_TYPE(object) == state->function_type)
        return host_ref(((struct host_function *)object)->type);
    if (Py_TYPE(object) == state->callback_type)
        return PyObject_GetAttrString(object, "type");
    return refuse_object(object, "typeof");
}

static PyObject *function_address(const struct host_function *function)
{
    void *address = abx_function_address(function->function);

    if (address == NULL)
        return PyErr_Format(PyExc_ValueError, "address: %R can't be called",
                            (PyObject *)function);
    return PyLong_FromVoidPtr(address);
}

static PyObject *module_address(PyObject *module, PyObject *object)
{
    struct host_state *state = PyModule_GetState(module);
    void *data = NULL;

    if (Py_TYPE(object) == state->memory_type) {
        data = host_memory_data((struct host_memory *)object);
        return data != NULL ? PyLong_FromVoidPtr(data) : NULL;
    }
    if (Py_TYPE(object) == state->pointer_type)
        return PyLong_FromVoidPtr(((struct host_pointer *)object)->address);
    if (Py_TYPE(object) == state->function_type)
        return function_address((struct host_function *)object);
    if (Py_TYPE(object) == state->callback_type) {
        struct abx_callback *callback = host_callback_use(object, true);

        return callback != NULL ? PyLong_FromVoidPtr(abx_callback_address(callback))
                                : NULL;
    }
    return refuse_object(object, "address");
}

/* Text of a pointer, up to its zero, or of memory, at most to its end. */
static PyObject *module_string(PyObject *module, PyObject *args, PyObject *keywords)
{
    static char *names[] = {(char *)"object", (char *)"limit", NULL};
    struct host_state *state = PyModule_GetState(module);
    PyObject *object;
    PyObject *most = Py_None;
    Py_ssize_t limit = PY_SSIZE_T_MAX;

    if (!PyArg_ParseTupleAndKeywords(args, keywords, "O|O:string", names, &object, &most))
        return NULL;
    if (most != Py_None)
        limit = PyNumber_AsSsize_t(most, PyExc_OverflowError);
    if (limit == -1 && PyErr_Occurred())
        return NULL;
    if (limit < 0)
        return PyErr_Format(PyExc_ValueError, "string: limit is negative");
    if (object == Py_None || PyUnicode_Check(object))
        return host_ref(object);
    if (Py_TYPE(object) == state->memory_type)
        return host_memory_string((struct host_memory *)object, (size_t)limit);
    if (Py_TYPE(object) == state->pointer_type)
        return host_pointer_string((struct host_pointer *)object, (size_t)limit);
    return refuse_object(object, "string");
}

/* Where the package has tables of its own. */
static PyObject *module_add_folder(PyObject *module, PyObject *folder)
{
    struct host_state *state = PyModule_GetState(module);
    PyObject *bytes = NULL;
    int status;

    if (!PyUnicode_FSConverter(folder, &bytes))
        return NULL;
    status = abx_context_add_folder(state->shared->context, PyBytes_AS_STRING(bytes));
    Py_DECREF(bytes);
    if (status != ABX_OK)
        return PyErr_NoMemory();
    Py_RETURN_NONE;
}

static PyMethodDef module_methods[] = {
    {"open", host_table_open, METH_O,
     "open($module, name, /)\n--\n\n"
     "The library of a table: a name (\"libc\"), or the path of a file.\n\n"
     "Names are looked for in the folders of ABIDEX_PATH, and where tables are "
     "installed."},
    {"sizeof", module_sizeof, METH_O,
     "sizeof($module, object, /)\n--\n\nBytes of a type, or of memory in all."},
    {"typeof", module_typeof, METH_O,
     "typeof($module, object, /)\n--\n\n"
     "The type of memory (of one object), a pointer, a function or a callback."},
    {"address", module_address, METH_O,
     "address($module, object, /)\n--\n\nWhere memory, a function or a callback is, "
     "or a pointer leads."},
    {"string", (PyCFunction)(void (*)(void))module_string, METH_VARARGS | METH_KEYWORDS,
     "string($module, object, limit=None)\n--\n\n"
     "The text that C left in memory or behind a pointer, up to its zero.\n\n"
     "limit: how many characters may be read. None stays None."},
    {"_add_folder", module_add_folder, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

/* ---- the state ---- */

static int add_type(PyObject *module, PyTypeObject **typep, PyType_Spec *spec)
{
    *typep = (PyTypeObject *)PyType_FromModuleAndSpec(module, spec, NULL);
    return *typep != NULL ? PyModule_AddType(module, *typep) : -1;
}

static int add_types(struct host_state *state, PyObject *module)
{
    struct {
        PyTypeObject **typep;
        PyType_Spec *spec;
    } types[] = {
        {&state->table_type, &host_table_spec},
        {&state->names_type, &host_names_spec},
        {&state->function_type, &host_function_spec},
        {&state->type_type, &host_type_spec},
        {&state->member_type, &host_member_spec},
        {&state->memory_type, &host_memory_spec},
        {&state->pointer_type, &host_pointer_spec},
        {&state->callback_type, &host_callback_spec},
        {&state->out_type, &host_out_spec},
    };

    for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++)
        if (add_type(module, types[i].typep, types[i].spec) < 0)
            return -1;
    return 0;
}

static int make_tables(struct host_state *state)
{
    PyObject *weakref = PyImport_ImportModule("weakref");

    if (weakref != NULL)
        state->tables = PyObject_CallMethod(weakref, "WeakValueDictionary", NULL);
    Py_XDECREF(weakref);
    return state->tables != NULL ? 0 : -1;
}

static int make_keywords(struct host_state *state)
{
    PyObject *keyword = PyImport_ImportModule("keyword");
    PyObject *list = keyword != NULL ? PyObject_GetAttrString(keyword, "kwlist") : NULL;

    if (list != NULL)
        state->keywords = PyFrozenSet_New(list);
    Py_XDECREF(keyword);
    Py_XDECREF(list);
    return state->keywords != NULL ? 0 : -1;
}

static int make_context(struct host_state *state)
{
    state->shared = PyMem_Calloc(1, sizeof(*state->shared));
    if (state->shared == NULL || abx_context_create(&state->shared->context) != ABX_OK) {
        PyMem_Free(state->shared);
        state->shared = NULL;
        PyErr_NoMemory();
        return -1;
    }
    state->shared->n_users = 1;
    return 0;
}

static int add_values(struct host_state *state, PyObject *module)
{
    PyObject *out = host_out_create(state, 0);
    int status = out != NULL ? PyObject_SetAttrString(module, "out", out) : -1;

    Py_XDECREF(out);
    if (status == 0)
        status = PyModule_AddStringConstant(module, "platform", abx_platform());
    if (status == 0)
        status = PyModule_AddStringConstant(module, "__version__", ABX_VERSION);
    return status;
}

static int module_exec(PyObject *module)
{
    struct host_state *state = PyModule_GetState(module);

    if (make_tables(state) < 0 || make_keywords(state) < 0 || make_context(state) < 0 ||
        add_types(state, module) < 0 || host_errors_init(state, module) < 0 ||
        add_values(state, module) < 0 || host_threads_init(state, module) < 0 ||
        PyModule_AddFunctions(module, host_signal_methods) < 0)
        return -1;
    return host_signals_init(state, module);
}

static int module_traverse(PyObject *module, visitproc visit, void *arg)
{
    struct host_state *state = PyModule_GetState(module);

    Py_VISIT(state->table_type);
    Py_VISIT(state->names_type);
    Py_VISIT(state->function_type);
    Py_VISIT(state->type_type);
    Py_VISIT(state->member_type);
    Py_VISIT(state->memory_type);
    Py_VISIT(state->pointer_type);
    Py_VISIT(state->callback_type);
    Py_VISIT(state->out_type);
    Py_VISIT(state->code_error);
    Py_VISIT(state->table_error);
    Py_VISIT(state->tables);
    return host_signals_traverse(state, visit, arg);
}

static int module_clear(PyObject *module)
{
    struct host_state *state = PyModule_GetState(module);

    host_signals_clear(state);
    Py_CLEAR(state->table_type);
    Py_CLEAR(state->names_type);
    Py_CLEAR(state->function_type);
    Py_CLEAR(state->type_type);
    Py_CLEAR(state->member_type);
    Py_CLEAR(state->memory_type);
    Py_CLEAR(state->pointer_type);
    Py_CLEAR(state->callback_type);
    Py_CLEAR(state->out_type);
    Py_CLEAR(state->code_error);
    Py_CLEAR(state->table_error);
    Py_CLEAR(state->tables);
    Py_CLEAR(state->keywords);
    return 0;
}

static void module_free(void *module)
{
    struct host_state *state = PyModule_GetState(module);

    module_clear(module);
    host_context_leave(state->shared);
    state->shared = NULL;
    host_signals_free(state);
}

static PyModuleDef_Slot module_slots[] = {
    {Py_mod_exec, module_exec},
    {0, NULL},
};

struct PyModuleDef host_module = {
    PyModuleDef_HEAD_INIT,
    .m_name = "abidex._abidex",
    .m_doc = "C through tables made from headers; the package abidex has all of this.",
    .m_size = sizeof(struct host_state),
    .m_methods = module_methods,
    .m_slots = module_slots,
    .m_traverse = module_traverse,
    .m_clear = module_clear,
    .m_free = module_free,
};

PyMODINIT_FUNC PyInit__abidex(void);

PyMODINIT_FUNC PyInit__abidex(void)
{
    return PyModuleDef_Init(&host_module);
}
