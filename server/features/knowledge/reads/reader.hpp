#pragma once

#include <string>
#include <string_view>

namespace knowledge {

// Programs that fetch pages say so in their User-Agent; who says nothing is one too.
bool is_machine(std::string_view user_agent);

// One reader on one day, without saying who: the salt is thrown away after the day.
std::string reader_hash(std::string_view salt, std::string_view who);

std::string new_salt();

}  // namespace knowledge
