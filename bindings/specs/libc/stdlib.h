/* <stdlib.h>, <inttypes.h>, <malloc.h>, <mcheck.h> */

GROUP(heap, ENOMEM, "no memory is left for it, or $ is greater than PTRDIFF_MAX")

/* The way to a file, for functions that read the path themselves: without EFAULT. */
GROUP(walked, EACCES, "a directory on the way to $ may not be searched")
GROUP(walked, ELOOP, "there are too many symbolic links on the way to $")
GROUP(walked, ENAMETOOLONG, "$, or a name in it, is too long")
GROUP(walked, ENOTDIR, "a name on the way to $ is not that of a directory")

/* Something new with a name that is made up. */
GROUP(created, EACCES,
      "a directory on the way to $ may not be searched, or the last not written to")
GROUP(created, EEXIST, "all names that were tried for $ are taken")
GROUP(created, ENOENT, "a directory on the way to $ does not exist")

/* Numbers from texts: any result may be right, so errno alone tells. */
FAILS(strtol, "any errno, clear", EINVAL, ERANGE);
#ifdef __GLIBC__
MEANS(strtol, EINVAL, "base is neither 0 nor from 2 to 36");
#else
MEANS(strtol, EINVAL, "base is neither 0 nor from 2 to 36, or there were no digits");
#endif
MEANS(strtol, ERANGE,
      "the number does not fit in the result, which is its greatest or least value");
LIKE(strtoll, strtol);
LIKE(strtoul, strtol);
LIKE(strtoull, strtol);
LIKE(strtoq, strtol);
LIKE(strtouq, strtol);
LIKE(strtol_l, strtol);
LIKE(strtoll_l, strtol);
LIKE(strtoul_l, strtol);
LIKE(strtoull_l, strtol);
#ifdef __GLIBC__
FAILS(strtod, "any errno, clear", ERANGE);
#else
FAILS(strtod, "any errno, clear", EINVAL, ERANGE);
MEANS(strtod, EINVAL, "nptr does not start with a number");
#endif
MEANS(strtod, ERANGE,
      "the number is too great for the result, or so near to 0 that digits are lost");
LIKE(strtof, strtod);
LIKE(strtold, strtod);
LIKE(strtof32, strtod);
LIKE(strtof32x, strtod);
LIKE(strtof64, strtod);
LIKE(strtof64x, strtod);
LIKE(strtod_l, strtod);
LIKE(strtof_l, strtod);
LIKE(strtold_l, strtod);
LIKE(strtof32_l, strtod);
LIKE(strtof32x_l, strtod);
LIKE(strtof64_l, strtod);
LIKE(strtof64x_l, strtod);
#if __HAVE_FLOAT128
LIKE(strtof128, strtod);
LIKE(strtof128_l, strtod);
#endif
NEVER_FAILS(atof);
NEVER_FAILS(atoi);
NEVER_FAILS(atol);
NEVER_FAILS(atoll);
NEVER_FAILS(a64l);

/* Texts from numbers. Where a buffer is too small, the …_r leave no code. */
FAILS(strfromd, "negative errno");
MEANS(strfromd, ENOMEM, "no memory is left for as many digits as format asks for");
LIKE(strfromf, strfromd);
LIKE(strfroml, strfromd);
LIKE(strfromf32, strfromd);
LIKE(strfromf32x, strfromd);
LIKE(strfromf64, strfromd);
LIKE(strfromf64x, strfromd);
#if __HAVE_FLOAT128
LIKE(strfromf128, strfromd);
#endif
NEVER_FAILS(l64a);
NEVER_FAILS(ecvt);
NEVER_FAILS(fcvt);
NEVER_FAILS(gcvt);
NEVER_FAILS(qecvt);
NEVER_FAILS(qfcvt);
NEVER_FAILS(qgcvt);
FAILS(ecvt_r, "-1 none");
FAILS(fcvt_r, "-1 none");
FAILS(qecvt_r, "-1 none");
FAILS(qfcvt_r, "-1 none");

/* Random numbers; srandom_r leaves no code. */
NEVER_FAILS(random);
NEVER_FAILS(srandom);
#ifdef __GLIBC__
FAILS(initstate, "NULL errno", EINVAL);
MEANS(initstate, EINVAL, "statelen is less than 8");
FAILS(setstate, "NULL errno", EINVAL);
MEANS(setstate, EINVAL, "statebuf is NULL, or holds no state that initstate made");
#else
FAILS(initstate, "NULL none");
NEVER_FAILS(setstate);
#endif
FAILS(random_r, "-1 errno", EINVAL);
MEANS(random_r, EINVAL, "buf or result is NULL");
FAILS(srandom_r, "-1 none");
FAILS(initstate_r, "-1 errno", EINVAL);
MEANS(initstate_r, EINVAL, "statelen is less than 8, or buf is NULL");
FAILS(setstate_r, "-1 errno", EINVAL);
MEANS(setstate_r, EINVAL, "statebuf or buf is NULL, or statebuf holds no state of initstate_r");
NEVER_FAILS(rand);
NEVER_FAILS(srand);
NEVER_FAILS(rand_r);
NEVER_FAILS(drand48);
NEVER_FAILS(erand48);
NEVER_FAILS(lrand48);
NEVER_FAILS(nrand48);
NEVER_FAILS(mrand48);
NEVER_FAILS(jrand48);
NEVER_FAILS(srand48);
NEVER_FAILS(seed48);
NEVER_FAILS(lcong48);
NEVER_FAILS(drand48_r);
NEVER_FAILS(erand48_r);
NEVER_FAILS(lrand48_r);
NEVER_FAILS(nrand48_r);
NEVER_FAILS(mrand48_r);
NEVER_FAILS(jrand48_r);
NEVER_FAILS(srand48_r);
NEVER_FAILS(seed48_r);
NEVER_FAILS(lcong48_r);
NEVER_FAILS(arc4random);
NEVER_FAILS(arc4random_buf);
NEVER_FAILS(arc4random_uniform);

