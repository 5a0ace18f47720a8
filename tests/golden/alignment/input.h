struct packed {
    char c;
    int i;
    long l;
} __attribute__((packed));
struct packed_2 {
    char c;
    int i;
    long l;
} __attribute__((packed, aligned(2)));
#pragma pack(push, 4)
struct pragma_4 {
    char c;
    long l;
};
#pragma pack(pop)
struct aligned {
    char c;
} __attribute__((aligned(64)));
struct aligned_member {
    char c;
    char d __attribute__((aligned(16)));
    _Alignas(8) char e;
};
struct packed_member {
    char c;
    int i __attribute__((packed));
};

/* A typedef with an alignment of its own, larger and smaller. */
typedef int over_int __attribute__((aligned(16)));
typedef long under_long __attribute__((aligned(4)));
typedef struct packed over_packed __attribute__((aligned(32)));
typedef over_int same_over_int;
typedef struct {
    char c;
} __attribute__((aligned(8))) over_unnamed;
struct of_typedefs {
    char c;
    over_int i;
    char d;
    under_long l;
};

struct of_wide {
    char c;
    __int128 i;
    char d;
    long double ld;
};
