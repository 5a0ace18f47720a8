/*
 * Members. What a path leads to is found once for each type and then is in the type's dict.
 * Plain scalars are read and written here, which is a few instructions: the member lies
 * inside the record, as the table's reader has checked, and memory is at least one record.
 * All else takes the library's way.
 */
#include "member.h"

#include "convert.h"
#include "error.h"
#include "table.h"
#include "type.h"

#include <float.h>
#include <math.h>

/* ---- plain scalars ---- */

enum host_load host_load_of(const struct host_type *type)
{
    static const enum host_load integers[][2] = {
        [1] = {HOST_LOAD_U8, HOST_LOAD_I8},
        [2] = {HOST_LOAD_U16, HOST_LOAD_I16},
        [4] = {HOST_LOAD_U32, HOST_LOAD_I32},
        [8] = {HOST_LOAD_U64, HOST_LOAD_I64},
    };
    size_t size = abx_type_size(type->bare);

    if (type->kind == HOST_INT && size < sizeof(integers) / sizeof(integers[0]))
        return integers[size][abx_type_is_signed(type->bare)];
    if (type->kind == HOST_FLOAT && size == sizeof(float))
        return HOST_LOAD_F32;
    if (type->kind == HOST_FLOAT && size == sizeof(double))
        return HOST_LOAD_F64;
    return HOST_LOAD_RULES;
}

#define LOAD(ctype, make)                                                                \
    {                                                                                    \
        ctype value;                                                                     \
        memcpy(&value, at, sizeof(value));                                               \
        return make(value);                                                              \
    }

PyObject *host_load(enum host_load load, const void *at)
{
    switch (load) {
    case HOST_LOAD_I8:
        LOAD(int8_t, PyLong_FromLong)
    case HOST_LOAD_U8:
        LOAD(uint8_t, PyLong_FromLong)
    case HOST_LOAD_I16:
        LOAD(int16_t, PyLong_FromLong)
    case HOST_LOAD_U16:
        LOAD(uint16_t, PyLong_FromLong)
    case HOST_LOAD_I32:
        LOAD(int32_t, PyLong_FromLong)
    case HOST_LOAD_U32:
        LOAD(uint32_t, PyLong_FromUnsignedLong)
    case HOST_LOAD_I64:
        LOAD(int64_t, PyLong_FromLongLong)
    case HOST_LOAD_U64:
        LOAD(uint64_t, PyLong_FromUnsignedLongLong)
    case HOST_LOAD_F32:
        LOAD(float, PyFloat_FromDouble)
    case HOST_LOAD_F64:
        LOAD(double, PyFloat_FromDouble)
    default:
        return PyErr_Format(PyExc_SystemError, "no plain scalar");
    }
}

#define STORE(ctype, number)                                                             \
    {                                                                                    \
        ctype stored = (ctype)(number);                                                  \
        if (stored != (number))                                                          \
            return 0;                                                                    \
        memcpy(at, &stored, sizeof(stored));                                             \
        return 1;                                                                        \
    }

static int store_float(enum host_load load, void *at, double number)
{
    float narrow = (float)number;

    if (load == HOST_LOAD_F64)
        memcpy(at, &number, sizeof(number));
    else if (!isfinite(number) || (number >= -FLT_MAX && number <= FLT_MAX))
        memcpy(at, &narrow, sizeof(narrow));
    else
        return 0;
    return 1;
}

static int store_u64(void *at, PyObject *value)
{
    unsigned long long number = PyLong_AsUnsignedLongLong(value);

    if (number == (unsigned long long)-1 && PyErr_Occurred()) {
        PyErr_Clear();
        return 0;
    }
    memcpy(at, &number, sizeof(number));
    return 1;
}

