/**
 * Files that are there as a whole or not at all.
 */
#ifndef ABX_BASE_FILE_H
#define ABX_BASE_FILE_H

#include <stddef.h>

/*
 * Makes @path hold @size bytes of @data: written to a new file beside it, which then
 * takes its name. A device or pipe is written directly. 0 done, else an errno; the old
 * file is then as it was.
 */
int abx_file_replace(const char *path, const char *data, size_t size);

#endif
