/* The linker's names tell the convention, those of the DLL and of C do not. */
#define WINAPI __attribute__((__stdcall__))
#define CALLBACK WINAPI
typedef int (CALLBACK *ENUMPROC)(void *handle, long data);
int WINAPI standard(int a, int b);
int plain(int a);
int __attribute__((__fastcall__)) fast(int a, int b);
int any(ENUMPROC proc, int (WINAPI *other)(int));
int labelled(void) __asm__("_any");
int labelled_too(int a, int b) __asm__("_standard@8");
int WINAPI in_short(int a);
int as_it_is(void);
struct table {
    int (WINAPI *release)(struct table *self);
};
