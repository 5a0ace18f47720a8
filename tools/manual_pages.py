"""Manual pages as blocks of plain text: the part of check-manual that knows roff.

Only what the Linux man-pages write is understood. A page is its names and its sections, a
section is a list of blocks, a block a paragraph with the tag that it hangs on, if there is one.
"""
import gzip
import re
from collections import defaultdict, namedtuple

# tag: '' for a paragraph without one; goes_on: it hangs on the tag of a block above; depth: how
# far .RS indents.
Block = namedtuple('Block', 'heading tag goes_on depth text')

TITLE = re.compile(r'(.+)\.(2|3|3head)(?:\.gz)?$')
LINK = re.compile(r'\.so +(\S+)\s*$')
C_COMMENT = re.compile(r'/\*.*?\*/')

SPACED_FONTS = {'B', 'I', 'SM', 'SB'}
JOINED_FONTS = {'BR', 'RB', 'IR', 'RI', 'BI', 'IB'}
ESCAPES = [
    (re.compile(r'\\f(?:\[\w*\]|\(..|.)|\\s[-+]?\d|\\[&|^%/,:]|\\\*\(..'), ''),
    (re.compile(r'\\[ ~0]'), ' '),
    (re.compile(r'\\\((?:aq|cq)|\\\[aq\]'), "'"),
    (re.compile(r'\\\((?:lq|rq|dq)'), '"'),
    (re.compile(r'\\\((?:en|em|hy|mi)|\\-'), '-'),
    (re.compile(r'\\\(..|\\\[[^]]*\]'), '?'),
    (re.compile(r'\\(?:e|\(rs)'), r'\\'),
]
COMMENT = re.compile(r"(?:^[.']\s*)?\\\".*$")
ARGUMENT = re.compile(r'"((?:[^"]|"")*)"?|((?:\\.|[^\s"\\]|(?<=\S)")+)')


def plain(text):
    for pattern, replacement in ESCAPES:
        text = pattern.sub(replacement, text)
    return text


def arguments(text):
    return [quoted.replace('""', '"') or bare for quoted, bare in ARGUMENT.findall(text)]


def request_text(name, text):
    """What a font request prints, None for any other request."""
    if name in SPACED_FONTS:
        return plain(' '.join(arguments(text)))
    if name in JOINED_FONTS:
        return plain(''.join(arguments(text)))
    return None


class Reader:
    """Takes a page's lines one after the other and collects its sections."""

    def __init__(self):
        self.sections = {}
        self.section = self.sections.setdefault('', [])
        self.heading = self.tag = ''
        self.tags = {}
        self.words = []
        self.depth = 0
        self.tag_follows = self.goes_on = self.table = self.macro = False

    def end_block(self):
        text = ' '.join(' '.join(self.words).split())
        if text or self.tag:
            self.section.append(Block(self.heading, self.tag, self.goes_on, self.depth, text))
            self.tags[self.depth] = self.tag
        self.words, self.tag, self.goes_on = [], '', False

    def take_text(self, text):
        if self.tag_follows:
            self.tag, self.tag_follows = (self.tag + ' ' + text.strip()).strip(), False
        else:
            self.words.append(text)

    def take_request(self, name, text):
        shown = request_text(name, text)
        if shown is not None:
            self.take_text(shown)
        elif name in {'SH', 'SS'}:
            self.end_block()
            self.heading = plain(' '.join(arguments(text))).strip() if name == 'SS' else ''
            if name == 'SH':
                title = plain(' '.join(arguments(text))).strip()
                self.section = self.sections.setdefault(title.upper(), [])
                self.depth = 0
        elif name in {'TP', 'PP', 'P', 'LP', 'IP', 'HP', 'RS', 'RE', 'TQ'}:
            self.break_block(name, text)

    def break_block(self, name, text):
        """.TP and .IP begin a tag; .IP without one goes on below the tag above."""
        if name != 'TQ':
            self.end_block()
        self.depth = max(0, self.depth + {'RS': 1, 'RE': -1}.get(name, 0))
        self.tag_follows = name in {'TP', 'TQ'}
        if name == 'IP':
            words = arguments(text)
            self.goes_on = not words
            self.tag = plain(words[0]).strip() if words else self.tags.get(self.depth, '')

    def take_line(self, line):
        if self.macro:
            self.macro = not line.startswith('..')
        elif line[:1] not in {'.', "'"}:
            if not self.table:
                self.take_text(plain(line))
        else:
            name, _, text = line[1:].strip().partition(' ')
            self.macro = name in {'de', 'ig'}
            self.table = name == 'TS' or self.table and name != 'TE'
            self.take_request(name, text)

    def read(self, source):
        for line in source.replace('\\\n', '').splitlines():
            stripped = COMMENT.sub('', line)
            if stripped or not line:
                self.take_line(stripped)
        self.end_block()
        return self.sections


def read_sections(source):
    """The blocks of a page's sections, by title."""
    return Reader().read(source)


class Page:
    """A page, the functions that its NAME lists, and those that its SYNOPSIS declares as well."""

    def __init__(self, title, source):
        self.title = title
        self.sections = read_sections(source)
        names = self.text('NAME').partition(' -')[0]
        self.named = set(re.findall(r'\w+', names))
        synopsis = C_COMMENT.sub(' ', self.text('SYNOPSIS'))
        self.functions = self.named | set(re.findall(r'(\w+) ?\(', synopsis))

    def text(self, *titles):
        return ' '.join(f'{block.tag} {block.text}' for title in titles
                        for block in self.sections.get(title, []))


def read_page(folder, path):
    """The page that a file holds, or the one that it links to, with its true title."""
    while True:
        path = path.resolve()
        with (gzip.open if path.suffix == '.gz' else open)(path, 'rt', errors='replace') as file:
            source = file.read()
        link = LINK.match(source)
        if not link:
            return path, source
        path = folder / link[1]
        path = path if path.exists() else path.with_name(path.name + '.gz')


class Manual:
    """The pages of man2 and man3 under a folder, and where each function is told of."""

    def __init__(self, folder):
        self.pages = {}
        self.titles = defaultdict(list)
        self.places = defaultdict(list)
        for path in sorted(folder.glob('man[23]/*')):
            title = TITLE.match(path.name)
            if title and path.exists():
                self.titles[title[1]].append(self.take(folder, path))
        for page in self.pages.values():
            for name in page.functions:
                self.places[name].append(page)

    def take(self, folder, path):
        path, source = read_page(folder, path)
        if path not in self.pages:
            title = TITLE.match(path.name)
            self.pages[path] = Page(f'{title[1]}({title[2][0]})' if title else path.name, source)
        return self.pages[path]

    def find(self, name, section=''):
        """The page of a function, best the one with its title; section 3 tells of the library."""
        def rank(page):
            return page not in self.titles[name], name not in page.named, -int(page.title[-2])
        pages = self.places[name] + self.titles[name]
        return min((page for page in pages if page.title.endswith(f'{section})')), key=rank,
                   default=None)
