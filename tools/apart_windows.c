/*
 * A process of its own on Windows, which has no fork: the same program with the same
 * arguments, told by a variable of its environment. The variable has the handle of the
 * standard output, because where that is diverted, it must be so for every C library of
 * the process from its begin. A job ends the process together with this one.
 *
 * A process that an exception ended has the exception's code as its exit code, and so has
 * the command then. Nothing else tells the two apart: a code counts as an exception's where
 * no function would choose it, which -1 is not.
 */
#include "tools/apart.h"

#include <errno.h>
#include <fcntl.h>
#include <io.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

#include "tools/command.h"

static const wchar_t variable[] = L"ABIDEX_CALL_OUTPUT";

/* ---- in the new process */

/* Whether it is one; with the handle of the output. What it starts itself is none. */
static bool is_new(HANDLE *outputp)
{
    wchar_t text[32];
    DWORD size = sizeof(text) / sizeof(*text);
    DWORD n = GetEnvironmentVariableW(variable, text, size);

    if (n == 0 || n >= size)
        return false;
    SetEnvironmentVariableW(variable, NULL);
    *outputp = (HANDLE)(uintptr_t)_wcstoui64(text, NULL, 10);
    return true;
}

static void begin_here(struct abx_apart *apart, HANDLE output)
{
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
    apart->is_here = true;
    if (output == NULL)
        return;
    apart->output = _open_osfhandle((intptr_t)output, _O_BINARY);
    if (apart->output < 0)
        apart->obstacle = "the standard output cannot be put back behind the call";
}

/* Other C libraries of the process would write at its end, behind what the command says. */
static void flush_others(void)
{
    static const wchar_t *const libraries[] = {L"ucrtbase.dll", L"msvcrt.dll"};

    for (size_t i = 0; i < sizeof(libraries) / sizeof(*libraries); i++) {
        HMODULE library = GetModuleHandleW(libraries[i]);
        int (*flush)(FILE *) =
            library ? (int (*)(FILE *))(void *)GetProcAddress(library, "fflush") : NULL;

        if (flush)
            flush(NULL);
    }
}

void abx_apart_end(struct abx_apart *apart)
{
    flush_others();
    if (apart->output < 0)
        return;
    fflush(stdout);
    _dup2(apart->output, 1);
    _close(apart->output);
    apart->output = -1;
}

/* ---- in this one */

/* NULL where there can be none: the call is made all the same. */
static HANDLE make_job(void)
{
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = {0};
    HANDLE job = CreateJobObjectW(NULL, NULL);

    limits.BasicLimitInformation.LimitFlags =
        JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE | JOB_OBJECT_LIMIT_SILENT_BREAKAWAY_OK;
    if (job != NULL)
        SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits,
                                sizeof(limits));
    return job;
}

static HANDLE inheritable(DWORD which)
{
    HANDLE handle = GetStdHandle(which);

    SetHandleInformation(handle, HANDLE_FLAG_INHERIT, HANDLE_FLAG_INHERIT);
    return handle;
}

/* Like a copy of this one, it inherits what this one has: a call may name any of that. */
static bool start(bool is_diverted, PROCESS_INFORMATION *process)
{
    HANDLE output = inheritable(STD_OUTPUT_HANDLE);
    HANDLE error = inheritable(STD_ERROR_HANDLE);
    STARTUPINFOW startup = {.cb = sizeof(startup), .dwFlags = STARTF_USESTDHANDLES};
    wchar_t program[MAX_PATH];
    DWORD n = GetModuleFileNameW(NULL, program, MAX_PATH);
    wchar_t number[32];
    bool is_started;

    startup.hStdInput = inheritable(STD_INPUT_HANDLE);
    startup.hStdOutput = is_diverted ? error : output;
    startup.hStdError = error;
    if (n == 0 || n >= MAX_PATH)
        return false;
    _snwprintf(number, sizeof(number) / sizeof(*number), L"%I64u",
               (unsigned long long)(is_diverted ? (uintptr_t)output : 0));
    if (!SetEnvironmentVariableW(variable, number))
        return false; /* it would start one like itself, and that another */
    is_started = CreateProcessW(program, GetCommandLineW(), NULL, NULL, TRUE,
                                CREATE_SUSPENDED, NULL, NULL, &startup, process) != 0;
    SetEnvironmentVariableW(variable, NULL);
    return is_started;
}

