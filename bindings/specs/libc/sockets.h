/* <sys/socket.h>, <netdb.h>, <arpa/inet.h>, <net/if.h>, <poll.h>, <sys/select.h> and the user
 * data bases */

/* Making sockets */
FAILS(socket, "-1 errno", EACCES, EAFNOSUPPORT, EINVAL, EMFILE, ENFILE, ENOBUFS, ENOMEM,
      EPROTONOSUPPORT);
MEANS(socket, EACCES, "the caller has no permission for this kind of socket");
MEANS(socket, EAFNOSUPPORT, "the kernel does not know this address family");
MEANS(socket, EINVAL, "the protocol or family is not known, or type holds an unknown flag");
MEANS(socket, EMFILE, "the process has as many open descriptors as it may");
MEANS(socket, ENFILE, "the system has as many open files as it may");
MEANS(socket, ENOBUFS, "there is not enough memory for the socket");
MEANS(socket, ENOMEM, "there is not enough memory for the socket");
MEANS(socket, EPROTONOSUPPORT, "the address family does not have this type or protocol");
FAILS(socketpair, "-1 errno", EAFNOSUPPORT, EFAULT, EMFILE, ENFILE, EOPNOTSUPP, EPROTONOSUPPORT);
MEANS(socketpair, EAFNOSUPPORT, "the kernel does not know this address family");
MEANS(socketpair, EFAULT, "sv lies outside the memory of the process");
MEANS(socketpair, EMFILE, "the process has as many open descriptors as it may");
MEANS(socketpair, ENFILE, "the system has as many open files as it may");
MEANS(socketpair, EOPNOTSUPP, "this protocol has no pairs");
MEANS(socketpair, EPROTONOSUPPORT, "the address family does not have this protocol");
FAILS(bind, "-1 errno", EACCES, EADDRINUSE, EADDRNOTAVAIL, EBADF, EFAULT, EINVAL, ELOOP,
      ENAMETOOLONG, ENOENT, ENOMEM, ENOTDIR, ENOTSOCK, EROFS);
MEANS(bind, EACCES,
      "the port is reserved for privileged processes, or a directory forbids the socket's file");
MEANS(bind, EADDRINUSE, "the address is in use already, or no free port is left");
MEANS(bind, EADDRNOTAVAIL, "no interface of this host has the address");
MEANS(bind, EBADF, "sockfd is not an open descriptor");
MEANS(bind, EFAULT, "addr lies outside the memory of the process");
MEANS(bind, EINVAL, "the socket has an address already, or addr is not one of its family");
MEANS(bind, ELOOP, "too many symbolic links on the way to the socket's file");
MEANS(bind, ENAMETOOLONG, "the path in addr is too long");
MEANS(bind, ENOENT, "a directory on the way to the socket's file does not exist");
MEANS(bind, ENOMEM, "the kernel has no memory for it");
MEANS(bind, ENOTDIR, "a name on the way to the socket's file is not a directory");
MEANS(bind, ENOTSOCK, "sockfd is not a socket");
MEANS(bind, EROFS, "the socket's file would be on a read-only file system");
FAILS(listen, "-1 errno", EADDRINUSE, EBADF, ENOTSOCK, EOPNOTSUPP);
MEANS(listen, EADDRINUSE, "another socket listens on this port, or no free port is left");
MEANS(listen, EBADF, "sockfd is not an open descriptor");
MEANS(listen, ENOTSOCK, "sockfd is not a socket");
MEANS(listen, EOPNOTSUPP, "a socket of this type can't listen");
FAILS(accept, "-1 errno, eintr=retry, blocks", EAGAIN, EBADF, ECONNABORTED, EFAULT, EINTR,
      EINVAL, EMFILE, ENFILE, ENOBUFS, ENOMEM, ENOTSOCK, EOPNOTSUPP, EPERM, EPROTO);
