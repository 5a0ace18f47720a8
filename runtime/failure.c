/*
 * What a code means as the answer of a function. None of this runs unless a call failed
 * or somebody asks, so nothing is kept: names and texts are searched in the table again.
 */
#include <stdio.h>
#include <string.h>

#include "base/code.h"
#include "runtime/code_space.h"
#include "runtime/contract.h"
#include "runtime/errno_names.h"
#include "runtime/error.h"
#include "runtime/function.h"
#include "runtime/os.h"
#include "runtime/table.h"
#include "runtime/type.h"

/* A code of a failed call, as far as it is known. */
struct finding {
    const struct abx_function *function;
    int64_t code;
    const char *name;
    bool is_documented;
    bool is_nameless;
    struct abx_entry entry; /* the `error` line; kind ABX_KIND_NONE without one */
    char constant[64];      /* a name that stands nowhere else */
};

static bool is_listed(const struct abx_contract *contract, const char *name)
{
    for (size_t i = 0; i < contract->n_codes; i++) {
        if (strcmp(contract->codes[i], name) == 0)
            return true;
    }
    return false;
}

/* The `error` line of @function for the code called @name. */
static bool find_error_line(const struct abx_function *function, const char *name,
                            struct abx_entry *entryp)
{
    char key[256];
    int size = snprintf(key, sizeof(key), "%s %s", function->name, name);

    return size > 0 && (size_t)size < sizeof(key) &&
           abx_table_find_entry(function->table, ABX_KIND_ERROR, key, entryp, NULL) ==
               ABX_OK;
}

/* The name that the contract lists wins over the usual one: ENOTSUP over EOPNOTSUPP. */
static void find_errno_name(struct finding *found)
{
    const struct abx_contract *contract = &found->function->contract;
    int code = found->code == (int)found->code ? (int)found->code : 0;
    const char *name;

    found->name = abx_errno_name(code);
    for (size_t i = 0; (name = abx_errno_synonym(code, i)) != NULL; i++) {
        bool is_documented = is_listed(contract, name);

        if (is_documented || find_error_line(found->function, name, &found->entry)) {
            found->name = name;
            found->is_documented = is_documented;
        }
        if (is_documented)
            break;
    }
}

/* GetLastError has codes of COM and of sockets too. */
static bool find_foreign_name(struct finding *found)
{
    static const char *const spaces[] = {"WSA",    "NTE_",     "CRYPT_E_", "CERT_E_",
                                         "SEC_E_", "TRUST_E_", "E_",       "RPC_E_"};

    if (found->function->verdict.where != ABX_WHERE_LAST_ERROR)
        return false;
    for (size_t i = 0; i < sizeof(spaces) / sizeof(*spaces); i++) {
        if (abx_code_find_name(found->function->table, spaces[i], found->code,
                               found->constant, sizeof(found->constant)))
            return true;
    }
    return false;
}

static void find_space_name(struct finding *found)
{
    const struct abx_contract *contract = &found->function->contract;
    struct abx_table *table = found->function->table;

    for (size_t i = 0; i < contract->n_codes && !found->is_documented; i++) {
        if (abx_code_is(table, contract->codes[i], found->code)) {
            found->name = contract->codes[i];
            found->is_documented = true;
        }
    }
    if (found->is_documented)
        return;
    if (abx_code_find_name(table, contract->space, found->code, found->constant,
                           sizeof(found->constant)) ||
        find_foreign_name(found))
        found->name = found->constant;
}

static bool is_errno_space(const struct abx_contract *contract)
{
    return contract->space == NULL || strcmp(contract->space, "errno") == 0;
}

/* The text behind "error FUNCTION CODE ". */
static const char *error_text(const struct abx_entry *entry, size_t *sizep)
{
    const char *at = entry->text;
    const char *end = at + entry->text_size;

    for (unsigned i = 0; i < 3 && at != NULL; i++) {
        at = memchr(at, ' ', (size_t)(end - at));
        at = at != NULL ? at + 1 : NULL;
    }
    *sizep = at != NULL ? (size_t)(end - at) : 0;
    return at != NULL ? at : "";
}

