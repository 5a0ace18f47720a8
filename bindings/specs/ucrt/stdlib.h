/* <stdlib.h>, <malloc.h>, <inttypes.h>, <search.h>: numbers and texts, memory, the environment,
 * names of files, ending. */

/* Numbers from texts: any result may be right, so errno alone tells. */
FAILS(strtol, "any errno, clear", EINVAL, ERANGE);
MEANS(strtol, EINVAL, "the text is NULL, or the radix neither 0 nor from 2 to 36");
MEANS(strtol, ERANGE,
      "the number does not fit in the result, which is its greatest or least value");
LIKE(_strtol_l, strtol);
LIKE(strtoll, strtol);
LIKE(strtoul, strtol);
LIKE(_strtoul_l, strtol);
LIKE(strtoull, strtol);
LIKE(_strtoi64, strtol);
LIKE(_strtoi64_l, strtol);
LIKE(_strtoui64, strtol);
LIKE(_strtoui64_l, strtol);
LIKE(strtoimax, strtol);
LIKE(strtoumax, strtol);
LIKE(wcstol, strtol);
LIKE(_wcstol_l, strtol);
LIKE(wcstoll, strtol);
LIKE(wcstoul, strtol);
LIKE(_wcstoul_l, strtol);
LIKE(wcstoull, strtol);
LIKE(_wcstoi64, strtol);
LIKE(_wcstoi64_l, strtol);
LIKE(_wcstoui64, strtol);
LIKE(_wcstoui64_l, strtol);
LIKE(wcstoimax, strtol);
LIKE(wcstoumax, strtol);
FAILS(_strtod_l, "any errno, clear", EINVAL, ERANGE);
MEANS(_strtod_l, EINVAL, "the text is NULL");
MEANS(_strtod_l, ERANGE,
      "the number is too great for the result, or so near to 0 that digits are lost");
LIKE(_wcstod_l, _strtod_l);
#ifdef _UCRT /* else inline, by mingw's own */
LIKE(strtod, _strtod_l);
LIKE(strtof, _strtod_l);
LIKE(wcstod, _strtod_l);
LIKE(wcstof, _strtod_l);
#endif
FAILS(atoi, "any errno, clear", EINVAL, ERANGE);
MEANS(atoi, EINVAL, "the text is NULL");
MEANS(atoi, ERANGE,
      "the number does not fit in the result, which is its greatest or least value");
LIKE(_atoi_l, atoi);
LIKE(atol, atoi);
LIKE(_atol_l, atoi);
LIKE(atoll, atoi);
LIKE(_atoi64, atoi);
LIKE(_atoi64_l, atoi);
LIKE(_wtoi, atoi);
LIKE(_wtoi_l, atoi);
LIKE(_wtol, atoi);
LIKE(_wtol_l, atoi);
LIKE(_wtoi64, atoi);
LIKE(_wtoi64_l, atoi);
LIKE(atof, _strtod_l);
LIKE(_atof_l, _strtod_l);
LIKE(_wtof, _strtod_l);
LIKE(_wtof_l, _strtod_l);
/* Their result says whether the number was too great or too small: no code goes with it. */
FAILS(_atodbl, "nonzero none");
LIKE(_atodbl_l, _atodbl);
LIKE(_atoflt, _atodbl);
LIKE(_atoflt_l, _atodbl);
LIKE(_atoldbl, _atodbl);
LIKE(_atoldbl_l, _atodbl);

