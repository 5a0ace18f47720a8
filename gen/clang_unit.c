/*
 * The sources are included by a small file that exists only in memory: it begins with the
 * macros of specs and a few declarations from which the platform's data model is read. So
 * a spec, a single header and several headers all go the same way.
 */
#include "gen/clang_unit.h"

#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "gen/spec_text.h"
#include "target/platform.h"

/* What gen_read_platform looks at; the names are its own. */
static const char probes[] =
    "extern char abidex_probe_char;\n"
    "extern long abidex_probe_long;\n"
    "extern void *abidex_probe_pointer;\n"
    "extern long double abidex_probe_long_double;\n"
    "extern __WCHAR_TYPE__ abidex_probe_wchar;\n"
    "extern int abidex_probe_long_double_digits[__LDBL_MANT_DIG__];\n"
    "extern int abidex_probe_order[__BYTE_ORDER__ == __ORDER_BIG_ENDIAN__ ? 2 : 1];\n";

static const char *const fixed_args[] = {
    "-x", "c", "-std=gnu17", "-ferror-limit=0", "-fno-spell-checking",
    "-fbracket-depth=1024", "-Wno-everything", "-Wsystem-headers",
    /* a value that overflows is none: compilers do not agree on it */
    "-Werror=shift-count-overflow", "-Werror=shift-count-negative",
    "-Werror=integer-overflow"};

const char *gen_take_string(struct abx_arena *arena, CXString string)
{
    const char *text = clang_getCString(string);
    const char *copy = abx_arena_copy(arena, text ? text : "", text ? strlen(text) : 0);

    clang_disposeString(string);
    return copy;
}

struct gen_location gen_location_of(CXSourceLocation location)
{
    struct gen_location result = {0};

    clang_getExpansionLocation(location, &result.file, &result.line, &result.column,
                               &result.offset);
    return result;
}

struct gen_location gen_location_of_cursor(CXCursor cursor)
{
    return gen_location_of(clang_getCursorLocation(cursor));
}

struct gen_place gen_place_of(struct abx_arena *arena, struct gen_location location)
{
    struct gen_place place = {NULL, location.line, location.column};

    if (!location.file)
        return (struct gen_place){0};
    place.file = gen_take_string(arena, clang_getFileName(location.file));
    if (place.file && !strncmp(place.file, "./", 2))
        place.file += 2;
    return place;
}

/* Fills @text from the file on disk; it stays empty where that can't be read. */
static void read_file(struct gen_file_texts *texts, struct gen_file_text *text)
{
    CXString name = clang_getFileName(text->file);
    FILE *stream = fopen(clang_getCString(name), "re");
    struct stat status;
    char *copy = NULL;

    if (stream && fstat(fileno(stream), &status) == 0 && status.st_size > 0)
        copy = abx_arena_alloc(&texts->arena, (size_t)status.st_size + 1);
    if (copy)
        text->size = fread(copy, 1, (size_t)status.st_size, stream);
    text->text = copy;
    if (stream)
        fclose(stream);
    clang_disposeString(name);
}

const struct gen_file_text *gen_file_texts_find(struct gen_file_texts *texts, CXFile file)
{
    struct abx_map_entry *entry =
        abx_map_find(&texts->map, (const char *)&file, sizeof(CXFile));
    struct gen_file_text *text;

    if (entry)
        return entry->value;
    text = abx_arena_alloc(&texts->arena, sizeof(*text));
    if (!text)
        return NULL;
    text->file = file;
    read_file(texts, text);
    if (abx_map_set(&texts->map, (const char *)&text->file, sizeof(CXFile), text) < 0)
        return NULL;
    return text;
}

void gen_file_texts_finish(struct gen_file_texts *texts)
{
    abx_map_finish(&texts->map);
    abx_arena_finish(&texts->arena);
}

