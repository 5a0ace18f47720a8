/*
 * Failure contracts: each word of one, with results on both sides of it.
 */
#include "api.h"

#include <errno.h>
#include <string.h>

#include "callee.h"

static const char *const lines[] = {
    "const EAI_AGAIN i32 -3",
    "const EAI_NONAME i32 -2",
    "const EAI_OTHER u32 77",
    "const EOF i32 -1",
    "const HUGE f64 inf",
    "const MAP_FAILED *void " ADDRESS_MAX,
    "error minus_errno EAGAIN try again when the queue has room",
    "error minus_errno EIO the disk is on fire",
    "fn minus_errno i32(i32 value, i32 code) symbol=answer_i32 fails=-1:errno EAGAIN "
    "EINVAL",
    "fn seven_errno i64(i64 value, i32 code) symbol=answer_i64 fails=7:errno",
    "fn minus_i8 i8(i8 value, i32 code) symbol=answer_i8 fails=-1:errno EINVAL",
    "fn minus_u32 u32(u32 value, i32 code) symbol=answer_u32 fails=-1:errno EINVAL",
    "fn minus_u64 u64(u64 value, i32 code) symbol=answer_u64 fails=-1:errno EINVAL",
    "fn minus_pointer *void(*void value, i32 code) symbol=answer_pointer fails=-1:errno "
    "EINVAL",
    "fn null_pointer *void(*void value, i32 code) symbol=answer_pointer fails=NULL:errno "
    "ENOMEM",
    "fn map_failed *void(*void value, i32 code) symbol=answer_pointer "
    "fails=MAP_FAILED:errno ENOMEM",
    "fn eof i32(i32 value, i32 code) symbol=answer_i32 fails=EOF:errno EBADF",
    "fn huge f64(f64 value, i32 code) symbol=answer_f64 fails=HUGE:errno,clear ERANGE",
    "fn minus_float f32(f32 value, i32 code) symbol=answer_f32 fails=-1:errno EDOM",
    "fn negative_result i32(i32 value, i32 code) symbol=answer_i32 "
    "fails=negative:-result "
    "EINVAL",
    "fn negated_u32 u32(u32 value, i32 code) symbol=answer_u32 "
    "fails=nonzero:-result EINVAL",
    "fn negative_i16 i16(i16 value, i32 code) symbol=answer_i16 fails=negative:-result "
    "EINVAL",
    "fn nonzero_result i32(i32 value, i32 code) symbol=answer_i32 fails=nonzero:result "
    "EDEADLK ENOTSUP",
    "fn nonzero_space i32(i32 value, i32 code) symbol=answer_i32 "
    "fails=nonzero:result/EAI_ EAI_NONAME",
    "fn nonzero_none i32(i32 value, i32 code) symbol=answer_i32 fails=nonzero:none",
    "fn any_clear i32(i32 value, i32 code) symbol=answer_i32 fails=any:errno,clear "
    "ERANGE",
    "fn minus_clear i32(i32 value, i32 code) symbol=answer_i32 "
    "fails=-1:errno,clear,eintr=never,blocks EINTR",
    "fn any_void void(i32 code) symbol=answer_nothing fails=any:errno,clear EINVAL",
    "fn any_pair struct pair(struct pair value, i32 code) symbol=answer_pair "
    "fails=any:errno,clear EINVAL",
    "const HOST_NOT_FOUND i32 1",
    "const ROW i32 100",
    "const SPACE_ALSO_FIVE i32 5",
    "const SPACE_ALSO_NINE i32 9",
    "const SPACE_FIVE i32 5",
    "const SPACE_NINE i32 9",
    "const SPACE_SIX i32 6",
    "const SPACE_SYSTEM i32 7",
    "const STATE_BAD u32 3221225480",
    "const STATE_GOOD u32 8",
    "const STATE_WORSE u32 3221225481",
    "error host HOST_NOT_FOUND there is no such host",
    "error space SPACE_SIX six has a text of its own",
    "fn code_text *const char(i32 code) fails=never",
    "fn fresh i32(i32 value, i32 code) symbol=answer_i32 fails=-1:errno,fresh EINVAL",
    "fn host i32(i32 value, i32 code) symbol=answer_h_errno fails=-1:h_errno "
    "HOST_NOT_FOUND",
    "fn host_blocks i32(i32 value, i32 code) symbol=answer_h_errno "
    "fails=-1:h_errno,blocks HOST_NOT_FOUND",
    "fn last_clear i32(i32 value, i32 code) symbol=answer_last "
    "fails=-1:none,clear,text=last_text",
    "fn last_gone i32(i32 value, i32 code) symbol=answer_last "
    "fails=-1:none,clear,text=nobody",
    "fn last_kept i32(i32 value, i32 code) symbol=answer_last "
    "fails=-1:none,text=last_text",
    "fn last_text *const char() fails=never",
    "fn lost_text i32(i32 value, i32 code) symbol=answer_i32 "
    "fails=nonzero:result/SPACE_,text=nobody SPACE_FIVE",
    "fn never_blocks i32(i32 value, i32 code) symbol=answer_i32 fails=never,blocks",
    "fn refused i32(i32 value, i32 code) symbol=answer_i32 refused=\"bites; call 911\"",
    "fn row i32(i32 value, i32 code) symbol=answer_i32 "
    "fails=nonzero:result,success=ROW,success=SPACE_FIVE EINVAL",
    "fn space i32(i32 value, i32 code) symbol=answer_i32 "
    "fails=nonzero:result/SPACE_,errno=SPACE_SYSTEM,text=code_text SPACE_FIVE SPACE_SIX "
    "SPACE_SYSTEM",
    "fn state i32(i32 value, i32 code) symbol=answer_i32 "
    "fails=negative:result/STATE_ STATE_BAD",
    "fn unlisting i32(i32 value, i32 code) symbol=answer_i32 "
    "fails=nonzero:result/SPACE_",
    "fn untold i32(i32 value, i32 code) symbol=answer_i32 untold=\"internal: a test\"",
    "fn wrong_text i32(i32 value, i32 code) symbol=answer_i32 "
    "fails=nonzero:result/SPACE_,text=refused SPACE_FIVE",
    "fn never_fails i32(i32 value, i32 code) symbol=answer_i32 fails=never",
    "fn no_contract i32(i32 value, i32 code) symbol=answer_i32",
    NULL,
};

