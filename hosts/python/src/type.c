/*
 * Types. Each type of the table that Python has met has one Type, which knows how its values
 * convert and has the members that were asked for; what it points to is looked up at once,
 * since that decides what a pointer becomes.
 */
#include "type.h"

#include "convert.h"
#include "error.h"
#include "member.h"
#include "table.h"

static PyObject *raise(struct host_table *table, int status, const struct abx_error *err)
{
    return host_raise_missing(table->state, status, err, PyExc_KeyError);
}

/* ---- how values convert ---- */

static const enum host_kind kinds[ABX_N_TYPE_KINDS] = {
    [ABX_TYPE_VOID] = HOST_VOID,     [ABX_TYPE_BOOL] = HOST_BOOL,
    [ABX_TYPE_CHAR] = HOST_INT,      [ABX_TYPE_INT] = HOST_INT,
    [ABX_TYPE_FLOAT] = HOST_FLOAT,   [ABX_TYPE_COMPLEX] = HOST_COMPLEX,
    [ABX_TYPE_VA_LIST] = HOST_OTHER, [ABX_TYPE_POINTER] = HOST_ADDRESS,
    [ABX_TYPE_ARRAY] = HOST_ARRAY,   [ABX_TYPE_FUNCTION] = HOST_FUNCTION,
    [ABX_TYPE_STRUCT] = HOST_RECORD, [ABX_TYPE_UNION] = HOST_RECORD,
    [ABX_TYPE_ENUM] = HOST_INT,
};

/* wchar_t is an integer, and only its name tells that it is a character. */
static bool is_wide_character(struct host_table *table, const struct abx_type *type)
{
    static const char *const names[] = {"wchar_t", "char16_t", "char32_t"};

    while (type != NULL && abx_type_kind(type) == ABX_TYPE_TYPEDEF) {
        for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
            if (strcmp(abx_type_name(type), names[i]) == 0)
                return true;
        abx_type_find_target(table->table, type, &type, NULL);
    }
    return false;
}

static enum host_kind pointer_kind(struct host_table *table,
                                   const struct abx_type *target)
{
    const struct abx_type *bare = abx_type_strip(target);

    if (abx_type_kind(bare) == ABX_TYPE_CHAR)
        return HOST_TEXT;
    if (abx_type_kind(bare) == ABX_TYPE_FUNCTION)
        return HOST_CODE;
    if (is_wide_character(table, target))
        return HOST_WIDE_TEXT;
    return abx_type_is_complete(bare) ? HOST_OBJECT : HOST_ADDRESS;
}

static bool is_character(struct host_table *table, const struct abx_type *type)
{
    return abx_type_kind(abx_type_strip(type)) == ABX_TYPE_CHAR ||
           is_wide_character(table, type);
}

static bool is_flexible(const struct abx_type *record)
{
    size_t count = abx_type_n_members(record);
    struct abx_member last;
    const struct abx_type *type;
    char text[4];

    if (count == 0 || abx_type_member(record, count - 1, &last) != ABX_OK)
        return false;
    type = abx_type_strip(last.type);
    abx_type_format(type, text, sizeof(text)); /* GNU's "[0]" has no room by itself */
    return abx_type_kind(type) == ABX_TYPE_ARRAY && strncmp(text, "[]", 2) == 0;
}

static bool has_pointers(struct host_table *table, const struct abx_type *type)
{
    const struct abx_type *target = NULL;
    struct abx_member member;
    bool has = false;

    type = abx_type_strip(type);
    if (abx_type_kind(type) == ABX_TYPE_ARRAY &&
        abx_type_find_target(table->table, type, &target, NULL) == ABX_OK)
        return has_pointers(table, target);
    for (size_t i = 0; !has && abx_type_member(type, i, &member) == ABX_OK; i++)
        has = has_pointers(table, member.type);
    return has || abx_type_kind(type) == ABX_TYPE_POINTER;
}

static int init(struct host_type *type)
{
    enum abx_type_kind kind = abx_type_kind(type->bare);
    struct abx_error err = {0};
    int status = ABX_OK;

    type->kind = kinds[kind];
    if (kind == ABX_TYPE_INT && abx_type_size(type->bare) > sizeof(uint64_t))
        type->kind = HOST_WIDE;
    if (kind == ABX_TYPE_POINTER || kind == ABX_TYPE_ARRAY || kind == ABX_TYPE_COMPLEX ||
        kind == ABX_TYPE_FUNCTION || kind == ABX_TYPE_ENUM)
        status =
            abx_type_find_target(type->table->table, type->bare, &type->target, &err);
    if (status != ABX_OK) {
        raise(type->table, status, &err);
        return -1;
    }
    if (type->target != NULL)
        type->bare_target = abx_type_strip(type->target);
    if (kind == ABX_TYPE_POINTER)
        type->kind = pointer_kind(type->table, type->target);
    type->load = host_load_of(type);
    type->is_character = is_character(type->table, type->type);
    type->is_text = type->kind == HOST_ARRAY && is_character(type->table, type->target);
    type->has_pointers = has_pointers(type->table, type->bare);
    type->is_flexible = type->kind == HOST_RECORD && is_flexible(type->bare);
    return 0;
}

