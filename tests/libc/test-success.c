/*
 * Success that looks like failure, and failure that looks like success: where the result
 * alone cannot tell, where it *is* the code, and where the special value is a constant.
 * errno holds rubbish before each call, so whoever believes it is found out.
 */
#include "libc.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <locale.h>
#include <math.h>
#include <netdb.h>
#include <semaphore.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

/* ---- any result may be right: the slot is cleared first, and decides ---- */

static const struct {
    const char *text;
    int base;
    long result;
    const char *code; /* NULL: it succeeds */
} numbers[] = {
    {"12", 10, 12, NULL},
#ifdef __GLIBC__
    {"nothing", 10, 0, NULL},
#else /* POSIX lets a library tell that there was no number, and musl does */
    {"nothing", 10, 0, "EINVAL"},
#endif
#if LONG_MAX == INT32_MAX
    {"2147483647", 10, LONG_MAX, NULL},
    {"2147483648", 10, LONG_MAX, "ERANGE"},
    {"-2147483648", 10, LONG_MIN, NULL},
    {"-2147483649", 10, LONG_MIN, "ERANGE"},
#else
    {"9223372036854775807", 10, LONG_MAX, NULL},
    {"9223372036854775808", 10, LONG_MAX, "ERANGE"},
    {"-9223372036854775808", 10, LONG_MIN, NULL},
    {"-9223372036854775809", 10, LONG_MIN, "ERANGE"},
#endif
    {"-1", 10, -1, NULL},
    {"12", 1, 0, "EINVAL"},
};

static void strtol_is_decided_by_errno(void **state)
{
    for (size_t i = 0; i < N_ITEMS(numbers); i++) {
        const struct abx_value args[] = {api_string(numbers[i].text), api_pointer(NULL),
                                         api_int(numbers[i].base)};
        struct abx_value result =
            numbers[i].code == NULL
                ? libc_done(*state, "strtol", args, 3)
                : libc_failed(*state, numbers[i].code, "strtol", args, 3);

        assert_int_equal(result.i, numbers[i].result);
    }
}

static void strtod_may_answer_infinity(void **state)
{
    struct abx_value nowhere = api_pointer(NULL);

    assert_true(isinf(DONE(*state, "strtod", api_string("inf"), nowhere).f));
    assert_true(
        isinf(FAILED(*state, "ERANGE", "strtod", api_string("1e999"), nowhere).f));
}

/* That of files whose numbers need 64 bits, which are in the way of readdir itself where
 * it tells of 32. */
static const char *const reading[] = {"readdir", "readdir64"};

static const char *reader(void)
{
    return reading[sizeof(long) == 4];
}

static void a_directory_ends_without_failure(void **state)
{
    struct abx_value dir = DONE(*state, "opendir", api_string("/"));
    int n = 0;

    while (DONE(*state, reader(), dir).p != NULL)
        n++;
    assert_true(n >= 2); /* "." and ".." */
    assert_null(DONE(*state, reader(), dir).p);
    DONE(*state, "closedir", dir);
}

static void a_directory_without_descriptor_fails(void **state)
{
    struct abx_value dir = DONE(*state, "opendir", api_string("/"));
    struct abx_value fd = api_int(DONE(*state, "dirfd", dir).i);

    DONE(*state, "close", fd);
    assert_null(FAILED(*state, "EBADF", reader(), dir).p);
    FAILED(*state, "EBADF", "closedir", dir);
}

static void a_priority_may_be_minus_one(void **state)
{
    struct abx_value process = libc_constant(*state, "PRIO_PROCESS");
    int before = getpriority(PRIO_PROCESS, 0);

    FAILED(*state, "EINVAL", "getpriority", api_int(99), api_uint(0));
    FAILED(*state, "ESRCH", "getpriority", process, api_uint(INT_MAX));
    if (setpriority(PRIO_PROCESS, 0, -1) != 0) {
        print_message("getpriority -1: left out, this user may not set that priority\n");
        return;
    }
    assert_int_equal(DONE(*state, "getpriority", process, api_uint(0)).i, -1);
    assert_int_equal(DONE(*state, "nice", api_int(0)).i, -1);
    setpriority(PRIO_PROCESS, 0, before);
}

static void no_limit_is_no_failure(void **state)
{
    struct abx_value name = libc_constant(*state, "_SC_MQ_OPEN_MAX");

    errno = 0;
    assert_int_equal(sysconf(_SC_MQ_OPEN_MAX), -1); /* glibc sets no limit there */
    assert_int_equal(errno, 0);
    assert_int_equal(DONE(*state, "sysconf", name).i, -1);
    assert_int_equal(FAILED(*state, "EINVAL", "sysconf", api_int(99999)).i, -1);
}