int host_store(enum host_load load, void *at, PyObject *value)
{
    int overflow;
    long long number;

    if (load >= HOST_LOAD_F32)
        return PyFloat_CheckExact(value) ? store_float(load, at, PyFloat_AS_DOUBLE(value))
                                         : 0;
    if (load == HOST_LOAD_RULES || !PyLong_CheckExact(value))
        return 0;
    if (load == HOST_LOAD_U64)
        return store_u64(at, value);
    number = PyLong_AsLongLongAndOverflow(value, &overflow);
    if (overflow != 0)
        return 0;
    switch (load) {
    case HOST_LOAD_I8:
        STORE(int8_t, number)
    case HOST_LOAD_U8:
        STORE(uint8_t, number)
    case HOST_LOAD_I16:
        STORE(int16_t, number)
    case HOST_LOAD_U16:
        STORE(uint16_t, number)
    case HOST_LOAD_I32:
        STORE(int32_t, number)
    case HOST_LOAD_U32:
        STORE(uint32_t, number)
    default:
        STORE(int64_t, number)
    }
}

/* ---- finding ---- */

static bool is_const(const struct host_member *member)
{
    const char *path = PyUnicode_AsUTF8(member->path);

    return path == NULL || member->member.name == NULL ||
           strcmp(path, member->member.name) != 0 ||
           abx_type_is_const(member->owner->type) ||
           abx_type_is_const(member->owner->bare) ||
           abx_type_is_const(member->type->type) || abx_type_is_const(member->type->bare);
}

/* Of whole bytes, and in any object of the type: elements of a flexible array are not. */
static bool is_inside(const struct host_member *member)
{
    return !member->member.is_bit_field &&
           member->member.offset + abx_type_size(member->type->type) <=
               abx_type_size(member->owner->type);
}

static struct host_member *make(struct host_type *owner, PyObject *path,
                                const struct abx_member *found)
{
    struct host_type *type = host_type_get(owner->table, found->type);
    struct host_member *member;

    if (type == NULL)
        return NULL;
    member = PyObject_GC_New(struct host_member, owner->table->state->member_type);
    if (member == NULL) {
        Py_DECREF(type);
        return NULL;
    }
    member->owner = (struct host_type *)host_ref(owner);
    member->type = type;
    member->member = *found;
    member->path = host_ref(path);
    member->load = is_inside(member) ? type->load : HOST_LOAD_RULES;
    member->is_const = is_const(member);
    PyObject_GC_Track(member);
    return member;
}

static bool is_value(const struct host_type *type, const char *path)
{
    return type->kind != HOST_RECORD && type->kind != HOST_ARRAY &&
           strcmp(path, "value") == 0;
}

/* Scalars have their value as "value". */
static int find(struct host_type *type, const char *path, struct abx_member *found,
                struct abx_error *err)
{
    if (is_value(type, path)) {
        *found = (struct abx_member){.name = "", .type = type->type};
        return ABX_OK;
    }
    return abx_type_find_member(type->table->table, type->type, path, found, err);
}

struct host_member *host_member_look_up(struct host_type *type, PyObject *name)
{
    PyObject *member = PyDict_GetItemWithError(type->members, name);

    /* An interned string is the very key of the dict, and lives as long. */
    if (member != NULL && PyUnicode_CHECK_INTERNED(name))
        *host_recent(type, name) =
            (struct host_recent){name, (struct host_member *)member};
    return (struct host_member *)member;
}

/* Under its interned name. Paths with an index are no names: there are too many of them. */
static int remember(struct host_type *type, const char *bytes, PyObject *member)
{
    PyObject *name;
    int status;

    if (strchr(bytes, '[') != NULL)
        return 0;
    name = PyUnicode_InternFromString(bytes);
    status = name != NULL ? PyDict_SetItem(type->members, name, member) : -1;
    Py_XDECREF(name);
    return status;
}

struct host_member *host_member_find(struct host_type *type, PyObject *path,
                                     struct abx_error *err)
{
    PyObject *member = PyDict_GetItemWithError(type->members, path);
    const char *bytes = member == NULL ? host_name(path, PyExc_KeyError) : NULL;
    struct abx_member found;
    int status;

