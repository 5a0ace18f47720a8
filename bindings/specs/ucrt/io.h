/* <io.h>, <fcntl.h>, <share.h>, <sys/stat.h>, <sys/utime.h>, <sys/locking.h>, <direct.h>:
 * descriptors, files and folders by name. */

/* Opening */
FAILS(_open, "-1 errno, blocks", EMFILE, ENOMEM, ENOSPC, opens(_Filename));
MEANS(_open, EEXIST, "_OpenFlag has _O_CREAT and _O_EXCL, and _Filename exists");
MEANS(_open, EINVAL,
      "_OpenFlag or the mode is not valid, or _Filename is no name that Windows allows");
LIKE(_wopen, _open);
LIKE(open, _open);
LIKE(_sopen, _open);
MEANS(_sopen, EINVAL,
      "a flag or the mode is not valid, or _Filename is no name that Windows allows");
LIKE(_wsopen, _sopen);
LIKE(sopen, _sopen);
LIKE(_creat, _open);
MEANS(_creat, EINVAL, "_PermissionMode is not valid, or _Filename no name that Windows allows");
LIKE(_wcreat, _creat);
LIKE(creat, _creat);
FAILS(_sopen_s, "nonzero result, blocks", EMFILE, ENOMEM, ENOSPC, opens(_Filename));
MEANS(_sopen_s, EEXIST, "_OpenFlag has _O_CREAT and _O_EXCL, and _Filename exists");
MEANS(_sopen_s, EINVAL,
      "_FileHandle is NULL, or a flag, the mode or the name of the file is not valid");
LIKE(_wsopen_s, _sopen_s);
FAILS(_close, "-1 errno", fd(_FileHandle));
LIKE(close, _close);
FAILS(_dup, "-1 errno", EMFILE, fd(_FileHandle));
LIKE(dup, _dup);
FAILS(_dup2, "-1 errno", EMFILE, fd(_FileHandleSrc));
MEANS(_dup2, EBADF, "_FileHandleSrc is not open, or _FileHandleDst is out of range");
LIKE(dup2, _dup2);
FAILS(_pipe, "-1 errno", EINVAL, EMFILE, ENFILE);
MEANS(_pipe, EINVAL, "_PtHandles is NULL, or _TextMode is none of _O_TEXT and _O_BINARY");
MEANS(_pipe, ENFILE, "the system has as many open files as it may");
FAILS(_get_osfhandle, "-1 errno", fd(_FileHandle)); /* -2: a stream that leads nowhere */
FAILS(_open_osfhandle, "-1 errno, fresh", EBADF, EMFILE);
MEANS(_open_osfhandle, EBADF, "_OSFileHandle is no handle of a file");

/* Reading, writing, position */
FAILS(_read, "-1 errno, blocks", EINVAL, fd(_FileHandle));
MEANS(_read, EBADF, "_FileHandle is not a descriptor that is open for reading");
MEANS(_read, EINVAL, "_DstBuf is NULL, or _MaxCharCount is above INT_MAX or odd for UTF-16");
LIKE(read, _read);
FAILS(_write, "-1 errno, blocks", EBADF, EINVAL, ENOSPC);
MEANS(_write, EBADF, "the descriptor is not open for writing");
MEANS(_write, EINVAL,
      "_Buf is NULL, _MaxCharCount odd for UTF-16, or nobody reads the other end of the pipe");
LIKE(write, _write);
FAILS(_lseek, "-1 errno", EINVAL, fd(_FileHandle));
MEANS(_lseek, EINVAL, "_Origin is not known, or the position would be before the start");
LIKE(lseek, _lseek);
LIKE(_lseeki64, _lseek);
FAILS(_tell, "-1 errno", fd(_FileHandle));
LIKE(tell, _tell);
LIKE(_telli64, _tell);
FAILS(_eof, "-1 errno", fd(_FileHandle));
LIKE(eof, _eof);
FAILS(_filelength, "-1 errno", fd(_FileHandle));
LIKE(filelength, _filelength);
LIKE(_filelengthi64, _filelength);
FAILS(_commit, "-1 errno, blocks", fd(_FileHandle));
FAILS(_chsize, "-1 errno", EACCES, EINVAL, ENOSPC, fd(_FileHandle));
MEANS(_chsize, EACCES, "the file is read-only, or a part of it is locked");
MEANS(_chsize, EINVAL, "_Size is negative");
LIKE(chsize, _chsize);
FAILS(_chsize_s, "nonzero result", EACCES, EINVAL, ENOSPC, fd(_FileHandle));
MEANS(_chsize_s, EACCES, "the file is read-only, or a part of it is locked");
MEANS(_chsize_s, EINVAL, "_Size is negative");
FAILS(_locking, "-1 errno, blocks", EACCES, EDEADLOCK, EINVAL, fd(_FileHandle));
MEANS(_locking, EACCES,
      "the bytes are locked already, or are not locked and can't be unlocked");
