/*
 * Messages of user32, and what brings them: timers, hooks, keyboard, mouse, raw and touch
 * input; and what is made of them: dialogs, the clipboard. The group hwnd is in windowing.h.
 */

/* Message queues: 0 of GetMessage is WM_QUIT, and 0 of PeekMessage that there is no message. */
FAILS(GetMessageW, "-1 last_error, blocks", hwnd(hWnd));
LIKE(GetMessageA, GetMessageW);
NEVER_FAILS(PeekMessageW);
NEVER_FAILS(PeekMessageA);
FAILS(WaitMessage, "0 last_error, fresh, blocks");
NEVER_FAILS(TranslateMessage);
NEVER_FAILS(DispatchMessageW);
NEVER_FAILS(DispatchMessageA);
NEVER_FAILS(IsDialogMessageW);
NEVER_FAILS(IsDialogMessageA);
NEVER_FAILS(TranslateMDISysAccel);
NEVER_FAILS(CallMsgFilterW);
NEVER_FAILS(CallMsgFilterA);
NEVER_FAILS(GetMessagePos);
NEVER_FAILS(GetMessageTime);
NEVER_FAILS(GetMessageExtraInfo);
NEVER_FAILS(SetMessageExtraInfo);
NEVER_FAILS(GetQueueStatus);
NEVER_FAILS(GetInputState);
NEVER_FAILS(InSendMessage);
NEVER_FAILS(InSendMessageEx);
NEVER_FAILS(ReplyMessage);
NEVER_FAILS(PostQuitMessage);

/* Waits; WAIT_TIMEOUT and WAIT_ABANDONED_0 are results. */
GROUP(queuewait, ERROR_INVALID_HANDLE, "a handle in $ is not that of an open object")
GROUP(queuewait, ERROR_ACCESS_DENIED, "a handle in $ was opened without the right SYNCHRONIZE")
GROUP(queuewait, ERROR_INVALID_PARAMETER,
      "nCount is beyond MAXIMUM_WAIT_OBJECTS - 1, or a handle or flag is not valid for it")
FAILS(MsgWaitForMultipleObjects, "WAIT_FAILED last_error, blocks", queuewait(pHandles));
HAS_ARRAY(MsgWaitForMultipleObjects, 2, 1);
FAILS(MsgWaitForMultipleObjectsEx, "WAIT_FAILED last_error, blocks", queuewait(pHandles));
HAS_ARRAY(MsgWaitForMultipleObjectsEx, 2, 1);
FAILS(WaitForInputIdle, "WAIT_FAILED last_error, blocks", ERROR_INVALID_HANDLE);
MEANS(WaitForInputIdle, ERROR_INVALID_HANDLE, "hProcess is not the handle of a process");
FAILS(AttachThreadInput, "0 last_error, fresh", ERROR_INVALID_PARAMETER);
MEANS(AttachThreadInput, ERROR_INVALID_PARAMETER,
      "idAttach and idAttachTo are the same, or one is no thread with a message queue");

/* Sending and posting. What SendMessage answers is the receiver's, and a code may be what that
 * one left: so nothing tells for sure that a process of higher integrity did not let the message
 * in. SendMessageTimeout does. */
GROUP(posted, ERROR_ACCESS_DENIED,
      "$ belongs to a process of higher integrity, which does not let Msg in")
GROUP(posted, ERROR_MESSAGE_SYNC_ONLY,
      "Msg carries pointers, so it can only be sent; call SendMessage or SendMessageTimeout")
GROUP(postqueue, ERROR_NOT_ENOUGH_QUOTA,
      "the queue of $ holds as many messages as it may (10000)")
FAILS(PostMessageW, "0 last_error", hwnd(hWnd), posted(hWnd), postqueue(hWnd));
LIKE(PostMessageA, PostMessageW);
FAILS(PostThreadMessageW, "0 last_error", ERROR_INVALID_THREAD_ID, posted(idThread),
      postqueue(idThread));
MEANS(PostThreadMessageW, ERROR_INVALID_THREAD_ID,
      "idThread is no running thread, or one that has not yet made a message queue");
