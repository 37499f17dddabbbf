# `make run` opens the guide, `make test` proves the work. Both install the Debian packages that are missing.

PREFIX ?= /usr/local
DESTDIR ?=
# What `make run` is to open; nothing: the guide.
SOURCE ?=
# How long `make fuzz` runs.
FUZZ_SECONDS ?= 1200

NEEDED := libncurses-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libpcre2-dev libstemmer-dev zlib1g-dev \
	libtomlplusplus-dev libcurl4-openssl-dev
NEEDED_FOR_TESTS := $(NEEDED) tmux libvterm-dev

IBID := .build/release/ibid
# The network is behind a program of its own: libcurl cannot be linked into a static one.
HELPER := .build/release/ibid-fetch

.PHONY: help run build test check lint bench bench-peers compare-parsers fuzz fuzz-html fuzz-page tables models order install clean packages test-packages

help:
	@echo 'make run [SOURCE=…]     build what is missing, and read an article (the guide)'
	@echo 'make test               lint and all tests'
	@echo 'make check              lint, the release build and all tests'
	@echo 'make build              the release binaries: $(IBID), $(HELPER)'
	@echo 'make install [PREFIX=$(PREFIX)] [DESTDIR=]'
	@echo 'make bench              MB/s of the hot parts; on the pages below IBID_DATA beside other extractors'
	@echo 'make compare-parsers    hold the text of the pages below IBID_DATA against another parser'
	@echo 'make fuzz [FUZZ_SECONDS=…]   fuzz the HTML parser and the reading of pages ($(FUZZ_SECONDS) s each), with address sanitizer'
	@echo 'make models             fit the models anew, on the data below IBID_DATA'
	@echo 'make tables             make the tables of Unicode and of words anew'
	@echo 'make order              list anew the functions that the start needs, for the linker'
	@echo 'make clean              remove what was built'

run: build
	$(IBID) $(SOURCE)

# The linker warns of functions that a static glibc serves with shared libraries: ibid calls none of them.
build: packages
	swift build -c release --product ibid -Xswiftc -static-executable
	swift build -c release --product ibid-fetch --static-swift-stdlib

test: test-packages lint
	swift test

check: lint build test

lint:
	swift format lint --strict --configuration .swift-format --recursive Package.swift Sources Tests

# Pages are parsed where IBID_DATA says where they are.
bench: packages
	swift run -c release bench
	test -z "$(IBID_DATA)" || swift run -c release bench-html $(IBID_DATA)/data/extraction/*/html/*.html.gz
	test -z "$(IBID_DATA)" || $(MAKE) bench-peers

# The same pages through other extractors, which are fetched into an environment of their own.
bench-peers:
	test -x .build/peers/bin/pip || python3 -m venv .build/peers
	.build/peers/bin/pip install -q resiliparse trafilatura lxml_html_clean
	.build/peers/bin/python Tests/Peers/speed.py $(IBID_DATA)/data/extraction/*/html/*.html.gz

# Whether the text of the same pages is what another parser of the standard reads from them.
compare-parsers: build
	test -x .build/peers/bin/pip || python3 -m venv .build/peers
	.build/peers/bin/pip install -q selectolax
	.build/peers/bin/python Tests/Peers/text.py $(IBID) $(IBID_DATA)/data/extraction/*/html/*.html.gz

# The corpus stays in .build/fuzz; what is found is written there as crash-… or timeout-…
# After a trap the backtracer would keep the pipes open.
fuzz: fuzz-html fuzz-page

fuzz-html:
	mkdir -p .build/fuzz/html
	swiftc -O -g -sanitize=fuzzer,address -D FUZZING -parse-as-library -swift-version 6 -package-name ibid \
		Sources/HTML/*.swift Sources/fuzz-html/*.swift -o .build/fuzz/fuzz-html
	SWIFT_BACKTRACE=enable=no .build/fuzz/fuzz-html .build/fuzz/html -dict=Sources/fuzz-html/html.dict \
		-max_len=4096 -timeout=10 -artifact_prefix=.build/fuzz/ -max_total_time=$(FUZZ_SECONDS)

# Each room is a module of its own, from the lowest up.
FUZZED := Text Document HTML Reading

fuzz-page: packages
	mkdir -p .build/fuzz/page
	for room in $(FUZZED); do swiftc -O -g -sanitize=fuzzer,address -D FUZZING -parse-as-library -swift-version 6 \
		-package-name ibid -wmo -module-name $$room -I .build/fuzz -Xcc -fmodule-map-file=Sources/CCmark/module.modulemap \
		-Xcc -fmodule-map-file=Sources/CSystem/module.modulemap -emit-module-path .build/fuzz/$$room.swiftmodule \
		-c Sources/$$room/*.swift -o .build/fuzz/$$room.o || exit 1; done
	swiftc -O -g -sanitize=fuzzer,address -D FUZZING -parse-as-library -swift-version 6 -package-name ibid -I .build/fuzz \
		-Xcc -fmodule-map-file=Sources/CCmark/module.modulemap -Xcc -fmodule-map-file=Sources/CSystem/module.modulemap \
		Sources/fuzz-page/*.swift $(FUZZED:%=.build/fuzz/%.o) -o .build/fuzz/fuzz-page
	SWIFT_BACKTRACE=enable=no .build/fuzz/fuzz-page .build/fuzz/page -dict=Sources/fuzz-html/html.dict \
		-max_len=4096 -timeout=10 -artifact_prefix=.build/fuzz/ -max_total_time=$(FUZZ_SECONDS)

# From the data that IBID_DATA holds.
models:
	swift run -c release train folding --write
	swift run -c release train sources --write
	swift run -c release train claims --write
	swift run -c release train evidence --write

# From Debian's package unicode-data.
tables:
	swift run tables /usr/share/unicode > .build/ScalarTable.swift
	mv .build/ScalarTable.swift Sources/Text/ScalarTable.swift
	swift run tables --words Sources/Analysis/Models/words.bin

# With valgrind. What the list lacks or has too much costs time only.
order: build
	.ci/order $(IBID) > .build/start.order
	mv .build/start.order Sources/ibid/start.order
	rm -f $(IBID)

install: build
	install -D -m 755 -s $(IBID) $(DESTDIR)$(PREFIX)/bin/ibid
	install -D -m 755 -s $(HELPER) $(DESTDIR)$(PREFIX)/libexec/ibid-fetch
	$(IBID) --generate-manual > .build/ibid.1
	install -D -m 644 .build/ibid.1 $(DESTDIR)$(PREFIX)/share/man/man1/ibid.1
	$(IBID) --generate-completion-script bash > .build/completion
	install -D -m 644 .build/completion $(DESTDIR)$(PREFIX)/share/bash-completion/completions/ibid
	$(IBID) --generate-completion-script zsh > .build/completion
	install -D -m 644 .build/completion $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_ibid
	$(IBID) --generate-completion-script fish > .build/completion
	install -D -m 644 .build/completion $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/ibid.fish

clean:
	rm -rf .build

packages:
	@sh .ci/packages $(NEEDED)

test-packages:
	@sh .ci/packages $(NEEDED_FOR_TESTS)
