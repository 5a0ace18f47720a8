#include <pack/real_conf.h>
