typedef char a_char;
typedef signed char a_schar;
typedef unsigned char a_uchar;
typedef short a_short;
typedef unsigned short int a_ushort;
typedef int a_int;
typedef unsigned a_uint;
typedef long a_long;
typedef unsigned long a_ulong;
typedef long long a_llong;
typedef unsigned long long int a_ullong;
typedef __int128 a_int128;
typedef unsigned __int128 a_uint128;
typedef _Bool a_bool;
typedef __SIZE_TYPE__ size_t;
typedef __WCHAR_TYPE__ wchar_t;
typedef __INT8_TYPE__ int8_t;
typedef __UINTMAX_TYPE__ uintmax_t;

/* Chains keep each name. */
typedef a_long chain_1;
typedef chain_1 chain_2;
typedef const chain_2 chain_3;
typedef volatile chain_3 *chain_4;

/* The same name twice is one line. */
typedef int a_int;

/* A typedef named like a word of the table is written resolved. */
typedef unsigned int u32;
typedef u32 uses_u32;
