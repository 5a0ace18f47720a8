/**
 * Lists for the entry points of direct calls: so many types of arguments, so many values
 * of them. What includes this says with macros of its own where they are in an image:
 * INTEGER(i), REAL(i) and STACK_WORD(i), and of what type a word of the stack is,
 * STACK_TYPE. A list of integers is never empty, so that all others begin with a comma.
 */
#ifndef ABX_DIRECT_WORDS_H
#define ABX_DIRECT_WORDS_H

#define INTEGER_TYPES_1 abx_word
#define INTEGER_TYPES_2 INTEGER_TYPES_1, abx_word
#define INTEGER_TYPES_3 INTEGER_TYPES_2, abx_word
#define INTEGER_TYPES_4 INTEGER_TYPES_3, abx_word
#define INTEGER_TYPES_6 INTEGER_TYPES_4, abx_word, abx_word
#define INTEGER_TYPES_8 INTEGER_TYPES_6, abx_word, abx_word

#define INTEGERS_1 INTEGER(0)
#define INTEGERS_2 INTEGERS_1, INTEGER(1)
#define INTEGERS_3 INTEGERS_2, INTEGER(2)
#define INTEGERS_4 INTEGERS_3, INTEGER(3)
#define INTEGERS_6 INTEGERS_4, INTEGER(4), INTEGER(5)
#define INTEGERS_8 INTEGERS_6, INTEGER(6), INTEGER(7)

#define REAL_TYPES_0
#define REAL_TYPES_1 , abx_real
#define REAL_TYPES_2 REAL_TYPES_1, abx_real
#define REAL_TYPES_4 REAL_TYPES_2, abx_real, abx_real
#define REAL_TYPES_8 REAL_TYPES_4, abx_real, abx_real, abx_real, abx_real

#define REALS_0
#define REALS_1 , REAL(0)
#define REALS_2 REALS_1, REAL(1)
#define REALS_4 REALS_2, REAL(2), REAL(3)
#define REALS_8 REALS_4, REAL(4), REAL(5), REAL(6), REAL(7)

#define STACK_TYPES_0
#define STACK_TYPES_1  , STACK_TYPE
#define STACK_TYPES_2  STACK_TYPES_1, STACK_TYPE
#define STACK_TYPES_4  STACK_TYPES_2, STACK_TYPE, STACK_TYPE
#define STACK_TYPES_8  STACK_TYPES_4, STACK_TYPE, STACK_TYPE, STACK_TYPE, STACK_TYPE
#define STACK_TYPES_16 STACK_TYPES_8 STACK_TYPES_8
#define STACK_TYPES_32 STACK_TYPES_16 STACK_TYPES_16
#define STACK_TYPES_64 STACK_TYPES_32 STACK_TYPES_32

#define FOUR_WORDS(i)                                                                    \
    , STACK_WORD(i), STACK_WORD((i) + 1), STACK_WORD((i) + 2), STACK_WORD((i) + 3)
#define STACK_WORDS_0
#define STACK_WORDS_1  , STACK_WORD(0)
#define STACK_WORDS_2  STACK_WORDS_1, STACK_WORD(1)
#define STACK_WORDS_4  FOUR_WORDS(0)
#define STACK_WORDS_8  STACK_WORDS_4 FOUR_WORDS(4)
#define STACK_WORDS_16 STACK_WORDS_8 FOUR_WORDS(8) FOUR_WORDS(12)
#define STACK_WORDS_32                                                                   \
    STACK_WORDS_16 FOUR_WORDS(16) FOUR_WORDS(20) FOUR_WORDS(24) FOUR_WORDS(28)
#define STACK_WORDS_64                                                                   \
    STACK_WORDS_32 FOUR_WORDS(32) FOUR_WORDS(36) FOUR_WORDS(40) FOUR_WORDS(44)           \
        FOUR_WORDS(48) FOUR_WORDS(52) FOUR_WORDS(56) FOUR_WORDS(60)

#endif
