/**
 * What is asked of the compiler about macros, all at once: a unit that includes the
 * sources again and declares, for each macro, variables that are initialised with it.
 */
#ifndef ABX_GEN_CLANG_BATCH_H
#define ABX_GEN_CLANG_BATCH_H

#include "gen/clang_macro.h"

/* The variables of a macro. What can't be said in one piece is asked in several. */
enum gen_part {
    GEN_PART_VALUE,
    GEN_PART_ADDRESS,
    GEN_PART_SCALE, /* a float wider than double: the power of two taken out, */
    GEN_PART_HIGH,  /* the sum of three doubles, */
    GEN_PART_MIDDLE,
    GEN_PART_LOW,
    GEN_PART_HAS_DIGITS, /* and whether it is another number than zero, infinity and NaN
                          */
    GEN_PART_UPPER_HALF, /* an integer of 128 bits */
    GEN_PART_LOWER_HALF,
    GEN_PART_UNDEFINED, /* there where the macro is not */
    GEN_N_PARTS
};

/* What was learnt of one macro. */
struct gen_question {
    struct gen_macro *macro;
    CXCursor variables[GEN_N_PARTS];
    bool has_variable[GEN_N_PARTS]; /* false: the macro is undefined again */
    bool is_rejected[GEN_N_PARTS];
};

struct gen_batch {
    struct gen_reader *reader;
    struct gen_macros *macros;
    CXTranslationUnit tu;
    struct abx_buffer text;
    struct gen_question *questions;
    size_t n_questions;
    struct {
        struct gen_line_owner {
            size_t question;
            enum gen_part part;
        } * items;
        size_t n_items;
        size_t capacity;
    } lines; /* owner of each line of the text */
    bool out_of_memory;
};

/*
 * Collects the macros of which something is to be asked and parses the unit with their
 * variables. 0 where there are answers; -1 where nothing is to be asked or it could not
 * be.
 */
int gen_batch_init(struct gen_batch *batch, struct gen_reader *reader,
                   struct gen_macros *macros);
void gen_batch_finish(struct gen_batch *batch);

/* Whether the variable is there, and its line has no error. */
bool gen_question_has(const struct gen_question *question, enum gen_part part);

#endif
