int golden_c(void);
#define LIB_MORE 2
