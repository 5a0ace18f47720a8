/*
 * shell32. ShellExecute and FindExecutable tell a failure by a result of 32 or less, for which
 * contracts have no word; ShellExecuteEx says it by 0 and a code. So do ExtractIcon, whose
 * failures are 0 and 1, and SHAppBarMessage, where each message has its own.
 */

/* Starting and asking */
GROUP(start, ERROR_ACCESS_DENIED, "the caller may not open or run $")
GROUP(start, ERROR_CANCELLED, "the user said no, be it to the question for elevation")
GROUP(start, ERROR_DDE_FAIL, "the program was told to open it by DDE, and did not understand")
GROUP(start, ERROR_DLL_NOT_FOUND, "a DLL that the program needs was not found")
GROUP(start, ERROR_FILE_NOT_FOUND, "no file has the name $")
GROUP(start, ERROR_NO_ASSOCIATION, "no program is registered for files like $, or for lpVerb")
GROUP(start, ERROR_NOT_ENOUGH_MEMORY, "no memory is left for it")
GROUP(start, ERROR_PATH_NOT_FOUND, "a folder on the way to $ does not exist")
GROUP(start, ERROR_SHARING_VIOLATION, "another program has $ open and does not share it")
FAILS(ShellExecuteExW, "0 last_error, blocks", start(lpFile));
LIKE(ShellExecuteExA, ShellExecuteExW);
REFUSE(ShellExecuteW, "tells failures by any result up to 32; call ShellExecuteExW");
REFUSE(ShellExecuteA, "tells failures by any result up to 32; call ShellExecuteExA");
UNTOLD(FindExecutableW, "inexpressible: any result up to 32 means failure, and is its code");
UNTOLD(FindExecutableA, "inexpressible: any result up to 32 means failure, and is its code");
UNTOLD(ExtractIconW, "inexpressible: 0 means that there is no icon, 1 that the file has none");
UNTOLD(ExtractIconA, "inexpressible: 0 means that there is no icon, 1 that the file has none");
UNTOLD(SHAppBarMessage, "inexpressible: each message has results of its own");
FAILS(CommandLineToArgvW, "NULL last_error, fresh");
FAILS(ShellAboutW, "0 none, blocks");
LIKE(ShellAboutA, ShellAboutW);
NEVER_FAILS(IsUserAnAdmin);
FAILS(Shell_NotifyIconW, "0 last_error, fresh");
LIKE(Shell_NotifyIconA, Shell_NotifyIconW);
FAILS(Shell_NotifyIconGetRect, "negative result/E_");
FAILS(SetCurrentProcessExplicitAppUserModelID, "negative result/E_");
FAILS(GetCurrentProcessExplicitAppUserModelID, "negative result/E_");
FAILS(SHQueryUserNotificationState, "negative result/E_");

/* Dropped files */
NEVER_FAILS(DragAcceptFiles);
NEVER_FAILS(DragFinish);
FAILS(DragQueryFileW, "0 none");
HAS_ARRAY(DragQueryFileW, 3, 4);
LIKE(DragQueryFileA, DragQueryFileW);
HAS_ARRAY(DragQueryFileA, 3, 4);
NEVER_FAILS(DragQueryPoint);

/* Icons */
FAILS(ExtractIconExW, "-1 last_error, fresh");
LIKE(ExtractIconExA, ExtractIconExW);
FAILS(ExtractAssociatedIconW, "NULL none");
LIKE(ExtractAssociatedIconA, ExtractAssociatedIconW);
FAILS(DuplicateIcon, "NULL none");
FAILS(SHGetFileInfoW, "0 none");
LIKE(SHGetFileInfoA, SHGetFileInfoW);
FAILS(SHGetStockIconInfo, "negative result/E_");
FAILS(SHDefExtractIconW, "negative result/E_");
LIKE(SHDefExtractIconA, SHDefExtractIconW);

/* Folders; S_FALSE is the name of a folder that does not exist. */
GROUP(folder, E_FAIL, "the folder $ is none that has a path, or the profile has no such one")
GROUP(folder, E_INVALIDARG,
      "$ is no folder that is known, or may not be asked for hToken's user")
