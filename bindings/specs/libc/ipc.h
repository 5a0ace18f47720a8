/*
 * Memory and messages that processes share: <sys/mman.h>, <sys/ipc.h>, <sys/shm.h>, <sys/sem.h>,
 * <sys/msg.h>, <mqueue.h>; and <aio.h>.
 */

/* <sys/mman.h> */
GROUP(pkeys, ENOSYS, "$ has no protection keys for this processor")
GROUP(protect, EACCES, "the file behind the mapping was not opened in the way that $ needs")
GROUP(protect, ENOMEM,
      "part of the range is not mapped, or the process has as many mappings as it may")
GROUP(lock, EAGAIN, "a page in the range could not be brought into memory")
GROUP(lock, EINVAL, "$ and the length together go beyond the end of all addresses")
GROUP(lock, ENOMEM,
      "part of the range is not mapped, or more would be locked than RLIMIT_MEMLOCK allows")
GROUP(lock, EPERM, "RLIMIT_MEMLOCK is 0, and the caller lacks CAP_IPC_LOCK")

FAILS(mmap, "MAP_FAILED errno", EACCES, EAGAIN, EBADF, EEXIST, EINVAL, ENFILE, ENODEV, ENOMEM,
      EOPNOTSUPP, EOVERFLOW, EPERM, ETXTBSY);
MEANS(mmap, EACCES,
      "fd is not open for reading, or not for writing as well, as prot and MAP_SHARED need");
MEANS(mmap, EAGAIN,
      "the file is locked, or more memory would be locked than RLIMIT_MEMLOCK allows");
MEANS(mmap, EBADF, "fd is not an open descriptor, and flags lacks MAP_ANONYMOUS");
MEANS(mmap, EEXIST, "flags has MAP_FIXED_NOREPLACE, and something is mapped in this range");
MEANS(mmap, EINVAL,
      "len is 0, addr or offset is not on a page boundary, or flags names no kind of sharing");
MEANS(mmap, ENODEV,
      "what fd is can't be mapped: a directory, a pipe, or a file of such a file system");
MEANS(mmap, ENOMEM,
      "no memory or address space is left, or the process has as many mappings as it may");
MEANS(mmap, EOPNOTSUPP,
      "flags has MAP_SHARED_VALIDATE and a flag, as MAP_SYNC, that fd's file can't have");
MEANS(mmap, EOVERFLOW, "len and offset together reach beyond what the platform can count");
MEANS(mmap, EPERM,
      "a seal or a no-exec mount forbids what prot asks, or MAP_HUGETLB is not allowed");
MEANS(mmap, ETXTBSY, "flags has MAP_DENYWRITE, and the file is open for writing");
LIKE(mmap64, mmap);
FAILS(munmap, "-1 errno", EINVAL, ENOMEM);
MEANS(munmap, EINVAL,
      "addr is not on a page boundary, len is 0, or the range goes beyond all addresses");
MEANS(munmap, ENOMEM,
      "a mapping would be cut in two, and the process has as many mappings as it may");
FAILS(mremap, "MAP_FAILED errno", EAGAIN, EFAULT, EINVAL, ENOMEM);
MEANS(mremap, EAGAIN,
      "the memory is locked, and more would be locked than RLIMIT_MEMLOCK allows");
MEANS(mremap, EFAULT, "part of the range is not mapped, or it is mapped in several ways");
MEANS(mremap, EINVAL,
      "addr is not on a page boundary, new_len is 0, or flags or the new address is not valid");
MEANS(mremap, ENOMEM,
      "the mapping can't grow where it is and flags lacks MREMAP_MAYMOVE, or no memory is left");
FAILS(mprotect, "-1 errno", EINVAL, protect(prot));
MEANS(mprotect, EINVAL, "addr is not on a page boundary, or prot holds an unknown bit");
FAILS(pkey_mprotect, "-1 errno", EINVAL, protect(prot));
MEANS(pkey_mprotect, EINVAL,
      "addr is not on a page boundary, prot holds an unknown bit, or pkey is not allocated");
FAILS(msync, "-1 errno, blocks", EBUSY, EINVAL, ENOMEM);
MEANS(msync, EBUSY, "flags has MS_INVALIDATE, and part of the range is locked");
MEANS(msync, EINVAL,
      "addr is not on a page boundary, or flags is unknown or both MS_SYNC and MS_ASYNC");
