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

/* ---- errno ---- */

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
    {ERROR_NO_SYSTEM_RESOURCES, ENOMEM},
};

static int as_errno(DWORD error)
{
    for (size_t i = 0; i < sizeof(meanings) / sizeof(*meanings); i++) {
        if (meanings[i].error == error)
            return meanings[i].code;
    }
    return EIO;
}

int abx_os_slot_errno(abx_os_slot slot)
{
    return slot != NULL ? *slot() : errno;
}

void abx_os_set_slot_errno(abx_os_slot slot, int code)
{
    if (slot != NULL)
        *slot() = code;
    else
        errno = code;
}

int abx_os_h_errno(void)
{
    return (int)GetLastError(); /* h_errno is a macro for it */
}

/* The older C library has no texts for the codes that the newer one added. */
void abx_os_errno_text(int code, char *text, size_t size)
{
    typedef char *(*text_function)(int code);
    enum { FIRST_NEW = 100 };
    struct abx_codes left;
    text_function ask = NULL;
    HMODULE newer = NULL;

    abx_os_save(&left, NULL);
    if (code >= FIRST_NEW)
        newer = LoadLibraryExW(L"ucrtbase.dll", NULL, LOAD_LIBRARY_SEARCH_SYSTEM32);
    if (newer != NULL)
        ask = (text_function)(void *)GetProcAddress(newer, "strerror");
    snprintf(text, size, "%s", ask != NULL ? ask(code) : strerror(code));
    if (newer != NULL)
        FreeLibrary(newer);
    abx_os_restore(&left);
}

/* No one else writes anything but 0 there. */
static int *nowhere(void)
{
    static int none;

    return &none;
}

/* ---- GetLastError ---- */

bool abx_os_has_last_error(void)
{
    return true;
}

int abx_os_last_error(void)
{
    return (int)GetLastError();
}

void abx_os_set_last_error(int code)
{
    SetLastError((DWORD)code);
}

/* Without the end of the line and of the sentence, which a message goes on behind. */
static void trim(char *text)
{
    size_t size = strlen(text);

    while (size > 0 && strchr(" \r\n.", text[size - 1]) != NULL)
        text[--size] = '\0';
    for (char *at = text; *at != '\0'; at++) {
        if (*at == '\r' || *at == '\n')
            *at = ' ';
    }
}

static bool ask_system(DWORD flags, HMODULE module, uint32_t code, DWORD language,
                       char *text, size_t size)
{
    wchar_t wide[512];
    DWORD n = FormatMessageW(flags | FORMAT_MESSAGE_IGNORE_INSERTS, module, code,
                             language, wide, sizeof(wide) / sizeof(*wide), NULL);
    char narrow[3 * sizeof(wide) / sizeof(*wide) + 1];

    if (n == 0 || WideCharToMultiByte(CP_UTF8, 0, wide, -1, narrow, sizeof(narrow), NULL,
                                      NULL) == 0)
        return false;
    trim(narrow);
    snprintf(text, size, "%s", narrow);
    return *text != '\0';
}

/* Only some systems have the English texts. */
static bool ask_in_english(DWORD flags, HMODULE module, uint32_t code, char *text,
                           size_t size)
{
    static const DWORD languages[] = {MAKELANGID(LANG_ENGLISH, SUBLANG_ENGLISH_US),
                                      MAKELANGID(LANG_NEUTRAL, SUBLANG_NEUTRAL)};

    for (size_t i = 0; i < sizeof(languages) / sizeof(*languages); i++) {
        if (ask_system(flags, module, code, languages[i], text, size))
            return true;
    }
    return false;
}

/* The module with the texts of a space; *@isp: it is one of the system's. */
static HMODULE find_texts(const char *space, bool *isp)
{
    static const char *const spaces[] = {
        "CLASS_E_", "CO_E_",  "DISP_E_",  "E_",      "ERROR_", "MK_E_",   "OLE_E_",
        "RPC_E_",   "RPC_S_", "REGDB_E_", "STATUS_", "STG_E_", "TYPE_E_", "WSA",
    };

    *isp = false;
    for (size_t i = 0; i < sizeof(spaces) / sizeof(*spaces) && !*isp; i++)
        *isp = strcmp(spaces[i], space) == 0;
    return strcmp(space, "STATUS_") == 0 ? GetModuleHandleW(L"ntdll.dll") : NULL;
}

