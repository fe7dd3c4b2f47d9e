#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace base {

// An id of one kind of thing: 53 bits, ordered by time of making, never secret. Ids of two kinds do not mix.
// A tag whose things are records says so: `static constexpr std::string_view kind = "circle";`.
template <class Tag>
struct Id {
    using tag = Tag;
    std::int64_t value{};

    friend auto operator<=>(const Id&, const Id&) = default;
    explicit operator bool() const { return value != 0; }
};

}  // namespace base

template <class Tag>
struct std::hash<base::Id<Tag>> {
    std::size_t operator()(const base::Id<Tag>& id) const noexcept { return std::hash<std::int64_t>{}(id.value); }
};
