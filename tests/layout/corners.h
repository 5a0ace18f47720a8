/*
 * Corners of the language on which compilers are known to differ, or might: bit-fields of
 * width zero and packed ones, alignment put on members, typedefs and enumerations, empty
 * records. Which of them differ depends on the compiler and the platform: corners.sh asks.
 */
#ifndef CORNERS_H
#define CORNERS_H

/* ---- bit-fields of width zero */

struct zero_first {
    int : 0;
    char a;
};
struct zero_last {
    char a;
    int : 0;
};
struct zero_between {
    char a : 3;
    int : 0;
    char b : 3;
};
struct zero_wide {
    char a;
    long long : 0;
    char b;
};
struct zero_packed {
    char a : 3;
    int : 0;
    int b : 20;
} __attribute__((packed));
struct zero_aligned {
    char a;
    int : 0 __attribute__((aligned(8)));
    char b;
};
union zero_union {
    char a;
    long : 0;
};
struct zero_after_char {
    char a;
    short : 0;
    char b : 1;
    long long : 0;
};

/* ---- packed bit-fields */

struct packed_bits {
    char a;
    int b : 17;
    int c : 17;
} __attribute__((packed));
struct packed_member {
    char a : 4;
    int b : 30 __attribute__((packed));
    char c;
};
struct packed_aligned_member {
    char a;
    int b : 3 __attribute__((aligned(8)));
    char c;
};
struct packed_char_bits {
    unsigned a : 1;
    unsigned char b : 7 __attribute__((packed));
    unsigned char c : 5;
} __attribute__((packed));
struct packed_long_bits {
    char a;
    long long b : 40;
    int c : 5;
    long long d : 60;
} __attribute__((packed, aligned(2)));
#pragma pack(push, 2)
struct pack2_bits {
    char a;
    int b : 31;
    long long c : 33;
    char d;
};
struct pack2_zero {
    char a;
    int : 0;
    char b;
};
struct pack2_aligned {
    char a;
    int b __attribute__((aligned(8)));
};
#pragma pack(pop)
#pragma pack(push, 1)
struct pack1_wide {
    long long a : 3;
    long long b : 62;
    struct {
        int c : 1;
    } d;
};
struct pack1_aligned_bits {
    char a;
    int b : 4 __attribute__((aligned(4)));
};
#pragma pack(pop)

/* ---- alignment on typedefs and enumerations */

typedef int int_aligned_16 __attribute__((aligned(16)));
typedef int int_aligned_1 __attribute__((aligned(1)));
typedef long long long_aligned_4 __attribute__((aligned(4)));
typedef char char_aligned_8 __attribute__((aligned(8)));
enum aligned_enum { ALIGNED_ENUM_A } __attribute__((aligned(16)));
enum packed_enum { PACKED_ENUM_A, PACKED_ENUM_B = 200 } __attribute__((packed));
typedef enum { TYPEDEF_ENUM_A } aligned_enum_t __attribute__((aligned(16)));

struct uses_typedef_16 {
    char a;
    int_aligned_16 b;
};
struct uses_typedef_1 {
    char a;
    int_aligned_1 b;
    long long c;
};
struct uses_typedef_4 {
    int a;
    long_aligned_4 b;
};
struct typedef_bits {
    char a;
    int_aligned_16 b : 5;
    int_aligned_1 c : 20;
    char_aligned_8 d : 3;
    long_aligned_4 e : 40;
};
struct s { /* a tag that stands in the keyword */
    char a;
    int_aligned_16 b : 5;
};
struct typedef_bits_packed {
    char a;
    int_aligned_16 b : 5;
    char_aligned_8 c : 3;
} __attribute__((packed));
struct uses_enum {
    char a;
    enum aligned_enum b;
};
struct uses_enum_bits {
    char a;
    enum aligned_enum b : 3;
    enum packed_enum c : 8;
};
struct uses_enum_typedef {
    char a;
    aligned_enum_t b;
    aligned_enum_t c : 2;
};
struct packed_enum_typedef {
    char a;
    aligned_enum_t b;
    int_aligned_16 c;
} __attribute__((packed));

/* ---- empty records and arrays */

struct empty {};
union empty_union {};
struct has_empty {
    char a;
    struct empty b;
    int c;
};
struct empty_aligned {
} __attribute__((aligned(8)));
struct has_empty_aligned {
    char a;
    struct empty_aligned b;
    char c;
};
struct zero_array {
    int a;
    long long b[0];
};
struct flexible {
    char a;
    short b[];
};

/* ---- bool and char bit-fields, wide ones, mixed signs */

struct mixed_bits {
    _Bool a : 1;
    unsigned char b : 7;
    unsigned short c : 9;
    int d : 9;
    unsigned long long e : 33;
    _Bool f : 1;
};
struct straddling {
    unsigned short a : 9;
    unsigned short b : 9;
    unsigned int c : 30;
    unsigned long long d : 50;
    unsigned char e : 2;
};
struct unnamed_bits {
    int a : 4;
    int : 20;
    int b : 12;
    short : 3;
    char c;
};

/* ---- floating types, two of which may be the same */

long double corner_long(long double a, double b, long double c[2]);
_Complex long double corner_complex(_Complex long double z, _Complex double y);
struct long_doubles {
    char a;
    long double b;
    double c;
};

/* ---- what depends on a corner */

struct holds_corner {
    int a;
    struct typedef_bits corner;
};
struct holds_holder {
    struct holds_corner held[2];
};
struct points_to_corner {
    struct typedef_bits *corner;
    struct holds_holder *holder;
};
typedef struct typedef_bits corner_t;
struct holds_named {
    corner_t corner;
};
typedef struct {
    struct typedef_bits corner;
} unnamed_holder;
struct typedef_bits gives_corner(int a);
corner_t gives_named(void);
int takes_corner(char a, struct typedef_bits corner);
int takes_unnamed(unnamed_holder holder);
int takes_pointer(struct typedef_bits *corner, corner_t *named, unnamed_holder *unnamed);
int takes_callback(void (*callback)(struct typedef_bits *corner));
extern struct typedef_bits corner_variable;
extern struct typedef_bits *corner_pointer;
#define CORNER_SIZE ((int)sizeof(struct typedef_bits))
#define HOLDER_SIZE ((int)sizeof(struct holds_corner))

#endif
