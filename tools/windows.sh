# Platforms of Windows: mingw-w64 compiles for them, Wine runs them. Sourced by tools/targets,
# after debian.sh.
# shellcheck shell=bash disable=SC2154

is_windows() {
    [[ $1 == *-w64-mingw32 ]]
}

# The packages for a platform, one a line. The variants of GCC that use the threads of Windows
# itself are named, because the metapackages bring another library for threads too.
windows_packages() {
    case $1 in
    x86_64-*) printf '%s\n' gcc-mingw-w64-x86-64-win32 wine64 ;;
    i686-*) printf '%s\n' gcc-mingw-w64-i686-win32 ;;
    esac
}

# add_zlib ROOT: what configuring libwine would do. Wine's DLLs need that of zlib, which counts as
# one of them with these 32 bytes after the header of DOS.
add_zlib() {
    local dll=$1/usr/lib/i386-linux-gnu/wine/i386-windows/zlib1.dll
    cp "$1/usr/i686-w64-mingw32/lib/zlib1.dll" "$dll"
    printf 'Wine builtin DLL\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0' |
        dd of="$dll" bs=1 seek=64 conv=notrunc status=none
}

# Wine for programs of 32 bits is not for this architecture, so it has a root of its own.
make_i386() {
    local recipe
    recipe=$(cat tools/windows.sh tools/debian.sh | cksum)
    [[ ! -e $OUT/i386/complete || $(<"$OUT/i386/complete") != "$recipe" ]] || return 0
    make_root "$OUT/i386" i386 wine32
    add_zlib "$OUT/i386"
    mkdir -p "$OUT/i386/usr/lib/locale"
    cp -a /usr/lib/locale/C.utf8 "$OUT/i386/usr/lib/locale/" # names of files that are not ASCII
    mkdir -p "$OUT/i386$PWD"
    echo "$recipe" >"$OUT/i386/complete"
}

# make_ucrt_gcc PLATFORM: mingw-w64 compiles for msvcrt; this compiler for ucrtbase.
make_ucrt_gcc() {
    local specs=$OUT/$1/ucrt.specs gcc=$OUT/bin/$1-ucrt-gcc
    mkdir -p "$OUT/bin"
    "$1-gcc" -dumpspecs | sed 's/-lmsvcrt/-lucrtbase/g' >"$specs"
    cat >"$gcc" <<END
#!/bin/sh
exec $1-gcc -specs='$specs' -D_UCRT -D__MSVCRT_VERSION__=0xE00 "\$@"
END
    chmod +x "$gcc"
}

# make_programs PLATFORM: that start others, and that keep Wine's session.
make_programs() {
    local name
    for name in launcher session; do
        "$1-gcc" -std=c17 -O2 -Wall -Wextra -municode -static -o "$OUT/$1/$name.exe" \
            "tests/windows/$name.c"
    done
}

# make_runner PLATFORM: the exe_wrapper, build-targets/bin/PLATFORM-run.
make_runner() {
    local run=$OUT/bin/$1-run
    cat >"$run" <<END
#!/bin/sh
exec $([[ $1 != i686-* ]] || echo "'$PWD/tools/machine32' ")'$PWD/tools/wine' $1 "\$@"
END
    chmod +x "$run"
}

# make_prefix PLATFORM: what Wine makes at its first start.
make_prefix() {
    find_platform "$1"
    # shellcheck disable=SC2016
    "${machine[@]}" bash -c 'tools/wine "$1" --start && tools/wine "$1" --stop' bash "$1"
}

# make_windows PLATFORM: beside its libraries, another compiler and a Wine that is ready.
make_windows() {
    [[ $1 != i686-* ]] || make_i386
    make_ucrt_gcc "$1"
    make_programs "$1"
    make_runner "$1"
    make_prefix "$1"
}
