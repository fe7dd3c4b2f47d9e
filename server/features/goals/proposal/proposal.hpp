#pragma once

#include "goals/goal/goal.hpp"
#include "goals/indicator/definition.hpp"

// An indicator that somebody proposes: by what people would know that a goal is reached, or what else a place's set should look at. Pure.
namespace goals {

struct ProposalTag {
    static constexpr std::string_view kind = "indicator_proposal";
};
using ProposalId = base::Id<ProposalTag>;

// How many there are, or how many of a hundred.
enum class CountedAs : std::uint8_t { number, percent };
BOOST_DESCRIBE_ENUM(CountedAs, number, percent)

// As people say it in a hall; what else an indicator needs follows from it, and is there to be changed once it is one.
struct ProposalContent {
    base::Line title;
    std::optional<base::Text<0, 64>> indicator;  // the code of one that is here: it is taken as it is
    std::optional<base::Text<0, 2000>> reason;   // why this one
    std::optional<base::Text<0, 1000>> rule;     // what counts
    std::optional<base::Text<0, 1000>> verification;
    Unit unit{};
    std::optional<base::Text<0, 60>> unit_name;  // where the unit is `other`
    CountedAs counted_as{};
    Direction direction{};
};
BOOST_DESCRIBE_STRUCT(ProposalContent, (), (title, indicator, reason, rule, verification, unit, unit_name, counted_as, direction))
void check(const ProposalContent& content, json::Errors& errors);

// Whether two say the same: they name one indicator, or have the same words to whoever reads them.
bool says_the_same(const ProposalContent& one, const ProposalContent& other);

// The indicator that is made of it.
Traits traits_of(const ProposalContent& content, areas::Level level);
Definition definition_of(const ProposalContent& content, std::string_view aim);

records::Description describe(const ProposalContent& content, base::AreaId area, base::Language language);
std::string searchable(const ProposalContent& content);

}  // namespace goals
