struct others {
    int x;
};
int golden_c(void);
