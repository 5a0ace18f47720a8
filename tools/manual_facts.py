"""What a manual page states of how a function fails: the part of check-manual that reads prose.

Only what a page says clearly becomes a fact. What may be meant, or is said of another function,
an old kernel or another system, makes a code `possible`: neither its presence in a contract nor
its absence is worth a word.
"""
import re
from dataclasses import dataclass, field
from fnmatch import filter as matching

SYNONYMS = {'EWOULDBLOCK': 'EAGAIN', 'ENOTSUP': 'EOPNOTSUPP', 'EDEADLOCK': 'EDEADLK',
            'NO_ADDRESS': 'NO_DATA'}
CODE = r'(?:(?:EAI|GLOB|NETDB|REG|TD|WRDE)_[A-Z]+|thrd_[a-z]+|E(?!OF\b|XIT_)[A-Z0-9]{2,}(?!_)' \
       r'|HOST_NOT_FOUND|NO_DATA|NO_ADDRESS|NO_RECOVERY|TRY_AGAIN)'
CODE_WORD = re.compile(rf'\b{CODE}\b')
CODE_TAG = re.compile(rf'(?:0 or )?{CODE}(?:(?:,| or| and|/)* *{CODE})*')
REFERENCE = re.compile(r'\b(\w+)\(([23])\)')
CALL = re.compile(r'(?<![\w*])([\w*]+)\(\)')
CALLS = r'\w+\(\)(?:(?:,| or| and)+ \w+\(\))*'

# How a tag's text begins or ends that is for these functions and for no other.
ONLY = re.compile(rf'\((?=[^()]*\w\(\))((?:[^()]|\(\))*)\)|(?:For|In the case of) ({CALLS})[,:]'
                  rf'|({CALLS}):')
ONLY_AT_END = re.compile(rf'\(({CALLS})\)\.?$')
BYSTANDER = re.compile(r'\bduring [^.]*')
# A tag (but for what was there beforehand), or the brackets in which its text begins, tells of
# other times or places than here and now; so does a remark in the text.
BEFOREHAND = re.compile(r';? *beforehand [^)]*')
ELSEWHERE = re.compile(
    r'.*\([^)]*(?:\b[Bb]efore |\bearlier\b|\bto Linux |AArch64|PowerPC|Alpha|[Nn]ot on Linux)'
    r'|0 or |ERESTART')
ELSEWHERE_REMARK = re.compile(
    r'seen only during|only (?:for|in|on|with|before) [^)]*\bearlier|[Oo]n systems where'
    r'|does not occur on Linux|C libraries that'
    r'|^See E[A-Z]+ *\.?$')
# A sentence that tells of other systems, and one that leaves open which codes there are.
NOT_HERE = re.compile(r'POSIX|SUS|[Oo]n some systems|[Oo]ther (?:systems|Unix|UNIX)'
                      r'|implementations? may|\(before|signals')
OPEN_END = re.compile(
    r'[Oo]ther (?:[-\w]+ ){0,2}errors?\b|[Aa]dditional errors may|among others|own special errors'
    r'|[Nn]etwork errors|other than those listed|other possible values|various errors|usual ones'
    r'|source code|domain-specific')
SAME = re.compile(rf'(?:same (?:[-\w]+ )*errors?|[Ee]rrors (?:are )?as|[Ee]rrors that occur'
                  rf'|addition to (?:the )?errors [^.]*?) (?:that (?:occur )?)?for ({CALLS})')
SAME_FOR_ALL = re.compile(r'same errors apply')
GENERAL = re.compile(r'general errors for')
INTRODUCES = re.compile(r'follow|below|:$|Moreover')
PRONOUN = re.compile(r'\b(?:it|they|both)\b', re.I)
ERRNO_SET = re.compile(rf'errno (?:is |are |was )?set (?:to )?({CODE})|errno to ({CODE})'
                       rf'|({CODE}) is stored in errno')
ERRNO = re.compile(r'errno (?:is|was|are|will be|to be)? ?set|(?<!may )sets? errno'
                   r'|errno indicating|stored in errno|errno to ')
