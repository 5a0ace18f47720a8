/*
 * What Python has where C wants a pointer: None, text, memory, addresses, callbacks and
 * whatever can become one, buffers, and sequences for what is only read. As an argument it
 * is used where it is; a pointer that stays in memory needs a copy of text, and what it
 * leads to goes on the list, which the memory then keeps.
 */
#include "convert.h"

#include "callback.h"
#include "function.h"
#include "memory.h"
#include "pointer.h"
#include "table.h"
#include "type.h"

static bool is_argument(const struct host_conversion *conversion)
{
    return conversion->function != NULL;
}

/* ---- text ---- */

/* UTF-8, in which other bytes of file names come back as they were. */
static int encode(struct host_conversion *conversion, PyObject *object,
                  struct abx_string *string)
{
    Py_ssize_t size;
    PyObject *bytes;
    int status = -1;

    string->data = PyUnicode_AsUTF8AndSize(object, &size);
    string->size = (size_t)size;
    if (string->data != NULL)
        return 0;
    if (!PyErr_ExceptionMatches(PyExc_UnicodeEncodeError))
        return -1;
    PyErr_Clear();
    bytes = PyUnicode_AsEncodedString(object, "utf-8", "surrogateescape");
    if (bytes != NULL) {
        string->data = PyBytes_AS_STRING(bytes);
        string->size = (size_t)PyBytes_GET_SIZE(bytes);
        status = host_keep(conversion, bytes);
    }
    Py_XDECREF(bytes);
    return status;
}

int host_to_text(struct host_conversion *conversion, PyObject *object,
                 struct abx_value *value)
{
    value->kind = ABX_VALUE_STRING;
    if (PyUnicode_Check(object))
        return encode(conversion, object, &value->string);
    value->string.data = PyBytes_AS_STRING(object);
    value->string.size = (size_t)PyBytes_GET_SIZE(object);
    return 0;
}

/* A copy that only C knows, with a zero behind it. */
static int copy_text(struct host_conversion *conversion, PyObject *object,
                     struct host_type *type, struct abx_value *value)
{
    struct abx_string string;
    PyObject *copy;
    int status = host_to_text(conversion, object, value);

    if (status < 0)
        return -1;
    string = value->string;
    if (type->kind == HOST_TEXT && memchr(string.data, 0, string.size) != NULL)
        return host_refuse(conversion, PyExc_ValueError,
                           "takes a string without a zero inside");
    copy = PyByteArray_FromStringAndSize(string.data, (Py_ssize_t)string.size);
    if (copy == NULL)
        return -1;
    *value = (struct abx_value){
        .kind = ABX_VALUE_POINTER, .type = type->type, .p = PyByteArray_AS_STRING(copy)};
    status = host_keep(conversion, copy);
    Py_DECREF(copy);
    return status;
}

const char *host_wide_encoding(size_t unit)
{
    const uint16_t one = 1;
    bool is_little = *(const unsigned char *)&one == 1;

    if (unit == sizeof(uint16_t))
        return is_little ? "utf-16-le" : "utf-16-be";
    return is_little ? "utf-32-le" : "utf-32-be";
}

static int to_wide_text(struct host_conversion *conversion, PyObject *object,
                        struct host_type *type, struct abx_value *value)
{
    size_t unit = abx_type_size(type->bare_target);
    PyObject *bytes;
    PyObject *copy = NULL;
    int status = -1;

    if (is_argument(conversion) && !host_type_leads_to_const(type))
        return host_refuse(conversion, PyExc_TypeError,
                           "takes memory that it may write to, got str");
    if (PyUnicode_FindChar(object, 0, 0, PyUnicode_GET_LENGTH(object), 1) >= 0)
        return host_refuse(conversion, PyExc_ValueError,
                           "takes a string without a zero inside");
    bytes = PyUnicode_AsEncodedString(object, host_wide_encoding(unit), "surrogatepass");
    if (bytes != NULL)
        copy = PyByteArray_FromStringAndSize(NULL,
                                             PyBytes_GET_SIZE(bytes) + (Py_ssize_t)unit);
    if (copy != NULL) {
        char *at = PyByteArray_AS_STRING(copy);

        memcpy(at, PyBytes_AS_STRING(bytes), (size_t)PyBytes_GET_SIZE(bytes));
        memset(at + PyBytes_GET_SIZE(bytes), 0, unit);
        value->kind = ABX_VALUE_POINTER;
        value->type = type->type;
        value->p = at;
        status = host_keep(conversion, copy);
    }
    Py_XDECREF(bytes);
    Py_XDECREF(copy);
    return status;
}

/* What a pointer to it leads to may be bytes. */
static bool takes_text(const struct host_type *type)
{
    enum abx_type_kind kind =
        type->bare_target != NULL ? abx_type_kind(type->bare_target) : ABX_TYPE_VOID;

    return kind == ABX_TYPE_VOID || kind == ABX_TYPE_CHAR ||
           (kind == ABX_TYPE_INT && abx_type_size(type->bare_target) == 1);
}

