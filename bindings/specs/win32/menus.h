/*
 * Menus, accelerators, cursors, icons and carets of user32, desktops and window stations, and
 * the end of the session. The groups hwnd, hmenu, hcursor, haccel and in_module come from
 * windowing.h.
 * TrackPopupMenu is left out: its 0 is a failure, or the choice of nothing, as its flags say.
 */

/* Menus */
FAILS(CreateMenu, "NULL last_error, fresh");
FAILS(CreatePopupMenu, "NULL last_error, fresh");
FAILS(LoadMenuW, "NULL last_error", in_module(lpMenuName));
LIKE(LoadMenuA, LoadMenuW);
FAILS(LoadMenuIndirectW, "NULL last_error, fresh");
LIKE(LoadMenuIndirectA, LoadMenuIndirectW);
FAILS(DestroyMenu, "0 last_error, fresh", hmenu(hMenu));
FAILS(AppendMenuW, "0 last_error, fresh", hmenu(hMenu));
LIKE(AppendMenuA, AppendMenuW);
FAILS(InsertMenuW, "0 last_error, fresh", hmenu(hMenu));
LIKE(InsertMenuA, InsertMenuW);
FAILS(InsertMenuItemW, "0 last_error, fresh", ERROR_INVALID_PARAMETER, hmenu(hmenu));
MEANS(InsertMenuItemW, ERROR_INVALID_PARAMETER,
      "cbSize in lpmii is wrong, or fMask and fType do not go together");
LIKE(InsertMenuItemA, InsertMenuItemW);
FAILS(ModifyMenuW, "0 last_error, fresh", hmenu(hMnu), menuitem(uPosition));
LIKE(ModifyMenuA, ModifyMenuW);
FAILS(RemoveMenu, "0 last_error, fresh", hmenu(hMenu), menuitem(uPosition));
FAILS(DeleteMenu, "0 last_error, fresh", hmenu(hMenu), menuitem(uPosition));
FAILS(GetMenuItemInfoW, "0 last_error, fresh", ERROR_INVALID_PARAMETER, hmenu(hmenu),
      menuitem(item));
MEANS(GetMenuItemInfoW, ERROR_INVALID_PARAMETER,
      "cbSize in lpmii is wrong, or fMask asks for what does not go together");
LIKE(GetMenuItemInfoA, GetMenuItemInfoW);
FAILS(SetMenuItemInfoW, "0 last_error, fresh", ERROR_INVALID_PARAMETER, hmenu(hmenu),
      menuitem(item));
MEANS(SetMenuItemInfoW, ERROR_INVALID_PARAMETER,
      "cbSize in lpmii is wrong, or fMask and fType do not go together");
LIKE(SetMenuItemInfoA, SetMenuItemInfoW);
FAILS(SetMenuItemBitmaps, "0 last_error, fresh", hmenu(hMenu));
FAILS(GetMenuInfo, "0 last_error, fresh");
FAILS(SetMenuInfo, "0 last_error, fresh");
FAILS(GetMenu, "NULL last_error, clear", hwnd(hWnd));
FAILS(SetMenu, "0 last_error, fresh", hmenu(hMenu), hwnd(hWnd));
FAILS(GetSystemMenu, "NULL last_error, clear", hwnd(hWnd));
FAILS(GetSubMenu, "NULL last_error, clear", hmenu(hMenu));
FAILS(GetMenuItemCount, "-1 last_error, fresh", hmenu(hMenu));
FAILS(GetMenuItemID, "-1 last_error, clear", hmenu(hMenu));
FAILS(GetMenuState, "-1 last_error, fresh", hmenu(hMenu));
FAILS(GetMenuStringW, "0 last_error, clear", hmenu(hMenu));
HAS_ARRAY(GetMenuStringW, 3, 4);
LIKE(GetMenuStringA, GetMenuStringW);
HAS_ARRAY(GetMenuStringA, 3, 4);
FAILS(GetMenuItemRect, "0 last_error, fresh", hmenu(hMenu));
FAILS(GetMenuBarInfo, "0 last_error", hwnd(hwnd));
FAILS(CheckMenuItem, "-1 last_error, fresh", hmenu(hMenu));
FAILS(EnableMenuItem, "-1 last_error, fresh", hmenu(hMenu));
FAILS(CheckMenuRadioItem, "0 last_error, fresh", hmenu(hmenu));
FAILS(GetMenuDefaultItem, "-1 last_error, fresh", hmenu(hMenu));
FAILS(SetMenuDefaultItem, "0 last_error, fresh", hmenu(hMenu));
FAILS(DrawMenuBar, "0 last_error", hwnd(hWnd));
FAILS(EndMenu, "0 last_error, fresh");
NEVER_FAILS(IsMenu);
NEVER_FAILS(GetMenuCheckMarkDimensions);

