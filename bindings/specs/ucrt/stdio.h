/* <stdio.h>, and what <wchar.h> has beside it: streams. Where a result also stands for the end
 * of the file, errno tells which it was. Some failures of a stream leave no code. */

/* What reads from the stream $, and what writes to it. */
GROUP(freads, EBADF, "$ is not open for reading, or its descriptor is closed")
GROUP(freads, EINVAL, "$ is NULL, or Windows refused to read for a reason that has no errno")
GROUP(fwrites, EBADF, "$ is not open for writing, or its descriptor is closed")
GROUP(fwrites, EINVAL, "$ is NULL, or nobody reads the other end of the pipe")
GROUP(fwrites, ENOSPC, "the disk has no room left: what was not written is lost")
GROUP(formats, EILSEQ, "a wide character has no form in the locale's encoding")
GROUP(formats, EINVAL,
      "$ is NULL, or holds what is no conversion, or the stream or buffer is NULL")
GROUP(fseeks, EBADF, "the descriptor of $ is closed")
GROUP(fseeks, EINVAL, "$ is NULL or has no positions, or the position is not valid")

/* Streams; fclose's is gone whatever it answers. */
FAILS(fopen, "NULL errno, blocks", EMFILE, ENOMEM, ENOSPC, opens(_Filename));
MEANS(fopen, EEXIST, "_Mode has x, and _Filename exists");
MEANS(fopen, EINVAL, "_Mode is not known, or _Filename is NULL or no name that Windows allows");
LIKE(_wfopen, fopen);
LIKE(_fsopen, fopen);
MEANS(_fsopen, EINVAL,
      "_Mode or _ShFlag is not known, or _Filename is no name that Windows allows");
LIKE(_wfsopen, _fsopen);
LIKE(freopen, fopen);
LIKE(_wfreopen, fopen);
FAILS(fopen_s, "nonzero result, blocks", EMFILE, ENOMEM, ENOSPC, opens(_Filename));
MEANS(fopen_s, EEXIST, "_Mode has x, and _Filename exists");
MEANS(fopen_s, EINVAL,
      "_File is NULL, _Mode is not known, or _Filename is NULL or no name that Windows allows");
LIKE(_wfopen_s, fopen_s);
LIKE(freopen_s, fopen_s);
LIKE(_wfreopen_s, fopen_s);
FAILS(_fdopen, "NULL errno, fresh", EINVAL, EMFILE, fd(_FileHandle));
MEANS(_fdopen, EINVAL, "_Mode is NULL or does not start with r, w or a");
LIKE(fdopen, _fdopen);
LIKE(_wfdopen, _fdopen);
FAILS(tmpfile, "NULL errno, fresh, blocks", EACCES, EMFILE, ENOENT, ENOMEM);
MEANS(tmpfile, EACCES, "the folder for temporary files may not be written to");
MEANS(tmpfile, ENOENT, "the folder for temporary files does not exist");
NEVER_FAILS(_rmtmp);
NEVER_FAILS(rmtmp);
FAILS(_popen, "NULL errno, fresh, blocks", EINVAL, EMFILE, ENOENT, ENOMEM);
MEANS(_popen, EINVAL, "_Command is NULL, or _Mode is neither r nor w, with b or t");
MEANS(_popen, ENOENT, "no command interpreter is found (COMSPEC, cmd.exe)");
LIKE(_wpopen, _popen);
LIKE(popen, _popen);
/* -1 without a code: _popen did not make the stream, or that is what the command returned. */
FAILS(_pclose, "-1 errno, fresh, blocks", ECHILD, EINVAL);
MEANS(_pclose, ECHILD, "the command can't be waited for: its handle is no longer a process's");
MEANS(_pclose, EINVAL, "_File is NULL");
LIKE(pclose, _pclose);
FAILS(fclose, "EOF errno, fresh, blocks", fwrites(_File));
LIKE(_fclose_nolock, fclose);
FAILS(_fcloseall, "EOF errno, fresh, blocks");
LIKE(fcloseall, _fcloseall);
FAILS(fflush, "EOF errno, fresh, blocks", fwrites(_File));
LIKE(_fflush_nolock, fflush);
FAILS(_flushall, "never, blocks"); /* answers how many streams are open */
LIKE(flushall, _flushall);
FAILS(setvbuf, "nonzero errno, fresh", EINVAL);
MEANS(setvbuf, EINVAL,
      "_File is NULL, _Mode is not known, or _Size is below 2 or above INT_MAX");
