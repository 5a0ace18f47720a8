/* Behind macros of every kind; and words that are no attributes, though they look so. */
#define __wur       __attribute_wur__
#define __attribute_wur__ __attribute__((__warn_unused_result__))
#define __THROW     __attribute__((__nothrow__ __LEAF))
#define __LEAF      , __leaf__
#define NUMBERS(x)  __attribute__((__alloc_size__ x))
#define SECOND      2
#define PRINTF(a, b) __attribute__((__format__(__printf__, a, b)))
#define FUNCTION(type, name, args) type name args __THROW __wur
#define TEXT        "nonnull(1) " "returns_twice"

int golden_a(void) __THROW __wur;
void *golden_b(int n, int m) __THROW NUMBERS((1, SECOND)) __wur;
int golden_c(int n, const char *format, ...) PRINTF(SECOND, SECOND + 1);
int golden_d(int n, const char *format, ...) PRINTF(SECOND, 3);
FUNCTION(int, golden_e, (char *a));
int golden_f(char *a) __attribute__((deprecated(TEXT)));
int golden_g(char *a) __attribute__((deprecated("nonnull, malloc")));
int golden_h(char *malloc, char *deprecated, char *format);
int golden_i(char *a) __attribute__((annotate("nonnull")));
int golden_j(char *noreturn) __attribute__((unused, section("malloc")));
#define returns_twice_not
int golden_k(char *a) returns_twice_not;
