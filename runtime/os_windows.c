/*
 * The operating system's part for Windows. Names are UTF-8 everywhere else and UTF-16
 * here. What the system says of a failure becomes an errno value, as far as the rest of
 * the library asks for one.
 */
#include "runtime/os.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

#include "base/buffer.h"

/* ---- names ---- */

/* The name in UTF-16, to be freed; NULL, with the reason in errno. */
static wchar_t *widen(const char *name)
{
    int n = MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, name, -1, NULL, 0);
    wchar_t *wide;

    errno = EILSEQ;
    if (n == 0)
        return NULL;
    wide = calloc((size_t)n, sizeof(*wide));
    if (wide != NULL)
        MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, name, -1, wide, n);
    return wide;
}

/* ---- what the system says, as errno ---- */

static const struct {
    DWORD error;
    int code;
} meanings[] = {
    {ERROR_FILE_NOT_FOUND, ENOENT},      {ERROR_PATH_NOT_FOUND, ENOENT},
    {ERROR_BAD_NETPATH, ENOENT},         {ERROR_BAD_NET_NAME, ENOENT},
    {ERROR_INVALID_NAME, ENOENT},        {ERROR_BAD_PATHNAME, ENOENT},
    {ERROR_INVALID_DRIVE, ENOENT},       {ERROR_DIRECTORY, ENOTDIR},
    {ERROR_ACCESS_DENIED, EACCES},       {ERROR_SHARING_VIOLATION, EACCES},
    {ERROR_LOCK_VIOLATION, EACCES},      {ERROR_TOO_MANY_OPEN_FILES, EMFILE},
    {ERROR_NOT_ENOUGH_MEMORY, ENOMEM},   {ERROR_OUTOFMEMORY, ENOMEM},
    {ERROR_COMMITMENT_LIMIT, ENOMEM},    {ERROR_FILENAME_EXCED_RANGE, ENAMETOOLONG},
    {ERROR_INVALID_PARAMETER, EINVAL},   {ERROR_NOT_SUPPORTED, EINVAL},
    {ERROR_NO_SYSTEM_RESOURCES, ENOMEM}, {ERROR_USER_MAPPED_FILE, EACCES},
};

static int as_errno(DWORD error)
{
    for (size_t i = 0; i < sizeof(meanings) / sizeof(*meanings); i++) {
        if (meanings[i].error == error)
            return meanings[i].code;
    }
    return EIO;
}

/* ---- files ---- */

static int map_size(HANDLE file, const char **datap, size_t *sizep)
{
    LARGE_INTEGER size;
    HANDLE mapping;
    int code;

    if (!GetFileSizeEx(file, &size))
        return as_errno(GetLastError());
    *datap = NULL;
    *sizep = (size_t)size.QuadPart;
    if (size.QuadPart == 0)
        return 0;
    if ((LONGLONG)*sizep != size.QuadPart)
        return EFBIG;
    mapping = CreateFileMappingW(file, NULL, PAGE_READONLY, 0, 0, NULL);
    if (mapping == NULL)
        return as_errno(GetLastError());
    *datap = MapViewOfFile(mapping, FILE_MAP_READ, 0, 0, 0);
    code = *datap != NULL ? 0 : as_errno(GetLastError());
    CloseHandle(mapping); /* the view keeps it */
    return code;
}

static int map_handle(HANDLE file, const char **datap, size_t *sizep)
{
    BY_HANDLE_FILE_INFORMATION information;

    if (GetFileType(file) != FILE_TYPE_DISK)
        return EINVAL; /* a pipe or device has no size to map */
    if (!GetFileInformationByHandle(file, &information))
        return as_errno(GetLastError());
    if (information.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY)
        return EISDIR;
    return map_size(file, datap, sizep);
}

/* Others may do with the file what they like, but for this: the system lets nobody cut,
 * replace or delete it while it is mapped. */
int abx_os_map(const char *path, const char **datap, size_t *sizep)
{
    wchar_t *wide = widen(path);
    HANDLE file;
    int code;

    if (wide == NULL)
        return errno;
    /* FILE_FLAG_BACKUP_SEMANTICS: folders are opened, and then told from files. */
    file = CreateFileW(wide, GENERIC_READ,
                       FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL,
                       OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, NULL);
    code = file != INVALID_HANDLE_VALUE ? 0 : as_errno(GetLastError());
    free(wide);
    if (code != 0)
        return code;
    code = map_handle(file, datap, sizep);
    CloseHandle(file);
    return code;
}

/* To unlock pages that are not locked takes them out, and fails. */
void abx_os_give_back(const char *data, size_t size)
{
    DWORD left = GetLastError();

    if (data != NULL)
        VirtualUnlock((void *)data, size);
    SetLastError(left);
}

void abx_os_unmap(const char *data, size_t size)
{
    (void)size;
    if (data != NULL)
        UnmapViewOfFile(data);
}

/* ---- libraries ---- */

static bool is_separator(char c)
{
    return c == '\\' || c == '/';
}

/* From a drive or a server on. */
static bool is_whole_path(const char *name)
{
    bool has_drive = name[0] != '\0' && name[1] == ':';

    return has_drive ? is_separator(name[2])
                     : is_separator(name[0]) && is_separator(name[1]);
}

