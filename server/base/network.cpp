#include "base/network.hpp"

namespace base {

std::string_view network_of(std::string_view address) {
    std::size_t end = 0;
    for (int group = 0; group < 4; ++group) {
        end = address.find(':', end);
        if (end == std::string_view::npos) return address;
        ++end;
    }
    return address.substr(0, end);
}

}  // namespace base
