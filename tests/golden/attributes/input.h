#define NONNULL(parameters) __attribute__((__nonnull__ parameters))
#define NONNULL_ALL         __attribute__((nonnull))
#define NORETURN            __attribute__((__noreturn__))

int golden_a(char *a, int n, char *b) __attribute__((nonnull(1, 3)));
int golden_b(char *a, int n, char *b) __attribute__((nonnull));
int golden_c(char *a, int n, char *b) NONNULL((3));
int golden_d(char *a, int n, int array[], int f(void)) NONNULL_ALL;
char *golden_e(char *a) __attribute__((returns_nonnull));
int golden_f(char *a, char *b) __attribute__((nonnull(1))) __attribute__((nonnull(2)));

/* Declared again with more. */
int golden_g(char *a, char *b) __attribute__((nonnull(2)));
int golden_g(char *a, char *b) __attribute__((nonnull(1)));

_Noreturn void golden_h(int status);
void golden_i(int status) __attribute__((noreturn));
void golden_j(int status) NORETURN;
void golden_k(char *a) __attribute__((nonnull(1), noreturn));
char *golden_l(const char *a) __attribute__((nonnull(1), malloc, warn_unused_result));
int golden_m(char *a) __attribute__((deprecated, pure, nothrow));
int golden_n(const char *format, ...) __attribute__((format(printf, 1, 2), nonnull));

/* Macros whose names say less, or something else, than what they stand for. */
#define SECOND_ONLY __attribute__((nonnull(2)))
#define MY_NONNULL2 SECOND_ONLY
#define NONNULL_FORMAT(a, b) __attribute__((format(printf, a, b), nonnull(a)))
#define HIDDEN(x) __attribute__((x))
int golden_q(char *a, char *b) MY_NONNULL2;
int golden_r(char *a, char *format, ...) NONNULL_FORMAT(2, 3);
int golden_s(char *a, char *b) HIDDEN(nonnull(1));
void golden_t(char *nonnull) HIDDEN(noreturn);

/* On parameters, and C's own way to say it. */
int golden_o(char *a __attribute__((nonnull)), int b[static 4], const char *c NONNULL_ALL);
char *golden_p(char *restrict a, int b[const restrict static 2], int c[8]);
