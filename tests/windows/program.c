/*
 * A program that ends and behaves as its arguments say, for runner.sh.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

static HANDLE interrupted;

static BOOL WINAPI handle_event(DWORD event)
{
    return event == CTRL_C_EVENT && SetEvent(interrupted);
}

static int use_console(void)
{
    DWORD processes[4];

    interrupted = CreateEventW(NULL, TRUE, FALSE, NULL);
    if (!GetConsoleProcessList(processes, 4) ||
        !SetConsoleCtrlHandler(handle_event, TRUE) ||
        !GenerateConsoleCtrlEvent(CTRL_C_EVENT, 0))
        return 1;
    return WaitForSingleObject(interrupted, 5000) != WAIT_OBJECT_0;
}

static int make_window(void)
{
    return !CreateWindowW(L"STATIC", L"", 0, 0, 0, 1, 1, NULL, NULL, NULL, NULL);
}

static int crash(void)
{
    volatile int *volatile nowhere = NULL;

    *nowhere = 1;
    return 0;
}

static int copy_input(void)
{
    int c;

    while ((c = getchar()) != EOF)
        putchar(c);
    return 0;
}

static int print_much(void)
{
    for (int i = 0; i < 16384; i++)
        printf("%062d\n", i);
    return 0;
}

int main(int argc, char **argv)
{
    const char *what = argc > 1 ? argv[1] : "";

    if (!strcmp(what, "abort"))
        abort();
    if (!strcmp(what, "console"))
        return use_console();
    if (!strcmp(what, "copy"))
        return copy_input();
    if (!strcmp(what, "crash"))
        return crash();
    if (!strcmp(what, "exit"))
        return (int)strtoul(argv[2], NULL, 0);
    if (!strcmp(what, "much"))
        return print_much();
    if (!strcmp(what, "window"))
        return make_window();
    for (int i = 1; i < argc; i++)
        printf("[%s]\n", argv[i]);
    printf("%s\n", getenv("ABIDEX_RUNNER") ? getenv("ABIDEX_RUNNER") : "-");
    return 0;
}
