#!/usr/bin/env python3
"""Prints the program of the README, the first block of C that includes abidex.h; or with
--output the block behind it, which says what the program prints.

Usage: readme.py [--output] README.md
"""
import re
import sys
from pathlib import Path

blocks = re.findall(r'^```(\w*)\n(.*?)^```$', Path(sys.argv[-1]).read_text(),
                    re.DOTALL | re.MULTILINE)
programs = [i for i, (language, text) in enumerate(blocks)
            if language == 'c' and '#include <abidex.h>' in text]
if not programs or programs[0] + 1 == len(blocks):
    sys.exit(f'{sys.argv[-1]}: error: no program that includes abidex.h, with its output')
print(blocks[programs[0] + ('--output' in sys.argv)][1], end='')
