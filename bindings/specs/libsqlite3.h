/**
 * SQLite 3.40: what <sqlite3.h> declares, and how it fails. Most functions return a code, the
 * primary one unless sqlite3_extended_result_codes asked for the longer. SQLITE_ROW and
 * SQLITE_DONE are no failures. SQLITE_ERROR has many causes, so its text is sqlite3_errstr's;
 * sqlite3_errmsg of the connection tells what it was.
 */
#include "spec.h"
#include <sqlite3.h>

LIBRARY("libsqlite3.so.0")
CODE_SPACE("SQLITE_", sqlite3_errstr)

EACH_MEANS(SQLITE_ABORT, "a callback asked to stop, or a rollback ended the statement")
EACH_MEANS(SQLITE_AUTH, "the connection's authorizer does not allow it")
EACH_MEANS(SQLITE_CONSTRAINT, "the change would violate a constraint of the table")
EACH_MEANS(SQLITE_INTERNAL, "SQLite, or an extension, has a bug")
EACH_MEANS(SQLITE_MISMATCH, "a value is not of the type that the rowid or column takes")
EACH_MEANS(SQLITE_MISUSE,
           "an argument is not valid, or the object is not in a state for this call")
EACH_MEANS(SQLITE_NOMEM, "no memory is left for it")
EACH_MEANS(SQLITE_RANGE, "the number is not that of a parameter; the first is 1")
EACH_MEANS(SQLITE_SCHEMA, "the schema changed, and compiling the statement anew did not help")
EACH_MEANS(SQLITE_TOOBIG, "the string or blob is longer than SQLITE_LIMIT_LENGTH allows")

/* What can happen on the way to the database's files; $ wants to read or write there. */
GROUP(files, SQLITE_BUSY, "another connection holds a lock that $ needs")
GROUP(files, SQLITE_CANTOPEN, "a file that $ needs can't be opened or made")
GROUP(files, SQLITE_CORRUPT, "the database file is damaged")
GROUP(files, SQLITE_FULL, "the disk has no room left, or the database as many pages as it may")
GROUP(files, SQLITE_INTERRUPT, "sqlite3_interrupt was called")
GROUP(files, SQLITE_IOERR, "the system failed to read or write; sqlite3_system_errno says why")
GROUP(files, SQLITE_LOCKED, "a statement of the same connection, or shared cache, is in the way")
GROUP(files, SQLITE_NOLFS, "the system does not support files as large as this one would be")
GROUP(files, SQLITE_NOMEM, "no memory is left for $")
GROUP(files, SQLITE_NOTADB, "the file is not an SQLite database, or is encrypted")
GROUP(files, SQLITE_PERM, "the access mode of a new database could not be provided")
GROUP(files, SQLITE_PROTOCOL, "the write-ahead log could not be locked: too many want to")
GROUP(files, SQLITE_READONLY, "the database, or the directory that it is in, can't be written to")

/* The library. */
NEVER_FAILS(sqlite3_libversion);
NEVER_FAILS(sqlite3_libversion_number);
NEVER_FAILS(sqlite3_sourceid);
NEVER_FAILS(sqlite3_compileoption_used);
NEVER_FAILS(sqlite3_compileoption_get);
NEVER_FAILS(sqlite3_threadsafe);
FAILS(sqlite3_initialize, "nonzero result/SQLITE_", SQLITE_ERROR, SQLITE_MISUSE, SQLITE_NOMEM);
LIKE(sqlite3_shutdown, sqlite3_initialize);
LIKE(sqlite3_os_init, sqlite3_initialize);
LIKE(sqlite3_os_end, sqlite3_initialize);
FAILS(sqlite3_config, "nonzero result/SQLITE_", SQLITE_ERROR, SQLITE_MISUSE, SQLITE_NOMEM);
MEANS(sqlite3_config, SQLITE_ERROR,
      "the option is unknown, or this library was built without it");
MEANS(sqlite3_config, SQLITE_MISUSE,
      "the library is initialised already: configure it before that, or after a shutdown");
FAILS(sqlite3_enable_shared_cache, "nonzero result/SQLITE_", SQLITE_MISUSE);
FAILS(sqlite3_status, "nonzero result/SQLITE_", SQLITE_MISUSE);
MEANS(sqlite3_status, SQLITE_MISUSE, "op is no SQLITE_STATUS_… of this library");
LIKE(sqlite3_status64, sqlite3_status);
NEVER_FAILS(sqlite3_log);
FAILS(sqlite3_sleep, "never, blocks");
NEVER_FAILS(sqlite3_randomness);
HAS_BUFFER(sqlite3_randomness, 2, 1);
UNTOLD(sqlite3_test_control,
       "internal: for the tests of SQLite itself; what its result means depends on op");

