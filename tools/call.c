/**
 * `abidex call`: calls a function and prints the call as strace would, the meaning of a
 * failure, and what the function left in the memory that it was given.
 */
#include <stdlib.h>
#include <string.h>

#include "tools/call_args.h"
#include "tools/cdecl.h"
#include "tools/command.h"
#include "tools/json.h"
#include "tools/kinds.h"
#include "tools/value_text.h"

struct call {
    struct abx_table *table;
    struct abx_function *function;
    struct abx_arguments arguments;
    const struct abx_type *result_type;
    struct abx_value result;
    struct abx_error err;
    bool has_failed;
    bool is_json;
    struct abx_buffer out;
    struct abx_json json;
};

/* The string behind a value that is a pointer to characters; else the value as it is. */
static struct abx_value as_text(const struct call *call, const struct abx_type *type,
                                const struct abx_value *value)
{
    if (value->kind != ABX_VALUE_POINTER || !value->p ||
        !abx_is_char_pointer(call->table, type))
        return *value;
    return (struct abx_value){
        .kind = ABX_VALUE_STRING, .type = type, .string = {value->p, strlen(value->p)}};
}

/* ---- what is left in memory */

/*
 * How much of a buffer was filled: a positive result that fits says it, as read's does;
 * else everything but the zeros at the end.
 */
static size_t filled_size(const struct call *call, const struct abx_memory *memory)
{
    const char *data = abx_memory_data(memory);
    size_t size = abx_memory_size(memory);
    bool is_integer =
        call->result.kind == ABX_VALUE_INT || call->result.kind == ABX_VALUE_UINT;

    if (is_integer && call->result.i > 0 && call->result.u <= size)
        return (size_t)call->result.u;
    while (size > 0 && data[size - 1] == '\0')
        size--;
    return size;
}

static struct abx_value out_value(const struct call *call,
                                  const struct abx_argument *argument)
{
    const struct abx_type *type = abx_memory_type(argument->memory);
    struct abx_value value = {.kind = ABX_VALUE_MEMORY, .memory = argument->memory};
    struct abx_value pointer = {0};

    if (argument->is_buffer)
        return (struct abx_value){
            .kind = ABX_VALUE_STRING,
            .string = {abx_memory_data(argument->memory),
                       filled_size(call, argument->memory)},
        };
    if (abx_memory_count(argument->memory) == 1 &&
        abx_is_char_pointer(call->table, type) &&
        abx_memory_get(argument->memory, "", &pointer, NULL) == ABX_OK)
        return as_text(call, type, &pointer);
    return value;
}

static const char *out_name(const struct abx_argument *argument, size_t index,
                            struct abx_buffer *name)
{
    abx_buffer_truncate(name, 0);
    if (argument->name)
        abx_buffer_puts(name, argument->name);
    else
        abx_buffer_printf(name, "argument %zu", index + 1);
    return abx_buffer_text(name);
}

static void put_outs(struct call *call)
{
    struct abx_buffer name = {0};
    struct abx_value value;
    size_t i;

    for (i = 0; i < call->arguments.n; i++) {
        if (!call->arguments.items[i].is_out)
            continue;
        value = out_value(call, &call->arguments.items[i]);
        out_name(&call->arguments.items[i], i, &name);
        if (call->is_json) {
            abx_value_put_json(&call->json, abx_buffer_text(&name), call->table, &value);
            continue;
        }
        abx_buffer_printf(&call->out, "%s = ", abx_buffer_text(&name));
        abx_value_put(&call->out, call->table, &value, 0);
        abx_buffer_putc(&call->out, '\n');
    }
    abx_buffer_finish(&name);
}

/* ---- text */

static void put_words(struct call *call)
{
    const struct abx_argument *argument;
    size_t i;

    abx_buffer_printf(&call->out, "%s(", abx_function_name(call->function));
    for (i = 0; i < call->arguments.n; i++) {
        argument = &call->arguments.items[i];
        abx_buffer_puts(&call->out, i > 0 ? ", " : "");
        if (argument->is_string)
            abx_text_put_quoted(&call->out, argument->word, strlen(argument->word));
        else
            abx_buffer_puts(&call->out, argument->word);
    }
    abx_buffer_putc(&call->out, ')');
}

/* The constant that the contract gives for failure reads better than its value. */
static const char *failure_name(const struct call *call)
{
    const char *when = abx_function_contract(call->function)->when;

    if (!call->has_failed || !when || !(*when >= 'A' && *when <= 'Z'))
        return NULL;
    return when;
}

static void put_result(struct call *call)
{
    const char *name = failure_name(call);
    struct abx_value value;

    if (call->result.kind == ABX_VALUE_NONE)
        return;
    abx_buffer_puts(&call->out, " = ");
    if (name) {
        abx_buffer_puts(&call->out, name);
        return;
    }
    value = as_text(call, call->result_type, &call->result);
    abx_value_put(&call->out, call->table, &value, 0);
    if (call->has_failed)
        return;
    abx_buffer_puts(&call->out, " (");
    abx_cdecl_put(&call->out, call->table, call->result_type, "");
    abx_buffer_putc(&call->out, ')');
}

static void put_failure(struct call *call)
{
    const struct abx_error *err = &call->err;
    const char *function = abx_function_name(call->function);

    if (err->name[0])
        abx_buffer_printf(&call->out, " %s", err->name);
    abx_buffer_putc(&call->out, '\n');
    if (err->code == 0)
        abx_buffer_printf(&call->out, "%s failed without a code\n", function);
    else if (err->name[0] && err->is_documented)
        abx_buffer_printf(&call->out, "%s failed: %s (%lld): %s%s\n", function, err->name,
                          (long long)err->code, err->message,
                          err->is_specific ? "" : " (general meaning)");
    else
        abx_buffer_printf(&call->out, "%s failed with %lld: %s\n", function,
                          (long long)err->code, err->message);
}

