/*
 * What glibc's headers say through attributes is in the table: how often, and of some
 * functions what. And addresses of every family go where the headers take a transparent
 * union.
 */
#include "libc.h"

#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/un.h>
#include <unistd.h>

/* ---- attributes ---- */

/* Some less than glibc 2.36 has. */
static const struct {
    const char *attribute;
    size_t least;
} counts[] = {
    {"nonnull", 400},  {"noreturn", 15},  {"returns_twice", 4},        {"malloc", 20},
    {"dealloc", 15},   {"alloc_size", 6}, {"alloc_align", 1},          {"format", 35},
    {"format_arg", 6}, {"deprecated", 5}, {"warn_unused_result", 130},
};

static size_t count(struct api *api, const char *attribute)
{
    struct abx_entry entry = {0};
    size_t n = 0;

    while (abx_table_next_entry(api->table, &entry, &api->err) == ABX_OK) {
        struct abx_function *function = NULL;
        char name[256];

        if (entry.kind != ABX_KIND_FN)
            continue;
        snprintf(name, sizeof(name), "%.*s", (int)entry.name_size, entry.name);
        assert_int_equal(
            abx_table_find_declaration(api->table, name, &function, &api->err), ABX_OK);
        n += abx_function_find_attribute(function, attribute) != NULL;
    }
    return n;
}

static void attributes_are_many(void **state)
{
    for (size_t i = 0; i < N_ITEMS(counts); i++) {
        size_t n = count(*state, counts[i].attribute);

        print_message("%s: %zu\n", counts[i].attribute, n);
        if (n < counts[i].least)
            fail_msg("%s: only %zu functions", counts[i].attribute, n);
    }
    assert_int_equal(count(*state, "returns_nonnull"), 0);
}

static const struct {
    const char *function;
    const char *attribute;
    const char *value; /* NULL: it has none such */
} known[] = {
    {"setjmp", "returns_twice", ""},
    {"vfork", "returns_twice", ""},
    {"getcontext", "returns_twice", ""},
    {"longjmp", "returns_twice", NULL},
    {"longjmp", "noreturn", ""},
    {"malloc", "malloc", ""},
    {"malloc", "dealloc", "free:1"},
    {"malloc", "alloc_size", "1"},
    {"calloc", "alloc_size", "1,2"},
    {"realloc", "malloc", NULL}, /* it may return what it was given */
    {"aligned_alloc", "alloc_align", "1"},
    {"fopen", "dealloc", "fclose:1"},
    {"popen", "dealloc", "pclose:1"},
    {"opendir", "dealloc", "closedir:1"},
    {"asprintf", "format", "printf:2:3"},
    {"printf", "format", "printf:1:2"},
    {"vsnprintf", "format", "printf:3:0"},
    {"sscanf", "format", "scanf:2:3"},
    {"strftime", "format", "strftime:3:0"},
    {"strfmon", "format", "strfmon:3:4"},
    {"err", "format", "printf:2:3"},
    {"ngettext", "format_arg", "1,2"},
    {"read", "warn_unused_result", ""},
    {"close", "warn_unused_result", NULL},
    {"memcpy", "nonnull", "1,2"},
    {"memcpy", "warn_unused_result", NULL},
    {"mallinfo", "deprecated", ""},
    {"getpid", "deprecated", NULL},
};

static void attributes_are_those_of_the_headers(void **state)
{
    struct api *api = *state;

    for (size_t i = 0; i < N_ITEMS(known); i++) {
        struct abx_function *function = NULL;
        const char *value;

        assert_int_equal(abx_table_find_declaration(api->table, known[i].function,
                                                    &function, &api->err),
                         ABX_OK);
        value = abx_function_find_attribute(function, known[i].attribute);
        if ((value == NULL) != (known[i].value == NULL) ||
            (value != NULL && strcmp(value, known[i].value) != 0))
            fail_msg("%s %s: %s", known[i].function, known[i].attribute,
                     value != NULL ? value : "none");
    }
}

/* ---- addresses ---- */

static struct abx_value domain(struct api *api, const char *name)
{
    return libc_constant(api, name);
}

