/* A triple has a vendor, which says nothing of the ABI, and spells some architectures in
 * several ways; a table's platform has one name. */
#include "target/platform.h"

#include <string.h>

void abx_target_put_platform(struct abx_buffer *out, const char *triple)
{
    const char *end = triple + strlen(triple);
    const char *arch_end = strchr(triple, '-');
    const char *system = arch_end ? strchr(arch_end + 1, '-') : NULL;
    bool has_vendor = system && strchr(system + 1, '-');

    if (!arch_end)
        arch_end = end;
    if (arch_end - triple == 4 && triple[0] == 'i' && !strncmp(triple + 2, "86", 2))
        abx_buffer_puts(out, "i686");
    else if (!strncmp(triple, "armv", 4))
        abx_buffer_puts(out, "arm");
    else
        abx_buffer_put(out, triple, (size_t)(arch_end - triple));
    system = has_vendor ? system : arch_end;
    /* LLVM's name of what GCC calls w64-mingw32; MinGW without "w64" is another library. */
    abx_buffer_puts(out, !strcmp(system, "-windows-gnu") ? "-w64-mingw32" : system);
}

bool abx_target_is_windows(const char *platform)
{
    const char *system = strstr(platform, "-w64-mingw32");

    return system && !system[strlen("-w64-mingw32")];
}

bool abx_target_is_same(const char *a, const char *b)
{
    struct abx_buffer first = {0}, second = {0};
    bool is_same;

    abx_target_put_platform(&first, a);
    abx_target_put_platform(&second, b);
    is_same = !first.failed && !second.failed &&
              !strcmp(abx_buffer_text(&first), abx_buffer_text(&second));
    abx_buffer_finish(&first);
    abx_buffer_finish(&second);
    return is_same;
}
