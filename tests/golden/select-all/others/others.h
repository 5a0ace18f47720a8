int golden_b(void);
int golden_not_exported(void);
struct unused {
    int x;
};
#define OTHERS 3
#define SKIPPED 4
#define SKIPPED_EMPTY
