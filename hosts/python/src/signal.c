/*
 * Signals. The library notes an arrival, with its siginfo; that Python comes to a safe point
 * soon is the business of its own handler of signals, which handle_signal has installed first
 * and which is called once more when the library has noted. So a signal is to Python what it
 * always is: it ends a sleep, wakes an event loop (signal.set_wakeup_fd), and runs a handler
 * on the main thread, here one that has the library tell what came. Whichever comes first,
 * that or a call through the library, tells it.
 */
#include "signal.h"

#include "error.h"
#include "memory.h"
#include "raised.h"
#include "type.h"

/* ---- in the handler ---- */

void host_signals_arrived(void *user, int number)
{
    struct host_signals *signals = ((struct host_state *)user)->signals;
    handler_of_c python = atomic_load(&signals->entries[number].python);

    if (python != NULL)
        python(number);
}

/* ---- telling ---- */

/* The library's is valid during the handler. */
static PyObject *copy_info(struct host_table *table, const struct abx_value *info)
{
    struct host_type *type;
    PyObject *copy = NULL;

    if (info->kind != ABX_VALUE_MEMORY)
        Py_RETURN_NONE;
    type = host_type_get(table, info->type);
    if (type != NULL)
        copy = host_memory_create(type, 1, NULL, NULL);
    if (copy != NULL)
        memcpy(host_memory_data((struct host_memory *)copy),
               abx_memory_data(info->memory), abx_memory_size(info->memory));
    Py_XDECREF(type);
    return copy;
}

/* Takes @field over, which may be NULL. */
static int set_field(PyObject *told, Py_ssize_t index, PyObject *field)
{
    if (field != NULL)
        PyStructSequence_SET_ITEM(told, index, field);
    return field != NULL ? 0 : -1;
}

static PyObject *make_signal(const struct host_signals *signals, struct host_table *table,
                             const struct abx_signal *signal)
{
    PyObject *told = PyStructSequence_New(signals->type);

    if (told != NULL && (set_field(told, 0, PyLong_FromLong(signal->number)) < 0 ||
                         set_field(told, 1, PyUnicode_FromString(signal->name)) < 0 ||
                         set_field(told, 2, PyLong_FromUnsignedLong(signal->count)) < 0 ||
                         set_field(told, 3, copy_info(table, &signal->info)) < 0))
        Py_CLEAR(told);
    return told;
}

static int run_handler(struct host_signal *entry, const struct abx_signal *signal)
{
    PyObject *handler = entry->handler; /* which may set another one */
    PyObject *told = NULL;
    PyObject *answer = NULL;

    entry->is_told = true;
    if (handler == NULL)
        return 0;
    Py_INCREF(handler);
    told = make_signal(entry->state->signals, entry->table, signal);
    if (told != NULL)
        answer = PyObject_CallOneArg(handler, told);
    Py_DECREF(handler);
    Py_XDECREF(told);
    Py_XDECREF(answer);
    return answer != NULL ? 0 : -1;
}

/* Has Python come to a safe point once more. */
static void come_again(const struct host_signal *entry, int number)
{
    handler_of_c python = atomic_load(&entry->python);

    entry->state->signals->is_again = false;
    if (python != NULL)
        python(number);
}

/* The library's handler. What Python raises takes the place of the error. Behind that, and
 * where signals came meanwhile, there may be more to be told than this dispatch tells. */
int host_signal_tell(void *user, const struct abx_signal *signal, struct abx_error *err)
{
    struct host_signal *entry = user;
    struct host_signals *signals = entry->state->signals;
    int status;

    signals->n_running++;
    status = run_handler(entry, signal);
    signals->n_running--;
    if (status < 0 || (signals->is_again && signals->n_running == 0))
        come_again(entry, signal->number);
    if (status == 0)
        return ABX_OK;
    host_raised_keep(entry->state, entry->handler);
    snprintf(err->message, sizeof(err->message), "the handler of %s raised",
             signal->name);
    return ABX_SYSTEM;
}

int host_signals_answer(struct host_state *state, int status, const struct abx_error *err)
{
    bool has_raised = host_call_end(state);

    host_results_end();
    if (has_raised)
        return -1;
    if (status == ABX_OK)
        return 0;
    host_raise(state, status, err);
    return -1;
}

int host_signals_dispatch(struct host_state *state)
{
    struct abx_error err = {0};

    host_call_begin();
    return host_signals_answer(state, abx_context_dispatch(state->shared->context, &err),
                               &err);
}

/* ---- at Python's safe point ---- */

PyObject *host_signal_call(const char *function, const char *format, ...)
{
    PyObject *module = PyImport_ImportModule("signal");
    PyObject *callable = module != NULL ? PyObject_GetAttrString(module, function) : NULL;
    PyObject *args = NULL;
    PyObject *result = NULL;
    va_list list;

    va_start(list, format);
    if (callable != NULL)
        args = Py_VaBuildValue(format, list);
    va_end(list);
    if (args != NULL)
        result = PyObject_CallObject(callable, args);
    Py_XDECREF(module);
    Py_XDECREF(callable);
    Py_XDECREF(args);
    return result;
}

/* What the system calls: Python's handler, and not the library's before it. */
static bool is_python_alone(const struct host_signal *entry, int number)
{
    struct sigaction now;

    return sigaction(number, NULL, &now) == 0 && (now.sa_flags & SA_SIGINFO) == 0 &&
           now.sa_handler == atomic_load(&entry->python);
}

/* Of what the library was not told. */
static int tell_directly(struct host_signal *entry, int number)
{
    PyObject *known = host_signal_call("Signals", "(i)", number);
    PyObject *name = known != NULL ? PyObject_GetAttrString(known, "name") : NULL;
    struct abx_signal signal = {.number = number, .count = 1, .name = "signal"};
    int status;

    PyErr_Clear(); /* a real-time signal has no name there */
    if (name != NULL && PyUnicode_AsUTF8(name) != NULL)
        signal.name = PyUnicode_AsUTF8(name);
    status = run_handler(entry, &signal);
    Py_XDECREF(known);
    Py_XDECREF(name);
    return status;
}

/* What Python calls for a signal, on its main thread. It may be told already. */
static PyObject *on_safe_point(PyObject *module, PyObject *args)
{
    struct host_state *state = PyModule_GetState(module);
    struct host_signal *entry;
    PyObject *frame;
    int number;

    if (!PyArg_ParseTuple(args, "iO", &number, &frame))
        return NULL;
    if (number < 1 || number >= NSIG)
        return PyErr_Format(PyExc_ValueError, "there is no signal %d", number);
    entry = &state->signals->entries[number];
    entry->is_told = false;
    state->signals->is_again = state->signals->n_running > 0;
    if (host_signals_dispatch(state) < 0)
        return NULL;
    if (!entry->is_told && !state->signals->is_again &&
        (entry->is_new || is_python_alone(entry, number)) &&
        tell_directly(entry, number) < 0)
        return NULL;
    Py_RETURN_NONE;
}

PyMethodDef host_signal_safe_point = {"on_signal", on_safe_point, METH_VARARGS,
                                      "Tells handlers of abidex what came."};
