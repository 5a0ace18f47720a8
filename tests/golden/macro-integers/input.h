#define DECIMAL          42
#define WITH_U           42u
#define WITH_L           42L
#define WITH_UL          42UL
#define WITH_LL          42ll
#define WITH_ULL         42llU
#define OCTAL            0755
#define ZERO             0
#define HEX              0xFf
#define BINARY           0b101
#define NEGATIVE         -5
#define IN_BRACKETS      (((-5)))
#define NEGATIVE_U       -1u
#define NEGATIVE_UL      (-1UL)
#define NEGATIVE_HEX     -0x80000000
#define NOT_ZERO         ~0
#define NOT_ZERO_U       ~0u
#define INT_MAX_         2147483647
#define INT_MAX_PLUS_1   2147483648
#define INT_MIN_         (-2147483647 - 1)
#define UINT_MAX_        0xffffffff
#define UINT_MAX_PLUS_1  0x100000000
#define LONG_MAX_        9223372036854775807
#define LONG_MIN_        (-9223372036854775807L - 1L)
#define ULONG_MAX_       18446744073709551615UL
#define ULONG_MAX_HEX    0xffffffffffffffff
#define ULONG_MAX_OCTAL  01777777777777777777777
#define CHAR             'a'
#define CHAR_ESCAPE      '\n'
#define CHAR_HIGH        '\xff'
#define CHAR_WIDE        L'\x20ac'
#define CHAR_16          u'a'
#define CHAR_32          U'a'
#define CHAR_TWO         'ab'
#define SUM              (DECIMAL + WITH_L)
#define SHIFT            1 << 4
#define COMMA            1,2
#define COMMA_BRACKETS   (1, 2)
#define CONDITION        (sizeof(long) == 8 ? 1 : -1)
#define COMPARISON       (1 < 2)
#define CAST_CHAR        ((char)65)
#define CAST_SCHAR       (signed char)-1
#define CAST_UCHAR       ((unsigned char)-1)
#define CAST_SHORT       ((short)0x18000)
#define CAST_BOOL        ((_Bool)3)
#define CAST_LONG        ((unsigned long)-1)
#define SIZE             sizeof(int)
#define SIZE_MAX_        (18446744073709551615UL)
#define SPLIT            1 +\
    /* a comment */ 2
#define COMMENT          3 // and more
#define I128_MAX         ((__int128)((unsigned __int128)-1 >> 1))
#define I128_MIN         (-I128_MAX - 1)
#define I128_MINUS_1     ((__int128)-1)
#define U128_MAX         ((unsigned __int128)-1)
#define U128_SMALL       ((unsigned __int128)7)
#define TOO_LARGE        18446744073709551616
#define NO_OCTAL         08
#define BY_ZERO          (1 / 0)
#define OF_ENUM          GREEN
#define CAST_ENUM        ((enum color)1)
#define EXTENSION        __extension__ 7
enum color { RED, GREEN };
