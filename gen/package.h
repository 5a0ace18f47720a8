/**
 * What pkg-config knows of the packages that the command line names.
 */
#ifndef ABX_GEN_PACKAGE_H
#define ABX_GEN_PACKAGE_H

#include "gen/options.h"

/* Adds the flags and libraries of all packages to the options. 0 done; -1 with a message. */
int gen_packages_read(struct gen_options *options, struct gen_messages *messages);

#endif
