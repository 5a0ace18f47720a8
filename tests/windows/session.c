/*
 * session READY
 *
 * What a user who is logged in does for programs in Wine: as long as it runs, the desktop
 * is there, and the processes that belong to it. The first program with a window would
 * start them otherwise, and hand them the pipes it was given, whose readers would wait for
 * them. Writes the file READY once all is there; ends with Wine's server.
 */
#include <stdio.h>
#include <windows.h>

int wmain(int argc, wchar_t **argv)
{
    FILE *file;

    if (argc != 2)
        return 2;
    if (!CreateWindowW(L"STATIC", L"session", 0, 0, 0, 1, 1, NULL, NULL, NULL, NULL))
        return 1;
    file = _wfopen(argv[1], L"wb");
    if (!file || fclose(file))
        return 1;
    for (;;)
        Sleep(INFINITE);
}
