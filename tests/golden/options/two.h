#include <deep.h>
int abs(int number);
long labs(long number);
