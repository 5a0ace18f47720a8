typedef int by_value_t;
struct by_value {
    by_value_t x;
};
struct by_pointer {
    struct by_pointer_too *next;
};
struct by_pointer_too {
    struct deep {
        int x;
    } deep;
};
typedef int chain_1;
typedef chain_1 chain_2;
typedef chain_2 chain_t;
enum tagged { TAGGED_A, TAGGED_B = 7 };
typedef enum { UNNAMED_A, UNNAMED_B } unnamed_enum;
union united {
    struct in_union {
        enum { IN_UNION = 3 } e;
    } in_union;
    long l;
};
typedef int callback_argument;
typedef void (*callback_t)(callback_argument argument);
struct declared_only;
typedef unsigned unsigned_t;
typedef long qualified_t;
typedef struct {
    int nameless;
} nameless_t;
typedef int variable_t;
typedef short alias_t;
typedef char pointed_t;

/* Of these nothing is needed. */
struct others_unused {
    struct others_unused_too *x;
};
struct lonely {
    struct deep lonely_member;
};
struct deeper {
    struct deep deep;
};
typedef int others_unused;
typedef int HELD_A_t;
enum others_enum { OTHERS_ENUM };
enum { OTHERS_UNNAMED_ENUM };
int golden_c(void);
int abs(int number);
extern int golden_v;
#define OTHERS 3
#define others_member x
#define others_type alias_t
#define others_chain others_chain_end
#define others_chain_end alias_t
#define OTHERS_OMITTED(x) x
static inline int others_inline(void)
{
    return 0;
}
