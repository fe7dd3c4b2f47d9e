#pragma once

#include <string>
#include <string_view>

namespace markdown {

// CommonMark takes stars between punctuation and a letter for no emphasis, since in other languages a space stands there. This puts a mark
// there that counts as a space; whoever renders drops it.
std::string help_emphasis(std::string_view text);

inline constexpr std::string_view emphasis_mark =
    "\u205F";  // medium mathematical space: nobody types it, and what there is of it goes first

}  // namespace markdown
