#ifndef GONE
int golden_c(void);
#endif
