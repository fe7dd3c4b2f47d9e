#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace decode {

// The WebP or JPEG with nothing in it but the picture: no EXIF, XMP, colour profile, comment. Nothing if it is neither, or is torn.
// libvips is asked to leave these out too, but its WebP writer (8.14) keeps the camera's position all the same.
std::optional<std::string> bare_picture(std::string_view file);

}  // namespace decode
