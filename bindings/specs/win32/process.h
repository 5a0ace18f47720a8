/*
 * Processes and threads of kernel32: <processthreadsapi.h>, <processtopologyapi.h>, and what
 * <winbase.h> has of them. Handles keep the rights that OpenProcess or OpenThread asked for;
 * ERROR_ACCESS_DENIED tells which one is missing.
 */
#include "process-codes.h"
GROUP(process, ERROR_INVALID_HANDLE, "$ is no handle of a process, or was closed")
GROUP(process_ask, ERROR_INVALID_HANDLE, "$ is no handle of a process, or was closed")
GROUP(process_ask, ERROR_ACCESS_DENIED, "$ lacks the right PROCESS_QUERY_LIMITED_INFORMATION")
GROUP(process_query, ERROR_INVALID_HANDLE, "$ is no handle of a process, or was closed")
GROUP(process_query, ERROR_ACCESS_DENIED, "$ lacks the right PROCESS_QUERY_INFORMATION")
GROUP(process_set, ERROR_INVALID_HANDLE, "$ is no handle of a process, or was closed")
GROUP(process_set, ERROR_ACCESS_DENIED, "$ lacks the right PROCESS_SET_INFORMATION")
GROUP(thread, ERROR_INVALID_HANDLE, "$ is no handle of a thread, or was closed")
GROUP(thread_ask, ERROR_INVALID_HANDLE, "$ is no handle of a thread, or was closed")
GROUP(thread_ask, ERROR_ACCESS_DENIED, "$ lacks the right THREAD_QUERY_LIMITED_INFORMATION")
GROUP(thread_query, ERROR_INVALID_HANDLE, "$ is no handle of a thread, or was closed")
GROUP(thread_query, ERROR_ACCESS_DENIED, "$ lacks the right THREAD_QUERY_INFORMATION")
GROUP(thread_set, ERROR_INVALID_HANDLE, "$ is no handle of a thread, or was closed")
GROUP(thread_set, ERROR_ACCESS_DENIED, "$ lacks the right THREAD_SET_INFORMATION")

/* Starting processes */
GROUP(startable, ERROR_ACCESS_DENIED,
      "what $ names may not be run, is a directory, or the job allows no breakaway from it")
GROUP(startable, ERROR_BAD_EXE_FORMAT, "the file that $ names is no program, or is damaged")
GROUP(startable, ERROR_DIRECTORY, "lpCurrentDirectory is not the path of a directory")
GROUP(startable, ERROR_ELEVATION_REQUIRED,
      "the program that $ names must run as administrator, which CreateProcess can't ask for")
GROUP(startable, ERROR_EXE_MACHINE_TYPE_MISMATCH,
      "the program that $ names is made for another kind of processor")
GROUP(startable, ERROR_FILENAME_EXCED_RANGE,
      "lpCommandLine is longer than 32767 characters, or the program's path is too long")
GROUP(startable, ERROR_FILE_NOT_FOUND, "the program that $ names is not found")
GROUP(startable, ERROR_INVALID_PARAMETER,
      "bits of dwCreationFlags exclude each other, or an attribute of lpStartupInfo is wrong")
GROUP(startable, ERROR_NOT_ENOUGH_MEMORY, "no memory is left for one more process")
GROUP(startable, ERROR_PATH_NOT_FOUND, "a directory on the way to what $ names does not exist")
GROUP(startable, ERROR_SHARING_VIOLATION,
      "somebody has the file that $ names open for writing, or alone for himself")
FAILS(CreateProcessW, "0 last_error", startable(lpApplicationName or lpCommandLine));
LIKE(CreateProcessA, CreateProcessW);
REFUSE(WinExec, "tells failures by any result below 32; call CreateProcessW");
NEVER_FAILS(GetStartupInfoW);
NEVER_FAILS(GetStartupInfoA);
FAILS(InitializeProcThreadAttributeList, "0 last_error", ERROR_INSUFFICIENT_BUFFER,
      ERROR_INVALID_PARAMETER);
MEANS(InitializeProcThreadAttributeList, ERROR_INSUFFICIENT_BUFFER,
      "lpAttributeList is NULL or too small; lpSize now leads to the number of bytes it needs");
MEANS(InitializeProcThreadAttributeList, ERROR_INVALID_PARAMETER, "dwFlags is not 0");
FAILS(UpdateProcThreadAttribute, "0 last_error", ERROR_BAD_LENGTH, ERROR_GEN_FAILURE,
      ERROR_NOT_SUPPORTED);
