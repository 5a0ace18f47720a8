/*
 * Addresses of what has no size that is known: void, incomplete types, functions. A pointer
 * knows its type, so that a call can hold it against what is wanted, and keeps what it leads
 * into where that is Python's. NULL is None and never a Pointer.
 */
#include "pointer.h"

#include "convert.h"
#include "error.h"
#include "memory.h"
#include "table.h"
#include "type.h"

PyObject *host_pointer_create(struct host_type *type, void *address, PyObject *owner)
{
    struct host_pointer *pointer =
        PyObject_GC_New(struct host_pointer, type->table->state->pointer_type);

    if (pointer == NULL)
        return NULL;
    pointer->type = (struct host_type *)host_ref(type);
    pointer->address = address;
    pointer->is_freed = false;
    Py_XINCREF(owner);
    pointer->owner = owner;
    PyObject_GC_Track(pointer);
    return (PyObject *)pointer;
}

static void pointer_dealloc(struct host_pointer *pointer)
{
    PyTypeObject *type = Py_TYPE(pointer);

    PyObject_GC_UnTrack(pointer);
    Py_XDECREF(pointer->owner);
    Py_XDECREF(pointer->type);
    PyObject_GC_Del(pointer);
    Py_DECREF(type);
}

static int pointer_traverse(struct host_pointer *pointer, visitproc visit, void *arg)
{
    Py_VISIT(Py_TYPE(pointer));
    Py_VISIT(pointer->owner);
    Py_VISIT(pointer->type);
    return 0;
}

bool host_pointer_check(const struct host_pointer *pointer)
{
    if (pointer->is_freed)
        PyErr_SetString(PyExc_ValueError, "what the pointer leads to was freed");
    return !pointer->is_freed;
}

PyObject *host_pointer_string(struct host_pointer *pointer, size_t limit)
{
    struct abx_value value = {
        .kind = ABX_VALUE_POINTER, .type = pointer->type->type, .p = pointer->address};

    if (!host_pointer_check(pointer))
        return NULL;
    return host_string(pointer->type->table, &value, limit);
}

static PyObject *pointer_cast(struct host_pointer *pointer, PyObject *object)
{
    struct host_table *table = pointer->type->table;
    struct host_type *type = host_type_check(table->state, object, table);

    if (type == NULL || !host_pointer_check(pointer))
        return NULL;
    if (abx_type_kind(type->bare) == ABX_TYPE_POINTER)
        return host_pointer_create(type, pointer->address, pointer->owner);
    return host_memory_view(type, pointer->address, 1, pointer->owner);
}

static PyObject *pointer_int(struct host_pointer *pointer)
{
    return PyLong_FromVoidPtr(pointer->address);
}

static int pointer_bool(struct host_pointer *pointer)
{
    return pointer->address != NULL;
}

static PyObject *pointer_compare(struct host_pointer *pointer, PyObject *other, int op)
{
    const struct host_state *state = pointer->type->table->state;
    void *address;

    if (op != Py_EQ && op != Py_NE)
        Py_RETURN_NOTIMPLEMENTED;
    if (Py_TYPE(other) == state->pointer_type)
        address = ((struct host_pointer *)other)->address;
    else if (Py_TYPE(other) == state->memory_type)
        address = abx_memory_data(((struct host_memory *)other)->memory);
    else
        Py_RETURN_NOTIMPLEMENTED;
    return PyBool_FromLong((pointer->address == address) == (op == Py_EQ));
}

static Py_hash_t pointer_hash(struct host_pointer *pointer)
{
    return host_hash_address(pointer->address);
}

static PyObject *pointer_repr(struct host_pointer *pointer)
{
    PyObject *type = host_type_text(pointer->type, false);
    PyObject *text = NULL;

    if (type != NULL)
        text = PyUnicode_FromFormat("<abidex pointer (%U)%p%s>", type, pointer->address,
                                    pointer->is_freed ? ", freed" : "");
    Py_XDECREF(type);
    return text;
}

static PyMethodDef pointer_methods[] = {
    {"cast", (PyCFunction)pointer_cast, METH_O,
     "cast($self, type, /)\n--\n\n"
     "The same address as another type of pointer; or, for the type of an object, a view "
     "of "
     "what is there."},
    HOST_NO_PICKLE,
    {NULL, NULL, 0, NULL},
};

static PyType_Slot pointer_slots[] = {
    {Py_tp_doc, (char *)"An address with its type; int() gives it."},
    {Py_tp_new, host_no_new},
    {Py_tp_dealloc, pointer_dealloc},
    {Py_tp_traverse, pointer_traverse},
    {Py_tp_repr, pointer_repr},
    {Py_tp_hash, pointer_hash},
    {Py_tp_richcompare, pointer_compare},
    {Py_tp_methods, pointer_methods},
    {Py_nb_int, pointer_int},
    {Py_nb_bool, pointer_bool},
    {0, NULL},
};

PyType_Spec host_pointer_spec = {
    .name = "abidex.Pointer",
    .basicsize = sizeof(struct host_pointer),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC,
    .slots = pointer_slots,
};
