/*
 * The generator from end to end. Every part adds to the job and counts what went wrong;
 * only here is it decided whether there is a table.
 */
#include "gen/gen.h"

#include <stdio.h>

#include "gen/emit.h"
#include "gen/job.h"
#include "gen/package.h"
#include "gen/parse.h"
#include "gen/select.h"

enum { EXIT_WRITTEN = 0, EXIT_NOT_WRITTEN = 2 };

static void check_memory(struct gen_job *job)
{
    if (job->out_of_memory || job->spec.out_of_memory || job->symbols.out_of_memory ||
        job->functions.out_of_memory || job->lines.out_of_memory ||
        job->headers.out_of_memory || job->files.out_of_memory ||
        job->origins.out_of_memory)
        gen_error(&job->messages, (struct gen_place){0}, "out of memory");
}

static int run(struct gen_job *job)
{
    if (gen_compiler_init(&job->compiler, &job->options, &job->messages) < 0 ||
        gen_packages_read(&job->options, &job->messages) < 0 || gen_parse(job) < 0)
        return -1;
    if (!job->messages.n_errors)
        gen_check_spec(&job->functions, &job->spec, &job->lines, &job->messages);
    if (!job->messages.n_errors)
        gen_select(job);
    if (!job->messages.n_errors)
        gen_note_libraries(&job->functions, &job->symbols);
    if (job->lines.unwritable)
        gen_error(&job->messages, (struct gen_place){0},
                  "%s: its name or text has characters that the table can't hold",
                  job->lines.unwritable);
    check_memory(job);
    if (job->messages.n_errors)
        return -1;
    return gen_emit(job);
}

static void finish(struct gen_job *job)
{
    gen_lines_finish(&job->lines);
    gen_functions_finish(&job->functions);
    gen_origins_finish(&job->origins);
    gen_files_finish(&job->files);
    gen_symbols_finish(&job->symbols);
    gen_spec_finish(&job->spec);
    gen_headers_finish(&job->headers);
    gen_compiler_finish(&job->compiler);
    gen_options_finish(&job->options);
}

int gen_main(int argc, char **argv)
{
    struct gen_job job = {0};
    int answer = gen_options_init(&job.options, argc, argv, &job.messages);

    job.messages.is_quiet = !job.options.is_verbose;
    if (!answer && job.options.wants_help)
        fputs(gen_options_help(), stdout);
    else if (!answer)
        answer = run(&job);
    finish(&job);
    return answer ? EXIT_NOT_WRITTEN : EXIT_WRITTEN;
}
