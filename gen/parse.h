/**
 * Headers in, lines out: the part of the pipeline that knows libclang.
 */
#ifndef ABX_GEN_PARSE_H
#define ABX_GEN_PARSE_H

#include "gen/job.h"

/*
 * Reads all units of the sources into the job. What is wrong is counted in its messages;
 * 0 where the parser could be started at all.
 */
int gen_parse(struct gen_job *job);

#endif
