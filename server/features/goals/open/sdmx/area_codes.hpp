#pragma once

#include <string>
#include <vector>

#include "areas/areas.hpp"

namespace goals {

// All areas as codes of SDMX, one list with commas between, a piece for what lies under one area; who lies above comes before.
class AreaCodes {
  public:
    // `language`: in which each has its first name; it has both.
    explicit AreaCodes(base::Language language) : language_(language) {}

    [[nodiscard]] bool is_done() const { return began_ && waiting_.empty(); }
    // May be empty in between.
    std::string next(db::Session& db);

  private:
    struct Above {
        base::AreaId id;
        std::string code;
    };
    void add(const areas::Area& area, const std::string& above, std::string& text);

    base::Language language_;
    bool began_ = false;
    bool any_ = false;
    std::vector<Above> waiting_;
};

}  // namespace goals
