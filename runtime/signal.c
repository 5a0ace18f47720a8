/*
 * Signals as scripts see them: what a handler noted is told at a safe point, on the thread
 * that owns the context. Every arrival is told exactly once: it is counted by the handler,
 * then owed by the owner, and a debt is paid either with a siginfo of that signal, one at
 * a time in the order of arrival, or, where the ring had no room, with the number of those
 * that are left. A count takes no memory, so no signal can be lost; only siginfo can.
 *
 * A handler is not run inside another, as if all were blocked meanwhile: a storm then
 * costs no stack. And what comes while handlers run is left for the next safe point, so
 * that no storm keeps a call from returning.
 */
#include "runtime/signal_state.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "runtime/error.h"
#include "runtime/os.h"
#include "runtime/safe_point.h"
#include "runtime/table.h"
#include "runtime/type.h"

/* ---- what is owed ---- */

/* What a parent was owed, a child is not. */
static void adopt(struct abx_signals *signals, unsigned process)
{
    if (signals->process == process)
        return;
    for (int i = 1; i <= ABX_SIGNAL_MAX; i++)
        signals->entries[i].owed = 0;
    signals->process = process;
}

/* Takes over what handlers counted. */
static void collect(struct abx_signals *signals)
{
    unsigned process = abx_os_process();

    adopt(signals, process);
    for (int i = 1; i <= ABX_SIGNAL_MAX; i++) {
        struct abx_signal_entry *entry = &signals->entries[i];
        unsigned long long came =
            atomic_load_explicit(&entry->came, memory_order_relaxed);

        if (came == 0)
            continue;
        came = atomic_exchange_explicit(&entry->came, 0, memory_order_acquire);
        if (came >> 32 == process)
            entry->owed = (uint32_t)came > UINT32_MAX - entry->owed
                              ? UINT32_MAX
                              : entry->owed + (uint32_t)came;
    }
}

static bool is_owed(const struct abx_signal_entry *entry)
{
    return entry->owed > 0 && entry->handler != NULL && !entry->is_running;
}

static bool is_number_owed(void *user, int number)
{
    return is_owed(&((struct abx_signals *)user)->entries[number]);
}

/* ---- telling ---- */

/* A signal about to be told. */
struct told {
    struct abx_signal signal;
    abx_signal_info info;
    bool has_info;
    char name[ABX_SIGNAL_NAME];
};

/* The handler's answer, which has a message even where the handler gave none. */
static int run_handler(struct abx_signal_entry *entry, const struct abx_signal *signal,
                       struct abx_error *err)
{
    struct abx_error own = {0};
    struct abx_error *to = err != NULL ? err : &own;
    int status;

    memset(to, 0, sizeof(*to));
    entry->is_running = true;
    status = entry->handler(entry->user, signal, to);
    entry->is_running = false;
    if (status != ABX_OK && to->message[0] == '\0')
        abx_error_set(to, status, "the handler of %s answered %d", signal->name, status);
    to->status = status;
    return status;
}

static int tell(struct abx_signals *signals, struct told *told, struct abx_error *err)
{
    struct abx_signal_entry *entry = &signals->entries[told->signal.number];
    struct abx_memory *view = NULL;
    int status = ABX_OK;

    abx_signal_name(told->signal.number, told->name);
    told->signal.name = told->name;
    if (told->has_info && entry->type != NULL) {
        status = abx_memory_view((struct abx_table *)entry->table, entry->type,
                                 &told->info, 1, &view, err);
        told->signal.info.kind = ABX_VALUE_MEMORY;
        told->signal.info.type = entry->type;
        told->signal.info.memory = view;
    }
    if (status == ABX_OK) {
        signals->n_running++;
        status = run_handler(entry, &told->signal, err);
        signals->n_running--;
    }
    abx_memory_destroy(view);
    return status;
}

/* The next one, those with siginfo first. */
static bool take_next(struct abx_signals *signals, struct told *told)
{
    memset(&told->signal, 0, sizeof(told->signal));
    told->has_info = abx_signal_ring_take(&signals->ring, signals->process,
                                          is_number_owed, signals, &told->info);
    if (told->has_info) {
        told->signal.number = told->info.si_signo;
        told->signal.count = 1;
        signals->entries[told->signal.number].owed--;
        return true;
    }
    for (int i = 1; i <= ABX_SIGNAL_MAX; i++) {
        if (!is_owed(&signals->entries[i]))
            continue;
        told->signal.number = i;
        told->signal.count = signals->entries[i].owed;
        signals->entries[i].owed = 0;
        return true;
    }
    return false;
}