NEVER_FAILS(setbuf);
FAILS(_fileno, "-1 errno", asks(_File)); /* -2: a stream that leads nowhere */
LIKE(fileno, _fileno);
NEVER_FAILS(feof);
NEVER_FAILS(ferror);
NEVER_FAILS(clearerr);
FAILS(clearerr_s, "nonzero result", asks(_File));
FAILS(_lock_file, "never, blocks");
NEVER_FAILS(_unlock_file);
FAILS(_setmaxstdio, "-1 errno", EINVAL);
MEANS(_setmaxstdio, EINVAL,
      "_Max is below what is open or 20, or above what the runtime takes");
NEVER_FAILS(_getmaxstdio);
NEVER_FAILS(__acrt_iob_func);
NEVER_FAILS(__iob_func);

/* Position */
FAILS(fseek, "nonzero errno, fresh, blocks", ENOSPC, fseeks(_File));
LIKE(_fseeki64, fseek);
LIKE(_fseek_nolock, fseek);
LIKE(_fseeki64_nolock, fseek);
FAILS(ftell, "-1 errno, fresh", fseeks(_File));
LIKE(_ftelli64, ftell);
LIKE(_ftell_nolock, ftell);
LIKE(_ftelli64_nolock, ftell);
FAILS(fgetpos, "nonzero errno, fresh", fseeks(_File));
FAILS(fsetpos, "nonzero errno, fresh, blocks", ENOSPC, fseeks(_File));
FAILS(rewind, "any errno, clear, blocks", ENOSPC, fseeks(_File));

/* Reading. A count of fread's that is too small, but not 0, is no failure: see ferror. */
FAILS(fgetc, "EOF errno, clear, blocks", freads(_File));
LIKE(_fgetc_nolock, fgetc);
LIKE(getc, fgetc);
LIKE(_getc_nolock, fgetc);
LIKE(_getw, fgetc);
LIKE(getw, fgetc);
FAILS(getchar, "EOF errno, clear, blocks", freads(stdin));
LIKE(_fgetchar, getchar);
LIKE(fgetchar, getchar);
FAILS(fgetwc, "WEOF errno, clear, blocks", EILSEQ, freads(_File));
MEANS(fgetwc, EILSEQ, "the next bytes in _File are no character");
LIKE(_fgetwc_nolock, fgetwc);
LIKE(getwc, fgetwc);
FAILS(getwchar, "WEOF errno, clear, blocks", EILSEQ, freads(stdin));
MEANS(getwchar, EILSEQ, "the next bytes in stdin are no character");
LIKE(_fgetwchar, getwchar);
FAILS(fread, "0 errno, clear, blocks", freads(_File));
LIKE(_fread_nolock, fread);
FAILS(fread_s, "0 errno, clear, blocks", ERANGE, freads(_File));
MEANS(fread_s, ERANGE, "_DstBuf is smaller than what was read for it");
LIKE(_fread_nolock_s, fread_s);
FAILS(fgets, "NULL errno, clear, blocks", freads(_File));
FAILS(fgetws, "NULL errno, clear, blocks", EILSEQ, freads(_File));
MEANS(fgetws, EILSEQ, "the next bytes in _File are no character");
FAILS(gets_s, "NULL errno, clear, blocks", EINVAL, ERANGE);
MEANS(gets_s, EINVAL, "the buffer is NULL, or its size 0");
MEANS(gets_s, ERANGE, "the line is longer than the buffer");
LIKE(_getws_s, gets_s);
FAILS(gets, "NULL errno, clear, blocks", EINVAL);
MEANS(gets, EINVAL, "_Buffer is NULL");
REFUSE(gets, "has no bound: a long line writes beyond the buffer; call fgets");
LIKE(_getws, gets);
MEANS(_getws, EINVAL, "_String is NULL");
REFUSE(_getws, "has no bound: a long line writes beyond the buffer; call fgetws");
FAILS(ungetc, "EOF errno, fresh", EINVAL);
MEANS(ungetc, EINVAL, "_File is NULL, or a stream of wide characters");
LIKE(_ungetc_nolock, ungetc);
FAILS(ungetwc, "WEOF errno, fresh", asks(_File));
LIKE(_ungetwc_nolock, ungetwc);

