#ifdef __s390x__
typedef long target_word;
#endif
#if __GNUC__ == 99
#error "what the compiler is, the parser is not"
#endif
