#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "goals/entry/deed.hpp"
#include "goals/entry/enter.hpp"
#include "goals/entry/looked_at.hpp"

// A value as the grid and the page of what waits show it.
namespace goals {

struct ShownValue {
    std::string area;  // its code
    std::string area_title;
    State state{};
    std::optional<base::Decimal> numerator;
    std::optional<base::Decimal> denominator;
    std::optional<base::Decimal> value;  // as the indicator calculates it
    Stage stage{};
    std::string by;  // who entered it; empty for the system, and for somebody whom the viewer may not know
    bool is_mine{};
    base::Instant at;
    std::string source;
    std::vector<Doubt> doubts;
    std::string explained;
    std::string explained_by;
    std::string sent_back;
    std::string broken_rule;  // in words
};
BOOST_DESCRIBE_STRUCT(ShownValue, (),
                      (area, area_title, state, numerator, denominator, value, stage, by, is_mine, at, source, doubts, explained,
                       explained_by, sent_back, broken_rule))

struct ShownDeed {
    Act act{};
    std::string by;
    base::Instant at;
    std::optional<SeenValue> value;  // none: it was taken away
    std::string words;
    bool alone{};
};
BOOST_DESCRIBE_STRUCT(ShownDeed, (), (act, by, at, value, words, alone))

class ValueShower {
  public:
    ValueShower(db::Session& db, const http::Viewer& viewer, base::Language language) : db_(db), viewer_(viewer), language_(language) {}

    ShownValue show(const Indicator& indicator, const ValueInView& value);
    std::vector<ShownDeed> show(const std::vector<DeedRow>& deeds);

  private:
    const std::string& name_of(base::PersonId person);

    db::Session& db_;
    const http::Viewer& viewer_;
    base::Language language_;
    std::map<base::PersonId, std::string> names_;
};

// "problem_CODE" in words.
std::string say_problem(base::Language language, std::string_view code);

}  // namespace goals