LIKE(PostThreadMessageA, PostThreadMessageW);
FAILS(SendMessageW, "never, blocks");
LIKE(SendMessageA, SendMessageW);
FAILS(SendDlgItemMessageW, "never, blocks");
LIKE(SendDlgItemMessageA, SendDlgItemMessageW);
FAILS(SendMessageTimeoutW, "0 last_error, fresh, blocks", ERROR_ACCESS_DENIED, ERROR_TIMEOUT,
      hwnd(hWnd));
MEANS(SendMessageTimeoutW, ERROR_ACCESS_DENIED,
      "hWnd belongs to a process of higher integrity, which does not let Msg in");
MEANS(SendMessageTimeoutW, ERROR_TIMEOUT,
      "the thread of hWnd hangs, or has not answered within uTimeout milliseconds");
LIKE(SendMessageTimeoutA, SendMessageTimeoutW);
FAILS(SendNotifyMessageW, "0 last_error", hwnd(hWnd), posted(hWnd));
LIKE(SendNotifyMessageA, SendNotifyMessageW);
FAILS(SendMessageCallbackW, "0 last_error", hwnd(hWnd), posted(hWnd));
CALLS_BACK(SendMessageCallbackW, 5, kept);
LIKE(SendMessageCallbackA, SendMessageCallbackW);
CALLS_BACK(SendMessageCallbackA, 5, kept);
FAILS(BroadcastSystemMessageW, "-1 last_error, fresh, blocks");
LIKE(BroadcastSystemMessageA, BroadcastSystemMessageW);
FAILS(BroadcastSystemMessageExW, "-1 last_error, fresh, blocks");
LIKE(BroadcastSystemMessageExA, BroadcastSystemMessageExW);
FAILS(RegisterWindowMessageW, "0 last_error, fresh");
LIKE(RegisterWindowMessageA, RegisterWindowMessageW);
FAILS(ChangeWindowMessageFilter, "0 last_error, fresh");
FAILS(ChangeWindowMessageFilterEx, "0 last_error", hwnd(hwnd));
FAILS(RegisterDeviceNotificationW, "NULL last_error, fresh");
LIKE(RegisterDeviceNotificationA, RegisterDeviceNotificationW);
FAILS(UnregisterDeviceNotification, "0 last_error, fresh");
FAILS(RegisterPowerSettingNotification, "NULL last_error, fresh");
FAILS(UnregisterPowerSettingNotification, "0 last_error, fresh");
FAILS(RegisterShellHookWindow, "0 none");
FAILS(DeregisterShellHookWindow, "0 none");

/* Window procedures */
NEVER_FAILS(CallWindowProcW);
NEVER_FAILS(CallWindowProcA);
CALLS_BACK(CallWindowProcW, 1, call);
CALLS_BACK(CallWindowProcA, 1, call);
NEVER_FAILS(DefWindowProcW);
NEVER_FAILS(DefWindowProcA);
NEVER_FAILS(DefDlgProcW);
NEVER_FAILS(DefDlgProcA);
NEVER_FAILS(DefFrameProcW);
NEVER_FAILS(DefFrameProcA);
NEVER_FAILS(DefMDIChildProcW);
NEVER_FAILS(DefMDIChildProcA);

/* Timers: WM_TIMER, or a call of lpTimerFunc by DispatchMessage. */
FAILS(SetTimer, "0 last_error", ERROR_ACCESS_DENIED, hwnd(hWnd));
MEANS(SetTimer, ERROR_ACCESS_DENIED, "the window hWnd belongs to another process");
CALLS_BACK(SetTimer, 4, kept);
FAILS(SetCoalescableTimer, "0 last_error", ERROR_ACCESS_DENIED, hwnd(hWnd));
MEANS(SetCoalescableTimer, ERROR_ACCESS_DENIED, "the window hWnd belongs to another process");
CALLS_BACK(SetCoalescableTimer, 4, kept);
FAILS(KillTimer, "0 last_error, fresh", ERROR_INVALID_PARAMETER, hwnd(hWnd));
MEANS(KillTimer, ERROR_INVALID_PARAMETER, "no timer of hWnd, or of the thread, is uIDEvent");