MEANS(UpdateProcThreadAttribute, ERROR_BAD_LENGTH, "cbSize is not the size of that attribute");
MEANS(UpdateProcThreadAttribute, ERROR_GEN_FAILURE,
      "lpAttributeList has as many attributes as it was made for");
MEANS(UpdateProcThreadAttribute, ERROR_NOT_SUPPORTED,
      "Attribute is not known to this version of Windows");
NEVER_FAILS(DeleteProcThreadAttributeList);

/* Opening and ending processes */
FAILS(OpenProcess, "NULL last_error", ERROR_ACCESS_DENIED, ERROR_INVALID_PARAMETER);
MEANS(OpenProcess, ERROR_ACCESS_DENIED,
      "the process dwProcessId does not grant the caller all of dwDesiredAccess");
MEANS(OpenProcess, ERROR_INVALID_PARAMETER,
      "no process has the number dwProcessId, or it is 0");
FAILS(TerminateProcess, "0 last_error", ERROR_ACCESS_DENIED, process(hProcess));
MEANS(TerminateProcess, ERROR_ACCESS_DENIED,
      "hProcess lacks the right PROCESS_TERMINATE, or its process has ended already");
NEVER_FAILS(ExitProcess);
NEVER_FAILS(FatalExit);
FAILS(FatalAppExitW, "never, blocks");
LIKE(FatalAppExitA, FatalAppExitW);
FAILS(GetExitCodeProcess, "0 last_error", process_ask(hProcess));
NEVER_FAILS(GetCurrentProcess);
NEVER_FAILS(GetCurrentProcessId);
FAILS(GetProcessId, "0 last_error", process_ask(Process));
FAILS(GetProcessVersion, "0 last_error", ERROR_ACCESS_DENIED, ERROR_INVALID_PARAMETER);
MEANS(GetProcessVersion, ERROR_ACCESS_DENIED, "the caller may not read the process ProcessId");
MEANS(GetProcessVersion, ERROR_INVALID_PARAMETER, "no process has the number ProcessId");
FAILS(ProcessIdToSessionId, "0 last_error", ERROR_ACCESS_DENIED, ERROR_INVALID_PARAMETER);
MEANS(ProcessIdToSessionId, ERROR_ACCESS_DENIED, "the caller may not ask about dwProcessId");
MEANS(ProcessIdToSessionId, ERROR_INVALID_PARAMETER, "no process has the number dwProcessId");

/* What processes are and do */
FAILS(QueryFullProcessImageNameW, "0 last_error", ERROR_INSUFFICIENT_BUFFER,
      ERROR_INVALID_PARAMETER, process_ask(hProcess));
MEANS(QueryFullProcessImageNameW, ERROR_INSUFFICIENT_BUFFER,
      "lpExeName, whose size lpdwSize leads to, has no room for the path");
MEANS(QueryFullProcessImageNameW, ERROR_INVALID_PARAMETER, "dwFlags holds an unknown bit");
LIKE(QueryFullProcessImageNameA, QueryFullProcessImageNameW);
FAILS(GetProcessTimes, "0 last_error", process_ask(hProcess));
FAILS(GetProcessHandleCount, "0 last_error", process_ask(hProcess));
FAILS(GetProcessIoCounters, "0 last_error", process_ask(hProcess));
FAILS(QueryProcessCycleTime, "0 last_error", process_ask(ProcessHandle));
FAILS(IsWow64Process, "0 last_error", process_ask(hProcess));
LIKE(IsWow64Process2, IsWow64Process);
FAILS(IsWow64GuestMachineSupported, "negative result/E_");
NEVER_FAILS(IsProcessorFeaturePresent);
FAILS(GetProcessInformation, "0 last_error", process_ask(hProcess));
FAILS(SetProcessInformation, "0 last_error", ERROR_INVALID_PARAMETER, process_set(hProcess));
MEANS(SetProcessInformation, ERROR_INVALID_PARAMETER,
      "ProcessInformationClass is not known, or a member of ProcessInformation is not valid");
FAILS(GetProcessMitigationPolicy, "0 last_error", ERROR_INVALID_PARAMETER,
      process_query(hProcess));
MEANS(GetProcessMitigationPolicy, ERROR_INVALID_PARAMETER,
      "MitigationPolicy is not known to this version of Windows, or dwLength is not its size");
