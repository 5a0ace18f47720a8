/* <process.h>, <signal.h>: threads, programs, signals. */

/* Threads; _beginthread's handle may be closed before it returns. */
FAILS(_beginthreadex, "0 errno", EACCES, EAGAIN, EINVAL);
MEANS(_beginthreadex, EACCES,
      "the system has too little left for a thread, memory for instance");
MEANS(_beginthreadex, EAGAIN, "there are too many threads");
MEANS(_beginthreadex, EINVAL, "_StartAddress is NULL, or another parameter is not valid");
FAILS(_beginthread, "-1 errno", EACCES, EAGAIN, EINVAL);
MEANS(_beginthread, EACCES, "the system has too little left for a thread, memory for instance");
MEANS(_beginthread, EAGAIN, "there are too many threads");
MEANS(_beginthread, EINVAL, "_StartAddress is NULL, or _StackSize is not valid");
NEVER_FAILS(_endthread);
NEVER_FAILS(_endthreadex);
REFUSE(_endthread,
       "leaves frames of the binding that have to end; return from the thread's function");
REFUSE(_endthreadex,
       "leaves frames of the binding that have to end; return from the thread's function");

/* Programs. A program that ends with the status -1 is no failure: errno alone tells. */
GROUP(runs, E2BIG, "the arguments, or the environment, are longer than Windows takes (32,767)")
GROUP(runs, EACCES, "$ may not be run by the caller, or is in use and not shared")
GROUP(runs, EINVAL, "$ or the arguments are NULL or empty, or another parameter is not valid")
GROUP(runs, ENOENT,
      "no such program is found as $, as it stands or with .com, .exe, .bat or .cmd")
GROUP(runs, ENOEXEC, "$ is no program, or none for this system")
FAILS(_spawnv, "-1 errno, clear, blocks", ENOMEM, runs(_Filename));
MEANS(_spawnv, EINVAL, "_Mode is not known, or _Filename or the arguments are NULL or empty");
LIKE(_spawnl, _spawnv);
LIKE(_spawnle, _spawnv);
LIKE(_spawnlp, _spawnv);
LIKE(_spawnlpe, _spawnv);
LIKE(_spawnve, _spawnv);
LIKE(_spawnvp, _spawnv);
LIKE(_spawnvpe, _spawnv);
LIKE(_wspawnl, _spawnv);
LIKE(_wspawnle, _spawnv);
LIKE(_wspawnlp, _spawnv);
LIKE(_wspawnlpe, _spawnv);
LIKE(_wspawnv, _spawnv);
LIKE(_wspawnve, _spawnv);
LIKE(_wspawnvp, _spawnv);
LIKE(_wspawnvpe, _spawnv);
LIKE(spawnl, _spawnv);
LIKE(spawnle, _spawnv);
LIKE(spawnlp, _spawnv);
LIKE(spawnlpe, _spawnv);
LIKE(spawnv, _spawnv);
LIKE(spawnve, _spawnv);
LIKE(spawnvp, _spawnv);
LIKE(spawnvpe, _spawnv);
FAILS(_execv, "-1 errno", EMFILE, ENOMEM, runs(_Filename));
LIKE(_execl, _execv);
LIKE(_execle, _execv);
LIKE(_execlp, _execv);
LIKE(_execlpe, _execv);
LIKE(_execve, _execv);
LIKE(_execvp, _execv);
LIKE(_execvpe, _execv);
LIKE(_wexecl, _execv);
LIKE(_wexecle, _execv);
LIKE(_wexeclp, _execv);
LIKE(_wexeclpe, _execv);
LIKE(_wexecv, _execv);
LIKE(_wexecve, _execv);
LIKE(_wexecvp, _execv);
LIKE(_wexecvpe, _execv);
LIKE(execl, _execv);
LIKE(execle, _execv);
LIKE(execlp, _execv);
LIKE(execlpe, _execv);
LIKE(execv, _execv);
LIKE(execve, _execv);
LIKE(execvp, _execv);
LIKE(execvpe, _execv);
FAILS(system, "-1 errno, clear, blocks", E2BIG, ENOENT, ENOEXEC, ENOMEM);
MEANS(system, E2BIG, "_Command is longer than Windows takes (32,767)");
MEANS(system, ENOENT, "no command interpreter is found (COMSPEC, cmd.exe)");
MEANS(system, ENOEXEC, "the command interpreter is no program for this system");
LIKE(_wsystem, system);
FAILS(_cwait, "-1 errno, blocks", ECHILD, EINVAL);
MEANS(_cwait, ECHILD, "_ProcHandle is no handle of a process");
MEANS(_cwait, EINVAL, "_ProcHandle is -1 or -2, the caller itself");
LIKE(cwait, _cwait);
NEVER_FAILS(_getpid);
NEVER_FAILS(getpid);
NEVER_FAILS(_cexit);
NEVER_FAILS(_c_exit);
UNTOLD(_loaddll, "obsolete: call LoadLibraryW");
UNTOLD(_unloaddll, "obsolete: call FreeLibrary");
UNTOLD(_getdllprocaddr, "obsolete: call GetProcAddress");

/* <signal.h>. The signals are SIGABRT, SIGBREAK, SIGFPE, SIGILL, SIGINT, SIGSEGV and SIGTERM;
 * SIGABRT_COMPAT is SIGABRT. A handler is set back to SIG_DFL before it runs. On Ctrl-C and
 * Ctrl-Break it runs in a thread of its own. SIGFPE, SIGILL and SIGSEGV are the thread's. */
FAILS(signal, "SIG_ERR errno, fresh", EINVAL);
MEANS(signal, EINVAL,
      "_SigNum is none of the seven signals, or _Func is SIG_ACK or SIG_SGE");
CALLS_BACK(signal, 2, signal);
/* A signal whose action is SIG_DFL ends the process, with the status 3. */
FAILS(raise, "nonzero errno, fresh", EINVAL);
MEANS(raise, EINVAL, "_SigNum is none of the seven signals that the C runtime has");
NEVER_FAILS(__pxcptinfoptrs);
NEVER_FAILS(__fpecode);
