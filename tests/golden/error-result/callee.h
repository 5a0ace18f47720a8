#define EBADF 9
int golden_a(void);
void golden_b(void);
unsigned golden_c(void);
char *golden_d(void);
int golden_e(void);
int golden_f(void);
int golden_g(void);
char *golden_h(void);
int golden_i(void);
