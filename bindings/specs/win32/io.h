/*
 * Paths and names, volumes and drives, notifications of changes; overlapped calls, completion
 * ports and devices; pipes and mailslots; serial ports and tapes. Wants files.h in front.
 */

/* Paths: 0 is a failure, more than the buffer holds is the length that it takes. */
FAILS(GetFullPathNameW, "0 last_error", ERROR_INVALID_NAME, ERROR_NOT_ENOUGH_MEMORY);
MEANS(GetFullPathNameW, ERROR_INVALID_NAME, "lpFileName is empty or no path");
LIKE(GetFullPathNameA, GetFullPathNameW);
HAS_ARRAY(GetFullPathNameW, 3, 2);
HAS_ARRAY(GetFullPathNameA, 3, 2);
FAILS(GetLongPathNameW, "0 last_error", ERROR_ACCESS_DENIED, filepath(lpszShortPath));
LIKE(GetLongPathNameA, GetLongPathNameW);
HAS_ARRAY(GetLongPathNameW, 2, 3);
HAS_ARRAY(GetLongPathNameA, 2, 3);
FAILS(GetShortPathNameW, "0 last_error", ERROR_ACCESS_DENIED, filepath(lpszLongPath));
LIKE(GetShortPathNameA, GetShortPathNameW);
HAS_ARRAY(GetShortPathNameW, 2, 3);
HAS_ARRAY(GetShortPathNameA, 2, 3);
FAILS(GetFinalPathNameByHandleW, "0 last_error", ERROR_INVALID_PARAMETER,
      ERROR_NOT_ENOUGH_MEMORY, ERROR_PATH_NOT_FOUND, filehandle(hFile));
MEANS(GetFinalPathNameByHandleW, ERROR_INVALID_PARAMETER, "dwFlags holds an unknown bit");
MEANS(GetFinalPathNameByHandleW, ERROR_PATH_NOT_FOUND,
      "the volume has no name of the kind that dwFlags asks for, as a drive letter");
LIKE(GetFinalPathNameByHandleA, GetFinalPathNameByHandleW);
HAS_ARRAY(GetFinalPathNameByHandleW, 2, 3);
HAS_ARRAY(GetFinalPathNameByHandleA, 2, 3);
FAILS(GetTempPathW, "0 last_error");
LIKE(GetTempPathA, GetTempPathW);
HAS_ARRAY(GetTempPathW, 2, 1);
HAS_ARRAY(GetTempPathA, 2, 1);
FAILS(GetTempFileNameW, "0 last_error", ERROR_ACCESS_DENIED, ERROR_BUFFER_OVERFLOW,
      ERROR_DIRECTORY, ERROR_DISK_FULL, ERROR_FILE_EXISTS, ERROR_WRITE_PROTECT);
MEANS(GetTempFileNameW, ERROR_ACCESS_DENIED, "the caller may not make a file in lpPathName");
MEANS(GetTempFileNameW, ERROR_BUFFER_OVERFLOW,
      "lpPathName is longer than MAX_PATH leaves room for behind it (14 characters)");
MEANS(GetTempFileNameW, ERROR_DIRECTORY, "lpPathName is no directory that exists");
MEANS(GetTempFileNameW, ERROR_FILE_EXISTS, "all 65535 names of this prefix are taken");
LIKE(GetTempFileNameA, GetTempFileNameW);
HOLDS(GetTempFileNameW, 4, 260);
HOLDS(GetTempFileNameA, 4, 260);
FAILS(GetCurrentDirectoryW, "0 last_error");
LIKE(GetCurrentDirectoryA, GetCurrentDirectoryW);
HAS_ARRAY(GetCurrentDirectoryW, 2, 1);
HAS_ARRAY(GetCurrentDirectoryA, 2, 1);
FAILS(SetCurrentDirectoryW, "0 last_error", ERROR_ACCESS_DENIED, ERROR_DIRECTORY,
      filelong(lpPathName), filepath(lpPathName));
