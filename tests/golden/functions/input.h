typedef __builtin_va_list __gnuc_va_list;
typedef __gnuc_va_list va_list;
typedef void of_va_list(void *memory, va_list *pointer);
typedef int adder(int left, int right);
typedef int row[4];
struct pair {
    int first, second;
};

int golden_a(int __fd, const char *restrict _path, unsigned long count);
void golden_b(void);
int golden_c();
int golden_d(const char *format, ...);
int golden_e(const char *format, va_list arguments, va_list *pointer);

/* Functions as parameters and results. */
void (*golden_f(int number, void (*handler)(int number)))(int);
void golden_g(void *base, int compare(const void *left, const void *right), adder *a, adder b);
int (*golden_h(void))[4];

/* Arrays as parameters. */
void golden_i(int numbers[], const char *names[10], int matrix[3][4], row r, const row c);
void golden_j(unsigned n, int of_n[static 4], int last[const]);

/* Qualifiers, in front of the star and behind it. */
const volatile char *const *golden_k(const int n, char *const volatile p,
                                     volatile void *restrict const q);

/* Records by value, and one that is only declared. */
struct opaque;
union none;
struct pair golden_l(struct pair p, struct opaque *o, union none **n);

/* Declared twice: the names come from where there are more. */
int golden_m(int, char *);
int golden_m(int first, char *second);
int golden_m(int, char *);

/* Names that are reserved lose their underscores. */
int golden_n(int __a_b, int _lower, int _Upper, int ___three);

/* The symbol of another. */
int golden_o(int x) __asm__("golden_real_symbol");
int golden_p(int x) __asm__("golden_p");
int golden_r();
int golden_r(int);
int golden_without_symbol(int x) __asm__("golden_nowhere");

/* Left out. */
int golden_not_exported(int x);
static inline int golden_static(int x)
{
    return x;
}
inline int golden_inline(int x)
{
    return x;
}
typedef int vector __attribute__((vector_size(16)));
int golden_vector(vector v);