static int tell_all(struct abx_signals *signals, struct abx_error *err)
{
    struct told told;
    int status = ABX_OK;

    atomic_fetch_and_explicit(signals->attention, ~(unsigned)ABX_ATTENTION_SIGNAL,
                              memory_order_acquire);
    collect(signals);
    while (status == ABX_OK && take_next(signals, &told))
        status = tell(signals, &told, err);
    if (status != ABX_OK) /* what is still owed waits for the next safe point */
        atomic_fetch_or_explicit(signals->attention, ABX_ATTENTION_SIGNAL,
                                 memory_order_relaxed);
    return status;
}

int abx_signals_run(struct abx_context *context, struct abx_error *err)
{
    struct abx_signals *signals = context->signals;

    if (signals == NULL || signals->n_running > 0)
        return ABX_OK;
    return tell_all(signals, err);
}

/* ---- the interface ---- */

static int refuse_thread(const struct abx_context *context, const char *what,
                         struct abx_error *err)
{
    if (abx_context_is_owner(context))
        return ABX_OK;
    return abx_error_refuse(err, ABX_REASON_VALUE,
                            "%s only on the thread that owns the context", what);
}

static int refuse_number(int number, struct abx_error *err)
{
    const char *why = abx_signal_obstacle(number);
    char name[ABX_SIGNAL_NAME];

    if (why == NULL)
        return ABX_OK;
    abx_signal_name(number, name);
    return abx_error_refuse(err, ABX_REASON_VALUE, "%s can't have a handler here: %s",
                            name, why);
}

static int need_signals(struct abx_context *context, struct abx_error *err)
{
    struct abx_signals *signals;

    if (context->signals != NULL)
        return ABX_OK;
    signals = calloc(1, sizeof(*signals));
    if (signals == NULL)
        return abx_error_no_memory(err);
    signals->attention = &context->attention;
    signals->process = abx_os_process();
    atomic_init(&signals->wakeup, -1);
    abx_lock_acquire(&context->lock);
    context->signals = signals;
    abx_lock_release(&context->lock);
    abx_signals_set_hook(context);
    return ABX_OK;
}

/* None in between: no handler joins the new hook with the old one's user. */
void abx_signals_set_hook(struct abx_context *context)
{
    struct abx_signals *signals = context->signals;

    if (signals == NULL)
        return;
    atomic_store(&signals->arrived, NULL);
    abx_signal_settle();
    atomic_store(&signals->user, context->hooks.user);
    atomic_store(&signals->arrived, context->hooks.arrived);
}

/* siginfo_t as the table has it; NULL where it has none, or another platform's. */
static int find_info_type(struct abx_table *table, const struct abx_type **typep,
                          struct abx_error *err)
{
    int status = ABX_MISSING;

    if (table->is_native)
        status = abx_table_find_type(table, "siginfo_t", typep, err);
    if (status == ABX_MISSING)
        return ABX_OK;
    if (status == ABX_OK && abx_type_size(*typep) != sizeof(abx_signal_info))
        *typep = NULL;
    return status;
}

int abx_signal_refuse(int number, int code, struct abx_error *err)
{
    char name[ABX_SIGNAL_NAME];
    char text[128];

    abx_signal_name(number, name);
    if (code == EBUSY)
        return abx_error_refuse(err, ABX_REASON_VALUE,
                                "another context of this process handles %s", name);
    abx_os_errno_text(code, text, sizeof(text));
    abx_error_set(err, ABX_SYSTEM, "the system refuses a handler for %s: %s", name, text);
    if (err != NULL)
        err->code = code;
    return ABX_SYSTEM;
}

/* Another thread may be closing a table: it looks which types are of it. */
static void set_type(struct abx_context *context, int number,
                     const struct abx_table *table, const struct abx_type *type)
{
    struct abx_signal_entry *entry = &context->signals->entries[number];

    abx_lock_acquire(&context->lock);
    entry->table = table;
    entry->type = type;
    abx_lock_release(&context->lock);
}

/* All that can be refused before anything changes, and the rest of what is pending. */
static int prepare(struct abx_context *context, int number, struct abx_error *err)
{
    int status = refuse_thread(context, "handlers change", err);

    if (status == ABX_OK)
        status = refuse_number(number, err);
    return status == ABX_OK ? abx_signals_run(context, err) : status;
}

