#pragma once

#include <array>
#include <boost/describe/enum.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>
#include <optional>
#include <span>
#include <string_view>

namespace base {

// The outside name of a described member or enumerator. C++ keeps some good words for itself: `private_` is written "private".
constexpr std::string_view outside_name(std::string_view name) {
    return name.ends_with('_') ? name.substr(0, name.size() - 1) : name;
}

template <class E>
concept DescribedEnum = boost::describe::has_describe_enumerators<E>::value;

template <DescribedEnum E>
constexpr std::string_view name_of(E value) {
    std::string_view name;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto entry) {
        if (entry.value == value) name = outside_name(entry.name);
    });
    return name;
}

template <DescribedEnum E>
constexpr std::optional<E> named(std::string_view name) {
    std::optional<E> found;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto entry) {
        if (outside_name(entry.name) == name) found = entry.value;
    });
    return found;
}

// All names of an enum in the order of its declaration.
template <DescribedEnum E>
std::span<const std::string_view> names_of() {
    static constexpr auto names = []<class... D>(boost::mp11::mp_list<D...>) {
        return std::array<std::string_view, sizeof...(D)>{outside_name(D::name)...};
    }(boost::mp11::mp_rename<boost::describe::describe_enumerators<E>, boost::mp11::mp_list>{});
    return names;
}

}  // namespace base
