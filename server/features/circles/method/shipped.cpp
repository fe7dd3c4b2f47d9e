#include "circles/method/shipped.hpp"

#include "base/json/json.hpp"

namespace circles {

const std::map<std::string, ShippedMethod, std::less<>>& shipped_methods() {
    static const auto all = [] {
        std::map<std::string, ShippedMethod, std::less<>> methods;
        for (auto& method : json::read_own<std::vector<ShippedMethod>>(shipped_text())) {
            auto key = method.key;
            methods.emplace(std::move(key), std::move(method));
        }
        return methods;
    }();
    return all;
}

const ShippedMethod* find_shipped(std::string_view key) {
    const auto found = shipped_methods().find(key);
    return found == shipped_methods().end() ? nullptr : &found->second;
}

}  // namespace circles
