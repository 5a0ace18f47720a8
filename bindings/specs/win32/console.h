/*
 * The console of kernel32: <wincon.h>, <processenv.h> and <utilapiset.h>. A process without a
 * console gets ERROR_INVALID_HANDLE from most of them. Reading needs GENERIC_READ of a handle,
 * writing and setting need GENERIC_WRITE.
 */

GROUP(console, ERROR_INVALID_HANDLE, "$ has no console")
GROUP(console_in, ERROR_ACCESS_DENIED, "$ was opened without GENERIC_READ")
GROUP(console_in, ERROR_INVALID_HANDLE, "$ is no handle of a console's input, or is closed")
GROUP(console_to, ERROR_ACCESS_DENIED, "$ was opened without GENERIC_WRITE")
GROUP(console_to, ERROR_INVALID_HANDLE, "$ is no handle of a console's input, or is closed")
GROUP(screen_in, ERROR_ACCESS_DENIED, "$ was opened without GENERIC_READ")
GROUP(screen_in, ERROR_INVALID_HANDLE, "$ is no handle of a console's screen, or is closed")
GROUP(screen_to, ERROR_ACCESS_DENIED, "$ was opened without GENERIC_WRITE")
GROUP(screen_to, ERROR_INVALID_HANDLE, "$ is no handle of a console's screen, or is closed")

/* Having one */
FAILS(AllocConsole, "0 last_error", ERROR_ACCESS_DENIED);
MEANS(AllocConsole, ERROR_ACCESS_DENIED, "the process has a console already; call FreeConsole");
FAILS(AttachConsole, "0 last_error", ERROR_ACCESS_DENIED, ERROR_INVALID_HANDLE,
      ERROR_INVALID_PARAMETER);
MEANS(AttachConsole, ERROR_ACCESS_DENIED,
      "the process has a console already; call FreeConsole");
MEANS(AttachConsole, ERROR_INVALID_HANDLE, "the process dwProcessId has no console");
MEANS(AttachConsole, ERROR_INVALID_PARAMETER, "no process has the number dwProcessId");
FAILS(FreeConsole, "0 last_error");
NEVER_FAILS(GetConsoleWindow);
FAILS(GetConsoleProcessList, "0 last_error", ERROR_INVALID_PARAMETER, console(the process));
MEANS(GetConsoleProcessList, ERROR_INVALID_PARAMETER,
      "lpdwProcessList is NULL, or dwProcessCount is 0");
HAS_ARRAY(GetConsoleProcessList, 1, 2);
GROUP(standard, ERROR_INVALID_HANDLE,
      "$ is none of STD_INPUT_HANDLE, STD_OUTPUT_HANDLE and STD_ERROR_HANDLE")
FAILS(GetStdHandle, "INVALID_HANDLE_VALUE last_error", standard(nStdHandle));
FAILS(SetStdHandle, "0 last_error", standard(nStdHandle));
FAILS(SetStdHandleEx, "0 last_error", standard(nStdHandle));

/* Ctrl+C and its like; the handler runs on a thread that the system makes. */
FAILS(SetConsoleCtrlHandler, "0 last_error", ERROR_INVALID_PARAMETER, ERROR_NOT_ENOUGH_MEMORY);
MEANS(SetConsoleCtrlHandler, ERROR_INVALID_PARAMETER,
      "Add is FALSE, and HandlerRoutine is not among the handlers of this process");
MEANS(SetConsoleCtrlHandler, ERROR_NOT_ENOUGH_MEMORY,
      "no memory is left to add HandlerRoutine to the list of handlers");
CALLS_BACK(SetConsoleCtrlHandler, 1, kept);
FAILS(GenerateConsoleCtrlEvent, "0 last_error, fresh", ERROR_INVALID_HANDLE,
      ERROR_INVALID_PARAMETER);
MEANS(GenerateConsoleCtrlEvent, ERROR_INVALID_HANDLE,
      "the process has no console that could send dwCtrlEvent to a group");
MEANS(GenerateConsoleCtrlEvent, ERROR_INVALID_PARAMETER,
      "dwCtrlEvent is neither CTRL_C_EVENT nor CTRL_BREAK_EVENT, or dwProcessGroupId no group");