/* Memory. A size of 0 gives NULL as well. */
FAILS(sqlite3_malloc, "NULL none");
FAILS(sqlite3_malloc64, "NULL none");
FAILS(sqlite3_realloc, "NULL none");
FAILS(sqlite3_realloc64, "NULL none");
NEVER_FAILS(sqlite3_free);
NEVER_FAILS(sqlite3_msize);
NEVER_FAILS(sqlite3_memory_used);
NEVER_FAILS(sqlite3_memory_highwater);
NEVER_FAILS(sqlite3_release_memory);
NEVER_FAILS(sqlite3_soft_heap_limit);
FAILS(sqlite3_soft_heap_limit64, "negative none");
FAILS(sqlite3_hard_heap_limit64, "negative none");
HAS_ATTRIBUTE(sqlite3_malloc, malloc);
HAS_ATTRIBUTE(sqlite3_malloc, malloc(sqlite3_free, 1));
HAS_ATTRIBUTE(sqlite3_malloc, alloc_size(1));
HAS_ATTRIBUTE(sqlite3_malloc64, malloc);
HAS_ATTRIBUTE(sqlite3_malloc64, malloc(sqlite3_free, 1));
HAS_ATTRIBUTE(sqlite3_malloc64, alloc_size(1));
HAS_ATTRIBUTE(sqlite3_realloc, malloc(sqlite3_free, 1));
HAS_ATTRIBUTE(sqlite3_realloc, alloc_size(2));
HAS_ATTRIBUTE(sqlite3_realloc64, malloc(sqlite3_free, 1));
HAS_ATTRIBUTE(sqlite3_realloc64, alloc_size(2));
FREES(sqlite3_free, 1);
FREES_ON_SUCCESS(sqlite3_realloc, 1);
FREES_ON_SUCCESS(sqlite3_realloc64, 1);

/* Strings. */
FAILS(sqlite3_mprintf, "NULL none");
FAILS(sqlite3_vmprintf, "NULL none");
REFUSE(sqlite3_vmprintf, "takes a va_list, which only C code can make; call sqlite3_mprintf");
HAS_ATTRIBUTE(sqlite3_mprintf, malloc(sqlite3_free, 1));
HAS_ATTRIBUTE(sqlite3_vmprintf, malloc(sqlite3_free, 1));
NEVER_FAILS(sqlite3_snprintf);
NEVER_FAILS(sqlite3_vsnprintf);
REFUSE(sqlite3_vsnprintf, "takes a va_list, which only C code can make; call sqlite3_snprintf");
HAS_BUFFER(sqlite3_snprintf, 2, 1);
HAS_BUFFER(sqlite3_vsnprintf, 2, 1);
NEVER_FAILS(sqlite3_stricmp);
NEVER_FAILS(sqlite3_strnicmp);
NEVER_FAILS(sqlite3_strglob);
NEVER_FAILS(sqlite3_strlike);
FAILS(sqlite3_complete, "SQLITE_NOMEM result/SQLITE_", SQLITE_NOMEM);
LIKE(sqlite3_complete16, sqlite3_complete);
NEVER_FAILS(sqlite3_keyword_count);
FAILS(sqlite3_keyword_name, "nonzero result/SQLITE_", SQLITE_ERROR);
MEANS(sqlite3_keyword_name, SQLITE_ERROR, "the number is not below sqlite3_keyword_count()");
NEVER_FAILS(sqlite3_keyword_check);
HAS_BUFFER(sqlite3_keyword_check, 1, 2);
/* Such a string remembers failures: sqlite3_str_errcode tells. An empty one ends as NULL, too. */
NEVER_FAILS(sqlite3_str_new);
NEVER_FAILS(sqlite3_str_finish);
NEVER_FAILS(sqlite3_str_append);
NEVER_FAILS(sqlite3_str_appendall);
NEVER_FAILS(sqlite3_str_appendchar);
NEVER_FAILS(sqlite3_str_appendf);
NEVER_FAILS(sqlite3_str_vappendf);
REFUSE(sqlite3_str_vappendf,
       "takes a va_list, which only C code can make; call sqlite3_str_appendf");
NEVER_FAILS(sqlite3_str_reset);
NEVER_FAILS(sqlite3_str_errcode);
NEVER_FAILS(sqlite3_str_length);
NEVER_FAILS(sqlite3_str_value);
HAS_ATTRIBUTE(sqlite3_str_new, malloc(sqlite3_str_finish, 1));
HAS_ATTRIBUTE(sqlite3_str_finish, malloc(sqlite3_free, 1));
HAS_BUFFER(sqlite3_str_append, 2, 3);
FREES(sqlite3_str_finish, 1);

/* Connections. */
FAILS(sqlite3_open, "nonzero result/SQLITE_, blocks", SQLITE_AUTH, SQLITE_ERROR, SQLITE_MISUSE,
      files(the connection));
MEANS(sqlite3_open, SQLITE_CANTOPEN,
      "the file can't be opened or made, a directory on the way is missing, or it is one itself");
LIKE(sqlite3_open16, sqlite3_open);
FAILS(sqlite3_open_v2, "nonzero result/SQLITE_, blocks", SQLITE_AUTH, SQLITE_ERROR, SQLITE_MISUSE,
      files(the connection));
MEANS(sqlite3_open_v2, SQLITE_CANTOPEN,
      "filename can't be opened as flags say, does not exist, or is a directory");
MEANS(sqlite3_open_v2, SQLITE_ERROR,
      "zVfs is not registered, or the URI in filename is not valid");
MEANS(sqlite3_open_v2, SQLITE_MISUSE,
      "flags has not one of READONLY, READWRITE, and READWRITE with CREATE");
FAILS(sqlite3_close, "nonzero result/SQLITE_, blocks", SQLITE_BUSY, SQLITE_MISUSE);
MEANS(sqlite3_close, SQLITE_BUSY,
      "statements, blobs or backups of the connection are still there; it stays open");
