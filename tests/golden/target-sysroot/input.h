#include <times.h>
#include <own.h>
