/*
 * <winsock2.h>, <ws2tcpip.h>: sockets and names. The codes are WSAGetLastError's, which is the
 * thread's last-error value. The EAI_ of <ws2tcpip.h>, and HOST_NOT_FOUND and its like, are
 * other names of the same numbers.
 */
EACH_MEANS(WSANOTINITIALISED, "no WSAStartup has succeeded, or WSACleanup has undone it")
EACH_MEANS(WSAENETDOWN, "the network subsystem of this computer has failed")
EACH_MEANS(WSAEINPROGRESS,
           "a blocking call of Winsock 1.1, or a callback, is still under way in this thread")
EACH_MEANS(WSAEINTR, "WSACancelBlockingCall, or closing the socket, ended the wait")
EACH_MEANS(WSAEMFILE, "the process has as many sockets as it may")
EACH_MEANS(WSAENOBUFS, "the system has no buffer space or no queue left for it")
EACH_MEANS(WSA_NOT_ENOUGH_MEMORY, "no memory is left")
EACH_MEANS(WSA_IO_PENDING, "it goes on in the background, and lpOverlapped tells of its end")
EACH_MEANS(WSA_OPERATION_ABORTED, "the operation was cancelled, or its socket was closed")
EACH_MEANS(WSATRY_AGAIN, "the name server did not answer, or failed for now: try again later")
EACH_MEANS(WSANO_RECOVERY, "the name server refuses to answer, or has no valid answer")

/* What every call needs, and one on the socket $. */
GROUP(ws_ready, WSANOTINITIALISED, "no WSAStartup has succeeded, or WSACleanup has undone it")
GROUP(ws_ready, WSAENETDOWN, "the network subsystem of this computer has failed")
GROUP(ws_ready, WSAEINPROGRESS,
      "a blocking call of Winsock 1.1, or a callback, is still under way in this thread")
GROUP(ws_socket, WSANOTINITIALISED, "no WSAStartup has succeeded, or WSACleanup has undone it")
GROUP(ws_socket, WSAENETDOWN, "the network subsystem of this computer has failed")
GROUP(ws_socket, WSAEINPROGRESS,
      "a blocking call of Winsock 1.1, or a callback, is still under way in this thread")
GROUP(ws_socket, WSAENOTSOCK, "$ is no open socket, though perhaps a handle of something else")
GROUP(ws_fault, WSAEFAULT, "$ lies outside the memory of the process, or is too short")

/* What asks for a new socket. */
GROUP(ws_kind, WSAEAFNOSUPPORT, "$ is no address family that this computer has")
GROUP(ws_kind, WSAEACCES, "a raw socket needs an administrator, which the caller is not")
GROUP(ws_kind, WSAEINVAL, "$, type or protocol is out of range, or does not go with the others")
GROUP(ws_kind, WSAEINVALIDPROCTABLE, "the provider of this protocol gave no valid functions")
GROUP(ws_kind, WSAEINVALIDPROVIDER, "the provider of this protocol is of another version")
GROUP(ws_kind, WSAEPROTONOSUPPORT, "protocol is not known, or not for this family")
GROUP(ws_kind, WSAEPROTOTYPE, "protocol does not go with type")
GROUP(ws_kind, WSAEPROVIDERFAILEDINIT, "the provider of this protocol can't be loaded")
GROUP(ws_kind, WSAESOCKTNOSUPPORT, "$ has no sockets of this type")

/* The way to the other side, whose address is $. */
GROUP(ws_connects, WSAEACCES, "the address is a broadcast address, and SO_BROADCAST is not set")
GROUP(ws_connects, WSAEADDRINUSE, "the local address of the socket is in use already")
GROUP(ws_connects, WSAEADDRNOTAVAIL,
      "$ is no address that can be connected to, such as 0.0.0.0")
GROUP(ws_connects, WSAEAFNOSUPPORT, "$ is not of the socket's address family")
GROUP(ws_connects, WSAEALREADY,
      "the socket does not block, and an earlier connect has not ended")