/* Accelerators */
FAILS(LoadAcceleratorsW, "NULL last_error", in_module(lpTableName));
LIKE(LoadAcceleratorsA, LoadAcceleratorsW);
FAILS(CreateAcceleratorTableW, "NULL last_error, fresh");
HAS_ARRAY(CreateAcceleratorTableW, 1, 2);
LIKE(CreateAcceleratorTableA, CreateAcceleratorTableW);
HAS_ARRAY(CreateAcceleratorTableA, 1, 2);
FAILS(DestroyAcceleratorTable, "0 last_error, fresh", haccel(hAccel));
FAILS(TranslateAcceleratorW, "0 last_error, clear", haccel(hAccTable), hwnd(hWnd));
LIKE(TranslateAcceleratorA, TranslateAcceleratorW);

/* Cursors, icons and carets */
FAILS(LoadCursorW, "NULL last_error", in_module(lpCursorName));
LIKE(LoadCursorA, LoadCursorW);
FAILS(LoadIconW, "NULL last_error", in_module(lpIconName));
LIKE(LoadIconA, LoadIconW);
FAILS(LoadBitmapW, "NULL last_error, fresh", in_module(lpBitmapName));
LIKE(LoadBitmapA, LoadBitmapW);
FAILS(LoadImageW, "NULL last_error, fresh", ERROR_FILE_NOT_FOUND, in_module(name));
MEANS(LoadImageW, ERROR_FILE_NOT_FOUND,
      "fuLoad has LR_LOADFROMFILE, and no file is named name");
LIKE(LoadImageA, LoadImageW);
FAILS(LoadCursorFromFileW, "NULL last_error", ERROR_FILE_NOT_FOUND);
MEANS(LoadCursorFromFileW, ERROR_FILE_NOT_FOUND, "no file is named lpFileName");
LIKE(LoadCursorFromFileA, LoadCursorFromFileW);
FAILS(CreateCursor, "NULL last_error, fresh");
FAILS(CreateIcon, "NULL last_error, fresh");
FAILS(CreateIconIndirect, "NULL last_error, fresh");
FAILS(CreateIconFromResource, "NULL last_error, fresh");
HAS_BUFFER(CreateIconFromResource, 1, 2);
FAILS(CreateIconFromResourceEx, "NULL last_error, fresh");
HAS_BUFFER(CreateIconFromResourceEx, 1, 2);
FAILS(LookupIconIdFromDirectory, "0 last_error, fresh");
FAILS(LookupIconIdFromDirectoryEx, "0 last_error, fresh");
FAILS(CopyIcon, "NULL last_error, fresh", hcursor(hIcon));
FAILS(CopyImage, "NULL last_error, fresh");
FAILS(DestroyCursor, "0 last_error, fresh", hcursor(hCursor));
FAILS(DestroyIcon, "0 last_error, fresh", hcursor(hIcon));
FAILS(GetIconInfo, "0 last_error, fresh", hcursor(hIcon));
FAILS(GetIconInfoExW, "0 last_error, fresh", hcursor(hicon));
LIKE(GetIconInfoExA, GetIconInfoExW);
FAILS(SetSystemCursor, "0 last_error, fresh", hcursor(hcur));
NEVER_FAILS(SetCursor);
NEVER_FAILS(GetCursor);
NEVER_FAILS(ShowCursor);
FAILS(GetCursorInfo, "0 last_error", ERROR_INVALID_PARAMETER);
MEANS(GetCursorInfo, ERROR_INVALID_PARAMETER, "cbSize in pci is not the size of the struct");
FAILS(GetCursorPos, "0 last_error", ERROR_ACCESS_DENIED);
MEANS(GetCursorPos, ERROR_ACCESS_DENIED,
      "another desktop has the input now, as when the session is locked");
FAILS(SetCursorPos, "0 last_error", ERROR_ACCESS_DENIED);
MEANS(SetCursorPos, ERROR_ACCESS_DENIED,
      "another desktop has the input now, as when the session is locked");
FAILS(GetPhysicalCursorPos, "0 last_error, fresh");
FAILS(SetPhysicalCursorPos, "0 last_error, fresh");
FAILS(ClipCursor, "0 last_error, fresh");
FAILS(GetClipCursor, "0 last_error, fresh");
FAILS(CreateCaret, "0 last_error", hwnd(hWnd));
FAILS(DestroyCaret, "0 last_error, fresh");
FAILS(ShowCaret, "0 last_error", hwnd(hWnd));
FAILS(HideCaret, "0 last_error", hwnd(hWnd));
FAILS(GetCaretPos, "0 last_error, fresh");
FAILS(SetCaretPos, "0 last_error, fresh");
FAILS(GetCaretBlinkTime, "0 last_error, fresh");
FAILS(SetCaretBlinkTime, "0 last_error, fresh");

