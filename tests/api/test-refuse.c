/*
 * Refusals: what is wrong is named, and the function was not called.
 */
#include "api.h"

#include <string.h>

#include "callee.h"

static const char *const lines[] = {
    "alias atexit_alias atexit",
    "alias circle_a circle_b",
    "alias circle_b circle_a",
    "fn absent i32() symbol=no_such_symbol",
    "fn echo_bool bool(bool value)",
    "fn echo_f32 f32(f32 value)",
    "fn echo_f64 f64(f64)",
    "fn echo_i32 i32(i32 value)",
    "fn echo_i8 i8(i8 value)",
    "fn echo_pair struct pair(struct pair value)",
    "fn echo_pointer *void(*void value) nonnull=1",
    "fn echo_string *const char(*const char value)",
    "fn echo_u64 u64(u64 value)",
    "fn elsewhere i32() in=libabidex-no-such-library.so.9",
    "fn jump i32(*void env) symbol=nothing returns_twice",
    "fn mixed_args i32(i32 a, i32 b, *const char c, i32 d) symbol=nothing",
    "fn no_contract i32(f16 value) symbol=nothing",
    "fn nothing void()",
    "fn packed struct packed_small(i32 a) symbol=nothing",
    "fn print_list i32(*const char format, va_list ap) symbol=nothing",
    "fn split *char(**char rest) symbol=nothing",
    "fn sum_variable f64(*const char kinds, ...)",
    "fn unknown_value i32(struct opaque value) symbol=nothing",
    "fn wide_integer i32(i128 value) symbol=nothing",
    "fn write_five i32(*i32 to)",
    "omit atexit no library exports it",
    "struct opaque incomplete",
    NULL,
};

static int setup(void **state)
{
    return api_setup(state, lines);
}

#define INT(number)                                                                      \
    {                                                                                    \
        .kind = ABX_VALUE_INT, .i = (number)                                             \
    }
#define UINT(number)                                                                     \
    {                                                                                    \
        .kind = ABX_VALUE_UINT, .u = (number)                                            \
    }
#define FLOAT(x)                                                                         \
    {                                                                                    \
        .kind = ABX_VALUE_FLOAT, .f = (x)                                                \
    }
#define NONE                                                                             \
    {                                                                                    \
        .kind = ABX_VALUE_NONE                                                           \
    }
#define POINTER(to)                                                                      \
    {                                                                                    \
        .kind = ABX_VALUE_POINTER, .p = (to)                                             \
    }
#define STRING(text)                                                                     \
    {                                                                                    \
        .kind = ABX_VALUE_STRING, .string = {(text), sizeof(text) - 1 }                  \
    }

