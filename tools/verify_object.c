/**
 * Reading the compiler's answers from the object that it made: cells from the bytes
 * behind a symbol, addresses from what the linker would put there. An object tells its
 * own byte order and the size of its pointers, so the answers of a cross compiler are
 * read without running anything for its target.
 */
#include "tools/verify_object.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tools/command.h"
#include "tools/verify.h"

const char object_prefix[] = "abidex_";

bool object_fail(const char *path, const char *reason)
{
    abx_message("cannot read %s: %s", path, reason);
    return false;
}

bool object_add(struct object *object, struct object_symbol symbol)
{
    if (!ABX_ARRAY_RESERVE(object))
        return false;
    object->items[object->n_items++] = symbol;
    return true;
}

bool object_is_named(const struct object *object, const char *platform)
{
    const char *name = object->format->architecture(object);
    size_t size = strlen(name);

    return strncmp(platform, name, size) == 0 && platform[size] == '-';
}

bool object_map_file(struct object_map *map, const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    struct stat status = {0};
    int error = 0;

    if (fd < 0 || fstat(fd, &status) != 0)
        error = errno;
    if (!error && status.st_size > 0) {
        map->size = (size_t)status.st_size;
        map->bytes = mmap(NULL, map->size, PROT_READ, MAP_PRIVATE, fd, 0);
        error = map->bytes == MAP_FAILED ? errno : 0;
    }
    if (fd >= 0)
        close(fd);
    if (!error && map->size)
        return true;
    map->bytes = NULL;
    return object_fail(path, error ? strerror(error) : "it is empty");
}

void object_unmap_file(struct object_map *map)
{
    if (map->bytes)
        munmap(map->bytes, map->size);
    *map = (struct object_map){0};
}

static int compare_symbols(const void *a, const void *b)
{
    return strcmp(((const struct object_symbol *)a)->name,
                  ((const struct object_symbol *)b)->name);
}

static const struct object_symbol *find_symbol(const struct object *object,
                                               const char *name)
{
    struct object_symbol key = {.name = name};

    if (!object->n_items)
        return NULL;
    return bsearch(&key, object->items, object->n_items, sizeof(key), compare_symbols);
}

/* By the first bytes; of COFF they are the machine. NULL after a message. */
static const struct object_format *find_format(const char *path)
{
    static const struct {
        const char *magic;
        size_t size;
        const struct object_format *format;
    } formats[] = {
        {"\x7f"
         "ELF",
         4, &object_elf},
        {"!<arch>\n", 8, &object_import},
        {"\x64\x86", 2, &object_coff},
        {"\x4c\x01", 2, &object_coff},
        {"\0\0\xff\xff", 4, &object_coff},
    };
    char bytes[8] = {0};
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    ssize_t size = fd < 0 ? 0 : read(fd, bytes, sizeof(bytes));
    size_t i;

    if (fd >= 0)
        close(fd);
    for (i = 0; i < sizeof(formats) / sizeof(*formats); i++)
        if (size >= (ssize_t)formats[i].size &&
            memcmp(bytes, formats[i].magic, formats[i].size) == 0)
            return formats[i].format;
    if (size < 2) /* whoever opens it tells why */
        return &object_coff;
    object_fail(path,
                "it is neither in ELF nor in COFF format, or for an unknown machine");
    return NULL;
}

struct object *object_open(const char *path, const char *library)
{
    const struct object_format *format = find_format(path);
    struct object *object = format ? calloc(1, sizeof(*object)) : NULL;

    if (!object) {
        if (format)
            abx_message("out of memory");
        return NULL;
    }
    object->format = format;
    if (!object->format->load(object, path, library)) {
        object_close(object);
        return NULL;
    }
    if (object->n_items)
        qsort(object->items, object->n_items, sizeof(*object->items), compare_symbols);
    return object;
}

void object_close(struct object *object)
{
    if (!object)
        return;
    object->format->close(object);
    abx_arena_finish(&object->arena);
    free(object->items);
    free(object);
}

bool object_has(const struct object *object, const char *symbol)
{
    return find_symbol(object, symbol) != NULL;
}

