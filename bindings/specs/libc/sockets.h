/* <sys/socket.h>, <poll.h>, <sys/select.h>, <net/if.h>, <ifaddrs.h>, <arpa/inet.h>,
 * <netinet/in.h>, <netinet/ether.h> */

/* What asks for a new socket. */
GROUP(kind, EACCES, "the caller may not make this kind of socket")
GROUP(kind, EAFNOSUPPORT, "$ is no address family that the kernel knows")
GROUP(kind, EINVAL,
      "type is no type of socket or holds an unknown flag, or protocol is out of range")
GROUP(kind, ENOBUFS, "the kernel has no memory for the socket")
GROUP(kind, EPERM, "such sockets need CAP_NET_RAW, which the caller lacks")
GROUP(kind, EPROTONOSUPPORT, "$ has no such protocol, or not for this type of socket")
GROUP(kind, ESOCKTNOSUPPORT, "$ has no sockets of this type")

/* A Unix socket's address leads to a file. */
GROUP(local, ELOOP, "there are too many symbolic links on the way to the path in $")
GROUP(local, ENAMETOOLONG, "a name in the path in $ is longer than the file system takes")
GROUP(local, ENOENT, "the path in $ or a directory on the way does not exist")
GROUP(local, ENOTDIR, "a name on the way to the path in $ is not that of a directory")

/* An address that the kernel writes, with its length. */
GROUP(answer, EFAULT, "addr or $ lies outside the memory of the process")
GROUP(answer, EINVAL, "$ points to a negative length")
GROUP(answer, ENOBUFS, "the kernel has no memory for it")

/* The way through the network; what went wrong earlier is told by the next call, too. */
GROUP(network, EHOSTUNREACH, "no route leads to $, or a router says so")
GROUP(network, ENETDOWN, "the interface that leads to $ is down")
GROUP(network, ENETUNREACH, "no route leads to the network of $")

GROUP(sending, EACCES,
      "the socket's file or a route forbids it, or a broadcast address without SO_BROADCAST")
GROUP(sending, EAGAIN,
      "nothing more can be taken now and the call may not wait, or no local port is left")
GROUP(sending, EALREADY, "flags has MSG_FASTOPEN, but a connection is being made already")
GROUP(sending, ECONNREFUSED, "nobody receives at the other side's address")
GROUP(sending, ECONNRESET, "the other side reset the connection")
GROUP(sending, EDESTADDRREQ, "the socket is not connected, and no address was given")
GROUP(sending, EFAULT, "$ lies outside the memory of the process")
GROUP(sending, EINTR, "a signal handler ran before anything was sent")
GROUP(sending, EINVAL,
      "the address or its length is not valid, or a route drops what is sent there")
GROUP(sending, EISCONN,
      "the socket is connected, but an address was given or flags has MSG_FASTOPEN")
GROUP(sending, EMSGSIZE, "the message is too long to be sent in one piece")
GROUP(sending, ENOBUFS,
      "the interface's queue is full, or the kernel has no memory for the message")
GROUP(sending, ENOTCONN, "the socket is not connected, and has to be")
GROUP(sending, EOPNOTSUPP,
      "flags holds a bit that this type of socket does not know, or the socket takes no address")
GROUP(sending, EPIPE,
      "this side was shut down, or the other side closed the connection; SIGPIPE was sent, too")
GROUP(sending, ETIMEDOUT, "the other side did not acknowledge what was sent in time")

/* The other side's address. */
GROUP(addressed, EAFNOSUPPORT, "$ is not of the socket's address family")
GROUP(addressed, EPROTOTYPE, "the socket at $ is of another type (Unix sockets)")

GROUP(receiving, EAGAIN, "nothing has come and the call may not wait, or its timeout has passed")
GROUP(receiving, ECONNREFUSED, "nobody receives at the address that the socket sent to")
GROUP(receiving, ECONNRESET,
      "the other side reset the connection, or closed it without reading all")
