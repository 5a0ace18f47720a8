/* What the result is, and what a caller has to do with it. */
void *golden_a(unsigned long n) __attribute__((malloc, alloc_size(1)));
void *golden_b(unsigned long n, unsigned long size)
    __attribute__((__malloc__)) __attribute__((__alloc_size__(2, 1)));
void *golden_c(unsigned long align, unsigned long size)
    __attribute__((alloc_align(1), alloc_size(2), returns_nonnull));
int golden_d(void) __attribute__((warn_unused_result));
int golden_e(void) __attribute__((deprecated));
int golden_f(void) __attribute__((deprecated("use golden_e: it \"knows\" more,\tthough")));
int golden_g(void) __attribute__((deprecated("")));
int golden_h(long *env) __attribute__((returns_twice));
int golden_i(void) __attribute__((pure, const, leaf, cold, nothrow));

/* Formats. */
int golden_j(const char *format, ...) __attribute__((format(printf, 1, 2)));
int golden_k(char *to, const char *format, __builtin_va_list ap)
    __attribute__((__format__(__printf__, 2, 0)));
int golden_l(const char *text, const char *format, ...) __attribute__((format(scanf, 2, 3)));
int golden_m(char *to, const char *format) __attribute__((format(strftime, 2, 0)));
long golden_n(char *to, long n, const char *format, ...)
    __attribute__((format(strfmon, 3, 4)));
const char *golden_o(const char *one, const char *many, int n)
    __attribute__((format_arg(1))) __attribute__((format_arg(2)));
int golden_p(const char *a, const char *b, __builtin_va_list ap)
    __attribute__((format(printf, 2, 0), format(printf, 1, 0)));

/* Names by which compilers know functions that return twice. */
int vfork(void) __asm__("golden_q");
int _setjmp(long *env) __asm__("golden_r");

extern int golden_u __attribute__((deprecated("use golden_v")));
extern int golden_v __attribute__((deprecated));

/* Said once more, with more. */
void *golden_s(unsigned long n);
void *golden_s(unsigned long n) __attribute__((malloc));
void *golden_s(unsigned long n) __attribute__((warn_unused_result, deprecated("old")));
