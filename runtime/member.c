/*
 * Members by path. A path is walked from left to right; each step replaces the member
 * found so far by one inside of it. Where a record has no member of a name, a macro of
 * the headers may give it (st_atime), and its path is walked instead.
 */
#include "runtime/member.h"

#include <string.h>

#include "runtime/error.h"
#include "runtime/grammar.h"
#include "runtime/parser.h"
#include "runtime/table.h"
#include "runtime/type.h"

enum { LABEL = 80 };

struct walk {
    const struct abx_table *table;
    const char *at;
    const char *end;
    bool is_macro;           /* walking the path of a macro: no macros in it */
    bool is_fixed;           /* found is const, or what it is a part of */
    struct abx_member found; /* type is that of the whole at first */
    struct abx_error *err;
};

static int walk_path(struct walk *walk);

static int refuse(struct walk *walk, const char *reason)
{
    return abx_error_refuse(walk->err, 0, "%.*s: %s",
                            (int)(walk->end - walk->at < 80 ? walk->end - walk->at : 80),
                            walk->at, reason);
}

/* ---- names ---- */

/* Looks through anonymous members too. Their nesting is that of a type, which is limited.
 */
static bool find_name(const struct abx_type *record, const char *name, size_t size,
                      struct abx_member *foundp, bool *is_fixedp)
{
    for (size_t i = 0; i < record->n_members; i++) {
        const struct abx_member *member = &record->members[i];

        if (member->name != NULL && strncmp(member->name, name, size) == 0 &&
            member->name[size] == '\0') {
            *foundp = *member;
            return true;
        }
        if (member->name == NULL &&
            find_name(abx_type_strip(member->type), name, size, foundp, is_fixedp)) {
            foundp->offset += member->offset;
            *is_fixedp |= abx_type_is_fixed(member->type);
            return true;
        }
    }
    return false;
}

/* Whether @type, or what it is a typedef of, is called @text. */
static bool is_called(const struct abx_type *type, const char *text, size_t size)
{
    const char *word = "";

    for (; type->kind == ABX_TYPE_TYPEDEF; type = type->target) {
        if (strncmp(type->name, text, size) == 0 && type->name[size] == '\0')
            return true;
    }
    if (type->kind == ABX_TYPE_STRUCT)
        word = "struct ";
    else if (type->kind == ABX_TYPE_UNION)
        word = "union ";
    if (type->name == NULL || size <= strlen(word) ||
        memcmp(text, word, strlen(word)) != 0)
        return false;
    text += strlen(word);
    size -= strlen(word);
    return strncmp(type->name, text, size) == 0 && type->name[size] == '\0';
}

/* Whether a `member` line, from behind its path on, lists @type. */
static bool is_listed(const struct abx_type *type, const char *text, const char *end)
{
    while (text < end) {
        const char *stop = memchr(text, ';', (size_t)(end - text));

        if (stop == NULL)
            stop = end;
        if (is_called(type, text, (size_t)(stop - text)))
            return true;
        text = stop + 2;
    }
    return false;
}

/* ABX_MISSING, without a message, if no macro of that name leads anywhere in this record.
 */
static int find_macro(struct walk *walk, const char *name, size_t size)
{
    struct walk inner = *walk;
    struct abx_entry entry;
    const char *path;
    const char *end;
    int status =
        abx_table_find_line(walk->table, ABX_KIND_MEMBER, name, size, &entry, walk->err);

    if (status != ABX_OK)
        return status;
    path = entry.name + entry.name_size + 1;
    end = entry.text + entry.text_size;
    inner.at = path;
    inner.end = memchr(path, ' ', (size_t)(end - path));
    inner.is_macro = true;
    inner.err = NULL;
    if (inner.end == NULL)
        return abx_error_broken(walk->err, abx_table_line(walk->table, path),
                                "member %.*s: the line lists no type", (int)size, name);
    status = walk_path(&inner);
    if (status == ABX_OK) {
        walk->found = inner.found;
        walk->is_fixed = inner.is_fixed;
        return ABX_OK;
    }
    if (status > 0 && is_listed(walk->found.type, inner.end + 1, end))
        return abx_error_broken(
            walk->err, abx_table_line(walk->table, path),
            "member %.*s: its path leads nowhere in a type that it lists", (int)size,
            name);
    return status > 0 ? ABX_MISSING : status;
}

