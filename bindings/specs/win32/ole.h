/*
 * ole32 and oleaut32: nearly all answer with an HRESULT, which is negative for a failure;
 * S_FALSE and the other codes of success say something more. Variants are in variants.h.
 */
EACH_MEANS(E_UNEXPECTED, "the call came at a time, or in a state, in which it can't be done")
EACH_MEANS(E_NOINTERFACE, "the object does not have the interface that was asked for")
EACH_MEANS(CO_E_NOTINITIALIZED, "the thread has not called CoInitializeEx")
EACH_MEANS(CLASS_E_NOAGGREGATION, "the class can't be made part of another object")
EACH_MEANS(RPC_E_CALL_COMPLETE, "the thread is not just now carrying out a call of a client")
EACH_MEANS(REGDB_E_READREGDB, "the registry could not be read")
EACH_MEANS(REGDB_E_WRITEREGDB, "the registry could not be written")
EACH_MEANS(RPC_E_CHANGED_MODE,
           "the thread has initialized COM before with the other kind of apartment")

/* The thread's COM */
FAILS(CoInitialize, "negative result/E_", E_INVALIDARG, E_OUTOFMEMORY, E_UNEXPECTED,
      RPC_E_CHANGED_MODE);
MEANS(CoInitialize, E_INVALIDARG, "pvReserved is not NULL");
FAILS(CoInitializeEx, "negative result/E_", E_INVALIDARG, E_OUTOFMEMORY, E_UNEXPECTED,
      RPC_E_CHANGED_MODE);
MEANS(CoInitializeEx, E_INVALIDARG, "pvReserved is not NULL, or dwCoInit holds an unknown bit");
FAILS(OleInitialize, "negative result/E_", E_INVALIDARG, E_OUTOFMEMORY, E_UNEXPECTED,
      OLE_E_WRONGCOMPOBJ, RPC_E_CHANGED_MODE);
MEANS(OleInitialize, E_INVALIDARG, "pvReserved is not NULL");
MEANS(OleInitialize, OLE_E_WRONGCOMPOBJ,
      "ole32 and the COM library are of versions that differ");
NEVER_FAILS(CoUninitialize);
NEVER_FAILS(OleUninitialize);
FAILS(CoInitializeSecurity, "negative result/E_", E_INVALIDARG, E_OUTOFMEMORY,
      RPC_E_NO_GOOD_SECURITY_PACKAGES, RPC_E_TOO_LATE);
MEANS(CoInitializeSecurity, E_INVALIDARG, "a level, capability or list is not valid");
MEANS(CoInitializeSecurity, RPC_E_NO_GOOD_SECURITY_PACKAGES,
      "asAuthSvc names services, and none of them could be registered");
MEANS(CoInitializeSecurity, RPC_E_TOO_LATE,
      "the process has called this before, or COM did so when it was needed");
FAILS(CoGetApartmentType, "negative result/E_", CO_E_NOTINITIALIZED, E_INVALIDARG);
MEANS(CoGetApartmentType, E_INVALIDARG, "pAptType or pAptQualifier is NULL");
/* It answers that the time is over with an HRESULT that is negative: a result, no failure. */
FAILS(CoWaitForMultipleHandles,
      "negative result/E_, success=RPC_S_CALLPENDING, blocks", E_INVALIDARG, RPC_E_NO_SYNC);
MEANS(CoWaitForMultipleHandles, E_INVALIDARG,
      "pHandles or lpdwindex is NULL, or dwFlags unknown");
MEANS(CoWaitForMultipleHandles, RPC_E_NO_SYNC, "cHandles is 0");
HAS_ARRAY(CoWaitForMultipleHandles, 4, 3);

/* Memory; CoTaskMemRealloc frees for a size of 0, and answers with NULL then, too. */
FAILS(CoTaskMemAlloc, "NULL none");
FAILS(CoTaskMemRealloc, "NULL none");
FREES_ON_SUCCESS(CoTaskMemRealloc, 1);
NEVER_FAILS(CoTaskMemFree);
FREES(CoTaskMemFree, 1);
FAILS(CoGetMalloc, "negative result/E_", E_INVALIDARG, E_OUTOFMEMORY);
MEANS(CoGetMalloc, E_INVALIDARG, "dwMemContext is not 1");

