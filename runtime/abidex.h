/**
 * abidex - call C through tables made from headers
 *
 * The whole public interface of libabidex. A *context* opens *tables*; a table has
 * functions, constants, types and variables, found by name when they are first asked for.
 * A *function* is called with tagged *values*; *memory* is a struct, union or array of a
 * type of the table.
 *
 * Answers: 0 (ABX_OK) done; positive, the conditions of enum abx_status, each documented
 * with the functions that give them; negative, fatal (out of memory). Whenever the answer
 * is not ABX_OK and the caller gave a struct abx_error, it says what, where and why.
 *
 * What a function gives through a pointer is NULL, or all zero, whenever the answer is not
 * ABX_OK. Only the result of abx_call and the entry of abx_table_next_entry are left as
 * their descriptions say.
 *
 * Ownership: what create and open return is the caller's and ends with destroy or close,
 * which accept NULL. What find returns is borrowed and lives as long as its table.
 *
 * Threads: tables, types and functions may be used from many threads at once. A memory
 * object is like the memory it holds: the caller keeps writers apart.
 *
 * Fork: a child goes on with all that it inherited, whatever other threads of the parent
 * were doing at that moment.
 *
 * Windows: names and paths are UTF-8. A library without a folder in its name is the
 * system's, or one that the process has loaded; else its path has to be a whole one. What a
 * table says of errno is meant of the C library that the function's DLL uses; where none is
 * found, failures have no code. Behind each call the codes of a thread are as the function
 * left them, whatever hooks and handlers of callbacks did meanwhile: GetLastError, errno of
 * this library, and of up to 4 other C libraries that the context's functions use.
 */
#ifndef ABIDEX_H
#define ABIDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(_WIN32)
#define ABX_API
#else
#define ABX_API __attribute__((visibility("default")))
#endif

#define ABX_VERSION_MAJOR 0
#define ABX_VERSION_MINOR 1

enum abx_status {
    ABX_OK = 0,
    ABX_FAILED = 1,     /* the C function was called and reported failure */
    ABX_REFUSED = 2,    /* not acceptable: nothing was called, nothing changed */
    ABX_MISSING = 3,    /* no such name in the table, or no such symbol in the process */
    ABX_BROKEN = 4,     /* the table is damaged there: err->line, err->message */
    ABX_UNSUITABLE = 5, /* the file is no table, or one for another platform or version */
    ABX_SYSTEM = 6,     /* the system refused a file or a library: err->message */
    ABX_DIFFERS = 7,    /* the self-test found what is not as the table says */
    ABX_NO_MEMORY = -1
};

/* Kinds of lines in a table, in the order in which they stand there. */
enum abx_kind {
    ABX_KIND_NONE,
    ABX_KIND_ALIAS,
    ABX_KIND_CONST,
    ABX_KIND_ENUM,
    ABX_KIND_ERROR,
    ABX_KIND_FN,
    ABX_KIND_MEMBER,
    ABX_KIND_OMIT,
    ABX_KIND_STRUCT,
    ABX_KIND_TYPEDEF,
    ABX_KIND_UNION,
    ABX_KIND_UNIT,
    ABX_KIND_VAR,
    ABX_N_KINDS
};

enum abx_type_kind {
    ABX_TYPE_VOID,
    ABX_TYPE_BOOL,
    ABX_TYPE_CHAR,    /* plain char; its sign is the platform's */
    ABX_TYPE_INT,     /* 1 to 16 bytes, signed or not */
    ABX_TYPE_FLOAT,   /* every real floating type */
    ABX_TYPE_COMPLEX, /* target: the real type */
    ABX_TYPE_VA_LIST,
    ABX_TYPE_POINTER,  /* target: what it points to */
    ABX_TYPE_ARRAY,    /* target: the element */
    ABX_TYPE_FUNCTION, /* target: the result */
    ABX_TYPE_STRUCT,
    ABX_TYPE_UNION,
    ABX_TYPE_ENUM,    /* target: the integer type */
    ABX_TYPE_TYPEDEF, /* target: what it names */
    ABX_N_TYPE_KINDS
};

struct abx_context;
struct abx_table;
struct abx_type;
struct abx_function;
struct abx_variable;
struct abx_memory;
struct abx_callback;

/* Why something was refused: a host chooses the class of its exception by it. */
enum abx_reason {
    ABX_REASON_VALUE, /* a value, or a state, that is not acceptable */
    ABX_REASON_KIND,  /* of another kind or type than is wanted; or their number */
    ABX_REASON_RANGE  /* a number that does not fit, an index that there is not */
};

/**
 * What went wrong. The caller's memory, written only when the answer is not ABX_OK.
 * Strings that are not in the struct belong to the table.
 */
struct abx_error {
    int status;             /* the answer, enum abx_status */
    enum abx_reason reason; /* ABX_REFUSED: why */
    int argument;           /* ABX_REFUSED: the argument to blame, from 1; 0: none */
    long line;              /* ABX_BROKEN: line of the table, from 1; 0: none */
    int64_t code; /* ABX_FAILED: the code, 0 if there is none; ABX_SYSTEM: errno for a
                     file, 0 for a library, whose loader has no codes. GetLastError's is
                     taken as signed: 0x80090020 is negative */
    const char *function; /* the C function, or NULL */
    const char *space; /* of the code: "errno", or what its names begin with ("EAI_") */
    int cause; /* errno, where the code says that it has the cause (EAI_SYSTEM); or 0 */
    bool is_documented; /* the contract lists the code */
    bool is_specific;   /* the message was written for this function and code, or is
                           what the library says of this failure (dlerror) */
    char name[64];      /* the code's name ("ENOENT"), or "" */
    char message[448];  /* one sentence, no newline */
};

/* Kinds of values. */
enum abx_value_kind {
    ABX_VALUE_NONE,        /* void, or not set */
    ABX_VALUE_INT,         /* i */
    ABX_VALUE_UINT,        /* u */
    ABX_VALUE_FLOAT,       /* f */
    ABX_VALUE_LONG_DOUBLE, /* ld */
    ABX_VALUE_POINTER,     /* p; NULL too */
    ABX_VALUE_STRING,      /* string: bytes followed by a zero that is not counted */
    ABX_VALUE_MEMORY,      /* memory: a pointer takes its address, a record its content */
    ABX_VALUE_CALLBACK     /* callback: a pointer to a function takes its address */
};

/* Bytes followed by a zero that size does not count. */
struct abx_string {
    const char *data;
    size_t size;
};

/**
 * A tagged value: an argument, a result, a constant or a member. Integers of 128 bits
 * have both halves in wide, low first, and kind ABX_VALUE_INT or ABX_VALUE_UINT: where
 * type is NULL or at most 8 bytes wide, only i or u counts. Complex numbers are
 * ABX_VALUE_MEMORY. An address that a foreign table has, wider than the pointers here, is
 * ABX_VALUE_UINT.
 *
 * What the library gives has the declared type of the result, constant or member. What
 * the caller gives may have one: that of a pointer ("*struct stat") is compared with the
 * type it is to have, so that a result can be handed on as an argument; without one a
 * pointer is taken as it is.
 */
struct abx_value {
    enum abx_value_kind kind;
    const struct abx_type *type; /* of the value itself; NULL: not known */
    union {
        int64_t i;
        uint64_t u;
        uint64_t wide[2];
        double f;
        long double ld;
        void *p;
        struct abx_string string;
        struct abx_memory *memory;
        struct abx_callback *callback;
    };
};

