/**
 * What differs by operating system: mapping a file, loading a library, the slots in which
 * C functions leave their code.
 */
#ifndef ABX_OS_H
#define ABX_OS_H

#include <errno.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct abx_buffer;

/*
 * Maps the whole file at @path for reading; an empty file gives NULL and 0. Returns 0 or
 * an errno value.
 */
int abx_os_map(const char *path, const char **datap, size_t *sizep);

/*
 * Takes the pages of a mapped file out of the process; each comes back when it is read.
 * Leaves errno alone.
 */
void abx_os_give_back(const char *data, size_t size);

/* Undoes abx_os_map. NULL is accepted. */
void abx_os_unmap(const char *data, size_t size);

/*
 * Loads a library, by file name or path; NULL stands for the process itself. Returns the
 * handle; NULL with a message in @message, of @size bytes, if that failed.
 */
void *abx_os_library_open(const char *name, char *message, size_t size);

/* Undoes abx_os_library_open. */
void abx_os_library_close(void *handle);

/* Address of a symbol that @handle exports; NULL if there is none. */
void *abx_os_library_symbol(void *handle, const char *symbol);

/* Whether @address, of a symbol of @handle, lies in the C library. */
bool abx_os_is_c_library(void *handle, const void *address);

/*
 * Address that a program linked against the library would get for @symbol: an earlier
 * definition in the process (a preloaded allocator, a copied variable) comes before the
 * library's own. NULL if the process has none.
 */
void *abx_os_process_symbol(const char *symbol);

/*
 * Adds an environment variable in UTF-8 to @text. Nothing where it is not set, and in a
 * program with more rights than its user, which must not load what that one's environment
 * names.
 */
void abx_os_environment(const char *name, struct abx_buffer *text);

/* What stands between the folders of a search path. */
#ifdef _WIN32
#define ABX_OS_PATH_SEPARATOR ";"
#else
#define ABX_OS_PATH_SEPARATOR ":"
#endif

/* Whether @name leads somewhere, instead of being looked for. */
bool abx_os_is_path(const char *name);

/* Adds the @index-th of the folders that belong to this library, of which the first wins,
 * to @folder. False behind the last. */
bool abx_os_own_folder(unsigned index, struct abx_buffer *folder);

/* A clock that nobody sets. */
enum { ABX_OS_CLOCK_STEADY = -1 };

/*
 * Reads a clock, one of the system's numbers or ABX_OS_CLOCK_STEADY, in nanoseconds. The
 * one that tells the date is replaced by the steady one: a wait for some time does not
 * end sooner because somebody set it. False if there is no such clock. errno stays.
 */
bool abx_os_clock(int clock, int64_t *nowp);

/*
 * Where the functions of a library have errno: what its macro calls. NULL: where this
 * library has its own. On Windows each C library of a process has one.
 */
typedef int *(*abx_os_slot)(void);

/* Where nothing is known of it, one that always has 0 and takes nothing. */
abx_os_slot abx_os_library_slot(void *handle);

/* The slots that are not this library's own, as they are met. What does not fit is not
 * kept: one process hardly ever has so many C libraries. */
enum { ABX_OS_MAX_SLOTS = 4 };

struct abx_slots {
    _Atomic(abx_os_slot) others[ABX_OS_MAX_SLOTS]; /* NULL behind the last */
};

/* Adds @slot, where it is neither there nor this library's. One thread at a time. */
void abx_os_add_slot(struct abx_slots *slots, abx_os_slot slot);

/*
 * Codes surround each call. Where a thread has but one errno, all this is inline and the
 * rest of it nothing.
 */
#ifdef _WIN32

/* The codes that a thread's calls have left: whatever is done in between, they stay. */
struct abx_codes {
    const struct abx_slots *slots;
    unsigned n_others;
    int others[ABX_OS_MAX_SLOTS]; /* errno in each slot */
    int own;                      /* errno */
    int last;                     /* abx_os_last_error */
};

/* @slots: of other C libraries to be asked; NULL: none. To be called before all else. */
void abx_os_save(struct abx_codes *codes, const struct abx_slots *slots);
void abx_os_restore(const struct abx_codes *codes);

/* The calling thread's errno, where the functions of @slot have it. */
int abx_os_slot_errno(abx_os_slot slot);
void abx_os_set_slot_errno(abx_os_slot slot, int code);

/* Windows' GetLastError, in which its functions leave their code; 0 on other systems. */
int abx_os_last_error(void);
void abx_os_set_last_error(int code);

#else

struct abx_codes {
    int own;
};

static inline void abx_os_save(struct abx_codes *codes, const struct abx_slots *slots)
{
    (void)slots;
    codes->own = errno;
}

static inline void abx_os_restore(const struct abx_codes *codes)
{
    errno = codes->own;
}

static inline int abx_os_slot_errno(abx_os_slot slot)
{
    (void)slot;
    return errno;
}

static inline void abx_os_set_slot_errno(abx_os_slot slot, int code)
{
    (void)slot;
    errno = code;
}

static inline int abx_os_last_error(void)
{
    return 0;
}

static inline void abx_os_set_last_error(int code)
{
    (void)code;
}

#endif

bool abx_os_has_last_error(void);

/* The calling thread's errno, of the C library that this library uses. */
static inline int abx_os_errno(void)
{
    return errno;
}

static inline void abx_os_set_errno(int code)
{
    errno = code;
}

/* The calling thread's h_errno, in which look-ups of hosts leave their code. */
int abx_os_h_errno(void);

/*
 * Writes what the system itself says of a code in the space with that prefix ("ERROR_"), in
 * English, to @text of @size bytes. False: it has no text, or there are no such codes.
 * All codes of the thread stay.
 */
bool abx_os_space_text(const char *space, int64_t code, char *text, size_t size);

/*
 * Writes the system's text for an errno value, in English, to @text of @size bytes.
 * Leaves errno alone.
 */
void abx_os_errno_text(int code, char *text, size_t size);

#endif
