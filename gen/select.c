/*
 * The readers read everything, since a library's types are made of other people's; what
 * the table takes is decided here, for all lines at once. From what is chosen by file and
 * by name the references are followed, so that every name in the table has its line.
 */
#include "gen/select.h"

#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/buffer.h"
#include "gen/references.h"
#include "runtime/grammar.h"

struct selection {
    struct gen_job *job;
    struct {
        struct gen_line **items; /* whose references are still to be followed */
        size_t n_items;
        size_t capacity;
    } pending;
    size_t *n_matches; /* of each pattern */
    bool out_of_memory;
};

/* ---- by file */

static const struct {
    enum abx_kind kind;
    bool is_in[GEN_N_SPACES];
} spaces[] = {
    {ABX_KIND_FN, {[GEN_SPACE_ORDINARY] = true}},
    {ABX_KIND_VAR, {[GEN_SPACE_ORDINARY] = true}},
    {ABX_KIND_TYPEDEF, {[GEN_SPACE_ORDINARY] = true}},
    {ABX_KIND_CONST, {[GEN_SPACE_ORDINARY] = true, [GEN_SPACE_MACRO] = true}},
    {ABX_KIND_STRUCT, {[GEN_SPACE_TAG] = true}},
    {ABX_KIND_UNION, {[GEN_SPACE_TAG] = true}},
    {ABX_KIND_ENUM, {[GEN_SPACE_TAG] = true}},
    {ABX_KIND_ALIAS, {[GEN_SPACE_MACRO] = true}},
    {ABX_KIND_MEMBER, {[GEN_SPACE_MACRO] = true}},
    {ABX_KIND_OMIT,
     {[GEN_SPACE_ORDINARY] = true, [GEN_SPACE_TAG] = true, [GEN_SPACE_MACRO] = true}},
};

/* Whether one of the files is an own one. A header that is left out has no file. */
static bool is_own_name(const struct gen_job *job, const struct gen_line *line,
                        const bool *is_in)
{
    bool is_known = false;

    for (unsigned space = 0; space < GEN_N_SPACES; space++) {
        const struct gen_origin *origin =
            is_in[space] ? gen_origins_find(&job->origins, space, line->name) : NULL;

        is_known |= origin != NULL;
        for (; origin; origin = origin->next)
            if (origin->file->is_own)
                return true;
    }
    return !is_known && line->kind == ABX_KIND_OMIT;
}

static bool is_own_line(const struct gen_job *job, const struct gen_line *line)
{
    for (size_t i = 0; i < sizeof(spaces) / sizeof(*spaces); i++)
        if (spaces[i].kind == line->kind)
            return job->options.takes_all || is_own_name(job, line, spaces[i].is_in);
    return false; /* goes with another line */
}

/* ---- by name */

static bool is_asked_for(struct selection *selection, const struct gen_line *line)
{
    const struct gen_options *options = &selection->job->options;
    bool is_limited = false, is_named = false, is_skipped = false;

    for (size_t i = 0; i < options->n_patterns; i++) {
        const struct gen_pattern *pattern = &options->patterns[i];
        bool is_match = fnmatch(pattern->text, line->name, 0) == 0;

        selection->n_matches[i] += is_match;
        is_limited |= !pattern->is_skip;
        is_named |= is_match && !pattern->is_skip;
        is_skipped |= is_match && pattern->is_skip;
    }
    return !is_skipped && (is_named || !is_limited);
}

static void check_patterns(const struct selection *selection)
{
    const struct gen_options *options = &selection->job->options;

    for (size_t i = 0; i < options->n_patterns; i++)
        if (!selection->n_matches[i])
            gen_error(&selection->job->messages, (struct gen_place){0},
                      "%s %s: no name of these headers matches",
                      options->patterns[i].is_skip ? "--skip" : "--only",
                      options->patterns[i].text);
}

/* ---- by reference */

static void take(struct selection *selection, struct gen_line *line)
{
    if (!line || line->is_selected || line->is_dropped)
        return;
    line->is_selected = true;
    if (ABX_ARRAY_RESERVE(&selection->pending))
        selection->pending.items[selection->pending.n_items++] = line;
    else
        selection->out_of_memory = true;
}