/* A line of a table: where it stands, and its text without the newline (not terminated).
 */
struct abx_entry {
    enum abx_kind kind;
    long line;        /* from 1; 0 where it was not counted (abx_table_find_entry) */
    const char *name; /* in text */
    size_t name_size;
    const char *text;
    size_t text_size;
};

/* A member of a struct or union. */
struct abx_member {
    const char *name; /* NULL: anonymous */
    const struct abx_type *type;
    size_t offset;       /* bytes from the beginning of the record asked */
    unsigned bit_offset; /* bit-fields: bits from there, as bindings/FORMAT.md counts */
    unsigned bit_width;
    bool is_bit_field;
    bool is_const; /* it, or what it is a part of, the record asked included */
};

/* What a header says of a function or variable besides its type. */
struct abx_attribute {
    const char
        *name; /* "nonnull", "malloc", "deprecated": bindings/FORMAT.md lists them */
    const char *value; /* "1,3"; of "deprecated" the bare text; "" where there is none */
};

/* How a function fails. Strings belong to the table. */
struct abx_contract {
    const char *when; /* "-1", "NULL", "MAP_FAILED", "nonzero", "any", "never", …; NULL:
                          the table says nothing */
    const char
        *where; /* "errno", "h_errno", "last_error" (Windows' GetLastError), "result",
                          "-result", "none" */
    const char *space; /* "errno", or a prefix such as "EAI_" */
    bool clears;       /* slot or last text are cleared before the call and decide, too */
    bool is_fresh;     /* the slot is cleared before the call: 0 in it then is no code */
    bool blocks;       /* may wait for something outside the process */
    const char *eintr; /* "retry", "timeout", "never", "done"; NULL: not said. abx_call
                          does what it says: see there */
    const char *timeout; /* of "timeout": which parameter it is, and its unit ("4ms"), as
                            bindings/FORMAT.md has it; NULL: not said */
    const char *texts;   /* the table's function that gives texts: of a code, or where it
                          takes nothing of the last failure (dlerror); NULL: none */
    const char *cause;   /* the code that says that errno has the cause; NULL: none */
    size_t n_successes;
    const char *const *successes; /* constants: no failures, though `when` says so */
    size_t n_codes;
    const char *const *codes; /* n_codes documented names, sorted */
};

/* ---- contexts and tables ---- */

/**
 * abx_context_create - a place for tables to share what they share (opened libraries)
 *
 * Return: ABX_OK; ABX_NO_MEMORY
 * Since:  0.1
 */
ABX_API int abx_context_create(struct abx_context **contextp);

/**
 * abx_context_destroy - end a context, after its tables
 * @context: NULL is accepted
 * Since: 0.1
 */
ABX_API void abx_context_destroy(struct abx_context *context);

/**
 * abx_context_adopt - have the calling thread own the context from now on
 *
 * Who creates a context owns it first: its thread is the one that handlers of signals and
 * what waits run on. For a host whose main thread is another one, and for a child where
 * another thread than the owner forked. While no thread is in a callback of the context, and
 * the owner in no call; what waits goes on waiting.
 *
 * Since: 0.1
 */
ABX_API void abx_context_adopt(struct abx_context *context);

/**
 * abx_context_add_folder - a further folder of tables, before other threads use the context
 * @folder: copied; as a directory of $ABIDEX_PATH is searched, behind those, behind the
 *          ones added before, and before those where this library's tables are installed
 *
 * For hosts that bring tables with them.
 *
 * Return: ABX_OK; ABX_REFUSED if the folder has no name; ABX_NO_MEMORY
 * Since:  0.1
 */
ABX_API int abx_context_add_folder(struct abx_context *context, const char *folder);

/**
 * abx_platform - the platform that this library was built for ("x86_64-linux-gnu")
 *
 * Return: a constant string
 * Since:  0.1
 */
ABX_API const char *abx_platform(void);

/**
 * abx_table_open - map a table for this platform
 * @context: borrowed; outlives the table
 * @name:    a path if it holds a '/' or ends in ".abx"; else a name ("libc") that is
 * looked for as NAME.abx in the directories of $ABIDEX_PATH, separated by ':', each with
 * and without the platform's name behind it, then in the folders of
 * abx_context_add_folder, and then where this library's tables are installed. On Windows a
 * path may hold a '\' or ':' instead, ';' separates the directories, and tables are
 * installed beside the DLL or program that this library is in, or in ../share/abidex from
 * there
 *
 * Checks in constant time: the format's version, the platform and its data model, and
 * that the file is complete. The lines are checked when they are met.
 *
 * The file stays mapped until abx_table_close. Whoever brings a new version of it must
 * put a new file in its place (write another and rename it), never write into this one:
 * what is read from a file that shrinks ends the process. On Windows no other file can take
 * the name of one that is mapped: that one has to be renamed first, and can be deleted when
 * all have closed it.
 *
 * Return: ABX_OK; ABX_SYSTEM if the file can't be read; ABX_UNSUITABLE if it is no table
 * or one for another platform; ABX_BROKEN with the line; ABX_NO_MEMORY
 * Since:  0.1
 */
ABX_API int abx_table_open(struct abx_context *context, const char *name,
                           struct abx_table **tablep, struct abx_error *err);

/**
 * abx_table_read - like abx_table_open, for a table of any platform
 *
 * Everything can be read in it; functions and variables cannot be resolved (ABX_REFUSED)
 * unless it is a table for this platform.
 * Since: 0.1
 */
ABX_API int abx_table_read(struct abx_context *context, const char *name,
                           struct abx_table **tablep, struct abx_error *err);

/**
 * abx_table_close - end a table and all that was found in it
 * @table: NULL is accepted. No memory of it, function or type may be in use, and no thread
 *         be inside one of its callbacks, other than one that waits for the owner
 *
 * From here on C must not call any callback of the table. Who has such calls to fear leaves
 * the table open, and destroys the callback. Where the callback had one of the functions that
 * abx_callback_create speaks of, a call ends the process with a message.
 *
 * Since: 0.1
 */
ABX_API void abx_table_close(struct abx_table *table);

/**
 * abx_table_path - the path of the file that was opened
 * Since: 0.1
 */
ABX_API const char *abx_table_path(const struct abx_table *table);

/**
 * abx_table_property - a value of the header
 * @key:   "platform", "model", "order", "library", …
 * @index: which one of a repeated key, from 0
 *
 * Return: a terminated string that lives as long as the table; NULL if there is none
 * Since:  0.1
 */
ABX_API const char *abx_table_property(const struct abx_table *table, const char *key,
                                       size_t index);

/**
 * abx_table_find_entry - find one line
 * @kind: of the line
 * @name: of the declaration; for errors "FUNCTION CODE", for units "NUMBER KIND NAME"
 *
 * Return: ABX_OK; ABX_MISSING; ABX_BROKEN if the search met a line that is none
 * Since:  0.1
 */
ABX_API int abx_table_find_entry(const struct abx_table *table, enum abx_kind kind,
                                 const char *name, struct abx_entry *entryp,
                                 struct abx_error *err);

/**
 * abx_table_suggest - names of the table that are like one that it lacks: "open, fopen"
 * @buffer: terminated if @size is not 0
 *
 * At most three, the nearest first. It reads the whole table, so it is for what a person is
 * told, not for each look-up that finds nothing.
 *
 * Return: the length of the whole text, as snprintf does; 0 if no name is near
 * Since:  0.1
 */
