struct sysroot_times { char c; long long t; long l; };
