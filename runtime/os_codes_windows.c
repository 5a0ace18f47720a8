/*
 * The codes that functions of Windows leave: GetLastError, and the errno of each C library
 * that the process has. What the system says of a code is asked for in English.
 */
#include "runtime/os.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

/* ---- errno ---- */

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

/* Writes as much of the UTF-8 as fits, and no part of a character. */
static void copy_whole(const char *from, char *text, size_t size)
{
    size_t n = strnlen(from, size - 1);

    while (n > 0 && ((unsigned char)from[n] & 0xc0) == 0x80)
        n--;
    memcpy(text, from, n);
    text[n] = '\0';
}

static bool narrow_to(const wchar_t *wide, char *text, size_t size)
{
    int n = WideCharToMultiByte(CP_UTF8, 0, wide, -1, NULL, 0, NULL, NULL);
    char *narrow = calloc((size_t)n + 1, 1);

    if (narrow == NULL)
        return false;
    WideCharToMultiByte(CP_UTF8, 0, wide, -1, narrow, n, NULL, NULL);
    trim(narrow);
    copy_whole(narrow, text, size);
    free(narrow);
    return *text != '\0';
}

static bool ask_system(DWORD flags, HMODULE module, uint32_t code, DWORD language,
                       char *text, size_t size)
{
    wchar_t *wide = NULL;
    void *place = &wide; /* which it takes for text */
    bool is_told;

    flags |= FORMAT_MESSAGE_ALLOCATE_BUFFER | FORMAT_MESSAGE_IGNORE_INSERTS;
    if (FormatMessageW(flags, module, code, language, (wchar_t *)place, 0, NULL) == 0)
        return false;
    is_told = narrow_to(wide, text, size);
    LocalFree(wide);
    return is_told;
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

/* ---- the errno of a library ---- */

/* No one else writes anything but 0 there. */
static int *nowhere(void)
{
    static int none;

    return &none;
}

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

/* The function _errno of a module that is a whole C library: ntdll has no files. */
static void *find_export(HMODULE module)
{
    if (module == NULL || GetProcAddress(module, "_open") == NULL)
        return NULL;
    return (void *)GetProcAddress(module, "_errno");
}

/* What the module calls for errno; else what the C library has that it calls for others. */
static void *find_import(const void *module)
{
    const IMAGE_DOS_HEADER *dos = module;
    const IMAGE_NT_HEADERS *headers = inside(module, (DWORD)dos->e_lfanew);
    const IMAGE_DATA_DIRECTORY *directory =
        &headers->OptionalHeader.DataDirectory[IMAGE_DIRECTORY_ENTRY_IMPORT];
    const IMAGE_IMPORT_DESCRIPTOR *from = inside(module, directory->VirtualAddress);
    void *address = NULL;
    void *second = NULL;

    if (directory->Size == 0)
        return NULL;
    for (; from->Name != 0 && address == NULL; from++) {
        address = find_in(module, from, "_errno");
        if (second == NULL)
            second = find_export(GetModuleHandleA(inside(module, from->Name)));
    }
    return address != NULL ? address : second;
}

abx_os_slot abx_os_library_slot(void *handle)
{
    void *address = (void *)GetProcAddress((HMODULE)handle, "_errno");

    if (address == NULL)
        address = find_import(handle);
    if (address == NULL)
        return nowhere;
    return address != (void *)_errno ? (abx_os_slot)address : NULL;
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