const char *object_exported_as(const struct object *object, const char *symbol)
{
    const char *name = NULL;

    if (object->format->exported_as)
        name = object->format->exported_as(object, symbol);
    return name ? name : symbol;
}

bool object_is_for(const struct object *object, const char *platform,
                   const char **architecturep)
{
    *architecturep = object->format->architecture(object);
    return object->format->is_for(object, platform);
}

/* ---- bytes */

/* The @size bytes at @offset of what @symbol names; NULL if there are not so many. */
static const unsigned char *bytes_of(const struct object *object,
                                     const struct object_symbol *symbol, uint64_t offset,
                                     uint64_t size)
{
    static const unsigned char zeros[16];
    uint64_t section_size;
    const unsigned char *bytes =
        object->format->bytes(object, symbol->section, &section_size);

    if (offset > symbol->size || size > symbol->size - offset)
        return NULL;
    if (!bytes)
        return section_size && size <= sizeof(zeros) ? zeros : NULL;
    if (symbol->offset > section_size || symbol->size > section_size - symbol->offset)
        return NULL;
    return bytes + symbol->offset + offset;
}

static uint64_t number_at(const struct object *object, const unsigned char *bytes,
                          size_t size)
{
    uint64_t number = 0;
    size_t i;

    for (i = 0; i < size; i++)
        number = number << 8 | bytes[object->is_big_endian ? i : size - 1 - i];
    return number;
}

static bool is_bit_set(const struct object *object, const unsigned char *bytes,
                       uint64_t bit)
{
    unsigned in_byte = (unsigned)(bit % 8);

    return bytes[bit / 8] >> (object->is_big_endian ? 7 - in_byte : in_byte) & 1;
}

/* ---- answers */

struct answer {
    const struct object *object;
    struct fact_list *facts;
    struct fact *fact;
    const struct object_symbol *symbol;
};

static bool answer_cell(const struct answer *answer)
{
    const unsigned char *bytes =
        bytes_of(answer->object, answer->symbol, answer->fact->index * 8, 8);

    if (!bytes)
        return false;
    answer->fact->got = number_at(answer->object, bytes, 8);
    return true;
}

static bool answer_double(const struct answer *answer)
{
    bool is_there = answer_cell(answer);

    memcpy(&answer->fact->got_real, &answer->fact->got, sizeof(double));
    return is_there;
}

/* The characters, which their size stands in front of. They are kept in this machine's byte
 * order, as the table's are. */
static bool answer_string(const struct answer *answer)
{
    struct fact *fact = answer->fact;
    const unsigned char *cell = bytes_of(answer->object, answer->symbol, 0, 8);
    uint64_t size = cell ? number_at(answer->object, cell, 8) : 0;
    const unsigned char *bytes =
        cell ? bytes_of(answer->object, answer->symbol, 8, size) : NULL;
    size_t unit = fact->expected ? (size_t)fact->expected : 1;
    char *copy =
        bytes ? abx_arena_copy(&answer->facts->arena, (const char *)bytes, size) : NULL;
    size_t i;

    if (!copy)
        return false;
    for (i = 0; unit > 1 && i + unit <= size; i += unit) {
        uint64_t number = number_at(answer->object, bytes + i, unit);
        uint32_t four = (uint32_t)number;
        uint16_t two = (uint16_t)number;

        memcpy(copy + i, unit == 2 ? (void *)&two : (void *)&four, unit == 2 ? 2 : 4);
    }
    fact->got_text = copy;
    fact->got_size = size;
    return true;
}

/* The first bit that is set, how many are, and whether all between are. */
static bool answer_bits(const struct answer *answer)
{
    uint64_t size = answer->symbol->size;
    const unsigned char *bytes = bytes_of(answer->object, answer->symbol, 0, size);
    uint64_t n = 0;
    uint64_t first = 0;
    uint64_t last = 0;
    uint64_t bit;

    for (bit = 0; bytes && bit < size * 8; bit++) {
        if (!is_bit_set(answer->object, bytes, bit))
            continue;
        first = n++ ? first : bit;
        last = bit;
    }
    if (!n || last - first + 1 != n)
        return false;
    answer->fact->got = first << 32 | n;
    return true;
}

