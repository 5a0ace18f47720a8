/**
 * Running another program and reading what it writes.
 */
#ifndef ABX_BASE_PROCESS_H
#define ABX_BASE_PROCESS_H

#include <signal.h>

#include "base/buffer.h"

/*
 * Runs the command @words, NULL behind them; the first is looked for in $PATH. It has no
 * input and speaks English. What it writes, to either stream, is put into *@outputp; finish
 * it. @mask: its blocked signals, NULL for the caller's; @without: variables that it does not
 * inherit, NULL behind them, or NULL. Returns 0, and in *@statusp its exit
 * status, or minus the signal that ended it; else an errno: it was not run.
 */
int abx_process_run(const char *const *words, const sigset_t *mask,
                    const char *const *without, struct abx_buffer *outputp, int *statusp);

#endif
