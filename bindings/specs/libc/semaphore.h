/* <semaphore.h>: unlike the pthread functions, these use errno. */
GROUP(posix_semaphore, EINVAL, "$ is not a valid semaphore")

FAILS(sem_init, "-1 errno", EINVAL, ENOSYS);
MEANS(sem_init, EINVAL, "value exceeds SEM_VALUE_MAX");
MEANS(sem_init, ENOSYS,
      "pshared is set, and the system has no semaphores shared between processes");
FAILS(sem_destroy, "-1 errno", posix_semaphore(sem));
FAILS(sem_open, "SEM_FAILED errno, eintr=retry, blocks", EACCES, EEXIST, EINTR, EINVAL, EMFILE,
      ENAMETOOLONG, ENFILE, ENOENT, ENOMEM, ENOSPC);
MEANS(sem_open, EACCES, "the semaphore exists, but the caller has no permission to open it");
MEANS(sem_open, EEXIST, "oflag has O_CREAT and O_EXCL, and a semaphore of this name exists");
MEANS(sem_open, EINTR, "a signal handler ran before the semaphore was open");
MEANS(sem_open, ENOENT,
      "no semaphore has this name, and oflag lacks O_CREAT");
MEANS(sem_open, ENOMEM, "there is not enough memory");
MEANS(sem_open, ENOSPC, "the file system of semaphores (/dev/shm) has no room left");
FAILS(sem_close, "-1 errno", EINVAL);
MEANS(sem_close, EINVAL, "sem is not a semaphore that sem_open gave and that is open still");
FAILS(sem_unlink, "-1 errno", EACCES, ENAMETOOLONG, ENOENT);
MEANS(sem_unlink, EACCES, "the caller has no permission to unlink the semaphore");
#ifdef __GLIBC__ /* which puts "sem." in front of the name, in a buffer that may be too small */
MEANS(sem_open, EINVAL,
      "value exceeds SEM_VALUE_MAX, or name is empty, a slash, has one inside or over 255 bytes");
MEANS(sem_open, ENAMETOOLONG, "name is longer than 251 bytes behind its slash");
MEANS(sem_unlink, ENAMETOOLONG, "name is longer than 251 bytes behind its slash");
MEANS(sem_unlink, ENOENT, "no semaphore has this name, or name is not well formed");
#else
MEANS(sem_open, EINVAL,
      "value exceeds SEM_VALUE_MAX, or name is empty, only a slash, or has one in the middle");
MEANS(sem_open, ENAMETOOLONG, "name is longer than 255 bytes behind its slash");
MEANS(sem_unlink, EINVAL, "name is empty, only a slash, or has one in the middle");
MEANS(sem_unlink, ENAMETOOLONG, "name is longer than 255 bytes behind its slash");
MEANS(sem_unlink, ENOENT, "no semaphore has this name");
#endif
FAILS(sem_getvalue, "-1 errno", posix_semaphore(sem));
FAILS(sem_post, "-1 errno", EOVERFLOW, posix_semaphore(sem));
MEANS(sem_post, EOVERFLOW, "the semaphore is at its greatest value, SEM_VALUE_MAX");
FAILS(sem_wait, "-1 errno, eintr=retry, blocks", EINTR, posix_semaphore(sem));
FAILS(sem_trywait, "-1 errno, eintr=retry, blocks", EAGAIN, EINTR, posix_semaphore(sem));
MEANS(sem_trywait, EAGAIN, "the semaphore is at 0: a wait would have to block");
/* The time is a point on a clock, so the same arguments hold after EINTR. */
FAILS(sem_timedwait, "-1 errno, eintr=retry, blocks", EINTR, EINVAL, ETIMEDOUT);
MEANS(sem_timedwait, EINVAL,
      "sem is not a valid semaphore, or abstime's nanoseconds are not within a second");
MEANS(sem_timedwait, ETIMEDOUT, "the semaphore was still at 0 when the time came");
LIKE(sem_clockwait, sem_timedwait);
MEANS(sem_clockwait, EINVAL,
      "clock is neither CLOCK_REALTIME nor CLOCK_MONOTONIC, or abstime is no valid time");