static void end_of_file_is_no_failure(void **state)
{
    struct abx_value null = api_string("/dev/null");
    struct abx_value file = DONE(*state, "fopen", null, api_string("r"));
    struct abx_value root = DONE(*state, "fopen", api_string("/"), api_string("r"));

    assert_int_equal(DONE(*state, "fgetc", file).i, EOF);
    assert_int_equal(FAILED(*state, "EISDIR", "fgetc", root).i, EOF);
    DONE(*state, "fclose", file);
    DONE(*state, "fclose", root);
}

static void nobody_of_that_name_is_no_failure(void **state)
{
    assert_null(DONE(*state, "getpwnam", api_string("abidex-nobody")).p);
}

/* ---- what another place tells ---- */

static void a_symbol_may_be_null(void **state)
{
    struct api *api = *state;
    struct abx_value self = DONE(api, "dlopen", api_pointer(NULL), api_int(RTLD_LAZY));
    const struct abx_value args[] = {self, api_string("abidex_no_such_symbol")};
    struct abx_value result = {0};

    assert_non_null(self.p);
    assert_int_equal(libc_call(api, "dlsym", args, 2, &result), ABX_FAILED);
    assert_null(result.p);
    assert_int_equal(api->err.code, 0);
    assert_non_null(strstr(api->err.message, "abidex_no_such_symbol"));
    /* What the last call left to be told is no failure of this one. */
    (void)dlsym(self.p, "abidex_no_such_symbol");
    assert_non_null(DONE(api, "dlsym", self, api_string("abs")).p);
#ifdef __GLIBC__ /* which has a library that nobody here loads */
    (void)dlsym(self.p, "abidex_no_such_symbol");
    assert_null(DONE(api, "dlopen", api_string("libthread_db.so.1"),
                     api_int(RTLD_LAZY | RTLD_NOLOAD))
                    .p);
#endif
}

static void a_text_may_be_empty(void **state)
{
    struct abx_memory *text = api_memory(*state, "[8]char", NULL);
    struct abx_value it = api_value(text);

    assert_int_equal(DONE(*state, "sprintf", it, api_string("%s"), api_string("")).i, 0);
    assert_int_equal(DONE(*state, "strxfrm", it, api_string(""), api_uint(8)).u, 0);
    assert_null(DONE(*state, "strchr", api_string(""), api_int('a')).p);
    abx_memory_destroy(text);
}

/* swprintf leaves errno as it is where the text has no room: the old one is no code of it. */
static void what_was_in_errno_is_no_code(void **state)
{
    struct api *api = *state;
    struct abx_memory *room = api_memory(api, "[2]wchar_t", NULL);
    struct abx_memory *format = api_memory(api, "[8]wchar_t", L"1234567");
    const struct abx_value args[] = {api_value(room), api_uint(2), api_value(format)};

    assert_int_equal(libc_call(api, "swprintf", args, 3, NULL), ABX_FAILED);
    assert_int_not_equal(api->err.code, POLLUTION);
    abx_memory_destroy(format);
    abx_memory_destroy(room);
}

#ifdef __GLIBC__
/* No descriptor is left for what looks a name up. */
static struct rlimit forbid_descriptors(void)
{
    struct rlimit limit;
    struct rlimit none;

    assert_int_equal(getrlimit(RLIMIT_NOFILE, &limit), 0);
    none = limit;
    none.rlim_cur = 0;
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &none), 0);
    return limit;
}

static void a_code_may_say_that_errno_has_the_cause(void **state)
{
    struct api *api = *state;
    const struct addrinfo wanted = {.ai_family = AF_INET};
    struct abx_memory *hints = api_memory(api, "struct addrinfo", &wanted);
    struct abx_memory *list = api_memory(api, "*struct addrinfo", NULL);
    const struct abx_value args[] = {api_string("nowhere.invalid"), api_pointer(NULL),
                                     api_value(hints), api_value(list)};
    struct abx_value host = api_string("nowhere.invalid");
    struct rlimit limit;

    api_find(api, "getaddrinfo");
    api_find(api, "gethostbyname");
    limit = forbid_descriptors();
    libc_failed(api, "EAI_SYSTEM", "getaddrinfo", args, 4);
    assert_int_equal(api->err.cause, EMFILE);
    assert_non_null(strstr(api->err.message, "EMFILE"));
    libc_failed(api, "NETDB_INTERNAL", "gethostbyname", &host, 1);
    assert_int_equal(api->err.cause, EMFILE);
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &limit), 0);
    abx_memory_destroy(list);
    abx_memory_destroy(hints);
}
#endif

/* ---- 0 and other numbers that look like nothing ---- */

