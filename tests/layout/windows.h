/*
 * What headers for Windows have that no other platform's have: functions of DLLs, called by
 * stdcall on i386, names that macros choose, structures packed by pragmas or anonymous with
 * a tag, bit-fields laid out as by Microsoft's compiler, interfaces, wide strings of 16 bits.
 */
#ifndef LAYOUT_WINDOWS_H
#define LAYOUT_WINDOWS_H

#include <time.h>
#include <windef.h>

#define interface struct
#define WINDOWS_HANDLE ((HANDLE)(LONG_PTR)-1)
#define WINDOWS_KEY ((HANDLE)(ULONG_PTR)((LONG)0x80000001))
#define WINDOWS_WIDE L"wide \x20ac"
#define WINDOWS_NARROW "narrow"
#define WINDOWS_LONG 0x80000000L
#define WINDOWS_LONGER 0x100000000LL
#define WINDOWS_REAL 0.1L

__declspec(dllimport) HANDLE __stdcall CreateFileW(const WCHAR *name, DWORD access,
                                                   DWORD share, void *security,
                                                   DWORD creation, DWORD flags,
                                                   HANDLE template);
__declspec(dllimport) HANDLE __stdcall CreateFileA(const char *name, DWORD access,
                                                   DWORD share, void *security,
                                                   DWORD creation, DWORD flags,
                                                   HANDLE template);
__declspec(dllimport) DWORD __stdcall GetLastError(void);
__declspec(dllimport) int __cdecl _getpid(void);
__declspec(dllimport) extern char *_acmdln;
__declspec(dllimport) char *__cdecl strlwr(char *text);
static __inline int __cdecl getpid(void)
{
    return _getpid();
}
__declspec(dllimport) int __cdecl _dup2(int from, int to);
static __inline int __cdecl dup2(int from, int to)
{
    return _dup2(from, to);
}
#define CreateFile CreateFileW
#define OpenFileNow CreateFile

#pragma pack(push, 2)
struct windows_packed {
    char c;
    long l;
    short s;
    long long w;
    union {
        int one;
        short two[3];
    };
};
#pragma pack(pop)

struct windows_bits {
    unsigned char a : 3;
    unsigned int b : 7;
    unsigned long long c : 33;
    short d : 4;
    short e : 13;
};

struct windows_tagged {
    struct windows_inner {
        int x;
        long long y;
    };
    int z;
};

typedef LRESULT(__stdcall *windows_callback)(HWND window, UINT message, WPARAM word,
                                             LPARAM more);

struct windows_interface_table;
interface windows_interface
{
    struct windows_interface_table *table;
};
struct windows_interface_table {
    HRESULT(__stdcall *query)(interface windows_interface *self, const void *id, void **to);
    ULONG(__stdcall *release)(interface windows_interface *self);
};

enum windows_color { WINDOWS_RED, WINDOWS_GREEN = 7, WINDOWS_BLUE = -1 };

struct windows_wide {
    long double real;
    wchar_t text[5];
    size_t size;
    time_t when;
#ifdef __SIZEOF_INT128__
    __int128 widest;
#endif
};

#endif
