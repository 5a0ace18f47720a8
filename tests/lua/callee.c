/*
 * What no function of the C library does: to call functions of numbers back, in turns; and to
 * have a signal come on another thread, which is a function for Lua to call.
 */
#include <pthread.h>
#include <signal.h>
#include <stddef.h>

#pragma GCC visibility push(default)
long alternate(long n, long (*first)(long value), double (*second)(double value));
void repeat(long n, void (*function)(void));
int raise_elsewhere(void *lua);
#pragma GCC visibility pop

long alternate(long n, long (*first)(long value), double (*second)(double value))
{
    long sum = 0;

    for (long i = 0; i < n; i++)
        sum += i % 3 == 0 ? (long)second((double)i) : first(i);
    return sum;
}

void repeat(long n, void (*function)(void))
{
    for (long i = 0; i < n; i++)
        function();
}

static void *raise_here(void *unused)
{
    raise(SIGUSR1);
    return unused;
}

int raise_elsewhere(void *lua)
{
    pthread_t thread;

    (void)lua;
    if (pthread_create(&thread, NULL, raise_here, NULL) == 0)
        pthread_join(thread, NULL);
    return 0;
}
