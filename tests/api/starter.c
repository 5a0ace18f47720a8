/* A library that asks something of the program while it is loaded. */
#include <stdint.h>

#include "starter.h"

__attribute__((constructor)) static void start(void)
{
    starter_hook();
}

__attribute__((visibility("default"))) int32_t started(void);

int32_t started(void)
{
    return 1;
}
