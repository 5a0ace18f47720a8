#!/usr/bin/env python3
"""Runs CPython's own tests of epoll and selectors, and of asyncio's event loop over epoll, against
abidex.glibc.select and abidex.glibc.selectors, which take the place of the standard modules'
classes. Debian has the tests in libpython3.11-testsuite.

Usage: cpython.py [--stock] [TEST...]

Prints what each test came to. Each test that is skipped has to be in SKIPS, with the reason that
makes it right; so has each entry of SKIPS a test that is skipped. Tests that measure time may fail
on a busy machine: what fails is run again, twice at most.

At the end it sees to it that the tests called what they are to test, and that they fail with an
epoll that never has events. --stock runs them against the standard modules, to see what they come
to there.

The exit status is 77 (skipped) where CPython's tests are not installed.
"""
import argparse
import collections
import fnmatch
import functools
import importlib
import select
import selectors
import sys
import unittest
import unittest.mock

NOT_INSTALLED = 77
N_RUNS = 3

TESTS = [
    'test.test_epoll',
    'test.test_selectors',
    'test.test_asyncio.test_selector_events',
    'test.test_asyncio.test_events.EPollEventLoopTests',
]

# Pattern of tests: (what they say of it, why it is right).
SKIPS = {
    'test.test_selectors.DevpollSelectorTestCase.*':
        ('Test needs selectors.DevpollSelector', '/dev/poll is of Solaris'),
    'test.test_selectors.KqueueSelectorTestCase.*':
        ('Test needs selectors.KqueueSelector)', 'kqueue is of BSD'),
    'test.test_selectors.SelectSelectorTestCase.test_modify_unregister':
        ('', 'select() itself has nothing to modify; the test is of those that have'),
}

# One that an epoll without events can't pass, and that waits for nothing.
SENSITIVE = 'test.test_epoll.TestEPoll.test_control_and_wait'

METHODS = {
    'epoll': ['register', 'modify', 'unregister', 'poll', 'close'],
    'EpollSelector': ['register', 'modify', 'unregister', 'select', 'close'],
}
calls = collections.Counter()


def count_calls(cls):
    """Has @cls count the calls of its METHODS."""
    for name in METHODS[cls.__name__]:
        method = getattr(cls, name)

        def call(self, *args, _method=method, _name=f'{cls.__name__}.{name}', **keywords):
            calls[_name] += 1
            return _method(self, *args, **keywords)

        setattr(cls, name, functools.wraps(method)(call))


def refuse(*args, **keywords):
    """In place of the standard epoll, wherever somebody still has it."""
    raise AssertionError("the standard module's epoll is used")


def put_in_place():
    """Puts the classes of abidex where the tests look for the standard ones."""
    from abidex.glibc import select as our_select
    from abidex.glibc import selectors as our_selectors

    for name in dir(select):
        if name.startswith('EPOLL') and getattr(our_select, name) != getattr(select, name):
            sys.exit(f'{name} is {getattr(our_select, name)} instead of {getattr(select, name)}')
    count_calls(our_select.epoll)
    count_calls(our_selectors.EpollSelector)
    selectors.EpollSelector._selector_cls = refuse
    select.epoll = our_select.epoll
    for name in ['EpollSelector', 'DefaultSelector']:
        setattr(selectors, name, getattr(our_selectors, name))


class Result(unittest.TestResult):
    """What each test came to, in order: (test, outcome, text)."""

    def __init__(self):
        super().__init__()
        self.outcomes = []

    def note(self, test, outcome, text=''):
        self.outcomes.append((test.id(), outcome, text))

    def addSuccess(self, test):
        self.note(test, 'ok')

    def addSkip(self, test, reason):
        self.note(test, 'skipped', reason)

    def addError(self, test, err):
        self.note(test, 'ERROR', self._exc_info_to_string(err, test))

    def addFailure(self, test, err):
        self.note(test, 'FAILED', self._exc_info_to_string(err, test))

    def addExpectedFailure(self, test, err):
        self.note(test, 'FAILED', 'no test of these is expected to fail')

    def addUnexpectedSuccess(self, test):
        self.note(test, 'FAILED', 'it succeeds, which it says that it would not')

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.note(test, 'FAILED', self._exc_info_to_string(err, test))


