/**
 * Ctrl-C on Windows, every call through the table: has a function of this program called when
 * the console sends CTRL_C_EVENT, sends it to itself and waits for it. The system calls such a
 * handler on a thread of its own; here it waits there until the thread that owns the context
 * has run it, as a script wants it, and gets its answer, TRUE: the program goes on. No header of
 * Windows says anything here.
 *
 *     console bindings/x86_64-w64-mingw32/win32.abx
 */
#include <abidex.h>

#include <inttypes.h>
#include <stdio.h>

struct story {
    struct abx_context *context;
    struct abx_table *table;
    struct abx_callback *handler;
    int64_t owner; /* its thread */
    int64_t event; /* what the handler was told; -1: nothing so far */
    int64_t event_thread;
};

static void report(const char *what, const struct abx_error *err)
{
    fprintf(stderr, "console: error: %s: %s\n", what, err->message);
}

static struct abx_value integer(int64_t i)
{
    return (struct abx_value){.kind = ABX_VALUE_INT, .i = i};
}

static int64_t as_integer(const struct abx_value *value)
{
    return value->kind == ABX_VALUE_UINT ? (int64_t)value->u : value->i;
}

/* Calls a function; the table says whether the result means failure, and why. */
static bool call(const struct story *story, const char *name,
                 const struct abx_value *args, size_t n_args, int64_t *resultp)
{
    struct abx_function *function;
    struct abx_value result = {0};
    struct abx_error err = {0};

    if (abx_table_find_function(story->table, name, &function, &err) != ABX_OK ||
        abx_call(function, args, n_args, &result, &err) != ABX_OK) {
        report(name, &err);
        return false;
    }
    *resultp = as_integer(&result);
    return true;
}

/* ---- the handler */

static int on_event(void *user, const struct abx_value *args, size_t n_args,
                    struct abx_value *result, struct abx_error *err)
{
    struct story *story = user;

    (void)n_args;
    (void)err;
    story->event = as_integer(&args[0]);
    call(story, "GetCurrentThreadId", NULL, 0, &story->event_thread);
    printf("Ctrl-C was pressed\n");
    *result = integer(1);
    return ABX_OK;
}

static bool make_handler(struct story *story)
{
    const struct abx_callback_options options = {
        .mode = ABX_CALLBACK_WAIT, .handler = on_event, .user = story};
    const struct abx_type *type;
    struct abx_error err = {0};

    if (abx_table_find_type(story->table, "PHANDLER_ROUTINE", &type, &err) != ABX_OK ||
        abx_callback_create(story->table, type, &options, &story->handler, &err) !=
            ABX_OK) {
        report("PHANDLER_ROUTINE", &err);
        return false;
    }
    return true;
}

static bool set_handler(const struct story *story, bool is_added)
{
    struct abx_value args[] = {{.kind = ABX_VALUE_CALLBACK, .callback = story->handler},
                               integer(is_added)};
    int64_t result;

    return call(story, "SetConsoleCtrlHandler", args, 2, &result);
}

/* ---- the story */

static bool open_table(struct story *story, const char *path)
{
    struct abx_error err = {0};

    if (abx_context_create(&story->context) != ABX_OK)
        return false;
    if (abx_table_open(story->context, path, &story->table, &err) != ABX_OK) {
        report(path, &err);
        return false;
    }
    return true;
}

/* To all processes of this console: group 0. */
static bool press(const struct story *story)
{
    struct abx_value args[] = {integer(0), integer(0)};
    struct abx_error err = {0};
    int64_t result;

    if (abx_table_find_constant(story->table, "CTRL_C_EVENT", &args[0], &err) != ABX_OK) {
        report("CTRL_C_EVENT", &err);
        return false;
    }
    return call(story, "GenerateConsoleCtrlEvent", args, 2, &result);
}

/* Each call begins with what waits for this thread. */
static bool wait_for_event(const struct story *story)
{
    struct abx_value args[] = {integer(10), integer(0)};
    int64_t result;

    for (int i = 0; i < 1000 && story->event < 0; i++) {
        if (!call(story, "SleepEx", args, 2, &result))
            return false;
    }
    return true;
}

static bool tell(struct story *story, const char *path)
{
    if (!open_table(story, path) || !make_handler(story) ||
        !call(story, "GetCurrentThreadId", NULL, 0, &story->owner) ||
        !set_handler(story, true) || !press(story) || !wait_for_event(story) ||
        !set_handler(story, false))
        return false;
    if (story->event != 0) {
        fprintf(stderr, "console: error: the handler was told %" PRId64 "\n",
                story->event);
        return false;
    }
    if (story->event_thread != story->owner) {
        fprintf(stderr, "console: error: the handler ran on another thread\n");
        return false;
    }
    return true;
}

int main(int argc, char **argv)
{
    struct story story = {.event = -1};
    bool is_right;

    if (argc != 2) {
        fprintf(stderr, "Usage: %s TABLE\n", argv[0]);
        return 2;
    }
    is_right = tell(&story, argv[1]);
    abx_callback_destroy(story.handler);
    abx_table_close(story.table);
    abx_context_destroy(story.context);
    return is_right ? 0 : 1;
}
