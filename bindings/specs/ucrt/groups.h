/*
 * What codes of errno mean, whichever function of a C runtime of Windows gives them.
 */
EACH_MEANS(ENOMEM, "no memory is left")
