#define IN_BOTH   2
#define IN_SECOND 2
#define sum       u.inside
#define clash_a   parts.part
struct shared {
    int a;
};
struct clash {
    long a, b;
    struct {
        int part;
    } parts;
};
struct renamed {
    int new;
};
typedef long number;
struct holds_clash {
    struct clash c;
};
struct holds_holder {
    struct holds_clash *h;
};
struct fine {
    struct shared s;
    union {
        int inside;
    } u;
};
typedef struct clash *clash_pointer;
typedef struct fine *fine_pointer;
enum late { LATE = 5 };
int golden_a(struct clash *c);
int golden_c(struct clash *c);
int golden_d(struct fine *f);
int golden_e(number n);
int golden_f(clash_pointer p);
extern struct fine golden_v;
extern number golden_w;
#define alias golden_d