/* Memory; for a size of 0 NULL may be an answer, and then leaves errno alone. */
FAILS(malloc, "NULL errno, clear", heap(size));
FAILS(calloc, "NULL errno, clear", heap(nmemb times size));
FAILS(realloc, "NULL errno, clear", heap(size));
FAILS(reallocarray, "NULL errno, clear", heap(nmemb times size));
FAILS(valloc, "NULL errno, clear", heap(size));
FAILS(pvalloc, "NULL errno, clear", heap(size));
FAILS(aligned_alloc, "NULL errno, clear", EINVAL, heap(size));
MEANS(aligned_alloc, EINVAL, "alignment is not a power of two");
LIKE(memalign, aligned_alloc);
FAILS(posix_memalign, "nonzero result", EINVAL, heap(size));
MEANS(posix_memalign, EINVAL,
      "alignment is not a power of two and a multiple of a pointer's size");
NEVER_FAILS(free);
#ifdef __GLIBC__ /* where the macro alloca takes an argument, so that the name is the function's */
REFUSE(alloca, "its memory is gone when the call returns; call malloc");
#endif

/* Ending */
NEVER_FAILS(abort);
NEVER_FAILS(exit);
NEVER_FAILS(quick_exit);
NEVER_FAILS(_Exit);
FAILS(atexit, "nonzero none");
FAILS(at_quick_exit, "nonzero none");
FAILS(on_exit, "nonzero none");

/* Environment */
NEVER_FAILS(getenv);
NEVER_FAILS(secure_getenv);
FAILS(putenv, "nonzero errno", ENOMEM);
#ifndef __GLIBC__
MEANS(putenv, EINVAL, "string is empty, or starts with an equals sign");
#endif
FAILS(setenv, "-1 errno", EINVAL, ENOMEM);
MEANS(setenv, EINVAL, "name is NULL or empty, or holds an equals sign");
LIKE(unsetenv, setenv);
FAILS(clearenv, "nonzero none");

/* Files with names that are made up. A second call needs the six X once more. */
FAILS(mkstemp, "-1 errno, eintr=never, blocks", EDQUOT, EINTR, EINVAL, EIO, EMFILE, ENFILE,
      ENOMEM, ENOSPC, EPERM, EROFS, created(template), walked(template));
MEANS(mkstemp, EINTR, "a signal handler ran while the call waited; template is changed already");
MEANS(mkstemp, EINVAL, "template does not end in XXXXXX");
MEANS(mkstemp, EPERM, "the directory of template is immutable");
LIKE(mkostemp, mkstemp);
MEANS(mkostemp, EINVAL, "template does not end in XXXXXX, or flags does not go with a new file");
LIKE(mkstemps, mkstemp);
MEANS(mkstemps, EINVAL,
      "template has no XXXXXX before its last suffixlen characters, or suffixlen is negative");
LIKE(mkostemps, mkstemp);
MEANS(mkostemps, EINVAL,
      "template has no XXXXXX before its suffix, or flags does not go with a new file");
LIKE(mkstemp64, mkstemp);
LIKE(mkostemp64, mkostemp);
LIKE(mkstemps64, mkstemps);
LIKE(mkostemps64, mkostemps);
FAILS(mkdtemp, "NULL errno, blocks", EDQUOT, EINVAL, EIO, EMLINK, ENOMEM, ENOSPC, EPERM, EROFS,
      created(template), walked(template));
MEANS(mkdtemp, EINVAL, "template does not end in XXXXXX");
MEANS(mkdtemp, EMLINK, "the directory of template has as many directories in it as it may");
MEANS(mkdtemp, EPERM,
      "the directory of template is immutable, or its file system has no directories");
#ifdef __GLIBC__
/* The result is always template, empty after a failure. */
FAILS(mktemp, "any errno, clear, blocks", EEXIST, EINVAL, EIO, ENOMEM, walked(template));
MEANS(mktemp, EEXIST, "all names that were tried for template are taken");
MEANS(mktemp, EINVAL, "template does not end in XXXXXX");
#else
/* errno is ENOENT after a success, so the empty string alone tells of a failure. */
FAILS(mktemp, "never, blocks");
#endif
FAILS(realpath, "NULL errno, blocks", EINVAL, EIO, ENOENT, ENOMEM, walked(name));
MEANS(realpath, EINVAL, "name is NULL");
MEANS(realpath, ENOENT, "what name leads to does not exist, or name is empty");
LIKE(canonicalize_file_name, realpath);