/* Texts from numbers; those without _s trust the caller for the room. */
NEVER_FAILS(_itoa);
NEVER_FAILS(_ltoa);
NEVER_FAILS(_ultoa);
NEVER_FAILS(_i64toa);
NEVER_FAILS(_ui64toa);
NEVER_FAILS(_itow);
NEVER_FAILS(_ltow);
NEVER_FAILS(_ultow);
NEVER_FAILS(_i64tow);
NEVER_FAILS(_ui64tow);
NEVER_FAILS(itoa);
NEVER_FAILS(ltoa);
NEVER_FAILS(ultoa);
FAILS(_itoa_s, "nonzero result", digits(_DstBuf));
LIKE(_ltoa_s, _itoa_s);
LIKE(_ultoa_s, _itoa_s);
LIKE(_i64toa_s, _itoa_s);
LIKE(_ui64toa_s, _itoa_s);
LIKE(_itow_s, _itoa_s);
LIKE(_ltow_s, _itoa_s);
LIKE(_ultow_s, _itoa_s);
LIKE(_i64tow_s, _itoa_s);
LIKE(_ui64tow_s, _itoa_s);
NEVER_FAILS(_ecvt);
NEVER_FAILS(_fcvt);
NEVER_FAILS(ecvt);
NEVER_FAILS(fcvt);
FAILS(_ecvt_s, "nonzero result", fills(_DstBuf));
LIKE(_fcvt_s, _ecvt_s);
FAILS(_gcvt, "NULL errno", EINVAL, ERANGE);
MEANS(_gcvt, EINVAL, "_DstBuf is NULL");
MEANS(_gcvt, ERANGE, "_NumOfDigits is negative, or more than the runtime writes");
LIKE(gcvt, _gcvt);
FAILS(_gcvt_s, "nonzero result", fills(_DstBuf));

/* Numbers */
NEVER_FAILS(abs);
NEVER_FAILS(labs);
NEVER_FAILS(llabs);
NEVER_FAILS(imaxabs);
NEVER_FAILS(div);
NEVER_FAILS(ldiv);
NEVER_FAILS(lldiv);
NEVER_FAILS(imaxdiv);
NEVER_FAILS(_byteswap_ushort);
NEVER_FAILS(_byteswap_ulong);
NEVER_FAILS(_byteswap_uint64);
/* To a compiler that knows these itself they have no type that __typeof__ could ask for; the
 * parentheses keep off the macros of <x86intrin.h>. */
#define BUILTIN_NEVER_FAILS(type, fn, ...)                                               \
    extern type(fn)(__VA_ARGS__) ABIDEX_ATTRIBUTE("fails never: ")
BUILTIN_NEVER_FAILS(unsigned int, _rotl, unsigned int, int);
BUILTIN_NEVER_FAILS(unsigned int, _rotr, unsigned int, int);
BUILTIN_NEVER_FAILS(unsigned long, _lrotl, unsigned long, int);
BUILTIN_NEVER_FAILS(unsigned long, _lrotr, unsigned long, int);
BUILTIN_NEVER_FAILS(unsigned __int64, _rotl64, unsigned __int64, int);
BUILTIN_NEVER_FAILS(unsigned __int64, _rotr64, unsigned __int64, int);
NEVER_FAILS(rand);
NEVER_FAILS(srand);
FAILS(rand_s, "nonzero result", EINVAL, ENOMEM);
MEANS(rand_s, EINVAL, "the pointer to the number is NULL");

/* Memory; realloc to a size of 0 frees and answers NULL, which leaves errno alone. */
FAILS(malloc, "NULL errno", ENOMEM);
FAILS(calloc, "NULL errno", ENOMEM);
FAILS(realloc, "NULL errno, clear", ENOMEM);
FAILS(_recalloc, "NULL errno, clear", ENOMEM);
FAILS(_expand, "NULL errno, fresh", EINVAL, ENOMEM);
MEANS(_expand, EINVAL, "_Memory is NULL");
MEANS(_expand, ENOMEM, "the block can't grow where it is to _NewSize");
FAILS(_msize, "-1 errno", EINVAL);
MEANS(_msize, EINVAL, "_Memory is NULL");
NEVER_FAILS(free);
GROUP(aligns, EINVAL, "_Alignment is not a power of two, or $ is not less than _Size")
FAILS(_aligned_malloc, "NULL errno", EINVAL, ENOMEM);
MEANS(_aligned_malloc, EINVAL, "_Alignment is not a power of two");
FAILS(_aligned_offset_malloc, "NULL errno", ENOMEM, aligns(_Offset));
FAILS(_aligned_realloc, "NULL errno, clear", EINVAL, ENOMEM);
MEANS(_aligned_realloc, EINVAL,
      "_Alignment is no power of two, or not that of the block so far");
LIKE(_aligned_recalloc, _aligned_realloc);
FAILS(_aligned_offset_realloc, "NULL errno, clear", ENOMEM, aligns(_Offset));
LIKE(_aligned_offset_recalloc, _aligned_offset_realloc);
NEVER_FAILS(_aligned_free);
/* The heap: what they answer is how it stands, or the next block. */
FAILS(_heapchk, "negative result/_HEAP, success=_HEAPOK, success=_HEAPEMPTY", _HEAPBADBEGIN,
      _HEAPBADNODE);
