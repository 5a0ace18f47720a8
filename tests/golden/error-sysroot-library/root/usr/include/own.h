int getpid(void);
