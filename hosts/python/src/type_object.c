/*
 * Types as Python has them: what they tell, and the objects and other types that are made
 * of them. Two are equal if the table writes them the same.
 */
#include "type.h"

#include "callback.h"
#include "convert.h"
#include "error.h"
#include "member.h"
#include "memory.h"
#include "pointer.h"
#include "table.h"

/* ---- as any object ---- */

static PyObject *type_str(struct host_type *type)
{
    return host_type_text(type, false);
}

static PyObject *type_repr(struct host_type *type)
{
    PyObject *text = host_type_text(type, false);
    PyObject *repr = text != NULL ? PyUnicode_FromFormat("<abidex type %U>", text) : NULL;

    Py_XDECREF(text);
    return repr;
}

static Py_hash_t type_hash(struct host_type *type)
{
    PyObject *text = host_type_text(type, true);
    Py_hash_t hash = text != NULL ? PyObject_Hash(text) : -1;

    Py_XDECREF(text);
    return hash;
}

static PyObject *type_compare(struct host_type *type, PyObject *other, int op)
{
    struct host_type *second = (struct host_type *)other;
    PyObject *texts[2];
    PyObject *answer = NULL;

    if ((op != Py_EQ && op != Py_NE) || Py_TYPE(other) != Py_TYPE(type))
        Py_RETURN_NOTIMPLEMENTED;
    if (type->type == second->type || type->table != second->table)
        return PyBool_FromLong((type->type == second->type) == (op == Py_EQ));
    texts[0] = host_type_text(type, true);
    texts[1] = host_type_text(second, true);
    if (texts[0] != NULL && texts[1] != NULL)
        answer = PyObject_RichCompare(texts[0], texts[1], op);
    Py_XDECREF(texts[0]);
    Py_XDECREF(texts[1]);
    return answer;
}

/* ---- making objects and other types of it ---- */

static PyObject *type_call(struct host_type *type, PyObject *args, PyObject *keywords)
{
    PyObject *initial = NULL;

    if (!PyArg_UnpackTuple(args, "type", 0, 1, &initial))
        return NULL;
    if (keywords != NULL && PyDict_GET_SIZE(keywords) == 0)
        keywords = NULL;
    if (initial != NULL && keywords != NULL)
        return PyErr_Format(PyExc_TypeError,
                            "%R takes an initial value or members by name, not both",
                            type);
    if (initial != NULL && PyCallable_Check(initial) &&
        (type->kind == HOST_FUNCTION || type->kind == HOST_CODE) &&
        Py_TYPE(initial) != type->table->state->function_type)
        return host_callback_create(type, initial);
    return host_memory_create(type, 1, initial, keywords);
}

static PyObject *type_array(struct host_type *type, PyObject *args)
{
    Py_ssize_t count;
    PyObject *initial = NULL;

    if (!PyArg_ParseTuple(args, "n|O:array", &count, &initial))
        return NULL;
    if (count < 1)
        return PyErr_Format(PyExc_ValueError, "array(%zd): at least one object", count);
    return host_memory_create(type, (size_t)count, initial, NULL);
}

static PyObject *multiply(struct host_type *type, Py_ssize_t count)
{
    PyObject *text = host_type_text(type, true);
    PyObject *whole = text != NULL ? PyUnicode_FromFormat("[%zd]%U", count, text) : NULL;
    const char *bytes = whole != NULL ? PyUnicode_AsUTF8(whole) : NULL;
    struct host_type *array = bytes != NULL ? host_type_find(type->table, bytes) : NULL;

    Py_XDECREF(whole);
    Py_XDECREF(text);
    return (PyObject *)array;
}

