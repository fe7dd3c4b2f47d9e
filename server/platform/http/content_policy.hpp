#pragma once

#include <span>
#include <string>
#include <string_view>

namespace http {

// What a page of ours may load and run: only what we serve ourselves, and of inline scripts only those whose
// hashes ("sha256-…") are named. Styles inside attributes are allowed, since templates of the web app set them; style elements are not.
std::string content_policy(std::span<const std::string> script_hashes);

// "sha256-…" of an inline script's text.
std::string script_hash(std::string_view script);

}  // namespace http
