/**
 * Threads, as far as they differ by operating system: who runs, how one waits for another.
 *
 * The header of Windows is not included for it, which has macros for words such as "near":
 * what is declared here has the size and alignment of what it stands for, and
 * os_thread_windows.c checks that.
 */
#ifndef ABX_OS_THREAD_H
#define ABX_OS_THREAD_H

#include <stdint.h>

#ifdef _WIN32

struct abx_mutex {
    void *words[5 + (sizeof(void *) == 4)]; /* CRITICAL_SECTION */
};

struct abx_condition {
    void *word; /* CONDITION_VARIABLE */
};

#else

#include <errno.h>
#include <pthread.h>

struct abx_mutex {
    pthread_mutex_t mutex;
};

struct abx_condition {
    pthread_cond_t condition;
};

#endif

/* The calling thread's number: its errno's address, which is no other thread's and which
 * whoever saves errno needs anyway. */
#ifdef _WIN32
uintptr_t abx_os_thread(void);
#else
static inline uintptr_t abx_os_thread(void)
{
    return (uintptr_t)&errno;
}
#endif

/* The process's. */
unsigned abx_os_process(void);

/* Lets another thread run; for about a millisecond, too. */
void abx_os_yield(void);
void abx_os_pause(void);

/* A recursive mutex. 0, or an errno value. */
int abx_mutex_init(struct abx_mutex *mutex);
void abx_mutex_finish(struct abx_mutex *mutex);
void abx_mutex_lock(struct abx_mutex *mutex);
void abx_mutex_unlock(struct abx_mutex *mutex);

void abx_condition_init(struct abx_condition *condition);
void abx_condition_finish(struct abx_condition *condition);
/* Waits until it is signalled, or for no reason; the mutex is locked once. */
void abx_condition_wait(struct abx_condition *condition, struct abx_mutex *mutex);
void abx_condition_wake_all(struct abx_condition *condition);

#endif