bool gen_is_resource_file(const struct gen_clang *clang, CXFile file)
{
    CXString name = clang_getFileName(file);
    size_t size = strlen(clang->resource_dir);
    bool is_inside = !strncmp(clang_getCString(name), clang->resource_dir, size);

    clang_disposeString(name);
    return is_inside;
}

/* The number in front of the first dot of "Debian clang version 19.1.7 (…)", and the
 * whole. */
static void read_version(struct abx_arena *arena, const char **majorp, const char **fullp)
{
    const char *text = gen_take_string(arena, clang_getClangVersion());
    const char *at = text ? strstr(text, "version ") : NULL;

    at = at ? at + strlen("version ") : "";
    *majorp = abx_arena_copy(arena, at, strspn(at, "0123456789"));
    *fullp = abx_arena_copy(arena, at, strspn(at, "0123456789."));
}

static const char *if_exists(struct abx_arena *arena, const char *prefix,
                             const char *version)
{
    struct abx_buffer path = {0};
    const char *found = NULL;

    abx_buffer_printf(&path, "%s/lib/clang/%s/include/stddef.h", prefix, version);
    if (!path.failed && access(path.data, R_OK) == 0) {
        abx_buffer_truncate(&path, path.size - strlen("/include/stddef.h"));
        found = abx_arena_copy(arena, path.data, path.size);
    }
    abx_buffer_finish(&path);
    return found;
}

/*
 * The headers that belong to the libclang that is loaded: beside its real file, or where
 * Debian keeps each version. Others of the same machine may be of another version and do
 * not fit.
 */
static const char *find_resource_dir(struct abx_arena *arena)
{
    const char *major, *full, *found = NULL;
    struct abx_buffer prefix = {0};
    Dl_info info = {0};
    char *real = NULL;

    read_version(arena, &major, &full);
    if (!major || !full)
        return NULL;
    if (dladdr((void *)(uintptr_t)clang_createIndex, &info) && info.dli_fname)
        real = realpath(info.dli_fname, NULL);
    if (real) {
        abx_buffer_printf(&prefix, "%s/../..", real);
        found = if_exists(arena, abx_buffer_text(&prefix), major);
        if (!found)
            found = if_exists(arena, abx_buffer_text(&prefix), full);
    }
    abx_buffer_truncate(&prefix, 0);
    abx_buffer_printf(&prefix, "/usr/lib/llvm-%s", major);
    if (!found)
        found = if_exists(arena, abx_buffer_text(&prefix), major);
    if (!found)
        found = if_exists(arena, abx_buffer_text(&prefix), full);
    abx_buffer_finish(&prefix);
    free(real);
    return found;
}

static void add_arg(struct gen_clang *clang, const char *arg)
{
    clang->args[clang->n_args++] = arg;
}

/* Behind the folders of the command line; the parser's own headers at their place. */
static int add_folder_args(struct gen_clang *clang, const struct gen_compiler *compiler)
{
    struct abx_buffer own = {0};
    const char *include;

    abx_buffer_printf(&own, "%s/include", clang->resource_dir);
    include = abx_arena_copy(&clang->arena, abx_buffer_text(&own), own.size);
    abx_buffer_finish(&own);
    if (compiler->is_foreign)
        add_arg(clang, "-nostdinc");
    for (size_t i = 0; i < compiler->folders.n_items; i++) {
        const char *folder = compiler->folders.items[i];

        add_arg(clang, "-isystem");
        add_arg(clang, folder ? folder : include);
    }
    return include ? 0 : -1;
}

