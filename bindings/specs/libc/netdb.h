/* <netdb.h>, <rpc/netdb.h>: the names of hosts, networks, protocols, services and RPC programs,
 * from the sources that nsswitch.conf names; commands on other hosts */

EACH_MEANS(TRY_AGAIN, "the name server did not answer, or failed for the moment: try again later")
EACH_MEANS(EAI_AGAIN, "the name server did not answer, or failed for the moment: try again later")
EACH_MEANS(EAI_FAIL, "the name server refuses to answer")
EACH_MEANS(EAI_MEMORY, "no memory is left for it")
EACH_MEANS(EAI_SYSTEM, "the system refused something")
#ifdef __GLIBC__
EACH_MEANS(NETDB_INTERNAL, "the C library or the system failed")
#endif

GROUP(host, HOST_NOT_FOUND, "no host is known by $")
GROUP(host, NO_DATA, "the host exists, but has no address of the kind that is asked for")
GROUP(host, NO_RECOVERY, "$ can't be asked for, or the name server refuses to answer")

/* What getaddrinfo finds wrong with its arguments, or with those in a gaicb. */
GROUP(hints, EAI_BADFLAGS, "ai_flags in $ holds an unknown bit, or AI_CANONNAME without a name")
GROUP(hints, EAI_FAMILY, "ai_family in $ is none of AF_UNSPEC, AF_INET and AF_INET6")
GROUP(hints, EAI_NODATA, "the host exists, but has no address of the family in $")
GROUP(hints, EAI_NONAME,
      "the host is not known, a text is not the number it has to be, or no name was given")
GROUP(hints, EAI_SERVICE, "no service of this name goes with the type of socket in $")
#ifdef __GLIBC__
GROUP(hints, EAI_ADDRFAMILY, "the host has no address of the family in $, only others")
GROUP(hints, EAI_SOCKTYPE, "ai_socktype in $ is unknown, or does not go with its ai_protocol")
#endif

/* A file that a source of entries is; that an entry is not there leaves no code. */
GROUP(source, ENOENT, "$ does not exist, and no other source has answered")

/* The caller's room for an entry, and the end of them. */
GROUP(room, ERANGE, "$ is too small for the entry: call again with more room")
GROUP(next, ENOENT, "no entry is left")
GROUP(next, ERANGE, "$ is too small for the entry: call again with more room")

/* Addresses of hosts and services */
FAILS(getaddrinfo, "nonzero result/EAI_, errno=EAI_SYSTEM, blocks", EAI_AGAIN, EAI_FAIL,
      EAI_MEMORY, EAI_SYSTEM, hints(req));
#ifdef __GLIBC__
MEANS(getaddrinfo, EAI_IDN_ENCODE,
      "ai_flags has AI_IDN, but name can't be encoded for the name server");
#endif
NEVER_FAILS(freeaddrinfo);
NEVER_FAILS(gai_strerror);
FAILS(getnameinfo, "nonzero result/EAI_, errno=EAI_SYSTEM, blocks", EAI_AGAIN, EAI_BADFLAGS,
      EAI_FAIL, EAI_FAMILY, EAI_MEMORY, EAI_NONAME, EAI_OVERFLOW, EAI_SYSTEM);
MEANS(getnameinfo, EAI_BADFLAGS, "flags holds an unknown bit");
MEANS(getnameinfo, EAI_FAMILY,
      "sa is of an unknown address family, or salen is too small for it");
MEANS(getnameinfo, EAI_NONAME,
      "flags has NI_NAMEREQD and no name is known, or nothing is asked for");
MEANS(getnameinfo, EAI_OVERFLOW, "hostlen or servlen is too small for the text");
FAILS(getaddrinfo_a, "nonzero result/EAI_, errno=EAI_SYSTEM, blocks", EAI_AGAIN, EAI_MEMORY,
      EAI_SYSTEM);
MEANS(getaddrinfo_a, EAI_AGAIN, "a look-up could not be queued: gai_error tells which");
MEANS(getaddrinfo_a, EAI_SYSTEM, "mode is neither GAI_WAIT nor GAI_NOWAIT");
FAILS(gai_suspend, "nonzero result/EAI_, blocks", EAI_AGAIN, EAI_ALLDONE, EAI_INTR);
MEANS(gai_suspend, EAI_AGAIN, "the timeout ended before any look-up did");
MEANS(gai_suspend, EAI_ALLDONE, "list holds no look-up that is under way");
MEANS(gai_suspend, EAI_INTR, "a signal handler ran, perhaps that of a look-up that ended");
NEVER_FAILS(gai_error); /* what it returns is how the look-up stands */
/* Its other results say that the look-up is taken back, or has ended. */
FAILS(gai_cancel, "EAI_NOTCANCELED result/EAI_", EAI_NOTCANCELED);
MEANS(gai_cancel, EAI_NOTCANCELED, "the look-up has begun, and can't be taken back");

