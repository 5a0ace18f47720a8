/*
 * What belongs to processes and threads of kernel32: storage of their own, fibers, jobs, the
 * environment, handles, the last error, exceptions, debugging, and snapshots (<tlhelp32.h>).
 * Groups of codes that it names but does not make are those of process.h, which comes first.
 */
#include <tlhelp32.h>

/* Storage of threads and fibers: NULL is a value like others. */
GROUP(slot, ERROR_INVALID_PARAMETER, "$ is not what TlsAlloc or FlsAlloc gave, or was freed")
FAILS(TlsAlloc, "TLS_OUT_OF_INDEXES last_error");
FAILS(TlsFree, "0 last_error", slot(dwTlsIndex));
FAILS(TlsGetValue, "NULL last_error, clear", slot(dwTlsIndex));
FAILS(TlsSetValue, "0 last_error", ERROR_NOT_ENOUGH_MEMORY, slot(dwTlsIndex));
MEANS(TlsSetValue, ERROR_NOT_ENOUGH_MEMORY,
      "no memory is left for the indexes above the first 64 of this thread");
FAILS(FlsAlloc, "FLS_OUT_OF_INDEXES last_error");
FAILS(FlsFree, "0 last_error", slot(dwFlsIndex));
FAILS(FlsGetValue, "NULL last_error, clear", slot(dwFlsIndex));
FAILS(FlsSetValue, "0 last_error", ERROR_NOT_ENOUGH_MEMORY, slot(dwFlsIndex));
MEANS(FlsSetValue, ERROR_NOT_ENOUGH_MEMORY, "no memory is left for the values of this fiber");
CALLS_BACK(FlsAlloc, 1, kept);

/* Fibers */
FAILS(ConvertThreadToFiber, "NULL last_error", ERROR_ALREADY_FIBER, ERROR_NOT_ENOUGH_MEMORY);
MEANS(ConvertThreadToFiber, ERROR_ALREADY_FIBER, "the calling thread is a fiber already");
MEANS(ConvertThreadToFiber, ERROR_NOT_ENOUGH_MEMORY, "no memory is left for one more fiber");
FAILS(ConvertThreadToFiberEx, "NULL last_error", ERROR_ALREADY_FIBER, ERROR_INVALID_PARAMETER,
      ERROR_NOT_ENOUGH_MEMORY);
MEANS(ConvertThreadToFiberEx, ERROR_ALREADY_FIBER, "the calling thread is a fiber already");
MEANS(ConvertThreadToFiberEx, ERROR_INVALID_PARAMETER,
      "dwFlags holds a bit other than FIBER_FLAG_FLOAT_SWITCH");
MEANS(ConvertThreadToFiberEx, ERROR_NOT_ENOUGH_MEMORY, "no memory is left for one more fiber");
FAILS(ConvertFiberToThread, "0 last_error", ERROR_ALREADY_THREAD);
MEANS(ConvertFiberToThread, ERROR_ALREADY_THREAD, "the calling thread is no fiber");
FAILS(CreateFiber, "NULL last_error", ERROR_NOT_ENOUGH_MEMORY);
MEANS(CreateFiber, ERROR_NOT_ENOUGH_MEMORY, "no memory or address space is left for the stack");
FAILS(CreateFiberEx, "NULL last_error", ERROR_INVALID_PARAMETER, ERROR_NOT_ENOUGH_MEMORY);
MEANS(CreateFiberEx, ERROR_INVALID_PARAMETER,
      "dwFlags holds an unknown bit, or dwStackCommitSize is greater than dwStackReserveSize");
MEANS(CreateFiberEx, ERROR_NOT_ENOUGH_MEMORY,
      "no memory or address space is left for the stack");
NEVER_FAILS(SwitchToFiber);
NEVER_FAILS(DeleteFiber);
NEVER_FAILS(IsThreadAFiber);
REFUSE(CreateFiber, "lpStartAddress would run on a stack that no binding knows; use a thread");
REFUSE(CreateFiberEx,
       "lpStartAddress would run on a stack that no binding knows; use a thread");