GROUP(ws_connects, WSAECONNREFUSED, "nobody listens at the address in $")
GROUP(ws_connects, WSAEFAULT, "$ lies outside the memory of the process, or is too short")
GROUP(ws_connects, WSAEHOSTUNREACH, "no route leads to the host in $")
GROUP(ws_connects, WSAEINVAL, "the socket is listening, or $ is no valid address")
GROUP(ws_connects, WSAEISCONN, "the socket is connected already")
GROUP(ws_connects, WSAENETUNREACH, "no route leads to the network of $")
GROUP(ws_connects, WSAETIMEDOUT, "nobody answered in time")
GROUP(ws_connects, WSAEWOULDBLOCK,
      "the socket does not block: the connection is being made, wait until it is writable")

GROUP(ws_sends, WSAEACCES, "the address is a broadcast address, and SO_BROADCAST is not set")
GROUP(ws_sends, WSAECONNABORTED,
      "this computer gave up the connection, after a timeout perhaps")
GROUP(ws_sends, WSAECONNRESET, "the other side reset the connection, or has no such port")
GROUP(ws_sends, WSAEFAULT, "$ lies outside the memory of the process")
GROUP(ws_sends, WSAEHOSTUNREACH, "no route leads to the other side")
GROUP(ws_sends, WSAEINVAL, "the socket has no address yet, or a flag is not known")
GROUP(ws_sends, WSAEMSGSIZE, "the message is longer than the protocol can send in one piece")
GROUP(ws_sends, WSAENETRESET, "the connection broke: keep-alive packets got no answer")
GROUP(ws_sends, WSAENOTCONN, "the socket is not connected")
GROUP(ws_sends, WSAEOPNOTSUPP, "a flag is not for this type of socket, or it can't send")
GROUP(ws_sends, WSAESHUTDOWN, "sending was shut down on this socket")
GROUP(ws_sends, WSAETIMEDOUT,
      "the other side did not answer in time, so the connection is lost")
GROUP(ws_sends, WSAEWOULDBLOCK, "the socket does not block, and nothing more can be taken now")

/* What goes to an address instead of along a connection. */
GROUP(ws_to, WSAEADDRNOTAVAIL, "$ is no address that can be sent to, such as port 0")
GROUP(ws_to, WSAEAFNOSUPPORT, "$ is not of the socket's address family")
GROUP(ws_to, WSAEDESTADDRREQ, "the socket is not connected, and $ is NULL")
GROUP(ws_to, WSAENETUNREACH, "no route leads to the network of $")

GROUP(ws_receives, WSAECONNABORTED,
      "this computer gave up the connection, after a timeout perhaps")
GROUP(ws_receives, WSAECONNRESET,
      "the other side reset the connection, or has no port that was sent to before")
GROUP(ws_receives, WSAEFAULT, "$ lies outside the memory of the process, or is too short")
GROUP(ws_receives, WSAEINVAL,
      "the socket has no address yet, a flag is not known, or a length 0")
GROUP(ws_receives, WSAEMSGSIZE, "the message was longer than $, and the rest of it is lost")
GROUP(ws_receives, WSAENETRESET, "the connection broke, or a packet's time to live ran out")
GROUP(ws_receives, WSAENOTCONN, "the socket is not connected")
GROUP(ws_receives, WSAEOPNOTSUPP, "a flag is not for this type of socket, or it can't receive")
GROUP(ws_receives, WSAESHUTDOWN, "receiving was shut down on this socket")
GROUP(ws_receives, WSAETIMEDOUT, "the socket's timeout passed, or the connection is lost")
GROUP(ws_receives, WSAEWOULDBLOCK, "the socket does not block, and nothing has come")

/* The library itself; WSAStartup's code is its result, since no call may ask for it before. */
FAILS(WSAStartup, "nonzero result/WSA", WSASYSNOTREADY, WSAVERNOTSUPPORTED, WSAEINPROGRESS,
      WSAEPROCLIM, WSAEFAULT);
MEANS(WSAStartup, WSASYSNOTREADY, "the network of this computer is not ready yet");
MEANS(WSAStartup, WSAVERNOTSUPPORTED, "Winsock here does not have version wVersionRequested");
MEANS(WSAStartup, WSAEPROCLIM, "as many programs use Winsock as it takes");
MEANS(WSAStartup, WSAEFAULT, "lpWSAData is no address in the memory of the process");
FAILS(WSACleanup, "SOCKET_ERROR last_error/WSA", ws_ready(WSACleanup));
NEVER_FAILS(WSAGetLastError);
NEVER_FAILS(WSASetLastError);

