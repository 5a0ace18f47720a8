/**
 * zlib 1.2.13: what <zlib.h> declares, and how it fails. Negative results are failures, positive
 * ones are answers: inflate returns Z_STREAM_END at the end and Z_NEED_DICT in front of it. A
 * stream's member msg may tell more of a Z_DATA_ERROR, and gzerror of a file's failure.
 */
#include "spec.h"
#include "codes.h"
#include <zlib.h>

LIBRARY("libz.so.1")
CODE_SPACE("Z_", zError)

EACH_MEANS(Z_BUF_ERROR, "nothing could be done: the input is used up, or the output has no room")
EACH_MEANS(Z_DATA_ERROR, "the compressed data is damaged, or of another format")
EACH_MEANS(Z_ERRNO, "the file could not be read, written or closed")
EACH_MEANS(Z_MEM_ERROR, "no memory is left for it")
EACH_MEANS(Z_STREAM_ERROR, "strm was not initialised, or its members do not fit together")
EACH_MEANS(Z_VERSION_ERROR,
           "version or stream_size is of a <zlib.h> that this library is not compatible with")

EACH_MEANS(EAGAIN, "the descriptor is non-blocking, and not ready")
EACH_MEANS(EBADF, "the file's descriptor is not open, or not for this")
EACH_MEANS(EDQUOT, "the user's quota on the file system is used up")
EACH_MEANS(EFBIG, "the file would grow beyond the greatest size")
EACH_MEANS(EINTR, "a signal handler ran while the call waited")
EACH_MEANS(EIO, "the device or the file system failed")
EACH_MEANS(EISDIR, "the file is a directory")
EACH_MEANS(ENOMEM, "no memory is left for the file's state")
EACH_MEANS(ENOSPC, "the file system has no room left")
EACH_MEANS(EPIPE, "nobody reads from the pipe or socket any more")
EACH_MEANS(ESPIPE, "the file is a pipe, socket or terminal, which has no positions")

/* Versions, sizes and checksums. */
NEVER_FAILS(zlibVersion);
NEVER_FAILS(zlibCompileFlags);
NEVER_FAILS(zError);
NEVER_FAILS(compressBound);
NEVER_FAILS(deflateBound);
NEVER_FAILS(adler32);
NEVER_FAILS(adler32_z);
NEVER_FAILS(adler32_combine);
NEVER_FAILS(crc32);
NEVER_FAILS(crc32_z);
NEVER_FAILS(crc32_combine);
NEVER_FAILS(crc32_combine_gen);
NEVER_FAILS(crc32_combine_op);
NEVER_FAILS(get_crc_table);
HAS_BUFFER(adler32, 2, 3);
HAS_BUFFER(adler32_z, 2, 3);
HAS_BUFFER(crc32, 2, 3);
HAS_BUFFER(crc32_z, 2, 3);

/* From buffer to buffer. The room in dest is where destLen leads to. */
FAILS(compress, "negative result/Z_", Z_BUF_ERROR, Z_MEM_ERROR);
MEANS(compress, Z_BUF_ERROR, "the compressed data is longer than *destLen");
FAILS(compress2, "negative result/Z_", Z_BUF_ERROR, Z_MEM_ERROR, Z_STREAM_ERROR);
MEANS(compress2, Z_BUF_ERROR, "the compressed data is longer than *destLen");
MEANS(compress2, Z_STREAM_ERROR, "level is neither Z_DEFAULT_COMPRESSION nor from 0 to 9");
FAILS(uncompress, "negative result/Z_", Z_BUF_ERROR, Z_DATA_ERROR, Z_MEM_ERROR);
MEANS(uncompress, Z_BUF_ERROR, "the data is longer than *destLen; what has room is in dest");
MEANS(uncompress, Z_DATA_ERROR,
      "source is damaged, ends too early, needs a dictionary, or is not of zlib's format");
LIKE(uncompress2, uncompress);
HAS_BUFFER(compress, 3, 4);
HAS_BUFFER(compress2, 3, 4);
HAS_BUFFER(uncompress, 3, 4);

