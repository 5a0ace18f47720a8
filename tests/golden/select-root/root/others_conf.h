int golden_g(void);
#define OTHERS_CONF 4
