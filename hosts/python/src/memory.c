/*
 * Memory of structs, unions, arrays and scalars. Members of a record are attributes, found
 * in the dict of its type; plain scalars are then read and written in place. What is part of
 * other memory, or leads into it, keeps that alive; and what Python stored into a pointer is
 * kept by the memory that the pointer is in, since C only has an address.
 */
#include "memory.h"

#include "convert.h"
#include "error.h"
#include "member.h"
#include "table.h"
#include "type.h"

struct host_table *host_memory_table(const struct host_memory *memory)
{
    return memory->type->table;
}

void *host_memory_data(const struct host_memory *memory)
{
    void *data = abx_memory_data(memory->memory);

    if (data == NULL)
        PyErr_SetString(PyExc_ValueError, "the memory was freed");
    return data;
}

/* ---- making and ending ---- */

/* A flexible array is memory of its elements. */
static struct host_type *own_type(struct host_type *type, const struct abx_memory *memory)
{
    const struct abx_type *own = abx_memory_type(memory);

    return own == type->type ? (struct host_type *)host_ref(type)
                             : host_type_get(type->table, own);
}

PyObject *host_memory_wrap(struct host_type *type, struct abx_memory *memory,
                           PyObject *owner, bool is_foreign)
{
    struct host_memory *made = NULL;

    type = own_type(type, memory);
    if (type != NULL)
        made = PyObject_GC_New(struct host_memory, type->table->state->memory_type);
    if (made == NULL) {
        abx_memory_destroy(memory);
        Py_XDECREF(type);
        return NULL;
    }
    made->memory = memory;
    made->type = type;
    made->element = NULL;
    made->count = abx_memory_count(memory);
    if (type->is_flexible && made->count > 1)
        made->count = 1; /* what is behind the first belongs to it */
    made->is_foreign = is_foreign;
    made->is_read_only = is_foreign && host_type_is_fixed(type);
    made->is_open = false;
    Py_XINCREF(owner);
    made->owner = owner;
    made->keep = NULL;
    made->shape = 0;
    made->weak = NULL;
    PyObject_GC_Track(made);
    return (PyObject *)made;
}

PyObject *host_memory_view(struct host_type *type, void *address, size_t count,
                           PyObject *owner)
{
    struct host_table *table = type->table;
    struct abx_memory *memory;
    struct abx_error err = {0};
    int status = abx_memory_view(table->table, type->type, address, count, &memory, &err);

    if (status != ABX_OK)
        return host_raise(table->state, status, &err);
    return host_memory_wrap(type, memory, owner, true);
}

static int set_members(struct host_memory *memory, PyObject *members)
{
    PyObject *name;
    PyObject *value;
    Py_ssize_t at = 0;

    while (PyDict_Next(members, &at, &name, &value))
        if (PyObject_SetAttr((PyObject *)memory, name, value) < 0)
            return -1;
    return 0;
}

/* Objects that hold what the flexible array is given; what is behind the first is its. */
static int count_flexible(const struct host_type *type, PyObject *members, size_t *countp)
{
    const struct abx_type *element = NULL;
    struct abx_member last;
    PyObject *value;
    Py_ssize_t length;
    size_t size;

    *countp = 1;
    abx_type_member(type->bare, abx_type_n_members(type->bare) - 1, &last);
    value = last.name != NULL ? PyMapping_GetItemString(members, last.name) : NULL;
    if (value == NULL) {
        PyErr_Clear();
        return 0;
    }
    if (PyUnicode_Check(value)) /* as UTF-8, which has a zero behind it */
        Py_SETREF(value, PyUnicode_AsEncodedString(value, "utf-8", "surrogateescape"));
    length = value != NULL ? PyObject_Size(value) + PyBytes_Check(value) : -1;
    Py_XDECREF(value);
    if (length < 0)
        return -1;
    abx_type_find_target(type->table->table, abx_type_strip(last.type), &element, NULL);
    size = last.offset + (size_t)length * (element != NULL ? abx_type_size(element) : 0);
    if (size > abx_type_size(type->bare))
        *countp = (size + abx_type_size(type->bare) - 1) / abx_type_size(type->bare);
    return 0;
}

static PyObject *make(struct host_type *type, size_t count)
{
    struct host_table *table = type->table;
    struct abx_memory *memory;
    struct abx_error err = {0};
    int status = abx_memory_create(table->table, type->type, count, &memory, &err);

    if (status != ABX_OK)
        return host_raise(table->state, status, &err);
    return host_memory_wrap(type, memory, NULL, false);
}

PyObject *host_memory_create(struct host_type *type, size_t count, PyObject *initial,
                             PyObject *keywords)
{
    PyObject *members = keywords != NULL ? keywords : initial;
    PyObject *made;

    if (type->is_flexible && abx_type_size(type->type) > 0 && count == 1 &&
        members != NULL && PyDict_Check(members) &&
        count_flexible(type, members, &count) < 0)
        return NULL;
    made = make(type, count);
    if (made != NULL && initial != NULL &&
        host_memory_fill((struct host_memory *)made, initial) < 0)
        made = host_drop(made);
    if (made != NULL && keywords != NULL &&
        set_members((struct host_memory *)made, keywords) < 0)
        made = host_drop(made);
    return made;
}

