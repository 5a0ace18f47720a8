int golden_a(int x[GOLDEN_SUM]);
int abs(int number);
#define TEXT    GOLDEN_TEXT
#define THREADS _REENTRANT
