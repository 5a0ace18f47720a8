/*
 * <psapi.h>: which processes, modules and drivers there are, and how much memory they use. The
 * names without K32 are aliases.
 */
GROUP(psread, ERROR_ACCESS_DENIED,
      "$ lacks PROCESS_QUERY_INFORMATION or PROCESS_VM_READ, or its process is protected")
GROUP(psread, ERROR_INVALID_HANDLE, "$ is no handle of a process, or was closed")
GROUP(psread, ERROR_PARTIAL_COPY,
      "the process of $ is of 64 bits and the caller is not, or it only starts or ends")
FAILS(K32EnumProcesses, "0 last_error");
HAS_BUFFER(K32EnumProcesses, 1, 2);
FAILS(K32EnumProcessModules, "0 last_error", psread(hProcess));
HAS_BUFFER(K32EnumProcessModules, 2, 3);
LIKE(K32EnumProcessModulesEx, K32EnumProcessModules);
HAS_BUFFER(K32EnumProcessModulesEx, 2, 3);
FAILS(K32EnumDeviceDrivers, "0 last_error");
HAS_BUFFER(K32EnumDeviceDrivers, 1, 2);
FAILS(K32EnumPageFilesW, "0 last_error");
LIKE(K32EnumPageFilesA, K32EnumPageFilesW);
CALLS_BACK_AW(K32EnumPageFiles, 1, call);
FAILS(K32GetModuleBaseNameW, "0 last_error", psread(hProcess));
LIKE(K32GetModuleBaseNameA, K32GetModuleBaseNameW);
HAS_ARRAY_AW(K32GetModuleBaseName, 3, 4);
FAILS(K32GetModuleFileNameExW, "0 last_error", psread(hProcess));
LIKE(K32GetModuleFileNameExA, K32GetModuleFileNameExW);
HAS_ARRAY_AW(K32GetModuleFileNameEx, 3, 4);
FAILS(K32GetModuleInformation, "0 last_error", psread(hProcess));
HAS_BUFFER(K32GetModuleInformation, 3, 4);
FAILS(K32GetMappedFileNameW, "0 last_error", process_query(hProcess));
LIKE(K32GetMappedFileNameA, K32GetMappedFileNameW);
HAS_ARRAY_AW(K32GetMappedFileName, 3, 4);
FAILS(K32GetProcessImageFileNameW, "0 last_error", ERROR_INSUFFICIENT_BUFFER,
      process_ask(hProcess));
MEANS(K32GetProcessImageFileNameW, ERROR_INSUFFICIENT_BUFFER,
      "nSize is too small for the name");
LIKE(K32GetProcessImageFileNameA, K32GetProcessImageFileNameW);
HAS_ARRAY_AW(K32GetProcessImageFileName, 2, 3);
FAILS(K32GetDeviceDriverBaseNameW, "0 last_error");
LIKE(K32GetDeviceDriverBaseNameA, K32GetDeviceDriverBaseNameW);
HAS_ARRAY_AW(K32GetDeviceDriverBaseName, 2, 3);
FAILS(K32GetDeviceDriverFileNameW, "0 last_error");
LIKE(K32GetDeviceDriverFileNameA, K32GetDeviceDriverFileNameW);
HAS_ARRAY_AW(K32GetDeviceDriverFileName, 2, 3);
FAILS(K32GetProcessMemoryInfo, "0 last_error", process_ask(Process));
HAS_BUFFER(K32GetProcessMemoryInfo, 2, 3);
FAILS(K32GetPerformanceInfo, "0 last_error", ERROR_BAD_LENGTH);
MEANS(K32GetPerformanceInfo, ERROR_BAD_LENGTH, "cb is less than the structure");
HAS_BUFFER(K32GetPerformanceInfo, 1, 2);
FAILS(K32QueryWorkingSet, "0 last_error", ERROR_BAD_LENGTH, psread(hProcess));
MEANS(K32QueryWorkingSet, ERROR_BAD_LENGTH,
      "cb is too small: NumberOfEntries at pv says how many there are");
HAS_BUFFER(K32QueryWorkingSet, 2, 3);
FAILS(K32QueryWorkingSetEx, "0 last_error", process_query(hProcess));
HAS_BUFFER(K32QueryWorkingSetEx, 2, 3);
FAILS(K32EmptyWorkingSet, "0 last_error", ERROR_ACCESS_DENIED, ERROR_INVALID_HANDLE);
FAILS(K32InitializeProcessForWsWatch, "0 last_error", process_query(hProcess));
FAILS(K32GetWsChanges, "0 last_error", ERROR_INSUFFICIENT_BUFFER, process_query(hProcess));
HAS_BUFFER(K32GetWsChanges, 2, 3);
FAILS(K32GetWsChangesEx, "0 last_error", ERROR_INSUFFICIENT_BUFFER, process_query(hProcess));