MEANS(sqlite3_close, SQLITE_MISUSE, "that is not an open connection");
FAILS(sqlite3_close_v2, "nonzero result/SQLITE_, blocks", SQLITE_MISUSE);
MEANS(sqlite3_close_v2, SQLITE_MISUSE, "that is not an open connection");
FREES_ON_SUCCESS(sqlite3_close, 1);
FREES_ON_SUCCESS(sqlite3_close_v2, 1);
NEVER_FAILS(sqlite3_errcode);
NEVER_FAILS(sqlite3_extended_errcode);
NEVER_FAILS(sqlite3_errmsg);
NEVER_FAILS(sqlite3_errmsg16);
NEVER_FAILS(sqlite3_errstr);
NEVER_FAILS(sqlite3_error_offset);
NEVER_FAILS(sqlite3_system_errno);
FAILS(sqlite3_extended_result_codes, "nonzero result/SQLITE_", SQLITE_MISUSE);
FAILS(sqlite3_db_config, "nonzero result/SQLITE_", SQLITE_BUSY, SQLITE_ERROR, SQLITE_MISUSE,
      SQLITE_NOMEM);
MEANS(sqlite3_db_config, SQLITE_BUSY, "the lookaside memory is in use, so it can't be replaced");
MEANS(sqlite3_db_config, SQLITE_ERROR, "op is unknown, or this library was built without it");
FAILS(sqlite3_db_status, "nonzero result/SQLITE_", SQLITE_ERROR, SQLITE_MISUSE);
MEANS(sqlite3_db_status, SQLITE_ERROR, "op is no SQLITE_DBSTATUS_… of this library");
FAILS(sqlite3_limit, "-1 none");
NEVER_FAILS(sqlite3_interrupt);
NEVER_FAILS(sqlite3_changes);
NEVER_FAILS(sqlite3_changes64);
NEVER_FAILS(sqlite3_total_changes);
NEVER_FAILS(sqlite3_total_changes64);
NEVER_FAILS(sqlite3_last_insert_rowid);
NEVER_FAILS(sqlite3_set_last_insert_rowid);
NEVER_FAILS(sqlite3_get_autocommit);
FAILS(sqlite3_txn_state, "-1 none");
FAILS(sqlite3_db_readonly, "-1 none");
NEVER_FAILS(sqlite3_db_filename);
NEVER_FAILS(sqlite3_db_name);
NEVER_FAILS(sqlite3_db_mutex);
NEVER_FAILS(sqlite3_next_stmt);
FAILS(sqlite3_db_release_memory, "nonzero result/SQLITE_", SQLITE_MISUSE);
FAILS(sqlite3_db_cacheflush, "nonzero result/SQLITE_, blocks", SQLITE_MISUSE, files(the
      connection));
FAILS(sqlite3_table_column_metadata, "nonzero result/SQLITE_, blocks", SQLITE_ERROR,
      SQLITE_MISUSE, files(the schema));
MEANS(sqlite3_table_column_metadata, SQLITE_ERROR,
      "zTableName is no table, or a view, or has no column zColumnName");
FAILS(sqlite3_file_control, "nonzero result/SQLITE_, blocks", SQLITE_ERROR, SQLITE_MISUSE,
      SQLITE_NOTFOUND, files(the operation));
MEANS(sqlite3_file_control, SQLITE_ERROR, "zDbName is no database, or its file refused");
MEANS(sqlite3_file_control, SQLITE_NOTFOUND, "the database's file does not know op");

/* Callbacks of a connection; some return the pointer that was set before. */
FAILS(sqlite3_busy_handler, "nonzero result/SQLITE_", SQLITE_MISUSE);
FAILS(sqlite3_busy_timeout, "nonzero result/SQLITE_", SQLITE_MISUSE);
FAILS(sqlite3_set_authorizer, "nonzero result/SQLITE_", SQLITE_MISUSE);
FAILS(sqlite3_trace_v2, "nonzero result/SQLITE_", SQLITE_MISUSE);
FAILS(sqlite3_autovacuum_pages, "nonzero result/SQLITE_", SQLITE_MISUSE);
FAILS(sqlite3_collation_needed, "nonzero result/SQLITE_", SQLITE_MISUSE);
LIKE(sqlite3_collation_needed16, sqlite3_collation_needed);
NEVER_FAILS(sqlite3_progress_handler);
NEVER_FAILS(sqlite3_commit_hook);
NEVER_FAILS(sqlite3_rollback_hook);
NEVER_FAILS(sqlite3_update_hook);
NEVER_FAILS(sqlite3_wal_hook);
NEVER_FAILS(sqlite3_trace);
NEVER_FAILS(sqlite3_profile);
FAILS(sqlite3_unlock_notify, "nonzero result/SQLITE_", SQLITE_LOCKED, SQLITE_MISUSE);
MEANS(sqlite3_unlock_notify, SQLITE_LOCKED, "the connections would wait for each other for ever");
CALLS_BACK(sqlite3_busy_handler, 2, kept);
CALLS_BACK(sqlite3_set_authorizer, 2, kept);
CALLS_BACK(sqlite3_trace_v2, 3, kept);
CALLS_BACK(sqlite3_autovacuum_pages, 2, kept);
CALLS_BACK(sqlite3_autovacuum_pages, 4, kept);
CALLS_BACK(sqlite3_collation_needed, 3, kept);
CALLS_BACK(sqlite3_collation_needed16, 3, kept);
CALLS_BACK(sqlite3_progress_handler, 3, kept);
CALLS_BACK(sqlite3_commit_hook, 2, kept);
CALLS_BACK(sqlite3_rollback_hook, 2, kept);
CALLS_BACK(sqlite3_update_hook, 2, kept);
CALLS_BACK(sqlite3_wal_hook, 2, kept);
CALLS_BACK(sqlite3_trace, 2, kept);
CALLS_BACK(sqlite3_profile, 2, kept);
CALLS_BACK(sqlite3_unlock_notify, 2, kept);

