/* <setjmp.h>: what returns once more, perhaps when its caller is gone. The macro setjmp calls
 * one of these, by the runtime and the processor. */
RETURNS_TWICE(_setjmp);
NEVER_FAILS(_setjmp);
REFUSE(_setjmp, "its caller is gone when longjmp comes back to it; write the jump in C");
#ifdef __x86_64__
RETURNS_TWICE(__intrinsic_setjmpex);
NEVER_FAILS(__intrinsic_setjmpex);
REFUSE(__intrinsic_setjmpex,
       "its caller is gone when longjmp comes back to it; write the jump in C");
#else
RETURNS_TWICE(_setjmp3);
NEVER_FAILS(_setjmp3);
REFUSE(_setjmp3, "its caller is gone when longjmp comes back to it; write the jump in C");
#endif
NEVER_FAILS(longjmp);
REFUSE(longjmp, "jumps out of frames that have to end, those of the binding; return an error");
