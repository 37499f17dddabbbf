// TOML for Swift: a text as a flat list of keys and values. toml++ does the parsing, behind C functions.
#pragma once
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct IbidToml IbidToml;

typedef enum { IbidTomlString, IbidTomlInteger, IbidTomlFloat, IbidTomlBool, IbidTomlOther, IbidTomlEmpty } IbidTomlKind;

/// Parses a text. Never NULL; `ibid_toml_error` says whether it is TOML.
IbidToml *ibid_toml_parse(const char *text, size_t length);
void ibid_toml_free(IbidToml *toml);
/// What is wrong, in words; NULL: nothing.
const char *ibid_toml_error(const IbidToml *toml);
/// The line of what is wrong, from 1.
size_t ibid_toml_error_line(const IbidToml *toml);

/// The column in that line, from 1.
size_t ibid_toml_error_column(const IbidToml *toml);
/// Values, in the order of their keys. The elements of an array are values with the array's key; an empty table or
/// array is one value of kind Empty.
size_t ibid_toml_count(const IbidToml *toml);
/// The key of value `i`, its parts separated by the byte 0x1F.
const char *ibid_toml_key(const IbidToml *toml, size_t i);
const char *ibid_toml_value(const IbidToml *toml, size_t i);
IbidTomlKind ibid_toml_kind(const IbidToml *toml, size_t i);
/// The line of value `i`, from 1.
size_t ibid_toml_line(const IbidToml *toml, size_t i);

#ifdef __cplusplus
}
#endif
