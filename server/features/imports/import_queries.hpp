#pragma once

#include <optional>
#include <span>

#include "imports/imports.hpp"

namespace imports {

struct Texts {
    std::string report;
    std::string wrong_rows;
    std::string kept_records;
};
BOOST_DESCRIBE_STRUCT(Texts, (), (report, wrong_rows, kept_records))

void insert_import(db::Tx& tx, const Import& import, std::string_view file_hash, const std::string& content);
// An import with what its work asks for.
struct Kept : Import {
    std::int64_t turn{};          // of the reading whose plan holds
    std::int64_t planned_from{};  // the first step of that plan
    std::string file_hash;
};
BOOST_DESCRIBE_STRUCT(Kept, (Import), (turn, planned_from, file_hash))
std::optional<Kept> find_import(db::Session& db, ImportId id);
// Of this person or, if `entered_by` is given, of that organisation; newest first, without what was only looked at.
std::vector<Import> list_imports(db::Session& db, base::PersonId person, records::RecordId entered_by);
// Whether it stands so, and so far: what was decided outside this transaction still holds.
bool stands_at(db::Session& db, const Kept& import);
// Whether another of the same subject and organisation is under way that goes first.
bool is_another_first(db::Session& db, const Import& import);

void set_state(db::Tx& tx, ImportId id, State state, std::string_view problem = {});
void set_done(db::Tx& tx, ImportId id, std::int64_t done);
void add_undone(db::Tx& tx, ImportId id, std::int64_t undone, std::int64_t kept);

std::optional<std::string> find_content(db::Session& db, ImportId id);
void forget_content(db::Tx& tx, ImportId id);
Texts get_texts(db::Session& db, ImportId id);
void set_texts(db::Tx& tx, ImportId id, const Texts& texts);

// A reading begins: what one before it planned and did not write is gone, and with it its turn, which is what this one must show.
std::int64_t begin_reading(db::Tx& tx, ImportId id);
bool is_my_turn(db::Session& db, ImportId id, std::int64_t turn);
void insert_steps(db::Tx& tx, ImportId id, std::int64_t first, std::span<const Step> steps);
void set_rows(db::Tx& tx, ImportId id, std::int64_t rows);

// Rows that stand already, of an import that was stopped and goes on.
struct Standing {
    std::int64_t added{};
    std::int64_t changed{};
};
BOOST_DESCRIBE_STRUCT(Standing, (), (added, changed))
Standing count_standing(db::Session& db, ImportId id);

struct PlannedStep {
    std::int64_t step{};
    std::int64_t line{};
    Effect effect{};
    std::string plan;
};
BOOST_DESCRIBE_STRUCT(PlannedStep, (), (step, line, effect, plan))
std::vector<PlannedStep> list_planned(db::Session& db, ImportId id, std::int64_t from, std::int64_t limit);
void set_written(db::Tx& tx, ImportId id, std::int64_t step, const Written& written);
std::int64_t find_made(db::Session& db, ImportId id, std::int64_t step);

struct DoneStep {
    std::int64_t step{};
    std::optional<std::string> did;
};
BOOST_DESCRIBE_STRUCT(DoneStep, (), (step, did))
std::vector<DoneStep> list_done(db::Session& db, ImportId id, std::int64_t before, std::int64_t limit);  // the last first
void delete_steps_from(db::Tx& tx, ImportId id, std::int64_t step);

// Imports that began before `begun`; those only looked at, and what others still hold of their files, before `looked_at`.
void delete_old(db::Tx& tx, base::Instant begun, base::Instant looked_at);

}  // namespace imports
