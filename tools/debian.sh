# Packages of Debian for other architectures, and sources of packages, without a word to the
# system's own dpkg: an apt root of our own, which fetches from where the system's apt does,
# through the same proxies, and verifies with the same keys. Sourced after lib.sh, with
# $DEBIAN as the folder to keep it in.
# shellcheck shell=bash disable=SC2154

readonly DEBIAN_ARCHITECTURES=amd64,arm64,armhf,i386,ppc64el,s390x

# debian_apt COMMAND...: apt-get in the private root. On the command line, because what is
# there is stronger than the system's configuration, which may say the same things.
debian_apt() {
    apt-get --quiet \
        -o "Dir::State=$DEBIAN/state" -o "Dir::State::status=$DEBIAN/status" \
        -o "Dir::Cache=$DEBIAN/cache" -o Dir::Cache::pkgcache=pkgcache.bin \
        -o Dir::Cache::srcpkgcache=srcpkgcache.bin \
        -o Dir::Etc::sourcelist=/dev/null -o "Dir::Etc::sourceparts=$DEBIAN/sources.list.d" \
        -o "APT::Architectures=$DEBIAN_ARCHITECTURES" -o APT::Sandbox::User=root \
        -o Acquire::Languages=none -o APT::Update::Post-Invoke-Success::=true "$@"
}

# FILE:NUMBER of each entry of the system's configuration that is Debian's own, once.
debian_entries() {
    # shellcheck disable=SC2016
    apt-get indextargets --format '$(SOURCESENTRY)' 'Created-By: Packages' 'Origin: Debian' |
        LC_ALL=C sort -u
}

# stanza FILE NUMBER: that stanza of a deb822 file, for all architectures, with sources.
stanza() {
    awk -v wanted="$2" '
        /^#/ { next }
        /^[ \t]*$/ { inside = 0; next }
        !inside { inside = 1; number++ }
        number != wanted { next }
        /^[^ \t]/ { left_out = tolower($1) ~ /^(types|architectures[-a-z]*):/ }
        !left_out { print }
        END { print "Types: deb deb-src\n" }' "$1"
}

# line FILE NUMBER: that line of a one-line file, likewise.
line() {
    sed -n "$2"'{
        s/#.*//
        s/arch[+-]\{0,1\}=[^] ]* *//
        s/\[ *\]//
        p
        s/^\( *\)deb /\1deb-src /p
    }' "$1"
}

# copy_entries FOLDER: those on standard input.
copy_entries() {
    local entry file number
    while IFS= read -r entry; do
        file=${entry%:*} number=${entry##*:}
        case $file in
        *.sources) stanza "$file" "$number" >>"$1/debian.sources" ;;
        *) line "$file" "$number" >>"$1/debian.list" ;;
        esac
    done
}

make_debian_root() {
    local entries
    mkdir -p "$DEBIAN"/{state/lists/partial,cache/archives/partial,sources.list.d,packages}
    : >"$DEBIAN/status"
    entries=$(debian_entries)
    if [[ ! $entries ]]; then
        update_lists # a fresh image does not know yet whose archives it names
        entries=$(debian_entries)
    fi
    [[ $entries ]] || die "apt's configuration names no archive of Debian"
    rm -f "$DEBIAN"/sources.list.d/*
    copy_entries "$DEBIAN/sources.list.d" <<<"$entries"
}

# Makes the private root and fetches its lists, once in a run. Not each mirror holds the
# security updates of each architecture, so a list that fails is no reason to stop: what is
# needed is either in the others, or its download fails.
update_debian() {
    [[ ! ${debian_is_fresh:-} ]] || return 0
    make_debian_root
    debian_apt update || echo 'some lists could not be fetched; going on with the others'
    debian_is_fresh=yes
}

# download_packages PACKAGE:ARCHITECTURE...: into $DEBIAN/packages.
download_packages() {
    update_debian
    rm -f "$DEBIAN"/packages/*.deb
    (cd "$DEBIAN/packages" && debian_apt download "$@")
}

# unpack_packages DIRECTORY PACKAGE:ARCHITECTURE...: what they install, below DIRECTORY.
unpack_packages() {
    local directory=$1 package
    for package in "${@:2}"; do
        dpkg -x "$DEBIAN/packages/${package%:*}"_*_"${package#*:}.deb" "$directory"
    done
}

# make_root DIRECTORY ARCHITECTURE PACKAGE...: these packages and all they depend on, unpacked:
# programs run in there, though nothing was configured. Nothing of another architecture has to
# run for it.
make_root() {
    local directory=$1 architecture=$2 name
    update_debian
    rm -rf "$directory" "$DEBIAN/cache/archives-$architecture"
    mkdir -p "$directory"/{dev,etc,proc,root,sys,tmp,usr/{bin,lib,sbin}}
    for name in bin lib sbin; do
        ln -s "usr/$name" "$directory/$name"
    done
    debian_apt -o "APT::Architecture=$architecture" -o "APT::Architectures=$architecture" \
        -o "Dir::Cache::archives=archives-$architecture" --yes --no-install-recommends \
        --download-only install "${@:3}"
    # shellcheck disable=SC2016
    find "$DEBIAN/cache/archives-$architecture" -name '*.deb' -print0 |
        xargs -0 -P "$(nproc)" -n 1 bash -o pipefail -c '
            dpkg-deb --fsys-tarfile "$1" | tar -x --keep-directory-symlink -C "$0"' "$directory"
    rm -rf "$DEBIAN/cache/archives-$architecture"
}

# unpack_source DIRECTORY PACKAGE: the source as its authors released it.
unpack_source() {
    local directory=$1 package=$2 downloads=$DEBIAN/packages/$2 archive
    [[ ! -d $directory ]] || return 0
    update_debian
    rm -rf "$downloads" "$directory.new"
    mkdir -p "$downloads" "$directory.new"
    (cd "$downloads" && debian_apt source --download-only "$package")
    archive=$(find "$downloads" -name "${package}_*.orig.tar.*" ! -name '*.asc')
    [[ -f $archive ]] || die "the source package $package has not one archive but: ${archive:-none}"
    tar -x -f "$archive" -C "$directory.new" --strip-components=1
    mv "$directory.new" "$directory"
}
