#include <iterator>

#include "base/json/json.hpp"
#include "imports/import_queries.hpp"
#include "imports/work.hpp"
#include "journal/journal.hpp"

namespace imports {

namespace {

// What the journal keeps of a whole import, or of one write of it. It hashes this text, and with the hash in it every row.
struct ImportEvent {
    std::int64_t rows{};
    std::int64_t first_line{};
    std::int64_t last_line{};
    std::string hash;
};
BOOST_DESCRIBE_STRUCT(ImportEvent, (), (rows, first_line, last_line, hash))

struct WholeEvent {
    std::int64_t rows{};
    std::int64_t added{};
    std::int64_t changed{};
    std::string file_hash;
};
BOOST_DESCRIBE_STRUCT(WholeEvent, (), (rows, added, changed, file_hash))

struct LeftOut {
    base::WrongRow row;
    Effect effect{};
};

// One transaction's worth of rows.
class Write {
  public:
    Write(db::Tx& tx, const Subject& subject, const Order& order, const Kept& import)
        : tx_(tx), subject_(subject), order_(order), import_(import) {}

    void write(const PlannedStep& step) {
        const Made made = [&](std::int64_t earlier) { return find_made(tx_, import_.id, import_.planned_from + earlier); };
        auto written = subject_.write(tx_, order_, step.plan, made);
        if (written.wrong.code.empty()) return set_written(tx_, import_.id, step.step, written);
        written.wrong.line = step.line;
        left_out_.push_back({std::move(written.wrong), step.effect});
    }

    void tell_left_out() {
        if (left_out_.empty()) return;
        auto texts = get_texts(tx_, import_.id);
        auto report = json::read_own<base::ImportReport>(texts.report);
        auto wrong_rows = json::read_own<std::vector<base::WrongRow>>(texts.wrong_rows);
        for (auto& [row, effect] : left_out_) {
            ++report.wrong;
            --(effect == Effect::adds ? report.added : report.changed);
            wrong_rows.push_back(std::move(row));
        }
        set_texts(tx_, import_.id, {json::write(report), json::write(wrong_rows), texts.kept_records});
    }

  private:
    db::Tx& tx_;
    const Subject& subject_;
    const Order& order_;
    const Kept& import_;
    std::vector<LeftOut> left_out_;
};

std::string hash_of_plans(const std::vector<PlannedStep>& steps) {
    std::string all;
    for (const auto& step : steps) all += step.plan;
    return hash_of(all);
}

std::string whole_event(db::Session& db, const Kept& import) {
    const auto report = json::read_own<base::ImportReport>(get_texts(db, import.id).report);
    return json::write(WholeEvent{report.rows, report.added, report.changed, import.file_hash});
}

}  // namespace

static void end(db::Tx& tx, ImportId id) {
    set_state(tx, id, State::written);
    forget_content(tx, id);
}

Next write_some(db::Database& database, const Subject& subject, const Order& order, const Kept& import) {
    const auto steps = list_planned(*database.read(), import.id, import.done, subject.rows_a_write);
    const auto done = import.done + std::ssize(steps);
    const bool each = subject.events == Subject::Events::one_a_write;
    const auto event = each ? json::write(ImportEvent{std::ssize(steps), steps.front().line, steps.back().line, hash_of_plans(steps)}) : "";
    return database.write([&](db::Tx& tx) {
        if (!stands_at(tx, import)) return Next::nothing;
        Write write(tx, subject, order, import);
        for (const auto& step : steps) write.write(step);
        write.tell_left_out();
        set_done(tx, import.id, done);
        const bool is_last = done == import.rows;
        if (is_last) end(tx, import.id);
        if (each || is_last)
            journal::record(tx, order.viewer.person, subject.event, {import.entered_by, 0, each ? event : whole_event(tx, import)});
        return is_last ? Next::nothing : Next::more;
    });
}

}  // namespace imports