static void reading_nothing_succeeds(void **state)
{
    struct abx_memory *buffer = api_memory(*state, "[8]char", NULL);
    struct abx_value null = api_int(open("/dev/null", O_RDONLY));
    struct abx_value it = api_value(buffer);

    assert_int_equal(DONE(*state, "read", null, it, api_uint(8)).i, 0);
    assert_int_equal(DONE(*state, "read", null, it, api_uint(0)).i, 0);
    DONE(*state, "close", null);
    FAILED(*state, "EBADF", "read", null, it, api_uint(0));
    abx_memory_destroy(buffer);
}

static void a_descriptor_may_be_zero(void **state)
{
    int keep = dup(STDIN_FILENO);
    struct abx_value fd;

    close(STDIN_FILENO);
    fd = DONE(*state, "eventfd", api_uint(7), libc_constant(*state, "EFD_CLOEXEC"));
    assert_int_equal(fd.i, 0);
    DONE(*state, "close", api_int(fd.i));
    if (keep >= 0) { /* the test may run without a standard input */
        assert_int_equal(dup2(keep, STDIN_FILENO), STDIN_FILENO);
        close(keep);
    }
}

static void half_a_character_is_no_failure(void **state)
{
    struct abx_memory *conversion = api_memory(*state, "mbstate_t", NULL);
    struct abx_value it = api_value(conversion);
    struct abx_value nowhere = api_pointer(NULL);
    struct abx_value result;

    if (setlocale(LC_CTYPE, "C.UTF-8") == NULL) {
        print_message("mbrtowc: left out, there is no locale C.UTF-8\n");
    } else {
        result = DONE(*state, "mbrtowc", nowhere, api_string("\xc3"), api_uint(1), it);
        assert_int_equal(result.u, (size_t)-2);
        memset(abx_memory_data(conversion), 0, abx_memory_size(conversion));
        result = FAILED(*state, "EILSEQ", "mbrtowc", nowhere, api_string("\xff"),
                        api_uint(1), it);
        assert_int_equal(result.u, (size_t)-1);
        setlocale(LC_CTYPE, "C");
    }
    abx_memory_destroy(conversion);
}

/* ---- values with a name ---- */

static void a_semaphore_fails_with_its_constant(void **state)
{
    char name[64];
    struct abx_value it;
    struct abx_value sem;

    snprintf(name, sizeof(name), "/abidex-test-%d", (int)getpid());
    it = api_string(name);
    sem = FAILED(*state, "ENOENT", "sem_open", it, api_int(0));
    assert_ptr_equal(sem.p, SEM_FAILED);
    sem = DONE(*state, "sem_open", it, api_int(O_CREAT | O_EXCL), api_uint(0600),
               api_uint(1));
    assert_ptr_not_equal(sem.p, SEM_FAILED);
    DONE(*state, "sem_unlink", it);
    DONE(*state, "sem_trywait", sem);
    FAILED(*state, "EAGAIN", "sem_trywait", sem);
    DONE(*state, "sem_close", sem);
}

static void a_conversion_fails_with_minus_one(void **state)
{
    struct api *api = *state;
    struct abx_memory *in = api_memory(api, "[3]char", "\xff\xff");
    struct abx_memory *out = api_memory(api, "[8]char", NULL);
    char *at[] = {abx_memory_data(in), abx_memory_data(out)};
    size_t left[] = {1, 8};
    struct abx_memory *ats = api_memory(api, "[2]*char", at);
    struct abx_memory *lefts = api_memory(api, "[2]size_t", left);
    struct abx_value unknown = api_string("abidex-unknown");
    struct abx_value known = api_string("UTF-8");
    struct abx_value cd = FAILED(api, "EINVAL", "iconv_open", known, unknown);
    char **const places = abx_memory_data(ats);
    size_t *const sizes = abx_memory_data(lefts);

    assert_ptr_equal(cd.p, (void *)-1);
    cd = DONE(api, "iconv_open", api_string("UCS-4LE"), known);
    assert_int_equal(FAILED(api, "EILSEQ", "iconv", cd, api_pointer(&places[0]),
                            api_pointer(&sizes[0]), api_pointer(&places[1]),
                            api_pointer(&sizes[1]))
                         .u,
                     (size_t)-1);
    memcpy(abx_memory_data(in), "a", 2);
    assert_int_equal(DONE(api, "iconv", cd, api_pointer(&places[0]),
                          api_pointer(&sizes[0]), api_pointer(&places[1]),
                          api_pointer(&sizes[1]))
                         .u,
                     0);
    DONE(api, "iconv_close", cd);
    abx_memory_destroy(lefts);
    abx_memory_destroy(ats);
    abx_memory_destroy(out);
    abx_memory_destroy(in);
}

