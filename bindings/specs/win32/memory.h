/*
 * Memory: <memoryapi.h>, <heapapi.h>, the older handles of <winbase.h>, and what maps files.
 */
EACH_MEANS(ERROR_COMMITMENT_LIMIT, "the paging files have no room left for so much memory")
EACH_MEANS(ERROR_WORKING_SET_QUOTA, "the process's working set has no room for it")

/* Pages of the own and of other processes. */
GROUP(pages, ERROR_INVALID_ADDRESS, "$ is not within pages of the kind that this needs")
GROUP(reserve, ERROR_INVALID_ADDRESS, "the pages at $ are taken, out of reach or not reserved")
GROUP(reserve, ERROR_INVALID_PARAMETER,
      "dwSize is 0, flAllocationType or flProtect is not valid, or they don't go with $")
GROUP(reserve, ERROR_NOT_ENOUGH_MEMORY, "the address space or the memory has no room for it")
GROUP(reserve, ERROR_PRIVILEGE_NOT_HELD, "MEM_LARGE_PAGES takes SE_LOCK_MEMORY_NAME")
GROUP(memoryof, ERROR_INVALID_HANDLE, "$ is no handle of a process")
GROUP(memoryof, ERROR_ACCESS_DENIED,
      "$ lacks the access that this needs, as PROCESS_VM_OPERATION")
GROUP(protect, ERROR_INVALID_PARAMETER, "$ is no protection, or not for such pages")
GROUP(protect, ERROR_NOACCESS, "the old protection has nowhere to go: the pointer is not valid")
FAILS(VirtualAlloc, "NULL last_error", ERROR_COMMITMENT_LIMIT, reserve(lpAddress));
FAILS(VirtualAllocEx, "NULL last_error", ERROR_COMMITMENT_LIMIT, reserve(lpAddress),
      memoryof(hProcess));
FAILS(VirtualAllocExNuma, "NULL last_error", ERROR_COMMITMENT_LIMIT, reserve(lpAddress),
      memoryof(hProcess));
FAILS(VirtualAllocFromApp, "NULL last_error", ERROR_ACCESS_DENIED, ERROR_INVALID_ADDRESS,
      ERROR_INVALID_PARAMETER, ERROR_NOT_ENOUGH_MEMORY);
FAILS(VirtualFree, "0 last_error", ERROR_INVALID_PARAMETER, pages(lpAddress));
MEANS(VirtualFree, ERROR_INVALID_ADDRESS,
      "lpAddress is not where VirtualAlloc reserved pages, or the range leaves those");
MEANS(VirtualFree, ERROR_INVALID_PARAMETER,
      "dwFreeType is not valid, or has MEM_RELEASE while dwSize is not 0");
FAILS(VirtualFreeEx, "0 last_error", ERROR_INVALID_PARAMETER, memoryof(hProcess),
      pages(lpAddress));
MEANS(VirtualFreeEx, ERROR_INVALID_PARAMETER,
      "dwFreeType is not valid, or has MEM_RELEASE while dwSize is not 0");
FAILS(VirtualProtect, "0 last_error", pages(lpAddress), protect(flNewProtect));
MEANS(VirtualProtect, ERROR_INVALID_ADDRESS, "a page of the range is not committed");
FAILS(VirtualProtectEx, "0 last_error", memoryof(hProcess), pages(lpAddress),
      protect(flNewProtect));
MEANS(VirtualProtectEx, ERROR_INVALID_ADDRESS, "a page of the range is not committed");
LIKE(VirtualProtectFromApp, VirtualProtect);
FAILS(VirtualQuery, "0 last_error", ERROR_BAD_LENGTH, ERROR_INVALID_PARAMETER);
MEANS(VirtualQuery, ERROR_BAD_LENGTH, "dwLength is less than a MEMORY_BASIC_INFORMATION");
MEANS(VirtualQuery, ERROR_INVALID_PARAMETER, "lpAddress is the kernel's");
FAILS(VirtualQueryEx, "0 last_error", ERROR_BAD_LENGTH, ERROR_INVALID_PARAMETER,
      memoryof(hProcess));
MEANS(VirtualQueryEx, ERROR_ACCESS_DENIED, "hProcess lacks PROCESS_QUERY_INFORMATION");
MEANS(VirtualQueryEx, ERROR_BAD_LENGTH, "dwLength is less than a MEMORY_BASIC_INFORMATION");
MEANS(VirtualQueryEx, ERROR_INVALID_PARAMETER, "lpAddress is the kernel's");
HAS_BUFFER(VirtualQuery, 2, 3);
HAS_BUFFER(VirtualQueryEx, 3, 4);
FAILS(VirtualLock, "0 last_error", ERROR_NOACCESS, ERROR_WORKING_SET_QUOTA, pages(lpAddress));
MEANS(VirtualLock, ERROR_NOACCESS, "a page of the range is not committed or can't be touched");
MEANS(VirtualLock, ERROR_WORKING_SET_QUOTA,
      "that is more than the minimum working set allows: call SetProcessWorkingSetSize");