/* Making sockets */
FAILS(socket, "INVALID_SOCKET last_error/WSA", WSAEMFILE, WSAENOBUFS, ws_kind(af),
      ws_ready(af));
FAILS(WSASocketW, "INVALID_SOCKET last_error/WSA", WSAEMFILE, WSAENOBUFS,
      ws_fault(lpProtocolInfo), ws_kind(af), ws_ready(af));
MEANS(WSASocketW, WSAEINVAL,
      "af, type, protocol, g or dwFlags is not known or not for the others");
LIKE(WSASocketA, WSASocketW);
FAILS(WSADuplicateSocketW, "SOCKET_ERROR last_error/WSA", WSAEINVAL, WSAEMFILE, WSAENOBUFS,
      ws_fault(lpProtocolInfo), ws_socket(s));
MEANS(WSADuplicateSocketW, WSAEINVAL, "dwProcessId is no process that this one may open");
LIKE(WSADuplicateSocketA, WSADuplicateSocketW);
FAILS(bind, "SOCKET_ERROR last_error/WSA", WSAEACCES, WSAEADDRINUSE, WSAEADDRNOTAVAIL,
      WSAEINVAL,
      WSAENOBUFS, ws_fault(name), ws_socket(s));
MEANS(bind, WSAEACCES,
      "another socket has the address for itself alone (SO_EXCLUSIVEADDRUSE)");
MEANS(bind, WSAEADDRINUSE,
      "another socket has this address and port, and SO_REUSEADDR is not set");
MEANS(bind, WSAEADDRNOTAVAIL, "no interface of this computer has the address in name");
MEANS(bind, WSAEFAULT,
      "name is no memory of the process, namelen too short, or the family not the socket's");
MEANS(bind, WSAEINVAL, "the socket has an address already");
MEANS(bind, WSAENOBUFS, "no port is left for it");
FAILS(listen, "SOCKET_ERROR last_error/WSA", WSAEADDRINUSE, WSAEINVAL, WSAEISCONN, WSAEMFILE,
      WSAENOBUFS, WSAEOPNOTSUPP, ws_socket(s));
MEANS(listen, WSAEADDRINUSE, "another socket listens on this address");
MEANS(listen, WSAEINVAL, "bind has not given the socket an address yet");
MEANS(listen, WSAEISCONN, "the socket is connected already");
MEANS(listen, WSAEOPNOTSUPP, "a socket of this type can't listen");
FAILS(accept, "INVALID_SOCKET last_error/WSA, blocks", WSAECONNRESET, WSAEINTR, WSAEINVAL,
      WSAEMFILE, WSAENOBUFS, WSAEOPNOTSUPP, WSAEWOULDBLOCK, ws_fault(addr or addrlen),
      ws_socket(s));
MEANS(accept, WSAECONNRESET, "the other side gave up the connection before it was accepted");
MEANS(accept, WSAEINVAL, "listen was not called for the socket");
MEANS(accept, WSAEOPNOTSUPP, "a socket of this type has no connections");
MEANS(accept, WSAEWOULDBLOCK, "the socket does not block, and nobody has connected");
FAILS(WSAAccept, "INVALID_SOCKET last_error/WSA, blocks", WSAEACCES, WSAECONNREFUSED,
      WSAECONNRESET, WSAEINTR, WSAEINVAL, WSAEMFILE, WSAENOBUFS, WSAEOPNOTSUPP, WSAEWOULDBLOCK,
      WSATRY_AGAIN, ws_fault(addr or addrlen), ws_socket(s));
MEANS(WSAAccept, WSAEACCES,
      "the other side had given up the connection that was put off before");
MEANS(WSAAccept, WSAECONNREFUSED, "lpfnCondition refused the connection (CF_REJECT)");
MEANS(WSAAccept, WSATRY_AGAIN, "lpfnCondition put off the connection (CF_DEFER)");
MEANS(WSAAccept, WSAECONNRESET,
      "the other side gave up the connection before it was accepted");
