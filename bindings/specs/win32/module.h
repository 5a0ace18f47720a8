/*
 * Modules and their resources, what the system tells of itself, profiles (.ini), atoms,
 * activation contexts and the error mode.
 */
EACH_MEANS(ERROR_RESOURCE_DATA_NOT_FOUND, "the module has no resources")

/* Modules. FreeLibraryAndExitThread does not return. */
GROUP(module, ERROR_MOD_NOT_FOUND, "$ is no module of this process, or not any more")
GROUP(library, ERROR_MOD_NOT_FOUND, "$, or a DLL that it needs, was not found")
GROUP(library, ERROR_BAD_EXE_FORMAT, "$ is no DLL, or one for another processor or bitness")
GROUP(library, ERROR_DLL_INIT_FAILED, "the DllMain of $ or of a DLL that it needs said no")
GROUP(library, ERROR_PROC_NOT_FOUND, "$ needs a function that another DLL does not have")
GROUP(library, ERROR_ACCESS_DENIED, "the caller may not run $, or it is a directory")
FAILS(LoadLibraryW, "NULL last_error", library(lpLibFileName));
LIKE(LoadLibraryA, LoadLibraryW);
FAILS(LoadLibraryExW, "NULL last_error", ERROR_INVALID_PARAMETER, library(lpLibFileName));
MEANS(LoadLibraryExW, ERROR_INVALID_PARAMETER,
      "hFile is not NULL, or dwFlags is not valid or asks for an absolute path");
LIKE(LoadLibraryExA, LoadLibraryExW);
FAILS(LoadPackagedLibrary, "NULL last_error", library(lpwLibFileName));
FAILS(FreeLibrary, "0 last_error", module(hLibModule));
NEVER_FAILS(FreeLibraryAndExitThread);
REFUSE(FreeLibraryAndExitThread,
       "ends the thread with the binding's frames in it; call FreeLibrary and return");
FAILS(DisableThreadLibraryCalls, "0 last_error", module(hLibModule));
FAILS(GetProcAddress, "NULL last_error", ERROR_INVALID_ORDINAL, ERROR_PROC_NOT_FOUND,
      module(hModule));
MEANS(GetProcAddress, ERROR_INVALID_ORDINAL, "hModule exports nothing by this number");
MEANS(GetProcAddress, ERROR_PROC_NOT_FOUND,
      "hModule exports nothing by this name, in which upper and lower case differ");
FAILS(GetModuleHandleW, "NULL last_error", ERROR_MOD_NOT_FOUND);
MEANS(GetModuleHandleW, ERROR_MOD_NOT_FOUND, "lpModuleName is not loaded in this process");
LIKE(GetModuleHandleA, GetModuleHandleW);
FAILS(GetModuleHandleExW, "0 last_error", ERROR_INVALID_PARAMETER, ERROR_MOD_NOT_FOUND);
MEANS(GetModuleHandleExW, ERROR_INVALID_PARAMETER,
      "phModule is NULL, or dwFlags has bits that are unknown or exclude one another");
MEANS(GetModuleHandleExW, ERROR_MOD_NOT_FOUND,
      "lpModuleName is not loaded, or no address within a module");
LIKE(GetModuleHandleExA, GetModuleHandleExW);
FAILS(GetModuleFileNameW, "0 last_error", module(hModule));
LIKE(GetModuleFileNameA, GetModuleFileNameW);
HAS_ARRAY(GetModuleFileNameW, 2, 3);
HAS_ARRAY(GetModuleFileNameA, 2, 3);
FAILS(AddDllDirectory, "NULL last_error", ERROR_FILE_NOT_FOUND, ERROR_INVALID_PARAMETER);
MEANS(AddDllDirectory, ERROR_FILE_NOT_FOUND, "NewDirectory does not exist");
MEANS(AddDllDirectory, ERROR_INVALID_PARAMETER, "NewDirectory is no absolute path");
FAILS(RemoveDllDirectory, "0 last_error", ERROR_INVALID_PARAMETER);
MEANS(RemoveDllDirectory, ERROR_INVALID_PARAMETER, "Cookie is none that AddDllDirectory gave");
FAILS(SetDefaultDllDirectories, "0 last_error", ERROR_INVALID_PARAMETER);
MEANS(SetDefaultDllDirectories, ERROR_INVALID_PARAMETER,
      "DirectoryFlags is 0 or has a bit that is no LOAD_LIBRARY_SEARCH_ constant");