/* EOF without a code: the input ended before anything was converted. The names with __ms_ are
 * those that mingw's headers give to the runtime's own functions. */
FAILS(__ms_fscanf, "EOF errno, clear, blocks", EILSEQ, freads(the stream));
MEANS(__ms_fscanf, EILSEQ, "the input for a wide conversion is no character of the locale's");
FAILS(__ms_scanf, "EOF errno, clear, blocks", EILSEQ, freads(stdin));
MEANS(__ms_scanf, EILSEQ, "the input for a wide conversion is no character of the locale's");
MEANS(__ms_scanf, EINVAL, "the format is NULL");
FAILS(__ms_sscanf, "EOF errno, clear", EILSEQ, EINVAL);
MEANS(__ms_sscanf, EILSEQ, "the input for a wide conversion is no character of the locale's");
MEANS(__ms_sscanf, EINVAL, "the text or the format is NULL");
LIKE(__ms_fwscanf, __ms_fscanf);
LIKE(__ms_wscanf, __ms_scanf);
LIKE(__ms_swscanf, __ms_sscanf);
#ifdef _UCRT /* else inline, by mingw's own */
LIKE(fscanf, __ms_fscanf);
LIKE(scanf, __ms_scanf);
LIKE(sscanf, __ms_sscanf);
#endif

/* Writing; fwrite, too, fails with a count of 0 alone. Of fputws the documents say WEOF, though
 * it answers -1 in one runtime: errno alone tells. */
FAILS(fputc, "EOF errno, fresh, blocks", fwrites(_File));
LIKE(_fputc_nolock, fputc);
LIKE(putc, fputc);
LIKE(_putc_nolock, fputc);
LIKE(fputs, fputc);
FAILS(_putw, "EOF errno, clear, blocks", fwrites(_File)); /* which may be the number, too */
LIKE(putw, _putw);
FAILS(putchar, "EOF errno, fresh, blocks", fwrites(stdout));
LIKE(_fputchar, putchar);
LIKE(fputchar, putchar);
LIKE(puts, putchar);
FAILS(fputwc, "WEOF errno, fresh, blocks", EILSEQ, fwrites(_File));
MEANS(fputwc, EILSEQ, "_Ch has no form in the locale's encoding");
LIKE(_fputwc_nolock, fputwc);
LIKE(putwc, fputwc);
FAILS(putwchar, "WEOF errno, fresh, blocks", EILSEQ, fwrites(stdout));
MEANS(putwchar, EILSEQ, "_Ch has no form in the locale's encoding");
LIKE(_fputwchar, putwchar);
FAILS(fputws, "any errno, clear, blocks", EILSEQ, fwrites(_File));
MEANS(fputws, EILSEQ, "_Str holds a character that the locale's encoding does not have");
FAILS(_putws, "any errno, clear, blocks", EILSEQ, fwrites(stdout));
MEANS(_putws, EILSEQ, "_Str holds a character that the locale's encoding does not have");
FAILS(fwrite, "0 errno, clear, blocks", fwrites(_File));
LIKE(_fwrite_nolock, fwrite);
FAILS(perror, "never, blocks");
LIKE(_wperror, perror);

