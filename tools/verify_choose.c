/**
 * Which compiler proves a table: the one that was named; else cc for this platform, and
 * for another the one that is called after it, as distributions and toolchains name them.
 */
#include "tools/verify.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tools/command.h"

static bool is_in_path(const char *command)
{
    const char *at = getenv("PATH");
    struct abx_buffer path = {0};
    bool is_found = false;

    while (at && *at && !is_found) {
        size_t size = strcspn(at, ":");

        abx_buffer_truncate(&path, 0);
        abx_buffer_printf(&path, "%.*s/%s", (int)size, at, command);
        is_found = !path.failed && access(path.data, X_OK) == 0;
        at += size + (at[size] == ':');
    }
    abx_buffer_finish(&path);
    return is_found;
}

/* The wrapper around this machine's own compiler. */
static bool has_musl_gcc(const char *platform)
{
    size_t size = strcspn(platform, "-");

    return strcmp(platform + size, "-linux-musl") == 0 &&
           strncmp(platform, abx_platform(), size + 1) == 0 && is_in_path("musl-gcc");
}

bool compiler_choose(struct abx_buffer *command, const char *platform)
{
    if (strcmp(platform, abx_platform()) == 0) {
        abx_buffer_puts(command, "cc");
        return true;
    }
    abx_buffer_printf(command, "%s-gcc", platform);
    if (is_in_path(abx_buffer_text(command)))
        return true;
    if (has_musl_gcc(platform)) {
        abx_buffer_truncate(command, 0);
        abx_buffer_puts(command, "musl-gcc");
        return true;
    }
    abx_message("the table is for %s, and there is no %s here; --cc names a compiler",
                platform, abx_buffer_text(command));
    return false;
}