static int memory_traverse(struct host_memory *memory, visitproc visit, void *arg)
{
    Py_VISIT(Py_TYPE(memory));
    Py_VISIT(memory->type);
    Py_VISIT(memory->element);
    Py_VISIT(memory->owner);
    Py_VISIT(memory->keep);
    return 0;
}

static int memory_clear(struct host_memory *memory)
{
    Py_CLEAR(memory->keep);
    return 0;
}

/* The parts of owned memory keep this object, so that nothing looks at it any more. */
static void memory_dealloc(struct host_memory *memory)
{
    PyTypeObject *type = Py_TYPE(memory);

    PyObject_GC_UnTrack(memory);
    if (memory->weak != NULL)
        PyObject_ClearWeakRefs((PyObject *)memory);
    abx_memory_destroy(memory->memory);
    Py_XDECREF(memory->keep);
    Py_XDECREF(memory->owner);
    Py_XDECREF(memory->element);
    Py_XDECREF(memory->type);
    PyObject_GC_Del(memory);
    Py_DECREF(type);
}

/* ---- attributes ---- */

/* "__class__" and the like are the object's own; all else belongs to the record. */
static bool is_own(PyObject *name)
{
    return PyUnicode_GET_LENGTH(name) > 4 && PyUnicode_READ_CHAR(name, 0) == '_' &&
           PyUnicode_READ_CHAR(name, 1) == '_';
}

static struct host_member *raise_attribute(const struct host_memory *memory,
                                           const struct abx_error *err, PyObject *name)
{
    if (PyErr_Occurred())
        return NULL;
    if (memory->type->kind == HOST_RECORD && err->message[0] != '\0')
        PyErr_SetString(PyExc_AttributeError, err->message);
    else if (memory->type->kind == HOST_RECORD || memory->type->kind == HOST_ARRAY)
        PyErr_Format(PyExc_AttributeError, "%S has no members, and no %U", memory->type,
                     name);
    else
        PyErr_Format(PyExc_AttributeError, "%S has a value, and no %U", memory->type,
                     name);
    return NULL;
}

/* New reference. */
static struct host_member *find_attribute(struct host_memory *memory, PyObject *name)
{
    struct abx_error err = {0};
    struct host_member *member = NULL;

    if (memory->count == 1)
        member = host_member_find(memory->type, name, &err);
    else
        PyErr_Format(PyExc_AttributeError,
                     "these are %zu objects of %S: an index tells which", memory->count,
                     memory->type);
    return member != NULL ? member : raise_attribute(memory, &err, name);
}

static PyObject *get_slowly(struct host_memory *memory, PyObject *name)
{
    PyObject *found;
    struct host_member *member;

    if (is_own(name)) {
        found = PyObject_GenericGetAttr((PyObject *)memory, name);
        if (found != NULL || !PyErr_ExceptionMatches(PyExc_AttributeError))
            return found;
        PyErr_Clear();
    }
    member = find_attribute(memory, name);
    if (member == NULL)
        return NULL;
    found = host_memory_get_member(memory, member);
    Py_DECREF(member);
    return found;
}

static PyObject *memory_getattro(struct host_memory *memory, PyObject *name)
{
    struct host_member *member = host_member_known(memory->type, name);
    const unsigned char *data;

    if (member == NULL || memory->count != 1)
        return PyErr_Occurred() ? NULL : get_slowly(memory, name);
    data = abx_memory_data(memory->memory);
    if (member->load == HOST_LOAD_RULES || data == NULL)
        return host_memory_get_member(memory, member);
    return host_load(member->load, data + member->member.offset);
}

static int set_slowly(struct host_memory *memory, PyObject *name, PyObject *value)
{
    struct host_member *member = find_attribute(memory, name);
    int status = member != NULL ? host_memory_set_member(memory, member, value) : -1;

    Py_XDECREF(member);
    return status;
}

static int memory_setattro(struct host_memory *memory, PyObject *name, PyObject *value)
{
    struct host_member *member = host_member_known(memory->type, name);
    unsigned char *data = abx_memory_data(memory->memory);

    if (value == NULL) {
        PyErr_SetString(PyExc_TypeError, "members can't be deleted");
        return -1;
    }
    if (member == NULL || memory->count != 1)
        return PyErr_Occurred() ? -1 : set_slowly(memory, name, value);
    if (data != NULL && !memory->is_read_only &&
        !(memory->is_foreign && member->is_const) &&
        host_store(member->load, data + member->member.offset, value) == 1)
        return 0;
    return host_memory_set_member(memory, member, value);
}