MEANS(SetCurrentDirectoryW, ERROR_DIRECTORY, "lpPathName is no directory");
LIKE(SetCurrentDirectoryA, SetCurrentDirectoryW);
FAILS(SearchPathW, "0 last_error", ERROR_FILE_NOT_FOUND);
MEANS(SearchPathW, ERROR_FILE_NOT_FOUND, "lpFileName is in none of the directories");
LIKE(SearchPathA, SearchPathW);
HAS_ARRAY(SearchPathW, 5, 4);
HAS_ARRAY(SearchPathA, 5, 4);
FAILS(CheckNameLegalDOS8Dot3W, "0 last_error", ERROR_INVALID_PARAMETER);
LIKE(CheckNameLegalDOS8Dot3A, CheckNameLegalDOS8Dot3W);
FAILS(GetBinaryTypeW, "0 last_error", ERROR_ACCESS_DENIED, ERROR_BAD_EXE_FORMAT,
      filepath(lpApplicationName));
MEANS(GetBinaryTypeW, ERROR_BAD_EXE_FORMAT, "lpApplicationName is a DLL or no program at all");
LIKE(GetBinaryTypeA, GetBinaryTypeW);
NEVER_FAILS(AreFileApisANSI);
NEVER_FAILS(SetFileApisToANSI);
NEVER_FAILS(SetFileApisToOEM);
NEVER_FAILS(SetHandleCount);

/* Volumes and drives; GetDriveType's answer to what is no drive is DRIVE_NO_ROOT_DIR. */
GROUP(volumepath, ERROR_INVALID_NAME, "$ is no root directory, or does not end in a backslash")
GROUP(volumepath, ERROR_PATH_NOT_FOUND, "$ leads to no volume")
GROUP(volumename, ERROR_INVALID_NAME,
      "$ is no name of a volume, or does not end in a backslash")
GROUP(volumename, ERROR_FILE_NOT_FOUND, "there is no volume $")
GROUP(mountpoint, ERROR_NOT_A_REPARSE_POINT, "$ is a directory where nothing is mounted")
GROUP(namebuffer, ERROR_FILENAME_EXCED_RANGE, "$ is too small for the name")
GROUP(morebuffer, ERROR_MORE_DATA, "$ is too small for all of it")
NEVER_FAILS(GetDriveTypeW);
NEVER_FAILS(GetDriveTypeA);
FAILS(GetLogicalDrives, "0 last_error");
FAILS(GetLogicalDriveStringsW, "0 last_error");
LIKE(GetLogicalDriveStringsA, GetLogicalDriveStringsW);
HAS_ARRAY(GetLogicalDriveStringsW, 2, 1);
HAS_ARRAY(GetLogicalDriveStringsA, 2, 1);
FAILS(GetDiskFreeSpaceW, "0 last_error", ERROR_ACCESS_DENIED, ERROR_NOT_READY,
      volumepath(lpRootPathName));
LIKE(GetDiskFreeSpaceA, GetDiskFreeSpaceW);
FAILS(GetDiskFreeSpaceExW, "0 last_error", ERROR_ACCESS_DENIED, ERROR_NOT_READY,
      filepath(lpDirectoryName));
LIKE(GetDiskFreeSpaceExA, GetDiskFreeSpaceExW);
FAILS(GetVolumeInformationW, "0 last_error", ERROR_ACCESS_DENIED, ERROR_DIR_NOT_ROOT,
      ERROR_MORE_DATA, ERROR_NOT_READY, ERROR_UNRECOGNIZED_VOLUME, volumepath(lpRootPathName));
MEANS(GetVolumeInformationW, ERROR_DIR_NOT_ROOT, "lpRootPathName is no root directory");
MEANS(GetVolumeInformationW, ERROR_UNRECOGNIZED_VOLUME,
      "no file system driver knows what is on the volume: it may be damaged or unformatted");
LIKE(GetVolumeInformationA, GetVolumeInformationW);
HAS_ARRAY_AW(GetVolumeInformation, 2, 3);
HAS_ARRAY_AW(GetVolumeInformation, 7, 8);
FAILS(GetVolumeInformationByHandleW, "0 last_error", filehandle(hFile));
FAILS(SetVolumeLabelW, "0 last_error", ERROR_ACCESS_DENIED, ERROR_LABEL_TOO_LONG,
      ERROR_NOT_READY, ERROR_WRITE_PROTECT, volumepath(lpRootPathName));