static int step_into_name(struct walk *walk)
{
    const struct abx_type *record = abx_type_strip(walk->found.type);
    const char *name = walk->at;
    char label[LABEL];
    struct abx_member member;
    size_t size = 0;
    int status = ABX_MISSING;

    while (name + size < walk->end && abx_is_name_char(name[size]))
        size++;
    if (size == 0 || (*name >= '0' && *name <= '9'))
        return refuse(walk, "not the path of a member");
    walk->at += size;
    if (find_name(record, name, size, &member, &walk->is_fixed)) {
        member.offset += walk->found.offset;
        walk->found = member;
        return ABX_OK;
    }
    if (!walk->is_macro &&
        (record->kind == ABX_TYPE_STRUCT || record->kind == ABX_TYPE_UNION))
        status = find_macro(walk, name, size);
    if (status != ABX_MISSING)
        return status;
    return abx_error_set(walk->err, ABX_MISSING, "%s has no member %.*s",
                         abx_type_label(walk->found.type, label, sizeof(label)),
                         size < 100 ? (int)size : 100, name);
}

/* ---- indices ---- */

bool abx_path_take_index(const char **pathp, size_t *indexp)
{
    struct abx_parser parser = {.at = *pathp, .end = *pathp + strlen(*pathp)};

    if (!abx_parser_takes(&parser, "[") || !abx_parser_take_number(&parser, indexp) ||
        !abx_parser_takes(&parser, "]"))
        return false;
    *pathp = parser.at;
    return true;
}

/* How many elements an index may choose from; a complex number is its two parts. */
static size_t length_of(const struct abx_type *type)
{
    if (type->kind == ABX_TYPE_COMPLEX)
        return 2;
    if (type->is_flexible)
        return type->target->size > 0 ? ABX_SIZE_LIMIT / type->target->size
                                      : ABX_SIZE_LIMIT;
    return type->length;
}

static int step_into_element(struct walk *walk)
{
    const struct abx_type *array = abx_type_strip(walk->found.type);
    struct abx_parser parser = {.at = walk->at, .end = walk->end};
    char label[LABEL];
    size_t index;

    if (!abx_parser_takes(&parser, "[") || !abx_parser_take_number(&parser, &index) ||
        !abx_parser_takes(&parser, "]"))
        return refuse(walk, "not an index");
    abx_type_label(walk->found.type, label, sizeof(label));
    if (array->kind != ABX_TYPE_ARRAY && array->kind != ABX_TYPE_COMPLEX)
        return abx_error_refuse(walk->err, 0, "%s is no array and has no element [%zu]",
                                label, index);
    if (index >= length_of(array))
        return abx_error_refuse(walk->err, 0, "%s has no element [%zu]", label, index);
    walk->at = parser.at;
    walk->found.offset += index * array->target->size;
    walk->found.type = array->target;
    walk->found.is_bit_field = false;
    return ABX_OK;
}

static int step(struct walk *walk, bool is_first)
{
    if (*walk->at == '[')
        return step_into_element(walk);
    if (is_first)
        return step_into_name(walk);
    if (*walk->at != '.')
        return refuse(walk, "neither `.` nor `[` nor the end of a path");
    walk->at++;
    return step_into_name(walk);
}

static int walk_path(struct walk *walk)
{
    int status = walk->at < walk->end ? step(walk, true) : refuse(walk, "an empty path");

    while (status == ABX_OK && walk->at < walk->end) {
        walk->is_fixed |= abx_type_is_fixed(walk->found.type);
        status = step(walk, false);
    }
    walk->is_fixed |= abx_type_is_fixed(walk->found.type);
    return status;
}

int abx_member_find(struct abx_table *table, const struct abx_type *type,
                    const char *path, struct abx_member *memberp, bool *is_fixedp,
                    struct abx_error *err)
{
    struct walk walk = {.table = table,
                        .at = path,
                        .end = path + strlen(path),
                        .is_fixed = abx_type_is_fixed(type),
                        .found = {.type = type},
                        .err = err};
    int status = *path != '\0'
                     ? walk_path(&walk)
                     : abx_error_refuse(err, 0, "an empty path names no member");

    if (status == ABX_OK) {
        *memberp = walk.found;
        *is_fixedp = walk.is_fixed;
    }
    return status;
}

int abx_type_find_member(struct abx_table *table, const struct abx_type *type,
                         const char *path, struct abx_member *memberp,
                         struct abx_error *err)
{
    bool is_fixed;

    return abx_member_find(table, type, path, memberp, &is_fixed, err);
}
