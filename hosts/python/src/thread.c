/*
 * The interpreter's lock around C, and around Python where C calls it. A call that may block
 * lets go of the lock, and this thread remembers so; whoever then comes back from C, the
 * call or a callback, takes it by the same thread state. A thread that Python does not know
 * gets a state of its own for as long as its callback runs.
 *
 * When the interpreter ends, callbacks on threads without the lock answer zero at once:
 * they would wait for what never comes, or end their thread with C's frames on its stack.
 */
#include "thread.h"

#include "raised.h"
#include "signal.h"

_Thread_local struct host_thread host_thread HOST_NEAR;

/* ---- hooks of calls ---- */

static void let_go(void *user)
{
    (void)user;
    host_thread.released = PyEval_SaveThread();
}

static void take_back(void *user)
{
    PyThreadState *thread = host_thread.released;

    (void)user;
    host_thread.released = NULL;
    PyEval_RestoreThread(thread);
}

/* What a signal of Python's own has to do is done now: it may be what ends the call. */
static int look_at_signals(void *user, struct abx_error *err)
{
    struct host_state *state = user;

    if (PyErr_CheckSignals() == 0)
        return ABX_OK;
    host_raised_keep(state, NULL);
    snprintf(err->message, sizeof(err->message), "a handler of signals raised");
    return ABX_SYSTEM;
}

/* ---- callbacks ---- */

/* The thread that has the lock, which need not be this one. */
static PyThreadState *current_thread(void)
{
#if PY_VERSION_HEX >= 0x030D0000
    return PyThreadState_GetUnchecked();
#else
    return _PyThreadState_UncheckedGet();
#endif
}

/*
 * Whether this thread has the lock. Since 3.12 each thread knows its own state alone; before,
 * there is one for all, and one that each thread had first, which differs from it where this
 * thread runs a subinterpreter.
 */
static bool has_lock(const struct host_threads *threads)
{
    PyThreadState *current = current_thread();

    if (current == NULL)
        return false;
    if (PY_VERSION_HEX >= 0x030C0000 || current == PyGILState_GetThisThreadState())
        return true;
    return threads->interpreter != PyInterpreterState_Main() &&
           current->thread_id == PyThread_get_thread_ident();
}

static bool is_ours(const struct host_threads *threads, PyThreadState *thread)
{
    return thread != NULL && PyThreadState_GetInterpreter(thread) == threads->interpreter;
}

bool host_thread_enter(struct host_state *state, struct host_entry *entry)
{
    struct host_threads *threads = &state->threads;

    entry->way = HOST_ENTRY_LOCKED;
    entry->thread = host_thread.released;
    if (entry->thread == NULL && has_lock(threads))
        return true;
    if (atomic_load(&threads->is_ending))
        return false;
    if (entry->thread != NULL) {
        entry->way = HOST_ENTRY_RELEASED;
        host_thread.released = NULL;
    } else if (is_ours(threads, PyGILState_GetThisThreadState())) {
        entry->way = HOST_ENTRY_DETACHED;
        entry->thread = PyGILState_GetThisThreadState();
    } else {
        entry->way = HOST_ENTRY_MADE;
        entry->thread = PyThreadState_New(threads->interpreter);
        if (entry->thread == NULL)
            return false;
    }
    PyEval_RestoreThread(entry->thread);
    return true;
}

void host_thread_leave(const struct host_entry *entry)
{
    switch (entry->way) {
    case HOST_ENTRY_LOCKED:
        break;
    case HOST_ENTRY_RELEASED:
        host_thread.released = PyEval_SaveThread();
        break;
    case HOST_ENTRY_DETACHED:
        PyEval_SaveThread();
        break;
    case HOST_ENTRY_MADE:
        PyThreadState_Clear(entry->thread);
        PyThreadState_DeleteCurrent();
        break;
    }
}

/* ---- who owns the context ---- */

/* The main thread, whose signals Python tells: 1; another: 0; -1. */
static int is_main_thread(void)
{
    PyObject *threading = PyImport_ImportModule("threading");
    PyObject *thread =
        threading != NULL ? PyObject_CallMethod(threading, "main_thread", NULL) : NULL;
    PyObject *number = thread != NULL ? PyObject_GetAttrString(thread, "ident") : NULL;
    unsigned long ident = number != NULL ? PyLong_AsUnsignedLong(number) : 0;

    Py_XDECREF(threading);
    Py_XDECREF(thread);
    Py_XDECREF(number);
    return PyErr_Occurred() ? -1 : ident == PyThread_get_thread_ident();
}

static void adopt(struct host_state *state)
{
    unsigned long ident = PyThread_get_thread_ident();

    if (state->threads.owner == ident)
        return;
    state->threads.owner = ident;
    abx_context_adopt(state->shared->context);
}

/* The module may have been imported on any thread. */
int host_threads_own(struct host_state *state)
{
    int is_main = is_main_thread();

    if (is_main > 0)
        adopt(state);
    else if (is_main == 0)
        PyErr_SetString(PyExc_ValueError, "signals are handled only on the main thread");
    return is_main > 0 ? 0 : -1;
}

/* ---- forks and the end ---- */

/* A child has this thread alone, and it is the main one. */
static PyObject *begin_child(PyObject *module, PyObject *unused)
{
    struct host_state *state = PyModule_GetState(module);

    (void)unused;
    adopt(state);
    host_raised_drop_others(state);
    Py_RETURN_NONE;
}

static PyObject *end(PyObject *module, PyObject *unused)
{
    struct host_state *state = PyModule_GetState(module);

    (void)unused;
    host_signals_end(state);
    atomic_store(&state->threads.is_ending, true);
    Py_RETURN_NONE;
}

static PyMethodDef begin_child_method = {"begin_child", begin_child, METH_NOARGS, NULL};
static PyMethodDef end_method = {"end", end, METH_NOARGS, NULL};

/* Calls MODULE.FUNCTION(our_function), or with it as a keyword. */
static int register_method(PyObject *module, PyMethodDef *method, const char *where,
                           const char *function, const char *keyword)
{
    PyObject *ours = PyCFunction_New(method, module);
    PyObject *holder = PyImport_ImportModule(where);
    PyObject *registers =
        holder != NULL ? PyObject_GetAttrString(holder, function) : NULL;
    PyObject *args = keyword == NULL ? Py_BuildValue("(O)", ours) : PyTuple_New(0);
    PyObject *keywords = keyword != NULL ? Py_BuildValue("{sO}", keyword, ours) : NULL;
    PyObject *answer = NULL;

    if (ours != NULL && registers != NULL && args != NULL && !PyErr_Occurred())
        answer = PyObject_Call(registers, args, keywords);
    Py_XDECREF(ours);
    Py_XDECREF(holder);
    Py_XDECREF(registers);
    Py_XDECREF(args);
    Py_XDECREF(keywords);
    Py_XDECREF(answer);
    return answer != NULL ? 0 : -1;
}

int host_threads_init(struct host_state *state, PyObject *module)
{
    const struct abx_hooks hooks = {.before = let_go,
                                    .after = take_back,
                                    .interrupted = look_at_signals,
                                    .arrived = host_signals_arrived,
                                    .user = state};

    state->threads.interpreter = PyInterpreterState_Get();
    state->threads.owner = PyThread_get_thread_ident();
    atomic_init(&state->threads.is_ending, false);
    abx_context_set_hooks(state->shared->context, &hooks);
    if (register_method(module, &begin_child_method, "os", "register_at_fork",
                        "after_in_child") < 0)
        return -1;
    return register_method(module, &end_method, "atexit", "register", NULL);
}
