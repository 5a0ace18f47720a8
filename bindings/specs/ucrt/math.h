/*
 * <math.h>, <float.h>, <fenv.h>, <complex.h>. A code comes with a result all the same, and if
 * that is 0, subnormal or infinite it often is all that the caller needs. errno alone tells: it
 * is cleared first.
 */
#define FLOATS(fn) LIKE(fn##f, fn); LIKE(fn##l, fn)
#define MATH(fn, ...) FAILS(fn, "any errno, clear", __VA_ARGS__); FLOATS(fn)
#define NEVER(fn) NEVER_FAILS(fn); FLOATS(fn)

/* The result would be no number, infinite, or too large or too small for its type. */
GROUP(domain, EDOM, "the function has no value at $")
GROUP(pole, ERANGE, "the result is infinite at $, or does not fit in its type")
GROUP(infinite, EDOM, "$ is infinite")
GROUP(negative, EDOM, "$ is negative")
GROUP(unit, EDOM, "$ is less than -1 or greater than 1")
GROUP(overflow, ERANGE, "$ makes the result too large for its type")
GROUP(range, ERANGE,
      "$ makes the result too large for its type, or so small that it is rounded to 0")

/* Trigonometric and hyperbolic functions. */
MATH(acos, unit(the argument));
MATH(asin, unit(the argument));
NEVER(atan);
NEVER(atan2);
MATH(cos, infinite(the argument));
MATH(sin, infinite(the argument));
MATH(tan, infinite(the argument));
MATH(cosh, overflow(the argument));
MATH(sinh, overflow(the argument));
NEVER(tanh);
MATH(acosh, domain(the argument));
MEANS(acosh, EDOM, "the argument is less than 1");
NEVER(asinh);
MATH(atanh, domain(the argument), pole(the argument));
MEANS(atanh, EDOM, "the argument is less than -1 or greater than 1");
MEANS(atanh, ERANGE, "the argument is 1 or -1, where the result is infinite");

/* Exponentials, logarithms, powers. */
MATH(exp, range(the argument));
MATH(exp2, range(the argument));
MATH(expm1, overflow(the argument));
MATH(log, domain(the argument), pole(the argument));
MEANS(log, EDOM, "the argument is negative");
MEANS(log, ERANGE, "the argument is 0, where the result is infinite");
LIKE(log2, log); FLOATS(log2);
LIKE(log10, log); FLOATS(log10);
MATH(log1p, domain(the argument), pole(the argument));
MEANS(log1p, EDOM, "the argument is less than -1");
MEANS(log1p, ERANGE, "the argument is -1, where the result is infinite");
NEVER(frexp);
MATH(ldexp, range(the argument or the exponent));
MATH(scalbn, range(the argument or the exponent));
MATH(scalbln, range(the argument or the exponent));
LIKE(_scalb, scalbn);
NEVER(modf);
MATH(logb, pole(the argument));
MEANS(logb, ERANGE, "the argument is 0, where the result is infinite");
LIKE(_logb, logb);
LIKE(_logbf, logb);
MATH(ilogb, domain(the argument));
MEANS(ilogb, EDOM, "the argument is 0, infinite or not a number");
MATH(pow, domain(the argument), pole(the argument));
MEANS(pow, EDOM, "_X is negative and finite, and _Y is no whole number");
MEANS(pow, ERANGE,
      "_X is 0 and _Y negative, or the result is too large for its type, or rounded to 0");
MATH(sqrt, negative(the argument));
MATH(hypot, overflow(a side));
LIKE(_hypot, hypot);
LIKE(_hypotf, hypot);
LIKE(_cabs, hypot);
NEVER(cbrt);

/* Nearest integers, remainders, neighbours. */
NEVER(ceil);
NEVER(floor);
NEVER(trunc);
NEVER(round);
NEVER(rint);
NEVER(nearbyint);
MATH(lrint, domain(the argument));
MEANS(lrint, EDOM, "the argument is not a number, or does not fit in the result");
LIKE(llrint, lrint); FLOATS(llrint);
LIKE(lround, lrint); FLOATS(lround);
LIKE(llround, lrint); FLOATS(llround);
MATH(fmod, domain(the argument));
MEANS(fmod, EDOM, "the first argument is infinite, or the second is 0");
LIKE(remainder, fmod); FLOATS(remainder);
LIKE(remquo, fmod); FLOATS(remquo);
MATH(nextafter, pole(the argument));
MEANS(nextafter, ERANGE,
      "the next value is infinite, subnormal or 0; it is returned all the same");