static int collect_args(struct gen_clang *clang, const struct gen_options *options,
                        const struct gen_compiler *compiler)
{
    size_t n_fixed = sizeof(fixed_args) / sizeof(*fixed_args);
    size_t n = n_fixed + 3 + compiler->args.n_items + options->n_flags +
               2 * compiler->folders.n_items;

    clang->args = abx_arena_alloc(&clang->arena, (n + 2) * sizeof(*clang->args));
    if (!clang->args)
        return -1;
    for (size_t i = 0; i < n_fixed; i++)
        add_arg(clang, fixed_args[i]);
    add_arg(clang, "-resource-dir");
    add_arg(clang, clang->resource_dir);
    for (size_t i = 0; i < compiler->args.n_items; i++)
        add_arg(clang, compiler->args.items[i]);
    for (size_t i = 0; i < options->n_flags; i++)
        add_arg(clang, options->flags[i]);
    return add_folder_args(clang, compiler);
}

/* ---- where headers may lie */

static bool allow(struct gen_clang *clang, const char *folder, size_t size)
{
    char *copy = abx_arena_copy(&clang->arena, folder, size);
    char *real = copy ? realpath(copy, NULL) : NULL;
    char *real_copy = real ? abx_arena_copy(&clang->arena, real, strlen(real)) : copy;

    free(real);
    return copy && real_copy && abx_words_add(&clang->folders, copy) &&
           abx_words_add(&clang->real_folders, real_copy);
}

static bool allow_source(struct gen_clang *clang, const char *source)
{
    const char *slash = strrchr(source, '/');

    if (!slash)
        return allow(clang, ".", 1);
    return allow(clang, source, slash == source ? 1 : (size_t)(slash - source));
}

/* The parser's own folders for this machine. */
static bool allow_native(struct gen_clang *clang)
{
    static const char include[] = "/usr/include", local[] = "/usr/local/include";

    return allow(clang, include, strlen(include)) && allow(clang, local, strlen(local));
}

static int allow_folders(struct gen_clang *clang, const struct gen_options *options,
                         const struct gen_compiler *compiler)
{
    bool is_done = compiler->is_foreign || allow_native(clang);

    for (size_t i = 0; i < options->n_sources; i++)
        is_done = is_done && allow_source(clang, options->sources[i]);
    for (size_t i = 0; i < options->n_flags; i += 2)
        if (options->flags[i][1] == 'I' || options->flags[i][1] == 'i')
            is_done = is_done &&
                      allow(clang, options->flags[i + 1], strlen(options->flags[i + 1]));
    for (size_t i = 0; i < compiler->folders.n_items; i++)
        if (compiler->folders.items[i])
            is_done = is_done && allow(clang, compiler->folders.items[i],
                                       strlen(compiler->folders.items[i]));
    return is_done ? 0 : -1;
}

static int write_main(struct gen_clang *clang, const struct gen_options *options,
                      const struct gen_compiler *compiler)
{
    struct abx_buffer text = {0};

    abx_buffer_put(&text, abx_buffer_text(&compiler->text), compiler->text.size);
    abx_buffer_puts(&text, gen_spec_text);
    abx_buffer_puts(&text, probes);
    for (size_t i = 0; i < options->n_sources; i++)
        abx_buffer_printf(&text, "#include \"%s\"\n", options->sources[i]);
    for (size_t i = 0; i < text.size; i++)
        clang->n_main_lines += text.data[i] == '\n';
    if (!text.failed)
        clang->main_text = abx_arena_copy(&clang->arena, text.data, text.size);
    abx_buffer_finish(&text);
    return clang->main_text ? 0 : -1;
}

/* A spec may include "spec.h" wherever it lies: where its folder has none, the one that is
 * built in stands there. */
static int add_spec_files(struct gen_clang *clang, const struct gen_options *options)
{
    clang->files =
        abx_arena_alloc(&clang->arena, (1 + options->n_sources) * sizeof(*clang->files));
    if (!clang->files)
        return -1;
    for (size_t i = 0; i < options->n_sources; i++) {
        const char *source = options->sources[i];
        const char *slash = strrchr(source, '/');
        struct abx_buffer path = {0};
        const char *name;

        /* As libclang puts it together, which looks for the name as it is. */
        abx_buffer_printf(&path, "%s%.*sspec.h", *source == '/' ? "" : "./",
                          slash ? (int)(slash + 1 - source) : 0, source);
        name = abx_arena_copy(&clang->arena, abx_buffer_text(&path), path.size);
        abx_buffer_finish(&path);
        if (!name)
            return -1;
        if (access(name, F_OK) != 0)
            clang->files[1 + clang->n_spec_files++] =
                (struct CXUnsavedFile){name, gen_spec_text, strlen(gen_spec_text)};
    }
    return 0;
}

