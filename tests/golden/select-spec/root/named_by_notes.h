int golden_d(void);
