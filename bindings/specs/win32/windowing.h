/*
 * Windows of user32: classes, windows and what is asked of them, painting, scroll bars, the
 * system's look, monitors. Menus, cursors and desktops are in menus.h; messages, input, dialogs
 * and the clipboard in messages.h. What answers without a word on failure never fails.
 */
GROUP(hwnd, ERROR_INVALID_WINDOW_HANDLE, "$ is not, or no longer, the handle of a window")
GROUP(hmenu, ERROR_INVALID_MENU_HANDLE, "$ is not, or no longer, the handle of a menu")
GROUP(menuitem, ERROR_MENU_ITEM_NOT_FOUND, "the menu has no item $")
GROUP(hcursor, ERROR_INVALID_CURSOR_HANDLE, "$ is not the handle of a cursor or an icon")
GROUP(haccel, ERROR_INVALID_ACCEL_HANDLE, "$ is not the handle of an accelerator table")
GROUP(longindex, ERROR_INVALID_INDEX, "$ is neither a known index nor within the extra bytes")
GROUP(in_module, ERROR_RESOURCE_DATA_NOT_FOUND, "the module has no resources at all")
GROUP(in_module, ERROR_RESOURCE_NAME_NOT_FOUND, "the module has no such resource named $")
GROUP(in_module, ERROR_RESOURCE_TYPE_NOT_FOUND, "the module has no resources of this type")

/* Classes */
FAILS(RegisterClassExW, "0 last_error", ERROR_CLASS_ALREADY_EXISTS, ERROR_INVALID_PARAMETER);
MEANS(RegisterClassExW, ERROR_CLASS_ALREADY_EXISTS,
      "the module has registered a class of this name already");
MEANS(RegisterClassExW, ERROR_INVALID_PARAMETER,
      "cbSize is not the size of the struct, or an extra size or hInstance in it is not valid");
LIKE(RegisterClassExA, RegisterClassExW);
FAILS(RegisterClassW, "0 last_error", ERROR_CLASS_ALREADY_EXISTS, ERROR_INVALID_PARAMETER);
MEANS(RegisterClassW, ERROR_CLASS_ALREADY_EXISTS,
      "the module has registered a class of this name already");
MEANS(RegisterClassW, ERROR_INVALID_PARAMETER,
      "an extra size or hInstance in lpWndClass is not valid");
LIKE(RegisterClassA, RegisterClassW);
FAILS(UnregisterClassW, "0 last_error", ERROR_CLASS_DOES_NOT_EXIST, ERROR_CLASS_HAS_WINDOWS);
MEANS(UnregisterClassW, ERROR_CLASS_DOES_NOT_EXIST,
      "the module hInstance has registered no class lpClassName");
MEANS(UnregisterClassW, ERROR_CLASS_HAS_WINDOWS, "windows of this class still exist");
LIKE(UnregisterClassA, UnregisterClassW);
FAILS(GetClassInfoExW, "0 last_error", ERROR_CLASS_DOES_NOT_EXIST);
MEANS(GetClassInfoExW, ERROR_CLASS_DOES_NOT_EXIST,
      "hInstance, or the system if that is NULL, has no such class");
LIKE(GetClassInfoExA, GetClassInfoExW);
FAILS(GetClassInfoW, "0 last_error", ERROR_CLASS_DOES_NOT_EXIST);
MEANS(GetClassInfoW, ERROR_CLASS_DOES_NOT_EXIST,
      "hInstance, or the system if that is NULL, has no class lpClassName");
LIKE(GetClassInfoA, GetClassInfoW);
FAILS(GetClassNameW, "0 last_error", hwnd(hWnd));
HAS_ARRAY(GetClassNameW, 2, 3);
LIKE(GetClassNameA, GetClassNameW);
HAS_ARRAY(GetClassNameA, 2, 3);
FAILS(RealGetWindowClassW, "0 last_error", hwnd(hwnd));
HAS_ARRAY(RealGetWindowClassW, 2, 3);
LIKE(RealGetWindowClassA, RealGetWindowClassW);
HAS_ARRAY(RealGetWindowClassA, 2, 3);
FAILS(GetClassLongW, "0 last_error, clear", hwnd(hWnd), longindex(nIndex));
LIKE(GetClassLongA, GetClassLongW);
FAILS(SetClassLongW, "0 last_error, clear", hwnd(hWnd), longindex(nIndex));
LIKE(SetClassLongA, SetClassLongW);
FAILS(GetClassWord, "0 last_error, clear", hwnd(hWnd), longindex(nIndex));
FAILS(SetClassWord, "0 last_error, clear", hwnd(hWnd), longindex(nIndex));
#ifdef _WIN64 /* elsewhere these are macros for those above */
LIKE(GetClassLongPtrW, GetClassLongW);
LIKE(GetClassLongPtrA, GetClassLongA);
LIKE(SetClassLongPtrW, SetClassLongW);
LIKE(SetClassLongPtrA, SetClassLongA);
#endif

