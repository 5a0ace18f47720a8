/* Macros that would mislead a look at their text, or take their neighbours with them. */
#define PUSHED 1
#pragma push_macro("PUSHED")
#undef PUSHED
#define PUSHED 2
#pragma pop_macro("PUSHED")

#define HIDDEN 5
#define NAMES_HIDDEN HIDDEN
#undef HIDDEN
enum { HIDDEN = 7 };

#define CHOSEN __builtin_choose_expr(1, "a", "b")
#define OVERFLOWS (1 << 40)
#define BACKWARDS (1 << -1)
#define LIST 3, 4
#define COMMA (3, 4)
#define THIRD ((__float128)1 / 3)
#define MINUS_ZERO -0.0L

#define DIGRAPH <%
#define AFTER_DIGRAPH 1 + 1
#define BEGIN() {
#define BEGINS BEGIN()
#define AFTER_BEGIN 2 + 2
#define DEEP_0 {
#define DEEP_1 DEEP_0
#define DEEP_2 DEEP_1
#define DEEP_3 DEEP_2
#define DEEP_4 DEEP_3
#define DEEP_5 DEEP_4
#define DEEP_6 DEEP_5
#define AFTER_DEEP 3 + 3
#define ROUND ABOUT
#define ABOUT ROUND