MEANS(msync, ENOMEM, "part of the range is not mapped");
FAILS(mlock, "-1 errno", lock(addr));
FAILS(mlock2, "-1 errno", lock(addr));
MEANS(mlock2, EINVAL,
      "flags holds a bit other than MLOCK_ONFAULT, or the range goes beyond all addresses");
FAILS(munlock, "-1 errno", EAGAIN, EINVAL, ENOMEM);
MEANS(munlock, EAGAIN, "the kernel could not unlock part of the range");
MEANS(munlock, EINVAL, "addr and len together go beyond the end of all addresses");
MEANS(munlock, ENOMEM,
      "part of the range is not mapped, or the process has as many mappings as it may");
FAILS(mlockall, "-1 errno", EINVAL, ENOMEM, EPERM);
MEANS(mlockall, EINVAL, "flags holds an unknown bit, or neither MCL_CURRENT nor MCL_FUTURE");
MEANS(mlockall, ENOMEM, "more would be locked than RLIMIT_MEMLOCK allows");
MEANS(mlockall, EPERM, "RLIMIT_MEMLOCK is 0, and the caller lacks CAP_IPC_LOCK");
NEVER_FAILS(munlockall);
FAILS(madvise, "-1 errno", EACCES, EAGAIN, EBADF, EBUSY, EFAULT, EHWPOISON, EINVAL, EIO, ENOMEM,
      EPERM);
MEANS(madvise, EACCES, "advice is MADV_REMOVE, and the range is not shared and writable");
MEANS(madvise, EAGAIN, "the kernel lacks something at the moment");
MEANS(madvise, EBADF, "the range is mapped, but advice is for files, and it has none");
MEANS(madvise, EBUSY,
      "advice is MADV_COLLAPSE, and the control group may not have another huge page");
MEANS(madvise, EFAULT, "advice is to populate, and to touch the range would raise SIGBUS");
MEANS(madvise, EHWPOISON, "advice is to populate, and a page in the range is broken memory");
MEANS(madvise, EINVAL,
      "addr is not on a page boundary, or advice is unknown or not for memory of this kind");
MEANS(madvise, EIO,
      "advice is MADV_WILLNEED, and the process would have more memory than it may");
MEANS(madvise, ENOMEM, "part of the range is not mapped, or no memory is left for it");
MEANS(madvise, EPERM, "advice is MADV_HWPOISON, and the caller lacks CAP_SYS_ADMIN");
FAILS(posix_madvise, "nonzero result", EINVAL, ENOMEM);
MEANS(posix_madvise, EINVAL, "addr is not on a page boundary, or advice is unknown");
MEANS(posix_madvise, ENOMEM, "part of the range is not mapped");
FAILS(process_madvise, "-1 errno", EBADF, EFAULT, EINVAL, ENOMEM, EPERM, ESRCH);
MEANS(process_madvise, EBADF, "pid_fd is not an open descriptor of a process");
MEANS(process_madvise, EFAULT,
      "iov lies outside the memory of the caller, or a range in it not in that of the process");
MEANS(process_madvise, EINVAL,
      "flags is not 0, count is above 1024, or advice or a range in iov is not valid");
MEANS(process_madvise, ENOMEM, "part of a range is not mapped, or no memory is left for it");
MEANS(process_madvise, EPERM, "the caller may not look into the process as a debugger may");
MEANS(process_madvise, ESRCH, "the process has ended");
FAILS(process_mrelease, "-1 errno", EAGAIN, EBADF, EINVAL, ENOSYS, ESRCH);
MEANS(process_mrelease, EAGAIN, "only part of the memory could be released so far: call again");
MEANS(process_mrelease, EBADF, "pidfd is not an open descriptor of a process");
MEANS(process_mrelease, EINVAL,
      "flags is not 0, or the process was not killed, so that it keeps its memory");
