/*
 * The same for tests on every system.
 */
#include "system.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef _WIN32

#include <io.h>
#include <sys/stat.h>
#include <windows.h>

static void narrow(char *text, const wchar_t *wide)
{
    if (WideCharToMultiByte(CP_UTF8, 0, wide, -1, text, TEST_PATH, NULL, NULL) == 0)
        abort();
}

/* @code_page: of @text. */
static void widen(wchar_t *wide, unsigned code_page, const char *text)
{
    if (MultiByteToWideChar(code_page, 0, text, -1, wide, TEST_PATH) == 0)
        abort();
}

int test_create_table(char *path)
{
    wchar_t folder[MAX_PATH + 1];
    wchar_t wide[TEST_PATH];
    LARGE_INTEGER now;

    if (GetTempPathW(MAX_PATH + 1, folder) == 0)
        return -1;
    QueryPerformanceCounter(&now);
    if (_snwprintf(wide, TEST_PATH, L"%lsabidex-test-%lx-%I64x.abx", folder,
                   (unsigned long)GetCurrentProcessId(),
                   (unsigned long long)now.QuadPart) >= TEST_PATH)
        return -1;
    narrow(path, wide);
    return _wopen(wide, _O_CREAT | _O_EXCL | _O_RDWR | _O_BINARY, S_IREAD | S_IWRITE);
}

void test_remove(const char *path)
{
    wchar_t wide[TEST_PATH];

    widen(wide, CP_UTF8, path);
    _wunlink(wide);
}

const char *test_library_path(const char *path)
{
    static char whole[TEST_PATH];
    wchar_t given[TEST_PATH];
    wchar_t wide[TEST_PATH];
    DWORD n;

    widen(given, CP_ACP, path);
    n = GetFullPathNameW(given, TEST_PATH, wide, NULL);
    if (n == 0 || n >= TEST_PATH)
        abort();
    narrow(whole, wide);
    return whole;
}

void *test_load(const char *path)
{
    wchar_t wide[TEST_PATH];

    widen(wide, CP_UTF8, test_library_path(path));
    return (void *)LoadLibraryW(wide);
}

void *test_symbol(void *library, const char *name)
{
    return (void *)GetProcAddress((HMODULE)library, name);
}

void test_unload(void *library)
{
    FreeLibrary((HMODULE)library);
}

void test_set_h_errno(int code)
{
    SetLastError((DWORD)code);
}

struct test_thread {
    HANDLE handle;
    void *(*run)(void *user);
    void *user;
    void *result;
};

static DWORD WINAPI run_thread(void *user)
{
    struct test_thread *thread = user;

    thread->result = thread->run(thread->user);
    return 0;
}

struct test_thread *test_thread_start(void *(*run)(void *user), void *user)
{
    struct test_thread *thread = calloc(1, sizeof(*thread));

    thread->run = run;
    thread->user = user;
    thread->handle = CreateThread(NULL, 0, run_thread, thread, 0, NULL);
    return thread;
}

void *test_thread_join(struct test_thread *thread)
{
    void *result;

    WaitForSingleObject(thread->handle, INFINITE);
    result = thread->result;
    CloseHandle(thread->handle);
    free(thread);
    return result;
}

void test_limit(unsigned seconds)
{
    (void)seconds;
}

#else

#include <dlfcn.h>
#include <netdb.h>
#include <pthread.h>
#include <unistd.h>

int test_create_table(char *path)
{
    strcpy(path, "/tmp/abidex-test-XXXXXX.abx");
    return mkstemps(path, 4);
}

void test_remove(const char *path)
{
    unlink(path);
}

const char *test_library_path(const char *path)
{
    return path;
}

void *test_load(const char *path)
{
    return dlopen(path, RTLD_NOW);
}

void *test_symbol(void *library, const char *name)
{
    return dlsym(library, name);
}

void test_unload(void *library)
{
    dlclose(library);
}

void test_set_h_errno(int code)
{
    h_errno = code;
}

struct test_thread {
    pthread_t handle;
};

struct test_thread *test_thread_start(void *(*run)(void *user), void *user)
{
    struct test_thread *thread = calloc(1, sizeof(*thread));

    if (pthread_create(&thread->handle, NULL, run, user) != 0)
        abort();
    return thread;
}

void *test_thread_join(struct test_thread *thread)
{
    void *result = NULL;

    pthread_join(thread->handle, &result);
    free(thread);
    return result;
}

void test_limit(unsigned seconds)
{
    alarm(seconds);
}

#endif