MEANS(SetVolumeLabelW, ERROR_LABEL_TOO_LONG,
      "lpVolumeName is longer than the file system allows: 32 characters, on FAT 11");
LIKE(SetVolumeLabelA, SetVolumeLabelW);
FAILS(FindFirstVolumeW, "INVALID_HANDLE_VALUE last_error", namebuffer(lpszVolumeName));
LIKE(FindFirstVolumeA, FindFirstVolumeW);
FAILS(FindNextVolumeW, "0 last_error", ERROR_NO_MORE_FILES, namebuffer(lpszVolumeName),
      findhandle(hFindVolume));
MEANS(FindNextVolumeW, ERROR_NO_MORE_FILES, "there are no further volumes");
LIKE(FindNextVolumeA, FindNextVolumeW);
FAILS(FindVolumeClose, "0 last_error", findhandle(hFindVolume));
FAILS(FindFirstVolumeMountPointW, "INVALID_HANDLE_VALUE last_error", ERROR_ACCESS_DENIED,
      ERROR_NO_MORE_FILES, volumename(lpszRootPathName), namebuffer(lpszVolumeMountPoint));
MEANS(FindFirstVolumeMountPointW, ERROR_NO_MORE_FILES, "the volume has no mount points");
LIKE(FindFirstVolumeMountPointA, FindFirstVolumeMountPointW);
FAILS(FindNextVolumeMountPointW, "0 last_error", ERROR_NO_MORE_FILES,
      namebuffer(lpszVolumeMountPoint), findhandle(hFindVolumeMountPoint));
MEANS(FindNextVolumeMountPointW, ERROR_NO_MORE_FILES, "the volume has no further mount points");
LIKE(FindNextVolumeMountPointA, FindNextVolumeMountPointW);
FAILS(FindVolumeMountPointClose, "0 last_error", findhandle(hFindVolumeMountPoint));
FAILS(GetVolumeNameForVolumeMountPointW, "0 last_error", ERROR_ACCESS_DENIED,
      mountpoint(lpszVolumeMountPoint), namebuffer(lpszVolumeName),
      volumepath(lpszVolumeMountPoint));
LIKE(GetVolumeNameForVolumeMountPointA, GetVolumeNameForVolumeMountPointW);
FAILS(GetVolumePathNameW, "0 last_error", namebuffer(lpszVolumePathName));
LIKE(GetVolumePathNameA, GetVolumePathNameW);
HAS_ARRAY_AW(GetVolumePathName, 2, 3);
FAILS(GetVolumePathNamesForVolumeNameW, "0 last_error", morebuffer(lpszVolumePathNames),
      volumename(lpszVolumeName));
LIKE(GetVolumePathNamesForVolumeNameA, GetVolumePathNamesForVolumeNameW);
FAILS(SetVolumeMountPointW, "0 last_error", ERROR_ACCESS_DENIED, ERROR_DIR_NOT_EMPTY,
      ERROR_INVALID_PARAMETER, volumepath(lpszVolumeMountPoint));
MEANS(SetVolumeMountPointW, ERROR_DIR_NOT_EMPTY,
      "lpszVolumeMountPoint is a directory with something in it, or a drive that is in use");
MEANS(SetVolumeMountPointW, ERROR_INVALID_PARAMETER,
      "lpszVolumeName is no name of a volume, or one of the two lacks its last backslash");
LIKE(SetVolumeMountPointA, SetVolumeMountPointW);
FAILS(DeleteVolumeMountPointW, "0 last_error", ERROR_ACCESS_DENIED,
      mountpoint(lpszVolumeMountPoint), volumepath(lpszVolumeMountPoint));
LIKE(DeleteVolumeMountPointA, DeleteVolumeMountPointW);
FAILS(DefineDosDeviceW, "0 last_error", ERROR_ACCESS_DENIED, ERROR_FILE_NOT_FOUND,
      ERROR_INVALID_PARAMETER);
