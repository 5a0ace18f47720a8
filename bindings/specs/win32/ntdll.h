/*
 * What ntdll exports and <winternl.h> declares. A negative NTSTATUS is a failure; the others, as
 * STATUS_PENDING and STATUS_TIMEOUT, are results. <winnt.h> has few codes, and those unsigned:
 * a result is compared with those of <ntstatus.h>.
 */
GROUP(nthandle, STATUS_INVALID_HANDLE, "$ is no handle of an open object")
GROUP(nttype, STATUS_OBJECT_TYPE_MISMATCH, "$ is a handle of another kind of object")
GROUP(ntright, STATUS_ACCESS_DENIED, "$ lacks the access that this needs")
GROUP(ntclass, STATUS_INFO_LENGTH_MISMATCH, "the length is not that of the structure of $")
GROUP(ntclass, STATUS_INVALID_INFO_CLASS, "$ is not known, or not for this call")
GROUP(ntmemory, STATUS_ACCESS_VIOLATION, "$ lies outside the memory of the process")
GROUP(ntpath, STATUS_ACCESS_DENIED, "the file, or a directory, does not grant DesiredAccess")
GROUP(ntpath, STATUS_INVALID_PARAMETER, "options, attributes or access bits don't go together")
GROUP(ntpath, STATUS_OBJECT_NAME_INVALID, "the name in $ is no valid one")
GROUP(ntpath, STATUS_OBJECT_NAME_NOT_FOUND, "what $ names does not exist")
GROUP(ntpath, STATUS_OBJECT_PATH_NOT_FOUND, "a directory on the way in $ does not exist")
GROUP(ntpath, STATUS_OBJECT_PATH_SYNTAX_BAD,
      "the path in $ does not begin with a backslash, as NT paths do")
GROUP(ntpath, STATUS_SHARING_VIOLATION, "the file is open elsewhere and not shared for this")
GROUP(ntdevice, STATUS_BUFFER_TOO_SMALL, "OutputBufferLength is too small")
GROUP(ntdevice, STATUS_INVALID_DEVICE_REQUEST, "the device does not know $")
GROUP(ntdevice, STATUS_INVALID_PARAMETER, "the input is not valid for $")
GROUP(ntstring, STATUS_BUFFER_OVERFLOW, "the Buffer of $ is too small for the text")
GROUP(ntstring, STATUS_NO_MEMORY, "no memory is left for the Buffer of $")

/* Objects and files */
FAILS(NtClose, "negative result/STATUS_", STATUS_HANDLE_NOT_CLOSABLE, nthandle(Handle));
MEANS(NtClose, STATUS_HANDLE_NOT_CLOSABLE, "Handle is protected from being closed");
FAILS(NtCreateFile, "negative result/STATUS_, blocks", STATUS_DELETE_PENDING, STATUS_DISK_FULL,
      STATUS_FILE_IS_A_DIRECTORY, STATUS_NOT_A_DIRECTORY, STATUS_OBJECT_NAME_COLLISION,
      ntpath(ObjectAttributes));
MEANS(NtCreateFile, STATUS_DELETE_PENDING, "the file is to be deleted once all have closed it");
MEANS(NtCreateFile, STATUS_FILE_IS_A_DIRECTORY,
      "CreateOptions has FILE_NON_DIRECTORY_FILE, and the name is that of a directory");
MEANS(NtCreateFile, STATUS_NOT_A_DIRECTORY,
      "CreateOptions has FILE_DIRECTORY_FILE, and the name is that of a file");
MEANS(NtCreateFile, STATUS_OBJECT_NAME_COLLISION,
      "CreateDisposition is FILE_CREATE, and the name exists already");
FAILS(NtOpenFile, "negative result/STATUS_, blocks", STATUS_DELETE_PENDING,
      STATUS_FILE_IS_A_DIRECTORY, STATUS_NOT_A_DIRECTORY, ntpath(ObjectAttributes));
FAILS(NtDeviceIoControlFile, "negative result/STATUS_, blocks", ntdevice(IoControlCode),
      ntright(FileHandle), nthandle(FileHandle));