def run(names):
    """The outcomes of tests by name: (outcome, text). Of several that a test has, the failure."""
    result = Result()
    unittest.TestSuite(unittest.defaultTestLoader.loadTestsFromNames(names)).run(result)
    outcomes = {}
    for test, outcome, text in result.outcomes:
        if outcomes.get(test, ('ok', ''))[0] in ('ok', 'skipped'):
            outcomes[test] = outcome, text
    return outcomes


def is_bad(outcome):
    return outcome in ('FAILED', 'ERROR')


def run_again(names):
    """The outcomes of tests; what fails is run up to N_RUNS times."""
    outcomes = run(names)
    for _ in range(N_RUNS - 1):
        failed = [test for test, (outcome, _) in outcomes.items() if is_bad(outcome)]
        if not failed or any(test.startswith('unittest.') for test in failed):
            break
        print('run again:', *failed)
        outcomes.update(run(failed))
    return outcomes


def explain_skip(test, reason, used):
    """Why it is right that @test was skipped; None if nothing says so."""
    for pattern, (text, why) in SKIPS.items():
        if fnmatch.fnmatchcase(test, pattern) and text == reason:
            used.add(pattern)
            return why
    return None


def report(outcomes):
    """Prints the outcomes; how many are not right."""
    used = set()
    n_wrong = 0
    for test, (outcome, text) in outcomes.items():
        if outcome == 'skipped':
            why = explain_skip(test, text, used)
            print(f'{test} ... skipped: {why}' if why else
                  f'{test} ... SKIPPED, and SKIPS does not say why: {text!r}')
            n_wrong += why is None
        else:
            print(f'{test} ... {outcome}')
            n_wrong += is_bad(outcome)
            print(text, end='')
    return n_wrong, used


def tests_are_right(names):
    """Runs the tests and reports; whether all is right."""
    outcomes = run_again(names or TESTS)
    n_wrong, used = report(outcomes)
    for pattern in SKIPS if not names else []:
        if pattern not in used:
            print(f'SKIPS: {pattern}: no such test was skipped')
            n_wrong += 1
    print(f'{len(outcomes)} tests:', *(f'{n} {outcome},' for outcome, n in collections.Counter(
        outcome for outcome, _ in outcomes.values()).items()), f'{n_wrong} not right')
    return n_wrong == 0 and len(outcomes) > 0


def ours_was_tested():
    """Whether the tests called what they are to test."""
    print('calls:', *(f'{name} {n}' for name, n in sorted(calls.items())))
    missing = [f'{cls}.{name}' for cls, names in METHODS.items() for name in names
               if calls[f'{cls}.{name}'] == 0]
    if missing:
        print('not called:', *missing)
    tests = sys.modules['test.test_selectors']
    classes = [select.epoll, tests.DefaultSelectorTestCase.SELECTOR,
               tests.EpollSelectorTestCase.SELECTOR]
    foreign = [cls for cls in classes if not cls.__module__.startswith('abidex.glibc.')]
    if foreign:
        print('tested instead:', *foreign)
    return not missing and not foreign


def broken_is_seen():
    """Whether tests fail with an epoll that never has events."""
    with unittest.mock.patch.object(select.epoll, 'poll', lambda *args, **keywords: []):
        outcomes = run([SENSITIVE])
    seen = all(is_bad(outcome) for outcome, _ in outcomes.values())
    print('an epoll without events is', 'seen' if seen else 'NOT seen')
    return seen


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition('\n\n')[0])
    parser.add_argument('--stock', action='store_true')
    parser.add_argument('tests', nargs='*')
    options = parser.parse_args()
    try:
        importlib.import_module('test.test_epoll')
    except ImportError as error:
        print(f'skipped: the tests of CPython are not installed: {error}')
        return NOT_INSTALLED
    if options.stock:
        return not tests_are_right(options.tests)
    put_in_place()
    is_right = tests_are_right(options.tests)
    if not options.tests:
        is_right = ours_was_tested() and broken_is_seen() and is_right
    return not is_right


if __name__ == '__main__':
    sys.exit(main())
