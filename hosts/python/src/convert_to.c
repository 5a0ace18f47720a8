/*
 * From Python's values to tagged ones. What kind of value a type takes is decided here; its
 * range, and whether a pointer fits, the library checks and words. Nothing is allocated for
 * scalars: other things that have to live until the value is used are put on the list of the
 * conversion.
 */
#include "convert.h"

#include "function.h"
#include "memory.h"
#include "table.h"
#include "type.h"

int host_keep(struct host_conversion *conversion, PyObject *object)
{
    if (conversion->keep == NULL)
        conversion->keep = PyList_New(0);
    return conversion->keep != NULL ? PyList_Append(conversion->keep, object) : -1;
}

/* "open: argument 2 (oflag) " or "st_size "; NULL on errors. */
static PyObject *subject(const struct host_conversion *conversion)
{
    const struct host_function *function = conversion->function;
    const char *name = NULL;

    if (function == NULL && conversion->name != NULL && conversion->name[0] != '\0')
        return PyUnicode_FromString(conversion->name);
    if (function == NULL && (conversion->name != NULL || conversion->element < 0))
        return PyUnicode_FromString("the object");
    if (function == NULL)
        return PyUnicode_FromFormat("[%zd]", conversion->element);
    if (conversion->index < function->n_parameters)
        name = function->parameters[conversion->index].name;
    if (name == NULL)
        return PyUnicode_FromFormat("%s: argument %zu",
                                    abx_function_name(function->function),
                                    conversion->index + 1);
    return PyUnicode_FromFormat("%s: argument %zu (%s)",
                                abx_function_name(function->function),
                                conversion->index + 1, name);
}

int host_refuse(const struct host_conversion *conversion, PyObject *exception,
                const char *format, ...)
{
    PyObject *what = subject(conversion);
    PyObject *why;
    va_list args;

    va_start(args, format);
    why = PyUnicode_FromFormatV(format, args);
    va_end(args);
    if (what != NULL && why != NULL)
        PyErr_Format(exception, "%U %U", what, why);
    Py_XDECREF(what);
    Py_XDECREF(why);
    return -1;
}

/* ---- numbers ---- */

/* Python writes no number that is very long. */
static PyObject *show(PyObject *number)
{
    PyObject *text = PyObject_Repr(number);
    PyObject *bits;

    if (text != NULL || !PyErr_ExceptionMatches(PyExc_ValueError))
        return text;
    PyErr_Clear();
    bits = PyObject_CallMethod(number, "bit_length", NULL);
    text = bits != NULL ? PyUnicode_FromFormat("one of %S bits", bits) : NULL;
    Py_XDECREF(bits);
    return text;
}

static int refuse_range(const struct host_conversion *conversion,
                        const struct host_type *type, PyObject *number)
{
    size_t bits = type != NULL ? 8 * abx_type_size(type->bare) : 64;
    PyObject *got;

    PyErr_Clear();
    got = show(number);
    if (got == NULL)
        return -1;
    if (type != NULL && !abx_type_is_signed(type->bare))
        host_refuse(conversion, PyExc_OverflowError, "takes 0 to 2**%zu - 1, got %U",
                    bits, got);
    else
        host_refuse(conversion, PyExc_OverflowError,
                    "takes -2**%zu to 2**%zu - 1, got %U", bits - 1, bits - 1, got);
    Py_DECREF(got);
    return -1;
}

/* Both halves of 128 bits: the low one as it is, the high one with the sign. */
static int to_halves(PyObject *number, bool is_signed, struct abx_value *value)
{
    PyObject *bits = PyLong_FromLong(64);
    PyObject *high = bits != NULL ? PyNumber_Rshift(number, bits) : NULL;

    Py_XDECREF(bits);
    if (high == NULL)
        return -1;
    value->kind = is_signed ? ABX_VALUE_INT : ABX_VALUE_UINT;
    value->wide[0] = PyLong_AsUnsignedLongLongMask(number);
    value->wide[1] =
        is_signed ? (uint64_t)PyLong_AsLongLong(high) : PyLong_AsUnsignedLongLong(high);
    Py_DECREF(high);
    return PyErr_Occurred() ? -1 : 0;
}

