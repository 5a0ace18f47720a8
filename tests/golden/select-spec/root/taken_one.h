int golden_f(void);