CALLS_BACK(NtDeviceIoControlFile, 3, kept);
HAS_BUFFER(NtDeviceIoControlFile, 7, 8);
HAS_BUFFER(NtDeviceIoControlFile, 9, 10);
FAILS(NtFsControlFile, "negative result/STATUS_, blocks", ntdevice(IoControlCode),
      ntright(FileHandle), nthandle(FileHandle));
CALLS_BACK(NtFsControlFile, 3, kept);
HAS_BUFFER(NtFsControlFile, 7, 8);
HAS_BUFFER(NtFsControlFile, 9, 10);
FAILS(NtQueryInformationFile, "negative result/STATUS_", STATUS_BUFFER_OVERFLOW,
      ntclass(FileInformationClass), ntright(hFile), nthandle(hFile));
MEANS(NtQueryInformationFile, STATUS_BUFFER_OVERFLOW, "len holds but the begin of the name");
HAS_BUFFER(NtQueryInformationFile, 3, 4);
FAILS(NtSetInformationFile, "negative result/STATUS_", STATUS_CANNOT_DELETE,
      STATUS_DIRECTORY_NOT_EMPTY, STATUS_OBJECT_NAME_COLLISION, ntclass(FileInformationClass),
      ntright(hFile), nthandle(hFile));
MEANS(NtSetInformationFile, STATUS_CANNOT_DELETE,
      "the file is read-only, or mapped as a program");
MEANS(NtSetInformationFile, STATUS_DIRECTORY_NOT_EMPTY, "a directory to delete has entries");
MEANS(NtSetInformationFile, STATUS_OBJECT_NAME_COLLISION, "the new name exists already");
HAS_BUFFER(NtSetInformationFile, 3, 4);
FAILS(NtQueryVolumeInformationFile, "negative result/STATUS_", STATUS_BUFFER_OVERFLOW,
      ntclass(FsInformationClass), ntright(hFile), nthandle(hFile));
HAS_BUFFER(NtQueryVolumeInformationFile, 3, 4);
FAILS(NtSetVolumeInformationFile, "negative result/STATUS_", ntclass(FileInformationClass),
      ntright(hFile), nthandle(hFile));
HAS_BUFFER(NtSetVolumeInformationFile, 3, 4);

/* Asking and waiting */
FAILS(NtQueryInformationProcess, "negative result/STATUS_", ntclass(ProcessInformationClass),
      ntmemory(ProcessInformation), ntright(ProcessHandle), nthandle(ProcessHandle),
      nttype(ProcessHandle));
HAS_BUFFER(NtQueryInformationProcess, 3, 4);
FAILS(NtSetInformationProcess, "negative result/STATUS_", STATUS_PRIVILEGE_NOT_HELD,
      ntclass(ProcessInformationClass), ntmemory(ProcessInformation), ntright(ProcessHandle),
      nthandle(ProcessHandle), nttype(ProcessHandle));
HAS_BUFFER(NtSetInformationProcess, 3, 4);
FAILS(NtQueryInformationThread, "negative result/STATUS_", ntclass(ThreadInformationClass),
      ntmemory(ThreadInformation), ntright(ThreadHandle), nthandle(ThreadHandle),
      nttype(ThreadHandle));
HAS_BUFFER(NtQueryInformationThread, 3, 4);
FAILS(NtQueryObject, "negative result/STATUS_", ntclass(ObjectInformationClass),
      nthandle(Handle));
MEANS(NtQueryObject, STATUS_INFO_LENGTH_MISMATCH,
      "ObjectInformationLength is too small: *ReturnLength says what it takes");
HAS_BUFFER(NtQueryObject, 3, 4);
FAILS(NtQuerySystemInformation, "negative result/STATUS_", ntclass(SystemInformationClass),
      ntmemory(SystemInformation));
MEANS(NtQuerySystemInformation, STATUS_INFO_LENGTH_MISMATCH,
      "SystemInformationLength is too small: what it takes may grow from call to call");
HAS_BUFFER(NtQuerySystemInformation, 2, 3);
FAILS(NtQuerySystemTime, "negative result/STATUS_", ntmemory(SystemTime));
FAILS(NtWaitForSingleObject, "negative result/STATUS_, blocks", ntright(Handle),
      nthandle(Handle), nttype(Handle));
MEANS(NtWaitForSingleObject, STATUS_ACCESS_DENIED, "Handle lacks SYNCHRONIZE");
MEANS(NtWaitForSingleObject, STATUS_OBJECT_TYPE_MISMATCH,
      "Handle is one that can't be waited for");