/* Statements. sqlite3_reset and sqlite3_finalize repeat how the last run failed, and succeed. */
FAILS(sqlite3_exec, "nonzero result/SQLITE_, blocks", SQLITE_ABORT, SQLITE_AUTH,
      SQLITE_CONSTRAINT, SQLITE_ERROR, SQLITE_INTERNAL, SQLITE_MISMATCH, SQLITE_MISUSE,
      SQLITE_RANGE, SQLITE_SCHEMA, SQLITE_TOOBIG, files(the statement));
LIKE(sqlite3_get_table, sqlite3_exec);
NEVER_FAILS(sqlite3_free_table);
CALLS_BACK(sqlite3_exec, 3, call);
FREES(sqlite3_free_table, 1);
FAILS(sqlite3_prepare_v2, "nonzero result/SQLITE_, blocks", SQLITE_AUTH, SQLITE_ERROR,
      SQLITE_INTERNAL, SQLITE_MISUSE, SQLITE_SCHEMA, SQLITE_TOOBIG, files(the schema));
MEANS(sqlite3_prepare_v2, SQLITE_TOOBIG,
      "zSql is longer than SQLITE_LIMIT_SQL_LENGTH, or a value in it than SQLITE_LIMIT_LENGTH");
LIKE(sqlite3_prepare_v3, sqlite3_prepare_v2);
LIKE(sqlite3_prepare, sqlite3_prepare_v2);
LIKE(sqlite3_prepare16, sqlite3_prepare_v2);
LIKE(sqlite3_prepare16_v2, sqlite3_prepare_v2);
LIKE(sqlite3_prepare16_v3, sqlite3_prepare_v2);
FAILS(sqlite3_step, "nonzero result/SQLITE_, success=SQLITE_ROW, success=SQLITE_DONE, blocks",
      SQLITE_ABORT, SQLITE_AUTH, SQLITE_CONSTRAINT, SQLITE_ERROR, SQLITE_INTERNAL,
      SQLITE_MISMATCH, SQLITE_MISUSE, SQLITE_RANGE, SQLITE_SCHEMA, SQLITE_TOOBIG, files(the
      statement));
MEANS(sqlite3_step, SQLITE_MISUSE, "that is no statement, or it was finalized");
NEVER_FAILS(sqlite3_reset);
NEVER_FAILS(sqlite3_finalize);
FREES(sqlite3_finalize, 1);
FAILS(sqlite3_expanded_sql, "NULL none");
HAS_ATTRIBUTE(sqlite3_expanded_sql, malloc(sqlite3_free, 1));
NEVER_FAILS(sqlite3_sql);
NEVER_FAILS(sqlite3_db_handle);
NEVER_FAILS(sqlite3_stmt_readonly);
NEVER_FAILS(sqlite3_stmt_isexplain);
NEVER_FAILS(sqlite3_stmt_busy);
NEVER_FAILS(sqlite3_stmt_status);

/* Parameters. A size of -1 means a text up to its zero. */
FAILS(sqlite3_bind_int, "nonzero result/SQLITE_", SQLITE_MISUSE, SQLITE_NOMEM, SQLITE_RANGE);
MEANS(sqlite3_bind_int, SQLITE_MISUSE,
      "the statement is NULL, or runs: it has to be reset before parameters change");
LIKE(sqlite3_bind_int64, sqlite3_bind_int);
LIKE(sqlite3_bind_double, sqlite3_bind_int);
LIKE(sqlite3_bind_null, sqlite3_bind_int);
LIKE(sqlite3_bind_pointer, sqlite3_bind_int);
FAILS(sqlite3_bind_blob, "nonzero result/SQLITE_", SQLITE_MISUSE, SQLITE_NOMEM, SQLITE_RANGE,
      SQLITE_TOOBIG);
MEANS(sqlite3_bind_blob, SQLITE_MISUSE,
      "the statement is NULL, or runs: it has to be reset before parameters change");
LIKE(sqlite3_bind_blob64, sqlite3_bind_blob);
LIKE(sqlite3_bind_text, sqlite3_bind_blob);
LIKE(sqlite3_bind_text16, sqlite3_bind_blob);
LIKE(sqlite3_bind_text64, sqlite3_bind_blob);
LIKE(sqlite3_bind_value, sqlite3_bind_blob);
LIKE(sqlite3_bind_zeroblob, sqlite3_bind_blob);
LIKE(sqlite3_bind_zeroblob64, sqlite3_bind_blob);
FAILS(sqlite3_clear_bindings, "nonzero result/SQLITE_", SQLITE_MISUSE);
NEVER_FAILS(sqlite3_bind_parameter_count);
NEVER_FAILS(sqlite3_bind_parameter_index);
NEVER_FAILS(sqlite3_bind_parameter_name);
CALLS_BACK(sqlite3_bind_blob, 5, kept);
CALLS_BACK(sqlite3_bind_blob64, 5, kept);
CALLS_BACK(sqlite3_bind_text, 5, kept);
CALLS_BACK(sqlite3_bind_text16, 5, kept);
CALLS_BACK(sqlite3_bind_text64, 5, kept);
CALLS_BACK(sqlite3_bind_pointer, 5, kept);
HAS_BUFFER(sqlite3_bind_blob, 3, 4);
HAS_BUFFER(sqlite3_bind_blob64, 3, 4);
HAS_BUFFER(sqlite3_bind_text64, 3, 4);