/* Hooks */
FAILS(SetWindowsHookExW, "NULL last_error", ERROR_ACCESS_DENIED, ERROR_GLOBAL_ONLY_HOOK,
      ERROR_HOOK_NEEDS_HMOD, ERROR_INVALID_FILTER_PROC, ERROR_INVALID_HOOK_FILTER,
      ERROR_INVALID_PARAMETER, ERROR_MOD_NOT_FOUND);
MEANS(SetWindowsHookExW, ERROR_ACCESS_DENIED,
      "the thread dwThreadId is another user's or desktop's, or the desktop allows no hooks");
MEANS(SetWindowsHookExW, ERROR_GLOBAL_ONLY_HOOK,
      "dwThreadId is not 0, and a hook of the kind idHook is only for all threads at once");
MEANS(SetWindowsHookExW, ERROR_HOOK_NEEDS_HMOD,
      "hmod is NULL, and a hook on threads of other processes has to be in a DLL");
MEANS(SetWindowsHookExW, ERROR_INVALID_FILTER_PROC, "lpfn is NULL");
MEANS(SetWindowsHookExW, ERROR_INVALID_HOOK_FILTER, "idHook is no known WH_ constant");
MEANS(SetWindowsHookExW, ERROR_INVALID_PARAMETER,
      "dwThreadId is no running thread with a message queue");
MEANS(SetWindowsHookExW, ERROR_MOD_NOT_FOUND, "hmod is not the handle of a loaded module");
CALLS_BACK(SetWindowsHookExW, 2, kept);
LIKE(SetWindowsHookExA, SetWindowsHookExW);
CALLS_BACK(SetWindowsHookExA, 2, kept);
FAILS(UnhookWindowsHookEx, "0 last_error", ERROR_INVALID_HOOK_HANDLE);
MEANS(UnhookWindowsHookEx, ERROR_INVALID_HOOK_HANDLE,
      "hhk is not, or no longer, the handle of a hook");
NEVER_FAILS(CallNextHookEx);
FAILS(SetWinEventHook, "NULL last_error, fresh");
CALLS_BACK(SetWinEventHook, 4, kept);
FAILS(UnhookWinEvent, "0 last_error, fresh");
NEVER_FAILS(NotifyWinEvent);
NEVER_FAILS(IsWinEventHookInstalled);

/* Keyboard and mouse */
FAILS(SendInput, "0 last_error, fresh", ERROR_INVALID_PARAMETER);
MEANS(SendInput, ERROR_INVALID_PARAMETER, "cInputs is 0, or cbSize not the size of an INPUT");
HAS_ARRAY(SendInput, 2, 1);
NEVER_FAILS(keybd_event);
NEVER_FAILS(mouse_event);
FAILS(BlockInput, "0 last_error", ERROR_ACCESS_DENIED);
MEANS(BlockInput, ERROR_ACCESS_DENIED,
      "another thread has blocked the input, or the caller is not elevated");