static int to_string(struct host_conversion *conversion, PyObject *object,
                     struct host_type *type, struct abx_value *value)
{
    if (type != NULL && type->kind == HOST_WIDE_TEXT && PyUnicode_Check(object))
        return to_wide_text(conversion, object, type, value);
    if (type != NULL && !takes_text(type))
        return host_refuse(conversion, PyExc_TypeError, "takes a pointer (%S), got %.80s",
                           type, Py_TYPE(object)->tp_name);
    if (type != NULL && !is_argument(conversion))
        return copy_text(conversion, object, type, value);
    return host_to_text(conversion, object, value);
}

/* ---- functions ---- */

static bool is_during_call(const struct host_conversion *conversion)
{
    const struct host_function *function = conversion->function;

    return function != NULL && conversion->index < function->n_parameters &&
           function->parameters[conversion->index].is_during_call;
}

static bool is_in_signal(const struct host_conversion *conversion)
{
    const struct host_function *function = conversion->function;

    return function != NULL && conversion->index < function->n_parameters &&
           function->parameters[conversion->index].is_in_signal;
}

static int refuse_callback(const struct host_conversion *conversion)
{
    return host_refuse(conversion, PyExc_ValueError,
                       "takes no function of Python's: it would run inside a handler of "
                       "signals. abidex.handle_signal has it run at a safe point");
}

static int use_callback(struct host_conversion *conversion, PyObject *callback,
                        struct abx_value *value)
{
    if (is_in_signal(conversion))
        return refuse_callback(conversion);
    value->kind = ABX_VALUE_CALLBACK;
    value->callback = host_callback_use(callback, !is_during_call(conversion));
    return value->callback != NULL ? host_keep(conversion, callback) : -1;
}

/* By identity: the callback keeps the callable, and its address. A method is made anew each
 * time that it is looked up: it is its object and function. */
static PyObject *make_key(PyObject *callable, struct host_type *type)
{
    const void *object = callable;
    const void *function = NULL;

    if (PyMethod_Check(callable)) {
        object = PyMethod_GET_SELF(callable);
        function = PyMethod_GET_FUNCTION(callable);
    } else if (PyCFunction_Check(callable) && PyCFunction_GET_SELF(callable) != NULL) {
        object = PyCFunction_GET_SELF(callable);
        function = ((PyCFunctionObject *)callable)->m_ml;
    }
    return Py_BuildValue("NNN", PyLong_FromVoidPtr((void *)object),
                         PyLong_FromVoidPtr((void *)function), PyLong_FromVoidPtr(type));
}

/* One callback for each callable and type lives as long as the table: C may have it. */
static PyObject *find_lasting(struct host_conversion *conversion, PyObject *callable,
                              struct host_type *type)
{
    PyObject *kept = conversion->table->callbacks;
    PyObject *key = make_key(callable, type);
    PyObject *callback = key != NULL ? PyDict_GetItemWithError(kept, key) : NULL;

    if (callback != NULL) {
        Py_INCREF(callback);
    } else if (key != NULL && !PyErr_Occurred()) {
        callback = host_callback_create(type, callable);
        if (callback != NULL && PyDict_SetItem(kept, key, callback) < 0)
            callback = host_drop(callback);
    }
    Py_XDECREF(key);
    return callback;
}

static int to_callback(struct host_conversion *conversion, PyObject *callable,
                       struct host_type *type, struct abx_value *value)
{
    PyObject *callback;
    int status;

    if (is_in_signal(conversion)) /* before a callback is made that lasts */
        return refuse_callback(conversion);
    callback = is_argument(conversion) && !is_during_call(conversion)
                   ? find_lasting(conversion, callable, type)
                   : host_callback_create(type, callable);
    status = callback != NULL ? use_callback(conversion, callback, value) : -1;
    Py_XDECREF(callback);
    return status;
}

/* A function of C goes to C as it is, where its type is the one that is wanted. */
static int to_function(struct host_conversion *conversion, PyObject *object,
                       struct host_type *type, struct abx_value *value)
{
    const struct host_function *function = (const struct host_function *)object;
    const struct abx_image *image = abx_function_image(function->function);
    struct host_type *wanted = host_type_target(type);
    int is_same = -1;

    if (wanted != NULL)
        is_same = PyObject_RichCompareBool((PyObject *)wanted, (PyObject *)function->type,
                                           Py_EQ);
    Py_XDECREF(wanted);
    if (is_same < 0)
        return -1;
    if (image == NULL || is_same == 0)
        return to_callback(conversion, object, type, value);
    value->kind = ABX_VALUE_POINTER;
    value->type = type->type;
    value->p = image->address;
    return host_keep(conversion, object);
}

/* ---- all together ---- */

static int to_memory(struct host_conversion *conversion, PyObject *object,
                     struct abx_value *value)
{
    value->kind = ABX_VALUE_MEMORY;
    value->memory = ((struct host_memory *)object)->memory;
    return is_argument(conversion) ? 0 : host_keep(conversion, object);
}

static int to_address(struct host_conversion *conversion, PyObject *object,
                      struct abx_value *value)
{
    const struct host_pointer *pointer = (const struct host_pointer *)object;

