/*
 * Paths of members, and values at their end. The first byte chooses the type, the second how
 * many objects there are, the third and eight more a value to be stored; the rest is the path.
 */
#include "fuzz.h"

#include <string.h>

enum { HEAD = 11 };

static const char *const types[] = {
    "struct s", "struct bits", "struct flexible", "struct wide", "t", "[3][2]t",
    "union y",  "i32",         "[5]char",         "*struct s",
};

static struct abx_value make_value(const uint8_t *data)
{
    static const enum abx_value_kind kinds[] = {ABX_VALUE_NONE,    ABX_VALUE_INT,
                                                ABX_VALUE_UINT,    ABX_VALUE_FLOAT,
                                                ABX_VALUE_POINTER, ABX_VALUE_STRING};
    struct abx_value value = {.kind = kinds[data[0] % (sizeof(kinds) / sizeof(*kinds))]};

    memcpy(&value.u, data + 1, sizeof(value.u));
    if (value.kind == ABX_VALUE_STRING)
        value.string = (struct abx_string){"a string", data[1] % 9};
    return value;
}

/* Where a path leads, a value can be read, and lies within the memory. */
static void use(struct abx_memory *memory, const char *path, const uint8_t *data)
{
    struct abx_value value = make_value(data);
    struct abx_value read;
    struct abx_error err = {0};
    int status = abx_memory_set(memory, path, &value, &err);

    FUZZ_CHECK((status == ABX_OK) == (err.message[0] == '\0'));
    status = abx_memory_get(memory, path, &read, NULL);
    if (status != ABX_OK || read.kind != ABX_VALUE_MEMORY)
        return;
    FUZZ_CHECK((char *)abx_memory_data(read.memory) >= (char *)abx_memory_data(memory));
    FUZZ_CHECK((char *)abx_memory_data(read.memory) + abx_memory_size(read.memory) <=
               (char *)abx_memory_data(memory) + abx_memory_size(memory));
    memset(abx_memory_data(read.memory), 0, abx_memory_size(read.memory));
    abx_memory_destroy(read.memory);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct abx_table *table = fuzz_open_table();
    const struct abx_type *type;
    struct abx_memory *memory;
    struct abx_member member;
    char *path;

    if (size < HEAD)
        return 0;
    path = fuzz_string(data + HEAD, size - HEAD);
    FUZZ_CHECK(abx_table_find_type(table,
                                   types[data[0] % (sizeof(types) / sizeof(*types))],
                                   &type, NULL) == ABX_OK);
    abx_type_find_member(table, type, path, &member, NULL);
    FUZZ_CHECK(abx_memory_create(table, type, 1 + data[1] % 4, &memory, NULL) == ABX_OK);
    use(memory, path, data + 2);
    abx_memory_destroy(memory);
    free(path);
    return 0;
}