/* Columns and values. NULL may be SQL's: whether memory ran out, sqlite3_errcode tells. */
FAILS(sqlite3_column_name, "NULL none");
FAILS(sqlite3_column_name16, "NULL none");
NEVER_FAILS(sqlite3_column_count);
NEVER_FAILS(sqlite3_data_count);
NEVER_FAILS(sqlite3_column_database_name);
NEVER_FAILS(sqlite3_column_database_name16);
NEVER_FAILS(sqlite3_column_table_name);
NEVER_FAILS(sqlite3_column_table_name16);
NEVER_FAILS(sqlite3_column_origin_name);
NEVER_FAILS(sqlite3_column_origin_name16);
NEVER_FAILS(sqlite3_column_decltype);
NEVER_FAILS(sqlite3_column_decltype16);
NEVER_FAILS(sqlite3_column_blob);
NEVER_FAILS(sqlite3_column_bytes);
NEVER_FAILS(sqlite3_column_bytes16);
NEVER_FAILS(sqlite3_column_double);
NEVER_FAILS(sqlite3_column_int);
NEVER_FAILS(sqlite3_column_int64);
NEVER_FAILS(sqlite3_column_text);
NEVER_FAILS(sqlite3_column_text16);
NEVER_FAILS(sqlite3_column_type);
NEVER_FAILS(sqlite3_column_value);
NEVER_FAILS(sqlite3_value_blob);
NEVER_FAILS(sqlite3_value_bytes);
NEVER_FAILS(sqlite3_value_bytes16);
NEVER_FAILS(sqlite3_value_double);
NEVER_FAILS(sqlite3_value_encoding);
NEVER_FAILS(sqlite3_value_frombind);
NEVER_FAILS(sqlite3_value_int);
NEVER_FAILS(sqlite3_value_int64);
NEVER_FAILS(sqlite3_value_nochange);
NEVER_FAILS(sqlite3_value_numeric_type);
NEVER_FAILS(sqlite3_value_pointer);
NEVER_FAILS(sqlite3_value_subtype);
NEVER_FAILS(sqlite3_value_text);
NEVER_FAILS(sqlite3_value_text16);
NEVER_FAILS(sqlite3_value_text16be);
NEVER_FAILS(sqlite3_value_text16le);
NEVER_FAILS(sqlite3_value_type);
FAILS(sqlite3_value_dup, "NULL none");
NEVER_FAILS(sqlite3_value_free);
HAS_ATTRIBUTE(sqlite3_value_dup, malloc(sqlite3_value_free, 1));
FREES(sqlite3_value_free, 1);

/* SQL functions and collations. */
FAILS(sqlite3_create_function, "nonzero result/SQLITE_", SQLITE_BUSY, SQLITE_MISUSE,
      SQLITE_NOMEM);
MEANS(sqlite3_create_function, SQLITE_BUSY,
      "a function of this name is there, and statements run that may call it");
MEANS(sqlite3_create_function, SQLITE_MISUSE,
      "the name has more than 255 bytes, nArg is not from -1 to 127, or a function is missing");
LIKE(sqlite3_create_function16, sqlite3_create_function);
LIKE(sqlite3_create_function_v2, sqlite3_create_function);
LIKE(sqlite3_create_window_function, sqlite3_create_function);
LIKE(sqlite3_rtree_geometry_callback, sqlite3_create_function);
LIKE(sqlite3_rtree_query_callback, sqlite3_create_function);
FAILS(sqlite3_overload_function, "nonzero result/SQLITE_", SQLITE_MISUSE, SQLITE_NOMEM);
FAILS(sqlite3_create_collation, "nonzero result/SQLITE_", SQLITE_BUSY, SQLITE_MISUSE,
      SQLITE_NOMEM);
MEANS(sqlite3_create_collation, SQLITE_BUSY,
      "a collation of this name is there, and statements run that may use it");
