// libvterm, the screen on which the end-to-end tests look, with plain accessors for its bit fields.
#pragma once
#include <vterm.h>

typedef struct {
  uint32_t chars[VTERM_MAX_CHARS_PER_CELL];
  int width;
  int bold, underline, italic, reverse, strike;
  VTermColor foreground, background;
} IbidScreenCell;

static inline IbidScreenCell ibid_screen_cell(VTermScreen *screen, int row, int column) {
  VTermScreenCell cell = { 0 };
  VTermPos place = { .row = row, .col = column };
  vterm_screen_get_cell(screen, place, &cell);
  IbidScreenCell plain = {
    .width = cell.width, .bold = cell.attrs.bold, .underline = cell.attrs.underline, .italic = cell.attrs.italic,
    .reverse = cell.attrs.reverse, .strike = cell.attrs.strike, .foreground = cell.fg, .background = cell.bg,
  };
  for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL; i++) plain.chars[i] = cell.chars[i];
  return plain;
}
