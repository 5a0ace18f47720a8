/*
 * Files and directories: <fileapi.h> and what <winbase.h> has of them; links, streams, locks,
 * attributes, volumes and drives. Pipes, ports and devices are in io.h.
 *
 * What opens, copies, moves or flushes files, or reads and writes at once, may wait for a
 * server, a drive or another process: it blocks. What asks for or changes something of a file
 * that is there, and what begins an overlapped call, does not.
 */

/* What means the same wherever a file is touched. */
EACH_MEANS(ERROR_DISK_FULL, "the volume has no room left")
EACH_MEANS(ERROR_WRITE_PROTECT, "the medium is write-protected")
EACH_MEANS(ERROR_NOT_READY, "the drive has no medium in it, or is not ready for another reason")
EACH_MEANS(ERROR_TOO_MANY_OPEN_FILES, "the process or the server has too many files open")

/* A path of something that exists, and what may stand against it. */
GROUP(filepath, ERROR_FILE_NOT_FOUND, "$ names nothing that exists")
GROUP(filepath, ERROR_PATH_NOT_FOUND,
      "a directory on the way to $ does not exist, or $ is empty")
GROUP(filepath, ERROR_INVALID_NAME, "$ has a character or a form that no path may have")
GROUP(filepath, ERROR_BAD_NETPATH, "the server that $ names can't be found in the network")
GROUP(filepath, ERROR_BAD_NET_NAME, "the server that $ names has no such share")
GROUP(filepair, ERROR_FILE_NOT_FOUND, "$ names nothing that exists")
GROUP(filepair, ERROR_PATH_NOT_FOUND,
      "a directory on the way to $ or to the new name does not exist")
GROUP(filepair, ERROR_INVALID_NAME,
      "$ or the new name has a character or a form that no path may have")
GROUP(filepair, ERROR_BAD_NETPATH, "a server that is named can't be found in the network")
GROUP(filepair, ERROR_BAD_NET_NAME, "a server that is named has no such share")
GROUP(filedenied, ERROR_ACCESS_DENIED,
      "the caller lacks the right to do this with $, or $ is read-only or a directory")
GROUP(fileinuse, ERROR_SHARING_VIOLATION, "$ is open elsewhere and not shared for this")
GROUP(filehandle, ERROR_INVALID_HANDLE, "$ is no handle of an open file or device")
GROUP(fileright, ERROR_ACCESS_DENIED, "$ was opened without the access that this needs")
GROUP(filemade, ERROR_ALREADY_EXISTS, "$ exists already")
GROUP(filelong, ERROR_FILENAME_EXCED_RANGE, "$, or a name in it, is too long")
GROUP(filevolume, ERROR_NOT_SAME_DEVICE, "$ are on two volumes, and this works within one only")
GROUP(filedata, ERROR_INSUFFICIENT_BUFFER, "$ is too small for what has to be stored")
GROUP(fileclass, ERROR_INVALID_PARAMETER, "$ is not known, or not for this file")

/* Opening. ERROR_ALREADY_EXISTS comes with a success alone: of CREATE_ALWAYS, OPEN_ALWAYS. */
FAILS(CreateFileW, "INVALID_HANDLE_VALUE last_error, blocks", ERROR_ACCESS_DENIED,
      ERROR_DISK_FULL, ERROR_FILE_EXISTS, ERROR_INVALID_PARAMETER, ERROR_NOT_READY,
      ERROR_PIPE_BUSY, ERROR_TOO_MANY_OPEN_FILES, ERROR_USER_MAPPED_FILE, ERROR_WRITE_PROTECT,
      filepath(lpFileName), fileinuse(lpFileName));
MEANS(CreateFileW, ERROR_ACCESS_DENIED,
      "the caller may not, or lpFileName is read-only, a directory or to be deleted");
MEANS(CreateFileW, ERROR_FILE_EXISTS,
      "dwCreationDisposition is CREATE_NEW, and lpFileName exists already");
MEANS(CreateFileW, ERROR_FILE_NOT_FOUND,
      "lpFileName does not exist, and dwCreationDisposition makes no file");
