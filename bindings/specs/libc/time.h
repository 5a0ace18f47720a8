/* <time.h> */
GROUP(clock, EINVAL, "$ is not a clock")
GROUP(clock, ENODEV, "the device behind this dynamic clock is gone")
GROUP(clock, ENOTSUP, "the device behind this dynamic clock can't do that")
GROUP(clock_change, EPERM, "$ changes the clock, for which the caller lacks CAP_SYS_TIME")

/* Clocks; where the vDSO reads one without the kernel, memory that is not there is a SIGSEGV. */
FAILS(clock_getres, "-1 errno", clock(clock_id), memory(res));
FAILS(clock_gettime, "-1 errno", clock(clock_id), memory(tp));
FAILS(clock_settime, "-1 errno", EACCES, EINVAL, clock(clock_id), clock_change(tp));
MEANS(clock_settime, EACCES, "the descriptor behind this dynamic clock is not open for writing");
MEANS(clock_settime, EINVAL,
      "clock_id is no clock that can be set, or tp is no valid time or before CLOCK_MONOTONIC's");
#ifndef __GLIBC__
MEANS(clock_settime, EFAULT, "tp lies outside the memory of the process");
#endif
#ifdef __GLIBC__
FAILS(clock_getcpuclockid, "nonzero result", ESRCH);
MEANS(clock_getcpuclockid, ESRCH, "no process has the number pid");
#else
FAILS(clock_getcpuclockid, "nonzero result", EINVAL);
MEANS(clock_getcpuclockid, EINVAL, "no process has the number pid");
#endif
FAILS(clock, "-1 none"); /* not even errno tells why */
FAILS(time, "-1 errno", memory(timer));
FAILS(timespec_get, "0 none"); /* base is not known */
LIKE(timespec_getres, timespec_get);

/* Sleeping; what is left of the time is in the last argument, unless it is a point in time. */
FAILS(nanosleep, "-1 errno, eintr=timeout:1, blocks", EINTR, EINVAL,
      memory(requested_time or remaining));
MEANS(nanosleep, EINTR,
      "a signal handler ran before the time was over; remaining tells what is left");
MEANS(nanosleep, EINVAL, "tv_sec of requested_time is negative, or tv_nsec not within a second");
FAILS(clock_nanosleep, "nonzero result, eintr=timeout:3/1/2, blocks", EINTR, EINVAL, ENOTSUP,
      memory(req or rem));
MEANS(clock_nanosleep, EINTR, "a signal handler ran before the time was over");
MEANS(clock_nanosleep, EINVAL,
      "clock_id is no clock or CLOCK_THREAD_CPUTIME_ID, or req is negative or its tv_nsec beyond a second");
MEANS(clock_nanosleep, ENOTSUP, "nobody can sleep on the clock clock_id");

/* Timers that send signals */
GROUP(timer, EINVAL, "$ is not a timer")
FAILS(timer_create, "-1 errno", EAGAIN, EINVAL, ENOMEM, ENOTSUP, EPERM);
MEANS(timer_create, EAGAIN,
      "the limit on queued signals is reached, or there is no memory or thread for it at the moment");
MEANS(timer_create, EINVAL,
      "clock_id is not a clock, or evp asks for an unknown way to notify, signal or thread");
MEANS(timer_create, ENOTSUP, "no timer can run on the clock clock_id");
MEANS(timer_create, EPERM, "clock_id is an alarm clock, and the caller lacks CAP_WAKE_ALARM");
FAILS(timer_delete, "-1 errno", timer(timerid));
LIKE(timer_getoverrun, timer_delete);
FAILS(timer_gettime, "-1 errno", memory(value), timer(timerid));
FAILS(timer_settime, "-1 errno", EINVAL, memory(value or ovalue));
MEANS(timer_settime, EINVAL,
      "timerid is not a timer, or value is NULL or has a negative tv_sec or a tv_nsec beyond a second");

/* Calendar; -1 is also a time, the second before 1970 began. */
FAILS(mktime, "-1 errno, clear", EOVERFLOW);
MEANS(mktime, EOVERFLOW, "the time does not fit in a time_t");
LIKE(timegm, mktime);
LIKE(timelocal, mktime);
FAILS(gmtime, "NULL errno", EOVERFLOW);
MEANS(gmtime, EOVERFLOW, "the year does not fit in tm_year");
LIKE(gmtime_r, gmtime);
LIKE(localtime, gmtime);
LIKE(localtime_r, gmtime);
#ifdef __GLIBC__ /* ctime hands asctime the NULL of localtime, which is another code then */
FAILS(asctime, "NULL errno", EOVERFLOW);
MEANS(asctime, EINVAL, "tp is NULL");
MEANS(asctime, EOVERFLOW, "tm_year of tp is so large that the year does not fit in an int");
FAILS(asctime_r, "NULL errno", EOVERFLOW);
MEANS(asctime_r, EINVAL, "tp is NULL");
MEANS(asctime_r, EOVERFLOW,
      "the text would need more than 26 bytes: the year is not within -999 to 9999");
