struct plain {
    char c;
    short s;
    int i;
    long l;
    void *p;
};

/* A struct that is defined inside has file scope. */
struct outer {
    struct inner {
        char a;
        int b;
    } first;
    struct inner second[2];
    struct outer *next;
};

struct anonymous {
    int tag;
    union {
        long number;
        char *text;
        struct {
            short low, high;
        };
    };
    struct {
        char c;
    } named;
};

typedef struct {
    int x, y;
} point;
typedef struct {
    int only;
} first_name, second_name;
typedef struct {
    int only;
} * pointer_to_unnamed;
typedef struct tagged {
    point at;
} tagged, *tagged_pointer;

struct empty {
};
struct flexible {
    int n;
    char data[];
};
struct old_flexible {
    int n;
    short data[0];
};
struct incomplete;
struct of_incomplete {
    struct incomplete *p;
    union unknown *u;
};
struct never_used;

struct with_function {
    int (*call)(struct with_function *self, int);
    int (*table[3])(void);
    int (**pointer)(void);
};
struct qualified {
    const int c;
    volatile int v;
    const char *const cp;
    int *restrict r;
    _Atomic int a;
    _Atomic(long) *ap;
    const _Atomic int ca;
    int matrix[2][3];
    const char names[2][8];
};
