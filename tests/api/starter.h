/**
 * What a library that is being loaded calls: the program's.
 */
#ifndef ABX_TEST_STARTER_H
#define ABX_TEST_STARTER_H

__attribute__((visibility("default"))) void starter_hook(void);

#endif