/* Identifiers */
FAILS(CoCreateGuid, "negative result/E_");
FAILS(StringFromGUID2, "0 none");
HAS_ARRAY(StringFromGUID2, 2, 3);
FAILS(StringFromCLSID, "negative result/E_", E_OUTOFMEMORY);
FAILS(StringFromIID, "negative result/E_", E_OUTOFMEMORY);
FAILS(CLSIDFromString, "negative result/E_", CO_E_CLASSSTRING, REGDB_E_CLASSNOTREG,
      REGDB_E_READREGDB);
MEANS(CLSIDFromString, CO_E_CLASSSTRING, "lpsz is not the text of a class, {...} or a ProgID");
MEANS(CLSIDFromString, REGDB_E_CLASSNOTREG, "lpsz is a ProgID whose class is not registered");
FAILS(IIDFromString, "negative result/E_", E_INVALIDARG, E_OUTOFMEMORY);
MEANS(IIDFromString, E_INVALIDARG, "lpsz is not the text of an interface's identifier, {...}");
FAILS(CLSIDFromProgID, "negative result/E_", CO_E_CLASSSTRING, REGDB_E_WRITEREGDB);
MEANS(CLSIDFromProgID, CO_E_CLASSSTRING, "no class is registered under the name lpszProgID");
FAILS(CLSIDFromProgIDEx, "negative result/E_", CO_E_CLASSSTRING, REGDB_E_WRITEREGDB);
MEANS(CLSIDFromProgIDEx, CO_E_CLASSSTRING, "no class is registered under the name lpszProgID");
FAILS(ProgIDFromCLSID, "negative result/E_", E_OUTOFMEMORY, REGDB_E_CLASSNOTREG,
      REGDB_E_READREGDB);
MEANS(ProgIDFromCLSID, REGDB_E_CLASSNOTREG, "clsid is not registered, or has no ProgID");

/* Objects */
GROUP(class, REGDB_E_CLASSNOTREG, "$ is not registered for this kind of server and bitness")
GROUP(server, CO_E_APPDIDNTREG, "the server's program was started, and did not offer the class")
GROUP(server, CO_E_APPNOTFOUND,
      "the program that is registered as the class's server is missing")
GROUP(server, CO_E_DLLNOTFOUND, "the DLL that is registered as the class's server is missing")
GROUP(server, CO_E_ERRORINDLL, "the DLL that is registered as the class's server is damaged")
GROUP(server, E_ACCESSDENIED, "the caller may not start or use the server")
FAILS(CoCreateInstance, "negative result/E_, blocks", CLASS_E_NOAGGREGATION,
      CO_E_NOTINITIALIZED,
      E_NOINTERFACE, E_POINTER, class(rclsid));
MEANS(CoCreateInstance, E_POINTER, "ppv is NULL");
FAILS(CoCreateInstanceEx, "negative result/E_, blocks", CLASS_E_NOAGGREGATION,
      CO_E_NOTINITIALIZED, E_INVALIDARG, E_NOINTERFACE, class(Clsid));
MEANS(CoCreateInstanceEx, E_INVALIDARG, "dwCount is 0, or pResults is NULL");
HAS_ARRAY(CoCreateInstanceEx, 6, 5);
FAILS(CoGetClassObject, "negative result/E_, blocks", CO_E_NOTINITIALIZED, E_NOINTERFACE,
      REGDB_E_READREGDB, class(rclsid), server(rclsid));
FAILS(CoRegisterClassObject, "negative result/E_", CO_E_OBJISREG, E_INVALIDARG, E_OUTOFMEMORY,
      E_UNEXPECTED);
MEANS(CoRegisterClassObject, CO_E_OBJISREG, "the class rclsid is registered already");
MEANS(CoRegisterClassObject, E_INVALIDARG,
      "a parameter is not valid, or pUnk or lpdwRegister NULL");
FAILS(CoRevokeClassObject, "negative result/E_", E_INVALIDARG, E_OUTOFMEMORY, E_UNEXPECTED);
MEANS(CoRevokeClassObject, E_INVALIDARG,
      "dwRegister is not what CoRegisterClassObject told this apartment");
FAILS(CoResumeClassObjects, "negative result/E_");
FAILS(CoSuspendClassObjects, "negative result/E_");
NEVER_FAILS(CoAddRefServerProcess);
NEVER_FAILS(CoReleaseServerProcess);
NEVER_FAILS(CoFreeUnusedLibraries);
NEVER_FAILS(CoFreeUnusedLibrariesEx);
FAILS(CoLockObjectExternal, "negative result/E_", E_OUTOFMEMORY, E_UNEXPECTED);
FAILS(CoDisconnectObject, "negative result/E_");
NEVER_FAILS(CoIsHandlerConnected);
FAILS(CoMarshalInterface, "negative result/E_", CO_E_NOTINITIALIZED, E_NOINTERFACE);
FAILS(CoUnmarshalInterface, "negative result/E_, blocks", CO_E_NOTINITIALIZED,
      E_NOINTERFACE);
