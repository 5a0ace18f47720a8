#define GOLDEN_EBADF  9
#define GOLDEN_EFAULT 14
#define GOLDEN_ENOENT 2
#define GOLDEN_ENOMEM 12
#define GOLDEN_SYSTEM (-11)

int golden_a(const char *path);
int golden_b(const char *from, const char *to);
int golden_c(const char *path);
int golden_d(const char *path);
int golden_e(int fd);
int golden_f(int flags);
char *golden_g(int code);
char *golden_h(void);
int golden_i(void);
int golden_j(void);
int golden_k(void);
char *golden_l(void);
