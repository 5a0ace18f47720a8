/*
 * Strings and locales: <stringapiset.h>, <winnls.h>, <datetimeapi.h>, FormatMessage and lstr…
 * Left out are NormalizeString and SetThreadUILanguage, whose failures no word here tells.
 */

/* 0 is a failure; with a buffer of size 0 the result is the length that it takes. */
GROUP(textbuffer, ERROR_INSUFFICIENT_BUFFER,
      "$ is too small for the text: 0 asks how much it takes")
GROUP(textflags, ERROR_INVALID_FLAGS, "$ holds a bit that is unknown here or excludes another")
GROUP(locale, ERROR_INVALID_PARAMETER,
      "$ is no locale that is known, or another value is not valid")

/* Code pages */
FAILS(MultiByteToWideChar, "0 last_error", ERROR_INVALID_PARAMETER,
      ERROR_NO_UNICODE_TRANSLATION, textbuffer(cchWideChar), textflags(dwFlags));
MEANS(MultiByteToWideChar, ERROR_INVALID_PARAMETER,
      "CodePage is not known, cbMultiByte is 0, or a pointer is NULL");
MEANS(MultiByteToWideChar, ERROR_NO_UNICODE_TRANSLATION,
      "dwFlags has MB_ERR_INVALID_CHARS, and a byte is not valid in CodePage");
HAS_ARRAY(MultiByteToWideChar, 5, 6);
FAILS(WideCharToMultiByte, "0 last_error", ERROR_INVALID_PARAMETER,
      ERROR_NO_UNICODE_TRANSLATION, textbuffer(cbMultiByte), textflags(dwFlags));
MEANS(WideCharToMultiByte, ERROR_INVALID_PARAMETER,
      "CodePage is not known, cchWideChar is 0, a pointer is NULL, or UTF-8 got lpDefaultChar");
MEANS(WideCharToMultiByte, ERROR_NO_UNICODE_TRANSLATION,
      "dwFlags has WC_ERR_INVALID_CHARS, and lpWideCharStr has half of a surrogate pair");
HAS_BUFFER(WideCharToMultiByte, 5, 6);
GROUP(codepage, ERROR_INVALID_PARAMETER, "there is no code page $ on this system")
NEVER_FAILS(GetACP);
NEVER_FAILS(GetOEMCP);
NEVER_FAILS(IsValidCodePage);
NEVER_FAILS(IsDBCSLeadByte);
FAILS(IsDBCSLeadByteEx, "0 last_error, clear", codepage(CodePage));
FAILS(GetCPInfo, "0 last_error", codepage(CodePage));
FAILS(GetCPInfoExW, "0 last_error", codepage(CodePage));
LIKE(GetCPInfoExA, GetCPInfoExW);

/* Comparing, mapping and classifying; the finding ones answer -1 for "not in it", too. */
FAILS(CompareStringW, "0 last_error", locale(Locale), textflags(dwCmpFlags));
LIKE(CompareStringA, CompareStringW);
FAILS(CompareStringEx, "0 last_error", locale(lpLocaleName), textflags(dwCmpFlags));
FAILS(CompareStringOrdinal, "0 last_error", ERROR_INVALID_PARAMETER);
MEANS(CompareStringOrdinal, ERROR_INVALID_PARAMETER,
      "a string is NULL, or a count is negative but not -1");
FAILS(FindStringOrdinal, "-1 last_error, clear", ERROR_INVALID_PARAMETER,
      textflags(dwFindStringOrdinalFlags));
FAILS(FindNLSString, "-1 last_error, clear", locale(Locale), textflags(dwFindNLSStringFlags));
FAILS(FindNLSStringEx, "-1 last_error, clear", locale(lpLocaleName),
      textflags(dwFindNLSStringFlags));
FAILS(FoldStringW, "0 last_error", ERROR_INVALID_PARAMETER, textbuffer(cchDest),
      textflags(dwMapFlags));
LIKE(FoldStringA, FoldStringW);
HAS_ARRAY_AW(FoldString, 4, 5);
FAILS(LCMapStringW, "0 last_error", locale(Locale), textbuffer(cchDest), textflags(dwMapFlags));
LIKE(LCMapStringA, LCMapStringW);
FAILS(LCMapStringEx, "0 last_error", locale(lpLocaleName), textbuffer(cchDest),
      textflags(dwMapFlags));
FAILS(GetStringTypeW, "0 last_error", ERROR_INVALID_PARAMETER);
MEANS(GetStringTypeW, ERROR_INVALID_PARAMETER,
      "dwInfoType is none of CT_CTYPE1 to CT_CTYPE3, or a pointer or cchSrc is not valid");