MEANS(WSAAccept, WSAEINVAL, "listen was not called for the socket");
MEANS(WSAAccept, WSAEOPNOTSUPP, "a socket of this type has no connections");
MEANS(WSAAccept, WSAEWOULDBLOCK, "the socket does not block, and nobody has connected");
CALLS_BACK(WSAAccept, 4, call);
FAILS(connect, "SOCKET_ERROR last_error/WSA, blocks", WSAEINTR, WSAENOBUFS, ws_connects(name),
      ws_socket(s));
FAILS(WSAConnect, "SOCKET_ERROR last_error/WSA, blocks", WSAEINTR, WSAENOBUFS, WSAEOPNOTSUPP,
      WSAEPROTONOSUPPORT, ws_connects(name), ws_socket(s));
MEANS(WSAConnect, WSAEOPNOTSUPP, "lpSQOS or lpGQOS asks for a quality that can't be had");
MEANS(WSAConnect, WSAEPROTONOSUPPORT, "lpCallerData is given, but the protocol carries none");
FAILS(WSAJoinLeaf, "INVALID_SOCKET last_error/WSA, blocks", WSAEINTR, WSAENOBUFS, WSAEOPNOTSUPP,
      WSAEPROTONOSUPPORT, ws_connects(name), ws_socket(s));
MEANS(WSAJoinLeaf, WSAEOPNOTSUPP, "the protocol has no such leaves, or dwFlags is not right");
MEANS(WSAJoinLeaf, WSAEPROTONOSUPPORT, "lpCallerData is given, but the protocol carries none");
FAILS(WSAConnectByNameW, "0 last_error/WSA, blocks", WSAEFAULT, WSAEHOSTUNREACH, WSAEINVAL,
      WSAENOTSOCK, WSAETIMEDOUT, WSAHOST_NOT_FOUND, WSANOTINITIALISED);
MEANS(WSAConnectByNameW, WSAEFAULT, "a pointer leads outside the memory of the process");
MEANS(WSAConnectByNameW, WSAEHOSTUNREACH, "no route leads to any address of the host");
MEANS(WSAConnectByNameW, WSAEINVAL,
      "nodename or servicename is not valid, or Reserved not NULL");
MEANS(WSAConnectByNameW, WSAENOTSOCK, "s is no open socket");
MEANS(WSAConnectByNameW, WSAETIMEDOUT, "nobody answered before timeout was over");
MEANS(WSAConnectByNameW, WSAHOST_NOT_FOUND, "no host is known by nodename");
LIKE(WSAConnectByNameA, WSAConnectByNameW);
FAILS(WSAConnectByList, "0 last_error/WSA, blocks", WSAEHOSTUNREACH, WSAEINVAL, WSAENOTSOCK,
      WSAETIMEDOUT, WSANOTINITIALISED);
MEANS(WSAConnectByList, WSAEHOSTUNREACH, "no route leads to any address in SocketAddressList");
MEANS(WSAConnectByList, WSAEINVAL,
      "SocketAddressList is NULL or not of the socket's family, or Reserved is not NULL");
MEANS(WSAConnectByList, WSAENOTSOCK, "s is no open socket");
MEANS(WSAConnectByList, WSAETIMEDOUT, "nobody answered before timeout was over");
FAILS(shutdown, "SOCKET_ERROR last_error/WSA", WSAECONNABORTED, WSAECONNRESET, WSAEINVAL,
      WSAENOTCONN, ws_socket(s));
MEANS(shutdown, WSAECONNABORTED, "this computer gave up the connection already");
MEANS(shutdown, WSAECONNRESET, "the other side reset the connection already");
MEANS(shutdown, WSAEINVAL, "how is none of SD_RECEIVE, SD_SEND and SD_BOTH");
MEANS(shutdown, WSAENOTCONN, "the socket is not connected");
FAILS(closesocket, "SOCKET_ERROR last_error/WSA, blocks", WSAEINTR, WSAEWOULDBLOCK,
      ws_socket(s));
MEANS(closesocket, WSAEWOULDBLOCK, "the socket does not block, but SO_LINGER asks to wait");
FAILS(WSASendDisconnect, "SOCKET_ERROR last_error/WSA", WSAENOPROTOOPT, WSAENOTCONN,
      ws_fault(lpOutboundDisconnectData), ws_socket(s));
