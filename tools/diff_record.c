/**
 * Two layouts of a record. Members are compared by the path by which a program reaches
 * them: what lies in an anonymous union is a member like any other, so that a header may
 * wrap one into the other without a change being seen. Where a member is a type whose own
 * layout changed, those behind it move; that is the other declaration's change and is not
 * told again.
 */
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "tools/diff.h"

enum { DEPTH_MAX = 32 };

struct leaf {
    const char *path;
    struct abx_member member;
    size_t offset;                 /* from the record or the named member around it */
    const struct abx_type *record; /* unnamed, with members of its own; NULL: none */
    const struct leaf *partner;
};

struct leaves {
    struct leaf *items;
    size_t n_items;
    size_t capacity;
};

struct layouts {
    struct diff *diff;
    const struct diff_pair *pair;
    struct leaves sides[2];
    size_t n_changes;
    bool is_breaking;
    bool is_pushed; /* a member whose own type changed lies in front */
};

/* ---- members by path */

/* The unnamed record that a type is, or is an array of. */
static const struct abx_type *find_unnamed(struct diff *diff, int side,
                                           const struct abx_type *type)
{
    while (type && abx_type_kind(type) == ABX_TYPE_ARRAY)
        type = diff_target(diff, side, type);
    if (!type || abx_type_name(type))
        return NULL;
    return abx_type_kind(type) == ABX_TYPE_STRUCT || abx_type_kind(type) == ABX_TYPE_UNION
               ? type
               : NULL;
}

struct place {
    const char *prefix; /* of the paths */
    size_t base;
    unsigned depth;
};

static void collect(struct layouts *layouts, int side, const struct abx_type *record,
                    const struct place *place);

static const char *join(struct diff *diff, const char *prefix, const char *name,
                        const char *suffix)
{
    size_t size = strlen(prefix) + strlen(name) + strlen(suffix);
    char *text = abx_arena_alloc(&diff->arena, size + 1);

    if (!text) {
        diff->is_out_of_memory = true;
        return "";
    }
    memcpy(text, prefix, strlen(prefix));
    memcpy(text + strlen(prefix), name, strlen(name));
    memcpy(text + strlen(prefix) + strlen(name), suffix, strlen(suffix));
    return text;
}

static void collect_member(struct layouts *layouts, int side,
                           const struct abx_member *member, const struct place *place)
{
    struct leaves *leaves = &layouts->sides[side];
    const struct abx_type *unnamed = find_unnamed(layouts->diff, side, member->type);
    bool is_array = abx_type_kind(member->type) == ABX_TYPE_ARRAY;
    struct place inner = {place->prefix, place->base + member->offset, place->depth + 1};

    if (unnamed && !member->name) {
        collect(layouts, side, unnamed, &inner);
        return;
    }
    if (!ABX_ARRAY_RESERVE(leaves)) {
        layouts->diff->is_out_of_memory = true;
        return;
    }
    leaves->items[leaves->n_items++] = (struct leaf){
        .path = join(
            layouts->diff, place->prefix,
            member->name ? member->name : diff_notation(layouts->diff, member->type), ""),
        .member = *member,
        .offset = place->base + member->offset,
        .record = unnamed,
    };
    if (!unnamed)
        return;
    inner.prefix =
        join(layouts->diff, place->prefix, member->name, is_array ? "[]." : ".");
    inner.base = 0;
    collect(layouts, side, unnamed, &inner);
}

static void collect(struct layouts *layouts, int side, const struct abx_type *record,
                    const struct place *place)
{
    struct abx_member member;
    size_t i;

    if (place->depth == DEPTH_MAX)
        return;
    for (i = 0; abx_type_member(record, i, &member) == ABX_OK; i++)
        collect_member(layouts, side, &member, place);
}

/* Most members have their partner at the same index. */
static struct leaf *find_leaf(struct leaves *leaves, const char *path, size_t hint)
{
    size_t i;