ABX_API size_t abx_table_suggest(const struct abx_table *table, const char *name,
                                 char *buffer, size_t size);

/**
 * abx_table_next_entry - go through all lines, in the file's order
 * @entryp: zeroed before the first call; then what the last call wrote
 *
 * Behind a broken line the walk may go on: *@entryp then holds the line's text and
 * number.
 *
 * Return: ABX_OK; ABX_MISSING at the end; ABX_BROKEN at a line that is none, whose key is
 * out of order or stands twice
 * Since:  0.1
 */
ABX_API int abx_table_next_entry(const struct abx_table *table, struct abx_entry *entryp,
                                 struct abx_error *err);

/**
 * abx_table_check_entry - check a line from end to end
 *
 * Parses all of it as bindings/FORMAT.md says: types, layouts (members inside the
 * record), values in the range of their type, attributes, contracts; and that the names
 * it refers to exist.
 *
 * Return: ABX_OK; ABX_BROKEN; ABX_NO_MEMORY
 * Since:  0.1
 */
ABX_API int abx_table_check_entry(struct abx_table *table, const struct abx_entry *entry,
                                  struct abx_error *err);

/* A finding of the self-test. */
struct abx_finding {
    enum abx_kind kind; /* ABX_KIND_NONE: the platform itself, or a line of no kind */
    const char *name;   /* terminated; valid during the call */
    const char *message;
};
typedef void (*abx_report)(void *user, const struct abx_finding *finding);

/**
 * abx_table_self_test - check a table against the running process, without a compiler
 * @report:  called for each finding; may be NULL
 * @n_checksp: written: how many facts were looked at; may be NULL
 *
 * Data model, byte order, sizes and offsets against the layout that the calling engine
 * computes from the members, every symbol present in its library.
 *
 * Return: ABX_OK if nothing was found; ABX_DIFFERS if something was, be it a broken line;
 *         ABX_NO_MEMORY
 * Since:  0.1
 */
ABX_API int abx_table_self_test(struct abx_table *table, abx_report report, void *user,
                                size_t *n_checksp, struct abx_error *err);

/* ---- names ---- */

/**
 * abx_table_find_constant - the value of a constant
 * @valuep: integers, floats, addresses (ABX_VALUE_POINTER), narrow strings
 * (ABX_VALUE_STRING), wide strings and other arrays (ABX_VALUE_MEMORY, borrowed from the
 * table); type is set
 *
 * Return: ABX_OK; ABX_MISSING, with the reason where the table omits the name;
 * ABX_REFUSED for a floating-point number in a format that this platform does not compute
 * with; ABX_BROKEN; ABX_NO_MEMORY
 * Since:  0.1
 */
ABX_API int abx_table_find_constant(struct abx_table *table, const char *name,
                                    struct abx_value *valuep, struct abx_error *err);

/**
 * abx_table_find_type - a type in the notation of the table, or as C writes it
 * @name: "struct stat", "sigset_t", "i32", "*const char", "[4]struct pollfd"; or "int",
 *        "const char *", "struct pollfd[4]", "unsigned long (*)[2]", whose widths are those
 *        of the table's platform. Functions are written in the notation alone
 *
 * What the type holds by value is resolved; what it points to is not yet looked at.
 *
 * Return: ABX_OK; ABX_REFUSED if @name is not a type; ABX_MISSING; ABX_BROKEN;
 * ABX_NO_MEMORY
 * Since:  0.1
 */
ABX_API int abx_table_find_type(struct abx_table *table, const char *name,
                                const struct abx_type **typep, struct abx_error *err);

/**
 * abx_table_find_function - resolve a function, to call it many times
 * @name: of a function, or of an alias of one
 *
 * The function is the one of the library that the table names, even if another library or
 * the program has a symbol of that name. Only the C library's malloc and its family are
 * what the whole process uses, which may be preloaded.
 *
 * Return: ABX_OK; ABX_MISSING if the table or the library lacks it, with the reason where
 * the table omits the name; ABX_REFUSED if it can't be called through a binding (err says
 * why); ABX_SYSTEM if the library can't be loaded; ABX_BROKEN; ABX_NO_MEMORY
 * Since:  0.1
 */
ABX_API int abx_table_find_function(struct abx_table *table, const char *name,
                                    struct abx_function **functionp,
                                    struct abx_error *err);

/**
 * abx_table_find_declaration - a function's type and contract, without resolving its
 * symbol
 *
 * Works for tables of other platforms and for functions that can't be called. There is
 * one handle for each name: this one serves the getters, and abx_call refuses it until
 * abx_table_find_function has resolved it for anybody.
 *
 * Return: ABX_OK; ABX_MISSING; ABX_BROKEN; ABX_NO_MEMORY
 * Since:  0.1
 */
ABX_API int abx_table_find_declaration(struct abx_table *table, const char *name,
                                       struct abx_function **functionp,
                                       struct abx_error *err);

/**
 * abx_table_find_variable - a view of a variable of a library ("stdin", "environ")
 * @memoryp: the caller's, a view
 *
 * Return: as abx_table_find_function
 * Since:  0.1
 */
ABX_API int abx_table_find_variable(struct abx_table *table, const char *name,
                                    struct abx_memory **memoryp, struct abx_error *err);

/**
 * abx_table_find_variable_declaration - what the table says of a variable, without
 * resolving its symbol
 * @variablep: borrowed; lives as long as the table
 *
 * Works for tables of other platforms.
 *
 * Return: ABX_OK; ABX_MISSING; ABX_BROKEN; ABX_NO_MEMORY
 * Since:  0.1
 */
ABX_API int abx_table_find_variable_declaration(struct abx_table *table, const char *name,
                                                const struct abx_variable **variablep,
                                                struct abx_error *err);

/* ---- types ---- */

/**
 * abx_type_kind - what kind of type it is
 * Since: 0.1
 */
ABX_API enum abx_type_kind abx_type_kind(const struct abx_type *type);

/**
 * abx_type_name - tag or typedef name; NULL for unnamed types and builtins
 * Since: 0.1
 */
ABX_API const char *abx_type_name(const struct abx_type *type);

/**
 * abx_type_size - bytes; 0 for void, functions, incomplete types and flexible arrays
 * Since: 0.1
 */
ABX_API size_t abx_type_size(const struct abx_type *type);

/**
 * abx_type_align - bytes, at least 1
 * Since: 0.1
 */
ABX_API size_t abx_type_align(const struct abx_type *type);

/**
 * abx_type_is_complete - whether objects of it can exist
 * Since: 0.1
 */
ABX_API bool abx_type_is_complete(const struct abx_type *type);

/**
 * abx_type_is_signed - integers, char and enums: whether negative values exist
 * Since: 0.1
 */
ABX_API bool abx_type_is_signed(const struct abx_type *type);

/**
 * abx_type_is_const - whether the type is const-qualified
 * Since: 0.1
 */
ABX_API bool abx_type_is_const(const struct abx_type *type);

/**
 * abx_type_length - elements of an array, 0 if not known (flexible)
 * Since: 0.1
 */
ABX_API size_t abx_type_length(const struct abx_type *type);

/**
 * abx_type_strip - the type behind typedefs
 *
 * Return: @type itself where it is not a typedef; never NULL
 * Since:  0.1
 */
ABX_API const struct abx_type *abx_type_strip(const struct abx_type *type);