MEANS(_heapchk, _HEAPBADBEGIN, "the start of the heap is broken or can't be found");
MEANS(_heapchk, _HEAPBADNODE, "a block is broken: something was written beyond its bounds");
LIKE(_heapset, _heapchk);
FAILS(_heapwalk,
      "negative result/_HEAP, success=_HEAPOK, success=_HEAPEMPTY, success=_HEAPEND",
      _HEAPBADBEGIN, _HEAPBADNODE, _HEAPBADPTR);
MEANS(_heapwalk, _HEAPBADBEGIN, "the start of the heap is broken or can't be found");
MEANS(_heapwalk, _HEAPBADNODE, "a block is broken: something was written beyond its bounds");
MEANS(_heapwalk, _HEAPBADPTR, "_pentry of _EntryInfo does not lead into the heap");
FAILS(_heapmin, "-1 errno, fresh", ENOSYS);
MEANS(_heapmin, ENOSYS, "the system can't give back parts of its heap");
FAILS(_heapadd, "-1 errno", ENOSYS);
MEANS(_heapadd, ENOSYS, "memory can't be added to the heap of Windows");
UNTOLD(_heapused, "undocumented: of old runtimes");
NEVER_FAILS(_get_heap_handle);
NEVER_FAILS(_get_sbh_threshold);
FAILS(_set_sbh_threshold, "0 none");
FAILS(_resetstkoflw, "0 none");

/* The environment */
FAILS(getenv, "NULL errno, clear", EINVAL);
MEANS(getenv, EINVAL, "_VarName is NULL, or longer than a name may be");
LIKE(_wgetenv, getenv);
FAILS(getenv_s, "nonzero result", EINVAL, ERANGE);
MEANS(getenv_s, EINVAL, "_ReturnSize or _VarName is NULL, or _DstBuf is and its size is not 0");
MEANS(getenv_s, ERANGE, "_DstBuf is too small: _ReturnSize tells how large it has to be");
LIKE(_wgetenv_s, getenv_s);
FAILS(_dupenv_s, "nonzero result", EINVAL, ENOMEM);
MEANS(_dupenv_s, EINVAL, "the pointer to the text or _VarName is NULL");
LIKE(_wdupenv_s, _dupenv_s);
FAILS(_putenv, "-1 errno, fresh", EINVAL, ENOMEM);
MEANS(_putenv, EINVAL, "_EnvString is NULL or holds no name in front of an equals sign");
LIKE(putenv, _putenv);
LIKE(_wputenv, _putenv);
FAILS(_putenv_s, "nonzero result", EINVAL, ENOMEM);
MEANS(_putenv_s, EINVAL, "_Name is NULL or empty or holds an equals sign, or _Value is NULL");
LIKE(_wputenv_s, _putenv_s);
FAILS(_searchenv, "any errno, clear", EINVAL, ENOENT, ENOMEM);
MEANS(_searchenv, EINVAL, "_Filename, _EnvVar or _ResultPath is NULL");
MEANS(_searchenv, ENOENT, "_Filename is neither here nor in a folder that _EnvVar lists");
LIKE(_wsearchenv, _searchenv);
FAILS(_searchenv_s, "nonzero result", EINVAL, ENOENT, ENOMEM, ERANGE);
MEANS(_searchenv_s, EINVAL, "_EnvVar or _ResultPath is NULL, or its size 0");
MEANS(_searchenv_s, ENOENT, "_Filename is neither here nor in a folder that _EnvVar lists");
MEANS(_searchenv_s, ERANGE, "_ResultPath is too small for the path");
LIKE(_wsearchenv_s, _searchenv_s);