REFUSE(SwitchToFiber, "leaves frames of the binding that have to end; use a thread");
CALLS_BACK(CreateFiber, 2, kept);
CALLS_BACK(CreateFiberEx, 4, kept);

/* Jobs; hJob is NULL for the caller's own one where a job is asked. */
GROUP(job, ERROR_INVALID_HANDLE, "$ is no handle of a job, or was closed")
FAILS(CreateJobObjectW, "NULL last_error", ERROR_ACCESS_DENIED, ERROR_INVALID_HANDLE);
MEANS(CreateJobObjectW, ERROR_ACCESS_DENIED,
      "a job lpName exists already, and the caller may not have all rights to it");
MEANS(CreateJobObjectW, ERROR_INVALID_HANDLE,
      "lpName is the name of an object of another kind");
LIKE(CreateJobObjectA, CreateJobObjectW);
FAILS(OpenJobObjectW, "NULL last_error", ERROR_ACCESS_DENIED, ERROR_FILE_NOT_FOUND,
      ERROR_INVALID_HANDLE);
MEANS(OpenJobObjectW, ERROR_ACCESS_DENIED, "the job does not grant all of dwDesiredAccess");
MEANS(OpenJobObjectW, ERROR_FILE_NOT_FOUND, "no object has the name lpName");
MEANS(OpenJobObjectW, ERROR_INVALID_HANDLE, "lpName is the name of an object of another kind");
LIKE(OpenJobObjectA, OpenJobObjectW);
FAILS(AssignProcessToJobObject, "0 last_error", ERROR_ACCESS_DENIED, ERROR_INVALID_HANDLE);
MEANS(AssignProcessToJobObject, ERROR_ACCESS_DENIED,
      "a handle lacks a right, the process has ended, or its job can't have hJob inside it");
MEANS(AssignProcessToJobObject, ERROR_INVALID_HANDLE,
      "hJob is no handle of a job, or hProcess none of a process");
FAILS(TerminateJobObject, "0 last_error", ERROR_ACCESS_DENIED, job(hJob));
MEANS(TerminateJobObject, ERROR_ACCESS_DENIED, "hJob lacks the right JOB_OBJECT_TERMINATE");
FAILS(IsProcessInJob, "0 last_error", ERROR_ACCESS_DENIED, ERROR_INVALID_HANDLE);
MEANS(IsProcessInJob, ERROR_ACCESS_DENIED,
      "ProcessHandle lacks PROCESS_QUERY_LIMITED_INFORMATION, or JobHandle JOB_OBJECT_QUERY");
MEANS(IsProcessInJob, ERROR_INVALID_HANDLE,
      "ProcessHandle is no handle of a process, or JobHandle is neither NULL nor one of a job");
FAILS(QueryInformationJobObject, "0 last_error", ERROR_ACCESS_DENIED, ERROR_BAD_LENGTH,
      ERROR_INVALID_PARAMETER, ERROR_MORE_DATA, job(hJob));
MEANS(QueryInformationJobObject, ERROR_ACCESS_DENIED,
      "hJob lacks the right JOB_OBJECT_QUERY, or is NULL and the caller is in no job");
MEANS(QueryInformationJobObject, ERROR_BAD_LENGTH,
      "cbJobObjectInformationLength is not the size of that information");
MEANS(QueryInformationJobObject, ERROR_INVALID_PARAMETER,
      "JobObjectInformationClass is not known, or can't be asked for");
MEANS(QueryInformationJobObject, ERROR_MORE_DATA,
      "the list of processes is longer than lpJobObjectInformation has room for");
FAILS(SetInformationJobObject, "0 last_error", ERROR_ACCESS_DENIED, ERROR_BAD_LENGTH,
      ERROR_INVALID_PARAMETER, job(hJob));
MEANS(SetInformationJobObject, ERROR_ACCESS_DENIED,
      "hJob lacks the right JOB_OBJECT_SET_ATTRIBUTES");