MEANS(sqlite3_create_collation, SQLITE_MISUSE, "eTextRep is no encoding of text");
LIKE(sqlite3_create_collation16, sqlite3_create_collation);
LIKE(sqlite3_create_collation_v2, sqlite3_create_collation);
CALLS_BACK(sqlite3_create_function, 6, kept);
CALLS_BACK(sqlite3_create_function, 7, kept);
CALLS_BACK(sqlite3_create_function, 8, kept);
CALLS_BACK(sqlite3_create_function16, 6, kept);
CALLS_BACK(sqlite3_create_function16, 7, kept);
CALLS_BACK(sqlite3_create_function16, 8, kept);
CALLS_BACK(sqlite3_create_function_v2, 6, kept);
CALLS_BACK(sqlite3_create_function_v2, 7, kept);
CALLS_BACK(sqlite3_create_function_v2, 8, kept);
CALLS_BACK(sqlite3_create_function_v2, 9, kept);
CALLS_BACK(sqlite3_create_window_function, 6, kept);
CALLS_BACK(sqlite3_create_window_function, 7, kept);
CALLS_BACK(sqlite3_create_window_function, 8, kept);
CALLS_BACK(sqlite3_create_window_function, 9, kept);
CALLS_BACK(sqlite3_create_window_function, 10, kept);
CALLS_BACK(sqlite3_rtree_geometry_callback, 3, kept);
CALLS_BACK(sqlite3_rtree_query_callback, 3, kept);
CALLS_BACK(sqlite3_rtree_query_callback, 5, kept);
CALLS_BACK(sqlite3_create_collation, 5, kept);
CALLS_BACK(sqlite3_create_collation16, 5, kept);
CALLS_BACK(sqlite3_create_collation_v2, 5, kept);
CALLS_BACK(sqlite3_create_collation_v2, 6, kept);
/* NULL also tells an xFinal that asks for 0 bytes that there was no row. */
NEVER_FAILS(sqlite3_aggregate_context);
NEVER_FAILS(sqlite3_user_data);
NEVER_FAILS(sqlite3_context_db_handle);
NEVER_FAILS(sqlite3_get_auxdata);
NEVER_FAILS(sqlite3_set_auxdata);
NEVER_FAILS(sqlite3_result_blob);
NEVER_FAILS(sqlite3_result_blob64);
NEVER_FAILS(sqlite3_result_double);
NEVER_FAILS(sqlite3_result_error);
NEVER_FAILS(sqlite3_result_error16);
NEVER_FAILS(sqlite3_result_error_code);
NEVER_FAILS(sqlite3_result_error_nomem);
NEVER_FAILS(sqlite3_result_error_toobig);
NEVER_FAILS(sqlite3_result_int);
NEVER_FAILS(sqlite3_result_int64);
NEVER_FAILS(sqlite3_result_null);
NEVER_FAILS(sqlite3_result_pointer);
NEVER_FAILS(sqlite3_result_subtype);
NEVER_FAILS(sqlite3_result_text);
NEVER_FAILS(sqlite3_result_text16);
NEVER_FAILS(sqlite3_result_text16be);
NEVER_FAILS(sqlite3_result_text16le);
NEVER_FAILS(sqlite3_result_text64);
NEVER_FAILS(sqlite3_result_value);
NEVER_FAILS(sqlite3_result_zeroblob);
FAILS(sqlite3_result_zeroblob64, "nonzero result/SQLITE_", SQLITE_MISUSE, SQLITE_TOOBIG);
CALLS_BACK(sqlite3_set_auxdata, 4, kept);
CALLS_BACK(sqlite3_result_blob, 4, kept);
CALLS_BACK(sqlite3_result_blob64, 4, kept);
CALLS_BACK(sqlite3_result_pointer, 4, kept);
CALLS_BACK(sqlite3_result_text, 4, kept);
CALLS_BACK(sqlite3_result_text16, 4, kept);
CALLS_BACK(sqlite3_result_text16be, 4, kept);
CALLS_BACK(sqlite3_result_text16le, 4, kept);
CALLS_BACK(sqlite3_result_text64, 4, kept);
HAS_BUFFER(sqlite3_result_blob, 2, 3);
HAS_BUFFER(sqlite3_result_blob64, 2, 3);
HAS_BUFFER(sqlite3_result_text64, 2, 3);

/* Blobs. */
FAILS(sqlite3_blob_open, "nonzero result/SQLITE_, blocks", SQLITE_ABORT, SQLITE_AUTH,
      SQLITE_ERROR, SQLITE_MISUSE, SQLITE_SCHEMA, files(the blob));
MEANS(sqlite3_blob_open, SQLITE_ERROR,
      "there is no such table, column or row, no text or blob in it, or an index on it");
FAILS(sqlite3_blob_reopen, "nonzero result/SQLITE_, blocks", SQLITE_ABORT, SQLITE_ERROR,
      SQLITE_MISUSE, SQLITE_SCHEMA, files(the blob));
MEANS(sqlite3_blob_reopen, SQLITE_ABORT, "the row was changed, or an earlier move failed");
MEANS(sqlite3_blob_reopen, SQLITE_ERROR, "there is no such row, or no text or blob in it");
FAILS(sqlite3_blob_read, "nonzero result/SQLITE_, blocks", SQLITE_ABORT, SQLITE_ERROR,
      SQLITE_MISUSE, files(the blob));
MEANS(sqlite3_blob_read, SQLITE_ABORT,
      "the row was changed since, or a move of the handle failed");
MEANS(sqlite3_blob_read, SQLITE_ERROR,
      "N or iOffset is negative, or they reach beyond the end of the blob");
FAILS(sqlite3_blob_write, "nonzero result/SQLITE_, blocks", SQLITE_ABORT, SQLITE_ERROR,
      SQLITE_MISUSE, files(the blob));
MEANS(sqlite3_blob_write, SQLITE_ABORT,
      "the row was changed since, or a move of the handle failed");
MEANS(sqlite3_blob_write, SQLITE_ERROR,
      "n or iOffset is negative, or they reach beyond the end of the blob");
