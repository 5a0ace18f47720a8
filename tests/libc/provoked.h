/**
 * The calls that were provoked to fail, as data: which function, with which arguments,
 * after what preparation.
 */
#ifndef ABX_TEST_PROVOKED_H
#define ABX_TEST_PROVOKED_H

#include "libc.h"

enum { MAX_ARGUMENTS = 5 };

/*
 * The names of the record: a pipe p, another that does not block nb, epoll instances, and
 * an eventfd, timerfd and signalfd that do not block.
 */
enum descriptor { P0, P1, NB0, NB1, EP, EP2, EF, TF, SF, DIRECTORY, REG, N_DESCRIPTORS };

enum memory { S, EV, B, IT, IT_ZERO, V, TS, TS_ONE, P, N_MEMORIES };

/* What calls are made with. */
struct world {
    struct api *api;
    struct abx_memory *memories[N_MEMORIES];
    int descriptors[N_DESCRIPTORS];
};

/* Memory is made once; descriptors are opened by each child, which ends with them. */
void world_init(struct world *world, struct api *api);
bool world_open_descriptors(struct world *world);
void world_finish(struct world *world);

enum argument_kind { NONE, INTEGER, UNSIGNED, LONG, ADDRESS, DESCRIPTOR, MEMORY };

struct argument {
    enum argument_kind kind;
    int64_t number;
};

struct call {
    const char *text; /* as recorded */
    const char *function;
    struct argument args[MAX_ARGUMENTS];
    bool (*before)(struct world *world); /* false: it could not be prepared */
    const char *left_out;                /* why this build can't make it; NULL: it can */
    int refused;     /* the runtime refuses this argument, from 1, before the call */
    bool is_opening; /* the recorded result is a descriptor, whose number varies */
};

extern const struct call provoked_calls[];
extern const size_t n_provoked_calls;

/* The arguments of a call; their number. */
size_t call_arguments(const struct call *call, const struct world *world,
                      struct abx_value args[MAX_ARGUMENTS]);

#endif