NEVER_FAILS(GetKeyState);
NEVER_FAILS(GetAsyncKeyState);
FAILS(GetKeyboardState, "0 last_error, fresh");
FAILS(SetKeyboardState, "0 last_error, fresh");
HOLDS(GetKeyboardState, 1, 256);
HOLDS(SetKeyboardState, 1, 256);
FAILS(GetKeyNameTextW, "0 last_error, fresh");
HAS_ARRAY(GetKeyNameTextW, 2, 3);
LIKE(GetKeyNameTextA, GetKeyNameTextW);
HAS_ARRAY(GetKeyNameTextA, 2, 3);
NEVER_FAILS(MapVirtualKeyW);
NEVER_FAILS(MapVirtualKeyA);
NEVER_FAILS(MapVirtualKeyExW);
NEVER_FAILS(MapVirtualKeyExA);
FAILS(VkKeyScanW, "-1 none");
LIKE(VkKeyScanA, VkKeyScanW);
FAILS(VkKeyScanExW, "-1 none");
LIKE(VkKeyScanExA, VkKeyScanExW);
NEVER_FAILS(ToAscii);
NEVER_FAILS(ToAsciiEx);
NEVER_FAILS(ToUnicode);
NEVER_FAILS(ToUnicodeEx);
NEVER_FAILS(GetKeyboardLayout);
FAILS(GetKeyboardLayoutList, "0 last_error, fresh");
FAILS(GetKeyboardLayoutNameW, "0 last_error, fresh");
HOLDS(GetKeyboardLayoutNameW, 1, 9);
LIKE(GetKeyboardLayoutNameA, GetKeyboardLayoutNameW);
HOLDS(GetKeyboardLayoutNameA, 1, 9);
FAILS(LoadKeyboardLayoutW, "NULL last_error, fresh");
LIKE(LoadKeyboardLayoutA, LoadKeyboardLayoutW);
FAILS(ActivateKeyboardLayout, "NULL last_error, fresh");
FAILS(UnloadKeyboardLayout, "0 last_error, fresh");
FAILS(GetKeyboardType, "0 last_error, clear");
GROUP(hotkey, ERROR_WINDOW_OF_OTHER_THREAD, "another thread created the window $")
FAILS(RegisterHotKey, "0 last_error", ERROR_HOTKEY_ALREADY_REGISTERED, hotkey(hWnd),
      hwnd(hWnd));
MEANS(RegisterHotKey, ERROR_HOTKEY_ALREADY_REGISTERED,
      "somebody has registered this key vk with fsModifiers already");
FAILS(UnregisterHotKey, "0 last_error", ERROR_HOTKEY_NOT_REGISTERED, hotkey(hWnd), hwnd(hWnd));
MEANS(UnregisterHotKey, ERROR_HOTKEY_NOT_REGISTERED,
      "the calling thread has registered no hot key id for hWnd");
FAILS(GetLastInputInfo, "0 none");
FAILS(TrackMouseEvent, "0 last_error, fresh");
NEVER_FAILS(DragDetect);
NEVER_FAILS(GetDoubleClickTime);
FAILS(SetDoubleClickTime, "0 last_error, fresh");
NEVER_FAILS(SwapMouseButton);
FAILS(GetMouseMovePointsEx, "-1 last_error, fresh");
HAS_ARRAY(GetMouseMovePointsEx, 3, 4);

/* Raw, touch and pointer input */
GROUP(rawsize, ERROR_INSUFFICIENT_BUFFER, "$ says too little; it now says what is needed")
FAILS(RegisterRawInputDevices, "0 last_error", ERROR_INVALID_PARAMETER);
MEANS(RegisterRawInputDevices, ERROR_INVALID_PARAMETER,
      "uiNumDevices is 0, cbSize is wrong, or flags and window of a device do not go together");
HAS_ARRAY(RegisterRawInputDevices, 1, 2);
FAILS(GetRegisteredRawInputDevices, "-1 last_error", rawsize(puiNumDevices));
FAILS(GetRawInputData, "-1 last_error, fresh", rawsize(pcbSize));
FAILS(GetRawInputBuffer, "-1 last_error", rawsize(pcbSize));
FAILS(GetRawInputDeviceList, "-1 last_error", rawsize(puiNumDevices));
FAILS(GetRawInputDeviceInfoW, "-1 last_error, fresh", rawsize(pcbSize));
LIKE(GetRawInputDeviceInfoA, GetRawInputDeviceInfoW);
FAILS(RegisterTouchWindow, "0 last_error", ERROR_ACCESS_DENIED, hwnd(hwnd));
MEANS(RegisterTouchWindow, ERROR_ACCESS_DENIED,
      "the calling thread is on another desktop than the window hwnd");