/* ---- making ---- */

static struct host_type *make(struct host_table *table, const struct abx_type *type)
{
    struct host_type *made = PyObject_GC_New(struct host_type, table->state->type_type);

    if (made == NULL)
        return NULL;
    made->table = (struct host_table *)host_ref(table);
    made->type = type;
    made->bare = abx_type_strip(type);
    made->target = NULL;
    made->bare_target = NULL;
    memset(made->recent, 0, sizeof(made->recent));
    made->members = PyDict_New();
    PyObject_GC_Track(made);
    if (made->members == NULL || init(made) < 0)
        made = host_drop(made);
    return made;
}

struct host_type *host_type_get(struct host_table *table, const struct abx_type *type)
{
    PyObject *key = PyLong_FromVoidPtr((void *)type);
    PyObject *found = NULL;

    if (key == NULL)
        return NULL;
    found = PyDict_GetItemWithError(table->types, key);
    if (found != NULL) {
        Py_INCREF(found);
    } else if (!PyErr_Occurred()) {
        found = (PyObject *)make(table, type);
        if (found != NULL && PyDict_SetItem(table->types, key, found) < 0)
            found = host_drop(found);
    }
    Py_DECREF(key);
    return (struct host_type *)found;
}

struct host_type *host_type_target(struct host_type *type)
{
    return host_type_get(type->table, type->target);
}

/* C has names of structs apart from others: which of them one may have meant. */
static struct host_type *raise_missing(struct host_table *table, const char *name,
                                       struct abx_error *err)
{
    static const char *const tags[] = {"struct", "union", "enum"};
    const struct abx_type *type;
    struct abx_error unused;
    char whole[128];

    for (size_t i = 0; i < sizeof(tags) / sizeof(tags[0]); i++) {
        int size = snprintf(whole, sizeof(whole), "%s %s", tags[i], name);

        if (strchr(name, ' ') == NULL && size < (int)sizeof(whole) &&
            abx_table_find_type(table->table, whole, &type, &unused) == ABX_OK)
            return (struct host_type *)PyErr_Format(PyExc_KeyError, "%s: there is %s",
                                                    err->message, whole);
    }
    return (struct host_type *)raise(table, ABX_MISSING, err);
}

struct host_type *host_type_find(struct host_table *table, const char *name)
{
    const struct abx_type *type;
    struct abx_error err = {0};
    int status = abx_table_find_type(table->table, name, &type, &err);

    if (status == ABX_MISSING)
        return raise_missing(table, name, &err);
    if (status != ABX_OK)
        return (struct host_type *)raise(table, status, &err);
    return host_type_get(table, type);
}

struct host_type *host_type_check(struct host_state *state, PyObject *object,
                                  const struct host_table *table)
{
    struct host_type *type = (struct host_type *)object;

    if (Py_TYPE(object) != state->type_type) {
        PyErr_Format(PyExc_TypeError, "takes a type of a table, got %.80s",
                     Py_TYPE(object)->tp_name);
        return NULL;
    }
    if (table != NULL && type->table != table) {
        PyErr_Format(PyExc_TypeError, "%R is a type of another table (%s)", object,
                     abx_table_path(type->table->table));
        return NULL;
    }
    return type;
}

bool host_type_is_fixed(const struct host_type *type)
{
    return abx_type_is_const(type->type) || abx_type_is_const(type->bare) ||
           (type->kind == HOST_ARRAY &&
            (abx_type_is_const(type->target) || abx_type_is_const(type->bare_target)));
}

bool host_type_leads_to_const(const struct host_type *type)
{
    return type != NULL && type->target != NULL &&
           (abx_type_is_const(type->target) || abx_type_is_const(type->bare_target));
}

/* ---- texts ---- */

static size_t write_text(const struct host_type *type, const char *name, char *buffer,
                         size_t size)
{
    if (name == NULL)
        return abx_type_format(type->type, buffer, size);
    return abx_type_declare(type->table->table, type->type, name, buffer, size);
}

/* @name: NULL for the notation of the table. */
static PyObject *make_text(const struct host_type *type, const char *name)
{
    size_t size = write_text(type, name, NULL, 0) + 1;
    char *buffer = size > 1 ? PyMem_Malloc(size) : NULL;
    PyObject *text;

    if (buffer == NULL)
        return PyErr_NoMemory();
    write_text(type, name, buffer, size);
    text = host_from_text(buffer, strlen(buffer));
    PyMem_Free(buffer);
    return text;
}

PyObject *host_type_text(const struct host_type *type, bool notation)
{
    return make_text(type, notation ? NULL : "");
}

PyObject *host_type_declaration(const struct host_type *type, const char *name)
{
    return make_text(type, name);
}
