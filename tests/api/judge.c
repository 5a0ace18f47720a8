/*
 * The judge of calls with random signatures: keeps what the functions got.
 */
#include "judge.h"

static struct judge kept;

struct judge *judge(void)
{
    return &kept;
}

void judge_put_integer(uint64_t bits)
{
    kept.got[kept.n++].bits = bits;
}

void judge_put_pointer(const void *pointer)
{
    judge_put_integer((uintptr_t)pointer);
}

void judge_put_real(double number)
{
    kept.got[kept.n++].number = number;
}
