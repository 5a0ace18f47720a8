enum plain { PLAIN_A, PLAIN_B = 5, PLAIN_C };
enum negative { NEGATIVE_A = -1, NEGATIVE_B };
enum large { LARGE_A = 4000000000 };
enum wide { WIDE_A = 1, WIDE_B = 0x100000000 };
enum wide_negative { WIDE_NEGATIVE_A = -1, WIDE_NEGATIVE_B = 0x100000000 };
enum widest { WIDEST = 0xffffffffffffffff };
enum packed { PACKED_A, PACKED_B = 200 } __attribute__((packed));
enum packed_16 { PACKED_16 = -129 } __attribute__((packed));
enum { UNNAMED_A = 10, UNNAMED_B };
typedef enum { TYPEDEF_A, TYPEDEF_B } of_typedef;
typedef enum tagged { TAGGED_A } tagged_name;
struct with_enum {
    enum inside { INSIDE_A, INSIDE_B } first;
    enum { DEEP_A = 7 } second;
    of_typedef third;
};
enum same_values { SAME_A = 1, SAME_B = 1 };
enum plain golden_a(enum plain p, of_typedef t, enum packed k);
