/* What the table can't express takes along what holds it by value. */
typedef int vector __attribute__((vector_size(16)));
struct holds_vector {
    vector v;
};
struct holds_holder {
    struct holds_vector h;
};
struct points_to_holder {
    struct holds_vector *h;
};
typedef struct holds_vector holder;
holder golden_a(void);
int golden_b(struct holds_vector *h);
int golden_c(vector v);
extern vector golden_u;
struct fine {
    int a;
};

/* Labels that no table can say. */
int golden_s(void) __asm__("two words");
int golden_t(void) __asm__("two\nlines");
