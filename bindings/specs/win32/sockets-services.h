/* The rest of <winsock2.h>: protocols, name spaces, requests that end with a message, what is
 * left of Winsock 1.1; and how far the memory reaches that sockets are given. */

/* Protocols and addresses as texts */
FAILS(WSAEnumProtocolsW, "SOCKET_ERROR last_error/WSA", WSAEINVAL, WSAENOBUFS,
      ws_fault(lpProtocolBuffer), ws_ready(lpProtocolBuffer));
MEANS(WSAEnumProtocolsW, WSAENOBUFS,
      "lpProtocolBuffer is too small: lpdwBufferLength tells how many bytes it needs");
MEANS(WSAEnumProtocolsW, WSAEINVAL, "a parameter is not valid");
LIKE(WSAEnumProtocolsA, WSAEnumProtocolsW);
FAILS(WSAAddressToStringW, "SOCKET_ERROR last_error/WSA", WSAEFAULT, WSAEINVAL, WSAENOBUFS,
      WSANOTINITIALISED);
MEANS(WSAAddressToStringW, WSAEFAULT,
      "lpszAddressString is too short: lpdwAddressStringLength tells how long it has to be");
MEANS(WSAAddressToStringW, WSAEINVAL,
      "lpsaAddress is no address that lpProtocolInfo goes with");
MEANS(WSAAddressToStringW, WSAENOBUFS, "no memory is left for it");
LIKE(WSAAddressToStringA, WSAAddressToStringW);
FAILS(WSAStringToAddressW, "SOCKET_ERROR last_error/WSA", WSAEFAULT, WSAEINVAL,
      WSANOTINITIALISED,
      WSA_NOT_ENOUGH_MEMORY);
MEANS(WSAStringToAddressW, WSAEFAULT,
      "lpAddress is too small: lpAddressLength tells how large it has to be");
MEANS(WSAStringToAddressW, WSAEINVAL,
      "AddressString is no address of AddressFamily, or the family is not known");
LIKE(WSAStringToAddressA, WSAStringToAddressW);
FAILS(WSAProviderConfigChange, "SOCKET_ERROR last_error/WSA", WSAEOPNOTSUPP, WSANOTINITIALISED,
      WSA_INVALID_HANDLE, WSA_IO_PENDING, WSA_NOT_ENOUGH_MEMORY);
MEANS(WSAProviderConfigChange, WSAEOPNOTSUPP, "the system can't tell of such changes");
MEANS(WSAProviderConfigChange, WSA_INVALID_HANDLE,
      "lpNotificationHandle leads to no such handle");
CALLS_BACK(WSAProviderConfigChange, 3, kept);
FAILS(WSAGetQOSByName, "0 last_error/WSA", WSAEINVAL, ws_fault(lpQOS), ws_socket(s));
MEANS(WSAGetQOSByName, WSAEINVAL, "no template has the name in lpQOSName");

/* Services and the name spaces that hold them */
GROUP(ws_space, WSAEFAULT,
      "$ is too small: the length that its pointer leads to says how large it has to be")
FAILS(WSAEnumNameSpaceProvidersW, "SOCKET_ERROR last_error/WSA", WSANOTINITIALISED,
      WSA_NOT_ENOUGH_MEMORY, ws_space(lpnspBuffer));
LIKE(WSAEnumNameSpaceProvidersA, WSAEnumNameSpaceProvidersW);
LIKE(WSAEnumNameSpaceProvidersExW, WSAEnumNameSpaceProvidersW);
LIKE(WSAEnumNameSpaceProvidersExA, WSAEnumNameSpaceProvidersW);
FAILS(WSALookupServiceBeginW, "SOCKET_ERROR last_error/WSA, blocks", WSAEINVAL,
      WSANOTINITIALISED,
      WSANO_DATA, WSASERVICE_NOT_FOUND, WSA_NOT_ENOUGH_MEMORY);
MEANS(WSALookupServiceBeginW, WSAEINVAL,
      "lpqsRestrictions or dwControlFlags is not valid for any provider");
MEANS(WSALookupServiceBeginW, WSANO_DATA, "the name exists, but there is nothing of the kind");
MEANS(WSALookupServiceBeginW, WSASERVICE_NOT_FOUND,
      "no such service is known in the name space");
LIKE(WSALookupServiceBeginA, WSALookupServiceBeginW);
FAILS(WSALookupServiceNextW, "SOCKET_ERROR last_error/WSA, blocks", WSAEINVAL,
      WSANOTINITIALISED,
      WSANO_DATA, WSASERVICE_NOT_FOUND, WSA_E_CANCELLED, WSA_E_NO_MORE, WSA_INVALID_HANDLE,
      WSA_NOT_ENOUGH_MEMORY, ws_space(lpqsResults));
