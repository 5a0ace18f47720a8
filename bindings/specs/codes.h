/* The codes of errno, for contracts that name some: a table does not take <errno.h> itself, as it
 * would if its spec included that. */
#include <errno.h>
