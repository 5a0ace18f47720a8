/**
 * A module for Python's ctypes. Classes are declared in front of all, and are given their
 * fields in the order in which they hold each other.
 */
#include <stdlib.h>
#include <string.h>

#include "tools/export.h"
#include "tools/kinds.h"

static const char *find_reason(struct export *export, const struct abx_type *type)
{
    struct abx_buffer unused = {0};
    const char *reason = export_ctypes_put(export, &unused, type);

    abx_buffer_finish(&unused);
    return reason;
}

static const struct export_rules rules = {
    .find_reason = find_reason,
    .unit_max = 8,
    .has_empty = true,
    .is_unit_open = true,
};

/* ---- records */

static const char *base_class(const struct abx_type *record)
{
    return abx_type_kind(record) == ABX_TYPE_UNION ? "_c.Union" : "_c.Structure";
}

static const char *field_name(struct export *export, const struct export_record *record,
                              size_t index)
{
    const char *name = record->items[index].name;

    return name ? name : export_print(export, "_abidex_anonymous%zu", index);
}

/* The class of an unnamed record inside another. */
static const char *inner_class(struct export *export, const char *class,
                               const struct export_record *record, size_t index)
{
    return export_print(export, "%s__%s", class, field_name(export, record, index));
}

static void put_inner(struct export *export, const char *class,
                      const struct export_record *record, size_t index)
{
    const struct abx_type *type = record->items[index].type;
    const char *name = inner_class(export, class, record, index);
    struct abx_buffer lengths = {0};

    /* C's [2][3] is three, twice: the innermost array is multiplied first. */
    for (; type && abx_type_kind(type) == ABX_TYPE_ARRAY;
         type = export_target(export, type)) {
        struct abx_buffer outer = {0};

        abx_buffer_printf(&outer, " * %zu%s", abx_type_length(type),
                          lengths.size ? ")" : "");
        abx_buffer_puts(&outer, abx_buffer_text(&lengths));
        abx_buffer_puts(export->out, lengths.size ? "(" : "");
        abx_buffer_finish(&lengths);
        lengths = outer;
    }
    abx_buffer_printf(export->out, "%s%s", name, abx_buffer_text(&lengths));
    abx_buffer_finish(&lengths);
}

static void put_unit(struct export *export, const struct export_field *field)
{
    abx_buffer_printf(export->out, "_c.c_%sint%zu, %u", field->is_signed ? "" : "u",
                      field->unit_size * 8, field->width);
}

static void put_field(struct export *export, const char *class,
                      const struct export_record *record, size_t index)
{
    const struct export_field *field = &record->items[index];

    abx_buffer_puts(export->out, "    (");
    export_python_put_string(export->out, field_name(export, record, index));
    abx_buffer_puts(export->out, ", ");
    switch (field->kind) {
    case EXPORT_PLAIN:
        export_ctypes_put(export, export->out, field->type);
        break;
    case EXPORT_RECORD:
        put_inner(export, class, record, index);
        break;
    case EXPORT_BITS:
    case EXPORT_PADDING_BITS:
        put_unit(export, field);
        break;
    case EXPORT_ALIGNER:
        export_ctypes_put(export, export->out, export_aligned_type(export, field->size));
        abx_buffer_puts(export->out, " * 0");
        break;
    case EXPORT_BYTES:
    case EXPORT_PADDING:
        abx_buffer_printf(export->out, "_c.c_uint8 * %zu", field->size);
    }
    abx_buffer_puts(export->out, "),");
    if (field->kind == EXPORT_BYTES)
        abx_buffer_printf(export->out, "  # bytes: %s", field->reason);
    abx_buffer_putc(export->out, '\n');
}

static void put_anonymous(struct export *export, const char *class,
                          const struct export_record *record)
{
    bool is_first = true;
    size_t i;

    for (i = 0; i < record->n_items; i++) {
        if (record->items[i].name)
            continue;
        if (is_first)
            abx_buffer_printf(export->out, "%s._anonymous_ = (", class);
        is_first = false;
        export_python_put_string(export->out, field_name(export, record, i));
        abx_buffer_puts(export->out, ", ");
    }
    if (!is_first)
        abx_buffer_puts(export->out, ")\n");
}

