#!/usr/bin/env python3
"""Prints one line for each test of a log of Meson: its result, a tab, its name. What a test left
out because it takes a real Windows has a line of its own behind it, with the result WINDOWS. One that
skipped all without a word, and without the status for it, was ended by something else: an ERROR.

Usage: results.py TESTLOG.json
"""
import json
import re
import sys

LEFT = re.compile(r'^# needs Windows itself: (\w+): ', re.MULTILINE)

try:
    with open(sys.argv[1]) as log:
        tests = [json.loads(line) for line in log]
except FileNotFoundError:
    tests = []
if not tests:
    tests = [{'result': 'ERROR', 'name': 'no test was run'}]
for test in tests:
    said = test.get('stdout', '')
    if test['result'] == 'SKIP' and test['returncode'] == 0 and 'SKIP' not in said:
        test['result'] = 'ERROR'
    print(test['result'], test['name'], sep='\t')
    for name in LEFT.findall(said):
        print('WINDOWS', name, sep='\t')
