# What tools/quickstart and tools/test share: packages, and build folders. Sourced by bash
# with `set -euo pipefail`, in the root of the source tree.
#
# Both commands must work on a machine that has nothing yet, and again on one where an
# earlier run was killed half-way. So each step looks at what is there instead of trusting
# that the step before it was finished.
# shellcheck shell=bash

# Packages of Debian that the project itself needs; libclang is chosen by choose_libclang.
# shellcheck disable=SC2034
readonly BUILD_PACKAGES=(gcc libc6-dev linux-libc-dev meson ninja-build pkgconf libffi-dev
                         libelf-dev)

# Programs such as apt-get end in order where they are interrupted, and bash would go on.
trap 'exit 130' INT
trap 'exit 143' TERM HUP

heading() {
    printf '\n== %s\n' "$*"
}

# die MESSAGE: it could not run.
die() {
    printf '%s: error: %s\n' "${0##*/}" "$*" >&2
    exit 2
}

# quietly LOG COMMAND...: output goes to LOG; the end of it is shown where COMMAND fails.
quietly() {
    local log=$1
    shift
    "$@" >>"$log" 2>&1 && return
    printf '%s: failed; the end of what it said:\n' "$*" >&2
    tail -n 30 "$log" >&2
    return 1
}

# ---- targets

# The targets whose tests differ, one a line: where a platform has several tables that are read
# with the same options, its tests run for the first.
tested_targets() {
    awk '!/^(#|$)/ {
        name = $1
        $1 = $3 = ""
        if (!seen[$0]++)
            print name
    }' tools/targets.list
}

# ---- packages

is_installed() {
    [[ $(dpkg-query -W -f '${Status}' "$1" 2>/dev/null) == 'install ok installed' ]]
}

is_available() {
    [[ $(apt-cache policy "$1" 2>/dev/null) =~ Candidate:\ [^\(] ]]
}

# missing PACKAGE...: those that are not installed, one a line.
missing() {
    local package
    for package; do
        is_installed "$package" || printf '%s\n' "$package"
    done
}

# as_root COMMAND...: with sudo where needed.
as_root() {
    if ((EUID == 0)); then
        "$@"
    else
        sudo "$@"
    fi
}

apt_get() {
    as_root env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 \
        apt-get --quiet --yes -o DPkg::Lock::Timeout=600 "$@"
}

# Fetches the lists of packages, once in a run.
update_lists() {
    [[ ${lists_are_fresh:-} ]] && return
    apt_get update || die 'apt-get update failed'
    lists_are_fresh=yes
}

# Finishes what an interrupted installation left behind.
repair_packages() {
    [[ $(dpkg --audit) ]] || return 0
    echo 'finishing an interrupted installation'
    as_root env DEBIAN_FRONTEND=noninteractive dpkg --configure -a ||
        apt_get --fix-broken install
}

can_install() {
    command -v apt-get >/dev/null || return
    ((EUID == 0)) || command -v sudo >/dev/null
}

# Sets libclang to the package to build with: 19, or 14 where there is no 19.
choose_libclang() {
    libclang='libclang-19-dev'
    is_installed "$libclang" && return
    if can_install; then
        is_available "$libclang" || update_lists
        is_available "$libclang" && return
    elif ! is_installed libclang-14-dev; then
        return
    fi
    libclang='libclang-14-dev'
    echo 'libclang 19 is not available here: using libclang 14'
}

# install PACKAGE...: what is missing of them.
install_packages() {
    local -a wanted
    local package
    command -v apt-get >/dev/null || {
        echo "no apt-get here: expecting what these packages of Debian hold: $*"
        return
    }
    mapfile -t wanted < <(missing "$@")
    ((${#wanted[@]})) || return 0
    can_install || die "neither root nor sudo: please have these packages installed: ${wanted[*]}"
    echo "installing ${wanted[*]}"
    repair_packages
    for package in "${wanted[@]}"; do
        is_available "$package" || update_lists
    done
    # Lists that are old name files that are gone: a second attempt with fresh ones.
    apt_get install --no-install-recommends "${wanted[@]}" && return
    update_lists
    apt_get install --no-install-recommends "${wanted[@]}" || die 'apt-get install failed'
}

# ---- build folders

# own_build DIR: stops where somebody else built there, whose files are not to be replaced.
own_build() {
    [[ ! -e $1 || -O $1 || $EUID == 0 ]] ||
        die "$1/ belongs to $(stat -c %U "$1"): remove it, or run this as that user"
}

# remove_build DIR: only what Meson made, so that nobody's own files are lost.
remove_build() {
    [[ -e $1 ]] || return 0
    [[ -d $1/meson-private || -d $1/meson-logs || -z $(ls -A "$1") ]] || {
        echo "$1 is in the way: it is not a build folder of Meson"
        return 1
    }
    echo "making $1 anew"
    rm -rf "$1"
}

# configure DIR OPTION...: up to date with the options, anew where it is damaged.
configure() {
    local dir=$1
    shift
    if [[ -f $dir/build.ninja ]]; then
        meson setup --reconfigure "$dir" "$@" && return
    fi
    remove_build "$dir" && meson setup "$dir" "$@"
}

# build DIR OPTION...: configures and compiles all, or what is in the array $parts; what an earlier
# run left is thrown away where it does not compile.
parts=()
build() {
    local old=
    [[ -f $1/build.ninja ]] && old=yes
    configure "$@" || return
    ninja -C "$1" "${parts[@]}" && return
    [[ $old ]] || return
    remove_build "$1" && meson setup "$@" && ninja -C "$1" "${parts[@]}"
}