static PyObject *memory_dir(struct host_memory *memory, PyObject *unused)
{
    PyObject *list = PyList_New(0);
    struct abx_member member;

    (void)unused;
    for (size_t i = 0; list != NULL && memory->count == 1 &&
                       abx_type_member(memory->type->bare, i, &member) == ABX_OK;
         i++) {
        PyObject *name = member.name != NULL ? PyUnicode_FromString(member.name) : NULL;

        if (member.name != NULL && (name == NULL || PyList_Append(list, name) < 0))
            list = host_drop(list);
        Py_XDECREF(name);
    }
    if (list != NULL && memory->type->kind != HOST_RECORD &&
        memory->type->kind != HOST_ARRAY) {
        PyObject *name = PyUnicode_FromString("value");

        if (name == NULL || PyList_Append(list, name) < 0)
            list = host_drop(list);
        Py_XDECREF(name);
    }
    return list;
}

/* ---- comparing ---- */

/* Text is compared as text; else it is the same memory or not. */
static PyObject *memory_compare(struct host_memory *memory, PyObject *other, int op)
{
    const struct host_state *state = host_memory_table(memory)->state;
    PyObject *text;
    PyObject *answer = NULL;

    if (op != Py_EQ && op != Py_NE)
        Py_RETURN_NOTIMPLEMENTED;
    if (Py_TYPE(other) == state->memory_type) {
        const struct host_memory *second = (const struct host_memory *)other;

        return PyBool_FromLong(
            (abx_memory_data(memory->memory) == abx_memory_data(second->memory) &&
             memory->count == second->count &&
             PyObject_RichCompareBool((PyObject *)memory->type, (PyObject *)second->type,
                                      Py_EQ) == 1) == (op == Py_EQ));
    }
    if (!host_memory_is_text(memory) || !(PyUnicode_Check(other) || PyBytes_Check(other)))
        Py_RETURN_NOTIMPLEMENTED;
    text = host_memory_string(memory, PY_SSIZE_T_MAX);
    if (text != NULL && PyBytes_Check(other))
        Py_SETREF(text, PyUnicode_AsEncodedString(text, "utf-8", "surrogateescape"));
    if (text != NULL)
        answer = PyObject_RichCompare(text, other, op);
    Py_XDECREF(text);
    return answer;
}

static Py_hash_t memory_hash(struct host_memory *memory)
{
    if (host_memory_is_text(memory))
        return PyObject_HashNotImplemented((PyObject *)memory);
    return host_hash_address(abx_memory_data(memory->memory));
}

/* ---- numbers ---- */

/* Its value; new reference. Else Python would read the bytes as digits. */
static PyObject *number_of(struct host_memory *memory, const char *function)
{
    enum host_kind kind = memory->type->kind;

    if (memory->count == 1 && (kind == HOST_BOOL || kind == HOST_INT ||
                               kind == HOST_WIDE || kind == HOST_FLOAT))
        return host_memory_value(memory);
    return PyErr_Format(PyExc_TypeError, "%s() takes memory of one number, got %S",
                        function, memory->type);
}

static PyObject *memory_int(struct host_memory *memory)
{
    PyObject *value = number_of(memory, "int");
    PyObject *number = value != NULL ? PyNumber_Long(value) : NULL;

    Py_XDECREF(value);
    return number;
}

static PyObject *memory_float(struct host_memory *memory)
{
    PyObject *value = number_of(memory, "float");
    PyObject *number = value != NULL ? PyNumber_Float(value) : NULL;

    Py_XDECREF(value);
    return number;
}

/* ---- the type ---- */

static PyMethodDef memory_methods[] = {
    {"__dir__", (PyCFunction)memory_dir, METH_NOARGS, NULL},
    HOST_NO_PICKLE,
    {NULL, NULL, 0, NULL},
};

static PyMemberDef memory_members[] = {
    {"__weaklistoffset__", T_PYSSIZET, offsetof(struct host_memory, weak), READONLY,
     NULL},
    {NULL, 0, 0, 0, NULL},
};

static PyType_Slot memory_slots[] = {
    {Py_tp_doc,
     (char
          *)"Objects of C. Members of a struct or union are attributes, elements have an "
            "index, a scalar has its value; a str as index is a path (\"a.b[2]\")."},
    {Py_tp_new, host_no_new},
    {Py_tp_dealloc, memory_dealloc},
    {Py_tp_traverse, memory_traverse},
    {Py_tp_clear, memory_clear},
    {Py_tp_getattro, memory_getattro},
    {Py_tp_setattro, memory_setattro},
    {Py_tp_repr, host_memory_repr},
    {Py_tp_str, host_memory_str},
    {Py_tp_hash, memory_hash},
    {Py_tp_richcompare, memory_compare},
    {Py_tp_iter, host_memory_iter},
    {Py_tp_methods, memory_methods},
    {Py_tp_members, memory_members},
    {Py_mp_subscript, host_memory_subscript},
    {Py_mp_ass_subscript, host_memory_set_subscript},
    {Py_mp_length, host_memory_length},
    {Py_sq_length, host_memory_length},
    {Py_sq_item, host_memory_checked_item},
    {Py_bf_getbuffer, host_memory_buffer},
    {Py_nb_int, memory_int},
    {Py_nb_float, memory_float},
    {0, NULL},
};

PyType_Spec host_memory_spec = {
    .name = "abidex.Memory",
    .basicsize = sizeof(struct host_memory),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC,
    .slots = memory_slots,
};