MEANS(accept, EAGAIN, "sockfd is non-blocking, and nobody wants to connect now");
MEANS(accept, EBADF, "sockfd is not an open descriptor");
MEANS(accept, ECONNABORTED, "the connection was given up before it could be accepted");
MEANS(accept, EFAULT, "addr can't be written to");
MEANS(accept, EINTR, "a signal handler ran before a connection came");
MEANS(accept, EINVAL, "sockfd is not listening, or addrlen is negative");
MEANS(accept, EMFILE, "the process has as many open descriptors as it may");
MEANS(accept, ENFILE, "the system has as many open files as it may");
MEANS(accept, ENOBUFS, "the socket's share of memory is used up");
MEANS(accept, ENOMEM, "the socket's share of memory is used up");
MEANS(accept, ENOTSOCK, "sockfd is not a socket");
MEANS(accept, EOPNOTSUPP, "a socket of this type has no connections");
MEANS(accept, EPERM, "a firewall rule forbids it");
MEANS(accept, EPROTO, "the protocol failed");
FAILS(accept4, "-1 errno, eintr=retry, blocks", EAGAIN, EBADF, ECONNABORTED, EFAULT, EINTR,
      EINVAL, EMFILE, ENFILE, ENOBUFS, ENOMEM, ENOTSOCK, EOPNOTSUPP, EPERM, EPROTO);
/* After EINTR the connection is still being made: wait until the socket is writable. */
FAILS(connect, "-1 errno, eintr=never, blocks", EACCES, EADDRINUSE, EADDRNOTAVAIL, EAFNOSUPPORT,
      EAGAIN, EALREADY, EBADF, ECONNREFUSED, EFAULT, EINPROGRESS, EINTR, EISCONN, ENETUNREACH,
      ENOTSOCK, EPERM, EPROTOTYPE, ETIMEDOUT);
MEANS(connect, EACCES,
      "the socket's file or a firewall forbids it, or a broadcast address without SO_BROADCAST");
MEANS(connect, EADDRINUSE, "the local address is in use already");
MEANS(connect, EADDRNOTAVAIL, "no local port is left for the connection");
MEANS(connect, EAFNOSUPPORT, "addr is not of the socket's address family");
MEANS(connect, EAGAIN, "no local port is left, or the listener's queue is full (Unix sockets)");
MEANS(connect, EALREADY, "the socket is non-blocking, and an earlier connect has not ended");
MEANS(connect, EBADF, "sockfd is not an open descriptor");
MEANS(connect, ECONNREFUSED, "nobody listens at this address");
MEANS(connect, EFAULT, "addr lies outside the memory of the process");
MEANS(connect, EINPROGRESS,
      "the socket is non-blocking: the connection is being made, wait until it is writable");
MEANS(connect, EINTR, "a signal handler ran: the connection is still being made");
MEANS(connect, EISCONN, "the socket is connected already");
MEANS(connect, ENETUNREACH, "no route leads to this network");
MEANS(connect, ENOTSOCK, "sockfd is not a socket");
MEANS(connect, EPERM, "a firewall forbids it, or a broadcast address without SO_BROADCAST");
MEANS(connect, EPROTOTYPE, "the socket at this address is of another type (Unix sockets)");
MEANS(connect, ETIMEDOUT, "nobody answered in time");
FAILS(shutdown, "-1 errno", EBADF, EINVAL, ENOTCONN, ENOTSOCK);
MEANS(shutdown, EBADF, "sockfd is not an open descriptor");
MEANS(shutdown, EINVAL, "how is none of SHUT_RD, SHUT_WR and SHUT_RDWR");
MEANS(shutdown, ENOTCONN, "the socket is not connected");
MEANS(shutdown, ENOTSOCK, "sockfd is not a socket");

/* Sending and receiving */
FAILS(send, "-1 errno, eintr=retry, blocks", EACCES, EAGAIN, EALREADY, EBADF, ECONNRESET,
      EDESTADDRREQ, EFAULT, EINTR, EINVAL, EISCONN, EMSGSIZE, ENOBUFS, ENOMEM, ENOTCONN,
      ENOTSOCK, EOPNOTSUPP, EPIPE);
MEANS(send, EACCES, "the socket's file forbids it, or a broadcast address without SO_BROADCAST");
MEANS(send, EAGAIN,
      "the socket is non-blocking and can't take more now, or no local port is left");