/* Desktops and window stations */
GROUP(userobject, ERROR_INVALID_HANDLE, "$ is not the handle of a window station or desktop")
GROUP(openuser, ERROR_ACCESS_DENIED, "the caller may not have this access to $")
GROUP(openuser, ERROR_FILE_NOT_FOUND, "nothing of this kind is named $")
FAILS(CreateDesktopW, "NULL last_error", ERROR_ACCESS_DENIED, ERROR_NOT_ENOUGH_MEMORY);
MEANS(CreateDesktopW, ERROR_ACCESS_DENIED,
      "the caller may not create desktops on this window station, or open this one as asked");
MEANS(CreateDesktopW, ERROR_NOT_ENOUGH_MEMORY, "no desktop heap is left for another desktop");
LIKE(CreateDesktopA, CreateDesktopW);
LIKE(CreateDesktopExW, CreateDesktopW);
LIKE(CreateDesktopExA, CreateDesktopExW);
FAILS(OpenDesktopW, "NULL last_error", openuser(lpszDesktop));
LIKE(OpenDesktopA, OpenDesktopW);
FAILS(OpenInputDesktop, "NULL last_error", ERROR_ACCESS_DENIED);
MEANS(OpenInputDesktop, ERROR_ACCESS_DENIED,
      "the caller may not have this access to the desktop that has the input now");
FAILS(CloseDesktop, "0 last_error", userobject(hDesktop));
FAILS(SwitchDesktop, "0 last_error", userobject(hDesktop));
FAILS(GetThreadDesktop, "NULL last_error, fresh");
FAILS(SetThreadDesktop, "0 last_error", ERROR_BUSY, userobject(hDesktop));
MEANS(SetThreadDesktop, ERROR_BUSY,
      "the calling thread has windows or hooks on the desktop where it is now");
FAILS(CreateWindowStationW, "NULL last_error", ERROR_ACCESS_DENIED);
MEANS(CreateWindowStationW, ERROR_ACCESS_DENIED,
      "the caller may not create a window station of this name, or open it as asked");
LIKE(CreateWindowStationA, CreateWindowStationW);
FAILS(OpenWindowStationW, "NULL last_error", openuser(lpszWinSta));
LIKE(OpenWindowStationA, OpenWindowStationW);
FAILS(CloseWindowStation, "0 last_error", userobject(hWinSta));
FAILS(GetProcessWindowStation, "NULL last_error, fresh");
FAILS(SetProcessWindowStation, "0 last_error", userobject(hWinSta));
FAILS(GetUserObjectInformationW, "0 last_error", ERROR_INSUFFICIENT_BUFFER, userobject(hObj));
MEANS(GetUserObjectInformationW, ERROR_INSUFFICIENT_BUFFER,
      "nLength is too small; lpnLengthNeeded tells the size that is needed");
HAS_BUFFER(GetUserObjectInformationW, 3, 4);
LIKE(GetUserObjectInformationA, GetUserObjectInformationW);
HAS_BUFFER(GetUserObjectInformationA, 3, 4);
FAILS(SetUserObjectInformationW, "0 last_error", userobject(hObj));
HAS_BUFFER(SetUserObjectInformationW, 3, 4);
LIKE(SetUserObjectInformationA, SetUserObjectInformationW);
HAS_BUFFER(SetUserObjectInformationA, 3, 4);
FAILS(GetUserObjectSecurity, "0 last_error", ERROR_INSUFFICIENT_BUFFER, userobject(hObj));
MEANS(GetUserObjectSecurity, ERROR_INSUFFICIENT_BUFFER,
      "nLength is too small; lpnLengthNeeded tells the size that is needed");
HAS_BUFFER(GetUserObjectSecurity, 3, 4);
FAILS(SetUserObjectSecurity, "0 last_error", userobject(hObj));

/* The end of the session */
FAILS(LockWorkStation, "0 last_error, fresh");
FAILS(ExitWindowsEx, "0 last_error", ERROR_PRIVILEGE_NOT_HELD);
MEANS(ExitWindowsEx, ERROR_PRIVILEGE_NOT_HELD,
      "the caller has not enabled SE_SHUTDOWN_NAME, which all but logging off needs");
FAILS(ShutdownBlockReasonCreate, "0 last_error", ERROR_ACCESS_DENIED, hwnd(hWnd));
MEANS(ShutdownBlockReasonCreate, ERROR_ACCESS_DENIED, "another thread created the window hWnd");
FAILS(ShutdownBlockReasonQuery, "0 last_error", hwnd(hWnd));
FAILS(ShutdownBlockReasonDestroy, "0 last_error", ERROR_ACCESS_DENIED, hwnd(hWnd));
MEANS(ShutdownBlockReasonDestroy, ERROR_ACCESS_DENIED,
      "another thread created the window hWnd");
