/* In a folder above: not the header's own, quotes or not. */
int golden_b(void);
#define BESIDE 2
