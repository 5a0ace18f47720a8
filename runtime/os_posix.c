/*
 * The operating system's part for POSIX systems. RTLD_DEFAULT is no POSIX name yet; it
 * stays in this file.
 */
#include "runtime/os.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/buffer.h"

static int map_descriptor(int fd, const char **datap, size_t *sizep)
{
    struct stat status;
    void *data;

    if (fstat(fd, &status) != 0)
        return errno;
    if (S_ISDIR(status.st_mode))
        return EISDIR;
    if (!S_ISREG(status.st_mode))
        return EINVAL; /* a pipe or device has no size to map */
    *datap = NULL;
    *sizep = (size_t)status.st_size;
    if (status.st_size == 0)
        return 0;
    data = mmap(NULL, *sizep, PROT_READ, MAP_PRIVATE, fd, 0);
    if (data == MAP_FAILED)
        return errno;
    *datap = (const char *)data;
    return 0;
}

int abx_os_map(const char *path, const char **datap, size_t *sizep)
{
    /* O_NONBLOCK: a FIFO without a writer is refused instead of waited for. */
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    int code;

    if (fd < 0)
        return errno;
    code = map_descriptor(fd, datap, sizep);
    close(fd);
    return code;
}

/* Linux maps 64 KB and more around each page that is read: a few searches map all. */
void abx_os_give_back(const char *data, size_t size)
{
    int saved = errno;

    if (data != NULL)
        madvise((void *)data, size, MADV_DONTNEED);
    errno = saved;
}

void abx_os_unmap(const char *data, size_t size)
{
    if (data != NULL)
        munmap((void *)data, size);
}

void *abx_os_library_open(const char *name, char *message, size_t size)
{
    void *handle = dlopen(name, RTLD_LAZY | RTLD_LOCAL);

    if (handle == NULL) {
        const char *text = dlerror();

        snprintf(message, size, "%s", text != NULL ? text : "unknown reason");
    }
    return handle;
}

void abx_os_library_close(void *handle)
{
    dlclose(handle);
}

/* Whether @address lies in the library behind @handle. */
static bool is_inside(void *handle, void *address)
{
    Dl_info info;
    void *other;

    if (dladdr(address, &info) == 0 || info.dli_fname == NULL)
        return false;
    other = dlopen(info.dli_fname, RTLD_LAZY | RTLD_NOLOAD);
    if (other != NULL)
        dlclose(other);
    return other == handle;
}

/* ThreadSanitizer knows the threads and locks that its own functions make, which stand in
 * front of those of the C library. */
#if defined(__SANITIZE_THREAD__)
#define IS_SANITIZER_FIRST 1
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define IS_SANITIZER_FIRST 1
#endif
#endif
#ifndef IS_SANITIZER_FIRST
#define IS_SANITIZER_FIRST 0
#endif

void *abx_os_library_symbol(void *handle, const char *symbol)
{
    void *address = dlsym(handle, symbol);
    void *first = IS_SANITIZER_FIRST ? dlsym(RTLD_DEFAULT, symbol) : NULL;

    if (address != NULL)
        return first != NULL && abx_os_is_c_library(handle, address) ? first : address;
    /* glibc finds nothing through a handle of the dynamic linker itself. */
    address = dlsym(RTLD_DEFAULT, symbol);
    return address != NULL && is_inside(handle, address) ? address : NULL;
}

/* Every dynamic C library starts the program; __libc_init is bionic's way. */
bool abx_os_is_c_library(void *handle, const void *address)
{
    static const char *const starts[] = {"__libc_start_main", "__libc_init"};

    for (size_t i = 0; i < sizeof(starts) / sizeof(*starts); i++) {
        void *start = dlsym(handle, starts[i]);
        Dl_info library;
        Dl_info info;

        if (start != NULL && dladdr(start, &library) != 0 && dladdr(address, &info) != 0)
            return library.dli_fbase == info.dli_fbase;
    }
    return false;
}

void *abx_os_process_symbol(const char *symbol)
{
    return dlsym(RTLD_DEFAULT, symbol);
}

void abx_os_environment(const char *name, struct abx_buffer *text)
{
#if defined(ABX_HAVE_SECURE_GETENV)
    const char *value = secure_getenv(name);
#else
    const char *value = getenv(name);
#endif

    if (value != NULL)
        abx_buffer_puts(text, value);
}

bool abx_os_is_path(const char *name)
{
    return strchr(name, '/') != NULL;
}

bool abx_os_own_folder(unsigned index, struct abx_buffer *folder)
{
    if (index > 0)
        return false;
    abx_buffer_puts(folder, ABX_TABLE_DIR);
    return true;
}

bool abx_os_clock(int clock, int64_t *nowp)
{
    bool is_steady = clock == ABX_OS_CLOCK_STEADY || clock == (int)CLOCK_REALTIME;
    int saved = errno;
    struct timespec now;
    bool is_read =
        clock_gettime(is_steady ? CLOCK_MONOTONIC : (clockid_t)clock, &now) == 0;

    errno = saved;
    if (is_read)
        *nowp = (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
    return is_read;
}

abx_os_slot abx_os_library_slot(void *handle)
{
    (void)handle;
    return NULL;
}

void abx_os_add_slot(struct abx_slots *slots, abx_os_slot slot)
{
    (void)slots;
    (void)slot;
}

int abx_os_h_errno(void)
{
    return h_errno;
}

bool abx_os_has_last_error(void)
{
    return false;
}

bool abx_os_space_text(const char *space, int64_t code, char *text, size_t size)
{
    (void)space;
    (void)code;
    (void)text;
    (void)size;
    return false;
}

void abx_os_errno_text(int code, char *text, size_t size)
{
    int saved = errno;
    locale_t locale = newlocale(LC_ALL_MASK, "C", (locale_t)0);

    if (locale != (locale_t)0) {
        snprintf(text, size, "%s", strerror_l(code, locale));
        freelocale(locale);
    } else {
        snprintf(text, size, "error %d", code);
    }
    errno = saved;
}