/**
 * abx_type_find_target - what a pointer, array, function, complex, enum or typedef refers
 * to
 * @table: of the type; what a pointer points to may be looked up in it only now
 *
 * Return: ABX_OK; ABX_REFUSED if the type has no target; ABX_MISSING; ABX_BROKEN;
 * ABX_NO_MEMORY
 * Since:  0.1
 */
ABX_API int abx_type_find_target(struct abx_table *table, const struct abx_type *type,
                                 const struct abx_type **targetp, struct abx_error *err);

/**
 * abx_type_n_members - of a struct or union, anonymous ones as one; else 0
 * Since: 0.1
 */
ABX_API size_t abx_type_n_members(const struct abx_type *type);

/**
 * abx_type_member - the member at an index
 *
 * Return: ABX_OK; ABX_MISSING past the end
 * Since:  0.1
 */
ABX_API int abx_type_member(const struct abx_type *type, size_t index,
                            struct abx_member *memberp);

/**
 * abx_type_find_member - a member by path
 * @path: "st_mode", "sigev_value.sival_int", "__val[3]", "[2].fd" for arrays; names that
 * the headers give through macros ("si_pid", "st_atime") and members of anonymous members
 * work too
 *
 * Return: ABX_OK; ABX_MISSING; ABX_REFUSED if the path is not well-formed or an index is
 * out of range; ABX_BROKEN; ABX_NO_MEMORY
 * Since:  0.1
 */
ABX_API int abx_type_find_member(struct abx_table *table, const struct abx_type *type,
                                 const char *path, struct abx_member *memberp,
                                 struct abx_error *err);

/**
 * abx_type_n_parameters - of a function type, the fixed ones
 * Since: 0.1
 */
ABX_API size_t abx_type_n_parameters(const struct abx_type *type);

/**
 * abx_type_parameter - a parameter of a function type
 * @namep: NULL where the header has no name
 *
 * Return: ABX_OK; ABX_MISSING past the end
 * Since:  0.1
 */
ABX_API int abx_type_parameter(const struct abx_type *type, size_t index,
                               const char **namep, const struct abx_type **typep);

/**
 * abx_type_is_variadic - whether a function type ends in "..."
 * Since: 0.1
 */
ABX_API bool abx_type_is_variadic(const struct abx_type *type);

/**
 * abx_type_has_prototype - false for a function type declared with ()
 * Since: 0.1
 */
ABX_API bool abx_type_has_prototype(const struct abx_type *type);

/**
 * abx_type_convention - how functions of a function type are called
 *
 * Return: "stdcall", "ms_abi", … as bindings/FORMAT.md lists them; NULL for the
 *         platform's own calling convention, and for other types
 * Since:  0.1
 */
ABX_API const char *abx_type_convention(const struct abx_type *type);

/**
 * abx_type_is_transparent - whether a parameter of the type takes a value of any member
 * of the union behind it, and is passed as the first member is
 * Since: 0.1
 */
ABX_API bool abx_type_is_transparent(const struct abx_type *type);

/**
 * abx_type_n_enumerators - names of an enum
 * Since: 0.1
 */
ABX_API size_t abx_type_n_enumerators(const struct abx_type *type);

/**
 * abx_type_enumerator - a name; its value is a constant of the table; NULL past the end
 * Since: 0.1
 */
ABX_API const char *abx_type_enumerator(const struct abx_type *type, size_t index);

/**
 * abx_type_format - the type in the notation of the table
 * @buffer: terminated if @size is not 0
 *
 * Return: the length of the whole text, as snprintf does; 0 when out of memory
 * Since:  0.1
 */
ABX_API size_t abx_type_format(const struct abx_type *type, char *buffer, size_t size);

/**
 * abx_type_declare - the type as C declares it: "int (*compar)(const void *, const void *)"
 * @table:  of the type; what it points to may be looked up in it
 * @name:   what is declared; "": the type alone, as a cast or sizeof takes it
 * @buffer: terminated if @size is not 0
 *
 * What the table lacks or has damaged is a question mark.
 *
 * Return: the length of the whole text, as snprintf does; 0 when out of memory
 * Since:  0.1
 */
ABX_API size_t abx_type_declare(struct abx_table *table, const struct abx_type *type,
                                const char *name, char *buffer, size_t size);

/* ---- functions ---- */

/**
 * abx_function_name - as in the table
 * Since: 0.1
 */
ABX_API const char *abx_function_name(const struct abx_function *function);

/**
 * abx_function_symbol - the real symbol ("__isoc99_sscanf")
 * Since: 0.1
 */
ABX_API const char *abx_function_symbol(const struct abx_function *function);

/**
 * abx_function_address - where C's function is, for C that takes it as a number
 *
 * Return: NULL where it was not resolved: it can't be called, or its declaration alone was
 *         asked for
 * Since:  0.1
 */
ABX_API void *abx_function_address(const struct abx_function *function);

/**
 * abx_function_library - the library that exports it; NULL where the table names none
 * Since: 0.1
 */
ABX_API const char *abx_function_library(const struct abx_function *function);

/**
 * abx_function_type - its function type
 * Since: 0.1
 */
ABX_API const struct abx_type *abx_function_type(const struct abx_function *function);

/**
 * abx_function_contract - how it fails; when is NULL where the table says nothing
 * Since: 0.1
 */
ABX_API const struct abx_contract *
abx_function_contract(const struct abx_function *function);

/**
 * abx_function_is_nonnull - whether parameter @index, from 0, may not be NULL
 * Since: 0.1
 */
ABX_API bool abx_function_is_nonnull(const struct abx_function *function, size_t index);

/**
 * abx_function_is_noreturn - whether it never returns
 * Since: 0.1
 */
ABX_API bool abx_function_is_noreturn(const struct abx_function *function);

/**
 * abx_function_attribute - what the header says through attributes, one after the other
 * @index: from 0, in the order of bindings/FORMAT.md
 *
 * All of the line but the symbol, the library and the failure contract, which have
 * functions of their own.
 *
 * Return: ABX_OK; ABX_MISSING past the end
 * Since:  0.1
 */
ABX_API int abx_function_attribute(const struct abx_function *function, size_t index,
                                   struct abx_attribute *attributep);

/**
 * abx_function_find_attribute - the value of an attribute ("malloc", "format")
 *
 * Return: as struct abx_attribute has it; NULL where the function has no such attribute
 * Since:  0.1
 */
ABX_API const char *abx_function_find_attribute(const struct abx_function *function,
                                                const char *name);

/**
 * abx_function_obstacle - why it can't be called through a binding
 *
 * Return: a constant sentence; NULL if it can
 * Since:  0.1
 */
ABX_API const char *abx_function_obstacle(const struct abx_function *function);

/**
 * abx_function_explain - what a code means as the answer of a function
 *
 * Texts that only the library has (the contract's texts) are asked for if the function was
 * resolved; nothing is loaded or called for a function that was only declared.
 *
 * @code: by name ("EINVAL")
 * @textp: written: one sentence that belongs to the function's table
 * @is_documentedp: written: whether the contract lists the code; may be NULL
 * @is_specificp: written: whether it was written for this function; may be NULL
 *
 * Return: ABX_OK; ABX_MISSING if neither the table nor the system knows the code
 * Since:  0.1
 */
ABX_API int abx_function_explain(const struct abx_function *function, const char *code,
                                 const char **textp, bool *is_documentedp,
                                 bool *is_specificp, struct abx_error *err);

