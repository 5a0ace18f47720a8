/**
 * The subcommand `verify`: a compiler proves every fact of a table. Tables are made by
 * one program that reads headers; that another one, which the target's programs are built
 * with, comes to the same layouts and values is what makes them safe to call through.
 */
#include "tools/verify.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tools/command.h"
#include "tools/drift.h"
#include "tools/json.h"

struct options {
    const char *compiler;
    const char *source;
    bool record;
    bool omits;
    bool quiet;
    bool json;
    bool drift;
};

struct run {
    struct options options;
    const char *path;         /* of the table */
    const char *platform;     /* of the table */
    struct abx_buffer chosen; /* the compiler's command, where none was named */
    struct abx_session session;
    struct compiler compiler;
    struct input input;
    struct fact_list facts;
    struct settling settling;
    size_t counts[N_FACT_STATES];
};

/* ---- answers */

/* A compiler for another platform would make every fact wrong for one reason. */
static bool check_platform(const struct run *run)
{
    if (strcmp(run->platform, run->compiler.platform) == 0)
        return true;
    abx_message_at(run->path, 0,
                   "it is a table for %s, but %s compiles for %s; --cc names "
                   "another compiler",
                   run->platform, run->options.compiler, run->compiler.platform);
    return false;
}

/* Whether the unit has functions that the header defines for itself. One of whose arguments
 * any number is passed cannot be compared. */
static bool has_own(struct fact_list *facts, unsigned unit)
{
    bool is_any = false;
    size_t i;

    for (i = 0; i < facts->n_items; i++) {
        struct fact *fact = &facts->items[i];

        if (fact->unit != unit || !fact->is_inside)
            continue;
        fact->is_inside = fact->forwarder != NULL;
        if (!fact->forwarder && fact->group == GROUP_SYMBOLS)
            fact->got_text = "";
        is_any |= fact->is_inside;
    }
    return is_any;
}

/* What the header defines for itself stands for what it calls if it does nothing more. */
static bool answer_own(struct run *run, unsigned unit, const struct input *input)
{
    struct fact_list *facts = &run->facts;
    char path[PATH_MAX];
    struct object *object;
    size_t i;

    if (!has_own(facts, unit))
        return true;
    if (!compiler_compile_forwarders(&run->compiler, facts, unit, input, path))
        return false;
    object = object_open(path, NULL);
    for (i = 0; object && i < facts->n_items; i++) {
        struct fact *fact = &facts->items[i];

        if (fact->unit == unit && fact->is_inside &&
            !object_forwards(object, facts, fact))
            fact->got_text = "";
    }
    object_close(object);
    return object != NULL;
}

static bool answer_unit(struct run *run, unsigned unit, const struct input *input)
{
    char path[PATH_MAX];
    struct object *object;
    bool is_answered;

    if (!compiler_compile(&run->compiler, &run->facts, unit, input, path))
        return false;
    if (run->facts.is_incomplete)
        return true;
    object = object_open(path, NULL);
    is_answered = object && object_answer(object, &run->facts, unit);
    object_close(object);
    return is_answered && answer_own(run, unit, input) &&
           compiler_probe(&run->compiler, &run->facts, unit, input);
}

/* In the folders that the table names with -L, or where the compiler looks; NULL: it is in
 * none of them. The path may stand in @own, of PATH_MAX bytes. */
static const char *find_file(struct run *run, const char *name, char *own)
{
    const char *flag;
    size_t i;

    for (i = 0; (flag = abx_table_property(run->session.table, "flag", i)) != NULL; i++)
        if (strncmp(flag, "-L", 2) == 0 &&
            (size_t)snprintf(own, PATH_MAX, "%s/%s", flag + 2, name) < PATH_MAX &&
            access(own, R_OK) == 0)
            return own;
    return abx_compiler_find_library(&run->compiler.asked, name);
}

/* The file of a library; of a DLL, which a toolchain does not have, its import library. */
static const char *find_library(struct run *run, const char *name, char *own)
{
    static const char *const ends[] = {".dll.a", ".a"};
    size_t size = strlen(name);
    const char *path = NULL;
    char file[NAME_MAX];
    size_t i;

    if (size <= 4 || strcmp(name + size - 4, ".dll") != 0)
        return find_file(run, name, own);
    for (i = 0; !path && i < sizeof(ends) / sizeof(*ends); i++)
        if ((size_t)snprintf(file, sizeof(file), "lib%.*s%s", (int)size - 4, name,
                             ends[i]) < sizeof(file))
            path = find_file(run, file, own);
    return path;
}