static void set_end(struct abx_apart *apart, DWORD code)
{
    static const struct {
        DWORD code;
        const char *name;
    } ends[] = {
        {STATUS_ACCESS_VIOLATION, "STATUS_ACCESS_VIOLATION"},
        {STATUS_IN_PAGE_ERROR, "STATUS_IN_PAGE_ERROR"},
        {STATUS_DATATYPE_MISALIGNMENT, "STATUS_DATATYPE_MISALIGNMENT"},
        {STATUS_ILLEGAL_INSTRUCTION, "STATUS_ILLEGAL_INSTRUCTION"},
        {STATUS_PRIVILEGED_INSTRUCTION, "STATUS_PRIVILEGED_INSTRUCTION"},
        {STATUS_INTEGER_DIVIDE_BY_ZERO, "STATUS_INTEGER_DIVIDE_BY_ZERO"},
        {STATUS_FLOAT_DIVIDE_BY_ZERO, "STATUS_FLOAT_DIVIDE_BY_ZERO"},
        {STATUS_STACK_OVERFLOW, "STATUS_STACK_OVERFLOW"},
        {STATUS_STACK_BUFFER_OVERRUN, "STATUS_STACK_BUFFER_OVERRUN"},
        {STATUS_BREAKPOINT, "STATUS_BREAKPOINT"},
        {STATUS_CONTROL_C_EXIT, "STATUS_CONTROL_C_EXIT"},
    };
    enum { ERROR_OF_THE_SYSTEM = 0xC };
    static const DWORD thrown_in_cplusplus = 0xE06D7363;

    apart->exit = (int)code;
    if (code >> 28 == ERROR_OF_THE_SYSTEM || code == thrown_in_cplusplus)
        snprintf(apart->ended_by, sizeof(apart->ended_by), "exception 0x%08lX",
                 (unsigned long)code);
    for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
        if (ends[i].code == code)
            snprintf(apart->ended_by, sizeof(apart->ended_by), "%s", ends[i].name);
}

/* Lets it go on to its end, and tells its exit code; false if either failed. */
static bool run(const PROCESS_INFORMATION *process, DWORD *codep)
{
    if (ResumeThread(process->hThread) == (DWORD)-1) {
        TerminateProcess(process->hProcess, 1);
        return false;
    }
    return WaitForSingleObject(process->hProcess, INFINITE) == WAIT_OBJECT_0 &&
           GetExitCodeProcess(process->hProcess, codep);
}

static void begin_new(struct abx_apart *apart, bool is_diverted)
{
    PROCESS_INFORMATION process;
    HANDLE job = make_job();
    DWORD code = 0;

    fflush(NULL);
    if (!start(is_diverted, &process)) {
        apart->obstacle = "no process can be made for the call";
        if (job != NULL)
            CloseHandle(job);
        return;
    }
    if (job != NULL)
        AssignProcessToJobObject(job, process.hProcess);
    if (run(&process, &code))
        set_end(apart, code);
    else
        apart->obstacle = "the process of the call cannot be waited for";
    CloseHandle(process.hThread);
    CloseHandle(process.hProcess);
    if (job != NULL)
        CloseHandle(job);
}

void abx_apart_begin(struct abx_apart *apart, bool is_diverted)
{
    HANDLE output = NULL;

    *apart = (struct abx_apart){.output = -1};
    if (is_new(&output))
        begin_here(apart, output);
    else
        begin_new(apart, is_diverted);
}