FAILS(SetDllDirectoryW, "0 last_error", ERROR_INVALID_PARAMETER);
MEANS(SetDllDirectoryW, ERROR_INVALID_PARAMETER, "lpPathName has a semicolon in it");
LIKE(SetDllDirectoryA, SetDllDirectoryW);
FAILS(GetDllDirectoryW, "0 last_error, clear");
LIKE(GetDllDirectoryA, GetDllDirectoryW);
FAILS(SetSearchPathMode, "0 last_error", ERROR_ACCESS_DENIED, ERROR_INVALID_PARAMETER);
MEANS(SetSearchPathMode, ERROR_ACCESS_DENIED,
      "the mode was set with BASE_SEARCH_PATH_PERMANENT, and can't be changed any more");

/* Resources; an empty one has size 0, and FALSE from a callback ends an enumeration. */
GROUP(resource, ERROR_RESOURCE_TYPE_NOT_FOUND, "$ has no resources of type lpType")
GROUP(resource, ERROR_RESOURCE_NAME_NOT_FOUND, "$ has no resource lpName of this type")
GROUP(resourcelang, ERROR_RESOURCE_LANG_NOT_FOUND, "$ has the resource, but not in wLanguage")
GROUP(resourceenum, ERROR_RESOURCE_ENUM_USER_STOP, "$ answered FALSE to end it")
FAILS(FindResourceW, "NULL last_error", ERROR_RESOURCE_DATA_NOT_FOUND, resource(hModule));
LIKE(FindResourceA, FindResourceW);
FAILS(FindResourceExW, "NULL last_error", ERROR_RESOURCE_DATA_NOT_FOUND, resource(hModule),
      resourcelang(hModule));
LIKE(FindResourceExA, FindResourceExW);
FAILS(LoadResource, "NULL last_error");
FAILS(LockResource, "NULL none");
FAILS(FreeResource, "nonzero none");
FAILS(SizeofResource, "0 last_error, clear");
FAILS(LoadStringW, "0 last_error", ERROR_RESOURCE_DATA_NOT_FOUND, ERROR_RESOURCE_NAME_NOT_FOUND,
      ERROR_RESOURCE_TYPE_NOT_FOUND);
MEANS(LoadStringW, ERROR_RESOURCE_NAME_NOT_FOUND, "hInstance has no string uID");
MEANS(LoadStringW, ERROR_RESOURCE_TYPE_NOT_FOUND, "hInstance has no strings");
LIKE(LoadStringA, LoadStringW);
FAILS(EnumResourceTypesW, "0 last_error", ERROR_RESOURCE_DATA_NOT_FOUND,
      resourceenum(lpEnumFunc));
LIKE(EnumResourceTypesA, EnumResourceTypesW);
LIKE(EnumResourceTypesExW, EnumResourceTypesW);
LIKE(EnumResourceTypesExA, EnumResourceTypesW);
FAILS(EnumResourceNamesW, "0 last_error", ERROR_RESOURCE_DATA_NOT_FOUND,
      ERROR_RESOURCE_TYPE_NOT_FOUND, resourceenum(lpEnumFunc));
MEANS(EnumResourceNamesW, ERROR_RESOURCE_TYPE_NOT_FOUND, "hModule has no resources of lpType");
LIKE(EnumResourceNamesA, EnumResourceNamesW);
LIKE(EnumResourceNamesExW, EnumResourceNamesW);
LIKE(EnumResourceNamesExA, EnumResourceNamesW);
FAILS(EnumResourceLanguagesW, "0 last_error", ERROR_RESOURCE_DATA_NOT_FOUND, resource(hModule),
      resourceenum(lpEnumFunc));