FAILS(SHGetFolderPathW, "negative result/E_", folder(csidl));
HOLDS(SHGetFolderPathW, 5, 260);
LIKE(SHGetFolderPathA, SHGetFolderPathW);
HOLDS(SHGetFolderPathA, 5, 260);
FAILS(SHGetFolderPathAndSubDirW, "negative result/E_", folder(csidl));
HOLDS(SHGetFolderPathAndSubDirW, 6, 260);
LIKE(SHGetFolderPathAndSubDirA, SHGetFolderPathAndSubDirW);
HOLDS(SHGetFolderPathAndSubDirA, 6, 260);
FAILS(SHGetFolderLocation, "negative result/E_", folder(csidl));
FAILS(SHSetFolderPathW, "negative result/E_");
LIKE(SHSetFolderPathA, SHSetFolderPathW);
FAILS(SHGetSpecialFolderPathW, "0 none");
HOLDS(SHGetSpecialFolderPathW, 2, 260);
LIKE(SHGetSpecialFolderPathA, SHGetSpecialFolderPathW);
HOLDS(SHGetSpecialFolderPathA, 2, 260);
FAILS(SHGetSpecialFolderLocation, "negative result/E_");
FAILS(SHGetKnownFolderPath, "negative result/E_", folder(rfid));
FAILS(SHSetKnownFolderPath, "negative result/E_");
FAILS(SHGetKnownFolderIDList, "negative result/E_");
FAILS(SHGetKnownFolderItem, "negative result/E_");
FAILS(SHGetDesktopFolder, "negative result/E_");
FAILS(SHBrowseForFolderW, "never, blocks");
LIKE(SHBrowseForFolderA, SHBrowseForFolderW);

/* Files */
#ifdef DE_SAMEFILE
FAILS(SHFileOperationW, "nonzero result/DE_, blocks");
LIKE(SHFileOperationA, SHFileOperationW);
#else /* its codes are neither ERROR_ constants nor named by these headers */
FAILS(SHFileOperationW, "nonzero none, blocks");
LIKE(SHFileOperationA, SHFileOperationW);
#endif
GROUP(newfolder, ERROR_ALREADY_EXISTS, "the folder $ exists already")
GROUP(newfolder, ERROR_BAD_PATHNAME, "$ is not a full path")
GROUP(newfolder, ERROR_CANCELLED, "the user chose not to create it")
GROUP(newfolder, ERROR_FILENAME_EXCED_RANGE, "$ is too long")
GROUP(newfolder, ERROR_FILE_EXISTS, "a file, not a folder, has the name $")
GROUP(newfolder, ERROR_PATH_NOT_FOUND, "a part of the way to $ can't be found, or created")
FAILS(SHCreateDirectory, "nonzero result/ERROR_", newfolder(pszPath));
FAILS(SHCreateDirectoryExW, "nonzero result/ERROR_", newfolder(pszPath));
LIKE(SHCreateDirectoryExA, SHCreateDirectoryExW);
FAILS(SHEmptyRecycleBinW, "negative result/E_, blocks");
LIKE(SHEmptyRecycleBinA, SHEmptyRecycleBinW);
FAILS(SHQueryRecycleBinW, "negative result/E_");
LIKE(SHQueryRecycleBinA, SHQueryRecycleBinW);
FAILS(SHGetDiskFreeSpaceExW, "0 last_error, fresh");
LIKE(SHGetDiskFreeSpaceExA, SHGetDiskFreeSpaceExW);
FAILS(SHFormatDrive, "SHFMT_ERROR none, blocks");
FAILS(SHObjectProperties, "0 none");
FAILS(SHChangeNotifyRegister, "0 none");
HAS_ARRAY(SHChangeNotifyRegister, 6, 5);
FAILS(SHChangeNotifyDeregister, "0 none");
NEVER_FAILS(SHChangeNotify);
NEVER_FAILS(SHAddToRecentDocs);
NEVER_FAILS(SHUpdateImageW);
NEVER_FAILS(SHUpdateImageA);

/* Items */
FAILS(SHParseDisplayName, "negative result/E_");
FAILS(SHGetNameFromIDList, "negative result/E_");
FAILS(SHGetPathFromIDListW, "0 none");
HOLDS(SHGetPathFromIDListW, 2, 260);
LIKE(SHGetPathFromIDListA, SHGetPathFromIDListW);
HOLDS(SHGetPathFromIDListA, 2, 260);
FAILS(SHGetPathFromIDListEx, "0 none");
HAS_ARRAY(SHGetPathFromIDListEx, 2, 3);
FAILS(SHGetIDListFromObject, "negative result/E_");
FAILS(SHBindToParent, "negative result/E_");
FAILS(SHBindToObject, "negative result/E_");
FAILS(SHCreateShellItem, "negative result/E_");
FAILS(SHCreateItemFromParsingName, "negative result/E_");
FAILS(SHCreateItemFromIDList, "negative result/E_");
FAILS(SHOpenFolderAndSelectItems, "negative result/E_");
HAS_ARRAY(SHOpenFolderAndSelectItems, 3, 2);
FAILS(SHGetMalloc, "negative result/E_");
FAILS(SHAlloc, "NULL none");
NEVER_FAILS(SHFree);
FREES(SHFree, 1);
FAILS(ILClone, "NULL none");
FAILS(ILCombine, "NULL none");
FAILS(ILCreateFromPathW, "NULL none");
LIKE(ILCreateFromPathA, ILCreateFromPathW);
NEVER_FAILS(ILFree);
FREES(ILFree, 1);
NEVER_FAILS(ILGetSize);
NEVER_FAILS(ILIsEqual);
NEVER_FAILS(ILIsParent);
NEVER_FAILS(ILFindLastID);
FAILS(ILRemoveLastID, "0 none");