MEANS(sqlite3_blob_write, SQLITE_READONLY, "the blob was opened for reading only");
FAILS(sqlite3_blob_close, "nonzero result/SQLITE_, blocks", SQLITE_ABORT, SQLITE_CONSTRAINT,
      SQLITE_ERROR, SQLITE_MISUSE, files(the commit));
NEVER_FAILS(sqlite3_blob_bytes);
HAS_BUFFER(sqlite3_blob_read, 2, 3);
HAS_BUFFER(sqlite3_blob_write, 2, 3);
FREES(sqlite3_blob_close, 1);

/* Whole databases. Why there is no backup, sqlite3_errcode of pDest tells. */
FAILS(sqlite3_backup_init, "NULL none");
FAILS(sqlite3_backup_step, "nonzero result/SQLITE_, success=SQLITE_DONE, blocks", SQLITE_ERROR,
      SQLITE_MISUSE, files(the backup));
MEANS(sqlite3_backup_step, SQLITE_LOCKED, "the source's own connection is writing to it");
MEANS(sqlite3_backup_step, SQLITE_READONLY,
      "the destination can't be written to, or can't take over the size of the pages");
FAILS(sqlite3_backup_finish, "nonzero result/SQLITE_, blocks", SQLITE_ERROR, SQLITE_MISUSE,
      files(the backup));
NEVER_FAILS(sqlite3_backup_remaining);
NEVER_FAILS(sqlite3_backup_pagecount);
HAS_ATTRIBUTE(sqlite3_backup_init, malloc(sqlite3_backup_finish, 1));
FREES(sqlite3_backup_finish, 1);
FAILS(sqlite3_serialize, "NULL none, blocks");
FAILS(sqlite3_deserialize, "nonzero result/SQLITE_", SQLITE_BUSY, SQLITE_ERROR, SQLITE_MISUSE,
      SQLITE_NOMEM);
MEANS(sqlite3_deserialize, SQLITE_BUSY, "the database is being read, written or copied");
MEANS(sqlite3_deserialize, SQLITE_ERROR, "zSchema is \"temp\", or no database of the connection");
HAS_BUFFER(sqlite3_deserialize, 3, 5);
FAILS(sqlite3_wal_checkpoint_v2, "nonzero result/SQLITE_, blocks", SQLITE_ERROR, SQLITE_MISUSE,
      files(the checkpoint));
MEANS(sqlite3_wal_checkpoint_v2, SQLITE_ERROR, "zDb is no database of the connection");
MEANS(sqlite3_wal_checkpoint_v2, SQLITE_MISUSE, "eMode is no SQLITE_CHECKPOINT_…");
LIKE(sqlite3_wal_checkpoint, sqlite3_wal_checkpoint_v2);
FAILS(sqlite3_wal_autocheckpoint, "nonzero result/SQLITE_", SQLITE_MISUSE);

/* Extensions and virtual tables. */
FAILS(sqlite3_load_extension, "nonzero result/SQLITE_, blocks", SQLITE_ERROR, SQLITE_NOMEM);
MEANS(sqlite3_load_extension, SQLITE_ERROR,
      "extensions are not enabled, or zFile can't be loaded, or its entry point failed");
FAILS(sqlite3_enable_load_extension, "nonzero result/SQLITE_", SQLITE_MISUSE);
FAILS(sqlite3_auto_extension, "nonzero result/SQLITE_", SQLITE_MISUSE, SQLITE_NOMEM);
CALLS_BACK(sqlite3_auto_extension, 1, kept);
NEVER_FAILS(sqlite3_cancel_auto_extension);
NEVER_FAILS(sqlite3_reset_auto_extension);
FAILS(sqlite3_create_module, "nonzero result/SQLITE_", SQLITE_MISUSE, SQLITE_NOMEM);
LIKE(sqlite3_create_module_v2, sqlite3_create_module);
CALLS_BACK(sqlite3_create_module_v2, 5, kept);
FAILS(sqlite3_drop_modules, "nonzero result/SQLITE_", SQLITE_MISUSE);
FAILS(sqlite3_declare_vtab, "nonzero result/SQLITE_", SQLITE_ERROR, SQLITE_MISUSE, SQLITE_NOMEM);
MEANS(sqlite3_declare_vtab, SQLITE_ERROR, "zSQL is no CREATE TABLE statement");
MEANS(sqlite3_declare_vtab, SQLITE_MISUSE, "it was not called from xCreate or xConnect");
FAILS(sqlite3_vtab_config, "nonzero result/SQLITE_", SQLITE_MISUSE);
MEANS(sqlite3_vtab_config, SQLITE_MISUSE,
      "op is unknown, or it was not called from xCreate or xConnect");
NEVER_FAILS(sqlite3_vtab_on_conflict);
NEVER_FAILS(sqlite3_vtab_nochange);
NEVER_FAILS(sqlite3_vtab_collation);
NEVER_FAILS(sqlite3_vtab_distinct);
NEVER_FAILS(sqlite3_vtab_in);
FAILS(sqlite3_vtab_in_first, "nonzero result/SQLITE_, success=SQLITE_DONE", SQLITE_ERROR,
      SQLITE_MISUSE, SQLITE_NOMEM);
