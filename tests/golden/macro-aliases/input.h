typedef unsigned long size_type;
struct tag {
    int a;
};
extern int golden_u;
extern struct tag *golden_v;
void golden_a(int x);
void golden_missing(int x);

#define function         golden_a
#define function_again   function
#define function_thrice  function_again
#define in_brackets      (golden_a)
#define later            defined_later
#define defined_later    golden_a
#define variable         golden_u
#define golden_v         golden_v
#define type             size_type
#define type_again       type
#define of_missing       golden_missing
#define of_nothing       nothing_like_it
#define of_struct        struct tag
#define of_int           unsigned int
#define of_const         THREE
#define THREE            3
#define self             self
#define of_tag           golden_tag
#define of_tag_again     of_tag
#define circle_a         circle_b
#define circle_b         circle_a
#define call             golden_a(1)
#define takes(x)         golden_a(x)
#define takes_alias      takes

struct golden_tag {
    int a;
};
