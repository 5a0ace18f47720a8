/*
 * What results of callbacks lead to, such as the bytes of a str, which C reads when the
 * callback has returned. By thread: only its own next result of the same callback, or the
 * end of the outermost call that it is in, says that C has read it. While there is such a
 * call, the thread has the list. On a thread of C's nothing tells the end, and another may
 * read the result, as what joins the thread does: there the callback has it, where garbage
 * collection sees it, until a thread of that number answers once more.
 */
#include "callback.h"
#include "keep.h"
#include "raised.h"
#include "thread.h"

struct host_result {
    struct host_result *next;
    unsigned long long code; /* the number of a struct host_code */
    PyObject *list;
};

static int keep_for_call(const struct host_code *code, PyObject *list)
{
    struct host_result *result = host_thread.results;
    PyObject *before;

    while (result != NULL && result->code != code->number)
        result = result->next;
    if (result == NULL) {
        result = PyMem_Calloc(1, sizeof(*result));
        if (result == NULL) {
            PyErr_NoMemory();
            return -1;
        }
        result->code = code->number;
        result->next = host_thread.results;
        host_thread.results = result;
    }
    before = result->list; /* whose end may run code that answers here */
    result->list = host_ref(list);
    Py_XDECREF(before);
    return 0;
}

static int keep_for_thread(struct host_code *code, PyObject *list)
{
    PyObject *thread;
    int status = -1;

    if (code->keep == NULL)
        code->keep = PyDict_New();
    thread =
        code->keep != NULL ? PyLong_FromUnsignedLong(PyThread_get_thread_ident()) : NULL;
    if (thread != NULL)
        status = PyDict_SetItem(code->keep, thread, list);
    Py_XDECREF(thread);
    return status;
}

int host_result_keep(struct host_code *code, PyObject *list)
{
    return host_thread.n_calls > 0 ? keep_for_call(code, list)
                                   : keep_for_thread(code, list);
}

PyObject *host_result_owner(const struct host_state *state, const void *address)
{
    PyObject *owner = NULL;

    for (const struct host_result *result = host_thread.results;
         owner == NULL && result != NULL; result = result->next)
        owner = host_keep_owner(state, result->list, address);
    return owner;
}

/* What ends here may run code of Python's that calls C. */
void host_results_drop(void)
{
    struct host_result *result = host_thread.results;

    host_thread.results = NULL;
    while (result != NULL) {
        struct host_result *next = result->next;

        Py_XDECREF(result->list);
        PyMem_Free(result);
        result = next;
    }
}