static bool answer_symbol(const struct answer *answer)
{
    (void)answer;
    return true;
}

static bool (*const answer_group[N_GROUPS])(const struct answer *answer) = {
    [GROUP_MACRO_CELLS] = answer_cell,     [GROUP_MACRO_DOUBLES] = answer_double,
    [GROUP_MACRO_STRINGS] = answer_string, [GROUP_MACRO_SYMBOLS] = answer_symbol,
    [GROUP_MACRO_BITS] = answer_bits,      [GROUP_BITS] = answer_bits,
    [GROUP_CELLS] = answer_cell,           [GROUP_SYMBOLS] = answer_symbol,
};

/* ---- relocations */

/* The facts of one array of addresses, by their place in it. */
struct addresses {
    struct fact_list *facts;
    const struct object_symbol *array;
    unsigned pointer_size;
    struct fact **items;
    size_t n_items;
    size_t capacity;
};

static void take_reference(void *context, const struct object_reference *reference)
{
    struct addresses *addresses = context;
    uint64_t offset = reference->offset - addresses->array->offset;
    uint64_t index = offset / addresses->pointer_size;

    if (reference->offset < addresses->array->offset || index >= addresses->n_items)
        return;
    addresses->items[index]->is_inside = reference->is_inside;
    addresses->items[index]->got_text = abx_arena_copy(
        &addresses->facts->arena, reference->name, strlen(reference->name));
}

static bool collect_addresses(struct fact_list *facts, unsigned unit,
                              enum fact_group group, struct addresses *addresses)
{
    size_t i;

    for (i = 0; i < facts->n_items; i++) {
        struct fact *fact = &facts->items[i];

        if (fact->unit != unit || fact->group != group)
            continue;
        if (!ABX_ARRAY_RESERVE(addresses))
            return false;
        addresses->items[addresses->n_items++] = fact;
    }
    return true;
}

static bool answer_addresses(const struct object *object, struct fact_list *facts,
                             unsigned unit, enum fact_group group)
{
    struct addresses addresses = {.facts = facts, .pointer_size = object->pointer_size};
    char name[64];
    bool is_done = collect_addresses(facts, unit, group, &addresses);

    if (is_done && addresses.n_items) {
        source_symbol(facts, addresses.items[0], name, sizeof(name));
        addresses.array = find_symbol(object, name);
    }
    if (addresses.array)
        object->format->for_each_reference(object, addresses.array->section,
                                           take_reference, &addresses);
    free(addresses.items);
    return is_done;
}

bool object_answer(const struct object *object, struct fact_list *facts, unsigned unit)
{
    struct answer answer = {.object = object, .facts = facts};
    char name[64];
    size_t i;

    for (i = 0; i < facts->n_items; i++) {
        answer.fact = &facts->items[i];
        if (answer.fact->unit != unit || answer.fact->rejection ||
            !answer_group[answer.fact->group])
            continue;
        source_symbol(facts, answer.fact, name, sizeof(name));
        answer.symbol = find_symbol(object, name);
        if (!answer.symbol || !answer_group[answer.fact->group](&answer))
            answer.fact->rejection = "its object shows no answer";
    }
    if (answer_addresses(object, facts, unit, GROUP_MACRO_SYMBOLS) &&
        answer_addresses(object, facts, unit, GROUP_SYMBOLS))
        return true;
    abx_message("out of memory");
    return false;
}

bool object_forwards(const struct object *object, const struct fact_list *facts,
                     const struct fact *fact)
{
    size_t id = (size_t)(fact - facts->items);
    char own[64], forward[64], target[64];
    struct object_forward pair = {.called = fact->got_text, .target = target};

    snprintf(own, sizeof(own), "abidex_own_%zu", id);
    snprintf(forward, sizeof(forward), "abidex_forward_%zu", id);
    snprintf(target, sizeof(target), "abidex_target_%zu", id);
    pair.own = find_symbol(object, own);
    pair.forward = find_symbol(object, forward);
    return pair.own && pair.forward && object->format->is_forwarder &&
           object->format->is_forwarder(object, &pair);
}
