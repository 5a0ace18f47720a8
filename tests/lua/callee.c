/*
 * What no function of the C library does: to call functions of numbers back, in turns.
 */
#pragma GCC visibility push(default)
long alternate(long n, long (*first)(long value), double (*second)(double value));
void repeat(long n, void (*function)(void));
#pragma GCC visibility pop

long alternate(long n, long (*first)(long value), double (*second)(double value))
{
    long sum = 0;

    for (long i = 0; i < n; i++)
        sum += i % 3 == 0 ? (long)second((double)i) : first(i);
    return sum;
}

void repeat(long n, void (*function)(void))
{
    for (long i = 0; i < n; i++)
        function();
}
