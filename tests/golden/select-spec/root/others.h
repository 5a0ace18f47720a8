typedef int others_t;
others_t golden_b(void); /* the spec tells how it fails, so it is taken */
int golden_c(void);
int golden_e(void);
#define OTHERS_FAILED   ((others_t)-1)
#define OTHERS_EBADF    9
#define OTHERS_UNLISTED 10
#define OTHERS_UNUSED   11
#define OTHERS_EAI_AGAIN  -3
#define OTHERS_EAI_FAIL   -4
