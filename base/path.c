/*
 * What ends a folder's name in a path.
 */
#include "base/path.h"

#include <string.h>

#ifdef _WIN32
static const char ends[] = "\\/:";
#else
static const char ends[] = "/";
#endif

const char *abx_path_file(const char *path)
{
    const char *file = path;

    for (const char *at = path; *at; at++)
        if (strchr(ends, *at))
            file = at + 1;
    return file;
}

bool abx_path_has_folder(const char *path)
{
    return abx_path_file(path) != path;
}
