// libcmark-gfm and its extensions (tables, strikethrough, task lists, autolinks, footnotes).
#pragma once
#include <cmark-gfm.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm-core-extensions.h>