MEANS(SetInformationJobObject, ERROR_BAD_LENGTH,
      "cbJobObjectInformationLength is not the size of that information");
MEANS(SetInformationJobObject, ERROR_INVALID_PARAMETER,
      "JobObjectInformationClass is not known, or its LimitFlags or values are not valid");
FAILS(CreateJobSet, "0 last_error");
HAS_BUFFER(QueryInformationJobObject, 3, 4);
HAS_BUFFER(SetInformationJobObject, 3, 4);
HAS_ARRAY(CreateJobSet, 2, 1);

/* Environment; a variable may be empty, so 0 is a length, too. */
FAILS(GetEnvironmentVariableW, "0 last_error, clear", ERROR_ENVVAR_NOT_FOUND);
MEANS(GetEnvironmentVariableW, ERROR_ENVVAR_NOT_FOUND,
      "the environment has no variable lpName");
LIKE(GetEnvironmentVariableA, GetEnvironmentVariableW);
FAILS(SetEnvironmentVariableW, "0 last_error", ERROR_ENVVAR_NOT_FOUND,
      ERROR_FILENAME_EXCED_RANGE, ERROR_INVALID_PARAMETER, ERROR_NOT_ENOUGH_MEMORY);
MEANS(SetEnvironmentVariableW, ERROR_ENVVAR_NOT_FOUND,
      "lpValue is NULL, and the environment has no variable lpName that it could take away");
MEANS(SetEnvironmentVariableW, ERROR_FILENAME_EXCED_RANGE,
      "lpName or lpValue is longer than 32767 characters");
MEANS(SetEnvironmentVariableW, ERROR_INVALID_PARAMETER,
      "lpName is empty, or has an equals sign behind its first character");
MEANS(SetEnvironmentVariableW, ERROR_NOT_ENOUGH_MEMORY, "no memory is left for the variable");
LIKE(SetEnvironmentVariableA, SetEnvironmentVariableW);
FAILS(GetEnvironmentStringsW, "NULL none");
#pragma push_macro("GetEnvironmentStrings") /* a macro for GetEnvironmentStringsW */
#undef GetEnvironmentStrings
LIKE(GetEnvironmentStrings, GetEnvironmentStringsW);
HAS_ATTRIBUTE(GetEnvironmentStrings, malloc(FreeEnvironmentStringsA, 1));
#pragma pop_macro("GetEnvironmentStrings")
FAILS(FreeEnvironmentStringsW, "0 last_error");
LIKE(FreeEnvironmentStringsA, FreeEnvironmentStringsW);
FAILS(SetEnvironmentStringsW, "0 last_error", ERROR_INVALID_PARAMETER);
MEANS(SetEnvironmentStringsW, ERROR_INVALID_PARAMETER,
      "NewEnvironment holds a string without a name and an equals sign");
FAILS(ExpandEnvironmentStringsW, "0 last_error");
LIKE(ExpandEnvironmentStringsA, ExpandEnvironmentStringsW);
HAS_ARRAY(GetEnvironmentVariableW, 2, 3);
HAS_ARRAY(GetEnvironmentVariableA, 2, 3);
HAS_ARRAY(ExpandEnvironmentStringsW, 2, 3);
HAS_ARRAY(ExpandEnvironmentStringsA, 2, 3);
HAS_ATTRIBUTE(GetEnvironmentStringsW, malloc(FreeEnvironmentStringsW, 1));
FREES_ON_SUCCESS(FreeEnvironmentStringsW, 1);
FREES_ON_SUCCESS(FreeEnvironmentStringsA, 1);
NEVER_FAILS(GetCommandLineW);
NEVER_FAILS(GetCommandLineA);
NEVER_FAILS(NeedCurrentDirectoryForExePathW);
NEVER_FAILS(NeedCurrentDirectoryForExePathA);

/* Handles */
FAILS(DuplicateHandle, "0 last_error", ERROR_ACCESS_DENIED, ERROR_INVALID_HANDLE);
MEANS(DuplicateHandle, ERROR_ACCESS_DENIED,
      "a process handle lacks PROCESS_DUP_HANDLE, or dwDesiredAccess is more than may be had");
