struct bits {
    unsigned a : 3;
    unsigned b : 5;
    int c : 7;
    signed char d : 2;
    _Bool e : 1;
    unsigned long f : 40;
};
struct padded {
    unsigned a : 3;
    unsigned : 4;
    unsigned b : 1;
    unsigned : 0;
    unsigned c : 2;
};
struct straddling {
    unsigned char a : 5;
    unsigned char b : 5;
    unsigned short c : 9;
    unsigned d : 31;
    unsigned e : 2;
};
struct packed {
    unsigned a : 3;
    unsigned b : 31;
    unsigned long c : 33;
} __attribute__((packed));
struct among_others {
    char before;
    int a : 9;
    char after;
    long b : 1;
};
enum three { ONE = 1, TWO, THREE };
typedef unsigned int word;
struct of_types {
    enum three e : 2;
    word w : 30;
    const unsigned q : 4;
};
union of_bits {
    unsigned a : 3;
    unsigned long b : 50;
    struct {
        int sign : 1;
        int : 7;
    };
};
struct only_unnamed {
    int : 5;
    char c;
};
