/**
 * Verdicts and messages. A fact is proven when the compiler answers what the table says.
 * The differences that are no mistake of the table stand in one list below, each with its
 * reason; nothing else is excused.
 */
#include "tools/verify.h"

#include <fnmatch.h>
#include <inttypes.h>
#include <math.h>
#include <string.h>

/* ---- values */

static uint64_t value_of(const struct fact *fact, bool is_expected)
{
    return is_expected ? fact->expected : fact->got;
}

static void put_unsigned(struct abx_buffer *out, const struct fact *fact,
                         bool is_expected)
{
    abx_buffer_printf(out, "%" PRIu64, value_of(fact, is_expected));
}

static void put_signed(struct abx_buffer *out, const struct fact *fact, bool is_expected)
{
    abx_buffer_printf(out, "%" PRId64, (int64_t)value_of(fact, is_expected));
}

static void put_hex(struct abx_buffer *out, const struct fact *fact, bool is_expected)
{
    abx_buffer_printf(out, "0x%" PRIx64, value_of(fact, is_expected));
}

static void put_sign(struct abx_buffer *out, const struct fact *fact, bool is_expected)
{
    abx_buffer_puts(out, value_of(fact, is_expected) ? "signed" : "unsigned");
}

static void put_order(struct abx_buffer *out, const struct fact *fact, bool is_expected)
{
    abx_buffer_puts(out, value_of(fact, is_expected) ? "big" : "little");
}

static void put_prototype(struct abx_buffer *out, const struct fact *fact,
                          bool is_expected)
{
    abx_buffer_puts(out, value_of(fact, is_expected) ? "(?)" : "()");
}

static void put_scalar(struct abx_buffer *out, const struct fact *fact, bool is_expected)
{
    static const char *const words[] = {
        [SCALAR_UNSIGNED] = "u",
        [SCALAR_SIGNED] = "i",
        [SCALAR_BOOL] = "bool",
        [SCALAR_FLOAT] = "f",
    };
    uint64_t value = value_of(fact, is_expected);
    unsigned class = value & 3;

    if (is_expected && fact->expected_text) {
        abx_buffer_puts(out, fact->expected_text);
        return;
    }
    abx_buffer_puts(out, words[class]);
    if (class != SCALAR_BOOL)
        abx_buffer_printf(out, "%" PRIu64, (value >> 8) * 8);
}

static void put_bits(struct abx_buffer *out, const struct fact *fact, bool is_expected)
{
    uint64_t value = value_of(fact, is_expected);
    uint64_t first = value >> 32;

    abx_buffer_printf(out, "%" PRIu64 ".%" PRIu64 ":%" PRIu64, first / 8, first % 8,
                      value & 0xffffffff);
}

static void put_double(struct abx_buffer *out, const struct fact *fact, bool is_expected)
{
    if (is_expected)
        abx_buffer_puts(out, fact->expected_text);
    else
        abx_buffer_printf(out, "%a", fact->got_real);
}

/* The exact value has more digits than a double can show. */
static void put_exact(struct abx_buffer *out, const struct fact *fact, bool is_expected)
{
    abx_buffer_puts(out, is_expected ? fact->expected_text : "not quite that");
}

static void put_text(struct abx_buffer *out, const struct fact *fact, bool is_expected)
{
    const char *got = fact->got_text ? fact->got_text : "another one";

    abx_buffer_puts(out, is_expected ? fact->expected_text : got);
}

static void put_symbol(struct abx_buffer *out, const struct fact *fact, bool is_expected)
{
    const char *got = fact->got_text ? fact->got_text : "none";

    if (!is_expected && !*got)
        got = "one defined in the header";
    abx_buffer_puts(out, is_expected ? fact->expected_text : got);
}

static void put_string(struct abx_buffer *out, const struct fact *fact, bool is_expected)
{
    const char *text = is_expected ? fact->expected_text : fact->got_text;
    size_t size = is_expected ? fact->expected_size : fact->got_size;
    size_t unit = fact->expected ? (size_t)fact->expected : 1;
    size_t i;

    abx_buffer_putc(out, '"');
    for (i = 0; text && i + unit < size; i += unit) {
        uint32_t c = (unsigned char)text[i];

        if (unit == 2)
            c = *(const uint16_t *)(const void *)(text + i);
        else if (unit == 4)
            c = *(const uint32_t *)(const void *)(text + i);
        if (c >= 0x20 && c < 0x7f)
            abx_buffer_printf(out, "%s%c", c == '"' || c == '\\' ? "\\" : "", (int)c);
        else
            abx_buffer_printf(out, c > 0xff ? "\\u{%" PRIx32 "}" : "\\x%02" PRIx32, c);
    }
    abx_buffer_putc(out, '"');
}