/* Compression. deflateInit and deflateInit2 are macros for the functions with "_". */
FAILS(deflateInit_, "negative result/Z_", Z_MEM_ERROR, Z_STREAM_ERROR, Z_VERSION_ERROR);
MEANS(deflateInit_, Z_STREAM_ERROR,
      "strm is NULL, or level is neither Z_DEFAULT_COMPRESSION nor from 0 to 9");
FAILS(deflateInit2_, "negative result/Z_", Z_MEM_ERROR, Z_STREAM_ERROR, Z_VERSION_ERROR);
MEANS(deflateInit2_, Z_STREAM_ERROR,
      "strm is NULL, or level, method, windowBits, memLevel or strategy is out of its range");
FAILS(deflate, "negative result/Z_", Z_BUF_ERROR, Z_STREAM_ERROR);
MEANS(deflate, Z_BUF_ERROR,
      "avail_in or avail_out was 0 and nothing was left to do; give more, and call again");
MEANS(deflate, Z_STREAM_ERROR,
      "strm is no stream for deflate, lacks a buffer, or is finished, or flush is unknown");
FAILS(deflateEnd, "negative result/Z_", Z_DATA_ERROR, Z_STREAM_ERROR);
MEANS(deflateEnd, Z_DATA_ERROR,
      "the stream was freed before its end, and input or output was thrown away");
FAILS(deflateReset, "negative result/Z_", Z_STREAM_ERROR);
LIKE(deflateResetKeep, deflateReset);
LIKE(deflateTune, deflateReset);
LIKE(deflatePending, deflateReset);
LIKE(deflateGetDictionary, deflateReset);
FAILS(deflateSetHeader, "negative result/Z_", Z_STREAM_ERROR);
MEANS(deflateSetHeader, Z_STREAM_ERROR, "strm is no stream for deflate, or not one for gzip");
FAILS(deflateSetDictionary, "negative result/Z_", Z_STREAM_ERROR);
MEANS(deflateSetDictionary, Z_STREAM_ERROR,
      "dictionary is NULL, strm is for gzip, or data came already that can't follow it");
FAILS(deflateCopy, "negative result/Z_", Z_MEM_ERROR, Z_STREAM_ERROR);
MEANS(deflateCopy, Z_STREAM_ERROR, "source is no stream for deflate, or dest is NULL");
FAILS(deflateParams, "negative result/Z_", Z_BUF_ERROR, Z_STREAM_ERROR);
MEANS(deflateParams, Z_BUF_ERROR,
      "the output has no room for what the old parameters compress; give more, and call again");
MEANS(deflateParams, Z_STREAM_ERROR,
      "strm is no stream for deflate, or level or strategy is out of its range");
FAILS(deflatePrime, "negative result/Z_", Z_BUF_ERROR, Z_STREAM_ERROR);
MEANS(deflatePrime, Z_BUF_ERROR, "bits is not from 0 to 16, or the pending output has no room");
HAS_BUFFER(deflateSetDictionary, 2, 3);

/* Decompression. */
FAILS(inflateInit_, "negative result/Z_", Z_MEM_ERROR, Z_STREAM_ERROR, Z_VERSION_ERROR);
MEANS(inflateInit_, Z_STREAM_ERROR, "strm is NULL");
FAILS(inflateInit2_, "negative result/Z_", Z_MEM_ERROR, Z_STREAM_ERROR, Z_VERSION_ERROR);
MEANS(inflateInit2_, Z_STREAM_ERROR, "strm is NULL, or windowBits is out of its range");
FAILS(inflate, "negative result/Z_", Z_BUF_ERROR, Z_DATA_ERROR, Z_MEM_ERROR, Z_STREAM_ERROR);
MEANS(inflate, Z_BUF_ERROR,
      "avail_in or avail_out is 0, or too small for Z_FINISH; give more, and call again");
MEANS(inflate, Z_STREAM_ERROR, "strm is no stream for inflate, or lacks next_in or next_out");
FAILS(inflateEnd, "negative result/Z_", Z_STREAM_ERROR);
LIKE(inflateReset, inflateEnd);
LIKE(inflateResetKeep, inflateEnd);
LIKE(inflateGetDictionary, inflateEnd);
LIKE(inflateValidate, inflateEnd);
LIKE(inflateSyncPoint, inflateEnd);
LIKE(inflateBackEnd, inflateEnd);
FAILS(inflateReset2, "negative result/Z_", Z_STREAM_ERROR);
MEANS(inflateReset2, Z_STREAM_ERROR,
      "strm is no stream for inflate, or windowBits is out of its range");
