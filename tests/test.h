/**
 * What every test includes, and first: cmocka with the headers that it needs before
 * itself.
 */
#ifndef ABX_TEST_H
#define ABX_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define TEST_N(array) (sizeof(array) / sizeof(*(array)))

#endif
