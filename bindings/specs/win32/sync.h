/*
 * Synchronisation of kernel32: <synchapi.h>, <interlockedapi.h>, <threadpoolapiset.h>,
 * <threadpoollegacyapiset.h>, <namespaceapi.h>, and what <winbase.h> has of them.
 * That a time is over, a mutex was left by its owner or an APC ran (WAIT_TIMEOUT,
 * WAIT_ABANDONED_0, WAIT_IO_COMPLETION) are results of a wait, and no failures.
 */

/* Objects with names: lpName may be NULL for one without, but not to open it. */
GROUP(newobject, ERROR_ACCESS_DENIED,
      "an object $ exists already, and the caller may not have all rights to it: open it")
GROUP(newobject, ERROR_INVALID_HANDLE, "$ is the name of an object of another kind")
GROUP(newobject, ERROR_PATH_NOT_FOUND,
      "$ has a backslash, and what stands before it is no namespace such as Local or Global")
GROUP(openobject, ERROR_ACCESS_DENIED, "the object $ does not grant all of dwDesiredAccess")
GROUP(openobject, ERROR_FILE_NOT_FOUND, "no object has the name $")
GROUP(openobject, ERROR_INVALID_HANDLE, "$ is the name of an object of another kind")
GROUP(openobject, ERROR_INVALID_PARAMETER, "$ is NULL")
GROUP(openobject, ERROR_PATH_NOT_FOUND,
      "$ has a backslash, and what stands before it is no namespace such as Local or Global")
GROUP(objectflags, ERROR_INVALID_PARAMETER, "$ holds a bit that is not known")

/* Events */
GROUP(event, ERROR_ACCESS_DENIED, "$ lacks the right EVENT_MODIFY_STATE")
GROUP(event, ERROR_INVALID_HANDLE, "$ is no handle of an event, or was closed")
FAILS(CreateEventW, "NULL last_error", newobject(lpName));
LIKE(CreateEventA, CreateEventW);
FAILS(CreateEventExW, "NULL last_error", newobject(lpName), objectflags(dwFlags));
LIKE(CreateEventExA, CreateEventExW);
FAILS(OpenEventW, "NULL last_error", openobject(lpName));
LIKE(OpenEventA, OpenEventW);
FAILS(SetEvent, "0 last_error", event(hEvent));
FAILS(ResetEvent, "0 last_error", event(hEvent));
FAILS(PulseEvent, "0 last_error", event(hEvent));

/* Mutexes */
FAILS(CreateMutexW, "NULL last_error", newobject(lpName));
LIKE(CreateMutexA, CreateMutexW);
FAILS(CreateMutexExW, "NULL last_error", newobject(lpName), objectflags(dwFlags));
LIKE(CreateMutexExA, CreateMutexExW);
FAILS(OpenMutexW, "NULL last_error", openobject(lpName));
LIKE(OpenMutexA, OpenMutexW);
FAILS(ReleaseMutex, "0 last_error", ERROR_INVALID_HANDLE, ERROR_NOT_OWNER);
MEANS(ReleaseMutex, ERROR_INVALID_HANDLE, "hMutex is no handle of a mutex, or was closed");
MEANS(ReleaseMutex, ERROR_NOT_OWNER, "the calling thread does not own hMutex");

/* Semaphores */
GROUP(counts, ERROR_INVALID_PARAMETER, "$ is not positive, or lInitialCount not within 0 to it")
FAILS(CreateSemaphoreW, "NULL last_error", counts(lMaximumCount), newobject(lpName));
LIKE(CreateSemaphoreA, CreateSemaphoreW);
LIKE(CreateSemaphoreExW, CreateSemaphoreW);
LIKE(CreateSemaphoreExA, CreateSemaphoreW);
FAILS(OpenSemaphoreW, "NULL last_error", openobject(lpName));
LIKE(OpenSemaphoreA, OpenSemaphoreW);
FAILS(ReleaseSemaphore, "0 last_error", ERROR_ACCESS_DENIED, ERROR_INVALID_HANDLE,
      ERROR_INVALID_PARAMETER, ERROR_TOO_MANY_POSTS);
MEANS(ReleaseSemaphore, ERROR_ACCESS_DENIED,
      "hSemaphore lacks the right SEMAPHORE_MODIFY_STATE");
MEANS(ReleaseSemaphore, ERROR_INVALID_HANDLE,
      "hSemaphore is no handle of a semaphore, or was closed");
