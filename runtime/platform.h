/**
 * The platform: of this library, and of the table that is read.
 */
#ifndef ABX_PLATFORM_H
#define ABX_PLATFORM_H

#include "abidex.h"

/* What a table's header says of its platform. */
struct abx_data_model {
    unsigned long_size;
    unsigned pointer_size;
    unsigned long_double_size;
    unsigned long_double_align;
    bool is_big_endian;
    bool is_char_signed;
    unsigned long_long_align; /* of 8-byte integers and doubles inside a record */
    unsigned int128_align;    /* of 16-byte integers and floats */
    unsigned va_list_size;
    unsigned va_list_align;
};

/* The floating type behind this platform's long double: "f80", "f128", "ibm128" or "f64".
 */
const char *abx_platform_long_double(void);

/* Whether this platform is big-endian. */
bool abx_platform_is_big_endian(void);

/*
 * What the header of a table for this platform says under the @index-th of its keys, in
 * the order of bindings/FORMAT.md. Writes the value to @buffer; returns the key, NULL
 * past the end.
 */
const char *abx_platform_property(size_t index, char *buffer, size_t size);

/* Fills in what does not stand in the header but follows from the platform's name. */
void abx_platform_complete(const char *platform, struct abx_data_model *model);

#endif
