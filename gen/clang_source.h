/**
 * What stands in the sources beside a cursor: for what the parser does not tell.
 */
#ifndef ABX_GEN_CLANG_SOURCE_H
#define ABX_GEN_CLANG_SOURCE_H

#include <clang-c/Index.h>

#include "gen/clang_unit.h"
#include "gen/macro.h"

/* The files of a unit and the macros in them; borrowed. */
struct gen_sources {
    struct gen_file_texts *texts;
    const struct gen_macros *macros;
};

/* A piece of a file; empty where there is none. */
struct gen_piece {
    const char *begin;
    const char *end;
};

/* From where @cursor begins to the end of the file. */
struct gen_piece gen_source_from(const struct gen_sources *sources, CXCursor cursor);

/* From where the declaration @cursor begins to the semicolon behind it. */
struct gen_piece gen_source_of(const struct gen_sources *sources, CXCursor cursor);

/* The same from where the declaration ends: what may be said of it behind its name. */
struct gen_piece gen_source_behind(const struct gen_sources *sources, CXCursor cursor);

/* From the beginning of the file to where the declaration begins. */
struct gen_piece gen_source_before(const struct gen_sources *sources, CXCursor cursor);

/* Whether the record, enum or member that @cursor declares has no name of its own. */
bool gen_is_unnamed(CXCursor cursor);

/*
 * The first of @words, ended by NULL, that stands in the text, with or without underscores
 * around it, or in what its macros become. -1 if none does.
 */
int gen_source_find(const struct gen_sources *sources, struct gen_piece piece,
                    const char *const *words);

#endif