static const struct {
    const char *function;
    size_t n_args;
    struct abx_value args[4];
    int argument;
    enum abx_reason reason;
    const char *message;
} cases[] = {
    {"echo_i32", 0, {NONE}, 0, ABX_REASON_KIND, "echo_i32 takes 1 argument, got 0"},
    {"echo_i32",
     2,
     {INT(1), INT(2)},
     0,
     ABX_REASON_KIND,
     "echo_i32 takes 1 argument, got 2"},
    {"nothing", 1, {INT(1)}, 0, ABX_REASON_KIND, "nothing takes 0 arguments, got 1"},
    {"mixed_args",
     3,
     {INT(1), INT(2), INT(3)},
     0,
     ABX_REASON_KIND,
     "mixed_args takes 4 arguments, got 3"},
    {"sum_variable",
     0,
     {NONE},
     0,
     ABX_REASON_KIND,
     "sum_variable takes at least 1 argument, got 0"},
    {"echo_i32",
     1,
     {INT(INT64_C(4294967296))},
     1,
     ABX_REASON_RANGE,
     "echo_i32: argument 1 (value) takes -2147483648 to 2147483647, got 4294967296"},
    {"echo_i8",
     1,
     {INT(128)},
     1,
     ABX_REASON_RANGE,
     "echo_i8: argument 1 (value) takes -128 to 127, got 128"},
    {"echo_i8",
     1,
     {INT(-129)},
     1,
     ABX_REASON_RANGE,
     "echo_i8: argument 1 (value) takes -128 to 127, got -129"},
    {"echo_u64",
     1,
     {INT(-1)},
     1,
     ABX_REASON_RANGE,
     "echo_u64: argument 1 (value) takes 0 to 18446744073709551615, got -1"},
    {"echo_i32",
     1,
     {UINT(UINT64_MAX)},
     1,
     ABX_REASON_RANGE,
     "echo_i32: argument 1 (value) takes -2147483648 to 2147483647, "
     "got 18446744073709551615"},
    {"echo_bool",
     1,
     {INT(2)},
     1,
     ABX_REASON_RANGE,
     "echo_bool: argument 1 (value) takes 0 to 1, got 2"},
    {"echo_i32",
     1,
     {FLOAT(1.5)},
     1,
     ABX_REASON_KIND,
     "echo_i32: argument 1 (value) takes an integer, got a floating-point number"},
    {"echo_i32",
     1,
     {STRING("1")},
     1,
     ABX_REASON_KIND,
     "echo_i32: argument 1 (value) takes an integer, got a string"},
    {"echo_i32",
     1,
     {NONE},
     1,
     ABX_REASON_KIND,
     "echo_i32: argument 1 (value) takes an integer, got nothing"},
    {"echo_f64",
     1,
     {STRING("1")},
     1,
     ABX_REASON_KIND,
     "echo_f64: argument 1 takes a floating-point number, got a string"},
    {"echo_f32",
     1,
     {INT(16777217)},
     1,
     ABX_REASON_RANGE,
     "echo_f32: argument 1 (value) takes integers that f32 holds exactly, got 16777217"},
    {"echo_pointer",
     1,
     {POINTER(NULL)},
     1,
     ABX_REASON_VALUE,
     "echo_pointer: argument 1 (value) may not be NULL"},
    {"echo_pointer",
     1,
     {INT(5)},
     1,
     ABX_REASON_KIND,
     "echo_pointer: argument 1 (value) takes a pointer, got an integer"},
    {"echo_string",
     1,
     {STRING("zero\0inside")},
     1,
     ABX_REASON_VALUE,
     "echo_string: argument 1 (value) takes a string without a zero inside"},
    {"echo_pair", 1, {INT(5)}, 1, ABX_REASON_KIND, NULL},
    {"write_five", 1, {STRING("12345678")}, 1, ABX_REASON_KIND, NULL},
    {"mixed_args",
     4,
     {INT(1), INT(2), STRING("c"), FLOAT(4)},
     4,
     ABX_REASON_KIND,
     "mixed_args: argument 4 (d) takes an integer, got a floating-point number"},
    {"sum_variable",
     2,
     {STRING("i"), NONE},
     2,
     ABX_REASON_KIND,
     "sum_variable: argument 2 has no value"},
    {"sum_variable",
     2,
     {STRING("s"), STRING("a\0b")},
     2,
     ABX_REASON_VALUE,
     "sum_variable: argument 2 is a string with a zero inside"},
};

static void refused_calls_are_not_made(void **state)
{
    struct api *api = *state;
    int n = api_count(api);

    for (size_t i = 0; i < N_ITEMS(cases); i++) {
        struct abx_value result = api_int(123);

        assert_int_equal(
            api_call(api, cases[i].function, cases[i].args, cases[i].n_args, &result),
            ABX_REFUSED);
        assert_int_equal(api->err.status, ABX_REFUSED);
        assert_int_equal(api->err.argument, cases[i].argument);
        assert_int_equal(api->err.reason, cases[i].reason);
        assert_string_equal(api->err.function, cases[i].function);
        assert_true(api->err.message[0] != '\0');
        if (cases[i].message != NULL)
            assert_string_equal(api->err.message, cases[i].message);
        assert_int_equal(result.i, 123);
    }
    assert_int_equal(api_count(api), n);
}

