/*
 * A handler that writes down what it was told, and an alarm clock.
 */
#include "signals.h"

#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <time.h>

int ear_hear(void *user, const struct abx_signal *signal, struct abx_error *err)
{
    struct ear *ear = user;
    struct abx_value value = {0};

    assert_in_range(signal->number, 1, NSIG - 1);
    assert_true(signal->count > 0);
    ear->n_told[signal->number]++;
    ear->n_arrivals[signal->number] += signal->count;
    if (signal->info.kind == ABX_VALUE_MEMORY) {
        ear->n_infos[signal->number]++;
        assert_int_equal(signal->count, 1);
        assert_int_equal(abx_memory_get(signal->info.memory, "si_signo", &value, err),
                         ABX_OK);
        assert_int_equal(value.i, signal->number);
        assert_int_equal(
            abx_memory_get(signal->info.memory, "si_value.sival_int", &value, err),
            ABX_OK);
        if (ear->n_values < N_ITEMS(ear->values))
            ear->values[ear->n_values++] = (int)value.i;
    }
    if (ear->calls)
        DONE(ear->api, "usleep", api_uint(2000));
    if (ear->answer != ABX_OK && err != NULL)
        snprintf(err->message, sizeof(err->message), "%s is not wanted", signal->name);
    return ear->answer;
}

void ear_open(struct ear *ear, struct api *api, int number, unsigned flags)
{
    ear->api = api;
    if (abx_signal_handle(api->table, number, ear_hear, ear, flags, &api->err) != ABX_OK)
        fail_msg("signal %d: %s", number, api->err.message);
}

int64_t signals_now(void)
{
    struct timespec now;

    assert_int_equal(clock_gettime(CLOCK_MONOTONIC, &now), 0);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void signals_ring(struct api *api, int milliseconds)
{
    struct abx_memory *timer = api_memory(api, "struct itimerval", NULL);
    struct abx_value time = api_int(INT64_C(1000) * milliseconds);

    assert_int_equal(abx_memory_set(timer, "it_interval.tv_usec", &time, NULL), ABX_OK);
    assert_int_equal(abx_memory_set(timer, "it_value.tv_usec", &time, NULL), ABX_OK);
    DONE(api, "setitimer", libc_constant(api, "ITIMER_REAL"), api_value(timer),
         api_pointer(NULL));
    abx_memory_destroy(timer);
}

bool signals_are_emulated(void)
{
    return getenv("MESON_EXE_WRAPPER") != NULL;
}