MEANS(send, EALREADY, "another fast open is under way");
MEANS(send, EBADF, "sockfd is not an open descriptor");
MEANS(send, ECONNRESET, "the other side reset the connection");
MEANS(send, EDESTADDRREQ, "the socket is not connected, and no address was given");
MEANS(send, EFAULT, "an argument points outside the memory of the process");
MEANS(send, EINTR, "a signal handler ran before anything was sent");
MEANS(send, EINVAL, "an argument is not valid");
MEANS(send, EISCONN, "the socket is connected, but an address was given all the same");
MEANS(send, EMSGSIZE, "the message is too long to be sent in one piece");
MEANS(send, ENOBUFS, "the interface's queue is full");
MEANS(send, ENOMEM, "the kernel has no memory for it");
MEANS(send, ENOTCONN, "the socket is not connected, and has to be");
MEANS(send, ENOTSOCK, "sockfd is not a socket");
MEANS(send, EOPNOTSUPP, "flags holds a bit that this type of socket does not know");
MEANS(send, EPIPE, "this side of the connection was shut down");
FAILS(sendto, "-1 errno, eintr=retry, blocks", EACCES, EAGAIN, EALREADY, EBADF, ECONNRESET,
      EDESTADDRREQ, EFAULT, EINTR, EINVAL, EISCONN, EMSGSIZE, ENOBUFS, ENOMEM, ENOTCONN,
      ENOTSOCK, EOPNOTSUPP, EPIPE);
MEANS(sendto, EACCES,
      "the socket's file forbids it, or a broadcast address without SO_BROADCAST");
MEANS(sendto, EAGAIN,
      "the socket is non-blocking and can't take more now, or no local port is left");
MEANS(sendto, EALREADY, "another fast open is under way");
MEANS(sendto, EBADF, "sockfd is not an open descriptor");
MEANS(sendto, ECONNRESET, "the other side reset the connection");
MEANS(sendto, EDESTADDRREQ, "the socket is not connected, and no address was given");
MEANS(sendto, EFAULT, "an argument points outside the memory of the process");
MEANS(sendto, EINTR, "a signal handler ran before anything was sent");
MEANS(sendto, EINVAL, "an argument is not valid");
MEANS(sendto, EISCONN, "the socket is connected, but an address was given all the same");
MEANS(sendto, EMSGSIZE, "the message is too long to be sent in one piece");
MEANS(sendto, ENOBUFS, "the interface's queue is full");
MEANS(sendto, ENOMEM, "the kernel has no memory for it");
MEANS(sendto, ENOTCONN, "the socket is not connected, and has to be");
MEANS(sendto, ENOTSOCK, "sockfd is not a socket");
MEANS(sendto, EOPNOTSUPP, "flags holds a bit that this type of socket does not know");
MEANS(sendto, EPIPE, "this side of the connection was shut down");
FAILS(sendmsg, "-1 errno, eintr=retry, blocks", EACCES, EAGAIN, EALREADY, EBADF, ECONNRESET,
      EDESTADDRREQ, EFAULT, EINTR, EINVAL, EISCONN, EMSGSIZE, ENOBUFS, ENOMEM, ENOTCONN,
      ENOTSOCK, EOPNOTSUPP, EPIPE);
MEANS(sendmsg, EACCES,
      "the socket's file forbids it, or a broadcast address without SO_BROADCAST");
MEANS(sendmsg, EAGAIN,
      "the socket is non-blocking and can't take more now, or no local port is left");
MEANS(sendmsg, EALREADY, "another fast open is under way");
MEANS(sendmsg, EBADF, "sockfd is not an open descriptor");
MEANS(sendmsg, ECONNRESET, "the other side reset the connection");
MEANS(sendmsg, EDESTADDRREQ, "the socket is not connected, and no address was given");
MEANS(sendmsg, EFAULT, "an argument points outside the memory of the process");
MEANS(sendmsg, EINTR, "a signal handler ran before anything was sent");
MEANS(sendmsg, EINVAL, "an argument is not valid");
MEANS(sendmsg, EISCONN, "the socket is connected, but an address was given all the same");
MEANS(sendmsg, EMSGSIZE, "the message is too long to be sent in one piece");
MEANS(sendmsg, ENOBUFS, "the interface's queue is full");
MEANS(sendmsg, ENOMEM, "the kernel has no memory for it");
MEANS(sendmsg, ENOTCONN, "the socket is not connected, and has to be");
MEANS(sendmsg, ENOTSOCK, "sockfd is not a socket");
MEANS(sendmsg, EOPNOTSUPP, "flags holds a bit that this type of socket does not know");
MEANS(sendmsg, EPIPE, "this side of the connection was shut down");
FAILS(sendmmsg, "-1 errno, eintr=retry, blocks", EACCES, EAGAIN, EALREADY, EBADF, ECONNRESET,
      EDESTADDRREQ, EFAULT, EINTR, EINVAL, EISCONN, EMSGSIZE, ENOBUFS, ENOMEM, ENOTCONN,
      ENOTSOCK, EOPNOTSUPP, EPIPE);
