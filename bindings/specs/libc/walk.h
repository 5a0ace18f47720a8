/*
 * Names and trees of files: <glob.h>, <ftw.h>, <fts.h>, <wordexp.h>, <libgen.h>, <fnmatch.h>.
 */

/* <glob.h>; an unknown flag makes it return -1, with EINVAL in errno. */
FAILS(glob, "nonzero result/GLOB_, blocks", GLOB_ABORTED, GLOB_NOMATCH, GLOB_NOSPACE);
MEANS(glob, GLOB_ABORTED, "a directory could not be read, and errfunc or GLOB_ERR said to stop");
MEANS(glob, GLOB_NOMATCH, "no name matches pattern");
MEANS(glob, GLOB_NOSPACE, "no memory is left for the names");
LIKE(glob64, glob);
NEVER_FAILS(globfree);
NEVER_FAILS(globfree64);
NEVER_FAILS(glob_pattern_p);

/* <ftw.h>; -1 without a code is what func returned. */
GROUP(tree, EACCES,
      "a directory on the way to $ may not be searched, or one below may not be read")
GROUP(tree, ELOOP, "there are too many symbolic links on the way to $")
GROUP(tree, ENAMETOOLONG, "$, or a name below it, is too long")
GROUP(tree, ENOENT, "what $ names does not exist, or $ is empty")
GROUP(tree, ENOTDIR, "a name on the way to $ is not that of a directory")
GROUP(tree, EOVERFLOW,
      "a file's size or number does not fit, as it may where offsets have 32 bits")

FAILS(ftw, "-1 errno, clear, blocks", EMFILE, ENFILE, ENOMEM, tree(dir));
LIKE(ftw64, ftw);
FAILS(nftw, "-1 errno, clear, blocks", EINVAL, EMFILE, ENFILE, ENOMEM, tree(dir));
MEANS(nftw, EINVAL, "flag holds an unknown bit");
LIKE(nftw64, nftw);

/* <fts.h>; NULL without a code is the end, and what is wrong with a single file in fts_errno. */
FAILS(fts_open, "NULL errno, blocks", EACCES, EINVAL, EMFILE, ENFILE, ENOENT, ENOMEM);
MEANS(fts_open, EACCES, "the working directory may not be read");
MEANS(fts_open, EINVAL, "the options hold an unknown bit");
MEANS(fts_open, ENOENT, "one of the paths is empty");
LIKE(fts64_open, fts_open);
FAILS(fts_read, "NULL errno, clear, blocks", EACCES, ENOENT, ENOMEM);
MEANS(fts_read, EACCES,
      "the way back to a directory that the walk came from may not be searched");
MEANS(fts_read, ENOENT, "a directory that the walk came from is not there any more");
LIKE(fts64_read, fts_read);
FAILS(fts_children, "NULL errno, clear, blocks", EACCES, EINVAL, EMFILE, ENFILE, ENOENT, ENOMEM);
MEANS(fts_children, EACCES, "the directory may not be read or searched");
MEANS(fts_children, EINVAL, "the options are neither 0 nor FTS_NAMEONLY");
MEANS(fts_children, ENOENT, "the directory is not there any more");
LIKE(fts64_children, fts_children);
FAILS(fts_set, "nonzero errno", EINVAL);
MEANS(fts_set, EINVAL,
      "the instruction is none of 0, FTS_AGAIN, FTS_FOLLOW, FTS_NOINSTR and FTS_SKIP");
LIKE(fts64_set, fts_set);
FAILS(fts_close, "-1 errno, blocks", EACCES, EIO, ENOENT);
MEANS(fts_close, EACCES, "the directory that the walk began in may not be searched any more");
MEANS(fts_close, ENOENT, "the directory that the walk began in is not there any more");
LIKE(fts64_close, fts_close);

/* <wordexp.h>, <libgen.h>, <fnmatch.h>; that a name does not match is an answer. */
FAILS(wordexp, "nonzero result/WRDE_, blocks", WRDE_BADCHAR, WRDE_BADVAL, WRDE_CMDSUB,
      WRDE_NOSPACE, WRDE_SYNTAX);
MEANS(wordexp, WRDE_BADCHAR, "words has a newline or one of | & ; < > ( ) { } outside of quotes");
MEANS(wordexp, WRDE_BADVAL, "flags has WRDE_UNDEF, and words has a variable that is not set");
MEANS(wordexp, WRDE_CMDSUB, "flags has WRDE_NOCMD, and words has a command to run");
MEANS(wordexp, WRDE_NOSPACE, "no memory is left for the words");
MEANS(wordexp, WRDE_SYNTAX, "words has a quote, a bracket or a brace that is not closed");
NEVER_FAILS(wordfree);
NEVER_FAILS(dirname);
NEVER_FAILS(__xpg_basename);
#ifdef __GLIBC__
FAILS(fnmatch, "negative errno", ENOMEM);
#else
NEVER_FAILS(fnmatch);
#endif
