/*
 * Memory runs out once: at the first allocation, at the second, and so on through all that a
 * program does with a table. Each time there is an answer that says so, nothing is left behind,
 * and the same program works when there is memory again.
 *
 * The allocator is glibc's with a counter in front.
 */
#include "api.h"

#include <errno.h>
#include <link.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t n, size_t size);
void *__libc_realloc(void *old, size_t size);
void *__libc_memalign(size_t align, size_t size);
void __libc_free(void *block);

enum { MAX_BLOCKS = 4096 };

static struct {
    uintptr_t begin, end; /* the library's code, whose allocations count */
    bool is_counting;
    long n;                   /* allocations so far */
    long failing;             /* the one that fails; 0: none */
    void *blocks[MAX_BLOCKS]; /* that were not freed */
    size_t n_blocks;
} heap;

/* The loader and libffi keep what they like. */
static bool is_counted(const void *caller)
{
    uintptr_t address = (uintptr_t)caller;

    return heap.is_counting && address >= heap.begin && address < heap.end;
}

static bool fails(const void *caller)
{
    if (!is_counted(caller) || ++heap.n != heap.failing)
        return false;
    errno = ENOMEM;
    return true;
}

static void *add(void *block, const void *caller)
{
    if (block != NULL && is_counted(caller) && heap.n_blocks < MAX_BLOCKS)
        heap.blocks[heap.n_blocks++] = block;
    return block;
}

static void take(const void *block)
{
    for (size_t i = heap.n_blocks; i-- > 0;) {
        if (heap.blocks[i] != block)
            continue;
        heap.blocks[i] = heap.blocks[--heap.n_blocks];
        return;
    }
}

#define CALLER __builtin_return_address(0)

#pragma GCC visibility push(default) /* for the library */

void *malloc(size_t size)
{
    return fails(CALLER) ? NULL : add(__libc_malloc(size), CALLER);
}

void *calloc(size_t n, size_t size)
{
    return fails(CALLER) ? NULL : add(__libc_calloc(n, size), CALLER);
}

void *aligned_alloc(size_t align, size_t size)
{
    return fails(CALLER) ? NULL : add(__libc_memalign(align, size), CALLER);
}

void *realloc(void *old, size_t size)
{
    if (fails(CALLER))
        return NULL;
    take(old);
    return add(__libc_realloc(old, size), CALLER);
}

void free(void *block)
{
    take(block);
    __libc_free(block);
}

#pragma GCC visibility pop

static int find_library(struct dl_phdr_info *info, size_t size, void *data)
{
    (void)size;
    (void)data;
    if (strstr(info->dlpi_name, "libabidex") == NULL)
        return 0;
    for (int i = 0; i < info->dlpi_phnum; i++) {
        uintptr_t end =
            info->dlpi_addr + info->dlpi_phdr[i].p_vaddr + info->dlpi_phdr[i].p_memsz;

        if (info->dlpi_phdr[i].p_type == PT_LOAD && end > heap.end)
            heap.end = end;
    }
    heap.begin = info->dlpi_addr;
    return 1;
}

/* ---- what a program does ---- */

static const char *const lines[] = {
    "alias other strlen",
    "const NAME [5]char \"name\"",
    "const NUMBER i32 -3",
    "const DARK i32 0",
    "enum shade i32 {DARK}",
    "const EBADF i32 9",
    "error close EBADF it is not open",
    "fn close i32(i32 fd) in=" LIBC " fails=-1:errno EBADF",
    "fn div struct 8 4 {0 i32 quot; 4 i32 rem}(i32 numer, i32 denom) in=" LIBC,
    "fn qsort void(*void base, " WORD_SIZE " n, " WORD_SIZE
    " size, *(i32(*const void, *const void)) compar) in=" LIBC
    " callback=4:call buffer=1:2:3",
    "fn snprintf i32(*char s, " WORD_SIZE " size, *const char format, ...) in=" LIBC,
    "fn strlen " WORD_SIZE "(*const char s) in=" LIBC " nonnull=1",
    "omit gone nobody has it",
    "struct spot 8 4 {0 i32 x; 4 i32 y}",
    "typedef text *char",
    "var environ **char in=" LIBC,
    NULL,
};