/* The registry */
FAILS(NtRenameKey, "negative result/STATUS_", ntright(KeyHandle), nthandle(KeyHandle));
FAILS(NtSetInformationKey, "negative result/STATUS_", ntclass(KeySetInformationClass),
      ntright(KeyHandle), nthandle(KeyHandle));
FAILS(NtQueryMultipleValueKey, "negative result/STATUS_", STATUS_BUFFER_OVERFLOW,
      STATUS_OBJECT_NAME_NOT_FOUND, ntright(KeyHandle), nthandle(KeyHandle));
FAILS(NtNotifyChangeMultipleKeys, "negative result/STATUS_, blocks", STATUS_INVALID_PARAMETER,
      ntright(MasterKeyHandle), nthandle(MasterKeyHandle));
CALLS_BACK(NtNotifyChangeMultipleKeys, 5, kept);
HAS_BUFFER(NtNotifyChangeMultipleKeys, 10, 11);

/* Strings */
NEVER_FAILS(RtlInitString);
NEVER_FAILS(RtlInitAnsiString);
NEVER_FAILS(RtlInitUnicodeString);
NEVER_FAILS(RtlFreeAnsiString);
NEVER_FAILS(RtlFreeOemString);
NEVER_FAILS(RtlFreeUnicodeString);
NEVER_FAILS(RtlPrefixUnicodeString);
NEVER_FAILS(RtlIsNameLegalDOS8Dot3);
FAILS(RtlInitStringEx, "negative result/STATUS_", STATUS_NAME_TOO_LONG);
MEANS(RtlInitStringEx, STATUS_NAME_TOO_LONG,
      "SourceString is longer than a Length of 16 bits tells");
LIKE(RtlInitAnsiStringEx, RtlInitStringEx);
FAILS(RtlAnsiStringToUnicodeString, "negative result/STATUS_", STATUS_INVALID_PARAMETER_2,
      ntstring(DestinationString));
MEANS(RtlAnsiStringToUnicodeString, STATUS_INVALID_PARAMETER_2,
      "SourceString is longer than a Length of 16 bits tells in wide characters");
FAILS(RtlUnicodeStringToAnsiString, "negative result/STATUS_", ntstring(DestinationString));
LIKE(RtlUnicodeStringToOemString, RtlUnicodeStringToAnsiString);
FAILS(RtlUnicodeToMultiByteSize, "negative result/STATUS_");
FAILS(RtlConvertSidToUnicodeString, "negative result/STATUS_", STATUS_INVALID_SID,
      ntstring(UnicodeString));
MEANS(RtlConvertSidToUnicodeString, STATUS_INVALID_SID, "Sid is not valid");
FAILS(RtlCharToInteger, "negative result/STATUS_", STATUS_INVALID_PARAMETER,
      ntmemory(Value));
MEANS(RtlCharToInteger, STATUS_INVALID_PARAMETER, "Base is none of 0, 2, 8, 10 and 16");
FAILS(RtlCreateUnicodeStringFromAsciiz, "0 none");
FAILS(RtlDosPathNameToNtPathName_U, "0 none");

/* Times, numbers, memory; RtlTimeToSecondsSince1970 fails beyond the years 1970 to 2105. */
NEVER_FAILS(RtlNtStatusToDosError);
FAILS(RtlLocalTimeToSystemTime, "negative result/STATUS_");
FAILS(RtlTimeToSecondsSince1970, "0 none");
NEVER_FAILS(RtlUniform);
FAILS(RtlAllocateHeap, "NULL none");
FAILS(RtlFreeHeap, "0 none");
FREES_ON_SUCCESS(RtlFreeHeap, 3);
FAILS(RtlCreateHeap, "NULL none");
FAILS(RtlDestroyHeap, "nonzero none");
NEVER_FAILS(RtlCompareMemory);
NEVER_FAILS(RtlCaptureContext);
REFUSE(RtlUnwind, "leaves frames that have to end, those of the binding; return an error");
REFUSE(RtlUnwindEx, "leaves frames that have to end, those of the binding; return an error");
REFUSE(RtlRestoreContext, "its target knows nothing of the binding's frames; use a thread");
