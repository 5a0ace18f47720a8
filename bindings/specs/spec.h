/**
 * What a spec may say besides C. A spec is a header: it includes what the table shall describe,
 * and tells with these macros what no header tells. Each expands to a declaration that any C
 * compiler accepts; the generator reads the annotation on it. The generator knows these macros
 * without an #include; the line `#include "spec.h"` is for compilers and editors.
 *
 *   LIBRARY("libc.so.6")                        a library whose symbols the headers declare;
 *                                               the first is the default
 *   FAILS(read, "-1 errno", EBADF, EINTR);      the failure contract: which result, which slot,
 *                                               flags behind commas, and the documented codes
 *   FAILS(poll, "-1 errno, eintr=timeout:3ms", EINTR);  its third parameter is the timeout
 *   FAILS(strtol, "any errno, clear", EINVAL, ERANGE);
 *   NEVER_FAILS(getpid);
 *   MEANS(read, EBADF, "fd is not open for reading");   a code's text for this function
 *   EACH_MEANS(ENOMEM, "no memory is left")     the text for every function that lists the code
 *                                               and has none of its own
 *   GROUP(path, ENOENT, "$ does not exist")     codes and texts that many functions share; each
 *   GROUP(path, ENOTDIR, "$ has ...")           line adds one, and $ is who is to blame:
 *   FAILS(chdir, "-1 errno", EIO, path(name));  ENOENT and ENOTDIR, too, "name does not exist"
 *   LIKE(stat64, stat);                         fails as the other does: contract and texts
 *   UNTOLD(__fadd, "internal: ...");            has no contract, and why
 *   REFUSE(gets, "has no bound; call fgets");   must not be called through a binding: why, and
 *                                               what to do instead; if no library has it, the
 *                                               table tells that, too
 *   CODE_SPACE("SQLITE_", sqlite3_errstr)       where the codes of a contract "result/SQLITE_" have
 *                                               no text: the function that gives it, char *(int)
 *   RETURNS_TWICE(setjmp);                      not callable through a binding
 *   CALLS_BACK(qsort, 4, call);                 its fourth parameter, a function, is called until
 *                                               it returns; kept: later, too; signal: by signals
 *   HAS_BUFFER(read, 2, 3);                     its second parameter leads to as many bytes as the
 *                                               third says; with a fourth number to the product
 *   HAS_ARRAY(poll, 1, 2);                      the same in objects
 *   HOLDS(pipe, 1, 2);                          its first parameter leads to two objects at least
 *   FREES(free, 1);                             what its first parameter leads to is gone then
 *   FREES_ON_SUCCESS(realloc, 1);               unless it fails
 *   HAS_ATTRIBUTE(printf, format(printf, 1, 2));   what compilers know though no header says it
 *   char *f(void) ATTRIBUTE(malloc(free, 1));   an attribute that libclang does not take: for the
 *                                               headers' macros that give it to GCC alone
 *   HEADERS("curl/c*.h")                        take what these headers declare, too; the path or
 *                                               its end has to match. Without it a table has what
 *                                               the headers that the spec includes, and those of
 *                                               their own folders, declare
 *   NO_HEADER("regexp.h", "glibc removed it")   a header that is left out, and why
 *   UNITS(2)                                    read the spec twice, with ABIDEX_UNIT 1 and 2:
 *                                               headers that clash stand in different units
 *
 * The words of a contract are listed in bindings/FORMAT.md, "Failure contracts". A function that
 * the platform does not declare is left out with a note, so one spec serves many platforms.
 */
#ifndef ABIDEX_SPEC_H
#define ABIDEX_SPEC_H

#define ABIDEX_JOIN_(a, b) a##b
#define ABIDEX_JOIN(a, b) ABIDEX_JOIN_(a, b)
#define ABIDEX_NAME_(name) #name
#define ABIDEX_NAME(name) ABIDEX_NAME_(name) /* behind a macro for it, as in fn */
#ifndef ABIDEX_SAY /* verify defines all as nothing: contracts are not for its compiler */
#define ABIDEX_NOTE(text)                                                                \
    extern int ABIDEX_JOIN(abidex_note_, __COUNTER__) __attribute__((annotate(text)));
#define ABIDEX_SAY(fn, text) extern __typeof__(fn) fn __attribute__((annotate(text)))
#define ABIDEX_ATTRIBUTE(text) __attribute__((annotate(text)))
#endif

#define LIBRARY(name) ABIDEX_NOTE("library " name)
#define HEADERS(pattern) ABIDEX_NOTE("headers " pattern)
#define NO_HEADER(name, reason) ABIDEX_NOTE("no-header " name ": " reason)
#define UNITS(n) ABIDEX_NOTE("units " #n)
#define FAILS(fn, how, ...) ABIDEX_SAY(fn, "fails " how ": " #__VA_ARGS__)
#define NEVER_FAILS(fn) ABIDEX_SAY(fn, "fails never: ")
#define LIKE(fn, other) ABIDEX_SAY(fn, "like " ABIDEX_NAME(other))
#define UNTOLD(fn, reason) ABIDEX_SAY(fn, "untold " reason)
#define REFUSE(fn, reason) ABIDEX_SAY(fn, "refused " reason)
#define EACH_MEANS(code, text) ABIDEX_NOTE("each " #code ": " text)
#define GROUP(name, code, text) ABIDEX_NOTE("group " #name " " #code ": " text)
#define CODE_SPACE(prefix, fn) ABIDEX_NOTE("space " prefix " " #fn)
#define RETURNS_TWICE(fn) ABIDEX_SAY(fn, "returns-twice")
#define MEANS(fn, code, text) ABIDEX_SAY(fn, "error " #code ": " text)
#define HAS_ATTRIBUTE(fn, ...) ABIDEX_SAY(fn, "attribute " #__VA_ARGS__)
#define CALLS_BACK(fn, number, lifetime) HAS_ATTRIBUTE(fn, calls_back(number, lifetime))
#define HAS_BUFFER(fn, ...) HAS_ATTRIBUTE(fn, buffer(__VA_ARGS__))
#define HAS_ARRAY(fn, ...) HAS_ATTRIBUTE(fn, array(__VA_ARGS__))
#define HOLDS(fn, number, count) HAS_ATTRIBUTE(fn, holds(number, count))
#define FREES(fn, number) HAS_ATTRIBUTE(fn, frees(number))
#define FREES_ON_SUCCESS(fn, number) HAS_ATTRIBUTE(fn, frees(number, success))
#define ATTRIBUTE(...) ABIDEX_ATTRIBUTE("attribute " #__VA_ARGS__)

#ifndef ABIDEX_UNIT
#define ABIDEX_UNIT 1
#endif

#endif
