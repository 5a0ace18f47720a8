/*
 * Answers of the library as exceptions. A failure of C is an OSError as Python itself raises
 * them, of the subclass that belongs to errno; codes of other spaces (EAI_NONAME) are no
 * errno, which is why they have a class of their own. What was refused is told by its
 * reason; names that are missing by what was asked: an attribute, or a key.
 */
#include "error.h"

#include "convert.h"

static PyObject *text(const char *bytes)
{
    return host_from_text(bytes, strlen(bytes));
}

/* Takes @value over. */
static bool set(PyObject *error, const char *name, PyObject *value)
{
    bool is_done = value != NULL && PyObject_SetAttrString(error, name, value) == 0;

    Py_XDECREF(value);
    return is_done;
}

static bool is_errno(const struct abx_error *err)
{
    return err->space == NULL || strcmp(err->space, "errno") == 0;
}

/* OSError with two arguments is of the subclass that errno has; with one it has no errno. */
static PyObject *make_os_error(int64_t code, const char *message)
{
    if (code != 0)
        return PyObject_CallFunction(PyExc_OSError, "LN", (long long)code, text(message));
    return PyObject_CallFunction(PyExc_OSError, "N", text(message));
}

static PyObject *make_code_error(const struct host_state *state,
                                 const struct abx_error *err)
{
    PyObject *error = NULL;
    PyObject *message = text(err->message);
    PyObject *whole = message == NULL ? NULL
                      : err->name[0] == '\0'
                          ? PyUnicode_FromFormat("[%s %lld] %U", err->space,
                                                 (long long)err->code, message)
                          : PyUnicode_FromFormat("[%s %lld] %U", err->name,
                                                 (long long)err->code, message);

    if (whole != NULL)
        error = PyObject_CallFunctionObjArgs(state->code_error, whole, NULL);
    if (error != NULL &&
        (!set(error, "strerror", host_ref(message)) ||
         (err->cause != 0 && !set(error, "errno", PyLong_FromLong(err->cause))) ||
         (strcmp(err->space, "ERROR_") == 0 &&
          !set(error, "winerror", PyLong_FromLongLong((long long)err->code)))))
        error = host_drop(error);
    Py_XDECREF(whole);
    Py_XDECREF(message);
    return error;
}

static void raise_failure(const struct host_state *state, const struct abx_error *err)
{
    PyObject *error = is_errno(err) ? make_os_error(err->code, err->message)
                                    : make_code_error(state, err);

    if (error != NULL && set(error, "code", PyLong_FromLongLong((long long)err->code)) &&
        set(error, "name", text(err->name)) &&
        set(error, "space", text(err->space != NULL ? err->space : "errno")) &&
        set(error, "function", text(err->function != NULL ? err->function : "")) &&
        set(error, "is_documented", PyBool_FromLong(err->is_documented)))
        PyErr_SetObject((PyObject *)Py_TYPE(error), error);
    Py_XDECREF(error);
}

static void raise_system(const struct abx_error *err)
{
    PyObject *error = make_os_error(err->code, err->message);

    if (error != NULL)
        PyErr_SetObject((PyObject *)Py_TYPE(error), error);
    Py_XDECREF(error);
}

static void raise_text(PyObject *type, const char *message)
{
    PyObject *argument = text(message);

    if (argument != NULL)
        PyErr_SetObject(type, argument);
    Py_XDECREF(argument);
}

static PyObject *refusal(enum abx_reason reason)
{
    switch (reason) {
    case ABX_REASON_KIND:
        return PyExc_TypeError;
    case ABX_REASON_RANGE:
        return PyExc_OverflowError;
    default:
        return PyExc_ValueError;
    }
}

PyObject *host_raise_missing(struct host_state *state, int status,
                             const struct abx_error *err, PyObject *missing)
{
    if (PyErr_Occurred()) /* what a callback or a handler raised */
        return NULL;
    switch (status) {
    case ABX_FAILED:
        raise_failure(state, err);
        break;
    case ABX_REFUSED:
        raise_text(refusal(err->reason), err->message);
        break;
    case ABX_MISSING:
        raise_text(missing, err->message);
        break;
    case ABX_SYSTEM:
        raise_system(err);
        break;
    case ABX_NO_MEMORY:
        PyErr_NoMemory();
        break;
    default:
        raise_text(state->table_error, err->message);
    }
    return NULL;
}

PyObject *host_raise(struct host_state *state, int status, const struct abx_error *err)
{
    return host_raise_missing(state, status, err, PyExc_LookupError);
}

/* ---- what the module's types share ---- */

PyObject *host_no_new(PyTypeObject *type, PyObject *args, PyObject *keywords)
{
    (void)args;
    (void)keywords;
    return PyErr_Format(PyExc_TypeError, "%s: objects come from a table", type->tp_name);
}

PyObject *host_no_pickle(PyObject *self, PyObject *unused)
{
    (void)unused;
    return PyErr_Format(PyExc_TypeError,
                        "%s: lives in this process, and can't be copied or pickled",
                        Py_TYPE(self)->tp_name);
}

int host_errors_init(struct host_state *state, PyObject *module)
{
    state->code_error = PyErr_NewExceptionWithDoc(
        "abidex.CodeError",
        "A C function failed with a code that is no errno.\n\n"
        "code, name and space tell which; errno is set where the code says so.\n"
        "winerror is set to a code of Windows (ERROR_...).",
        PyExc_OSError, NULL);
    state->table_error = PyErr_NewExceptionWithDoc(
        "abidex.TableError", "A table is damaged, or none for this platform.",
        PyExc_Exception, NULL);
    if (state->code_error == NULL || state->table_error == NULL ||
        PyObject_SetAttrString(module, "CodeError", state->code_error) < 0)
        return -1;
    return PyObject_SetAttrString(module, "TableError", state->table_error);
}