/* What formats. The older _snprintf and its like answer a negative number without a code where
 * the buffer is too small. See stdio-variants.h for the rest. */
FAILS(__ms_fprintf, "negative errno, fresh, blocks", formats(the format), fwrites(the stream));
MEANS(__ms_fprintf, EINVAL,
      "the stream or format is NULL, or nobody reads the other end of the pipe");
FAILS(__ms_printf, "negative errno, fresh, blocks", formats(the format), fwrites(stdout));
MEANS(__ms_printf, EINVAL,
      "the format is NULL or not valid, or nobody reads the other end of the pipe");
FAILS(__ms_sprintf, "negative errno, fresh", formats(the format));
LIKE(__ms_fwprintf, __ms_fprintf);
LIKE(__ms_wprintf, __ms_printf);
LIKE(__ms_swprintf, __ms_sprintf);
#ifdef _UCRT /* else inline, by mingw's own */
LIKE(fprintf, __ms_fprintf);
LIKE(printf, __ms_printf);
LIKE(sprintf, __ms_sprintf);
LIKE(vfprintf, __ms_fprintf); /* refused there, as msvcrt.dll's, and vprintf */
LIKE(vprintf, __ms_printf);
TAKES_VA_LIST(vsprintf, __ms_sprintf);
#endif
#ifdef _UCRT /* the spec refuses these, as msvcrt.dll's */
LIKE(__ms_vfprintf, __ms_fprintf);
LIKE(__ms_vfwprintf, __ms_fprintf);
LIKE(__ms_vprintf, __ms_printf);
LIKE(__ms_vwprintf, __ms_wprintf);
#else
TAKES_VA_LIST(__ms_vfprintf, __ms_fprintf);
TAKES_VA_LIST(__ms_vfwprintf, __ms_fwprintf);
TAKES_VA_LIST(__ms_vprintf, __ms_printf);
TAKES_VA_LIST(__ms_vwprintf, __ms_wprintf);
#endif
TAKES_VA_LIST(__ms_vsprintf, __ms_sprintf);
TAKES_VA_LIST(__ms_vswprintf, __ms_swprintf);
NEVER_FAILS(_get_output_format);
NEVER_FAILS(_set_output_format);
NEVER_FAILS(_get_printf_count_output);
NEVER_FAILS(_set_printf_count_output);
UNTOLD(_filbuf, "internal: the macro getc of old programs calls it where the buffer is empty");
UNTOLD(_flsbuf, "internal: the macro putc of old programs calls it where the buffer is full");

/* Files by name */
FAILS(remove, "-1 errno", EACCES, path(_Filename));
MEANS(remove, EACCES, "_Filename is a directory, read-only, or in use by somebody");
LIKE(_wremove, remove);
LIKE(_unlink, remove);
LIKE(_wunlink, remove);
LIKE(unlink, remove);
FAILS(rename, "nonzero errno", EACCES, EEXIST, EINVAL, ENOENT);
MEANS(rename, EACCES,
      "_NewFilename exists or can't be made, or _OldFilename is in use or barred");
MEANS(rename, EEXIST, "_NewFilename exists");
MEANS(rename, EINVAL, "a name is NULL or none that Windows allows");
MEANS(rename, ENOENT,
      "_OldFilename, or a directory on the way to _NewFilename, does not exist");
LIKE(_wrename, rename);
FAILS(tmpnam, "NULL errno, fresh");
LIKE(_wtmpnam, tmpnam);
FAILS(tmpnam_s, "nonzero result", fills(the buffer));
LIKE(_wtmpnam_s, tmpnam_s);
FAILS(_tempnam, "NULL errno, fresh", EINVAL, ENOMEM);
MEANS(_tempnam, EINVAL, "a text is not valid");
LIKE(tempnam, _tempnam);
LIKE(_wtempnam, _tempnam);
