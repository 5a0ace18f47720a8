/*
 * Calls. Where all arguments are numbers without rules they go straight into the image of
 * registers that the library calls with; else they become tagged values, which the library
 * checks. Either way scalars cost no allocation, and what an argument needs besides lives on
 * one list until the call is over.
 */
#include "host.h"

/* Arguments that have room on the stack. */
enum { N_QUICK = 8 };

struct call {
    struct host_conversion conversion;
    PyObject *const *args;
    size_t n_args;
    struct abx_value *values;
    PyObject *outs; /* a list of what abidex.out stands for, or NULL */
};

/* ---- out ---- */

/* Bytes that become the result itself. */
static PyObject *make_bytes(struct call *call, struct host_type *target, Py_ssize_t count,
                            struct abx_value *value)
{
    struct host_type *element = target->kind == HOST_VOID
                                    ? host_type_find(target->table, "u8")
                                    : (struct host_type *)host_ref(target);
    PyObject *bytes = PyBytes_FromStringAndSize(NULL, count);
    PyObject *view = NULL;

    if (bytes != NULL && element != NULL) {
        memset(PyBytes_AS_STRING(bytes), 0, (size_t)count);
        view = host_memory_view(element, PyBytes_AS_STRING(bytes), (size_t)count, bytes);
    }
    if (view != NULL) {
        value->kind = ABX_VALUE_MEMORY;
        value->memory = ((struct host_memory *)view)->memory;
    }
    if (view == NULL || host_keep(&call->conversion, view) < 0)
        Py_CLEAR(bytes);
    Py_XDECREF(view);
    Py_XDECREF(element);
    return bytes;
}

static PyObject *make_objects(struct host_type *target, Py_ssize_t count,
                              struct abx_value *value)
{
    PyObject *memory = host_memory_create(target, (size_t)count, NULL, NULL);

    if (memory != NULL) {
        value->kind = ABX_VALUE_MEMORY;
        value->memory = ((struct host_memory *)memory)->memory;
    }
    return memory;
}

static const char *refusal(const struct host_type *type, Py_ssize_t count)
{
    if (type == NULL || type->target == NULL ||
        abx_type_kind(type->bare) != ABX_TYPE_POINTER)
        return "is no pointer: abidex.out stands for what one leads to";
    if (abx_type_is_const(type->target) || abx_type_is_const(type->bare_target))
        return "is only read: abidex.out stands for what a function writes";
    if (abx_type_kind(type->bare_target) == ABX_TYPE_VOID)
        return count == 0 ? "leads to bytes: abidex.out[n] tells how many" : NULL;
    if (!abx_type_is_complete(type->bare_target))
        return "leads to what has no size: abidex.out can't make it";
    return NULL;
}

static int add_out(struct call *call, const struct host_out *out, struct host_type *type,
                   struct abx_value *value)
{
    const char *why = refusal(type, out->count);
    struct host_type *target;
    PyObject *made;
    int status = -1;

    if (why != NULL)
        return host_refuse(&call->conversion, PyExc_TypeError, "%s", why);
    target = host_type_target(type);
    if (call->outs == NULL)
        call->outs = PyList_New(0);
    if (target == NULL || call->outs == NULL) {
        Py_XDECREF(target);
        return -1;
    }
    *value = (struct abx_value){0};
    if (target->kind == HOST_VOID || type->kind == HOST_TEXT)
        made = make_bytes(call, target, out->count > 0 ? out->count : 1, value);
    else
        made = make_objects(target, out->count > 0 ? out->count : 1, value);
    if (made != NULL)
        status = PyList_Append(call->outs, made);
    Py_XDECREF(made);
    Py_DECREF(target);
    return status;
}

/* The result and what the function left behind abidex.out; @result is taken over. */
static PyObject *join_outs(const struct call *call, PyObject *result)
{
    Py_ssize_t count = PyList_GET_SIZE(call->outs);
    PyObject *all = result != NULL ? PyTuple_New(count + 1) : NULL;

    if (all == NULL) {
        Py_XDECREF(result);
        return NULL;
    }
    PyTuple_SET_ITEM(all, 0, result);
    for (Py_ssize_t i = 0; all != NULL && i < count; i++) {
        PyObject *out = PyList_GET_ITEM(call->outs, i);
        PyObject *value = PyBytes_Check(out)
                              ? host_ref(out)
                              : host_memory_value((struct host_memory *)out);

        if (value == NULL)
            Py_CLEAR(all);
        else
            PyTuple_SET_ITEM(all, i + 1, value);
    }
    return all;
}

/* ---- the result ---- */

