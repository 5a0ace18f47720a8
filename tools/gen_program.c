/*
 * The program abidex-gen, which `abidex gen` becomes: see generator.c.
 */
#include "gen/gen.h"
#include "tools/streams.h"

int main(int argc, char **argv)
{
    streams_begin(&argc, &argv);
    return streams_end(gen_main(argc, argv));
}
