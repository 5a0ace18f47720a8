/*
 * <search.h>, <argz.h>, <envz.h>, <obstack.h>, <argp.h>, <fmtmsg.h>, <execinfo.h>, <dlfcn.h>,
 * <link.h>, <assert.h>, <errno.h>, <nss.h>: data structures, programs that look at themselves.
 */

/* <search.h> */
FAILS(hcreate, "0 errno, fresh", ENOMEM);
FAILS(hcreate_r, "0 errno", EINVAL, ENOMEM);
MEANS(hcreate_r, EINVAL, "htab is NULL");
NEVER_FAILS(hdestroy);
#ifdef __GLIBC__
FAILS(hdestroy_r, "any errno, clear", EINVAL);
MEANS(hdestroy_r, EINVAL, "htab is NULL");
FAILS(hsearch, "NULL errno", ENOMEM, ESRCH);
MEANS(hsearch, ENOMEM, "the table is full: it holds as many entries as hcreate was told");
MEANS(hsearch, ESRCH, "action is FIND, but the table has no entry with item's key");
FAILS(hsearch_r, "0 errno", ENOMEM, ESRCH);
MEANS(hsearch_r, ENOMEM, "the table is full: it holds as many entries as hcreate_r was told");
MEANS(hsearch_r, ESRCH, "action is FIND, but htab has no entry with item's key");
#else
NEVER_FAILS(hdestroy_r);
FAILS(hsearch, "NULL errno, clear", ENOMEM);
FAILS(hsearch_r, "0 errno, clear", ENOMEM);
#endif
NEVER_FAILS(insque);
NEVER_FAILS(remque);
NEVER_FAILS(lfind);
NEVER_FAILS(lsearch);
FAILS(tsearch, "NULL errno", ENOMEM);
NEVER_FAILS(tfind);
NEVER_FAILS(tdelete);
NEVER_FAILS(tdestroy);
NEVER_FAILS(twalk);
NEVER_FAILS(twalk_r);

/* <argz.h>, <envz.h> */
FAILS(argz_create, "nonzero result", ENOMEM);
LIKE(argz_create_sep, argz_create);
LIKE(argz_add, argz_create);
LIKE(argz_add_sep, argz_create);
LIKE(argz_append, argz_create);
LIKE(argz_replace, argz_create);
FAILS(argz_insert, "nonzero result", EINVAL, ENOMEM);
MEANS(argz_insert, EINVAL, "before does not lie in the vector argz");
NEVER_FAILS(argz_count);
NEVER_FAILS(argz_delete);
NEVER_FAILS(argz_extract);
NEVER_FAILS(argz_next);
NEVER_FAILS(argz_stringify);
LIKE(__argz_count, argz_count);
LIKE(__argz_next, argz_next);
LIKE(__argz_stringify, argz_stringify);
LIKE(envz_add, argz_create);
LIKE(envz_merge, argz_create);
NEVER_FAILS(envz_entry);
NEVER_FAILS(envz_get);
NEVER_FAILS(envz_remove);
NEVER_FAILS(envz_strip);

/* <obstack.h>: without memory, what obstack_alloc_failed_handler leads to ends the process. */
NEVER_FAILS(_obstack_begin);
NEVER_FAILS(_obstack_begin_1);
NEVER_FAILS(_obstack_memory_used);
NEVER_FAILS(_obstack_newchunk);
NEVER_FAILS(obstack_free);

/* <argp.h>: unless flags forbid it, an error of the user's ends the process. */
FAILS(argp_parse, "nonzero result", EINVAL, ENOMEM);
MEANS(argp_parse, EINVAL,
      "argv holds an option that is unknown or lacks its argument, or more than is taken");
NEVER_FAILS(argp_error);
NEVER_FAILS(argp_failure);
NEVER_FAILS(argp_help);
NEVER_FAILS(argp_state_help);
NEVER_FAILS(argp_usage);

/* <fmtmsg.h> */
FAILS(addseverity, "nonzero result/MM_", MM_NOTOK);
MEANS(addseverity, MM_NOTOK,
      "severity is the system's own or, with a NULL, not there; or no memory is left");
FAILS(fmtmsg, "nonzero result/MM_", MM_NOCON, MM_NOMSG, MM_NOTOK);
MEANS(fmtmsg, MM_NOCON, "the message could not be written to the console, but was to stderr");
MEANS(fmtmsg, MM_NOMSG, "the message could not be written to stderr");
MEANS(fmtmsg, MM_NOTOK,
      "severity is unknown, label is not of two parts around a colon, or nothing was written");

/* <execinfo.h> */
NEVER_FAILS(backtrace);
FAILS(backtrace_symbols, "NULL errno", ENOMEM);
NEVER_FAILS(backtrace_symbols_fd);

/* <dlfcn.h>, <link.h>: dlerror has the reason, as a text; where it has none, NULL is an answer: the
 * value of a symbol, or that RTLD_NOLOAD found nothing loaded. */
FAILS(dlopen, "NULL none, clear, blocks, text=dlerror");
LIKE(dlmopen, dlopen);
FAILS(dlsym, "NULL none, clear, text=dlerror");
LIKE(dlvsym, dlsym);
FAILS(dlclose, "nonzero none, blocks, text=dlerror");
FAILS(dlinfo, "-1 none, text=dlerror");
NEVER_FAILS(dlerror);
FAILS(dladdr, "0 none");
FAILS(dladdr1, "0 none");
FAILS(_dl_find_object, "-1 none");
NEVER_FAILS(dl_iterate_phdr);
UNTOLD(_dl_mcount_wrapper_check, "internal: the loader's profiling, for calls through pointers");

/* <assert.h>, <errno.h>, <nss.h>, and what <pthread.h> takes from elsewhere */
NEVER_FAILS(__assert);
NEVER_FAILS(__assert_fail);
NEVER_FAILS(__assert_perror_fail);
NEVER_FAILS(__errno_location);
/* A database that does not exist leaves no code. */
FAILS(__nss_configure_lookup, "-1 errno, fresh");
MEANS(__nss_configure_lookup, EINVAL, "the text is not a list of services, as in nsswitch.conf");
LIKE(__sysconf, sysconf);
