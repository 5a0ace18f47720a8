/* <linux/….h>, but for the headers that clash with those of the C library: unit 2 has these. */
HEADERS("linux/*")

/* Processes, memory, files, security, tracing. */
#include <linux/aio_abi.h>
#include <linux/audit.h>
#include <linux/auto_fs.h>
#include <linux/auxvec.h>
#include <linux/binfmts.h>
#include <linux/bpf.h>
#include <linux/bpf_common.h>
#include <linux/bpf_perf_event.h>
#include <linux/btf.h>
#include <linux/capability.h>
#include <linux/cgroupstats.h>
#if __has_include(<linux/close_range.h>)
#include <linux/close_range.h>
#endif
#include <linux/const.h>
#include <linux/fadvise.h>
#include <linux/falloc.h>
#include <linux/fiemap.h>
#include <linux/filter.h>
#include <linux/fs.h>
#if __has_include(<linux/fscrypt.h>)
#include <linux/fscrypt.h>
#endif
#if __has_include(<linux/fsverity.h>)
#include <linux/fsverity.h>
#endif
#include <linux/fuse.h>
#include <linux/futex.h>
#include <linux/hw_breakpoint.h>
#include <linux/io_uring.h>
#include <linux/ioctl.h>
#include <linux/ioprio.h>
#include <linux/kcmp.h>
#include <linux/kexec.h>
#include <linux/keyctl.h>
#if __has_include(<linux/landlock.h>)
#include <linux/landlock.h>
#endif
#include <linux/limits.h>
#include <linux/magic.h>
#include <linux/membarrier.h>
#include <linux/memfd.h>
#include <linux/mempolicy.h>
#include <linux/mman.h>
#include <linux/mount.h>
#include <linux/nsfs.h>
#include <linux/oom.h>
#if __has_include(<linux/openat2.h>)
#include <linux/openat2.h>
#endif
#include <linux/param.h>
#include <linux/perf_event.h>
#include <linux/ptrace.h>
#include <linux/quota.h>
#include <linux/random.h>
#include <linux/reboot.h>
#include <linux/rseq.h>
#include <linux/sched.h>
#include <linux/seccomp.h>
#include <linux/securebits.h>
#include <linux/stat.h>
#include <linux/stddef.h>
#include <linux/taskstats.h>
#if __has_include(<linux/time_types.h>)
#include <linux/time_types.h>
#endif
#include <linux/types.h>
#include <linux/unistd.h>
#include <linux/userfaultfd.h>
#include <linux/utsname.h>
#include <linux/version.h>
#include <linux/wait.h>
#include <linux/xattr.h>

/* musl's own headers define what these do. */
#ifdef __GLIBC__
#include <linux/fanotify.h>
#include <linux/kernel.h>
#include <linux/prctl.h>
#include <linux/sysinfo.h>
#endif

/* Devices. */
#include <linux/blkpg.h>
#include <linux/blktrace_api.h>
#include <linux/cdrom.h>
#include <linux/dm-ioctl.h>
#include <linux/dma-buf.h>
#if __has_include(<linux/dma-heap.h>)
#include <linux/dma-heap.h>
#endif
#include <linux/fb.h>
#include <linux/fd.h>
#include <linux/gpio.h>
#include <linux/hdreg.h>
#include <linux/hid.h>
#include <linux/hiddev.h>
#include <linux/hidraw.h>
#include <linux/hpet.h>
#include <linux/i2c.h>
#include <linux/i2c-dev.h>
#include <linux/input.h>
#include <linux/input-event-codes.h>
#include <linux/kd.h>
#include <linux/kdev_t.h>
#include <linux/keyboard.h>
#include <linux/loop.h>
#include <linux/major.h>
#include <linux/nbd.h>
#include <linux/pps.h>
#include <linux/ptp_clock.h>
#include <linux/raid/md_p.h>
#include <linux/raid/md_u.h>
#include <linux/rtc.h>
#include <linux/serial.h>
#include <linux/serial_core.h>
#include <linux/serial_reg.h>
#include <linux/spi/spi.h>
#include <linux/spi/spidev.h>
#include <linux/suspend_ioctls.h>
#include <linux/sync_file.h>
#include <linux/tiocl.h>
#include <linux/tty.h>
#if __has_include(<linux/tty_flags.h>)
#include <linux/tty_flags.h>
#endif
#include <linux/udmabuf.h>
#include <linux/uhid.h>
#include <linux/uinput.h>
#include <linux/usb/ch9.h>
#include <linux/usbdevice_fs.h>
#include <linux/uuid.h>
#include <linux/videodev2.h>
#include <linux/vt.h>
#include <linux/watchdog.h>
#include <sound/asound.h>

/* Networks. */
#include <linux/can.h>
#include <linux/can/bcm.h>
#include <linux/can/error.h>
#include <linux/can/isotp.h>
#include <linux/can/j1939.h>
#include <linux/can/netlink.h>
#include <linux/can/raw.h>
#include <linux/cn_proc.h>
#include <linux/connector.h>
#include <linux/errqueue.h>
#include <linux/ethtool.h>
#include <linux/fib_rules.h>
#include <linux/gen_stats.h>
#include <linux/genetlink.h>
#include <linux/if.h>
#include <linux/if_addr.h>
#include <linux/if_addrlabel.h>
#include <linux/if_alg.h>
#include <linux/if_bonding.h>
#include <linux/if_bridge.h>
#include <linux/if_ether.h>
#include <linux/if_link.h>
#if __has_include(<linux/if_macsec.h>)
#include <linux/if_macsec.h>
#endif
#include <linux/if_pppol2tp.h>
#include <linux/if_pppox.h>
#include <linux/if_team.h>
#include <linux/if_tun.h>
#include <linux/if_vlan.h>
#include <linux/if_xdp.h>
#include <linux/igmp.h>
#include <linux/in.h>
#include <linux/in6.h>
#include <linux/inet_diag.h>
#include <linux/ip6_tunnel.h>
#include <linux/ipv6.h>
#include <linux/lwtunnel.h>
#include <linux/mii.h>
#if __has_include(<linux/mptcp.h>)
#include <linux/mptcp.h>
#endif
#include <linux/neighbour.h>
#include <linux/net.h>
#include <linux/net_namespace.h>
#include <linux/net_tstamp.h>
#include <linux/netlink.h>
#include <linux/nexthop.h>
#include <linux/nl80211.h>
#include <linux/pfkeyv2.h>
#include <linux/pkt_cls.h>
#include <linux/pkt_sched.h>
#include <linux/rfkill.h>
#include <linux/rtnetlink.h>
#include <linux/sctp.h>
#include <linux/sock_diag.h>
#include <linux/socket.h>
#include <linux/sockios.h>
#include <linux/tls.h>
#include <linux/unix_diag.h>
#include <linux/veth.h>
#include <linux/vm_sockets.h>
#if __has_include(<linux/wireguard.h>)
#include <linux/wireguard.h>
#endif
#include <linux/wireless.h>
#include <linux/xfrm.h>
