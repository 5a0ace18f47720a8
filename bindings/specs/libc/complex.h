/*
 * <complex.h>. No document says that these functions set errno, and most never do; some do
 * through the real functions that they call, and then often in one type and not in another.
 */
#include "math.h" /* for NEVER and MATH */

/* UP_TO_DOUBLE: fails with ERANGE, but not in long double and beyond, nor in i386's double. */
#ifndef __GLIBC__
#define UP_TO_DOUBLE(fn, text) NEVER(fn)
#elif defined __NO_LONG_DOUBLE_MATH /* long double is double */
#define UP_TO_DOUBLE(fn, text) MATH(fn); MATH_MEANS(fn, ERANGE, text)
#elif defined __i386__
#define UP_TO_DOUBLE(fn, text) NEVER_FAILS(fn); LIKE(fn##f64, fn); LIKE(fn##f32x, fn); \
    LIKE(fn##l, fn); BEYOND(fn, , fn); \
    MATH_FAILS(fn##f); MATH_MEANS(fn##f, ERANGE, text); LIKE(fn##f32, fn##f)
#else
#define UP_TO_DOUBLE(fn, text) MATH_FAILS(fn); MATH_MEANS(fn, ERANGE, text); TO_DOUBLE(fn, ); \
    NEVER_FAILS(fn##l); BEYOND(fn, , fn##l)
#endif

MATH(cabs);
MATH_MEANS(cabs, ERANGE, "z makes the result too large for its type");
MATH(carg);
MATH_MEANS(carg, ERANGE,
           "the imaginary part of z is so near to 0 that the result is rounded to 0");
NEVER(cacos);
NEVER(casin);
UP_TO_DOUBLE(catan, "z is i or -i, where the result is infinite");
NEVER(ccos);
NEVER(csin);
NEVER(ctan);
NEVER(cacosh);
NEVER(casinh);
UP_TO_DOUBLE(catanh, "z is 1 or -1, where the result is infinite");
NEVER(ccosh);
NEVER(csinh);
NEVER(ctanh);
UP_TO_DOUBLE(cexp, "the real part of z makes the result so small that it is rounded to 0");
NEVER(clog);
NEVER(clog10);
NEVER_FAILS(__clog10); OLD_FLOATS(__clog10);
UP_TO_DOUBLE(cpow, "the result is so small that it is rounded to 0");
NEVER(csqrt);
NEVER(cimag);
NEVER(creal);
NEVER(conj);
NEVER(cproj);