/* What the library itself says of the code, or of its last failure; NULL: nothing. */
static const char *ask_library(const struct abx_function *texts, int64_t code)
{
    void *address = texts != NULL ? texts->address : NULL;

    if (address == NULL)
        return NULL;
    if (texts->type->n_parameters == 0)
        return ((char *(*)(void))address)();
    return code == (int)code ? ((char *(*)(int))address)((int)code) : NULL;
}

/* What the library has to tell of its last failure, which it then forgets. False: it can't be
 * asked; *@saidp NULL: there was none. */
static bool ask_last(const struct abx_function *function, const char **saidp)
{
    *saidp = NULL;
    if (function->texts == NULL || function->texts->type->n_parameters != 0)
        return false;
    *saidp = ask_library(function->texts, 0);
    return true;
}

void abx_contract_forget(const struct abx_function *function)
{
    const char *said;

    ask_last(function, &said);
}

static void find_name(struct finding *found)
{
    const struct abx_function *function = found->function;
    char number[ABX_CODE_TEXT];

    if (is_errno_space(&function->contract))
        find_errno_name(found);
    else
        find_space_name(found);
    if (found->entry.kind == ABX_KIND_NONE && found->name != NULL)
        find_error_line(function, found->name, &found->entry);
    if (found->name != NULL)
        return;
    snprintf(found->constant, sizeof(found->constant), "code %s",
             abx_code_text(found->code, number));
    found->name = found->constant;
    found->is_nameless = true;
}

static void find_meaning(struct finding *found, char *text, size_t size)
{
    const struct abx_function *function = found->function;
    const char *said;

    find_name(found);
    if (found->entry.kind != ABX_KIND_NONE) {
        size_t text_size;
        const char *begin = error_text(&found->entry, &text_size);

        snprintf(text, size, "%.*s", (int)text_size, begin);
    } else if ((said = ask_library(function->texts, found->code)) != NULL) {
        snprintf(text, size, "%s", said);
    } else if (abx_os_space_text(function->contract.space, found->code, text, size)) {
        return;
    } else if (is_errno_space(&function->contract) && !found->is_nameless) {
        abx_os_errno_text((int)found->code, text, size);
    } else {
        snprintf(text, size, "%s", found->is_nameless ? "no name is known" : found->name);
    }
}

static void set_message(const struct finding *found, const char *text,
                        struct abx_error *err)
{
    if (found->is_documented)
        abx_error_set(err, ABX_FAILED, "%s", text);
    else
        abx_error_set(err, ABX_FAILED, "%s (no document lists it for %s): %s",
                      found->name, found->function->name, text);
}

/* Where the code says that errno has the cause, adds it to the message. */
static void add_cause(const struct finding *found, int slot, struct abx_error *err)
{
    const char *cause = found->function->contract.cause;
    size_t size = strlen(err->message);
    const char *name = abx_errno_name(slot);
    char text[sizeof(err->message)];

    if (cause == NULL || found->name == NULL || strcmp(cause, found->name) != 0 ||
        slot == 0)
        return;
    abx_os_errno_text(slot, text, sizeof(text));
    err->cause = slot;
    snprintf(err->message + size, sizeof(err->message) - size, ": %s: %s",
             name != NULL ? name : "errno", text);
}

int abx_contract_report(const struct abx_function *function, int64_t code, int slot,
                        struct abx_error *err)
{
    struct finding found = {.function = function, .code = code, .is_nameless = true};
    const char *said = NULL;
    char text[sizeof(err->message)];

    if (code == 0 && ask_last(function, &said) && said == NULL &&
        function->contract.clears)
        return ABX_OK;
    if (err == NULL)
        return ABX_FAILED;
    if (code != 0) {
        found.is_nameless = false;
        find_meaning(&found, text, sizeof(text));
        set_message(&found, text, err);
    } else {
        abx_error_set(err, ABX_FAILED, "%s",
                      said != NULL ? said : "failed without a code");
    }
    err->code = code;
    err->function = function->name;
    err->space = function->contract.space;
    err->is_documented = found.is_documented;
    err->is_specific = found.entry.kind != ABX_KIND_NONE || (code == 0 && said != NULL);
    if (!found.is_nameless)
        snprintf(err->name, sizeof(err->name), "%s", found.name);
    add_cause(&found, slot, err);
    return ABX_FAILED;
}

