int golden_a(void);