MEANS(DefineDosDeviceW, ERROR_FILE_NOT_FOUND,
      "there is no definition of lpDeviceName to remove");
LIKE(DefineDosDeviceA, DefineDosDeviceW);
FAILS(QueryDosDeviceW, "0 last_error", ERROR_FILE_NOT_FOUND, ERROR_INSUFFICIENT_BUFFER);
MEANS(QueryDosDeviceW, ERROR_FILE_NOT_FOUND, "there is no device lpDeviceName");
MEANS(QueryDosDeviceW, ERROR_INSUFFICIENT_BUFFER,
      "ucchMax is too small, and the result does not tell how much it takes: double it");
LIKE(QueryDosDeviceA, QueryDosDeviceW);
HAS_ARRAY(QueryDosDeviceW, 2, 3);
HAS_ARRAY(QueryDosDeviceA, 2, 3);

/* Changes */
GROUP(changefilter, ERROR_INVALID_PARAMETER, "$ has no bit, or one that is unknown")
FAILS(FindFirstChangeNotificationW, "INVALID_HANDLE_VALUE last_error", ERROR_ACCESS_DENIED,
      ERROR_DIRECTORY, ERROR_INVALID_FUNCTION, changefilter(dwNotifyFilter),
      filepath(lpPathName));
MEANS(FindFirstChangeNotificationW, ERROR_DIRECTORY, "lpPathName is no directory");
MEANS(FindFirstChangeNotificationW, ERROR_INVALID_FUNCTION,
      "the file system or the server does not tell of changes");
LIKE(FindFirstChangeNotificationA, FindFirstChangeNotificationW);
FAILS(FindNextChangeNotification, "0 last_error", findhandle(hChangeHandle));
FAILS(FindCloseChangeNotification, "0 last_error", findhandle(hChangeHandle));
FAILS(ReadDirectoryChangesW, "0 last_error, blocks", ERROR_INVALID_FUNCTION,
      ERROR_INVALID_PARAMETER, ERROR_NOACCESS, ERROR_NOTIFY_ENUM_DIR, fileright(hDirectory),
      filehandle(hDirectory));
MEANS(ReadDirectoryChangesW, ERROR_INVALID_FUNCTION,
      "the file system or the server does not tell of changes");
MEANS(ReadDirectoryChangesW, ERROR_INVALID_PARAMETER,
      "hDirectory is no directory, the filter not valid, or nBufferLength above 64K (share)");
MEANS(ReadDirectoryChangesW, ERROR_NOACCESS, "lpBuffer is not aligned to a DWORD");
MEANS(ReadDirectoryChangesW, ERROR_NOTIFY_ENUM_DIR,
      "more happened than the buffer can hold: list the directory anew");
HAS_BUFFER(ReadDirectoryChangesW, 2, 3);
CALLS_BACK(ReadDirectoryChangesW, 8, kept);

/* Overlapped calls and completion ports; what the call itself failed with is told here, too. */
GROUP(overlapped, ERROR_IO_INCOMPLETE, "the call has not ended yet, and this was not to wait")
GROUP(overlapped, ERROR_BROKEN_PIPE, "the other end of the pipe is closed")
GROUP(overlapped, ERROR_HANDLE_EOF, "the offset in $ is at the end of the file or behind it")
GROUP(overlapped, ERROR_MORE_DATA, "the message in the pipe is longer than the buffer")
GROUP(overlapped, ERROR_OPERATION_ABORTED, "the call was cancelled, or its thread has ended")
GROUP(port, ERROR_INVALID_HANDLE, "$ is no handle of a completion port")
GROUP(portwait, ERROR_ABANDONED_WAIT_0, "$ was closed while the call waited")
GROUP(portwait, WAIT_TIMEOUT, "nothing came to $ within dwMilliseconds")
FAILS(GetOverlappedResult, "0 last_error, blocks", overlapped(lpOverlapped), filehandle(hFile));
FAILS(GetOverlappedResultEx, "0 last_error, blocks", WAIT_IO_COMPLETION, WAIT_TIMEOUT,
      overlapped(lpOverlapped), filehandle(hFile));
