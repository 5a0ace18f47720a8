/**
 * Names of platforms: "x86_64-linux-gnu", as tables have them.
 */
#ifndef ABX_TARGET_PLATFORM_H
#define ABX_TARGET_PLATFORM_H

#include <stdbool.h>

#include "base/buffer.h"

/* Writes the platform's name for a compiler's triple, "x86_64-pc-linux-gnu". */
void abx_target_put_platform(struct abx_buffer *out, const char *triple);

/* Whether a platform of that name is Windows. */
bool abx_target_is_windows(const char *platform);

/* Whether two triples are of the same platform. */
bool abx_target_is_same(const char *a, const char *b);

#endif