GROUP(receiving, EFAULT, "$ lies outside the memory of the process")
GROUP(receiving, EINTR, "a signal handler ran before anything came")
GROUP(receiving, EINVAL, "fd is in no state to receive, or MSG_OOB finds no such byte")
GROUP(receiving, ENOBUFS, "the kernel had no memory for what came, and dropped it")
GROUP(receiving, ENOTCONN, "the socket is not connected, and has to be")
GROUP(receiving, EOPNOTSUPP, "flags holds a bit that this type of socket does not know")
GROUP(receiving, ETIMEDOUT, "the other side stopped answering")

/* Making sockets */
FAILS(socket, "-1 errno", EMFILE, ENFILE, ENOMEM, kind(domain));
FAILS(socketpair, "-1 errno", EFAULT, EMFILE, ENFILE, ENOMEM, EOPNOTSUPP, kind(domain));
MEANS(socketpair, EFAULT, "fds lies outside the memory of the process");
MEANS(socketpair, EOPNOTSUPP, "sockets of domain don't come in pairs");
FAILS(bind, "-1 errno", EACCES, EADDRINUSE, EADDRNOTAVAIL, EAFNOSUPPORT, EINVAL, ENODEV, ENOMEM,
      EROFS, local(addr), memory(addr), socket(fd));
MEANS(bind, EACCES,
      "the port needs CAP_NET_BIND_SERVICE, or a directory on the way to the path forbids it");
MEANS(bind, EADDRINUSE,
      "the address is in use or the path exists already, or no free port is left");
MEANS(bind, EADDRNOTAVAIL, "no interface of this host has the address");
MEANS(bind, EAFNOSUPPORT, "addr is not of the socket's address family");
MEANS(bind, EINVAL,
      "the socket has an address already, or addr or len is not right for its family");
MEANS(bind, ENODEV, "sin6_scope_id or the interface in addr is that of no interface");
MEANS(bind, EPERM, "the file system does not let sockets be made at the path");
FAILS(listen, "-1 errno", EADDRINUSE, EINVAL, EOPNOTSUPP, socket(fd));
MEANS(listen, EADDRINUSE, "another socket listens on this port, or no free port is left");
MEANS(listen, EINVAL, "the socket is connected, or is a Unix socket without an address");
MEANS(listen, EOPNOTSUPP, "a socket of this type can't listen");
FAILS(accept, "-1 errno, eintr=retry, blocks", EAGAIN, ECONNABORTED, EHOSTDOWN, EINTR, EINVAL,
      EMFILE, ENFILE, ENOMEM, ENONET, ENOPROTOOPT, EOPNOTSUPP, EPERM, EPROTO, answer(addr_len),
      network(the other side), socket(fd));
MEANS(accept, EAGAIN, "the socket is non-blocking or has a timeout, and nobody has connected");
MEANS(accept, ECONNABORTED, "the connection was given up before it could be accepted");
MEANS(accept, EHOSTDOWN, "the other side is down");
MEANS(accept, EINTR, "a signal handler ran before a connection came");
MEANS(accept, EINVAL, "fd is not listening, or addr_len points to a negative length");
MEANS(accept, ENONET, "the host is on no network");
MEANS(accept, ENOPROTOOPT, "the new connection has an error of its protocol");
MEANS(accept, EOPNOTSUPP, "a socket of this type has no connections");
MEANS(accept, EPERM, "a firewall rule forbids it");
MEANS(accept, EPROTO, "the new connection has an error of its protocol");
LIKE(accept4, accept);
MEANS(accept4, EINVAL,
      "fd is not listening, flags holds an unknown bit, or addr_len points to a negative length");
/* After EINTR the connection is still being made: wait until the socket is writable. */
FAILS(connect, "-1 errno, eintr=never, blocks", EACCES, EADDRINUSE, EADDRNOTAVAIL, EAGAIN,
      EALREADY, ECONNREFUSED, ECONNRESET, EINPROGRESS, EINTR, EINVAL, EISCONN, ENOBUFS,
      EOPNOTSUPP, EPERM, ETIMEDOUT, addressed(addr), local(addr), memory(addr), network(addr),
      socket(fd));
MEANS(connect, EACCES,
      "the socket's file or a firewall forbids it, or a broadcast address without SO_BROADCAST");