MEANS(process_mrelease, ENOSYS, "the kernel was built without an MMU");
MEANS(process_mrelease, ESRCH, "the process has ended, and its memory is released");
FAILS(mincore, "-1 errno", EAGAIN, EINVAL, ENOMEM, memory(vec));
MEANS(mincore, EAGAIN, "the kernel lacks something at the moment");
MEANS(mincore, EINVAL, "start is not on a page boundary");
MEANS(mincore, ENOMEM, "part of the range is not mapped");
FAILS(remap_file_pages, "-1 errno", EINVAL);
MEANS(remap_file_pages, EINVAL,
      "start is in no mapping with MAP_SHARED, prot is not 0, or size or pgoff is not valid");
FAILS(memfd_create, "-1 errno", EINVAL, EMFILE, ENFILE, ENOMEM, EPERM, memory(name));
MEANS(memfd_create, EINVAL, "flags holds an unknown bit, or name is longer than 249 bytes");
MEANS(memfd_create, ENODEV, "flags asks for huge pages of a size that the system does not have");
MEANS(memfd_create, EPERM, "flags has MFD_HUGETLB, and the caller may not have huge pages");
FAILS(shm_open, "-1 errno", EACCES, EEXIST, EINVAL, EMFILE, ENAMETOOLONG, ENFILE, ENOENT);
MEANS(shm_open, EACCES, "the object's permissions forbid this access");
MEANS(shm_open, EEXIST, "oflag has O_CREAT and O_EXCL, and the object exists");
MEANS(shm_open, EINVAL,
      "name is empty, has a slash that is not its first character, or is far too long");
MEANS(shm_open, ENAMETOOLONG, "name is longer than 255 bytes");
MEANS(shm_open, ENOENT, "no object has this name, and oflag lacks O_CREAT");
FAILS(shm_unlink, "-1 errno", EACCES, ENAMETOOLONG, ENOENT);
MEANS(shm_unlink, EACCES, "the object is not the caller's to remove");
MEANS(shm_unlink, ENAMETOOLONG, "name is longer than 255 bytes");
#ifdef __GLIBC__
MEANS(shm_unlink, ENOENT, "no object has this name, or name is not valid");
#else
MEANS(shm_unlink, EINVAL, "name is empty, only a slash, or has one in the middle");
MEANS(shm_unlink, ENOENT, "no object has this name");
#endif
FAILS(pkey_alloc, "-1 errno", EINVAL, ENOSPC, pkeys(the kernel));
MEANS(pkey_alloc, EINVAL,
      "flags is not 0, access_rights is unknown, or the processor has no protection keys");
MEANS(pkey_alloc, ENOSPC, "all protection keys are allocated, or there are none");
FAILS(pkey_free, "-1 errno", EINVAL);
MEANS(pkey_free, EINVAL, "key is not allocated");
/* Where pkey_alloc fails since the processor has no keys, these two raise SIGILL. */
FAILS(pkey_get, "-1 errno", EINVAL, pkeys(the C library));
MEANS(pkey_get, EINVAL, "key is not within 0 to 15");
FAILS(pkey_set, "-1 errno", EINVAL, pkeys(the C library));
MEANS(pkey_set, EINVAL, "key is not within 0 to 15, or access_rights holds an unknown bit");

/* <sys/ipc.h>; a key may be -1. */
GROUP(ipcget, EACCES,
      "the one with this key does not permit it, and the caller lacks CAP_IPC_OWNER")
GROUP(ipcget, EEXIST, "$ has IPC_CREAT and IPC_EXCL, and there is one with this key")
GROUP(ipcget, ENOENT, "there is none with this key, and $ lacks IPC_CREAT")
GROUP(ipc, EACCES, "the permissions of $ forbid it, and the caller lacks CAP_IPC_OWNER")
GROUP(ipc, EIDRM, "$ was removed")
GROUP(ipcctl, EINVAL, "$ is not the number of one, or cmd is unknown")
GROUP(ipcctl, EPERM, "the caller is neither owner nor maker of $, and lacks CAP_SYS_ADMIN")

FAILS(ftok, "-1 errno, clear, blocks", ENOMEM, EOVERFLOW, path(pathname));
MEANS(ftok, EOVERFLOW, "the file's size or number does not fit: use 64-bit offsets");

/* <sys/shm.h> */
FAILS(shmget, "-1 errno", EINVAL, ENFILE, ENOMEM, ENOSPC, EPERM, ipcget(shmflg));
MEANS(shmget, EINVAL,
      "size is 0, above /proc/sys/kernel/shmmax, or above that of the segment there is");