    if (hint < leaves->n_items && strcmp(leaves->items[hint].path, path) == 0)
        return &leaves->items[hint];
    for (i = 0; i < leaves->n_items; i++)
        if (strcmp(leaves->items[i].path, path) == 0)
            return &leaves->items[i];
    return NULL;
}

static void pair_leaves(struct layouts *layouts)
{
    struct leaves *after = &layouts->sides[DIFF_AFTER];
    struct leaf *before;
    size_t i;

    for (i = 0; i < after->n_items; i++) {
        before = find_leaf(&layouts->sides[DIFF_BEFORE], after->items[i].path, i);
        if (!before)
            continue;
        before->partner = &after->items[i];
        after->items[i].partner = before;
    }
}

/* ---- changes */

static const char *put_place(struct diff *diff, const struct leaf *leaf)
{
    struct abx_buffer text = {0};
    const char *copy;

    abx_buffer_printf(&text, "%zu", leaf->offset);
    if (leaf->member.is_bit_field)
        abx_buffer_printf(&text, ".%u:%u", leaf->member.bit_offset,
                          leaf->member.bit_width);
    copy = diff_copy(diff, abx_buffer_text(&text), text.size);
    abx_buffer_finish(&text);
    return copy;
}

static bool is_same_place(const struct leaf *before, const struct leaf *after)
{
    return before->offset == after->offset &&
           before->member.is_bit_field == after->member.is_bit_field &&
           before->member.bit_offset == after->member.bit_offset &&
           before->member.bit_width == after->member.bit_width;
}

static void count(struct layouts *layouts, bool breaks)
{
    layouts->n_changes++;
    layouts->is_breaking |= breaks;
}

/* Whether both are unnamed records in the same arrays: their members speak for them. */
static bool is_same_shape(struct layouts *layouts, const struct leaf *before,
                          const struct leaf *after)
{
    const struct abx_type *types[2] = {before->member.type, after->member.type};

    if (!before->record || !after->record)
        return false;
    while (types[0] && types[1] && abx_type_kind(types[0]) == ABX_TYPE_ARRAY &&
           abx_type_kind(types[1]) == ABX_TYPE_ARRAY &&
           abx_type_length(types[0]) == abx_type_length(types[1])) {
        types[0] = diff_target(layouts->diff, DIFF_BEFORE, types[0]);
        types[1] = diff_target(layouts->diff, DIFF_AFTER, types[1]);
    }
    return types[0] == before->record && types[1] == after->record &&
           abx_type_kind(types[0]) == abx_type_kind(types[1]);
}

static void compare_leaf_types(struct layouts *layouts, const struct leaf *before,
                               const struct leaf *after)
{
    struct diff *diff = layouts->diff;
    unsigned answer =
        is_same_shape(layouts, before, after)
            ? 0
            : diff_types(diff, before->member.type, after->member.type, false);
    bool breaks = (answer & ~(unsigned)DIFF_NAMES) != 0;

    if (answer != 0 && strcmp(diff_notation(diff, before->member.type),
                              diff_notation(diff, after->member.type)) != 0) {
        diff_add(diff, layouts->pair, breaks, breaks ? "member-type" : "names",
                 "member %s: type %s, was %s%s", after->path,
                 diff_notation(diff, after->member.type),
                 diff_notation(diff, before->member.type),
                 breaks ? "" : " (the same by another name)");
        count(layouts, breaks);
    }
    if (!breaks && !before->record && !after->record &&
        !diff_has_same_layout(diff, before->member.type, after->member.type))
        layouts->is_pushed = true;
}

/* An unmatched member of the old record that @added may be by another name. */
static struct leaf *find_renamed(struct layouts *layouts, const struct leaf *added)
{
    struct leaves *before = &layouts->sides[DIFF_BEFORE];
    size_t i;

    for (i = 0; i < before->n_items; i++)
        if (!before->items[i].partner && !before->items[i].record && !added->record &&
            is_same_place(&before->items[i], added) &&
            !(diff_types(layouts->diff, before->items[i].member.type, added->member.type,
                         false) &
              ~(unsigned)DIFF_NAMES))
            return &before->items[i];
    return NULL;
}

