int golden_e(void);