static void take_named(struct selection *selection, enum abx_kind kind,
                       const struct gen_reference *reference)
{
    struct abx_buffer key = {0};

    abx_buffer_printf(&key, "%s ", abx_kind_word(kind));
    abx_buffer_put(&key, reference->text, reference->size);
    if (key.failed)
        selection->out_of_memory = true;
    else
        take(selection, gen_lines_find_key(&selection->job->lines, key.data, key.size));
    abx_buffer_finish(&key);
}

/* "struct X" is a key as it stands, a typedef's name is not. */
static void take_type(struct selection *selection, const struct gen_reference *reference)
{
    if (memchr(reference->text, ' ', reference->size))
        take(selection, gen_lines_find_key(&selection->job->lines, reference->text,
                                           reference->size));
    else
        take_named(selection, ABX_KIND_TYPEDEF, reference);
}

static void take_constant(struct selection *selection,
                          const struct gen_reference *reference)
{
    take_named(selection, ABX_KIND_CONST, reference);
}

static void take_constants(struct selection *selection,
                           const struct gen_reference *reference)
{
    const struct gen_lines *lines = &selection->job->lines;

    for (size_t i = 0; i < lines->map.n_items; i++) {
        struct gen_line *line = lines->map.items[i].value;

        if (line->kind == ABX_KIND_CONST &&
            !strncmp(line->name, reference->text, reference->size))
            take(selection, line);
    }
}

static void take_target(struct selection *selection,
                        const struct gen_reference *reference)
{
    static const enum abx_kind kinds[] = {ABX_KIND_FN, ABX_KIND_VAR, ABX_KIND_TYPEDEF,
                                          ABX_KIND_ALIAS};

    for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
        take_named(selection, kinds[i], reference);
}

static void follow(struct selection *selection)
{
    static void (*const takers[])(struct selection *, const struct gen_reference *) = {
        [GEN_REFERS_TO_TYPE] = take_type,
        [GEN_REFERS_TO_CONSTANT] = take_constant,
        [GEN_REFERS_TO_CONSTANTS] = take_constants,
        [GEN_REFERS_TO_TARGET] = take_target,
    };

    while (selection->pending.n_items) {
        struct gen_references references;
        struct gen_reference reference;

        gen_references_init(&references,
                            selection->pending.items[--selection->pending.n_items]);
        while (gen_references_next(&references, &reference))
            takers[reference.kind](selection, &reference);
    }
}

/* ---- what goes with other lines */

/* A text about a function's failure stands if the function does. */
static void take_errors(struct selection *selection)
{
    struct gen_lines *lines = &selection->job->lines;

    for (size_t i = 0; i < lines->map.n_items; i++) {
        struct gen_line *line = lines->map.items[i].value;
        struct abx_buffer key = {0};
        const struct gen_line *function;

        if (line->kind != ABX_KIND_ERROR)
            continue;
        abx_buffer_printf(&key, "%s %.*s", abx_kind_word(ABX_KIND_FN),
                          (int)strcspn(line->name, " "), line->name);
        function = gen_lines_find_key(lines, abx_buffer_text(&key), key.size);
        if (function && function->is_selected)
            take(selection, line);
        if (key.failed)
            selection->out_of_memory = true;
        abx_buffer_finish(&key);
    }
}

/* "2 fn NAME": the key of the line that was read in a later unit. */
static void take_units(struct selection *selection)
{
    struct gen_lines *lines = &selection->job->lines;

    for (size_t i = 0; i < lines->map.n_items; i++) {
        struct gen_line *line = lines->map.items[i].value;
        const char *key = line->name + strcspn(line->name, " ");
        const struct gen_line *other;

        if (line->kind != ABX_KIND_UNIT)
            continue;
        other = gen_lines_find_key(lines, key + 1, strlen(key + 1));
        if (other && other->is_selected)
            take(selection, line);
    }
}

