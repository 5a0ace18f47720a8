typedef unsigned long DWORD;
typedef int BOOL;

#define ERROR_ACCESS_DENIED 5L
#define ERROR_INVALID_HANDLE 6L
#define ERROR_ODD 6000L
#define WSAEINTR 10004L
#define GOLDEN_FAILED ((DWORD)0xffffffff)

BOOL golden_close(void *handle);
DWORD golden_wait(void *handle, DWORD milliseconds);
int golden_receive(int socket);
long golden_long(int index);

#define STATUS_BAD_HANDLE ((long)0xC0000008L)
long golden_status(void *handle);
