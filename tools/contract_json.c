/*
 * A failure contract as JSON: the words of the table, which programs compare.
 */
#include "tools/contract_json.h"

void abx_contract_put_json(struct abx_json *json, const char *key,
                           const struct abx_contract *contract)
{
    size_t i;

    if (!contract->when) {
        abx_json_string(json, key, NULL);
        return;
    }
    abx_json_begin_object(json, key);
    abx_json_string(json, "when", contract->when);
    abx_json_string(json, "where", contract->where);
    abx_json_string(json, "space", contract->space);
    abx_json_bool(json, "clear", contract->clears);
    abx_json_bool(json, "fresh", contract->is_fresh);
    abx_json_bool(json, "blocks", contract->blocks);
    abx_json_string(json, "eintr", contract->eintr);
    abx_json_string(json, "timeout", contract->timeout);
    abx_json_begin_array(json, "successes");
    for (i = 0; i < contract->n_successes; i++)
        abx_json_string(json, NULL, contract->successes[i]);
    abx_json_end_array(json);
    abx_json_string(json, "texts", contract->texts);
    abx_json_string(json, "cause", contract->cause);
    abx_json_begin_array(json, "codes");
    for (i = 0; i < contract->n_codes; i++)
        abx_json_string(json, NULL, contract->codes[i]);
    abx_json_end_array(json);
    abx_json_end_object(json);
}
