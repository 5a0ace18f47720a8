typedef float a_float;
typedef double a_double;
typedef long double a_long_double;
typedef __float128 a_float128;
typedef float _Complex a_complex_float;
typedef double _Complex a_complex_double;
typedef long double _Complex a_complex_long_double;

struct of_floats {
    float f;
    long double ld;
    float _Complex c;
    __float128 q;
    double _Complex z[2];
};

long double golden_a(long double x, double _Complex z);
