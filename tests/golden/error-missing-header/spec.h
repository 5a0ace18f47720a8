LIBRARY("golden-callee.so")
#include <sys/nothing-like-it.h>
