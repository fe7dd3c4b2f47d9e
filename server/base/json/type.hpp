#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "base/json/errors.hpp"
#include "base/json/node.hpp"

namespace json {

// Where in the input we are while reading; errors are reported through it. Lives on the stack, from the root down.
class Place {
  public:
    explicit Place(Errors& errors) : errors_(&errors) {}

    Place member(std::string_view name) const { return Place(this, name, 0); }
    Place item(std::size_t index) const { return Place(this, {}, index); }
    void wrong(std::string_view code, Params params = {}) const { errors_->add(pointer(), code, std::move(params)); }
    void wrong_all(const Errors& below) const;  // errors of a part, told from the whole
    std::string pointer() const;
    Errors& errors() const { return *errors_; }

  private:
    Place(const Place* up, std::string_view name, std::size_t index) : errors_(up->errors_), up_(up), name_(name), index_(index) {}

    Errors* errors_;
    const Place* up_ = nullptr;
    std::string_view name_;
    std::size_t index_ = 0;
};

class Schemas;
struct ObjectType;

// All that JSON knows of a type. Templates only fill in this table; the work is done by ordinary functions, so that features compile fast.
struct Type {
    void (*write)(const void* value, std::string& out);
    void (*read)(const Node& from, void* into, const Place& at);  // leaves `into` alone when it reports an error
    std::string (*schema)(Schemas& named);
    bool (*is_absent)(const void* value) = nullptr;  // of what may be left out of an object, and is left out when absent
    const ObjectType* object = nullptr;              // of a described struct
};

// Specialise to teach JSON a new type: `static constexpr Type type{…};`.
template <class T>
struct Typed;

template <class T>
const Type& type_of() {
    return Typed<T>::type;
}

// The schemas that have a name, collected while the schemas that mention them are written (OpenAPI's components).
class Schemas {
  public:
    std::string of(const Type& type) { return type.schema(*this); }
    // The reference to a named schema; `body` is asked once, the first time.
    std::string reference(const std::string& name, const void* what, std::string (*body)(const void* what, Schemas& named));
    const std::map<std::string, std::string>& named() const { return named_; }

  private:
    std::map<std::string, std::string> named_;
};

}  // namespace json