MEANS(DuplicateHandle, ERROR_INVALID_HANDLE,
      "hSourceHandle is no handle of the source process, or one of both is no process");
GROUP(any_handle, ERROR_INVALID_HANDLE, "$ is no handle of an open object")
FAILS(CloseHandle, "0 last_error", any_handle(hObject));
FAILS(GetHandleInformation, "0 last_error", any_handle(hObject));
FAILS(SetHandleInformation, "0 last_error", ERROR_INVALID_PARAMETER, any_handle(hObject));
MEANS(SetHandleInformation, ERROR_INVALID_PARAMETER,
      "dwMask holds a bit other than HANDLE_FLAG_INHERIT and HANDLE_FLAG_PROTECT_FROM_CLOSE");

/* The last error */
NEVER_FAILS(GetLastError);
NEVER_FAILS(SetLastError);

/* Exceptions: handlers run on the thread that raised one, in the midst of what it did. */
FAILS(AddVectoredExceptionHandler, "NULL none");
LIKE(AddVectoredContinueHandler, AddVectoredExceptionHandler);
FAILS(RemoveVectoredExceptionHandler, "0 none");
LIKE(RemoveVectoredContinueHandler, RemoveVectoredExceptionHandler);
NEVER_FAILS(SetUnhandledExceptionFilter);
FAILS(UnhandledExceptionFilter, "never, blocks");
NEVER_FAILS(RaiseException);
NEVER_FAILS(RaiseFailFastException);
CALLS_BACK(AddVectoredExceptionHandler, 2, kept);
CALLS_BACK(AddVectoredContinueHandler, 2, kept);
CALLS_BACK(SetUnhandledExceptionFilter, 1, kept);
HAS_ARRAY(RaiseException, 4, 3);
NEVER_FAILS(RtlCaptureStackBackTrace);
HAS_ARRAY(RtlCaptureStackBackTrace, 3, 2);
NEVER_FAILS(EncodePointer);
NEVER_FAILS(DecodePointer);
NEVER_FAILS(EncodeSystemPointer);
NEVER_FAILS(DecodeSystemPointer);

/* Debugging: only the thread that started or attached to the process gets its events. */
GROUP(debuggee, ERROR_INVALID_HANDLE, "$ is no debugger: it debugs no process")
NEVER_FAILS(IsDebuggerPresent);
FAILS(CheckRemoteDebuggerPresent, "0 last_error", ERROR_INVALID_PARAMETER,
      process_query(hProcess));
MEANS(CheckRemoteDebuggerPresent, ERROR_INVALID_PARAMETER,
      "hProcess or pbDebuggerPresent is NULL");
NEVER_FAILS(DebugBreak);
FAILS(DebugBreakProcess, "0 last_error", ERROR_ACCESS_DENIED, process(Process));
MEANS(DebugBreakProcess, ERROR_ACCESS_DENIED,
      "Process lacks a right that a new thread in it needs, or its process has ended");
FAILS(DebugActiveProcess, "0 last_error", ERROR_ACCESS_DENIED, ERROR_INVALID_PARAMETER,
      ERROR_NOT_SUPPORTED);
MEANS(DebugActiveProcess, ERROR_ACCESS_DENIED,
      "the caller may not debug the process dwProcessId; SeDebugPrivilege lets it");
MEANS(DebugActiveProcess, ERROR_INVALID_PARAMETER,
      "no process has the number dwProcessId, or somebody debugs it already");
MEANS(DebugActiveProcess, ERROR_NOT_SUPPORTED,
      "a debugger of 32 bits can't debug a process of 64 bits");
FAILS(DebugActiveProcessStop, "0 last_error", ERROR_ACCESS_DENIED, ERROR_INVALID_PARAMETER);
MEANS(DebugActiveProcessStop, ERROR_ACCESS_DENIED,
      "the calling thread does not debug the process dwProcessId");
