/*
 * A signal ends a waiting call with EINTR, and only the function's contract tells what
 * that means. All of this is off the way of a call that nothing interrupts, but for one
 * thing: a timeout's end has to be known before the call begins, so functions with one
 * ask for the time. The end is a point on a clock that nobody sets, in nanoseconds; what
 * is longer than a century is taken for no limit at all, and waits for its whole length
 * again.
 *
 * A time that the function only reads is replaced: it is copied before the call and the
 * copy is shortened. One that the function may write to is shortened in place, because
 * callers read in it what is left (select, recvmmsg).
 */
#include "runtime/interrupt.h"

#include <errno.h>
#include <string.h>

#include "runtime/call_around.h"
#include "runtime/call_plan.h"
#include "runtime/call_scalar.h"
#include "runtime/error.h"
#include "runtime/function.h"
#include "runtime/os.h"
#include "runtime/safe_point.h"
#include "runtime/table.h"
#include "runtime/type.h"

static const int64_t SECOND = 1000000000;
static const int64_t LONGEST = INT64_C(100) * 366 * 24 * 3600; /* seconds */

/* Nanoseconds of an integer's unit. */
static const int64_t unit_sizes[] = {
    [ABX_TIMEOUT_SECONDS] = 1000000000,
    [ABX_TIMEOUT_MILLISECONDS] = 1000000,
    [ABX_TIMEOUT_MICROSECONDS] = 1000,
};

/* ---- the form of a timeout ---- */

static int find_part(struct abx_table *table, const struct abx_type *type,
                     const char *name, struct abx_timeout_part *partp)
{
    struct abx_member member;
    int status = abx_type_find_member(table, type, name, &member, NULL);
    const struct abx_type *is;

    if (status != ABX_OK)
        return status;
    is = abx_type_strip(member.type);
    if (is->kind != ABX_TYPE_INT || member.is_bit_field ||
        (is->size != 4 && is->size != 8))
        return ABX_MISSING;
    *partp = (struct abx_timeout_part){member.offset, is->size};
    return ABX_OK;
}

/* A struct timespec or timeval, by whatever name. */
static bool find_parts(struct abx_table *table, const struct abx_type *type,
                       struct abx_timeout *timeout)
{
    static const struct {
        const char *name;
        int64_t nanoseconds;
    } fractions[] = {{"tv_nsec", 1}, {"tv_usec", 1000}};

    if (abx_type_strip(type)->kind != ABX_TYPE_STRUCT ||
        type->size > ABX_TIMEOUT_OBJECT_SIZE ||
        find_part(table, type, "tv_sec", &timeout->seconds) != ABX_OK)
        return false;
    for (size_t i = 0; i < sizeof(fractions) / sizeof(*fractions); i++) {
        timeout->per_fraction = fractions[i].nanoseconds;
        if (find_part(table, type, fractions[i].name, &timeout->fraction) == ABX_OK)
            return true;
    }
    return false;
}

static int prepare_object(struct abx_function *function, struct abx_timeout *timeout,
                          const char *line, struct abx_error *err)
{
    const struct abx_parameter *parameter =
        &function->type->parameters[timeout->parameter];
    const struct abx_type *target = NULL;
    int status = abx_type_find_target(function->table, abx_type_strip(parameter->type),
                                      &target, err);

    if (status != ABX_OK)
        return status;
    if (!find_parts(function->table, target, timeout))
        return abx_error_broken(err, abx_table_line(function->table, line),
                                "parameter %zu of %s does not lead to a time",
                                timeout->parameter + 1, function->name);
    timeout->size = target->size;
    timeout->is_const = abx_type_is_const(target);
    return ABX_OK;
}

static size_t size_of_parameter(const struct abx_function *function, size_t index)
{
    return abx_type_strip(function->type->parameters[index].type)->size;
}

int abx_timeout_prepare(struct abx_function *function, const char *line,
                        struct abx_error *err)
{
    struct abx_timeout_words words;
    struct abx_timeout *timeout;