static bool is_inside(const struct abx_value *value, const void *address)
{
    const char *data = NULL;
    size_t size = 0;

    if (value->kind == ABX_VALUE_MEMORY) {
        data = abx_memory_data(value->memory);
        size = abx_memory_size(value->memory);
    } else if (value->kind == ABX_VALUE_STRING) {
        data = value->string.data;
        size = value->string.size + 1;
    }
    return data != NULL && (const char *)address >= data &&
           (const char *)address < data + size;
}

/* The argument that a pointer leads into, which therefore has to live as long; borrowed. */
static PyObject *find_owner(const struct call *call, const void *address)
{
    for (size_t i = 0; i < call->n_args; i++)
        if (is_inside(&call->values[i], address))
            return PyUnicode_Check(call->args[i]) || PyBytes_Check(call->args[i]) ||
                           call->conversion.keep == NULL ||
                           Py_TYPE(call->args[i]) ==
                               call->conversion.table->state->memory_type
                       ? call->args[i]
                       : call->conversion.keep;
    return NULL;
}

static PyObject *convert_result(const struct call *call, const struct abx_value *value)
{
    const struct host_function *function = call->conversion.function;
    PyObject *owner = NULL;

    if (value->kind == ABX_VALUE_INT && function->result->kind == HOST_INT)
        return PyLong_FromLongLong(value->i);
    if (value->kind == ABX_VALUE_POINTER && value->p != NULL) {
        if (function->is_owned && (function->result->kind == HOST_TEXT ||
                                   function->result->kind == HOST_WIDE_TEXT))
            return host_pointer_create(function->result, value->p, NULL);
        owner = find_owner(call, value->p);
    }
    return host_from_value(function->table, value, function->result, owner);
}

static PyObject *raise(const struct host_function *function, int status,
                       struct abx_value *result, const struct abx_error *err)
{
    if (result->kind == ABX_VALUE_MEMORY)
        abx_memory_destroy(result->memory);
    return host_raise(function->table->state, status, err);
}

/* ---- by tagged values ---- */

static int convert(struct call *call)
{
    const struct host_function *function = call->conversion.function;
    const PyTypeObject *out = function->table->state->out_type;

    for (size_t i = 0; i < call->n_args; i++) {
        struct host_type *type =
            i < function->n_parameters ? function->parameters[i].type : NULL;
        PyObject *argument = call->args[i];
        int status;

        call->conversion.index = i;
        if (Py_TYPE(argument) == out)
            status =
                add_out(call, (const struct host_out *)argument, type, &call->values[i]);
        else
            status = host_to_value(&call->conversion, argument, type, &call->values[i]);
        if (status < 0)
            return -1;
    }
    return 0;
}

static PyObject *run(struct call *call)
{
    struct host_function *function = call->conversion.function;
    struct abx_value result = {0};
    struct abx_error err;
    PyObject *made = NULL;
    int status;

    if (convert(call) < 0)
        return NULL;
    host_call_begin();
    status = abx_call(function->function, call->values, call->n_args, &result, &err);
    if (host_call_end(function->table->state) || status != ABX_OK)
        return raise(function, status, &result, &err);
    made = convert_result(call, &result);
    return call->outs != NULL ? join_outs(call, made) : made;
}

static PyObject *refuse_count(const struct host_function *function, size_t got)
{
    return PyErr_Format(PyExc_TypeError, "%s: takes %s%zu argument%s, got %zu",
                        abx_function_name(function->function),
                        function->is_variadic ? "at least " : "", function->n_parameters,
                        function->n_parameters == 1 ? "" : "s", got);
}

static PyObject *call_values(struct host_function *function, PyObject *const *args,
                             size_t n_args)
{
    struct abx_value quick[N_QUICK];
    struct call call = {.conversion = {.table = function->table, .function = function},
                        .args = args,
                        .n_args = n_args,
                        .values = quick};
    PyObject *result;

    if (n_args < function->n_parameters ||
        (n_args > function->n_parameters && !function->is_variadic))
        return refuse_count(function, n_args);
    if (n_args > N_QUICK)
        call.values = PyMem_Calloc(n_args, sizeof(*call.values));
    if (call.values == NULL)
        return PyErr_NoMemory();
    result = run(&call);
    Py_XDECREF(call.conversion.keep);
    Py_XDECREF(call.outs);
    if (call.values != quick)
        PyMem_Free(call.values);
    return result;
}

/* ---- by image ---- */