struct program {
    struct abx_context *context;
    struct abx_table *table;
    struct abx_memory *memory;
    struct abx_callback *callback;
    struct abx_error err;
};

static int open_by_name(struct program *program, const char *path)
{
    const char *file = strrchr(path, '/') + 1;
    struct abx_table *table = NULL;
    char name[TEST_PATH];
    int status;

    snprintf(name, sizeof(name), "%.*s", (int)strcspn(file, "."), file);
    status = abx_table_open(program->context, name, &table, &program->err);
    abx_table_close(table);
    return status;
}

static int open_table(struct program *program, const char *path)
{
    int status = abx_context_create(&program->context);

    if (status == ABX_OK)
        status = abx_context_add_folder(program->context, "/nonexistent");
    if (status == ABX_OK)
        status = abx_table_open(program->context, "nonexistent", &program->table,
                                &program->err);
    if (status != ABX_SYSTEM ||
        strstr(program->err.message, getenv("ABIDEX_PATH")) == NULL)
        return status;
    status = abx_table_open(program->context, path, &program->table, &program->err);
    if (status == ABX_OK) /* by its name, which has to be found */
        status = open_by_name(program, path);
    return status;
}

static int call(struct program *program, const char *name, const struct abx_value *args,
                size_t n_args, int wanted)
{
    struct abx_function *function;
    struct abx_value result = {0};
    int status = abx_table_find_function(program->table, name, &function, &program->err);

    if (status == ABX_OK)
        status = abx_call(function, args, n_args, &result, &program->err);
    if (result.kind == ABX_VALUE_MEMORY)
        abx_memory_destroy(result.memory);
    return status == wanted ? ABX_OK : status;
}

static int call_all(struct program *program)
{
    struct abx_value text = api_string("four");
    struct abx_value bad[] = {api_int(-1)};
    struct abx_value numbers[] = {api_int(7), api_int(2)};
    struct abx_value format[] = {api_pointer(NULL), api_uint(0), api_string("%d %s"),
                                 api_int(1), text};
    int status = call(program, "other", &text, 1, ABX_OK);

    if (status == ABX_OK)
        status = call(program, "close", bad, 1, ABX_FAILED);
    if (status == ABX_OK)
        status = call(program, "div", numbers, 2, ABX_OK);
    if (status == ABX_OK)
        status = call(program, "snprintf", format, 5, ABX_OK);
    if (status == ABX_OK)
        status = call(program, "gone", NULL, 0, ABX_MISSING);
    return status;
}

static int use_memory(struct program *program)
{
    struct abx_value value = api_int(5);
    const struct abx_type *type;
    int status =
        abx_table_find_type(program->table, "[3]struct spot", &type, &program->err);

    if (status == ABX_OK)
        status =
            abx_memory_create(program->table, type, 1, &program->memory, &program->err);
    if (status == ABX_OK)
        status = abx_memory_set(program->memory, "[2].y", &value, &program->err);
    if (status == ABX_OK)
        status = abx_memory_get(program->memory, "[2]", &value, &program->err);
    if (status == ABX_OK)
        abx_memory_destroy(value.memory);
    if (status == ABX_OK)
        status = abx_memory_get_element(program->memory, 2, &value, &program->err);
    if (status == ABX_OK)
        abx_memory_destroy(value.memory);
    return status;
}

static int use_names(struct program *program)
{
    struct abx_memory *memory;
    struct abx_value value;
    const struct abx_type *type;
    int status = abx_table_find_constant(program->table, "NAME", &value, &program->err);

    if (status == ABX_OK)
        status = abx_table_find_constant(program->table, "DARK", &value, &program->err);
    if (status == ABX_OK)
        status = abx_table_find_type(program->table, "*(text(enum shade, [4]u8))", &type,
                                     &program->err);
    if (status == ABX_OK)
        status =
            abx_table_find_variable(program->table, "environ", &memory, &program->err);
    if (status == ABX_OK)
        abx_memory_destroy(memory);
    return status;
}