MEANS(_locking, EDEADLOCK, "somebody kept the bytes locked during all of ten attempts");
MEANS(_locking, EINVAL, "_LockMode is not known, or _NumOfBytes is negative");
FAILS(_setmode, "-1 errno", EINVAL, fd(_FileHandle));
MEANS(_setmode, EINVAL,
      "_Mode is none of _O_TEXT, _O_BINARY, _O_WTEXT, _O_U8TEXT and _O_U16TEXT");
LIKE(setmode, _setmode);
FAILS(_isatty, "0 errno, clear", fd(_FileHandle));
LIKE(isatty, _isatty);

/* What is known of a file */
GROUP(stats, EINVAL, "a pointer is NULL, or the size or a time does not fit in the structure")
FAILS(_stat64, "-1 errno", EOVERFLOW, path(_Name));
MEANS(_stat64, EINVAL, "_Stat or _Name is NULL, or what is to be told does not fit in _Stat");
MEANS(_stat64, EOVERFLOW, "the size of the file does not fit in st_size");
LIKE(_stat32, _stat64);
LIKE(_stat32i64, _stat64);
LIKE(_stat64i32, _stat64);
LIKE(_wstat64, _stat64);
LIKE(_wstat32, _stat64);
LIKE(_wstat32i64, _stat64);
LIKE(_wstat64i32, _stat64);
LIKE(_stat, _stat64);
LIKE(_stati64, _stat64);
LIKE(_wstat, _stat64);
LIKE(_wstati64, _stat64);
FAILS(_fstat64, "-1 errno", EOVERFLOW, fd(_FileDes), stats(_Stat));
MEANS(_fstat64, EOVERFLOW, "the size of the file does not fit in st_size");
LIKE(_fstat32, _fstat64);
LIKE(_fstat32i64, _fstat64);
LIKE(_fstat64i32, _fstat64);
LIKE(_fstat, _fstat64);
LIKE(_fstati64, _fstat64);
FAILS(_access, "-1 errno", EACCES, path(_Filename));
MEANS(_access, EACCES, "_Filename does not permit what _AccessMode asks for");
MEANS(_access, EINVAL, "_Filename is NULL or not valid, or _AccessMode is not known");
LIKE(_waccess, _access);
LIKE(access, _access);
FAILS(_access_s, "nonzero result", EACCES, path(_Filename));
MEANS(_access_s, EACCES, "_Filename does not permit what _AccessMode asks for");
MEANS(_access_s, EINVAL, "_Filename is NULL or not valid, or _AccessMode is not known");
LIKE(_waccess_s, _access_s);
FAILS(_chmod, "-1 errno", EACCES, path(_Filename));
MEANS(_chmod, EACCES, "the caller may not change the attributes of _Filename");
LIKE(_wchmod, _chmod);
LIKE(chmod, _chmod);
FAILS(_utime64, "-1 errno", EACCES, EMFILE, path(_Filename));
MEANS(_utime64, EACCES, "_Filename is a directory, read-only, or in use by somebody");
MEANS(_utime64, EINVAL, "_Filename is NULL, or a time in _Time is not valid");
LIKE(_utime32, _utime64);
LIKE(_wutime64, _utime64);
LIKE(_wutime32, _utime64);
FAILS(_utime, "-1 errno", EACCES, EINVAL, EMFILE, ENOENT);
MEANS(_utime, EACCES, "the file is a directory, read-only, or in use by somebody");
MEANS(_utime, EINVAL, "the name is NULL, or a time is not valid");
MEANS(_utime, ENOENT, "the file, or a directory on the way to it, does not exist");
LIKE(_wutime, _utime);
LIKE(utime, _utime);
FAILS(_futime64, "-1 errno", EINVAL, fd(_FileDes));
MEANS(_futime64, EINVAL, "a time in _Time is not valid");
LIKE(_futime32, _futime64);
FAILS(_futime, "-1 errno", EBADF, EINVAL);
MEANS(_futime, EBADF, "the descriptor is not open");
MEANS(_futime, EINVAL, "a time is not valid");
NEVER_FAILS(_umask);
NEVER_FAILS(umask);
FAILS(_umask_s, "nonzero result", EINVAL);
MEANS(_umask_s, EINVAL, "_OldMode is NULL, or _NewMode has bits beyond _S_IREAD and _S_IWRITE");
FAILS(_mktemp, "NULL errno, fresh", EEXIST, EINVAL);
MEANS(_mktemp, EEXIST, "all 26 names that _TemplateName allows are taken");
MEANS(_mktemp, EINVAL, "_TemplateName is NULL or does not end in XXXXXX");
LIKE(_wmktemp, _mktemp);
LIKE(mktemp, _mktemp);
FAILS(_mktemp_s, "nonzero result", EEXIST, EINVAL);
MEANS(_mktemp_s, EEXIST, "all 26 names that _TemplateName allows are taken");
MEANS(_mktemp_s, EINVAL,
      "_TemplateName is NULL, does not end in XXXXXX or has no zero within its size");