MEANS(CreateFileW, ERROR_INVALID_PARAMETER,
      "a flag or the disposition is not valid, or TRUNCATE_EXISTING lacks GENERIC_WRITE");
MEANS(CreateFileW, ERROR_PIPE_BUSY,
      "all instances of the pipe have clients: call WaitNamedPipe, and try again");
MEANS(CreateFileW, ERROR_SHARING_VIOLATION,
      "lpFileName is open elsewhere, and dwShareMode or dwDesiredAccess clashes with that");
MEANS(CreateFileW, ERROR_USER_MAPPED_FILE,
      "the file would be truncated while a view of it is mapped");
LIKE(CreateFileA, CreateFileW);
LIKE(CreateFile2, CreateFileW);
MEANS(CreateFile2, ERROR_INVALID_PARAMETER,
      "a flag or the disposition is not valid, or pCreateExParams has another dwSize");
FAILS(OpenFileById, "INVALID_HANDLE_VALUE last_error, blocks", ERROR_ACCESS_DENIED,
      ERROR_FILE_NOT_FOUND, ERROR_INVALID_PARAMETER, ERROR_SHARING_VIOLATION,
      filehandle(hVolumeHint));
MEANS(OpenFileById, ERROR_INVALID_PARAMETER, "lpFileId is that of no file on the volume");
FAILS(ReOpenFile, "INVALID_HANDLE_VALUE last_error, blocks", ERROR_ACCESS_DENIED,
      ERROR_SHARING_VIOLATION, filehandle(hOriginalFile));
MEANS(ReOpenFile, ERROR_SHARING_VIOLATION,
      "dwDesiredAccess or dwShareMode clashes with how hOriginalFile or another has it open");
FAILS(OpenFile, "HFILE_ERROR last_error, blocks", ERROR_ACCESS_DENIED, filepath(lpFileName),
      fileinuse(lpFileName));
FAILS(_lopen, "HFILE_ERROR last_error, blocks", ERROR_ACCESS_DENIED, filepath(lpPathName),
      fileinuse(lpPathName));
FAILS(_lcreat, "HFILE_ERROR last_error, blocks", ERROR_ACCESS_DENIED, filepath(lpPathName),
      fileinuse(lpPathName));
FAILS(_lclose, "HFILE_ERROR last_error", filehandle(hFile));
FAILS(_llseek, "HFILE_ERROR last_error", ERROR_NEGATIVE_SEEK, filehandle(hFile));
FAILS(_lread, "-1 last_error, blocks", fileright(hFile), filehandle(hFile));
LIKE(_hread, _lread);
LIKE(_lwrite, _lread);
LIKE(_hwrite, _lread);

/* Reading and writing; FALSE with ERROR_IO_PENDING means that an overlapped call goes on. */
GROUP(filemove, ERROR_INVALID_PARAMETER,
      "lpOverlapped is missing for an overlapped $, or sizes are no multiples of its sectors")
GROUP(filemove, ERROR_IO_PENDING,
      "the call goes on: GetOverlappedResult or the completion port tells how it ends")
GROUP(filemove, ERROR_INVALID_USER_BUFFER, "too many asynchronous requests are under way")
GROUP(filemove, ERROR_LOCK_VIOLATION, "another process has locked a part of this range of $")
GROUP(filemove, ERROR_NOACCESS, "a buffer lies outside the memory of the process")
GROUP(filemove, ERROR_NOT_ENOUGH_QUOTA, "the buffer can't be locked into memory")
GROUP(filemove, ERROR_OPERATION_ABORTED, "the call was cancelled, or the thread has ended")
GROUP(filemove, ERROR_PIPE_NOT_CONNECTED, "$ is a pipe with nobody at its other end")
GROUP(filein, ERROR_BROKEN_PIPE, "the other end of the pipe is closed, and all is read")
GROUP(filein, ERROR_HANDLE_EOF, "the offset in lpOverlapped is at the end of $ or behind it")
GROUP(filein, ERROR_MORE_DATA,
      "the message in the pipe is longer than the buffer: the next read has the rest")
