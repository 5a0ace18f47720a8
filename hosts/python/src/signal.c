/*
 * Signals. The library notes an arrival, with its siginfo; that Python comes to a safe point
 * soon is the business of its own handler of signals, which handle_signal has installed first
 * and which is called once more when the library has noted. So a signal is to Python what it
 * always is: it ends a sleep, wakes an event loop (signal.set_wakeup_fd), and runs a handler
 * on the main thread, here one that has the library tell what came. Whichever comes first,
 * that or a call through the library, tells it.
 */
#include "host.h"

#include <signal.h>
#include <stdatomic.h>

typedef void (*handler_of_c)(int number);

struct host_signal {
    _Atomic(handler_of_c) python; /* Python's handler of signals, to be called by ours */
    PyObject *handler;            /* NULL: not handled */
    PyObject *before;             /* what signal.signal had */
    struct sigaction action;      /* of that */
    struct host_table *table;     /* which knows siginfo_t */
    struct host_state *state;
    bool is_new;  /* Python may know of an arrival that the library does not */
    bool is_told; /* since Python came to its safe point */
};

struct host_signals {
    PyTypeObject *type;   /* of what a handler gets */
    PyObject *safe_point; /* on_safe_point, as Python's handler */
    struct host_signal entries[NSIG];
};

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

static PyObject *make_signal(const struct host_signals *signals, struct host_table *table,
                             const struct abx_signal *signal)
{
    PyObject *fields[] = {
        PyLong_FromLong(signal->number), PyUnicode_FromString(signal->name),
        PyLong_FromUnsignedLong(signal->count), copy_info(table, &signal->info)};
    PyObject *made = PyStructSequence_New(signals->type);

    for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
        if (made == NULL)
            Py_XDECREF(fields[i]);
        else if (fields[i] == NULL)
            Py_CLEAR(made);
        else
            PyStructSequence_SET_ITEM(made, (Py_ssize_t)i, fields[i]);
    }
    return made;
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

/* The library's handler. What Python raises takes the place of the error. */
static int on_signal(void *user, const struct abx_signal *signal, struct abx_error *err)
{
    struct host_signal *entry = user;

    if (run_handler(entry, signal) == 0)
        return ABX_OK;
    host_raised_keep(entry->state, entry->handler);
    snprintf(err->message, sizeof(err->message), "the handler of %s raised",
             signal->name);
    return ABX_SYSTEM;
}

static int answer(struct host_state *state, int status, const struct abx_error *err)
{
    if (host_call_end(state))
        return -1;
    if (status == ABX_OK)
        return 0;
    host_raise(state, status, err);
    return -1;
}

static int dispatch(struct host_state *state)
{
    struct abx_error err = {0};

    host_call_begin();
    return answer(state, abx_context_dispatch(state->shared->context, &err), &err);
}

/* ---- Python's own handlers ---- */

static PyObject *call_signal(const char *function, const char *format, ...)
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
    PyObject *known = call_signal("Signals", "(i)", number);
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
    entry = &((struct host_signals *)state->signals)->entries[number];
    entry->is_told = false;
    if (dispatch(state) < 0)
        return NULL;
    if (!entry->is_told && (entry->is_new || is_python_alone(entry, number)) &&
        tell_directly(entry, number) < 0)
        return NULL;
    Py_RETURN_NONE;
}

/* ValueError on another thread than the main one. */
static int set_python(const struct host_signals *signals, struct host_signal *entry,
                      int number)
{
    struct sigaction now;

    entry->before = call_signal("signal", "(iO)", number, signals->safe_point);
    if (entry->before == NULL)
        return -1;
    memset(&now, 0, sizeof(now));
    sigaction(number, NULL, &now);
    atomic_store(&entry->python, now.sa_handler);
    return 0;
}

/* Unless somebody else has set another handler since. */
static int restore_python(const struct host_signals *signals, struct host_signal *entry,
                          int number)
{
    PyObject *now = call_signal("getsignal", "(i)", number);
    PyObject *result = NULL;
    bool is_ours = now == signals->safe_point;

    atomic_store(&entry->python, NULL);
    Py_XDECREF(now);
    if (is_ours && entry->before != NULL && entry->before != Py_None)
        result = call_signal("signal", "(iO)", number, entry->before);
    else if (is_ours) /* nobody's that Python knows */
        result = call_signal("signal", "(ii)", number, 0);
    if (is_ours && result != NULL)
        sigaction(number, &entry->action, NULL);
    Py_XDECREF(result);
    Py_CLEAR(entry->before);
    return PyErr_Occurred() ? -1 : 0;
}

/* ---- handling and restoring ---- */

static int install(struct host_signal *entry, const struct host_table *table, int number,
                   unsigned flags)
{
    struct abx_error err = {0};

    host_call_begin();
    return answer(table->state,
                  abx_signal_handle(table->table, number, on_signal, entry, flags, &err),
                  &err);
}