static int setup(void **state)
{
    return api_setup(state, lines);
}

/* What a function answers, and what comes of it. */
static const struct {
    const char *function;
    int64_t result;
    int code;
    const char *name; /* NULL: no failure */
    int64_t failure;
    bool is_documented;
    const char *message; /* NULL: whatever the system says */
} cases[] = {
    {"minus_errno", -1, EINVAL, "EINVAL", EINVAL, true, NULL},
    {"minus_errno", -1, EAGAIN, "EAGAIN", EAGAIN, true,
     "try again when the queue has room"},
    {"minus_errno", -1, EIO, "EIO", EIO, false,
     "EIO (no document lists it for minus_errno): the disk is on fire"},
    {"minus_errno", -1, EFAULT, "EFAULT", EFAULT, false,
     "EFAULT (no document lists it for minus_errno): Bad address"},
    {"minus_errno", -1, 0, "", 0, false, "failed without a code"},
    {"minus_errno", -1, 4242, "", 4242, false,
     "code 4242 (no document lists it for minus_errno): no name is known"},
    {"minus_errno", -2, EINVAL, NULL, 0, false, NULL},
    {"minus_errno", 0, EINVAL, NULL, 0, false, NULL},
    {"seven_errno", 7, EPERM, "EPERM", EPERM, false, NULL},
    {"seven_errno", 7 + (INT64_C(1) << 32), EPERM, NULL, 0, false, NULL},
    {"minus_i8", -1, EINVAL, "EINVAL", EINVAL, true, NULL},
    {"minus_i8", 1, EINVAL, NULL, 0, false, NULL},
    {"minus_u32", UINT32_MAX, EINVAL, "EINVAL", EINVAL, true, NULL},
    {"minus_u32", UINT32_MAX - 1, EINVAL, NULL, 0, false, NULL},
    {"minus_u64", -1, EINVAL, "EINVAL", EINVAL, true, NULL},
    {"minus_u64", UINT32_MAX, EINVAL, NULL, 0, false, NULL},
    {"minus_pointer", -1, EINVAL, "EINVAL", EINVAL, true, NULL},
    {"minus_pointer", 0, EINVAL, NULL, 0, false, NULL},
    {"null_pointer", 0, ENOMEM, "ENOMEM", ENOMEM, true, NULL},
    {"null_pointer", -1, ENOMEM, NULL, 0, false, NULL},
    {"map_failed", -1, ENOMEM, "ENOMEM", ENOMEM, true, NULL},
    {"map_failed", 0, ENOMEM, NULL, 0, false, NULL},
    {"eof", -1, EBADF, "EBADF", EBADF, true, NULL},
    {"eof", 255, EBADF, NULL, 0, false, NULL},
    {"minus_float", -1, EDOM, "EDOM", EDOM, true, NULL},
    {"minus_float", 1, EDOM, NULL, 0, false, NULL},
    {"huge", 5, ERANGE, NULL, 0, false, NULL},
    {"negative_result", -EINVAL, -1, "EINVAL", EINVAL, true, NULL},
    {"negative_result", EINVAL, -1, NULL, 0, false, NULL},
    {"negated_u32", (uint32_t)-EINVAL, -1, "EINVAL", EINVAL, true, NULL},
    {"negative_i16", -EINVAL, -1, "EINVAL", EINVAL, true, NULL},
    {"negative_i16", 0x7fff, -1, NULL, 0, false, NULL},
    {"nonzero_result", EDEADLK, -1, "EDEADLK", EDEADLK, true, NULL},
    {"nonzero_result", ENOTSUP, -1, "ENOTSUP", ENOTSUP, true, NULL},
    {"nonzero_result", EPERM, -1, "EPERM", EPERM, false, NULL},
    {"nonzero_result", 0, EPERM, NULL, 0, false, NULL},
    {"nonzero_space", -2, -1, "EAI_NONAME", -2, true, "EAI_NONAME"},
    {"nonzero_space", -3, -1, "EAI_AGAIN", -3, false,
     "EAI_AGAIN (no document lists it for nonzero_space): EAI_AGAIN"},
    {"nonzero_space", 77, -1, "EAI_OTHER", 77, false, NULL},
    {"nonzero_space", -1, -1, "", -1, false, NULL},
    {"nonzero_none", 3, EINVAL, "", 0, false, "failed without a code"},
    {"any_clear", 0, ERANGE, "ERANGE", ERANGE, true, NULL},
    {"any_clear", 5, ERANGE, "ERANGE", ERANGE, true, NULL},
    {"any_clear", -1, -1, NULL, 0, false, NULL},
    {"minus_clear", -1, -1, NULL, 0, false, NULL},
    {"minus_clear", -1, EINTR, "EINTR", EINTR, true, NULL},
    {"minus_clear", 0, EINTR, NULL, 0, false, NULL},
    {"fresh", -1, -1, "", 0, false, "failed without a code"},
    {"fresh", -1, EINVAL, "EINVAL", EINVAL, true, NULL},
    {"fresh", 0, EINVAL, NULL, 0, false, NULL},
    {"host", -1, 1, "HOST_NOT_FOUND", 1, true, "there is no such host"},
    {"host", -1, 44, "", 44, false, NULL},
    {"host", 0, 1, NULL, 0, false, NULL},
    {"last_kept", -1, 1, "", 0, false, "the last failure"},
    {"last_kept", -1, -1, "", 0, false, "failed without a code"},
    {"last_clear", 0, 1, NULL, 0, false, NULL},
    {"last_clear", -1, -1, NULL, 0, false, NULL},
    {"last_clear", -1, 1, "", 0, false, "the last failure"},
    {"last_gone", -1, 1, "", 0, false, "failed without a code"},
    {"row", 100, EINVAL, NULL, 0, false, NULL},
    {"row", 5, EINVAL, NULL, 0, false, NULL},
    {"row", EINVAL, -1, "EINVAL", EINVAL, true, NULL},
    {"unlisting", 5, -1, "SPACE_FIVE", 5, false, NULL},
    {"unlisting", 9, -1, "", 9, false, NULL},
    {"space", 5, -1, "SPACE_FIVE", 5, true, "the library says five"},
    {"space", 6, -1, "SPACE_SIX", 6, true, "six has a text of its own"},
    {"space", 7, EACCES, "SPACE_SYSTEM", 7, true,
     "SPACE_SYSTEM: EACCES: Permission denied"},
    {"state", -1073741816, -1, "STATE_BAD", -1073741816, true, "STATE_BAD"},
    {"state", -1073741815, -1, "STATE_WORSE", -1073741815, false, NULL},
    {"state", -8, -1, "", -8, false, NULL},
    {"state", 8, -1, NULL, 0, false, NULL},
    {"lost_text", 5, -1, "SPACE_FIVE", 5, true, "SPACE_FIVE"},
    {"wrong_text", 5, -1, "SPACE_FIVE", 5, true, "SPACE_FIVE"},
    {"never_blocks", -1, EINVAL, NULL, 0, false, NULL},
    {"untold", -1, EINVAL, NULL, 0, false, NULL},
    {"never_fails", -1, EINVAL, NULL, 0, false, NULL},
    {"no_contract", -1, EINVAL, NULL, 0, false, NULL},
};