/* NULL, with the system's reason in *@codep. */
static HMODULE load(const char *name, DWORD flags, DWORD *codep)
{
    wchar_t *wide = widen(name);
    HMODULE module;
    DWORD mode = GetThreadErrorMode();

    if (wide == NULL) {
        *codep = errno == ENOMEM ? ERROR_NOT_ENOUGH_MEMORY : ERROR_INVALID_NAME;
        return NULL;
    }
    for (wchar_t *at = wide; *at != L'\0'; at++) {
        if (*at == L'/')
            *at = L'\\';
    }
    /* No window asks for a disk. */
    SetThreadErrorMode(mode | SEM_FAILCRITICALERRORS | SEM_NOOPENFILEERRORBOX, NULL);
    module = LoadLibraryExW(wide, NULL, flags);
    *codep = GetLastError();
    SetThreadErrorMode(mode, NULL);
    free(wide);
    return module;
}

/*
 * A name without a folder is the system's own library, or one that the process has
 * already; a file of that name in the working folder, in PATH or beside the program would
 * be somebody else's.
 */
void *abx_os_library_open(const char *name, char *message, size_t size)
{
    HMODULE module;
    char text[200];
    DWORD code;

    if (name == NULL)
        return (void *)GetModuleHandleW(NULL);
    if (name[strcspn(name, "\\/:")] == '\0') {
        module = load(name, LOAD_LIBRARY_SEARCH_SYSTEM32, &code);
    } else if (is_whole_path(name)) {
        module = load(
            name, LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_SYSTEM32, &code);
    } else {
        snprintf(message, size,
                 "a relative path depends on the folder that a program happens to be in; "
                 "give the whole path, or the name alone for a library of the system");
        return NULL;
    }
    if (module != NULL)
        return (void *)module;
    if (!abx_os_space_text("ERROR_", code, text, sizeof(text)))
        snprintf(text, sizeof(text), "unknown reason");
    snprintf(message, size, "%s (%lu)", text, (unsigned long)code);
    return NULL;
}

void abx_os_library_close(void *handle)
{
    if ((HMODULE)handle != GetModuleHandleW(NULL))
        FreeLibrary((HMODULE)handle);
}

void *abx_os_library_symbol(void *handle, const char *symbol)
{
    return (void *)GetProcAddress((HMODULE)handle, symbol);
}

/* No allocator is put in front of a DLL's: each has its own for good. */
bool abx_os_is_c_library(void *handle, const void *address)
{
    (void)handle;
    (void)address;
    return false;
}

/* A DLL's symbol is found by the name of the DLL too: nothing comes before it. */
void *abx_os_process_symbol(const char *symbol)
{
    (void)symbol;
    return NULL;
}

/* ---- where things are ---- */

/* Adds @wide in UTF-8; NULL stands for what there was no memory for. */
static void put_narrow(struct abx_buffer *text, const wchar_t *wide)
{
    int n =
        wide != NULL ? WideCharToMultiByte(CP_UTF8, 0, wide, -1, NULL, 0, NULL, NULL) : 0;
    char *narrow = n > 0 ? calloc((size_t)n, 1) : NULL;

    if (narrow == NULL) {
        text->failed = true;
        return;
    }
    WideCharToMultiByte(CP_UTF8, 0, wide, -1, narrow, n, NULL, NULL);
    abx_buffer_puts(text, narrow);
    free(narrow);
}

void abx_os_environment(const char *name, struct abx_buffer *text)
{
    wchar_t *wide = widen(name);
    DWORD n = wide != NULL ? GetEnvironmentVariableW(wide, NULL, 0) : 0;
    wchar_t *value = n > 0 ? calloc(n, sizeof(*value)) : NULL;

    /* None, or one that was made longer meanwhile, is as good as empty. */
    if (value != NULL && GetEnvironmentVariableW(wide, value, n) >= n)
        value[0] = L'\0';
    if (wide == NULL || n > 0)
        put_narrow(text, value);
    free(value);
    free(wide);
}

bool abx_os_is_path(const char *name)
{
    return name[strcspn(name, "\\/:")] != '\0';
}

/* The file that this code is in: the program, or a DLL. */
static HMODULE find_self(void)
{
    HMODULE self = NULL;

    GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS |
                           GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT,
                       (const wchar_t *)(const void *)find_self, &self);
    return self;
}

/* Tables are beside that file, or where an installation puts them. */
bool abx_os_own_folder(unsigned index, struct abx_buffer *folder)
{
    static const wchar_t *const places[] = {L"", L"/../share/abidex"};
    wchar_t path[MAX_PATH + 32];
    DWORD n = GetModuleFileNameW(find_self(), path, MAX_PATH);
    wchar_t *end;

    if (index >= sizeof(places) / sizeof(*places) || n == 0 || n >= MAX_PATH)
        return false;
    end = wcsrchr(path, L'\\');
    wcscpy(end != NULL ? end : path, places[index]);
    put_narrow(folder, path);
    return true;
}

/* ---- time ---- */

/* The system has no numbers for clocks. */
bool abx_os_clock(int clock, int64_t *nowp)
{
    const int64_t second = 1000000000;
    LARGE_INTEGER now;
    LARGE_INTEGER frequency;

    if (clock != ABX_OS_CLOCK_STEADY)
        return false;
    if (!QueryPerformanceFrequency(&frequency) || !QueryPerformanceCounter(&now))
        return false;
    *nowp = now.QuadPart / frequency.QuadPart * second +
            now.QuadPart % frequency.QuadPart * second / frequency.QuadPart;
    return true;
}