/* False: the rules of the library have to say what is wrong with it, or take it. */
static bool set_place(const struct abx_place *place, union abx_image_words *words,
                      PyObject *argument)
{
    int overflow = 0;
    long long number;

    if (place->scalar == ABX_SCALAR_DOUBLE && PyFloat_CheckExact(argument)) {
        abx_image_set_double(place, words, PyFloat_AS_DOUBLE(argument));
        return true;
    }
    if (!PyLong_CheckExact(argument) ||
        (place->scalar != ABX_SCALAR_INT && place->scalar != ABX_SCALAR_UINT))
        return false;
    number = PyLong_AsLongLongAndOverflow(argument, &overflow);
    if (overflow != 0 || number < place->least ||
        (number >= 0 && (uint64_t)number > place->most))
        return false;
    abx_image_set_integer(place, words, (uint64_t)number);
    return true;
}

static bool fill_image(const struct abx_image *image, union abx_image_words *words,
                       PyObject *const *args)
{
    for (size_t i = 0; i < image->n_places; i++)
        if (!set_place(&image->places[i], words, args[i]))
            return false;
    return true;
}

static PyObject *call_image(struct host_function *function,
                            const union abx_image_words *words)
{
    struct abx_value result = {0};
    struct abx_error err;
    int status;

    host_call_begin();
    status = abx_call_image(function->function, words, &result, &err);
    if (host_call_end(function->table->state) || status != ABX_OK)
        return raise(function, status, &result, &err);
    if (result.kind == ABX_VALUE_INT && function->result->kind == HOST_INT)
        return PyLong_FromLongLong(result.i);
    return host_from_value(function->table, &result, function->result, NULL);
}

/* ---- by name ---- */

static bool is_named(const struct host_parameter *parameter, PyObject *keyword)
{
    PyObject *with_mark;
    bool is_same;

    if (parameter->name == NULL)
        return false;
    if (!host_is_keyword(parameter->name))
        return PyUnicode_CompareWithASCIIString(keyword, parameter->name) == 0;
    with_mark = PyUnicode_FromFormat("%s_", parameter->name);
    is_same = with_mark != NULL && PyUnicode_Compare(keyword, with_mark) == 0;
    Py_XDECREF(with_mark);
    return is_same;
}

/* Puts a keyword's value to its parameter. */
static int place_named(const struct host_function *function, PyObject *keyword,
                       PyObject *value, PyObject **all)
{
    const char *name = abx_function_name(function->function);

    for (size_t i = 0; i < function->n_parameters; i++) {
        if (!is_named(&function->parameters[i], keyword))
            continue;
        if (all[i] != NULL) {
            PyErr_Format(PyExc_TypeError, "%s: argument %zu (%U) is given twice", name,
                         i + 1, keyword);
            return -1;
        }
        all[i] = value;
        return 0;
    }
    if (!PyErr_Occurred())
        PyErr_Format(PyExc_TypeError, "%s: has no parameter %U", name, keyword);
    return -1;
}

static int place_all(const struct host_function *function, PyObject *const *args,
                     size_t n_args, PyObject *names, PyObject **all)
{
    size_t i;

    for (i = 0; i < n_args; i++)
        all[i] = args[i];
    for (i = 0; i < (size_t)PyTuple_GET_SIZE(names); i++)
        if (place_named(function, PyTuple_GET_ITEM(names, i), args[n_args + i], all) < 0)
            return -1;
    for (i = 0; i < function->n_parameters; i++)
        if (all[i] == NULL) {
            PyErr_Format(PyExc_TypeError, "%s: argument %zu (%s) is missing",
                         abx_function_name(function->function), i + 1,
                         function->parameters[i].name != NULL
                             ? function->parameters[i].name
                             : "without a name");
            return -1;
        }
    return 0;
}

static PyObject *call_named(struct host_function *function, PyObject *const *args,
                            size_t n_args, PyObject *names)
{
    size_t room = n_args > function->n_parameters ? n_args : function->n_parameters;
    PyObject **all = PyMem_Calloc(room + 1, sizeof(PyObject *));
    PyObject *result = NULL;

    if (all == NULL)
        return PyErr_NoMemory();
    if (place_all(function, args, n_args, names, all) == 0)
        result = call_values(function, all, room);
    PyMem_Free(all);
    return result;
}

PyObject *host_function_call(PyObject *self, PyObject *const *args, size_t nargsf,
                             PyObject *names)
{
    struct host_function *function = (struct host_function *)self;
    size_t n_args = (size_t)PyVectorcall_NARGS(nargsf);
    union abx_image_words words;

    if (names != NULL && PyTuple_GET_SIZE(names) > 0)
        return call_named(function, args, n_args, names);
    if (function->image != NULL && n_args == function->n_parameters &&
        fill_image(function->image, &words, args))
        return call_image(function, &words);
    return call_values(function, args, n_args);
}
