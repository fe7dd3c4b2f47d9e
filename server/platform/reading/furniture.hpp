#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "reading/lines.hpp"

namespace reading {

// Why a line is no part of the text.
enum class Furniture : std::uint8_t { page_number, running_head, menu, share, picture_name, site_notice, about_the_page };
BOOST_DESCRIBE_ENUM(Furniture, page_number, running_head, menu, share, picture_name, site_notice, about_the_page)

struct Removed {
    std::string text;
    Furniture why{};
};
BOOST_DESCRIBE_STRUCT(Removed, (), (text, why))

// Takes the furniture out of `lines`; blank lines and page breaks stay. What was taken is returned in order.
std::vector<Removed> remove_furniture(Lines& lines);

}  // namespace reading
