/**
 * The generator, which is a program of its own: abidex-gen.
 */
#ifndef ABX_TOOLS_GENERATOR_H
#define ABX_TOOLS_GENERATOR_H

/* Becomes the generator, with the arguments behind argv[0]. Returns only where that can't be: an
 * exit status, after a message. */
int generator_main(int argc, char **argv);

/* Runs the generator with those arguments, NULL behind them. Its exit status, or that of
 * generator_main. */
int generator_run(char **argv);

#endif