    Py_XINCREF(member);
    if (member != NULL || bytes == NULL)
        return (struct host_member *)member;
    status = find(type, bytes, &found, err);
    if (status == ABX_MISSING || status == ABX_REFUSED)
        return NULL;
    if (status != ABX_OK)
        return (struct host_member *)host_raise(type->table->state, status, err);
    if (is_value(type, bytes))
        path = PyUnicode_FromString("");
    else
        Py_INCREF(path);
    member = path != NULL ? (PyObject *)make(type, path, &found) : NULL;
    Py_XDECREF(path);
    if (member != NULL && remember(type, bytes, member) < 0)
        member = host_drop(member);
    return (struct host_member *)member;
}

PyObject *host_member_at(struct host_type *type, size_t index)
{
    struct abx_member found;
    PyObject *path;
    PyObject *member;

    if (abx_type_member(type->bare, index, &found) != ABX_OK)
        return PyErr_Format(PyExc_IndexError, "no member %zu", index);
    path = host_from_text(found.name != NULL ? found.name : "",
                          found.name != NULL ? strlen(found.name) : 0);
    member = path != NULL ? (PyObject *)make(type, path, &found) : NULL;
    Py_XDECREF(path);
    return member;
}

/* ---- what it tells ---- */

static PyObject *get_name(struct host_member *member, void *unused)
{
    (void)unused;
    if (member->member.name == NULL)
        Py_RETURN_NONE;
    return host_ref(member->path);
}

static PyObject *get_type(struct host_member *member, void *unused)
{
    (void)unused;
    return host_ref(member->type);
}

static PyObject *get_offset(struct host_member *member, void *unused)
{
    (void)unused;
    return PyLong_FromSize_t(member->member.offset);
}

static PyObject *get_size(struct host_member *member, void *unused)
{
    (void)unused;
    return PyLong_FromSize_t(abx_type_size(member->type->type));
}

static PyObject *get_bits(struct host_member *member, void *is_width)
{
    if (!member->member.is_bit_field)
        Py_RETURN_NONE;
    return PyLong_FromUnsignedLong(is_width != NULL ? member->member.bit_width
                                                    : member->member.bit_offset);
}

static PyObject *member_repr(struct host_member *member)
{
    return PyUnicode_FromFormat("<abidex member %U of %S: %S at %zu>", member->path,
                                member->owner, member->type, member->member.offset);
}

static int member_traverse(struct host_member *member, visitproc visit, void *arg)
{
    Py_VISIT(Py_TYPE(member));
    Py_VISIT(member->owner);
    Py_VISIT(member->type);
    return 0;
}

static void member_dealloc(struct host_member *member)
{
    PyTypeObject *type = Py_TYPE(member);

    PyObject_GC_UnTrack(member);
    Py_XDECREF(member->owner);
    Py_XDECREF(member->type);
    Py_XDECREF(member->path);
    PyObject_GC_Del(member);
    Py_DECREF(type);
}

static PyGetSetDef member_getset[] = {
    {"name", (getter)get_name, NULL, "None where it has none.", NULL},
    {"type", (getter)get_type, NULL, NULL, NULL},
    {"offset", (getter)get_offset, NULL, "Bytes from the record's beginning.", NULL},
    {"size", (getter)get_size, NULL, "Bytes of its type.", NULL},
    {"bit_offset", (getter)get_bits, NULL, "Of a bit-field, from offset; else None.",
     NULL},
    {"bit_width", (getter)get_bits, NULL, "Of a bit-field; else None.", (void *)1},
    {NULL, NULL, NULL, NULL, NULL},
};

static PyMethodDef member_methods[] = {
    HOST_NO_PICKLE,
    {NULL, NULL, 0, NULL},
};

static PyType_Slot member_slots[] = {
    {Py_tp_doc, (char *)"A member of a struct or union."},
    {Py_tp_new, host_no_new},
    {Py_tp_dealloc, member_dealloc},
    {Py_tp_traverse, member_traverse},
    {Py_tp_repr, member_repr},
    {Py_tp_getset, member_getset},
    {Py_tp_methods, member_methods},
    {0, NULL},
};

PyType_Spec host_member_spec = {
    .name = "abidex.Member",
    .basicsize = sizeof(struct host_member),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC,
    .slots = member_slots,
};
