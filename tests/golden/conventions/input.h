/* Calling conventions that are not the platform's stand in the type. */
#define MS  __attribute__((ms_abi))
#define API __attribute__((__ms_abi__))

int MS golden_a(int n);
char *golden_b(const char *format, ...) API;
int __attribute__((sysv_abi)) golden_c(int n);
int __attribute__((vectorcall)) golden_d(double a, double b);
int __attribute__((regcall)) golden_e(int n);

/* In pointers, typedefs, members, results, parameters. */
typedef void MS callback(int n);
typedef void(MS *pointer)(int n);
typedef pointer again;
struct table {
    int(MS *call)(int a, callback *b);
    void (*plain)(pointer p);
    callback *list[2];
    void (*(MS *get)(int n))(int m);
};
int golden_f(callback *c, int(MS *d)(void));
void (*golden_g(int n))(int m) MS;
pointer golden_h(int n);
int golden_i(callback c);
extern pointer golden_u;
callback golden_j;

/* A convention of which the table has no word, and what stands on it. */
typedef int __attribute__((preserve_all)) unknown(int n);
int __attribute__((preserve_most)) golden_k(int n);
int golden_l(unknown *u);

/* A typedef whose name is a convention's word. */
typedef int stdcall;
stdcall golden_m(stdcall n);
