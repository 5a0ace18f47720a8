/*
 * The mappings of a table: its functions, constants, variables and types by name. A look-up
 * is the table's own bisection; only listing walks the file, which therefore is no part of
 * a look-up.
 */
#include "names.h"

#include "convert.h"
#include "error.h"
#include "table.h"

struct host_names {
    PyObject_HEAD
    struct host_table *table;
    enum abx_kind kind; /* ABX_KIND_TYPEDEF: all types */
};

/* What stands before the name of a type of that kind; NULL: it is of no type. */
static const char *const type_prefixes[ABX_N_KINDS] = {
    [ABX_KIND_STRUCT] = "struct ",
    [ABX_KIND_UNION] = "union ",
    [ABX_KIND_ENUM] = "enum ",
    [ABX_KIND_TYPEDEF] = "",
};

static int append(PyObject *list, enum abx_kind kind, const struct abx_entry *entry)
{
    const char *prefix = kind == ABX_KIND_TYPEDEF ? type_prefixes[entry->kind] : "";
    PyObject *name;
    PyObject *whole = NULL;
    int status = -1;

    if (prefix == NULL || (kind != ABX_KIND_TYPEDEF && entry->kind != kind))
        return 0;
    name = host_from_text(entry->name, entry->name_size);
    if (name != NULL)
        whole = PyUnicode_FromFormat("%s%U", prefix, name);
    if (whole != NULL)
        status = PyList_Append(list, whole);
    Py_XDECREF(whole);
    Py_XDECREF(name);
    return status;
}

PyObject *host_names_list(struct host_table *table, enum abx_kind kind)
{
    PyObject *list = PyList_New(0);
    struct abx_entry entry = {0};
    struct abx_error err = {0};
    int status = ABX_OK;

    while (list != NULL) {
        status = abx_table_next_entry(table->table, &entry, &err);
        if (status != ABX_OK)
            break;
        if (append(list, kind, &entry) < 0)
            list = host_drop(list);
    }
    if (list != NULL && status != ABX_MISSING) {
        list = host_drop(list);
        host_raise(table->state, status, &err);
    }
    return list;
}

PyObject *host_names_create(struct host_table *table, enum abx_kind kind)
{
    struct host_names *names =
        PyObject_GC_New(struct host_names, table->state->names_type);

    if (names == NULL)
        return NULL;
    names->table = (struct host_table *)host_ref(table);
    names->kind = kind;
    PyObject_GC_Track(names);
    return (PyObject *)names;
}

static void names_dealloc(struct host_names *names)
{
    PyTypeObject *type = Py_TYPE(names);

    PyObject_GC_UnTrack(names);
    Py_XDECREF(names->table);
    PyObject_GC_Del(names);
    Py_DECREF(type);
}

static int names_traverse(struct host_names *names, visitproc visit, void *arg)
{
    Py_VISIT(Py_TYPE(names));
    Py_VISIT(names->table);
    return 0;
}

static PyObject *names_subscript(struct host_names *names, PyObject *key)
{
    if (!PyUnicode_Check(key))
        return PyErr_Format(PyExc_TypeError, "names are str, got %.80s",
                            Py_TYPE(key)->tp_name);
    return host_table_find_kind(names->table, names->kind, key);
}

/* -1: an exception other than KeyError. */
static int contains(struct host_names *names, PyObject *key)
{
    PyObject *found = PyUnicode_Check(key) ? names_subscript(names, key) : NULL;

    Py_XDECREF(found);
    if (found == NULL && PyErr_Occurred()) {
        if (!PyErr_ExceptionMatches(PyExc_KeyError))
            return -1;
        PyErr_Clear();
    }
    return found != NULL;
}

static PyObject *names_keys(struct host_names *names, PyObject *unused)
{
    (void)unused;
    return host_names_list(names->table, names->kind);
}

static PyObject *names_iter(struct host_names *names)
{
    PyObject *list = names_keys(names, NULL);
    PyObject *iterator = list != NULL ? PyObject_GetIter(list) : NULL;

    Py_XDECREF(list);
    return iterator;
}

static Py_ssize_t names_length(struct host_names *names)
{
    PyObject *list = names_keys(names, NULL);
    Py_ssize_t length = list != NULL ? PyList_GET_SIZE(list) : -1;

    Py_XDECREF(list);
    return length;
}

/* A view of collections.abc, which finds what it has one by one. */
static PyObject *make_view(struct host_names *names, const char *view)
{
    PyObject *module = PyImport_ImportModule("collections.abc");
    PyObject *made =
        module != NULL ? PyObject_CallMethod(module, view, "O", (PyObject *)names) : NULL;

    Py_XDECREF(module);
    return made;
}

static PyObject *names_items(struct host_names *names, PyObject *unused)
{
    (void)unused;
    return make_view(names, "ItemsView");
}

static PyObject *names_values(struct host_names *names, PyObject *unused)
{
    (void)unused;
    return make_view(names, "ValuesView");
}

static PyObject *names_get(struct host_names *names, PyObject *args, PyObject *keywords)
{
    static char *words[] = {(char *)"", (char *)"default", NULL};
    PyObject *key;
    PyObject *other = Py_None;
    PyObject *found;

    if (!PyArg_ParseTupleAndKeywords(args, keywords, "O|O:get", words, &key, &other))
        return NULL;
    found = names_subscript(names, key);
    if (found == NULL && PyErr_ExceptionMatches(PyExc_KeyError)) {
        PyErr_Clear();
        found = host_ref(other);
    }
    return found;
}

static PyObject *names_repr(struct host_names *names)
{
    static const char *const words[ABX_N_KINDS] = {
        [ABX_KIND_FN] = "functions",
        [ABX_KIND_CONST] = "constants",
        [ABX_KIND_VAR] = "variables",
        [ABX_KIND_TYPEDEF] = "types",
    };

    return PyUnicode_FromFormat("<abidex %s of %s>", words[names->kind],
                                abx_table_path(names->table->table));
}

static PyMethodDef names_methods[] = {
    {"keys", (PyCFunction)names_keys, METH_NOARGS, "All names, as a list."},
    {"_ipython_key_completions_", (PyCFunction)names_keys, METH_NOARGS,
     "What is completed behind the bracket."},
    {"values", (PyCFunction)names_values, METH_NOARGS, "A view of what they stand for."},
    {"items", (PyCFunction)names_items, METH_NOARGS,
     "A view of names with what they are."},
    {"get", (PyCFunction)(void (*)(void))names_get, METH_VARARGS | METH_KEYWORDS,
     "get($self, key, /, default=None)\n--\n\n"
     "What a name stands for, or the default where there is none."},
    HOST_NO_PICKLE,
    {NULL, NULL, 0, NULL},
};

static PyType_Slot names_slots[] = {
    {Py_tp_doc,
     (char *)"Names of a table, as a mapping; those of types are C's (\"struct stat\")."},
    {Py_tp_new, host_no_new},
    {Py_tp_dealloc, names_dealloc},
    {Py_tp_traverse, names_traverse},
    {Py_tp_repr, names_repr},
    {Py_tp_iter, names_iter},
    {Py_tp_methods, names_methods},
    {Py_mp_subscript, names_subscript},
    {Py_mp_length, names_length},
    {Py_sq_contains, contains},
    {0, NULL},
};

PyType_Spec host_names_spec = {
    .name = "abidex.Names",
    .basicsize = sizeof(struct host_names),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC,
    .slots = names_slots,
};