MEANS(ReleaseSemaphore, ERROR_INVALID_PARAMETER, "lReleaseCount is not positive");
MEANS(ReleaseSemaphore, ERROR_TOO_MANY_POSTS,
      "lReleaseCount would lift hSemaphore above its maximum; the count is as it was");

/* Waitable timers; SetWaitableTimer succeeds where fResume can't wake the computer. */
GROUP(timer, ERROR_ACCESS_DENIED, "$ lacks the right TIMER_MODIFY_STATE")
GROUP(timer, ERROR_INVALID_HANDLE, "$ is no handle of a waitable timer, or was closed")
FAILS(CreateWaitableTimerW, "NULL last_error", newobject(lpTimerName));
LIKE(CreateWaitableTimerA, CreateWaitableTimerW);
FAILS(CreateWaitableTimerExW, "NULL last_error", newobject(lpTimerName), objectflags(dwFlags));
LIKE(CreateWaitableTimerExA, CreateWaitableTimerExW);
FAILS(OpenWaitableTimerW, "NULL last_error", openobject(lpTimerName));
LIKE(OpenWaitableTimerA, OpenWaitableTimerW);
FAILS(SetWaitableTimer, "0 last_error", ERROR_INVALID_PARAMETER, timer(hTimer));
MEANS(SetWaitableTimer, ERROR_INVALID_PARAMETER, "lPeriod is negative");
LIKE(SetWaitableTimerEx, SetWaitableTimer);
CALLS_BACK(SetWaitableTimer, 4, kept);
CALLS_BACK(SetWaitableTimerEx, 4, kept);
FAILS(CancelWaitableTimer, "0 last_error", timer(hTimer));

/* Waits; SleepEx and waits that are alertable run the APCs of the calling thread. */
GROUP(waited, ERROR_ACCESS_DENIED, "$ lacks the right SYNCHRONIZE")
GROUP(waited, ERROR_INVALID_HANDLE, "$ is no handle of something to wait for, or was closed")
FAILS(WaitForSingleObject, "WAIT_FAILED last_error, blocks", waited(hHandle));
FAILS(WaitForSingleObjectEx, "WAIT_FAILED last_error, blocks", waited(hHandle));
FAILS(WaitForMultipleObjects, "WAIT_FAILED last_error, blocks", ERROR_INVALID_PARAMETER,
      waited(one of lpHandles));
MEANS(WaitForMultipleObjects, ERROR_INVALID_PARAMETER,
      "nCount is not within 1 to 64, or bWaitAll is set and lpHandles has a handle twice");
LIKE(WaitForMultipleObjectsEx, WaitForMultipleObjects);
HAS_ARRAY(WaitForMultipleObjects, 2, 1);
HAS_ARRAY(WaitForMultipleObjectsEx, 2, 1);
FAILS(SignalObjectAndWait, "WAIT_FAILED last_error, blocks", ERROR_ACCESS_DENIED,
      ERROR_INVALID_HANDLE, ERROR_NOT_OWNER, ERROR_TOO_MANY_POSTS);
MEANS(SignalObjectAndWait, ERROR_ACCESS_DENIED,
      "hObjectToSignal lacks the right to change it, or hObjectToWaitOn the right SYNCHRONIZE");
MEANS(SignalObjectAndWait, ERROR_INVALID_HANDLE,
      "hObjectToSignal is no event, mutex or semaphore, or hObjectToWaitOn no open object");
MEANS(SignalObjectAndWait, ERROR_NOT_OWNER,
      "hObjectToSignal is a mutex that the calling thread does not own");
MEANS(SignalObjectAndWait, ERROR_TOO_MANY_POSTS,
      "hObjectToSignal is a semaphore that stands at its maximum");
FAILS(Sleep, "never, blocks");
FAILS(SleepEx, "never, blocks");
FAILS(WaitOnAddress, "0 last_error, blocks", ERROR_TIMEOUT);
MEANS(WaitOnAddress, ERROR_TIMEOUT, "nobody woke it within dwMilliseconds");
HAS_BUFFER(WaitOnAddress, 1, 3);
HAS_BUFFER(WaitOnAddress, 2, 3);
NEVER_FAILS(WakeByAddressSingle);
NEVER_FAILS(WakeByAddressAll);

