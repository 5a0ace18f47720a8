/**
 * The system's errno values by name. Values differ between systems and processors, so
 * tables and contracts name codes; only a call that just failed has a number.
 */
#ifndef ABX_ERRNO_NAMES_H
#define ABX_ERRNO_NAMES_H

#include <stddef.h>

/*
 * The names of one value ("EAGAIN", "EWOULDBLOCK"), the usual one at @index 0; NULL past
 * the last.
 */
const char *abx_errno_synonym(int code, size_t index);

/* The value behind a name; 0 if the system has none. */
int abx_errno_code(const char *name);

#endif