MEANS(sqlite3_vtab_in_first, SQLITE_ERROR, "pVal is no list of values");
MEANS(sqlite3_vtab_in_first, SQLITE_MISUSE, "pVal is NULL, or no list of values");
LIKE(sqlite3_vtab_in_next, sqlite3_vtab_in_first);
FAILS(sqlite3_vtab_rhs_value, "nonzero result/SQLITE_", SQLITE_MISUSE, SQLITE_NOMEM,
      SQLITE_NOTFOUND);
MEANS(sqlite3_vtab_rhs_value, SQLITE_MISUSE, "the number is not that of a constraint");
MEANS(sqlite3_vtab_rhs_value, SQLITE_NOTFOUND,
      "the value of the right-hand side is not known while the statement is compiled");

/* Mutexes, file systems and names of files. */
FAILS(sqlite3_mutex_alloc, "NULL none");
NEVER_FAILS(sqlite3_mutex_free);
FAILS(sqlite3_mutex_enter, "never, blocks");
NEVER_FAILS(sqlite3_mutex_leave);
FAILS(sqlite3_mutex_try, "nonzero result/SQLITE_", SQLITE_BUSY);
MEANS(sqlite3_mutex_try, SQLITE_BUSY, "another thread is in the mutex");
HAS_ATTRIBUTE(sqlite3_mutex_alloc, malloc(sqlite3_mutex_free, 1));
FREES(sqlite3_mutex_free, 1);
NEVER_FAILS(sqlite3_vfs_find);
FAILS(sqlite3_vfs_register, "nonzero result/SQLITE_", SQLITE_MISUSE, SQLITE_NOMEM);
LIKE(sqlite3_vfs_unregister, sqlite3_vfs_register);
NEVER_FAILS(sqlite3_uri_boolean);
NEVER_FAILS(sqlite3_uri_int64);
NEVER_FAILS(sqlite3_uri_key);
NEVER_FAILS(sqlite3_uri_parameter);
NEVER_FAILS(sqlite3_filename_database);
NEVER_FAILS(sqlite3_filename_journal);
NEVER_FAILS(sqlite3_filename_wal);
NEVER_FAILS(sqlite3_database_file_object);
FAILS(sqlite3_create_filename, "NULL none");
NEVER_FAILS(sqlite3_free_filename);
HAS_ATTRIBUTE(sqlite3_create_filename, malloc(sqlite3_free_filename, 1));
FREES(sqlite3_free_filename, 1);

/* Obsolete; three of them do nothing. */
NEVER_FAILS(sqlite3_aggregate_count);
NEVER_FAILS(sqlite3_expired);
FAILS(sqlite3_transfer_bindings, "nonzero result/SQLITE_", SQLITE_ERROR);
MEANS(sqlite3_transfer_bindings, SQLITE_ERROR, "the statements have not as many parameters");
NEVER_FAILS(sqlite3_global_recover);
NEVER_FAILS(sqlite3_thread_cleanup);
NEVER_FAILS(sqlite3_memory_alarm);

/* What not every build exports, or only newer ones. */
FAILS(sqlite3_snapshot_get, "nonzero result/SQLITE_, blocks", SQLITE_ERROR, SQLITE_MISUSE,
      files(the snapshot));
MEANS(sqlite3_snapshot_get, SQLITE_ERROR,
      "a transaction writes, or zSchema is not a database with a write-ahead log that has data");
FAILS(sqlite3_snapshot_open, "nonzero result/SQLITE_, blocks", SQLITE_ERROR, SQLITE_MISUSE,
      files(the snapshot));
MEANS(sqlite3_snapshot_open, SQLITE_ERROR,
      "a transaction or statement runs, or the snapshot is of another database, or overwritten");
FAILS(sqlite3_snapshot_recover, "nonzero result/SQLITE_, blocks", SQLITE_ERROR, SQLITE_MISUSE,
      files(the snapshot));
NEVER_FAILS(sqlite3_snapshot_cmp);
NEVER_FAILS(sqlite3_snapshot_free);
FREES(sqlite3_snapshot_free, 1);
FAILS(sqlite3_stmt_scanstatus, "nonzero none");
NEVER_FAILS(sqlite3_stmt_scanstatus_reset);
NEVER_FAILS(sqlite3_mutex_held);
NEVER_FAILS(sqlite3_mutex_notheld);
#if SQLITE_VERSION_NUMBER >= 3041000
NEVER_FAILS(sqlite3_is_interrupted);
#endif
#if SQLITE_VERSION_NUMBER >= 3042000
FAILS(sqlite3_stmt_scanstatus_v2, "nonzero none");
#endif
#if SQLITE_VERSION_NUMBER >= 3043000
FAILS(sqlite3_stmt_explain, "nonzero result/SQLITE_", SQLITE_BUSY, SQLITE_ERROR, SQLITE_MISUSE,
      SQLITE_NOMEM);
MEANS(sqlite3_stmt_explain, SQLITE_BUSY, "pStmt runs: it has to be reset before");
MEANS(sqlite3_stmt_explain, SQLITE_ERROR, "eMode is not from 0 to 2, or pStmt keeps no SQL text");
#endif
#if SQLITE_VERSION_NUMBER >= 3044000
NEVER_FAILS(sqlite3_get_clientdata);
FAILS(sqlite3_set_clientdata, "nonzero result/SQLITE_", SQLITE_NOMEM);
CALLS_BACK(sqlite3_set_clientdata, 4, kept);
#endif