static struct abx_value make_argument(const struct abx_function *function, int64_t result)
{
    const struct abx_type *type = NULL;
    const char *name;

    abx_type_parameter(abx_function_type(function), 0, &name, &type);
    switch (abx_type_kind(type)) {
    case ABX_TYPE_POINTER:
        return api_pointer((void *)(uintptr_t)result);
    case ABX_TYPE_FLOAT:
        return api_float((double)result);
    default:
        return abx_type_is_signed(type) ? api_int(result) : api_uint((uint64_t)result);
    }
}

static void check_failure(const struct abx_error *err, size_t i)
{
    assert_int_equal(err->status, ABX_FAILED);
    assert_string_equal(err->function, cases[i].function);
    assert_string_equal(err->name, cases[i].name);
    assert_int_equal(err->code, cases[i].failure);
    assert_int_equal(err->is_documented, cases[i].is_documented);
    assert_true(err->message[0] != '\0');
    if (cases[i].message != NULL)
        assert_string_equal(err->message, cases[i].message);
}

static void verdicts_are_right(void **state)
{
    struct api *api = *state;

    for (size_t i = 0; i < N_ITEMS(cases); i++) {
        struct abx_function *function = api_find(api, cases[i].function);
        struct abx_value args[] = {make_argument(function, cases[i].result),
                                   api_int(cases[i].code)};
        struct abx_value result = {0};
        int status = api_call(api, cases[i].function, args, 2, &result);

        if (status != (cases[i].name != NULL ? ABX_FAILED : ABX_OK))
            fail_msg("%s answered %lld, %d: got %d, %s", cases[i].function,
                     (long long)cases[i].result, cases[i].code, status, api->err.message);
        if (status == ABX_FAILED)
            check_failure(&api->err, i);
        assert_int_not_equal(result.kind, ABX_VALUE_NONE);
        assert_int_equal(abx_call(function, args, 2, NULL, NULL), status);
    }
}