/**
 * abx_function_describe - what a caller should know, for a help text
 * @buffer: terminated if @size is not 0
 *
 * Lines: the prototype as C has it, the parameters that may not be NULL, sentences that say
 * how the function fails and whether it may block, and each documented code with its text.
 *
 * Return: the length of the whole text, as snprintf does; 0 when out of memory
 * Since:  0.1
 */
ABX_API size_t abx_function_describe(const struct abx_function *function, char *buffer,
                                     size_t size);

/* ---- variables ---- */

/**
 * abx_variable_type - of what the variable holds
 * Since: 0.1
 */
ABX_API const struct abx_type *abx_variable_type(const struct abx_variable *variable);

/**
 * abx_variable_symbol - the real symbol
 * Since: 0.1
 */
ABX_API const char *abx_variable_symbol(const struct abx_variable *variable);

/**
 * abx_variable_library - the library that exports it; NULL where the table names none
 * Since: 0.1
 */
ABX_API const char *abx_variable_library(const struct abx_variable *variable);

/**
 * abx_variable_find_attribute - as abx_function_find_attribute
 * Since: 0.1
 */
ABX_API const char *abx_variable_find_attribute(const struct abx_variable *variable,
                                                const char *name);

/* ---- calls ---- */

/**
 * abx_call - call a resolved function
 * @args:   n_args values, borrowed for the call
 * @result: written on ABX_OK and ABX_FAILED; may be NULL. A struct or union arrives as
 *          ABX_VALUE_MEMORY, owned by the caller
 * @err:    optional
 *
 * Checked before the call: the number of arguments; that each value fits its parameter in
 * kind and range; NULL where the header says nonnull; a pointer's type where it is known,
 * which pointers to void and to u8 do not ask for, that memory is as large as what the
 * parameter points to, and that memory and strings are as large as other parameters say
 * (buffer=, array=). Memory that was freed is refused, be it that its object was destroyed
 * or that a function of which the table says so (frees=) has freed it; and such functions
 * take none that the library owns.
 *
 * A string is taken where the parameter points to constant characters, then without a zero
 * inside, or to constant void or bytes: what a function may write to has to be memory, and
 * none that is const, as a constant of the table is or a view of a constant variable. A
 * float parameter takes integers that it holds exactly. A transparent union takes what any
 * of its members takes, and memory of its own type. Variadic arguments are passed as the
 * default promotions want them: ABX_VALUE_INT and ABX_VALUE_UINT as the type in value.type,
 * or without one as an int where the value fits; else ABX_VALUE_UINT as an unsigned long
 * where it fits, and either as 64 bits.
 *
 * A function that a signal interrupted (EINTR) is called again where its contract says
 * "retry", or "timeout" and which parameter that is, and then with what is left of it: what
 * a pointer to const leads to stays as it is, else the rest is written there, as select
 * does. Where it says "done", the answer is ABX_OK and the result is what it is. "never" is
 * a failure as any other, as is EINTR of a function of which nothing is said: after close
 * and dup2 the descriptor is gone; a connect goes on by itself, until the socket can be
 * written to and SO_ERROR tells how it went. In each case handlers of signals run first, on
 * the thread that owns the context, and then the hook interrupted, on every thread: one that
 * answers something else than ABX_OK ends the call with that answer.
 *
 * Return: ABX_OK, also if the table has no contract for the function; ABX_FAILED if the
 * function reported failure (err: code, name, message); ABX_REFUSED if an argument is not
 * acceptable (err: argument, message): nothing was called; ABX_BROKEN; ABX_NO_MEMORY; the
 * answer of a handler of signals, of the hook interrupted, or of a callback, where the
 * function was called and *@result is zeroed
 * Since:  0.1
 */
ABX_API int abx_call(const struct abx_function *function, const struct abx_value *args,
                     size_t n_args, struct abx_value *result, struct abx_error *err);

/* ---- images ---- */

/* What stands at a place of an image, or comes back as a result. */
enum abx_scalar {
    ABX_SCALAR_VOID, /* results only */
    ABX_SCALAR_INT,  /* char, enums and signed integers of up to 64 bits */
    ABX_SCALAR_UINT, /* bool, char, enums and unsigned integers of up to 64 bits */
    ABX_SCALAR_POINTER,
    ABX_SCALAR_FLOAT,
    ABX_SCALAR_DOUBLE
};

/* Where an argument stands in an image. What belongs there is for abx_image_set_*. */
struct abx_place {
    size_t offset; /* bytes from the image's beginning */
    enum abx_scalar scalar;
    unsigned size;     /* of an integer: bytes that are written, 4 or 8 */
    unsigned n_unused; /* of an integer: bits of 64 above those that are passed */
    bool is_nonnull;   /* of a pointer: NULL is not for this function */
    bool takes_text;   /* of a pointer: it is one to constant characters */
    bool has_rules;    /* more is asked of it than its scalar tells: abx_call knows */
    int64_t least;     /* of an integer: the range */
    uint64_t most;
};

/*
 * How a function is called whose parameters and result are all scalars: its arguments are
 * written to an image of the registers and of the stack, each at its place, and an entry
 * point loads the image and calls.
 */
struct abx_image {
    size_t size; /* bytes of an image; at most ABX_IMAGE_SIZE */
    size_t n_places;
    const struct abx_place *places; /* one for each parameter */
    enum abx_scalar result;
    void *address; /* of the C function */
    /* Calls the function. Of a narrow integer or bool only the low bits are the result. */
    union {
        uint64_t (*integer)(const struct abx_image *image, const void *words); /* void */
        double (*real)(const struct abx_image *image, const void *words);
    } enter;
};

/* An image that is as large as any. */
#define ABX_IMAGE_SIZE 640
union abx_image_words {
    unsigned char bytes[ABX_IMAGE_SIZE];
    uint64_t integer;
    double real;
    void *pointer;
};

/**
 * abx_function_image - how to call a function without tagged values
 *
 * For hosts that convert their own values: what they write into the image is what the
 * function gets, and is copied no more. The same image may be used for many calls; a call
 * does not change it.
 *
 * Return: borrowed; lives as long as the table. NULL where the function was not resolved,
 *         or takes more than abx_image describes (variable arguments, records, wide
 *         numbers, more arguments than ABX_IMAGE_SIZE holds): abx_call calls it
 * Since:  0.1
 */
ABX_API const struct abx_image *abx_function_image(const struct abx_function *function);

/**
 * abx_image_set_integer - write an integer argument
 * @words: the image, aligned as union abx_image_words is
 * @bits:  a number between place->least and place->most, which is not checked; negative
 *         ones as int64_t
 *
 * Since: 0.1
 */
static inline void abx_image_set_integer(const struct abx_place *place, void *words,
                                         uint64_t bits)
{
    unsigned char *at = (unsigned char *)words + place->offset;
    uint32_t narrow = (uint32_t)bits;

#if defined(__riscv) /* widens 32 bits as if they had a sign */
    if (place->n_unused >= 32)
        bits = (uint64_t)(int64_t)(int32_t)narrow;
#endif
    if (sizeof(void *) == sizeof(bits) || place->size == sizeof(bits))
        memcpy(at, &bits, sizeof(bits));
    else
        memcpy(at, &narrow, sizeof(narrow));
}

/**
 * abx_image_set_pointer - write an address; not NULL where place->is_nonnull
 * Since: 0.1
 */