GROUP(filein, ERROR_NO_DATA, "the pipe is empty, and in PIPE_NOWAIT mode")
GROUP(fileout, ERROR_BROKEN_PIPE, "the other end of the pipe is closed")
GROUP(fileout, ERROR_NO_DATA, "the reader has closed its end of the pipe")
FAILS(ReadFile, "0 last_error, blocks", ERROR_SEM_TIMEOUT, filein(hFile), filemove(hFile),
      fileright(hFile), filehandle(hFile));
MEANS(ReadFile, ERROR_SEM_TIMEOUT, "no message came to the mailslot within its timeout");
FAILS(ReadFileEx, "0 last_error", filein(hFile), filemove(hFile), fileright(hFile),
      filehandle(hFile));
FAILS(ReadFileScatter, "0 last_error", filein(hFile), filemove(hFile), fileright(hFile),
      filehandle(hFile));
FAILS(WriteFile, "0 last_error, blocks", ERROR_DISK_FULL, ERROR_WRITE_PROTECT, fileout(hFile),
      filemove(hFile), fileright(hFile), filehandle(hFile));
FAILS(WriteFileEx, "0 last_error", ERROR_DISK_FULL, ERROR_WRITE_PROTECT, fileout(hFile),
      filemove(hFile), fileright(hFile), filehandle(hFile));
LIKE(WriteFileGather, WriteFileEx);
FAILS(FlushFileBuffers, "0 last_error, blocks", ERROR_BROKEN_PIPE, ERROR_DISK_FULL,
      fileright(hFile), filehandle(hFile));
MEANS(FlushFileBuffers, ERROR_BROKEN_PIPE, "the reader of the pipe is gone");
HAS_BUFFER(ReadFile, 2, 3);
HAS_BUFFER(ReadFileEx, 2, 3);
CALLS_BACK(ReadFileEx, 5, kept);
HAS_BUFFER(WriteFile, 2, 3);
HAS_BUFFER(WriteFileEx, 2, 3);
CALLS_BACK(WriteFileEx, 5, kept);

/* Position and size; the lower half may look like a failure. */
GROUP(fileseek, ERROR_INVALID_PARAMETER, "$ is unknown, or the new position is not valid")
GROUP(fileseek, ERROR_NEGATIVE_SEEK, "the new position would be in front of the file's begin")
FAILS(SetFilePointer, "INVALID_SET_FILE_POINTER last_error, clear", fileseek(dwMoveMethod),
      filehandle(hFile));
FAILS(SetFilePointerEx, "0 last_error", fileseek(dwMoveMethod), filehandle(hFile));
FAILS(SetEndOfFile, "0 last_error", ERROR_DISK_FULL, ERROR_INVALID_PARAMETER,
      ERROR_USER_MAPPED_FILE, fileright(hFile), filehandle(hFile));
MEANS(SetEndOfFile, ERROR_USER_MAPPED_FILE, "the part to be cut off is mapped somewhere");
FAILS(SetFileValidData, "0 last_error", ERROR_INVALID_PARAMETER, ERROR_PRIVILEGE_NOT_HELD,
      filehandle(hFile));
MEANS(SetFileValidData, ERROR_INVALID_PARAMETER,
      "ValidDataLength is less than what is valid now, or beyond the end of the file");
MEANS(SetFileValidData, ERROR_PRIVILEGE_NOT_HELD,
      "SE_MANAGE_VOLUME_NAME was not enabled when hFile was opened");
FAILS(GetFileSize, "INVALID_FILE_SIZE last_error, clear", filehandle(hFile));
FAILS(GetFileSizeEx, "0 last_error", filehandle(hFile));
FAILS(GetCompressedFileSizeW, "INVALID_FILE_SIZE last_error, clear", ERROR_ACCESS_DENIED,
      filepath(lpFileName));
LIKE(GetCompressedFileSizeA, GetCompressedFileSizeW);

/* Locks */
FAILS(LockFile, "0 last_error", ERROR_LOCK_VIOLATION, filehandle(hFile));
MEANS(LockFile, ERROR_LOCK_VIOLATION, "a part of the range is locked by another handle");
FAILS(LockFileEx, "0 last_error, blocks", ERROR_IO_PENDING, ERROR_LOCK_VIOLATION,
      ERROR_OPERATION_ABORTED, filehandle(hFile));