MEANS(connect, EADDRINUSE, "the local address is in use already");
MEANS(connect, EADDRNOTAVAIL, "no local port is left for the connection");
MEANS(connect, EAGAIN, "no local port is left, or the listener's queue is full (Unix sockets)");
MEANS(connect, EALREADY, "the socket is non-blocking, and an earlier connect has not ended");
MEANS(connect, ECONNREFUSED,
      "nobody listens at this address, or the path is not that of a socket");
MEANS(connect, ECONNRESET, "the other side reset the connection");
MEANS(connect, EINPROGRESS,
      "the socket is non-blocking: the connection is being made, wait until it is writable");
MEANS(connect, EINTR, "a signal handler ran: the connection is still being made");
MEANS(connect, EINVAL, "len is not right for the address family, or addr is not valid in it");
MEANS(connect, EISCONN, "the socket is connected already, or is listening");
MEANS(connect, ENOBUFS, "the kernel has no memory for it");
MEANS(connect, EOPNOTSUPP, "a socket of this type can't be connected");
MEANS(connect, EPERM, "a firewall rule forbids it");
MEANS(connect, ETIMEDOUT, "nobody answered in time");
FAILS(shutdown, "-1 errno", EINVAL, ENOTCONN, socket(fd));
MEANS(shutdown, EINVAL, "how is none of SHUT_RD, SHUT_WR and SHUT_RDWR");
MEANS(shutdown, ENOTCONN, "the socket is not connected");
MEANS(shutdown, EOPNOTSUPP, "a socket of this type can't be shut down");

/* Sending and receiving */
FAILS(send, "-1 errno, eintr=retry, blocks", ENOMEM, network(the other side), sending(buf),
      socket(fd));
FAILS(sendto, "-1 errno, eintr=retry, blocks", ENOMEM, addressed(addr), local(addr),
      network(addr), sending(buf or addr), socket(fd));
FAILS(sendmsg, "-1 errno, eintr=retry, blocks", EBADF, EINVAL, ENOMEM, EPERM, ESRCH, ETOOMANYREFS,
      addressed(msg_name), local(msg_name), network(msg_name),
      sending(message or what it points to), socket(fd));
MEANS(sendmsg, EBADF, "fd, or a descriptor that message shall carry (SCM_RIGHTS), is not open");
MEANS(sendmsg, EINVAL, "the address, a length or the control data in message is not valid");
MEANS(sendmsg, EMSGSIZE,
      "the message is too long to be sent in one piece, or msg_iovlen is beyond IOV_MAX (1024)");
MEANS(sendmsg, ENOBUFS,
      "msg_controllen or the interface's queue is too long, or the kernel has no memory for it");
MEANS(sendmsg, EPERM,
      "the credentials in message are not the caller's, or a firewall forbids it");
MEANS(sendmsg, ESRCH, "the credentials in message are those of no process");
MEANS(sendmsg, ETOOMANYREFS,
      "the user has as many descriptors under way (SCM_RIGHTS) as RLIMIT_NOFILE allows");
LIKE(sendmmsg, sendmsg);
FAILS(recv, "-1 errno, eintr=retry, blocks", ENOMEM, network(the other side), receiving(buf),
      socket(fd));
FAILS(recvfrom, "-1 errno, eintr=retry, blocks", ENOMEM, network(the other side),
      receiving(buf or addr or addr_len), socket(fd));
MEANS(recvfrom, EINVAL,
      "fd is in no state to receive, MSG_OOB finds no such byte, or addr_len is negative");
FAILS(recvmsg, "-1 errno, eintr=retry, blocks", EMSGSIZE, ENOMEM, network(the other side),
      receiving(message or what it points to), socket(fd));
MEANS(recvmsg, EINVAL,
      "fd is in no state to receive, MSG_OOB finds no such byte, or a length is not valid");
MEANS(recvmsg, EMSGSIZE, "msg_iovlen is beyond IOV_MAX (1024)");
FAILS(recvmmsg, "-1 errno, eintr=timeout:5, blocks", EMSGSIZE, ENOMEM, network(the other side),
      receiving(vmessages or what it points to or tmo), socket(fd));
