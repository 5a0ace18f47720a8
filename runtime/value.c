/*
 * Values into bytes. One function per kind of type; each checks everything before it
 * writes anything, so that a refusal leaves the object as it was.
 */
#include "runtime/value.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "runtime/callback_use.h"
#include "runtime/error.h"
#include "runtime/floating.h"
#include "runtime/memory.h"
#include "runtime/object.h"
#include "runtime/table.h"
#include "runtime/type.h"
#include "runtime/wide.h"

enum { LABEL = 80 };

/* What the storing functions work on. */
struct store {
    struct abx_table *table;
    const struct abx_type *type; /* stripped */
    const struct abx_value *value;
    void *to;
    bool is_argument;
    struct abx_error *err;
};

static const char *describe(const struct abx_value *value)
{
    static const char *const names[] = {
        [ABX_VALUE_NONE] = "nothing",
        [ABX_VALUE_INT] = "an integer",
        [ABX_VALUE_UINT] = "an integer",
        [ABX_VALUE_FLOAT] = "a floating-point number",
        [ABX_VALUE_LONG_DOUBLE] = "a floating-point number",
        [ABX_VALUE_POINTER] = "a pointer",
        [ABX_VALUE_STRING] = "a string",
        [ABX_VALUE_MEMORY] = "memory",
        [ABX_VALUE_CALLBACK] = "a callback",
    };

    return (unsigned)value->kind < sizeof(names) / sizeof(*names) ? names[value->kind]
                                                                  : "a value of no kind";
}

static int need_bytes(const struct store *s, size_t least)
{
    size_t size = s->value->memory->size;

    if (size >= least)
        return ABX_OK;
    return abx_error_refuse(s->err, ABX_REASON_VALUE,
                            "needs memory of %zu bytes, got %zu", least, size);
}

static bool is_integer(const struct abx_value *value)
{
    return value->kind == ABX_VALUE_INT || value->kind == ABX_VALUE_UINT;
}

/* ---- integers ---- */

static int check_integer(const struct abx_value *value, unsigned width, bool is_signed,
                         struct abx_wide *widep, struct abx_error *err)
{
    char least[ABX_WIDE_TEXT];
    char most[ABX_WIDE_TEXT];
    char got[ABX_WIDE_TEXT];

    if (!is_integer(value))
        return abx_error_refuse(err, ABX_REASON_KIND, "takes an integer, got %s",
                                describe(value));
    *widep = abx_wide_of_value(value);
    if (abx_wide_fits(*widep, width, is_signed))
        return ABX_OK;
    abx_wide_format(abx_wide_limit(width, is_signed, false), least);
    abx_wide_format(abx_wide_limit(width, is_signed, true), most);
    abx_wide_format(*widep, got);
    return abx_error_refuse(err, ABX_REASON_RANGE, "takes %s to %s, got %s", least, most,
                            got);
}

static int store_integer(struct store *s)
{
    unsigned width =
        s->type->kind == ABX_TYPE_BOOL ? 1 : (unsigned)s->type->size * CHAR_BIT;
    struct abx_wide wide = {0};
    int status = check_integer(s->value, width, s->type->is_signed, &wide, s->err);

    if (status == ABX_OK)
        abx_wide_put(wide, s->to, s->type->size, s->table->model.is_big_endian);
    return status;
}

/* ---- floats ---- */

/* Integers of up to 64 bits. */
static bool get_integer(const struct abx_value *value, long double *numberp)
{
    struct abx_wide wide = abx_wide_of_value(value);

    if (abx_wide_fits(wide, 64, false))
        *numberp = (long double)wide.low;
    else if (abx_wide_fits(wide, 64, true))
        *numberp = (long double)(int64_t)wide.low;
    else
        return false;
    return wide.is_negative ? (int64_t)*numberp == (int64_t)wide.low
                            : *numberp < 0x1p64L && (uint64_t)*numberp == wide.low;
}

