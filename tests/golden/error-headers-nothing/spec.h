LIBRARY("golden-callee.so")
HEADERS("*.h")
HEADERS("nothing/*.h")
