#include <also_taken.h>
#include <others.h>
#include <taken_one.h>
int golden_a(void);
