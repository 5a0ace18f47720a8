#define GOLDEN_NO 1
int golden_a(void);