static inline void abx_image_set_pointer(const struct abx_place *place, void *words,
                                         const void *pointer)
{
    memcpy((unsigned char *)words + place->offset, &pointer, sizeof(pointer));
}

/**
 * abx_image_set_float - write an argument of type float
 * Since: 0.1
 */
static inline void abx_image_set_float(const struct abx_place *place, void *words,
                                       float number)
{
    unsigned char *at = (unsigned char *)words + place->offset;

#if defined(__riscv) /* a float in a wider register has ones above it */
    memset(at, 0xff, sizeof(double));
#endif
    memcpy(at, &number, sizeof(number));
}

/**
 * abx_image_set_double - write an argument of type double
 * Since: 0.1
 */
static inline void abx_image_set_double(const struct abx_place *place, void *words,
                                        double number)
{
    memcpy((unsigned char *)words + place->offset, &number, sizeof(number));
}

/**
 * abx_call_image - call a function with the arguments that an image holds
 * @words: image->size bytes, aligned as union abx_image_words is; every place is written
 *
 * Does what abx_call does but for checking the arguments, lengths of buffers and what a
 * function frees among them: errno and the failure contract.
 * Whoever needs neither, nor signals handled and interrupted calls repeated, may call
 * through image->enter instead, which is a plain C call with one jump on its way.
 *
 * Return: ABX_OK; ABX_FAILED; ABX_REFUSED where abx_function_image is NULL; the answer of
 * a handler, as abx_call
 * Since:  0.1
 */
ABX_API int abx_call_image(const struct abx_function *function, const void *words,
                           struct abx_value *result, struct abx_error *err);

/* What carries out calls. */
enum abx_engine {
    ABX_ENGINE_DIRECT, /* precompiled entry points where there is one, else libffi */
    ABX_ENGINE_LIBFFI  /* libffi for every call */
};

/**
 * abx_context_set_engine - choose what carries out the calls of functions that are found
 * from now on
 *
 * A new context has ABX_ENGINE_DIRECT, unless the library was built without it or
 * ABIDEX_ENGINE is "libffi" in the environment.
 *
 * Return: ABX_OK; ABX_REFUSED for an engine that there is not in this build
 * Since:  0.1
 */
ABX_API int abx_context_set_engine(struct abx_context *context, enum abx_engine engine,
                                   struct abx_error *err);

/**
 * abx_function_engine - what carries out the calls of a resolved function
 * Since: 0.1
 */
ABX_API enum abx_engine abx_function_engine(const struct abx_function *function);

/* ---- memory ---- */

/**
 * abx_memory_create - zeroed memory for @count objects of a type
 * @type:  complete, or a struct with a flexible array, whose elements then are the bytes
 *         of the objects behind the first; of the table
 * @count: at least 1
 *
 * Return: ABX_OK; ABX_REFUSED; ABX_NO_MEMORY
 * Since:  0.1
 */
ABX_API int abx_memory_create(struct abx_table *table, const struct abx_type *type,
                              size_t count, struct abx_memory **memoryp,
                              struct abx_error *err);

/**
 * abx_memory_view - look at memory that somebody else owns
 * @address: not NULL; @count objects of @type that live at least as long as the view
 *
 * Return: ABX_OK; ABX_REFUSED; ABX_NO_MEMORY
 * Since:  0.1
 */
ABX_API int abx_memory_view(struct abx_table *table, const struct abx_type *type,
                            void *address, size_t count, struct abx_memory **memoryp,
                            struct abx_error *err);

/**
 * abx_memory_destroy - end a memory object, and the memory if it is owned
 * @memory: NULL is accepted; what belongs to a table (a constant) is left alone
 *
 * Views of parts of owned memory, as abx_memory_get gives them, are refused from then on,
 * and are still to be destroyed.
 * Since: 0.1
 */
ABX_API void abx_memory_destroy(struct abx_memory *memory);

/**
 * abx_memory_data - its address; NULL where it was freed
 *
 * Constants of the table and views of what is const are not to be written to.
 * Since: 0.1
 */
ABX_API void *abx_memory_data(const struct abx_memory *memory);

/**
 * abx_memory_size - bytes in all
 * Since: 0.1
 */
ABX_API size_t abx_memory_size(const struct abx_memory *memory);

/**
 * abx_memory_count - objects
 * Since: 0.1
 */
ABX_API size_t abx_memory_count(const struct abx_memory *memory);

/**
 * abx_memory_type - of one object
 * Since: 0.1
 */
ABX_API const struct abx_type *abx_memory_type(const struct abx_memory *memory);

/**
 * abx_memory_get - read a member
 * @path:   as for abx_type_find_member; "" is the object itself; "[i]" in front selects
 *          one of count objects, or, of a single array, its element
 * @valuep: scalars by value; structs, unions and arrays as a view (ABX_VALUE_MEMORY, the
 *          caller's) into the same memory, with which they end; a narrow
 *          character array is a view too; a flexible array is a view of as many elements
 *          as the memory holds
 *
 * Return: ABX_OK; ABX_MISSING; ABX_REFUSED; ABX_BROKEN; ABX_NO_MEMORY
 * Since:  0.1
 */
ABX_API int abx_memory_get(const struct abx_memory *memory, const char *path,
                           struct abx_value *valuep, struct abx_error *err);

/**
 * abx_memory_set - store into a member
 * @value: a value that fits the member's type and range; a string for a character array,
 *         if it fits with its zero; memory of the same type for a struct, union or array;
 *         for a pointer an address or memory, but no string, whose life nobody knows
 *
 * Nothing is stored unless the value fits. What is const, or part of something that is,
 * may be stored to in memory that was created, but not in a view of foreign memory; a
 * constant of the table stays as it is.
 *
 * Return: ABX_OK; ABX_MISSING; ABX_REFUSED; ABX_BROKEN; ABX_NO_MEMORY
 * Since:  0.1
 */
ABX_API int abx_memory_set(struct abx_memory *memory, const char *path,
                           const struct abx_value *value, struct abx_error *err);

/**
 * abx_memory_get_member - read a member that was looked up before
 * @member: as abx_type_find_member or abx_type_member gave it for the memory's type
 * @valuep: as abx_memory_get has it
 *
 * What abx_memory_get does with the path of the member, but there is no path to be parsed:
 * to be preferred where the same member of many objects is read. Of several objects it is
 * the first one's.
 *
 * Return: ABX_OK; ABX_REFUSED; ABX_NO_MEMORY
 * Since:  0.1
 */
ABX_API int abx_memory_get_member(const struct abx_memory *memory,
                                  const struct abx_member *member,
                                  struct abx_value *valuep, struct abx_error *err);

/**
 * abx_memory_set_member - store into a member that was looked up before
 * @member: as for abx_memory_get_member
 * @value:  as for abx_memory_set, whose rules are kept
 *
 * Return: ABX_OK; ABX_MISSING, ABX_BROKEN of a type that a pointer leads to; ABX_REFUSED;
 * ABX_NO_MEMORY
 * Since:  0.1
 */
ABX_API int abx_memory_set_member(struct abx_memory *memory,
                                  const struct abx_member *member,
                                  const struct abx_value *value, struct abx_error *err);

/**
 * abx_memory_get_element - read one of several objects, or the element of a single array
 * @index:  from 0: what abx_memory_get reads with the path "[index]"
 * @valuep: as abx_memory_get has it
 *
 * Return: ABX_OK; ABX_REFUSED; ABX_NO_MEMORY
 * Since:  0.1
 */
