typedef void handler_t(int);
typedef handler_t *handler_pointer;

#define FAILED_MAP  ((void *)-1)
#define NOTHING     ((void *)0)
#define DEFAULT     ((handler_pointer)0)
#define IGNORE      ((handler_t *)1)
#define ERROR       ((void (*)(int))-1)
#define OPAQUE      ((struct opaque *)0x10)
#define CONSTANT    ((const char *)8)
#define INVALID     ((void *)(long)-1)
#define LOW_32      ((void *)0xffffffffu)
#define ALIAS       FAILED_MAP
#define OF_VARIABLE (&golden_u)
#define OF_FUNCTION &golden_a

extern int golden_u;
void golden_a(int);