/* Hosts; an _r function answers 0 with NULL in result if there is no such host: see h_errnop. */
#ifdef __GLIBC__
FAILS(gethostbyname, "NULL h_errno, errno=NETDB_INTERNAL, blocks", NETDB_INTERNAL, TRY_AGAIN,
      host(name));
FAILS(gethostbyaddr, "NULL h_errno, errno=NETDB_INTERNAL, blocks", NETDB_INTERNAL, TRY_AGAIN,
      host(addr));
MEANS(gethostbyaddr, NETDB_INTERNAL,
      "type is unknown, len does not go with it, or the system failed");
FAILS(gethostbyname_r, "nonzero result, blocks", EAGAIN, EMFILE, ENFILE, ENOMEM, room(buf));
FAILS(gethostbyaddr_r, "nonzero result, blocks", EAGAIN, EMFILE, ENFILE, ENOMEM, room(buf));
MEANS(gethostbyname2_r, EAFNOSUPPORT, "af is neither AF_INET nor AF_INET6");
MEANS(gethostbyaddr_r, EAFNOSUPPORT,
      "type is neither AF_INET nor AF_INET6, or len does not go with it");
FAILS(gethostent, "NULL errno, clear, blocks", EMFILE, ENFILE, ENOMEM, source(/etc/hosts));
FAILS(gethostent_r, "nonzero result, blocks", EMFILE, ENFILE, next(buf));
#else
FAILS(gethostbyname, "NULL h_errno, blocks", TRY_AGAIN, host(name));
FAILS(gethostbyaddr, "NULL h_errno, blocks", NO_RECOVERY, TRY_AGAIN);
MEANS(gethostbyaddr, NO_RECOVERY,
      "type is unknown, len does not go with it, or no memory is left");
FAILS(gethostbyname_r, "nonzero result, blocks", EAGAIN, EBADMSG, EMFILE, ENFILE, ENOENT, ENOMEM,
      room(buf));
MEANS(gethostbyname_r, EBADMSG, "the name server refuses to answer");
MEANS(gethostbyname_r, ENOENT, "no host is known by name");
FAILS(gethostbyaddr_r, "nonzero result, blocks", EAGAIN, EINVAL, room(buf));
MEANS(gethostbyaddr_r, EINVAL,
      "type is neither AF_INET nor AF_INET6, or len does not go with it");
NEVER_FAILS(gethostent);
#endif
MEANS(gethostbyname_r, EAGAIN, "the name server did not answer, or failed for the moment");
MEANS(gethostbyaddr_r, EAGAIN, "a source of names failed for the moment: try again later");
LIKE(gethostbyname2, gethostbyname);
LIKE(gethostbyname2_r, gethostbyname_r);
NEVER_FAILS(sethostent);
NEVER_FAILS(endhostent);
NEVER_FAILS(hstrerror);
NEVER_FAILS(herror);
NEVER_FAILS(__h_errno_location);

/* Services, protocols, networks, RPC programs; NULL without a code means that there is no such
 * entry, or no more. musl has lists of its own or none, and leaves no code. */
#ifdef __GLIBC__
FAILS(getservbyname, "NULL errno, clear, blocks", EMFILE, ENFILE, ENOMEM, source(/etc/services));
FAILS(getprotobyname, "NULL errno, clear, blocks", EMFILE, ENFILE, ENOMEM,
      source(/etc/protocols));
FAILS(getnetbyname, "NULL errno, clear, blocks", EMFILE, ENFILE, ENOMEM, source(/etc/networks));
MEANS(getnetbyname, ECONNREFUSED, "no name server can be asked");
FAILS(getservbyname_r, "nonzero result, blocks", EMFILE, ENFILE, ENOMEM, room(buf),
      source(/etc/services));
