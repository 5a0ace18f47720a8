-- `luarocks make` in the source tree builds and installs the module and the tables of this platform.
rockspec_format = '3.0'
package = 'abidex'
version = '0.1-1'
source = {
    -- the archive that `meson dist` makes, in the folder of this file
    url = 'file://abidex-0.1.0.tar.xz',
    dir = 'abidex-0.1.0',
}
description = {
    summary = 'Call C through tables made from headers',
    license = 'MIT',
}
supported_platforms = {'linux'}
dependencies = {'lua >= 5.1, < 5.5'}
build = {
    type = 'make',
    makefile = 'hosts/lua/Makefile',
    variables = {
        CC = '$(CC)',
        CFLAGS = '$(CFLAGS)',
        LIBFLAG = '$(LIBFLAG)',
        LUA_INCDIR = '$(LUA_INCDIR)',
        PREFIX = '$(PREFIX)',
        LIBDIR = '$(LIBDIR)',
    },
}