/* The library called @name, opened; NULL after a message. */
static struct object *open_library(struct run *run, const char *name)
{
    char own[PATH_MAX];
    const char *path = find_library(run, name, own);
    struct object *object = path ? object_open(path, name) : NULL;
    const char *architecture;

    if (!path)
        abx_message_at(run->path, 0, "%s finds no library %s", run->options.compiler,
                       name);
    if (!object || object_is_for(object, run->platform, &architecture))
        return object;
    abx_message_at(run->path, 0, "%s finds %s, which is a library for %s",
                   run->options.compiler, path, architecture);
    object_close(object);
    return NULL;
}

/* By another name than it is linked by, the library may have to tell. */
static void answer_from_library(const struct object *object, struct fact *fact,
                                struct abx_arena *arena)
{
    const char *name;

    if (fact->group == GROUP_EXPORTS) {
        fact->got = object_has(object, fact->expected_text);
        return;
    }
    name = object_exported_as(object, fact->got_text);
    if (strcmp(name, fact->got_text) != 0)
        fact->got_text = abx_arena_copy(arena, name, strlen(name));
}

static bool is_of_library(const struct fact *fact, const char *name)
{
    bool is_asked = fact->group == GROUP_EXPORTS ||
                    (fact->aspect == &aspect_symbol && fact->got_text);

    return is_asked && fact->base && strcmp(fact->base, name) == 0;
}

/* Whether the symbols are in the library @name, and by which names. */
static bool answer_library(struct run *run, const char *name)
{
    struct object *object = open_library(run, name);
    struct fact_list *facts = &run->facts;
    size_t i;

    for (i = 0; object && i < facts->n_items; i++)
        if (is_of_library(&facts->items[i], name))
            answer_from_library(object, &facts->items[i], &facts->arena);
    object_close(object);
    return object != NULL;
}

static bool answer(struct run *run, const struct input *input)
{
    const char *library;
    unsigned unit;
    size_t i;

    for (unit = 1; unit <= run->facts.n_units && !run->facts.is_incomplete; unit++)
        if (!answer_unit(run, unit, input))
            return false;
    if (run->facts.is_incomplete)
        return true;
    for (i = 0; (library = abx_table_property(run->session.table, "library", i)); i++)
        if (!answer_library(run, library))
            return false;
    return true;
}

/* ---- verdicts */

static void judge(struct run *run)
{
    struct fact *items = run->facts.items;
    size_t first = 0;
    size_t i;

    for (i = 0; i < run->facts.n_items; i++) {
        if (items[i].line != items[first].line || !items[i].line)
            first = i;
        if (run->facts.is_incomplete && !items[i].rejection && items[i].group)
            continue;
        fact_judge(&items[i], &items[first], &items[i ? i - 1 : 0]);
        run->counts[items[i].state]++;
    }
}

static void spell_types(struct run *run, const struct input *input)
{
    bool is_wanted = false;
    unsigned unit;
    size_t i;

    for (i = 0; i < run->facts.n_items; i++)
        is_wanted = is_wanted || (run->facts.items[i].aspect == &aspect_type &&
                                  run->facts.items[i].state == FACT_WRONG);
    for (unit = 1; is_wanted && unit <= run->facts.n_units; unit++)
        compiler_spell_types(&run->compiler, &run->facts, unit, input);
}

static void print_findings(const struct run *run)
{
    struct abx_buffer text = {0};
    size_t i;

    for (i = 0; i < run->facts.n_items; i++) {
        const struct fact *fact = &run->facts.items[i];

        if (fact->state != FACT_WRONG && fact->state != FACT_EXCUSED)
            continue;
        abx_buffer_truncate(&text, 0);
        fact_put(&text, fact, &run->compiler);
        if (fact->state == FACT_WRONG)
            abx_message_at(run->path, fact->line, "%s", abx_buffer_text(&text));
        else if (!run->options.quiet)
            printf("%s:%ld: excused: %s\n", run->path, fact->line,
                   abx_buffer_text(&text));
    }
    abx_buffer_finish(&text);
}

static int print_summary(const struct run *run)
{
    if (run->settling.n_omitted && !run->counts[FACT_WRONG])
        printf("%zu lines left out\n", run->settling.n_omitted);
    printf("%zu facts proven by %s (%s), %zu wrong, %zu excused\n",
           run->counts[FACT_PROVEN], run->compiler.version, run->compiler.platform,
           run->counts[FACT_WRONG], run->counts[FACT_EXCUSED]);
    if (!abx_table_property(run->session.table, "library", 0))
        puts("no symbol was looked up: the table names no library");
    if (run->counts[FACT_WRONG] && abx_table_property(run->session.table, "verified", 0))
        puts("all facts of this table were proven once: abidex verify --drift tells "
             "whether the headers have changed since");
    return ABX_EXIT_DONE;
}

