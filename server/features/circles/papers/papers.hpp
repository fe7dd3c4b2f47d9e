#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/bounded.hpp"
#include "base/json/errors.hpp"
#include "base/time.hpp"
#include "circles/circles.hpp"
#include "db/db.hpp"
#include "records/records.hpp"

// What the papers of a session say beside what the session says itself: their numbers, and who is invited by letter.
namespace circles {

enum class LetterNumbering : std::uint8_t { circular, running };
BOOST_DESCRIBE_ENUM(LetterNumbering, circular, running)

struct Invited {
    base::Text<1, 200> name;  // with title and rank
    std::optional<base::Text<0, 300>> position;
    std::optional<base::Text<0, 300>> organisation;
    std::optional<base::Whole<1, 999>> rank;  // by hand, where the post does not say it
};
BOOST_DESCRIBE_STRUCT(Invited, (), (name, position, organisation, rank))

struct PapersForm {
    std::optional<base::Text<0, 60>> memo_number{};
    std::optional<base::Date> memo_date{};
    std::optional<base::Text<0, 60>> letter_number{};  // "ว 123", or the first of running ones
    std::optional<base::Date> letter_date{};
    LetterNumbering numbering{};
    std::optional<base::Text<0, 60>> report_number{};
    std::optional<base::Date> report_date{};
    std::optional<base::Text<0, 2000>> budget{};
    base::Whole<0, 300> blank_rows{20};  // of the sign-in sheet, for those nobody expected
    std::vector<Invited> invited{};
};
BOOST_DESCRIBE_STRUCT(PapersForm, (),
                      (memo_number, memo_date, letter_number, letter_date, numbering, report_number, report_date, budget, blank_rows,
                       invited))
void check(const PapersForm& form, json::Errors& errors);

struct Papers {
    PapersForm form;           // the invited in the order of their rank
    std::int64_t version = 1;  // nobody has filled them in yet
};

// Those of the same rank stay as they were written down.
void order_by_rank(std::vector<Invited>& invited);
// The number of letter `index`, counted from 0: prefix and number, the number grown by the index where it runs.
std::string letter_number(const std::string& prefix, const PapersForm& form, std::size_t index);

Papers get_papers(db::Session& db, SessionId session);
// Throws Problem 412 `edited_elsewhere` unless `expected` stands.
void put_papers(db::Tx& tx, SessionId session, std::int64_t expected, const PapersForm& form);

}  // namespace circles