MEANS(GetOverlappedResultEx, WAIT_IO_COMPLETION, "an APC or completion routine ran meanwhile");
MEANS(GetOverlappedResultEx, WAIT_TIMEOUT, "the call did not end within dwMilliseconds");
FAILS(CreateIoCompletionPort, "NULL last_error", ERROR_INVALID_PARAMETER,
      port(ExistingCompletionPort or FileHandle));
MEANS(CreateIoCompletionPort, ERROR_INVALID_PARAMETER,
      "FileHandle is not overlapped, has a port already, or is missing for an existing port");
FAILS(GetQueuedCompletionStatus, "0 last_error, blocks", ERROR_BROKEN_PIPE, ERROR_HANDLE_EOF,
      ERROR_MORE_DATA, ERROR_OPERATION_ABORTED, portwait(CompletionPort), port(CompletionPort));
MEANS(GetQueuedCompletionStatus, ERROR_BROKEN_PIPE,
      "the call that *lpOverlapped belongs to found the other end of its pipe closed");
MEANS(GetQueuedCompletionStatus, ERROR_HANDLE_EOF,
      "the read that *lpOverlapped belongs to began at the end of the file");
MEANS(GetQueuedCompletionStatus, ERROR_MORE_DATA,
      "the read that *lpOverlapped belongs to got but the begin of a message");
MEANS(GetQueuedCompletionStatus, ERROR_OPERATION_ABORTED,
      "the call that *lpOverlapped belongs to was cancelled");
FAILS(GetQueuedCompletionStatusEx, "0 last_error, blocks", WAIT_IO_COMPLETION,
      portwait(CompletionPort), port(CompletionPort));
MEANS(GetQueuedCompletionStatusEx, WAIT_IO_COMPLETION, "an APC ran while the call waited");
HAS_ARRAY(GetQueuedCompletionStatusEx, 2, 3);
FAILS(PostQueuedCompletionStatus, "0 last_error", ERROR_NO_SYSTEM_RESOURCES,
      port(CompletionPort));
FAILS(BindIoCompletionCallback, "0 last_error", ERROR_INVALID_PARAMETER,
      filehandle(FileHandle));
MEANS(BindIoCompletionCallback, ERROR_INVALID_PARAMETER,
      "FileHandle is not overlapped, or is bound to a completion port already");
CALLS_BACK(BindIoCompletionCallback, 2, kept);
FAILS(CancelIo, "0 last_error", filehandle(hFile));
FAILS(CancelIoEx, "0 last_error", ERROR_NOT_FOUND, filehandle(hFile));
MEANS(CancelIoEx, ERROR_NOT_FOUND, "no such call is under way: there is nothing to cancel");
FAILS(CancelSynchronousIo, "0 last_error", ERROR_NOT_FOUND, ERROR_INVALID_HANDLE,
      ERROR_ACCESS_DENIED);
MEANS(CancelSynchronousIo, ERROR_ACCESS_DENIED, "hThread lacks THREAD_TERMINATE");
MEANS(CancelSynchronousIo, ERROR_INVALID_HANDLE, "hThread is no handle of a thread");
MEANS(CancelSynchronousIo, ERROR_NOT_FOUND, "the thread waits for no such call");
FAILS(DeviceIoControl, "0 last_error, blocks", ERROR_INSUFFICIENT_BUFFER,
      ERROR_INVALID_FUNCTION, ERROR_INVALID_PARAMETER, ERROR_IO_PENDING, ERROR_MORE_DATA,
      ERROR_NOT_SUPPORTED, ERROR_OPERATION_ABORTED, fileright(hDevice), filehandle(hDevice));
MEANS(DeviceIoControl, ERROR_INSUFFICIENT_BUFFER,
      "nInBufferSize or nOutBufferSize is too small for this dwIoControlCode");
MEANS(DeviceIoControl, ERROR_INVALID_FUNCTION, "the device does not know dwIoControlCode");
MEANS(DeviceIoControl, ERROR_INVALID_PARAMETER,
      "the input is not valid, or lpOverlapped or lpBytesReturned is missing");