static void infinity_can_mean_failure(void **state)
{
    struct abx_value args[] = {api_float(__builtin_inf()), api_int(ERANGE)};

    assert_int_equal(api_call(*state, "huge", args, 2, NULL), ABX_FAILED);
    args[1] = api_int(-1);
    assert_int_equal(api_call(*state, "huge", args, 2, NULL), ABX_OK);
}

static void void_and_records_fail_by_errno_alone(void **state)
{
    const struct pair pair = {1, 2};
    struct abx_memory *memory = api_memory(*state, "struct pair", &pair);
    struct abx_value args[] = {api_value(memory), api_int(EINVAL)};
    struct abx_value result = {0};

    assert_int_equal(api_call(*state, "any_void", &args[1], 1, NULL), ABX_FAILED);
    assert_int_equal(api_call(*state, "any_pair", args, 2, &result), ABX_FAILED);
    assert_memory_equal(abx_memory_data(result.memory), &pair, sizeof(pair));
    abx_memory_destroy(result.memory);
    args[1] = api_int(-1);
    assert_int_equal(api_call(*state, "any_void", &args[1], 1, NULL), ABX_OK);
    assert_int_equal(api_call(*state, "any_pair", args, 2, NULL), ABX_OK);
    abx_memory_destroy(memory);
}

static void contracts_can_be_read(void **state)
{
    const struct abx_contract *contract =
        abx_function_contract(api_find(*state, "minus_clear"));

    assert_string_equal(contract->when, "-1");
    assert_string_equal(contract->where, "errno");
    assert_string_equal(contract->space, "errno");
    assert_string_equal(contract->eintr, "never");
    assert_true(contract->clears);
    assert_true(contract->blocks);
    assert_int_equal(contract->n_codes, 1);
    assert_string_equal(contract->codes[0], "EINTR");
    contract = abx_function_contract(api_find(*state, "nonzero_space"));
    assert_string_equal(contract->space, "EAI_");
    assert_string_equal(contract->where, "result");
    contract = abx_function_contract(api_find(*state, "space"));
    assert_string_equal(contract->texts, "code_text");
    assert_string_equal(contract->cause, "SPACE_SYSTEM");
    contract = abx_function_contract(api_find(*state, "row"));
    assert_int_equal(contract->n_successes, 2);
    assert_string_equal(contract->successes[0], "ROW");
    assert_string_equal(contract->successes[1], "SPACE_FIVE");
    contract = abx_function_contract(api_find(*state, "fresh"));
    assert_true(contract->is_fresh);
    assert_false(contract->clears);
    contract = abx_function_contract(api_find(*state, "host"));
    assert_string_equal(contract->where, "h_errno");
    assert_string_equal(contract->space, "h_errno");
    assert_true(abx_function_contract(api_find(*state, "never_blocks"))->blocks);
    assert_null(abx_function_contract(api_find(*state, "no_contract"))->when);
    assert_string_equal(abx_function_contract(api_find(*state, "never_fails"))->when,
                        "never");
}