LIKE(getservbyport, getservbyname);
LIKE(getprotobynumber, getprotobyname);
LIKE(getnetbyaddr, getnetbyname);
FAILS(getservent, "NULL errno, clear, blocks", EMFILE, ENFILE, ENOMEM, source(/etc/services));
FAILS(getprotoent, "NULL errno, clear, blocks", EMFILE, ENFILE, ENOMEM, source(/etc/protocols));
FAILS(getnetent, "NULL errno, clear, blocks", EMFILE, ENFILE, ENOMEM, source(/etc/networks));
#else
NEVER_FAILS(getservbyname);
NEVER_FAILS(getservbyport);
NEVER_FAILS(getservent);
NEVER_FAILS(getprotobyname);
NEVER_FAILS(getprotobynumber);
NEVER_FAILS(getprotoent);
NEVER_FAILS(getnetbyname);
NEVER_FAILS(getnetbyaddr);
NEVER_FAILS(getnetent);
FAILS(getservbyname_r, "nonzero result", EINVAL, ENOENT, ENOMEM, room(buf));
MEANS(getservbyname_r, EINVAL, "proto is neither NULL nor \"tcp\" nor \"udp\"");
MEANS(getservbyname_r, ENOENT, "there is no such service");
#endif
LIKE(getservbyport_r, getservbyname_r);
FAILS(getprotobyname_r, "nonzero result, blocks", EMFILE, ENFILE, ENOMEM, room(buf),
      source(/etc/protocols));
LIKE(getprotobynumber_r, getprotobyname_r);
FAILS(getnetbyname_r, "nonzero result, blocks", EMFILE, ENFILE, ENOMEM, room(buf),
      source(/etc/networks));
MEANS(getnetbyname_r, ECONNREFUSED, "no name server can be asked");
LIKE(getnetbyaddr_r, getnetbyname_r);
FAILS(getrpcbyname, "NULL errno, clear, blocks", EMFILE, ENFILE, ENOMEM, source(/etc/rpc));
LIKE(getrpcbynumber, getrpcbyname);
FAILS(getrpcbyname_r, "nonzero result, blocks", EMFILE, ENFILE, ENOMEM, room(buffer),
      source(/etc/rpc));
LIKE(getrpcbynumber_r, getrpcbyname_r);
FAILS(getrpcent, "NULL errno, clear, blocks", EMFILE, ENFILE, ENOMEM, source(/etc/rpc));
FAILS(getservent_r, "nonzero result, blocks", next(buf));
LIKE(getprotoent_r, getservent_r);
FAILS(getnetent_r, "nonzero result, blocks", EMFILE, ENFILE, next(buf));
FAILS(getrpcent_r, "nonzero result, blocks", next(buffer));
NEVER_FAILS(setservent);
NEVER_FAILS(endservent);
NEVER_FAILS(setprotoent);
NEVER_FAILS(endprotoent);
NEVER_FAILS(setnetent);
NEVER_FAILS(endnetent);
NEVER_FAILS(setrpcent);
NEVER_FAILS(endrpcent);

/* Network groups; their end leaves no code. innetgr answers whether. */
FAILS(setnetgrent, "0 none, blocks");
FAILS(getnetgrent, "0 errno, clear, blocks", ERANGE);
MEANS(getnetgrent, ERANGE,
      "the entry needs more than the C library's 1024 bytes: call getnetgrent_r");
FAILS(getnetgrent_r, "0 errno, clear, blocks", room(buffer));
FAILS(innetgr, "never, blocks");
NEVER_FAILS(endnetgrent);

/* Commands on other hosts: what went wrong is written to stderr alone. */
FAILS(rcmd, "-1 none, blocks");
LIKE(rcmd_af, rcmd);
LIKE(rexec, rcmd);
LIKE(rexec_af, rcmd);
FAILS(ruserok, "-1 none, blocks");
LIKE(ruserok_af, ruserok);
LIKE(iruserok, ruserok);
LIKE(iruserok_af, ruserok);
FAILS(rresvport, "-1 errno", EACCES, EAGAIN, EMFILE, ENFILE, ENOBUFS, ENOMEM);
MEANS(rresvport, EACCES, "ports below 1024 need CAP_NET_BIND_SERVICE, which the caller lacks");
MEANS(rresvport, EAGAIN, "all ports from alport down to 512 are in use");
MEANS(rresvport, ENOBUFS, "the kernel has no memory for the socket");
LIKE(rresvport_af, rresvport);
MEANS(rresvport_af, EAFNOSUPPORT, "af is neither AF_INET nor AF_INET6");
