/**
 * The attributes of a function, as C writes them and as JSON.
 */
#ifndef ABX_TOOLS_ATTRIBUTE_TEXT_H
#define ABX_TOOLS_ATTRIBUTE_TEXT_H

#include "abidex.h"
#include "base/buffer.h"
#include "tools/json.h"

/* Those that have no sentence of their own, as C writes them: "malloc (free, 1), pure". */
void abx_attributes_put_c(struct abx_buffer *out, const struct abx_function *function);

/* An object with all of them: true, or the value as the table has it. */
void abx_attributes_put_json(struct abx_json *json, const char *key,
                             const struct abx_function *function);

#endif
