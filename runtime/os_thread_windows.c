/*
 * Threads of Windows, by its own primitives: a program needs no other DLL for them.
 */
#include "runtime/os_thread.h"

#include <windows.h>

_Static_assert(sizeof(struct abx_mutex) >= sizeof(CRITICAL_SECTION), "too small");
_Static_assert(_Alignof(struct abx_mutex) >= _Alignof(CRITICAL_SECTION), "misaligned");
_Static_assert(sizeof(struct abx_condition) >= sizeof(CONDITION_VARIABLE), "too small");

static CRITICAL_SECTION *section(struct abx_mutex *mutex)
{
    void *words = mutex->words;

    return words;
}

static CONDITION_VARIABLE *variable(struct abx_condition *condition)
{
    void *word = &condition->word;

    return word;
}

uintptr_t abx_os_thread(void)
{
    return GetCurrentThreadId();
}

unsigned abx_os_process(void)
{
    return GetCurrentProcessId();
}

void abx_os_yield(void)
{
    SwitchToThread();
}

void abx_os_pause(void)
{
    Sleep(1);
}

int abx_mutex_init(struct abx_mutex *mutex)
{
    InitializeCriticalSection(section(mutex));
    return 0;
}

void abx_mutex_finish(struct abx_mutex *mutex)
{
    DeleteCriticalSection(section(mutex));
}

void abx_mutex_lock(struct abx_mutex *mutex)
{
    EnterCriticalSection(section(mutex));
}

void abx_mutex_unlock(struct abx_mutex *mutex)
{
    LeaveCriticalSection(section(mutex));
}

void abx_condition_init(struct abx_condition *condition)
{
    InitializeConditionVariable(variable(condition));
}

/* There is nothing to give back. */
void abx_condition_finish(struct abx_condition *condition)
{
    (void)condition;
}

void abx_condition_wait(struct abx_condition *condition, struct abx_mutex *mutex)
{
    SleepConditionVariableCS(variable(condition), section(mutex), INFINITE);
}

void abx_condition_wake_all(struct abx_condition *condition)
{
    WakeAllConditionVariable(variable(condition));
}
