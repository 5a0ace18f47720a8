#define SYSROOT_OWN 1
