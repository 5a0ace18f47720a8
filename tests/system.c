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

int test_create_table(char *path)
{
    char folder[200];
    LARGE_INTEGER now;

    GetTempPathA(sizeof(folder), folder);
    QueryPerformanceCounter(&now);
    snprintf(path, TEST_PATH, "%sabidex-test-%lx-%llx.abx", folder,
             (unsigned long)GetCurrentProcessId(), (unsigned long long)now.QuadPart);
    return _open(path, _O_CREAT | _O_EXCL | _O_RDWR | _O_BINARY, S_IREAD | S_IWRITE);
}

const char *test_library_path(const char *path)
{
    static char whole[TEST_PATH];

    return GetFullPathNameA(path, sizeof(whole), whole, NULL) > 0 ? whole : path;
}

void *test_load(const char *path)
{
    return (void *)LoadLibraryA(test_library_path(path));
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