static void put_text(struct call *call)
{
    put_words(call);
    put_result(call);
    if (call->has_failed) {
        put_failure(call);
        return;
    }
    abx_buffer_putc(&call->out, '\n');
    put_outs(call);
}

/* ---- JSON */

static void put_json(struct call *call)
{
    struct abx_value value = as_text(call, call->result_type, &call->result);
    const struct abx_error *err = &call->err;

    abx_json_begin_object(&call->json, NULL);
    abx_json_string(&call->json, "function", abx_function_name(call->function));
    abx_value_put_json(&call->json, "result", call->table, &value);
    abx_json_bool(&call->json, "failed", call->has_failed);
    if (call->has_failed) {
        abx_json_int(&call->json, "code", err->code);
        abx_json_string(&call->json, "name", err->name[0] ? err->name : NULL);
        abx_json_bytes(&call->json, "message", err->message, strlen(err->message));
        abx_json_bool(&call->json, "documented", err->is_documented);
        abx_json_bool(&call->json, "specific", err->is_specific);
    }
    abx_json_begin_object(&call->json, "out");
    if (!call->has_failed)
        put_outs(call);
    abx_json_end_object(&call->json);
    abx_json_end_object(&call->json);
}

/* ---- the call */

/* A result without a contract is no success: the reader must judge it. */
static void warn_of_silence(const struct call *call)
{
    if (!abx_function_contract(call->function)->when)
        fprintf(stderr, "abidex: note: the table does not say how %s fails\n",
                abx_function_name(call->function));
}

static int make_call(struct call *call)
{
    int status;

    fflush(NULL); /* the function may end the process */
    status = abx_call(call->function, call->arguments.values, call->arguments.n,
                      &call->result, &call->err);
    if (status != ABX_OK && status != ABX_FAILED) {
        abx_message_error(abx_table_path(call->table), status, &call->err);
        return ABX_EXIT_UNUSABLE;
    }
    call->has_failed = status == ABX_FAILED;
    if (call->is_json)
        put_json(call);
    else
        put_text(call);
    if (call->result.kind == ABX_VALUE_MEMORY)
        abx_memory_destroy(call->result.memory);
    warn_of_silence(call);
    return abx_output(&call->out, call->has_failed ? ABX_EXIT_SHORT : ABX_EXIT_DONE);
}

static int find_function(struct call *call, const char *name)
{
    int status = abx_table_find_function(call->table, name, &call->function, &call->err);

    if (status == ABX_OK)
        status = abx_type_find_target(call->table, abx_function_type(call->function),
                                      &call->result_type, &call->err);
    if (status == ABX_OK)
        return ABX_EXIT_DONE;
    if (status == ABX_MISSING)
        return abx_message_no_function(call->table, name, &call->err);
    return abx_message_error(abx_table_path(call->table), status, &call->err);
}

static int run(struct call *call, char **words)
{
    int exit = find_function(call, words[0]);

    if (exit == ABX_EXIT_DONE)
        exit =
            abx_arguments_init(&call->arguments, call->table, call->function, words + 1);
    if (exit == ABX_EXIT_DONE)
        exit = make_call(call);
    abx_arguments_finish(&call->arguments);
    abx_buffer_finish(&call->out);
    return exit;
}

static const char notes[] =
    "An argument is read by the type of its parameter:\n"
    "  integers   42, -1, 0x2a, 0o52, 052, 'c', and constants: O_RDWR|O_CLOEXEC\n"
    "  floats     1.5, 1e-3, inf, constants\n"
    "  pointers   NULL; a constant that is an address (MAP_FAILED)\n"
    "    to char  the word itself is the string; s:TEXT where it could be another\n"
    "    to bytes s:TEXT, buf:N: N bytes, printed after the call\n"
    "    to else  new, new:N: zeroed objects, printed after the call\n"
    "  struct     new: all zero\n"
    "Variadic arguments: a number or constant is an int (64 bits if it does not fit),\n"
    "with a final L a long, with a point a double; every other word is a string.";

int call_main(int argc, char **argv)
{
    struct abx_session session = {0};
    struct call call = {0};
    const struct abx_option options[] = {
        {"json", NULL, "print JSON", &call.is_json, NULL},
        {0},
    };
    const struct abx_usage usage = {
        .name = "call",
        .operands = "TABLE FUNCTION [ARGUMENT…]",
        .purpose =
            "Calls a function and prints its result, or how and why it failed. Exit\n"
            "status 1 if it failed, 2 if an argument was refused: nothing was called.",
        .notes = notes,
        .examples = "  abidex call libc open /nonexistent O_RDONLY\n"
                    "  abidex call libc snprintf buf:32 32 '%d of %s' 3 files\n",
        .options = options,
        .n_min = 2,
        .n_max = -1,
        .options_first = true,
    };
    int exit;

    if (!abx_usage_parse(&usage, &argc, argv, &exit))
        return exit;
    exit = abx_session_open(&session, argv[1], true);
    call.table = session.table;
    call.json.out = &call.out;
    if (exit == ABX_EXIT_DONE)
        exit = run(&call, argv + 2);
    abx_session_close(&session);
    return exit;
}