/* Critical sections, slim locks and condition variables */
NEVER_FAILS(InitializeCriticalSection);
NEVER_FAILS(InitializeCriticalSectionAndSpinCount);
FAILS(InitializeCriticalSectionEx, "0 last_error");
NEVER_FAILS(SetCriticalSectionSpinCount);
FAILS(EnterCriticalSection, "never, blocks");
NEVER_FAILS(TryEnterCriticalSection);
NEVER_FAILS(LeaveCriticalSection);
NEVER_FAILS(DeleteCriticalSection);
NEVER_FAILS(InitializeSRWLock);
FAILS(AcquireSRWLockExclusive, "never, blocks");
FAILS(AcquireSRWLockShared, "never, blocks");
NEVER_FAILS(TryAcquireSRWLockExclusive);
NEVER_FAILS(TryAcquireSRWLockShared);
NEVER_FAILS(ReleaseSRWLockExclusive);
NEVER_FAILS(ReleaseSRWLockShared);
NEVER_FAILS(InitializeConditionVariable);
FAILS(SleepConditionVariableCS, "0 last_error, blocks", ERROR_TIMEOUT);
MEANS(SleepConditionVariableCS, ERROR_TIMEOUT, "nobody woke it within dwMilliseconds");
FAILS(SleepConditionVariableSRW, "0 last_error, blocks", ERROR_TIMEOUT);
MEANS(SleepConditionVariableSRW, ERROR_TIMEOUT, "nobody woke it within dwMilliseconds");
NEVER_FAILS(WakeConditionVariable);
NEVER_FAILS(WakeAllConditionVariable);

/* Barriers; the result tells which thread came last. */
FAILS(InitializeSynchronizationBarrier, "0 last_error");
FAILS(EnterSynchronizationBarrier, "never, blocks");
FAILS(DeleteSynchronizationBarrier, "never, blocks");

/* What is done once; InitFn may leave a code of its own. */
NEVER_FAILS(InitOnceInitialize);
FAILS(InitOnceExecuteOnce, "0 last_error, fresh, blocks");
CALLS_BACK(InitOnceExecuteOnce, 2, call);
FAILS(InitOnceBeginInitialize, "0 last_error, blocks", ERROR_GEN_FAILURE,
      ERROR_INVALID_PARAMETER);
MEANS(InitOnceBeginInitialize, ERROR_GEN_FAILURE,
      "dwFlags has INIT_ONCE_CHECK_ONLY, and lpInitOnce is not done so far");
MEANS(InitOnceBeginInitialize, ERROR_INVALID_PARAMETER,
      "dwFlags has INIT_ONCE_ASYNC though lpInitOnce began without, or the other way round");
FAILS(InitOnceComplete, "0 last_error", ERROR_GEN_FAILURE, ERROR_INVALID_PARAMETER);
MEANS(InitOnceComplete, ERROR_GEN_FAILURE, "lpInitOnce is not begun, or another thread did it");
MEANS(InitOnceComplete, ERROR_INVALID_PARAMETER,
      "dwFlags does not fit how lpInitOnce began, or the low two bits of lpContext are not 0");

/* Lists that need no lock; NULL and 0 mean that one is empty. */
NEVER_FAILS(InitializeSListHead);
NEVER_FAILS(InterlockedPushEntrySList);
NEVER_FAILS(InterlockedPopEntrySList);
NEVER_FAILS(InterlockedFlushSList);
NEVER_FAILS(InterlockedPushListSListEx);
NEVER_FAILS(QueryDepthSList);

/* Namespaces of objects */
FAILS(CreateBoundaryDescriptorW, "NULL last_error");
LIKE(CreateBoundaryDescriptorA, CreateBoundaryDescriptorW);
FAILS(AddSIDToBoundaryDescriptor, "0 last_error");
FAILS(AddIntegrityLabelToBoundaryDescriptor, "0 last_error");
NEVER_FAILS(DeleteBoundaryDescriptor);
FREES(DeleteBoundaryDescriptor, 1);
FAILS(CreatePrivateNamespaceW, "NULL last_error", ERROR_ALREADY_EXISTS);
MEANS(CreatePrivateNamespaceW, ERROR_ALREADY_EXISTS,
      "lpBoundaryDescriptor has a namespace already; call OpenPrivateNamespace");
LIKE(CreatePrivateNamespaceA, CreatePrivateNamespaceW);
FAILS(OpenPrivateNamespaceW, "NULL last_error");
LIKE(OpenPrivateNamespaceA, OpenPrivateNamespaceW);
FAILS(ClosePrivateNamespace, "0 last_error");