static bool get_number(const struct abx_value *value, long double *numberp)
{
    if (is_integer(value))
        return get_integer(value, numberp);
    if (value->kind == ABX_VALUE_FLOAT)
        *numberp = (long double)value->f;
    else if (value->kind == ABX_VALUE_LONG_DOUBLE)
        *numberp = value->ld;
    else
        return false;
    return true;
}

/* Apart from storing, since the label takes memory and most numbers fit. */
static int refuse_float(const struct store *s, bool is_number, long double number)
{
    char label[LABEL];

    abx_type_label(s->type, label, sizeof(label));
    if (!abx_float_is_native(s->type))
        return abx_error_refuse(s->err, ABX_REASON_VALUE,
                                "is %s, which this platform does not compute with",
                                label);
    if (!is_number && !is_integer(s->value))
        return abx_error_refuse(s->err, ABX_REASON_KIND,
                                "takes a floating-point number, got %s",
                                describe(s->value));
    if (!is_number)
        return abx_error_refuse(s->err, ABX_REASON_RANGE,
                                "takes integers that %s holds exactly", label);
    if (is_integer(s->value))
        return abx_error_refuse(s->err, ABX_REASON_RANGE,
                                "takes integers that %s holds exactly, got %.0Lf", label,
                                number);
    return abx_error_refuse(s->err, ABX_REASON_RANGE,
                            "takes numbers in the range of %s, got %Lg", label, number);
}

static int store_float(struct store *s)
{
    long double number = 0;
    bool is_number = get_number(s->value, &number);

    if (is_number && abx_float_is_native(s->type) &&
        abx_float_store(s->type, number, is_integer(s->value), s->to,
                        s->table->model.is_big_endian))
        return ABX_OK;
    return refuse_float(s, is_number, number);
}

/* ---- pointers ---- */

static bool is_byte(const struct abx_type *type)
{
    return type->kind == ABX_TYPE_CHAR || (type->kind == ABX_TYPE_INT && type->size == 1);
}

static bool is_u8(const struct abx_type *type)
{
    return type->kind == ABX_TYPE_INT && type->size == 1 && !type->is_signed;
}

int abx_value_check_pointee(struct abx_table *table, const struct abx_type *pointee,
                            const struct abx_type *given, struct abx_error *err)
{
    const struct abx_type *wanted = abx_type_strip(pointee);
    const struct abx_type *got = abx_type_strip(given);
    char labels[2][LABEL];
    int status;

    (void)table;
    if (wanted->kind == ABX_TYPE_VOID || got->kind == ABX_TYPE_VOID || is_u8(wanted))
        return ABX_OK;
    while (got->kind == ABX_TYPE_ARRAY && wanted->kind != ABX_TYPE_ARRAY)
        got = abx_type_strip(got->target);
    status = abx_type_agree(wanted, got, err);
    if (status != ABX_REFUSED)
        return status;
    return abx_error_refuse(err, ABX_REASON_KIND, "takes a pointer to %s, got one to %s",
                            abx_type_label(pointee, labels[0], LABEL),
                            abx_type_label(given, labels[1], LABEL));
}

/* A value's type is its own: that of a pointer tells by its target what is there. */
static int check_pointer_type(struct store *s)
{
    const struct abx_type *given = abx_type_strip(s->value->type);
    const struct abx_type *pointee;
    const struct abx_type *found;
    char label[LABEL];
    int status;

    if (given->kind != ABX_TYPE_POINTER)
        return abx_error_refuse(s->err, ABX_REASON_KIND,
                                "takes a pointer, got one whose type is said to be %s",
                                abx_type_label(s->value->type, label, LABEL));
    status = abx_type_find_target(s->table, s->type, &pointee, s->err);
    if (status == ABX_OK)
        status = abx_type_find_target(given->table, given, &found, s->err);
    return status == ABX_OK ? abx_value_check_pointee(s->table, pointee, found, s->err)
                            : status;
}

static int get_pointer(struct store *s, const void **addressp)
{
    *addressp = s->value->p;
    return s->value->type == NULL ? ABX_OK : check_pointer_type(s);
}