static void put_finding(struct abx_json *json, const struct run *run,
                        const struct fact *fact)
{
    struct abx_buffer text = {0};

    fact_put(&text, fact, &run->compiler);
    abx_json_begin_object(json, NULL);
    abx_json_int(json, "line", fact->line);
    abx_json_string(json, "subject", fact->subject);
    abx_json_string(json, "aspect", fact->aspect->name);
    abx_json_bool(json, "excused", fact->state == FACT_EXCUSED);
    abx_json_bytes(json, "message", abx_buffer_text(&text), text.size);
    abx_json_end_object(json);
    json->out->failed |= text.failed;
    abx_buffer_finish(&text);
}

static int print_json(const struct run *run)
{
    struct abx_buffer out = {0};
    struct abx_json json = {.out = &out};
    size_t i;

    abx_json_begin_object(&json, NULL);
    abx_json_string(&json, "table", run->path);
    abx_json_string(&json, "compiler", run->compiler.version);
    abx_json_string(&json, "command", run->options.compiler);
    abx_json_string(&json, "platform", run->compiler.platform);
    abx_json_uint(&json, "proven", run->counts[FACT_PROVEN]);
    abx_json_uint(&json, "wrong", run->counts[FACT_WRONG]);
    abx_json_uint(&json, "omitted", run->settling.n_omitted);
    abx_json_uint(&json, "excused", run->counts[FACT_EXCUSED]);
    abx_json_begin_array(&json, "findings");
    for (i = 0; i < run->facts.n_items; i++)
        if (run->facts.items[i].state == FACT_WRONG ||
            run->facts.items[i].state == FACT_EXCUSED)
            put_finding(&json, run, &run->facts.items[i]);
    abx_json_end_array(&json);
    abx_json_end_object(&json);
    return abx_output(&out, ABX_EXIT_DONE);
}

/* Says why no more is said. */
static void print_incomplete(const struct run *run)
{
    if (run->facts.n_rejected)
        abx_message_at(run->path, 0,
                       "%s rejects so many lines that the others were not compared; are "
                       "these the headers of the table?",
                       run->options.compiler);
    else
        abx_message_at(run->path, 0,
                       "no other line can be compared before these are in order");
}

static int print_result(const struct run *run)
{
    if (run->options.json)
        return print_json(run);
    print_findings(run);
    return run->options.quiet ? ABX_EXIT_DONE : print_summary(run);
}

/* A table that was proven once and is wrong now must not go on saying so. */
static bool record(const struct run *run, bool is_proven)
{
    char value[320];

    if (!is_proven && !abx_table_property(run->session.table, "verified", 0))
        return true;
    snprintf(value, sizeof(value), "%zu %s (%s)", run->counts[FACT_PROVEN],
             run->compiler.version, run->compiler.platform);
    return table_rewrite_verified(run->path, is_proven ? value : NULL);
}

static bool choose(struct run *run)
{
    if (run->options.compiler)
        return true;
    if (!compiler_choose(&run->chosen, run->platform))
        return false;
    run->options.compiler = abx_buffer_text(&run->chosen);
    if (strcmp(run->platform, abx_platform()) != 0 && !run->options.quiet &&
        !run->options.json)
        printf("%s is for %s: asking %s\n", run->path, run->platform,
               run->options.compiler);
    return true;
}

/* Has every fact of the table that is open answered and judged. False after a message. */
static bool prove(struct run *run)
{
    facts_finish(&run->facts);
    memset(run->counts, 0, sizeof(run->counts));
    if (!facts_collect(&run->facts, run->session.table)) {
        abx_message("out of memory");
        return false;
    }
    if (!answer(run, &run->input))
        return false;
    judge(run);
    spell_types(run, &run->input);
    return true;
}

static bool is_wrong(const struct run *run)
{
    return run->counts[FACT_WRONG] || run->facts.is_incomplete;
}

/* Leaves out what is wrong until nothing is: a constant may have been proven only by what
 * is left out now. What cannot be left out is then reported as ever. False after a message. */