MEANS(WSASendDisconnect, WSAENOPROTOOPT, "the protocol carries no data with the end");
MEANS(WSASendDisconnect, WSAENOTCONN, "the socket is not connected");
FAILS(WSARecvDisconnect, "SOCKET_ERROR last_error/WSA", WSAENOPROTOOPT, WSAENOTCONN,
      ws_fault(lpInboundDisconnectData), ws_socket(s));
MEANS(WSARecvDisconnect, WSAENOPROTOOPT, "the protocol carries no data with the end");
MEANS(WSARecvDisconnect, WSAENOTCONN, "the socket is not connected");

/* Sending and receiving */
FAILS(send, "SOCKET_ERROR last_error/WSA, blocks", WSAEINTR, WSAENOBUFS, ws_sends(buf),
      ws_socket(s));
FAILS(sendto, "SOCKET_ERROR last_error/WSA, blocks", WSAEINTR, WSAENOBUFS, ws_sends(buf or to),
      ws_socket(s), ws_to(to));
FAILS(WSASend, "SOCKET_ERROR last_error/WSA, blocks", WSAEINTR, WSAENOBUFS, WSA_IO_PENDING,
      WSA_OPERATION_ABORTED, ws_sends(lpBuffers or what it leads to), ws_socket(s));
FAILS(WSASendTo, "SOCKET_ERROR last_error/WSA, blocks", WSAEINTR, WSAENOBUFS, WSA_IO_PENDING,
      WSA_OPERATION_ABORTED, ws_sends(lpBuffers or lpTo), ws_socket(s), ws_to(lpTo));
FAILS(WSASendMsg, "SOCKET_ERROR last_error/WSA, blocks", WSAEINTR, WSAENOBUFS, WSA_IO_PENDING,
      WSA_OPERATION_ABORTED, ws_sends(lpMsg or what it leads to), ws_socket(s), ws_to(lpMsg));
FAILS(recv, "SOCKET_ERROR last_error/WSA, blocks", WSAEINTR, ws_receives(buf), ws_socket(s));
FAILS(recvfrom, "SOCKET_ERROR last_error/WSA, blocks", WSAEINTR, WSAEISCONN,
      ws_receives(buf or from), ws_socket(s));
MEANS(recvfrom, WSAEISCONN, "the socket is connected, and its type has to be unconnected here");
MEANS(recvfrom, WSAEMSGSIZE, "the message was longer than buf, and the rest of it is lost");
FAILS(WSARecv, "SOCKET_ERROR last_error/WSA, blocks", WSAEINTR, WSAEDISCON, WSA_IO_PENDING,
      WSA_OPERATION_ABORTED, ws_receives(lpBuffers), ws_socket(s));
MEANS(WSARecv, WSAEDISCON, "the other side has ended its messages in good order");
FAILS(WSARecvFrom, "SOCKET_ERROR last_error/WSA, blocks", WSAEINTR, WSA_IO_PENDING,
      WSA_OPERATION_ABORTED, ws_receives(lpBuffers), ws_socket(s));
CALLS_BACK(WSASend, 7, kept);
CALLS_BACK(WSASendTo, 9, kept);
CALLS_BACK(WSASendMsg, 6, kept);
CALLS_BACK(WSARecv, 7, kept);
CALLS_BACK(WSARecvFrom, 9, kept);
FAILS(WSAGetOverlappedResult, "0 last_error/WSA, blocks", WSAENETDOWN, WSAENOTSOCK,
      WSANOTINITIALISED, WSA_INVALID_HANDLE, WSA_INVALID_PARAMETER, WSA_IO_INCOMPLETE,
      ws_fault(lpOverlapped or lpcbTransfer or lpdwFlags));
MEANS(WSAGetOverlappedResult, WSAENOTSOCK, "s is no open socket");
MEANS(WSAGetOverlappedResult, WSA_INVALID_HANDLE, "hEvent in lpOverlapped is no valid handle");
MEANS(WSAGetOverlappedResult, WSA_INVALID_PARAMETER, "a parameter is not acceptable");
MEANS(WSAGetOverlappedResult, WSA_IO_INCOMPLETE,
      "fWait is FALSE, and the operation has not ended");