/* Thread pool: functions that are given to it run on threads of the pool. */
FAILS(CreateThreadpool, "NULL last_error");
NEVER_FAILS(SetThreadpoolThreadMaximum);
FAILS(SetThreadpoolThreadMinimum, "0 last_error");
FAILS(SetThreadpoolStackInformation, "0 last_error");
FAILS(QueryThreadpoolStackInformation, "0 last_error");
NEVER_FAILS(CloseThreadpool);
FAILS(CreateThreadpoolCleanupGroup, "NULL last_error");
FAILS(CloseThreadpoolCleanupGroupMembers, "never, blocks");
NEVER_FAILS(CloseThreadpoolCleanupGroup);
FAILS(TrySubmitThreadpoolCallback, "0 last_error");
FAILS(CreateThreadpoolWork, "NULL last_error");
NEVER_FAILS(SubmitThreadpoolWork);
FAILS(WaitForThreadpoolWorkCallbacks, "never, blocks");
NEVER_FAILS(CloseThreadpoolWork);
FAILS(CreateThreadpoolTimer, "NULL last_error");
NEVER_FAILS(SetThreadpoolTimer);
NEVER_FAILS(SetThreadpoolTimerEx);
NEVER_FAILS(IsThreadpoolTimerSet);
FAILS(WaitForThreadpoolTimerCallbacks, "never, blocks");
NEVER_FAILS(CloseThreadpoolTimer);
FAILS(CreateThreadpoolWait, "NULL last_error");
NEVER_FAILS(SetThreadpoolWait);
NEVER_FAILS(SetThreadpoolWaitEx);
FAILS(WaitForThreadpoolWaitCallbacks, "never, blocks");
NEVER_FAILS(CloseThreadpoolWait);
FAILS(CreateThreadpoolIo, "NULL last_error", ERROR_INVALID_HANDLE, ERROR_INVALID_PARAMETER);
MEANS(CreateThreadpoolIo, ERROR_INVALID_HANDLE, "fl is no handle of a file, or was closed");
MEANS(CreateThreadpoolIo, ERROR_INVALID_PARAMETER,
      "fl was opened without FILE_FLAG_OVERLAPPED, or belongs to a completion port already");
NEVER_FAILS(StartThreadpoolIo);
NEVER_FAILS(CancelThreadpoolIo);
FAILS(WaitForThreadpoolIoCallbacks, "never, blocks");
NEVER_FAILS(CloseThreadpoolIo);
NEVER_FAILS(CallbackMayRunLong);
NEVER_FAILS(DisassociateCurrentThreadFromCallback);
NEVER_FAILS(FreeLibraryWhenCallbackReturns);
NEVER_FAILS(LeaveCriticalSectionWhenCallbackReturns);
NEVER_FAILS(ReleaseMutexWhenCallbackReturns);
NEVER_FAILS(ReleaseSemaphoreWhenCallbackReturns);
NEVER_FAILS(SetEventWhenCallbackReturns);
CALLS_BACK(TrySubmitThreadpoolCallback, 1, kept);
CALLS_BACK(CreateThreadpoolWork, 1, kept);
CALLS_BACK(CreateThreadpoolTimer, 1, kept);
CALLS_BACK(CreateThreadpoolWait, 1, kept);
CALLS_BACK(CreateThreadpoolIo, 2, kept);

/* The older thread pool, and timer queues; ERROR_IO_PENDING is done, but not yet over. */
FAILS(QueueUserWorkItem, "0 last_error");
CALLS_BACK(QueueUserWorkItem, 1, kept);
FAILS(RegisterWaitForSingleObject, "0 last_error");
CALLS_BACK(RegisterWaitForSingleObject, 3, kept);
GROUP(pending, ERROR_IO_PENDING,
      "$ is gone as asked, but a callback of it still runs: do not call again")
FAILS(UnregisterWait, "0 last_error", ERROR_INVALID_HANDLE, pending(WaitHandle));
MEANS(UnregisterWait, ERROR_INVALID_HANDLE, "WaitHandle is NULL");
FAILS(UnregisterWaitEx, "0 last_error, blocks", ERROR_INVALID_HANDLE, pending(WaitHandle));
MEANS(UnregisterWaitEx, ERROR_INVALID_HANDLE, "WaitHandle is NULL");
FAILS(CreateTimerQueue, "NULL last_error");
FAILS(CreateTimerQueueTimer, "0 last_error");
CALLS_BACK(CreateTimerQueueTimer, 3, kept);
FAILS(ChangeTimerQueueTimer, "0 last_error");
FAILS(DeleteTimerQueueTimer, "0 last_error, blocks", pending(Timer));
FAILS(DeleteTimerQueueEx, "0 last_error, blocks", pending(TimerQueue));
FAILS(DeleteTimerQueue, "0 last_error");
FAILS(SetTimerQueueTimer, "NULL last_error");
CALLS_BACK(SetTimerQueueTimer, 2, kept);
FAILS(CancelTimerQueueTimer, "0 last_error");
