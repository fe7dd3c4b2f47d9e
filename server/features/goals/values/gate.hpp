#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string_view>

#include "goals/entry/keepers.hpp"
#include "goals/entry/rule.hpp"
#include "goals/table/value_reader.hpp"
#include "goals/values/value_step.hpp"

// Whether a row of a table that comes in through the browser may be stored: whose area it is, what stands there, and the indicator's rule.
namespace goals {

class Gate {
  public:
    Gate(db::Session& db, const http::Viewer& viewer);

    // As what a value comes in: what administrators bring counts at once, what keepers bring is looked through and approved like what they
    // type.
    [[nodiscard]] Stage stage() const { return is_administrator_ ? Stage::approved : Stage::draft; }

    // What another indicator's rows of this table say of an area, in the same period and group.
    using InTable = std::function<std::optional<Report>(IndicatorId other, base::AreaId area)>;
    // Why not, a locale key without "problem_"; empty if it may.
    std::string_view refusal(const SeriesKey& key, const ReadValue& value, const std::optional<Standing>& before, const InTable& in_table);

  private:
    struct Asked {
        Indicator indicator;
        Rule rule;
        std::optional<Indicator> other;  // that it may not exceed
    };
    const Asked& asked_of(IndicatorId id);

    db::Session& db_;
    bool is_administrator_;
    Keepings keepings_;
    std::map<IndicatorId, Asked> asked_;
};

}  // namespace goals
