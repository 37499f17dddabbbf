#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

#include <string>
#include <vector>

#include "CToml.h"

namespace {
struct Value {
  std::string key;
  std::string text;
  IbidTomlKind kind;
  size_t line;
};
}  // namespace

struct IbidToml {
  std::vector<Value> values;
  std::string error;
  size_t errorLine = 0;
  size_t errorColumn = 0;
  bool failed = false;
};

static void flatten(const toml::node &node, const std::string &key, std::vector<Value> &into) {
  const size_t line = node.source().begin.line;
  if (const auto *table = node.as_table()) {
    if (table->empty() && !key.empty()) into.push_back({key, "", IbidTomlEmpty, line});
    for (const auto &[name, child] : *table) {
      flatten(child, key.empty() ? std::string(name.str()) : key + "\x1f" + std::string(name.str()), into);
    }
  } else if (const auto *array = node.as_array()) {
    if (array->empty()) into.push_back({key, "", IbidTomlEmpty, line});
    for (const auto &child : *array) flatten(child, key, into);
  } else if (const auto *text = node.as_string()) {
    into.push_back({key, text->get(), IbidTomlString, line});
  } else if (const auto *number = node.as_integer()) {
    into.push_back({key, std::to_string(number->get()), IbidTomlInteger, line});
  } else if (const auto *number = node.as_floating_point()) {
    into.push_back({key, std::to_string(number->get()), IbidTomlFloat, line});
  } else if (const auto *flag = node.as_boolean()) {
    into.push_back({key, flag->get() ? "true" : "false", IbidTomlBool, line});
  } else {
    into.push_back({key, "", IbidTomlOther, line});
  }
}

IbidToml *ibid_toml_parse(const char *text, size_t length) {
  auto *toml = new IbidToml;
  const toml::parse_result result = toml::parse(std::string_view(text, length));
  if (result) {
    flatten(result.table(), "", toml->values);
  } else {
    toml->failed = true;
    toml->error = std::string(result.error().description());
    toml->errorLine = result.error().source().begin.line;
    toml->errorColumn = result.error().source().begin.column;
  }
  return toml;
}

void ibid_toml_free(IbidToml *toml) { delete toml; }
const char *ibid_toml_error(const IbidToml *toml) { return toml->failed ? toml->error.c_str() : nullptr; }
size_t ibid_toml_error_line(const IbidToml *toml) { return toml->errorLine; }
size_t ibid_toml_error_column(const IbidToml *toml) { return toml->errorColumn; }
size_t ibid_toml_count(const IbidToml *toml) { return toml->values.size(); }
const char *ibid_toml_key(const IbidToml *toml, size_t i) { return toml->values[i].key.c_str(); }
const char *ibid_toml_value(const IbidToml *toml, size_t i) { return toml->values[i].text.c_str(); }
IbidTomlKind ibid_toml_kind(const IbidToml *toml, size_t i) { return toml->values[i].kind; }
size_t ibid_toml_line(const IbidToml *toml, size_t i) { return toml->values[i].line; }
