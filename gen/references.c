/*
 * The notation reads from left to right, and what a word means can be told from what
 * stands in front of it: so a walk over the words is enough, without building types.
 */
#include "gen/references.h"

#include <string.h>

#include "runtime/contract_words.h"
#include "runtime/grammar.h"

/* Where the types of a line end: at the text of a constant, or in front of the attributes.
 * Of these the first with a "=" is found, since no type has one; a function's type ends with
 * its parameters. */
static const char *find_end(const char *text, enum abx_kind kind)
{
    bool is_typed = kind != ABX_KIND_ALIAS && kind != ABX_KIND_ERROR;
    const char *sign = is_typed ? strchr(text, kind == ABX_KIND_CONST ? '"' : '=') : NULL;
    const char *end = sign ? sign : text + strlen(text);

    if ((kind == ABX_KIND_STRUCT || kind == ABX_KIND_UNION) &&
        !strcmp(text, " incomplete"))
        return text;
    while (sign && end > text && *end != ' ')
        end--;
    while (kind == ABX_KIND_FN && end > text && end[-1] != ')')
        end--;
    return end;
}

void gen_references_init(struct gen_references *references, const struct gen_line *line)
{
    const char *begin =
        line->text + strlen(abx_kind_word(line->kind)) + 1 + strlen(line->name);
    const char *contract = line->kind == ABX_KIND_FN ? strstr(begin, " fails=") : NULL;

    *references = (struct gen_references){
        .begin = begin,
        .at = begin,
        .end = find_end(begin, line->kind),
        .contract = contract ? contract + strlen(" fails") : NULL,
        .kind = line->kind,
    };
}

/* What may stand in front of a type. */
static bool is_qualifier(const char *word, size_t size)
{
    static const char *const qualifiers[] = {"const", "volatile", "atomic", "complex"};

    if (abx_convention_find(word, size) != ABX_CONVENTION_PLATFORM)
        return true;
    for (size_t i = 0; i < sizeof(qualifiers) / sizeof(*qualifiers); i++)
        if (size == strlen(qualifiers[i]) && !strncmp(word, qualifiers[i], size))
            return true;
    return false;
}

/* Behind a type comes its parameter's or member's name, which is no type. */
static bool is_behind_type(const char *begin, const char *word)
{
    const char *end = word - 1, *at = end;

    if (word == begin || *end != ' ')
        return false;
    while (at > begin && abx_is_name_char(at[-1]))
        at--;
    if (is_qualifier(at, (size_t)(end - at)))
        return false;
    if (at < end)
        return *at < '0' || *at > '9'; /* a number is a member's place */
    return end > begin && (end[-1] == ')' || end[-1] == '}');
}

static bool is_tag_word(const char *word)
{
    return !strncmp(word, "struct ", 7) || !strncmp(word, "union ", 6) ||
           !strncmp(word, "enum ", 5);
}

/* "enum u32 {A B}", or what stands behind the tag in the line of an enumeration. */
static bool begins_enumeration(const struct gen_references *references, const char *word,
                               const char *tag)
{
    bool is_enum = tag ? *tag == 'e' : references->kind == ABX_KIND_ENUM;

    return is_enum && word < references->at && !strncmp(references->at, " {", 2);
}

/* Sets @reference if the word from @word up to where the walk is refers to something. */
static bool take_word(struct gen_references *references, const char *word,
                      struct gen_reference *reference)
{
    const char *tag = references->tag;
    const char *begin = tag ? tag : word;

    references->tag = NULL;
    *reference = (struct gen_reference){GEN_REFERS_TO_TYPE, begin,
                                        (size_t)(references->at - begin)};
    if (references->is_enumeration) {
        reference->kind = GEN_REFERS_TO_CONSTANT;
        return true;
    }
    if (*word >= '0' && *word <= '9')
        return false;
    if (begins_enumeration(references, word, tag)) {
        references->is_enumeration = true;
        return false;
    }
    if (!tag && is_tag_word(word)) {
        references->tag = word;
        return false;
    }
    return tag || (!is_behind_type(references->begin, word) &&
                   !is_qualifier(word, (size_t)(references->at - word)));
}

