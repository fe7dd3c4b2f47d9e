#include "base/locale.hpp"
#include "goals/entry/grid.hpp"
#include "goals/entry/waiting.hpp"
#include "goals/routes.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"

namespace goals {

namespace {

constexpr std::size_t most_cells = 2000;
constexpr std::size_t most_batches = 200;

struct TypedCell {
    std::string indicator;
    std::string area;
    base::Text<0, 60> value;  // as it was typed; empty: what stands there goes
    std::optional<base::Text<0, 60>> denominator;
    std::optional<SeenValue> was;  // what the person saw there; none: nothing
};
BOOST_DESCRIBE_STRUCT(TypedCell, (), (indicator, area, value, denominator, was))

struct EntryForm {
    std::string period;
    std::optional<base::Text<0, 100>> group;
    std::vector<TypedCell> cells;
};
BOOST_DESCRIBE_STRUCT(EntryForm, (), (period, group, cells))
void check(const EntryForm& form, json::Errors& errors) {
    if (form.cells.size() > most_cells) errors.add("/cells", "too_many", {{"max", most_cells}});
}

struct CellReply {
    Outcome outcome{};
    std::string message;              // of a refusal
    std::optional<ShownValue> value;  // what stands there now
};
BOOST_DESCRIBE_STRUCT(CellReply, (), (outcome, message, value))

struct EntryReply {
    std::vector<CellReply> cells;  // in the order of the form
};
BOOST_DESCRIBE_STRUCT(EntryReply, (), (cells))

// A cell before it meets what stands there: a wish, or why it is none.
using ReadCell = std::variant<ValueWish, std::string_view>;

class CellReader {
  public:
    CellReader(http::Call& call, const EntryForm& form) : call_(call), form_(form) {
        http::Problem problem(422, "invalid_input");
        if (const auto period = ask_period(form.period, problem)) period_ = *period;
        if (!problem.errors().empty()) throw problem;
    }

    ReadCell read(const TypedCell& cell) {
        http::Problem ignored(422, "invalid_input");
        auto& db = call_.read();
        const auto indicator = ask_indicator(db, call_.viewer(), cell.indicator, ignored);
        if (!indicator) return "unknown_indicator";
        const auto area = ask_area(db, cell.area, ignored);
        if (!area) return "unknown_area";
        if (base::bangkok_date(call_.now()) < period_.first) return "future_period";
        if (!areas::stood_within({area->id, area->begins_on, area->valid_to}, period_.first, period_.last)) return "area_not_there_then";
        ValueWish wish{{indicator->id, period_, base::or_empty(form_.group)}, *indicator, area->id, {}, cell.was};
        if (cell.value.value.empty() && !cell.denominator) return wish;
        const auto report = read_typed(*indicator, cell);
        if (const auto* fault = std::get_if<ReportFault>(&report)) return fault->code;
        wish.report = std::get<Report>(report);
        return wish;
    }

  private:
    // By hand a part is never without its whole.
    static std::variant<Report, ReportFault> read_typed(const Indicator& indicator, const TypedCell& cell) {
        Remarks remarks;
        const auto denominator = base::or_empty(cell.denominator);
        auto report = read_report(indicator, cell.value.value, denominator, remarks);
        if (remarks.bare_percent > 0 && std::holds_alternative<Report>(report))
            return ReportFault{ReportFault::In::denominator, "denominator_missing"};
        return report;
    }