SUBJECT_UNCLEAR = re.compile(r'[Tt]he functions? (?:that|which)'
                             r'|[Tt]he (?:reentrant|nonreentrant) (?:functions|versions)')
BOTH = re.compile(r'\bboth (?:functions|calls|system calls|return)')
OTHERS = re.compile(r'\b(?:other|remaining) functions')
MATH = re.compile(r'(?:domain|range|pole) error', re.I)
ASIDE = re.compile(r' ?\((?![\w ]+\*?\) ?-?\d)(?!\))(?:[^()]|\(\))+\)')

# What a function can return, in words, and the WHEN of a contract that it stands for.
VALUES = [
    (r'NULL|(?:a )?null pointer|\(+(?:locale|wctrans|wctype)_t\) 0', 'NULL'),
    (r'\(*[a-z_]+(?: \*)?\) ?-1\)?|-1\b', '-1'),
    (r'W?EOF|MAP_FAILED|SEM_FAILED|SIG_ERR', None),
    (r'(?:an? |one of the )?(?:following |\(?(?:nonzero|positive)\)? )*'
     r'error (?:number|value|code)s?', 'nonzero'),
    (r'(?:a )?nonzero(?: value)?', 'nonzero'),
    (r'a negative value', 'negative'),
    (r'1\b', '1'),
    (r'0\b|zero', '0'),
]
VALUE = f"(?:the value |a value of )?({'|'.join(pattern for pattern, _ in VALUES)})"
IF_ERROR = r'(?:on|upon|for|in case of|in the event of|if|when|to indicate) ' \
           r'(?:an |a |any |the |there (?:is|was) an |some other |end of file or )*' \
           r'(?:error|failure)'
VALUE_IF = re.compile(rf'(?<![-\w]){VALUE},? (?:is returned,? )?'
                      rf'(?:{IF_ERROR}|if [^,;]*\b(?:error|failure) occur)', re.I)
VALUE_ELSE = re.compile(rf'success\w*,?(?: and| or)? {VALUE} otherwise')
VALUE_RETURNED = re.compile(rf'(?<![-\w]){VALUE} (?:is|are|will be) (?:also )?returned'
                            rf'|(?:returns?|return value is|result value of) (?:status )?{VALUE}')
VALUE_LISTED = re.compile(r'(?:, or|\breturns?) (one of the (?:following )?'
                          r'(?:nonzero |positive )*error (?:code|number|value)s)')
FAILING = re.compile(rf'{IF_ERROR}|If [^,]*\b(?:an error|errors? occur|error is encountered'
                     r'|fails?\b|not successful|could not|cannot)|If .*\berror occurs,', re.I)
NEVER = re.compile(r'always succeed|(?:is|are) always successful|cannot fail|never fails?\b'
                   r'|[Nn]o errors occur|should not fail')
NO_STATEMENT = re.compile(r'always returns? (?!-1|with)|[Nn]o errors are defined')


@dataclass
class Facts:
    """How a function fails according to its page; None and empty where the page is silent.

    `shared` are the codes of a page with several functions that it does not attribute;
    `tells_codes` is whether a list of codes is for this function, `spared` whether the page
    has one and none of it is.
    """
    page: str
    when: str = None
    where: str = None
    unsure: bool = False
    never: bool = False
    tells_codes: bool = False
    spared: bool = False
    open_end: bool = False
    certain: set = field(default_factory=set)
    shared: set = field(default_factory=set)
    possible: set = field(default_factory=set)
    references: set = field(default_factory=set)

    def state(self, when, where):
        """Two statements that differ are none."""
        if self.when is not None and (self.when != when or None is not self.where != where):
            self.unsure = True
        self.when, self.where = when, where or self.where

    def value(self):
        """(WHEN, WHERE) of failure, None where the page does not tell or contradicts itself."""
        if self.unsure or self.never and (self.when is not None or self.certain):
            return None
        return ('never', None) if self.never else self.when and (self.when, self.where)


def codes_in(text):
    return {SYNONYMS.get(code, code) for code in CODE_WORD.findall(text)}


def sentences(text, ends):
    return [part for part in re.split(rf'(?<=[^.][{ends}]) +(?=[\w(-])', text) if part]