/* Windows come and go. WM_NCCREATE and WM_CREATE may say no without a code. */
FAILS(CreateWindowExW, "NULL last_error, fresh", ERROR_CANNOT_FIND_WND_CLASS,
      ERROR_CLASS_DOES_NOT_EXIST, ERROR_NOT_ENOUGH_MEMORY, ERROR_NO_MORE_USER_HANDLES,
      ERROR_TLW_WITH_WSCHILD, hmenu(hMenu), hwnd(hWndParent));
MEANS(CreateWindowExW, ERROR_CANNOT_FIND_WND_CLASS,
      "neither the module hInstance nor the system has a class lpClassName");
MEANS(CreateWindowExW, ERROR_CLASS_DOES_NOT_EXIST,
      "neither the module hInstance nor the system has a class lpClassName");
MEANS(CreateWindowExW, ERROR_NOT_ENOUGH_MEMORY, "no memory is left for another window");
MEANS(CreateWindowExW, ERROR_NO_MORE_USER_HANDLES,
      "the process or the session has as many windows, menus and cursors as it may");
MEANS(CreateWindowExW, ERROR_TLW_WITH_WSCHILD,
      "dwStyle has WS_CHILD, and hWndParent names no parent");
LIKE(CreateWindowExA, CreateWindowExW);
FAILS(CreateMDIWindowW, "NULL last_error, fresh", ERROR_CANNOT_FIND_WND_CLASS,
      hwnd(hWndParent));
MEANS(CreateMDIWindowW, ERROR_CANNOT_FIND_WND_CLASS,
      "neither the module hInstance nor the system has a class lpClassName");
LIKE(CreateMDIWindowA, CreateMDIWindowW);
FAILS(DestroyWindow, "0 last_error", ERROR_ACCESS_DENIED, hwnd(hWnd));
MEANS(DestroyWindow, ERROR_ACCESS_DENIED,
      "another thread created the window hWnd, and only that one may destroy it");
NEVER_FAILS(IsWindow);
NEVER_FAILS(IsWindowUnicode);
NEVER_FAILS(IsWindowVisible);
NEVER_FAILS(IsWindowEnabled);
NEVER_FAILS(IsIconic);
NEVER_FAILS(IsZoomed);
NEVER_FAILS(IsChild);
NEVER_FAILS(IsHungAppWindow);

/* Place and state; what answers with the state before does not say that it failed. */
NEVER_FAILS(ShowWindow);
NEVER_FAILS(EnableWindow);
NEVER_FAILS(FlashWindow);
NEVER_FAILS(FlashWindowEx);
FAILS(ShowWindowAsync, "0 last_error, fresh", hwnd(hWnd));
FAILS(AnimateWindow, "0 last_error, fresh", hwnd(hWnd));
FAILS(OpenIcon, "0 last_error", hwnd(hWnd));
FAILS(CloseWindow, "0 last_error", hwnd(hWnd));
FAILS(SetWindowPos, "0 last_error", ERROR_ACCESS_DENIED, hwnd(hWnd or hWndInsertAfter));
MEANS(SetWindowPos, ERROR_ACCESS_DENIED,
      "the window hWnd belongs to a process of higher integrity");
FAILS(MoveWindow, "0 last_error", ERROR_ACCESS_DENIED, hwnd(hWnd));
MEANS(MoveWindow, ERROR_ACCESS_DENIED,
      "the window hWnd belongs to a process of higher integrity");
