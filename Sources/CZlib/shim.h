#pragma once
#include <zlib.h>
// inflateInit2 is a macro, which Swift does not see.
static inline int ibid_inflate_init(z_stream *s, int windowBits) { return inflateInit2(s, windowBits); }
