#!/usr/bin/env python3
"""Runs an example and holds what it prints against what is expected.

A line of the expected text is a pattern as fnmatch has it; `...` stands for any lines. When the
program prints the line given with --interrupt, it gets SIGINT, as from Ctrl-C.

Usage: run.py [--interrupt LINE] EXPECTED COMMAND [ARGUMENT...]
"""
import argparse
import difflib
import signal
import subprocess
import sys
from fnmatch import fnmatchcase
from pathlib import Path


def matches(lines, patterns):
    """Whether the lines are what the patterns say, one by one."""
    if not patterns:
        return not lines
    if patterns[0] == '...':
        return any(matches(lines[i:], patterns[1:]) for i in range(len(lines) + 1))
    return bool(lines) and fnmatchcase(lines[0], patterns[0]) and matches(lines[1:], patterns[1:])


def run(command, interrupt):
    """Lines of the program's output, and its exit status."""
    lines = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout:
            lines.append(line.rstrip('\n'))
            if lines[-1] == interrupt:
                process.send_signal(signal.SIGINT)
    return lines, process.returncode


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--interrupt')
    parser.add_argument('expected', type=Path)
    parser.add_argument('command', nargs=argparse.REMAINDER)
    arguments = parser.parse_args()
    patterns = arguments.expected.read_text().splitlines()
    lines, status = run(arguments.command, arguments.interrupt)
    if status != 0:
        print(f'exit status {status}')
    if not matches(lines, patterns):
        print('\n'.join(difflib.unified_diff(patterns, lines, 'expected', 'printed', lineterm='')))
        return 1
    return status != 0


sys.exit(main())