def failure_value(text):
    """WHEN and WHERE as a contract names them, if this clause tells what failure looks like."""
    text = ASIDE.sub('', text)
    if MATH.search(text):
        return None
    match = VALUE_IF.search(text) or VALUE_ELSE.search(text) or VALUE_LISTED.search(text)
    if not match and (FAILING.match(text) or ERRNO.search(text)
                      or text.startswith(('Otherwise', 'otherwise')) and ' error ' in text):
        match = VALUE_RETURNED.search(text)
    if not match:
        return None
    words = next(filter(None, match.groups()))
    where = 'result' if 'error' in words else 'errno' if ERRNO.search(text) else None
    when = next(when for pattern, when in VALUES if re.fullmatch(pattern, words, re.I))
    return when or words, where


class PageReader:
    """Collects the facts of one page's functions."""

    def __init__(self, page, functions):
        self.page = page
        self.functions = page.named | page.functions & functions
        self.facts = {name: Facts(page.title) for name in self.functions}

    def read(self):
        self.read_values()
        self.read_errors()
        elsewhere = self.page.sections.keys() - {'ERRORS', 'EXAMPLES', 'SEE ALSO'}
        listed = any(facts.tells_codes for facts in self.facts.values())
        for facts in self.facts.values():
            facts.possible |= codes_in(self.page.text(*elsewhere))
            facts.spared = listed and not (facts.tells_codes or facts.certain
                                           or facts.references or facts.open_end)
        return self.facts

    def called(self, text):
        """The page's functions that a text names; get*() stands for several."""
        return {name for pattern in CALL.findall(text)
                for name in matching(self.functions, pattern)}

    def add(self, codes, scope, kind='certain'):
        """Codes of the functions in scope; if that is all of the page's, nobody is meant."""
        if kind == 'certain' and len(scope) > 1 and scope == self.functions:
            kind = 'shared'
        for name in scope:
            getattr(self.facts[name], kind).update(codes)

    def add_set_codes(self, text, scope):
        """Codes of which a sentence says that errno is set to them."""
        codes = codes_in(' '.join(sum(ERRNO_SET.findall(text), ())))
        self.add(codes, scope, 'possible' if NOT_HERE.search(text) else 'certain')

    def read_values(self):
        scope, mentioned, kind = self.functions, set(), 'possible'
        for block in self.page.sections.get('RETURN VALUE', []):
            if CODE_TAG.fullmatch(block.tag):
                self.take_tag(block, scope, kind)
                continue
            if not block.tag:
                kind = 'certain' if re.search(r'error codes?.*:$', block.text) else 'possible'
                scope = self.called(block.heading) or self.functions
            for clause in sentences(f'{block.tag} {block.text}'.strip(), '.;:'):
                scope = self.subjects(clause, scope, mentioned)
                mentioned |= self.called(clause)
                self.take_clause(clause, scope)

    def subjects(self, clause, scope, mentioned):
        """Of whom a clause speaks that follows one on those in scope."""
        if SUBJECT_UNCLEAR.search(clause):
            return set()
        if OTHERS.search(clause):
            return self.functions - mentioned
        if BOTH.search(clause) and len(self.functions) == 2:
            return self.functions
        return self.called(clause) or scope

    def take_clause(self, clause, scope):
        value = failure_value(clause)
        for facts in (self.facts[name] for name in scope):
            if value:
                facts.state(*value)
            facts.never |= bool(NEVER.search(clause))
            facts.unsure |= bool(NO_STATEMENT.search(clause))
            if 'h_errno' in clause and re.search(r'\berror', clause):
                facts.where = 'h_errno'
            elif ERRNO.search(clause) and facts.when and not facts.where:
                facts.where = 'errno'
            if re.search(r'\berrors?\b|errno|\bfail', clause):
                facts.references |= set(REFERENCE.findall(clause))
        self.add_set_codes(clause, scope)

    def read_errors(self):
        """Tags belong to those of whom the paragraph above them speaks, or they say whose."""
        scope, kind = self.functions, 'certain'
        for block in self.page.sections.get('ERRORS', []):
            if CODE_TAG.match(block.tag):
                self.take_tag(block, scope, kind)
            elif MATH.match(block.tag):
                self.add_set_codes(block.text, scope)
                for name in scope:
                    self.facts[name].tells_codes = True
            elif block.tag or block.depth:
                self.add(codes_in(f'{block.tag} {block.text}'), self.functions, 'possible')
            else:
                subjects = self.take_paragraph(block.text)
                kind = 'possible' if NOT_HERE.search(block.text) else 'certain'
                scope = subjects if INTRODUCES.search(block.text) else scope

    def take_paragraph(self, text):
        """Reads what stands between the lists; returns of whom its last sentence speaks."""
        subjects = self.functions
        for sentence in sentences(text.replace(', with the following', '. With the following'),
                                  '.;'):
            same = {name for words in SAME.findall(sentence) for name in self.called(words)}
            named = self.called(sentence) - same
            subjects = named or (subjects if PRONOUN.search(sentence) else self.functions)
            self.take_remark(sentence, subjects, same)
        return subjects

    def take_remark(self, sentence, subjects, same):
        references = {(name, '') for name in same} | set(REFERENCE.findall(sentence))
        if SAME_FOR_ALL.search(sentence):
            references |= {(name, '') for name in self.functions}
        for facts in (self.facts[name] for name in subjects):
            facts.never |= bool(NEVER.search(sentence)) and not codes_in(sentence)
            facts.unsure |= bool(NO_STATEMENT.search(sentence))
            facts.open_end |= bool(OPEN_END.search(sentence))
            facts.references |= references
        if GENERAL.search(sentence):
            for name in self.functions - subjects:
                self.facts[name].references |= {(subject, '') for subject in subjects}
        self.add(codes_in(sentence), subjects, 'possible')
        self.add_set_codes(sentence, subjects)

    def take_tag(self, block, scope, kind):
        codes = codes_in(CODE_TAG.match(block.tag)[0])
        self.add(codes_in(f'{block.tag} {block.text}') - codes, self.functions, 'possible')
        lead = ONLY.match(block.text) or re.match(r'\([^)]*\)', block.text)
        if ELSEWHERE.match(BEFOREHAND.sub('', block.tag)) or lead and ELSEWHERE.match(lead[0]) \
                or ELSEWHERE_REMARK.search(block.text):
            kind = 'possible'
        match = ONLY.match(block.text) or ONLY_AT_END.search(block.text)
        only = self.called(block.tag) or self.called(' '.join(filter(None, match.groups()))
                                                     if match else '')
        # Who is named outside of a list's scope stands by.
        named = self.called(BYSTANDER.sub('', block.text)) & scope
        if block.goes_on and not only and not named:
            return
        for name in only or scope:
            self.facts[name].tells_codes = True
        if only or not named:
            self.add(codes, only or scope, kind)
            self.add(codes, named - only, 'possible')
        else:
            self.add(codes, named, 'certain' if named < self.functions else kind)
            self.add(codes, scope - named, 'possible')


class FactFinder:
    """Facts of functions by name; each page is read once."""

    def __init__(self, manual, functions):
        self.manual = manual
        self.functions = functions
        self.pages = {}

    def find(self, name, section=''):
        page = self.manual.find(name, section)
        if page is None:
            return None
        if page.title not in self.pages:
            self.pages[page.title] = PageReader(page, self.functions).read()
        facts = self.pages[page.title]
        # A link like stat64: the page tells of stat.
        return facts.get(name) or facts.get(re.sub(r'(?:64|32)$', '', name))

    def possible(self, facts, seen):
        """The codes that a page may mean, with those of the pages that it refers to; None
        where it leaves open which those are."""
        codes = facts.possible | facts.shared
        if facts.open_end:
            return None
        for reference in facts.references - seen:
            other = self.find(*reference)
            more = other and self.possible(other, seen | facts.references)
            if more is None:
                return None
            codes |= more | other.certain
        return codes


def read_facts(manual, functions):
    """For each function that has a page its facts and the codes that the page may mean."""
    finder = FactFinder(manual, set(functions))
    facts = {name: finder.find(name) for name in functions}
    return {name: (each, finder.possible(each, {(name, '')}))
            for name, each in facts.items() if each}
