#!/usr/bin/env python3
"""How many pages a second resiliparse and trafilatura take to the main text, on the pages named as arguments.

Run by `make bench` with resiliparse, trafilatura and lxml_html_clean from PyPI in an environment of their own; the best of
three rounds, time of the processor, one thread."""
import gzip
import sys
import time

import trafilatura
from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree


def load(path):
    with open(path, "rb") as file:
        data = file.read()
    return gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data


def resiliparse(page):
    return extract_plain_text(HTMLTree.parse_from_bytes(page), main_content=True)


def seconds(extract, pages):
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        for page in pages:
            extract(page)
        best = min(best, time.process_time() - start)
    return best


def main():
    pages = [load(path) for path in sys.argv[1:]]
    if not pages:
        sys.exit("usage: speed.py PAGE.html[.gz]…")
    for name, extract in [("resiliparse", resiliparse), ("trafilatura", trafilatura.extract)]:
        print(f"{name}: {len(pages) / seconds(extract, pages):.0f} pages/s")


if __name__ == "__main__":
    main()