/* Modes and code pages */
FAILS(GetConsoleMode, "0 last_error", screen_in(hConsoleHandle));
MEANS(GetConsoleMode, ERROR_INVALID_HANDLE,
      "hConsoleHandle is no console: it may lead to a file or pipe, or is closed");
FAILS(SetConsoleMode, "0 last_error", ERROR_INVALID_PARAMETER, screen_to(hConsoleHandle));
MEANS(SetConsoleMode, ERROR_INVALID_HANDLE,
      "hConsoleHandle is no console: it may lead to a file or pipe, or is closed");
MEANS(SetConsoleMode, ERROR_INVALID_PARAMETER,
      "dwMode holds an unknown bit, or ENABLE_ECHO_INPUT without ENABLE_LINE_INPUT");
FAILS(GetConsoleCP, "0 last_error", console(the process));
LIKE(GetConsoleOutputCP, GetConsoleCP);
FAILS(SetConsoleCP, "0 last_error", ERROR_INVALID_PARAMETER, console(the process));
MEANS(SetConsoleCP, ERROR_INVALID_PARAMETER, "wCodePageID is no code page of this system");
LIKE(SetConsoleOutputCP, SetConsoleCP);
FAILS(GetConsoleDisplayMode, "0 last_error", console(the process));
FAILS(SetConsoleDisplayMode, "0 last_error", ERROR_INVALID_PARAMETER,
      screen_to(hConsoleOutput));
MEANS(SetConsoleDisplayMode, ERROR_INVALID_PARAMETER,
      "dwFlags is neither CONSOLE_FULLSCREEN_MODE nor CONSOLE_WINDOWED_MODE");

/* Input; the events that are read may be none of characters. */
FAILS(ReadConsoleW, "0 last_error, blocks", console_in(hConsoleInput));
LIKE(ReadConsoleA, ReadConsoleW);
FAILS(ReadConsoleInputW, "0 last_error, blocks", console_in(hConsoleInput));
LIKE(ReadConsoleInputA, ReadConsoleInputW);
FAILS(PeekConsoleInputW, "0 last_error", console_in(hConsoleInput));
LIKE(PeekConsoleInputA, PeekConsoleInputW);
FAILS(WriteConsoleInputW, "0 last_error", console_to(hConsoleInput));
LIKE(WriteConsoleInputA, WriteConsoleInputW);
FAILS(GetNumberOfConsoleInputEvents, "0 last_error", console_in(hConsoleInput));
FAILS(FlushConsoleInputBuffer, "0 last_error", console_to(hConsoleInput));
FAILS(GetNumberOfConsoleMouseButtons, "0 last_error", console(the process));
HAS_BUFFER(ReadConsoleA, 2, 3);
HAS_ARRAY(ReadConsoleInputW, 2, 3);
HAS_ARRAY(ReadConsoleInputA, 2, 3);
HAS_ARRAY(PeekConsoleInputW, 2, 3);
HAS_ARRAY(PeekConsoleInputA, 2, 3);
HAS_ARRAY(WriteConsoleInputW, 2, 3);
HAS_ARRAY(WriteConsoleInputA, 2, 3);

/* Output; it waits while somebody selects text or holds it with Pause. */
FAILS(WriteConsoleW, "0 last_error, blocks", screen_to(hConsoleOutput));
MEANS(WriteConsoleW, ERROR_INVALID_HANDLE,
      "hConsoleOutput is no console's screen; call WriteFile where it leads to a file or pipe");
LIKE(WriteConsoleA, WriteConsoleW);
FAILS(WriteConsoleOutputW, "0 last_error", screen_to(hConsoleOutput));
LIKE(WriteConsoleOutputA, WriteConsoleOutputW);
LIKE(WriteConsoleOutputCharacterW, WriteConsoleOutputW);
LIKE(WriteConsoleOutputCharacterA, WriteConsoleOutputW);
LIKE(WriteConsoleOutputAttribute, WriteConsoleOutputW);
LIKE(FillConsoleOutputCharacterW, WriteConsoleOutputW);
LIKE(FillConsoleOutputCharacterA, WriteConsoleOutputW);
LIKE(FillConsoleOutputAttribute, WriteConsoleOutputW);
LIKE(ScrollConsoleScreenBufferW, WriteConsoleOutputW);
LIKE(ScrollConsoleScreenBufferA, WriteConsoleOutputW);
FAILS(ReadConsoleOutputW, "0 last_error", screen_in(hConsoleOutput));
LIKE(ReadConsoleOutputA, ReadConsoleOutputW);
LIKE(ReadConsoleOutputCharacterW, ReadConsoleOutputW);
LIKE(ReadConsoleOutputCharacterA, ReadConsoleOutputW);
LIKE(ReadConsoleOutputAttribute, ReadConsoleOutputW);
HAS_BUFFER(WriteConsoleA, 2, 3);
HAS_ARRAY(WriteConsoleOutputCharacterW, 2, 3);
HAS_ARRAY(WriteConsoleOutputCharacterA, 2, 3);
HAS_ARRAY(WriteConsoleOutputAttribute, 2, 3);
HAS_ARRAY(ReadConsoleOutputCharacterW, 2, 3);
HAS_ARRAY(ReadConsoleOutputCharacterA, 2, 3);
HAS_ARRAY(ReadConsoleOutputAttribute, 2, 3);

