/*
 * What codes of the Windows API mean, whichever function gives them.
 */
EACH_MEANS(ERROR_NOT_ENOUGH_MEMORY, "no memory is left")
EACH_MEANS(ERROR_OUTOFMEMORY, "no memory is left")
EACH_MEANS(E_OUTOFMEMORY, "no memory is left")
EACH_MEANS(STATUS_NO_MEMORY, "no memory is left")
EACH_MEANS(WSA_NOT_ENOUGH_MEMORY, "no memory is left")
