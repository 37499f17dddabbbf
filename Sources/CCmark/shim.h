// libcmark-gfm and its extensions (tables, strikethrough, task lists, autolinks, footnotes).
#pragma once
#include <cmark-gfm.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm-core-extensions.h>
#include <pthread.h>
// The library keeps in globals which signs are special while it parses: one parse at a time.
static pthread_mutex_t ibid_cmark_mutex = PTHREAD_MUTEX_INITIALIZER;
static inline void ibid_cmark_lock(void) { pthread_mutex_lock(&ibid_cmark_mutex); }
static inline void ibid_cmark_unlock(void) { pthread_mutex_unlock(&ibid_cmark_mutex); }