MEANS(DeviceIoControl, ERROR_IO_PENDING,
      "the call goes on: GetOverlappedResult or the completion port tells how it ends");
MEANS(DeviceIoControl, ERROR_MORE_DATA, "nOutBufferSize holds but a part of what there is");
HAS_BUFFER(DeviceIoControl, 3, 4);
HAS_BUFFER(DeviceIoControl, 5, 6);

/* Pipes */
GROUP(pipe, ERROR_INVALID_HANDLE, "$ is no handle of a pipe")
GROUP(pipename, ERROR_INVALID_NAME, "$ does not begin as the name of a pipe has to")
GROUP(pipegone, ERROR_BROKEN_PIPE, "the other end of $ is closed")
GROUP(pipegone, ERROR_PIPE_NOT_CONNECTED, "the server has disconnected $")
FAILS(CreatePipe, "0 last_error", ERROR_NOT_ENOUGH_MEMORY, ERROR_INVALID_PARAMETER);
FAILS(CreateNamedPipeW, "INVALID_HANDLE_VALUE last_error", ERROR_ACCESS_DENIED,
      ERROR_INVALID_PARAMETER, ERROR_PIPE_BUSY, pipename(lpName));
MEANS(CreateNamedPipeW, ERROR_ACCESS_DENIED,
      "the pipe exists, and is not the caller's, or FILE_FLAG_FIRST_PIPE_INSTANCE was given");
MEANS(CreateNamedPipeW, ERROR_INVALID_PARAMETER,
      "nMaxInstances is not within 1 to PIPE_UNLIMITED_INSTANCES, or a mode is not valid");
MEANS(CreateNamedPipeW, ERROR_PIPE_BUSY,
      "there are nMaxInstances instances of the pipe already");
LIKE(CreateNamedPipeA, CreateNamedPipeW);
FAILS(ConnectNamedPipe, "0 last_error, blocks", ERROR_IO_PENDING, ERROR_NO_DATA,
      ERROR_OPERATION_ABORTED, ERROR_PIPE_CONNECTED, ERROR_PIPE_LISTENING, pipe(hNamedPipe));
MEANS(ConnectNamedPipe, ERROR_IO_PENDING, "nobody has connected yet: lpOverlapped tells when");
MEANS(ConnectNamedPipe, ERROR_NO_DATA,
      "the last client has closed its end: call DisconnectNamedPipe first");
MEANS(ConnectNamedPipe, ERROR_PIPE_CONNECTED,
      "a client connected before the call: the connection stands and can be used");
MEANS(ConnectNamedPipe, ERROR_PIPE_LISTENING, "nobody has connected, in PIPE_NOWAIT mode");
FAILS(DisconnectNamedPipe, "0 last_error", pipe(hNamedPipe));
FAILS(WaitNamedPipeW, "0 last_error, blocks", ERROR_FILE_NOT_FOUND, ERROR_SEM_TIMEOUT);
MEANS(WaitNamedPipeW, ERROR_FILE_NOT_FOUND, "no server has made lpNamedPipeName");
MEANS(WaitNamedPipeW, ERROR_SEM_TIMEOUT, "no instance became free within nTimeOut");
LIKE(WaitNamedPipeA, WaitNamedPipeW);
FAILS(CallNamedPipeW, "0 last_error, blocks", ERROR_FILE_NOT_FOUND, ERROR_MORE_DATA,
      ERROR_PIPE_BUSY, ERROR_SEM_TIMEOUT);
MEANS(CallNamedPipeW, ERROR_FILE_NOT_FOUND, "no server has made lpNamedPipeName");
MEANS(CallNamedPipeW, ERROR_MORE_DATA,
      "the answer is longer than nOutBufferSize, and the rest of it is lost");
MEANS(CallNamedPipeW, ERROR_PIPE_BUSY, "nTimeOut is NMPWAIT_NOWAIT, and no instance is free");
MEANS(CallNamedPipeW, ERROR_SEM_TIMEOUT, "no instance became free within nTimeOut");
LIKE(CallNamedPipeA, CallNamedPipeW);
FAILS(TransactNamedPipe, "0 last_error, blocks", ERROR_BAD_PIPE, ERROR_IO_PENDING,
      ERROR_MORE_DATA, pipegone(hNamedPipe), pipe(hNamedPipe));