static int get_memory(struct store *s, const void **addressp)
{
    const struct abx_memory *memory = s->value->memory;
    const struct abx_type *pointee;
    int status;

    if (abx_memory_check(memory, s->err) != ABX_OK)
        return ABX_REFUSED;
    *addressp = memory->data;
    status = abx_type_find_target(s->table, s->type, &pointee, s->err);
    if (status == ABX_OK)
        status = abx_value_check_pointee(s->table, pointee, memory->type, s->err);
    if (status == ABX_OK)
        status = need_bytes(s, pointee->size);
    if (status == ABX_OK && memory->is_read_only && !abx_type_is_fixed(pointee))
        return abx_error_refuse(s->err, ABX_REASON_VALUE,
                                "may be written to: it takes no memory that is const");
    return status;
}

static int get_string(struct store *s, const void **addressp)
{
    const struct abx_type *pointee;
    const struct abx_type *behind;
    int status;

    if (!s->is_argument)
        return abx_error_refuse(
            s->err, ABX_REASON_KIND,
            "is a pointer: it takes memory, but no string, since nobody "
            "would know how long the string has to live");
    status = abx_type_find_target(s->table, s->type, &pointee, s->err);
    if (status != ABX_OK)
        return status;
    behind = abx_type_strip(pointee);
    if (behind->kind != ABX_TYPE_VOID && !is_byte(behind))
        return abx_error_refuse(s->err, ABX_REASON_KIND,
                                "takes a pointer to something else, got a string");
    if (!abx_type_is_const(pointee))
        return abx_error_refuse(s->err, ABX_REASON_KIND,
                                "may be written to: it takes memory, but no string");
    if (s->value->string.data == NULL)
        return abx_error_refuse(s->err, ABX_REASON_VALUE,
                                "got a value that lacks its string");
    if (behind->kind == ABX_TYPE_CHAR &&
        memchr(s->value->string.data, '\0', s->value->string.size) != NULL)
        return abx_error_refuse(s->err, ABX_REASON_VALUE,
                                "takes a string without a zero inside");
    *addressp = s->value->string.data;
    return ABX_OK;
}

static int get_callback(struct store *s, const void **addressp)
{
    struct abx_callback *callback = s->value->callback;
    const struct abx_type *pointee;
    char label[LABEL];
    int status;

    if (callback == NULL)
        return abx_error_refuse(s->err, ABX_REASON_VALUE,
                                "got a value that lacks its callback");
    status = abx_type_find_target(s->table, s->type, &pointee, s->err);
    if (status == ABX_OK && abx_type_strip(pointee)->kind != ABX_TYPE_FUNCTION)
        return abx_error_refuse(s->err, ABX_REASON_KIND,
                                "takes a pointer to %s, got a callback",
                                abx_type_label(pointee, label, LABEL));
    if (status == ABX_OK)
        status = abx_value_check_pointee(s->table, pointee, abx_callback_type(callback),
                                         s->err);
    *addressp =
        s->is_argument ? abx_callback_code(callback) : abx_callback_address(callback);
    return status;
}

static int store_pointer(struct store *s)
{
    static int (*const gets[])(struct store *, const void **) = {
        [ABX_VALUE_POINTER] = get_pointer,
        [ABX_VALUE_STRING] = get_string,
        [ABX_VALUE_MEMORY] = get_memory,
        [ABX_VALUE_CALLBACK] = get_callback,
    };
    const void *address = NULL;
    struct abx_wide wide = {0};
    int status;

    if ((unsigned)s->value->kind >= sizeof(gets) / sizeof(*gets) ||
        gets[s->value->kind] == NULL)
        return abx_error_refuse(s->err, ABX_REASON_KIND, "takes a pointer, got %s",
                                describe(s->value));
    status = gets[s->value->kind](s, &address);
    if (status != ABX_OK)
        return status;
    wide.low = (uintptr_t)address;
    if (!abx_wide_fits(wide, (unsigned)s->type->size * CHAR_BIT, false))
        return abx_error_refuse(s->err, ABX_REASON_RANGE,
                                "has no room for an address of this platform");
    abx_wide_put(wide, s->to, s->type->size, s->table->model.is_big_endian);
    return ABX_OK;
}

