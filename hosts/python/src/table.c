/*
 * Tables. What a name stands for is looked up when it is first asked for, and then is in a
 * dict, where Python finds it as quickly as in a module. Values of variables are read anew
 * each time, so that only the view of one is kept. A file is open once: whoever opens it
 * again gets the same Table, whose types and memory therefore fit.
 */
#include "table.h"

#include "convert.h"
#include "error.h"
#include "function.h"
#include "memory.h"
#include "names.h"
#include "pointer.h"
#include "type.h"

static const struct abx_error nothing;

/* ---- opening ---- */

static struct host_table *make(PyObject *module)
{
    struct host_state *state = PyModule_GetState(module);
    struct host_table *table = PyObject_GC_New(struct host_table, state->table_type);

    if (table == NULL)
        return NULL;
    table->state = state;
    table->shared = state->shared;
    table->shared->n_users++;
    table->table = NULL;
    table->byte = NULL;
    table->module = host_ref(module);
    table->names = PyDict_New();
    table->variables = PyDict_New();
    table->types = PyDict_New();
    table->callbacks = PyDict_New();
    table->weak = NULL;
    PyObject_GC_Track(table);
    if (table->names == NULL || table->variables == NULL || table->types == NULL ||
        table->callbacks == NULL)
        table = host_drop(table);
    return table;
}

/* The Table of the same file, which is open already; NULL without an exception: none. */
static PyObject *find_open(const struct host_state *state, PyObject *path)
{
    PyObject *table = PyObject_GetItem(state->tables, path);

    if (table == NULL && PyErr_ExceptionMatches(PyExc_KeyError))
        PyErr_Clear();
    return table;
}

static PyObject *open_bytes(PyObject *module, const char *name)
{
    struct host_state *state = PyModule_GetState(module);
    struct host_table *table = make(module);
    struct abx_error err = nothing;
    PyObject *path = NULL;
    PyObject *known = NULL;
    int status;

    if (table == NULL)
        return NULL;
    status = abx_table_open(table->shared->context, name, &table->table, &err);
    if (status == ABX_OK)
        status = abx_table_find_type(table->table, "u8", &table->byte, &err);
    if (status != ABX_OK)
        host_raise_missing(state, status, &err, PyExc_LookupError);
    else
        path = PyUnicode_DecodeFSDefault(abx_table_path(table->table));
    if (path != NULL)
        known = find_open(state, path);
    if (path != NULL && known == NULL && !PyErr_Occurred() &&
        PyObject_SetItem(state->tables, path, (PyObject *)table) == 0)
        known = host_ref(table);
    Py_XDECREF(path);
    Py_DECREF(table);
    return known;
}

PyObject *host_table_open(PyObject *module, PyObject *name)
{
    PyObject *bytes = NULL;
    PyObject *table;

    if (!PyUnicode_FSConverter(name, &bytes))
        return NULL;
    table = open_bytes(module, PyBytes_AS_STRING(bytes));
    Py_DECREF(bytes);
    return table;
}

/* ---- finding ---- */

static PyObject *find_function(struct host_table *table, const char *name,
                               struct abx_error *err, int *statusp)
{
    struct abx_function *function;

    *statusp = abx_table_find_function(table->table, name, &function, err);
    if (*statusp == ABX_REFUSED) /* a call says why it can't be */
        *statusp = abx_table_find_declaration(table->table, name, &function, err);
    return *statusp == ABX_OK ? host_function_create(table, function) : NULL;
}

/* An address is no memory to look at: MAP_FAILED, SIG_IGN. */
static PyObject *find_constant(struct host_table *table, const char *name,
                               struct abx_error *err, int *statusp)
{
    struct abx_value value;
    struct host_type *type;
    PyObject *constant = NULL;

    *statusp = abx_table_find_constant(table->table, name, &value, err);
    if (*statusp != ABX_OK)
        return NULL;
    type = host_type_get(table, value.type);
    if (type != NULL && value.kind == ABX_VALUE_POINTER && value.p != NULL)
        constant = host_pointer_create(type, value.p, NULL);
    else if (type != NULL)
        constant = host_from_value(table, &value, type, NULL);
    Py_XDECREF(type);
    if (constant != NULL && value.kind == ABX_VALUE_MEMORY) {
        ((struct host_memory *)constant)->is_foreign = true;
        ((struct host_memory *)constant)->is_read_only = true;
    }
    return constant;
}