    http::Call& call_;
    const EntryForm& form_;
    base::ReportingPeriod period_;
};

std::optional<ShownValue> standing(db::Session& db, http::Call& call, ValueShower& shower, const ValueWish& wish) {
    const auto looked = look_at(db, wish.indicator, wish.key, wish.area);
    const auto own = std::ranges::find(looked, wish.area, &ValueInView::area_id);
    if (own == looked.end() || !keepings_of(db, call.viewer()).in(wish.area).enter) return std::nullopt;
    return shower.show(wish.indicator, *own);
}

EntryReply enter_cells(http::Call& call, const EntryForm& form) {
    CellReader reader(call, form);
    std::vector<ReadCell> cells;
    cells.reserve(form.cells.size());
    std::vector<ValueWish> wishes;
    for (const auto& cell : form.cells) {
        cells.push_back(reader.read(cell));
        if (const auto* wish = std::get_if<ValueWish>(&cells.back())) wishes.push_back(*wish);
    }
    const Entering entering{call.viewer(), base::say(base::Language::th, "goals_entry_by_hand")};
    return call.write([&](db::Tx& tx) {
        const auto done = enter(tx, entering, wishes).done;
        ValueShower shower(tx, call.viewer(), call.language());
        EntryReply reply;
        auto next = done.begin();
        for (const auto& cell : cells) {
            const auto* wish = std::get_if<ValueWish>(&cell);
            const auto result = wish ? *next++ : Judged{Outcome::refused, std::get<std::string_view>(cell)};
            reply.cells.push_back({result.outcome, result.code.empty() ? std::string() : say_problem(call.language(), result.code),
                                   wish ? standing(tx, call, shower, *wish) : std::nullopt});
        }
        return reply;
    });
}

Grid get_grid(http::Call& call, const http::Query<GridWish>& wish) {
    return read_grid(call.read(), call.viewer(), *wish, call.language());
}

Waiting get_waiting(http::Call& call, const http::Query<WaitingWish>& wish) {
    return read_waiting(call.read(), call.viewer(), *wish, call.language());
}

struct MoveForm {
    Move move{};
    std::optional<base::Text<1, 1000>> words;  // why, of what goes back
    std::vector<BatchName> batches;
};
BOOST_DESCRIBE_STRUCT(MoveForm, (), (move, words, batches))
void check(const MoveForm& form, json::Errors& errors) {
    const bool goes_back = form.move == Move::send_back || form.move == Move::unlock;
    if (goes_back && !form.words) errors.add("/words", "required");
    if (form.batches.size() > most_batches) errors.add("/batches", "too_many", {{"max", most_batches}});
}

struct LeftValue {
    std::string indicator;
    std::string period;
    std::string area;
    std::string area_title;
    std::string code;
    std::string message;
};
BOOST_DESCRIBE_STRUCT(LeftValue, (), (indicator, period, area, area_title, code, message))
struct MoveReply {
    std::int64_t moved{};
    std::int64_t alone{};
    std::vector<LeftValue> left;  // what the move was for and stayed, and why
};
BOOST_DESCRIBE_STRUCT(MoveReply, (), (moved, alone, left))

std::vector<Batch> read_batches(http::Call& call, const std::vector<BatchName>& names) {
    http::Problem problem(422, "invalid_input");
    std::vector<Batch> batches;
    for (std::size_t i = 0; i < names.size(); ++i)
        if (auto batch = ask_batch(call.read(), call.viewer(), names[i], problem, "/batches/" + std::to_string(i)))
            batches.push_back(*std::move(batch));
    if (!problem.errors().empty()) throw problem;
    return batches;
}

LeftValue told_of(db::Session& db, const Batch& batch, const Left& left, base::Language language) {
    const auto area = areas::find(db, left.area);
    return {batch.indicator.code,
            base::code_of(batch.key.period),
            area ? area->code : std::string(),
            area ? areas::title(*area, language) : std::string(),
            left.code,
            say_problem(language, left.code)};
}

MoveReply move_values(http::Call& call, const MoveForm& form) {
    const auto batches = read_batches(call, form.batches);
    const Mover mover{call.viewer(), form.move, base::or_empty(form.words)};
    return call.write([&](db::Tx& tx) {
        MoveReply reply;
        for (const auto& batch : batches) {
            const auto moved = move_batch(tx, mover, batch);
            reply.moved += moved.moved;
            reply.alone += moved.alone;
            for (const auto& left : moved.left) reply.left.push_back(told_of(tx, batch, left, call.language()));
        }
        if (reply.moved > 0) journal::record(tx, call.person(), "goals.values_moved", journal::Revision{});
        return reply;
    });
}

struct ExplainForm {
    BatchName value;  // its area is the one that reported
    base::Text<1, 1000> words;
};
BOOST_DESCRIBE_STRUCT(ExplainForm, (), (value, words))

Batch read_value(http::Call& call, const BatchName& name) {
    http::Problem problem(422, "invalid_input");
    const auto batch = ask_batch(call.read(), call.viewer(), name, problem);
    if (!batch) throw problem;
    if (!keepings_of(call.read(), call.viewer()).in(batch->inside).enter) throw http::Problem(403, "not_a_keeper");
    return *batch;
}

// "It is right, because …": said of the value as it stands.
void explain(http::Call& call, const ExplainForm& form) {
    const auto batch = read_value(call, form.value);
    call.write([&](db::Tx& tx) {
        const auto series = find_series(tx, batch.key);
        const auto entered = series ? list_entered(tx, *series, batch.inside, batch.inside) : std::vector<EnteredRow>{};
        if (entered.empty()) throw http::not_found();
        if (batch.newest && *batch.newest < entered.front().entry_id) throw http::Problem(409, "entered_since");
        insert_deed(tx, {.series = *series,
                         .area = batch.inside,
                         .act = Act::explained,
                         .by = call.person(),
                         .report = entered.front().report(),
                         .words = form.words.value});
        journal::record(tx, call.person(), "goals.value_explained", journal::Revision{});
    });
}

struct DeedsWish {
    std::string indicator;
    std::string area;
    std::string period;
    std::optional<std::string> group;
};
BOOST_DESCRIBE_STRUCT(DeedsWish, (), (indicator, area, period, group))

std::vector<ShownDeed> get_deeds(http::Call& call, const http::Query<DeedsWish>& wish) {
    const auto batch = read_value(call, {wish->indicator, wish->area, wish->period, wish->group, {}});
    const auto series = find_series(call.read(), batch.key);
    if (!series) return {};
    return ValueShower(call.read(), call.viewer(), call.language()).show(list_deeds(call.read(), *series, batch.inside, batch.inside));
}

}  // namespace

void add_entry_routes(http::Router& router) {
    router.get("/api/figures/entry", get_grid, access::signed_in);
    router.post("/api/figures/entry", enter_cells, access::signed_in, http::WriteKind::change);
    router.get("/api/figures/check", get_waiting, access::signed_in);
    router.post("/api/figures/check", move_values, access::signed_in, http::WriteKind::change);
    router.post("/api/figures/explanations", explain, access::signed_in, http::WriteKind::change);
    router.get("/api/figures/deeds", get_deeds, access::signed_in);
}

}  // namespace goals