FAILS(recv, "-1 errno, eintr=retry, blocks", EAGAIN, EBADF, ECONNREFUSED, EFAULT, EINTR, EINVAL,
      ENOMEM, ENOTCONN, ENOTSOCK);
MEANS(recv, EAGAIN,
      "the socket is non-blocking and nothing has come, or its timeout for receiving has passed");
MEANS(recv, EBADF, "sockfd is not an open descriptor");
MEANS(recv, ECONNREFUSED, "the other side refused the connection");
MEANS(recv, EFAULT, "a buffer lies outside the memory of the process");
MEANS(recv, EINTR, "a signal handler ran before anything came");
MEANS(recv, EINVAL, "an argument is not valid");
MEANS(recv, ENOMEM, "the kernel has no memory for it");
MEANS(recv, ENOTCONN, "the socket is not connected, and has to be");
MEANS(recv, ENOTSOCK, "sockfd is not a socket");
FAILS(recvfrom, "-1 errno, eintr=retry, blocks", EAGAIN, EBADF, ECONNREFUSED, EFAULT, EINTR,
      EINVAL, ENOMEM, ENOTCONN, ENOTSOCK);
MEANS(recvfrom, EAGAIN,
      "the socket is non-blocking and nothing has come, or its timeout for receiving has passed");
MEANS(recvfrom, EBADF, "sockfd is not an open descriptor");
MEANS(recvfrom, ECONNREFUSED, "the other side refused the connection");
MEANS(recvfrom, EFAULT, "a buffer lies outside the memory of the process");
MEANS(recvfrom, EINTR, "a signal handler ran before anything came");
MEANS(recvfrom, EINVAL, "an argument is not valid");
MEANS(recvfrom, ENOMEM, "the kernel has no memory for it");
MEANS(recvfrom, ENOTCONN, "the socket is not connected, and has to be");
MEANS(recvfrom, ENOTSOCK, "sockfd is not a socket");
FAILS(recvmsg, "-1 errno, eintr=retry, blocks", EAGAIN, EBADF, ECONNREFUSED, EFAULT, EINTR,
      EINVAL, ENOMEM, ENOTCONN, ENOTSOCK);
MEANS(recvmsg, EAGAIN,
      "the socket is non-blocking and nothing has come, or its timeout for receiving has passed");
MEANS(recvmsg, EBADF, "sockfd is not an open descriptor");
MEANS(recvmsg, ECONNREFUSED, "the other side refused the connection");
MEANS(recvmsg, EFAULT, "a buffer lies outside the memory of the process");
MEANS(recvmsg, EINTR, "a signal handler ran before anything came");
MEANS(recvmsg, EINVAL, "an argument is not valid");
MEANS(recvmsg, ENOMEM, "the kernel has no memory for it");
MEANS(recvmsg, ENOTCONN, "the socket is not connected, and has to be");
MEANS(recvmsg, ENOTSOCK, "sockfd is not a socket");
FAILS(recvmmsg, "-1 errno, eintr=timeout:5, blocks", EAGAIN, EBADF, ECONNREFUSED, EFAULT, EINTR,
      EINVAL, ENOMEM, ENOTCONN, ENOTSOCK);