static bool next_in_types(struct gen_references *references,
                          struct gen_reference *reference)
{
    while (references->at < references->end) {
        const char *word = references->at;

        while (references->at < references->end && abx_is_name_char(*references->at))
            references->at++;
        if (references->at > word) {
            if (take_word(references, word, reference))
                return true;
        } else if (*references->at++ == '}') {
            references->is_enumeration = false;
        }
    }
    return false;
}

/* Whether the WHEN of a contract is a constant's name. No keyword is as long as the copy.
 */
static bool is_constant(const char *word, size_t size)
{
    char copy[32] = "";

    if (size >= sizeof(copy))
        return true;
    memcpy(copy, word, size);
    return abx_contract_is_constant(copy);
}

/* "errno=CODE" and "text=FUNCTION", @size bytes of @word. */
static bool take_flag(const char *word, size_t size, struct gen_reference *reference)
{
    static const struct {
        const char *word;
        enum gen_reference_kind kind;
    } flags[] = {{"errno=", GEN_REFERS_TO_CONSTANT},
                 {"success=", GEN_REFERS_TO_CONSTANT},
                 {"text=", GEN_REFERS_TO_TARGET}};

    for (size_t i = 0; i < sizeof(flags) / sizeof(*flags); i++) {
        size_t prefix = strlen(flags[i].word);

        if (size <= prefix || strncmp(word, flags[i].word, prefix) != 0)
            continue;
        *reference = (struct gen_reference){flags[i].kind, word + prefix, size - prefix};
        return true;
    }
    return false;
}

/* "=WHEN:WHERE,FLAG CODE CODE": the character in front of a word tells what it is. */
static bool next_in_contract(struct gen_references *references,
                             struct gen_reference *reference)
{
    while (references->contract && *references->contract) {
        const char *word = references->contract + 1;
        size_t size = strcspn(word, ":, ");
        const char *space = memchr(word, '/', size);
        char before = *references->contract;

        references->contract = word + size;
        *reference = (struct gen_reference){GEN_REFERS_TO_CONSTANT, word, size};
        if (before == ' ' || (before == '=' && is_constant(word, size)))
            return true;
        if (before == ',' && take_flag(word, size, reference))
            return true;
        if (before != ':' || !space)
            continue;
        *reference = (struct gen_reference){GEN_REFERS_TO_CONSTANTS, space + 1,
                                            (size_t)(word + size - space - 1)};
        return true;
    }
    return false;
}

static bool next_of_typed(struct gen_references *references,
                          struct gen_reference *reference)
{
    return next_in_types(references, reference) ||
           next_in_contract(references, reference);
}

/* The one word behind the name. */
static bool next_target(struct gen_references *references,
                        struct gen_reference *reference)
{
    *reference = (struct gen_reference){GEN_REFERS_TO_TARGET, references->at + 1,
                                        strcspn(references->at + 1, " ")};
    if (references->at == references->end)
        return false;
    references->at = references->end;
    return true;
}

/* "error FUNCTION CODE": the code is the last word of the line's name. */
static bool next_code(struct gen_references *references, struct gen_reference *reference)
{
    const char *word = references->begin;

    if (references->at == references->end)
        return false;
    while (word[-1] != ' ')
        word--;
    *reference = (struct gen_reference){GEN_REFERS_TO_CONSTANT, word,
                                        (size_t)(references->begin - word)};
    references->at = references->end;
    return true;
}

static const struct {
    enum abx_kind kind;
    bool (*next)(struct gen_references *references, struct gen_reference *reference);
} readers[] = {
    {ABX_KIND_FN, next_of_typed},     {ABX_KIND_VAR, next_of_typed},
    {ABX_KIND_CONST, next_of_typed},  {ABX_KIND_TYPEDEF, next_of_typed},
    {ABX_KIND_STRUCT, next_of_typed}, {ABX_KIND_UNION, next_of_typed},
    {ABX_KIND_ENUM, next_of_typed},   {ABX_KIND_ALIAS, next_target},
    {ABX_KIND_ERROR, next_code},
};

bool gen_references_next(struct gen_references *references,
                         struct gen_reference *reference)
{
    for (size_t i = 0; i < sizeof(readers) / sizeof(*readers); i++)
        if (readers[i].kind == references->kind)
            return readers[i].next(references, reference);
    return false;
}