static PyObject *find_variable(struct host_table *table, const char *name,
                               struct abx_error *err, int *statusp)
{
    struct abx_memory *memory;

    struct host_type *type;
    PyObject *made;

    *statusp = abx_table_find_variable(table->table, name, &memory, err);
    if (*statusp != ABX_OK)
        return NULL;
    type = host_type_get(table, abx_memory_type(memory));
    if (type == NULL) {
        abx_memory_destroy(memory);
        return NULL;
    }
    made = host_memory_wrap(type, memory, NULL, true);
    Py_DECREF(type);
    return made;
}

typedef PyObject *(*finder)(struct host_table *table, const char *name,
                            struct abx_error *err, int *statusp);

static const finder finders[ABX_N_KINDS] = {
    [ABX_KIND_FN] = find_function,
    [ABX_KIND_CONST] = find_constant,
    [ABX_KIND_VAR] = find_variable,
};

/* What was asked for, and the exception where there is none. */
struct query {
    PyObject *name;
    PyObject *missing;
    struct abx_error err;
    int status;
};

static PyObject *raise(const struct host_table *table, const struct query *query)
{
    return host_raise_missing(table->state, query->status, &query->err, query->missing);
}

/* A name that every object has, or a mapping ("__doc__", "types"), stays what it is. */
static bool is_own(const struct host_table *table, PyObject *name)
{
    PyObject *found = PyObject_GetAttr((PyObject *)Py_TYPE(table), name);

    if (found == NULL)
        PyErr_Clear();
    Py_XDECREF(found);
    return found != NULL;
}

/* What is found is put into the dict of its kind. Without an exception: query->status. */
static PyObject *find(struct host_table *table, enum abx_kind kind, struct query *query)
{
    PyObject *cache = kind == ABX_KIND_VAR ? table->variables : table->names;
    const char *bytes = host_name(query->name, query->missing);
    PyObject *found = NULL;

    query->status = ABX_OK;
    if (bytes == NULL)
        return NULL;
    found = finders[kind](table, bytes, &query->err, &query->status);
    if (found != NULL && !is_own(table, query->name) &&
        PyDict_SetItem(cache, query->name, found) < 0)
        found = host_drop(found);
    return found;
}

/* The view of a variable. */
static PyObject *get_variable(struct host_table *table, struct query *query)
{
    PyObject *memory = PyDict_GetItemWithError(table->variables, query->name);

    if (memory != NULL || PyErr_Occurred())
        return memory != NULL ? host_ref(memory) : NULL;
    memory = find(table, ABX_KIND_VAR, query);
    return query->status != ABX_OK ? raise(table, query) : memory;
}

PyObject *host_table_find_kind(struct host_table *table, enum abx_kind kind,
                               PyObject *name)
{
    struct query query = {.name = name, .missing = PyExc_KeyError};
    const char *bytes = host_name(name, PyExc_KeyError);
    PyObject *found;

    if (bytes == NULL)
        return NULL;
    if (kind == ABX_KIND_TYPEDEF)
        return (PyObject *)host_type_find(table, bytes);
    if (kind == ABX_KIND_VAR)
        return get_variable(table, &query);
    found = PyDict_GetItemWithError(table->names, name);
    if (found != NULL &&
        (Py_TYPE(found) == table->state->function_type) == (kind == ABX_KIND_FN))
        return host_ref(found);
    if (found != NULL) /* the name is of both kinds, and the other one is in the dict */
        found = finders[kind](table, bytes, &query.err, &query.status);
    else
        found = find(table, kind, &query);
    return query.status != ABX_OK ? raise(table, &query) : found;
}

/* ---- names that nothing answers to ---- */

static bool has_line(const struct host_table *table, enum abx_kind kind, const char *name)
{
    struct abx_entry entry;

    return abx_table_find_entry(table->table, kind, name, &entry, NULL) == ABX_OK;
}

/* What a type of that name is called in types; NULL: there is none. */
static const char *find_type_prefix(const struct host_table *table, const char *name)
{
    static const struct {
        enum abx_kind kind;
        const char *prefix;
    } types[] = {{ABX_KIND_TYPEDEF, ""},
                 {ABX_KIND_STRUCT, "struct "},
                 {ABX_KIND_UNION, "union "},
                 {ABX_KIND_ENUM, "enum "}};

    for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++)
        if (has_line(table, types[i].kind, name))
            return types[i].prefix;
    return NULL;
}

