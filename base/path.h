/**
 * Paths as the system writes them: Windows has two kinds of slashes, and drives.
 */
#ifndef ABX_BASE_PATH_H
#define ABX_BASE_PATH_H

#include <stdbool.h>

/* The last part of @path, without the folders in front. Borrowed from it. */
const char *abx_path_file(const char *path);

/* Whether @path tells a folder, be it "." or a drive's. */
bool abx_path_has_folder(const char *path);

#endif
