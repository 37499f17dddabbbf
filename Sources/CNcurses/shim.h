// ncurses for Swift: inline accessors for the globals and macros that Swift cannot import, and the two loops that run
// over every cell of a frame.
#pragma once
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
extern int wcwidth(wchar_t c);

/// What ncurses knows after `ibid_open`.
static inline WINDOW *ibid_window(void) { return stdscr; }
static inline int ibid_lines(void) { return LINES; }
static inline int ibid_columns(void) { return COLS; }
static inline int ibid_colors(void) { return COLORS; }
static inline int ibid_pairs(void) { return COLOR_PAIRS; }
static inline attr_t ibid_bold(void) { return A_BOLD; }
static inline attr_t ibid_dim(void) { return A_DIM; }
static inline attr_t ibid_italic(void) { return A_ITALIC; }
static inline attr_t ibid_underline(void) { return A_UNDERLINE; }
static inline attr_t ibid_reverse(void) { return A_REVERSE; }

/// A string of the terminal's description; NULL where it has none.
static inline const char *ibid_capability(const char *name) {
  const char *s = tigetstr(name);
  return s == (const char *)-1 ? NULL : s;
}

/// Starts ncurses on two file descriptors. The dispositions of signals stay as they were: the event loop has them.
static inline SCREEN *ibid_open(const char *type, int output, int input) {
  static const int signals[] = { SIGINT, SIGTERM, SIGTSTP, SIGWINCH, SIGQUIT };
  enum { count = sizeof signals / sizeof signals[0] };
  struct sigaction before[count];
  FILE *out = fdopen(output, "w"), *in = fdopen(input, "r");
  if (!out || !in) return NULL;
  for (int i = 0; i < count; i++) sigaction(signals[i], NULL, &before[i]);
  use_tioctl(TRUE);
  SCREEN *screen = newterm(type, out, in);
  // Until a screen was left and entered anew, ncurses 6.4 writes at each movement of the cursor: two dozen times a frame.
  // Done before there are colours, for it would reset the terminal's own.
  if (screen) {
    endwin();
    doupdate();
  }
  for (int i = 0; i < count; i++) sigaction(signals[i], &before[i], NULL);
  return screen;
}

/// The tty as a reader wants it: every key arrives as it is, nothing is echoed, and a refresh is never cut short.
static inline void ibid_prepare(void) {
  raw();
  noecho();
  nonl();
  typeahead(-1);
  idlok(stdscr, TRUE);
  idcok(stdscr, TRUE);
  scrollok(stdscr, FALSE);
}

/// Everything is drawn anew at the next refresh.
static inline void ibid_forget(void) { clearok(curscr, TRUE); }

/// Stops the job by SIGTSTP, whatever was arranged for that signal, and returns when it goes on.
static inline void ibid_stop(void) {
  struct sigaction plain, before;
  sigset_t stop, mask;
  memset(&plain, 0, sizeof plain);
  plain.sa_handler = SIG_DFL;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTSTP);
  sigaction(SIGTSTP, &plain, &before);
  sigprocmask(SIG_UNBLOCK, &stop, &mask);
  kill(0, SIGTSTP);
  sigprocmask(SIG_SETMASK, &mask, NULL);
  sigaction(SIGTSTP, &before, NULL);
}

/// Rows of cells are compared as bytes: nothing in a cell is padding (a test holds Swift's layout against this).
enum { ibid_cell_size = 20, ibid_cell_width = 16, ibid_cell_faces = 17 };

static inline const unsigned char *ibid_cell(const void *cells, int i) {
  return (const unsigned char *)cells + (size_t)i * ibid_cell_size;
}

/// The first of `n` cells that differs; `n`: none does.
static inline int ibid_first_difference(const void *a, const void *b, int n) {
  if (memcmp(a, b, (size_t)n * ibid_cell_size) == 0) return n;
  int i = 0;
  while (memcmp(ibid_cell(a, i), ibid_cell(b, i), ibid_cell_size) == 0) i++;
  return i;
}

/// One after the last of `n` cells that differs; 0: none does.
static inline int ibid_last_difference(const void *a, const void *b, int n) {
  while (n > 0 && memcmp(ibid_cell(a, n - 1), ibid_cell(b, n - 1), ibid_cell_size) == 0) n--;
  return n;
}

/// The faces of a cell as one number.
static inline uint32_t ibid_faces(const void *cells, int i) {
  const unsigned char *cell = ibid_cell(cells, i) + ibid_cell_faces;
  return cell[0] | (uint32_t)cell[1] << 8 | (uint32_t)cell[2] << 16;
}

/// How many cells from `i` on, below `n`, look alike.
static inline int ibid_run(const void *cells, int i, int n) {
  const unsigned char *first = ibid_cell(cells, i) + ibid_cell_faces;
  int j = i + 1;
  while (j < n && memcmp(ibid_cell(cells, j) + ibid_cell_faces, first, 3) == 0) j++;
  return j - i;
}

