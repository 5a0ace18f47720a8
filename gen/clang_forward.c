/* Conversions between types of one size are looked through: whether they change what is
 * passed on, the verifier asks the compiler. */
#include "gen/clang_forward.h"

#include <stdbool.h>

#include "gen/clang_unit.h"

struct children {
    CXCursor first;
    unsigned n;
};

static enum CXChildVisitResult count_child(CXCursor cursor, CXCursor parent,
                                           CXClientData data)
{
    struct children *children = data;

    (void)parent;
    if (!children->n++)
        children->first = cursor;
    return CXChildVisit_Continue;
}

static struct children children_of(CXCursor cursor)
{
    struct children children = {.first = clang_getNullCursor()};

    clang_visitChildren(cursor, count_child, &children);
    return children;
}

/* The body of a function is its last child; a cast has its type in front of what it converts. */
static enum CXChildVisitResult take_last(CXCursor cursor, CXCursor parent,
                                         CXClientData data)
{
    (void)parent;
    *(CXCursor *)data = cursor;
    return CXChildVisit_Continue;
}

static CXCursor last_child(CXCursor cursor)
{
    CXCursor last = clang_getNullCursor();

    clang_visitChildren(cursor, take_last, &last);
    return last;
}

static bool is_as_wide(CXCursor a, CXCursor b)
{
    return clang_Type_getSizeOf(clang_getCursorType(a)) ==
           clang_Type_getSizeOf(clang_getCursorType(b));
}

/* Without parentheses and conversions to types of the same size around it. */
static CXCursor strip(CXCursor cursor)
{
    enum CXCursorKind kind = clang_getCursorKind(cursor);

    while (kind == CXCursor_UnexposedExpr || kind == CXCursor_ParenExpr ||
           kind == CXCursor_CStyleCastExpr) {
        CXCursor inner = last_child(cursor);

        if (!is_as_wide(cursor, inner))
            break;
        cursor = inner;
        kind = clang_getCursorKind(cursor);
    }
    return cursor;
}

/* The call that is the body's only statement. */
static CXCursor find_call(CXCursor function)
{
    CXCursor body = last_child(function);
    struct children statements = children_of(body);
    CXCursor call = statements.first;

    if (clang_getCursorKind(body) != CXCursor_CompoundStmt || statements.n != 1)
        return clang_getNullCursor();
    if (clang_getCursorKind(call) == CXCursor_ReturnStmt)
        call = children_of(call).first;
    call = strip(call);
    return clang_getCursorKind(call) == CXCursor_CallExpr ? call : clang_getNullCursor();
}

static bool is_passed_on(CXCursor function, CXCursor call)
{
    int n = clang_Cursor_getNumArguments(function);

    if (n < 0 || clang_Cursor_getNumArguments(call) != n)
        return false;
    for (unsigned i = 0; i < (unsigned)n; i++) {
        CXCursor passed = strip(clang_Cursor_getArgument(call, i));

        if (clang_getCursorKind(passed) != CXCursor_DeclRefExpr ||
            !clang_equalCursors(clang_getCursorReferenced(passed),
                                clang_Cursor_getArgument(function, i)))
            return false;
    }
    return true;
}

const char *gen_forward_find(struct abx_arena *arena, CXCursor function)
{
    CXCursor call = find_call(function);
    CXCursor called;

    if (clang_Cursor_isNull(call) ||
        clang_isFunctionTypeVariadic(clang_getCursorType(function)) ||
        !is_passed_on(function, call))
        return NULL;
    called = clang_getCursorReferenced(call);
    if (clang_getCursorKind(called) != CXCursor_FunctionDecl)
        return NULL;
    return gen_take_string(arena, clang_getCursorSpelling(called));
}