/* Screen buffers, their windows, cursors and fonts */
FAILS(CreateConsoleScreenBuffer, "INVALID_HANDLE_VALUE last_error", ERROR_INVALID_PARAMETER,
      console(the process));
MEANS(CreateConsoleScreenBuffer, ERROR_INVALID_PARAMETER,
      "dwFlags is not CONSOLE_TEXTMODE_BUFFER, or an access or share mode has unknown bits");
FAILS(SetConsoleActiveScreenBuffer, "0 last_error", screen_to(hConsoleOutput));
FAILS(GetConsoleScreenBufferInfo, "0 last_error", screen_in(hConsoleOutput));
FAILS(GetConsoleScreenBufferInfoEx, "0 last_error", ERROR_INVALID_PARAMETER,
      screen_in(hConsoleOutput));
MEANS(GetConsoleScreenBufferInfoEx, ERROR_INVALID_PARAMETER,
      "cbSize of lpConsoleScreenBufferInfoEx is not the size of that structure");
FAILS(SetConsoleScreenBufferInfoEx, "0 last_error", ERROR_INVALID_PARAMETER,
      screen_to(hConsoleOutput));
MEANS(SetConsoleScreenBufferInfoEx, ERROR_INVALID_PARAMETER,
      "cbSize of lpConsoleScreenBufferInfoEx is not its size, or a size in it is not positive");
FAILS(SetConsoleScreenBufferSize, "0 last_error", ERROR_INVALID_PARAMETER,
      screen_to(hConsoleOutput));
MEANS(SetConsoleScreenBufferSize, ERROR_INVALID_PARAMETER,
      "dwSize is smaller than the window, or than the system allows");
FAILS(SetConsoleWindowInfo, "0 last_error", ERROR_INVALID_PARAMETER, screen_to(hConsoleOutput));
MEANS(SetConsoleWindowInfo, ERROR_INVALID_PARAMETER,
      "lpConsoleWindow reaches beyond the screen buffer, or ends before it begins");
FAILS(GetLargestConsoleWindowSize, "any last_error, clear", screen_in(hConsoleOutput));
FAILS(SetConsoleTextAttribute, "0 last_error", ERROR_INVALID_PARAMETER,
      screen_to(hConsoleOutput));
MEANS(SetConsoleTextAttribute, ERROR_INVALID_PARAMETER, "wAttributes holds an unknown bit");
FAILS(GetConsoleCursorInfo, "0 last_error", screen_in(hConsoleOutput));
FAILS(SetConsoleCursorInfo, "0 last_error", ERROR_INVALID_PARAMETER, screen_to(hConsoleOutput));
MEANS(SetConsoleCursorInfo, ERROR_INVALID_PARAMETER,
      "dwSize of lpConsoleCursorInfo is not within 1 to 100");
FAILS(SetConsoleCursorPosition, "0 last_error", ERROR_INVALID_PARAMETER,
      screen_to(hConsoleOutput));
MEANS(SetConsoleCursorPosition, ERROR_INVALID_PARAMETER,
      "dwCursorPosition lies outside the screen buffer");
FAILS(GetCurrentConsoleFont, "0 last_error", screen_in(hConsoleOutput));
FAILS(GetCurrentConsoleFontEx, "0 last_error", ERROR_INVALID_PARAMETER,
      screen_in(hConsoleOutput));