MEANS(LockFileEx, ERROR_IO_PENDING,
      "hFile is overlapped: the event or port of lpOverlapped tells when the lock is had");
MEANS(LockFileEx, ERROR_LOCK_VIOLATION,
      "dwFlags has LOCKFILE_FAIL_IMMEDIATELY, and a part of the range is locked");
FAILS(UnlockFile, "0 last_error", ERROR_NOT_LOCKED, filehandle(hFile));
MEANS(UnlockFile, ERROR_NOT_LOCKED, "just this range was not locked through hFile");
LIKE(UnlockFileEx, UnlockFile);

/* Attributes, times and what else is known of a file. */
FAILS(GetFileAttributesW, "INVALID_FILE_ATTRIBUTES last_error", ERROR_ACCESS_DENIED,
      ERROR_NOT_READY, fileinuse(lpFileName), filepath(lpFileName));
LIKE(GetFileAttributesA, GetFileAttributesW);
FAILS(GetFileAttributesExW, "0 last_error", ERROR_ACCESS_DENIED, ERROR_INVALID_PARAMETER,
      ERROR_NOT_READY, fileinuse(lpFileName), filepath(lpFileName));
MEANS(GetFileAttributesExW, ERROR_INVALID_PARAMETER,
      "fInfoLevelId is not GetFileExInfoStandard");
LIKE(GetFileAttributesExA, GetFileAttributesExW);
FAILS(SetFileAttributesW, "0 last_error", ERROR_ACCESS_DENIED, ERROR_INVALID_PARAMETER,
      ERROR_WRITE_PROTECT, fileinuse(lpFileName), filepath(lpFileName));
MEANS(SetFileAttributesW, ERROR_INVALID_PARAMETER,
      "dwFileAttributes has FILE_ATTRIBUTE_TEMPORARY for a directory, or is not valid");
LIKE(SetFileAttributesA, SetFileAttributesW);
FAILS(GetFileTime, "0 last_error", fileright(hFile), filehandle(hFile));
FAILS(SetFileTime, "0 last_error", ERROR_INVALID_PARAMETER, fileright(hFile),
      filehandle(hFile));
MEANS(SetFileTime, ERROR_INVALID_PARAMETER, "a time is negative but for 0xFFFFFFFFFFFFFFFF");
NEVER_FAILS(CompareFileTime);
FAILS(GetFileInformationByHandle, "0 last_error", ERROR_INVALID_FUNCTION, filehandle(hFile));
MEANS(GetFileInformationByHandle, ERROR_INVALID_FUNCTION, "hFile is no file but a device");
FAILS(GetFileInformationByHandleEx, "0 last_error", ERROR_BAD_LENGTH, ERROR_MORE_DATA,
      ERROR_NO_MORE_FILES, fileclass(FileInformationClass), fileright(hFile),
      filehandle(hFile));
MEANS(GetFileInformationByHandleEx, ERROR_BAD_LENGTH,
      "dwBufferSize is less than the structure of this class");
MEANS(GetFileInformationByHandleEx, ERROR_MORE_DATA,
      "dwBufferSize is too small for the names or entries");
MEANS(GetFileInformationByHandleEx, ERROR_NO_MORE_FILES,
      "the directory has no further entries");
HAS_BUFFER(GetFileInformationByHandleEx, 3, 4);
FAILS(SetFileInformationByHandle, "0 last_error", ERROR_BAD_LENGTH, ERROR_DIR_NOT_EMPTY,
      fileclass(FileInformationClass), fileright(hFile), filehandle(hFile));
MEANS(SetFileInformationByHandle, ERROR_ACCESS_DENIED,
      "hFile lacks the access, as DELETE to delete or rename, or the file is read-only");
MEANS(SetFileInformationByHandle, ERROR_BAD_LENGTH,
      "dwBufferSize is less than the structure of this class");
MEANS(SetFileInformationByHandle, ERROR_DIR_NOT_EMPTY,
      "a directory with entries in it can't be deleted");
