#pragma once

#include "circles/method/method.hpp"
#include "circles/session/session.hpp"

// A method in a session: what choosing it lays out, and what may be written into its fields. Pure.
namespace circles {

// Choosing puts the method's steps behind what is on the agenda already. They have clock times from there on, or from `starts` where the
// agenda is empty; none where nobody knows when it begins, or past midnight.
std::vector<AgendaBlock> with_steps(std::vector<AgendaBlock> agenda, const Method& method, std::optional<base::TimeOfDay> starts);
// Without those that choosing it had put there and nobody has renamed since.
std::vector<AgendaBlock> without_steps(std::vector<AgendaBlock> agenda, const Method& method);

// A field's answer, or who took a role.
enum class AnswerPart : std::uint8_t { field, role };
BOOST_DESCRIBE_ENUM(AnswerPart, field, role)

struct FieldAnswer {
    AnswerPart part{};
    base::Whole<0, 100> place;  // of the field or role in the method
    base::Text<1, 8000> body;   // a number, a choice or a date as text
};
BOOST_DESCRIBE_STRUCT(FieldAnswer, (), (part, place, body))

// Throws Problem 422 at "/place" for what the method does not ask, and at "/body" for what its field does not take.
void require_fitting(const Method& method, const FieldAnswer& answer);

// Names of persons are for insiders, like names of those who came.
bool names_somebody(const Method& method, AnswerPart part, std::int64_t place);
bool one_only(const Method& method, AnswerPart part, std::int64_t place);

}  // namespace circles
