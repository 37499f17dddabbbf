#include "CAssets.h"

static const unsigned char guide[] = {
#embed "guide.md"
};
static const unsigned char theme_default[] = {
#embed "../../Themes/default.toml"
};

static const IbidAsset themes[] = {
  { "default", theme_default, sizeof theme_default },
};

size_t ibid_theme_count(void) { return sizeof themes / sizeof themes[0]; }
IbidAsset ibid_theme(size_t i) { return themes[i]; }
IbidAsset ibid_guide(void) { return (IbidAsset){ "guide", guide, sizeof guide }; }