HAS_BUFFER(SetFileInformationByHandle, 3, 4);
FAILS(GetFileType, "FILE_TYPE_UNKNOWN last_error, clear", filehandle(hFile));
FAILS(SetFileShortNameW, "0 last_error", ERROR_PRIVILEGE_NOT_HELD, filehandle(hFile));
MEANS(SetFileShortNameW, ERROR_PRIVILEGE_NOT_HELD, "the caller lacks SE_RESTORE_NAME");
LIKE(SetFileShortNameA, SetFileShortNameW);
FAILS(SetFileCompletionNotificationModes, "0 last_error", ERROR_INVALID_PARAMETER,
      filehandle(FileHandle));
FAILS(SetFileIoOverlappedRange, "0 last_error", filehandle(FileHandle));
FAILS(GetFileBandwidthReservation, "0 last_error", filehandle(hFile));
FAILS(SetFileBandwidthReservation, "0 last_error", filehandle(hFile));

/* Making, removing, copying and moving. */
FAILS(DeleteFileW, "0 last_error", ERROR_WRITE_PROTECT, filedenied(lpFileName),
      fileinuse(lpFileName), filepath(lpFileName));
MEANS(DeleteFileW, ERROR_ACCESS_DENIED,
      "the caller may not, or lpFileName is read-only, a directory, mapped or being run");
LIKE(DeleteFileA, DeleteFileW);
FAILS(CreateDirectoryW, "0 last_error", ERROR_ACCESS_DENIED, ERROR_DISK_FULL,
      ERROR_WRITE_PROTECT, filelong(lpPathName), filemade(lpPathName), filepath(lpPathName));
LIKE(CreateDirectoryA, CreateDirectoryW);
FAILS(CreateDirectoryExW, "0 last_error", ERROR_ACCESS_DENIED, ERROR_DISK_FULL,
      ERROR_WRITE_PROTECT, filelong(lpNewDirectory), filemade(lpNewDirectory),
      filepair(lpTemplateDirectory));
LIKE(CreateDirectoryExA, CreateDirectoryExW);
FAILS(RemoveDirectoryW, "0 last_error", ERROR_ACCESS_DENIED, ERROR_CURRENT_DIRECTORY,
      ERROR_DIRECTORY, ERROR_DIR_NOT_EMPTY, ERROR_WRITE_PROTECT, fileinuse(lpPathName),
      filepath(lpPathName));
MEANS(RemoveDirectoryW, ERROR_DIRECTORY, "lpPathName is no directory");
MEANS(RemoveDirectoryW, ERROR_DIR_NOT_EMPTY, "there are files or directories in lpPathName");
MEANS(RemoveDirectoryW, ERROR_SHARING_VIOLATION,
      "lpPathName is open, or is some process's current directory");
LIKE(RemoveDirectoryA, RemoveDirectoryW);
FAILS(CopyFileW, "0 last_error, blocks", ERROR_ACCESS_DENIED, ERROR_DISK_FULL,
      ERROR_FILE_EXISTS, ERROR_WRITE_PROTECT, fileinuse(lpExistingFileName or lpNewFileName),
      filepair(lpExistingFileName));
MEANS(CopyFileW, ERROR_ACCESS_DENIED,
      "the caller may not, or lpNewFileName exists and is hidden, read-only or a directory");
MEANS(CopyFileW, ERROR_FILE_EXISTS, "bFailIfExists is TRUE, and lpNewFileName exists");
LIKE(CopyFileA, CopyFileW);
FAILS(CopyFileExW, "0 last_error, blocks", ERROR_ACCESS_DENIED, ERROR_DISK_FULL,
      ERROR_FILE_EXISTS, ERROR_REQUEST_ABORTED, ERROR_WRITE_PROTECT,
      fileinuse(lpExistingFileName or lpNewFileName), filepair(lpExistingFileName));
MEANS(CopyFileExW, ERROR_ACCESS_DENIED,
      "the caller may not, or lpNewFileName exists and is hidden, read-only or a directory");
MEANS(CopyFileExW, ERROR_FILE_EXISTS,
      "dwCopyFlags has COPY_FILE_FAIL_IF_EXISTS, and lpNewFileName exists");
