.PHONY: build test check tables bench
build:
	swift build -c release --product ibid -Xswiftc -static-executable
test:
	swift test
check: test
# The table of Unicode's properties, from Debian's package unicode-data.
tables:
	swift run tables /usr/share/unicode > .build/ScalarTable.swift
	mv .build/ScalarTable.swift Sources/Text/ScalarTable.swift
# MB/s of the hot parts, on text that it makes itself.
bench:
	swift run -c release bench