ABX_API int abx_memory_get_element(const struct abx_memory *memory, size_t index,
                                   struct abx_value *valuep, struct abx_error *err);

/**
 * abx_memory_set_element - store into one of several objects, or into an element
 * @index: from 0
 * @value: as for abx_memory_set, whose rules are kept
 *
 * Return: as abx_memory_set_member
 * Since:  0.1
 */
ABX_API int abx_memory_set_element(struct abx_memory *memory, size_t index,
                                   const struct abx_value *value, struct abx_error *err);

/**
 * abx_string_get - read a string that C left somewhere, as UTF-8
 * @value:  a pointer whose type tells its characters, as results and members have one; or
 *          memory that holds them
 * @limit:  characters of the string's type that may be read, its zero among them; of memory
 *          at most what it holds, whose end is then the string's, too
 * @buffer: gets the text and a zero, cut where @room bytes do not hold it; may be NULL if
 *          @room is 0
 * @sizep:  gets the bytes of the whole text, without the zero: more than @room - 1 where it
 *          was cut; may be NULL
 *
 * Narrow characters are copied as they are, whatever their encoding; those of 2 bytes are
 * UTF-16, of 4 bytes UTF-32 (wchar_t is the one or the other).
 *
 * Return: ABX_OK; ABX_REFUSED for NULL, for what can't be a string, where no zero is found
 * within the limit, and for wide characters that are none; ABX_MISSING; ABX_BROKEN;
 * ABX_NO_MEMORY
 * Since: 0.1
 */
ABX_API int abx_string_get(const struct abx_value *value, size_t limit, char *buffer,
                           size_t room, size_t *sizep, struct abx_error *err);

/* ---- signals ---- */

/* A signal as its handler sees it; valid while the handler runs. */
struct abx_signal {
    int number;
    unsigned count;   /* how many arrivals this tells of, at least 1 */
    const char *name; /* "SIGINT", "SIGRTMIN+2" */
    /* ABX_VALUE_MEMORY: the siginfo_t of the arrival. ABX_VALUE_NONE: there was no room
       for it, or the table has no siginfo_t. */
    struct abx_value info;
};

/**
 * Told of a signal at a safe point. An answer other than ABX_OK, with @err filled, ends the
 * call or the dispatch, which gives that answer; the function is not called, or not again.
 */
typedef int (*abx_signal_handler)(void *user, const struct abx_signal *signal,
                                  struct abx_error *err);

enum abx_signal_flag {
    ABX_SIGNAL_RESTART = 1, /* calls go on where the system can see to that itself */
    ABX_SIGNAL_NO_CHILD_STOP = 2, /* SIGCHLD: not for children that stop or go on */
    ABX_SIGNAL_ALL_FLAGS = 3
};

/**
 * abx_signal_handle - have a handler told of a signal
 * @table:  whose siginfo_t describes the arrivals; its context gets the signal
 * @number: the value of the table's constant ("SIGINT"); real-time signals too
 * @flags:  of enum abx_signal_flag
 *
 * What the system calls is a fixed C function, which notes the arrival and returns: it
 * takes no lock, allocates nothing and never waits. @handler runs later, at a *safe point*
 * on the thread that owns the context, the one that created it: before abx_call and
 * abx_call_image call, when such a call was interrupted, and in abx_signal_dispatch.
 * Whichever thread took the signal, its arrival is told exactly
 * once: with its siginfo, in the order of arrival, or where more than 256 of them were
 * waiting, in one number at the end. What the system joins before it delivers, as it does
 * with ordinary signals that are pending already, comes once: one SIGCHLD may stand for
 * many children, which are to be waited for until there are no more.
 *
 * Handlers do not run inside handlers: what comes meanwhile waits, as if it were blocked.
 * A handler may do all that the owner's thread may, other than destroy the context.
 *
 * The handler stays until it is changed, restored or the context ends. Before it changes,
 * what is pending is told to the old one; what one of those answers is then the answer
 * here, and nothing has changed. (Inside a handler nothing can be told: a handler that is
 * set there gets what is pending, and restoring drops it.) A signal belongs to one context
 * of a process. SIGABRT can be handled where it was sent; after abort() the process ends
 * before a safe point.
 *
 * A child begins with nothing pending and with the same handlers, as after sigaction.
 *
 * Windows has SIGINT, SIGTERM, SIGBREAK and SIGABRT of those that can be handled, and no
 * siginfo. A signal belongs to the C library that the table's function signal is of, which
 * then stays loaded as long as the process. It puts the usual action back before it calls
 * the handler, which then sets itself again: what comes in between has the usual action.
 *
 * Return: ABX_OK; ABX_REFUSED on another thread than the owner's, if another context
 * handles the signal or this one does for another C library, or it can't be handled this way: SIGKILL, SIGSTOP, those that the C
 * library keeps for itself, and SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP and SIGSYS, whose
 * cause would be repeated until the handler ran; ABX_SYSTEM; ABX_BROKEN; ABX_NO_MEMORY;
 * the answer of a handler
 * Since: 0.1
 */
ABX_API int abx_signal_handle(struct abx_table *table, int number,
                              abx_signal_handler handler, void *user, unsigned flags,
                              struct abx_error *err);

/**
 * abx_signal_restore - give a signal back to whoever had it before the context
 *
 * What is pending is told first: an answer other than ABX_OK ends that, and nothing has
 * changed. (One that answers so to an arrival of this very moment is told of it when the
 * signal was given back already: the next time the answer is ABX_MISSING.) A handler that
 * somebody else has set since stays; on Windows only one that is a function, or SIG_IGN.
 * abx_context_destroy does the same for all signals, and drops what is pending: a
 * program that wants to know calls abx_signal_dispatch before.
 *
 * Return: ABX_OK; ABX_MISSING if this context does not handle it; ABX_REFUSED on another
 * thread than the owner's; ABX_SYSTEM; the answer of a handler
 * Since: 0.1
 */
ABX_API int abx_signal_restore(struct abx_context *context, int number,
                               struct abx_error *err);

/**
 * abx_signal_set_wakeup - a descriptor that becomes readable when a signal came
 * @fd: the writing end of a pipe or socket, non-blocking, borrowed; negative: none any more.
 *      On Windows the handle of an event, as an int: handles fit
 *
 * For event loops: each arrival writes one byte, the signal's number; a callback that waits
 * for the owner writes a zero. Where there is no
 * room for it nothing else is lost: the loop is woken by what is there, and calls
 * abx_signal_dispatch. Nobody may close the reading end before: writing would raise SIGPIPE.
 * When this returns, no handler writes to the old descriptor any more. A child writes
 * nothing until it has set one of its own: its parent would read it.
 * An event is set instead, and once when it is given here, which shows that it is one.
 *
 * Return: ABX_OK; ABX_REFUSED if @fd blocks, is not open or can't be written to, or is no
 * event, or on another thread than the owner's; ABX_NO_MEMORY
 * Since: 0.1
 */
ABX_API int abx_signal_set_wakeup(struct abx_context *context, int fd,
                                  struct abx_error *err);

/**
 * abx_signal_dispatch - tell handlers of all signals that came until now
 *
 * Ends with the first answer other than ABX_OK; the rest stays pending. Inside a handler it
 * does nothing.
 *
 * Return: ABX_OK; ABX_REFUSED on another thread than the owner's; the answer of a handler
 * Since: 0.1
 */
