/*
 * Types and functions for people: what a host shows where its language has help texts. All
 * of it comes from the table, for any platform, and nothing is loaded or called for it
 * unless the function was resolved.
 */
#include <stdio.h>

#include "runtime/cdecl.h"
#include "runtime/contract_text.h"
#include "runtime/function.h"

/* Ends @text, and hands it over as snprintf does. */
static size_t hand_over(struct abx_buffer *text, char *buffer, size_t size)
{
    size_t length = text->failed ? 0 : text->size;

    if (size > 0)
        snprintf(buffer, size, "%s", text->failed ? "" : abx_buffer_text(text));
    abx_buffer_finish(text);
    return length;
}

size_t abx_type_declare(struct abx_table *table, const struct abx_type *type,
                        const char *name, char *buffer, size_t size)
{
    struct abx_buffer text = {0};

    abx_cdecl_put(&text, table, type, name);
    return hand_over(&text, buffer, size);
}

static void put_codes(struct abx_buffer *out, const struct abx_function *function)
{
    const struct abx_contract *contract = abx_function_contract(function);

    for (size_t i = 0; i < contract->n_codes; i++) {
        const char *text = NULL;
        int status =
            abx_function_explain(function, contract->codes[i], &text, NULL, NULL, NULL);

        if (status == ABX_NO_MEMORY)
            out->failed = true;
        abx_buffer_printf(out, "    %s: %s\n", contract->codes[i],
                          status == ABX_OK ? text : "the table has no text for it");
    }
}

size_t abx_function_describe(const struct abx_function *function, char *buffer,
                             size_t size)
{
    const char *name = abx_function_name(function);
    struct abx_buffer text = {0};

    abx_cdecl_put(&text, function->table, abx_function_type(function), name);
    abx_buffer_putc(&text, '\n');
    abx_nonnull_put(&text, function, "not NULL: ", "\n");
    abx_contract_put_sentences(&text, name, abx_function_contract(function));
    abx_attributes_put_sentences(&text, function);
    put_codes(&text, function);
    return hand_over(&text, buffer, size);
}
