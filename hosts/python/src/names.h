/**
 * The mappings of a table, by name: functions, constants, variables, types.
 */
#ifndef ABX_PYTHON_NAMES_H
#define ABX_PYTHON_NAMES_H

#include "host.h"

extern PyType_Spec host_names_spec;

/* A mapping of the table: ABX_KIND_FN, ABX_KIND_CONST, ABX_KIND_VAR; ABX_KIND_TYPEDEF for
 * all types. */
PyObject *host_names_create(struct host_table *table, enum abx_kind kind);

/* A list of the names of one mapping. */
PyObject *host_names_list(struct host_table *table, enum abx_kind kind);

#endif
