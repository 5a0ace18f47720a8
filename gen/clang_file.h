/**
 * Files as the parser knows them, and the lines that include them.
 */
#ifndef ABX_GEN_CLANG_FILE_H
#define ABX_GEN_CLANG_FILE_H

#include "gen/clang_declare.h"

/* What the run knows of a file; NULL when out of memory. */
struct gen_file *gen_file_of(struct gen_reader *reader, CXFile file);

/* Reads a cursor that is a line of #include. */
void gen_read_inclusion(struct gen_reader *reader, CXCursor cursor);

/* Whether @file is a spec, or the generator's own. */
bool gen_is_spec_file(struct gen_reader *reader, CXFile file);

#endif