static int uninstall(const struct host_state *state, int number)
{
    struct abx_error err = {0};

    host_call_begin();
    return answer((struct host_state *)state,
                  abx_signal_restore(state->shared->context, number, &err), &err);
}

static void forget(struct host_signal *entry)
{
    Py_CLEAR(entry->handler);
    Py_CLEAR(entry->table);
}

static int undo(const struct host_state *state, struct host_signal *entry, int number)
{
    PyObject *type;
    PyObject *value;
    PyObject *trace;

    PyErr_Fetch(&type, &value, &trace);
    if (restore_python(state->signals, entry, number) < 0)
        PyErr_WriteUnraisable(entry->handler);
    if (uninstall(state, number) < 0)
        PyErr_Clear(); /* it was not handled */
    PyErr_Restore(type, value, trace);
    return -1;
}

/*
 * The library first, which says what can't be handled; then Python, whose handler takes the
 * place of the library's, which is set once more. What comes between the two only Python
 * knows of: it is told when all are there.
 */
static int install_both(struct host_state *state, struct host_signal *entry, int number,
                        unsigned flags)
{
    struct host_signals *signals = state->signals;
    int status;

    sigaction(number, NULL, &entry->action);
    if (install(entry, entry->table, number, flags) < 0)
        return -1;
    entry->is_new = true;
    status = set_python(signals, entry, number);
    if (status == 0)
        status = install(entry, entry->table, number, flags);
    if (status < 0) {
        entry->is_new = false;
        return undo(state, entry, number);
    }
    status = PyErr_CheckSignals();
    entry->is_new = false;
    return status == 0 ? dispatch(state) : status;
}

static int handle_first(struct host_state *state, struct host_table *table, int number,
                        PyObject *handler, unsigned flags)
{
    struct host_signals *signals = state->signals;
    struct host_signal *entry = &signals->entries[number];
    int status;

    entry->state = state;
    entry->table = (struct host_table *)host_ref(table);
    entry->handler = host_ref(handler);
    status = install_both(state, entry, number, flags);
    if (status < 0 && entry->before == NULL)
        forget(entry);
    return status;
}

/* The old handler has had what was pending when the library takes the new one. */
static int handle_again(struct host_table *table, struct host_signal *entry, int number,
                        PyObject *handler, unsigned flags)
{
    if (install(entry, table, number, flags) < 0)
        return -1;
    Py_INCREF(handler);
    Py_XSETREF(entry->handler, handler);
    Py_INCREF(table);
    Py_XSETREF(entry->table, table);
    return 0;
}

static int check_number(int number)
{
    if (number >= 1 && number < NSIG)
        return 0;
    PyErr_Format(PyExc_ValueError, "there is no signal %d", number);
    return -1;
}

static PyObject *handle_signal(PyObject *module, PyObject *args, PyObject *keywords)
{
    static char *names[] = {(char *)"table", (char *)"number", (char *)"handler",
                            (char *)"restart", NULL};
    struct host_state *state = PyModule_GetState(module);
    struct host_signal *entry;
    struct host_table *table;
    PyObject *handler;
    int number;
    int restarts = 0;
    int status;

    if (!PyArg_ParseTupleAndKeywords(args, keywords, "O!iO|p:handle_signal", names,
                                     state->table_type, &table, &number, &handler,
                                     &restarts))
        return NULL;
    if (!PyCallable_Check(handler))
        return PyErr_Format(PyExc_TypeError,
                            "handle_signal: the handler is called, got %.80s",
                            Py_TYPE(handler)->tp_name);
    if (check_number(number) < 0 || host_threads_own(state) < 0 ||
        PyErr_CheckSignals() < 0)
        return NULL;
    entry = &((struct host_signals *)state->signals)->entries[number];
    if (entry->handler == NULL)
        status = handle_first(state, table, number, handler,
                              restarts ? ABX_SIGNAL_RESTART : 0);
    else
        status = handle_again(table, entry, number, handler,
                              restarts ? ABX_SIGNAL_RESTART : 0);
    return status == 0 ? host_ref(Py_None) : NULL;
}

static int restore(struct host_state *state, int number)
{
    struct host_signals *signals = state->signals;
    struct host_signal *entry = &signals->entries[number];
    int status;

    if (uninstall(state, number) < 0)
        return -1;
    status = restore_python(signals, entry, number);
    forget(entry);
    return status;
}

static PyObject *restore_signal(PyObject *module, PyObject *object)
{
    struct host_state *state = PyModule_GetState(module);
    long number = PyLong_AsLong(object);

    if (number == -1 && PyErr_Occurred())
        return NULL;
    if (check_number(number > INT_MAX ? 0 : (int)number) < 0 ||
        host_threads_own(state) < 0)
        return NULL;
    return restore(state, (int)number) == 0 ? host_ref(Py_None) : NULL;
}