LIKE(EnumResourceLanguagesA, EnumResourceLanguagesW);
LIKE(EnumResourceLanguagesExW, EnumResourceLanguagesW);
LIKE(EnumResourceLanguagesExA, EnumResourceLanguagesW);
CALLS_BACK(EnumResourceTypesW, 2, call);
CALLS_BACK(EnumResourceTypesA, 2, call);
CALLS_BACK(EnumResourceTypesExW, 2, call);
CALLS_BACK(EnumResourceTypesExA, 2, call);
CALLS_BACK(EnumResourceNamesW, 3, call);
CALLS_BACK(EnumResourceNamesA, 3, call);
CALLS_BACK(EnumResourceNamesExW, 3, call);
CALLS_BACK(EnumResourceNamesExA, 3, call);
CALLS_BACK(EnumResourceLanguagesW, 4, call);
CALLS_BACK(EnumResourceLanguagesA, 4, call);
CALLS_BACK(EnumResourceLanguagesExW, 4, call);
CALLS_BACK(EnumResourceLanguagesExA, 4, call);
FAILS(BeginUpdateResourceW, "NULL last_error", ERROR_ACCESS_DENIED, ERROR_BAD_EXE_FORMAT,
      ERROR_FILE_NOT_FOUND, ERROR_SHARING_VIOLATION);
MEANS(BeginUpdateResourceW, ERROR_BAD_EXE_FORMAT, "pFileName is no program or DLL");
MEANS(BeginUpdateResourceW, ERROR_FILE_NOT_FOUND, "pFileName does not exist");
LIKE(BeginUpdateResourceA, BeginUpdateResourceW);
GROUP(resourceupdate, ERROR_INVALID_HANDLE, "$ is none that BeginUpdateResource gave")
FAILS(UpdateResourceW, "0 last_error", ERROR_INVALID_PARAMETER, resourceupdate(hUpdate));
LIKE(UpdateResourceA, UpdateResourceW);
FAILS(EndUpdateResourceW, "0 last_error", ERROR_ACCESS_DENIED, ERROR_DISK_FULL,
      resourceupdate(hUpdate));
LIKE(EndUpdateResourceA, EndUpdateResourceW);

/* Versions of files */
FAILS(GetFileVersionInfoSizeW, "0 last_error", ERROR_BAD_EXE_FORMAT, ERROR_FILE_NOT_FOUND,
      ERROR_RESOURCE_DATA_NOT_FOUND, ERROR_RESOURCE_TYPE_NOT_FOUND);
MEANS(GetFileVersionInfoSizeW, ERROR_FILE_NOT_FOUND, "the file does not exist");
MEANS(GetFileVersionInfoSizeW, ERROR_RESOURCE_TYPE_NOT_FOUND, "the file tells no version");
LIKE(GetFileVersionInfoSizeA, GetFileVersionInfoSizeW);
LIKE(GetFileVersionInfoSizeExW, GetFileVersionInfoSizeW);
LIKE(GetFileVersionInfoSizeExA, GetFileVersionInfoSizeW);
LIKE(GetFileVersionInfoW, GetFileVersionInfoSizeW);
LIKE(GetFileVersionInfoA, GetFileVersionInfoSizeW);
HAS_BUFFER_AW(GetFileVersionInfo, 4, 3);
LIKE(GetFileVersionInfoExW, GetFileVersionInfoSizeW);
LIKE(GetFileVersionInfoExA, GetFileVersionInfoSizeW);
FAILS(VerQueryValueW, "0 last_error, fresh", ERROR_RESOURCE_TYPE_NOT_FOUND);
MEANS(VerQueryValueW, ERROR_RESOURCE_TYPE_NOT_FOUND, "pBlock has no value lpSubBlock");
LIKE(VerQueryValueA, VerQueryValueW);
FAILS(VerLanguageNameW, "0 last_error");
LIKE(VerLanguageNameA, VerLanguageNameW);
HAS_ARRAY_AW(VerLanguageName, 2, 3);
FAILS(VerifyVersionInfoW, "0 last_error", ERROR_BAD_ARGUMENTS, ERROR_OLD_WIN_VERSION);
MEANS(VerifyVersionInfoW, ERROR_OLD_WIN_VERSION,
      "the system is not what was asked for: the answer is no");