static void put_fields(struct export *export, const char *class,
                       const struct export_record *record)
{
    const char *inner;
    size_t i;

    for (i = 0; i < record->n_items; i++) {
        if (record->items[i].kind != EXPORT_RECORD)
            continue;
        inner = inner_class(export, class, record, i);
        abx_buffer_printf(export->out, "class %s(%s): pass\n", inner,
                          base_class(record->items[i].record->type));
        put_fields(export, inner, record->items[i].record);
    }
    if (record->pack > 0)
        abx_buffer_printf(export->out, "%s._pack_ = %zu\n", class, record->pack);
    put_anonymous(export, class, record);
    abx_buffer_printf(export->out, "%s._fields_ = [\n", class);
    for (i = 0; i < record->n_items; i++)
        put_field(export, class, record, i);
    abx_buffer_puts(export->out, "]\n");
}

/* ---- declarations */

static bool is_class(const struct export_item *item)
{
    return !item->reason &&
           (item->kind == ABX_KIND_STRUCT || item->kind == ABX_KIND_UNION ||
            (item->body && export_is_record(item->body)));
}

static void put_classes(struct export *export)
{
    size_t i;

    for (i = 0; i < export->types.n_items; i++) {
        const struct export_item *item = export->types.items[i];

        if (is_class(item))
            abx_buffer_printf(export->out, "class %s(%s): pass\n",
                              export_ctypes_class(export, item), base_class(item->body));
    }
}

static void put_types(struct export *export)
{
    size_t i;

    for (i = 0; i < export->types.n_items; i++) {
        const struct export_item *item = export->types.items[i];
        const char *name = export_ctypes_class(export, item);

        if (item->reason)
            continue;
        if (item->record) {
            put_fields(export, name, item->record);
        } else if (!is_class(item)) {
            abx_buffer_printf(export->out, "%s = ", name);
            export_ctypes_put(export, export->out, item->type);
            abx_buffer_putc(export->out, '\n');
        }
    }
}

/* The classes by their names in C. */
static void put_map(struct export *export)
{
    size_t i;

    abx_buffer_puts(export->out, "\ntypes = {\n");
    for (i = 0; i < export->types.n_items; i++) {
        const struct export_item *item = export->types.items[i];
        bool is_tag = abx_kind_words(item->kind)->is_tag;

        if (item->reason)
            continue;
        abx_buffer_puts(export->out, "    ");
        export_python_put_string(
            export->out,
            export_print(export, "%s%s%s", is_tag ? abx_kind_words(item->kind)->word : "",
                         is_tag ? " " : "", item->name));
        abx_buffer_printf(export->out, ": %s,\n", export_ctypes_class(export, item));
    }
    abx_buffer_puts(export->out, "}\n");
}

/* ---- functions and variables */

static const char *reason_of_function(struct export *export,
                                      const struct export_item *item)
{
    const char *reason = abx_function_obstacle(item->function);

    if (!reason)
        reason = export_call_reason(export, item->type);
    return reason ? reason : find_reason(export, item->type);
}

static void judge(struct export *export)
{
    size_t i;

    for (i = 0; i < export->types.n_items; i++) {
        struct export_item *item = export->types.items[i];

        export_plan(export, item);
        if (!item->reason && !is_class(item) && item->type)
            item->reason = find_reason(export, item->type);
    }
    for (i = 0; i < export->all.n_items; i++) {
        struct export_item *item = export->all.items[i];

        if (item->kind == ABX_KIND_FN)
            item->reason = reason_of_function(export, item);
        else if (item->kind == ABX_KIND_VAR)
            item->reason = find_reason(export, item->type);
    }
}

/* Bytes are what Python has for octets; ctypes itself takes them for characters alone. */
static void put_parameter(struct export *export, const struct abx_type *type)
{
    const struct abx_type *target = abx_type_strip(type);
    bool is_const;

    target =
        abx_type_kind(target) == ABX_TYPE_POINTER ? export_target(export, target) : NULL;
    if (!target || abx_type_kind(abx_type_strip(target)) != ABX_TYPE_INT ||
        abx_type_size(target) != 1) {
        export_ctypes_put(export, export->out, type);
        return;
    }
    is_const = abx_type_is_const(target) || abx_type_is_const(abx_type_strip(target));
    abx_buffer_puts(export->out, "_Octets(");
    export_ctypes_put(export, export->out, type);
    abx_buffer_puts(export->out, is_const ? ", True)" : ", False)");
}