FAILS(BringWindowToTop, "0 last_error", hwnd(hWnd));
FAILS(SetForegroundWindow, "0 last_error, fresh", hwnd(hWnd));
FAILS(AllowSetForegroundWindow, "0 last_error, fresh");
FAILS(LockSetForegroundWindow, "0 last_error, fresh");
FAILS(BeginDeferWindowPos, "NULL last_error, fresh");
FAILS(DeferWindowPos, "NULL last_error, fresh", ERROR_INVALID_DWP_HANDLE, hwnd(hWnd));
MEANS(DeferWindowPos, ERROR_INVALID_DWP_HANDLE,
      "hWinPosInfo is not what BeginDeferWindowPos or the last DeferWindowPos answered");
FAILS(EndDeferWindowPos, "0 last_error, fresh", ERROR_INVALID_DWP_HANDLE);
MEANS(EndDeferWindowPos, ERROR_INVALID_DWP_HANDLE,
      "hWinPosInfo is not what BeginDeferWindowPos or the last DeferWindowPos answered");
FAILS(GetWindowPlacement, "0 last_error", hwnd(hWnd));
FAILS(SetWindowPlacement, "0 last_error", ERROR_INVALID_PARAMETER, hwnd(hWnd));
MEANS(SetWindowPlacement, ERROR_INVALID_PARAMETER,
      "length in lpwndpl is not the size of the struct");
FAILS(GetWindowRect, "0 last_error", hwnd(hWnd));
FAILS(GetClientRect, "0 last_error", hwnd(hWnd));
FAILS(ClientToScreen, "0 last_error, fresh", hwnd(hWnd));
FAILS(ScreenToClient, "0 last_error, fresh", hwnd(hWnd));
FAILS(MapWindowPoints, "0 last_error, clear", hwnd(hWndFrom or hWndTo));
HAS_ARRAY(MapWindowPoints, 3, 4);
FAILS(AdjustWindowRect, "0 last_error, fresh");
FAILS(AdjustWindowRectEx, "0 last_error, fresh");
FAILS(AdjustWindowRectExForDpi, "0 last_error, fresh");
FAILS(ArrangeIconicWindows, "0 last_error", hwnd(hWnd));
FAILS(ShowOwnedPopups, "0 last_error", hwnd(hWnd));
FAILS(SetLayeredWindowAttributes, "0 last_error", ERROR_INVALID_PARAMETER, hwnd(hwnd));
MEANS(SetLayeredWindowAttributes, ERROR_INVALID_PARAMETER,
      "the window hwnd lacks WS_EX_LAYERED, or dwFlags holds an unknown bit");
FAILS(GetLayeredWindowAttributes, "0 last_error", hwnd(hwnd));
FAILS(UpdateLayeredWindow, "0 last_error", ERROR_INVALID_PARAMETER, hwnd(hWnd));
MEANS(UpdateLayeredWindow, ERROR_INVALID_PARAMETER,
      "hWnd lacks WS_EX_LAYERED, or has SetLayeredWindowAttributes, or a size is not valid");
FAILS(SetWindowDisplayAffinity, "0 last_error", hwnd(hWnd));
FAILS(GetWindowDisplayAffinity, "0 last_error", hwnd(hWnd));
FAILS(SetWindowRgn, "0 last_error, fresh", hwnd(hWnd));

/* What a window holds: 0 is a value like others. */
FAILS(GetWindowLongW, "0 last_error, clear", hwnd(hWnd), longindex(nIndex));
LIKE(GetWindowLongA, GetWindowLongW);
FAILS(SetWindowLongW, "0 last_error, clear", ERROR_ACCESS_DENIED, hwnd(hWnd),
      longindex(nIndex));
MEANS(SetWindowLongW, ERROR_ACCESS_DENIED,
      "the window hWnd belongs to another process, which alone may change this");