static PyObject *type_multiply(PyObject *left, PyObject *right)
{
    /* One of both is a Type, and only types of this module have this slot. */
    PyObject *type = PyIndex_Check(left) ? right : left;
    PyObject *number = type == left ? right : left;
    Py_ssize_t count;

    if (!PyIndex_Check(number))
        Py_RETURN_NOTIMPLEMENTED;
    count = PyNumber_AsSsize_t(number, PyExc_OverflowError);
    if (count == -1 && PyErr_Occurred())
        return NULL;
    if (count < 1)
        return PyErr_Format(PyExc_ValueError, "an array of %zd: at least one element",
                            count);
    return multiply((struct host_type *)type, count);
}

static PyObject *view_memory(struct host_type *type, PyObject *object, size_t count)
{
    struct host_memory *memory = (struct host_memory *)object;
    size_t size = abx_type_size(type->type);
    void *data = host_memory_data(memory);

    if (data == NULL)
        return NULL;
    if (size > 0 && count > host_memory_room(memory) / size)
        return PyErr_Format(PyExc_ValueError,
                            "view: memory of %zu bytes holds no %zu of %R",
                            host_memory_room(memory), count, type);
    return host_memory_view(type, data, count, object);
}

static PyObject *view_number(struct host_type *type, PyObject *number, size_t count)
{
    size_t size = abx_type_size(type->type);
    size_t address = PyLong_AsSize_t(number);

    if (address == SIZE_MAX && PyErr_Occurred()) {
        PyErr_Clear();
        return PyErr_Format(PyExc_OverflowError,
                            "view: takes an address of 0 to 2**%zu - 1",
                            8 * sizeof(void *));
    }
    if (size > 0 && count > (SIZE_MAX - address) / size)
        return PyErr_Format(PyExc_OverflowError,
                            "view: %zu of %R at %p end behind the last address", count,
                            type, (void *)address);
    return host_memory_view(type, (void *)address, count, NULL);
}

static PyObject *type_view(struct host_type *type, PyObject *args, PyObject *keywords)
{
    static char *names[] = {(char *)"pointer", (char *)"count", NULL};
    struct host_state *state = type->table->state;
    PyObject *object;
    Py_ssize_t count = 1;

    if (!PyArg_ParseTupleAndKeywords(args, keywords, "O|n:view", names, &object, &count))
        return NULL;
    if (count < 1)
        return PyErr_Format(PyExc_ValueError, "view: at least one object");
    if (Py_TYPE(object) == state->memory_type)
        return view_memory(type, object, (size_t)count);
    if (Py_TYPE(object) == state->pointer_type &&
        !host_pointer_check((const struct host_pointer *)object))
        return NULL;
    if (Py_TYPE(object) == state->pointer_type)
        return host_memory_view(type, ((struct host_pointer *)object)->address,
                                (size_t)count, ((struct host_pointer *)object)->owner);
    if (!PyLong_Check(object))
        return PyErr_Format(PyExc_TypeError,
                            "view: takes a pointer, memory or an address, got %.80s",
                            Py_TYPE(object)->tp_name);
    return view_number(type, object, (size_t)count);
}

/* ---- what it tells ---- */

static PyObject *get_name(struct host_type *type, void *unused)
{
    const char *name = abx_type_name(type->type);

    (void)unused;
    return name != NULL ? host_from_text(name, strlen(name)) : host_type_text(type, true);
}

static PyObject *get_kind(struct host_type *type, void *unused)
{
    static const char *const words[ABX_N_TYPE_KINDS] = {
        "void",    "bool",  "char",     "int",    "float", "complex", "va_list",
        "pointer", "array", "function", "struct", "union", "enum",    "typedef",
    };

    (void)unused;
    return PyUnicode_FromString(words[abx_type_kind(type->bare)]);
}

static PyObject *get_size(struct host_type *type, void *unused)
{
    (void)unused;
    return PyLong_FromSize_t(abx_type_size(type->type));
}

static PyObject *get_align(struct host_type *type, void *unused)
{
    (void)unused;
    return PyLong_FromSize_t(abx_type_align(type->type));
}

