/**
 * Declarations of a parsed unit: functions, variables, types, enumerators, and the notes
 * of specs.
 */
#ifndef ABX_GEN_CLANG_DECLARE_H
#define ABX_GEN_CLANG_DECLARE_H

#include "gen/clang_type.h"
#include "gen/clang_unit.h"
#include "gen/job.h"

/* A record that can be named. */
struct gen_record {
    const char *name; /* "struct stat", or a typedef's name */
    enum abx_kind kind;
    const char *tag; /* the name alone */
    CXType type;
};

struct gen_reader {
    struct gen_job *job;
    struct gen_clang *clang;
    CXTranslationUnit tu;
    unsigned unit;
    struct gen_types types;
    struct gen_file_texts texts;
    struct {
        struct gen_record *items;
        size_t n_items;
        size_t capacity;
    } records;
    struct abx_map files; /* handle -> what the run knows of the file */
    CXFile last_handle;   /* the one that was asked for last, */
    struct gen_file *last_file;
};

/* Reports the files that lie in no folder where headers of the target may lie. */
void gen_check_headers(struct gen_reader *reader);

/* Adds the texts of the headers to the job's; specs are known by then. */
void gen_count_headers(struct gen_reader *reader);

/* Reads the platform from the probes in the unit; once, before all else. */
void gen_read_platform(struct gen_reader *reader);

/* Reports errors in the sources; functions of specs that no header declares are
 * remembered. */
void gen_read_diagnostics(struct gen_reader *reader);

/* Reads all declarations. */
void gen_read_declarations(struct gen_reader *reader);

/* Adds the tags that types referred to and nothing defined, when all types were written.
 */
void gen_read_incomplete(struct gen_reader *reader);

void gen_reader_finish(struct gen_reader *reader);

#endif