MEANS(recvmmsg, EINVAL, "tmo is not a valid time, or what recvmsg says EINVAL for");
MEANS(recvmmsg, EMSGSIZE, "msg_iovlen is beyond IOV_MAX (1024)");
NEVER_FAILS(__cmsg_nxthdr);

/* Asking sockets */
FAILS(getsockopt, "-1 errno", EFAULT, EINVAL, ENOPROTOOPT, ENOTCONN, EOPNOTSUPP, socket(fd));
MEANS(getsockopt, EFAULT, "optval or optlen lies outside the memory of the process");
MEANS(getsockopt, EINVAL,
      "optlen points to a length that is not valid, or optname is unknown at this level");
MEANS(getsockopt, ENOPROTOOPT, "the level does not know optname");
MEANS(getsockopt, ENOTCONN, "optname is about a connection, and the socket is not connected");
MEANS(getsockopt, EOPNOTSUPP, "the socket has no such level");
FAILS(setsockopt, "-1 errno", EADDRINUSE, EADDRNOTAVAIL, EDOM, EINVAL, EISCONN, ENOBUFS, ENODEV,
      ENOMEM, ENOPROTOOPT, EOPNOTSUPP, EPERM, memory(optval), socket(fd));
MEANS(setsockopt, EADDRINUSE, "the socket is a member of the multicast group already");
MEANS(setsockopt, EADDRNOTAVAIL, "the socket is not a member of the multicast group");
MEANS(setsockopt, EDOM, "the microseconds of a timeout are not within a second");
MEANS(setsockopt, EINVAL, "optlen or the value is not valid for optname");
MEANS(setsockopt, EISCONN, "optname can't be changed once the socket is connected");
MEANS(setsockopt, ENOBUFS, "the socket has as many multicast memberships or sources as it may");
MEANS(setsockopt, ENODEV, "the value names no interface");
MEANS(setsockopt, ENOENT, "the value names nothing that exists (an algorithm or a filter)");
MEANS(setsockopt, ENOPROTOOPT, "the level does not know optname, or it can only be read");
MEANS(setsockopt, EOPNOTSUPP, "the socket has no such level, or optname is not for its type");
MEANS(setsockopt, EPERM,
      "optname or this value of it needs CAP_NET_ADMIN, which the caller lacks");
MEANS(setsockopt, EPROTO, "optname is not for connected types of sockets");
FAILS(getsockname, "-1 errno", answer(len), socket(fd));
FAILS(getpeername, "-1 errno", ENOTCONN, answer(len), socket(fd));
MEANS(getpeername, ENOTCONN, "the socket is not connected");
FAILS(sockatmark, "-1 errno", ENOTTY, fd(fd));
MEANS(sockatmark, ENOTTY, "fd is not a socket, or of a type that knows no mark");
MEANS(sockatmark, EOPNOTSUPP, "a Unix socket of this type knows no mark");
/* glibc restores errno after the fstat that failed. */
FAILS(isfdtype, "-1 none");

/* <poll.h>, <sys/select.h>; glibc itself reads the timeout: a bad pointer there is SIGSEGV. */
FAILS(poll, "-1 errno, eintr=timeout:3ms, blocks", EINTR, EINVAL, ENOMEM, memory(fds));
MEANS(poll, EINTR, "a signal handler ran before anything happened");
MEANS(poll, EINVAL, "nfds is greater than the number of descriptors that the process may have");
/* With a mask the signal is what ends the wait, so ppoll and pselect are not called again. */
FAILS(ppoll, "-1 errno, eintr=never, blocks", EINTR, EINVAL, ENOMEM, memory(fds or ss));
MEANS(ppoll, EINTR, "a signal handler ran before anything happened");
MEANS(ppoll, EINVAL,
      "nfds is beyond the process's limit, or timeout is negative or no valid time");