/* An int of any size. */
static int from_long(const struct host_conversion *conversion, PyObject *number,
                     struct host_type *type, struct abx_value *value)
{
    int overflow = 0;
    long long small = PyLong_AsLongLongAndOverflow(number, &overflow);

    if (type != NULL && type->kind == HOST_WIDE) {
        value->type = type->type;
        if (to_halves(number, abx_type_is_signed(type->bare), value) == 0)
            return 0;
        return refuse_range(conversion, type, number);
    }
    if (overflow == 0) {
        value->kind = ABX_VALUE_INT;
        value->i = small;
        return 0;
    }
    value->kind = ABX_VALUE_UINT;
    if (overflow > 0)
        value->u = PyLong_AsUnsignedLongLong(number);
    if (overflow > 0 && !(value->u == UINT64_MAX && PyErr_Occurred()))
        return 0;
    return refuse_range(conversion, type, number);
}

int host_to_integer(struct host_conversion *conversion, PyObject *object,
                    struct host_type *type, struct abx_value *value)
{
    PyObject *number;
    int status;

    if (PyLong_Check(object))
        return from_long(conversion, object, type, value);
    if (!PyIndex_Check(object))
        return host_refuse(conversion, PyExc_TypeError, "takes an integer, got %.80s",
                           Py_TYPE(object)->tp_name);
    number = PyNumber_Index(object);
    if (number == NULL)
        return -1;
    status = from_long(conversion, number, type, value);
    Py_DECREF(number);
    return status;
}

/* An int beyond 64 bits, where a float has it exactly. */
static int from_large(const struct host_conversion *conversion, PyObject *number,
                      struct abx_value *value)
{
    PyObject *same = NULL;
    int is_same = -1;

    value->kind = ABX_VALUE_FLOAT;
    value->f = PyLong_AsDouble(number);
    if (value->f != -1.0 || !PyErr_Occurred())
        same = PyLong_FromDouble(value->f);
    if (same != NULL)
        is_same = PyObject_RichCompareBool(same, number, Py_EQ);
    Py_XDECREF(same);
    if (is_same < 0 && !PyErr_ExceptionMatches(PyExc_OverflowError))
        return -1;
    PyErr_Clear();
    if (is_same == 1)
        return 0;
    same = show(number);
    if (same != NULL)
        host_refuse(conversion, PyExc_OverflowError,
                    "takes a number that it has exactly, got %U", same);
    Py_XDECREF(same);
    return -1;
}

/* An int where a floating-point number is wanted. */
static int to_whole(struct host_conversion *conversion, PyObject *object,
                    struct host_type *type, struct abx_value *value)
{
    PyObject *number = PyNumber_Index(object);
    int overflow = 0;
    int status;

    if (number == NULL)
        return -1;
    PyLong_AsLongLongAndOverflow(number, &overflow);
    status = overflow == 0 ? from_long(conversion, number, type, value)
                           : from_large(conversion, number, value);
    Py_DECREF(number);
    return status;
}

static int to_float(struct host_conversion *conversion, PyObject *object,
                    struct host_type *type, struct abx_value *value)
{
    const PyNumberMethods *number = Py_TYPE(object)->tp_as_number;

    if (!PyFloat_Check(object) && PyIndex_Check(object))
        return to_whole(conversion, object, type, value);
    if (number == NULL || number->nb_float == NULL ||
        Py_TYPE(object) == conversion->table->state->memory_type)
        return host_refuse(conversion, PyExc_TypeError,
                           "takes a floating-point number, got %.80s",
                           Py_TYPE(object)->tp_name);
    value->kind = ABX_VALUE_FLOAT;
    value->f = PyFloat_AsDouble(object);
    return value->f == -1.0 && PyErr_Occurred() ? -1 : 0;
}

static int store_complex(const struct host_conversion *conversion,
                         const struct host_type *type, Py_complex number, void *at)
{
    float f[2] = {(float)number.real, (float)number.imag};
    double d[2] = {number.real, number.imag};
    long double ld[2] = {number.real, number.imag};
    size_t size = abx_type_size(type->bare_target);

    if (size == sizeof(float))
        memcpy(at, f, sizeof(f));
    else if (size == sizeof(double))
        memcpy(at, d, sizeof(d));
    else if (size == sizeof(long double))
        memcpy(at, ld, sizeof(ld));
    else
        return host_refuse(conversion, PyExc_TypeError,
                           "is of a type for which Python has no numbers");
    return 0;
}

