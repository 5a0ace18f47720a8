/**
 * What tables share. The list of opened libraries belongs to library.c.
 */
#ifndef ABX_CONTEXT_H
#define ABX_CONTEXT_H

#include "abidex.h"
#include "runtime/lock.h"

struct abx_library;

struct abx_context {
    enum abx_engine engine; /* of functions that are found from now on */
    struct abx_lock lock;   /* guards what follows */
    struct abx_library *libraries;
};

#endif
