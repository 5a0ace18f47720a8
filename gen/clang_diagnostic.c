/*
 * Errors in the sources end the run, with one exception: a spec may speak of a function
 * that this platform's headers do not declare.
 */
#include <string.h>

#include "gen/clang_declare.h"
#include "runtime/grammar.h"

/* Whether a file has statements of a spec about functions. */
static bool is_spec(const struct gen_file_text *file)
{
    static const char *const macros[] = {"FAILS(",
                                         "NEVER_FAILS(",
                                         "MEANS(",
                                         "LIKE(",
                                         "UNTOLD(",
                                         "REFUSE(",
                                         "RETURNS_TWICE(",
                                         "HAS_ATTRIBUTE(",
                                         "CALLS_BACK(",
                                         "HAS_BUFFER(",
                                         "HAS_ARRAY(",
                                         "FREES(",
                                         "FREES_ON_SUCCESS(",
                                         "HOLDS("};

    for (size_t i = 0; i < sizeof(macros) / sizeof(*macros); i++) {
        const char *at = file->text;

        while ((at = strstr(at, macros[i])) != NULL) {
            if (at == file->text || !abx_is_name_char(at[-1]))
                return true;
            at += strlen(macros[i]);
        }
    }
    return false;
}

/* The function that a statement of a spec at @location speaks of, by one of the spec's own
 * macros too, where nothing declares it; NULL if it is no such statement. */
static const char *find_subject(struct gen_reader *reader, struct gen_location location,
                                const char *message)
{
    static const char undeclared[] = "use of undeclared identifier '";
    const struct gen_file_text *file =
        location.file ? gen_file_texts_find(&reader->texts, location.file) : NULL;
    const char *name = message + strlen(undeclared);
    const char *word;

    if (strncmp(message, undeclared, strlen(undeclared)) != 0 || !file || !file->text ||
        location.offset >= file->size)
        return NULL;
    word = file->text + location.offset;
    if (word[strspn(word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789")] != '(' ||
        *word == '(' || !is_spec(file))
        return NULL;
    return abx_arena_copy(&reader->job->spec.arena, name, strcspn(name, "'"));
}

static void remember_undeclared(struct gen_reader *reader, const char *function,
                                struct gen_place place)
{
    struct gen_spec *spec = &reader->job->spec;
    struct gen_undeclared *undeclared =
        abx_arena_alloc(&spec->arena, sizeof(*undeclared));

    if (undeclared)
        *undeclared = (struct gen_undeclared){place, reader->unit};
    if (!undeclared ||
        abx_map_set(&spec->undeclared, function, strlen(function), undeclared) < 0)
        spec->out_of_memory = true;
}

/* Reports the error at the place of @note, if that says what a file before it left open. */
static bool report_opening(struct gen_reader *reader, CXDiagnostic note,
                           struct gen_place place, const char *text)
{
    static const char match[] = "to match this ";
    const char *what =
        gen_take_string(&reader->types.arena, clang_getDiagnosticSpelling(note));
    struct gen_place opening;

    if (!what || strncmp(what, match, sizeof(match) - 1) != 0)
        return false;
    opening = gen_place_of(&reader->job->spec.arena,
                           gen_location_of(clang_getDiagnosticLocation(note)));
    if (!opening.file || !place.file || strcmp(opening.file, place.file) == 0)
        return false;
    gen_error(&reader->job->messages, opening, "%s %s", text, what);
    return true;
}

/* What a header leaves open is missed only in the file behind it; a note beside the error
 * then tells where it was opened. False if there is no such note. */
static bool report_by_note(struct gen_reader *reader, CXDiagnostic diagnostic,
                           struct gen_place place, const char *text)
{
    CXDiagnosticSet notes = clang_getChildDiagnostics(diagnostic);
    unsigned n = clang_getNumDiagnosticsInSet(notes);
    bool is_reported = false;

    for (unsigned i = 0; i < n && !is_reported; i++) {
        CXDiagnostic note = clang_getDiagnosticInSet(notes, i);

        is_reported = report_opening(reader, note, place, text);
        clang_disposeDiagnostic(note);
    }
    clang_disposeDiagnosticSet(notes);
    return is_reported;
}

static void read_diagnostic(struct gen_reader *reader, CXDiagnostic diagnostic)
{
    struct gen_location location =
        gen_location_of(clang_getDiagnosticLocation(diagnostic));
    struct gen_place place = gen_place_of(&reader->job->spec.arena, location);
    const char *text =
        gen_take_string(&reader->types.arena, clang_getDiagnosticSpelling(diagnostic));
    const char *subject;

    if (clang_getDiagnosticSeverity(diagnostic) < CXDiagnostic_Error || !text)
        return;
    subject = find_subject(reader, location, text);
    if (subject)
        remember_undeclared(reader, subject, place);
    else if (report_by_note(reader, diagnostic, place, text))
        return;
    else if (place.file && !strcmp(place.file, GEN_MAIN_FILE))
        gen_error(&reader->job->messages, (struct gen_place){0}, "%s", text);
    else
        gen_error(&reader->job->messages, place, "%s", text);
}

void gen_read_diagnostics(struct gen_reader *reader)
{
    unsigned n = clang_getNumDiagnostics(reader->tu);

    for (unsigned i = 0; i < n; i++) {
        CXDiagnostic diagnostic = clang_getDiagnostic(reader->tu, i);

        read_diagnostic(reader, diagnostic);
        clang_disposeDiagnostic(diagnostic);
    }
}