MEANS(GetCurrentConsoleFontEx, ERROR_INVALID_PARAMETER,
      "cbSize of lpConsoleCurrentFontEx is not the size of that structure");
FAILS(SetCurrentConsoleFontEx, "0 last_error", ERROR_INVALID_PARAMETER,
      screen_to(hConsoleOutput));
MEANS(SetCurrentConsoleFontEx, ERROR_INVALID_PARAMETER,
      "cbSize of lpConsoleCurrentFontEx is not the size of that structure");
FAILS(GetConsoleFontSize, "any last_error, clear", ERROR_INVALID_PARAMETER,
      screen_in(hConsoleOutput));
MEANS(GetConsoleFontSize, ERROR_INVALID_PARAMETER, "nFont is not the number of a font");
FAILS(GetConsoleSelectionInfo, "0 last_error", console(the process));

/* The title may be empty, so 0 is a length, too; also where lpConsoleTitle is too small. */
FAILS(GetConsoleTitleW, "0 last_error, clear", console(the process));
LIKE(GetConsoleTitleA, GetConsoleTitleW);
LIKE(GetConsoleOriginalTitleW, GetConsoleTitleW);
LIKE(GetConsoleOriginalTitleA, GetConsoleTitleW);
FAILS(SetConsoleTitleW, "0 last_error", console(the process));
LIKE(SetConsoleTitleA, SetConsoleTitleW);
HAS_ARRAY(GetConsoleTitleW, 1, 2);
HAS_ARRAY(GetConsoleTitleA, 1, 2);
HAS_ARRAY(GetConsoleOriginalTitleW, 1, 2);
HAS_ARRAY(GetConsoleOriginalTitleA, 1, 2);

/* Lines that were typed, and their aliases; sizes are bytes, and 0 where there are none. */
FAILS(GetConsoleHistoryInfo, "0 last_error", ERROR_INVALID_PARAMETER, console(the process));
MEANS(GetConsoleHistoryInfo, ERROR_INVALID_PARAMETER,
      "cbSize of lpConsoleHistoryInfo is not the size of that structure");
FAILS(SetConsoleHistoryInfo, "0 last_error", ERROR_INVALID_PARAMETER, console(the process));
MEANS(SetConsoleHistoryInfo, ERROR_INVALID_PARAMETER,
      "cbSize of lpConsoleHistoryInfo is not its size, or dwFlags is not valid");
FAILS(AddConsoleAliasW, "0 last_error", console(the process));
LIKE(AddConsoleAliasA, AddConsoleAliasW);
FAILS(GetConsoleAliasW, "0 last_error", ERROR_GEN_FAILURE, ERROR_INSUFFICIENT_BUFFER,
      console(the process));
MEANS(GetConsoleAliasW, ERROR_GEN_FAILURE, "ExeName has no alias Source");
MEANS(GetConsoleAliasW, ERROR_INSUFFICIENT_BUFFER,
      "TargetBuffer has fewer bytes than the alias and its end need");
LIKE(GetConsoleAliasA, GetConsoleAliasW);
FAILS(GetConsoleAliasesW, "0 last_error, clear", console(the process));
LIKE(GetConsoleAliasesA, GetConsoleAliasesW);
LIKE(GetConsoleAliasesLengthW, GetConsoleAliasesW);
LIKE(GetConsoleAliasesLengthA, GetConsoleAliasesW);
LIKE(GetConsoleAliasExesW, GetConsoleAliasesW);
LIKE(GetConsoleAliasExesA, GetConsoleAliasesW);
LIKE(GetConsoleAliasExesLengthW, GetConsoleAliasesW);
LIKE(GetConsoleAliasExesLengthA, GetConsoleAliasesW);
HAS_BUFFER(GetConsoleAliasW, 2, 3);
HAS_BUFFER(GetConsoleAliasA, 2, 3);
HAS_BUFFER(GetConsoleAliasesW, 1, 2);
HAS_BUFFER(GetConsoleAliasesA, 1, 2);
HAS_BUFFER(GetConsoleAliasExesW, 1, 2);
HAS_BUFFER(GetConsoleAliasExesA, 1, 2);

/* The bell of the speaker */
FAILS(Beep, "0 last_error, blocks", ERROR_INVALID_PARAMETER);
MEANS(Beep, ERROR_INVALID_PARAMETER, "dwFreq is not within 37 to 32767");