MEANS(TransactNamedPipe, ERROR_BAD_PIPE, "hNamedPipe is not in message-read mode");
MEANS(TransactNamedPipe, ERROR_MORE_DATA,
      "the answer is longer than nOutBufferSize: ReadFile has the rest");
HAS_BUFFER(TransactNamedPipe, 2, 3);
HAS_BUFFER(TransactNamedPipe, 4, 5);
FAILS(PeekNamedPipe, "0 last_error", ERROR_ACCESS_DENIED, pipegone(hNamedPipe),
      pipe(hNamedPipe));
MEANS(PeekNamedPipe, ERROR_ACCESS_DENIED, "hNamedPipe is not open for reading");
HAS_BUFFER(PeekNamedPipe, 2, 3);
FAILS(SetNamedPipeHandleState, "0 last_error", ERROR_ACCESS_DENIED, ERROR_INVALID_PARAMETER,
      pipe(hNamedPipe));
MEANS(SetNamedPipeHandleState, ERROR_ACCESS_DENIED,
      "hNamedPipe lacks FILE_WRITE_ATTRIBUTES: GENERIC_READ alone is not enough");
MEANS(SetNamedPipeHandleState, ERROR_INVALID_PARAMETER,
      "a mode is not valid for this pipe, or a count is given for one within the host");
FAILS(GetNamedPipeHandleStateW, "0 last_error", ERROR_ACCESS_DENIED, pipe(hNamedPipe));
LIKE(GetNamedPipeHandleStateA, GetNamedPipeHandleStateW);
FAILS(GetNamedPipeInfo, "0 last_error", ERROR_ACCESS_DENIED, pipe(hNamedPipe));
FAILS(GetNamedPipeClientProcessId, "0 last_error", pipe(Pipe));
LIKE(GetNamedPipeClientSessionId, GetNamedPipeClientProcessId);
LIKE(GetNamedPipeServerProcessId, GetNamedPipeClientProcessId);
LIKE(GetNamedPipeServerSessionId, GetNamedPipeClientProcessId);
FAILS(GetNamedPipeClientComputerNameW, "0 last_error", ERROR_PIPE_LOCAL, pipe(Pipe));
MEANS(GetNamedPipeClientComputerNameW, ERROR_PIPE_LOCAL, "the client is on this computer");
LIKE(GetNamedPipeClientComputerNameA, GetNamedPipeClientComputerNameW);
FAILS(ImpersonateNamedPipeClient, "0 last_error", ERROR_CANNOT_IMPERSONATE, pipe(hNamedPipe));
MEANS(ImpersonateNamedPipeClient, ERROR_CANNOT_IMPERSONATE,
      "nothing was read from the pipe yet, so its client is not known");
FAILS(CreateMailslotW, "INVALID_HANDLE_VALUE last_error", ERROR_ALREADY_EXISTS,
      ERROR_INVALID_NAME);
MEANS(CreateMailslotW, ERROR_ALREADY_EXISTS, "there is a mailslot lpName already");
MEANS(CreateMailslotW, ERROR_INVALID_NAME,
      "lpName does not begin as that of a mailslot has to");
LIKE(CreateMailslotA, CreateMailslotW);
GROUP(mailslot, ERROR_INVALID_HANDLE, "$ is no handle of a mailslot")
FAILS(GetMailslotInfo, "0 last_error", mailslot(hMailslot));
FAILS(SetMailslotInfo, "0 last_error", mailslot(hMailslot));

