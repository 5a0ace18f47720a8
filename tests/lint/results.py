#!/usr/bin/env python3
"""Prints one line for each test of a log of Meson: its result, a tab, its name.

Usage: results.py TESTLOG.json
"""
import json
import sys

try:
    with open(sys.argv[1]) as log:
        tests = [json.loads(line) for line in log]
except FileNotFoundError:
    tests = []
if not tests:
    tests = [{'result': 'ERROR', 'name': 'no test was run'}]
for test in tests:
    print(test['result'], test['name'], sep='\t')
