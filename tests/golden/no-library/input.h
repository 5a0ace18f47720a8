int golden_a(int x);
#define CONSTANT 1
struct s {
    int a;
};
