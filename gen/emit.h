/**
 * The table as a file.
 */
#ifndef ABX_GEN_EMIT_H
#define ABX_GEN_EMIT_H

#include "gen/job.h"

/*
 * Writes header and lines to the output that the options name: all of it, or nothing. 0
 * done; -1 with a message.
 */
int gen_emit(struct gen_job *job);

#endif
