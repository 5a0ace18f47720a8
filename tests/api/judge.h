/**
 * What functions of random signatures tell of a call.
 */
#ifndef ABX_TEST_JUDGE_H
#define ABX_TEST_JUDGE_H

#include <stddef.h>
#include <stdint.h>

enum { JUDGE_MAX = 64 };

/* Arguments in their order: integers widened, addresses as numbers, reals as doubles. */
struct judge {
    size_t n;
    union judged {
        uint64_t bits;
        double number;
    } got[JUDGE_MAX];
};

#ifdef _WIN32
#define JUDGED __attribute__((dllexport))
#else
#define JUDGED __attribute__((visibility("default")))
#endif

/* A convention besides the platform's that there are direct calls for. */
#if defined(__x86_64__)
#define OTHER_CONVENTION __attribute__((ms_abi))
#define OTHER_WORD       "ms_abi "
#elif defined(__i386__)
#define OTHER_CONVENTION __attribute__((stdcall))
#define OTHER_WORD       "stdcall "
#else
#define OTHER_CONVENTION
#define OTHER_WORD ""
#endif

/* The library's; zeroed by whoever looks. */
JUDGED struct judge *judge(void);

void judge_put_integer(uint64_t bits);
void judge_put_pointer(const void *pointer);
void judge_put_real(double number);

/* What the function of a number returns, as far as its type holds it. */
static inline uint64_t judge_result_integer(unsigned i)
{
    return (i + 1) * UINT64_C(0x9e3779b97f4a7c15);
}

static inline void *judge_result_pointer(unsigned i)
{
    return (void *)(uintptr_t)judge_result_integer(i);
}

static inline double judge_result_real(unsigned i)
{
    return (double)i * -1.25;
}

#endif
