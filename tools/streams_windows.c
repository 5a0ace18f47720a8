/*
 * The standard streams of Windows. The C library would hand over arguments in a code page that
 * does not have all characters, and put a carriage return before the end of each line; a console
 * is told to take UTF-8, as long as the program runs.
 */
#include "tools/streams.h"

#include <fcntl.h>
#include <io.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

#include <shellapi.h>

#include "tools/command.h"

/* What the consoles of standard output and standard error were before. */
static UINT code_page_before; /* 0: nothing to undo */
static struct {
    bool is_changed;
    DWORD mode;
} before[3];

/* A part of the arguments would be another command. */
static void die(void)
{
    fputs("abidex: error: out of memory\n", stderr);
    exit(ABX_EXIT_UNUSABLE);
}

static char *narrow(const wchar_t *wide)
{
    int n = WideCharToMultiByte(CP_UTF8, 0, wide, -1, NULL, 0, NULL, NULL);
    char *text = n > 0 ? calloc((size_t)n, 1) : NULL;

    if (!text || WideCharToMultiByte(CP_UTF8, 0, wide, -1, text, n, NULL, NULL) != n)
        die();
    return text;
}

/* They are needed to the end of the program. */
static void read_arguments(int *argcp, char ***argvp)
{
    int n = 0;
    wchar_t **wide = CommandLineToArgvW(GetCommandLineW(), &n);
    char **arguments = wide ? calloc((size_t)n + 1, sizeof(*arguments)) : NULL;

    if (!arguments)
        die();
    for (int i = 0; i < n; i++)
        arguments[i] = narrow(wide[i]);
    LocalFree(wide);
    *argcp = n;
    *argvp = arguments;
}

static HANDLE handle_of(int fd)
{
    return (HANDLE)_get_osfhandle(fd);
}

static bool is_console(int fd, DWORD *modep)
{
    return GetConsoleMode(handle_of(fd), modep) != 0;
}

void streams_begin(int *argcp, char ***argvp)
{
    static const int modes[] = {_O_WRONLY, _O_RDONLY, _O_RDWR};
    DWORD mode;
    int fd;

    read_arguments(argcp, argvp);
    for (fd = 0; fd <= 2; fd++)
        if (_get_osfhandle(fd) < 0)
            _open("NUL", modes[fd]);
    _setmode(1, _O_BINARY);
    _setmode(2, _O_BINARY);
    if (is_console(1, &mode) || is_console(2, &mode)) {
        code_page_before = GetConsoleOutputCP();
        SetConsoleOutputCP(CP_UTF8);
    }
}

bool streams_show_colours(FILE *file)
{
    const char *term = getenv("TERM");
    int fd = _fileno(file);
    DWORD mode;

    if ((term && strcmp(term, "dumb") == 0) || !is_console(fd, &mode))
        return false;
    if (mode & ENABLE_VIRTUAL_TERMINAL_PROCESSING)
        return true;
    if (!SetConsoleMode(handle_of(fd), mode | ENABLE_VIRTUAL_TERMINAL_PROCESSING))
        return false;
    before[fd].is_changed = true;
    before[fd].mode = mode;
    return true;
}

/* A pipe loses nothing otherwise. */
bool streams_have_lost_reader(void)
{
    return GetFileType(handle_of(1)) == FILE_TYPE_PIPE;
}

void streams_leave(void)
{
    for (int fd = 1; fd <= 2; fd++)
        if (before[fd].is_changed)
            SetConsoleMode(handle_of(fd), before[fd].mode);
    if (code_page_before)
        SetConsoleOutputCP(code_page_before);
}
