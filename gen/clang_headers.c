/*
 * Headers of another platform do not look wrong: they give other layouts. So each file that
 * the parser opened has to lie where the target's headers are, or where the command line
 * says that the sources are.
 */
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "gen/clang_declare.h"
#include "gen/clang_file.h"
#include "gen/spec_text.h"

/* Debian keeps each platform's headers in a folder called after it, below the others'. */
static bool is_of_another(const char *rest, const char *platform)
{
    const char *system = strstr(rest, "-linux-");
    size_t size = strcspn(rest, "/");

    return system && system < rest + size &&
           (strlen(platform) != size || strncmp(rest, platform, size) != 0);
}

/* What follows in @path behind @folder; NULL if it is not below it. */
static const char *rest_below(const char *path, const char *folder)
{
    size_t size = strlen(folder);

    while (size > 1 && folder[size - 1] == '/')
        size--;
    if (strncmp(path, folder, size) != 0 || (size > 1 && path[size] != '/'))
        return NULL;
    path += size;
    return path + strspn(path, "/");
}

/* The shortest rest of @path behind one of the folders; NULL if it is below none. */
static const char *find_rest(const struct abx_words *folders, const char *path)
{
    const char *best = NULL;

    for (size_t i = 0; path && i < folders->n_items; i++) {
        const char *rest = rest_below(path, folders->items[i]);

        if (rest && (!best || rest > best))
            best = rest;
    }
    return best;
}

/* As it is named: a toolchain may consist of links. Or as it really lies. */
static bool is_inside(const struct gen_reader *reader, const char *name)
{
    const struct gen_clang *clang = reader->clang;
    const char *rest = find_rest(&clang->folders, name);
    char *real = NULL;
    bool is_one;

    if (!rest || strstr(rest, "../")) {
        real = realpath(name, NULL);
        rest = find_rest(&clang->real_folders, real);
    }
    is_one = rest && !is_of_another(rest, reader->job->platform.name);
    free(real);
    return is_one;
}

/* Whether it is the "spec.h" that is built in, and on no disk. */
static bool is_spec_header(const char *name)
{
    const char *slash = strrchr(name, '/');

    return !strcmp(slash ? slash + 1 : name, "spec.h") && access(name, F_OK) != 0;
}

static void check_file(CXFile file, CXSourceLocation *stack, unsigned depth,
                       CXClientData data)
{
    struct gen_reader *reader = data;
    struct gen_location includer = {0};
    struct gen_place place;
    const char *name;

    if (!depth || gen_is_resource_file(reader->clang, file))
        return;
    name = gen_take_string(&reader->types.arena, clang_getFileName(file));
    includer = gen_location_of(stack[0]);
    place = gen_place_of(&reader->job->spec.arena, includer);
    if (!name || !place.file) {
        reader->types.out_of_memory = true;
        return;
    }
    if (is_inside(reader, name) || is_spec_header(name))
        return;
    name += strncmp(name, "./", 2) == 0 ? 2 : 0;
    if (depth == 1)
        gen_error(&reader->job->messages, (struct gen_place){name, 0, 0},
                  "lies in no folder of the target's headers; -I names one more");
    else if (is_inside(reader, place.file))
        gen_error(&reader->job->messages, place,
                  "includes %s, which lies in no folder of the target's headers; -I "
                  "names one more",
                  name);
}

void gen_check_headers(struct gen_reader *reader)
{
    clang_getInclusions(reader->tu, check_file, reader);
}

static void count_file(CXFile file, CXSourceLocation *stack, unsigned depth,
                       CXClientData data)
{
    struct gen_reader *reader = data;
    const struct gen_file_text *text;

    (void)stack;
    if (!depth || gen_is_resource_file(reader->clang, file) ||
        gen_is_spec_file(reader, file))
        return;
    text = gen_file_texts_find(&reader->texts, file);
    if (!text)
        reader->job->out_of_memory = true;
    else if (!text->text || strcmp(text->text, gen_spec_text) != 0)
        gen_headers_add(&reader->job->headers, text->text ? text->text : "", text->size);
}

void gen_count_headers(struct gen_reader *reader)
{
    clang_getInclusions(reader->tu, count_file, reader);
}