/* ---- what is copied as a whole ---- */

static int store_copy(struct store *s)
{
    const struct abx_memory *memory = s->value->memory;
    char labels[2][LABEL];
    int status;

    if (s->value->kind != ABX_VALUE_MEMORY || memory == NULL)
        return abx_error_refuse(
            s->err, ABX_REASON_KIND, "takes memory of type %s, got %s",
            abx_type_label(s->type, labels[0], LABEL), describe(s->value));
    if (abx_memory_check(memory, s->err) != ABX_OK)
        return ABX_REFUSED;
    status = abx_type_agree(s->type, memory->type, s->err);
    if (status == ABX_REFUSED && s->type->kind == ABX_TYPE_ARRAY &&
        memory->size == s->type->size)
        status = abx_type_agree(s->type->target, memory->type, s->err);
    if (status == ABX_OK && need_bytes(s, s->type->size) != ABX_OK)
        return ABX_REFUSED;
    if (status == ABX_OK && s->type->size > 0)
        memmove(s->to, memory->data, s->type->size);
    if (status != ABX_REFUSED)
        return status;
    return abx_error_refuse(s->err, ABX_REASON_KIND, "takes memory of type %s, got %s",
                            abx_type_label(s->type, labels[0], LABEL),
                            abx_type_label(memory->type, labels[1], LABEL));
}

/* What is behind the string is cleared, so that what was there before does not show. */
static int store_array(struct store *s)
{
    size_t size = s->value->string.size;

    if (s->value->kind != ABX_VALUE_STRING || !is_byte(abx_type_strip(s->type->target)))
        return store_copy(s);
    if (size >= s->type->size)
        return abx_error_refuse(s->err, ABX_REASON_VALUE,
                                "has room for %zu characters and a zero, got %zu",
                                s->type->size > 0 ? s->type->size - 1 : 0, size);
    memset(s->to, 0, s->type->size);
    if (size > 0)
        memcpy(s->to, s->value->string.data, size);
    return ABX_OK;
}

/* ---- transparent unions ---- */

static int store(struct store *s);

/* Pointers by what they lead to, which is what their senders differ in. */
static void put_member_type(struct abx_buffer *out, const struct abx_type *type)
{
    static const char qualifier[] = "const ";
    char label[LABEL];
    const char *text = abx_type_label(type, label, LABEL);

    text += *text == '*';
    if (strncmp(text, qualifier, sizeof(qualifier) - 1) == 0)
        text += sizeof(qualifier) - 1;
    abx_buffer_puts(out, text);
}

static int refuse_transparent(const struct store *s, const struct abx_type *record)
{
    const struct abx_value *value = s->value;
    bool is_memory = value->kind == ABX_VALUE_MEMORY && value->memory != NULL;
    const struct abx_type *first = abx_type_strip(record->members[0].type);
    struct abx_buffer text = {0};
    char label[LABEL];
    int status;

    abx_buffer_printf(&text, "takes %s%s", is_memory ? "no " : "not ", describe(value));
    if (is_memory)
        abx_buffer_printf(&text, " of type %s",
                          abx_type_label(value->memory->type, label, LABEL));
    else if (value->kind == ABX_VALUE_POINTER && value->type != NULL)
        abx_buffer_printf(&text, " of type %s",
                          abx_type_label(value->type, label, LABEL));
    abx_buffer_puts(&text, first->kind == ABX_TYPE_POINTER ? ", but pointers to "
                                                           : ", but values of ");
    for (size_t i = 0; i < record->n_members; i++) {
        abx_buffer_puts(&text, i > 0 ? ", " : "");
        put_member_type(&text, record->members[i].type);
    }
    status = text.failed ? abx_error_no_memory(s->err)
                         : abx_error_refuse(s->err, ABX_REASON_KIND, "%s",
                                            abx_buffer_text(&text));
    abx_buffer_finish(&text);
    return status;
}

/* Whether memory is of the type that the member, a pointer, leads to: then nobody else
 * says better what may be wrong with it. */
