/* <semaphore.h>: unlike the pthread functions, these use errno. */
FAILS(sem_init, "-1 errno", EINVAL, ENOSYS);
MEANS(sem_init, EINVAL, "value exceeds SEM_VALUE_MAX");
MEANS(sem_init, ENOSYS,
      "pshared is set, and the system has no semaphores shared between processes");
FAILS(sem_destroy, "-1 errno", EINVAL);
MEANS(sem_destroy, EINVAL, "sem is not a valid semaphore");
FAILS(sem_open, "SEM_FAILED errno", EACCES, EEXIST, EINVAL, EMFILE, ENAMETOOLONG, ENFILE, ENOENT,
      ENOMEM);
MEANS(sem_open, EACCES, "the semaphore exists, but the caller has no permission to open it");
MEANS(sem_open, EEXIST, "oflag has O_CREAT and O_EXCL, and a semaphore of this name exists");
MEANS(sem_open, EINVAL, "value exceeds SEM_VALUE_MAX, or name is nothing but a slash");
MEANS(sem_open, EMFILE, "the process has as many open descriptors as it may");
MEANS(sem_open, ENAMETOOLONG, "name is too long");
MEANS(sem_open, ENFILE, "the system has as many open files as it may");
MEANS(sem_open, ENOENT,
      "no semaphore has this name and oflag lacks O_CREAT, or name is not well formed");
MEANS(sem_open, ENOMEM, "there is not enough memory");
FAILS(sem_close, "-1 errno", EINVAL);
MEANS(sem_close, EINVAL, "sem is not a valid semaphore");
FAILS(sem_unlink, "-1 errno", EACCES, ENAMETOOLONG, ENOENT);
MEANS(sem_unlink, EACCES, "the caller has no permission to unlink the semaphore");
MEANS(sem_unlink, ENAMETOOLONG, "name is too long");
MEANS(sem_unlink, ENOENT, "no semaphore has this name");
FAILS(sem_getvalue, "-1 errno", EINVAL);
MEANS(sem_getvalue, EINVAL, "sem is not a valid semaphore");
FAILS(sem_post, "-1 errno", EINVAL, EOVERFLOW);
MEANS(sem_post, EINVAL, "sem is not a valid semaphore");
MEANS(sem_post, EOVERFLOW, "the semaphore is at its greatest value, SEM_VALUE_MAX");
FAILS(sem_wait, "-1 errno, eintr=retry, blocks", EINTR, EINVAL);
MEANS(sem_wait, EINTR, "a signal handler ran while waiting");
MEANS(sem_wait, EINVAL, "sem is not a valid semaphore");
FAILS(sem_trywait, "-1 errno, eintr=retry", EAGAIN, EINTR, EINVAL);
MEANS(sem_trywait, EAGAIN, "the semaphore is at 0: a wait would have to block");
MEANS(sem_trywait, EINTR, "a signal handler ran");
MEANS(sem_trywait, EINVAL, "sem is not a valid semaphore");
/* The time is a point on a clock, so the same arguments hold after EINTR. */
FAILS(sem_timedwait, "-1 errno, eintr=retry, blocks", EINTR, EINVAL, ETIMEDOUT);
MEANS(sem_timedwait, EINTR, "a signal handler ran while waiting");
MEANS(sem_timedwait, EINVAL,
      "sem is not a valid semaphore, or abstime's nanoseconds are not within a second");
MEANS(sem_timedwait, ETIMEDOUT, "the semaphore was still at 0 when the time came");
FAILS(sem_clockwait, "-1 errno, eintr=retry, blocks", EINTR, EINVAL, ETIMEDOUT);
MEANS(sem_clockwait, EINTR, "a signal handler ran while waiting");
MEANS(sem_clockwait, EINVAL,
      "sem is not a valid semaphore, or abstime's nanoseconds are not within a second");
MEANS(sem_clockwait, ETIMEDOUT, "the semaphore was still at 0 when the time came");
