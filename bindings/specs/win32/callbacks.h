/*
 * Callbacks, and a few more of gdi32, user32 and winmm: what is drawn by a function of the
 * caller's, lists of properties, hooks of old programs; msimg32 and mswsock.
 */

/* What calls back until it returns; some answer with what the callback answered last. */
FAILS(LineDDA, "0 none");
FAILS(EnumMetaFile, "0 none");
FAILS(EnumEnhMetaFile, "0 none");
NEVER_FAILS(EnumPropsW);
NEVER_FAILS(EnumPropsA);
NEVER_FAILS(EnumPropsExW);
NEVER_FAILS(EnumPropsExA);
FAILS(GrayStringW, "0 none");
LIKE(GrayStringA, GrayStringW);
FAILS(DrawStateW, "0 none");
LIKE(DrawStateA, DrawStateW);
CALLS_BACK(LineDDA, 5, call);
CALLS_BACK(EnumMetaFile, 3, call);
CALLS_BACK(EnumEnhMetaFile, 3, call);
CALLS_BACK_AW(EnumProps, 2, call);
CALLS_BACK_AW(EnumPropsEx, 2, call);
CALLS_BACK_AW(EnumICMProfiles, 2, call);
CALLS_BACK_AW(GrayString, 3, call);
CALLS_BACK_AW(DrawState, 3, call);

/* What keeps its callback */
FAILS(DdeInitializeW, "nonzero result/DMLERR_");
LIKE(DdeInitializeA, DdeInitializeW);
UNTOLD(SetWindowsHookW, "obsolete: call SetWindowsHookExW");
UNTOLD(SetWindowsHookA, "obsolete: call SetWindowsHookExA");
UNTOLD(UnhookWindowsHook, "obsolete: call UnhookWindowsHookEx");
FAILS(mciSetYieldProc, "0 none");
CALLS_BACK_AW(DdeInitialize, 2, kept);
CALLS_BACK_AW(SetWindowsHook, 2, kept);
CALLS_BACK(mciSetYieldProc, 2, kept);
#ifdef __x86_64__
FAILS(RtlInstallFunctionTableCallback, "0 none");
CALLS_BACK(RtlInstallFunctionTableCallback, 4, kept);
#endif

/* Menus that pop up: with TPM_RETURNCMD 0 means, too, that nothing was chosen. */
GROUP(popup, ERROR_POPUP_ALREADY_ACTIVE, "$ is shown already")
FAILS(TrackPopupMenu, "0 last_error, clear, blocks", hmenu(hMenu), hwnd(hWnd), popup(a menu));
FAILS(TrackPopupMenuEx, "0 last_error, clear, blocks", hmenu(the menu), hwnd(the window),
      popup(a menu));

/* Texts */
UNTOLD(wsprintfW, "inexpressible: a failure is a result below the length of the whole text");
UNTOLD(wsprintfA, "inexpressible: a failure is a result below the length of the whole text");
UNTOLD(wvsprintfW, "inexpressible: a failure is a result below the length of the whole text");
UNTOLD(wvsprintfA, "inexpressible: a failure is a result below the length of the whole text");
REFUSE(wvsprintfW, "takes a va_list, which only C code can make; call wsprintfW");
REFUSE(wvsprintfA, "takes a va_list, which only C code can make; call wsprintfA");
NEVER_FAILS(CharToOemW);
NEVER_FAILS(CharToOemA);
NEVER_FAILS(OemToCharW);
NEVER_FAILS(OemToCharA);
FAILS(MulDiv, "-1 none");
FAILS(WTSGetActiveConsoleSessionId, "-1 none");
NEVER_FAILS(VerSetConditionMask);

/* msimg32 */
FAILS(AlphaBlend, "0 last_error, fresh", hdc(hdcDest or hdcSrc));
FAILS(TransparentBlt, "0 last_error, fresh", hdc(hdcDest or hdcSrc));
FAILS(GradientFill, "0 last_error, fresh", hdc(hdc));
HAS_ARRAY(GradientFill, 2, 3);

/* mswsock: FALSE with WSA_IO_PENDING means that an overlapped call goes on. */
FAILS(AcceptEx, "0 last_error/WSA", WSAECONNRESET, WSA_IO_PENDING, ws_socket(sListenSocket));
MEANS(AcceptEx, WSAECONNRESET, "the other side gave up the connection before it was accepted");
MEANS(AcceptEx, WSA_IO_PENDING, "the call goes on: GetOverlappedResult tells how it ends");
NEVER_FAILS(GetAcceptExSockaddrs);
FAILS(TransmitFile, "0 last_error/WSA, blocks", WSAENOTCONN, WSA_IO_PENDING,
      ws_socket(hSocket));
MEANS(TransmitFile, WSAENOTCONN, "the socket is not connected");
MEANS(TransmitFile, WSA_IO_PENDING, "the call goes on: GetOverlappedResult tells how it ends");
FAILS(WSARecvEx, "SOCKET_ERROR last_error/WSA, blocks", WSAEINTR, ws_receives(buf),
      ws_socket(s));
