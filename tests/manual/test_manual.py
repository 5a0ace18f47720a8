#!/usr/bin/env python3
"""Tests of tools/check-manual on made-up pages: what it reads in them, and what it reports."""
import gzip
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
TOOLS = HERE.parent.parent / 'tools'
sys.path.insert(0, str(TOOLS))
from manual_facts import CODE_TAG, failure_value, read_facts  # noqa: E402
from manual_pages import Manual, arguments, plain, read_sections  # noqa: E402

FUNCTIONS = {'drop', 'hoist', 'knot', 'lift', 'lift64', 'liftat', 'reknot', 'rope_find',
             'rope_free', 'rope_length', 'rope_new', 'rope_tie', 'sling', 'unsling', 'winch'}

# What a sentence says of the failure value.
SAID = {
    'On error, -1 is returned, and errno is set to indicate the error.': ('-1', 'errno'),
    'On error (one of many), these calls return -1 and set errno.': ('-1', 'errno'),
    'Otherwise, NULL is returned and errno is set to indicate the error.': ('NULL', 'errno'),
    'It returns a pointer on success, or a null pointer if an error occurs.': ('NULL', None),
    'On error, the value MAP_FAILED (that is, (void *) -1) is returned.': ('-1', None),
    'On error, ((time_t) -1) is returned, and errno is set to tell.': ('-1', 'errno'),
    'On error, it returns (locale_t) 0, and sets errno to indicate.': ('NULL', 'errno'),
    'On failure, it returns a positive error number.': ('nonzero', 'result'),
    'It returns zero, or one of the error values listed below.': ('nonzero', 'result'),
    'If an output error is encountered, a negative value is returned.': ('negative', None),
    'These functions return 0 on success, and -1 otherwise.': ('-1', None),
    'They return zero on success and nonzero if an error occurred.': ('nonzero', None),
    'It returns WEOF on end of file or error.': ('WEOF', None),
    'It returns the character or EOF on end of file or error.': ('EOF', None),
    'It returns NULL if memory is short, with errno set to tell so.': ('NULL', 'errno'),
    'It returns -1 (and nothing else) on error.': ('-1', None),
    'On failure, it returns a nonzero value and may set errno.': ('nonzero', None),
}
# Sentences that say nothing of it, though one could think so.
UNSAID = [
    'On success, zero is returned.',
    'On success, these functions return a nonzero value.',
    'If the end of the stream is reached, NULL is returned and errno is not changed.',
    'Otherwise, it returns zero.',
    'If x is too large, a range error occurs, and zero is returned.',
    'It returns a pointer to the character, or NULL if there is none.',
]


class Roff(unittest.TestCase):
    def test_text(self):
        self.assertEqual(plain(r'\fIa\fP\-\f[B]b\fR\ c\(aqd\e\&'), r"a-b c'd" + '\\')
        self.assertEqual(arguments('"a ""b""" c\\ d "e'), ['a "b"', 'c\\ d', 'e'])

    def test_blocks(self):
        source = ('.SH ERRORS\n.TP\n.BR EA , EB \\" no\none\n.TP\n.B EC\n.TQ\n.B ED\n'
                  '.RS\n.IP \\(bu 2\ntwo\n.RE\n.IP\nmore\n.PP\n.\\" gone\nend\n'
                  '.TS\nl.\ncell\n.TE\n.ig\nEHIDDEN\n..\n.SS Sub\ntext\n')
        blocks = read_sections(source)['ERRORS']
        self.assertEqual([tuple(block) for block in blocks], [
            ('', 'EA,EB', False, 0, 'one'), ('', 'EC ED', False, 0, ''),
            ('', '?', False, 1, 'two'), ('', 'EC ED', True, 0, 'more'),
            ('', '', False, 0, 'end'), ('Sub', '', False, 0, 'text')])

    def test_compressed(self):
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, 'man3').mkdir()
            with gzip.open(Path(folder, 'man3/one.3.gz'), 'wt') as page:
                page.write('.SH NAME\none \\- a\n')
            Path(folder, 'man3/two.3.gz').write_bytes(gzip.compress(b'.so man3/one.3\n'))
            Path(folder, 'man3/one.3type.gz').write_bytes(b'not read')
            manual = Manual(Path(folder))
            self.assertEqual(manual.find('two').title, 'one(3)')
            self.assertIsNone(manual.find('one', '2'))