MEANS(CopyFileExW, ERROR_REQUEST_ABORTED,
      "lpProgressRoutine or *pbCancel ended it before all was copied");
LIKE(CopyFileExA, CopyFileExW);
CALLS_BACK(CopyFileExW, 3, call);
CALLS_BACK(CopyFileExA, 3, call);
FAILS(CopyFile2, "negative result/E_, blocks", E_ACCESSDENIED, E_INVALIDARG, E_OUTOFMEMORY);
FAILS(MoveFileW, "0 last_error, blocks", ERROR_ACCESS_DENIED, ERROR_DISK_FULL,
      ERROR_WRITE_PROTECT,
      fileinuse(lpExistingFileName), filemade(lpNewFileName),
      filepair(lpExistingFileName), filevolume(the two names of a directory));
LIKE(MoveFileA, MoveFileW);
GROUP(moveflags, ERROR_INVALID_PARAMETER,
      "$ has MOVEFILE_DELAY_UNTIL_REBOOT with MOVEFILE_COPY_ALLOWED, or is not valid")
GROUP(moveflags, ERROR_NOT_SAME_DEVICE,
      "the volumes differ: a file needs MOVEFILE_COPY_ALLOWED, a directory can't move there")
GROUP(moveflags, ERROR_ALREADY_EXISTS,
      "lpNewFileName exists, and $ lacks MOVEFILE_REPLACE_EXISTING")
GROUP(moves, ERROR_ACCESS_DENIED,
      "the caller may not, or $ exists as a directory or a read-only file")
FAILS(MoveFileExW, "0 last_error, blocks", ERROR_DISK_FULL, ERROR_WRITE_PROTECT,
      fileinuse(lpExistingFileName), filepair(lpExistingFileName), moveflags(dwFlags),
      moves(lpNewFileName));
LIKE(MoveFileExA, MoveFileExW);
FAILS(MoveFileWithProgressW, "0 last_error, blocks", ERROR_DISK_FULL, ERROR_REQUEST_ABORTED,
      ERROR_WRITE_PROTECT, fileinuse(lpExistingFileName), filepair(lpExistingFileName),
      moveflags(dwFlags), moves(lpNewFileName));
MEANS(MoveFileWithProgressW, ERROR_REQUEST_ABORTED, "lpProgressRoutine ended it");
LIKE(MoveFileWithProgressA, MoveFileWithProgressW);
CALLS_BACK(MoveFileWithProgressW, 3, call);
CALLS_BACK(MoveFileWithProgressA, 3, call);
FAILS(ReplaceFileW, "0 last_error, blocks", ERROR_ACCESS_DENIED, ERROR_INVALID_PARAMETER,
      ERROR_UNABLE_TO_MOVE_REPLACEMENT, ERROR_UNABLE_TO_MOVE_REPLACEMENT_2,
      ERROR_UNABLE_TO_REMOVE_REPLACED, fileinuse(lpReplacedFileName or lpReplacementFileName),
      filepath(one of the files));
MEANS(ReplaceFileW, ERROR_UNABLE_TO_MOVE_REPLACEMENT,
      "lpReplacementFileName could not be renamed; both files still have their names");
MEANS(ReplaceFileW, ERROR_UNABLE_TO_MOVE_REPLACEMENT_2,
      "lpReplacementFileName could not be moved; the replaced file has its backup's name now");
MEANS(ReplaceFileW, ERROR_UNABLE_TO_REMOVE_REPLACED,
      "lpReplacedFileName could not be removed; both files still have their names");
LIKE(ReplaceFileA, ReplaceFileW);
FAILS(CreateHardLinkW, "0 last_error", ERROR_ACCESS_DENIED, ERROR_INVALID_FUNCTION,
      ERROR_TOO_MANY_LINKS, filemade(lpFileName),
      filepair(lpExistingFileName),
      filevolume(lpFileName and lpExistingFileName));