static int describe(struct program *program)
{
    struct abx_function *function;
    const struct abx_type *type;
    char text[512];
    int status = abx_table_find_type(program->table, "unsigned short (*const[2])[4]",
                                     &type, &program->err);

    if (status == ABX_OK &&
        abx_type_declare(program->table, type, "x", text, sizeof(text)) == 0)
        status = ABX_NO_MEMORY;
    if (status == ABX_OK)
        assert_string_equal(text, "unsigned short (*const x[2])[4]");
    if (status == ABX_OK)
        status =
            abx_table_find_declaration(program->table, "close", &function, &program->err);
    if (status == ABX_OK && abx_function_describe(function, text, sizeof(text)) == 0)
        status = ABX_NO_MEMORY;
    if (status == ABX_OK && strchr(text, '?') != NULL)
        fail_msg("%s", text);
    return status;
}

static int call_back(struct program *program)
{
    struct abx_callback_options options = {.handler = api_compare};
    struct abx_value args[] = {api_value(program->memory),
                               api_uint(3),
                               api_uint(4),
                               {.kind = ABX_VALUE_CALLBACK}};
    const struct abx_type *type;
    int status = abx_table_find_type(program->table, "*(i32(*const void, *const void))",
                                     &type, &program->err);

    if (status == ABX_OK)
        status = abx_callback_create(program->table, type, &options, &program->callback,
                                     &program->err);
    args[3].callback = program->callback;
    return status == ABX_OK ? call(program, "qsort", args, 4, ABX_OK) : status;
}

static int check_lines(struct program *program)
{
    struct abx_entry entry = {0};
    int status = ABX_OK;

    while (status == ABX_OK && (status = abx_table_next_entry(program->table, &entry,
                                                              &program->err)) == ABX_OK)
        status = abx_table_check_entry(program->table, &entry, &program->err);
    return status == ABX_MISSING ? ABX_OK : status;
}

static int run(const char *path, struct abx_error *err)
{
    struct program program = {0};
    int status = open_table(&program, path);

    if (status == ABX_OK)
        status = call_all(&program);
    if (status == ABX_OK)
        status = use_memory(&program);
    if (status == ABX_OK)
        status = use_names(&program);
    if (status == ABX_OK)
        status = describe(&program);
    if (status == ABX_OK)
        status = call_back(&program);
    if (status == ABX_OK)
        status = check_lines(&program);
    abx_callback_destroy(program.callback);
    abx_memory_destroy(program.memory);
    abx_table_close(program.table);
    abx_context_destroy(program.context);
    *err = program.err;
    return status;
}

/* ---- running out ---- */

static int run_counted(const char *path, long which, struct abx_error *err)
{
    int status;

    heap.n = 0;
    heap.n_blocks = 0;
    heap.failing = which;
    heap.is_counting = true;
    status = run(path, err);
    heap.is_counting = false;
    if (heap.n_blocks != 0)
        fail_msg("allocation %ld fails: %zu blocks are left", which, heap.n_blocks);
    return status;
}

static void each_allocation_fails_once(void **state)
{
    struct api *api = *state;
    char folder[TEST_PATH];
    struct abx_error err;
    long n_failed = 0;
    long n;

    snprintf(folder, sizeof(folder), "%.*s", (int)(strrchr(api->path, '/') - api->path),
             api->path);
    setenv("ABIDEX_PATH", folder, 1);
    assert_int_equal(dl_iterate_phdr(find_library, NULL), 1);
    if (run_counted(api->path, 0, &err) != ABX_OK)
        fail_msg("%s", err.message);
    n = heap.n;
    for (long i = 1; i <= n; i++) {
        int status = run_counted(api->path, i, &err);

        if (status != ABX_OK && status != ABX_NO_MEMORY)
            fail_msg("allocation %ld of %ld fails: answer %d, %s", i, n, status,
                     err.message);
        n_failed += status == ABX_NO_MEMORY;
    }
    print_message("%ld allocations, %ld answers of ABX_NO_MEMORY\n", n, n_failed);
    assert_true(n_failed > n / 2);
    assert_int_equal(run_counted(api->path, 0, &err), ABX_OK);
    assert_int_equal(heap.n, n);
}

static int setup(void **state)
{
    return api_setup(state, lines);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(each_allocation_fails_once)};

    return cmocka_run_group_tests_name("exhaust", tests, setup, api_teardown);
}
