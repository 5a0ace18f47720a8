/* Read as another platform's compiler reads it: folders, macros, byte order. */
#include <target.h>

struct target_bits {
    unsigned a : 1;
    unsigned b : 5;
    int c : 20;
    unsigned long long d : 40;
};

typedef __INT_FAST16_TYPE__ target_fast;

struct target_mixed {
    char c;
    long double d;
    target_word w;
};

#define TARGET_LONG sizeof(target_word)
#define TARGET_CHAR ((char)-1)