static int to_complex(struct host_conversion *conversion, PyObject *object,
                      struct host_type *type, struct abx_value *value)
{
    Py_complex number = {0};
    PyObject *made;
    int status;

    if (!PyComplex_Check(object) && !PyFloat_Check(object) && !PyLong_Check(object))
        return host_refuse(conversion, PyExc_TypeError,
                           "takes a complex number, got %.80s", Py_TYPE(object)->tp_name);
    number = PyComplex_AsCComplex(object);
    if (number.real == -1.0 && PyErr_Occurred())
        return -1;
    made = host_memory_create(type, 1, NULL, NULL);
    if (made == NULL)
        return -1;
    value->kind = ABX_VALUE_MEMORY;
    value->memory = ((struct host_memory *)made)->memory;
    status = store_complex(conversion, type, number, abx_memory_data(value->memory));
    if (status == 0)
        status = host_keep(conversion, made);
    Py_DECREF(made);
    return status;
}

/* ---- records, arrays, and what has no type ---- */

static int to_record(struct host_conversion *conversion, PyObject *object,
                     struct host_type *type, struct abx_value *value)
{
    const struct host_state *state = conversion->table->state;
    PyObject *made;
    int status;

    if (Py_TYPE(object) == state->memory_type) {
        value->kind = ABX_VALUE_MEMORY;
        value->memory = ((struct host_memory *)object)->memory;
        return conversion->function != NULL ? 0 : host_keep(conversion, object);
    }
    if (!PyDict_Check(object) && !PyList_Check(object) && !PyTuple_Check(object))
        return host_refuse(conversion, PyExc_TypeError,
                           "takes memory of type %S, got %.80s", type,
                           Py_TYPE(object)->tp_name);
    made = host_memory_create(type, 1, object, NULL);
    if (made == NULL)
        return -1;
    value->kind = ABX_VALUE_MEMORY;
    value->memory = ((struct host_memory *)made)->memory;
    status = host_keep(conversion, made);
    Py_DECREF(made);
    return status;
}

/* Arguments of which no type is known, and unions that take what any member takes. */
static int to_any(struct host_conversion *conversion, PyObject *object,
                  struct abx_value *value)
{
    if (PyFloat_Check(object))
        return to_float(conversion, object, NULL, value);
    if (PyLong_Check(object) || (PyIndex_Check(object) && !PyObject_CheckBuffer(object)))
        return host_to_integer(conversion, object, NULL, value);
    return host_to_pointer(conversion, object, NULL, value);
}

static int to_array(struct host_conversion *conversion, PyObject *object,
                    struct host_type *type, struct abx_value *value)
{
    if (PyUnicode_Check(object) || PyBytes_Check(object))
        return host_to_text(conversion, object, value);
    return to_record(conversion, object, type, value);
}

int host_to_value(struct host_conversion *conversion, PyObject *object,
                  struct host_type *type, struct abx_value *value)
{
    *value = (struct abx_value){0};
    if (type == NULL)
        return to_any(conversion, object, value);
    switch (type->kind) {
    case HOST_BOOL:
    case HOST_INT:
    case HOST_WIDE:
        return host_to_integer(conversion, object, type, value);
    case HOST_FLOAT:
        return to_float(conversion, object, type, value);
    case HOST_COMPLEX:
        return to_complex(conversion, object, type, value);
    case HOST_RECORD:
        if (abx_type_is_transparent(type->type) && !PyDict_Check(object))
            return to_any(conversion, object, value);
        return to_record(conversion, object, type, value);
    case HOST_ARRAY:
        return to_array(conversion, object, type, value);
    case HOST_VOID:
    case HOST_FUNCTION:
    case HOST_OTHER:
        return host_refuse(conversion, PyExc_TypeError,
                           "is of type %S, which takes no value", type);
    default:
        return host_to_pointer(conversion, object, type, value);
    }
}