MEANS(CreateHardLinkW, ERROR_INVALID_FUNCTION, "the file system has no hard links");
MEANS(CreateHardLinkW, ERROR_TOO_MANY_LINKS, "the file has as many names as it may");
LIKE(CreateHardLinkA, CreateHardLinkW);
FAILS(CreateSymbolicLinkW, "0 last_error", ERROR_ACCESS_DENIED, ERROR_INVALID_FUNCTION,
      ERROR_INVALID_NAME, ERROR_INVALID_PARAMETER, ERROR_PATH_NOT_FOUND,
      ERROR_PRIVILEGE_NOT_HELD, filemade(lpSymlinkFileName));
MEANS(CreateSymbolicLinkW, ERROR_INVALID_NAME,
      "lpSymlinkFileName has a character or a form that no path may have");
MEANS(CreateSymbolicLinkW, ERROR_PATH_NOT_FOUND,
      "a directory on the way to lpSymlinkFileName does not exist");
MEANS(CreateSymbolicLinkW, ERROR_INVALID_FUNCTION, "the file system has no symbolic links");
MEANS(CreateSymbolicLinkW, ERROR_INVALID_PARAMETER, "dwFlags holds a bit that is unknown");
MEANS(CreateSymbolicLinkW, ERROR_PRIVILEGE_NOT_HELD,
      "it takes SE_CREATE_SYMBOLIC_LINK_NAME, or developer mode and the flag for it");
LIKE(CreateSymbolicLinkA, CreateSymbolicLinkW);

/* Encryption and backups */
FAILS(EncryptFileW, "0 last_error", ERROR_WRITE_PROTECT, filedenied(lpFileName),
      fileinuse(lpFileName), filepath(lpFileName));
LIKE(EncryptFileA, EncryptFileW);
LIKE(DecryptFileW, EncryptFileW);
LIKE(DecryptFileA, EncryptFileW);
FAILS(FileEncryptionStatusW, "0 last_error", filedenied(lpFileName), filepath(lpFileName));
LIKE(FileEncryptionStatusA, FileEncryptionStatusW);
FAILS(OpenEncryptedFileRawW, "nonzero result/ERROR_", filedenied(lpFileName),
      filepath(lpFileName));
LIKE(OpenEncryptedFileRawA, OpenEncryptedFileRawW);
FAILS(ReadEncryptedFileRaw, "nonzero result/ERROR_, blocks");
CALLS_BACK(ReadEncryptedFileRaw, 1, call);
FAILS(WriteEncryptedFileRaw, "nonzero result/ERROR_, blocks");
CALLS_BACK(WriteEncryptedFileRaw, 1, call);
NEVER_FAILS(CloseEncryptedFileRaw);
FAILS(BackupRead, "0 last_error", fileright(hFile), filehandle(hFile));
HAS_BUFFER(BackupRead, 2, 3);
LIKE(BackupWrite, BackupRead);
HAS_BUFFER(BackupWrite, 2, 3);
FAILS(BackupSeek, "0 last_error", ERROR_SEEK, filehandle(hFile));
MEANS(BackupSeek, ERROR_SEEK, "the stream ends before that, and is now at its end");

/* Listing; the end is a failure with a code of its own. */
GROUP(filelist, ERROR_FILE_NOT_FOUND, "nothing matches $")
GROUP(filelist, ERROR_PATH_NOT_FOUND, "the directory in $ does not exist")
GROUP(filelist, ERROR_DIRECTORY, "the directory in $ is none")
GROUP(filelist, ERROR_INVALID_NAME, "$ has a character or a form that no path may have")
GROUP(findhandle, ERROR_INVALID_HANDLE, "$ is no handle of a search that is open")
FAILS(FindFirstFileW, "INVALID_HANDLE_VALUE last_error", ERROR_ACCESS_DENIED,
      ERROR_BAD_NETPATH, ERROR_BAD_NET_NAME, ERROR_NOT_READY, filelist(lpFileName));
LIKE(FindFirstFileA, FindFirstFileW);
FAILS(FindFirstFileExW, "INVALID_HANDLE_VALUE last_error", ERROR_ACCESS_DENIED,
      ERROR_BAD_NETPATH, ERROR_BAD_NET_NAME, ERROR_INVALID_PARAMETER, ERROR_NOT_READY,
      filelist(lpFileName));