/* The library tells why it left a name out; of others it is known only that they are nothing
 * of all that was looked for. */
static PyObject *raise_unknown(const struct host_table *table, const struct query *query)
{
    const char *name = host_name(query->name, query->missing);
    const char *prefix;
    char names[256];

    if (name == NULL)
        return NULL;
    if (has_line(table, ABX_KIND_OMIT, name) || has_line(table, ABX_KIND_ALIAS, name))
        return raise(table, query);
    prefix = find_type_prefix(table, name);
    if (prefix != NULL)
        return PyErr_Format(query->missing, "%s is a type: .types['%s%s']", name, prefix,
                            name);
    if (abx_table_suggest(table->table, name, names, sizeof(names)) > 0)
        return PyErr_Format(query->missing,
                            "%s has no function, constant or variable %s (did you mean "
                            "%s?)",
                            abx_table_path(table->table), name, names);
    return PyErr_Format(query->missing, "%s has no function, constant or variable %s",
                        abx_table_path(table->table), name);
}

/* What can be assigned to is a variable. */
static PyObject *raise_no_variable(const struct host_table *table,
                                   const struct query *query)
{
    const char *name = host_name(query->name, query->missing);
    const char *word = NULL;

    if (name == NULL)
        return NULL;
    if (has_line(table, ABX_KIND_FN, name))
        word = "function";
    else if (has_line(table, ABX_KIND_CONST, name))
        word = "constant";
    if (word == NULL)
        return raise_unknown(table, query);
    return PyErr_Format(query->missing, "%s is a %s: only variables can be assigned",
                        name, word);
}

/* ---- attributes ---- */

/* A variable's value, or the view of it where it is a record or an array. */
static PyObject *read_variable(PyObject *memory)
{
    return memory != NULL ? host_memory_value((struct host_memory *)memory) : NULL;
}

/* Functions come first, and what the table says of their absence is what is told. */
static PyObject *find_attribute(struct host_table *table, PyObject *name)
{
    static const enum abx_kind order[] = {ABX_KIND_FN, ABX_KIND_CONST, ABX_KIND_VAR};
    struct query queries[] = {{name, PyExc_AttributeError, nothing, ABX_MISSING},
                              {name, PyExc_AttributeError, nothing, ABX_MISSING},
                              {name, PyExc_AttributeError, nothing, ABX_MISSING}};
    PyObject *found = find(table, order[0], &queries[0]);
    size_t i = 0;

    while (queries[i].status == ABX_MISSING && ++i < sizeof(order) / sizeof(order[0]))
        found = find(table, order[i], &queries[i]);
    if (i == sizeof(order) / sizeof(order[0]))
        return raise_unknown(table, &queries[0]);
    if (queries[i].status != ABX_OK)
        return raise(table, &queries[i]);
    if (found != NULL && order[i] == ABX_KIND_VAR)
        Py_SETREF(found, read_variable(found));
    return found;
}

static PyObject *table_getattro(struct host_table *table, PyObject *name)
{
    PyObject *found = PyDict_GetItemWithError(table->names, name);

    if (found != NULL)
        return host_ref(found);
    found = PyDict_GetItemWithError(table->variables, name);
    if (found != NULL)
        return read_variable(found);
    found = PyObject_GenericGetAttr((PyObject *)table, name);
    if (found != NULL || !PyErr_ExceptionMatches(PyExc_AttributeError))
        return found;
    PyErr_Clear();
    return find_attribute(table, name);
}

static int table_setattro(struct host_table *table, PyObject *name, PyObject *value)
{
    struct query query = {.name = name, .missing = PyExc_AttributeError};
    PyObject *memory;
    int status;

    if (value == NULL) {
        PyErr_SetString(PyExc_AttributeError, "names of a table can't be deleted");
        return -1;
    }
    memory = get_variable(table, &query);
    if (memory == NULL && query.status == ABX_MISSING) {
        PyErr_Clear();
        raise_no_variable(table, &query);
    }
    if (memory == NULL)
        return -1;
    status = host_memory_fill((struct host_memory *)memory, value);
    Py_DECREF(memory);
    return status;
}

static PyObject *table_names(struct host_table *table, void *kind)
{
    return host_names_create(table, (enum abx_kind)(uintptr_t)kind);
}

