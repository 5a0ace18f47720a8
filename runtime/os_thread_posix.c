/*
 * Threads of POSIX systems.
 */
#include "runtime/os_thread.h"

#include <sched.h>
#include <time.h>
#include <unistd.h>

unsigned abx_os_process(void)
{
    return (unsigned)getpid();
}

void abx_os_yield(void)
{
    sched_yield();
}

void abx_os_pause(void)
{
    const struct timespec pause = {.tv_nsec = 1000000};

    nanosleep(&pause, NULL);
}

int abx_mutex_init(struct abx_mutex *mutex)
{
    pthread_mutexattr_t attributes;
    int code = pthread_mutexattr_init(&attributes);

    if (code != 0)
        return code;
    code = pthread_mutexattr_settype(&attributes, PTHREAD_MUTEX_RECURSIVE);
    if (code == 0)
        code = pthread_mutex_init(&mutex->mutex, &attributes);
    pthread_mutexattr_destroy(&attributes);
    return code;
}

void abx_mutex_finish(struct abx_mutex *mutex)
{
    pthread_mutex_destroy(&mutex->mutex);
}

void abx_mutex_lock(struct abx_mutex *mutex)
{
    pthread_mutex_lock(&mutex->mutex);
}

void abx_mutex_unlock(struct abx_mutex *mutex)
{
    pthread_mutex_unlock(&mutex->mutex);
}

void abx_condition_init(struct abx_condition *condition)
{
    pthread_cond_init(&condition->condition, NULL);
}

void abx_condition_finish(struct abx_condition *condition)
{
    pthread_cond_destroy(&condition->condition);
}

void abx_condition_wait(struct abx_condition *condition, struct abx_mutex *mutex)
{
    pthread_cond_wait(&condition->condition, &mutex->mutex);
}

void abx_condition_wake_all(struct abx_condition *condition)
{
    pthread_cond_broadcast(&condition->condition);
}