static void compare_added(struct layouts *layouts, struct leaf *added)
{
    struct diff *diff = layouts->diff;
    struct leaf *renamed = find_renamed(layouts, added);

    count(layouts, renamed != NULL);
    if (renamed) {
        renamed->partner = added;
        diff_add(diff, layouts->pair, true, "member-name", "member %s was called %s",
                 added->path, renamed->path);
        return;
    }
    diff_add(diff, layouts->pair, false, "member-added", "member %s added at %s: %s",
             added->path, put_place(diff, added),
             diff_notation(diff, added->member.type));
}

static void compare_leaf(struct layouts *layouts, struct leaf *after)
{
    struct diff *diff = layouts->diff;
    const struct leaf *before = after->partner;

    if (!before) {
        compare_added(layouts, after);
        return;
    }
    compare_leaf_types(layouts, before, after);
    if (is_same_place(before, after) || layouts->is_pushed)
        return;
    diff_add(diff, layouts->pair, true, "member-place", "member %s at %s, was at %s",
             after->path, put_place(diff, after), put_place(diff, before));
    count(layouts, true);
}

static void compare_leaves(struct layouts *layouts)
{
    struct leaves *before = &layouts->sides[DIFF_BEFORE];
    struct leaves *after = &layouts->sides[DIFF_AFTER];
    size_t i;

    for (i = 0; i < after->n_items; i++)
        compare_leaf(layouts, &after->items[i]);
    for (i = 0; i < before->n_items; i++) {
        if (before->items[i].partner)
            continue;
        diff_add(layouts->diff, layouts->pair, true, "member-removed",
                 "member %s removed, was at %s", before->items[i].path,
                 put_place(layouts->diff, &before->items[i]));
        count(layouts, true);
    }
}

static void compare_amount(struct layouts *layouts, const char *path, const char *aspect,
                           size_t before, size_t after)
{
    if (before == after)
        return;
    diff_add(layouts->diff, layouts->pair, true, aspect, "%s%s %zu, was %zu", path,
             aspect, after, before);
    count(layouts, true);
}

/* What the places of its members do not show. */
static void compare_sizes(struct layouts *layouts, const struct abx_type *before,
                          const struct abx_type *after)
{
    const struct leaves *leaves = &layouts->sides[DIFF_AFTER];
    size_t n_changes = layouts->n_changes;
    const char *path;
    size_t i;

    if (n_changes == 0 && layouts->is_pushed)
        return;
    compare_amount(layouts, "", "size", abx_type_size(before), abx_type_size(after));
    compare_amount(layouts, "", "alignment", abx_type_align(before),
                   abx_type_align(after));
    for (i = 0; i < leaves->n_items && n_changes == 0; i++) {
        const struct leaf *leaf = &leaves->items[i];

        if (!leaf->record || !leaf->partner || !leaf->partner->record)
            continue;
        path = join(layouts->diff, "member ", leaf->path, ": ");
        compare_amount(layouts, path, "size", abx_type_size(leaf->partner->record),
                       abx_type_size(leaf->record));
        compare_amount(layouts, path, "alignment", abx_type_align(leaf->partner->record),
                       abx_type_align(leaf->record));
    }
}

size_t diff_layouts(struct diff *diff, const struct diff_pair *pair,
                    const struct abx_type *before, const struct abx_type *after)
{
    struct layouts layouts = {.diff = diff, .pair = pair};
    const struct place outermost = {"", 0, 0};
    size_t first = diff->n_items;

    collect(&layouts, DIFF_BEFORE, before, &outermost);
    collect(&layouts, DIFF_AFTER, after, &outermost);
    pair_leaves(&layouts);
    compare_leaves(&layouts);
    compare_sizes(&layouts, before, after);
    if (layouts.is_breaking && first < diff->n_items)
        diff_add_root(diff, pair);
    free(layouts.sides[DIFF_BEFORE].items);
    free(layouts.sides[DIFF_AFTER].items);
    return layouts.n_changes + layouts.is_pushed;
}
