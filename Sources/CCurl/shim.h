// libcurl, whose setters and getters are variadic: one for each type of value.
#pragma once
#define CURL_DISABLE_TYPECHECK 1
#include <curl/curl.h>

typedef size_t (*ibid_receiver)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode ibid_curl_start(void) { return curl_global_init(CURL_GLOBAL_DEFAULT); }
static inline CURLcode ibid_curl_set_number(CURL *curl, CURLoption option, long value) {
  return curl_easy_setopt(curl, option, value);
}
static inline CURLcode ibid_curl_set_text(CURL *curl, CURLoption option, const char *value) {
  return curl_easy_setopt(curl, option, value);
}
static inline CURLcode ibid_curl_set_list(CURL *curl, CURLoption option, struct curl_slist *value) {
  return curl_easy_setopt(curl, option, value);
}
static inline CURLcode ibid_curl_set_buffer(CURL *curl, CURLoption option, char *value) {
  return curl_easy_setopt(curl, option, value);
}
static inline void ibid_curl_receive(CURL *curl, ibid_receiver header, ibid_receiver body, void *context) {
  curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, header);
  curl_easy_setopt(curl, CURLOPT_HEADERDATA, context);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, body);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, context);
}
// 0 and NULL where the library has no answer.
static inline long ibid_curl_number(CURL *curl, CURLINFO info) {
  long value = 0;
  return curl_easy_getinfo(curl, info, &value) == CURLE_OK ? value : 0;
}
static inline curl_off_t ibid_curl_offset(CURL *curl, CURLINFO info) {
  curl_off_t value = 0;
  return curl_easy_getinfo(curl, info, &value) == CURLE_OK ? value : 0;
}
static inline const char *ibid_curl_text(CURL *curl, CURLINFO info) {
  char *value = NULL;
  return curl_easy_getinfo(curl, info, &value) == CURLE_OK ? value : NULL;
}