MEANS(WSALookupServiceNextW, WSAEINVAL, "a parameter is missing or not valid");
MEANS(WSALookupServiceNextW, WSANO_DATA, "the name exists, but there is nothing of the kind");
MEANS(WSALookupServiceNextW, WSASERVICE_NOT_FOUND,
      "no such service is known in the name space");
MEANS(WSALookupServiceNextW, WSA_E_CANCELLED, "WSALookupServiceEnd ended the search meanwhile");
MEANS(WSALookupServiceNextW, WSA_E_NO_MORE, "nothing more was found: all has been told");
MEANS(WSALookupServiceNextW, WSA_INVALID_HANDLE, "hLookup is no handle of a search");
LIKE(WSALookupServiceNextA, WSALookupServiceNextW);
FAILS(WSALookupServiceEnd, "SOCKET_ERROR last_error/WSA", WSANOTINITIALISED, WSA_INVALID_HANDLE,
      WSA_NOT_ENOUGH_MEMORY);
MEANS(WSALookupServiceEnd, WSA_INVALID_HANDLE, "hLookup is no handle of a search");
FAILS(WSANSPIoctl, "SOCKET_ERROR last_error/WSA, blocks", WSAEINVAL, WSAEOPNOTSUPP,
      WSANOTINITIALISED, WSA_INVALID_HANDLE, WSA_IO_PENDING, ws_fault(a buffer));
MEANS(WSANSPIoctl, WSAEINVAL, "dwControlCode or a parameter is not valid");
MEANS(WSANSPIoctl, WSAEOPNOTSUPP, "the provider does not know dwControlCode");
MEANS(WSANSPIoctl, WSA_INVALID_HANDLE, "hLookup is no handle of a search");
MEANS(WSANSPIoctl, WSA_IO_PENDING,
      "it goes on in the background, and lpCompletion tells of it");
FAILS(WSASetServiceW, "SOCKET_ERROR last_error/WSA, blocks", WSAEACCES, WSAEINVAL,
      WSANOTINITIALISED, WSASERVICE_NOT_FOUND, WSA_NOT_ENOUGH_MEMORY);
MEANS(WSASetServiceW, WSAEACCES, "the caller may not register services");
MEANS(WSASetServiceW, WSAEINVAL, "lpqsRegInfo, essoperation or dwControlFlags is not valid");
MEANS(WSASetServiceW, WSASERVICE_NOT_FOUND, "no such service is known in the name space");
LIKE(WSASetServiceA, WSASetServiceW);
FAILS(WSAInstallServiceClassW, "SOCKET_ERROR last_error/WSA", WSAEACCES, WSAEALREADY, WSAEINVAL,
      WSANOTINITIALISED, WSA_NOT_ENOUGH_MEMORY);
MEANS(WSAInstallServiceClassW, WSAEACCES, "the caller may not register classes of services");
MEANS(WSAInstallServiceClassW, WSAEALREADY,
      "a class with this name or number is there already");
MEANS(WSAInstallServiceClassW, WSAEINVAL, "lpServiceClassInfo holds what is not valid");
LIKE(WSAInstallServiceClassA, WSAInstallServiceClassW);
FAILS(WSARemoveServiceClass, "SOCKET_ERROR last_error/WSA", WSAEACCES, WSAEINVAL,
      WSANOTINITIALISED, WSATYPE_NOT_FOUND, WSA_NOT_ENOUGH_MEMORY);
MEANS(WSARemoveServiceClass, WSAEACCES, "the caller may not remove classes of services");
MEANS(WSARemoveServiceClass, WSAEINVAL, "lpServiceClassId is not valid");
MEANS(WSARemoveServiceClass, WSATYPE_NOT_FOUND, "no class has the number lpServiceClassId");
FAILS(WSAGetServiceClassInfoW, "SOCKET_ERROR last_error/WSA", WSAEACCES, WSAEINVAL,
      WSANOTINITIALISED, WSATYPE_NOT_FOUND, WSA_NOT_ENOUGH_MEMORY,
      ws_space(lpServiceClassInfo));
MEANS(WSAGetServiceClassInfoW, WSAEACCES, "the caller may not ask for classes of services");
MEANS(WSAGetServiceClassInfoW, WSAEINVAL, "lpProviderId or lpServiceClassId is not valid");
MEANS(WSAGetServiceClassInfoW, WSATYPE_NOT_FOUND, "no class has the number lpServiceClassId");
LIKE(WSAGetServiceClassInfoA, WSAGetServiceClassInfoW);
FAILS(WSAGetServiceClassNameByClassIdW, "SOCKET_ERROR last_error/WSA", WSAEINVAL,
      WSANOTINITIALISED, WSA_NOT_ENOUGH_MEMORY, ws_space(lpszServiceClassName));