MEANS(DebugActiveProcessStop, ERROR_INVALID_PARAMETER, "no process has the number dwProcessId");
FAILS(DebugSetProcessKillOnExit, "0 last_error", debuggee(the calling thread));
FAILS(WaitForDebugEvent, "0 last_error, blocks", ERROR_SEM_TIMEOUT,
      debuggee(the calling thread));
MEANS(WaitForDebugEvent, ERROR_SEM_TIMEOUT, "no event came within dwMilliseconds");
LIKE(WaitForDebugEventEx, WaitForDebugEvent);
FAILS(ContinueDebugEvent, "0 last_error", ERROR_INVALID_PARAMETER,
      debuggee(the calling thread));
MEANS(ContinueDebugEvent, ERROR_INVALID_PARAMETER,
      "dwContinueStatus is none of the DBG_ values, or that thread has reported no event");
NEVER_FAILS(OutputDebugStringW);
NEVER_FAILS(OutputDebugStringA);

/* Snapshots: the names without W are macros for it, and functions of their own behind these. */
GROUP(snapshot, ERROR_INVALID_HANDLE, "$ is not what CreateToolhelp32Snapshot gave")
GROUP(snapshot, ERROR_NO_MORE_FILES, "the list ends here, or $ was made without such a list")
GROUP(snapshot_size, ERROR_BAD_LENGTH, "dwSize of $ is not the size of that structure")
FAILS(CreateToolhelp32Snapshot, "INVALID_HANDLE_VALUE last_error", ERROR_ACCESS_DENIED,
      ERROR_BAD_LENGTH, ERROR_INVALID_PARAMETER, ERROR_PARTIAL_COPY);
MEANS(CreateToolhelp32Snapshot, ERROR_ACCESS_DENIED,
      "the caller may not read the process th32ProcessID");
MEANS(CreateToolhelp32Snapshot, ERROR_BAD_LENGTH,
      "the list of modules changed while it was read, or the process starts: call again");
MEANS(CreateToolhelp32Snapshot, ERROR_INVALID_PARAMETER,
      "no process has the number th32ProcessID");
MEANS(CreateToolhelp32Snapshot, ERROR_PARTIAL_COPY,
      "a process of 32 bits can't read the modules of one of 64 bits");
FAILS(Process32FirstW, "0 last_error", snapshot(hSnapshot), snapshot_size(lppe));
LIKE(Process32NextW, Process32FirstW);
FAILS(Module32FirstW, "0 last_error", snapshot(hSnapshot), snapshot_size(lpme));
LIKE(Module32NextW, Module32FirstW);
#pragma push_macro("Process32First")
#pragma push_macro("Process32Next")
#pragma push_macro("Module32First")
#pragma push_macro("Module32Next")
#undef Process32First
#undef Process32Next
#undef Module32First
#undef Module32Next
LIKE(Process32First, Process32FirstW);
LIKE(Process32Next, Process32FirstW);
LIKE(Module32First, Module32FirstW);
LIKE(Module32Next, Module32FirstW);
#pragma pop_macro("Process32First")
#pragma pop_macro("Process32Next")
#pragma pop_macro("Module32First")
#pragma pop_macro("Module32Next")
FAILS(Thread32First, "0 last_error", snapshot(hSnapshot));
LIKE(Thread32Next, Thread32First);
FAILS(Heap32ListFirst, "0 last_error", snapshot(hSnapshot));
LIKE(Heap32ListNext, Heap32ListFirst);
FAILS(Heap32First, "0 last_error", ERROR_NO_MORE_FILES);
MEANS(Heap32First, ERROR_NO_MORE_FILES, "the heap th32HeapID is empty");
FAILS(Heap32Next, "0 last_error", ERROR_NO_MORE_FILES);
MEANS(Heap32Next, ERROR_NO_MORE_FILES, "the heap has no block after the one of lphe");
FAILS(Toolhelp32ReadProcessMemory, "0 last_error");
HAS_BUFFER(Toolhelp32ReadProcessMemory, 3, 4);