FAILS(VirtualUnlock, "0 last_error", ERROR_NOT_LOCKED);
MEANS(VirtualUnlock, ERROR_NOT_LOCKED, "a page of the range was not locked");
FAILS(VirtualUnlockEx, "0 last_error", ERROR_NOT_LOCKED, memoryof(Process));
FAILS(ReadProcessMemory, "0 last_error", ERROR_NOACCESS, ERROR_PARTIAL_COPY,
      memoryof(hProcess));
MEANS(ReadProcessMemory, ERROR_ACCESS_DENIED, "hProcess lacks PROCESS_VM_READ");
MEANS(ReadProcessMemory, ERROR_NOACCESS, "lpBuffer lies outside the memory of this process");
MEANS(ReadProcessMemory, ERROR_PARTIAL_COPY,
      "a part of the range can't be read: *lpNumberOfBytesRead says how much was");
HAS_BUFFER(ReadProcessMemory, 3, 4);
FAILS(WriteProcessMemory, "0 last_error", ERROR_NOACCESS, ERROR_PARTIAL_COPY,
      memoryof(hProcess));
MEANS(WriteProcessMemory, ERROR_ACCESS_DENIED,
      "hProcess lacks PROCESS_VM_WRITE and PROCESS_VM_OPERATION");
MEANS(WriteProcessMemory, ERROR_NOACCESS,
      "the range can't be written to, or lpBuffer lies outside the memory of this process");
MEANS(WriteProcessMemory, ERROR_PARTIAL_COPY,
      "a part of the range can't be written: *lpNumberOfBytesWritten says how much was");
HAS_BUFFER(WriteProcessMemory, 3, 4);
FAILS(PrefetchVirtualMemory, "0 last_error", ERROR_INVALID_PARAMETER, memoryof(hProcess));
HAS_ARRAY(PrefetchVirtualMemory, 3, 2);
FAILS(DiscardVirtualMemory, "nonzero result/ERROR_", ERROR_INVALID_PARAMETER);
MEANS(DiscardVirtualMemory, ERROR_INVALID_PARAMETER,
      "the range is not of whole pages that are committed and can be written");
LIKE(OfferVirtualMemory, DiscardVirtualMemory);
FAILS(ReclaimVirtualMemory, "nonzero result/ERROR_", ERROR_BUSY, ERROR_INVALID_PARAMETER);
MEANS(ReclaimVirtualMemory, ERROR_BUSY,
      "the pages are the process's again, but what was in them is lost: write it anew");
FAILS(GetWriteWatch, "nonzero none");
FAILS(ResetWriteWatch, "nonzero none");
FAILS(AllocateUserPhysicalPages, "0 last_error", ERROR_NOT_ENOUGH_MEMORY,
      ERROR_PRIVILEGE_NOT_HELD);
MEANS(AllocateUserPhysicalPages, ERROR_PRIVILEGE_NOT_HELD,
      "the caller lacks SE_LOCK_MEMORY_NAME");
LIKE(AllocateUserPhysicalPagesNuma, AllocateUserPhysicalPages);
FAILS(FreeUserPhysicalPages, "0 last_error", ERROR_INVALID_PARAMETER);
FAILS(MapUserPhysicalPages, "0 last_error", ERROR_INVALID_PARAMETER);
FAILS(MapUserPhysicalPagesScatter, "0 last_error", ERROR_INVALID_PARAMETER);
FAILS(CreateMemoryResourceNotification, "NULL last_error", ERROR_INVALID_PARAMETER);
FAILS(QueryMemoryResourceNotification, "0 last_error", ERROR_INVALID_PARAMETER);
GROUP(workingset, ERROR_INVALID_HANDLE, "$ is no handle of a process")
GROUP(workingset, ERROR_ACCESS_DENIED, "$ lacks the access that this needs")
FAILS(GetProcessWorkingSetSize, "0 last_error", workingset(hProcess));
LIKE(GetProcessWorkingSetSizeEx, GetProcessWorkingSetSize);
FAILS(SetProcessWorkingSetSize, "0 last_error", ERROR_INVALID_PARAMETER,
      ERROR_PRIVILEGE_NOT_HELD, workingset(hProcess));
MEANS(SetProcessWorkingSetSize, ERROR_INVALID_PARAMETER,
      "the minimum is above the maximum, or just one of the two is all ones");
MEANS(SetProcessWorkingSetSize, ERROR_PRIVILEGE_NOT_HELD,
      "it takes SE_INC_WORKING_SET_NAME to raise the sizes");
