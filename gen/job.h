/**
 * One run of the generator: what the parts of the pipeline hand on to each other.
 */
#ifndef ABX_GEN_JOB_H
#define ABX_GEN_JOB_H

#include "gen/compiler.h"
#include "gen/files.h"
#include "gen/functions.h"
#include "gen/headers.h"
#include "gen/lines.h"
#include "gen/message.h"
#include "gen/options.h"
#include "gen/origins.h"
#include "gen/platform.h"
#include "gen/spec.h"
#include "gen/symbols.h"

struct gen_job {
    struct gen_options options;
    struct gen_messages messages;
    struct gen_compiler compiler;
    struct gen_platform platform;
    struct gen_headers headers;
    struct gen_spec spec;
    struct gen_files files;
    struct gen_origins origins;
    struct gen_symbols symbols;
    struct gen_functions functions;
    struct gen_lines lines;
    bool out_of_memory; /* in a part whose own flag ends with its unit */
};

#endif
