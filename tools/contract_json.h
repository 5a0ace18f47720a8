/**
 * A failure contract for programs.
 */
#ifndef ABX_TOOLS_CONTRACT_JSON_H
#define ABX_TOOLS_CONTRACT_JSON_H

#include "abidex.h"
#include "tools/json.h"

/* An object; null where the table says nothing. */
void abx_contract_put_json(struct abx_json *json, const char *key,
                           const struct abx_contract *contract);

#endif
