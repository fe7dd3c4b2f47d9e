#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <string_view>

// What a locality's file tells: what it leaves out is empty.
namespace app::demo {

inline std::string text(const boost::json::object& object, std::string_view key) {
    const auto* value = object.if_contains(key);
    return value && value->is_string() ? std::string(value->as_string()) : std::string{};
}

inline const boost::json::array& list(const boost::json::object& object, std::string_view key) {
    static const boost::json::array none;
    const auto* value = object.if_contains(key);
    return value ? value->as_array() : none;
}

}  // namespace app::demo
