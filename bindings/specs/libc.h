/**
 * The C library and the kernel interfaces that C programs use with it: every public header of
 * libc6-dev, then Linux's own. One unit reads them all; a kernel header that defines a type of
 * libc's once more is read in a second unit. The kernel's headers stand behind the library's,
 * since <linux/libc-compat.h> then leaves out what is already there. Left out of Linux's are the
 * formats of file systems on disks, what belongs to a single device, and subsystems that programs
 * reach through a library of their own.
 *
 * Below the headers stands how their functions fail, a file for each group of headers.
 */
#define _GNU_SOURCE 1
#include "spec.h"
#include <features.h>
#include "libc/attributes.h"
#include <stddef.h>

/* As GCC's <stddef.h> has it: <glob.h> looks for it, and then reads the same with every compiler. */
#ifndef __size_t
#define __size_t
#endif

UNITS(2)
HEADERS("*")

/* The first is the default. libpthread, libdl, librt, libutil and libanl are empty since 2.34. */
#ifdef __GLIBC__
LIBRARY("libc.so.6")
LIBRARY("libm.so.6")
LIBRARY("libresolv.so.2")
LIBRARY("libthread_db.so.1")
/* The dynamic loader itself exports _r_debug of <link.h> and the __rseq_… of <sys/rseq.h>. */
#if defined __x86_64__ && defined __ILP32__
LIBRARY("ld-linux-x32.so.2")
#elif defined __x86_64__
LIBRARY("ld-linux-x86-64.so.2")
#elif defined __i386__
LIBRARY("ld-linux.so.2")
#elif defined __aarch64__
LIBRARY("ld-linux-aarch64.so.1")
#elif defined __arm__
LIBRARY("ld-linux-armhf.so.3")
#elif defined __riscv && __riscv_xlen == 64
LIBRARY("ld-linux-riscv64-lp64d.so.1")
#elif defined __s390x__
LIBRARY("ld64.so.1")
#elif defined __powerpc64__
LIBRARY("ld64.so.2")
#endif
#else
LIBRARY("libc.so")
#endif

#if ABIDEX_UNIT == 1

/* C; <float.h> and those below it come with the compiler. */
#include <assert.h>
#include <complex.h>
#include <ctype.h>
#include <errno.h>
#include <fenv.h>
#include <inttypes.h>
#include <limits.h>
#include <locale.h>
#include <math.h>
#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <threads.h>
#include <time.h>
#include <uchar.h>
#include <wchar.h>
#include <wctype.h>
#include <float.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

/* POSIX. */
#include <aio.h>
#include <arpa/inet.h>
#include <cpio.h>
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <fmtmsg.h>
#include <fnmatch.h>
#include <ftw.h>
#include <glob.h>
#include <grp.h>
#include <iconv.h>
#include <langinfo.h>
#include <libgen.h>
#include <libintl.h>
#include <monetary.h>
#include <mqueue.h>
#include <net/if.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <nl_types.h>
#include <poll.h>
#include <pthread.h>
#include <pwd.h>
#include <regex.h>
#include <sched.h>
#include <search.h>
#include <semaphore.h>
#include <spawn.h>
#include <strings.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/resource.h>
#include <sys/select.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/time.h>
#include <sys/times.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <syslog.h>
#include <tar.h>
#include <termios.h>
#include <ucontext.h>
#include <ulimit.h>
#include <unistd.h>
#include <utime.h>
#include <utmpx.h>
#include <wordexp.h>