static PyObject *get_length(struct host_type *type, void *unused)
{
    (void)unused;
    if (type->kind != HOST_ARRAY)
        Py_RETURN_NONE;
    return PyLong_FromSize_t(abx_type_length(type->bare));
}

static PyObject *get_target(struct host_type *type, void *unused)
{
    (void)unused;
    if (type->target == NULL)
        Py_RETURN_NONE;
    return (PyObject *)host_type_target(type);
}

static PyObject *get_members(struct host_type *type, void *unused)
{
    size_t count = abx_type_n_members(type->bare);
    PyObject *members = PyTuple_New((Py_ssize_t)count);

    (void)unused;
    for (size_t i = 0; members != NULL && i < count; i++) {
        PyObject *member = host_member_at(type, i);

        if (member == NULL)
            members = host_drop(members);
        else
            PyTuple_SET_ITEM(members, (Py_ssize_t)i, member);
    }
    return members;
}

/* ---- the type of types ---- */

static int type_traverse(struct host_type *type, visitproc visit, void *arg)
{
    Py_VISIT(Py_TYPE(type));
    Py_VISIT(type->table);
    Py_VISIT(type->members);
    return 0;
}

static int type_clear(struct host_type *type)
{
    memset(type->recent, 0, sizeof(type->recent));
    if (type->members != NULL)
        PyDict_Clear(type->members);
    return 0;
}

static void type_dealloc(struct host_type *type)
{
    PyTypeObject *object_type = Py_TYPE(type);

    PyObject_GC_UnTrack(type);
    Py_XDECREF(type->members);
    Py_XDECREF(type->table);
    PyObject_GC_Del(type);
    Py_DECREF(object_type);
}

static PyGetSetDef type_getset[] = {
    {"name", (getter)get_name, NULL, "By which the table knows it.", NULL},
    {"kind", (getter)get_kind, NULL, "\"int\", \"struct\", …, behind typedefs.", NULL},
    {"size", (getter)get_size, NULL, "Bytes; 0 where there are no objects of it.", NULL},
    {"align", (getter)get_align, NULL, "Bytes.", NULL},
    {"length", (getter)get_length, NULL, "Elements of an array; else None.", NULL},
    {"target", (getter)get_target, NULL,
     "What a pointer leads to, an array consists of, a function returns; else None.",
     NULL},
    {"members", (getter)get_members, NULL, "Of a struct or union, in their order.", NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

static PyMethodDef type_methods[] = {
    {"array", (PyCFunction)type_array, METH_VARARGS,
     "array($self, count, initial=None, /)\n--\n\nMemory for so many objects."},
    {"view", (PyCFunction)(void (*)(void))type_view, METH_VARARGS | METH_KEYWORDS,
     "view($self, pointer, count=1)\n--\n\n"
     "So many objects where a pointer leads, which somebody else owns.\n\n"
     "Of memory: the same bytes as objects of this type, within its bounds."},
    HOST_NO_PICKLE,
    {NULL, NULL, 0, NULL},
};

static PyType_Slot type_slots[] = {
    {Py_tp_doc, (char *)"A type of C. Calling it makes an object of it; T * 4 is the "
                        "type of an array."},
    {Py_tp_new, host_no_new},
    {Py_tp_dealloc, type_dealloc},
    {Py_tp_traverse, type_traverse},
    {Py_tp_clear, type_clear},
    {Py_tp_call, type_call},
    {Py_tp_repr, type_repr},
    {Py_tp_str, type_str},
    {Py_tp_hash, type_hash},
    {Py_tp_richcompare, type_compare},
    {Py_tp_getset, type_getset},
    {Py_tp_methods, type_methods},
    {Py_nb_multiply, type_multiply},
    {0, NULL},
};

PyType_Spec host_type_spec = {
    .name = "abidex.Type",
    .basicsize = sizeof(struct host_type),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC,
    .slots = type_slots,
};