LIKE(SetWindowLongA, SetWindowLongW);
FAILS(GetWindowWord, "0 last_error, clear", hwnd(hWnd), longindex(nIndex));
FAILS(SetWindowWord, "0 last_error, clear", hwnd(hWnd), longindex(nIndex));
#ifdef _WIN64 /* elsewhere these are macros for those above */
LIKE(GetWindowLongPtrW, GetWindowLongW);
LIKE(GetWindowLongPtrA, GetWindowLongA);
LIKE(SetWindowLongPtrW, SetWindowLongW);
LIKE(SetWindowLongPtrA, SetWindowLongA);
#endif
FAILS(GetWindowTextW, "0 last_error, clear", hwnd(hWnd));
HAS_ARRAY(GetWindowTextW, 2, 3);
LIKE(GetWindowTextA, GetWindowTextW);
HAS_ARRAY(GetWindowTextA, 2, 3);
FAILS(GetWindowTextLengthW, "0 last_error, clear", hwnd(hWnd));
LIKE(GetWindowTextLengthA, GetWindowTextLengthW);
FAILS(InternalGetWindowText, "0 last_error, clear", hwnd(hWnd));
HAS_ARRAY(InternalGetWindowText, 2, 3);
FAILS(SetWindowTextW, "0 last_error", hwnd(hWnd));
LIKE(SetWindowTextA, SetWindowTextW);
FAILS(GetWindowThreadProcessId, "0 last_error", hwnd(hWnd));
FAILS(GetWindowInfo, "0 last_error", hwnd(hwnd));
FAILS(GetTitleBarInfo, "0 last_error", hwnd(hwnd));
FAILS(GetComboBoxInfo, "0 last_error", hwnd(hwndCombo));
FAILS(GetGUIThreadInfo, "0 last_error", ERROR_INVALID_PARAMETER);
MEANS(GetGUIThreadInfo, ERROR_INVALID_PARAMETER,
      "idThread is no thread with a message queue, or cbSize in pgui is wrong");
FAILS(SetPropW, "0 last_error", hwnd(hWnd));
LIKE(SetPropA, SetPropW);
NEVER_FAILS(GetPropW);
NEVER_FAILS(GetPropA);
NEVER_FAILS(RemovePropW);
NEVER_FAILS(RemovePropA);

/* Which window; NULL is none, which may be the answer. */
FAILS(FindWindowW, "NULL last_error, fresh");
LIKE(FindWindowA, FindWindowW);
FAILS(FindWindowExW, "NULL last_error, fresh", hwnd(hWndParent or hWndChildAfter));
LIKE(FindWindowExA, FindWindowExW);
FAILS(GetParent, "NULL last_error, clear", hwnd(hWnd));
FAILS(SetParent, "NULL last_error, fresh", ERROR_INVALID_PARAMETER,
      hwnd(hWndChild or hWndNewParent));
MEANS(SetParent, ERROR_INVALID_PARAMETER,
      "hWndChild is hWndNewParent itself or the parent of it at some level");
FAILS(GetAncestor, "NULL last_error, clear", hwnd(hwnd));
FAILS(GetWindow, "NULL last_error, clear", hwnd(hWnd));
FAILS(GetTopWindow, "NULL last_error, clear", hwnd(hWnd));
NEVER_FAILS(GetLastActivePopup);
NEVER_FAILS(GetDesktopWindow);
NEVER_FAILS(GetShellWindow);
NEVER_FAILS(GetForegroundWindow);
NEVER_FAILS(GetActiveWindow);
NEVER_FAILS(GetFocus);
NEVER_FAILS(GetCapture);
NEVER_FAILS(WindowFromPoint);
NEVER_FAILS(WindowFromDC);
NEVER_FAILS(ChildWindowFromPoint);
NEVER_FAILS(ChildWindowFromPointEx);
NEVER_FAILS(RealChildWindowFromPoint);
FAILS(SetActiveWindow, "NULL last_error, clear", hwnd(hWnd));
FAILS(SetFocus, "NULL last_error, clear", ERROR_ACCESS_DENIED, hwnd(hWnd));
MEANS(SetFocus, ERROR_ACCESS_DENIED, "the window hWnd has another thread's message queue");
FAILS(SetCapture, "NULL last_error, clear", hwnd(hWnd));
FAILS(ReleaseCapture, "0 last_error, fresh");

