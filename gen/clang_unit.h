/**
 * One parse of the sources by libclang.
 */
#ifndef ABX_GEN_CLANG_UNIT_H
#define ABX_GEN_CLANG_UNIT_H

#include <clang-c/Index.h>

#include <stdbool.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/words.h"
#include "gen/compiler.h"
#include "gen/message.h"
#include "gen/options.h"

/* The name under which the parser knows the file that exists only in memory. */
#define GEN_MAIN_FILE "abidex-main.c"

struct gen_clang {
    CXIndex index;
    struct abx_arena arena;
    const char **args; /* of each parse; the last one is free for ABIDEX_UNIT */
    int n_args;
    const char *resource_dir;
    const char *target;            /* --target, for messages; NULL: none was given */
    struct abx_words folders;      /* where headers may lie, as they are named */
    struct abx_words real_folders; /* and where those really are */
    const char *main_text;         /* of GEN_MAIN_FILE */
    struct CXUnsavedFile *files;   /* the main one and specs' "spec.h" */
    unsigned n_spec_files;
    unsigned n_main_lines;
};

/* A place in a file, with the offset; file is NULL for what the compiler made up. */
struct gen_location {
    CXFile file;
    unsigned line;
    unsigned column;
    unsigned offset;
};

/* 0 done; -1 with a message. */
int gen_clang_init(struct gen_clang *clang, const struct gen_options *options,
                   const struct gen_compiler *compiler, struct gen_messages *messages);
void gen_clang_finish(struct gen_clang *clang);

/*
 * Parses the sources as unit @unit, with the text of @extra, NULL for none, behind them. Returns
 * NULL, with a message, where libclang gives no unit; errors in the sources are the caller's to
 * look at.
 */
CXTranslationUnit gen_clang_parse(struct gen_clang *clang, unsigned unit,
                                  const char *extra, struct gen_messages *messages);

/* Where something stands in the text, for a macro the place that uses it. */
struct gen_location gen_location_of(CXSourceLocation location);
struct gen_location gen_location_of_cursor(CXCursor cursor);

/* Whether a file is one of libclang's own headers. */
bool gen_is_resource_file(const struct gen_clang *clang, CXFile file);

/* For messages. The name is kept in @arena, and lives as long. */
struct gen_place gen_place_of(struct abx_arena *arena, struct gen_location location);

/*
 * The text of a file, read once: libclang would look for it each time anew, through all
 * that it has read and every macro that was expanded.
 */
struct gen_file_text {
    CXFile file;
    const char *text; /* NULL: not to be had */
    size_t size;
};

/* Zeroed means empty and ready to use; for one parsed unit. */
struct gen_file_texts {
    struct abx_map map; /* the file's handle -> struct gen_file_text */
    struct abx_arena arena;
};

/* Borrowed; NULL when out of memory. */
const struct gen_file_text *gen_file_texts_find(struct gen_file_texts *texts,
                                                CXFile file);
void gen_file_texts_finish(struct gen_file_texts *texts);

/* A copy of a libclang string in @arena, which is released; NULL when out of memory. */
const char *gen_take_string(struct abx_arena *arena, CXString string);

#endif