/* Asking sockets */
FAILS(getsockname, "SOCKET_ERROR last_error/WSA", WSAEINVAL, ws_fault(name or namelen),
      ws_socket(s));
MEANS(getsockname, WSAEINVAL, "the socket has no address yet");
FAILS(getpeername, "SOCKET_ERROR last_error/WSA", WSAENOTCONN, ws_fault(name or namelen),
      ws_socket(s));
MEANS(getpeername, WSAENOTCONN, "the socket is not connected");
FAILS(getsockopt, "SOCKET_ERROR last_error/WSA", WSAEINVAL, WSAENOPROTOOPT,
      ws_fault(optval or optlen), ws_socket(s));
MEANS(getsockopt, WSAEINVAL, "level is not known");
MEANS(getsockopt, WSAENOPROTOOPT,
      "level does not know optname, or the socket's family does not");
FAILS(setsockopt, "SOCKET_ERROR last_error/WSA", WSAEINVAL, WSAENETRESET, WSAENOPROTOOPT,
      WSAENOTCONN, ws_fault(optval), ws_socket(s));
MEANS(setsockopt, WSAEINVAL, "level is not known, or the value is not valid for optname");
MEANS(setsockopt, WSAENETRESET, "SO_KEEPALIVE is set, but the connection has broken already");
MEANS(setsockopt, WSAENOPROTOOPT, "optname is not known at this level, or can't be set");
MEANS(setsockopt, WSAENOTCONN, "SO_KEEPALIVE is set, but the connection was reset already");
FAILS(ioctlsocket, "SOCKET_ERROR last_error/WSA", WSAEINVAL, WSAEOPNOTSUPP, ws_fault(argp),
      ws_socket(s));
MEANS(ioctlsocket, WSAEINVAL,
      "cmd or its argument is not valid, or WSAEventSelect keeps the socket from blocking");
MEANS(ioctlsocket, WSAEOPNOTSUPP, "cmd is none that this socket knows");
FAILS(WSAIoctl, "SOCKET_ERROR last_error/WSA, blocks", WSAEINVAL, WSAEOPNOTSUPP, WSAEWOULDBLOCK,
      WSA_IO_PENDING, ws_fault(a buffer or lpcbBytesReturned), ws_socket(s));
MEANS(WSAIoctl, WSAEINVAL, "dwIoControlCode or what lpvInBuffer holds is not valid");
MEANS(WSAIoctl, WSAEOPNOTSUPP, "dwIoControlCode is none that this socket knows");
MEANS(WSAIoctl, WSAEWOULDBLOCK,
      "the socket does not block, and the request would have to wait");
CALLS_BACK(WSAIoctl, 9, kept);
FAILS(WSAHtonl, "SOCKET_ERROR last_error/WSA", WSAENETDOWN, WSAENOTSOCK, WSANOTINITIALISED,
      ws_fault(the last parameter));
MEANS(WSAHtonl, WSAENOTSOCK, "s is no open socket");
LIKE(WSAHtons, WSAHtonl);
LIKE(WSANtohl, WSAHtonl);
LIKE(WSANtohs, WSAHtonl);
NEVER_FAILS(htonl);
NEVER_FAILS(htons);
NEVER_FAILS(ntohl);
NEVER_FAILS(ntohs);

/* Waiting for several sockets; a wait that times out is no failure. */
FAILS(select, "SOCKET_ERROR last_error/WSA, blocks", WSAEINTR, WSAEINVAL, WSAENOTSOCK,
      ws_fault(a set or timeout), ws_ready(select));
MEANS(select, WSAEINVAL, "timeout is not valid, or all three sets are NULL or empty");
MEANS(select, WSAENOTSOCK, "a set holds what is no open socket");
NEVER_FAILS(__WSAFDIsSet);
FAILS(WSAPoll, "SOCKET_ERROR last_error/WSA, blocks", WSAEINVAL, WSAENETDOWN, WSAENOBUFS,
      ws_fault(fdarray));
MEANS(WSAPoll, WSAEINVAL,
      "nfds is 0, events asks for a bit unknown here, or no socket is valid");
