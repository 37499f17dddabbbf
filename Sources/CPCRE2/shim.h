// PCRE2 over bytes, and a quick look for what is written in several ways.
#pragma once
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/// `first` stands somewhere with one of the two after it. By memchr: for parts as short as these it is many times
/// faster than memmem.
static inline bool ibid_has_pair(const void *text, size_t length, int first, int second, int other) {
  const unsigned char *p = (const unsigned char *)text, *end = p + length;
  while (p < end && (p = (const unsigned char *)memchr(p, first, (size_t)(end - p))) && ++p < end)
    if (*p == second || *p == other) return true;
  return false;
}

/// The text has a soft hyphen, a hyphen at the end of a line, or a long s.
static inline bool ibid_has_variants(const void *text, size_t length) {
  return ibid_has_pair(text, length, 0xC2, 0xAD, 0xAD) || ibid_has_pair(text, length, '-', '\n', '\r') ||
         ibid_has_pair(text, length, 0xC5, 0xBF, 0xBF);
}
