#!/usr/bin/env python3
"""
Runs `abidex gen` for each case, a folder beside this file, and compares what comes out.

A case holds
  input.h or spec.h   what is read; other headers may stand beside it
  args                the arguments, as a shell splits them. $LIBRARY stands for the library
                      made from callee.c, $LIBRARY_DIR for its folder, $TMP for a folder of
                      the test's own. Missing: "input.h --library $LIBRARY" or "spec.h -L
                      $LIBRARY_DIR". "-o $TMP/out.abx" is added where there is no -o. A
                      first line "# not root" skips the case for root
  expected            the table, byte for byte, the same from a second run; without a line
                      "headers", whose digest depends on the system's headers, the table is
                      compared without its own; $LIBRARY_DIR stands for itself in it,
  notes               what is said beside it on standard error; missing: nothing; or
  error               the messages, the exit status then being 2, and nothing in $TMP has
                      changed

  *.imports           is made into an import library of Windows, $TMP/imports/*.a, as
                      tests/import_library.py tells

The packages are those of the script pkg-config beside this file.

$TMP holds an empty folder "directory", one called "closed" that nobody may write to, and a
file "old.abx" that a failed run has to leave alone.

Usage: run.py [--update] ABIDEX LIBRARY [CASE...]
"""
import difflib
import os
import pathlib
import re
import shlex
import string
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import import_library  # noqa: E402
HEADERS = re.compile(r"^headers \d+ [0-9a-f]{16}\n", re.M)
DEFAULTS = {"input.h": "input.h --library $LIBRARY", "spec.h": "spec.h -L $LIBRARY_DIR"}


class Case:
    def __init__(self, folder):
        self.folder = folder
        args = folder / "args"
        self.args = args.read_text() if args.exists() else ""
        self.needs_user = self.args.startswith("# not root\n")
        self.is_error = (folder / "error").exists()
        self.answer = folder / ("error" if self.is_error else "expected")

    def notes(self):
        notes = self.folder / "notes"
        return notes.read_text() if notes.exists() else ""

    def words(self, names):
        words = shlex.split(string.Template(self.args).substitute(names), comments=True)
        for source, default in DEFAULTS.items():
            if not self.args and (self.folder / source).exists():
                words = shlex.split(string.Template(default).substitute(names))
        if self.args and not words:  # no arguments is a case, too
            return words
        return words if "-o" in words else words + ["-o", names["TMP"] + "/out.abx"]


def prepare(tmp, case):
    for text in case.folder.glob("*.imports"):
        (tmp / "imports").mkdir(exist_ok=True)
        (tmp / "imports" / f"{text.stem}.a").write_bytes(import_library.make(text.read_text()))
    (tmp / "directory").mkdir()
    (tmp / "closed").mkdir()
    (tmp / "closed").chmod(0o555)
    (tmp / "old.abx").write_text("old\n")


def snapshot(tmp):
    """Every path below tmp with what it holds."""
    return {path: path.read_bytes() if path.is_file() else None for path in tmp.rglob("*")}


def run(case, abidex, library):
    """Returns the table or the messages, and a list of what is wrong whatever they say."""
    with tempfile.TemporaryDirectory(prefix="abidex-golden-") as name:
        tmp = pathlib.Path(name)
        prepare(tmp, case)
        before = snapshot(tmp)
        names = {"LIBRARY": str(library), "LIBRARY_DIR": str(library.parent), "TMP": name}
        done = subprocess.run([abidex, "gen"] + case.words(names), cwd=case.folder, text=True,
                              capture_output=True, env={**os.environ, "LC_ALL": "C",
                                                    "PKG_CONFIG": str(HERE / "pkg-config")})
        messages = done.stderr.replace(name, "$TMP").replace(names["LIBRARY_DIR"], "$DIR")
        wrong = []
        if done.stdout:
            wrong.append("wrote to standard output: " + done.stdout)
        if done.returncode != (2 if case.is_error else 0):
            wrong.append(f"exit status {done.returncode}")
        if case.is_error:
            if snapshot(tmp) != before:
                wrong.append("left something behind")
            return messages, wrong
        if messages != case.notes():
            wrong.append("messages: " + messages)
        new = sorted(set(snapshot(tmp)) - set(before))
        if new != [tmp / "out.abx"]:
            return "", wrong + [f"made {[str(path) for path in new]}"]
        table = new[0].read_bytes().decode()
        for name in ("LIBRARY_DIR", "TMP"):
            table = table.replace("flag -L" + names[name], f"flag -L${name}")
        return table, wrong


def without_headers(table):
    return "".join(line for line in table.splitlines(True) if not HEADERS.fullmatch(line))


def check(case, abidex, library, is_update):
    text, wrong = run(case, abidex, library)
    if not case.is_error and run(case, abidex, library)[0] != text:
        wrong.append("a second run gives another table")
    wanted = case.answer.read_bytes().decode() if case.answer.exists() else ""
    if not case.is_error and not HEADERS.search(text):
        wrong.append("the table says nothing of its headers")
    if not HEADERS.search(wanted):
        text = without_headers(text)
    if is_update and not wrong:
        case.answer.write_bytes(text.encode())
        return []
    diff = difflib.unified_diff(wanted.splitlines(), text.splitlines(), "wanted", "got",
                                lineterm="", n=1)
    wrong += diff
    if wanted != text and not wrong:
        wrong.append("line ends differ")
    return wrong


def is_native(abidex):
    version = subprocess.run([abidex, "--version"], text=True, capture_output=True, check=True)
    return "(x86_64-linux-gnu)" in version.stdout


def main(words):
    is_update = words[:1] == ["--update"]
    abidex, library, *names = words[is_update:]
    abidex, library = os.path.abspath(abidex), pathlib.Path(library).resolve()
    if not is_native(abidex):
        return 77  # the layouts here are those of another platform
    cases = [Case(HERE / name) for name in names]
    cases = cases or [Case(path) for path in sorted(HERE.iterdir())
                      if (path / "expected").exists() or (path / "error").exists()]
    failed = []
    for case in cases:
        if case.needs_user and os.geteuid() == 0:
            print(f"skip {case.folder.name}: root may write everywhere")
            continue
        wrong = check(case, abidex, library, is_update)
        print("FAIL" if wrong else "ok  ", case.folder.name)
        for line in wrong:
            print("    " + line)
        if wrong:
            failed.append(case.folder.name)
    print(f"{len(cases)} cases, {len(failed)} failed")
    return 1 if failed or not cases else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
