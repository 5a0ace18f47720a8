/* <time.h>, <sys/timeb.h>: there are no times before 1970 nor after the year 3000 (2038 for 32
 * bits), so that -1 is none. */

GROUP(times, EINVAL, "$ is NULL, or the time lies before 1970 or beyond the greatest there is")
GROUP(calendar, EINVAL, "$ is NULL, or holds what is no date and time")

FAILS(clock, "-1 none");
NEVER_FAILS(_time64);
NEVER_FAILS(_time32);
FAILS(_timespec64_get, "0 none"); /* _Base is not TIME_UTC */
LIKE(_timespec32_get, _timespec64_get);
FAILS(_mktime64, "-1 errno, fresh", times(_Tm));
LIKE(_mktime32, _mktime64);
LIKE(_mkgmtime64, _mktime64);
LIKE(_mkgmtime32, _mktime64);
FAILS(_gmtime64, "NULL errno", times(_Time));
LIKE(_gmtime32, _gmtime64);
LIKE(_localtime64, _gmtime64);
LIKE(_localtime32, _gmtime64);
FAILS(_gmtime64_s, "nonzero result", times(_Tm or _Time));
LIKE(_gmtime32_s, _gmtime64_s);
LIKE(_localtime64_s, _gmtime64_s);
LIKE(_localtime32_s, _gmtime64_s);
FAILS(_ctime64, "NULL errno", times(_Time));
LIKE(_ctime32, _ctime64);
LIKE(_wctime64, _ctime64);
LIKE(_wctime32, _ctime64);
LIKE(_wctime, _ctime64);
FAILS(_ctime64_s, "nonzero result", times(_Buf or _Time));
LIKE(_ctime32_s, _ctime64_s);
LIKE(_wctime64_s, _ctime64_s);
LIKE(_wctime32_s, _ctime64_s);
FAILS(asctime, "NULL errno", calendar(_Tm));
LIKE(_wasctime, asctime);
FAILS(asctime_s, "nonzero result", EINVAL);
MEANS(asctime_s, EINVAL, "_Buf or _Tm is NULL, _Tm holds no date, or _Buf is shorter than 26");
LIKE(_wasctime_s, asctime_s);
FAILS(_difftime64, "any errno, clear", EINVAL);
MEANS(_difftime64, EINVAL, "_Time1 or _Time2 is negative");
LIKE(_difftime32, _difftime64);
FAILS(strftime, "0 errno, clear", EINVAL, ERANGE);
MEANS(strftime, EINVAL,
      "_Buf or _Format is NULL, _Format has an unknown conversion, or _Tm no such date");
MEANS(strftime, ERANGE, "_Buf is too small for the text and its zero");
LIKE(_strftime_l, strftime);
LIKE(wcsftime, strftime);
LIKE(_wcsftime_l, strftime);
FAILS(_strdate, "NULL errno", asks(_Buffer));
LIKE(_strtime, _strdate);
LIKE(_wstrdate, _strdate);
LIKE(_wstrtime, _strdate);
FAILS(_strdate_s, "nonzero result", EINVAL, ERANGE);
MEANS(_strdate_s, EINVAL, "_Buf is NULL, or its size 0");
MEANS(_strdate_s, ERANGE, "_Buf is shorter than 9");
LIKE(_strtime_s, _strdate_s);
LIKE(_wstrdate_s, _strdate_s);
LIKE(_wstrtime_s, _strdate_s);
UNTOLD(_getsystime, "obsolete: call GetLocalTime");
UNTOLD(_setsystime, "obsolete: call SetLocalTime");

NEVER_FAILS(_tzset);
NEVER_FAILS(tzset);
NEVER_FAILS(__daylight);
NEVER_FAILS(__dstbias);
NEVER_FAILS(__timezone);
NEVER_FAILS(__tzname);
FAILS(_get_daylight, "nonzero result", asks(_Daylight));
FAILS(_get_dstbias, "nonzero result", asks(_Daylight_savings_bias));
FAILS(_get_timezone, "nonzero result", asks(_Timezone));
FAILS(_get_tzname, "nonzero result", EINVAL, ERANGE);
MEANS(_get_tzname, EINVAL,
      "_Index is neither 0 nor 1, or _Buffer and its size don't go together");
MEANS(_get_tzname, ERANGE, "_Buffer is too small: _ReturnValue tells how large it has to be");
FAILS(_ftime64, "any errno, clear", asks(_Time));
LIKE(_ftime32, _ftime64);
FAILS(_ftime64_s, "nonzero result", asks(_Time));
LIKE(_ftime32_s, _ftime64_s);