MEANS(shmget, ENOSPC, "the system has as many segments or as much shared memory as it may");
MEANS(shmget, EPERM, "shmflg has SHM_HUGETLB, and the caller may not have huge pages");
FAILS(shmat, "-1 errno", EINVAL, ENOMEM, ipc(the segment));
MEANS(shmat, EINVAL,
      "shmid is not the number of a segment, or shmaddr is not on a page boundary or not free");
FAILS(shmdt, "-1 errno", EINVAL);
MEANS(shmdt, EINVAL, "no segment is attached at shmaddr");
FAILS(shmctl, "-1 errno", ENOMEM, EOVERFLOW, ipc(the segment), ipcctl(shmid), memory(buf));
MEANS(shmctl, ENOMEM, "cmd is SHM_LOCK, and more would be locked than RLIMIT_MEMLOCK allows");
MEANS(shmctl, EOVERFLOW, "cmd is IPC_STAT, and a user's or group's number does not fit into buf");

/* <sys/sem.h> */
GROUP(semops, E2BIG, "nsops is above the third number in /proc/sys/kernel/sem (SEMOPM)")
GROUP(semops, EFBIG, "a sem_num in $ is not below the number of semaphores in the set")
GROUP(semops, ENOMEM, "a sem_flg in $ has SEM_UNDO, and the kernel has no memory to remember it")
GROUP(semops, ERANGE, "a semaphore would rise above 32767 (SEMVMX)")

FAILS(semget, "-1 errno", EINVAL, ENOMEM, ENOSPC, ipcget(semflg));
MEANS(semget, EINVAL,
      "nsems is negative, 0 for a new set, above SEMMSL, or above that of the set there is");
MEANS(semget, ENOSPC, "the system has as many sets or semaphores as it may");
FAILS(semop, "-1 errno, eintr=retry, blocks", EAGAIN, EINTR, EINVAL, ipc(the set), memory(sops),
      semops(sops));
MEANS(semop, EAGAIN, "an operation would have to wait, and its sem_flg has IPC_NOWAIT");
MEANS(semop, EINVAL, "semid is not the number of a set, or nsops is 0");
FAILS(semtimedop, "-1 errno, eintr=timeout:4, blocks", EAGAIN, EINTR, EINVAL, ipc(the set),
      memory(sops or timeout), semops(sops));
MEANS(semtimedop, EAGAIN,
      "the timeout ended, or an operation with IPC_NOWAIT would have to wait");
MEANS(semtimedop, EINVAL,
      "semid is not the number of a set, nsops is 0, or timeout is no valid time");
FAILS(semctl, "-1 errno", ERANGE, ipc(the set), ipcctl(semid), memory(the fourth argument));
MEANS(semctl, EINVAL,
      "semid is not the number of a set, semnum not that of a semaphore in it, or cmd is unknown");
MEANS(semctl, ERANGE, "a value for a semaphore is negative or above 32767 (SEMVMX)");

/* <sys/msg.h> */
FAILS(msgget, "-1 errno", ENOMEM, ENOSPC, ipcget(msgflg));
MEANS(msgget, ENOSPC, "the system has as many message queues as /proc/sys/kernel/msgmni allows");
FAILS(msgsnd, "-1 errno, eintr=retry, blocks", EAGAIN, EINTR, EINVAL, ENOMEM, ipc(the queue),
      memory(msgp));
MEANS(msgsnd, EAGAIN, "the queue is full, and msgflg has IPC_NOWAIT");
MEANS(msgsnd, EINTR, "a signal handler ran before the queue had room");
MEANS(msgsnd, EINVAL,
      "msqid is not the number of a queue, mtype is not positive, or msgsz is above msgmax");
FAILS(msgrcv, "-1 errno, eintr=retry, blocks", E2BIG, EINTR, EINVAL, ENOMSG, ENOSYS,
      ipc(the queue), memory(msgp));
MEANS(msgrcv, E2BIG, "the message is longer than msgsz, and msgflg lacks MSG_NOERROR");
MEANS(msgrcv, EINTR, "a signal handler ran before a message came");
MEANS(msgrcv, EINVAL,
      "msqid is not the number of a queue, msgsz is negative, or MSG_COPY is without IPC_NOWAIT");