FAILS(SetProcessMitigationPolicy, "0 last_error", ERROR_ACCESS_DENIED, ERROR_INVALID_PARAMETER);
MEANS(SetProcessMitigationPolicy, ERROR_ACCESS_DENIED,
      "the policy is on already, and can't be taken back");
MEANS(SetProcessMitigationPolicy, ERROR_INVALID_PARAMETER,
      "MitigationPolicy is not known to this version of Windows, or dwLength is not its size");
FAILS(GetProcessDEPPolicy, "0 last_error", ERROR_NOT_SUPPORTED, process_query(hProcess));
MEANS(GetProcessDEPPolicy, ERROR_NOT_SUPPORTED,
      "processes of 64 bits always prevent execution of data, so they have no such policy");
FAILS(SetProcessDEPPolicy, "0 last_error", ERROR_ACCESS_DENIED, ERROR_NOT_SUPPORTED);
MEANS(SetProcessDEPPolicy, ERROR_ACCESS_DENIED,
      "the policy was set for good, or the system's setting forbids that");
MEANS(SetProcessDEPPolicy, ERROR_NOT_SUPPORTED,
      "processes of 64 bits always prevent execution of data, so they have no such policy");
FAILS(GetProcessShutdownParameters, "0 last_error");
FAILS(SetProcessShutdownParameters, "0 last_error", ERROR_INVALID_PARAMETER);
MEANS(SetProcessShutdownParameters, ERROR_INVALID_PARAMETER,
      "dwFlags holds a bit other than SHUTDOWN_NORETRY");
FAILS(FlushInstructionCache, "0 last_error", process(hProcess));
NEVER_FAILS(FlushProcessWriteBuffers);
HAS_BUFFER(GetProcessInformation, 3, 4);
HAS_BUFFER(SetProcessInformation, 3, 4);
HAS_BUFFER(GetProcessMitigationPolicy, 3, 4);
HAS_BUFFER(SetProcessMitigationPolicy, 2, 3);

/* Starting over after a crash or an update */
FAILS(ApplicationRecoveryInProgress, "negative result/E_", E_FAIL);
MEANS(ApplicationRecoveryInProgress, E_FAIL, "the process is not in its recovery callback");
NEVER_FAILS(ApplicationRecoveryFinished);
FAILS(GetApplicationRestartSettings, "negative result/E_", E_INVALIDARG);
FAILS(GetApplicationRecoveryCallback, "negative result/E_", E_INVALIDARG);

/* Threads */
FAILS(CreateThread, "NULL last_error", ERROR_NOT_ENOUGH_MEMORY);
MEANS(CreateThread, ERROR_NOT_ENOUGH_MEMORY,
      "no memory or address space is left for a stack of dwStackSize bytes");
CALLS_BACK(CreateThread, 3, kept);
FAILS(CreateRemoteThread, "NULL last_error", ERROR_ACCESS_DENIED, ERROR_NOT_ENOUGH_MEMORY,
      process(hProcess));
MEANS(CreateRemoteThread, ERROR_ACCESS_DENIED,
      "hProcess lacks PROCESS_CREATE_THREAD or rights to the memory, or its process has ended");
MEANS(CreateRemoteThread, ERROR_NOT_ENOUGH_MEMORY,
      "no memory is left for the stack, or the process belongs to another session");
LIKE(CreateRemoteThreadEx, CreateRemoteThread);
REFUSE(CreateRemoteThread,
       "runs code in another process, which has no binding; call CreateThread");
REFUSE(CreateRemoteThreadEx,
       "runs code in another process, which has no binding; call CreateThread");
FAILS(OpenThread, "NULL last_error", ERROR_ACCESS_DENIED, ERROR_INVALID_PARAMETER);
MEANS(OpenThread, ERROR_ACCESS_DENIED,
      "the thread dwThreadId does not grant the caller all of dwDesiredAccess");
MEANS(OpenThread, ERROR_INVALID_PARAMETER, "no thread has the number dwThreadId");
NEVER_FAILS(ExitThread);
REFUSE(ExitThread,
       "leaves frames of the binding that have to end; return from the thread's function");
