/* <conio.h>: the console, without a stream. Most failures leave no code. */
FAILS(_getch, "never, blocks");
LIKE(_getch_nolock, _getch);
LIKE(_getche, _getch);
LIKE(_getche_nolock, _getch);
LIKE(getch, _getch);
LIKE(getche, _getch);
FAILS(_getwch, "WEOF none, blocks");
LIKE(_getwch_nolock, _getwch);
LIKE(_getwche, _getwch);
LIKE(_getwche_nolock, _getwch);
NEVER_FAILS(_kbhit);
NEVER_FAILS(kbhit);
FAILS(_ungetch, "EOF none"); /* one character is waiting already */
LIKE(_ungetch_nolock, _ungetch);
LIKE(ungetch, _ungetch);
FAILS(_ungetwch, "WEOF none");
LIKE(_ungetwch_nolock, _ungetwch);
FAILS(_putch, "EOF none, blocks");
LIKE(_putch_nolock, _putch);
LIKE(putch, _putch);
FAILS(_putwch, "WEOF none, blocks");
LIKE(_putwch_nolock, _putwch);
FAILS(_cputs, "nonzero errno, fresh, blocks", EINVAL);
MEANS(_cputs, EINVAL, "the text is NULL");
LIKE(_cputws, _cputs);
FAILS(_cgets, "NULL errno, fresh, blocks", EINVAL);
MEANS(_cgets, EINVAL, "_Buffer is NULL, or its first character, the room in it, is 0");
LIKE(_cgetws, _cgets);
FAILS(_cgets_s, "nonzero result, blocks", EINVAL);
MEANS(_cgets_s, EINVAL, "_Buffer or _SizeRead is NULL, or the size 0");
LIKE(_cgetws_s, _cgets_s);
FAILS(_cscanf_s, "EOF errno, fresh, blocks", EINVAL);
MEANS(_cscanf_s, EINVAL, "_Format is NULL");
LIKE(_cscanf_s_l, _cscanf_s);
LIKE(_cwscanf_s, _cscanf_s);
LIKE(_cwscanf_s_l, _cscanf_s);

/* Ports of the hardware, which no program may reach: the processor raises an exception. */
#ifdef __i386__
#define PORT(fn)                                                                         \
    NEVER_FAILS(fn);                                                                     \
    REFUSE(fn, "reaches a port of the hardware, which only a driver may; write one")
PORT(_inp);
PORT(_inpw);
PORT(_inpd);
PORT(_outp);
PORT(_outpw);
PORT(_outpd);
#endif