FAILS(WSAEventSelect, "SOCKET_ERROR last_error/WSA", WSAEINVAL, ws_socket(s));
MEANS(WSAEventSelect, WSAEINVAL,
      "hEventObject is no event, or lNetworkEvents has an unknown bit");
FAILS(WSAEnumNetworkEvents, "SOCKET_ERROR last_error/WSA", WSAEINVAL, ws_fault(lpNetworkEvents),
      ws_socket(s));
MEANS(WSAEnumNetworkEvents, WSAEINVAL, "hEventObject is no event");
FAILS(WSAAsyncSelect, "SOCKET_ERROR last_error/WSA", WSAEINVAL, ws_socket(s));
MEANS(WSAAsyncSelect, WSAEINVAL, "hWnd is no window, or lEvent has an unknown bit");
FAILS(WSACreateEvent, "NULL last_error/WSA", WSAENETDOWN, WSANOTINITIALISED,
      WSA_NOT_ENOUGH_MEMORY);
FAILS(WSASetEvent, "0 last_error/WSA", WSAENETDOWN, WSANOTINITIALISED, WSA_INVALID_HANDLE);
MEANS(WSASetEvent, WSA_INVALID_HANDLE, "hEvent is no handle of an event");
LIKE(WSAResetEvent, WSASetEvent);
LIKE(WSACloseEvent, WSASetEvent);
FAILS(WSAWaitForMultipleEvents, "WSA_WAIT_FAILED last_error/WSA, blocks", WSAEINPROGRESS,
      WSAENETDOWN, WSANOTINITIALISED, WSA_INVALID_HANDLE, WSA_INVALID_PARAMETER,
      WSA_NOT_ENOUGH_MEMORY);
MEANS(WSAWaitForMultipleEvents, WSA_INVALID_HANDLE, "lphEvents holds what is no handle");
MEANS(WSAWaitForMultipleEvents, WSA_INVALID_PARAMETER,
      "lphEvents holds a handle twice, or cEvents is 0 or over 64");

/* Names and addresses */
GROUP(ws_lookup, WSAEAFNOSUPPORT,
      "ai_family in $ is not known, or the host has no such address")
GROUP(ws_lookup, WSAEINVAL, "a field of $ is not valid or 0 as it has to be")
GROUP(ws_lookup, WSAESOCKTNOSUPPORT, "ai_socktype in $ is not known, or not for its family")
GROUP(ws_lookup, WSAHOST_NOT_FOUND, "no host is known by this name, or neither name was given")
GROUP(ws_lookup, WSANO_DATA, "the host exists, but has no address of the family in $")
GROUP(ws_lookup, WSATYPE_NOT_FOUND, "no service of this name goes with the type of socket in $")
FAILS(getaddrinfo, "nonzero result/WSA, blocks", WSANOTINITIALISED, WSANO_RECOVERY,
      WSATRY_AGAIN,
      WSA_NOT_ENOUGH_MEMORY, ws_lookup(hints));
FAILS(GetAddrInfoW, "nonzero result/WSA, blocks", WSANOTINITIALISED, WSANO_RECOVERY,
      WSATRY_AGAIN, WSA_NOT_ENOUGH_MEMORY, ws_lookup(pHints));
FAILS(GetAddrInfoExW, "nonzero result/WSA, success=WSA_IO_PENDING, blocks", WSANOTINITIALISED,
      WSANO_RECOVERY, WSASERVICE_NOT_FOUND, WSATRY_AGAIN, WSA_NOT_ENOUGH_MEMORY,
      ws_lookup(pHints));
MEANS(GetAddrInfoExW, WSASERVICE_NOT_FOUND, "no such service is known in dwNameSpace");
LIKE(GetAddrInfoExA, GetAddrInfoExW);
CALLS_BACK(GetAddrInfoExW, 9, kept);
CALLS_BACK(GetAddrInfoExA, 9, kept);
FAILS(SetAddrInfoExW, "nonzero result/WSA, success=WSA_IO_PENDING, blocks", WSAEACCES,
      WSAEINVAL,
      WSANOTINITIALISED, WSANO_RECOVERY, WSATRY_AGAIN, WSA_NOT_ENOUGH_MEMORY);