/* Asking sockets */
FAILS(getsockopt, "-1 errno", EBADF, EFAULT, EINVAL, ENOPROTOOPT, ENOTSOCK);
MEANS(getsockopt, EBADF, "sockfd is not an open descriptor");
MEANS(getsockopt, EFAULT, "optval or optlen lies outside the memory of the process");
MEANS(getsockopt, EINVAL, "optlen is not valid for this option");
MEANS(getsockopt, ENOPROTOOPT, "the level does not know this option");
MEANS(getsockopt, ENOTSOCK, "sockfd is not a socket");
FAILS(setsockopt, "-1 errno", EBADF, EFAULT, EINVAL, ENOPROTOOPT, ENOTSOCK);
MEANS(setsockopt, EBADF, "sockfd is not an open descriptor");
MEANS(setsockopt, EFAULT, "optval lies outside the memory of the process");
MEANS(setsockopt, EINVAL, "optlen or the value is not valid for this option");
MEANS(setsockopt, ENOPROTOOPT, "the level does not know this option");
MEANS(setsockopt, ENOTSOCK, "sockfd is not a socket");
FAILS(getsockname, "-1 errno", EBADF, EFAULT, EINVAL, ENOBUFS, ENOTSOCK);
FAILS(getpeername, "-1 errno", EBADF, EFAULT, EINVAL, ENOBUFS, ENOTCONN, ENOTSOCK);
FAILS(sockatmark, "-1 errno", EBADF, EINVAL);
FAILS(isfdtype, "-1 errno", EBADF);

/* <poll.h>, <sys/select.h> */
FAILS(poll, "-1 errno, eintr=timeout:3ms, blocks", EFAULT, EINTR, EINVAL, ENOMEM);
MEANS(poll, EFAULT, "fds lies outside the memory of the process");
MEANS(poll, EINTR, "a signal handler ran before anything happened");
MEANS(poll, EINVAL, "nfds is greater than the number of descriptors that the process may have");
MEANS(poll, ENOMEM, "the kernel has no memory for it");
FAILS(ppoll, "-1 errno, eintr=timeout:3, blocks", EFAULT, EINTR, EINVAL, ENOMEM);
MEANS(ppoll, EFAULT, "fds, tmo_p or sigmask lies outside the memory of the process");
MEANS(ppoll, EINTR, "a signal handler ran before anything happened");
MEANS(ppoll, EINVAL, "nfds is greater than the process's limit, or tmo_p is not a valid time");
MEANS(ppoll, ENOMEM, "the kernel has no memory for it");
FAILS(select, "-1 errno, eintr=timeout:5, blocks", EBADF, EINTR, EINVAL, ENOMEM);
MEANS(select, EBADF, "a descriptor in one of the sets is not open");
MEANS(select, EINTR, "a signal handler ran before anything happened");
MEANS(select, EINVAL,
      "nfds is negative or beyond the process's limit, or timeout is not a valid time");
MEANS(select, ENOMEM, "the kernel has no memory for it");
FAILS(pselect, "-1 errno, eintr=timeout:5, blocks", EBADF, EINTR, EINVAL, ENOMEM);
MEANS(pselect, EBADF, "a descriptor in one of the sets is not open");
MEANS(pselect, EINTR, "a signal handler ran before anything happened");
MEANS(pselect, EINVAL,
      "nfds is negative or beyond the process's limit, or timeout is not a valid time");
MEANS(pselect, ENOMEM, "the kernel has no memory for it");

/* <netdb.h>; gethostbyname and its like leave their code in h_errno. */
FAILS(getaddrinfo, "nonzero result/EAI_, blocks", EAI_ADDRFAMILY, EAI_AGAIN, EAI_BADFLAGS,
      EAI_FAIL, EAI_FAMILY, EAI_MEMORY, EAI_NODATA, EAI_NONAME, EAI_SERVICE, EAI_SOCKTYPE,
      EAI_SYSTEM);
MEANS(getaddrinfo, EAI_ADDRFAMILY, "the host has no address in the family that hints asks for");
MEANS(getaddrinfo, EAI_AGAIN, "the name server could not answer at the moment: try again later");
MEANS(getaddrinfo, EAI_BADFLAGS, "hints has flags that are not valid");
MEANS(getaddrinfo, EAI_FAIL, "the name server says that it can't answer");
MEANS(getaddrinfo, EAI_FAMILY, "hints asks for an address family that is not known");
MEANS(getaddrinfo, EAI_MEMORY, "there is not enough memory");
MEANS(getaddrinfo, EAI_NODATA, "the host exists, but has no addresses");
MEANS(getaddrinfo, EAI_NONAME, "the host or the service is not known, or neither was given");
MEANS(getaddrinfo, EAI_SERVICE, "the service does not exist for this type of socket");
MEANS(getaddrinfo, EAI_SOCKTYPE,
      "hints asks for a type of socket that is not known, or not together with its protocol");
