#include <own.h>
