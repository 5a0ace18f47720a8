/**
 * The files that were read, who includes whom, and whose declarations the table takes.
 */
#ifndef ABX_GEN_FILES_H
#define ABX_GEN_FILES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/map.h"

/* How a line of #include names the file. */
enum gen_include_form { GEN_INCLUDE_QUOTED, GEN_INCLUDE_ANGLED, GEN_INCLUDE_COMPUTED };

struct gen_inclusion {
    struct gen_inclusion *next;
    struct gen_file *file;
    const char *name; /* as the line has it: "sys/stat.h" */
    enum gen_include_form form;
};

struct gen_file {
    const char *path; /* absolute, without links, "." and ".." */
    struct gen_inclusion *inclusions;
    bool is_spec;    /* a spec speaks in it: what it includes is named */
    bool is_own;     /* what it declares is taken */
    bool is_quoting; /* what it includes with quotes is its own, too */
};

/* Zeroed means empty and ready to use. Lives as long as the run: handles of a parser end
 * with its unit. */
struct gen_files {
    struct abx_map map;   /* path -> struct gen_file */
    struct abx_map roots; /* folder in which headers are looked for -> itself */
    struct abx_arena arena;
    const char *directory; /* in which the run works; NULL: not asked for yet */
    bool out_of_memory;
};

/* The file called @path, made if there is none; NULL when out of memory. */
struct gen_file *gen_files_get(struct gen_files *files, const char *path);

/* A folder in which the compiler looks for headers: everybody's lie there. */
void gen_files_add_root(struct gen_files *files, const char *folder);

/* @includer has a line of #include with @name, which led to @file. */
void gen_files_include(struct gen_files *files, struct gen_file *includer,
                       struct gen_file *file, const char *name,
                       enum gen_include_form form);

/*
 * Sets is_own: of specs, of the headers that they include, and of these headers' own
 * folders. When all files are known.
 */
void gen_files_choose(struct gen_files *files);

/* Sets is_own of the files whose path, or the end of it behind a slash, matches @pattern;
 * returns how many do. */
size_t gen_files_choose_matching(struct gen_files *files, const char *pattern);

/* Whether all files are chosen. */
bool gen_files_are_all_own(const struct gen_files *files);

void gen_files_finish(struct gen_files *files);

#endif
