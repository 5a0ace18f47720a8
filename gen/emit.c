/*
 * The text is complete in memory before the file is touched, and the file gets its name
 * only when all of it is on disk: whoever reads the table meanwhile sees the old one or
 * the new one.
 */
#include "gen/emit.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buffer.h"
#include "base/file.h"
#include "runtime/grammar.h"

static void put_platform(struct abx_buffer *out, const struct gen_platform *platform)
{
    static const char *const integers[2][3] = {{"u8", "u16", "u32"},
                                               {"i8", "i16", "i32"}};

    abx_buffer_printf(out, "platform %s\n", platform->name);
    abx_buffer_printf(out, "model %s\n", gen_platform_model(platform));
    abx_buffer_printf(out, "order %s\n", platform->is_big_endian ? "big" : "little");
    abx_buffer_printf(out, "char %s\n", platform->is_char_signed ? "signed" : "unsigned");
    abx_buffer_printf(out, "long-double %s %u %u\n", gen_platform_long_double(platform),
                      platform->long_double_size, platform->long_double_align);
    abx_buffer_printf(out, "wchar %s\n",
                      integers[platform->is_wchar_signed][platform->wchar_size / 2]);
}

static void put_header(struct abx_buffer *out, struct gen_job *job)
{
    const struct gen_options *options = &job->options;

    abx_buffer_printf(out, "abidex %d\n", ABX_FORMAT_VERSION);
    put_platform(out, &job->platform);
    for (size_t i = 0; i < job->symbols.n_libraries; i++)
        abx_buffer_printf(out, "library %s\n", job->symbols.libraries[i]);
    for (size_t i = 0; i < options->n_sources; i++)
        abx_buffer_printf(out, "source %s\n", options->sources[i]);
    for (size_t i = 0; i < options->n_flags; i += 2)
        abx_buffer_printf(out, "flag %s%s\n", options->flags[i], options->flags[i + 1]);
    if (options->takes_all)
        abx_buffer_puts(out, "select all\n");
    for (size_t i = 0; i < options->n_patterns; i++)
        abx_buffer_printf(out, "select %s %s\n",
                          options->patterns[i].is_skip ? "skip" : "only",
                          options->patterns[i].text);
    if (job->spec.n_units > 1)
        abx_buffer_printf(out, "units %u\n", job->spec.n_units);
    abx_buffer_printf(out, "headers %zu %016" PRIx64 "\n", job->headers.n_items,
                      gen_headers_digest(&job->headers));
    abx_buffer_putc(out, '\n');
}

/* The number of lines. */
static size_t put_body(struct abx_buffer *out, const struct gen_lines *lines)
{
    size_t n = 0;
    const char **texts = gen_lines_sorted(lines, &n);

    if (!texts) {
        out->failed = true;
        return 0;
    }
    for (size_t i = 0; i < n; i++) {
        abx_buffer_puts(out, texts[i]);
        abx_buffer_putc(out, '\n');
    }
    abx_buffer_puts(out, ABX_END_LINE);
    free(texts);
    return n;
}

static bool is_known_model(struct gen_job *job)
{
    if (gen_platform_model(&job->platform) && gen_platform_long_double(&job->platform))
        return true;
    gen_error(
        &job->messages, (struct gen_place){0},
        "%s: longs of %u bytes with pointers of %u and long doubles of %u bits are a "
        "data model that the table has no word for",
        job->platform.name, job->platform.long_size, job->platform.pointer_size,
        job->platform.long_double_digits);
    return false;
}

/* The file that was read and is the one at @path, by whatever name; NULL: there is none. */
static const char *find_input(const struct gen_files *files, const char *path)
{
    struct stat output, input;

    if (stat(path, &output) < 0)
        return NULL;
    for (size_t i = 0; i < files->map.n_items; i++)
        if (stat(files->map.items[i].key, &input) == 0 && input.st_dev == output.st_dev &&
            input.st_ino == output.st_ino)
            return files->map.items[i].key;
    return NULL;
}

static bool is_safe(struct gen_job *job)
{
    const char *path = job->options.output;
    const char *input = path ? find_input(&job->files, path) : NULL;
    const char *base = input ? strrchr(input, '/') : NULL;

    if (!input)
        return true;
    gen_error(&job->messages, (struct gen_place){path, 0, 0},
              "the table would be written over %s, which was read for it; -o names "
              "another file",
              base ? base + 1 : input);
    return false;
}

/* A table of nothing is a mistake of who asked for it, which only a user of the table would
 * notice. */
static void report_empty(struct gen_job *job)
{
    gen_error(&job->messages, (struct gen_place){0}, "there is nothing to write: %s",
              job->options.n_patterns
                  ? "--only and --skip let no name through"
                  : "the headers declare nothing; --all takes what they include");
}

static int write_out(struct gen_job *job, const struct abx_buffer *text)
{
    const char *path = job->options.output;
    int error;

    if (path)
        error = abx_file_replace(path, text->data, text->size);
    else
        error = fwrite(text->data, 1, text->size, stdout) == text->size && !fflush(stdout)
                    ? 0
                    : errno;
    if (!error)
        return 0;
    gen_error(&job->messages, (struct gen_place){path ? path : "standard output", 0, 0},
              "can't be written: %s", strerror(error));
    return -1;
}

int gen_emit(struct gen_job *job)
{
    struct abx_buffer text = {0};
    int answer = -1;
    size_t n_lines;

    if (!is_known_model(job) || !is_safe(job))
        return -1;
    put_header(&text, job);
    n_lines = put_body(&text, &job->lines);
    if (text.failed)
        gen_error(&job->messages, (struct gen_place){0}, "out of memory");
    else if (!n_lines)
        report_empty(job);
    else
        answer = write_out(job, &text);
    abx_buffer_finish(&text);
    return answer;
}
