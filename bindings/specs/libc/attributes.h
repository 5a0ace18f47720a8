/*
 * What glibc's headers tell to some compilers only: which function takes memory back, for GCC 11
 * and later; how large it is, for GCC 4.3; that a result has to be looked at, where the program is
 * fortified. Their macros are defined again, so that every compiler reads what the headers say.
 */
#ifdef __GLIBC__
#include <sys/cdefs.h>

#undef __attr_dealloc
#define __attr_dealloc(function, number) ATTRIBUTE(malloc(function, number))
#undef __attr_dealloc_free
#define __attr_dealloc_free __attr_dealloc(free, 1)
#undef __attribute_alloc_size__
#define __attribute_alloc_size__(numbers) __attribute__((__alloc_size__ numbers))
#undef __wur
#define __wur __attribute__((__warn_unused_result__))
#endif
