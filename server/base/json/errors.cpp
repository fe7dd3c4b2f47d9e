#include "base/json/errors.hpp"

namespace json {

void Errors::add(std::string_view pointer, std::string_view code, Params params) {
    if (!full()) list_.push_back({std::string(pointer), std::string(code), std::move(params)});
}

}  // namespace json
