/* What differs between platforms, in few lines and without a system header. */
struct cross_bits {
    unsigned a : 3;
    int b : 5;
    long long c : 40;
};
struct cross_mixed {
    char c;
    long l;
    double d;
};
#define CROSS_WIDE   L"a\u20ac"
#define CROSS_NUMBER (-5)
#define CROSS_LONG   1.5L
#define CROSS_ULONG  (~0ul)
int cross_call(long a, long long b) __asm__("renamed");
