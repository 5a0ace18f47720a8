#define GOLDEN_EBADF    9
#define GOLDEN_EINTR    4
#define GOLDEN_UNLISTED 77
#define GOLDEN_FAILED   ((void *)-1)

int golden_a(int fd);
char *golden_b(void);
int golden_c(void);
int golden_d(void);
void *golden_e(void);
long golden_f(const char *text) __attribute__((nonnull(1)));
int golden_g(void);
int golden_h(void);
int golden_i(void);
int golden_j(int timeout);
int golden_k(int fd);
int golden_l(void);
int golden_m(void);
int golden_n(long *buffer);
int golden_o(int x) __asm__("golden_real_symbol");
int golden_not_exported(void);
int abs(int number);
