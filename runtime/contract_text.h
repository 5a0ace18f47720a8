/**
 * A function in words: how it fails, and what its caller should know.
 */
#ifndef ABX_CONTRACT_TEXT_H
#define ABX_CONTRACT_TEXT_H

#include "abidex.h"
#include "base/buffer.h"

/* One line for a reader who knows the terms: "-1, code in errno; may block". */
void abx_contract_put_line(struct abx_buffer *out, const struct abx_contract *contract);

/* Sentences, each on a line. */
void abx_contract_put_sentences(struct abx_buffer *out, const char *function,
                                const struct abx_contract *contract);

/* What whoever calls the function should know, in sentences, each on a line. */
void abx_attributes_put_sentences(struct abx_buffer *out,
                                  const struct abx_function *function);

/* The name of parameter @index, or its number from 1, written to @number. */
const char *abx_parameter_label(const struct abx_function *function, size_t index,
                                char *number, size_t size);

/* The parameters that may not be NULL, between two texts; nothing where there are none. */
void abx_nonnull_put(struct abx_buffer *out, const struct abx_function *function,
                     const char *before, const char *after);

#endif
