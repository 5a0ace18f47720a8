#define PLAIN        "/dev/null"
#define EMPTY        ""
#define QUOTES       "a\"b\\c"
#define ESCAPES      "\a\b\f\n\r\t\v\?\'\033\x7f"
#define NUL_INSIDE   "a\0b"
#define NUL_LAST     "a\0"
#define HEX_THEN     "\x1" "2"
#define OCTAL_THEN   "\0012"
#define CONCATENATED "one" " " PLAIN
#define NON_ASCII    "é€"
#define HIGH_BYTES   "\xff\xfe"
#define UNIVERSAL    "\u00e9"
#define IN_UTF8      u8"é"
#define WIDE         L"wide é€"
#define WIDE_NUL     L"a\0b"
#define WIDE_HIGH    L"\U0001f600"
#define WIDE_THEN    L"\x20ac" L"1"
#define IN_16        u"é€"
#define IN_16_PAIR   u"\U0001f600"
#define IN_32        U"\U0001f600"
#define BRACKETS     ("in brackets")
#define TRIGRAPH     "??="
#define ALIAS        PLAIN
#define SIZE         sizeof(PLAIN)
#define ELEMENT      PLAIN[1]
#define CAST         ((const char *)PLAIN)
#define COMMENT      "/* none */" /* one */