/* What Unix systems had before or beside POSIX, and Linux's system calls. */
#include <alloca.h>
#include <ar.h>
#include <arpa/ftp.h>
#include <arpa/nameser.h>
#include <arpa/nameser_compat.h>
#include <arpa/telnet.h>
#include <arpa/tftp.h>
#include <byteswap.h>
#include <elf.h>
#include <endian.h>
#include <err.h>
#include <getopt.h>
#include <ifaddrs.h>
#include <lastlog.h>
#include <link.h>
#include <malloc.h>
#include <memory.h>
#include <mntent.h>
#include <net/ethernet.h>
#include <net/if_arp.h>
#include <net/route.h>
#include <netinet/ether.h>
#include <netinet/icmp6.h>
#include <netinet/if_ether.h>
#include <netinet/igmp.h>
#include <netinet/in_systm.h>
#include <netinet/ip.h>
#include <netinet/ip6.h>
#include <netinet/ip_icmp.h>
#include <netinet/udp.h>
#include <netpacket/packet.h>
#include <paths.h>
#include <pty.h>
#include <resolv.h>
#include <shadow.h>
#include <stdc-predef.h>
#include <stdio_ext.h>
#include <sys/acct.h>
#include <sys/auxv.h>
#include <sys/dir.h>
#include <sys/epoll.h>
#include <sys/errno.h>
#include <sys/eventfd.h>
#include <sys/fanotify.h>
#include <sys/fcntl.h>
#include <sys/file.h>
#include <sys/fsuid.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <sys/kd.h>
#include <sys/klog.h>
#include <sys/mount.h>
#include <sys/mtio.h>
#include <sys/param.h>
#include <sys/personality.h>
#include <sys/poll.h>
#include <sys/prctl.h>
#include <sys/procfs.h>
#include <sys/ptrace.h>
#include <sys/quota.h>
#include <sys/random.h>
#include <sys/reboot.h>
#include <sys/sendfile.h>
#include <sys/signal.h>
#include <sys/signalfd.h>
#include <sys/soundcard.h>
#include <sys/statfs.h>
#include <sys/swap.h>
#include <sys/syscall.h>
#include <sys/sysinfo.h>
#include <sys/syslog.h>
#include <sys/sysmacros.h>
#include <sys/termios.h>
#include <sys/timeb.h>
#include <sys/timerfd.h>
#include <sys/timex.h>
#include <sys/ttydefaults.h>
#include <sys/ucontext.h>
#include <sys/user.h>
#include <sys/vfs.h>
#include <sys/vt.h>
#include <sys/xattr.h>
#include <syscall.h>
#include <sysexits.h>
#include <utmp.h>
#include <values.h>
#include <wait.h>

/* Of glibc alone. */
#ifdef __GLIBC__
#include <a.out.h>
#include <aliases.h>
#include <argp.h>
#include <argz.h>
#include <envz.h>
#include <error.h>
#include <execinfo.h>
#include <fstab.h>
#include <fts.h>
#include <gconv.h>
#include <gnu-versions.h>
#include <gshadow.h>
#include <ieee754.h>
#include <mcheck.h>
#include <net/if_packet.h>
#include <net/if_ppp.h>
#include <net/if_shaper.h>
#include <net/if_slip.h>
#include <net/ppp-comp.h>
#include <net/ppp_defs.h>
#include <netash/ash.h>
#include <netatalk/at.h>
#include <netax25/ax25.h>
#include <neteconet/ec.h>
#include <netinet/if_fddi.h>
#include <netinet/if_tr.h>
#include <netipx/ipx.h>
#include <netiucv/iucv.h>
#include <netrom/netrom.h>
#include <netrose/rose.h>
#include <nfs/nfs.h>
#include <nss.h>
#include <obstack.h>
#include <printf.h>
#include <proc_service.h>
#include <protocols/routed.h>
#include <protocols/rwhod.h>
#include <protocols/timed.h>
#include <re_comp.h>
#include <rpc/netdb.h>
#include <sgtty.h>
#include <stab.h>
#include <sys/bitypes.h>
#include <sys/cdefs.h>
#include <sys/gmon.h>
#include <sys/gmon_out.h>
#include <sys/pci.h>
#include <sys/profil.h>
#include <sys/queue.h>
#include <sys/raw.h>
#include <sys/socketvar.h>
#include <sys/ttychars.h>
#include <sys/unistd.h>
#include <termio.h>
#include <thread_db.h>
#include <ttyent.h>
#endif

/* Not in every release of glibc. */
#if __has_include(<features-time64.h>)
#include <features-time64.h>
#endif
#if __has_include(<sys/pidfd.h>)
#include <sys/pidfd.h>
#endif
#if __has_include(<sys/rseq.h>)
#include <sys/rseq.h>
#endif
#if __has_include(<sys/single_threaded.h>)
#include <sys/single_threaded.h>
#endif

