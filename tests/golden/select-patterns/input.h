struct one {
    int x;
};
struct two {
    int x;
};
enum kind { KIND_A, KIND_B };
int golden_a(struct one *one);
int golden_b(enum kind kind);
int golden_c(struct two *two);
int golden_e(void);
extern struct two *golden_u;
#define NAMED 1
#define NAMED_TOO 2
#define UNNAMED 3
#define ANOTHER 4
#define NAMED_EMPTY
#define golden_d(x) x
#define golden_hidden_one
