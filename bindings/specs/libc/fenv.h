/*
 * <fenv.h>: no function touches errno. Bits that are no exceptions are ignored on x86; glibc's
 * functions fail where the processor lacks the exception, the trap or the rounding asked for.
 */
FAILS(feclearexcept, "nonzero none");
FAILS(fegetexceptflag, "nonzero none");
FAILS(feraiseexcept, "nonzero none");
FAILS(fesetexcept, "nonzero none");
FAILS(fesetexceptflag, "nonzero none");
NEVER_FAILS(fetestexcept);
NEVER_FAILS(fetestexceptflag);

FAILS(fegetround, "negative none");
FAILS(fesetround, "nonzero none");

FAILS(fegetenv, "nonzero none");
FAILS(feholdexcept, "nonzero none");
FAILS(fesetenv, "nonzero none");
FAILS(feupdateenv, "nonzero none");
FAILS(fegetmode, "nonzero none");
FAILS(fesetmode, "nonzero none");

FAILS(feenableexcept, "-1 none");
FAILS(fedisableexcept, "-1 none");
NEVER_FAILS(fegetexcept);
#ifndef __GLIBC__
NEVER_FAILS(__flt_rounds);
#endif
