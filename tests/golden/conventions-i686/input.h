/* What is the platform's own convention on i686, and what is not. */
void plain(int a);
void cdecl_too(int a) __attribute__((cdecl));
int standard(int a, int b) __attribute__((stdcall));
int fast(int a, int b) __attribute__((fastcall));
int of_this(void *object, int b) __attribute__((thiscall));
int one_register(int a, int b) __attribute__((regparm(1)));
int three_registers(int a, int b) __attribute__((__regparm__(3)));
int no_return(int a) __attribute__((regparm(2), noreturn));

typedef int (*standard_t)(int a) __attribute__((stdcall));
typedef int __attribute__((regparm(2))) (*registers_t)(int a);
struct handlers {
    standard_t standard;
    registers_t registers;
    int (*plain)(int a);
};
void take(int (*registers)(int a) __attribute__((regparm(1))));

/* Whose convention it is can't be told where a function is returned. */
typedef int __attribute__((regparm(3))) (*returned_t)(int a);
returned_t gives_one(int a);
int (*gives_other(int a))(int b) __attribute__((regparm(2)));
void (__attribute__((noreturn)) *gives_noreturn(int a))(void);