LIKE(VerifyVersionInfoA, VerifyVersionInfoW);

/* The system. A buffer that is too small is told by a result above its size, or by a code. */
GROUP(sysbuffer, ERROR_INSUFFICIENT_BUFFER, "$ says what it takes: the buffer is too small")
NEVER_FAILS(GetSystemInfo);
NEVER_FAILS(GetNativeSystemInfo);
NEVER_FAILS(GlobalMemoryStatus);
FAILS(GlobalMemoryStatusEx, "0 last_error", ERROR_INVALID_PARAMETER);
MEANS(GlobalMemoryStatusEx, ERROR_INVALID_PARAMETER, "lpBuffer has another dwLength");
NEVER_FAILS(GetVersion);
FAILS(GetVersionExW, "0 last_error", ERROR_INSUFFICIENT_BUFFER);
MEANS(GetVersionExW, ERROR_INSUFFICIENT_BUFFER,
      "dwOSVersionInfoSize is that of neither OSVERSIONINFO nor OSVERSIONINFOEX");
LIKE(GetVersionExA, GetVersionExW);
FAILS(GetProductInfo, "0 none");
FAILS(GetWindowsDirectoryW, "0 last_error");
LIKE(GetWindowsDirectoryA, GetWindowsDirectoryW);
LIKE(GetSystemWindowsDirectoryW, GetWindowsDirectoryW);
LIKE(GetSystemWindowsDirectoryA, GetWindowsDirectoryW);
LIKE(GetSystemDirectoryW, GetWindowsDirectoryW);
LIKE(GetSystemDirectoryA, GetWindowsDirectoryW);
HAS_ARRAY_AW(GetWindowsDirectory, 1, 2);
HAS_ARRAY_AW(GetSystemDirectory, 1, 2);
FAILS(GetSystemWow64DirectoryW, "0 last_error", ERROR_CALL_NOT_IMPLEMENTED);
MEANS(GetSystemWow64DirectoryW, ERROR_CALL_NOT_IMPLEMENTED, "Windows has 32 bits itself");
LIKE(GetSystemWow64DirectoryA, GetSystemWow64DirectoryW);
FAILS(Wow64DisableWow64FsRedirection, "0 last_error", ERROR_INVALID_FUNCTION);
MEANS(Wow64DisableWow64FsRedirection, ERROR_INVALID_FUNCTION,
      "the process runs natively, and nothing is redirected for it");
LIKE(Wow64RevertWow64FsRedirection, Wow64DisableWow64FsRedirection);
FAILS(GetComputerNameW, "0 last_error", ERROR_BUFFER_OVERFLOW);
MEANS(GetComputerNameW, ERROR_BUFFER_OVERFLOW,
      "*nSize says what it takes: lpBuffer is too small");
LIKE(GetComputerNameA, GetComputerNameW);
FAILS(GetComputerNameExW, "0 last_error", ERROR_INVALID_PARAMETER, ERROR_MORE_DATA);
MEANS(GetComputerNameExW, ERROR_MORE_DATA, "*nSize says what it takes: lpBuffer is too small");
LIKE(GetComputerNameExA, GetComputerNameExW);
FAILS(SetComputerNameW, "0 last_error", ERROR_ACCESS_DENIED, ERROR_INVALID_PARAMETER);
MEANS(SetComputerNameW, ERROR_ACCESS_DENIED, "the caller is no administrator");
MEANS(SetComputerNameW, ERROR_INVALID_PARAMETER, "the name is too long or no valid one");
LIKE(SetComputerNameA, SetComputerNameW);
LIKE(SetComputerNameExW, SetComputerNameW);
LIKE(SetComputerNameExA, SetComputerNameW);
FAILS(DnsHostnameToComputerNameW, "0 last_error", ERROR_MORE_DATA);
MEANS(DnsHostnameToComputerNameW, ERROR_MORE_DATA,
      "*nSize says what it takes: ComputerName is too small");