FAILS(CoMarshalInterThreadInterfaceInStream, "negative result/E_", E_NOINTERFACE,
      E_OUTOFMEMORY);
FAILS(CoGetInterfaceAndReleaseStream, "negative result/E_, blocks", E_NOINTERFACE);
FAILS(CoReleaseMarshalData, "negative result/E_");
FAILS(CoCreateFreeThreadedMarshaler, "negative result/E_", E_OUTOFMEMORY);
FAILS(CoSetProxyBlanket, "negative result/E_", E_INVALIDARG);
MEANS(CoSetProxyBlanket, E_INVALIDARG,
      "a service, level or capability is not valid for pProxy");
FAILS(CoQueryProxyBlanket, "negative result/E_", E_OUTOFMEMORY);
FAILS(CoImpersonateClient, "negative result/E_", RPC_E_CALL_COMPLETE);
FAILS(CoRevertToSelf, "negative result/E_", RPC_E_CALL_COMPLETE);
FAILS(CoGetCallContext, "negative result/E_", E_NOINTERFACE, RPC_E_CALL_COMPLETE);
FAILS(CoRegisterMessageFilter, "negative result/E_");
FAILS(CoGetObject, "negative result/E_, blocks", MK_E_SYNTAX, MK_E_UNAVAILABLE);
MEANS(CoGetObject, MK_E_SYNTAX, "pszName is not the display name of an object");
MEANS(CoGetObject, MK_E_UNAVAILABLE, "no object has the display name pszName");

/* Running objects and monikers */
FAILS(GetRunningObjectTable, "negative result/E_", E_UNEXPECTED);
FAILS(CreateBindCtx, "negative result/E_", E_INVALIDARG, E_OUTOFMEMORY);
MEANS(CreateBindCtx, E_INVALIDARG, "reserved is not 0, or ppbc is NULL");
FAILS(CreateFileMoniker, "negative result/E_", E_OUTOFMEMORY, MK_E_SYNTAX);
MEANS(CreateFileMoniker, MK_E_SYNTAX, "lpszPathName is not a path");
FAILS(CreateItemMoniker, "negative result/E_", E_OUTOFMEMORY);
FAILS(CreateClassMoniker, "negative result/E_", E_OUTOFMEMORY);
FAILS(CreatePointerMoniker, "negative result/E_", E_OUTOFMEMORY, E_UNEXPECTED);
FAILS(CreateAntiMoniker, "negative result/E_", E_OUTOFMEMORY);
FAILS(MkParseDisplayName, "negative result/E_, blocks", E_OUTOFMEMORY, MK_E_SYNTAX);
MEANS(MkParseDisplayName, MK_E_SYNTAX,
      "szUserName can't be read as a name from where pchEaten says");
FAILS(BindMoniker, "negative result/E_, blocks", MK_E_NOOBJECT);
MEANS(BindMoniker, MK_E_NOOBJECT, "the object that pmk names could not be found");
FAILS(GetActiveObject, "negative result/E_", MK_E_UNAVAILABLE);
MEANS(GetActiveObject, MK_E_UNAVAILABLE,
      "no object of the class rclsid is registered as active");
FAILS(RegisterActiveObject, "negative result/E_");
FAILS(RevokeActiveObject, "negative result/E_");

/* Drag and drop, clipboard */
GROUP(dropwindow, DRAGDROP_E_INVALIDHWND, "$ is not the handle of a window of this process")
FAILS(RegisterDragDrop, "negative result/E_", DRAGDROP_E_ALREADYREGISTERED, E_INVALIDARG,
      E_OUTOFMEMORY, dropwindow(hwnd));
MEANS(RegisterDragDrop, DRAGDROP_E_ALREADYREGISTERED, "hwnd has a drop target already");
MEANS(RegisterDragDrop, E_INVALIDARG, "pDropTarget is NULL");
MEANS(RegisterDragDrop, E_OUTOFMEMORY,
      "the thread called CoInitializeEx, but not OleInitialize; or no memory is left for it");
FAILS(RevokeDragDrop, "negative result/E_", DRAGDROP_E_NOTREGISTERED, E_OUTOFMEMORY,
      dropwindow(hwnd));