/* Names of files */
FAILS(_fullpath, "NULL errno, fresh", EINVAL, ENOMEM, ERANGE);
MEANS(_fullpath, EINVAL, "_FullPath is given with a size of 0, or _Path is no name of a file");
MEANS(_fullpath, ERANGE, "_FullPath is too small for the path and its zero");
LIKE(_wfullpath, _fullpath);
NEVER_FAILS(_makepath);
NEVER_FAILS(_wmakepath);
FAILS(_makepath_s, "nonzero result", fills(_PathResult));
LIKE(_wmakepath_s, _makepath_s);
NEVER_FAILS(_splitpath);
NEVER_FAILS(_wsplitpath);
FAILS(_splitpath_s, "nonzero result", EINVAL, ERANGE);
MEANS(_splitpath_s, EINVAL, "_FullPath is NULL, or a buffer without a size or the other way");
MEANS(_splitpath_s, ERANGE, "a buffer is too small for its part of _FullPath");
LIKE(_wsplitpath_s, _splitpath_s);

/* Ending */
NEVER_FAILS(abort);
NEVER_FAILS(exit);
NEVER_FAILS(_exit);
NEVER_FAILS(_Exit);
NEVER_FAILS(quick_exit);
FAILS(atexit, "nonzero none");
FAILS(at_quick_exit, "nonzero none");
FAILS(_onexit, "NULL none");
LIKE(onexit, _onexit);
FAILS(_crt_atexit, "nonzero none");
FAILS(_crt_at_quick_exit, "nonzero none");
FAILS(_initialize_onexit_table, "nonzero none");
FAILS(_register_onexit_function, "nonzero none");
FAILS(_execute_onexit_table, "nonzero none");
UNTOLD(_register_thread_local_exe_atexit_callback, "internal: the start of a program calls it");
NEVER_FAILS(_set_abort_behavior);
NEVER_FAILS(_assert);
NEVER_FAILS(_wassert);

/* Searching and sorting. For a NULL there is an EINVAL, but what the caller's function leaves
 * in errno can't be told from it. */
NEVER_FAILS(bsearch);
NEVER_FAILS(bsearch_s);
NEVER_FAILS(_lfind);
NEVER_FAILS(_lfind_s);
NEVER_FAILS(_lsearch);
NEVER_FAILS(_lsearch_s);
NEVER_FAILS(lfind);
NEVER_FAILS(lsearch);
NEVER_FAILS(qsort);
NEVER_FAILS(qsort_s);
NEVER_FAILS(_swab);
NEVER_FAILS(swab);

/* What the runtime knows, and how it behaves */
FAILS(_get_errno, "nonzero result", asks(_Value));
FAILS(_get_doserrno, "nonzero result", asks(_Value));
NEVER_FAILS(_set_errno);
NEVER_FAILS(_set_doserrno);
NEVER_FAILS(_errno);
NEVER_FAILS(__doserrno);
FAILS(_get_fmode, "nonzero result", asks(_PMode));
FAILS(_set_fmode, "nonzero result", EINVAL);
MEANS(_set_fmode, EINVAL, "_Mode is neither _O_TEXT, _O_BINARY nor _O_WTEXT");
FAILS(_get_pgmptr, "nonzero result", EINVAL);
MEANS(_get_pgmptr, EINVAL, "_Value is NULL, or the program has wide arguments alone");
FAILS(_get_wpgmptr, "nonzero result", EINVAL);
MEANS(_get_wpgmptr, EINVAL, "_Value is NULL, or the program has narrow arguments alone");
FAILS(_set_error_mode, "-1 errno", EINVAL);
MEANS(_set_error_mode, EINVAL, "_Mode is none of the _OUT_TO_… and _REPORT_ERRMODE");
NEVER_FAILS(_get_invalid_parameter_handler);
NEVER_FAILS(_set_invalid_parameter_handler);
NEVER_FAILS(_get_purecall_handler);
NEVER_FAILS(_set_purecall_handler);
NEVER_FAILS(_seterrormode);
NEVER_FAILS(__p___argc);
NEVER_FAILS(__p___argv);
NEVER_FAILS(__p___wargv);
NEVER_FAILS(__p__acmdln);
NEVER_FAILS(__p__environ);
NEVER_FAILS(__p__fmode);
NEVER_FAILS(__p__pgmptr);
NEVER_FAILS(__p__wcmdln);
NEVER_FAILS(__p__wenviron);
NEVER_FAILS(__p__wpgmptr);
NEVER_FAILS(__sys_errlist);
NEVER_FAILS(__sys_nerr);
FAILS(_sleep, "never, blocks");
FAILS(_beep, "never, blocks");