static void a_mapping_fails_with_its_constant(void **state)
{
    struct abx_value size = api_uint(4096);
    struct abx_value access = libc_constant(*state, "PROT_READ");
    struct abx_value flags = api_int(MAP_PRIVATE | MAP_ANONYMOUS);
    struct abx_value anywhere = api_pointer(NULL);
    struct abx_value no_file = api_int(-1);
    struct abx_value start = api_int(0);
    struct abx_value page;

    page =
        FAILED(*state, "EINVAL", "mmap", anywhere, start, access, flags, no_file, start);
    assert_ptr_equal(page.p, MAP_FAILED);
    page = FAILED(*state, "EBADF", "mmap", anywhere, size, access, api_int(MAP_PRIVATE),
                  no_file, start);
    assert_ptr_equal(page.p, MAP_FAILED);
    page = DONE(*state, "mmap", anywhere, size, access, flags, no_file, start);
    assert_int_equal(*(const char *)page.p, 0);
    DONE(*state, "munmap", page, size);
}

/* ---- the result is the code, and errno has nothing to do with it ---- */

static void by_result(struct api *api, const char *code, struct abx_value result)
{
    int left = errno;

    assert_int_equal(left, POLLUTION);
    assert_int_equal(result.i, libc_number(api, code));
}

static void a_number_is_the_code(void **state)
{
    struct abx_memory *block = api_memory(*state, "*void", NULL);
    struct abx_memory *time = api_memory(*state, "struct timespec", NULL);
    struct abx_value advice = libc_constant(*state, "POSIX_FADV_NORMAL");
    struct abx_value clock = libc_constant(*state, "CLOCK_MONOTONIC");
    struct abx_value zero = api_int(0);
    struct abx_value it = api_value(block);
    struct abx_value result;
    int ends[2];

    assert_int_equal(pipe(ends), 0);
    result = FAILED(*state, "EINVAL", "posix_memalign", it, api_uint(3), api_uint(64));
    by_result(*state, "EINVAL", result);
    result = FAILED(*state, "EBADF", "posix_fadvise", api_int(-1), zero, zero, advice);
    by_result(*state, "EBADF", result);
    result =
        FAILED(*state, "ESPIPE", "posix_fadvise", api_int(ends[0]), zero, zero, advice);
    by_result(*state, "ESPIPE", result);
    ((struct timespec *)abx_memory_data(time))->tv_nsec = -1;
    result = FAILED(*state, "EINVAL", "clock_nanosleep", clock, zero, api_value(time),
                    api_pointer(NULL));
    by_result(*state, "EINVAL", result);
    result = DONE(*state, "posix_memalign", it, api_uint(64), api_uint(64));
    assert_int_equal(result.i, 0);
    assert_int_equal(*(uintptr_t *)abx_memory_data(block) % 64, 0);
    free(*(void **)abx_memory_data(block));
    close(ends[0]);
    close(ends[1]);
    abx_memory_destroy(time);
    abx_memory_destroy(block);
}

static void a_function_that_cannot_fail_may_answer_anything(void **state)
{
    assert_int_equal(DONE(*state, "abs", api_int(-22)).i, 22);
    assert_null(DONE(*state, "getenv", api_string("ABIDEX_NO_SUCH_NAME")).p);
    assert_int_equal(libc_done(*state, "getpid", NULL, 0).i, getpid());
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(strtol_is_decided_by_errno),
        cmocka_unit_test(strtod_may_answer_infinity),
        cmocka_unit_test(a_directory_ends_without_failure),
        cmocka_unit_test(a_directory_without_descriptor_fails),
        cmocka_unit_test(a_priority_may_be_minus_one),
        cmocka_unit_test(no_limit_is_no_failure),
        cmocka_unit_test(end_of_file_is_no_failure),
        cmocka_unit_test(nobody_of_that_name_is_no_failure),
        cmocka_unit_test(a_symbol_may_be_null),
        cmocka_unit_test(a_text_may_be_empty),
        cmocka_unit_test(what_was_in_errno_is_no_code),
#ifdef __GLIBC__
        cmocka_unit_test(a_code_may_say_that_errno_has_the_cause),
#endif
        cmocka_unit_test(reading_nothing_succeeds),
        cmocka_unit_test(a_descriptor_may_be_zero),
        cmocka_unit_test(half_a_character_is_no_failure),
        cmocka_unit_test(a_semaphore_fails_with_its_constant),
        cmocka_unit_test(a_conversion_fails_with_minus_one),
        cmocka_unit_test(a_mapping_fails_with_its_constant),
        cmocka_unit_test(a_number_is_the_code),
        cmocka_unit_test(a_function_that_cannot_fail_may_answer_anything),
    };

    return cmocka_run_group_tests_name("success", tests, libc_setup, libc_teardown);
}