FAILS(ctime, "NULL errno");
MEANS(ctime, EINVAL, "the year does not fit in tm_year");
LIKE(ctime_r, asctime_r);
MEANS(ctime_r, EINVAL, "the year does not fit in tm_year");
#else
NEVER_FAILS(asctime); /* ends the program where the text has no room */
NEVER_FAILS(asctime_r);
LIKE(ctime, gmtime);
LIKE(ctime_r, gmtime);
#endif
NEVER_FAILS(difftime);
NEVER_FAILS(dysize);
NEVER_FAILS(tzset);

/* Texts; strftime's 0 is also the length of an empty text, getdate's code is in getdate_err. */
NEVER_FAILS(strftime);
LIKE(strftime_l, strftime);
FAILS(strptime, "NULL none");
LIKE(strptime_l, strptime);
FAILS(getdate, "NULL none");
FAILS(getdate_r, "nonzero none");

/* <sys/time.h> */
FAILS(gettimeofday, "-1 errno", memory(tv));
FAILS(settimeofday, "-1 errno", EINVAL, clock_change(tv or tz), memory(tz));
MEANS(settimeofday, EINVAL,
      "tv is no valid time or before CLOCK_MONOTONIC's, tz is over 15 hours, or both are given");
FAILS(adjtime, "-1 errno", EINVAL, clock_change(delta));
MEANS(adjtime, EINVAL, "delta is further than can be made good: 2145 seconds in glibc");
FAILS(getitimer, "-1 errno", EINVAL, memory(value));
MEANS(getitimer, EINVAL, "which is none of ITIMER_REAL, ITIMER_VIRTUAL and ITIMER_PROF");
FAILS(setitimer, "-1 errno", EINVAL, memory(new or old));
MEANS(setitimer, EINVAL,
      "which is no timer, or a time in new is negative or has a tv_usec that is not within a second");

/* The times of files, here and in <utime.h> */
GROUP(stamp, EACCES,
      "$ is NULL and the caller neither owns nor may write the file, or may not search the way to it")
GROUP(stamp, EPERM, "$ is given, but the file is somebody else's, append-only or immutable")
GROUP(stamp, EROFS, "the file system of the file is mounted read-only")
GROUP(stamp_us, EINVAL, "a tv_usec of $ is not within a second")
FAILS(utime, "-1 errno, blocks", stamp(file_times), path(file));
FAILS(utimes, "-1 errno, blocks", stamp(tvp), stamp_us(tvp), path(file));
LIKE(lutimes, utimes);
FAILS(futimes, "-1 errno, blocks", EACCES, fd(fd), stamp(tvp), stamp_us(tvp));
MEANS(futimes, EACCES, "tvp is NULL, and the caller neither owns nor may write the file");
FAILS(futimesat, "-1 errno, blocks", at(fd), stamp(tvp), stamp_us(tvp), path(file));
MEANS(futimesat, ENOTDIR,
      "a name on the way to file is not that of a directory, or file is relative and fd is none");

/* <sys/times.h> <sys/timex.h> <sys/timeb.h>; what never fails raises SIGSEGV for bad memory. */
NEVER_FAILS(times);
GROUP(tuning, EINVAL,
      "tick of $ is off by over 10 percent, or another field that modes names out of range")
FAILS(adjtimex, "-1 errno", clock_change(ntx), memory(ntx), tuning(ntx));
FAILS(ntp_adjtime, "-1 errno", clock_change(tntx), memory(tntx), tuning(tntx));
FAILS(clock_adjtime, "-1 errno", EINVAL, ENODEV, EOPNOTSUPP, clock_change(utx), memory(utx));
MEANS(clock_adjtime, EINVAL,
      "clock_id is not a clock, or a field of utx that modes names is out of range");
MEANS(clock_adjtime, ENODEV, "the device behind this dynamic clock is gone");
MEANS(clock_adjtime, EOPNOTSUPP, "this clock can't be adjusted");
NEVER_FAILS(ntp_gettime);
NEVER_FAILS(ntp_gettimex);
NEVER_FAILS(ftime);

#ifndef __GLIBC__
FAILS(stime, "-1 errno", EINVAL, EPERM);
MEANS(stime, EINVAL, "the time lies before CLOCK_MONOTONIC's");
MEANS(stime, EPERM, "the caller lacks CAP_SYS_TIME");
#endif
