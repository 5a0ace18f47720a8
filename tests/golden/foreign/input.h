/* What libclang ignores or sees otherwise than compilers do, and would change a layout or a
 * call, is left out by name; what only looks so is right. */
#define BACKWARDS __attribute__((scalar_storage_order("big-endian")))
#define GCC_STRUCT __attribute__((__gcc_struct__))

struct order {
    int a;
} BACKWARDS;
struct GCC_STRUCT gcc {
    int a : 3;
};
struct ms {
    int a : 3;
    char b : 2;
} __attribute__((ms_struct));
typedef struct {
    int a;
} unnamed_order BACKWARDS;

#pragma scalar_storage_order big-endian
struct under_pragma {
    int a;
};
#pragma scalar_storage_order default
struct behind_pragma {
    int a;
};
#pragma ms_struct on
struct under_ms_struct {
    int a;
};
#pragma ms_struct off
#pragma pack(push, 2)
struct packed {
    char a;
    int b;
};
#pragma pack(pop)

enum aligned { ALIGNED } __attribute__((aligned(16)));
struct holds_aligned {
    enum aligned a;
};
typedef enum { ALIGNED_TYPE } aligned_type __attribute__((aligned(16)));
enum packed_enum { PACKED } __attribute__((packed));

typedef int vector __attribute__((vector_size(16)));
typedef int mode_di __attribute__((mode(DI)));
typedef int mode_ti __attribute__((mode(TI)));
typedef unsigned mode_qi __attribute__((mode(QI)));
typedef int mode_word __attribute__((mode(word)));
typedef float mode_df __attribute__((mode(DF)));

struct harmless {
    int a __attribute__((warn_if_not_aligned(4)));
} __attribute__((designated_init, may_alias));

int golden_a(struct order *a);
int golden_b(struct order a);
int golden_c(enum aligned a);
int golden_d(enum aligned *a);
int golden_e(int a) __attribute__((sseregparm));
struct result {
    int a[5];
};
struct result golden_f(int a) __attribute__((callee_pop_aggregate_return(1)));
int golden_g(int __attribute__((address_space(256))) *a);
int golden_h(vector a);
typedef int odd_call(int a) __attribute__((sseregparm));
extern int golden_u __attribute__((noinit, section("x")));
