/* <time.h> */

/* Clocks */
FAILS(clock_getres, "-1 errno", EFAULT, EINVAL, ENODEV, ENOTSUP);
MEANS(clock_getres, EFAULT, "res lies outside the memory of the process");
MEANS(clock_getres, EINVAL, "clk_id is not a clock");
MEANS(clock_getres, ENODEV, "the device behind this dynamic clock is gone");
MEANS(clock_getres, ENOTSUP, "the device behind this dynamic clock can't tell its resolution");
FAILS(clock_gettime, "-1 errno", EFAULT, EINVAL, ENODEV, ENOTSUP);
MEANS(clock_gettime, EFAULT, "tp lies outside the memory of the process");
MEANS(clock_gettime, EINVAL, "clk_id is not a clock");
MEANS(clock_gettime, ENODEV, "the device behind this dynamic clock is gone");
MEANS(clock_gettime, ENOTSUP, "the device behind this dynamic clock can't tell the time");
FAILS(clock_settime, "-1 errno", EACCES, EFAULT, EINVAL, ENODEV, ENOTSUP, EPERM);
MEANS(clock_settime, EACCES, "the descriptor behind this dynamic clock is not open for writing");
MEANS(clock_settime, EFAULT, "tp lies outside the memory of the process");
MEANS(clock_settime, EINVAL,
      "clk_id is no clock that can be set, or tp is no valid time or lies before the system's start");
MEANS(clock_settime, ENODEV, "the device behind this dynamic clock is gone");
MEANS(clock_settime, ENOTSUP, "the device behind this dynamic clock can't be set");
MEANS(clock_settime, EPERM, "the caller has no permission to set the clock (CAP_SYS_TIME)");
FAILS(clock_adjtime, "-1 errno", EFAULT, EINVAL, ENODEV, EOPNOTSUPP, EPERM);
MEANS(clock_adjtime, EFAULT, "utx lies outside the memory of the process");
MEANS(clock_adjtime, EINVAL,
      "clk_id is not a clock, or a field of utx that modes names is out of range");
MEANS(clock_adjtime, ENODEV, "the device behind this dynamic clock is gone");
MEANS(clock_adjtime, EOPNOTSUPP, "this clock can't be adjusted");
MEANS(clock_adjtime, EPERM, "the caller has no permission to adjust the clock (CAP_SYS_TIME)");
FAILS(clock_getcpuclockid, "nonzero result", ENOSYS, EPERM, ESRCH);
MEANS(clock_getcpuclockid, ENOSYS, "the kernel has no processor clocks of other processes");
MEANS(clock_getcpuclockid, EPERM,
      "the caller has no permission for the clock of the process pid");
MEANS(clock_getcpuclockid, ESRCH, "no process has the number pid");
/* The result alone tells: clock sets no errno. */
FAILS(clock, "-1 none");
FAILS(time, "-1 errno", EFAULT);
MEANS(time, EFAULT, "tloc lies outside the memory of the process");
/* 0 if base is not known. */
FAILS(timespec_get, "0 none");
FAILS(timespec_getres, "0 none");

/* Sleeping; what is left of the time is in the last argument, unless it is a point on the clock. */
FAILS(nanosleep, "-1 errno, eintr=timeout:1, blocks", EFAULT, EINTR, EINVAL);
MEANS(nanosleep, EFAULT, "req or rem lies outside the memory of the process");
MEANS(nanosleep, EINTR, "a signal handler ran before the time was over; rem tells what is left");
MEANS(nanosleep, EINVAL,
      "req's nanoseconds are not within a second, or its seconds are negative");
FAILS(clock_nanosleep, "nonzero result, eintr=timeout:3/1/2, blocks", EFAULT, EINTR, EINVAL, ENOTSUP);
MEANS(clock_nanosleep, EFAULT, "req or rem lies outside the memory of the process");
MEANS(clock_nanosleep, EINTR, "a signal handler ran before the time was over");
MEANS(clock_nanosleep, EINVAL,
      "clock_id can't be slept on, flags is not known, or req is no valid time");
