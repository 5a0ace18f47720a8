int golden_a(int x);
#ifdef SWITCH
int golden_b(int x[SWITCH]);
#endif
#define VALUE SWITCH
