/**
 * `abidex call`: calls a function and prints the call as strace would, the meaning of a
 * failure, and what the function left in the memory that it was given.
 */
#include <stdlib.h>
#include <string.h>

#include "base/code.h"
#include "tools/apart.h"
#include "tools/call_args.h"
#include "runtime/cdecl.h"
#include "tools/command.h"
#include "tools/json.h"
#include "tools/kinds.h"
#include "tools/value_text.h"

struct call {
    struct abx_table *table;
    struct abx_function *function;
    struct abx_arguments arguments;
    const char *name; /* as given */
    const struct abx_type *result_type;
    struct abx_value result;
    struct abx_error err;
    bool has_failed;
    bool is_json;
    struct abx_buffer out;
    struct abx_json json;
    struct abx_apart apart;
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

/* The integer type of parameter @index if it is one as wide as size_t, else NULL. */
static const struct abx_type *size_parameter(const struct call *call, size_t index)
{
    const struct abx_type *type = NULL;
    const char *name;

    if (abx_type_parameter(abx_function_type(call->function), index, &name, &type) !=
        ABX_OK)
        return NULL;
    type = abx_type_strip(type);
    if (abx_type_kind(type) != ABX_TYPE_INT || abx_type_size(type) != sizeof(size_t) ||
        abx_type_is_signed(type))
        return NULL;
    return type;
}

/*
 * Whether the result counts the bytes put into the buffer that is argument @index, as
 * read's does: it is as wide as a size, and a size follows the buffer. Behind fread's
 * buffer there are two, and its result counts objects.
 */
static bool is_counted(const struct call *call, size_t index)
{
    const struct abx_type *result = abx_type_strip(call->result_type);

    return abx_type_kind(result) == ABX_TYPE_INT &&
           abx_type_size(result) == sizeof(size_t) && size_parameter(call, index + 1) &&
           !size_parameter(call, index + 2) && call->result.i >= 0 &&
           call->result.u <= call->arguments.values[index + 1].u;
}

/* How much of a buffer is shown: what the result counts; a string without the zeros at
 * its end; else all of it. */
static size_t shown_size(const struct call *call, size_t index)
{
    const struct abx_argument *argument = &call->arguments.items[index];
    const char *data = abx_memory_data(argument->memory);
    size_t size = abx_memory_size(argument->memory);

    if (is_counted(call, index) && call->result.u <= size)
        return (size_t)call->result.u;
    if (!argument->type || !abx_is_char_pointer(call->table, argument->type))
        return size;
    while (size > 0 && data[size - 1] == '\0')
        size--;
    return size;
}

static struct abx_value out_value(const struct call *call, size_t index)
{
    const struct abx_argument *argument = &call->arguments.items[index];
    const struct abx_type *type = abx_memory_type(argument->memory);
    struct abx_value value = {.kind = ABX_VALUE_MEMORY, .memory = argument->memory};
    struct abx_value pointer = {0};

