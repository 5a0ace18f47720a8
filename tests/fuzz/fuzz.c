/* The table of the fuzz targets, and how they open one without a folder to write to. */
#include "fuzz.h"

#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

const char fuzz_table[] =
    "abidex 1\n"
    "platform x86_64-linux-gnu\n"
    "model LP64\n"
    "order little\n"
    "char signed\n"
    "long-double f80 16 16\n"
    "wchar i32\n"
    "library libc.so.6\n"
    "units 2\n"
    "\n"
    "alias also read\n"
    "const A u32 4294967295\n"
    "const B [4]char \"a\\x00c\"\n"
    "const C f64 0x1.8p+1\n"
    "const D *void 0xffffffff\n"
    "const E [3]i32 \"h\\u{20ac}\"\n"
    "const F i128 170141183460469231731687303715884105727\n"
    "const G f80 0x1.8p+16000\n"
    "enum e u32 {A}\n"
    "error read EIO the device failed\n"
    "fn grow stdcall *void(*(fastcall a(i32)) f, w x, u64 n) nonnull=1 static=1:4 "
    "callback=1:kept malloc dealloc=a:1,b:2 alloc_size=3 format=printf:1:0 format_arg=1 "
    "deprecated=\"a \\x09b\"\n"
    "fn read i64(i32 fd, *void buf, u64 n) nonnull=2 buffer=2:3 frees=2:success "
    "warn_unused_result fails=-1:errno,eintr=retry,blocks EIO\n"
    "fn wait i32(*struct s fds, u64 n, i32 timeout, ...) symbol=poll in=libm.so.6 "
    "array=1:2 "
    "fails=nonzero:result,eintr=timeout:3ms EIO\n"
    "member si_pid u.pid t\n"
    "omit X no value\n"
    "struct bits 8 4 {0.0:3 u32 a; 0.3:13 u32 b; 2.0:12 i32 c; 4.0:1 bool d}\n"
    "struct flexible 8 4 {0 u32 n; 4 u8 kind; 6 []i16 rest}\n"
    "struct incomplete_one incomplete\n"
    "struct s 16 8 {0 *struct s next; 8.0:3 u32 a; 12 [4]char t}\n"
    "struct wide 80 16 {0 i128 i; 16 f80 l; 32 complex f64 z; 48 [2][2]*const char p}\n"
    "typedef a i32\n"
    "typedef f *(void(i32 sig, ...))\n"
    "typedef t struct 8 4 {0 i32 a; 4 union 4 4 {0 i32 pid} u}\n"
    "typedef w union y transparent_union\n"
    "union y 4 4 {0 i32 a; 0 u32 b}\n"
    "unit 2 fn grow\n"
    "var environ **char symbol=__environ deprecated\n"
    "~end\n";

void fuzz_open(struct fuzz *fuzz, const void *text, size_t size)
{
    char path[64];
    int fd = memfd_create("table", MFD_CLOEXEC);

    *fuzz = (struct fuzz){0};
    FUZZ_CHECK(fd >= 0 && write(fd, text, size) == (ssize_t)size);
    snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
    FUZZ_CHECK(abx_context_create(&fuzz->context) == ABX_OK);
    abx_table_read(fuzz->context, path, &fuzz->table, NULL);
    close(fd);
}

struct abx_table *fuzz_open_table(void)
{
    static struct fuzz fuzz;

    if (fuzz.table == NULL)
        fuzz_open(&fuzz, fuzz_table, strlen(fuzz_table));
    FUZZ_CHECK(fuzz.table != NULL);
    return fuzz.table;
}

void fuzz_close(struct fuzz *fuzz)
{
    abx_table_close(fuzz->table);
    abx_context_destroy(fuzz->context);
}

char *fuzz_string(const void *data, size_t size)
{
    char *text = malloc(size + 1);

    FUZZ_CHECK(text != NULL);
    memcpy(text, data, size);
    text[size] = '\0';
    return text;
}
