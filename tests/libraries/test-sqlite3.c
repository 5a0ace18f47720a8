/* SQLite through its table: handles that come through pointers to pointers. */
#include "library.h"

static const char make[] = "CREATE TABLE t (n INTEGER, s TEXT);"
                           "INSERT INTO t VALUES (1, 'one'), (2, 'two'), (39, NULL)";

static void expect(struct api *api, struct abx_value answer, const char *constant)
{
    assert_int_equal(answer.kind, ABX_VALUE_INT);
    if (answer.i != library_number(api, constant))
        fail_msg("answer %jd instead of %s", (intmax_t)answer.i, constant);
}

static void a_query_is_answered(void **state)
{
    struct api *api = *state;
    struct abx_memory *db = api_memory(api, "*sqlite3", NULL);
    struct abx_memory *statement = api_memory(api, "*sqlite3_stmt", NULL);
    struct abx_value handle, row;

    expect(api, CALL(api, "sqlite3_open", api_string(":memory:"), api_value(db)),
           "SQLITE_OK");
    handle = library_get(api, db, "");
    expect(api,
           CALL(api, "sqlite3_exec", handle, api_string(make), api_pointer(NULL),
                api_pointer(NULL), api_pointer(NULL)),
           "SQLITE_OK");
    expect(api,
           CALL(api, "sqlite3_prepare_v2", handle,
                api_string("SELECT sum(n), max(s) FROM t WHERE n >= ?"), api_int(-1),
                api_value(statement), api_pointer(NULL)),
           "SQLITE_OK");
    row = library_get(api, statement, "");
    expect(api, CALL(api, "sqlite3_bind_int64", row, api_int(1), api_int(2)),
           "SQLITE_OK");
    expect(api, CALL(api, "sqlite3_step", row), "SQLITE_ROW");
    assert_int_equal(CALL(api, "sqlite3_column_int64", row, api_int(0)).i, 41);
    assert_string_equal(CALL(api, "sqlite3_column_text", row, api_int(1)).p, "two");
    expect(api, CALL(api, "sqlite3_step", row), "SQLITE_DONE");
    expect(api, CALL(api, "sqlite3_finalize", row), "SQLITE_OK");
    expect(api, CALL(api, "sqlite3_close", handle), "SQLITE_OK");
    abx_memory_destroy(statement);
    abx_memory_destroy(db);
}

static void a_wrong_query_is_told(void **state)
{
    struct api *api = *state;
    struct abx_memory *db = api_memory(api, "*sqlite3", NULL);
    struct abx_value handle;

    expect(api, CALL(api, "sqlite3_open", api_string(":memory:"), api_value(db)),
           "SQLITE_OK");
    handle = library_get(api, db, "");
    expect(api,
           CALL(api, "sqlite3_exec", handle, api_string("SELECT nobody"),
                api_pointer(NULL), api_pointer(NULL), api_pointer(NULL)),
           "SQLITE_ERROR");
    assert_string_equal(CALL(api, "sqlite3_errmsg", handle).p, "no such column: nobody");
    expect(api, CALL(api, "sqlite3_close", handle), "SQLITE_OK");
    abx_memory_destroy(db);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_query_is_answered),
        cmocka_unit_test(a_wrong_query_is_told),
    };

    return cmocka_run_group_tests_name("sqlite3", tests, library_setup, library_teardown);
}