/* The callback ends these by 0, and says by SetLastError if that was a failure. */
FAILS(EnumWindows, "0 last_error, clear");
CALLS_BACK(EnumWindows, 1, call);
NEVER_FAILS(EnumChildWindows);
CALLS_BACK(EnumChildWindows, 2, call);
NEVER_FAILS(EnumThreadWindows);
CALLS_BACK(EnumThreadWindows, 2, call);
FAILS(EnumDesktopWindows, "0 last_error, clear");
CALLS_BACK(EnumDesktopWindows, 2, call);
FAILS(EnumDesktopsW, "0 last_error, clear");
CALLS_BACK(EnumDesktopsW, 2, call);
LIKE(EnumDesktopsA, EnumDesktopsW);
CALLS_BACK(EnumDesktopsA, 2, call);
FAILS(EnumWindowStationsW, "0 last_error, clear");
CALLS_BACK(EnumWindowStationsW, 1, call);
LIKE(EnumWindowStationsA, EnumWindowStationsW);
CALLS_BACK(EnumWindowStationsA, 1, call);
FAILS(EnumDisplayMonitors, "0 last_error, clear");
CALLS_BACK(EnumDisplayMonitors, 3, call);

/* Painting */
FAILS(GetDC, "NULL last_error, fresh", hwnd(hWnd));
FAILS(GetDCEx, "NULL last_error, fresh", hwnd(hWnd));
FAILS(GetWindowDC, "NULL last_error, fresh", hwnd(hWnd));
FAILS(ReleaseDC, "0 last_error, fresh", hwnd(hWnd));
FAILS(BeginPaint, "NULL last_error, fresh", hwnd(hWnd));
NEVER_FAILS(EndPaint);
FAILS(UpdateWindow, "0 last_error, fresh", hwnd(hWnd));
FAILS(InvalidateRect, "0 last_error, fresh", hwnd(hWnd));
FAILS(ValidateRect, "0 last_error, fresh", hwnd(hWnd));
FAILS(ValidateRgn, "0 last_error, fresh", hwnd(hWnd));
NEVER_FAILS(InvalidateRgn);
FAILS(RedrawWindow, "0 last_error, fresh", hwnd(hWnd));
NEVER_FAILS(GetUpdateRect);
FAILS(GetUpdateRgn, "ERROR last_error, fresh", hwnd(hWnd));
FAILS(ExcludeUpdateRgn, "ERROR last_error, fresh", hwnd(hWnd));
FAILS(GetWindowRgn, "ERROR last_error, fresh", hwnd(hWnd));
FAILS(GetWindowRgnBox, "ERROR last_error, fresh", hwnd(hWnd));
FAILS(LockWindowUpdate, "0 none");
FAILS(PrintWindow, "0 none");
FAILS(FillRect, "0 last_error, fresh");
FAILS(FrameRect, "0 last_error, fresh");
FAILS(InvertRect, "0 last_error, fresh");
FAILS(DrawFocusRect, "0 last_error, fresh");
FAILS(DrawEdge, "0 last_error, fresh");
FAILS(DrawFrameControl, "0 last_error, fresh");
FAILS(DrawIcon, "0 last_error, fresh", hcursor(hIcon));
FAILS(DrawIconEx, "0 last_error, fresh", hcursor(hIcon));
FAILS(DrawTextW, "0 last_error, clear");
LIKE(DrawTextA, DrawTextW);
FAILS(DrawTextExW, "0 last_error, clear");
LIKE(DrawTextExA, DrawTextExW);
FAILS(ScrollDC, "0 last_error, fresh");
FAILS(ScrollWindow, "0 last_error", hwnd(hWnd));
FAILS(ScrollWindowEx, "ERROR last_error", hwnd(hWnd));

/* Rectangles; 0 is also the answer that one is empty or another. */
FAILS(SetRect, "0 none");
FAILS(SetRectEmpty, "0 none");
FAILS(CopyRect, "0 none");
FAILS(InflateRect, "0 none");
FAILS(OffsetRect, "0 none");
NEVER_FAILS(IntersectRect);
NEVER_FAILS(UnionRect);
NEVER_FAILS(SubtractRect);
NEVER_FAILS(IsRectEmpty);
NEVER_FAILS(EqualRect);
NEVER_FAILS(PtInRect);

/* Scroll bars */
GROUP(bars, ERROR_NO_SCROLLBARS, "the window $ has no scroll bar of this kind")
FAILS(GetScrollInfo, "0 last_error, fresh", bars(hwnd), hwnd(hwnd));
FAILS(GetScrollPos, "0 last_error, clear", bars(hWnd), hwnd(hWnd));
FAILS(SetScrollPos, "0 last_error, clear", bars(hWnd), hwnd(hWnd));
FAILS(GetScrollRange, "0 last_error, fresh", bars(hWnd), hwnd(hWnd));
FAILS(SetScrollRange, "0 last_error", hwnd(hWnd));
NEVER_FAILS(SetScrollInfo);
FAILS(ShowScrollBar, "0 last_error", hwnd(hWnd));
FAILS(GetScrollBarInfo, "0 last_error", hwnd(hwnd));