LIKE(DnsHostnameToComputerNameA, DnsHostnameToComputerNameW);
FAILS(GetLogicalProcessorInformation, "0 last_error", sysbuffer(*ReturnedLength));
LIKE(GetLogicalProcessorInformationEx, GetLogicalProcessorInformation);
FAILS(GetActiveProcessorCount, "0 last_error", ERROR_INVALID_PARAMETER);
MEANS(GetActiveProcessorCount, ERROR_INVALID_PARAMETER, "there is no group GroupNumber");
LIKE(GetMaximumProcessorCount, GetActiveProcessorCount);
FAILS(GetActiveProcessorGroupCount, "0 last_error");
FAILS(GetMaximumProcessorGroupCount, "0 last_error");
GROUP(numanode, ERROR_INVALID_PARAMETER, "there is no $")
FAILS(GetNumaHighestNodeNumber, "0 last_error");
FAILS(GetNumaProcessorNode, "0 last_error", numanode(Processor));
FAILS(GetNumaProcessorNodeEx, "0 last_error", numanode(Processor));
FAILS(GetNumaNodeProcessorMask, "0 last_error", numanode(Node));
FAILS(GetNumaNodeProcessorMaskEx, "0 last_error", numanode(Node));
FAILS(GetNumaAvailableMemoryNode, "0 last_error", numanode(Node));
FAILS(GetNumaAvailableMemoryNodeEx, "0 last_error", numanode(Node));
FAILS(GetPhysicallyInstalledSystemMemory, "0 last_error", ERROR_INVALID_DATA,
      ERROR_INVALID_PARAMETER);
MEANS(GetPhysicallyInstalledSystemMemory, ERROR_INVALID_DATA,
      "the firmware tells nothing of the memory, or less than the system has");
FAILS(EnumSystemFirmwareTables, "0 last_error", ERROR_INVALID_FUNCTION);
MEANS(EnumSystemFirmwareTables, ERROR_INVALID_FUNCTION,
      "there is no provider FirmwareTableProviderSignature");
HAS_BUFFER(EnumSystemFirmwareTables, 2, 3);
FAILS(GetSystemFirmwareTable, "0 last_error", ERROR_INVALID_FUNCTION, ERROR_NOT_FOUND);
MEANS(GetSystemFirmwareTable, ERROR_INVALID_FUNCTION,
      "there is no provider FirmwareTableProviderSignature");
MEANS(GetSystemFirmwareTable, ERROR_NOT_FOUND, "the provider has no table FirmwareTableID");
HAS_BUFFER(GetSystemFirmwareTable, 3, 4);
FAILS(GetFirmwareType, "0 last_error");
GROUP(firmware, ERROR_INVALID_FUNCTION, "the computer was started by a BIOS, which has no $")
GROUP(firmware, ERROR_PRIVILEGE_NOT_HELD, "the caller lacks SE_SYSTEM_ENVIRONMENT_NAME")
FAILS(GetFirmwareEnvironmentVariableW, "0 last_error", ERROR_ENVVAR_NOT_FOUND,
      ERROR_INSUFFICIENT_BUFFER, firmware(variables));
