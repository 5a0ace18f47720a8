/**
 * A module for Python's cffi in its ABI mode. cffi lays records out itself and takes one
 * packing for all that a call of cdef() declares, so declarations are cut where the
 * packing changes. It knows symbols by their names alone, so that functions are declared
 * under their symbols and found under their names.
 */
#include <string.h>

#include "tools/export.h"

static const struct export_rules rules = {
    .language = "cffi",
    .find_reason = export_c_reason,
    .unit_max = 8,
    .is_pack_shared = true,
};

static void begin_chunk(struct export *export)
{
    abx_buffer_puts(export->out, "ffi.cdef(r\"\"\"\n");
}

static void end_chunk(struct export *export, size_t pack)
{
    if (pack > 0)
        abx_buffer_printf(export->out, "\"\"\", pack=%zu)\n", pack);
    else
        abx_buffer_puts(export->out, "\"\"\")\n");
}

static void put_types(struct export *export)
{
    size_t pack = 0;
    size_t i;

    begin_chunk(export);
    export_c_put_tags(export);
    for (i = 0; i < export->types.n_items; i++) {
        const struct export_item *item = export->types.items[i];
        size_t own = item->record ? item->record->pack : 0;

        if (item->reason)
            continue;
        if (own != pack) {
            end_chunk(export, pack);
            begin_chunk(export);
            pack = own;
        }
        export_c_put_type(export, item, false);
    }
    end_chunk(export, pack);
}

/* A symbol may have several names, and is declared once. */
static bool is_declared(struct export *export, struct abx_map *symbols,
                        const char *symbol)
{
    if (abx_map_find(symbols, symbol, strlen(symbol)))
        return true;
    if (abx_map_set(symbols, symbol, strlen(symbol), NULL) < 0)
        export->is_out_of_memory = true;
    return false;
}

static void put_symbols(struct export *export)
{
    struct abx_map symbols = {0};
    const char *symbol;
    size_t i;

    begin_chunk(export);
    for (i = 0; i < export->all.n_items; i++) {
        const struct export_item *item = export->all.items[i];

        if ((item->kind != ABX_KIND_FN && item->kind != ABX_KIND_VAR) || item->reason)
            continue;
        export_library(export, item, &symbol);
        if (is_declared(export, &symbols, symbol))
            continue;
        abx_buffer_puts(export->out, item->kind == ABX_KIND_VAR ? "extern " : "");
        export_c_put(export, item->type, symbol);
        abx_buffer_puts(export->out, ";\n");
    }
    end_chunk(export, 0);
    abx_map_finish(&symbols);
}

static const char library_class[] =
    "\n\nclass _Library:\n"
    "    \"\"\"Functions and variables, by name; name_ where name is a keyword.\"\"\"\n\n"
    "    _opened = {}\n\n"
    "    def _find(self, name):\n"
    "        if name[-1:] == \"_\" and _iskeyword(name[:-1]):\n"
    "            name = name[:-1]\n"
    "        number, symbol = _symbols.get(name, (0, name))\n"
    "        if number not in self._opened:\n"
    "            self._opened[number] = ffi.dlopen(libraries[number] if libraries\n"
    "                                              else None)\n"
    "        return self._opened[number], symbol\n\n"
    "    def __getattr__(self, name):\n"
    "        return getattr(*self._find(name))\n\n"
    "    def __setattr__(self, name, value):\n"
    "        library, symbol = self._find(name)\n"
    "        setattr(library, symbol, value)\n\n\n"
    "lib = _Library()\n";

static void judge_calls(struct export *export)
{
    size_t i;

    for (i = 0; i < export->all.n_items; i++)
        if (export->all.items[i]->kind == ABX_KIND_FN && !export->all.items[i]->reason)
            export->all.items[i]->reason =
                export_call_reason(export, export->all.items[i]->type);
}

void export_cffi(struct export *export)
{
    export_use(export, &rules);
    export_pass(export);
    export_c_plan(export);
    judge_calls(export);
    export_python_put_head(export, "A module for cffi");
    abx_buffer_puts(export->out, "\nfrom keyword import iskeyword as _iskeyword\n\n"
                                 "from cffi import FFI\n\n"
                                 "ffi = FFI()\n");
    export_python_put_libraries(export);
    put_types(export);
    put_symbols(export);
    export_python_put_symbols(export);
    export_python_put_constants(export);
    export_python_put_left_out(export);
    abx_buffer_puts(export->out, library_class);
}