MEANS(clock_nanosleep, ENOTSUP, "the kernel can't sleep on this clock");

/* Timers that send signals */
FAILS(timer_create, "-1 errno", EAGAIN, EINVAL, ENOMEM, ENOTSUP, EPERM);
MEANS(timer_create, EAGAIN,
      "the kernel has no memory for the timer at the moment, or the limit on queued signals is reached");
MEANS(timer_create, EINVAL,
      "clockid is not a clock, or sevp asks for an unknown way to notify, signal or thread");
MEANS(timer_create, ENOMEM, "there is not enough memory");
MEANS(timer_create, ENOTSUP, "the kernel can't run timers on this clock");
MEANS(timer_create, EPERM, "clockid is an alarm clock, and the caller lacks CAP_WAKE_ALARM");
FAILS(timer_delete, "-1 errno", EINVAL);
MEANS(timer_delete, EINVAL, "timerid is not a timer");
FAILS(timer_gettime, "-1 errno", EFAULT, EINVAL);
MEANS(timer_gettime, EFAULT, "curr_value lies outside the memory of the process");
MEANS(timer_gettime, EINVAL, "timerid is not a timer");
FAILS(timer_settime, "-1 errno", EFAULT, EINVAL);
MEANS(timer_settime, EFAULT, "new_value or old_value lies outside the memory of the process");
MEANS(timer_settime, EINVAL,
      "timerid is not a timer, or a tv_nsec of new_value is not within a second");
FAILS(timer_getoverrun, "-1 errno", EINVAL);
MEANS(timer_getoverrun, EINVAL, "timerid is not a timer");

/* Calendar; -1 is also a time, the second before 1970 began. */
FAILS(mktime, "-1 errno, clear", EOVERFLOW);
MEANS(mktime, EOVERFLOW, "the time does not fit in the result");
FAILS(timegm, "-1 errno, clear", EOVERFLOW);
MEANS(timegm, EOVERFLOW, "the time does not fit in the result");
FAILS(timelocal, "-1 errno, clear", EOVERFLOW);
MEANS(timelocal, EOVERFLOW, "the time does not fit in the result");
FAILS(gmtime, "NULL errno", EOVERFLOW);
MEANS(gmtime, EOVERFLOW, "the year does not fit in tm_year");
FAILS(gmtime_r, "NULL errno", EOVERFLOW);
MEANS(gmtime_r, EOVERFLOW, "the year does not fit in tm_year");
FAILS(localtime, "NULL errno", EOVERFLOW);
MEANS(localtime, EOVERFLOW, "the year does not fit in tm_year");
FAILS(localtime_r, "NULL errno", EOVERFLOW);
MEANS(localtime_r, EOVERFLOW, "the year does not fit in tm_year");
FAILS(ctime, "NULL errno", EOVERFLOW);
MEANS(ctime, EINVAL, "the year does not fit in tm_year");
MEANS(ctime, EOVERFLOW, "the year does not fit in tm_year");
FAILS(ctime_r, "NULL errno", EOVERFLOW);
MEANS(ctime_r, EINVAL, "the year does not fit in tm_year");
MEANS(ctime_r, EOVERFLOW, "the year does not fit in tm_year");
FAILS(asctime, "NULL errno", EOVERFLOW);
MEANS(asctime, EINVAL, "tm is NULL");
MEANS(asctime, EOVERFLOW, "the year does not fit in the text");
FAILS(asctime_r, "NULL errno", EOVERFLOW);
MEANS(asctime_r, EINVAL, "tm is NULL");
MEANS(asctime_r, EOVERFLOW, "the year does not fit in the text");
NEVER_FAILS(difftime);
NEVER_FAILS(dysize);
NEVER_FAILS(tzset);

/* Texts; strftime's 0 also stands for an empty text, getdate's code is in getdate_err. */
FAILS(strftime, "0 none");
FAILS(strftime_l, "0 none");
FAILS(strptime, "NULL none");
FAILS(strptime_l, "NULL none");
FAILS(getdate, "NULL none");
FAILS(getdate_r, "nonzero none");
