/**
 * The subcommand `abidex gen`.
 */
#ifndef ABX_GEN_GEN_H
#define ABX_GEN_GEN_H

/* Returns the exit status. argv[0] is the subcommand's name. */
int gen_main(int argc, char **argv);

#endif
