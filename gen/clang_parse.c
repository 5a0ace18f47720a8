/* The order in which a unit is read: each step uses what the ones before it found. */
#include "gen/parse.h"

#include <string.h>

#include "gen/clang_declare.h"
#include "gen/clang_file.h"
#include "gen/clang_macro.h"

/* The libraries that the spec and the command line name, before the first function is
 * judged. */
static void read_libraries(struct gen_job *job)
{
    struct gen_library_path path = {
        .dirs = job->options.library_dirs,
        .n_dirs = job->options.n_library_dirs,
        .platform = job->platform.name,
        .sysroot = job->options.sysroot,
        .compiler = job->compiler.is_asked ? &job->compiler.asked : NULL,
    };

    for (size_t i = 0; i < job->spec.libraries.n_items; i++)
        gen_symbols_add(&job->symbols, job->spec.libraries.items[i].text, &path,
                        job->spec.libraries.items[i].place, &job->messages);
    for (size_t i = 0; i < job->options.n_libraries; i++)
        gen_symbols_add(&job->symbols, job->options.libraries[i], &path,
                        (struct gen_place){0}, &job->messages);
}

static void read_unit(struct gen_reader *reader)
{
    struct gen_job *job = reader->job;
    struct gen_macros macros = {0};

    if (reader->unit == 1)
        gen_read_platform(reader);
    gen_check_headers(reader);
    if (!job->messages.n_errors)
        gen_read_diagnostics(reader);
    if (job->messages.n_errors)
        return;
    gen_macros_collect(reader, &macros);
    reader->types.sources.macros = &macros;
    gen_read_declarations(reader);
    gen_count_headers(reader);
    gen_macros_forget_specs(reader, &macros);
    if (reader->unit == 1)
        read_libraries(job);
    gen_macros_evaluate(reader, &macros);
    gen_read_incomplete(reader);
    gen_macros_find_members(reader, &macros);
    gen_spec_settle(&job->spec, &job->messages);
    gen_functions_emit(&job->functions, &job->spec, &job->symbols, &job->lines);
    gen_macros_emit(&macros, &job->functions, &job->lines, reader->unit);
    gen_lines_end_unit(&job->lines, reader->unit);
    if (macros.out_of_memory)
        job->out_of_memory = true;
    gen_macros_finish(&macros);
}

static void parse_unit(struct gen_job *job, struct gen_clang *clang, unsigned unit)
{
    struct gen_reader reader = {.job = job, .clang = clang, .unit = unit};

    reader.types.platform = &job->platform;
    reader.types.sources.texts = &reader.texts;
    reader.tu = gen_clang_parse(clang, unit, NULL, &job->messages);
    if (reader.tu) {
        read_unit(&reader);
        clang_disposeTranslationUnit(reader.tu);
    }
    gen_reader_finish(&reader);
}

/* The folders that the command line names are everybody's, whatever is found in them. */
static void add_roots(struct gen_job *job)
{
    struct gen_file *main_file = gen_files_get(&job->files, GEN_MAIN_FILE);

    for (size_t i = 0; i < job->options.n_flags; i += 2)
        if (!strcmp(job->options.flags[i], "-I") ||
            !strcmp(job->options.flags[i], "-isystem"))
            gen_files_add_root(&job->files, job->options.flags[i + 1]);
    if (main_file)
        main_file->is_spec = true;
}

int gen_parse(struct gen_job *job)
{
    struct gen_clang clang = {0};
    int answer = gen_clang_init(&clang, &job->options, &job->compiler, &job->messages);

    add_roots(job);
    job->spec.n_units = 1;
    for (unsigned unit = 1;
         !answer && unit <= job->spec.n_units && !job->messages.n_errors; unit++)
        parse_unit(job, &clang, unit);
    gen_clang_finish(&clang);
    return answer;
}