/* The wrong type of memory, and a type that does not fit a variable argument. */
static void types_are_compared(void **state)
{
    struct api *api = *state;
    const struct small small = {1, 2};
    struct abx_memory *memory = api_memory(api, "struct small", &small);
    struct abx_value arg = api_value(memory);
    struct abx_value variable[] = {api_string("i"), api_int(300)};
    int n = api_count(api);

    assert_int_equal(api_call(api, "echo_pair", &arg, 1, NULL), ABX_REFUSED);
    assert_int_equal(api->err.argument, 1);
    assert_int_equal(api_call(api, "write_five", &arg, 1, NULL), ABX_REFUSED);
    assert_int_equal(abx_table_find_type(api->table, "i8", &variable[1].type, NULL),
                     ABX_OK);
    assert_int_equal(api_call(api, "sum_variable", variable, 2, NULL), ABX_REFUSED);
    assert_string_equal(api->err.message,
                        "sum_variable: argument 2 takes -128 to 127, got 300");
    assert_int_equal(abx_table_find_type(api->table, "f32", &variable[1].type, NULL),
                     ABX_OK);
    assert_int_equal(api_call(api, "sum_variable", variable, 2, NULL), ABX_REFUSED);
    assert_int_equal(api_count(api), n);
    abx_memory_destroy(memory);
}

/* Elsewhere than in calls. */
static void refusals_have_reasons(void **state)
{
    struct api *api = *state;
    const struct small small = {1, 2};
    struct abx_memory *memory = api_memory(api, "struct small", &small);
    struct abx_memory *none = NULL;
    struct abx_value value = api_value(memory);
    struct abx_value number = api_int(5);
    struct abx_value large = api_int(INT64_C(1) << 31);
    struct abx_member member;
    const struct abx_type *array = NULL;

    assert_int_equal(abx_table_find_type(api->table, "[3]i32", &array, NULL), ABX_OK);
#define REFUSED(why, ...)                                                                \
    assert_int_equal(__VA_ARGS__, ABX_REFUSED);                                          \
    assert_int_equal(api->err.reason, why)
    REFUSED(ABX_REASON_VALUE,
            abx_table_find_type(api->table, "*", &value.type, &api->err));
    REFUSED(ABX_REASON_RANGE,
            abx_type_find_member(api->table, array, "[3]", &member, &api->err));
    REFUSED(ABX_REASON_VALUE,
            abx_type_find_member(api->table, array, "[", &member, &api->err));
    REFUSED(ABX_REASON_KIND,
            abx_type_find_member(api->table, array, "[0][0]", &member, &api->err));
    REFUSED(ABX_REASON_RANGE, abx_memory_get(memory, "[1]", &value, &api->err));
    REFUSED(ABX_REASON_RANGE, abx_memory_set(memory, "b", &large, &api->err));
    REFUSED(ABX_REASON_KIND, abx_memory_set(memory, "", &number, &api->err));
    REFUSED(ABX_REASON_RANGE,
            abx_memory_create(api->table, array, SIZE_MAX, &none, &api->err));
    REFUSED(ABX_REASON_VALUE, abx_memory_create(api->table, array, 0, &none, &api->err));
#undef REFUSED
    abx_memory_destroy(memory);
}

/* A result keeps its type when it becomes an argument. */
static void results_are_compared(void **state)
{
    struct api *api = *state;
    struct abx_value text = api_string("a,b");
    struct abx_value result;
    struct abx_value again;

    assert_int_equal(api_call(api, "echo_string", &text, 1, &result), ABX_OK);
    assert_int_equal(api_call(api, "echo_string", &result, 1, &again), ABX_OK);
    assert_ptr_equal(again.p, text.string.data);
    assert_int_equal(api_call(api, "split", &result, 1, NULL), ABX_REFUSED);
    assert_string_equal(
        api->err.message,
        "split: argument 1 (rest) takes a pointer to *char, got one to const char");
}

static void missing_arguments_are_no_crash(void **state)
{
    assert_int_equal(api_call(*state, "echo_i32", NULL, 1, NULL), ABX_REFUSED);
}

