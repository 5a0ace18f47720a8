/**
 * What the tests of signals share: calls of the C library through its table, and a handler
 * that keeps what it was told.
 */
#ifndef ABX_TEST_SIGNALS_H
#define ABX_TEST_SIGNALS_H

#include "libc.h"

#include <signal.h>

/*
 * ThreadSanitizer puts a handler of its own in front, which joins the signals of one
 * number that come before a safe point of its own: fewer arrive than were sent.
 */
#if defined(__SANITIZE_THREAD__)
#define SIGNALS_ARE_JOINED true
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define SIGNALS_ARE_JOINED true
#endif
#endif
#ifndef SIGNALS_ARE_JOINED
#define SIGNALS_ARE_JOINED false
#endif

/* What a handler was told, by signal. */
struct ear {
    struct api *api;
    unsigned n_told[NSIG];     /* how often the handler ran */
    unsigned n_arrivals[NSIG]; /* how many it was told of */
    unsigned n_infos[NSIG];
    int values[512]; /* si_value of those with siginfo, in their order */
    size_t n_values;
    int answer; /* what the handler shall answer, ABX_OK or else */
    bool calls; /* it makes a call that signals may interrupt */
};

/* A handler; user is a struct ear. */
int ear_hear(void *user, const struct abx_signal *signal, struct abx_error *err);

/* Handles a signal; it must work. */
void ear_open(struct ear *ear, struct api *api, int number, unsigned flags);

/* Milliseconds since some time. */
int64_t signals_now(void);

/* Sends SIGALRM every @milliseconds; 0: not any more. */
void signals_ring(struct api *api, int milliseconds);

/* Whether an emulator runs the test: all takes longer. */
bool signals_are_emulated(void);

#endif