FAILS(select, "-1 errno, eintr=timeout:5, blocks", EBADF, EINTR, EINVAL, ENOMEM);
MEANS(select, EBADF, "a descriptor in one of the sets is not open");
MEANS(select, EFAULT, "one of the sets lies outside the memory of the process");
MEANS(select, EINTR, "a signal handler ran before anything happened");
MEANS(select, EINVAL, "nfds is negative, or timeout is");
FAILS(pselect, "-1 errno, eintr=never, blocks", EBADF, EINTR, EINVAL, ENOMEM);
MEANS(pselect, EBADF, "a descriptor in one of the sets is not open");
MEANS(pselect, EINTR, "a signal handler ran before anything happened");
MEANS(pselect, EFAULT, "one of the sets or sigmask lies outside the memory of the process");
MEANS(pselect, EINVAL, "nfds or timeout is negative, or timeout is no valid time");

/* <net/if.h>, <ifaddrs.h>; glibc says ENOENT whyever it got no socket to ask with. */
#ifdef __GLIBC__
FAILS(if_nametoindex, "0 errno", ENODEV);
FAILS(if_indextoname, "NULL errno", ENXIO);
MEANS(if_nametoindex, ENOENT, "no socket could be made to ask the kernel with");
MEANS(if_indextoname, ENOENT, "no socket could be made to ask the kernel with");
FAILS(if_nameindex, "NULL errno", EMFILE, ENFILE, ENOBUFS);
#else
FAILS(if_nametoindex, "0 errno", EMFILE, ENFILE, ENODEV, ENOMEM);
FAILS(if_indextoname, "NULL errno", EMFILE, ENFILE, ENOMEM, ENXIO);
FAILS(if_nameindex, "NULL errno", ENOBUFS);
#endif
MEANS(if_nametoindex, ENODEV, "no interface has the name ifname");
MEANS(if_indextoname, ENXIO, "no interface has the index ifindex");
MEANS(if_nameindex, ENOBUFS, "no memory is left, or the kernel did not answer");
FAILS(getifaddrs, "-1 errno", EMFILE, ENFILE, ENOBUFS, ENOMEM);
MEANS(getifaddrs, ENOBUFS, "the kernel has no memory for its answer");
NEVER_FAILS(if_freenameindex);
NEVER_FAILS(freeifaddrs);

/* <arpa/inet.h>; inet_pton answers 0 for a text that is no address. The -1 of inet_addr and of
 * inet_network is 255.255.255.255, too: inet_aton tells them apart. */
FAILS(inet_pton, "-1 errno", EAFNOSUPPORT);
MEANS(inet_pton, EAFNOSUPPORT, "af is neither AF_INET nor AF_INET6");
FAILS(inet_ntop, "NULL errno", EAFNOSUPPORT, ENOSPC);
MEANS(inet_ntop, EAFNOSUPPORT, "af is neither AF_INET nor AF_INET6");
MEANS(inet_ntop, ENOSPC, "the text needs more than len bytes");
FAILS(inet_net_pton, "-1 errno", EAFNOSUPPORT, EMSGSIZE, ENOENT);
MEANS(inet_net_pton, EAFNOSUPPORT, "af is not AF_INET");
MEANS(inet_net_pton, EMSGSIZE,
      "the network needs more than len bytes, or cp asks for more than 32 bits");
MEANS(inet_net_pton, ENOENT, "cp is not the text of a network");
FAILS(inet_net_ntop, "NULL errno", EAFNOSUPPORT, EMSGSIZE);
MEANS(inet_net_ntop, EAFNOSUPPORT, "af is not AF_INET");
MEANS(inet_net_ntop, EINVAL, "bits is not from 0 to 32");
MEANS(inet_net_ntop, EMSGSIZE, "the text needs more than len bytes");
FAILS(inet_neta, "NULL errno", EMSGSIZE);
MEANS(inet_neta, EMSGSIZE, "the text needs more than len bytes");
FAILS(inet_aton, "0 none");
FAILS(inet_addr, "-1 none");
FAILS(inet_network, "-1 none");
FAILS(inet_nsap_addr, "0 none");
NEVER_FAILS(inet_nsap_ntoa);
NEVER_FAILS(inet_ntoa);
NEVER_FAILS(inet_makeaddr);
NEVER_FAILS(inet_lnaof);
NEVER_FAILS(inet_netof);
NEVER_FAILS(htonl);
NEVER_FAILS(htons);
NEVER_FAILS(ntohl);
NEVER_FAILS(ntohs);

