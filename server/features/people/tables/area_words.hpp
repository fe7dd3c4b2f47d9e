#pragma once

#include <map>
#include <optional>
#include <string>

#include "areas/areas.hpp"

namespace people {

// Finds the area that a row of a table means: by its official code, or by the names of subdistrict, district and province.
class AreaWords {
  public:
    explicit AreaWords(db::Session& db) : db_(db) {}

    struct Words {
        std::string code;
        std::string subdistrict;
        std::string district;
        std::string province;
        [[nodiscard]] bool empty() const { return code.empty() && subdistrict.empty() && district.empty() && province.empty(); }
        friend auto operator<=>(const Words&, const Words&) = default;
    };
    // Nothing if there is no such area, or several.
    std::optional<base::AreaId> find(const Words& words);

  private:
    std::optional<base::AreaId> look_up(const Words& words);

    db::Session& db_;
    std::map<Words, std::optional<base::AreaId>> known_;
};

}  // namespace people
