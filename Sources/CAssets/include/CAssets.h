// Files built into the binary: themes, the guide, models. Each accessor gives the bytes and their count.
#pragma once
#include <stddef.h>
typedef struct { const char *name; const unsigned char *bytes; size_t count; } IbidAsset;
/// Number of embedded themes.
size_t ibid_theme_count(void);
/// Theme `i` (0 ..< count), its name without the ending.
IbidAsset ibid_theme(size_t i);
/// The guide article, Markdown.
IbidAsset ibid_guide(void);
/// The models that tell the article from what is not, on pages and in text, at the first look and the second; on
/// multiples of 8.
IbidAsset ibid_model_page_first(void);
IbidAsset ibid_model_page_second(void);
IbidAsset ibid_model_text_first(void);
IbidAsset ibid_model_text_second(void);
/// What words and the names of elements weigh for them, as `WordWeights` reads it.
IbidAsset ibid_model_page_words(void);
IbidAsset ibid_model_page_names(void);
IbidAsset ibid_model_text_words(void);
/// The tables of words and cues, as `WordData` reads them, on a multiple of 8.
IbidAsset ibid_word_data(void);
/// The model of claims, as `ClaimModel` reads it.
IbidAsset ibid_model_claims(void);
/// In how many papers words come, as `StemRarity` reads it.
IbidAsset ibid_model_evidence(void);
/// The model of sources, as `SourceModel` reads it, on a multiple of 8.
IbidAsset ibid_model_sources(void);
