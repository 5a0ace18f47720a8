/**
 * Which lines the table has: the headers' own, those that the command line asks for, and
 * what these refer to.
 */
#ifndef ABX_GEN_SELECT_H
#define ABX_GEN_SELECT_H

#include "gen/job.h"

/* Drops what is not selected; when all lines are there. Messages tell of patterns that
 * select nothing. */
void gen_select(struct gen_job *job);

#endif
