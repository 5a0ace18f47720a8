#include <others.h>

struct held {
    struct by_value value;
    struct by_pointer *pointer;
    chain_t chain;
    enum tagged tagged;
    unnamed_enum unnamed;
    union united united[2];
    int others_unused; /* a member, no type */
    enum { HELD_A = 5, HELD_B } own;
};
int golden_a(callback_t callback, struct only_here *only_here, struct declared_only *d);
const volatile unsigned_t *golden_b(int (*f)(qualified_t *, ...), nameless_t nameless);
extern variable_t golden_u;
#define own_type alias_t
#define own_function abs
#define own_chain others_chain
#define own_pointer ((pointed_t *)-1)
#define own_member deep.x
#define own_lonely lonely_member.x
#define OWN_SUM (OTHERS + 1)