static const struct {
    const char *name;
    int status;
    const char *message; /* a part of it */
} unresolved[] = {
    {"nonsense", ABX_MISSING, "has no function nonsense"},
    {"atexit", ABX_MISSING, "atexit is left out of the table: no library exports it"},
    {"atexit_alias", ABX_MISSING,
     "atexit is left out of the table: no library exports it"},
    {"absent", ABX_MISSING, "has no symbol no_such_symbol"},
    {"circle_a", ABX_BROKEN, "the aliases of circle_"},
    {"elsewhere", ABX_SYSTEM, "libabidex-no-such-library.so.9 can't be loaded: "},
    {"jump", ABX_REFUSED, "jump can't be called: it returns twice"},
    {"no_contract", ABX_REFUSED,
     "no_contract can't be called: parameter 1 (value) has a floating format"},
#if defined(__x86_64__) && !defined(_WIN32)
    {"packed", ABX_REFUSED,
     "packed can't be called: its result is a small packed record"},
#endif
    {"print_list", ABX_REFUSED,
     "print_list can't be called: parameter 2 (ap) is a va_list, which only C can make"},
    {"unknown_value", ABX_REFUSED,
     "unknown_value can't be called: parameter 1 (value) has an incomplete type"},
    {"wide_integer", ABX_REFUSED,
     "wide_integer can't be called: parameter 1 (value) is an integer of a width"},
};

static void what_cannot_be_resolved_says_why(void **state)
{
    struct api *api = *state;

    for (size_t i = 0; i < N_ITEMS(unresolved); i++) {
        struct abx_function *function = NULL;
        int status =
            abx_table_find_function(api->table, unresolved[i].name, &function, &api->err);

        if (status != unresolved[i].status ||
            strstr(api->err.message, unresolved[i].message) == NULL)
            fail_msg("%s: got %d: %s", unresolved[i].name, status, api->err.message);
        assert_null(function);
        assert_int_equal(api->err.code, 0);
        assert_int_equal(
            abx_table_find_function(api->table, unresolved[i].name, &function, NULL),
            status);
    }
}

static void declarations_are_not_called(void **state)
{
    struct api *api = *state;
    struct abx_function *function = NULL;

    assert_int_equal(abx_table_find_declaration(api->table, "jump", &function, &api->err),
                     ABX_OK);
    assert_non_null(abx_function_obstacle(function));
    assert_int_equal(abx_call(function, NULL, 0, NULL, &api->err), ABX_REFUSED);
    assert_int_equal(
        abx_table_find_declaration(api->table, "absent", &function, &api->err), ABX_OK);
    assert_null(abx_function_obstacle(function));
    assert_int_equal(abx_call(function, NULL, 0, NULL, &api->err), ABX_REFUSED);
    assert_string_equal(api->err.message, "absent was not resolved");
}

/* Whatever was there before: nobody shall use it by mistake. */
static void answers_that_fail_give_nothing(void **state)
{
    static char rubbish;
    struct api *api = *state;
    struct abx_function *function = (void *)&rubbish;
    struct abx_memory *memory = (void *)&rubbish;
    const struct abx_type *type = (void *)&rubbish;
    const char *text = &rubbish;
    struct abx_value value = api_int(1);
    struct abx_entry entry = {.name = &rubbish};
    struct abx_member member = {.name = &rubbish};

    assert_int_equal(abx_table_find_function(api->table, "absent", &function, NULL),
                     ABX_MISSING);
    assert_null(function);
    function = (void *)&rubbish;
    assert_int_equal(abx_table_find_declaration(api->table, "none", &function, NULL),
                     ABX_MISSING);
    assert_null(function);
    assert_int_equal(abx_table_find_variable(api->table, "none", &memory, NULL),
                     ABX_MISSING);
    assert_null(memory);
    assert_int_equal(abx_table_find_constant(api->table, "none", &value, NULL),
                     ABX_MISSING);
    assert_true(value.kind == ABX_VALUE_NONE && value.i == 0);
    assert_int_equal(abx_table_find_entry(api->table, ABX_KIND_FN, "none", &entry, NULL),
                     ABX_MISSING);
    assert_null(entry.name);
    assert_int_equal(abx_table_find_type(api->table, "struct small", &type, NULL),
                     ABX_OK);
    assert_int_equal(abx_type_find_member(api->table, type, "none", &member, NULL),
                     ABX_MISSING);
    assert_null(member.name);
    member.name = &rubbish;
    assert_int_equal(abx_type_member(type, 99, &member), ABX_MISSING);
    assert_null(member.name);
    memory = api_memory(api, "struct small", NULL);
    value = api_int(1);
    assert_int_equal(abx_memory_get(memory, "none", &value, NULL), ABX_MISSING);
    assert_int_equal(value.kind, ABX_VALUE_NONE);
    abx_memory_destroy(memory);
    function = api_find(api, "nothing");
    assert_int_equal(abx_type_parameter(abx_function_type(function), 0, &text, &type),
                     ABX_MISSING);
    assert_true(text == NULL && type == NULL);
}