LIKE(SetProcessWorkingSetSizeEx, SetProcessWorkingSetSize);
FAILS(RegisterBadMemoryNotification, "NULL last_error");
CALLS_BACK(RegisterBadMemoryNotification, 1, kept);
FAILS(UnregisterBadMemoryNotification, "0 last_error");
FAILS(GetMemoryErrorHandlingCapabilities, "0 last_error");
FAILS(GetSystemFileCacheSize, "0 last_error");
FAILS(SetSystemFileCacheSize, "0 last_error", ERROR_INVALID_PARAMETER,
      ERROR_PRIVILEGE_NOT_HELD);
MEANS(SetSystemFileCacheSize, ERROR_PRIVILEGE_NOT_HELD,
      "the caller lacks SE_INCREASE_QUOTA_NAME");
NEVER_FAILS(GetLargePageMinimum);
NEVER_FAILS(IsBadReadPtr);
NEVER_FAILS(IsBadHugeReadPtr);
NEVER_FAILS(IsBadWritePtr);
NEVER_FAILS(IsBadHugeWritePtr);
NEVER_FAILS(IsBadCodePtr);
NEVER_FAILS(IsBadStringPtrW);
NEVER_FAILS(IsBadStringPtrA);

/* Mapped files; ERROR_ALREADY_EXISTS comes with a success alone: what exists is open now. */
GROUP(mapped, ERROR_ACCESS_DENIED, "$ lacks the access that this protection needs")
GROUP(mapped, ERROR_BAD_EXE_FORMAT, "flProtect has SEC_IMAGE, and $ is no program or DLL")
GROUP(mapped, ERROR_FILE_INVALID, "$ is empty, and no size was given")
GROUP(mapped, ERROR_INVALID_HANDLE,
      "$ is no handle of a file, or the name is that of another kind of object")
GROUP(mapped, ERROR_INVALID_PARAMETER, "the protection or the size is not valid")
GROUP(mapped, ERROR_DISK_FULL, "the file can't grow to the size that was given")
GROUP(view, ERROR_ACCESS_DENIED,
      "the access is more than $ allows, or the view reaches beyond its end")
GROUP(view, ERROR_INVALID_HANDLE, "$ is no handle of a file mapping")
GROUP(view, ERROR_INVALID_PARAMETER, "the access is not valid, or the size is above all bounds")
GROUP(view, ERROR_MAPPED_ALIGNMENT,
      "the offset or address is no multiple of the allocation granularity (64 KiB)")
GROUP(view, ERROR_NOT_ENOUGH_MEMORY, "the address space has no such gap left")
GROUP(viewaddress, ERROR_INVALID_ADDRESS, "no view begins at $")
FAILS(CreateFileMappingW, "NULL last_error", ERROR_COMMITMENT_LIMIT, ERROR_NOT_ENOUGH_MEMORY,
      mapped(hFile));
LIKE(CreateFileMappingA, CreateFileMappingW);
LIKE(CreateFileMappingNumaW, CreateFileMappingW);
LIKE(CreateFileMappingNumaA, CreateFileMappingW);
LIKE(CreateFileMappingFromApp, CreateFileMappingW);
FAILS(OpenFileMappingW, "NULL last_error", ERROR_ACCESS_DENIED, ERROR_FILE_NOT_FOUND,
      ERROR_INVALID_HANDLE);
MEANS(OpenFileMappingW, ERROR_FILE_NOT_FOUND, "there is no file mapping of this name");
MEANS(OpenFileMappingW, ERROR_INVALID_HANDLE, "the name is that of another kind of object");
LIKE(OpenFileMappingA, OpenFileMappingW);
LIKE(OpenFileMappingFromApp, OpenFileMappingW);
FAILS(MapViewOfFile, "NULL last_error", view(hFileMappingObject));
LIKE(MapViewOfFileFromApp, MapViewOfFile);
FAILS(MapViewOfFileEx, "NULL last_error", ERROR_INVALID_ADDRESS, view(hFileMappingObject));
MEANS(MapViewOfFileEx, ERROR_INVALID_ADDRESS,
      "lpBaseAddress has no gap of this size behind it: NULL lets the system choose");
LIKE(MapViewOfFileExNuma, MapViewOfFileEx);
FAILS(UnmapViewOfFile, "0 last_error", viewaddress(lpBaseAddress));
FREES_ON_SUCCESS(UnmapViewOfFile, 1);
FAILS(UnmapViewOfFileEx, "0 last_error", ERROR_INVALID_PARAMETER, viewaddress(BaseAddress));
FREES_ON_SUCCESS(UnmapViewOfFileEx, 1);
FAILS(UnmapViewOfFile2, "0 last_error", memoryof(Process), viewaddress(BaseAddress));
FAILS(FlushViewOfFile, "0 last_error", ERROR_INVALID_ADDRESS, ERROR_LOCK_VIOLATION);
MEANS(FlushViewOfFile, ERROR_INVALID_ADDRESS, "lpBaseAddress is in no view of a file");
MEANS(FlushViewOfFile, ERROR_LOCK_VIOLATION, "a part of the file is locked");

