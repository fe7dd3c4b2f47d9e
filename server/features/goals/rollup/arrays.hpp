#pragma once

#include <optional>
#include <string>

namespace goals {

// "{1,2,NULL}": many whole numbers as one parameter, which PostgreSQL casts to bigint[].
template <class Rows, class Number>
std::string array_of(const Rows& rows, Number number) {
    std::string text = "{";
    for (const auto& row : rows) {
        if (text.size() > 1) text += ',';
        const std::optional<std::int64_t> value = number(row);
        text += value ? std::to_string(*value) : "NULL";
    }
    return text += '}';
}

}  // namespace goals
