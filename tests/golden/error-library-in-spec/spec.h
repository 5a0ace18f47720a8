LIBRARY("libnothing-like-it.so.7")
int golden_a(void);
