struct point {
    int x, y;
};
extern int golden_u;
extern const char *const golden_v[];
extern struct point golden_w[2];
extern volatile unsigned long golden_x;
extern void (*golden_y)(int);
extern struct incomplete golden_z;
extern _Thread_local int golden_thread;
extern int golden_hidden;
extern int golden_named __asm__("golden_u");
extern int golden_nowhere __asm__("golden_hidden");
static const int golden_static = 3;
