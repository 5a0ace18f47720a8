struct s {
    int a
};
int golden_b(int;
