#pragma once

#include <array>
#include <boost/describe/class.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/list.hpp>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "base/enum_names.hpp"
#include "base/json/type.hpp"

namespace json {

struct Field {
    std::string_view name;
    void* (*in)(void* object);
    const Type& (*type)();
};

struct ObjectType {
    std::string_view cpp_name;
    std::span<const Field> fields;
    void (*check)(const void* object, Errors& errors);  // the rule between fields; null when there is none
};

void write_object(const ObjectType& object, const void* value, std::string& out);
void read_object(const ObjectType& object, const Node& from, void* into, const Place& at);
std::string object_schema(const ObjectType& object, Schemas& named);

template <class T>
concept DescribedStruct = boost::describe::has_describe_members<T>::value && !std::is_union_v<T>;

template <class T>
using Members = boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;

// The compiler's own spelling of T, e.g. "circles::SessionDraft"; becomes the schema's name.
template <class T>
constexpr std::string_view cpp_name() {
    const std::string_view text = __PRETTY_FUNCTION__;
    const auto from = text.find("T = ") + 4;
    return text.substr(from, text.find_first_of(";]", from) - from);
}

template <class T, class D>
constexpr Field field_of() {
    using M = std::remove_reference_t<decltype(std::declval<T&>().*D::pointer)>;
    return {base::outside_name(D::name), [](void* object) -> void* { return &(static_cast<T*>(object)->*D::pointer); }, type_of<M>};
}

template <class T, template <class...> class L, class... D>
constexpr auto fields_of(L<D...>) {
    return std::array<Field, sizeof...(D)>{field_of<T, D>()...};
}

template <class T>
constexpr auto rule_of() -> void (*)(const void*, Errors&) {
    if constexpr (requires(const T& it, Errors& errors) { check(it, errors); }) {
        return [](const void* object, Errors& errors) { check(*static_cast<const T*>(object), errors); };
    } else {
        return nullptr;
    }
}

template <DescribedStruct T>
struct Typed<T> {
    static constexpr auto fields = fields_of<T>(Members<T>{});
    static constexpr ObjectType object{cpp_name<T>(), fields, rule_of<T>()};
    static void write(const void* value, std::string& out) { write_object(object, value, out); }
    static void read(const Node& from, void* into, const Place& at) { read_object(object, from, into, at); }
    static std::string schema(Schemas& named) { return object_schema(object, named); }
    static constexpr Type type{write, read, schema, nullptr, &object};
};

}  // namespace json
