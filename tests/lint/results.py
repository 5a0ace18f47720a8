#!/usr/bin/env python3
"""Prints one line for each test of a log of Meson: its result, a tab, its name. What a test left
out because it takes a real Windows has a line of its own behind it, with the result WINDOWS.

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
    print(test['result'], test['name'], sep='\t')
    for name in LEFT.findall(test.get('stdout', '')):
        print('WINDOWS', name, sep='\t')
