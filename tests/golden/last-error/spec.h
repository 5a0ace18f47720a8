#include "input.h"
FAILS(golden_close, "0 last_error", ERROR_ACCESS_DENIED, ERROR_INVALID_HANDLE);
FAILS(golden_wait, "GOLDEN_FAILED last_error, blocks", ERROR_INVALID_HANDLE);
FAILS(golden_receive, "-1 last_error/WSA, fresh", WSAEINTR);
FAILS(golden_long, "0 last_error, clear", ERROR_INVALID_HANDLE);
MEANS(golden_close, ERROR_INVALID_HANDLE, "handle is not that of an open object");
FAILS(golden_status, "negative result/STATUS_", STATUS_BAD_HANDLE);
MEANS(golden_status, STATUS_BAD_HANDLE, "handle is not that of an open object");
