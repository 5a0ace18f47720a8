"""Times the statements of a peer that is called from Python, as timeit does: a loop without
a function around the statement, the collector off.

Prints a line for each row, its name, a tab and the seconds of one turn of the loop, the
fastest of all rounds; the row "loop" is the loop with nothing in it.
"""
from timeit import Timer

SECONDS = 0.001  # about, for one loop
N_BACK = 1000    # calls of a callback in one call of bench_each


def fastest(statement, names, n_rounds):
    timer = Timer(statement, globals=names)
    n = 64
    while timer.timeit(n) < SECONDS:
        n *= 2
    return min(timer.repeat(n_rounds, n)) / n


def measure(names, rows, n_rounds):
    """rows: name, statement and result, and an expression that has it where the statement is
    none or gives it otherwise; names: what the statements know."""
    print('loop', fastest('pass', names, n_rounds), sep='\t')
    for row, statement, result, *expression in rows:
        exec(statement, names)
        answer = eval(*expression or [statement], names)
        assert answer == result, f'{row}: {answer}'
        print(row, fastest(statement, names, n_rounds), sep='\t')
    total = eval(f'each({N_BACK}, same)', names)
    assert total == N_BACK * (N_BACK - 1) // 2, total
    print('callback', fastest(f'each({N_BACK}, same)', names, n_rounds) / N_BACK, sep='\t')