/* ---- dispatch and wakeup ---- */

static PyObject *module_dispatch(PyObject *module, PyObject *unused)
{
    struct host_state *state = PyModule_GetState(module);

    (void)unused;
    if (host_threads_own(state) < 0 || dispatch(state) < 0)
        return NULL;
    Py_RETURN_NONE;
}

static PyObject *set_wakeup(PyObject *module, PyObject *object)
{
    struct host_state *state = PyModule_GetState(module);
    struct abx_error err = {0};
    int fd = -1;
    int status;

    if (PyLong_Check(object)) {
        fd = (int)PyLong_AsLong(object);
        if (fd == -1 && PyErr_Occurred())
            return NULL;
    } else if (object != Py_None) {
        fd = PyObject_AsFileDescriptor(object);
        if (fd < 0)
            return NULL;
    }
    if (host_threads_own(state) < 0)
        return NULL;
    status = abx_signal_set_wakeup(state->shared->context, fd, &err);
    return status == ABX_OK ? host_ref(Py_None) : host_raise(state, status, &err);
}

PyMethodDef host_signal_methods[] = {
    {"handle_signal", (PyCFunction)(void (*)(void))handle_signal,
     METH_VARARGS | METH_KEYWORDS,
     "handle_signal($module, table, number, handler, restart=False)\n--\n\n"
     "Call handler(signal) for each arrival of a signal, on the main thread.\n\n"
     "signal has number, name, count (how many arrivals it tells of) and info, the\n"
     "siginfo_t, or None. What the handler raises comes out of what the main thread is\n"
     "doing. restart: calls go on where the system can see to that itself."},
    {"restore_signal", restore_signal, METH_O,
     "restore_signal($module, number, /)\n--\n\n"
     "Give a signal back to whoever had it before handle_signal."},
    {"dispatch", module_dispatch, METH_NOARGS,
     "dispatch($module, /)\n--\n\nCall the handlers of all signals that came until now."},
    {"set_wakeup", set_wakeup, METH_O,
     "set_wakeup($module, fd, /)\n--\n\n"
     "Have one byte, its number, written for each signal that handle_signal handles.\n\n"
     "fd: the non-blocking writing end of a pipe or socket; None: not any more.\n"
     "signal.set_wakeup_fd works for these signals as well."},
    {NULL, NULL, 0, NULL},
};

/* ---- the state ---- */

static PyStructSequence_Field fields[] = {
    {"number", "the signal"},
    {"name", "its name: SIGINT, SIGRTMIN+2"},
    {"count", "how many arrivals this tells of"},
    {"info", "siginfo_t of the arrival, or None"},
    {NULL, NULL},
};

static PyStructSequence_Desc description = {
    "abidex.Signal", "A signal, as its handler sees it.", fields, 4};

static PyMethodDef safe_point_method = {"on_signal", on_safe_point, METH_VARARGS,
                                        "Tells handlers of abidex what came."};

int host_signals_init(struct host_state *state, PyObject *module)
{
    struct host_signals *signals = PyMem_Calloc(1, sizeof(*signals));

    if (signals == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    state->signals = signals;
    signals->type = PyStructSequence_NewType(&description);
    signals->safe_point = PyCFunction_New(&safe_point_method, module);
    if (signals->type == NULL || signals->safe_point == NULL)
        return -1;
    return PyObject_SetAttrString(module, "Signal", (PyObject *)signals->type);
}

int host_signals_traverse(struct host_state *state, visitproc visit, void *arg)
{
    struct host_signals *signals = state->signals;

    if (signals == NULL)
        return 0;
    Py_VISIT(signals->type);
    Py_VISIT(signals->safe_point);
    for (int i = 1; i < NSIG; i++) {
        Py_VISIT(signals->entries[i].handler);
        Py_VISIT(signals->entries[i].before);
        Py_VISIT(signals->entries[i].table);
    }
    return 0;
}

void host_signals_clear(struct host_state *state)
{
    struct host_signals *signals = state->signals;

    if (signals == NULL)
        return;
    Py_CLEAR(signals->type);
    Py_CLEAR(signals->safe_point);
    for (int i = 1; i < NSIG; i++) {
        Py_CLEAR(signals->entries[i].before);
        forget(&signals->entries[i]);
    }
}

/* When the context has ended, and no handler looks here any more. */
void host_signals_free(struct host_state *state)
{
    PyMem_Free(state->signals);
    state->signals = NULL;
}

/* While the interpreter is whole. */
void host_signals_end(struct host_state *state)
{
    struct host_signals *signals = state->signals;

    for (int i = 1; i < NSIG; i++)
        if (signals->entries[i].handler != NULL && restore(state, i) < 0)
            PyErr_WriteUnraisable(signals->entries[i].handler);
}