int abx_signal_handle(struct abx_table *table, int number, abx_signal_handler handler,
                      void *user, unsigned flags, struct abx_error *err)
{
    struct abx_context *context = table->context;
    const struct abx_type *type = NULL;
    struct abx_signal_entry *entry;
    int status = ABX_OK;

    if (handler == NULL || (flags & ~(unsigned)ABX_SIGNAL_ALL_FLAGS) != 0)
        status =
            abx_error_refuse(err, ABX_REASON_VALUE,
                             handler == NULL ? "there is no handler" : "unknown flags");
    if (status == ABX_OK)
        status = prepare(context, number, err);
    if (status == ABX_OK)
        status = find_info_type(table, &type, err);
    if (status == ABX_OK)
        status = need_signals(context, err);
    if (status != ABX_OK)
        return status;
    status = abx_signal_install(context->signals, table, number, flags, err);
    if (status != ABX_OK)
        return status;
    entry = &context->signals->entries[number];
    entry->handler = handler;
    entry->user = user;
    set_type(context, number, table, type);
    return ABX_OK;
}

/* What came while it was restored was meant for a handler that is no more. */
static void forget(struct abx_signal_entry *entry)
{
    entry->handler = NULL;
    entry->owed = 0;
    atomic_store(&entry->came, 0);
}

int abx_signal_restore(struct abx_context *context, int number, struct abx_error *err)
{
    int status = prepare(context, number, err);
    struct abx_signals *signals = context->signals;
    char name[ABX_SIGNAL_NAME];
    int code;

    if (status != ABX_OK)
        return status;
    if (signals == NULL || signals->entries[number].handler == NULL) {
        abx_signal_name(number, name);
        return abx_error_set(err, ABX_MISSING, "nothing here handles %s", name);
    }
    code = abx_signal_uninstall(signals, number);
    if (code != 0)
        return abx_signal_refuse(number, code, err);
    abx_signal_settle();
    status = abx_signals_run(context, err);
    forget(&signals->entries[number]);
    set_type(context, number, NULL, NULL);
    return status;
}

static int refuse_descriptor(int fd, struct abx_error *err)
{
    const char *why = fd >= 0 ? abx_signal_wakeup_obstacle(fd) : NULL;

    return why == NULL
               ? ABX_OK
               : abx_error_refuse(err, ABX_REASON_VALUE, "descriptor %d %s", fd, why);
}

int abx_signal_set_wakeup(struct abx_context *context, int fd, struct abx_error *err)
{
    int left = abx_os_errno();
    int status = refuse_thread(context, "the wakeup descriptor changes", err);

    if (status == ABX_OK)
        status = refuse_descriptor(fd, err);
    abx_os_set_errno(left);
    if (status == ABX_OK)
        status = need_signals(context, err);
    if (status != ABX_OK)
        return status;
    /* None in between: no handler joins the new process with the old descriptor. */
    atomic_store(&context->signals->wakeup, -1);
    abx_signal_settle();
    atomic_store(&context->signals->wakeup_process, abx_os_process());
    atomic_store(&context->signals->wakeup, fd >= 0 ? fd : -1);
    return ABX_OK;
}

int abx_signal_dispatch(struct abx_context *context, struct abx_error *err)
{
    int status = refuse_thread(context, "signals are told", err);

    return status == ABX_OK ? abx_signals_run(context, err) : status;
}

size_t abx_signal_n_dropped(const struct abx_context *context)
{
    return context->signals != NULL ? atomic_load(&context->signals->ring.n_dropped) : 0;
}

/* ---- the end ---- */

/* Where a handler is stuck inside, its memory is better kept for ever. */
void abx_signals_destroy(struct abx_context *context)
{
    struct abx_signals *signals = context->signals;

    if (signals == NULL)
        return;
    for (int i = 1; i <= ABX_SIGNAL_MAX; i++) {
        if (signals->entries[i].handler != NULL)
            abx_signal_uninstall(signals, i);
    }
    context->signals = NULL;
    if (abx_signal_settle())
        free(signals);
}

void abx_signals_forget_table(const struct abx_table *table)
{
    struct abx_context *context = table->context;

    if (context == NULL)
        return;
    abx_lock_acquire(&context->lock);
    for (int i = 1; context->signals != NULL && i <= ABX_SIGNAL_MAX; i++) {
        struct abx_signal_entry *entry = &context->signals->entries[i];

        if (entry->table == table) {
            entry->table = NULL;
            entry->type = NULL;
        }
    }
    abx_lock_release(&context->lock);
}

void abx_signals_wake(struct abx_context *context)
{
    abx_lock_acquire(&context->lock);
    if (context->signals != NULL)
        abx_signal_wake(context->signals, abx_os_process(), 0);
    abx_lock_release(&context->lock);
}
