"""What a table says, read from its JSON form: what a module that was exported must say too."""
import json
import subprocess


class Member:
    """Where a member lies, in bits from the beginning of the record that is asked for it."""

    def __init__(self, name, bit, size, width, record, is_inside):
        self.name, self.bit, self.size, self.width = name, bit, size, width
        self.record = record  # of an unnamed struct or union that it is: its members
        self.is_inside = is_inside  # a member of an anonymous one


class Record:
    def __init__(self, name, size, align, members):
        self.name, self.size, self.align, self.members = name, size, align, members


def read(abidex, table, *names):
    run = subprocess.run([abidex, 'export', '--to', 'json', table, *names],
                         capture_output=True)
    if run.returncode:
        raise SystemExit(f'{table}: exit status {run.returncode}: {run.stderr.decode()}')
    return json.loads(run.stdout)


def members(record, base=0, is_inside=False):
    found = []
    for member in record['members']:
        kind = member['type']
        bit = base + 8 * member['offset'] + member.get('bit', 0)
        is_record = kind['kind'] in ('struct', 'union') and 'members' in kind
        if is_record and member['name'] is None:
            found += members(kind, bit, True)
        elif member['name'] is not None:
            found.append(Member(member['name'], bit, kind.get('size'), member.get('width'),
                                members(kind) if is_record else None, is_inside))
    return found


def records(document):
    """All that has a layout of its own: structs, unions, and typedefs for unnamed ones."""
    for line in document['declarations']:
        body, name = line, f"{line['kind']} {line['name']}"
        if line['kind'] == 'typedef':
            body, name = line['type'], line['name']
        if body['kind'] in ('struct', 'union') and 'members' in body:
            yield Record(name, body['size'], body['align'], members(body))


def key(record):
    """As left_out names a record."""
    return record.name if ' ' in record.name else f'typedef {record.name}'


def constants(document):
    """Name, type and value: int, float, bytes, or a list of the units of a wide string."""
    for line in document['declarations']:
        if line['kind'] == 'const':
            yield line['name'], line['type'], value(line['type'], line['value'])


def value(kind, text):
    if kind['kind'] == 'float':
        try:
            return float.fromhex(text)
        except OverflowError:  # a long double
            return None
    if kind['kind'] == 'pointer':
        return int(text, 16)
    if isinstance(text, dict):
        return bytes.fromhex(text['hex'])
    if isinstance(text, str):
        return text.encode()
    return text


def explain(reasons, record, name=None):
    """Why a record may be left out; None: for no reason that holds."""
    reason = reasons.get(name or key(record), '')
    if 'alignment' in reason and record.align > 16:
        return 'aligned to more than any scalar'
    if reason == 'it has no bytes' and record.size == 0:
        return 'empty'
    if reason.startswith(('struct ', 'union ')) and reason.endswith(' is left out'):
        return 'holds one that is left out'
    return None
