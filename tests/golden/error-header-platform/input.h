#include <s390x-linux-gnu/wrong.h>