FAILS(inflateGetHeader, "negative result/Z_", Z_STREAM_ERROR);
MEANS(inflateGetHeader, Z_STREAM_ERROR, "strm is no stream for inflate, or not one for gzip");
FAILS(inflatePrime, "negative result/Z_", Z_STREAM_ERROR);
MEANS(inflatePrime, Z_STREAM_ERROR,
      "strm is no stream for inflate, bits is above 16, or more than 32 bits would wait");
FAILS(inflateSetDictionary, "negative result/Z_", Z_DATA_ERROR, Z_MEM_ERROR, Z_STREAM_ERROR);
MEANS(inflateSetDictionary, Z_DATA_ERROR, "dictionary is not the one that the data wants");
MEANS(inflateSetDictionary, Z_STREAM_ERROR,
      "strm is no stream for inflate, or did not ask for a dictionary with Z_NEED_DICT");
FAILS(inflateSync, "negative result/Z_", Z_BUF_ERROR, Z_DATA_ERROR, Z_STREAM_ERROR);
MEANS(inflateSync, Z_BUF_ERROR, "avail_in is 0");
MEANS(inflateSync, Z_DATA_ERROR,
      "the input has no point where inflate can go on; give more of it");
FAILS(inflateCopy, "negative result/Z_", Z_MEM_ERROR, Z_STREAM_ERROR);
MEANS(inflateCopy, Z_STREAM_ERROR, "source is no stream for inflate, or dest is NULL");
FAILS(inflateUndermine, "negative result/Z_", Z_DATA_ERROR, Z_STREAM_ERROR);
MEANS(inflateUndermine, Z_DATA_ERROR, "this zlib was built without it: distances stay checked");
FAILS(inflateCodesUsed, "-1 none");
/* -65536 is said to mean a bad stream, and is also the answer between blocks. */
NEVER_FAILS(inflateMark);
FAILS(inflateBackInit_, "negative result/Z_", Z_MEM_ERROR, Z_STREAM_ERROR, Z_VERSION_ERROR);
MEANS(inflateBackInit_, Z_STREAM_ERROR,
      "strm or window is NULL, or windowBits is not from 8 to 15");
FAILS(inflateBack, "negative result/Z_", Z_BUF_ERROR, Z_DATA_ERROR, Z_STREAM_ERROR);
MEANS(inflateBack, Z_BUF_ERROR,
      "in had no more input, and next_in is NULL, or out returned something else than 0");
MEANS(inflateBack, Z_STREAM_ERROR, "strm is NULL, or inflateBackInit did not initialise it");
CALLS_BACK(inflateBack, 2, call);
CALLS_BACK(inflateBack, 4, call);
HAS_BUFFER(inflateSetDictionary, 2, 3);

/* Files. errno has the cause if the system failed; gzerror tells of the compression. A file that
 * failed goes on failing until gzclearerr, so that only gzopen is called again after EINTR. */
FAILS(gzopen, "NULL errno, fresh, eintr=retry, blocks", EACCES, EEXIST, EINTR, EISDIR, ELOOP,
      EMFILE, ENAMETOOLONG, ENFILE, ENOENT, ENOMEM, ENOSPC, ENOTDIR, EROFS);
MEANS(gzopen, EACCES, "the file may not be opened so, or a directory on the way not searched");
MEANS(gzopen, EEXIST, "mode has an x, and the file exists");
MEANS(gzopen, EISDIR, "mode is for writing, and the path names a directory");
MEANS(gzopen, ELOOP, "there are too many symbolic links on the way");
MEANS(gzopen, EMFILE, "the process has as many open descriptors as it may");
MEANS(gzopen, ENAMETOOLONG, "the path, or a name in it, is too long");
MEANS(gzopen, ENFILE, "the system has as many open files as it may");
MEANS(gzopen, ENOENT, "the file does not exist, or a directory on the way to it");
MEANS(gzopen, ENOTDIR, "a name on the way is not that of a directory");
MEANS(gzopen, EROFS, "mode is for writing, and the file system is mounted read-only");
FAILS(gzdopen, "NULL errno, fresh", ENOMEM);
HAS_ATTRIBUTE(gzopen, malloc(gzclose, 1));
HAS_ATTRIBUTE(gzdopen, malloc(gzclose, 1));
FAILS(gzclose, "negative result/Z_, errno=Z_ERRNO, blocks", Z_BUF_ERROR, Z_ERRNO, Z_MEM_ERROR,
      Z_STREAM_ERROR);
