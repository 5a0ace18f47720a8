/**
 * Macros as the parser saw them, and what they are worth.
 */
#ifndef ABX_GEN_CLANG_MACRO_H
#define ABX_GEN_CLANG_MACRO_H

#include "gen/clang_declare.h"
#include "gen/macro.h"

/* Collects the macros of all files and tells the job where they are defined, and which file
 * includes which. */
void gen_macros_collect(struct gen_reader *reader, struct gen_macros *macros);

/* Takes the macros of specs for done. After the declarations, which tell what a spec is.
 */
void gen_macros_forget_specs(struct gen_reader *reader, struct gen_macros *macros);

/* Asks the compiler what the macros are worth, all at once, and adds `const` lines. */
void gen_macros_evaluate(struct gen_reader *reader, struct gen_macros *macros);

/* Adds `member` lines for macros that name members. */
void gen_macros_find_members(struct gen_reader *reader, struct gen_macros *macros);

#endif