/* Of one processor or a few. */
#if __has_include(<fpu_control.h>)
#include <fpu_control.h>
#endif
#if __has_include(<sys/debugreg.h>)
#include <sys/debugreg.h>
#endif
#if __has_include(<sys/io.h>)
#include <sys/io.h>
#endif
#if __has_include(<sys/perm.h>)
#include <sys/perm.h>
#endif
#if __has_include(<sys/platform/x86.h>)
#include <sys/platform/x86.h>
#endif
#if __has_include(<sys/reg.h>)
#include <sys/reg.h>
#endif
#ifdef __i386__
#include <sys/elf.h>
#include <sys/vm86.h>
#else
NO_HEADER("sys/elf.h", "refuses to compile on any processor but i386")
NO_HEADER("sys/vm86.h", "refuses to compile on any processor but i386")
#endif

NO_HEADER("regexp.h", "glibc 2.23 removed it: only an #error is left")
NO_HEADER("tgmath.h", "nothing but macros with arguments over math.h and complex.h")

/* Linux. */
#include "libc/linux.h"

/* How the functions fail, deprecated ones too. */
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
#include "libc/groups.h"
#include "libc/complex.h"
#include "libc/events.h"
#include "libc/fcntl.h"
#include "libc/fenv.h"
#include "libc/files.h"
#include "libc/ipc.h"
#include "libc/math.h"
#include "libc/netdb.h"
#include "libc/process.h"
#include "libc/pthread.h"
#include "libc/resolver.h"
#include "libc/semaphore.h"
#include "libc/signal.h"
#include "libc/sockets.h"
#include "libc/stdio.h"
#include "libc/stdlib.h"
#include "libc/text.h"
#include "libc/threads.h"
#include "libc/time.h"
#include "libc/tools.h"
#include "libc/unistd.h"
#include "libc/users.h"
#include "libc/walk.h"
#include "libc/wchar.h"
#include "libc/builtins.h"
#include "libc/callbacks.h"
#include "libc/memory.h"

#endif

#if ABIDEX_UNIT == 2

/* Kernel headers that clash with the library's: each has types or constants found nowhere else. */
#include <asm/termbits.h>
#ifndef __GLIBC__
#include <linux/fanotify.h>
#include <linux/kernel.h>
#include <linux/prctl.h>
#include <linux/sysinfo.h>
#endif
#include <linux/acct.h>
#include <linux/ax25.h>
#include <linux/eventpoll.h>
#include <linux/fcntl.h>
#include <linux/icmp.h>
#include <linux/icmpv6.h>
#include <linux/if_arp.h>
#include <linux/if_packet.h>
#include <linux/if_ppp.h>
#include <linux/if_tunnel.h>
#include <linux/inotify.h>
#include <linux/ip.h>
#include <linux/ipc.h>
#include <linux/ipv6_route.h>
#include <linux/joystick.h>
#include <linux/mqueue.h>
#include <linux/msg.h>
#include <linux/netdevice.h>
#include <linux/netrom.h>
#include <linux/openvswitch.h>
#if __has_include(<linux/pidfd.h>)
#include <linux/pidfd.h>
#endif
#include <linux/ppp-ioctl.h>
#include <linux/rose.h>
#include <linux/route.h>
#include <linux/sched/types.h>
#include <linux/sem.h>
#include <linux/shm.h>
#include <linux/signalfd.h>
#include <linux/tcp.h>
#include <linux/timerfd.h>
#include <linux/udp.h>

/* Old headers with everyday names for their constants: ABORT, NOP, DELETE, INFINITY. */
#include <scsi/scsi.h>
#include <scsi/scsi_ioctl.h>
#include <scsi/sg.h>
#ifdef __GLIBC__
#include <protocols/talkd.h>
#include <sys/vlimit.h>
FAILS(vlimit, "-1 errno", EINVAL, EPERM);
MEANS(vlimit, EINVAL, "resource is not one that has a limit");
MEANS(vlimit, EPERM, "the caller may not raise the limit");
#endif

#endif