FAILS(GetStringTypeExW, "0 last_error", ERROR_INVALID_PARAMETER);
LIKE(GetStringTypeExA, GetStringTypeExW);
FAILS(GetStringTypeA, "0 last_error", ERROR_INVALID_PARAMETER);
GROUP(idn, ERROR_INVALID_NAME, "$ has a part that is no valid label of a domain name")
GROUP(idn, ERROR_NO_UNICODE_TRANSLATION, "$ has half of a surrogate pair")
FAILS(IdnToAscii, "0 last_error", ERROR_INVALID_PARAMETER, idn(lpUnicodeCharStr),
      textbuffer(cchASCIIChar), textflags(dwFlags));
FAILS(IdnToUnicode, "0 last_error", ERROR_INVALID_PARAMETER, idn(lpASCIICharStr),
      textbuffer(cchUnicodeChar), textflags(dwFlags));
FAILS(IdnToNameprepUnicode, "0 last_error", ERROR_INVALID_PARAMETER, idn(lpUnicodeCharStr),
      textbuffer(cchNameprepChar), textflags(dwFlags));
FAILS(IsNormalizedString, "0 last_error, clear", ERROR_INVALID_PARAMETER,
      ERROR_NO_UNICODE_TRANSLATION);
MEANS(IsNormalizedString, ERROR_NO_UNICODE_TRANSLATION, "lpString is no valid Unicode");
FAILS(GetStringScripts, "0 last_error", ERROR_INVALID_PARAMETER, textbuffer(cchScripts),
      textflags(dwFlags));
FAILS(VerifyScripts, "0 last_error, clear", ERROR_INVALID_PARAMETER, textflags(dwFlags));
FAILS(IsNLSDefinedString, "0 last_error, clear", ERROR_INVALID_PARAMETER, textflags(dwFlags));
FAILS(GetNLSVersion, "0 last_error", ERROR_INSUFFICIENT_BUFFER, ERROR_INVALID_PARAMETER);
MEANS(GetNLSVersion, ERROR_INSUFFICIENT_BUFFER, "lpVersionInformation has another size in it");
LIKE(GetNLSVersionEx, GetNLSVersion);

/* What a locale has, and texts that follow it. */
FAILS(GetLocaleInfoW, "0 last_error", locale(Locale), textbuffer(cchData), textflags(LCType));
LIKE(GetLocaleInfoA, GetLocaleInfoW);
FAILS(GetLocaleInfoEx, "0 last_error", locale(lpLocaleName), textbuffer(cchData),
      textflags(LCType));
FAILS(SetLocaleInfoW, "0 last_error", ERROR_ACCESS_DENIED, locale(Locale), textflags(LCType));
LIKE(SetLocaleInfoA, SetLocaleInfoW);
FAILS(GetCalendarInfoW, "0 last_error", locale(Locale), textbuffer(cchData),
      textflags(CalType));
LIKE(GetCalendarInfoA, GetCalendarInfoW);
FAILS(GetCalendarInfoEx, "0 last_error", locale(lpLocaleName), textbuffer(cchData),
      textflags(CalType));
FAILS(SetCalendarInfoW, "0 last_error", locale(Locale), textflags(CalType));
LIKE(SetCalendarInfoA, SetCalendarInfoW);
FAILS(GetNumberFormatW, "0 last_error", locale(Locale), textbuffer(cchNumber),
      textflags(dwFlags));
LIKE(GetNumberFormatA, GetNumberFormatW);
FAILS(GetNumberFormatEx, "0 last_error", locale(lpLocaleName), textbuffer(cchNumber),
      textflags(dwFlags));
FAILS(GetCurrencyFormatW, "0 last_error", locale(Locale), textbuffer(cchCurrency),
      textflags(dwFlags));
LIKE(GetCurrencyFormatA, GetCurrencyFormatW);
FAILS(GetCurrencyFormatEx, "0 last_error", locale(lpLocaleName), textbuffer(cchCurrency),
      textflags(dwFlags));
FAILS(GetDateFormatW, "0 last_error", locale(Locale), textbuffer(cchDate), textflags(dwFlags));
LIKE(GetDateFormatA, GetDateFormatW);
FAILS(GetDateFormatEx, "0 last_error", locale(lpLocaleName), textbuffer(cchDate),
      textflags(dwFlags));
FAILS(GetTimeFormatW, "0 last_error", locale(Locale), textbuffer(cchTime), textflags(dwFlags));
LIKE(GetTimeFormatA, GetTimeFormatW);
FAILS(GetTimeFormatEx, "0 last_error", locale(lpLocaleName), textbuffer(cchTime),
      textflags(dwFlags));
FAILS(GetDurationFormat, "0 last_error", locale(Locale), textbuffer(cchDuration));
FAILS(GetDurationFormatEx, "0 last_error", locale(lpLocaleName), textbuffer(cchDuration));
HAS_ARRAY_AW(GetLocaleInfo, 3, 4);
HAS_ARRAY(GetLocaleInfoEx, 3, 4);
HAS_ARRAY_AW(GetDateFormat, 5, 6);
HAS_ARRAY(GetDateFormatEx, 5, 6);
HAS_ARRAY_AW(GetTimeFormat, 5, 6);
HAS_ARRAY(GetTimeFormatEx, 5, 6);