LIKE(_wmktemp_s, _mktemp_s);

/* Searching a folder; that nothing more matches is ENOENT, too. */
FAILS(_findfirst64, "-1 errno", EINVAL, ENOENT, ENOMEM);
MEANS(_findfirst64, EINVAL,
      "_Filename or _FindData is NULL, or no pattern that Windows allows");
MEANS(_findfirst64, ENOENT, "nothing matches _Filename");
LIKE(_findfirst32, _findfirst64);
LIKE(_findfirst32i64, _findfirst64);
LIKE(_findfirst64i32, _findfirst64);
LIKE(_wfindfirst64, _findfirst64);
LIKE(_wfindfirst32, _findfirst64);
LIKE(_wfindfirst32i64, _findfirst64);
LIKE(_wfindfirst64i32, _findfirst64);
FAILS(_findnext64, "-1 errno", EINVAL, ENOENT);
MEANS(_findnext64, EINVAL, "_FindHandle is no search that is open, or _FindData is NULL");
MEANS(_findnext64, ENOENT, "nothing more matches: all has been told");
LIKE(_findnext32, _findnext64);
LIKE(_findnext32i64, _findnext64);
LIKE(_findnext64i32, _findnext64);
LIKE(_wfindnext64, _findnext64);
LIKE(_wfindnext32, _findnext64);
LIKE(_wfindnext32i64, _findnext64);
LIKE(_wfindnext64i32, _findnext64);
FAILS(_findclose, "-1 errno", EINVAL);
MEANS(_findclose, EINVAL, "_FindHandle is no search that is open");

/* <direct.h> */
FAILS(_mkdir, "-1 errno", EACCES, EEXIST, EINVAL, ENOENT);
MEANS(_mkdir, EACCES, "the caller may not make a directory there");
MEANS(_mkdir, EEXIST, "_Path exists already, or is the name of a device");
MEANS(_mkdir, EINVAL, "_Path is no name that Windows allows");
MEANS(_mkdir, ENOENT, "a directory on the way to _Path does not exist");
LIKE(_wmkdir, _mkdir);
LIKE(mkdir, _mkdir);
FAILS(_rmdir, "-1 errno", EACCES, EINVAL, ENOENT, ENOTEMPTY);
MEANS(_rmdir, EACCES, "_Path is in use, or is the current folder of a program");
MEANS(_rmdir, EINVAL, "_Path is no directory, or no name that Windows allows");
MEANS(_rmdir, ENOENT, "_Path does not exist");
MEANS(_rmdir, ENOTEMPTY, "the directory is not empty, or is the current or a root directory");
LIKE(_wrmdir, _rmdir);
LIKE(rmdir, _rmdir);
FAILS(_chdir, "-1 errno", path(_Path));
LIKE(_wchdir, _chdir);
LIKE(chdir, _chdir);
FAILS(_chdrive, "-1 errno", EACCES, ENOENT);
MEANS(_chdrive, EACCES, "_Drive is not from 1 (A:) to 26 (Z:)");
MEANS(_chdrive, ENOENT, "there is no such drive");
FAILS(_getcwd, "NULL errno", EINVAL, ENOMEM, ERANGE);
MEANS(_getcwd, EINVAL, "_DstBuf is given, but its size is not positive");
MEANS(_getcwd, ERANGE, "_DstBuf is too small for the path and its zero");
LIKE(_wgetcwd, _getcwd);
LIKE(getcwd, _getcwd);
FAILS(_getdcwd, "NULL errno", EACCES, EINVAL, ENOMEM, ERANGE);
MEANS(_getdcwd, EACCES, "there is no drive _Drive");
MEANS(_getdcwd, EINVAL, "the size is not positive, or _Drive is not valid");
MEANS(_getdcwd, ERANGE, "_DstBuf is too small for the path and its zero");
LIKE(_wgetdcwd, _getdcwd);
NEVER_FAILS(_getdrive);
FAILS(_getdrives, "0 last_error");
FAILS(_getdiskfree, "nonzero result/ERROR_");