/* Heaps; HeapAlloc and HeapReAlloc set no code, and raise with HEAP_GENERATE_EXCEPTIONS. */
GROUP(heap, ERROR_INVALID_HANDLE, "$ is no handle of a heap")
FAILS(GetProcessHeap, "NULL last_error");
FAILS(GetProcessHeaps, "0 last_error");
HAS_ARRAY(GetProcessHeaps, 2, 1);
FAILS(HeapCreate, "NULL last_error", ERROR_INVALID_PARAMETER, ERROR_NOT_ENOUGH_MEMORY);
FAILS(HeapDestroy, "0 last_error", heap(hHeap));
FAILS(HeapAlloc, "NULL none");
FAILS(HeapReAlloc, "NULL none");
FREES_ON_SUCCESS(HeapReAlloc, 3);
FAILS(HeapFree, "0 last_error", ERROR_INVALID_PARAMETER);
MEANS(HeapFree, ERROR_INVALID_PARAMETER, "lpMem is no block of this heap");
FREES_ON_SUCCESS(HeapFree, 3);
FAILS(HeapSize, "-1 none");
FAILS(HeapCompact, "0 last_error, clear");
NEVER_FAILS(HeapValidate);
FAILS(HeapLock, "0 last_error", heap(hHeap));
FAILS(HeapUnlock, "0 last_error", heap(hHeap));
FAILS(HeapSummary, "0 last_error", ERROR_INVALID_PARAMETER, heap(hHeap));
FAILS(HeapWalk, "0 last_error", ERROR_NO_MORE_ITEMS, heap(hHeap));
MEANS(HeapWalk, ERROR_NO_MORE_ITEMS, "the walk is at its end");
FAILS(HeapQueryInformation, "0 last_error", ERROR_INSUFFICIENT_BUFFER, ERROR_INVALID_PARAMETER);
MEANS(HeapQueryInformation, ERROR_INSUFFICIENT_BUFFER,
      "HeapInformationLength is too small: *ReturnLength says what it takes");
FAILS(HeapSetInformation, "0 last_error", ERROR_INVALID_PARAMETER);
MEANS(HeapSetInformation, ERROR_INVALID_PARAMETER,
      "the class is not known, or the heap can't change so any more");

/* Handles of memory. Free answers NULL for success; 0 of Unlock means "not locked any more". */
GROUP(memhandle, ERROR_INVALID_HANDLE, "$ is no handle of memory that is allocated")
GROUP(memdiscarded, ERROR_DISCARDED, "$ was discarded and holds nothing now")
FAILS(GlobalAlloc, "NULL last_error", ERROR_NOT_ENOUGH_MEMORY);
LIKE(LocalAlloc, GlobalAlloc);
FAILS(GlobalReAlloc, "NULL last_error", ERROR_NOT_ENOUGH_MEMORY, memhandle(hMem));
LIKE(LocalReAlloc, GlobalReAlloc);
FREES_ON_SUCCESS(GlobalReAlloc, 1);
FREES_ON_SUCCESS(LocalReAlloc, 1);
FAILS(GlobalFree, "nonzero last_error", memhandle(hMem));
FREES_ON_SUCCESS(GlobalFree, 1);
LIKE(LocalFree, GlobalFree);
FREES_ON_SUCCESS(LocalFree, 1);
FAILS(GlobalLock, "NULL last_error", memdiscarded(hMem), memhandle(hMem));
LIKE(LocalLock, GlobalLock);
FAILS(GlobalUnlock, "0 last_error, clear", ERROR_NOT_LOCKED, memhandle(hMem));
MEANS(GlobalUnlock, ERROR_NOT_LOCKED, "hMem was not locked");
LIKE(LocalUnlock, GlobalUnlock);
FAILS(GlobalSize, "0 last_error, clear", memhandle(hMem));
LIKE(LocalSize, GlobalSize);
FAILS(GlobalFlags, "GMEM_INVALID_HANDLE last_error", memhandle(hMem));
FAILS(LocalFlags, "LMEM_INVALID_HANDLE last_error", memhandle(hMem));
FAILS(GlobalHandle, "NULL last_error", ERROR_INVALID_HANDLE);
MEANS(GlobalHandle, ERROR_INVALID_HANDLE, "pMem is not where GlobalLock put such memory");
LIKE(LocalHandle, GlobalHandle);