MEANS(GetFirmwareEnvironmentVariableW, ERROR_ENVVAR_NOT_FOUND, "there is no variable lpName");
LIKE(GetFirmwareEnvironmentVariableA, GetFirmwareEnvironmentVariableW);
LIKE(GetFirmwareEnvironmentVariableExW, GetFirmwareEnvironmentVariableW);
LIKE(GetFirmwareEnvironmentVariableExA, GetFirmwareEnvironmentVariableW);
FAILS(SetFirmwareEnvironmentVariableW, "0 last_error", firmware(variables));
LIKE(SetFirmwareEnvironmentVariableA, SetFirmwareEnvironmentVariableW);
LIKE(SetFirmwareEnvironmentVariableExW, SetFirmwareEnvironmentVariableW);
LIKE(SetFirmwareEnvironmentVariableExA, SetFirmwareEnvironmentVariableW);
FAILS(GetSystemPowerStatus, "0 last_error");
FAILS(SetSystemPowerState, "0 last_error", ERROR_PRIVILEGE_NOT_HELD);
FAILS(PowerCreateRequest, "INVALID_HANDLE_VALUE last_error");
FAILS(PowerSetRequest, "0 last_error", ERROR_INVALID_HANDLE);
FAILS(PowerClearRequest, "0 last_error", ERROR_INVALID_HANDLE);
FAILS(GetSystemRegistryQuota, "0 last_error");
FAILS(GetCurrentHwProfileW, "0 last_error");
LIKE(GetCurrentHwProfileA, GetCurrentHwProfileW);
NEVER_FAILS(GetSystemDEPPolicy);
FAILS(RegisterApplicationRestart, "negative result/E_", E_FAIL, E_INVALIDARG);
MEANS(RegisterApplicationRestart, E_INVALIDARG, "pwzCommandline is too long");
FAILS(UnregisterApplicationRestart, "negative result/E_", E_FAIL);
FAILS(RegisterApplicationRecoveryCallback, "negative result/E_", E_FAIL, E_INVALIDARG);
CALLS_BACK(RegisterApplicationRecoveryCallback, 1, kept);
FAILS(UnregisterApplicationRecoveryCallback, "negative result/E_", E_FAIL);

/* Profiles: what can't be read is the default; a write of nothing flushes and answers 0. */
GROUP(profile, ERROR_ACCESS_DENIED, "$ may not be written, or is read-only")
GROUP(profile, ERROR_PATH_NOT_FOUND, "the directory of $ does not exist")
NEVER_FAILS(GetPrivateProfileStringW);
NEVER_FAILS(GetPrivateProfileStringA);
HAS_ARRAY_AW(GetPrivateProfileString, 4, 5);
NEVER_FAILS(GetPrivateProfileIntW);
NEVER_FAILS(GetPrivateProfileIntA);
NEVER_FAILS(GetPrivateProfileSectionW);
NEVER_FAILS(GetPrivateProfileSectionA);
NEVER_FAILS(GetPrivateProfileSectionNamesW);
NEVER_FAILS(GetPrivateProfileSectionNamesA);
NEVER_FAILS(GetProfileStringW);
NEVER_FAILS(GetProfileStringA);
NEVER_FAILS(GetProfileIntW);
NEVER_FAILS(GetProfileIntA);
NEVER_FAILS(GetProfileSectionW);
NEVER_FAILS(GetProfileSectionA);
FAILS(GetPrivateProfileStructW, "0 last_error, fresh");
LIKE(GetPrivateProfileStructA, GetPrivateProfileStructW);
HAS_BUFFER_AW(GetPrivateProfileStruct, 3, 4);
FAILS(WritePrivateProfileStringW, "0 last_error, clear", profile(lpFileName));
LIKE(WritePrivateProfileStringA, WritePrivateProfileStringW);
FAILS(WritePrivateProfileSectionW, "0 last_error", profile(lpFileName));
LIKE(WritePrivateProfileSectionA, WritePrivateProfileSectionW);
FAILS(WritePrivateProfileStructW, "0 last_error", profile(szFile));
LIKE(WritePrivateProfileStructA, WritePrivateProfileStructW);
FAILS(WriteProfileStringW, "0 last_error, clear", profile(win.ini));
LIKE(WriteProfileStringA, WriteProfileStringW);
FAILS(WriteProfileSectionW, "0 last_error", profile(win.ini));
LIKE(WriteProfileSectionA, WriteProfileSectionW);

