/**
 * The words of failure contracts that the generator checks in specs and the runtime in
 * tables: bindings/FORMAT.md, "Failure contracts".
 */
#ifndef ABX_CONTRACT_WORDS_H
#define ABX_CONTRACT_WORDS_H

#include <stdbool.h>

/* "-1", "NULL", "nonzero", "any", the name of a constant, … */
bool abx_contract_is_when(const char *word);

/* Whether a word that is_when accepts is the name of a constant: "MAP_FAILED". */
bool abx_contract_is_constant(const char *word);

/* "errno", "result", "-result", "none", each with or without a space: "result/EAI_". */
bool abx_contract_is_where(const char *word);

/* "clear", "blocks", "eintr=retry", … */
bool abx_contract_is_flag(const char *word);

#endif
