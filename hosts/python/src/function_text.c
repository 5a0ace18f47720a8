/*
 * What help() and inspect show of a function: its declaration, how it fails, and its
 * parameters in Python's notation.
 */
#include "function.h"

#include "convert.h"
#include "type.h"

PyObject *host_function_declaration(struct host_function *function)
{
    return host_type_declaration(function->type, abx_function_name(function->function));
}

PyObject *host_function_text(struct host_function *function)
{
    size_t size = abx_function_describe(function->function, NULL, 0) + 1;
    char *buffer = size > 1 ? PyMem_Malloc(size) : NULL;
    PyObject *text;

    if (buffer == NULL)
        return PyErr_NoMemory();
    abx_function_describe(function->function, buffer, size);
    text = host_from_text(buffer, strlen(buffer));
    PyMem_Free(buffer);
    return text;
}

/* ---- the signature ---- */

/* A name that Python's grammar takes: "from" becomes "from_". */
static PyObject *parameter_name(const struct host_function *function, size_t index)
{
    const char *name = function->parameters[index].name;

    if (name == NULL)
        return PyUnicode_FromFormat("argument%zu", index + 1);
    return PyUnicode_FromFormat("%s%s", name,
                                function->parameters[index].is_keyword ? "_" : "");
}

PyObject *host_function_signature(struct host_function *function)
{
    PyObject *names = PyList_New(0);
    PyObject *comma = PyUnicode_FromString(", ");
    PyObject *joined = NULL;
    PyObject *text = NULL;

    for (size_t i = 0; names != NULL && i < function->n_parameters; i++) {
        PyObject *name = parameter_name(function, i);

        if (name == NULL || PyList_Append(names, name) < 0)
            names = host_drop(names);
        Py_XDECREF(name);
    }
    if (names != NULL && comma != NULL)
        joined = PyUnicode_Join(comma, names);
    if (joined != NULL)
        text = PyUnicode_FromFormat(
            "(%U%s%s)", joined,
            function->is_variadic && function->n_parameters > 0 ? ", " : "",
            function->is_variadic ? "*arguments" : "");
    Py_XDECREF(names);
    Py_XDECREF(comma);
    Py_XDECREF(joined);
    return text;
}
