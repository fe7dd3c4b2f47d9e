#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/json/json.hpp"
#include "base/person.hpp"
#include "db/db.hpp"

// What an administrator settles for the installation comes in sections, each a described struct of the part that it belongs to: what a
// fresh one holds is how the installation comes. Each names itself by `static constexpr std::string_view section`.
namespace site {

// As it came, a section has this version.
inline constexpr std::int64_t as_it_came = 1;

template <class T>
struct Section {
    T content;
    std::int64_t version = as_it_came;
    std::optional<base::Instant> changed_at;
    BOOST_DESCRIBE_CLASS(Section, (), (content, version, changed_at), (), ())
};

struct StoredSection {
    std::string content;
    std::int64_t version{};
    base::Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(StoredSection, (), (content, version, changed_at))
std::optional<StoredSection> find_section(db::Session& db, std::string_view section);

// Journalled as `action`. Throws Problem 412 when the version that stands is another one.
struct SectionChange {
    std::string section;
    std::string_view action;
    std::int64_t expected{};
    std::string content;
};
void put_section(db::Tx& tx, base::PersonId actor, const SectionChange& change);

template <class T>
Section<T> section_of(db::Session& db) {
    const auto stored = find_section(db, T::section);
    if (!stored) return {};
    return {json::read_own<T>(stored->content), stored->version, stored->changed_at};
}

template <class T>
T setting(db::Session& db) {
    return section_of<T>(db).content;
}

}  // namespace site
