/**
 * Every construct whose layout, value or symbol a table can tell, for the tests of `verify`.
 * Functions and variables are names for what libc and libm export.
 */
#ifndef LAYOUT_INPUT_H
#define LAYOUT_INPUT_H

/* ---- records */

enum layout_color { LAYOUT_RED, LAYOUT_GREEN = 5, LAYOUT_BLUE __attribute__((deprecated)) };
enum layout_signed { LAYOUT_MINUS = -1, LAYOUT_PLUS = 1 };
enum layout_other { LAYOUT_SHARED = 1 };
enum layout_long { LAYOUT_LONG = 0x100000000 };
enum __attribute__((packed)) layout_small { LAYOUT_SMALL = 200 };

struct layout_plain {
    char c;
    signed char sc;
    short s;
    int i;
    long l;
    long long ll;
    float f;
    double d;
    long double ld;
    _Bool b;
    void *p;
    __int128 wide;
    double _Complex z;
    const volatile char *text;
    int (*call)(const char *, long, long long);
    unsigned short grid[2][3];
    enum layout_color color;
};

struct layout_bits {
    unsigned a : 3;
    int b : 5;
    unsigned : 0;
    unsigned long long c : 40;
    _Bool d : 1;
    enum layout_color e : 4;
};

struct __attribute__((packed)) layout_packed {
    char c;
    int i;
    unsigned long bits : 37;
};

struct layout_aligned {
    char c;
    int i __attribute__((aligned(16)));
} __attribute__((aligned(32)));

struct layout_nested {
    int tag;
    union {
        int number;
        struct {
            short low;
            short high;
        };
        float real;
    };
    struct {
        int x;
        struct {
            char y;
            unsigned z : 4;
        } inner[2];
    } named;
    struct {
        long far;
    } *pointer;
    enum { LAYOUT_INSIDE = 3 } inside;
};

struct layout_flexible {
    int n;
    double items[];
};

struct layout_shadow {
    int p_type;
    int after;
};
#define p_type 1

union layout_union {
    int i;
    double d;
    char bytes[11];
};

union layout_same {
    int *i;
    long *l;
};

struct layout_opaque;

typedef union {
    const char *text;
    const void *any;
} layout_argument __attribute__((transparent_union));
union layout_tagged {
    int *i;
    long *l;
} __attribute__((transparent_union));

typedef struct {
    int a;
    unsigned b : 1;
} layout_unnamed;
typedef int layout_aligned_int __attribute__((aligned(16)));
typedef int (*layout_callback)(const char *text, void *user);
typedef void layout_handler(int);
typedef struct layout_opaque layout_handle;
typedef layout_unnamed layout_pair[2];

#define low_half  low
#define inner_z   named.inner[1].z
#define named_x   named.x
#define layout_int layout_aligned_int

/* ---- constants */

#define LAYOUT_INT      (-42)
#define LAYOUT_UNSIGNED 4000000000u
#define LAYOUT_MAX      18446744073709551615ull
#define LAYOUT_CHAR     ((char)'A')
#define LAYOUT_BOOL     ((_Bool)1)
#define LAYOUT_WIDE     (((__int128)-3 << 64) + 7)
#define LAYOUT_FLOAT    1.5f
#define LAYOUT_TENTH    0.1
#define LAYOUT_LDBL     3.14159265358979323846264338327950288L
#define LAYOUT_HUGE     1e4000L
#define LAYOUT_INF      __builtin_inf()
#define LAYOUT_NAN      __builtin_nanf("")
#define LAYOUT_ZERO     (-0.0)
#define LAYOUT_STRING   "say \"hi\"\0\n\xe9"
#define LAYOUT_EMPTY    ""
#define LAYOUT_WSTRING  L"w\u20ac"
#define LAYOUT_U16      u"a\u20ac"
#define LAYOUT_ADDRESS  ((void *)-1)
#define LAYOUT_DEFAULT  ((layout_handler *)0)
#define LAYOUT_FLAGS    LAYOUT_FLAG

/* ---- functions and variables */

int layout_abs(int value) __asm__("abs");
long layout_labs(long) __asm__("labs");
long long layout_llabs(long long value) __asm__("llabs");
int layout_rand() __asm__("rand");
int layout_getpid(void) __asm__("getpid");
int layout_printf(const char *restrict format, ...) __asm__("printf");
double layout_cabs(double _Complex z) __asm__("cabs");
layout_handler *layout_signal(int number, layout_handler *handler) __asm__("signal");
int abs(int);
int layout_take(layout_argument a, union layout_tagged b) __asm__("puts");
#define MS __attribute__((ms_abi))
MS int layout_ms(int n, void(MS *done)(int)) __asm__("atol");
typedef MS char *layout_ms_handler(const char *format);
struct layout_calls {
    int(MS *call)(int n, layout_ms_handler *f);
    void (*(MS *get)(int n))(int m);
};
struct layout_atomic {
    _Atomic int n;
    _Atomic unsigned short m;
};
extern char **layout_environ __asm__("environ");

#define layout_absolute layout_abs
#define layout_vars     layout_environ

#if ABIDEX_UNIT == 2
struct layout_second {
    short two;
};
#define LAYOUT_SECOND 2
#else
struct layout_second;
#endif

#endif
