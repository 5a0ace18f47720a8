/*
 * What leaves the stack of the binding that called it.
 */
#ifndef _UCRT
RETURNS_TWICE(_setjmp);
#endif
REFUSE(longjmp, "jumps over the frames of the binding; return an error to the caller instead");
