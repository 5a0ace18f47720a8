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

static UINT console_before; /* 0: nothing to undo */

static char *narrow(const wchar_t *wide)
{
    int n = WideCharToMultiByte(CP_UTF8, 0, wide, -1, NULL, 0, NULL, NULL);
    char *text = calloc((size_t)n + 1, 1);

    if (text)
        WideCharToMultiByte(CP_UTF8, 0, wide, -1, text, n, NULL, NULL);
    return text;
}

static char **narrow_all(wchar_t **wide, int n)
{
    char **arguments = calloc((size_t)n + 1, sizeof(*arguments));
    int i;

    for (i = 0; arguments && i < n; i++) {
        arguments[i] = narrow(wide[i]);
        if (!arguments[i])
            return arguments; /* the rest is not there */
    }
    return arguments;
}

/* They are needed to the end of the program. */
static void read_arguments(int *argcp, char ***argvp)
{
    int n = 0;
    wchar_t **wide = CommandLineToArgvW(GetCommandLineW(), &n);
    char **arguments = wide ? narrow_all(wide, n) : NULL;

    if (arguments) {
        for (*argcp = 0; arguments[*argcp]; (*argcp)++)
            ;
        *argvp = arguments;
    }
    LocalFree(wide);
}

static bool is_console(FILE *file, DWORD *modep)
{
    return GetConsoleMode((HANDLE)_get_osfhandle(_fileno(file)), modep) != 0;
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
    if (is_console(stdout, &mode) || is_console(stderr, &mode)) {
        console_before = GetConsoleOutputCP();
        SetConsoleOutputCP(CP_UTF8);
    }
}

bool streams_show_colours(FILE *file)
{
    const char *term = getenv("TERM");
    DWORD mode;

    if ((term && strcmp(term, "dumb") == 0) || !is_console(file, &mode))
        return false;
    return SetConsoleMode((HANDLE)_get_osfhandle(_fileno(file)),
                          mode | ENABLE_VIRTUAL_TERMINAL_PROCESSING) != 0;
}

/* A pipe loses nothing otherwise. */
bool streams_have_lost_reader(void)
{
    return GetFileType((HANDLE)_get_osfhandle(1)) == FILE_TYPE_PIPE;
}

void streams_leave(void)
{
    if (console_before)
        SetConsoleOutputCP(console_before);
}