static bool has_selected_type(const struct gen_lines *lines, const char *name,
                              size_t size)
{
    struct abx_buffer key = {0};
    const struct gen_line *line;

    if (!memchr(name, ' ', size))
        abx_buffer_printf(&key, "%s ", abx_kind_word(ABX_KIND_TYPEDEF));
    abx_buffer_put(&key, name, size);
    line = gen_lines_find_key(lines, abx_buffer_text(&key), key.size);
    abx_buffer_finish(&key);
    return line && line->is_selected;
}

/* A macro that names members does so in the types that the table has. */
static void limit_member(struct gen_lines *lines, struct gen_line *line)
{
    const char *at =
        line->text + strlen(abx_kind_word(line->kind)) + 1 + strlen(line->name) + 1;
    size_t path_size = strcspn(at, " ");
    struct abx_buffer rest = {0};

    abx_buffer_put(&rest, at, path_size);
    at += path_size;
    while (*at) {
        const char *type = at + strspn(at, "; ");
        size_t size = strcspn(type, ";");

        if (has_selected_type(lines, type, size))
            abx_buffer_printf(&rest, "%s%.*s", rest.size > path_size ? "; " : " ",
                              (int)size, type);
        at = type + size;
    }
    if (rest.size > path_size) {
        gen_lines_replace(lines, line, abx_buffer_text(&rest));
    } else {
        struct gen_line *omitted =
            gen_lines_add(lines, ABX_KIND_OMIT, line->name,
                          "names a member of no type that stands here", line->unit);

        line->is_selected = false;
        if (omitted)
            omitted->is_selected = true;
    }
    if (rest.failed)
        lines->out_of_memory = true;
    abx_buffer_finish(&rest);
}

static void limit_members(struct gen_lines *lines)
{
    for (size_t i = 0; i < lines->map.n_items; i++) {
        struct gen_line *line = lines->map.items[i].value;

        if (line->kind == ABX_KIND_MEMBER && line->is_selected)
            limit_member(lines, line);
    }
}

/* ---- the whole */

/* The patterns first: a spec that wants all files has them at once. */
static void choose_files(struct gen_job *job)
{
    for (size_t i = 0; i < job->spec.headers.n_items; i++) {
        const struct gen_spec_item *item = &job->spec.headers.items[i];

        if (!gen_files_choose_matching(&job->files, item->text))
            gen_error(&job->messages, item->place,
                      "HEADERS(\"%s\"): no header that was read matches", item->text);
    }
    if (!gen_files_are_all_own(&job->files))
        gen_files_choose(&job->files);
}

static void choose_lines(struct selection *selection)
{
    const struct gen_lines *lines = &selection->job->lines;

    for (size_t i = 0; i < lines->map.n_items; i++) {
        struct gen_line *line = lines->map.items[i].value;

        if (!line->is_dropped && is_own_line(selection->job, line) &&
            is_asked_for(selection, line))
            take(selection, line);
    }
}

static void drop_rest(struct gen_lines *lines)
{
    for (size_t i = 0; i < lines->map.n_items; i++) {
        struct gen_line *line = lines->map.items[i].value;

        line->is_dropped |= !line->is_selected;
    }
}

static void select_lines(struct selection *selection)
{
    struct gen_lines *lines = &selection->job->lines;

    choose_lines(selection);
    check_patterns(selection);
    follow(selection);
    take_errors(selection);
    follow(selection);
    limit_members(lines);
    take_units(selection);
    drop_rest(lines);
}

void gen_select(struct gen_job *job)
{
    const struct gen_options *options = &job->options;
    struct selection selection = {.job = job};

    choose_files(job);
    if ((options->takes_all || gen_files_are_all_own(&job->files)) &&
        !options->n_patterns)
        return;
    selection.n_matches = calloc(options->n_patterns + 1, sizeof(*selection.n_matches));
    if (selection.n_matches)
        select_lines(&selection);
    if (!selection.n_matches || selection.out_of_memory)
        job->out_of_memory = true;
    free(selection.n_matches);
    free(selection.pending.items);
}
