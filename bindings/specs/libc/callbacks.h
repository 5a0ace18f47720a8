/*
 * Who is given a function, and how long it has to be there: only until the call returns, or after
 * it as well. Handlers of signals are a case of their own: no script can run inside one.
 */
CALLS_BACK(qsort, 4, call);
CALLS_BACK(qsort_r, 4, call);
CALLS_BACK(bsearch, 5, call);
CALLS_BACK(lfind, 5, call);
CALLS_BACK(lsearch, 5, call);
CALLS_BACK(tsearch, 3, call);
CALLS_BACK(tfind, 3, call);
CALLS_BACK(tdelete, 3, call);
CALLS_BACK(twalk, 2, call);
CALLS_BACK(twalk_r, 2, call);
CALLS_BACK(tdestroy, 2, call);
CALLS_BACK(ftw, 2, call);
CALLS_BACK(ftw64, 2, call);
CALLS_BACK(nftw, 2, call);
CALLS_BACK(nftw64, 2, call);
CALLS_BACK(scandir, 3, call);
CALLS_BACK(scandir, 4, call);
CALLS_BACK(scandir64, 3, call);
CALLS_BACK(scandir64, 4, call);
CALLS_BACK(scandirat, 4, call);
CALLS_BACK(scandirat, 5, call);
CALLS_BACK(scandirat64, 4, call);
CALLS_BACK(scandirat64, 5, call);
CALLS_BACK(glob, 3, call);
CALLS_BACK(glob64, 3, call);
CALLS_BACK(dl_iterate_phdr, 1, call);
CALLS_BACK(pthread_once, 2, call);
CALLS_BACK(call_once, 2, call);

CALLS_BACK(atexit, 1, kept);
CALLS_BACK(at_quick_exit, 1, kept);
CALLS_BACK(on_exit, 1, kept);
CALLS_BACK(pthread_create, 3, kept);
CALLS_BACK(pthread_key_create, 2, kept);
CALLS_BACK(thrd_create, 2, kept);
CALLS_BACK(tss_create, 2, kept);
CALLS_BACK(makecontext, 2, kept);
CALLS_BACK(clone, 1, kept);
CALLS_BACK(register_printf_function, 2, kept);
CALLS_BACK(register_printf_function, 3, kept);
CALLS_BACK(register_printf_specifier, 2, kept);
CALLS_BACK(register_printf_specifier, 3, kept);
CALLS_BACK(fts_open, 3, kept);
CALLS_BACK(fts64_open, 3, kept);
CALLS_BACK(mcheck, 1, kept);
CALLS_BACK(mcheck_pedantic, 1, kept);

CALLS_BACK(signal, 2, signal);
CALLS_BACK(sysv_signal, 2, signal);
CALLS_BACK(__sysv_signal, 2, signal);
CALLS_BACK(ssignal, 2, signal);
CALLS_BACK(sigset, 2, signal);
#ifndef __GLIBC__
CALLS_BACK(bsd_signal, 2, signal);
#endif
