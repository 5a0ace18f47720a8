int golden_c(void);
int abs(int number);
int golden_not_exported(void);
struct others {
    int x;
};
#define OTHERS 3
#define OTHERS_EMPTY
enum { OTHERS_ENUMERATOR };
