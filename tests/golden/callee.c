/*
 * The library of the golden tests: symbols alone, since a table only asks whether they
 * are exported. What a case declares and this file lacks is left out of its table.
 */
#define FUNCTION(name)                                                                   \
    __attribute__((visibility("default"))) void name(void);                              \
    void name(void)                                                                      \
    {                                                                                    \
    }
#define VARIABLE(name)                                                                   \
    extern __attribute__((visibility("default"))) int name;                              \
    int name = 1

FUNCTION(golden_a)
FUNCTION(golden_b)
FUNCTION(golden_c)
FUNCTION(golden_d)
FUNCTION(golden_e)
FUNCTION(golden_f)
FUNCTION(golden_g)
FUNCTION(golden_h)
FUNCTION(golden_i)
FUNCTION(golden_j)
FUNCTION(golden_k)
FUNCTION(golden_l)
FUNCTION(golden_m)
FUNCTION(golden_n)
FUNCTION(golden_o)
FUNCTION(golden_p)
FUNCTION(golden_q)
FUNCTION(golden_r)
FUNCTION(golden_s)
FUNCTION(golden_t)
FUNCTION(golden_real_symbol)

VARIABLE(golden_u);
VARIABLE(golden_v);
VARIABLE(golden_w);
VARIABLE(golden_x);
VARIABLE(golden_y);
VARIABLE(golden_z);

extern __attribute__((visibility("default"))) _Thread_local int golden_thread;
_Thread_local int golden_thread = 1;

/* Exported by no library. */
int golden_hidden;
