/* Each member knows its own DLL. */
int a(void);
int b(void);
int c(void);
int e(void);
int n(void);
