#define EMPTY
#define LATER_UNDEFINED   1
#undef LATER_UNDEFINED
#define LATER_AGAIN       1
#undef LATER_AGAIN
#define LATER_AGAIN       2
#define REDEFINED         1
#define REDEFINED         3
#define WITH_ARGUMENTS(x) (x)
#define NO_ARGUMENTS()    1
#define CALLS_MACRO       WITH_ARGUMENTS(4)
#define CALLS_FUNCTION    golden_a(1)
#define CALLS_RUNTIME     (golden_a(1) + 1)
#define CALLS_BUILTIN     __builtin_alloca(1)
#define INITIALIZER       {1, 2}
#define DESIGNATED        {.a = 1}
#define STATEMENT         do {} while (0)
#define SEMICOLON         1;
#define RETURNS           return 1
#define OPENS             (
#define CLOSES            )
#define CLOSES_OPENS      )(
#define MIXED             ([)]
#define BRACE             {
#define END_BRACE         }
#define ATTRIBUTE         __attribute__((packed))
#define PRAGMA            _Pragma("once")
#define EXTERN            extern
#define ASSEMBLY          __asm__("nop")
#define LINE              __LINE__
#define COUNTER           __COUNTER__
#define FILE_NAME         __FILE__
#define LINE_AGAIN        LINE
#define HASH              #
#define TYPE              unsigned long
#define LINE_SUM          (LINE + 1)
#define LINE_OF(x)        (x + __LINE__)
#define LINE_OF_1         LINE_OF(1)
#define TYPE_POINTER      struct any *
#define KEYWORD           sizeof
#define OPERATOR          +
#define HALF              1 +
#define UNKNOWN           unknown_name
#define UNKNOWN_SUM       (unknown_name + 1)
#define VARIABLE          golden_u
#define VARIABLE_SUM      (golden_u + 1)
#define ADDRESS           (&golden_u)
#define BRACES_VALUE      ({ 1; })
#define COMPOUND          ((struct any){1})
#define TEXT_OPEN         "("
#define CHAR_OPEN         '('
#define HIDES             20
#define HIDES_SAME        HIDES_SAME
#define QUOTE_IN_COMMENT  5 /* " */
#define AFTER_ALL         99
struct any {
    int a;
};
enum { HIDES_FIRST = 1 };
#define HIDES_FIRST 2
enum { HIDES_SAME = 7 };
extern int golden_u;
int golden_a(int);