MEANS(WSAGetServiceClassNameByClassIdW, WSAEINVAL, "lpServiceClassId is not valid");
LIKE(WSAGetServiceClassNameByClassIdA, WSAGetServiceClassNameByClassIdW);

/* Requests whose answer comes as a message to a window */
FAILS(WSAAsyncGetHostByName, "NULL last_error/WSA", WSAEWOULDBLOCK,
      ws_ready(WSAAsyncGetHostByName));
MEANS(WSAAsyncGetHostByName, WSAEWOULDBLOCK, "the request can't be taken up at the moment");
LIKE(WSAAsyncGetHostByAddr, WSAAsyncGetHostByName);
LIKE(WSAAsyncGetServByName, WSAAsyncGetHostByName);
LIKE(WSAAsyncGetServByPort, WSAAsyncGetHostByName);
LIKE(WSAAsyncGetProtoByName, WSAAsyncGetHostByName);
LIKE(WSAAsyncGetProtoByNumber, WSAAsyncGetHostByName);
FAILS(WSACancelAsyncRequest, "SOCKET_ERROR last_error/WSA", WSAEALREADY, WSAEINVAL,
      ws_ready(hAsyncTaskHandle));
MEANS(WSACancelAsyncRequest, WSAEALREADY, "the request has ended already");
MEANS(WSACancelAsyncRequest, WSAEINVAL, "hAsyncTaskHandle is no request that is under way");

/* Of Winsock 1.1; in later versions there is nothing to cancel and no hook. */
FAILS(WSACancelBlockingCall, "SOCKET_ERROR last_error/WSA", WSAEINVAL, WSAENETDOWN,
      WSAEOPNOTSUPP,
      WSANOTINITIALISED);
MEANS(WSACancelBlockingCall, WSAEINVAL, "no call of this thread is waiting");
MEANS(WSACancelBlockingCall, WSAEOPNOTSUPP, "only programs of Winsock 1.1 may call it");
FAILS(WSASetBlockingHook, "NULL last_error/WSA", WSAENETDOWN, WSAEOPNOTSUPP, WSANOTINITIALISED);
MEANS(WSASetBlockingHook, WSAEOPNOTSUPP, "only programs of Winsock 1.1 may call it");
CALLS_BACK(WSASetBlockingHook, 1, kept);
FAILS(WSAUnhookBlockingHook, "SOCKET_ERROR last_error/WSA", WSAEOPNOTSUPP, WSANOTINITIALISED);
MEANS(WSAUnhookBlockingHook, WSAEOPNOTSUPP, "only programs of Winsock 1.1 may call it");
NEVER_FAILS(WSAIsBlocking);

/* Memory: bytes, then objects. */
HAS_BUFFER(send, 2, 3);
HAS_BUFFER(recv, 2, 3);
HAS_BUFFER(sendto, 2, 3);
HAS_BUFFER(sendto, 5, 6);
HAS_BUFFER(recvfrom, 2, 3);
HAS_BUFFER(bind, 2, 3);
HAS_BUFFER(connect, 2, 3);
HAS_BUFFER(WSAConnect, 2, 3);
HAS_BUFFER(WSAJoinLeaf, 2, 3);
HAS_BUFFER(WSASendTo, 6, 7);
HAS_BUFFER(setsockopt, 4, 5);
HAS_BUFFER(WSAIoctl, 3, 4);
HAS_BUFFER(WSAIoctl, 5, 6);
HAS_BUFFER(gethostname, 1, 2);
HAS_BUFFER(gethostbyaddr, 1, 2);
HAS_BUFFER(getnameinfo, 1, 2);
HAS_BUFFER(getnameinfo, 3, 4);
HAS_BUFFER(getnameinfo, 5, 6);
HAS_BUFFER(inet_ntop, 3, 4);
HAS_BUFFER(WSAAddressToStringA, 1, 2);
HAS_BUFFER(WSAAddressToStringW, 1, 2);
HAS_ARRAY(GetHostNameW, 1, 2);
HAS_BUFFER(GetNameInfoW, 1, 2);
HAS_ARRAY(GetNameInfoW, 3, 4);
HAS_ARRAY(GetNameInfoW, 5, 6);
HAS_ARRAY(InetNtopW, 3, 4);
HAS_ARRAY(WSASend, 2, 3);
HAS_ARRAY(WSASendTo, 2, 3);
HAS_ARRAY(WSARecv, 2, 3);
HAS_ARRAY(WSARecvFrom, 2, 3);
HAS_ARRAY(WSAPoll, 1, 2);
HAS_ARRAY(WSAWaitForMultipleEvents, 2, 1);