MEANS(getaddrinfo, EAI_SYSTEM, "the system refused something: errno has the code");
FAILS(getnameinfo, "nonzero result/EAI_, blocks", EAI_AGAIN, EAI_BADFLAGS, EAI_FAIL, EAI_FAMILY,
      EAI_MEMORY, EAI_NONAME, EAI_OVERFLOW, EAI_SYSTEM);
NEVER_FAILS(freeaddrinfo);
NEVER_FAILS(gai_strerror);
NEVER_FAILS(hstrerror);
NEVER_FAILS(herror);
FAILS(gethostbyname, "NULL none, blocks");
FAILS(gethostbyname2, "NULL none, blocks");
FAILS(gethostbyaddr, "NULL none, blocks");
FAILS(gethostbyname_r, "nonzero result, blocks", ERANGE);
FAILS(gethostbyname2_r, "nonzero result, blocks", ERANGE);
FAILS(gethostbyaddr_r, "nonzero result, blocks", ERANGE);

/* <arpa/inet.h>; inet_pton answers 0 for a text that is no address. */
FAILS(inet_pton, "-1 errno", EAFNOSUPPORT);
FAILS(inet_ntop, "NULL errno", EAFNOSUPPORT, ENOSPC);
MEANS(inet_ntop, EAFNOSUPPORT, "af is neither AF_INET nor AF_INET6");
MEANS(inet_ntop, ENOSPC, "the text needs more than size bytes");
FAILS(inet_aton, "0 none");
FAILS(inet_addr, "-1 none");
NEVER_FAILS(inet_ntoa);
NEVER_FAILS(htonl);
NEVER_FAILS(htons);
NEVER_FAILS(ntohl);
NEVER_FAILS(ntohs);

/* <net/if.h>, <ifaddrs.h> */
FAILS(if_nametoindex, "0 errno", ENODEV);
MEANS(if_nametoindex, ENODEV, "no interface has this name");
FAILS(if_indextoname, "NULL errno", ENXIO);
MEANS(if_indextoname, ENXIO, "no interface has this index");
FAILS(if_nameindex, "NULL errno", ENOBUFS);
NEVER_FAILS(if_freenameindex);
NEVER_FAILS(freeifaddrs);
FAILS(getifaddrs, "-1 errno", EMFILE, ENFILE, ENOBUFS, ENOMEM);

/* <pwd.h>, <grp.h>; NULL without a code means that there is no such entry, or no more. */
FAILS(getpwnam, "NULL errno, clear, blocks", EINTR, EIO, EMFILE, ENFILE, ENOMEM, ERANGE);
FAILS(getpwuid, "NULL errno, clear, blocks", EINTR, EIO, EMFILE, ENFILE, ENOMEM, ERANGE);
FAILS(getpwent, "NULL errno, clear, blocks", EINTR, EIO, EMFILE, ENFILE, ENOMEM, ERANGE);
FAILS(getgrnam, "NULL errno, clear, blocks", EINTR, EIO, EMFILE, ENFILE, ENOMEM, ERANGE);
FAILS(getgrgid, "NULL errno, clear, blocks", EINTR, EIO, EMFILE, ENFILE, ENOMEM, ERANGE);
FAILS(getgrent, "NULL errno, clear, blocks", EINTR, EIO, EMFILE, ENFILE, ENOMEM, ERANGE);
FAILS(getpwnam_r, "nonzero result, blocks", EINTR, EIO, EMFILE, ENFILE, ENOMEM, ERANGE);
FAILS(getpwuid_r, "nonzero result, blocks", EINTR, EIO, EMFILE, ENFILE, ENOMEM, ERANGE);
FAILS(getgrnam_r, "nonzero result, blocks", EINTR, EIO, EMFILE, ENFILE, ENOMEM, ERANGE);
FAILS(getgrgid_r, "nonzero result, blocks", EINTR, EIO, EMFILE, ENFILE, ENOMEM, ERANGE);
NEVER_FAILS(setpwent);
NEVER_FAILS(endpwent);
NEVER_FAILS(setgrent);
NEVER_FAILS(endgrent);
FAILS(getgrouplist, "-1 none, blocks");
FAILS(initgroups, "-1 errno, blocks", ENOMEM, EPERM);
FAILS(setgroups, "-1 errno", EFAULT, EINVAL, ENOMEM, EPERM);