bool abx_os_space_text(const char *space, int64_t code, char *text, size_t size)
{
    struct abx_codes left;
    bool is_known = false;
    HMODULE texts;

    abx_os_save(&left, NULL);
    texts = find_texts(space != NULL ? space : "", &is_known);
    if (is_known)
        is_known = ask_in_english(texts != NULL ? FORMAT_MESSAGE_FROM_HMODULE
                                                : FORMAT_MESSAGE_FROM_SYSTEM,
                                  texts, (uint32_t)code, text, size);
    abx_os_restore(&left);
    return is_known;
}

/* ---- all codes that functions leave ---- */

void abx_os_add_slot(struct abx_slots *slots, abx_os_slot slot)
{
    if (slot == NULL || slot == nowhere)
        return;
    for (unsigned i = 0; i < ABX_OS_MAX_SLOTS; i++) {
        abx_os_slot known = atomic_load(&slots->others[i]);

        if (known == slot)
            return;
        if (known == NULL) {
            atomic_store(&slots->others[i], slot);
            return;
        }
    }
}

void abx_os_save(struct abx_codes *codes, const struct abx_slots *slots)
{
    abx_os_slot slot;

    codes->last = (int)GetLastError();
    codes->own = errno;
    codes->slots = slots;
    codes->n_others = 0;
    while (slots != NULL && codes->n_others < ABX_OS_MAX_SLOTS &&
           (slot = atomic_load(&slots->others[codes->n_others])) != NULL)
        codes->others[codes->n_others++] = *slot();
}

void abx_os_restore(const struct abx_codes *codes)
{
    errno = codes->own;
    for (unsigned i = 0; i < codes->n_others; i++)
        *atomic_load (&codes->slots->others[i])() = codes->others[i];
    SetLastError((DWORD)codes->last);
}

/* ---- files ---- */