/* Which locales there are. */
NEVER_FAILS(GetUserDefaultLCID);
NEVER_FAILS(GetUserDefaultLangID);
NEVER_FAILS(GetUserDefaultUILanguage);
NEVER_FAILS(GetSystemDefaultLCID);
NEVER_FAILS(GetSystemDefaultLangID);
NEVER_FAILS(GetSystemDefaultUILanguage);
NEVER_FAILS(GetThreadLocale);
NEVER_FAILS(GetThreadUILanguage);
NEVER_FAILS(ConvertDefaultLocale);
NEVER_FAILS(IsValidLocale);
NEVER_FAILS(IsValidLocaleName);
FAILS(SetThreadLocale, "0 last_error", locale(Locale));
FAILS(IsValidLanguageGroup, "0 last_error, clear", ERROR_INVALID_PARAMETER);
FAILS(GetUserDefaultLocaleName, "0 last_error", textbuffer(cchLocaleName));
LIKE(GetSystemDefaultLocaleName, GetUserDefaultLocaleName);
FAILS(LCIDToLocaleName, "0 last_error", locale(Locale), textbuffer(cchName));
FAILS(LocaleNameToLCID, "0 last_error", locale(lpName));
FAILS(ResolveLocaleName, "0 last_error", ERROR_INVALID_PARAMETER, textbuffer(cchLocaleName));
FAILS(GetGeoInfoW, "0 last_error", ERROR_INVALID_PARAMETER, textbuffer(cchData),
      textflags(GeoType));
MEANS(GetGeoInfoW, ERROR_INVALID_PARAMETER, "there is no place Location, or not of this kind");
LIKE(GetGeoInfoA, GetGeoInfoW);
FAILS(GetUserDefaultGeoName, "0 last_error", ERROR_INSUFFICIENT_BUFFER,
      ERROR_INVALID_PARAMETER);
FAILS(GetUserGeoID, "GEOID_NOT_AVAILABLE none");
FAILS(SetUserGeoID, "0 last_error", ERROR_INVALID_PARAMETER);
GROUP(languages, ERROR_INSUFFICIENT_BUFFER, "$ says what it takes: the buffer is too small")
GROUP(languages, ERROR_INVALID_PARAMETER, "dwFlags is not valid, or a pointer is")
FAILS(GetThreadPreferredUILanguages, "0 last_error", languages(*pcchLanguagesBuffer));
LIKE(GetProcessPreferredUILanguages, GetThreadPreferredUILanguages);
LIKE(GetUserPreferredUILanguages, GetThreadPreferredUILanguages);
LIKE(GetSystemPreferredUILanguages, GetThreadPreferredUILanguages);
FAILS(SetThreadPreferredUILanguages, "0 last_error", ERROR_INVALID_PARAMETER);
LIKE(SetProcessPreferredUILanguages, SetThreadPreferredUILanguages);
FAILS(GetUILanguageInfo, "0 last_error", ERROR_INSUFFICIENT_BUFFER, ERROR_INVALID_PARAMETER);
FAILS(GetFileMUIPath, "0 last_error", ERROR_INSUFFICIENT_BUFFER, ERROR_INVALID_PARAMETER,
      ERROR_NO_MORE_FILES);
MEANS(GetFileMUIPath, ERROR_NO_MORE_FILES, "there are no further files with resources");
FAILS(GetFileMUIInfo, "0 last_error", ERROR_INSUFFICIENT_BUFFER, ERROR_INVALID_PARAMETER);