/* errno of before the call is no code of it. */
static void stale_codes_are_not_reported(void **state)
{
    struct abx_value args[] = {api_int(-1), api_int(-1)};

    errno = ENOENT;
    assert_int_equal(api_call(*state, "fresh", args, 2, NULL), ABX_FAILED);
    assert_int_equal(((struct api *)*state)->err.code, 0);
    assert_int_equal(errno, ENOENT);
}

/* A host may look names up itself when it takes its lock again. */
static void look_up(void *user)
{
    (void)user;
    test_set_h_errno(0);
}

static void codes_are_read_before_hooks(void **state)
{
    const struct abx_hooks hooks = {.after = look_up};
    struct abx_value args[] = {api_int(-1), api_int(1)};
    struct api *api = *state;

    abx_context_set_hooks(api->context, &hooks);
    assert_int_equal(api_call(api, "host_blocks", args, 2, NULL), ABX_FAILED);
    assert_int_equal(api->err.code, 1);
    abx_context_set_hooks(api->context, NULL);
}

static void causes_are_told(void **state)
{
    struct api *api = *state;
    struct abx_value args[] = {api_int(7), api_int(EACCES)};

    assert_int_equal(api_call(api, "space", args, 2, NULL), ABX_FAILED);
    assert_int_equal(api->err.cause, EACCES);
    args[0] = api_int(5);
    assert_int_equal(api_call(api, "space", args, 2, NULL), ABX_FAILED);
    assert_int_equal(api->err.cause, 0);
}

static void refused_functions_are_not_called(void **state)
{
    struct api *api = *state;
    struct abx_function *function;

    assert_int_equal(abx_table_find_function(api->table, "refused", &function, &api->err),
                     ABX_REFUSED);
    assert_string_equal(api->err.message, "refused can't be called: bites; call 911");
    assert_int_equal(
        abx_table_find_declaration(api->table, "refused", &function, &api->err), ABX_OK);
    assert_string_equal(abx_function_obstacle(function), "bites; call 911");
}

static void libraries_explain_their_codes(void **state)
{
    const struct abx_function *function = api_find(*state, "space");
    const char *text;
    bool is_specific;

    assert_int_equal(
        abx_function_explain(function, "SPACE_FIVE", &text, NULL, &is_specific, NULL),
        ABX_OK);
    assert_string_equal(text, "the library says five");
    assert_false(is_specific);
    assert_int_equal(
        abx_function_explain(function, "SPACE_SYSTEM", &text, NULL, NULL, NULL),
        ABX_MISSING);
}

static void codes_are_explained(void **state)
{
    static const struct {
        const char *code;
        const char *text;
        bool is_documented;
        bool is_specific;
    } codes[] = {
        {"EIO", "the disk is on fire", false, true},
#if EWOULDBLOCK == EAGAIN
        {"EWOULDBLOCK", "try again when the queue has room", true, true},
#endif
        {"EINVAL", "Invalid argument", true, false},
        {"EFAULT", "Bad address", false, false},
    };
    struct api *api = *state;
    const struct abx_function *function = api_find(api, "minus_errno");
    const char *text;
    const char *again;
    bool is_documented;
    bool is_specific;

    for (size_t i = 0; i < N_ITEMS(codes); i++) {
        assert_int_equal(abx_function_explain(function, codes[i].code, &text,
                                              &is_documented, &is_specific, &api->err),
                         ABX_OK);
        assert_string_equal(text, codes[i].text);
        assert_int_equal(is_documented, codes[i].is_documented);
        assert_int_equal(is_specific, codes[i].is_specific);
        assert_int_equal(
            abx_function_explain(function, codes[i].code, &again, NULL, NULL, NULL),
            ABX_OK);
        assert_ptr_equal(text, again);
    }
    assert_int_equal(
        abx_function_explain(function, "ENONSENSE", &text, NULL, NULL, &api->err),
        ABX_MISSING);
    assert_null(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(verdicts_are_right),
        cmocka_unit_test(infinity_can_mean_failure),
        cmocka_unit_test(void_and_records_fail_by_errno_alone),
        cmocka_unit_test(contracts_can_be_read),
        cmocka_unit_test(stale_codes_are_not_reported),
        cmocka_unit_test(codes_are_read_before_hooks),
        cmocka_unit_test(causes_are_told),
        cmocka_unit_test(refused_functions_are_not_called),
        cmocka_unit_test(libraries_explain_their_codes),
        cmocka_unit_test(codes_are_explained),
    };

    return cmocka_run_group_tests_name("contract", tests, setup, api_teardown);
}
