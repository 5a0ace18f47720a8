/**
 * The Windows API as <windows.h> tells it, with sockets, the documented part of ntdll, the shell,
 * COM and multimedia. UNICODE is defined: CreateFile is an alias of CreateFileW, and a text is
 * UTF-16. CreateFileA stands beside it.
 *
 * Below the headers stands how their functions fail, a file for each subject.
 */
#define UNICODE 1
#define _UNICODE 1
#define _WIN32_WINNT 0x0A00
#include "spec.h"

UNITS(2)

/* The first is the default. */
LIBRARY("kernel32.dll")
LIBRARY("user32.dll")
LIBRARY("gdi32.dll")
LIBRARY("advapi32.dll")
LIBRARY("ntdll.dll")
LIBRARY("shell32.dll")
LIBRARY("ole32.dll")
LIBRARY("oleaut32.dll")
LIBRARY("ws2_32.dll")
LIBRARY("winmm.dll")
LIBRARY("version.dll")
LIBRARY("crypt32.dll")
LIBRARY("comdlg32.dll")
LIBRARY("msimg32.dll")
LIBRARY("mswsock.dll")
LIBRARY("imm32.dll")
LIBRARY("rpcrt4.dll")

/*
 * What the named headers include lies in the same folder as the C runtime's headers, which have a
 * table of their own, and the compiler's intrinsics.
 */
HEADERS("win*.h")
HEADERS("ws2*.h")
HEADERS("*apiset.h")
HEADERS("*api.h")
HEADERS("psdk_inc/_*.h")
HEADERS("basetsd.h")
HEADERS("bcrypt.h")
HEADERS("cderr.h")
HEADERS("cguid.h")
HEADERS("comcat.h")
HEADERS("comm*.h")
HEADERS("combaseapi.h")
HEADERS("dde*.h")
HEADERS("dlgs.h")
HEADERS("docobj.h")
HEADERS("excpt.h")
HEADERS("exdisp.h")
HEADERS("guiddef.h")
HEADERS("imm.h")
HEADERS("in*addr.h")
HEADERS("isguids.h")
HEADERS("knownfolders.h")
HEADERS("ktmtypes.h")
HEADERS("lzexpand.h")
HEADERS("mcx.h")
HEADERS("minwin*.h")
HEADERS("mstcpip.h")
HEADERS("msxml.h")
HEADERS("nb30.h")
HEADERS("ncrypt.h")
HEADERS("obj*.h")
HEADERS("o[acl]*idl.h")
HEADERS("ole*.h")
HEADERS("propidl.h")
HEADERS("propkeydef.h")
HEADERS("propsys.h")
HEADERS("prsht.h")
HEADERS("qos.h")
HEADERS("reason.h")
HEADERS("rpc*.h")
HEADERS("securityappcontainer.h")
HEADERS("servprov.h")
HEADERS("include/sh[elot]*.h")
HEADERS("structuredquerycondition.h")
HEADERS("tvout.h")
HEADERS("unknwn*.h")
HEADERS("urlmon.h")
HEADERS("virtdisk.h")
HEADERS("wnnc.h")
HEADERS("wtypes*.h")
HEADERS("fltwinerror.h")

#if ABIDEX_UNIT == 1

#include <winsock2.h>
#include <ws2tcpip.h>
#include <mswsock.h>
#include <windows.h>
#include <winternl.h>
#include <winioctl.h>
#include <tlhelp32.h>
#include <psapi.h>
#include <sddl.h>
#include <aclapi.h>
#include <objbase.h>
#include <ole2.h>
#include <oleauto.h>
#include <shellapi.h>
#include <shlobj.h>
#include <mmsystem.h>

/* How the functions fail. */
#include "win32/groups.h"
#include "win32/process.h"
#include "win32/process-parts.h"
#include "win32/console.h"
#include "win32/sync.h"
#include "win32/clock.h"
#include "win32/files.h"
#include "win32/io.h"
#include "win32/memory.h"
#include "win32/module.h"
#include "win32/locale.h"
#include "win32/registry.h"
#include "win32/security.h"
#include "win32/acl.h"
#include "win32/services.h"
#include "win32/crypto.h"
#include "win32/ntdll.h"
#include "win32/windowing.h"
#include "win32/menus.h"
#include "win32/messages.h"
#include "win32/gdi.h"
#include "win32/shell.h"
#include "win32/ole.h"
#include "win32/variants.h"
#include "win32/multimedia.h"
#include "win32/sockets.h"
#include "win32/sockets-services.h"
#include "win32/psapi.h"
#include "win32/certificates.h"
#include "win32/hresults.h"
#include "win32/callbacks.h"
#include "win32/dialogs.h"
#include "win32/rpc.h"

#endif

#if ABIDEX_UNIT == 2

/*
 * All codes of NTSTATUS. For those few that are exceptions, too, <windows.h> has the unsigned
 * type of exceptions, and a program that includes it reads them so.
 */
typedef long LONG;
typedef LONG NTSTATUS;
#include <ntstatus.h>

#endif
