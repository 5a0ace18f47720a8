int golden_g(void);