FAILS(UnregisterTouchWindow, "0 last_error", hwnd(hwnd));
NEVER_FAILS(IsTouchWindow);
FAILS(GetTouchInputInfo, "0 last_error, fresh");
HAS_ARRAY(GetTouchInputInfo, 3, 2);
FAILS(CloseTouchInputHandle, "0 last_error, fresh");
FAILS(GetGestureInfo, "0 last_error, fresh");
FAILS(CloseGestureInfoHandle, "0 last_error, fresh");
FAILS(EnableMouseInPointer, "0 last_error, fresh");
NEVER_FAILS(IsMouseInPointerEnabled);
FAILS(GetPointerType, "0 last_error, fresh");
FAILS(GetPointerInfo, "0 last_error, fresh");
FAILS(GetPointerPenInfo, "0 last_error, fresh");
FAILS(GetPointerTouchInfo, "0 last_error, fresh");
FAILS(InitializeTouchInjection, "0 last_error", ERROR_INVALID_PARAMETER);
MEANS(InitializeTouchInjection, ERROR_INVALID_PARAMETER,
      "maxCount is not from 1 to MAX_TOUCH_COUNT, or dwMode is unknown");
FAILS(InjectTouchInput, "0 last_error, fresh");
HAS_ARRAY(InjectTouchInput, 2, 1);

/* Dialogs */
GROUP(control, ERROR_CONTROL_ID_NOT_FOUND, "the dialog hDlg has no control $")
FAILS(MessageBoxW, "0 last_error, blocks", hwnd(hWnd));
LIKE(MessageBoxA, MessageBoxW);
FAILS(MessageBoxExW, "0 last_error, blocks", hwnd(hWnd));
LIKE(MessageBoxExA, MessageBoxExW);
FAILS(MessageBoxIndirectW, "0 last_error, fresh, blocks");
LIKE(MessageBoxIndirectA, MessageBoxIndirectW);
FAILS(MessageBeep, "0 last_error, fresh");
FAILS(CreateDialogParamW, "NULL last_error, fresh", hwnd(hWndParent),
      in_module(lpTemplateName));
CALLS_BACK(CreateDialogParamW, 4, kept);
LIKE(CreateDialogParamA, CreateDialogParamW);
CALLS_BACK(CreateDialogParamA, 4, kept);
FAILS(CreateDialogIndirectParamW, "NULL last_error, fresh", hwnd(hWndParent));
CALLS_BACK(CreateDialogIndirectParamW, 4, kept);
LIKE(CreateDialogIndirectParamA, CreateDialogIndirectParamW);
CALLS_BACK(CreateDialogIndirectParamA, 4, kept);
FAILS(DialogBoxParamW, "-1 last_error, fresh, blocks", in_module(lpTemplateName));
CALLS_BACK(DialogBoxParamW, 4, call);
LIKE(DialogBoxParamA, DialogBoxParamW);
CALLS_BACK(DialogBoxParamA, 4, call);
FAILS(DialogBoxIndirectParamW, "-1 last_error, fresh, blocks");
CALLS_BACK(DialogBoxIndirectParamW, 4, call);
LIKE(DialogBoxIndirectParamA, DialogBoxIndirectParamW);
CALLS_BACK(DialogBoxIndirectParamA, 4, call);
FAILS(EndDialog, "0 last_error", hwnd(hDlg));
FAILS(GetDlgItem, "NULL last_error, fresh", control(nIDDlgItem), hwnd(hDlg));
FAILS(GetDlgCtrlID, "0 last_error, clear", hwnd(hWnd));
FAILS(GetDlgItemTextW, "0 last_error, clear", control(nIDDlgItem), hwnd(hDlg));
HAS_ARRAY(GetDlgItemTextW, 3, 4);
LIKE(GetDlgItemTextA, GetDlgItemTextW);
HAS_ARRAY(GetDlgItemTextA, 3, 4);
FAILS(SetDlgItemTextW, "0 last_error, fresh", control(nIDDlgItem), hwnd(hDlg));
LIKE(SetDlgItemTextA, SetDlgItemTextW);
NEVER_FAILS(GetDlgItemInt);
FAILS(SetDlgItemInt, "0 last_error, fresh", control(nIDDlgItem), hwnd(hDlg));
FAILS(CheckDlgButton, "0 last_error, fresh", control(nIDButton), hwnd(hDlg));
FAILS(CheckRadioButton, "0 last_error", hwnd(hDlg));
NEVER_FAILS(IsDlgButtonChecked);
FAILS(GetNextDlgTabItem, "NULL last_error, fresh", hwnd(hDlg));
FAILS(GetNextDlgGroupItem, "NULL last_error, fresh", hwnd(hDlg));
FAILS(MapDialogRect, "0 last_error", hwnd(hDlg));
NEVER_FAILS(GetDialogBaseUnits);

