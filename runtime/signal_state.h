/**
 * Signals of a process, as far as a context handles them. The system's part is in
 * signal_posix.c and signal_windows.c, what scripts see of it in signal.c. (Not called
 * signal.h: a compiler that is told of this folder would take it for the system's.)
 */
#ifndef ABX_SIGNAL_STATE_H
#define ABX_SIGNAL_STATE_H

#include <stdatomic.h>

#include "abidex.h"
#include "runtime/signal_ring.h"

/* The greatest number that any system has, and room for its name. */
enum { ABX_SIGNAL_MAX = 128, ABX_SIGNAL_NAME = 24 };

typedef void (*abx_arrived)(void *user, int number);

struct abx_signal_entry {
    /* Written by handlers: the process, in the upper half, and how often the signal came
     * there since the owner last looked. */
    atomic_ullong came;

    /* The owner's. */
    abx_signal_handler handler; /* NULL: not handled */
    void *user;
    const struct abx_table *table; /* of type; both change under the context's lock */
    const struct abx_type *type;   /* siginfo_t; NULL where the table has none */
    unsigned owed;                 /* came, but not told yet */
    bool is_running;
    struct abx_signal_before before;
};

struct abx_signals {
    atomic_uint *attention;       /* the context's */
    _Atomic(abx_arrived) arrived; /* the host's hook; NULL: none */
    _Atomic(void *) user;         /* of that */
    atomic_int wakeup;            /* a descriptor, or the handle of an event; -1: none */
    atomic_uint wakeup_process;
    struct abx_signal_ring ring;
    struct abx_signal_entry entries[ABX_SIGNAL_MAX + 1];

    /* The owner's. */
    unsigned process; /* whose signals are owed */
    unsigned n_running;
};

/* Runs what is pending, on the owner's thread. ABX_OK; what a handler answered. */
int abx_signals_run(struct abx_context *context, struct abx_error *err);

/* Tells handlers of the hook that the context has now. */
void abx_signals_set_hook(struct abx_context *context);

/* Puts everything back as it was. What is pending is dropped. */
void abx_signals_destroy(struct abx_context *context);

/* Writes a zero byte to the wakeup descriptor, if there is one: from any thread. */
void abx_signals_wake(struct abx_context *context);

/* No handler is given values with types of @table any more. */
void abx_signals_forget_table(const struct abx_table *table);

/* "SIGINT", "SIGRTMIN+3", "signal 70", in @name of ABX_SIGNAL_NAME bytes. */
void abx_signal_name(int number, char *name);

/* ---- the system's part ---- */

/* Writes the byte of a signal to the wakeup descriptor, if this @process has one. Safe in
 * handlers of signals. */
void abx_signal_wake(struct abx_signals *signals, unsigned process, int number);

/* Why @fd, not negative, can't be told of signals ("is not open"); NULL if it can. */
const char *abx_signal_wakeup_obstacle(int fd);

/* Why @number can't have a deferred handler; NULL if it can. */
const char *abx_signal_obstacle(int number);

/*
 * Makes the process call the one handler, which notes the signal in @signals. Where this
 * context handles it already, it is set again, with the flags. Of several C libraries the
 * one that @table describes is meant.
 * ABX_OK; ABX_REFUSED if it is another context's, or of another C library; ABX_SYSTEM;
 * what finding the library's function answered.
 */
int abx_signal_install(struct abx_signals *signals, struct abx_table *table, int number,
                       unsigned flags, struct abx_error *err);

/* Undoes it, unless somebody else has set another handler since. 0; an errno value. */
int abx_signal_uninstall(struct abx_signals *signals, int number);

/* signal.c: what is told when the system did not set a handler, for an errno value. EBUSY
 * stands for another context. */
int abx_signal_refuse(int number, int code, struct abx_error *err);

/* ---- signal_note.c: what is the same on all systems ---- */

/*
 * What a handler of the system's does, in this order: enters; notes the signal in whoever
 * owns it; leaves. abx_signal_settle waits for those between. enter gives the process.
 */
unsigned abx_signal_enter(int number);
void abx_signal_note(unsigned process, int number, const abx_signal_info *info);
void abx_signal_leave(unsigned process, int number);

/* Makes @signals the owner; NULL, or who owns it already. */
struct abx_signals *abx_signal_claim(struct abx_signals *signals, int number);

/* Nobody owns it any more. */
void abx_signal_disclaim(int number);

/* Waits until no handler is at work that began before. False if one is stuck. */
bool abx_signal_settle(void);

#endif