static void a_path_is_bound(void **state)
{
    struct abx_memory *address = api_memory(*state, "struct sockaddr_un", NULL);
    struct abx_memory *back = api_memory(*state, "struct sockaddr_un", NULL);
    const socklen_t room = sizeof(struct sockaddr_un);
    struct abx_memory *size = api_memory(*state, "socklen_t", &room);
    struct sockaddr_un *un = abx_memory_data(address);
    struct abx_value fd = DONE(*state, "socket", domain(*state, "AF_UNIX"),
                               domain(*state, "SOCK_STREAM"), api_int(0));

    un->sun_family = AF_UNIX;
    snprintf(un->sun_path, sizeof(un->sun_path), "/tmp/abidex-test-%d", (int)getpid());
    DONE(*state, "bind", fd, api_value(address), api_uint(sizeof(*un)));
    DONE(*state, "getsockname", fd, api_value(back), api_value(size));
    assert_string_equal(((struct sockaddr_un *)abx_memory_data(back))->sun_path,
                        un->sun_path);
    DONE(*state, "listen", fd, api_int(1));
    FAILED(*state, "EADDRINUSE", "bind",
           DONE(*state, "socket", domain(*state, "AF_UNIX"),
                domain(*state, "SOCK_STREAM"), api_int(0)),
           api_value(address), api_uint(sizeof(*un)));
    unlink(un->sun_path);
    DONE(*state, "close", fd);
    abx_memory_destroy(size);
    abx_memory_destroy(back);
    abx_memory_destroy(address);
}

static void a_port_is_bound(void **state)
{
    struct abx_memory *address = api_memory(*state, "struct sockaddr_in", NULL);
    struct abx_memory *back = api_memory(*state, "struct sockaddr_in", NULL);
    const socklen_t room = sizeof(struct sockaddr_in);
    struct abx_memory *size = api_memory(*state, "socklen_t", &room);
    struct sockaddr_in *in = abx_memory_data(address);
    struct abx_value fd = DONE(*state, "socket", domain(*state, "AF_INET"),
                               domain(*state, "SOCK_STREAM"), api_int(0));

    in->sin_family = AF_INET;
    in->sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    DONE(*state, "bind", fd, api_value(address), api_uint(sizeof(*in)));
    DONE(*state, "getsockname", fd, api_value(back), api_value(size));
    in = abx_memory_data(back);
    assert_int_equal(in->sin_family, AF_INET);
    assert_int_equal(in->sin_addr.s_addr, htonl(INADDR_LOOPBACK));
    assert_int_not_equal(in->sin_port, 0);
    FAILED(*state, "ECONNREFUSED", "connect",
           DONE(*state, "socket", domain(*state, "AF_INET"),
                domain(*state, "SOCK_STREAM"), api_int(0)),
           api_value(back), api_uint(sizeof(*in))); /* nobody listens */
    DONE(*state, "close", fd);
    abx_memory_destroy(size);
    abx_memory_destroy(back);
    abx_memory_destroy(address);
}

static void no_address_is_refused(void **state)
{
    struct api *api = *state;
    struct abx_memory *status = api_memory(api, "struct stat", NULL);
    const struct abx_value args[] = {api_int(-1), api_value(status), api_uint(16)};

    assert_int_equal(libc_call(api, "connect", args, 3, &(struct abx_value){0}),
                     ABX_REFUSED);
    assert_int_equal(api->err.argument, 2);
    assert_non_null(strstr(api->err.message, "struct stat"));
    assert_non_null(strstr(api->err.message, "struct sockaddr_in,"));
    assert_non_null(strstr(api->err.message, "struct sockaddr_un"));
    abx_memory_destroy(status);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(attributes_are_many),
        cmocka_unit_test(attributes_are_those_of_the_headers),
        cmocka_unit_test(a_path_is_bound),
        cmocka_unit_test(a_port_is_bound),
        cmocka_unit_test(no_address_is_refused),
    };

    return cmocka_run_group_tests_name("attributes", tests, libc_setup, libc_teardown);
}
