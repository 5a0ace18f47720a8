"""How the benchmark's results are printed: as text, or as Markdown for a README."""
import math

NAME_WIDTH, CELL_WIDTH = 19, 9


def nanoseconds(seconds):
    value = seconds * 1e9
    return f'{value:.1f}' if value < 100 else f'{value:.0f}'


def times(ratio):
    return f'{ratio:.2f}' if ratio < 10 else f'{ratio:.1f}' if ratio < 100 else f'{ratio:.0f}'


def verdict(value, limit):
    """Whether a target is met; a number that is none misses every target."""
    return 'met' if not math.isnan(value) and value <= limit else 'MISSED'


class Text:
    """Text for a terminal, 150 columns wide."""

    def facts(self, facts):
        for name, value in facts.items():
            print(f'{name + ":":<16}{value}')

    def calls(self, columns, rows, loops):
        """rows: label, and for each column seconds and ratio, or None."""
        print('\nns a call, and below it as multiples of the direct one')
        words = [column.split(' ', 1) if len(column) >= CELL_WIDTH else ['', column]
                 for column in columns]
        self._cells('', [first for first, _ in words])
        self._cells('', [second for _, second in words])
        for label, cells in rows:
            self._cells(label, [nanoseconds(cell[0]) if cell else '-' for cell in cells])
            self._cells('', [times(cell[1]) if cell else '' for cell in cells])
        self._cells('loop, left out', [nanoseconds(loop) if loop else '' for loop in loops])

    def _cells(self, label, cells):
        print((f'{label:<{NAME_WIDTH}}' +
               ''.join(f'{cell:>{CELL_WIDTH}}' for cell in cells)).rstrip())

    def heading(self):
        print()
        self.line('what', 'measured', 'ratio', 'target')

    def line(self, what, measured, ratio='', target=''):
        print(f'{what:<50}{measured:>12}{ratio:>8}  {target}'.rstrip())


class Markdown:
    """The same as Markdown."""

    def facts(self, facts):
        print('; '.join(f'{name}: {value}' for name, value in facts.items()))

    def calls(self, columns, rows, loops):
        print()
        self._row(['ns a call (× direct)', *columns])
        self._row(['---', *['---:'] * len(columns)])
        for label, cells in rows:
            self._row([label, *(f'{nanoseconds(cell[0])} ({times(cell[1])})' if cell else '–'
                                for cell in cells)])
        self._row(['loop, left out', *(nanoseconds(loop) if loop else '' for loop in loops)])

    def _row(self, cells):
        print('| ' + ' | '.join(cells) + ' |')

    def heading(self):
        print()
        self._row(['what', 'measured', 'ratio', 'target'])
        self._row(['---', '---:', '---:', '---'])

    def line(self, what, measured, ratio='', target=''):
        self._row([what.strip(), measured, ratio, target])