FAILS(TerminateThread, "0 last_error", ERROR_ACCESS_DENIED, thread(hThread));
MEANS(TerminateThread, ERROR_ACCESS_DENIED, "hThread lacks the right THREAD_TERMINATE");
REFUSE(TerminateThread, "leaves locks held for ever; set an event that the thread waits for");
FAILS(GetExitCodeThread, "0 last_error", thread_ask(hThread));
FAILS(SuspendThread, "-1 last_error", ERROR_ACCESS_DENIED, ERROR_SIGNAL_REFUSED,
      thread(hThread));
MEANS(SuspendThread, ERROR_ACCESS_DENIED,
      "hThread lacks the right THREAD_SUSPEND_RESUME, or its thread has ended");
MEANS(SuspendThread, ERROR_SIGNAL_REFUSED,
      "hThread is suspended as often as can be counted (MAXIMUM_SUSPEND_COUNT)");
FAILS(ResumeThread, "-1 last_error", ERROR_ACCESS_DENIED, thread(hThread));
MEANS(ResumeThread, ERROR_ACCESS_DENIED, "hThread lacks the right THREAD_SUSPEND_RESUME");
FAILS(QueueUserAPC, "0 last_error", ERROR_ACCESS_DENIED, ERROR_GEN_FAILURE, thread(hThread));
MEANS(QueueUserAPC, ERROR_ACCESS_DENIED, "hThread lacks the right THREAD_SET_CONTEXT");
MEANS(QueueUserAPC, ERROR_GEN_FAILURE, "the thread of hThread has ended, or is about to");
CALLS_BACK(QueueUserAPC, 1, kept);
NEVER_FAILS(GetCurrentThread);
NEVER_FAILS(GetCurrentThreadId);
NEVER_FAILS(GetCurrentThreadStackLimits);
NEVER_FAILS(SwitchToThread);
FAILS(GetThreadId, "0 last_error", thread_ask(Thread));
FAILS(GetProcessIdOfThread, "0 last_error", thread_ask(Thread));
FAILS(GetThreadTimes, "0 last_error", thread_ask(hThread));
FAILS(QueryThreadCycleTime, "0 last_error", thread_ask(ThreadHandle));
FAILS(GetThreadIOPendingFlag, "0 last_error", thread_query(hThread));
FAILS(GetThreadInformation, "0 last_error", thread_query(hThread));
FAILS(SetThreadInformation, "0 last_error", thread_set(hThread));
FAILS(SetThreadStackGuarantee, "0 last_error");
FAILS(SetThreadExecutionState, "0 none");
HAS_BUFFER(GetThreadInformation, 3, 4);
HAS_BUFFER(SetThreadInformation, 3, 4);
FAILS(EnableThreadProfiling, "nonzero result/ERROR_");
LIKE(DisableThreadProfiling, EnableThreadProfiling);
LIKE(QueryThreadProfiling, EnableThreadProfiling);
LIKE(ReadThreadProfilingData, EnableThreadProfiling);

/* Registers of threads */
FAILS(GetThreadContext, "0 last_error", ERROR_ACCESS_DENIED, thread(hThread));
MEANS(GetThreadContext, ERROR_ACCESS_DENIED, "hThread lacks the right THREAD_GET_CONTEXT");
FAILS(SetThreadContext, "0 last_error", ERROR_ACCESS_DENIED, thread(hThread));
MEANS(SetThreadContext, ERROR_ACCESS_DENIED, "hThread lacks the right THREAD_SET_CONTEXT");
FAILS(GetThreadSelectorEntry, "0 last_error", ERROR_NOT_SUPPORTED, thread_query(hThread));
MEANS(GetThreadSelectorEntry, ERROR_NOT_SUPPORTED, "a process of 64 bits has no such table");
LIKE(Wow64GetThreadContext, GetThreadContext);
LIKE(Wow64SetThreadContext, SetThreadContext);
LIKE(Wow64SuspendThread, SuspendThread);
FAILS(Wow64GetThreadSelectorEntry, "0 last_error", thread_query(hThread));
FAILS(InitializeContext, "0 last_error", ERROR_INSUFFICIENT_BUFFER);
MEANS(InitializeContext, ERROR_INSUFFICIENT_BUFFER,
      "Buffer is NULL or too small; ContextLength now leads to the number of bytes it needs");
FAILS(CopyContext, "0 last_error");
NEVER_FAILS(GetEnabledXStateFeatures);
FAILS(GetXStateFeaturesMask, "0 none");
FAILS(SetXStateFeaturesMask, "0 none");
FAILS(LocateXStateFeature, "NULL none");