static void put_transparent(struct abx_buffer *out, const struct fact *fact,
                            bool is_expected)
{
    uint64_t complaints = is_expected ? fact->expected : fact->got;

    abx_buffer_puts(out, complaints ? "no" : "yes");
}

static void put_incomplete(struct abx_buffer *out, const struct fact *fact,
                           bool is_expected)
{
    abx_buffer_puts(out, value_of(fact, is_expected) ? "none" : "one");
}

static void put_members(struct abx_buffer *out, const struct fact *fact, bool is_expected)
{
    abx_buffer_puts(out, value_of(fact, is_expected) ? "all" : "more");
}

const struct fact_aspect aspect_size = {"size", put_unsigned, false};
const struct fact_aspect aspect_alignment = {"alignment", put_unsigned, false};
const struct fact_aspect aspect_offset = {"offset", put_unsigned, false};
const struct fact_aspect aspect_value = {"value", put_signed, false};
const struct fact_aspect aspect_unsigned_value = {"value", put_unsigned, false};
const struct fact_aspect aspect_upper_value = {"upper half of the value", put_hex, false};
const struct fact_aspect aspect_address = {"address", put_hex, false};
const struct fact_aspect aspect_scalar = {"type", put_scalar, false};
const struct fact_aspect aspect_type = {"type", put_text, true};
const struct fact_aspect aspect_prototype = {"parameter list", put_prototype, true};
const struct fact_aspect aspect_double = {"value", put_double, false};
const struct fact_aspect aspect_exact = {"value", put_exact, true};
const struct fact_aspect aspect_string = {"value", put_string, false};
const struct fact_aspect aspect_bits = {"place", put_bits, false};
const struct fact_aspect aspect_sign = {"sign", put_sign, false};
const struct fact_aspect aspect_symbol = {"symbol", put_symbol, false};
const struct fact_aspect aspect_export = {"symbol", put_text, false};
const struct fact_aspect aspect_order = {"byte order", put_order, false};
const struct fact_aspect aspect_incomplete = {"definition", put_incomplete, false};
const struct fact_aspect aspect_convention = {"calling convention", put_text, false};
const struct fact_aspect aspect_transparent = {"transparent_union", put_transparent,
                                               false};
const struct fact_aspect aspect_members = {"members", put_members, false};
const struct fact_aspect aspect_enumerators = {"enumerators", put_text, false};
const struct fact_aspect aspect_line = {"line", put_text, false};

/* ---- verdicts */

/* Whether one of two values is @low and the other @high. */
static bool is_between(const struct fact *fact, uint64_t low, uint64_t high)
{
    return !fact->rejection && ((fact->expected == low && fact->got == high) ||
                                (fact->expected == high && fact->got == low));
}

static bool is_rejected(const struct fact *fact)
{
    return fact->rejection != NULL;
}

static bool is_defined_or_not(const struct fact *fact)
{
    return is_between(fact, 0, 1);
}

static bool is_lock_free_or_not(const struct fact *fact)
{
    return is_between(fact, 1, 2);
}

static bool is_missing_one(const struct fact *fact)
{
    return fact->rejection && fact->expected == 1;
}

/* GCC: "initializer element is not constant"; Clang: "… is not a compile-time constant". The
 * variable is there, and its type is a fact of its own. */
static bool is_thread_local(const struct fact *fact)
{
    return fact->rejection && strstr(fact->rejection, "constant") != NULL;
}

/* The size and class of the type are facts of their own, which are not excused. */
static bool is_float_word(const struct fact *fact)
{
    static const char *const words[] = {"f32", "f64", "f80", "f128"};
    size_t i;

    for (i = 0; i < sizeof(words) / sizeof(*words); i++)
        if (!fact->rejection && strcmp(fact->expected_text, words[i]) == 0)
            return true;
    return false;
}