int gen_clang_init(struct gen_clang *clang, const struct gen_options *options,
                   const struct gen_compiler *compiler, struct gen_messages *messages)
{
    const char *resource_dir = options->resource_dir;
    struct gen_place nowhere = {0};

    *clang = (struct gen_clang){0};
    if (!resource_dir)
        resource_dir = find_resource_dir(&clang->arena);
    if (!resource_dir) {
        gen_error(messages, nowhere,
                  "the headers that belong to libclang are not installed beside it; name "
                  "their folder with --resource-dir");
        return -1;
    }
    clang->resource_dir = resource_dir;
    clang->target = options->target;
    clang->index = clang_createIndex(0, 0);
    if (!clang->index || collect_args(clang, options, compiler) < 0 ||
        allow_folders(clang, options, compiler) < 0 ||
        write_main(clang, options, compiler) < 0 || add_spec_files(clang, options) < 0) {
        gen_error(messages, nowhere, "out of memory");
        return -1;
    }
    return 0;
}

void gen_clang_finish(struct gen_clang *clang)
{
    if (clang->index)
        clang_disposeIndex(clang->index);
    abx_words_finish(&clang->folders);
    abx_words_finish(&clang->real_folders);
    abx_arena_finish(&clang->arena);
    *clang = (struct gen_clang){0};
}

/* The headers of Windows name functions of a DLL by inline ones. */
static bool has_renaming_bodies(const struct gen_clang *clang)
{
    struct abx_buffer platform = {0};
    const char *target = "";
    bool is_windows;

    for (int i = 0; i + 1 < clang->n_args; i++)
        if (!strcmp(clang->args[i], "-target"))
            target = clang->args[i + 1];
    abx_target_put_platform(&platform, target);
    is_windows = abx_target_is_windows(abx_buffer_text(&platform));
    abx_buffer_finish(&platform);
    return is_windows;
}

CXTranslationUnit gen_clang_parse(struct gen_clang *clang, unsigned unit,
                                  const char *extra, struct gen_messages *messages)
{
    unsigned options = CXTranslationUnit_KeepGoing;
    struct abx_buffer text = {0}, define = {0};
    enum CXErrorCode error = CXError_Failure;
    CXTranslationUnit tu = NULL;

    if (!has_renaming_bodies(clang))
        options |= CXTranslationUnit_SkipFunctionBodies;
    if (!extra)
        options |= CXTranslationUnit_DetailedPreprocessingRecord;
    abx_buffer_puts(&text, clang->main_text);
    abx_buffer_puts(&text, extra ? extra : "");
    abx_buffer_printf(&define, "-DABIDEX_UNIT=%u", unit);
    if (!text.failed && !define.failed) {
        clang->files[0] = (struct CXUnsavedFile){GEN_MAIN_FILE, text.data, text.size};
        clang->args[clang->n_args] = define.data;
        error = clang_parseTranslationUnit2(clang->index, GEN_MAIN_FILE, clang->args,
                                            clang->n_args + 1, clang->files,
                                            1 + clang->n_spec_files, options, &tu);
    }
    if (error != CXError_Success)
        gen_error(messages, (struct gen_place){0}, "libclang can't parse%s%s (error %d)",
                  clang->target ? " for the target " : "",
                  clang->target ? clang->target : "", (int)error);
    abx_buffer_finish(&text);
    abx_buffer_finish(&define);
    return error == CXError_Success ? tu : NULL;
}