MEANS(FindFirstFileExW, ERROR_INVALID_PARAMETER, "a level, operation or flag is not known");
LIKE(FindFirstFileExA, FindFirstFileExW);
FAILS(FindNextFileW, "0 last_error", ERROR_NO_MORE_FILES, findhandle(hFindFile));
MEANS(FindNextFileW, ERROR_NO_MORE_FILES, "the search has found all: there is nothing further");
LIKE(FindNextFileA, FindNextFileW);
FAILS(FindClose, "0 last_error", findhandle(hFindFile));
FAILS(FindFirstStreamW, "INVALID_HANDLE_VALUE last_error", ERROR_ACCESS_DENIED,
      ERROR_HANDLE_EOF, ERROR_INVALID_PARAMETER, filepath(lpFileName));
MEANS(FindFirstStreamW, ERROR_HANDLE_EOF, "lpFileName has no streams, as a directory may");
MEANS(FindFirstStreamW, ERROR_INVALID_PARAMETER, "the file system has no streams");
FAILS(FindNextStreamW, "0 last_error", ERROR_HANDLE_EOF, findhandle(hFindStream));
MEANS(FindNextStreamW, ERROR_HANDLE_EOF, "the file has no further streams");
FAILS(FindFirstFileNameW, "INVALID_HANDLE_VALUE last_error", ERROR_ACCESS_DENIED,
      ERROR_MORE_DATA, filepath(lpFileName));
MEANS(FindFirstFileNameW, ERROR_MORE_DATA,
      "LinkName is too small: StringLength says how many characters it takes");
FAILS(FindNextFileNameW, "0 last_error", ERROR_HANDLE_EOF, ERROR_MORE_DATA,
      findhandle(hFindStream));
MEANS(FindNextFileNameW, ERROR_HANDLE_EOF, "the file has no further names");
MEANS(FindNextFileNameW, ERROR_MORE_DATA,
      "LinkName is too small: StringLength says how many characters it takes");

/* Within a transaction: as without, and what the transaction itself may say. */
LIKE(CopyFileTransactedW, CopyFileExW);
LIKE(CopyFileTransactedA, CopyFileExW);
LIKE(CreateDirectoryTransactedW, CreateDirectoryExW);
LIKE(CreateDirectoryTransactedA, CreateDirectoryExW);
LIKE(CreateFileTransactedW, CreateFileW);
LIKE(CreateFileTransactedA, CreateFileW);
LIKE(CreateHardLinkTransactedW, CreateHardLinkW);
LIKE(CreateHardLinkTransactedA, CreateHardLinkW);
LIKE(CreateSymbolicLinkTransactedW, CreateSymbolicLinkW);
LIKE(CreateSymbolicLinkTransactedA, CreateSymbolicLinkW);
LIKE(DeleteFileTransactedW, DeleteFileW);
LIKE(DeleteFileTransactedA, DeleteFileW);
LIKE(FindFirstFileTransactedW, FindFirstFileExW);
LIKE(FindFirstFileTransactedA, FindFirstFileExW);
LIKE(GetCompressedFileSizeTransactedW, GetCompressedFileSizeW);
LIKE(GetCompressedFileSizeTransactedA, GetCompressedFileSizeW);
LIKE(RemoveDirectoryTransactedW, RemoveDirectoryW);
LIKE(RemoveDirectoryTransactedA, RemoveDirectoryW);
LIKE(SetFileAttributesTransactedW, SetFileAttributesW);
LIKE(SetFileAttributesTransactedA, SetFileAttributesW);
LIKE(MoveFileTransactedW, MoveFileWithProgressW);
LIKE(MoveFileTransactedA, MoveFileWithProgressW);
LIKE(GetFileAttributesTransactedW, GetFileAttributesExW);
LIKE(GetFileAttributesTransactedA, GetFileAttributesExW);
LIKE(FindFirstStreamTransactedW, FindFirstStreamW);
LIKE(FindFirstFileNameTransactedW, FindFirstFileNameW);
CALLS_BACK(CopyFileTransactedW, 3, call);
CALLS_BACK(CopyFileTransactedA, 3, call);
CALLS_BACK(MoveFileTransactedW, 3, call);
CALLS_BACK(MoveFileTransactedA, 3, call);
