/**
 * Which types of Python a C type takes and gives, for stubs: the rule is that of the
 * package (hosts/python/src/convert_to.c, convert_from.c). Each has a name of its own,
 * which export_stubs.c explains at the head of the stub, so that a line is a signature.
 */
#include <string.h>

#include "tools/export.h"

/* What a type gives and takes; of pointers, where nothing more is said. */
static const struct words {
    const char *gives;
    const char *takes;
} words[ABX_N_TYPE_KINDS] = {
    [ABX_TYPE_VOID] = {"None", "_Any"},
    [ABX_TYPE_BOOL] = {"bool", "_Int"},
    [ABX_TYPE_CHAR] = {"int", "_Int"},
    [ABX_TYPE_INT] = {"int", "_Int"},
    [ABX_TYPE_FLOAT] = {"float", "_Float"},
    [ABX_TYPE_COMPLEX] = {"_complex", "_Complex"},
    [ABX_TYPE_VA_LIST] = {"_Any", "_Any"},
    [ABX_TYPE_POINTER] = {"_Any", "_Any"},
    [ABX_TYPE_ARRAY] = {"_Memory", "_Any"},
    [ABX_TYPE_FUNCTION] = {"_Any", "_Any"},
    [ABX_TYPE_STRUCT] = {"_Memory", "_Record"},
    [ABX_TYPE_UNION] = {"_Memory", "_Record"},
    [ABX_TYPE_ENUM] = {"int", "_Int"},
};

/* What a pointer leads to. */
enum target {
    TO_NOTHING,
    TO_BYTES,
    TO_TEXT,
    TO_WIDE,
    TO_SCALAR,
    TO_OBJECT,
    TO_CODE,
    N_TARGETS
};

static const struct pointer_words {
    const char *gives;
    const char *takes;
    const char *takes_const;
} pointer_words[N_TARGETS] = {
    [TO_NOTHING] = {"_Pointer", "_Data", "_Text"},
    [TO_BYTES] = {"_Memory", "_Data", "_Text"},
    [TO_TEXT] = {"_str", "_Data", "_Path"},
    [TO_WIDE] = {"_str", "_Data", "_Text"},
    [TO_SCALAR] = {"_Memory", "_Data", "_Const"},
    [TO_OBJECT] = {"_Memory", "_Address", "_Const"},
    [TO_CODE] = {"_Pointer", "_Code", "_Code"},
};

/* wchar_t is an integer, and only its name tells that it is a character. */
static bool is_wide(struct export *export, const struct abx_type *type)
{
    while (type && abx_type_kind(type) == ABX_TYPE_TYPEDEF) {
        const char *name = abx_type_name(type);

        if (strcmp(name, "wchar_t") == 0 || strcmp(name, "char16_t") == 0 ||
            strcmp(name, "char32_t") == 0)
            return true;
        type = export_target(export, type);
    }
    return false;
}

static enum target classify(struct export *export, const struct abx_type *target)
{
    const struct abx_type *bare = abx_type_strip(target);

    switch (abx_type_kind(bare)) {
    case ABX_TYPE_VOID:
        return TO_NOTHING;
    case ABX_TYPE_CHAR:
        return TO_TEXT;
    case ABX_TYPE_FUNCTION:
        return TO_CODE;
    case ABX_TYPE_INT:
        if (is_wide(export, target))
            return TO_WIDE;
        return abx_type_size(bare) == 1 ? TO_BYTES : TO_SCALAR;
    case ABX_TYPE_FLOAT:
        return TO_SCALAR;
    default:
        return TO_OBJECT;
    }
}

static bool is_const(const struct abx_type *type)
{
    return abx_type_is_const(type) || abx_type_is_const(abx_type_strip(type));
}

const struct abx_type *export_stubs_target(struct export *export,
                                           const struct abx_type *type)
{
    type = abx_type_strip(type);
    return abx_type_kind(type) == ABX_TYPE_POINTER ? export_target(export, type) : NULL;
}

const char *export_stubs_pointer(struct export *export, const struct abx_type *target,
                                 bool is_owned)
{
    enum target to = classify(export, target);

    if (to == TO_OBJECT && !abx_type_is_complete(abx_type_strip(target)))
        to = TO_NOTHING;
    if (is_owned && (to == TO_TEXT || to == TO_WIDE))
        return "_Pointer";
    return pointer_words[to].gives;
}

void export_stubs_put_given(struct export *export, const struct abx_type *type)
{
    const struct abx_type *target = export_stubs_target(export, type);

    if (target)
        abx_buffer_printf(export->out, "%s | None",
                          export_stubs_pointer(export, target, false));
    else
        abx_buffer_puts(export->out, words[abx_type_kind(abx_type_strip(type))].gives);
}

/* Of a callback. What it gets through pointers it knows better than the header. */
static void put_callable(struct export *export, const struct abx_type *type)
{
    bool is_open = abx_type_is_variadic(type) || !abx_type_has_prototype(type);
    const struct abx_type *part = export_target(export, type);
    const char *result = part ? words[abx_type_kind(abx_type_strip(part))].takes : "_Any";
    const char *name;
    size_t i;

    abx_buffer_puts(export->out, is_open ? "_Callable[..." : "_Callable[[");
    for (i = 0; !is_open && abx_type_parameter(type, i, &name, &part) == ABX_OK; i++)
        abx_buffer_printf(export->out, "%s%s", i ? ", " : "",
                          words[abx_type_kind(abx_type_strip(part))].gives);
    abx_buffer_printf(export->out, "%s, %s] | ", is_open ? "" : "]", result);
}

bool export_stubs_is_out(struct export *export, const struct abx_type *type)
{
    const struct abx_type *target = export_stubs_target(export, type);

    return target && !is_const(target) && classify(export, target) != TO_CODE;
}

void export_stubs_put_taken(struct export *export, const struct abx_type *type,
                            bool is_nonnull, bool has_out)
{
    const struct abx_type *target = export_stubs_target(export, type);
    const struct pointer_words *pointer;

    if (!target) {
        abx_buffer_puts(export->out,
                        abx_type_is_transparent(type)
                            ? "_Any"
                            : words[abx_type_kind(abx_type_strip(type))].takes);
        return;
    }
    pointer = &pointer_words[classify(export, target)];
    if (pointer == &pointer_words[TO_CODE])
        put_callable(export, abx_type_strip(target));
    abx_buffer_puts(export->out,
                    is_const(target) ? pointer->takes_const : pointer->takes);
    if (has_out && export_stubs_is_out(export, type))
        abx_buffer_puts(export->out, " | _Out");
    if (!is_nonnull)
        abx_buffer_puts(export->out, " | None");
}