static int extend(PyObject *list, PyObject *more)
{
    int status = -1;

    if (more != NULL)
        status =
            PyList_SetSlice(list, PyList_GET_SIZE(list), PyList_GET_SIZE(list), more);
    Py_XDECREF(more);
    return status;
}

static PyObject *table_dir(struct host_table *table, PyObject *unused)
{
    static const enum abx_kind kinds[] = {ABX_KIND_FN, ABX_KIND_CONST, ABX_KIND_VAR};
    PyObject *list =
        Py_BuildValue("[ssss]", "types", "functions", "constants", "variables");

    (void)unused;
    for (size_t i = 0; list != NULL && i < sizeof(kinds) / sizeof(kinds[0]); i++)
        if (extend(list, host_names_list(table, kinds[i])) < 0)
            list = host_drop(list);
    return list;
}

static PyObject *table_repr(struct host_table *table)
{
    return PyUnicode_FromFormat("<abidex table %s>", abx_table_path(table->table));
}

/* ---- the type ---- */

static int table_traverse(struct host_table *table, visitproc visit, void *arg)
{
    Py_VISIT(Py_TYPE(table));
    Py_VISIT(table->module);
    Py_VISIT(table->names);
    Py_VISIT(table->variables);
    Py_VISIT(table->types);
    Py_VISIT(table->callbacks);
    return 0;
}

/* All circles go through these; the table itself has to stay open until the last of what
 * is in them has gone. */
static int table_clear(struct host_table *table)
{
    PyObject *caches[] = {table->names, table->variables, table->types, table->callbacks};

    for (size_t i = 0; i < sizeof(caches) / sizeof(caches[0]); i++)
        if (caches[i] != NULL)
            PyDict_Clear(caches[i]);
    return 0;
}

void host_context_leave(struct host_context *shared)
{
    if (shared == NULL || --shared->n_users > 0)
        return;
    abx_context_destroy(shared->context);
    PyMem_Free(shared);
}

static void table_dealloc(struct host_table *table)
{
    PyTypeObject *type = Py_TYPE(table);

    PyObject_GC_UnTrack(table);
    if (table->weak != NULL)
        PyObject_ClearWeakRefs((PyObject *)table);
    Py_XDECREF(table->names);
    Py_XDECREF(table->variables);
    Py_XDECREF(table->types);
    Py_XDECREF(table->callbacks);
    abx_table_close(table->table);
    host_context_leave(table->shared);
    Py_XDECREF(table->module);
    PyObject_GC_Del(table);
    Py_DECREF(type);
}

#define KIND(kind) ((void *)(uintptr_t)(kind))

static PyGetSetDef table_getset[] = {
    {"types", (getter)table_names, NULL, "Types by C's name.", KIND(ABX_KIND_TYPEDEF)},
    {"functions", (getter)table_names, NULL, "Functions by name.", KIND(ABX_KIND_FN)},
    {"constants", (getter)table_names, NULL, "Constants by name.", KIND(ABX_KIND_CONST)},
    {"variables", (getter)table_names, NULL, "Memory of the variables by name.",
     KIND(ABX_KIND_VAR)},
    {NULL, NULL, NULL, NULL, NULL},
};

static PyMethodDef table_methods[] = {
    {"__dir__", (PyCFunction)table_dir, METH_NOARGS, NULL},
    HOST_NO_PICKLE,
    {NULL, NULL, 0, NULL},
};

static PyMemberDef table_members[] = {
    {"__weaklistoffset__", T_PYSSIZET, offsetof(struct host_table, weak), READONLY, NULL},
    {NULL, 0, 0, 0, NULL},
};

static PyType_Slot table_slots[] = {
    {Py_tp_doc,
     (char *)"A library: its functions, constants and variables are attributes.\n\n"
             "types, functions, constants and variables are mappings by name."},
    {Py_tp_new, host_no_new},
    {Py_tp_dealloc, table_dealloc},
    {Py_tp_traverse, table_traverse},
    {Py_tp_clear, table_clear},
    {Py_tp_getattro, table_getattro},
    {Py_tp_setattro, table_setattro},
    {Py_tp_repr, table_repr},
    {Py_tp_getset, table_getset},
    {Py_tp_methods, table_methods},
    {Py_tp_members, table_members},
    {0, NULL},
};

PyType_Spec host_table_spec = {
    .name = "abidex.Table",
    .basicsize = sizeof(struct host_table),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC,
    .slots = table_slots,
};
