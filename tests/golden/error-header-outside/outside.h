#include "further.h"
typedef int outside;