LIKE(nexttoward, nextafter); FLOATS(nexttoward);
LIKE(_nextafter, nextafter);
LIKE(_nextafterf, nextafter);

/* Signs, comparison, sums, NaNs. */
NEVER(fabs);
NEVER(copysign);
NEVER_FAILS(_copysign);
NEVER_FAILS(_copysignf);
NEVER_FAILS(_chgsign);
NEVER_FAILS(_chgsignf);
NEVER_FAILS(chgsign);
MATH(fdim, overflow(an argument));
NEVER(fmax);
NEVER(fmin);
NEVER(fma);
NEVER(nan);

/* Bessel, error and gamma functions. */
FAILS(_j0, "any errno, clear", range(the last argument));
LIKE(_j1, _j0);
LIKE(_jn, _j0);
LIKE(j0, _j0);
LIKE(j1, _j0);
LIKE(jn, _j0);
FAILS(_y0, "any errno, clear", EDOM, ERANGE);
MEANS(_y0, EDOM, "the last argument is negative");
MEANS(_y0, ERANGE, "the last argument is 0, or makes the result too large for its type");
LIKE(_y1, _y0);
LIKE(_yn, _y0);
LIKE(y0, _y0);
LIKE(y1, _y0);
LIKE(yn, _y0);
NEVER(erf);
MATH(erfc, pole(the argument));
MEANS(erfc, ERANGE, "the argument makes the result so small that it is rounded to 0");
MATH(lgamma, pole(the argument));
MEANS(lgamma, ERANGE,
      "the argument is a whole number up to 0, or makes the result too large for its type");
MATH(tgamma, domain(the argument), pole(the argument));
MEANS(tgamma, EDOM, "the argument is a negative whole number or minus infinity");
MEANS(tgamma, ERANGE, "the argument is 0, or the result is too large for its type");

/* Classes of numbers. */
NEVER_FAILS(_finite);
NEVER_FAILS(_finitef);
NEVER_FAILS(finite);
NEVER_FAILS(_isnan);
NEVER_FAILS(_isnanf);
NEVER_FAILS(_fpclass);
NEVER_FAILS(_fpclassf);
NEVER_FAILS(fpclass);
#pragma push_macro("__setusermatherr") /* lets it stand for mingw's own */
#undef __setusermatherr
NEVER_FAILS(__setusermatherr);
CALLS_BACK(__setusermatherr, 1, kept);
#pragma pop_macro("__setusermatherr")

/* <float.h>: the processor's control and status words. */
NEVER_FAILS(_clearfp);
NEVER_FAILS(_statusfp);
NEVER_FAILS(_control87);
NEVER_FAILS(_controlfp);
NEVER_FAILS(_fpreset);
NEVER_FAILS(_set_SSE2_enable);
NEVER_FAILS(fpreset);
FAILS(_controlfp_s, "nonzero result", EINVAL);
MEANS(_controlfp_s, EINVAL, "_Mask or _NewValue asks for what the control word does not have");

/* <fenv.h>: no function touches errno. */
FAILS(feclearexcept, "nonzero none");
FAILS(fegetexceptflag, "nonzero none");
FAILS(feraiseexcept, "nonzero none");
FAILS(fesetexceptflag, "nonzero none");
NEVER_FAILS(fetestexcept);
FAILS(fegetround, "negative none");
FAILS(fesetround, "nonzero none");
FAILS(fegetenv, "nonzero none");
FAILS(feholdexcept, "nonzero none");
FAILS(fesetenv, "nonzero none");
FAILS(feupdateenv, "nonzero none");

/* <complex.h>: no document tells of a code. */
NEVER(cabs);
NEVER(cacos);
NEVER(cacosh);
NEVER(carg);
NEVER(casin);
NEVER(casinh);
NEVER(catan);
NEVER(catanh);
NEVER(ccos);
NEVER(ccosh);
NEVER(cexp);
NEVER(cimag);
NEVER(clog);
NEVER(conj);
NEVER(cpow);
NEVER(cproj);
NEVER(creal);
NEVER(csin);
NEVER(csinh);
NEVER(csqrt);
NEVER(ctan);
NEVER(ctanh);
