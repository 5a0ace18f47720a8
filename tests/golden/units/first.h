#define IN_BOTH  1
#define IN_FIRST 1
struct shared {
    int a;
};
struct clash {
    int a;
};
struct renamed {
    int old;
};
typedef int number;
int golden_a(struct clash *c);
int golden_b(struct shared *s);
extern int golden_u;