/* ---- damaged lines ---- */

static const struct {
    const char *line;
    const char *message; /* a part of it */
} damaged[] = {
    {"fn f", "f"},
    {"fn f i32", "f is no function"},
    {"fn f i32(", ""},
    {"fn f i32() shiny", "unknown or misplaced attribute: shiny"},
    {"fn f i32() noreturn nonnull=1", "unknown or misplaced attribute: nonnull=1"},
    {"fn f i32() noreturn noreturn", "unknown or misplaced attribute: noreturn"},
    {"fn f i32()  noreturn", "unknown or misplaced attribute"},
    {"fn f i32() symbol=", "unknown or misplaced attribute: symbol="},
    {"fn f i32() symbol=a/b", "symbol= is not a name: a/b"},
    {"fn f i32(*void p) nonnull=2", "nonnull= is no ascending list of parameters"},
    {"fn f i32(*void p) nonnull=0", "nonnull= is no ascending list of parameters"},
    {"fn f i32(*void p, *void q) nonnull=2,1", "nonnull= is no ascending list"},
    {"fn f i32(*void p, *void q) nonnull=1,", "nonnull= is no ascending list"},
    {"fn f i32(*void p) nonnull=99999999999999999999", "nonnull= is no ascending list"},
    {"fn f i32(*void p) nonnull=01", "nonnull= is no ascending list"},
    {"fn f i32(*void p) static=1", "static= is no ascending list of PARAMETER:COUNT"},
    {"fn f i32(*void p) static=1:0", "static= is no ascending list"},
    {"fn f i32(*void p) static=2:1", "static= is no ascending list"},
    {"fn f i32(*void p, *void q) static=2:1,1:1", "static= is no ascending list"},
    {"fn f i32(i32 n) static=1:4", "static= speaks of what is no pointer"},
    {"fn f i32(*void p) static=1:4 nonnull=1", "misplaced attribute: nonnull=1"},
    {"fn f i32(*void p) callback=1",
     "callback= is no ascending list of PARAMETER:LIFETIME"},
    {"fn f i32(*void p) callback=1:forever", "callback= has a lifetime that is none of"},
    {"fn f i32(i32 n) callback=1:call", "callback= speaks of what is no pointer"},
    {"fn f i32(*void p, i32 n) buffer=1", "buffer= is no ascending list of a pointer's"},
    {"fn f i32(*void p, i32 n) buffer=1:3", "buffer= is no ascending list"},
    {"fn f i32(*void p, i32 n) buffer=1:0", "buffer= is no ascending list"},
    {"fn f i32(*void p, i32 n) buffer=2:2", "buffer= is no ascending list"},
    {"fn f i32(*void p, i32 n) buffer=1:1", "buffer= is no ascending list"},
    {"fn f i32(*void p, f64 n) buffer=1:2", "buffer= is no ascending list"},
    {"fn f i32(*void p, i32 n) buffer=1:2:", "buffer= is no ascending list"},
    {"fn f i32(*void p, i32 n) buffer=1:2:2:2", "buffer= is no ascending list"},
    {"fn f i32(*void p, i32 n) buffer=1:2,", "buffer= is no ascending list"},
    {"fn f i32(*void p, i32 n) buffer=1:2,1:2", "buffer= is no ascending list"},
    {"fn f i32(*i32 p, i32 n) array=1:2,1:2", "array= is no ascending list"},
    {"fn f i32(*i32 p, i32 n) array=1:2 buffer=1:2", "misplaced attribute: buffer=1:2"},
    {"fn f i32(*void p, i32 n) array=1:2", "array= is no ascending list"},
    {"fn f i32(*const void p, i32 n) array=1:2", "array= is no ascending list"},
    {"fn f i32(*void p, *void q) frees=1,2", "frees= is neither PARAMETER nor"},
    {"fn f i32(*void p) frees=1:failure", "frees= is neither PARAMETER nor"},
    {"fn f i32(*void p) frees=2", "frees= is not the parameter of a pointer: 2"},
    {"fn f i32(i32 n) frees=1", "frees= is not the parameter of a pointer: 1"},
    {"fn f *void() returns_nonnull=1", "unknown or misplaced attribute"},
    {"fn f *void() malloc=free", "unknown or misplaced attribute: malloc=free"},
    {"fn f *void() dealloc", "unknown or misplaced attribute: dealloc"},
    {"fn f *void() dealloc=free", "dealloc= is no sorted list of FUNCTION:PARAMETER"},
    {"fn f *void() dealloc=free:0", "dealloc= is no sorted list"},
    {"fn f *void() dealloc=1:free", "dealloc= is no sorted list"},
    {"fn f *void() dealloc=free:1,free:1", "dealloc= is no sorted list"},
    {"fn f *void() dealloc=free:1,", "dealloc= is no sorted list"},
    {"fn f *void() dealloc=free:1,close:1", "dealloc= is no sorted list"},
    {"fn f *void(i32 n) alloc_size=2", "alloc_size= is not one parameter or two"},
    {"fn f *void(i32 n, i32 m) alloc_size=2,1", "alloc_size= is not one parameter or"},
    {"fn f *void(i8 a, i8 b, i8 c) alloc_size=1,2,3", "alloc_size= is not one parameter"},
    {"fn f *void(i8 a, i8 b) alloc_align=1,2", "alloc_align= is not a parameter: 1,2"},
    {"fn f i32(*char s) format=printf", "format= is no ascending list of KIND:STRING"},
    {"fn f i32(*char s) format=printf:1", "format= is no ascending list"},
    {"fn f i32(*char s) format=printf:2:0", "format= speaks of parameters that the"},
    {"fn f i32(*char s) format=printf:0:0", "format= speaks of parameters that the"},
    {"fn f i32(*char s) format=printf:1:1", "format= speaks of parameters that the"},
    {"fn f i32(*char s) format=printf:1:3", "format= speaks of parameters that the"},
    {"fn f i32(*char s, ...) format=printf:1:2,printf:1:2", "format= is no ascending"},
    {"fn f i32(*char s) format=:1:0", "format= is no ascending list"},
    {"fn f *char(*char s) format_arg=2", "format_arg= is no ascending list of"},
    {"fn f i32() warn_unused_result=1", "unknown or misplaced attribute"},
    {"fn f i32() deprecated=old", "deprecated= is no string: old"},
    {"fn f i32() deprecated=\"", "deprecated= is no string"},
    {"fn f i32() deprecated=\"a", "deprecated= is no string"},
    {"fn f i32() deprecated=\"a\"b", "deprecated= is no string"},
    {"fn f i32() deprecated=\"\\x00\"", "deprecated= is no string"},
    {"fn f i32() deprecated=\"\\u{100}\"", "deprecated= is no string"},
    {"fn f i32() deprecated=\"\\q\"", "deprecated= is no string"},
    {"fn f i32() deprecated=\"a b\" noreturn", "misplaced attribute: noreturn"},
    {"fn f i32() deprecated=", "unknown or misplaced attribute: deprecated="},
    {"fn f i32() returns-twice", "unknown or misplaced attribute: returns-twice"},
    {"fn f stdcall i32", "stdcall in front of what is no function"},
    {"fn f stdcall ms_abi i32()", "not in the table"},
    {"fn f stdcall  i32()", "a type is missing"},
    {"fn f *stdcall i32()", "f is no function"},
    {"fn f i32() fails=", "unknown or misplaced attribute: fails="},
    {"fn f i32() fails=-1", "the failure contract lacks: WHERE"},
    {"fn f i32() fails=-1:", "the failure contract lacks a word"},
    {"fn f i32() fails=-1:moon", "the failure contract has its code in an unknown place"},
    {"fn f i32() fails=-1:errno,shiny", "unknown flag of the failure contract: shiny"},
    {"fn f i32() fails=-1:errno,eintr=maybe", "flag of the failure contract: eintr="},
    {"fn f i32() fails=-1:errno,eintr=timeout:1ms", "no such timeout: 1ms"},
    {"fn f i32(*i32 t) fails=-1:errno,eintr=timeout:1ms", "no such timeout: 1ms"},
    {"fn f i32(i32 t) fails=-1:errno,eintr=timeout:1", "no such timeout: 1"},
    {"fn f i32(i32 t) fails=-1:errno,eintr=timeout:1ms/1/2", "no such clock and flags"},
    {"fn f i32(*i32 t) fails=-1:errno,eintr=timeout:1", "does not lead to a time"},
    {"fn f i32(*struct small t) fails=-1:errno,eintr=timeout:1",
     "does not lead to a time"},
    {"fn f i32() fails=-1:errno,", "the failure contract lacks a word"},
    {"fn f i32() fails=-1:errno  EINVAL", "the failure contract lacks a word"},
    {"fn f i32() fails=-1:errno EINVAL EINVAL",
     "the codes of the failure contract are not"},
    {"fn f i32() fails=-1:errno EPERM EINVAL",
     "the codes of the failure contract are not"},
    {"fn f i32() fails=-1:errno EINVAL ", "the failure contract lacks a word"},
    {"fn f i32() fails=any:errno", "a flag is required: clear"},
    {"fn f i32() fails=-1:none,clear",
     "only errno, last_error and the last text can be cleared, not: none"},
    {"fn f i32() fails=-1:none,fresh",
     "only errno and last_error can be fresh, not: none"},
    {"fn f i32() fails=never,clear", "an unknown constant: never,clear"},
    {"fn f i32() fails=nonzero:result,success=NOPE", "names an unknown constant: NOPE"},
    {"fn f i32() refused=bites", "refused= is no string"},
    {"fn f i32() refused", "unknown or misplaced attribute"},
    {"fn f i32() untold=\"x\" refused=\"y\"", "unknown or misplaced attribute"},
    {"fn f i32() fails=nonzero:result,clear",
     "only errno, last_error and the last text can be cleared, not: result"},
    {"fn f i32() fails=-1:errno/EAI_", "it can't have another code space: errno"},
    {"fn f i32() fails=NULL:errno", "only a pointer can be: NULL"},
    {"fn f *void() fails=negative:errno", "a pointer cannot be: negative"},
    {"fn f *void() fails=NULL:result", "the function's result cannot be a code: result"},
    {"fn f void() fails=-1:errno", "the function has no result to compare with: -1"},
    {"fn f u8() fails=256:errno", "no result of the function can be equal to: 256"},
    {"fn f i8() fails=-129:errno", "no result of the function can be equal to: -129"},
    {"fn f i32() fails=99999999999999999999:errno", "can be equal to: 9999999999999999"},
    {"fn f i32() fails=NO_SUCH_NAME:errno", "an unknown constant: NO_SUCH_NAME"},
    {"fn f i32() fails=-01:errno", "an unknown constant: -01"},
    {"alias f two words", "the alias has no target that is a name"},
};

static void damaged_lines_are_named(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ITEMS(damaged); i++) {
        const char *const given[] = {damaged[i].line, NULL};
        struct abx_function *function = NULL;
        struct api api;
        int status;

        api_open(&api, given);
        status = abx_table_find_declaration(api.table, "f", &function, &api.err);
        if (status != ABX_BROKEN || api.err.line == 0 ||
            strstr(api.err.message, damaged[i].message) == NULL)
            fail_msg("%s: got %d, line %ld: %s", damaged[i].line, status, api.err.line,
                     api.err.message);
        api_close(&api);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refused_calls_are_not_made),
        cmocka_unit_test(types_are_compared),
        cmocka_unit_test(refusals_have_reasons),
        cmocka_unit_test(results_are_compared),
        cmocka_unit_test(missing_arguments_are_no_crash),
        cmocka_unit_test(what_cannot_be_resolved_says_why),
        cmocka_unit_test(declarations_are_not_called),
        cmocka_unit_test(answers_that_fail_give_nothing),
        cmocka_unit_test(damaged_lines_are_named),
    };

    return cmocka_run_group_tests_name("refuse", tests, setup, api_teardown);
}