    if (function->contract.timeout == NULL ||
        !abx_contract_read_timeout(function->contract.timeout, &words))
        return ABX_OK;
    timeout = abx_arena_alloc(&function->table->arena, sizeof(*timeout));
    if (timeout == NULL)
        return abx_error_no_memory(err);
    function->timeout = timeout;
    timeout->unit = words.unit;
    timeout->parameter = words.parameter - 1;
    timeout->has_clock = words.clock != 0;
    if (timeout->has_clock) {
        timeout->clock = words.clock - 1;
        timeout->flags = words.flags - 1;
        timeout->clock_size = size_of_parameter(function, timeout->clock);
        timeout->flags_size = size_of_parameter(function, timeout->flags);
    }
    if (words.unit == ABX_TIMEOUT_OBJECT)
        return prepare_object(function, timeout, line, err);
    timeout->size = size_of_parameter(function, timeout->parameter);
    timeout->is_signed = abx_type_is_signed(
        abx_type_strip(function->type->parameters[timeout->parameter].type));
    return ABX_OK;
}

/* ---- numbers in memory ---- */

static int64_t read_number(const void *from, size_t size, bool is_signed)
{
    uint32_t narrow;
    uint64_t wide;

    if (size == sizeof(narrow)) {
        memcpy(&narrow, from, sizeof(narrow));
        return is_signed ? (int32_t)narrow : (int64_t)narrow;
    }
    if (size != sizeof(wide))
        return -1;
    memcpy(&wide, from, sizeof(wide));
    return (int64_t)wide;
}

static void write_number(void *to, size_t size, int64_t number)
{
    uint32_t narrow = (uint32_t)number;

    if (size == sizeof(narrow))
        memcpy(to, &narrow, sizeof(narrow));
    else
        memcpy(to, &number, sizeof(number));
}

/* ---- before the call ---- */

/* Nanoseconds; negative where it is without a limit, or no time at all. */
static int64_t read_object(const struct abx_timeout *timeout, const unsigned char *object)
{
    int64_t seconds =
        read_number(object + timeout->seconds.offset, timeout->seconds.size, true);
    int64_t fraction =
        read_number(object + timeout->fraction.offset, timeout->fraction.size, true);

    if (seconds < 0 || seconds > LONGEST || fraction < 0 ||
        fraction >= SECOND / timeout->per_fraction)
        return -1;
    return seconds * SECOND + fraction * timeout->per_fraction;
}

/* An integer argument of @size bytes. In an image it was widened to what is stored there. */
static int64_t read_argument(const struct abx_interruption *interruption,
                             const struct abx_function *function, size_t index,
                             size_t size, bool is_signed)
{
    const struct abx_place *place = &function->plan->places[index];
    const unsigned char *words = interruption->arguments.words;
    uint64_t wide;
    uint32_t narrow;

    if (words == NULL)
        return read_number(interruption->arguments.values[index], size, is_signed);
    if (abx_image_slot_size(place) == sizeof(wide)) {
        memcpy(&wide, words + place->offset, sizeof(wide));
        narrow = (uint32_t)wide;
        return size == sizeof(wide) ? (int64_t)wide
                                    : read_number(&narrow, sizeof(narrow), is_signed);
    }
    return read_number(words + place->offset, sizeof(narrow), is_signed);
}

static void write_argument(const struct abx_interruption *interruption,
                           const struct abx_function *function, size_t index, size_t size,
                           int64_t number)
{
    const struct abx_arguments *arguments = &interruption->arguments;

    if (arguments->words != NULL)
        abx_image_set_integer(&function->plan->places[index], arguments->words,
                              (uint64_t)number);
    else
        write_number(arguments->values[index], size, number);
}

/* Where the pointer to the object stands. */
static void *pointer_argument(const struct abx_interruption *interruption,
                              const struct abx_function *function, size_t index)
{
    const struct abx_arguments *arguments = &interruption->arguments;

    if (arguments->words == NULL)
        return arguments->values[index];
    return (unsigned char *)arguments->words + function->plan->places[index].offset;
}

static int64_t read_integer(const struct abx_interruption *interruption,
                            const struct abx_function *function)
{
    const struct abx_timeout *timeout = function->timeout;
    int64_t number = read_argument(interruption, function, timeout->parameter,
                                   timeout->size, timeout->is_signed);
    int64_t unit = unit_sizes[timeout->unit];

    return number < 0 || number / (SECOND / unit) > LONGEST ? -1 : number * unit;
}

/* A copy, because some functions write what is left over what they were given. */
static int64_t read_pointer(struct abx_interruption *interruption,
                            const struct abx_function *function)
{
    const struct abx_timeout *timeout = function->timeout;

    memcpy(&interruption->object,
           pointer_argument(interruption, function, timeout->parameter),
           sizeof(interruption->object));
    if (interruption->object == NULL)
        return -1;
    memcpy(interruption->own, interruption->object, timeout->size);
    return read_object(timeout, interruption->own);
}