/* Atoms; deleting one answers 0 for success, the global kind always. */
GROUP(atomname, ERROR_INVALID_NAME, "$ is empty")
GROUP(atomname, ERROR_INVALID_PARAMETER, "$ is longer than 255, or a number that is no atom")
GROUP(atom, ERROR_INVALID_HANDLE, "there is no atom $")
FAILS(AddAtomW, "0 last_error", ERROR_NOT_ENOUGH_MEMORY, atomname(lpString));
LIKE(AddAtomA, AddAtomW);
LIKE(GlobalAddAtomW, AddAtomW);
LIKE(GlobalAddAtomA, AddAtomW);
LIKE(GlobalAddAtomExW, AddAtomW);
LIKE(GlobalAddAtomExA, AddAtomW);
FAILS(FindAtomW, "0 last_error", ERROR_FILE_NOT_FOUND, atomname(lpString));
MEANS(FindAtomW, ERROR_FILE_NOT_FOUND, "there is no atom lpString");
LIKE(FindAtomA, FindAtomW);
LIKE(GlobalFindAtomW, FindAtomW);
LIKE(GlobalFindAtomA, FindAtomW);
FAILS(GetAtomNameW, "0 last_error", ERROR_MORE_DATA, atom(nAtom));
MEANS(GetAtomNameW, ERROR_MORE_DATA, "lpBuffer is too small for the name");
LIKE(GetAtomNameA, GetAtomNameW);
HAS_ARRAY_AW(GetAtomName, 2, 3);
LIKE(GlobalGetAtomNameW, GetAtomNameW);
LIKE(GlobalGetAtomNameA, GetAtomNameW);
HAS_ARRAY_AW(GlobalGetAtomName, 2, 3);
FAILS(DeleteAtom, "nonzero last_error", atom(nAtom));
FAILS(GlobalDeleteAtom, "any last_error, clear", atom(nAtom));
FAILS(InitAtomTable, "0 none");

/* Activation contexts */
GROUP(actkey, ERROR_SXS_KEY_NOT_FOUND, "no active context tells of $")
GROUP(actkey, ERROR_SXS_SECTION_NOT_FOUND, "no active context has a section ulSectionId")
FAILS(CreateActCtxW, "INVALID_HANDLE_VALUE last_error", ERROR_FILE_NOT_FOUND,
      ERROR_INVALID_PARAMETER, ERROR_SXS_CANT_GEN_ACTCTX);
MEANS(CreateActCtxW, ERROR_INVALID_PARAMETER, "a size, flag or member of pActCtx is not valid");
MEANS(CreateActCtxW, ERROR_SXS_CANT_GEN_ACTCTX,
      "the manifest is faulty or needs an assembly that is missing: the event log says which");
LIKE(CreateActCtxA, CreateActCtxW);
FAILS(ActivateActCtx, "0 last_error", ERROR_INVALID_PARAMETER);
FAILS(DeactivateActCtx, "0 last_error", ERROR_INVALID_PARAMETER);
FAILS(ZombifyActCtx, "0 last_error", ERROR_INVALID_PARAMETER);
FAILS(GetCurrentActCtx, "0 last_error", ERROR_INVALID_PARAMETER);
NEVER_FAILS(AddRefActCtx);
NEVER_FAILS(ReleaseActCtx);
FAILS(FindActCtxSectionStringW, "0 last_error", ERROR_INVALID_PARAMETER,
      actkey(lpStringToFind));
LIKE(FindActCtxSectionStringA, FindActCtxSectionStringW);
FAILS(FindActCtxSectionGuid, "0 last_error", ERROR_INVALID_PARAMETER, actkey(lpGuidToFind));
FAILS(QueryActCtxSettingsW, "0 last_error", ERROR_INVALID_PARAMETER,
      sysbuffer(*pdwWrittenOrRequired));
FAILS(QueryActCtxW, "0 last_error", ERROR_INVALID_PARAMETER,
      sysbuffer(*pcbWrittenOrRequired));
HAS_BUFFER(QueryActCtxW, 5, 6);

/* The error mode */
NEVER_FAILS(SetErrorMode);
NEVER_FAILS(GetErrorMode);
FAILS(SetThreadErrorMode, "0 last_error", ERROR_INVALID_PARAMETER);
MEANS(SetThreadErrorMode, ERROR_INVALID_PARAMETER, "dwNewMode holds an unknown bit");
NEVER_FAILS(GetThreadErrorMode);