/* Priorities and processors; a mask means processors of one group. */
GROUP(processors, ERROR_INVALID_PARAMETER,
      "$ has no processor, or one that the system or the process does not have")
FAILS(GetPriorityClass, "0 last_error", process_ask(hProcess));
FAILS(SetPriorityClass, "0 last_error", ERROR_INVALID_PARAMETER,
      ERROR_PROCESS_MODE_ALREADY_BACKGROUND, ERROR_PROCESS_MODE_NOT_BACKGROUND,
      process_set(hProcess));
MEANS(SetPriorityClass, ERROR_INVALID_PARAMETER, "dwPriorityClass is no priority class");
MEANS(SetPriorityClass, ERROR_PROCESS_MODE_ALREADY_BACKGROUND,
      "the process works in the background already (PROCESS_MODE_BACKGROUND_BEGIN)");
MEANS(SetPriorityClass, ERROR_PROCESS_MODE_NOT_BACKGROUND,
      "the process does not work in the background (PROCESS_MODE_BACKGROUND_END)");
FAILS(GetThreadPriority, "THREAD_PRIORITY_ERROR_RETURN last_error", thread_ask(hThread));
FAILS(SetThreadPriority, "0 last_error", ERROR_INVALID_PARAMETER,
      ERROR_THREAD_MODE_ALREADY_BACKGROUND, ERROR_THREAD_MODE_NOT_BACKGROUND,
      thread_set(hThread));
MEANS(SetThreadPriority, ERROR_INVALID_PARAMETER,
      "nPriority is none of the THREAD_PRIORITY_ values that the priority class has");
MEANS(SetThreadPriority, ERROR_THREAD_MODE_ALREADY_BACKGROUND,
      "the thread works in the background already (THREAD_MODE_BACKGROUND_BEGIN)");
MEANS(SetThreadPriority, ERROR_THREAD_MODE_NOT_BACKGROUND,
      "the thread does not work in the background (THREAD_MODE_BACKGROUND_END)");
FAILS(GetProcessPriorityBoost, "0 last_error", process_ask(hProcess));
FAILS(SetProcessPriorityBoost, "0 last_error", process_set(hProcess));
FAILS(GetThreadPriorityBoost, "0 last_error", thread_ask(hThread));
FAILS(SetThreadPriorityBoost, "0 last_error", thread_set(hThread));
FAILS(GetProcessAffinityMask, "0 last_error", process_ask(hProcess));
FAILS(SetProcessAffinityMask, "0 last_error", process_set(hProcess),
      processors(dwProcessAffinityMask));
FAILS(QueryProcessAffinityUpdateMode, "0 last_error", process_ask(hProcess));
FAILS(SetProcessAffinityUpdateMode, "0 last_error", process_set(hProcess));
FAILS(SetThreadAffinityMask, "0 last_error", processors(dwThreadAffinityMask),
      thread_set(hThread));
FAILS(SetThreadIdealProcessor, "-1 last_error", ERROR_INVALID_PARAMETER, thread_set(hThread));
MEANS(SetThreadIdealProcessor, ERROR_INVALID_PARAMETER,
      "dwIdealProcessor is neither the number of a processor nor MAXIMUM_PROCESSORS");
FAILS(GetThreadIdealProcessorEx, "0 last_error", thread_ask(hThread));
FAILS(SetThreadIdealProcessorEx, "0 last_error", processors(lpIdealProcessor),
      thread_set(hThread));
FAILS(GetProcessGroupAffinity, "0 last_error", ERROR_INSUFFICIENT_BUFFER,
      process_ask(hProcess));
MEANS(GetProcessGroupAffinity, ERROR_INSUFFICIENT_BUFFER,
      "GroupArray has fewer elements than there are groups; GroupCount now tells their number");
FAILS(GetThreadGroupAffinity, "0 last_error", thread_ask(hThread));
FAILS(SetThreadGroupAffinity, "0 last_error", processors(GroupAffinity), thread_set(hThread));
NEVER_FAILS(GetCurrentProcessorNumber);
NEVER_FAILS(GetCurrentProcessorNumberEx);
FAILS(GetNumaProximityNode, "0 last_error", ERROR_INVALID_PARAMETER);
MEANS(GetNumaProximityNode, ERROR_INVALID_PARAMETER, "no node has the number ProximityId");
LIKE(GetNumaProximityNodeEx, GetNumaProximityNode);
