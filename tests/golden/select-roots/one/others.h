int golden_b(void);
#define OTHERS 1