static int map_size(HANDLE file, const char **datap, size_t *sizep)
{
    LARGE_INTEGER size;
    HANDLE mapping;

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
    CloseHandle(mapping); /* the view keeps it */
    return *datap != NULL ? 0 : as_errno(GetLastError());
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

/* Others may write, replace and delete the file, as on other systems. */
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

static HMODULE load(const char *name, DWORD flags)
{
    wchar_t *wide = widen(name);
    HMODULE module = NULL;
    DWORD before;

    if (wide == NULL) {
        SetLastError(errno == ENOMEM ? ERROR_NOT_ENOUGH_MEMORY : ERROR_INVALID_NAME);
        return NULL;
    }
    for (wchar_t *at = wide; *at != L'\0'; at++) {
        if (*at == L'/')
            *at = L'\\';
    }
    /* No window asks for a disk. */
    SetThreadErrorMode(SEM_FAILCRITICALERRORS | SEM_NOOPENFILEERRORBOX, &before);
    module = LoadLibraryExW(wide, NULL, flags);
    flags = GetLastError();
    SetThreadErrorMode(before, NULL);
    SetLastError(flags);
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
        module = load(name, LOAD_LIBRARY_SEARCH_SYSTEM32);
    } else if (is_whole_path(name)) {
        module =
            load(name, LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_SYSTEM32);
    } else {
        snprintf(message, size,
                 "a relative path depends on the folder that a program happens to be in; "
                 "give the whole path, or the name alone for a library of the system");
        return NULL;
    }
    code = GetLastError();
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

/* ---- the errno of a library ---- */

/* What stands @offset bytes behind the begin of a module in memory. */
static const void *inside(const void *module, DWORD offset)
{
    return (const unsigned char *)module + offset;
}

/* The address behind the import called @name from one DLL; NULL: none. */
static void *find_in(const void *module, const IMAGE_IMPORT_DESCRIPTOR *from,
                     const char *name)
{
    const IMAGE_THUNK_DATA *names = inside(module, from->OriginalFirstThunk);
    const IMAGE_THUNK_DATA *addresses = inside(module, from->FirstThunk);

    if (from->OriginalFirstThunk == 0)
        return NULL;
    for (size_t i = 0; names[i].u1.AddressOfData != 0; i++) {
        const IMAGE_IMPORT_BY_NAME *import;

        if (IMAGE_SNAP_BY_ORDINAL(names[i].u1.Ordinal))
            continue;
        import = inside(module, (DWORD)names[i].u1.AddressOfData);
        if (strcmp((const char *)import->Name, name) == 0)
            return (void *)(uintptr_t)addresses[i].u1.Function;
    }
    return NULL;
}

static void *find_import(const void *module, const char *name)
{
    const IMAGE_DOS_HEADER *dos = module;
    const IMAGE_NT_HEADERS *headers = inside(module, (DWORD)dos->e_lfanew);
    const IMAGE_DATA_DIRECTORY *directory =
        &headers->OptionalHeader.DataDirectory[IMAGE_DIRECTORY_ENTRY_IMPORT];
    const IMAGE_IMPORT_DESCRIPTOR *from = inside(module, directory->VirtualAddress);
    void *address = NULL;

    if (directory->Size == 0)
        return NULL;
    for (; from->Name != 0 && address == NULL; from++)
        address = find_in(module, from, name);
    return address;
}

abx_os_slot abx_os_library_slot(void *handle)
{
    void *address = (void *)GetProcAddress((HMODULE)handle, "_errno");

    if (address == NULL)
        address = find_import(handle, "_errno");
    if (address == NULL)
        return nowhere;
    return address != (void *)_errno ? (abx_os_slot)address : NULL;
}

/* ---- where things are ---- */

/* To be freed; NULL when out of memory. */
static char *narrow(const wchar_t *wide)
{
    int n = WideCharToMultiByte(CP_UTF8, 0, wide, -1, NULL, 0, NULL, NULL);
    char *text = calloc((size_t)n + 1, 1);

    if (text != NULL)
        WideCharToMultiByte(CP_UTF8, 0, wide, -1, text, n, NULL, NULL);
    return text;
}

char *abx_os_environment(const char *name)
{
    wchar_t *wide = widen(name);
    DWORD n = wide != NULL ? GetEnvironmentVariableW(wide, NULL, 0) : 0;
    wchar_t *value = n > 0 ? calloc(n, sizeof(*value)) : NULL;
    char *text = NULL;

    if (value != NULL && GetEnvironmentVariableW(wide, value, n) < n)
        text = narrow(value);
    free(value);
    free(wide);
    return text;
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
char *abx_os_own_folder(unsigned index)
{
    static const wchar_t *const places[] = {L"", L"/../share/abidex"};
    wchar_t path[MAX_PATH + 32];
    DWORD n = GetModuleFileNameW(find_self(), path, MAX_PATH);
    wchar_t *end;

    if (index >= sizeof(places) / sizeof(*places) || n == 0 || n >= MAX_PATH)
        return NULL;
    end = wcsrchr(path, L'\\');
    wcscpy(end != NULL ? end : path, places[index]);
    return narrow(path);
}

/* ---- time ---- */

/* Of the system's numbers only those that a C library of Windows has too. */
bool abx_os_clock(int clock, int64_t *nowp)
{
    enum { REALTIME, MONOTONIC };
    const int64_t second = 1000000000;
    LARGE_INTEGER now;
    LARGE_INTEGER frequency;

    if (clock != ABX_OS_CLOCK_STEADY && clock != REALTIME && clock != MONOTONIC)
        return false;
    if (!QueryPerformanceFrequency(&frequency) || !QueryPerformanceCounter(&now))
        return false;
    *nowp = now.QuadPart / frequency.QuadPart * second +
            now.QuadPart % frequency.QuadPart * second / frequency.QuadPart;
    return true;
}