/* A terminated copy that lives as long as the table, made once for each key. */
static int keep_text(struct abx_table *table, const char *key, const char *text,
                     size_t size, const char **textp, struct abx_error *err)
{
    char *copy;
    int status = ABX_OK;

    abx_table_lock(table);
    copy = abx_table_cached(table, ABX_KIND_ERROR, key);
    if (copy == NULL) {
        copy = abx_arena_copy(&table->arena, text, size);
        status = copy != NULL ? abx_table_cache(table, ABX_KIND_ERROR, key, copy)
                              : ABX_NO_MEMORY;
    }
    abx_table_unlock(table);
    *textp = copy;
    return status == ABX_OK ? ABX_OK : abx_error_no_memory(err);
}

/* The `error` line under @code or under another name of its value. */
static bool find_any_error_line(const struct abx_function *function, const char *code,
                                struct abx_entry *entryp)
{
    int number = abx_errno_code(code);
    const char *name;

    if (find_error_line(function, code, entryp))
        return true;
    for (size_t i = 0; (name = abx_errno_synonym(number, i)) != NULL; i++) {
        if (find_error_line(function, name, entryp))
            return true;
    }
    return false;
}

/* Whether the contract lists @code or another name of its value. */
static bool is_documented(const struct abx_contract *contract, const char *code)
{
    int number = abx_errno_code(code);
    const char *name;

    if (is_listed(contract, code))
        return true;
    for (size_t i = 0; (name = abx_errno_synonym(number, i)) != NULL; i++) {
        if (is_listed(contract, name))
            return true;
    }
    return false;
}

/* What the library says of a code of its own space. It is asked only where the function was
 * resolved: whoever reads a table does not want to run what it names. */
static const char *ask_space(const struct abx_function *function, const char *code)
{
    const struct abx_function *texts = function->texts;
    struct abx_value value = {0};

    if (texts == NULL || texts->type->n_parameters != 1 ||
        abx_table_find_constant(function->table, code, &value, NULL) != ABX_OK ||
        (value.kind != ABX_VALUE_INT && value.kind != ABX_VALUE_UINT))
        return NULL;
    return ask_library(texts, value.i);
}

/* What the system says of a code of its own space. */
static bool ask_system(const struct abx_function *function, const char *code, char *text,
                       size_t size)
{
    struct abx_value value = {0};

    return abx_table_find_constant(function->table, code, &value, NULL) == ABX_OK &&
           (value.kind == ABX_VALUE_INT || value.kind == ABX_VALUE_UINT) &&
           abx_os_space_text(function->contract.space, value.i, text, size);
}

int abx_function_explain(const struct abx_function *function, const char *code,
                         const char **textp, bool *is_documentedp, bool *is_specificp,
                         struct abx_error *err)
{
    struct abx_table *table = function->table;
    struct abx_entry entry = {.kind = ABX_KIND_NONE};
    bool is_specific = find_any_error_line(function, code, &entry);
    const char *said;
    char key[256];
    char text[256];

    *textp = NULL;
    if (is_documentedp != NULL)
        *is_documentedp = is_documented(&function->contract, code);
    if (is_specificp != NULL)
        *is_specificp = is_specific;
    if (is_specific) {
        size_t size;
        const char *begin = error_text(&entry, &size);

        snprintf(key, sizeof(key), "%s %s", function->name, code);
        return keep_text(table, key, begin, size, textp, err);
    }
    said = ask_space(function, code);
    if (said != NULL) {
        snprintf(key, sizeof(key), "%s %s", function->name, code);
        return keep_text(table, key, said, strlen(said), textp, err);
    }
    if (ask_system(function, code, text, sizeof(text)))
        return keep_text(table, code, text, strlen(text), textp, err);
    if (abx_errno_code(code) == 0)
        return abx_error_set(err, ABX_MISSING,
                             "%s has no code %s, and neither has the system",
                             function->name, code);
    abx_os_errno_text(abx_errno_code(code), text, sizeof(text));
    return keep_text(table, code, text, strlen(text), textp, err);
}