/* Each excuses one difference, not a line. */
static const struct excuse {
    const char *subjects; /* a pattern of fnmatch */
    const struct fact_aspect *aspect;
    bool (*is_known)(const struct fact *fact); /* by the two values */
    const char *reason;
} excuses[] = {
    {"typedef max_align_t __*max_align_*", &aspect_offset, is_rejected,
     "its members are the compiler's own"},
    {"typedef atomic_flag _*", &aspect_offset, is_rejected,
     "its member is the compiler's own"},
    {"typedef _Float[136]*", &aspect_type, is_float_word,
     "it is a keyword where the compiler has the type"},
    {"const ATOMIC_*_LOCK_FREE", &aspect_value, is_lock_free_or_not,
     "each compiler defines it for itself"},
    {"const __HAVE_FLOAT*", &aspect_value, is_defined_or_not,
     "the header asks which compiler reads it"},
    {"const __HAVE_DISTINCT_FLOAT*", &aspect_value, is_defined_or_not,
     "the header asks which compiler reads it"},
    {"var *", &aspect_symbol, is_thread_local,
     "it is thread-local: its address is none that a linker knows"},
    {"const __GNUC_VA_LIST", &aspect_value, is_missing_one,
     "each compiler defines it for itself"},
};

static const char *find_excuse(const struct fact *fact)
{
    size_t i;

    for (i = 0; i < sizeof(excuses) / sizeof(*excuses); i++)
        if (excuses[i].aspect == fact->aspect &&
            fnmatch(excuses[i].subjects, fact->subject, 0) == 0 &&
            excuses[i].is_known(fact))
            return excuses[i].reason;
    return NULL;
}

static bool is_double_right(const struct fact *fact)
{
    if (isnan(fact->expected_real))
        return isnan(fact->got_real);
    return fact->expected_real == fact->got_real &&
           signbit(fact->expected_real) == signbit(fact->got_real);
}

static bool is_string_right(const struct fact *fact)
{
    return fact->expected_size == fact->got_size &&
           memcmp(fact->expected_text, fact->got_text, fact->got_size) == 0;
}

static bool is_symbol_right(const struct fact *fact)
{
    return fact->got_text && strcmp(fact->expected_text, fact->got_text) == 0;
}

static bool is_number_right(const struct fact *fact)
{
    return fact->expected == fact->got;
}

static bool (*const is_group_right[N_GROUPS])(const struct fact *fact) = {
    [GROUP_MACRO_CELLS] = is_number_right,   [GROUP_MACRO_DOUBLES] = is_double_right,
    [GROUP_MACRO_STRINGS] = is_string_right, [GROUP_MACRO_SYMBOLS] = is_symbol_right,
    [GROUP_MACRO_BITS] = is_number_right,    [GROUP_BITS] = is_number_right,
    [GROUP_CELLS] = is_number_right,         [GROUP_SYMBOLS] = is_symbol_right,
    [GROUP_PROBES] = is_number_right,        [GROUP_EXPORTS] = is_number_right,
};

/* Whether @fact says nothing that is not told already. */
static bool is_repeated(const struct fact *fact, const struct fact *first,
                        const struct fact *earlier)
{
    if (fact->rejection && first != fact && first->rejection)
        return true;
    return earlier != fact && earlier->subject == fact->subject &&
           earlier->state != FACT_PROVEN && (fact->aspect->is_weak || earlier->rejection);
}

void fact_judge(struct fact *fact, const struct fact *first, const struct fact *earlier)
{
    if (fact->state != FACT_UNKNOWN)
        return;
    if (!fact->rejection && is_group_right[fact->group](fact)) {
        fact->state = FACT_PROVEN;
        return;
    }
    fact->excuse = find_excuse(fact);
    if (is_repeated(fact, first, earlier))
        fact->state = FACT_REPEATED;
    else
        fact->state = fact->excuse ? FACT_EXCUSED : FACT_WRONG;
}

/* ---- messages */

void fact_put(struct abx_buffer *out, const struct fact *fact,
              const struct compiler *compiler)
{
    const char *name = compiler->is_clang ? "clang" : "gcc";

    if (fact->group == GROUP_NONE) {
        abx_buffer_printf(out, "%s%s%s", fact->subject, *fact->subject ? ": " : "",
                          fact->expected_text);
        return;
    }
    if (fact->group == GROUP_EXPORTS) {
        abx_buffer_printf(out, "%s: symbol %s in the table, not exported by %s",
                          fact->subject, fact->expected_text, fact->base);
        return;
    }
    abx_buffer_printf(out, "%s: %s ", fact->subject, fact->aspect->name);
    fact->aspect->put(out, fact, true);
    abx_buffer_puts(out, " in the table, ");
    if (fact->rejection) {
        abx_buffer_printf(out, "%s rejects it: %s", name, fact->rejection);
    } else {
        fact->aspect->put(out, fact, false);
        abx_buffer_printf(out, " by %s", name);
    }
    if (fact->excuse)
        abx_buffer_printf(out, " (%s)", fact->excuse);
}