/* Whether the caller gave a point in time, which stays what it is. */
static bool is_point(const struct abx_interruption *interruption,
                     const struct abx_function *function)
{
    enum { TIMER_ABSTIME_BIT = 1 }; /* its value on every system that has it */
    const struct abx_timeout *timeout = function->timeout;

    return timeout->has_clock && (read_argument(interruption, function, timeout->flags,
                                                timeout->flags_size, true) &
                                  TIMER_ABSTIME_BIT) != 0;
}

void abx_interrupt_begin(struct abx_interruption *interruption,
                         const struct abx_function *function,
                         struct abx_arguments arguments)
{
    const struct abx_timeout *timeout = function->timeout;
    int64_t left = -1;
    int64_t now;

    interruption->arguments = arguments;
    interruption->is_limited = false;
    interruption->clock = ABX_OS_CLOCK_STEADY;
    if (is_point(interruption, function))
        return;
    if (timeout->has_clock)
        interruption->clock = (int)read_argument(interruption, function, timeout->clock,
                                                 timeout->clock_size, true);
    left = timeout->unit == ABX_TIMEOUT_OBJECT ? read_pointer(interruption, function)
                                               : read_integer(interruption, function);
    if (left < 0 || !abx_os_clock(interruption->clock, &now))
        return;
    interruption->is_limited = true;
    interruption->end = now + left;
}

/* ---- after an interruption ---- */

/* Rounded up: nothing ends before its time. */
static int64_t round_up(int64_t number, int64_t unit)
{
    return (number + unit - 1) / unit;
}

static void write_object(const struct abx_timeout *timeout, unsigned char *object,
                         int64_t left)
{
    int64_t fractions = round_up(left, timeout->per_fraction);
    int64_t in_a_second = SECOND / timeout->per_fraction;

    write_number(object + timeout->seconds.offset, timeout->seconds.size,
                 fractions / in_a_second);
    write_number(object + timeout->fraction.offset, timeout->fraction.size,
                 fractions % in_a_second);
}

static void shorten(struct abx_interruption *interruption,
                    const struct abx_function *function)
{
    const struct abx_timeout *timeout = function->timeout;
    void *own = interruption->own;
    int64_t now;
    int64_t left;

    if (!interruption->is_limited || !abx_os_clock(interruption->clock, &now))
        return;
    left = interruption->end > now ? interruption->end - now : 0;
    if (timeout->unit != ABX_TIMEOUT_OBJECT) {
        write_argument(interruption, function, timeout->parameter, timeout->size,
                       round_up(left, unit_sizes[timeout->unit]));
    } else if (timeout->is_const) {
        write_object(timeout, interruption->own, left);
        memcpy(pointer_argument(interruption, function, timeout->parameter), &own,
               sizeof(own));
    } else {
        write_object(timeout, interruption->object, left);
    }
}

bool abx_interrupt_is_one(const struct abx_function *function, int64_t code)
{
    return code == EINTR && function->verdict.result != ABX_RESULT_OTHER &&
           function->contract.space != NULL &&
           strcmp(function->contract.space, "errno") == 0;
}

/* The answer has a message even where the host gave none. */
static int ask_host(const struct abx_hooks *hooks, struct abx_error *err)
{
    struct abx_error own;
    struct abx_error *to = err != NULL ? err : &own;
    int status;

    abx_error_set(to, ABX_OK, "%s", "");
    status = hooks->interrupted(hooks->user, to);
    if (status != ABX_OK && to->message[0] == '\0')
        abx_error_set(to, status, "the host answered an interruption with %d", status);
    to->status = status;
    return status;
}

int abx_interrupt_attend(const struct abx_function *function, struct abx_error *err)
{
    struct abx_context *context = function->table->context;
    int status = abx_safe_point(context, err);

    if (status == ABX_OK && context->hooks.interrupted != NULL)
        status = ask_host(&context->hooks, err);
    return status;
}

bool abx_interrupt_has_answer(const struct abx_function *function)
{
    return function->verdict.eintr != ABX_EINTR_UNKNOWN &&
           function->verdict.eintr != ABX_EINTR_NEVER;
}

int abx_interrupt_answer(struct abx_interruption *interruption,
                         const struct abx_function *function)
{
    if (function->verdict.eintr == ABX_EINTR_DONE)
        return ABX_OK;
    if (function->timeout != NULL)
        shorten(interruption, function);
    return ABX_CALL_AGAIN;
}
