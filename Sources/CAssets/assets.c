#include "CAssets.h"

static const unsigned char guide[] = {
#embed "guide.md"
};
static const unsigned char theme_default[] = {
#embed "../../Themes/default.toml"
};
static const unsigned char theme_light[] = {
#embed "../../Themes/light.toml"
};
static const unsigned char theme_dark[] = {
#embed "../../Themes/dark.toml"
};
static const unsigned char theme_contrast[] = {
#embed "../../Themes/contrast.toml"
};
static const unsigned char theme_colorblind[] = {
#embed "../../Themes/colorblind.toml"
};
static const unsigned char theme_mono[] = {
#embed "../../Themes/mono.toml"
};

_Alignas(8) static const unsigned char word_data[] = {
#embed "../Analysis/Models/words.bin"
};
static const unsigned char model_claims[] = {
#embed "../Analysis/Models/claims.bin"
};
_Alignas(8) static const unsigned char model_evidence[] = {
#embed "../Analysis/Models/evidence.bin"
};
_Alignas(8) static const unsigned char model_sources[] = {
#embed "../Analysis/Models/sources.bin"
};
_Alignas(8) static const unsigned char model_page_first[] = {
#embed "../Analysis/Models/page-first.bin"
};
_Alignas(8) static const unsigned char model_page_second[] = {
#embed "../Analysis/Models/page-second.bin"
};
_Alignas(8) static const unsigned char model_page_words[] = {
#embed "../Analysis/Models/page-words.bin"
};
_Alignas(8) static const unsigned char model_page_names[] = {
#embed "../Analysis/Models/page-names.bin"
};
_Alignas(8) static const unsigned char model_text_words[] = {
#embed "../Analysis/Models/text-words.bin"
};
_Alignas(8) static const unsigned char model_text_first[] = {
#embed "../Analysis/Models/text-first.bin"
};
_Alignas(8) static const unsigned char model_text_second[] = {
#embed "../Analysis/Models/text-second.bin"
};

static const IbidAsset themes[] = {
  { "default", theme_default, sizeof theme_default },
  { "light", theme_light, sizeof theme_light },
  { "dark", theme_dark, sizeof theme_dark },
  { "contrast", theme_contrast, sizeof theme_contrast },
  { "colorblind", theme_colorblind, sizeof theme_colorblind },
  { "mono", theme_mono, sizeof theme_mono },
};

size_t ibid_theme_count(void) { return sizeof themes / sizeof themes[0]; }
IbidAsset ibid_theme(size_t i) { return themes[i]; }
IbidAsset ibid_guide(void) { return (IbidAsset){ "guide", guide, sizeof guide }; }
IbidAsset ibid_model_page_first(void) { return (IbidAsset){ "page-first", model_page_first, sizeof model_page_first }; }
IbidAsset ibid_model_page_second(void) { return (IbidAsset){ "page-second", model_page_second, sizeof model_page_second }; }
IbidAsset ibid_model_text_first(void) { return (IbidAsset){ "text-first", model_text_first, sizeof model_text_first }; }
IbidAsset ibid_model_text_second(void) { return (IbidAsset){ "text-second", model_text_second, sizeof model_text_second }; }
IbidAsset ibid_model_page_words(void) { return (IbidAsset){ "page-words", model_page_words, sizeof model_page_words }; }
IbidAsset ibid_model_page_names(void) { return (IbidAsset){ "page-names", model_page_names, sizeof model_page_names }; }
IbidAsset ibid_model_text_words(void) { return (IbidAsset){ "text-words", model_text_words, sizeof model_text_words }; }
IbidAsset ibid_word_data(void) { return (IbidAsset){ "words", word_data, sizeof word_data }; }
IbidAsset ibid_model_evidence(void) { return (IbidAsset){ "evidence", model_evidence, sizeof model_evidence }; }
IbidAsset ibid_model_claims(void) { return (IbidAsset){ "claims", model_claims, sizeof model_claims }; }
IbidAsset ibid_model_sources(void) { return (IbidAsset){ "sources", model_sources, sizeof model_sources }; }
