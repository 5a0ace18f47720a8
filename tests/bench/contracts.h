/**
 * The spec of callee.h. Each function has a contract, as those of a library have that one
 * calls through a spec: it never fails and never waits. Of one without, nobody knows whether
 * it waits, so that a host has to give up its lock around it.
 *
 * That is also what is compared: ctypes and cffi release the GIL around each call, since
 * they know of none whether it may block; Python's host of abidex does it around those that
 * may, and keeps it here.
 */
#include "spec.h"
#include "callee.h"

NEVER_FAILS(bench_int);
NEVER_FAILS(bench_longs);
NEVER_FAILS(bench_longs10);
NEVER_FAILS(bench_doubles);
NEVER_FAILS(bench_mixed);
NEVER_FAILS(bench_pointer);
NEVER_FAILS(bench_string);
NEVER_FAILS(bench_small);
NEVER_FAILS(bench_large);
NEVER_FAILS(bench_variadic);
NEVER_FAILS(bench_each);
CALLS_BACK(bench_each, 2, call);
