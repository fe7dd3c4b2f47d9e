#pragma once

#include <boost/json/value.hpp>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace app::demo {

// A thing that was made, as routes and other forms speak of it.
struct Made {
    std::int64_t id = 0;
    std::int64_t number = 0;
    std::int64_t part = 0;  // of a word said in a session: id is the session's
    std::int64_t version = 0;
};

// The names by which a locality's file speaks of its own things: "@city/km".
class Names {
  public:
    // An area by its official code.
    using AreaOf = std::function<std::int64_t(std::string_view code)>;

    explicit Names(AreaOf area_of) : area_of_(std::move(area_of)) {}

    void name(std::string_view key, Made made) { made_[std::string(key)] = made; }
    // Takes the name with or without its "@"; std::runtime_error for one that nothing bears.
    const Made& get(std::string_view key) const;
    const Made* find(std::string_view key) const;

    // A form as routes take it: names become ids, and codes under "area" the areas' ids.
    boost::json::value resolved(const boost::json::value& form) const;

  private:
    AreaOf area_of_;
    std::map<std::string, Made, std::less<>> made_;
};

}  // namespace app::demo
