// ncurses for Swift: inline accessors for the globals and macros that Swift cannot import.
#pragma once
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include <curses.h>
