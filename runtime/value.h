/**
 * Tagged values against the bytes of C objects. The one place where a value is checked
 * against a type, so that arguments, members and constants obey the same rules.
 *
 * Messages do not name the argument or member ("takes 0 to 255, got 256"): the caller,
 * who knows the name, puts it in front with abx_value_blame.
 */
#ifndef ABX_VALUE_H
#define ABX_VALUE_H

#include "abidex.h"

/*
 * Stores @value as an object of @type at @to, which has room for it and needs no
 * alignment. Nothing is stored unless it fits. The rules of a member: a pointer takes
 * ABX_VALUE_POINTER and memory whose type agrees, but no string, whose lifetime nobody
 * knows; a narrow character array takes a string that fits with its zero; a struct,
 * union, array or complex number takes memory of the same type. ABX_OK; ABX_REFUSED;
 * ABX_BROKEN; ABX_NO_MEMORY.
 */
int abx_value_store(struct abx_table *table, const struct abx_type *type,
                    const struct abx_value *value, void *to, struct abx_error *err);

/*
 * The same with the rules of an argument: besides, a pointer to constant characters takes
 * a string without a zero inside, and one to constant void or bytes any string.
 */
int abx_value_store_argument(struct abx_table *table, const struct abx_type *type,
                             const struct abx_value *value, void *to,
                             struct abx_error *err);

/*
 * Reads the object of @type at @from. A struct, union, array or complex number becomes
 * memory of its own with a copy, the caller's. ABX_OK; ABX_REFUSED where no value holds
 * the type (void, a floating format that this platform lacks); ABX_NO_MEMORY.
 */
int abx_value_load(struct abx_table *table, const struct abx_type *type, const void *from,
                   struct abx_value *valuep, struct abx_error *err);

/* The same for a bit-field of the record at @record. */
int abx_value_store_bits(struct abx_table *table, const struct abx_member *member,
                         const struct abx_value *value, void *record,
                         struct abx_error *err);
void abx_value_load_bits(struct abx_table *table, const struct abx_member *member,
                         const void *record, struct abx_value *valuep);

/*
 * Whether a pointer to @pointee may hold the address of an object of type @given: the
 * same type behind typedefs and qualifiers, void on either side, anything for pointers to
 * bytes, which are u8. ABX_OK; ABX_REFUSED; what looking up pointees of pointees answers.
 */
int abx_value_check_pointee(struct abx_table *table, const struct abx_type *pointee,
                            const struct abx_type *given, struct abx_error *err);

/* Puts "@name " in front of the message of a refusal and returns @status. */
int abx_value_blame(struct abx_error *err, int status, const char *name);

#endif
