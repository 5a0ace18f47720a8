/* A test that finds no table fails: it is generated for them. */
#include "library.h"

#include <dlfcn.h>
#include <stdlib.h>

/* OpenLDAP, which libcurl brings along, keeps memory that is lost when it is unloaded, in a
 * program that calls curl_version directly as well: so libraries stay, and a sanitizer finds
 * what is lost here. */
static void keep_libraries(const struct api *api)
{
    const char *name;

    for (size_t i = 0; (name = abx_table_property(api->table, "library", i)); i++) {
        void *library = dlopen(name, RTLD_LAZY | RTLD_NODELETE);

        if (library)
            dlclose(library);
        else
            fail_msg("%s: %s", name, dlerror());
    }
}

int library_setup(void **state)
{
    static struct api api;

    *state = &api; /* for the teardown, even if opening fails */
    api_open_file(&api, getenv("ABIDEX_TEST_TABLE"));
    keep_libraries(&api);
    return 0;
}

int library_teardown(void **state)
{
    api_close(*state);
    return 0;
}

struct abx_value library_call(struct api *api, const char *name,
                              const struct abx_value *args, size_t n_args)
{
    struct abx_value result = {0};
    int status = api_call(api, name, args, n_args, &result);

    if (status != ABX_OK)
        fail_msg("%s: answer %d, %s", name, status, api->err.message);
    return result;
}

void library_fail(struct api *api, const char *name, const char *code,
                  const struct abx_value *args, size_t n_args)
{
    struct abx_value result = {0};
    int status = api_call(api, name, args, n_args, &result);

    if (status != ABX_FAILED)
        fail_msg("%s: answer %d instead of %s", name, status, code);
    assert_string_equal(api->err.name, code);
    assert_string_equal(api->err.function, name);
}

struct abx_value library_constant(struct api *api, const char *name)
{
    struct abx_value value = {0};

    if (abx_table_find_constant(api->table, name, &value, &api->err) != ABX_OK)
        fail_msg("%s: %s", name, api->err.message);
    return value;
}

int64_t library_number(struct api *api, const char *name)
{
    struct abx_value value = library_constant(api, name);

    assert_true(value.kind == ABX_VALUE_INT || value.kind == ABX_VALUE_UINT);
    return value.i;
}

struct abx_value library_get(struct api *api, const struct abx_memory *memory,
                             const char *path)
{
    struct abx_value value = {0};

    if (abx_memory_get(memory, path, &value, &api->err) != ABX_OK)
        fail_msg("%s: %s", path, api->err.message);
    return value;
}

void library_set(struct api *api, struct abx_memory *memory, const char *path,
                 struct abx_value value)
{
    if (abx_memory_set(memory, path, &value, &api->err) != ABX_OK)
        fail_msg("%s: %s", path, api->err.message);
}

struct abx_memory *library_view(struct api *api, const char *type,
                                struct abx_value pointer)
{
    const struct abx_type *found = NULL;
    struct abx_memory *memory = NULL;

    assert_int_equal(pointer.kind, ABX_VALUE_POINTER);
    assert_non_null(pointer.p);
    if (abx_table_find_type(api->table, type, &found, &api->err) != ABX_OK ||
        abx_memory_view(api->table, found, pointer.p, 1, &memory, &api->err) != ABX_OK)
        fail_msg("%s: %s", type, api->err.message);
    return memory;
}
