#ifndef GONE
#define GONE(function, number)
#endif
struct file;
struct file *golden_a(const char *name) GONE(golden_b, 1) GONE(__builtin_free, 2);
int golden_b(struct file *file);
int golden_c(const char *format, ...);
int golden_d(void);
int golden_e(void *buffer, int n, struct file *files, unsigned m);