MEANS(RevokeDragDrop, DRAGDROP_E_NOTREGISTERED, "hwnd has no drop target");
FAILS(DoDragDrop, "negative result/E_, blocks", E_OUTOFMEMORY, E_UNEXPECTED);
GROUP(oleclipboard, CLIPBRD_E_CANT_CLOSE, "the clipboard could not be closed again")
GROUP(oleclipboard, CLIPBRD_E_CANT_OPEN, "another window has the clipboard open")
FAILS(OleGetClipboard, "negative result/E_", E_INVALIDARG, E_OUTOFMEMORY,
      oleclipboard(clipboard));
MEANS(OleGetClipboard, E_INVALIDARG, "ppDataObj is NULL");
FAILS(OleSetClipboard, "negative result/E_", CLIPBRD_E_CANT_EMPTY, CLIPBRD_E_CANT_SET,
      oleclipboard(clipboard));
MEANS(OleSetClipboard, CLIPBRD_E_CANT_EMPTY, "what is on the clipboard could not be removed");
MEANS(OleSetClipboard, CLIPBRD_E_CANT_SET, "the data could not be put on the clipboard");
FAILS(OleFlushClipboard, "negative result/E_", oleclipboard(clipboard));
FAILS(OleIsCurrentClipboard, "negative result/E_");
NEVER_FAILS(ReleaseStgMedium);

/* Streams, storages, properties */
GROUP(docfile, STG_E_ACCESSDENIED,
      "the caller may not open $ so, or grfMode is not allowed here")
GROUP(docfile, STG_E_INSUFFICIENTMEMORY, "no memory is left for it")
GROUP(docfile, STG_E_INVALIDFLAG,
      "grfMode has flags that exclude one another, or lacks a share")
GROUP(docfile, STG_E_INVALIDNAME, "$ is not a valid name of a file")
GROUP(docfile, STG_E_INVALIDPOINTER, "a parameter that has to lead somewhere does not")
GROUP(docfile, STG_E_LOCKVIOLATION, "another process has locked a part of $")
GROUP(docfile, STG_E_SHAREVIOLATION, "somebody has $ open and does not share it so")
GROUP(docfile, STG_E_TOOMANYOPENFILES, "the process has as many open files as it may")
GROUP(olddoc, STG_E_FILEALREADYEXISTS, "$ exists, and is no compound file")
GROUP(olddoc, STG_E_FILENOTFOUND, "no file is named $")
GROUP(olddoc, STG_E_OLDFORMAT, "$ was written by a beta version, whose format is not read")
GROUP(olddoc, STG_E_PATHNOTFOUND, "a folder on the way to $ does not exist")
FAILS(CreateStreamOnHGlobal, "negative result/E_", E_INVALIDARG, E_OUTOFMEMORY);
MEANS(CreateStreamOnHGlobal, E_INVALIDARG,
      "hGlobal is no block of GlobalAlloc, or ppstm is NULL");
FAILS(GetHGlobalFromStream, "negative result/E_", E_INVALIDARG);
MEANS(GetHGlobalFromStream, E_INVALIDARG, "pstm is not a stream of CreateStreamOnHGlobal");
FAILS(CreateILockBytesOnHGlobal, "negative result/E_", E_INVALIDARG, E_OUTOFMEMORY);
MEANS(CreateILockBytesOnHGlobal, E_INVALIDARG, "hGlobal is no block of GlobalAlloc");
FAILS(GetHGlobalFromILockBytes, "negative result/E_", E_INVALIDARG);
MEANS(GetHGlobalFromILockBytes, E_INVALIDARG,
      "plkbyt is not of CreateILockBytesOnHGlobal");
FAILS(StgCreateDocfile, "negative result/E_", STG_E_FILEALREADYEXISTS, docfile(pwcsName));
MEANS(StgCreateDocfile, STG_E_FILEALREADYEXISTS,
      "pwcsName exists, and grfMode has neither STGM_CREATE nor STGM_CONVERT");