static bool settle(struct run *run)
{
    run->settling.is_quiet = run->options.quiet || run->options.json;
    while (is_wrong(run) && omissions_can_settle(&run->facts)) {
        if (!settling_take(&run->settling, &run->session, &run->facts, &run->compiler))
            return false;
        run->platform = abx_table_property(run->session.table, "platform", 0);
        if (!prove(run))
            return false;
    }
    return is_wrong(run) || settling_commit(&run->settling);
}

static int verify(struct run *run)
{
    bool is_proven;
    int exit;

    if (!choose(run) || !compiler_init(&run->compiler, run->options.compiler) ||
        !check_platform(run) ||
        !input_find(&run->input, run->session.table, run->options.source))
        return ABX_EXIT_UNUSABLE;
    if (!prove(run) || (run->options.omits && !settle(run)))
        return ABX_EXIT_UNUSABLE;
    exit = print_result(run);
    if (run->facts.is_incomplete)
        print_incomplete(run);
    is_proven = !is_wrong(run);
    if (exit != ABX_EXIT_DONE || (run->options.record && !record(run, is_proven)))
        return ABX_EXIT_UNUSABLE;
    return is_proven ? ABX_EXIT_DONE : ABX_EXIT_SHORT;
}

/* On this machine's platform no compiler is asked unless one is named. */
static int drift(struct run *run)
{
    const struct options *options = &run->options;
    bool is_asked = options->compiler || strcmp(run->platform, abx_platform()) != 0;
    struct drift_options drift = {
        .source = options->source, .is_quiet = options->quiet, .is_json = options->json};

    if (options->record || options->omits) {
        abx_message("--drift proves nothing that %s could write into the table",
                    options->record ? "--record" : "--omit-wrong");
        return ABX_EXIT_UNUSABLE;
    }
    if (is_asked && !choose(run))
        return ABX_EXIT_UNUSABLE;
    drift.compiler = options->compiler;
    return drift_run(run->session.table, &drift);
}

static int run_on(struct run *run, const char *table)
{
    int exit = abx_session_open(&run->session, table, false);
    char *path = NULL;

    if (exit == ABX_EXIT_DONE) {
        run->path = path = strdup(abx_table_path(run->session.table));
        run->platform = abx_table_property(run->session.table, "platform", 0);
        exit = !path ? ABX_EXIT_UNUSABLE : run->options.drift ? drift(run) : verify(run);
    }
    facts_finish(&run->facts);
    input_finish(&run->input);
    compiler_finish(&run->compiler);
    abx_buffer_finish(&run->chosen);
    settling_finish(&run->settling);
    free(path);
    abx_session_close(&run->session);
    return exit;
}

int verify_main(int argc, char **argv)
{
    struct run run = {0};
    const struct abx_option options[] = {
        {"cc", "COMPILER",
         "the target's compiler, with its options (default: cc, or PLATFORM-gcc for a "
         "table of another platform)",
         NULL, &run.options.compiler},
        {"source", "FILE", "the spec or header, instead of those the table names", NULL,
         &run.options.source},
        {"record", NULL,
         "write into the table's header that all is proven, or take that away",
         &run.options.record, NULL},
        {"omit-wrong", NULL,
         "leave out of the table what the compiler sees differently, with both answers, "
         "and what depends on it",
         &run.options.omits, NULL},
        {"drift", NULL, "generate it anew and tell what changed, as diff does",
         &run.options.drift, NULL},
        {"quiet", NULL, "print nothing but what is wrong", &run.options.quiet, NULL},
        {"json", NULL, "print findings and counts as JSON", &run.options.json, NULL},
        {0},
    };
    const struct abx_usage usage = {
        .name = "verify",
        .operands = "TABLE",
        .purpose =
            "Has the target's compiler prove each fact of a table: sizes, alignments, "
            "offsets,\nbit-fields, types, constants, prototypes, symbols.",
        .notes =
            "Nothing is run for the target: the answers are read from the object file.\n"
            "With --drift nothing is proven: the headers that are installed now are "
            "read\n"
            "as the table says that it was made, for another platform as its compiler "
            "says.\n"
            "Exit status: 0 all proven, or nothing breaks callers; 1 something differs;\n"
            "2 it could not run.",
        .examples = "  abidex verify ./libc.abx\n"
                    "  abidex verify --drift ./libc.abx\n"
                    "  abidex verify --cc \"aarch64-linux-gnu-gcc -O2\" ./libc.abx\n",
        .options = options,
        .n_min = 1,
        .n_max = 1,
    };
    int exit;

    return abx_usage_parse(&usage, &argc, argv, &exit) ? run_on(&run, argv[1]) : exit;
}
