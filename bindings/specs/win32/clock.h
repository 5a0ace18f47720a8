/*
 * Time of kernel32: <profileapi.h>, <realtimeapiset.h>, <timezoneapi.h>, and what <winbase.h>,
 * <fileapi.h> and <sysinfoapi.h> have of it. A FILETIME counts 100 ns from 1601 on, in UTC.
 */

/* Clocks */
NEVER_FAILS(GetSystemTime);
NEVER_FAILS(GetLocalTime);
NEVER_FAILS(GetSystemTimeAsFileTime);
NEVER_FAILS(GetSystemTimePreciseAsFileTime);
NEVER_FAILS(GetTickCount);
NEVER_FAILS(GetTickCount64);
NEVER_FAILS(QueryPerformanceCounter);
NEVER_FAILS(QueryPerformanceFrequency);
FAILS(QueryUnbiasedInterruptTime, "0 none");
NEVER_FAILS(QueryInterruptTime);
NEVER_FAILS(QueryInterruptTimePrecise);
NEVER_FAILS(QueryUnbiasedInterruptTimePrecise);
FAILS(GetSystemTimes, "0 last_error");
FAILS(QueryIdleProcessorCycleTime, "0 last_error");
LIKE(QueryIdleProcessorCycleTimeEx, QueryIdleProcessorCycleTime);
FAILS(GetProcessorSystemCycleTime, "0 last_error", ERROR_INSUFFICIENT_BUFFER);
MEANS(GetProcessorSystemCycleTime, ERROR_INSUFFICIENT_BUFFER,
      "Buffer is NULL or too small; ReturnedLength now tells the bytes needed");

/* Setting the clock */
GROUP(settime, ERROR_PRIVILEGE_NOT_HELD, "$ lacks SeSystemtimePrivilege")
GROUP(systemtime, ERROR_INVALID_PARAMETER, "a member of $ is out of its range")
FAILS(SetSystemTime, "0 last_error", settime(the caller), systemtime(lpSystemTime));
FAILS(SetLocalTime, "0 last_error", settime(the caller), systemtime(lpSystemTime));
FAILS(GetSystemTimeAdjustment, "0 last_error");
FAILS(SetSystemTimeAdjustment, "0 last_error", settime(the caller));

/* Conversions */
FAILS(FileTimeToSystemTime, "0 last_error", ERROR_INVALID_PARAMETER);
MEANS(FileTimeToSystemTime, ERROR_INVALID_PARAMETER, "lpFileTime has its highest bit set");
FAILS(SystemTimeToFileTime, "0 last_error", systemtime(lpSystemTime));
FAILS(FileTimeToLocalFileTime, "0 last_error");
FAILS(LocalFileTimeToFileTime, "0 last_error");
FAILS(FileTimeToDosDateTime, "0 last_error", ERROR_INVALID_PARAMETER);
MEANS(FileTimeToDosDateTime, ERROR_INVALID_PARAMETER,
      "lpFileTime lies before 1980 or after 2107, the years that a FAT file system knows");
FAILS(DosDateTimeToFileTime, "0 last_error, fresh", ERROR_INVALID_PARAMETER);
MEANS(DosDateTimeToFileTime, ERROR_INVALID_PARAMETER,
      "wFatDate or wFatTime has a day, month, hour, minute or second that there is not");

/* Time zones; lpTimeZoneInformation is NULL for that of the system. */
GROUP(setzone, ERROR_PRIVILEGE_NOT_HELD, "$ lacks SeTimeZonePrivilege")
FAILS(GetTimeZoneInformation, "TIME_ZONE_ID_INVALID last_error");
LIKE(GetDynamicTimeZoneInformation, GetTimeZoneInformation);
FAILS(GetTimeZoneInformationForYear, "0 last_error");
FAILS(SetTimeZoneInformation, "0 last_error", setzone(the caller));
FAILS(SetDynamicTimeZoneInformation, "0 last_error", setzone(the caller));
FAILS(SystemTimeToTzSpecificLocalTime, "0 last_error", systemtime(lpUniversalTime));
FAILS(SystemTimeToTzSpecificLocalTimeEx, "0 last_error", systemtime(lpUniversalTime));
FAILS(TzSpecificLocalTimeToSystemTime, "0 last_error", systemtime(lpLocalTime));
FAILS(TzSpecificLocalTimeToSystemTimeEx, "0 last_error", systemtime(lpLocalTime));
FAILS(EnumDynamicTimeZoneInformation, "nonzero result/ERROR_", ERROR_INVALID_PARAMETER,
      ERROR_NO_MORE_ITEMS);
MEANS(EnumDynamicTimeZoneInformation, ERROR_INVALID_PARAMETER, "lpTimeZoneInformation is NULL");
MEANS(EnumDynamicTimeZoneInformation, ERROR_NO_MORE_ITEMS,
      "the system has no more than dwIndex time zones");
FAILS(GetDynamicTimeZoneInformationEffectiveYears, "nonzero result/ERROR_",
      ERROR_FILE_NOT_FOUND, ERROR_INVALID_PARAMETER);
MEANS(GetDynamicTimeZoneInformationEffectiveYears, ERROR_FILE_NOT_FOUND,
      "the system knows no years of the zone that lpTimeZoneInformation names");
MEANS(GetDynamicTimeZoneInformationEffectiveYears, ERROR_INVALID_PARAMETER,
      "a member of lpTimeZoneInformation is not valid");