static void put_prototype(struct export *export, const struct abx_type *type)
{
    const struct abx_type *result = export_target(export, type);
    const struct abx_type *parameter;
    const char *name;
    size_t i;

    abx_buffer_putc(export->out, '(');
    if (result)
        export_ctypes_put(export, export->out, result);
    abx_buffer_puts(export->out, ", ");
    if (!abx_type_has_prototype(type)) {
        abx_buffer_puts(export->out, "None)");
        return;
    }
    abx_buffer_putc(export->out, '[');
    for (i = 0; abx_type_parameter(type, i, &name, &parameter) == ABX_OK; i++) {
        abx_buffer_puts(export->out, i ? ", " : "");
        put_parameter(export, parameter);
    }
    abx_buffer_puts(export->out, "])");
}

static void put_symbols(struct export *export, enum abx_kind kind, const char *head)
{
    const struct export_item *item;
    size_t i;

    abx_buffer_printf(export->out, "\n%s = {\n", head);
    for (i = 0; i < export->all.n_items; i++) {
        item = export_symbol(export, export->all.items[i]);
        if (!item || item->kind != kind)
            continue;
        abx_buffer_puts(export->out, "    ");
        export_python_put_string(export->out, export->all.items[i]->name);
        abx_buffer_puts(export->out, ": ");
        if (kind == ABX_KIND_FN)
            put_prototype(export, item->type);
        else
            export_ctypes_put(export, export->out, item->type);
        abx_buffer_puts(export->out, ",\n");
    }
    abx_buffer_puts(export->out, "}\n");
}

static const char octets_class[] =
    "\n\nclass _Octets:\n"
    "    \"\"\"A parameter that points to octets: it takes what its class in ctypes "
    "does,\n"
    "    bytearray and arrays of c_char, and bytes if they are only read.\n"
    "    \"\"\"\n\n"
    "    def __init__(self, pointer, is_const):\n"
    "        self._pointer = pointer\n"
    "        self._is_const = is_const\n\n"
    "    def from_param(self, value):\n"
    "        if self._is_const and isinstance(value, bytes):\n"
    "            return _c.c_char_p(value)\n"
    "        if isinstance(value, bytearray):\n"
    "            return (_c.c_char * len(value)).from_buffer(value)\n"
    "        if isinstance(value, _c.Array) and value._type_ is _c.c_char:\n"
    "            return _c.byref(value)\n"
    "        return self._pointer.from_param(value)\n\n\n";

static const char library_class[] =
    "\n\nclass _Library:\n"
    "    \"\"\"Functions and variables, by name; name_ where name is a keyword.\n\n"
    "    errno is in ctypes.get_errno(), on Windows the last error in "
    "ctypes.get_last_error().\n"
    "    \"\"\"\n\n"
    "    _opened = {}\n\n"
    "    def _open(self, number):\n"
    "        if number not in self._opened:\n"
    "            self._opened[number] = _c.CDLL(libraries[number] if libraries else "
    "None,\n"
    "                                           use_errno=True, "
    "use_last_error=True)\n"
    "        return self._opened[number]\n\n"
    "    def __getattr__(self, name):\n"
    "        if name[-1:] == \"_\" and _iskeyword(name[:-1]):\n"
    "            name = name[:-1]\n"
    "        number, symbol = _symbols.get(name, (0, name))\n"
    "        if name in _variables:\n"
    "            return _variables[name].in_dll(self._open(number), symbol)\n"
    "        if name not in _functions:\n"
    "            raise AttributeError(name)\n"
    "        function = self._open(number)[symbol]\n"
    "        function.restype, function.argtypes = _functions[name]\n"
    "        self.__dict__[name] = function\n"
    "        return function\n\n\n"
    "lib = _Library()\n";

void export_ctypes(struct export *export)
{
    export_use(export, &rules);
    export_pass(export);
    judge(export);
    export_python_put_head(export, "A module for ctypes");
    abx_buffer_puts(export->out, "\nfrom keyword import iskeyword as _iskeyword\n");
    export_python_put_libraries(export);
    abx_buffer_puts(export->out, octets_class);
    put_classes(export);
    put_types(export);
    put_map(export);
    put_symbols(export, ABX_KIND_FN, "_functions");
    put_symbols(export, ABX_KIND_VAR, "_variables");
    export_python_put_symbols(export);
    export_python_put_constants(export);
    export_python_put_left_out(export);
    abx_buffer_puts(export->out, library_class);
}
