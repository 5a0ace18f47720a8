/**
 * A failure contract in words.
 */
#ifndef ABX_TOOLS_CONTRACT_TEXT_H
#define ABX_TOOLS_CONTRACT_TEXT_H

#include "abidex.h"
#include "base/buffer.h"
#include "tools/json.h"

/* One line for a reader who knows the terms: "-1, code in errno; may block". */
void abx_contract_put_line(struct abx_buffer *out, const struct abx_contract *contract);

/* Sentences, each on a line. */
void abx_contract_put_sentences(struct abx_buffer *out, const char *function,
                                const struct abx_contract *contract);

/* An object; null where the table says nothing. */
void abx_contract_put_json(struct abx_json *json, const char *key,
                           const struct abx_contract *contract);

#endif