MEANS(msgrcv, ENOMSG, "msgflg has IPC_NOWAIT, and the queue has no message of the type msgtyp");
MEANS(msgrcv, ENOSYS,
      "msgflg has MSG_COPY, and the kernel was built without CONFIG_CHECKPOINT_RESTORE");
FAILS(msgctl, "-1 errno", ipc(the queue), ipcctl(msqid), memory(buf));
MEANS(msgctl, EPERM,
      "the caller may not change msqid, or not let it grow beyond /proc/sys/kernel/msgmnb");

/* <mqueue.h>; the times are points on a clock. */
GROUP(queue, EBADF, "$ is not an open message queue")
GROUP(sends, EAGAIN, "the queue is full, and $ is non-blocking")
GROUP(sends, EBADF, "$ is not a message queue that is open for sending")
GROUP(sends, EINTR, "a signal handler ran before the queue had room")
GROUP(sends, EMSGSIZE, "msg_len is greater than the queue's mq_msgsize")
GROUP(receives, EAGAIN, "the queue is empty, and $ is non-blocking")
GROUP(receives, EBADF, "$ is not a message queue that is open for receiving")
GROUP(receives, EINTR, "a signal handler ran before a message came")
GROUP(receives, EMSGSIZE, "msg_len is less than the queue's mq_msgsize")

FAILS(mq_open, "-1 errno", EACCES, EEXIST, EINVAL, EMFILE, ENAMETOOLONG, ENFILE, ENOENT, ENOMEM,
      ENOSPC);
MEANS(mq_open, EACCES, "the queue's permissions forbid this access, or name has a second slash");
MEANS(mq_open, EEXIST, "oflag has O_CREAT and O_EXCL, and the queue exists");
MEANS(mq_open, EINVAL,
      "name does not begin with a slash, or mq_maxmsg or mq_msgsize is 0 or more than allowed");
MEANS(mq_open, EFAULT, "the attributes lie outside the memory of the process");
MEANS(mq_open, EMFILE,
      "the process has as many descriptors, or the user as many bytes of queues, as it may");
MEANS(mq_open, ENAMETOOLONG, "name is longer than a slash and 255 bytes");
MEANS(mq_open, ENOENT, "no queue has this name and oflag lacks O_CREAT, or name is a slash only");
MEANS(mq_open, ENOSPC, "the system has as many queues as /proc/sys/fs/mqueue/queues_max allows");
FAILS(mq_close, "-1 errno, eintr=never, blocks", queue(mqdes));
FAILS(mq_unlink, "-1 errno", EACCES, ENAMETOOLONG, ENOENT);
MEANS(mq_unlink, EACCES, "the queue is not the caller's to remove, or name has a second slash");
MEANS(mq_unlink, EINVAL, "name does not begin with a slash");
MEANS(mq_unlink, ENAMETOOLONG, "name is longer than a slash and 255 bytes");
MEANS(mq_unlink, ENOENT, "no queue has this name");
FAILS(mq_getattr, "-1 errno", queue(mqdes));
MEANS(mq_getattr, EFAULT, "mqstat lies outside the memory of the process");
FAILS(mq_setattr, "-1 errno", EINVAL, queue(mqdes));
MEANS(mq_setattr, EFAULT, "mqstat or omqstat lies outside the memory of the process");
MEANS(mq_setattr, EINVAL, "mq_flags of mqstat holds a bit other than O_NONBLOCK");
FAILS(mq_notify, "-1 errno", EBUSY, EINVAL, ENOMEM, queue(mqdes));
MEANS(mq_notify, EBUSY,
      "a process, perhaps this one, waits for a notification of this queue already");
MEANS(mq_notify, EINVAL,
      "sigev_notify of notification is unknown, or its sigev_signo is no signal");
FAILS(mq_send, "-1 errno, eintr=retry, blocks", EINVAL, sends(mqdes));
MEANS(mq_send, EFAULT, "msg_ptr lies outside the memory of the process");
MEANS(mq_send, EINVAL, "msg_prio is not below 32768 (MQ_PRIO_MAX)");
FAILS(mq_timedsend, "-1 errno, eintr=retry, blocks", EINVAL, ETIMEDOUT, sends(mqdes));
MEANS(mq_timedsend, EFAULT, "msg_ptr or abs_timeout lies outside the memory of the process");
MEANS(mq_timedsend, EINVAL,
      "abs_timeout is no valid time, or msg_prio is not below 32768 (MQ_PRIO_MAX)");
