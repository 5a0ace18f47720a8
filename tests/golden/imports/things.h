/* Names that depend on UNICODE, functions that a DLL has and others. */
#ifdef UNICODE
#define NAME_AW(name) name##W
#define NAME_AW_EX(name, end) name ## W##end
#else
#define NAME_AW(name) name##A
#define NAME_AW_EX(name, end) name ## A##end
#endif

__declspec(dllimport) int CreateThingA(const char *name);
__declspec(dllimport) int CreateThingW(const unsigned short *name);
#define CreateThing NAME_AW(CreateThing)
#define CreateOther NAME_AW(CreateOther)

typedef struct thing_W {
    long long_is_32;
    void *pointer;
} THINGW_TYPE;
#define THING NAME_AW_EX(THING, _TYPE)

/* A macro hides a function of that name: what C calls is CreateThingW. */
int NewThing(const char *name);
#define OldThing NewThing
#define NewThing CreateThingW

#define GOLDEN_STOPPED 7
long long _now64(void);
static inline long long now(void) { return _now64(); }
static inline int twice(int n) { return 2 * n; }
extern inline __attribute__((gnu_inline)) int dup(int n) { return n; }
int numbered(void);
int helper(void);
int nowhere(void);
void *vanishing(void);
__declspec(dllimport) extern int counter;
int labelled(void) __asm__("dup");

#define STATUS_BAD ((long)0xC0000005L)
#define ALL_ONES ((unsigned long)0xFFFFFFFF)
#define ROOT_KEY ((struct key *)(unsigned long long)((long)0x80000002))
struct key;
