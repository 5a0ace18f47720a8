/* What an import library tells of a DLL. */
#define UNICODE 1
LIBRARY("golden.dll")
#include "things.h"