MEANS(mq_timedsend, ETIMEDOUT, "abs_timeout came before the queue had room");
FAILS(mq_receive, "-1 errno, eintr=retry, blocks", receives(mqdes));
MEANS(mq_receive, EFAULT, "msg_ptr or msg_prio lies outside the memory of the process");
FAILS(mq_timedreceive, "-1 errno, eintr=retry, blocks", EINVAL, ETIMEDOUT, receives(mqdes));
MEANS(mq_timedreceive, EFAULT, "a pointer leads outside the memory of the process");
MEANS(mq_timedreceive, EINVAL, "abs_timeout is no valid time");
MEANS(mq_timedreceive, ETIMEDOUT, "abs_timeout came before a message");

/* <aio.h>; glibc tells most of what is wrong with a request by aio_error, when the request has
 * ended. What aio_error returns is the state of the request, and not how it failed itself. */
GROUP(aio, EAGAIN, "the process has no thread or memory left for $")
GROUP(aio, ENOSYS, "the C library can't do $")
GROUP(aiorw, EINVAL,
      "aio_reqprio is not within 0 to 20, or aio_offset or aio_nbytes is not valid")

FAILS(aio_read, "-1 errno", EBADF, EOVERFLOW, aio(the request), aiorw(the request));
MEANS(aio_read, EBADF, "aio_fildes is not open for reading; glibc tells that by aio_error");
MEANS(aio_read, EOVERFLOW,
      "aio_offset is beyond the greatest offset of the file; glibc tells that by aio_error");
LIKE(aio_read64, aio_read);
FAILS(aio_write, "-1 errno", EBADF, EFBIG, aio(the request), aiorw(the request));
MEANS(aio_write, EBADF, "aio_fildes is not open for writing; glibc tells that by aio_error");
MEANS(aio_write, EFBIG,
      "aio_offset is beyond the greatest offset of the file; glibc tells that by aio_error");
LIKE(aio_write64, aio_write);
FAILS(aio_fsync, "-1 errno", EBADF, EINVAL, aio(the request));
MEANS(aio_fsync, EBADF, "aio_fildes is not an open descriptor");
MEANS(aio_fsync, EINVAL, "operation is neither O_SYNC nor O_DSYNC");
LIKE(aio_fsync64, aio_fsync);
NEVER_FAILS(aio_error);
NEVER_FAILS(aio_error64);
FAILS(aio_return, "-1 none");
LIKE(aio_return64, aio_return);
FAILS(aio_cancel, "-1 errno", EBADF, ENOSYS);
MEANS(aio_cancel, EBADF, "fildes is not an open descriptor");
MEANS(aio_cancel, EINVAL, "the descriptor in aiocbp is not fildes");
MEANS(aio_cancel, ENOSYS, "the C library can't cancel requests");
LIKE(aio_cancel64, aio_cancel);
/* glibc ends the process where the timeout is not a valid time. */
FAILS(aio_suspend, "-1 errno, eintr=timeout:3, blocks", EAGAIN, EINTR, ENOSYS);
MEANS(aio_suspend, EAGAIN, "the timeout ended before any of the requests");
MEANS(aio_suspend, EINTR, "a signal handler ran before any of the requests had ended");
MEANS(aio_suspend, EINVAL, "nent is negative");
MEANS(aio_suspend, ENOSYS, "the C library can't wait for requests");
LIKE(aio_suspend64, aio_suspend);
FAILS(lio_listio, "-1 errno, eintr=never, blocks", EAGAIN, EINTR, EINVAL, EIO);
MEANS(lio_listio, EAGAIN,
      "the process has no thread or memory left for a request; others may have begun");
MEANS(lio_listio, EINTR, "a signal handler ran before all requests had ended; they go on");
MEANS(lio_listio, EINVAL,
      "mode is neither LIO_WAIT nor LIO_NOWAIT, or nent is more than allowed");
MEANS(lio_listio, EIO, "a request failed, or could not begin: see aio_error of each");
LIKE(lio_listio64, lio_listio);
NEVER_FAILS(aio_init);
