/*
 * On Windows a file that somebody has mapped can't be replaced: the old one stays then, and
 * the caller is told.
 */
#include "base/file.h"

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <windows.h>

static int as_errno(DWORD error)
{
    switch (error) {
    case ERROR_FILE_NOT_FOUND:
    case ERROR_PATH_NOT_FOUND:
        return ENOENT;
    case ERROR_ACCESS_DENIED:
    case ERROR_SHARING_VIOLATION:
    case ERROR_USER_MAPPED_FILE:
        return EACCES;
    case ERROR_DISK_FULL:
        return ENOSPC;
    default:
        return EIO;
    }
}

static int write_all(HANDLE file, const char *data, size_t size)
{
    const size_t most = 1 << 20;

    while (size > 0) {
        DWORD n = (DWORD)(size < most ? size : most);

        if (!WriteFile(file, data, n, &n, NULL))
            return as_errno(GetLastError());
        data += n;
        size -= n;
    }
    return 0;
}

static int write_file(const wchar_t *path, DWORD how, const char *data, size_t size)
{
    HANDLE file =
        CreateFileW(path, GENERIC_WRITE, 0, NULL, how, FILE_ATTRIBUTE_NORMAL, NULL);
    int error;

    if (file == INVALID_HANDLE_VALUE)
        return as_errno(GetLastError());
    error = write_all(file, data, size);
    CloseHandle(file);
    return error;
}

/* @name has room for what is put behind the path. */
static int replace(const wchar_t *path, wchar_t *name, const char *data, size_t size)
{
    int error;

    wsprintfW(name, L"%s.%lx", path, (unsigned long)GetCurrentProcessId());
    error = write_file(name, CREATE_ALWAYS, data, size);
    if (!error && !MoveFileExW(name, path, MOVEFILE_REPLACE_EXISTING))
        error = as_errno(GetLastError());
    if (error)
        DeleteFileW(name);
    return error;
}

static int replace_or_write(const wchar_t *path, wchar_t *name, const char *data,
                            size_t size)
{
    DWORD attributes = GetFileAttributesW(path);
    bool is_there = attributes != INVALID_FILE_ATTRIBUTES;

    if (is_there && attributes & FILE_ATTRIBUTE_DIRECTORY)
        return EISDIR;
    if (is_there && attributes & FILE_ATTRIBUTE_DEVICE)
        return write_file(path, OPEN_EXISTING, data, size);
    return replace(path, name, data, size);
}

int abx_file_replace(const char *path, const char *data, size_t size)
{
    enum { BEHIND = 16 };
    int n = MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, path, -1, NULL, 0);
    wchar_t *wide = calloc(2 * (size_t)n + BEHIND, sizeof(*wide));
    int error = n > 0 ? ENOMEM : EILSEQ;

    if (wide && n > 0) {
        MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, path, -1, wide, n);
        error = replace_or_write(wide, wide + n, data, size);
    }
    free(wide);
    return error;
}