/* <netinet/in.h> */
FAILS(bindresvport, "-1 errno", EACCES, EADDRINUSE, EAFNOSUPPORT, EINVAL, socket(sockfd));
MEANS(bindresvport, EACCES, "the caller lacks CAP_NET_BIND_SERVICE");
MEANS(bindresvport, EADDRINUSE, "all reserved ports from 512 to 1023 are in use");
MEANS(bindresvport, EAFNOSUPPORT, "sock_in is not NULL, and its sin_family is not AF_INET");
MEANS(bindresvport, EINVAL, "the socket has an address already");
FAILS(getipv4sourcefilter, "-1 errno", EADDRNOTAVAIL, EINVAL, ENODEV, ENOMEM, socket(s));
MEANS(getipv4sourcefilter, EADDRNOTAVAIL,
      "the socket is not a member of the group on this interface");
MEANS(getipv4sourcefilter, EINVAL, "group is not a multicast address");
MEANS(getipv4sourcefilter, ENODEV, "no interface has the address interface_addr");
FAILS(setipv4sourcefilter, "-1 errno", EADDRNOTAVAIL, EINVAL, ENOBUFS, ENODEV, ENOMEM, socket(s));
MEANS(setipv4sourcefilter, EADDRNOTAVAIL,
      "the socket is not a member of the group on this interface");
MEANS(setipv4sourcefilter, EINVAL,
      "group is no multicast address or not the socket's, or fmode is unknown");
MEANS(setipv4sourcefilter, ENOBUFS,
      "numsrc is greater than the kernel allows (net.ipv4.igmp_max_msf)");
MEANS(setipv4sourcefilter, ENODEV, "no interface has the address interface_addr");
LIKE(getsourcefilter, getipv4sourcefilter);
MEANS(getsourcefilter, EINVAL,
      "group is not a multicast address, or of an unknown address family");
MEANS(getsourcefilter, ENODEV, "no interface has the index interface_addr");
LIKE(setsourcefilter, setipv4sourcefilter);
MEANS(setsourcefilter, EADDRNOTAVAIL,
      "the socket is not a member of the group there, or group is of an unknown address family");
MEANS(setsourcefilter, EINVAL,
      "group or grouplen is not right, group is not the socket's, or fmode is unknown");
MEANS(setsourcefilter, ENODEV, "no interface has the index interface_addr");
/* The ones that look for an option or the next one answer the end of the header with -1, too. */
FAILS(inet6_opt_init, "-1 none");
FAILS(inet6_opt_append, "-1 none");
FAILS(inet6_opt_finish, "-1 none");
FAILS(inet6_opt_next, "-1 none");
FAILS(inet6_opt_find, "-1 none");
NEVER_FAILS(inet6_opt_set_val);
NEVER_FAILS(inet6_opt_get_val);
FAILS(inet6_option_init, "-1 none");
FAILS(inet6_option_append, "-1 none");
FAILS(inet6_option_alloc, "NULL none");
FAILS(inet6_option_next, "-1 none");
FAILS(inet6_option_find, "-1 none");
NEVER_FAILS(inet6_option_space);
FAILS(inet6_rth_space, "0 none");
FAILS(inet6_rth_init, "NULL none");
FAILS(inet6_rth_add, "-1 none");
FAILS(inet6_rth_reverse, "-1 none");
FAILS(inet6_rth_segments, "-1 none");
FAILS(inet6_rth_getaddr, "NULL none");

/* <netinet/ether.h>; a host that /etc/ethers does not have is a failure, too. */
FAILS(ether_aton, "NULL none");
FAILS(ether_aton_r, "NULL none");
NEVER_FAILS(ether_ntoa);
NEVER_FAILS(ether_ntoa_r);
FAILS(ether_line, "nonzero none");
FAILS(ether_hostton, "nonzero none, blocks");
FAILS(ether_ntohost, "nonzero none, blocks");