MEANS(SetAddrInfoExW, WSAEACCES, "the caller may not register names");
MEANS(SetAddrInfoExW, WSAEINVAL, "a parameter is not valid for the provider of dwNameSpace");
LIKE(SetAddrInfoExA, SetAddrInfoExW);
NEVER_FAILS(freeaddrinfo);
NEVER_FAILS(FreeAddrInfoW);
NEVER_FAILS(FreeAddrInfoExW);
FREES(freeaddrinfo, 1);
FREES(FreeAddrInfoW, 1);
FREES(FreeAddrInfoExW, 1);
#pragma push_macro("FreeAddrInfoEx") /* the function for ANSI, and a macro for that of UTF-16 */
#undef FreeAddrInfoEx
NEVER_FAILS(FreeAddrInfoEx);
FREES(FreeAddrInfoEx, 1);
#pragma pop_macro("FreeAddrInfoEx")
FAILS(getnameinfo, "nonzero result/WSA, blocks", WSAEAFNOSUPPORT, WSAEFAULT, WSAEINVAL,
      WSAHOST_NOT_FOUND, WSANO_RECOVERY, WSANOTINITIALISED, WSATRY_AGAIN,
      WSA_NOT_ENOUGH_MEMORY);
MEANS(getnameinfo, WSAEAFNOSUPPORT, "the address is of an unknown family");
MEANS(getnameinfo, WSAEFAULT, "the address, or its length, is not valid");
MEANS(getnameinfo, WSAEINVAL, "flags is not valid, or no text was asked for");
MEANS(getnameinfo, WSAHOST_NOT_FOUND, "flags has NI_NAMEREQD, and no name is known");
LIKE(GetNameInfoW, getnameinfo);
GROUP(ws_host, WSAHOST_NOT_FOUND, "no host is known by $")
GROUP(ws_host, WSANO_DATA, "the host exists, but has no address of the kind asked for")
FAILS(gethostbyname, "NULL last_error/WSA, blocks", WSAEINTR, WSANO_RECOVERY, WSATRY_AGAIN,
      ws_fault(name), ws_host(name), ws_ready(name));
FAILS(gethostbyaddr, "NULL last_error/WSA, blocks", WSAEAFNOSUPPORT, WSAEINTR, WSANO_RECOVERY,
      WSATRY_AGAIN, ws_fault(addr or len), ws_host(addr), ws_ready(addr));
MEANS(gethostbyaddr, WSAEAFNOSUPPORT, "type is no address family that has hosts");
FAILS(gethostname, "SOCKET_ERROR last_error/WSA", ws_fault(name), ws_ready(name));
MEANS(gethostname, WSAEFAULT,
      "name is NULL, or namelen is too small for the name and its zero");
LIKE(GetHostNameW, gethostname);
FAILS(getservbyname, "NULL last_error/WSA, blocks", WSAEINTR, WSAHOST_NOT_FOUND, WSANO_DATA,
      WSANO_RECOVERY, WSATRY_AGAIN, ws_ready(getservbyname));
MEANS(getservbyname, WSAHOST_NOT_FOUND, "there is no such entry");
MEANS(getservbyname, WSANO_DATA, "there is no such entry");
LIKE(getservbyport, getservbyname);
LIKE(getprotobyname, getservbyname);
LIKE(getprotobynumber, getservbyname);
/* inet_pton's 0: the text is no address; the -1 of inet_addr is 255.255.255.255, too. */
FAILS(inet_pton, "-1 last_error/WSA", WSAEAFNOSUPPORT, WSAEFAULT);
MEANS(inet_pton, WSAEAFNOSUPPORT, "Family is neither AF_INET nor AF_INET6");
MEANS(inet_pton, WSAEFAULT, "pStringBuf or pAddr is NULL");
LIKE(InetPtonW, inet_pton);
FAILS(inet_ntop, "NULL last_error/WSA", WSAEAFNOSUPPORT, WSA_INVALID_PARAMETER);
MEANS(inet_ntop, WSAEAFNOSUPPORT, "Family is neither AF_INET nor AF_INET6");
MEANS(inet_ntop, WSA_INVALID_PARAMETER,
      "pStringBuf is NULL, or too short for the text and its zero");
LIKE(InetNtopW, inet_ntop);
FAILS(inet_addr, "-1 none");
FAILS(inet_ntoa, "NULL none");
