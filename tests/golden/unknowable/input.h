/* What looks like something that it is not, and what libclang does not know. */
struct noreturn_info;
void golden_a(struct noreturn_info *info);
struct noreturn_info *golden_b(int x);
int golden_c(int x) __attribute__((ms_abi));
typedef int (__attribute__((ms_abi)) *other_convention)(int);
struct __attribute__((scalar_storage_order("big-endian"))) big {
    int x;
};
struct parms_struct {
    int x;
};
typedef struct {
    int x;
} complex;
complex *golden_d(complex *x);
void golden_e(struct inside {
    int a;
} *x);
void golden_f(enum { INSIDE_A, INSIDE_B } x);
int golden_g(int naïve);