/* Serial ports and tapes */
GROUP(comm, ERROR_INVALID_HANDLE, "$ is no handle of an open device")
GROUP(comm, ERROR_INVALID_FUNCTION, "$ is no serial port")
FAILS(GetCommState, "0 last_error", comm(hFile));
FAILS(SetCommState, "0 last_error", ERROR_INVALID_PARAMETER, comm(hFile));
MEANS(SetCommState, ERROR_INVALID_PARAMETER, "lpDCB asks for what the port can't do");
LIKE(GetCommMask, GetCommState);
LIKE(SetCommMask, SetCommState);
MEANS(SetCommMask, ERROR_INVALID_PARAMETER, "dwEvtMask holds an unknown bit");
LIKE(GetCommTimeouts, GetCommState);
LIKE(SetCommTimeouts, GetCommState);
LIKE(GetCommModemStatus, GetCommState);
LIKE(GetCommProperties, GetCommState);
LIKE(ClearCommError, GetCommState);
LIKE(ClearCommBreak, GetCommState);
LIKE(SetCommBreak, GetCommState);
LIKE(PurgeComm, GetCommState);
LIKE(SetupComm, GetCommState);
LIKE(EscapeCommFunction, GetCommState);
LIKE(TransmitCommChar, GetCommState);
FAILS(WaitCommEvent, "0 last_error, blocks", ERROR_INVALID_PARAMETER, ERROR_IO_PENDING,
      ERROR_OPERATION_ABORTED, comm(hFile));
MEANS(WaitCommEvent, ERROR_INVALID_PARAMETER, "another WaitCommEvent waits for this port");
MEANS(WaitCommEvent, ERROR_IO_PENDING, "nothing has happened yet: lpOverlapped tells when");
FAILS(BuildCommDCBW, "0 last_error", ERROR_INVALID_PARAMETER);
MEANS(BuildCommDCBW, ERROR_INVALID_PARAMETER,
      "lpDef is not written as the mode command's text");
LIKE(BuildCommDCBA, BuildCommDCBW);
LIKE(BuildCommDCBAndTimeoutsW, BuildCommDCBW);
LIKE(BuildCommDCBAndTimeoutsA, BuildCommDCBW);
FAILS(GetCommConfig, "0 last_error", comm(hCommDev));
FAILS(SetCommConfig, "0 last_error", comm(hCommDev));
FAILS(GetDefaultCommConfigW, "0 last_error", ERROR_INSUFFICIENT_BUFFER);
LIKE(GetDefaultCommConfigA, GetDefaultCommConfigW);
FAILS(SetDefaultCommConfigW, "0 last_error", ERROR_INVALID_PARAMETER);
LIKE(SetDefaultCommConfigA, SetDefaultCommConfigW);
FAILS(PrepareTape, "nonzero result/ERROR_, blocks", ERROR_NO_MEDIA_IN_DRIVE,
      ERROR_NOT_SUPPORTED, ERROR_UNABLE_TO_LOCK_MEDIA, ERROR_UNABLE_TO_UNLOAD_MEDIA);
FAILS(EraseTape, "nonzero result/ERROR_, blocks", ERROR_NO_MEDIA_IN_DRIVE, ERROR_NOT_SUPPORTED,
      ERROR_WRITE_PROTECT);
FAILS(WriteTapemark, "nonzero result/ERROR_, blocks", ERROR_NO_MEDIA_IN_DRIVE,
      ERROR_END_OF_MEDIA, ERROR_WRITE_PROTECT);
FAILS(CreateTapePartition, "nonzero result/ERROR_, blocks", ERROR_NO_MEDIA_IN_DRIVE,
      ERROR_NOT_SUPPORTED, ERROR_PARTITION_FAILURE);
FAILS(SetTapePosition, "nonzero result/ERROR_, blocks", ERROR_BEGINNING_OF_MEDIA,
      ERROR_END_OF_MEDIA, ERROR_FILEMARK_DETECTED, ERROR_NO_DATA_DETECTED,
      ERROR_NO_MEDIA_IN_DRIVE, ERROR_SETMARK_DETECTED);
FAILS(GetTapePosition, "nonzero result/ERROR_, blocks", ERROR_NO_MEDIA_IN_DRIVE);
FAILS(GetTapeParameters, "nonzero result/ERROR_", ERROR_NO_MEDIA_IN_DRIVE);
FAILS(SetTapeParameters, "nonzero result/ERROR_", ERROR_NO_MEDIA_IN_DRIVE);
FAILS(GetTapeStatus, "nonzero result/ERROR_", ERROR_NO_MEDIA_IN_DRIVE);