static bool is_memory_for(const struct store *s, const struct abx_type *type)
{
    const struct abx_value *value = s->value;
    const struct abx_type *pointee;

    type = abx_type_strip(type);
    return value->kind == ABX_VALUE_MEMORY && value->memory != NULL &&
           type->kind == ABX_TYPE_POINTER &&
           abx_type_find_target(s->table, type, &pointee, NULL) == ABX_OK &&
           abx_value_check_pointee(s->table, pointee, value->memory->type, NULL) ==
               ABX_OK;
}

/* As the first member that takes the value; all are passed alike. */
static int store_transparent(struct store *s, const struct abx_type *record)
{
    const struct abx_value *value = s->value;

    if (value->kind == ABX_VALUE_MEMORY && value->memory != NULL &&
        abx_type_agree(record, value->memory->type, NULL) == ABX_OK) {
        s->type = record;
        return store_copy(s);
    }
    for (size_t i = 0; i < record->n_members; i++) {
        bool is_decisive = is_memory_for(s, record->members[i].type);
        struct store member = *s;
        int status;

        member.type = record->members[i].type;
        member.err = is_decisive ? s->err : NULL;
        status = store(&member);
        if (status != ABX_REFUSED || is_decisive)
            return status;
    }
    return refuse_transparent(s, record);
}

/* ---- the entrances ---- */

static int store(struct store *s)
{
    static int (*const stores[ABX_N_TYPE_KINDS])(struct store *) = {
        [ABX_TYPE_BOOL] = store_integer,    [ABX_TYPE_CHAR] = store_integer,
        [ABX_TYPE_INT] = store_integer,     [ABX_TYPE_ENUM] = store_integer,
        [ABX_TYPE_FLOAT] = store_float,     [ABX_TYPE_COMPLEX] = store_copy,
        [ABX_TYPE_POINTER] = store_pointer, [ABX_TYPE_ARRAY] = store_array,
        [ABX_TYPE_STRUCT] = store_copy,     [ABX_TYPE_UNION] = store_copy,
    };
    const struct abx_type *transparent =
        s->is_argument ? abx_type_transparent(s->type) : NULL;
    char label[LABEL];

    if (transparent != NULL)
        return store_transparent(s, transparent);
    s->type = abx_type_strip(s->type);
    if (stores[s->type->kind] == NULL || s->type->is_incomplete)
        return abx_error_refuse(s->err, ABX_REASON_KIND,
                                "is of type %s, which takes no value",
                                abx_type_label(s->type, label, LABEL));
    return stores[s->type->kind](s);
}

int abx_value_store(struct abx_table *table, const struct abx_type *type,
                    const struct abx_value *value, void *to, struct abx_error *err)
{
    if (abx_object_is_native(table) && abx_object_store(abx_type_strip(type), value, to))
        return ABX_OK;
    return store(&(struct store){table, type, value, to, false, err});
}

int abx_value_store_argument(struct abx_table *table, const struct abx_type *type,
                             const struct abx_value *value, void *to,
                             struct abx_error *err)
{
    if (abx_object_is_native(table) && abx_object_store(abx_type_behind(type), value, to))
        return ABX_OK;
    return store(&(struct store){table, type, value, to, true, err});
}

int abx_value_store_bits(struct abx_table *table, const struct abx_member *member,
                         const struct abx_value *value, void *record,
                         struct abx_error *err)
{
    const struct abx_type *type = abx_type_strip(member->type);
    unsigned char *at = (unsigned char *)record + member->offset;
    struct abx_wide wide = {0};
    int status = check_integer(value, member->bit_width, type->is_signed, &wide, err);

    if (status == ABX_OK)
        abx_wide_put_bits(wide, at, member->bit_offset, member->bit_width,
                          table->model.is_big_endian);
    return status;
}

int abx_value_blame(struct abx_error *err, int status, const char *name)
{
    char message[sizeof(err->message)];

    if (err == NULL || status != ABX_REFUSED)
        return status;
    memcpy(message, err->message, sizeof(message));
    snprintf(err->message, sizeof(err->message), "%.100s %.340s", name, message);
    return status;
}
