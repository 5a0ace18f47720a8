/*
 * The data model, read from a few declarations at the top of the unit, so that it is
 * right for any target that the parser is told to read for.
 */
#include <string.h>

#include "gen/clang_declare.h"
#include "target/platform.h"

static unsigned size_of(CXType type)
{
    long long size = clang_Type_getSizeOf(type);

    return size > 0 ? (unsigned)size : 0;
}

static void read_char(struct gen_platform *platform, CXType type)
{
    platform->is_char_signed = clang_getCanonicalType(type).kind == CXType_Char_S;
}

static void read_long(struct gen_platform *platform, CXType type)
{
    platform->long_size = size_of(type);
}

static void read_pointer(struct gen_platform *platform, CXType type)
{
    platform->pointer_size = size_of(type);
}

static void read_long_double(struct gen_platform *platform, CXType type)
{
    long long align = clang_Type_getAlignOf(type);

    platform->long_double_size = size_of(type);
    platform->long_double_align = align > 0 ? (unsigned)align : 0;
}

static void read_digits(struct gen_platform *platform, CXType type)
{
    platform->long_double_digits = (unsigned)clang_getArraySize(type);
}

static void read_wchar(struct gen_platform *platform, CXType type)
{
    CXType canonical = clang_getCanonicalType(type);

    platform->wchar_size = size_of(type);
    platform->is_wchar_signed = canonical.kind == CXType_Int ||
                                canonical.kind == CXType_Long ||
                                canonical.kind == CXType_Short;
}

static void read_order(struct gen_platform *platform, CXType type)
{
    platform->is_big_endian = clang_getArraySize(type) == 2;
}

/* In the order in which they are declared: behind the last one nothing is looked for. */
static const struct {
    const char *name;
    void (*read)(struct gen_platform *platform, CXType type);
} probes[] = {
    {"abidex_probe_char", read_char},
    {"abidex_probe_long", read_long},
    {"abidex_probe_pointer", read_pointer},
    {"abidex_probe_long_double", read_long_double},
    {"abidex_probe_wchar", read_wchar},
    {"abidex_probe_long_double_digits", read_digits},
    {"abidex_probe_order", read_order},
};

static enum CXChildVisitResult visit_probe(CXCursor cursor, CXCursor parent,
                                           CXClientData data)
{
    struct gen_platform *platform = data;
    size_t n = sizeof(probes) / sizeof(*probes);
    bool is_last = false;
    CXString spelling;

    (void)parent;
    if (clang_getCursorKind(cursor) != CXCursor_VarDecl)
        return CXChildVisit_Continue;
    spelling = clang_getCursorSpelling(cursor);
    for (size_t i = 0; i < n; i++)
        if (!strcmp(clang_getCString(spelling), probes[i].name)) {
            probes[i].read(platform, clang_getCursorType(cursor));
            is_last = i == n - 1;
        }
    clang_disposeString(spelling);
    return is_last ? CXChildVisit_Break : CXChildVisit_Continue;
}

void gen_read_platform(struct gen_reader *reader)
{
    struct gen_job *job = reader->job;
    CXTargetInfo info = clang_getTranslationUnitTargetInfo(reader->tu);
    CXString triple = clang_TargetInfo_getTriple(info);
    struct abx_buffer name = {0};

    abx_target_put_platform(&name, clang_getCString(triple));
    job->platform.name =
        abx_arena_copy(&job->spec.arena, abx_buffer_text(&name), name.size);
    if (!job->platform.name)
        job->out_of_memory = true;
    abx_buffer_finish(&name);
    clang_disposeString(triple);
    clang_TargetInfo_dispose(info);
    clang_visitChildren(clang_getTranslationUnitCursor(reader->tu), visit_probe,
                        &job->platform);
}
