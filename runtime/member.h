/**
 * Members by path, for memory, whose size bounds what a type alone leaves open.
 */
#ifndef ABX_MEMBER_H
#define ABX_MEMBER_H

#include "abidex.h"

/* Reads "[INDEX]" at *@pathp and goes behind it. False: it does not stand there. */
bool abx_path_take_index(const char **pathp, size_t *indexp);

/*
 * As abx_type_find_member. *@is_fixedp tells whether the member is const: itself, or
 * because something is that it is a part of, @type included.
 */
int abx_member_find(struct abx_table *table, const struct abx_type *type,
                    const char *path, struct abx_member *memberp, bool *is_fixedp,
                    struct abx_error *err);

#endif
