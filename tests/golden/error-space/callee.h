#define GOLDEN_NO 1
int golden_a(void);
int golden_b(void);
int golden_c(void);
