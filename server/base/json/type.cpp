#include "base/json/type.hpp"

namespace json {

std::string Place::pointer() const {
    if (up_ == nullptr) return {};
    std::string pointer = up_->pointer();
    pointer += '/';
    if (name_.data() == nullptr) return pointer + std::to_string(index_);
    for (const char c : name_) {
        if (c == '~') {
            pointer += "~0";
        } else if (c == '/') {
            pointer += "~1";
        } else {
            pointer += c;
        }
    }
    return pointer;
}

void Place::wrong_all(const Errors& below) const {
    for (const auto& error : below.list()) errors_->add(pointer() + error.pointer, error.code, error.params);
}

std::string Schemas::reference(const std::string& name, const void* what, std::string (*body)(const void*, Schemas&)) {
    if (named_.try_emplace(name).second) {  // it is there before its body is asked, so that a type may mention itself
        auto text = body(what, *this);
        named_[name] = std::move(text);
    }
    return R"({"$ref":"#/components/schemas/)" + name + "\"}";
}

}  // namespace json
