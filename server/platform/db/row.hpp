#pragma once

#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>
#include <string_view>
#include <vector>

#include "db/connection.hpp"

// Rows into described structs: every column has its member and every member its column, by name.
namespace db {

template <class T>
using members_of = boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;

template <class T>
concept Described = !Scalar<T> && boost::describe::has_describe_members<T>::value;

template <class T>
concept Readable = Scalar<T> || Described<T>;

// Throws Broken, naming what is missing or too many.
void check_one_column(const Statement& statement);
std::vector<int> find_columns(const Statement& statement, const std::vector<std::string_view>& members);

template <class T>
inline constexpr char type_mark = 0;

template <Readable T>
void plan(Statement& statement) {
    if (statement.plan.type == &type_mark<T>) return;
    std::vector<int> columns;
    if constexpr (Scalar<T>) {
        check_one_column(statement);
    } else {
        std::vector<std::string_view> names;
        boost::mp11::mp_for_each<members_of<T>>([&](auto member) { names.push_back(base::outside_name(member.name)); });
        columns = find_columns(statement, names);
    }
    statement.plan = {&type_mark<T>, std::move(columns)};
}

template <Readable T>
T read_row(const Row& row, [[maybe_unused]] const Plan& plan) {
    if constexpr (Scalar<T>) {
        return value_at<T>(row, 0);
    } else {
        T result{};
        std::size_t next = 0;
        boost::mp11::mp_for_each<members_of<T>>([&](auto member) {
            auto& field = result.*member.pointer;
            field = value_at<std::remove_reference_t<decltype(field)>>(row, plan.columns[next++]);
        });
        return result;
    }
}

}  // namespace db
