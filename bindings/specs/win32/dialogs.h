/*
 * The dialogs that all programs share, and the input of characters that take more than a key:
 * comdlg32, imm32. Neither leaves a code in the thread's last error.
 */

/* Dialogs: FALSE means, too, that the user gave up. CommDlgExtendedError tells, 0 for that. */
FAILS(GetOpenFileNameW, "0 none, blocks");
LIKE(GetOpenFileNameA, GetOpenFileNameW);
FAILS(GetSaveFileNameW, "0 none, blocks");
LIKE(GetSaveFileNameA, GetSaveFileNameW);
FAILS(ChooseColorW, "0 none, blocks");
LIKE(ChooseColorA, ChooseColorW);
FAILS(ChooseFontW, "0 none, blocks");
LIKE(ChooseFontA, ChooseFontW);
FAILS(PrintDlgW, "0 none, blocks");
LIKE(PrintDlgA, PrintDlgW);
FAILS(PageSetupDlgW, "0 none, blocks");
LIKE(PageSetupDlgA, PageSetupDlgW);
FAILS(PrintDlgExW, "negative result/E_, blocks", E_HANDLE, E_INVALIDARG, E_OUTOFMEMORY);
LIKE(PrintDlgExA, PrintDlgExW);
FAILS(FindTextW, "NULL none");
LIKE(FindTextA, FindTextW);
LIKE(ReplaceTextW, FindTextW);
LIKE(ReplaceTextA, FindTextW);
FAILS(GetFileTitleW, "nonzero none"); /* above 0: so many characters it takes */
LIKE(GetFileTitleA, GetFileTitleW);
HAS_ARRAY_AW(GetFileTitle, 2, 3);
NEVER_FAILS(CommDlgExtendedError);

/* Input methods */
FAILS(ImmGetCompositionStringW, "negative result/IMM_ERROR_", IMM_ERROR_GENERAL,
      IMM_ERROR_NODATA);
MEANS(ImmGetCompositionStringW, IMM_ERROR_NODATA, "nothing of this kind is being composed");
LIKE(ImmGetCompositionStringA, ImmGetCompositionStringW);
HAS_BUFFER_AW(ImmGetCompositionString, 3, 4);
CALLS_BACK(ImmEnumInputContext, 2, call);
CALLS_BACK_AW(ImmEnumRegisterWord, 2, call);
FAILS(ImmGetContext, "NULL none");
FAILS(ImmCreateContext, "NULL none");
FAILS(ImmGetDefaultIMEWnd, "NULL none");
NEVER_FAILS(ImmAssociateContext);
NEVER_FAILS(ImmGetOpenStatus);
NEVER_FAILS(ImmGetProperty);
NEVER_FAILS(ImmGetVirtualKey);
NEVER_FAILS(ImmIsIME);
NEVER_FAILS(ImmIsUIMessageA);
NEVER_FAILS(ImmIsUIMessageW);
FAILS(ImmAssociateContextEx, "0 none");
FAILS(ImmConfigureIMEA, "0 none");
FAILS(ImmConfigureIMEW, "0 none");
FAILS(ImmDestroyContext, "0 none");
FAILS(ImmDisableIME, "0 none");
FAILS(ImmDisableTextFrameService, "0 none");
FAILS(ImmGetCandidateWindow, "0 none");
FAILS(ImmGetCompositionFontA, "0 none");
FAILS(ImmGetCompositionFontW, "0 none");
FAILS(ImmGetCompositionWindow, "0 none");
FAILS(ImmGetConversionStatus, "0 none");
FAILS(ImmGetStatusWindowPos, "0 none");
FAILS(ImmNotifyIME, "0 none");
FAILS(ImmRegisterWordA, "0 none");
FAILS(ImmRegisterWordW, "0 none");
FAILS(ImmReleaseContext, "0 none");
FAILS(ImmSetCandidateWindow, "0 none");
FAILS(ImmSetCompositionFontA, "0 none");
FAILS(ImmSetCompositionFontW, "0 none");
FAILS(ImmSetCompositionStringA, "0 none");
FAILS(ImmSetCompositionStringW, "0 none");
FAILS(ImmSetCompositionWindow, "0 none");
FAILS(ImmSetConversionStatus, "0 none");
FAILS(ImmSetOpenStatus, "0 none");
FAILS(ImmSetStatusWindowPos, "0 none");
FAILS(ImmSimulateHotKey, "0 none");
FAILS(ImmUnregisterWordA, "0 none");
FAILS(ImmUnregisterWordW, "0 none");
