/**
 * What the tables of a context share.
 */
#ifndef ABX_CONTEXT_H
#define ABX_CONTEXT_H

#include "runtime/library.h"

struct abx_context {
    struct abx_libraries libraries;
};

#endif
