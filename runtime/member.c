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

/* A path visits fewer members than the largest records of all headers have together. */
enum { LABEL = 80, MAX_VISITS = 100000, MAX_DIGITS = 40 };

struct walk {
    const struct abx_table *table;
    const char *at;
    const char *end;
    bool is_macro;           /* walking the path of a macro: no macros in it */
    unsigned n_visits;       /* members looked at */
    bool is_fixed;           /* found is const, or what it is a part of */
    struct abx_member found; /* type is that of the whole at first */
    struct abx_error *err;
};

static int walk_path(struct walk *walk);

static int refuse(struct walk *walk, const char *reason)
{
    return abx_error_refuse(walk->err, ABX_REASON_VALUE, "%.*s: %s",
                            (int)(walk->end - walk->at < 80 ? walk->end - walk->at : 80),
                            walk->at, reason);
}

/* ---- names ---- */

/* A search for a name; walk->n_visits bounds all that belong to one path. */
struct search {
    const char *name;
    size_t size;
    unsigned *n_visitsp;
    struct abx_member *foundp;
    bool *is_fixedp;
};

/*
 * Looks through anonymous members too: ABX_OK; ABX_MISSING; ABX_BROKEN where there are
 * more than headers have. Their nesting is that of a type, which is limited, but a
 * damaged table may repeat each of them, and then their number doubles with the depth.
 */
static int find_name(const struct search *search, const struct abx_type *record)
{
    for (size_t i = 0; i < record->n_members; i++) {
        const struct abx_member *member = &record->members[i];
        int status = ABX_MISSING;

        if (++*search->n_visitsp > MAX_VISITS)
            return ABX_BROKEN;
        if (member->name == NULL) {
            status = find_name(search, abx_type_strip(member->type));
        } else if (strncmp(member->name, search->name, search->size) == 0 &&
                   member->name[search->size] == '\0') {
            *search->foundp = *member;
            return ABX_OK;
        }
        if (status == ABX_OK) {
            search->foundp->offset += member->offset;
            *search->is_fixedp |= abx_type_is_fixed(member->type);
        }
        if (status != ABX_MISSING)
            return status;
    }
    return ABX_MISSING;
}

/* The line of a record with a tag, 0 for others. */
static long line_of(const struct abx_table *table, const struct abx_type *record)
{
    enum abx_kind kind =
        record->kind == ABX_TYPE_UNION ? ABX_KIND_UNION : ABX_KIND_STRUCT;
    struct abx_entry entry;

    if (record->name == NULL ||
        abx_table_find_line(table, kind, record->name, strlen(record->name), &entry,
                            NULL) != ABX_OK)
        return 0;
    return abx_table_line(table, entry.text);
}

static int step_into_record(struct walk *walk, const char *name, size_t size)
{
    const struct abx_type *record = abx_type_strip(walk->found.type);
    struct abx_member member;
    const struct search search = {name, size, &walk->n_visits, &member, &walk->is_fixed};
    char label[LABEL];
    int status = find_name(&search, record);

    if (status == ABX_BROKEN)
        return abx_error_broken(walk->err, line_of(walk->table, record),
                                "%s has more members inside of anonymous ones than are "
                                "searched",
                                abx_type_label(walk->found.type, label, sizeof(label)));
    if (status != ABX_OK)
        return status;
    member.offset += walk->found.offset;
    walk->found = member;
    return ABX_OK;
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

/* ABX_MISSING, with no message of use, if no macro of that name leads anywhere here. */
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
    return status == ABX_REFUSED ? ABX_MISSING : status;
}

static int step_into_name(struct walk *walk)
{
    const struct abx_type *record = abx_type_strip(walk->found.type);
    const char *name = walk->at;
    char label[LABEL];
    size_t size = 0;
    int status;

    while (name + size < walk->end && abx_is_name_char(name[size]))
        size++;
    if (size == 0 || (*name >= '0' && *name <= '9'))
        return refuse(walk, "not the path of a member");
    walk->at += size;
    status = step_into_record(walk, name, size);
    if (status == ABX_MISSING && !walk->is_macro &&
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

/* What stands there is an index if it is a number: one that is too great for any array. */
static int refuse_index(struct walk *walk)
{
    const char *digits = walk->at + 1;
    const char *at = digits;
    char label[LABEL];

    while (at < walk->end && *at >= '0' && *at <= '9')
        at++;
    if (at == digits || *digits == '0' || at == walk->end || *at != ']')
        return refuse(walk, "not an index");
    return abx_error_refuse(walk->err, ABX_REASON_RANGE, "%s has no element [%.*s%s]",
                            abx_type_label(walk->found.type, label, sizeof(label)),
                            at - digits < MAX_DIGITS ? (int)(at - digits) : MAX_DIGITS,
                            digits, at - digits > MAX_DIGITS ? "..." : "");
}

static int step_into_element(struct walk *walk)
{
    const struct abx_type *array = abx_type_strip(walk->found.type);
    struct abx_parser parser = {.at = walk->at, .end = walk->end};
    char label[LABEL];
    size_t index;

    if (!abx_parser_takes(&parser, "[") || !abx_parser_take_number(&parser, &index) ||
        !abx_parser_takes(&parser, "]"))
        return refuse_index(walk);
    abx_type_label(walk->found.type, label, sizeof(label));
    if (array->kind != ABX_TYPE_ARRAY && array->kind != ABX_TYPE_COMPLEX)
        return abx_error_refuse(walk->err, ABX_REASON_KIND,
                                "%s is no array and has no element [%zu]", label, index);
    if (index >= length_of(array))
        return abx_error_refuse(walk->err, ABX_REASON_RANGE, "%s has no element [%zu]",
                                label, index);
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

int abx_type_find_member(struct abx_table *table, const struct abx_type *type,
                         const char *path, struct abx_member *memberp,
                         struct abx_error *err)
{
    struct walk walk = {.table = table,
                        .at = path,
                        .end = path + strlen(path),
                        .is_fixed = abx_type_is_fixed(type),
                        .found = {.type = type},
                        .err = err};
    int status = *path != '\0' ? walk_path(&walk)
                               : abx_error_refuse(err, ABX_REASON_VALUE,
                                                  "an empty path names no member");

    *memberp = status == ABX_OK ? walk.found : (struct abx_member){0};
    memberp->is_const = status == ABX_OK && walk.is_fixed;
    return status;
}