/* The system's look */
NEVER_FAILS(GetSystemMetrics);
NEVER_FAILS(GetSystemMetricsForDpi);
NEVER_FAILS(GetSysColor);
FAILS(GetSysColorBrush, "NULL none");
FAILS(SetSysColors, "0 last_error, fresh");
HAS_ARRAY(SetSysColors, 2, 1);
HAS_ARRAY(SetSysColors, 3, 1);
FAILS(SystemParametersInfoW, "0 last_error", ERROR_INVALID_SPI_VALUE);
MEANS(SystemParametersInfoW, ERROR_INVALID_SPI_VALUE, "uiAction is no known SPI_ constant");
LIKE(SystemParametersInfoA, SystemParametersInfoW);
FAILS(SystemParametersInfoForDpi, "0 last_error, fresh");

/* Monitors and scaling; the end of a list is a failure without a code. */
NEVER_FAILS(MonitorFromPoint);
NEVER_FAILS(MonitorFromRect);
NEVER_FAILS(MonitorFromWindow);
FAILS(GetMonitorInfoW, "0 last_error, fresh", ERROR_INVALID_MONITOR_HANDLE);
MEANS(GetMonitorInfoW, ERROR_INVALID_MONITOR_HANDLE,
      "hMonitor is not, or no longer, the handle of a monitor");
LIKE(GetMonitorInfoA, GetMonitorInfoW);
FAILS(EnumDisplayDevicesW, "0 none");
LIKE(EnumDisplayDevicesA, EnumDisplayDevicesW);
FAILS(EnumDisplaySettingsW, "0 none");
LIKE(EnumDisplaySettingsA, EnumDisplaySettingsW);
FAILS(EnumDisplaySettingsExW, "0 none");
LIKE(EnumDisplaySettingsExA, EnumDisplaySettingsExW);
GROUP(mode, DISP_CHANGE_BADDUALVIEW, "the system shows one picture on two screens (DualView)")
GROUP(mode, DISP_CHANGE_BADFLAGS, "$ holds flags that are unknown or exclude one another")
GROUP(mode, DISP_CHANGE_BADMODE, "the device has no such graphics mode")
GROUP(mode, DISP_CHANGE_BADPARAM, "a parameter is not valid, or not with these flags")
GROUP(mode, DISP_CHANGE_FAILED, "the driver could not set the mode")
GROUP(mode, DISP_CHANGE_NOTUPDATED, "the settings could not be written to the registry")
FAILS(ChangeDisplaySettingsW, "negative result/DISP_CHANGE_", mode(dwFlags));
LIKE(ChangeDisplaySettingsA, ChangeDisplaySettingsW);
FAILS(ChangeDisplaySettingsExW, "negative result/DISP_CHANGE_", mode(dwflags));
LIKE(ChangeDisplaySettingsExA, ChangeDisplaySettingsExW);
NEVER_FAILS(GetDpiForSystem);
FAILS(GetDpiForWindow, "0 last_error, fresh", hwnd(hwnd));
FAILS(SetProcessDPIAware, "0 none");
NEVER_FAILS(IsProcessDPIAware);
FAILS(SetProcessDpiAwarenessContext, "0 last_error", ERROR_ACCESS_DENIED,
      ERROR_INVALID_PARAMETER);
MEANS(SetProcessDpiAwarenessContext, ERROR_ACCESS_DENIED,
      "the process, its manifest or a window that it made has settled this already");
MEANS(SetProcessDpiAwarenessContext, ERROR_INVALID_PARAMETER,
      "value is no DPI_AWARENESS_CONTEXT_ constant");
FAILS(SetThreadDpiAwarenessContext, "NULL none");
NEVER_FAILS(GetThreadDpiAwarenessContext);
NEVER_FAILS(AreDpiAwarenessContextsEqual);
NEVER_FAILS(IsValidDpiAwarenessContext);