class Prose(unittest.TestCase):
    def test_values(self):
        for text, value in SAID.items():
            self.assertEqual(failure_value(text), value, text)
        for text in UNSAID:
            self.assertIsNone(failure_value(text), text)

    def test_tags(self):
        for tag in ('ENOENT', 'EA1 or EB2', 'EAA, EBB, and ECC', 'EAI_FAIL', 'EINVAL (x)'):
            self.assertTrue(CODE_TAG.match(tag), tag)
        for tag in ('pathname', 'O_EXCL', 'EOF', 'EXIT_FAILURE', '1', 'Range error'):
            self.assertFalse(CODE_TAG.match(tag), tag)


class Pages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.facts = read_facts(Manual(HERE / 'pages'), FUNCTIONS)

    def test_found(self):
        self.assertEqual(self.facts.keys(), FUNCTIONS - {'winch'})
        self.assertEqual(self.facts['lift'][0].page, 'lift(2)')
        self.assertEqual(self.facts['lift64'][0], self.facts['lift'][0])

    def test_attribution(self):
        lift, liftat, drop = (self.facts[name][0] for name in ('lift', 'liftat', 'drop'))
        self.assertEqual(lift.shared, {'EACCES', 'EAGAIN', 'EIO'})
        self.assertEqual(lift.certain, set())
        self.assertEqual(liftat.certain, {'EBADF', 'EINVAL'})
        self.assertEqual(drop.certain, {'EBADF', 'EBUSY'})
        self.assertLessEqual({'ENOSYS', 'ENOSPC', 'ENOMEM', 'EPERM'}, lift.possible)
        self.assertNotIn('EBUSY', lift.certain | lift.shared)

    def test_values(self):
        values = {name: facts.value() for name, (facts, _) in self.facts.items()}
        self.assertEqual(values['drop'], ('-1', 'errno'))
        self.assertEqual(values['hoist'], ('nonzero', 'result'))
        self.assertEqual(values['knot'], ('NULL', None))
        self.assertEqual(values['reknot'], ('-1', None))
        self.assertEqual(values['rope_new'], ('NULL', 'errno'))
        self.assertEqual(values['rope_length'], ('never', None))
        self.assertEqual(values['rope_tie'], ('1', None))
        self.assertIsNone(values['rope_free'])

    def test_references(self):
        facts, possible = self.facts['hoist']
        self.assertEqual(facts.certain, {'ENOLINK'})
        self.assertLessEqual({'EACCES', 'EIO', 'ENOMEM'}, possible)
        self.assertLessEqual({'EACCES', 'ENOLINK'}, self.facts['sling'][1])
        self.assertTrue(self.facts['unsling'][0].spared)
        self.assertEqual(self.facts['reknot'][0].certain, {'EPERM'})
        self.assertLessEqual({'ECHILD'}, self.facts['reknot'][1])
        self.assertIsNone(self.facts['rope_new'][1], 'its page leaves open which there are')


class Report(unittest.TestCase):
    def run_tool(self, *options):
        return subprocess.run([TOOLS / 'check-manual', *options, HERE / 'table.abx',
                               HERE / 'pages'], capture_output=True, text=True, check=False)

    def test_report(self):
        run = self.run_tool('--verbose', '--settled', HERE / 'settled')
        self.assertEqual(run.stdout, (HERE / 'expected').read_text())
        self.assertEqual(run.stderr, f'{HERE}/settled:4: error: settles nothing: '
                                     'rope_gone EIO contract only\n')
        self.assertEqual(run.returncode, 1)

    def test_settlements(self):
        everything = ('*\tEAI_SYSTEM,EINVAL,EIO,contract\tpage only\tr\n'
                      '*\tEBADF,EDOM\tcontract only\tr\n*\tvalue\tdiffer\tr\n')
        for text, status, message in [
                (everything, 0, ''),
                (everything.replace('EDOM', 'EDOM,EIO'), 1, ':2: error: settles nothing: * EIO'),
                (everything.replace('EDOM', 'E*'), 1, ':2: error: settles nothing: * E*'),
                (everything + 'z\tEIO\tpage only\tr\n', 1, ':4: error: settles nothing'),
                (everything.replace('contract only\tr\n', ''), 1, ':2: error: not FUNCTION'),
                ('b\tEIO\tdiffer\tr\na\tEIO\tdiffer\tr\n', 1, 'not sorted'),
                ('a\tEIO\tneither\tr\n', 1, 'error: not FUNCTION')]:
            with tempfile.NamedTemporaryFile('w') as settled:
                settled.write(text)
                settled.flush()
                run = self.run_tool('--settled', settled.name)
            self.assertEqual(run.returncode, status, text)
            self.assertIn(message, run.stderr)


if __name__ == '__main__':
    unittest.main()