/* Listing: the function is called until the call returns. */
GROUP(listing, ERROR_INVALID_FLAGS, "$ is not valid")
GROUP(listing, ERROR_INVALID_PARAMETER, "the function is NULL, or another value is not valid")
FAILS(EnumSystemLocalesW, "0 last_error", listing(dwFlags));
LIKE(EnumSystemLocalesA, EnumSystemLocalesW);
LIKE(EnumSystemLocalesEx, EnumSystemLocalesW);
LIKE(EnumSystemCodePagesW, EnumSystemLocalesW);
LIKE(EnumSystemCodePagesA, EnumSystemLocalesW);
LIKE(EnumSystemLanguageGroupsW, EnumSystemLocalesW);
LIKE(EnumSystemLanguageGroupsA, EnumSystemLocalesW);
LIKE(EnumLanguageGroupLocalesW, EnumSystemLocalesW);
LIKE(EnumLanguageGroupLocalesA, EnumSystemLocalesW);
LIKE(EnumUILanguagesW, EnumSystemLocalesW);
LIKE(EnumUILanguagesA, EnumSystemLocalesW);
LIKE(EnumDateFormatsW, EnumSystemLocalesW);
LIKE(EnumDateFormatsA, EnumSystemLocalesW);
LIKE(EnumDateFormatsExW, EnumSystemLocalesW);
LIKE(EnumDateFormatsExA, EnumSystemLocalesW);
LIKE(EnumDateFormatsExEx, EnumSystemLocalesW);
LIKE(EnumTimeFormatsW, EnumSystemLocalesW);
LIKE(EnumTimeFormatsA, EnumSystemLocalesW);
LIKE(EnumTimeFormatsEx, EnumSystemLocalesW);
FAILS(EnumCalendarInfoW, "0 last_error", listing(CalType));
LIKE(EnumCalendarInfoA, EnumCalendarInfoW);
LIKE(EnumCalendarInfoExW, EnumCalendarInfoW);
LIKE(EnumCalendarInfoExA, EnumCalendarInfoW);
LIKE(EnumCalendarInfoExEx, EnumCalendarInfoW);
FAILS(EnumSystemGeoID, "0 last_error", listing(GeoClass));
CALLS_BACK(EnumSystemLocalesW, 1, call);
CALLS_BACK(EnumSystemLocalesA, 1, call);
CALLS_BACK(EnumSystemLocalesEx, 1, call);
CALLS_BACK(EnumSystemCodePagesW, 1, call);
CALLS_BACK(EnumSystemCodePagesA, 1, call);
CALLS_BACK(EnumSystemLanguageGroupsW, 1, call);
CALLS_BACK(EnumSystemLanguageGroupsA, 1, call);
CALLS_BACK(EnumLanguageGroupLocalesW, 1, call);
CALLS_BACK(EnumLanguageGroupLocalesA, 1, call);
CALLS_BACK(EnumUILanguagesW, 1, call);
CALLS_BACK(EnumUILanguagesA, 1, call);
CALLS_BACK(EnumDateFormatsW, 1, call);
CALLS_BACK(EnumDateFormatsA, 1, call);
CALLS_BACK(EnumDateFormatsExW, 1, call);
CALLS_BACK(EnumDateFormatsExA, 1, call);
CALLS_BACK(EnumDateFormatsExEx, 1, call);
CALLS_BACK(EnumTimeFormatsW, 1, call);
CALLS_BACK(EnumTimeFormatsA, 1, call);
CALLS_BACK(EnumTimeFormatsEx, 1, call);
CALLS_BACK(EnumCalendarInfoW, 1, call);
CALLS_BACK(EnumCalendarInfoA, 1, call);
CALLS_BACK(EnumCalendarInfoExW, 1, call);
CALLS_BACK(EnumCalendarInfoExA, 1, call);
CALLS_BACK(EnumCalendarInfoExEx, 1, call);
CALLS_BACK(EnumSystemGeoID, 3, call);

/* Texts of codes; its buffer is a pointer with FORMAT_MESSAGE_ALLOCATE_BUFFER. */
FAILS(FormatMessageW, "0 last_error", ERROR_INSUFFICIENT_BUFFER, ERROR_INVALID_PARAMETER,
      ERROR_MR_MID_NOT_FOUND, ERROR_RESOURCE_LANG_NOT_FOUND, ERROR_RESOURCE_TYPE_NOT_FOUND);
MEANS(FormatMessageW, ERROR_INSUFFICIENT_BUFFER, "nSize is too small for the text");
MEANS(FormatMessageW, ERROR_INVALID_PARAMETER,
      "dwFlags names no source or two that exclude each other, or an insert is not valid");
MEANS(FormatMessageW, ERROR_MR_MID_NOT_FOUND,
      "no source has a text for dwMessageId: a module's needs FORMAT_MESSAGE_FROM_HMODULE");
MEANS(FormatMessageW, ERROR_RESOURCE_LANG_NOT_FOUND, "there is no text in dwLanguageId");
MEANS(FormatMessageW, ERROR_RESOURCE_TYPE_NOT_FOUND, "the module lpSource has no texts");
LIKE(FormatMessageA, FormatMessageW);

/* lstr…: a fault within them is caught and told by NULL or 0, without a code. */
NEVER_FAILS(lstrcmpW);
NEVER_FAILS(lstrcmpA);
NEVER_FAILS(lstrcmpiW);
NEVER_FAILS(lstrcmpiA);
NEVER_FAILS(lstrlenW);
NEVER_FAILS(lstrlenA);
FAILS(lstrcatW, "NULL none");
FAILS(lstrcatA, "NULL none");
FAILS(lstrcpyW, "NULL none");
FAILS(lstrcpyA, "NULL none");
FAILS(lstrcpynW, "NULL none");
FAILS(lstrcpynA, "NULL none");
NEVER_FAILS(IsTextUnicode);