FAILS(StgOpenStorage, "negative result/E_", docfile(pwcsName), olddoc(pwcsName));
FAILS(StgCreateStorageEx, "negative result/E_");
FAILS(StgOpenStorageEx, "negative result/E_");
FAILS(StgIsStorageFile, "negative result/E_", STG_E_FILENOTFOUND);
MEANS(StgIsStorageFile, STG_E_FILENOTFOUND, "no file is named pwcsName");
FAILS(PropVariantClear, "negative result/E_", STG_E_INVALIDPARAMETER);
MEANS(PropVariantClear, STG_E_INVALIDPARAMETER, "vt in pvar is no type that a PROPVARIANT has");
FAILS(PropVariantCopy, "negative result/E_", STG_E_INVALIDPARAMETER);
MEANS(PropVariantCopy, STG_E_INVALIDPARAMETER,
      "vt in pvarSrc is no type that a PROPVARIANT has");
FAILS(FreePropVariantArray, "negative result/E_", STG_E_INVALIDPARAMETER);
MEANS(FreePropVariantArray, STG_E_INVALIDPARAMETER,
      "a vt in rgvars is no type that a PROPVARIANT has");
HAS_ARRAY(FreePropVariantArray, 2, 1);
FAILS(ReadClassStg, "negative result/E_");
FAILS(WriteClassStg, "negative result/E_");
FAILS(ReadClassStm, "negative result/E_");
FAILS(WriteClassStm, "negative result/E_");

/* Error objects and type libraries */
FAILS(CreateErrorInfo, "negative result/E_", E_OUTOFMEMORY);
FAILS(GetErrorInfo, "negative result/E_", E_INVALIDARG);
MEANS(GetErrorInfo, E_INVALIDARG, "dwReserved is not 0, or pperrinfo is NULL");
FAILS(SetErrorInfo, "negative result/E_", E_INVALIDARG);
MEANS(SetErrorInfo, E_INVALIDARG, "dwReserved is not 0");
FAILS(LoadTypeLib, "negative result/E_", TYPE_E_CANTLOADLIBRARY, TYPE_E_IOERROR);
MEANS(LoadTypeLib, TYPE_E_CANTLOADLIBRARY, "szFile can't be found, or holds no type library");
MEANS(LoadTypeLib, TYPE_E_IOERROR, "szFile could not be read");
LIKE(LoadTypeLibEx, LoadTypeLib);
FAILS(LoadRegTypeLib, "negative result/E_", TYPE_E_LIBNOTREGISTERED);
MEANS(LoadRegTypeLib, TYPE_E_LIBNOTREGISTERED, "rguid is not registered in this version");
FAILS(QueryPathOfRegTypeLib, "negative result/E_", TYPE_E_LIBNOTREGISTERED);
MEANS(QueryPathOfRegTypeLib, TYPE_E_LIBNOTREGISTERED, "guid is not registered in this version");
FAILS(RegisterTypeLib, "negative result/E_", TYPE_E_REGISTRYACCESS);
MEANS(RegisterTypeLib, TYPE_E_REGISTRYACCESS,
      "the registry could not be written, which needs an administrator");
FAILS(UnRegisterTypeLib, "negative result/E_", TYPE_E_REGISTRYACCESS);
MEANS(UnRegisterTypeLib, TYPE_E_REGISTRYACCESS,
      "rights are lacking, or libID is not registered in this version");
FAILS(DispGetIDsOfNames, "negative result/E_", DISP_E_UNKNOWNNAME);
MEANS(DispGetIDsOfNames, DISP_E_UNKNOWNNAME, "a name in rgszNames is not known to the object");
HAS_ARRAY(DispGetIDsOfNames, 2, 3);
HAS_ARRAY(DispGetIDsOfNames, 4, 3);
FAILS(DispInvoke, "negative result/E_, blocks", DISP_E_BADPARAMCOUNT, DISP_E_EXCEPTION,
      DISP_E_MEMBERNOTFOUND, DISP_E_PARAMNOTFOUND, DISP_E_PARAMNOTOPTIONAL,
      DISP_E_TYPEMISMATCH);
MEANS(DispInvoke, DISP_E_BADPARAMCOUNT,
      "pparams has not as many arguments as the member takes");
MEANS(DispInvoke, DISP_E_EXCEPTION, "the member failed by itself; pexcepinfo tells how");
MEANS(DispInvoke, DISP_E_MEMBERNOTFOUND, "the object has no member dispidMember for wFlags");
MEANS(DispInvoke, DISP_E_PARAMNOTFOUND, "the member has no parameter with a DISPID in pparams");
MEANS(DispInvoke, DISP_E_PARAMNOTOPTIONAL, "an argument is left out that the member needs");
MEANS(DispInvoke, DISP_E_TYPEMISMATCH,
      "an argument can't be changed to the type of the parameter; puArgErr tells which");
FAILS(DispCallFunc, "negative result/E_");