static inline uint8_t ibid_width(const void *cells, int i) { return ibid_cell(cells, i)[ibid_cell_width]; }

/// A character of ncurses' that has a style and is a blank.
static inline cchar_t ibid_style(attr_t attributes, int pair) {
  cchar_t c;
  const wchar_t blank[] = { L' ', 0 };
  memset(&c, 0, sizeof c);
  setcchar(&c, blank, attributes, 0, &pair);
  return c;
}

/// What stands for a scalar that the locale has not: a sign of ASCII in one cell that reads the same. Money has none.
static inline wchar_t ibid_plain(uint32_t scalar) {
  static const char letters[] = "AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty";
  if (scalar >= 0xC0 && scalar <= 0xFF) return (wchar_t)letters[scalar - 0xC0];
  if (scalar >= 0x2010 && scalar <= 0x2015) return L'-';
  if (scalar >= 0x2000 && scalar <= 0x200A) return L' ';
  switch (scalar) {
    case 0x2018: case 0x2019: case 0x201A: case 0x201B: case 0x2032: case 0x2039: case 0x203A: case 0xB4: return L'\'';
    case 0x201C: case 0x201D: case 0x201E: case 0x201F: case 0x2033: case 0xAB: case 0xBB: return L'"';
    case 0x2212: case 0x2043: return L'-';
    case 0x2022: return L'*';
    case 0x2026: case 0xB7: return L'.';
    case 0xA0: case 0x202F: case 0x3000: return L' ';
    case 0xA9: return L'c';
    default: return L'?';
  }
}

/// What stands in one cell as ncurses takes it. What the C library would not draw in the cell's width is replaced by
/// blanks, so that no disagreement on a width can move the rest of the row. ncurses knows of no line through a
/// character: what is struck out has one as a combining character.
static inline cchar_t *ibid_put(
    cchar_t *out, const unsigned char *cell, bool fits, const cchar_t *style, bool struck) {
  enum { long_stroke_overlay = 0x336 };
  uint32_t scalars[4];
  memcpy(scalars, cell, sizeof scalars);
  int width = cell[ibid_cell_width];
  *out = *style;
  if (width <= 1 && scalars[1] == 0 && scalars[0] < 0x7F) {
    if (scalars[0] > 0x20) out->chars[0] = (wchar_t)scalars[0];
    if (struck) out->chars[1] = long_stroke_overlay;
    return out + 1;
  }
  // A locale of one byte a character may know the width of what it cannot write.
  if (MB_CUR_MAX == 1 && width <= 1 && scalars[0] >= 0x80 && wctob((wint_t)scalars[0]) == EOF) {
    out->chars[0] = ibid_plain(scalars[0]);
    return out + 1;
  }
  int drawn = scalars[0] < 0xA0 ? (scalars[0] >= 0x20 && scalars[0] < 0x7F) : wcwidth((wchar_t)scalars[0]);
  if (drawn < 1 || drawn > width || !fits) {
    out->chars[0] = drawn < 1 && fits ? ibid_plain(scalars[0]) : L' ';
    if (width < 2 || !fits) return out + 1;
    out[1] = *style;
    return out + 2;
  }
  out->chars[0] = (wchar_t)scalars[0];
  int k = 1;
  for (int i = 1; i < 4 && scalars[i]; i++)
    if (wcwidth((wchar_t)scalars[i]) == 0) out->chars[k++] = (wchar_t)scalars[i];
  if (struck) out->chars[k] = long_stroke_overlay;
  if (drawn == width) return out + 1;
  out[1] = *style;
  return out + 2;
}

/// The cells `first ..< last` of a row of `n`, all of one style, as ncurses takes them; returns how many it wrote.
static inline int ibid_fill(
    cchar_t *out, const void *cells, int first, int last, int n, const cchar_t *style, bool struck) {
  cchar_t *start = out;
  for (int i = first; i < last; i++) {
    const unsigned char *cell = ibid_cell(cells, i);
    uint8_t width = cell[ibid_cell_width];
    if (width == 0) continue;
    out = ibid_put(out, cell, i + width <= n, style, struck);
  }
  return (int)(out - start);
}

/// Moves the rows `first ..< end` up by `distance` (down where it is below 0), blanks after them. Only in memory: what
/// the terminal does is found out at the refresh.
static inline void ibid_scroll(int first, int end, int distance) {
  scrollok(stdscr, TRUE);
  wsetscrreg(stdscr, first, end - 1);
  wscrl(stdscr, distance);
  wsetscrreg(stdscr, 0, LINES - 1);
  scrollok(stdscr, FALSE);
}

static inline void ibid_draw(int y, int x, const cchar_t *characters, int count) {
  mvwadd_wchnstr(stdscr, y, x, characters, count);
}
