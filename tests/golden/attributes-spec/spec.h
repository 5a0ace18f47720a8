/* What headers tell to other compilers only, and what no header tells. */
#define GONE(function, number) ATTRIBUTE(malloc(function, number))
#include "callee.h"

LIBRARY("golden-callee.so")
HAS_ATTRIBUTE(golden_c, format(printf, 1, 2), nonnull);
HAS_ATTRIBUTE(golden_d, returns_twice);
HAS_BUFFER(golden_e, 1, 2);
HAS_ARRAY(golden_e, 3, 4, 2);
FREES_ON_SUCCESS(golden_b, 1);
HOLDS(golden_e, 3, 2);
HAS_ATTRIBUTE(golden_lacking, malloc);