    if (pointer->is_freed)
        return host_refuse(conversion, PyExc_ValueError,
                           "takes no pointer to what was freed");
    value->kind = ABX_VALUE_POINTER;
    value->type = pointer->type->type;
    value->p = pointer->address;
    return is_argument(conversion) ? 0 : host_keep(conversion, object);
}

/* Objects in a row from a sequence, or one from a dict. */
static PyObject *make_objects(const struct host_conversion *conversion,
                              struct host_type *type, PyObject *object)
{
    PyObject *items =
        PyDict_Check(object) ? PyTuple_Pack(1, object) : PySequence_Tuple(object);
    Py_ssize_t count = items != NULL ? PyTuple_GET_SIZE(items) : 0;
    PyObject *made = NULL;
    int status = 0;

    if (items != NULL && count > 0)
        made = host_memory_create(type, (size_t)count, NULL, NULL);
    for (Py_ssize_t i = 0; made != NULL && status == 0 && i < count; i++)
        status = host_memory_set_item((struct host_memory *)made, i,
                                      PyTuple_GET_ITEM(items, i));
    if (items != NULL && count == 0)
        host_refuse(conversion, PyExc_ValueError, "takes at least one object, got none");
    Py_XDECREF(items);
    return status == 0 ? made : host_drop(made);
}

/* A sequence or dict, for what is only read. */
static int to_objects(struct host_conversion *conversion, PyObject *object,
                      struct host_type *type, struct abx_value *value)
{
    struct host_type *target = host_type_target(type);
    PyObject *made = target != NULL ? make_objects(conversion, target, object) : NULL;
    int status = made != NULL ? to_memory(conversion, made, value) : -1;

    if (status == 0)
        status = host_keep(conversion, made);
    Py_XDECREF(made);
    Py_XDECREF(target);
    return status;
}

/* pathlib's, where a path may be. */
static int to_path(struct host_conversion *conversion, PyObject *object,
                   struct host_type *type, struct abx_value *value)
{
    PyObject *path = PyOS_FSPath(object);
    int status = path != NULL ? host_keep(conversion, path) : -1;

    if (status == 0)
        status = to_string(conversion, path, type, value);
    Py_XDECREF(path);
    return status;
}

static bool is_path(PyObject *object)
{
    return PyObject_HasAttrString((PyObject *)Py_TYPE(object), "__fspath__");
}

static bool has_objects(PyObject *object)
{
    return PyDict_Check(object) || PyList_Check(object) || PyTuple_Check(object);
}

/* C may write to what it leads to, and somebody has to look at that then. */
static int refuse_objects(const struct host_conversion *conversion, PyObject *object,
                          struct host_type *type)
{
    struct host_type *target = host_type_target(type);

    if (target != NULL)
        host_refuse(conversion, PyExc_TypeError,
                    "takes a pointer (%S), got %.80s: make an object of it by "
                    "types['%S'](...)",
                    type, Py_TYPE(object)->tp_name, target);
    Py_XDECREF(target);
    return -1;
}

static int refuse(const struct host_conversion *conversion, PyObject *object,
                  struct host_type *type)
{
    if (type != NULL && type->kind == HOST_OBJECT && has_objects(object))
        return refuse_objects(conversion, object, type);
    if (type == NULL)
        return host_refuse(conversion, PyExc_TypeError, "takes no %.80s",
                           Py_TYPE(object)->tp_name);
    return host_refuse(conversion, PyExc_TypeError, "takes a pointer (%S), got %.80s",
                       type, Py_TYPE(object)->tp_name);
}

int host_to_pointer(struct host_conversion *conversion, PyObject *object,
                    struct host_type *type, struct abx_value *value)
{
    const struct host_state *state = conversion->table->state;
    bool takes_code = type != NULL && type->kind == HOST_CODE;

    if (object == Py_None) {
        value->kind = ABX_VALUE_POINTER;
        return 0;
    }
    if (Py_TYPE(object) == state->memory_type)
        return to_memory(conversion, object, value);
    if (PyUnicode_Check(object) || PyBytes_Check(object))
        return to_string(conversion, object, type, value);
    if (Py_TYPE(object) == state->pointer_type)
        return to_address(conversion, object, value);
    if (Py_TYPE(object) == state->callback_type)
        return use_callback(conversion, object, value);
    if (takes_code && Py_TYPE(object) == state->function_type)
        return to_function(conversion, object, type, value);
    if (takes_code && PyCallable_Check(object))
        return to_callback(conversion, object, type, value);
    if (PyObject_CheckBuffer(object) && !takes_code)
        return host_to_buffer(conversion, object, type, value);
    if (type != NULL && type->kind == HOST_OBJECT && host_type_leads_to_const(type) &&
        has_objects(object))
        return to_objects(conversion, object, type, value);
    if (type != NULL && type->kind == HOST_TEXT && host_type_leads_to_const(type) &&
        is_path(object))
        return to_path(conversion, object, type, value);
    return refuse(conversion, object, type);
}
