/**
 * What tables share. The list of opened libraries belongs to library.c.
 */
#ifndef ABX_CONTEXT_H
#define ABX_CONTEXT_H

#include <pthread.h>

#include "abidex.h"

struct abx_library;

struct abx_context {
    pthread_mutex_t lock; /* guards what follows */
    struct abx_library *libraries;
};

#endif
