.PHONY: build test check
build:
	swift build -c release --product ibid -Xswiftc -static-executable
test:
	swift test
check: test
