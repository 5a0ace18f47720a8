union plain {
    char c;
    int i;
    double d;
    char bytes[12];
};
typedef union {
    int i;
    float f;
} unnamed;
union nested {
    struct {
        int x, y;
    };
    struct point {
        int x, y;
    } p;
    unnamed u;
};
union incomplete;
typedef union incomplete *pointer;
union empty {
};
int golden_a(union plain by_value, unnamed u);
