/*
 * Signals of Windows are the C library's, seven of them, and each C library of a process
 * has its own: the one that the table describes is asked. Before it calls a handler it
 * puts back SIG_DFL, so the handler begins with setting itself again. SIGINT and SIGBREAK
 * come on a thread that the system makes for them, the others on the one that raises them.
 *
 * Structured exceptions are left alone: what is at fault goes to whoever looks for it.
 */
#include "runtime/signal_state.h"

#include <errno.h>
#include <stdint.h>
#include <string.h>
#include <windows.h>

#include "runtime/error.h"
#include "runtime/function.h"
#include "runtime/os.h"
#include "runtime/table.h"

/* By which a handler sets itself again, where it is to stay. A handler gets nothing but a
 * number: see signal_note.c. */
static _Atomic(abx_signal_setter) setters[NSIG];

static HANDLE as_handle(int number)
{
    return (HANDLE)(intptr_t)number;
}

/* An event that is set already has woken the loop. */
void abx_signal_wake(struct abx_signals *signals, unsigned process, int number)
{
    int handle = atomic_load_explicit(&signals->wakeup, memory_order_acquire);

    (void)process;
    (void)number;
    if (handle >= 0)
        SetEvent(as_handle(handle));
}

/* There is no question that tells an event from another object, but to set it. */
const char *abx_signal_wakeup_obstacle(int fd)
{
    DWORD left = GetLastError();
    bool is_event = SetEvent(as_handle(fd)) != 0;

    SetLastError(left);
    return is_event ? NULL : "is not the handle of an event";
}

/* Sets itself again while it can be waited for: behind abx_signal_settle none does. */
static void on_signal(int number)
{
    const abx_signal_info info = {.si_signo = number};
    abx_signal_setter set;
    struct abx_codes left;
    unsigned process;

    abx_os_save(&left, NULL);
    process = abx_signal_enter(number);
    set = atomic_load(&setters[number]);
    if (set != NULL)
        set(number, on_signal);
    abx_signal_note(process, number, &info);
    abx_signal_leave(process, number);
    abx_os_restore(&left);
}

/* ---- who may be handled ---- */

static const struct {
    int number;
    const char *why;
} signals_here[] = {
#define FAULT                                                                            \
    "the instruction at fault would run again before a deferred handler could: only a "  \
    "C function that handles it at once can help"
    {SIGINT, NULL},  {SIGILL, FAULT},  {SIGFPE, FAULT}, {SIGSEGV, FAULT},
    {SIGTERM, NULL}, {SIGBREAK, NULL}, {SIGABRT, NULL},
#undef FAULT
};

const char *abx_signal_obstacle(int number)
{
    for (size_t i = 0; i < sizeof(signals_here) / sizeof(*signals_here); i++) {
        if (signals_here[i].number == number)
            return signals_here[i].why;
    }
    return "there is no signal of this number";
}

/* ---- installing ---- */

/* The function signal of the table's C library; where it has none, of this library's own. */
static int find_setter(struct abx_table *table, abx_signal_setter *setp,
                       struct abx_error *err)
{
    struct abx_function *function = NULL;
    int status = ABX_MISSING;

    *setp = signal;
    if (table->is_native)
        status = abx_table_find_function(table, "signal", &function, err);
    if (status == ABX_OK)
        *setp = (abx_signal_setter)atomic_load(&function->address);
    return status == ABX_MISSING ? ABX_OK : status;
}

/* A C library goes on behind a handler that it called, which may be at any time: it is
 * never unloaded. */
static void keep_loaded(abx_signal_setter set)
{
    HMODULE module;

    GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS |
                           GET_MODULE_HANDLE_EX_FLAG_PIN,
                       (const wchar_t *)(const void *)set, &module);
}

static int set_first(struct abx_signal_before *before, abx_signal_setter set, int number,
                     struct abx_error *err)
{
    keep_loaded(set);
    before->set = set;
    atomic_store(&setters[number], set);
    before->function = set(number, on_signal);
    if (before->function != SIG_ERR)
        return ABX_OK;
    atomic_store(&setters[number], NULL);
    abx_signal_disclaim(number);
    return abx_signal_refuse(number, EINVAL, err);
}

static int set_again(const struct abx_signal_before *before, abx_signal_setter set,
                     int number, struct abx_error *err)
{
    char name[ABX_SIGNAL_NAME];

    if (set == before->set)
        return set(number, on_signal) != SIG_ERR ? ABX_OK
                                                 : abx_signal_refuse(number, EINVAL, err);
    abx_signal_name(number, name);
    return abx_error_refuse(
        err, ABX_REASON_VALUE,
        "this context handles %s of another C library: restore that first", name);
}

int abx_signal_install(struct abx_signals *signals, struct abx_table *table, int number,
                       unsigned flags, struct abx_error *err)
{
    struct abx_signal_before *before = &signals->entries[number].before;
    abx_signal_setter set;
    struct abx_signals *owner;
    int status = find_setter(table, &set, err);

    (void)flags; /* no call is interrupted, no child stops */
    if (status != ABX_OK)
        return status;
    owner = abx_signal_claim(signals, number);
    if (owner == NULL)
        return set_first(before, set, number, err);
    return owner == signals ? set_again(before, set, number, err)
                            : abx_signal_refuse(number, EBUSY, err);
}

/*
 * To ask for a handler is to set one. SIG_DFL is what the C library put in the place of
 * on_signal before it called that, for a signal that comes now.
 */
int abx_signal_uninstall(struct abx_signals *signals, int number)
{
    struct abx_signal_before *before = &signals->entries[number].before;
    abx_signal_function found;

    atomic_store(&setters[number], NULL);
    abx_signal_settle();
    found = before->set(number, before->function);
    if (found != on_signal && found != SIG_DFL && found != SIG_ERR)
        before->set(number, found);
    abx_signal_disclaim(number);
    return 0;
}