    if (argument->is_buffer)
        return (struct abx_value){
            .kind = ABX_VALUE_STRING,
            .string = {abx_memory_data(argument->memory), shown_size(call, index)},
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
        value = out_value(call, i);
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
    char code[ABX_CODE_TEXT];

    if (err->name[0])
        abx_buffer_printf(&call->out, " %s", err->name);
    abx_buffer_putc(&call->out, '\n');
    if (err->code == 0)
        abx_buffer_printf(&call->out, "%s%s %s\n", function,
                          err->is_specific ? " failed:" : "", err->message);
    else if (err->name[0] && err->is_documented)
        abx_buffer_printf(&call->out, "%s failed: %s (%s): %s%s\n", function, err->name,
                          abx_code_text(err->code, code), err->message,
                          err->is_specific ? "" : " (general meaning)");
    else
        abx_buffer_printf(&call->out, "%s failed with %s: %s\n", function,
                          abx_code_text(err->code, code), err->message);
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
        abx_json_int(&call->json, "cause", err->cause);
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

/* What could not be done, on standard error and with --json in place of the result. */
static int fail(struct call *call, int exit, const char *text)
{
    abx_message("%s", text);
    if (!call->is_json)
        return exit;
    abx_json_error(&call->json, "function", call->name, text);
    return abx_output(&call->out, exit);
}

/* Puts which argument's memory the function wrote past; nothing if all is well. */
static void put_overrun(const struct call *call, struct abx_buffer *text)
{
    const struct abx_argument *argument;
    size_t i;

    for (i = 0; i < call->arguments.n && text->size == 0; i++) {
        argument = &call->arguments.items[i];
        if (!abx_argument_is_overrun(argument))
            continue;
        abx_buffer_printf(text, "%s wrote past the end of argument %zu", call->name,
                          i + 1);
        if (argument->name)
            abx_buffer_printf(text, " (%s)", argument->name);
        abx_buffer_puts(text, "; new:N and buf:N with a larger N give more memory");
    }
}

static int report(struct call *call)
{
    struct abx_buffer overrun = {0};
    int exit = call->has_failed ? ABX_EXIT_SHORT : ABX_EXIT_DONE;

    put_overrun(call, &overrun);
    if (overrun.size > 0) {
        exit = fail(call, ABX_EXIT_UNUSABLE, abx_buffer_text(&overrun));
    } else {
        if (call->is_json)
            put_json(call);
        else
            put_text(call);
        warn_of_silence(call);
        exit = abx_output(&call->out, exit);
    }
    abx_buffer_finish(&overrun);
    return exit;
}

/* The command's own memory has guards, and is given as an address: libabidex, which would
 * refuse to have it freed, does not know it. */
static const struct abx_argument *find_freed(const struct call *call)
{
    const char *frees = abx_function_find_attribute(call->function, "frees");
    size_t number = frees ? strtoul(frees, NULL, 10) : 0;

    if (!number || number > call->arguments.n ||
        !call->arguments.items[number - 1].memory)
        return NULL;
    return &call->arguments.items[number - 1];
}

static int refuse_freed(struct call *call, const struct abx_argument *freed)
{
    struct abx_buffer text = {0};
    int exit;

    abx_buffer_printf(
        &text, "%s frees argument %zu: it takes no memory of this command (%s)",
        call->name, (size_t)(freed - call->arguments.items) + 1, freed->word);
    exit = fail(call, ABX_EXIT_UNUSABLE, abx_buffer_text(&text));
    abx_buffer_finish(&text);
    return exit;
}

static int make_call(struct call *call)
{
    const struct abx_argument *freed = find_freed(call);
    int status;
    int exit;

    if (freed) {
        abx_apart_end(&call->apart);
        return refuse_freed(call, freed);
    }
    status = abx_call(call->function, call->arguments.values, call->arguments.n,
                      &call->result, &call->err);
    abx_apart_end(&call->apart);
    if (status != ABX_OK && status != ABX_FAILED)
        return fail(call, ABX_EXIT_UNUSABLE,
                    status < 0 ? "out of memory" : call->err.message);
    call->has_failed = status == ABX_FAILED;
    exit = report(call);
    if (call->result.kind == ABX_VALUE_MEMORY)
        abx_memory_destroy(call->result.memory);
    return exit;
}

/* ---- a process of its own */

static int report_end(struct call *call, const struct abx_apart *apart)
{
    struct abx_buffer text = {0};
    int exit;

    abx_buffer_printf(&text, "%s was ended by %s", call->name, apart->ended_by);
    exit = fail(call, apart->exit, abx_buffer_text(&text));
    abx_buffer_finish(&text);
    return exit;
}

/* With --json what the function prints goes to standard error. The new process makes the
 * call and goes on to the end of main; this one waits for it. */
static int make_call_apart(struct call *call)
{
    abx_apart_begin(&call->apart, call->is_json);
    if (call->apart.obstacle)
        return fail(call, ABX_EXIT_UNUSABLE, call->apart.obstacle);
    if (call->apart.is_here)
        return make_call(call);
    if (call->apart.ended_by[0])
        return report_end(call, &call->apart);
    return call->apart.exit;
}

static int find_function(struct call *call)
{
    struct abx_buffer why = {0};
    int exit = ABX_EXIT_DONE;
    int status =
        abx_table_find_function(call->table, call->name, &call->function, &call->err);

    if (status == ABX_OK)
        status = abx_type_find_target(call->table, abx_function_type(call->function),
                                      &call->result_type, &call->err);
    if (status == ABX_MISSING) {
        abx_no_function_put(&why, call->table, call->name, &call->err);
        exit = fail(call, ABX_EXIT_SHORT, abx_buffer_text(&why));
    } else if (status == ABX_BROKEN || status < 0) {
        exit = abx_message_error(abx_table_path(call->table), status, &call->err);
    } else if (status != ABX_OK) {
        exit = fail(call, ABX_EXIT_UNUSABLE, call->err.message);
    }
    abx_buffer_finish(&why);
    return exit;
}

static int run(struct call *call, char **words)
{
    int exit;

    call->name = words[0];
    exit = find_function(call);
    if (exit == ABX_EXIT_DONE) {
        exit =
            abx_arguments_init(&call->arguments, call->table, call->function, words + 1);
        exit = exit == ABX_EXIT_DONE
                   ? make_call_apart(call)
                   : fail(call, exit, abx_buffer_text(&call->arguments.why));
    }
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
    "    to unsigned 16 bits  as to else, and s:TEXT: the text as UTF-16\n"
    "    to else  new, new:N: zeroed objects, printed after the call; new=VALUE, and\n"
    "             'new{tv_sec=1,tv_nsec=5}' for what they hold before it\n"
    "  struct     new: all zero\n"
    "  transparent union (the address of bind): as its first member; or an object of "
    "any\n"
    "             member's type, 'new:struct "
    "sockaddr_un{sun_family=AF_UNIX,sun_path=/x}'\n"
    "Of a buffer is printed what the result counts, where it is as wide as a size_t and\n"
    "one size_t follows the buffer, as for read; of a buffer of char all but the zeros\n"
    "at its end; of every other all.\n"
    "Variadic arguments: a number or constant is an int (64 bits if it does not fit),\n"
    "with a final L a long, with a point a double; buf:N memory; every other word is\n"
    "a string.\n"
    "The call is made in a process of its own. With --json what the function itself\n"
    "prints goes to standard error.";

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
            "status 1 if it failed; 2 if an argument was refused, so that nothing was\n"
            "called, or if it wrote past the end of the memory that it was given; 128 +\n"
            "N if signal N ended it; if it ends the process, the status that it gives.",
        .notes = notes,
        .examples = "  abidex call libc open /nonexistent O_RDONLY\n"
                    "  abidex call libc snprintf buf:32 32 '%d of %s' 3 files\n"
                    "  abidex call --json libc getpid\n",
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