MEANS(gzclose, Z_BUF_ERROR, "the last read ended in the middle of the compressed data");
MEANS(gzclose, Z_STREAM_ERROR, "file is NULL, or not open in this direction");
LIKE(gzclose_r, gzclose);
LIKE(gzclose_w, gzclose);
FREES(gzclose, 1);
FREES(gzclose_r, 1);
FREES(gzclose_w, 1);
FAILS(gzbuffer, "-1 none");
FAILS(gzsetparams, "negative result/Z_, errno=Z_ERRNO, blocks", Z_ERRNO, Z_MEM_ERROR,
      Z_STREAM_ERROR);
MEANS(gzsetparams, Z_STREAM_ERROR, "file is not open for writing, or has failed already");
FAILS(gzflush, "negative result/Z_, errno=Z_ERRNO, blocks", Z_ERRNO, Z_MEM_ERROR, Z_STREAM_ERROR);
MEANS(gzflush, Z_STREAM_ERROR,
      "file is not open for writing, or has failed already, or flush is unknown");
FAILS(gzread, "-1 errno, fresh, eintr=never, blocks", EAGAIN, EBADF, EINTR, EIO, EISDIR, ENOMEM);
/* 0 is also the answer where there is nothing to write. */
FAILS(gzwrite, "0 errno, fresh, eintr=never, blocks", EAGAIN, EBADF, EDQUOT, EFBIG, EINTR, EIO,
      ENOMEM, ENOSPC, EPIPE);
LIKE(gzfwrite, gzwrite);
/* Their answer to the end of the file is that to damaged data, of which errno says nothing. */
#define AT_END "undocumented: its answer to the end is that to a failure, which gzerror tells apart"
UNTOLD(gzfread, AT_END);
UNTOLD(gzgets, AT_END);
UNTOLD(gzgetc, AT_END);
UNTOLD(gzgetc_, AT_END);
FAILS(gzputc, "-1 errno, fresh, eintr=never, blocks", EAGAIN, EBADF, EDQUOT, EFBIG, EINTR, EIO,
      ENOMEM, ENOSPC, EPIPE);
LIKE(gzputs, gzputc);
LIKE(gzungetc, gzread);
/* A text longer than the buffer is not written either: 0, as for an empty one. */
FAILS(gzprintf, "negative result/Z_, errno=Z_ERRNO, blocks", Z_ERRNO, Z_MEM_ERROR,
      Z_STREAM_ERROR);
MEANS(gzprintf, Z_STREAM_ERROR, "file is not open for writing, or has failed already");
LIKE(gzvprintf, gzprintf);
REFUSE(gzvprintf, "takes a va_list, which only C code can make; call gzprintf");
HAS_ATTRIBUTE(gzprintf, format(printf, 2, 3));
HAS_ATTRIBUTE(gzvprintf, format(printf, 2, 0));
FAILS(gzseek, "-1 errno, fresh, eintr=never, blocks", EAGAIN, EBADF, EINTR, EIO, EISDIR, ENOMEM,
      ESPIPE);
FAILS(gzrewind, "-1 errno, fresh", EBADF, ESPIPE);
FAILS(gztell, "-1 none");
FAILS(gzoffset, "-1 errno, fresh", EBADF, ESPIPE);
NEVER_FAILS(gzeof);
FAILS(gzdirect, "never, blocks");
NEVER_FAILS(gzerror);
NEVER_FAILS(gzclearerr);
HAS_BUFFER(gzread, 2, 3);
HAS_BUFFER(gzwrite, 2, 3);
HAS_BUFFER(gzfread, 1, 2, 3);
HAS_BUFFER(gzfwrite, 1, 2, 3);
HAS_BUFFER(gzgets, 2, 3);
