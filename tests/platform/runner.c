/*
 * What Meson runs a 32-bit program by, where this kernel runs none: on this machine through
 * tools/machine32, and inside of its virtual machine directly. There nothing is emulated for the
 * program, and a test may have taken away the descriptors that a shell needs.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    const char *inside = getenv("ABIDEX_MACHINE32");

    if (argc < 2) {
        fputs("usage: runner PROGRAM [ARGUMENT...]\n", stderr);
        return 2;
    }
    if (inside != NULL && strcmp(inside, "never") == 0) {
        unsetenv("MESON_EXE_WRAPPER");
        execv(argv[1], argv + 1);
    } else {
        argv[0] = (char *)MACHINE32;
        execv(MACHINE32, argv);
    }
    perror(argv[0]);
    return 127;
}
