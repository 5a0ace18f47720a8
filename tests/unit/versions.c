/*
 * Symbols in several versions, written as the assembler has them: one @ is a hidden
 * version, two are the default.
 */
#define VERSION(function, version)                                                       \
    __attribute__((visibility("default"))) int function(void);                           \
    __asm__(".symver " #function ", " version)

VERSION(gone_old, "gone@OLD_1");
VERSION(back_old, "back@OLD_1");
VERSION(back_default, "back@@OLD_2");
VERSION(back_new, "back@OLD_3");
VERSION(usual_old, "usual@OLD_1");
VERSION(usual_new, "usual@@OLD_3");

int gone_old(void)
{
    return 1;
}

int back_old(void)
{
    return 1;
}

int back_default(void)
{
    return 2;
}

int back_new(void)
{
    return 3;
}

int usual_old(void)
{
    return 1;
}

int usual_new(void)
{
    return 3;
}