ABX_API int abx_signal_dispatch(struct abx_context *context, struct abx_error *err);

/**
 * abx_signal_n_dropped - how many arrivals had no room for their siginfo so far
 *
 * They were told all the same, without it. On the owner's thread.
 * Since: 0.1
 */
ABX_API size_t abx_signal_n_dropped(const struct abx_context *context);

/* ---- callbacks ---- */

/**
 * What C's call of a callback ends in.
 * @args:   one for each parameter, with its type; valid while the handler runs. Structs and
 *          unions are memory of their own; a C string is a pointer
 * @result: zeroed; the answer, checked as a member is that is stored. Left alone where the
 *          function returns nothing
 *
 * An answer other than ABX_OK, with @err filled, is an error: C gets the answer of the
 * options and goes on, since nothing may unwind through it; the call through abidex that C
 * is in returns the error when C returns, and until then no other handler runs. An error on
 * another thread than the owner's is returned by the owner's next safe point.
 */
typedef int (*abx_callback_handler)(void *user, const struct abx_value *args,
                                    size_t n_args, struct abx_value *result,
                                    struct abx_error *err);

/* Where the handler runs when C calls on another thread than the one that owns the context,
 * which is the one that created it. On that one it runs at once. */
enum abx_callback_mode {
    ABX_CALLBACK_OWNER,  /* not at all: an error for the owner, C gets the answer */
    ABX_CALLBACK_ATTACH, /* there, between the hooks enter and leave */
    ABX_CALLBACK_WAIT,   /* on the owner's at its next safe point; C waits */
    ABX_CALLBACK_COPY,   /* the same with copies of the arguments; C goes on. void only */
    ABX_CALLBACK_CONSTANT /* nowhere: C gets the answer at once, on every thread */
};

struct abx_callback_options {
    enum abx_callback_mode mode;
    abx_callback_handler handler; /* NULL for ABX_CALLBACK_CONSTANT */
    void *user;
    struct abx_value answer; /* what C gets without a handler; ABX_VALUE_NONE: zeros */
    /* Told once that no thread runs the handler, nor ever will: @user may be freed. In
       abx_callback_destroy, or where the code stays (see there), in abx_table_close. May
       be NULL. */
    void (*release)(void *user);
};

/**
 * abx_callback_create - make a C function that ends in a handler
 * @type:    of a function, or of a pointer to one, by whatever name: "__compar_fn_t"
 * @options: borrowed
 *
 * It is given to C as an argument or member of kind ABX_VALUE_CALLBACK, where its type has to
 * agree with what is wanted there, or by its address.
 *
 * On some processors the library has 128 functions for types of up to six (Windows: four)
 * integers and pointers, which take half the time of those that libffi makes for all others.
 * They go to those who come first in the process, and back when the callback is freed;
 * those of which C may still have the address when the table closes are not given out
 * again. A program that opens and closes tables without end, and lets C keep callbacks of
 * each, has the slower ones in the end.
 *
 * Safe points of the owner's thread, where what other threads left is run: before abx_call
 * and abx_call_image call, where such a call was interrupted, and abx_context_dispatch. In
 * the handler of what another thread left, the last alone is one: what a handler calls lets
 * no other handler in between. A thread whose callback waits wakes nobody else: an event loop watches the descriptor of
 * abx_signal_set_wakeup, which then gets a zero byte. An owner who waits in C for such a
 * thread (pthread_join) waits for ever.
 *
 * Return: ABX_OK; ABX_REFUSED for a type that is no function's, whose arguments vary or that
 * libffi cannot receive, and for options that do not fit; ABX_SYSTEM where the system allows
 * no code to be made; ABX_MISSING; ABX_BROKEN; ABX_NO_MEMORY
 * Since: 0.1
 */
ABX_API int abx_callback_create(struct abx_table *table, const struct abx_type *type,
                                const struct abx_callback_options *options,
                                struct abx_callback **callbackp, struct abx_error *err);

/**
 * abx_callback_destroy - its handler is not run any more
 * @callback: NULL is accepted. Not to be used again
 *
 * On any thread. Threads that wait for the owner because of it get the answer of the options;
 * one that is in the handler already, or about to run it, goes on.
 *
 * Where C may have kept the address, the code stays until the table closes: if C calls it,
 * it gets the answer of the options, and the owner an error. That is so unless the callback
 * was an argument only, and of functions alone of which the table says that they use it
 * during the call (callback=N:call); then all its memory is freed. While such a function
 * runs, nobody but the callback's own handler may destroy it; the code stays then, too, since
 * the function may call it again.
 * Since: 0.1
 */
ABX_API void abx_callback_destroy(struct abx_callback *callback);

/**
 * abx_callback_address - of the function that C calls
 *
 * Whoever has it may keep it: see abx_callback_destroy.
 * Since: 0.1
 */
ABX_API void *abx_callback_address(struct abx_callback *callback);

/**
 * abx_callback_type - of the function
 * Since: 0.1
 */
ABX_API const struct abx_type *abx_callback_type(const struct abx_callback *callback);

/**
 * What a host does around C code; each may be NULL. Codes (errno and the like) are saved
 * around all of them. None but interrupted may call through abidex.
 */
struct abx_hooks {
    /*
     * Around functions that may wait for something outside the process (their contract says
     * blocks), and around those of which the table has no contract, so that nobody knows; on
     * the thread that calls. A host lets go of its lock there.
     */
    void (*before)(void *user);
    void (*after)(void *user);

    /*
     * Around each handler of a callback, on the thread that runs it. They have to nest, and
     * enter makes a foreign thread known to the host.
     */
    void (*enter)(void *user);
    void (*leave)(void *user);

    /*
     * A call failed because a signal interrupted it (EINTR), whatever its contract says of
     * that. On the thread that calls, whichever that is, behind after, and behind the handlers
     * of the context's own signals where that thread owns it; before the call is repeated,
     * done, or told as a failure, as abx_call has it. A host runs the handlers of its own
     * signals there. An answer other than ABX_OK, with err filled, ends the call with that
     * answer, as one of a handler of signals does; err is never NULL.
     */
    int (*interrupted)(void *user, struct abx_error *err);

    /*
     * In the system's handler of a signal that the context handles, when the arrival was noted
     * and the byte written that abx_signal_set_wakeup speaks of: on any thread, whatever that
     * was doing. Nothing is allowed but what POSIX calls async-signal-safe. An interpreter asks
     * itself for a safe point there, where it calls abx_context_dispatch. When
     * abx_context_set_hooks, abx_signal_restore or abx_context_destroy returns, no handler is
     * in the old hook any more. A child has it too.
     */
    void (*arrived)(void *user, int number);

    void *user;
};

/**
 * abx_context_set_hooks - before other threads use the context
 * @hooks: copied; NULL: none
 * Since: 0.1
 */
ABX_API void abx_context_set_hooks(struct abx_context *context,
                                   const struct abx_hooks *hooks);

/**
 * abx_context_dispatch - a safe point: run all that waits for the owner of the context
 *
 * Handlers of signals, callbacks of other threads, and the errors of those. Ends with the
 * first answer other than ABX_OK; the rest waits for the next safe point.
 *
 * Return: ABX_OK; ABX_REFUSED on another thread than the owner's; the answer of a handler
 * Since: 0.1
 */
ABX_API int abx_context_dispatch(struct abx_context *context, struct abx_error *err);

#ifdef __cplusplus
}
#endif

#endif
