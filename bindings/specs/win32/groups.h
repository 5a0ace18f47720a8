/*
 * What codes of the Windows API mean, whichever function gives them, and attributes of what stands
 * twice, for A and W.
 */
#define HAS_ARRAY_AW(fn, ...)                                                            \
    HAS_ARRAY(fn##A, __VA_ARGS__);                                                       \
    HAS_ARRAY(fn##W, __VA_ARGS__)
#define HAS_BUFFER_AW(fn, ...)                                                           \
    HAS_BUFFER(fn##A, __VA_ARGS__);                                                      \
    HAS_BUFFER(fn##W, __VA_ARGS__)
#define CALLS_BACK_AW(fn, number, lifetime)                                              \
    CALLS_BACK(fn##A, number, lifetime);                                                 \
    CALLS_BACK(fn##W, number, lifetime)

EACH_MEANS(ERROR_NOT_ENOUGH_MEMORY, "no memory is left")
EACH_MEANS(ERROR_OUTOFMEMORY, "no memory is left")
EACH_MEANS(E_OUTOFMEMORY, "no memory is left")
EACH_MEANS(STATUS_NO_MEMORY, "no memory is left")
EACH_MEANS(WSA_NOT_ENOUGH_MEMORY, "no memory is left")