/* Pseudo-terminals */
FAILS(posix_openpt, "-1 errno", EACCES, EAGAIN, EINVAL, EMFILE, ENFILE, ENODEV, ENOENT, ENOMEM,
      ENOSPC);
MEANS(posix_openpt, EACCES, "the caller may not open /dev/ptmx for what oflag asks");
MEANS(posix_openpt, EAGAIN, "no pseudo-terminal is left");
MEANS(posix_openpt, EINVAL, "oflag holds a bit that terminals don't know, such as O_DIRECT");
MEANS(posix_openpt, ENODEV, "what is mounted at /dev/pts is not of type devpts");
MEANS(posix_openpt, ENOENT, "/dev/ptmx or /dev/pts is missing");
MEANS(posix_openpt, ENOSPC,
      "there are as many pseudo-terminals as /proc/sys/kernel/pty/max or the mount allows");
LIKE(getpt, posix_openpt);
#ifdef __GLIBC__
FAILS(grantpt, "-1 errno", EACCES, EINVAL, fd(fd));
MEANS(grantpt, EACCES, "the caller may not change the slave of the pseudo-terminal");
MEANS(grantpt, EINVAL, "fd is not the master of a pseudo-terminal");
FAILS(unlockpt, "-1 errno", EINVAL, fd(fd));
MEANS(unlockpt, EINVAL, "fd is not the master of a pseudo-terminal");
#else
NEVER_FAILS(grantpt);
FAILS(unlockpt, "-1 errno", ENOTTY, fd(fd));
MEANS(unlockpt, ENOTTY, "fd is not the master of a pseudo-terminal");
#endif
FAILS(ptsname, "NULL errno", ENOTTY, fd(fd));
MEANS(ptsname, ENOTTY, "fd is not the master of a pseudo-terminal");
FAILS(ptsname_r, "nonzero result", ENOTTY, ERANGE, fd(fd));
MEANS(ptsname_r, ENOTTY, "fd is not the master of a pseudo-terminal");
MEANS(ptsname_r, ERANGE, "the name and its zero are longer than buflen");

/* Commands and the system. Where no process can be made, glibc before 2.41 sets errno, but system
 * returns 127 << 8, as if there was no shell. */
FAILS(system, "-1 errno, blocks", EAGAIN, ECHILD, ENOMEM, ENOSYS);
MEANS(system, EAGAIN, "a limit on processes is reached");
MEANS(system, ECHILD,
      "the command's status is lost: SIGCHLD is ignored, or somebody else waited for it");
FAILS(getloadavg, "-1 none");
FAILS(getsubopt, "-1 none");
NEVER_FAILS(rpmatch); /* -1: neither a yes nor a no */

/* Searching, sorting, computing */
NEVER_FAILS(bsearch);
NEVER_FAILS(qsort);
NEVER_FAILS(qsort_r);
NEVER_FAILS(abs);
NEVER_FAILS(labs);
NEVER_FAILS(llabs);
NEVER_FAILS(div);
NEVER_FAILS(ldiv);
NEVER_FAILS(lldiv);

/* Multibyte characters; mblen and mbtowc leave no code where n ends in the middle of one. */
FAILS(mblen, "-1 errno, fresh", EILSEQ);
MEANS(mblen, EILSEQ, "s holds bytes that are no character in the locale");
LIKE(mbtowc, mblen);
LIKE(mbstowcs, mblen);
FAILS(wctomb, "-1 errno", EILSEQ);
MEANS(wctomb, EILSEQ, "wchar is no character in the locale");
FAILS(wcstombs, "-1 errno", EILSEQ);
MEANS(wcstombs, EILSEQ, "pwcs holds a value that is no character in the locale");
NEVER_FAILS(__ctype_get_mb_cur_max);

/* <inttypes.h> */
LIKE(strtoimax, strtol);
LIKE(strtoumax, strtol);
LIKE(wcstoimax, strtol);
LIKE(wcstoumax, strtol);
NEVER_FAILS(imaxabs);
NEVER_FAILS(imaxdiv);

/* <malloc.h> */
FAILS(mallopt, "0 none");
FAILS(malloc_info, "nonzero result", EINVAL);
MEANS(malloc_info, EINVAL, "options is not 0");
NEVER_FAILS(mallinfo);
NEVER_FAILS(mallinfo2);
NEVER_FAILS(malloc_stats);
NEVER_FAILS(malloc_trim);
NEVER_FAILS(malloc_usable_size);

/* <mcheck.h> */
FAILS(mcheck, "-1 none");
FAILS(mcheck_pedantic, "-1 none");
NEVER_FAILS(mcheck_check_all);
NEVER_FAILS(mprobe);
NEVER_FAILS(mtrace);
NEVER_FAILS(muntrace);
