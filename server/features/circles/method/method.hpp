#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "circles/circle/circle.hpp"
#include "knowledge/knowledge.hpp"

// A method: how a session is held, from its agenda to what is written down of it. Pure.
namespace circles {

struct MethodStep {
    base::Whole<1, 480> minutes;
    base::Line title;
    std::optional<base::Text<0, 1000>> how;
};
BOOST_DESCRIBE_STRUCT(MethodStep, (), (minutes, title, how))

struct MethodRole {
    base::Line name;  // "คุณอำนวย"
    std::optional<base::Text<0, 500>> does;
};
BOOST_DESCRIBE_STRUCT(MethodRole, (), (name, does))

enum class FieldKind : std::uint8_t { text, number, choice, date, person };
BOOST_DESCRIBE_ENUM(FieldKind, text, number, choice, date, person)

// What an answer can be made with one tap.
enum class Becomes : std::uint8_t { point, story, lesson, agreement, knowledge };
BOOST_DESCRIBE_ENUM(Becomes, point, story, lesson, agreement, knowledge)

// What is to be written down.
struct MethodField {
    base::Line label;
    FieldKind kind{};
    std::optional<base::Text<0, 500>> hint;
    std::optional<std::vector<base::Line>> choices;  // of a choice
    std::optional<bool> many;                        // each answer stands by itself: options offered, peers invited
    std::optional<base::Whole<1, 400>> days_after;   // asked so many days after the session, not in it
    std::optional<Becomes> becomes;                  // nothing: it stays an answer
    std::optional<knowledge::Kind> knowledge;        // where it becomes knowledge; a note
};
BOOST_DESCRIBE_STRUCT(MethodField, (), (label, kind, hint, choices, many, days_after, becomes, knowledge))
void check(const MethodField& field, json::Errors& errors);

struct Method {
    base::Line title;
    std::optional<base::Text<0, 300>> title_en;
    CircleKind kind{};
    base::Text<1, 2000> purpose;
    std::optional<base::Text<0, 300>> suits;  // how many people, what for
    std::vector<MethodStep> steps;
    std::vector<base::Line> questions;  // the first is the session's key question
    std::vector<MethodRole> roles;
    std::vector<MethodField> fields;
    std::optional<base::Text<0, 1000>> result;  // what comes of it
};
BOOST_DESCRIBE_STRUCT(Method, (), (title, title_en, kind, purpose, suits, steps, questions, roles, fields, result))
void check(const Method& method, json::Errors& errors);

std::int64_t minutes_of(const Method& method);
// When the last of its questions is asked, in days after the session; 0: all are asked in it.
std::int64_t follows_days(const Method& method);

// What the envelope of an organisation's own says of it, and every word of it for search.
records::Description describe(const Method& method, base::Language language);
std::string searchable(const Method& method);

}  // namespace circles
