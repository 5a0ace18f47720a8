/*
 * <math.h>. Failures were provoked on glibc 2.36 for x86-64, in each variant and rounding to
 * nearest: with 77 values for each argument, or 24 where there are three; the chief ones on six
 * other processors, too. A code comes with a result all the same, and where that is 0, subnormal
 * or infinite it often is all that the caller needs. errno alone tells: it is cleared first.
 */
#pragma once /* <complex.h>'s part includes it first, for the macros */

/*
 * FLOATS: a function's variants in the other types fail as it does. FLOATS_R is for names that
 * end in _r, OLD_FLOATS for functions that have no variants but f and l.
 * MATH: a function and its variants leave their failure in errno and nowhere else; MATH_MEANS is
 * a text of theirs. musl's never touch errno. NEVER: a function and its variants never fail.
 */
#define OLD_FLOATS(fn) LIKE(fn##f, fn); LIKE(fn##l, fn)
#define FLOATS_R(fn, r) TO_DOUBLE(fn, r); LIKE(fn##l##r, fn##r); BEYOND(fn, r, fn##r)
#define FLOATS(fn) FLOATS_R(fn, )
#define NEVER(fn) NEVER_FAILS(fn); FLOATS(fn)
#define OLD_NEVER(fn) NEVER_FAILS(fn); OLD_FLOATS(fn)
#ifdef __GLIBC__
#define MATH_FAILS(fn, ...) FAILS(fn, "any errno, clear", __VA_ARGS__)
#define MATH_MEANS MEANS
#define TO_DOUBLE(fn, r) LIKE(fn##f##r, fn##r); LIKE(fn##f32##r, fn##r); \
    LIKE(fn##f64##r, fn##r); LIKE(fn##f32x##r, fn##r)
#else
#define MATH_FAILS(fn, ...) NEVER_FAILS(fn)
#define MATH_MEANS(fn, code, text)
#define TO_DOUBLE(fn, r) LIKE(fn##f##r, fn##r)
#endif
#if defined __GLIBC__ && __HAVE_FLOAT64X
#define FLOAT64X LIKE
#else
#define FLOAT64X(fn, other)
#endif
#if defined __GLIBC__ && __HAVE_FLOAT128
#define FLOAT128 LIKE
#else
#define FLOAT128(fn, other)
#endif
#define BEYOND(fn, r, other) FLOAT64X(fn##f64x##r, other); FLOAT128(fn##f128##r, other)
#define MATH(fn, ...) MATH_FAILS(fn, __VA_ARGS__); FLOATS(fn)

/* The result would be no number, or infinite, or is too large or too small for its type. */
GROUP(domain, EDOM, "the function has no value at $")
GROUP(infinite, EDOM, "$ is infinite")
GROUP(negative, EDOM, "$ is negative")
GROUP(unit, EDOM, "$ is less than -1 or greater than 1")
GROUP(pole, ERANGE, "$, where the result is infinite")
GROUP(overflow, ERANGE, "$ makes the result too large for its type")
GROUP(underflow, ERANGE, "$ makes the result so small that it is rounded to 0")
GROUP(range, ERANGE,
      "$ makes the result too large for its type, or so small that it is rounded to 0")

/* Trigonometric and hyperbolic functions. */
MATH(acos, unit(x));
MATH(asin, unit(x));
NEVER(atan);
MATH(atan2, underflow(y or x));
MATH(cos, infinite(x));
MATH(sin, infinite(x));
MATH(tan, infinite(x));
MATH(sincos, infinite(x));
MATH(cosh, overflow(x));
MATH(sinh, overflow(x));
NEVER(tanh);
MATH(acosh, domain(x));
MATH_MEANS(acosh, EDOM, "x is less than 1");
NEVER(asinh);
MATH(atanh, unit(x), pole(x is 1 or -1));

/* Exponentials and logarithms. */
MATH(exp, range(x));
MATH(exp2, range(x));
MATH(exp10, range(x));
#ifndef __GLIBC__ /* whose pow10 went in 2.27 */
OLD_NEVER(pow10);
#endif
MATH(expm1, overflow(x));
MATH(log, negative(x), pole(x is 0));
MATH(log2, negative(x), pole(x is 0));
MATH(log10, negative(x), pole(x is 0));
MATH(log1p, domain(x), pole(x is -1));
MATH_MEANS(log1p, EDOM, "x is less than -1");
NEVER(frexp);
MATH(ldexp, range(x or exponent));
MATH(scalbn, range(x or n));
MATH(scalbln, range(x or n));
MATH_FAILS(scalb, domain(n), range(x or n)); OLD_FLOATS(scalb);
MATH_MEANS(scalb, EDOM,
           "n is not whole, or x is 0 and n infinity, or x is infinite and n minus infinity");
NEVER(modf);
NEVER(logb);
MATH(ilogb, domain(x));
MATH_MEANS(ilogb, EDOM, "x is 0, infinite or not a number");
LIKE(llogb, ilogb); FLOATS(llogb);
OLD_NEVER(significand); /* EDOM may come with a right result */

/* Powers. */
MATH(pow, domain(x), range(x or y));
MATH_MEANS(pow, EDOM, "x is negative and finite, and y is neither a whole number nor infinite");
MATH_MEANS(pow, ERANGE,
           "x is 0 and y negative, or the result is too large for its type, or rounded to 0");
MATH(sqrt, negative(x));
MATH(hypot, overflow(x or y));
NEVER(cbrt);

/* Nearest integers, remainders, neighbours. */
NEVER(ceil);
NEVER(floor);
NEVER(trunc);
NEVER(round);
#ifdef __GLIBC__ /* newer compilers have them built in where no header declares them */
NEVER(roundeven);
#endif
NEVER(rint);
NEVER(nearbyint);
NEVER(lrint);
NEVER(llrint);
NEVER(lround);
NEVER(llround);
MATH(fromfp, domain(x));
MATH_MEANS(fromfp, EDOM,
           "x is not a finite number, or does not fit into width bits once rounded");
LIKE(fromfpx, fromfp); FLOATS(fromfpx);
LIKE(ufromfp, fromfp); FLOATS(ufromfp);
LIKE(ufromfpx, fromfp); FLOATS(ufromfpx);
MATH(fmod, domain(x and y));
MATH_MEANS(fmod, EDOM, "x is infinite or y is 0, and neither is a NaN");
LIKE(remainder, fmod); FLOATS(remainder);
LIKE(drem, fmod); OLD_FLOATS(drem);
NEVER(remquo);
MATH(nextafter, range(x));
MATH_MEANS(nextafter, ERANGE,
           "the value next to x is infinite, subnormal or 0; it is returned all the same");
LIKE(nexttoward, nextafter); OLD_FLOATS(nexttoward);
NEVER(nextdown);
NEVER(nextup);

/* Signs, comparison, sums. */
NEVER(fabs);
NEVER(copysign);
MATH(fdim, overflow(x or y));
NEVER(fmax);
NEVER(fmin);
NEVER(fmaxmag);
NEVER(fminmag);
NEVER(fmaximum);
NEVER(fminimum);
NEVER(fmaximum_num);
NEVER(fminimum_num);
NEVER(fmaximum_mag);
NEVER(fminimum_mag);
NEVER(fmaximum_mag_num);
NEVER(fminimum_mag_num);
NEVER(fma);
NEVER(totalorder);
NEVER(totalordermag);

/* NaNs. setpayload fails if no NaN holds the payload, canonicalize if what x leads to encodes
 * nothing; that getpayload's x is no NaN is an answer, -1. */
NEVER(nan);
NEVER(getpayload);
FAILS(setpayload, "nonzero none"); FLOATS(setpayload);
FAILS(setpayloadsig, "nonzero none"); FLOATS(setpayloadsig);
FAILS(canonicalize, "nonzero none"); FLOATS(canonicalize);

/* Bessel, error and gamma functions: the header names no parameters. */
NEVER(j0);
MATH(j1, underflow(the argument));
MATH(jn, underflow(the second argument));
MATH(y0, negative(the argument), pole(the argument is 0));
MATH(y1, negative(the argument), pole(the argument is 0));
MATH_MEANS(y1, ERANGE,
           "the argument is 0, or so near to 0 that the result is too large for its type");
MATH(yn, negative(the second argument), pole(the second argument is 0));
MATH_MEANS(yn, ERANGE,
           "the second argument is 0, or so much less than the first that the result is too large");
NEVER(erf);
MATH(erfc, underflow(the argument));
MATH(lgamma, range(the argument));
MATH_MEANS(lgamma, ERANGE,
           "the argument is a whole number up to 0, or makes the result too large for its type");
LIKE(lgamma_r, lgamma); FLOATS_R(lgamma, _r);
LIKE(gamma, lgamma); OLD_FLOATS(gamma);
MATH(tgamma, domain(the argument), range(the argument));
MATH_MEANS(tgamma, EDOM, "the argument is a negative whole number or minus infinity");
MATH_MEANS(tgamma, ERANGE,
           "the argument is 0, or the result is too large for its type, or rounded to 0");

/*
 * Operations whose result is of a narrower type: of double to float (fadd), of long double to
 * float and double (faddl, daddl). In f32xaddf64 both are double, so that it fails as OTHER does.
 */
#ifdef __GLIBC__
#define NARROW(op, other) LIKE(f##op##l, f##op); LIKE(d##op##l, f##op); \
    LIKE(f32##op##f32x, f##op); LIKE(f32##op##f64, f##op); LIKE(f32x##op##f64, other); \
    FLOAT64X(f32##op##f64x, f##op); FLOAT64X(f32x##op##f64x, f##op); \
    FLOAT64X(f64##op##f64x, f##op); FLOAT128(f32##op##f128, f##op); \
    FLOAT128(f32x##op##f128, f##op); FLOAT128(f64##op##f128, f##op); \
    FLOAT128(f64x##op##f128, f##op)
#else
#define NARROW(op, other)
#endif
MATH_FAILS(fadd, domain(x and y), range(x or y)); NARROW(add, fadd);
MATH_MEANS(fadd, EDOM, "x and y are infinite and of opposite signs");
MATH_FAILS(fsub, domain(x and y), range(x or y)); NARROW(sub, fsub);
MATH_MEANS(fsub, EDOM, "x and y are infinite and of the same sign");
MATH_FAILS(fmul, domain(x and y), range(x or y)); NARROW(mul, fmul);
MATH_MEANS(fmul, EDOM, "one of x and y is infinite, and the other is 0");
MATH_FAILS(fdiv, domain(x and y), range(x or y)); NARROW(div, fdiv);
MATH_MEANS(fdiv, EDOM, "x and y are both 0, or both infinite");
MATH_MEANS(fdiv, ERANGE, "y is 0, or the result is too large for its type, or rounded to 0");
MATH_FAILS(fsqrt, negative(x), range(x)); NARROW(sqrt, sqrt);
NEVER_FAILS(ffma); NARROW(fma, ffma);

/* Classes of numbers: predicates, and the functions behind the macros of <math.h>. */
OLD_NEVER(finite);
OLD_NEVER(isinf);
OLD_NEVER(isnan);
#if __HAVE_DISTINCT_FLOAT128
#define HELPERS(fn) OLD_FLOATS(fn); FLOAT128(fn##f128, fn)
#else
#define HELPERS OLD_FLOATS
#endif
NEVER_FAILS(__finite); HELPERS(__finite);
NEVER_FAILS(__fpclassify); HELPERS(__fpclassify);
NEVER_FAILS(__isinf); HELPERS(__isinf);
NEVER_FAILS(__isnan); HELPERS(__isnan);
NEVER_FAILS(__issignaling); HELPERS(__issignaling);
NEVER_FAILS(__signbit); HELPERS(__signbit);
NEVER_FAILS(__iscanonicall);
MATH_FAILS(__iseqsig, domain(x and y)); HELPERS(__iseqsig);
MATH_MEANS(__iseqsig, EDOM, "x or y is not a number");

#ifdef __i386__
UNTOLD(__expl, "internal: inline functions that old programs were built with call it");
UNTOLD(__expm1l, "internal: inline functions that old programs were built with call it");
#endif
