#define EBADF 9
int golden_a(void);
