#!/usr/bin/env python3
"""Whether ibid reads the same text from pages as another parser of the standard, lexbor, shows: letter for letter and in
order, less what has a reason.

usage: text.py IBID PAGE.html[.gz]…

Needs selectolax from PyPI (`make compare-parsers` installs it into an environment of its own). Ends with 1 where a page
differs without a reason."""
import collections
import gzip
import json
import subprocess
import sys
import tempfile

from selectolax.lexbor import LexborHTMLParser

# Nothing of these is text that a browser shows (WHATWG HTML §15.3.1, and what stands in for what is not shown).
UNSEEN = set(
    "head script style template noscript title meta link base datalist noembed noframes param rp source track area map input "
    "progress meter canvas optgroup colgroup col iframe embed object video audio".split()
)

# How far ahead a text is looked for that does not follow at once.
REACH = 2000


def squeezed(text):
    """Without white space: where lines end is each reader's own."""
    return "".join(text.split())


def load(path):
    with open(path, "rb") as file:
        data = file.read()
    return gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data


def is_hidden(attributes):
    style = (attributes.get("style") or "").replace(" ", "").lower()
    return (
        "hidden" in attributes
        or (attributes.get("aria-hidden") or "").lower() == "true"
        or "display:none" in style
        or "visibility:hidden" in style
    )


def read(root):
    """The texts of a tree in order, each with the reason for which it may be read or not; None: it is shown."""
    texts, stack = [], [(root, None)]
    while stack:
        node, reason = stack.pop()
        if node.tag == "-text":
            texts.append((squeezed(node.text_content or ""), reason))
            continue
        attributes = node.attributes or {}
        if node.tag in ("math", "svg"):
            reason = "a formula or a drawing"
        elif node.tag in UNSEEN:
            texts.append((squeezed(attributes.get("alt") or ""), "in the place of an image"))
            continue
        if is_hidden(attributes) or node.tag == "dialog" and "open" not in attributes:
            reason = "hidden until a script shows it"
        if node.tag == "img":
            texts.append((squeezed(attributes.get("alt") or ""), "in the place of an image"))
        if node.tag == "rt":
            reason = "the reading of a word"
        children, child = [], node.first_child
        while child is not None:
            children.append((child, reason))
            child = child.next
        stack += reversed(children)
    return [(text, reason) for text, reason in texts if text]


def ours(ibid, data):
    with tempfile.NamedTemporaryFile(suffix=".html") as file:
        file.write(data)
        file.flush()
        run = subprocess.run([ibid, "dump", "--format", "json", "--offline", file.name], capture_output=True)
    document = json.loads(run.stdout)
    return squeezed(" ".join(block["text"] for block in document["blocks"]))


def differences(texts, mine):
    """What is missing in ours, what is too much in it, and the reasons for which something was read or not."""
    at, waiting, missing, extra, reasons = 0, [], [], [], set()

    def take_waiting(text):
        """Goes over what may have been read, up to where the text follows."""
        nonlocal at
        for optional, reason in waiting:
            if mine.startswith(text, at):
                break
            if mine.startswith(optional, at):
                at += len(optional)
                reasons.add(reason)
        waiting.clear()

    for text, reason in texts:
        if reason is not None:
            waiting.append((text, reason))
            continue
        has_formula = any(why in ("a formula or a drawing", "the reading of a word") for _, why in waiting)
        take_waiting(text)
        if mine.startswith(text, at):
            at += len(text)
            continue
        found = mine.find(text, at, at + REACH) if len(text) > 3 or has_formula else -1
        if found < 0:
            missing.append(text)
            continue
        # A formula is one line of its own signs: what follows it finds its place again.
        if has_formula:
            reasons.add("a formula or a drawing")
        else:
            extra.append(mine[at:found])
        at = found + len(text)
    take_waiting("\0")
    if at < len(mine):
        extra.append(mine[at:])
    return missing, extra, reasons


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__.split("\n\n")[1])
    ibid, pages = sys.argv[1], sys.argv[2:]
    same, explained, different = 0, collections.Counter(), 0
    for path in pages:
        data = load(path)
        # What is in no UTF-8 is decoded by each in its own way.
        try:
            data.decode()
        except UnicodeDecodeError:
            explained["not in UTF-8"] += 1
            continue
        missing, extra, reasons = differences(read(LexborHTMLParser(data).root), ours(ibid, data))
        explained.update(reasons)
        same += not missing and not extra
        if missing or extra:
            different += 1
            print(f"{path}: missing {missing[:3]}, too much {[text[:80] for text in extra[:3]]}")
    print(f"{len(pages)} pages: {same} the same, {different} different; differences with a reason: {dict(explained)}")
    sys.exit(1 if different else 0)


main()
