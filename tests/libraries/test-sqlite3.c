/* SQLite through its table: handles that come through pointers to pointers, and failures. */
#include "library.h"

#include <string.h>

static const char make[] = "CREATE TABLE t (n INTEGER, s TEXT);"
                           "INSERT INTO t VALUES (1, 'one'), (2, 'two'), (39, NULL)";

static void expect(struct api *api, struct abx_value answer, const char *constant)
{
    assert_int_equal(answer.kind, ABX_VALUE_INT);
    if (answer.i != library_number(api, constant))
        fail_msg("answer %jd instead of %s", (intmax_t)answer.i, constant);
}

/* A database in memory, in *@db, with the table t. */
static struct abx_value open_database(struct api *api, struct abx_memory *db)
{
    struct abx_value handle;

    expect(api, CALL(api, "sqlite3_open", api_string(":memory:"), api_value(db)),
           "SQLITE_OK");
    handle = library_get(api, db, "");
    expect(api,
           CALL(api, "sqlite3_exec", handle, api_string(make), api_pointer(NULL),
                api_pointer(NULL), api_pointer(NULL)),
           "SQLITE_OK");
    return handle;
}

/* SQLITE_ROW and SQLITE_DONE are not 0, and no failures. */
static void a_query_is_answered(void **state)
{
    struct api *api = *state;
    struct abx_memory *db = api_memory(api, "*sqlite3", NULL);
    struct abx_memory *statement = api_memory(api, "*sqlite3_stmt", NULL);
    struct abx_value handle = open_database(api, db);
    struct abx_value row;

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

/* The text is sqlite3_errstr's, which knows the code alone; the connection knows more. */
static void a_wrong_query_is_told(void **state)
{
    struct api *api = *state;
    struct abx_memory *db = api_memory(api, "*sqlite3", NULL);
    struct abx_memory *statement = api_memory(api, "*sqlite3_stmt", NULL);
    struct abx_value handle = open_database(api, db);

    FAIL(api, "sqlite3_prepare_v2", "SQLITE_ERROR", handle, api_string("SELECT nobody"),
         api_int(-1), api_value(statement), api_pointer(NULL));
    assert_string_equal(api->err.space, "SQLITE_");
    assert_string_equal(api->err.message, "SQL logic error");
    assert_true(api->err.is_documented && !api->err.is_specific);
    assert_string_equal(CALL(api, "sqlite3_errmsg", handle).p, "no such column: nobody");
    expect(api, CALL(api, "sqlite3_close", handle), "SQLITE_OK");
    abx_memory_destroy(statement);
    abx_memory_destroy(db);
}

static void a_constraint_is_kept(void **state)
{
    struct api *api = *state;
    struct abx_memory *db = api_memory(api, "*sqlite3", NULL);
    struct abx_memory *statement = api_memory(api, "*sqlite3_stmt", NULL);
    struct abx_value handle = open_database(api, db);
    struct abx_value insert;

    CALL(api, "sqlite3_exec", handle, api_string("CREATE UNIQUE INDEX i ON t (n)"),
         api_pointer(NULL), api_pointer(NULL), api_pointer(NULL));
    CALL(api, "sqlite3_prepare_v2", handle,
         api_string("INSERT INTO t VALUES (1, 'again')"), api_int(-1),
         api_value(statement), api_pointer(NULL));
    insert = library_get(api, statement, "");
    FAIL(api, "sqlite3_bind_int", "SQLITE_RANGE", insert, api_int(1), api_int(7));
    FAIL(api, "sqlite3_step", "SQLITE_CONSTRAINT", insert);
    assert_string_equal(api->err.message,
                        "the change would violate a constraint of the table");
    FAIL(api, "sqlite3_close", "SQLITE_BUSY", handle);
    /* It repeats how the statement failed, which is no failure of its own: it is gone. */
    expect(api, CALL(api, "sqlite3_finalize", insert), "SQLITE_CONSTRAINT");
    expect(api, CALL(api, "sqlite3_close", handle), "SQLITE_OK");
    abx_memory_destroy(statement);
    abx_memory_destroy(db);
}

/* The connection is there even so. */
static void a_directory_is_no_database(void **state)
{
    struct api *api = *state;
    struct abx_memory *db = api_memory(api, "*sqlite3", NULL);

    FAIL(api, "sqlite3_open", "SQLITE_CANTOPEN", api_string("/"), api_value(db));
    assert_string_equal(api->err.message, "the file can't be opened or made, a directory "
                                          "on the way is missing, or it is one itself");
    CALL(api, "sqlite3_close", library_get(api, db, ""));
    abx_memory_destroy(db);
}

static void a_va_list_is_refused(void **state)
{
    struct api *api = *state;
    struct abx_function *function = NULL;

    assert_int_equal(
        abx_table_find_function(api->table, "sqlite3_vmprintf", &function, &api->err),
        ABX_REFUSED);
    assert_non_null(strstr(api->err.message, "call sqlite3_mprintf"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_query_is_answered),
        cmocka_unit_test(a_wrong_query_is_told),
        cmocka_unit_test(a_constraint_is_kept),
        cmocka_unit_test(a_directory_is_no_database),
        cmocka_unit_test(a_va_list_is_refused),
    };

    return cmocka_run_group_tests_name("sqlite3", tests, library_setup, library_teardown);
}