/* The clipboard */
GROUP(clipboard, ERROR_CLIPBOARD_NOT_OPEN, "the calling thread has not opened the clipboard")
FAILS(OpenClipboard, "0 last_error", ERROR_ACCESS_DENIED, hwnd(hWndNewOwner));
MEANS(OpenClipboard, ERROR_ACCESS_DENIED, "another window has the clipboard open now");
FAILS(CloseClipboard, "0 last_error", clipboard(none));
FAILS(EmptyClipboard, "0 last_error", clipboard(none));
FAILS(GetClipboardData, "NULL last_error, fresh", clipboard(none));
/* With hMem NULL, the data is promised, and NULL is the answer. */
FAILS(SetClipboardData, "NULL last_error, clear", clipboard(none));
FAILS(EnumClipboardFormats, "0 last_error, clear", clipboard(none));
FAILS(CountClipboardFormats, "0 last_error, clear");
NEVER_FAILS(IsClipboardFormatAvailable);
NEVER_FAILS(GetPriorityClipboardFormat);
FAILS(RegisterClipboardFormatW, "0 last_error, fresh");
LIKE(RegisterClipboardFormatA, RegisterClipboardFormatW);
FAILS(GetClipboardFormatNameW, "0 last_error, fresh");
HAS_ARRAY(GetClipboardFormatNameW, 2, 3);
LIKE(GetClipboardFormatNameA, GetClipboardFormatNameW);
HAS_ARRAY(GetClipboardFormatNameA, 2, 3);
FAILS(GetClipboardSequenceNumber, "0 none");
FAILS(GetClipboardOwner, "NULL last_error, clear");
FAILS(GetClipboardViewer, "NULL last_error, clear");
FAILS(GetOpenClipboardWindow, "NULL last_error, clear");
FAILS(SetClipboardViewer, "NULL last_error, clear", hwnd(hWndNewViewer));
NEVER_FAILS(ChangeClipboardChain);
FAILS(AddClipboardFormatListener, "0 last_error", hwnd(hwnd));
FAILS(RemoveClipboardFormatListener, "0 last_error", hwnd(hwnd));
FAILS(GetUpdatedClipboardFormats, "0 last_error, fresh");

/* Characters */
NEVER_FAILS(CharUpperW);
NEVER_FAILS(CharUpperA);
NEVER_FAILS(CharLowerW);
NEVER_FAILS(CharLowerA);
NEVER_FAILS(CharUpperBuffW);
HAS_ARRAY(CharUpperBuffW, 1, 2);
NEVER_FAILS(CharUpperBuffA);
HAS_ARRAY(CharUpperBuffA, 1, 2);
NEVER_FAILS(CharLowerBuffW);
HAS_ARRAY(CharLowerBuffW, 1, 2);
NEVER_FAILS(CharLowerBuffA);
HAS_ARRAY(CharLowerBuffA, 1, 2);
NEVER_FAILS(CharNextW);
NEVER_FAILS(CharNextA);
NEVER_FAILS(CharPrevW);
NEVER_FAILS(CharPrevA);
NEVER_FAILS(IsCharAlphaW);
NEVER_FAILS(IsCharAlphaA);
NEVER_FAILS(IsCharAlphaNumericW);
NEVER_FAILS(IsCharAlphaNumericA);
NEVER_FAILS(IsCharLowerW);
NEVER_FAILS(IsCharLowerA);
NEVER_FAILS(IsCharUpperW);
NEVER_FAILS(IsCharUpperA);
