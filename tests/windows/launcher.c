/*
 * launcher RESULT PROGRAM [ARGUMENT...]
 *
 * Runs a test program on Windows, or in Wine, and writes into the file RESULT that it ran and
 * what it ended with: `ended 0xC0000005`. Whoever starts programs of Windows from Unix sees the
 * low eight bits alone, and may see a program end well that was never run; so a run without
 * that file is a failure. The program gets a console that nobody sees, as tests of Ctrl-C
 * need one, and the standard handles of the launcher; nothing it starts outlives the launcher.
 */
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

enum { EXIT_NOT_RUN = 125 };

static int fail(const char *what, const wchar_t *name)
{
    fprintf(stderr, "launcher: %s %ls: error %lu\n", what, name, GetLastError());
    return EXIT_NOT_RUN;
}

/* The argument at *rest, which has no quotes but around it; *rest is moved to the next. */
static wchar_t *next_argument(const wchar_t **rest)
{
    const wchar_t *begin = *rest, *end;
    wchar_t *argument;
    size_t length;

    if (*begin == L'"') {
        begin++;
        end = wcschr(begin, L'"');
        *rest = end ? end + 1 : begin;
    } else {
        end = begin + wcscspn(begin, L" \t");
        *rest = end;
    }
    *rest += wcsspn(*rest, L" \t");
    length = end ? (size_t)(end - begin) : 0;
    argument = calloc(length + 1, sizeof(*argument));
    if (argument)
        wmemcpy(argument, begin, length);
    return argument;
}

/* What follows the program's name is handed on as it stands, whatever its quotes. */
static wchar_t *command_line(const wchar_t *program, const wchar_t *rest)
{
    size_t size = wcslen(program) + wcslen(rest) + 4;
    wchar_t *line = calloc(size, sizeof(*line));

    if (line)
        swprintf(line, size, *rest ? L"\"%ls\" %ls" : L"\"%ls\"", program, rest);
    return line;
}

/* A job that ends what is in it once its last handle is closed, even if we are killed. */
static HANDLE create_job(void)
{
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = {0};
    HANDLE job = CreateJobObjectW(NULL, NULL);

    limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
    if (job)
        SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits,
                                sizeof(limits));
    return job;
}

/* Wine takes the wrong number of bits for a success that says nothing. */
static BOOL has_our_bits(const wchar_t *program)
{
    DWORD type;

    if (!GetBinaryTypeW(program, &type))
        return FALSE;
    SetLastError(ERROR_EXE_MACHINE_TYPE_MISMATCH);
    return type == (sizeof(void *) == 8 ? SCS_64BIT_BINARY : SCS_32BIT_BINARY);
}

static HANDLE inherited(DWORD which)
{
    HANDLE handle = GetStdHandle(which);

    SetHandleInformation(handle, HANDLE_FLAG_INHERIT, HANDLE_FLAG_INHERIT);
    return handle;
}

static BOOL run(const wchar_t *program, wchar_t *line, DWORD *code)
{
    STARTUPINFOW startup = {.cb = sizeof(startup), .dwFlags = STARTF_USESTDHANDLES};
    PROCESS_INFORMATION process;
    HANDLE job = create_job();
    BOOL ran;

    startup.hStdInput = inherited(STD_INPUT_HANDLE);
    startup.hStdOutput = inherited(STD_OUTPUT_HANDLE);
    startup.hStdError = inherited(STD_ERROR_HANDLE);
    if (!job || !CreateProcessW(program, line, NULL, NULL, TRUE,
                                CREATE_NO_WINDOW | CREATE_SUSPENDED, NULL, NULL, &startup,
                                &process))
        return FALSE;
    ran = AssignProcessToJobObject(job, process.hProcess) &&
          ResumeThread(process.hThread) != (DWORD)-1 &&
          WaitForSingleObject(process.hProcess, INFINITE) == WAIT_OBJECT_0 &&
          GetExitCodeProcess(process.hProcess, code);
    if (!ran)
        TerminateProcess(process.hProcess, EXIT_NOT_RUN);
    CloseHandle(process.hThread);
    CloseHandle(process.hProcess);
    CloseHandle(job);
    return ran;
}

static int write_result(const wchar_t *name, DWORD code)
{
    FILE *file = _wfopen(name, L"wb");

    if (!file)
        return fail("can't write", name);
    fprintf(file, "ended 0x%08lX\n", code);
    return fclose(file) == 0 ? 0 : fail("can't write", name);
}

int wmain(void)
{
    const wchar_t *rest = GetCommandLineW();
    wchar_t program[32768], *name, *result, *line;
    DWORD code;

    free(next_argument(&rest));
    result = next_argument(&rest);
    name = next_argument(&rest);
    if (!result || !name || !*name) {
        fputs("usage: launcher RESULT PROGRAM [ARGUMENT...]\n", stderr);
        return EXIT_NOT_RUN;
    }
    if (!GetFullPathNameW(name, sizeof(program) / sizeof(*program), program, NULL))
        return fail("no such path:", name);
    line = command_line(program, rest);
    if (!line || !has_our_bits(program) || !run(program, line, &code))
        return fail("can't run", program);
    free(line);
    free(name);
    return write_result(result, code);
}
