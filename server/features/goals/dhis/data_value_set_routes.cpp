#include <boost/describe/enum.hpp>
#include <set>
#include <tuple>

#include "goals/dhis/data_value_set.hpp"
#include "goals/dhis/reading_back.hpp"
#include "goals/entry/asked.hpp"
#include "goals/entry/enter.hpp"
#include "goals/routes.hpp"
#include "goals/set/set_queries.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"

namespace goals::dhis {

namespace {

// NOLINTBEGIN(readability-identifier-naming): the names are DHIS2's
enum class Strategy : std::uint8_t { CREATE_AND_UPDATE, CREATE, UPDATE, DELETE, NEW_AND_UPDATES, NEW, UPDATES };
BOOST_DESCRIBE_ENUM(Strategy, CREATE_AND_UPDATE, CREATE, UPDATE, DELETE, NEW_AND_UPDATES, NEW, UPDATES)

struct ImportWish {
    std::optional<bool> dryRun;
    std::optional<Strategy> importStrategy;
    // Areas and indicators have codes here and no other names.
    std::optional<std::string> idScheme;
    std::optional<std::string> dataElementIdScheme;
    std::optional<std::string> orgUnitIdScheme;
    // Read, and of no effect: it is done when it is answered.
    std::optional<bool> async;
    std::optional<bool> preheatCache;
};
BOOST_DESCRIBE_STRUCT(ImportWish, (), (dryRun, importStrategy, idScheme, dataElementIdScheme, orgUnitIdScheme, async, preheatCache))
// NOLINTEND(readability-identifier-naming)
void check(const ImportWish& wish, json::Errors& errors) {
    const auto ask = [&](const std::optional<std::string>& scheme, std::string_view name) {
        if (scheme && small_letters(*scheme) != "code") errors.add("/" + std::string(name), "only_codes");
    };
    ask(wish.idScheme, "idScheme");
    ask(wish.dataElementIdScheme, "dataElementIdScheme");
    ask(wish.orgUnitIdScheme, "orgUnitIdScheme");
}

Over over_of(Strategy strategy) {
    if (strategy == Strategy::CREATE || strategy == Strategy::NEW) return Over::nothing_only;
    return strategy == Strategy::UPDATE || strategy == Strategy::UPDATES ? Over::something_only : Over::all;
}

// All of them are one transaction, for which others wait. Whoever has more sends more calls, or a table.
constexpr std::size_t most_values = 10'000;

class Import {
  public:
    Import(http::Call& call, const ImportWish& wish)
        : call_(call), strategy_(wish.importStrategy.value_or(Strategy::CREATE_AND_UPDATE)), is_dry_(wish.dryRun.value_or(false)) {
        summary_.importOptions = {is_dry_, std::string(base::name_of(strategy_))};
    }

    ImportReply run(const DataValueSet& set) && {
        if (set.values.size() > most_values) throw http::Problem(422, "too_many_rows", {{"max", std::int64_t{most_values}}});
        if (!set.data_set.empty() && !find_set(call_.read(), small_letters(set.data_set)))
            throw http::Problem(422, "invalid_input").at("/dataSet", "unknown_set");
        for (const auto& value : set.values) read(value);
        summary_.description =
            set.is_complete ? "completeDate is read and not kept: values are complete here once they are approved. " : "";
        auto reply = call_.write([&](db::Tx& tx) {
            auto summary = summary_;
            write(tx, summary);
            return reply_of(std::move(summary));
        });
        return reply;
    }

  private:
    void read(const DataValue& value) {
        std::string_view why;
        auto wish = wish_of(value, why);
        if (!wish) return reject(summary_, value, why);
        wishes_.push_back(*std::move(wish));
        values_.push_back(value);
    }

    std::optional<ValueWish> wish_of(const DataValue& value, std::string_view& why) {
        http::Problem ignored(422, "invalid_input");
        const auto indicator = ask_indicator(call_.read(), call_.viewer(), value.data_element, ignored);
        const auto area = ask_area(call_.read(), value.org_unit, ignored);
        const auto period = ask_period(value.period, ignored);
        if (!indicator) why = "unknown_indicator";
        if (why.empty() && !area) why = "unknown_area";
        if (why.empty() && !period) why = "no_period";
        if (why.empty()) why = fault_of(value, *area, *period);
        if (!why.empty()) return std::nullopt;
        ValueWish wish{{indicator->id, *period, value.group}, *indicator, area->id, {}};
        if (strategy_ == Strategy::DELETE || value.is_deleted) return wish;
        Remarks remarks;
        const auto report = read_report(*indicator, value.value, "", remarks);
        if (const auto* fault = std::get_if<ReportFault>(&report)) {
            why = fault->code;
            return std::nullopt;
        }
        wish.report = std::get<Report>(report);
        return wish;
    }
    std::string_view fault_of(const DataValue& value, const areas::Area& area, const base::ReportingPeriod& period) const {
        constexpr std::size_t longest_group = 100;
        if (!is_default(value.attribute_option_combo)) return "no_attributes_here";
        if (value.group.size() > longest_group) return "name_too_long";
        if (base::bangkok_date(call_.now()) < period.first) return "future_period";
        return areas::stood_within({area.id, area.begins_on, area.valid_to}, period.first, period.last) ? "" : "area_not_there_then";
    }

    void write(db::Tx& tx, ImportSummary& summary) {
        const Entering entering{call_.viewer(), "dataValueSets", over_of(strategy_), is_dry_ ? Doing::look : Doing::write};
        const auto taken = enter(tx, entering, wishes_);
        for (std::size_t i = 0; i < values_.size(); ++i) count(summary, values_[i], taken.done[i]);
        if (taken.entry) summary.description += approve(tx, *taken.entry);
    }
    static void count(ImportSummary& summary, const DataValue& value, const Judged& judged) {
        auto& many = summary.importCount;
        if (judged.outcome == Outcome::imported) ++many.imported;
        if (judged.outcome == Outcome::updated) ++many.updated;
        if (judged.outcome == Outcome::removed) ++many.deleted;
        if (judged.outcome == Outcome::unchanged) ++many.ignored;
        if (judged.outcome == Outcome::refused) reject(summary, value, judged.code);
    }

    // Whoever may approve has it approved at once, as far as they may by hand: not what looks odd, nor what another has to approve.
    std::string approve(db::Tx& tx, EntryId entry) {
        std::set<std::tuple<IndicatorId, base::Date, base::Date, std::string, base::AreaId>> met;
        std::int64_t approved = 0;
        for (const auto& wish : wishes_) {
            const auto inside = areas::parent_of(wish.area).value_or(wish.area);
            if (!met.emplace(wish.key.indicator, wish.key.period.first, wish.key.period.last, wish.key.breakdown, inside).second) continue;
            const Batch batch{.indicator = wish.indicator, .key = wish.key, .inside = inside, .of_entry = entry};
            move_batch(tx, {call_.viewer(), Move::check, {}}, batch);
            approved += move_batch(tx, {call_.viewer(), Move::approve, {}}, batch).moved;
        }
        return std::to_string(approved) + " of the values are approved and count; the others wait at /figures/check.";
    }

    http::Call& call_;
    Strategy strategy_;
    bool is_dry_;
    ImportSummary summary_;
    std::vector<ValueWish> wishes_;
    std::vector<DataValue> values_;  // beside wishes_
};

http::Response take_data_values(http::Call& call, const http::Query<ImportWish>& wish) {
    const auto& request = call.request();
    const auto type = request.header("Content-Type");
    const bool is_csv = type.starts_with("application/csv") || type.starts_with("text/csv");
    if (!is_csv && !type.starts_with("application/json")) throw http::Problem(415, "not_json_or_csv");
    const auto reply = Import(call, *wish).run(is_csv ? read_csv(request.body) : read_json(request.body));
    return http::Response::json(static_cast<unsigned>(reply.httpStatusCode), json::write(reply));
}

http::Response give_data_values(http::Call& call, const http::Query<ReadingWish>& wish) {
    const auto set = read_back(call.read(), call.viewer(), *wish);
    const auto accepted = call.request().header("Accept");
    const bool is_csv = wish->format ? *wish->format == "csv" : accepted.starts_with("application/csv") || accepted.starts_with("text/csv");
    return is_csv ? http::Response::text(200, "application/csv; charset=utf-8", csv_of(set)) : http::Response::json(200, json::write(set));
}

}  // namespace

}  // namespace goals::dhis

namespace goals {

void add_data_value_set_routes(http::Router& router) {
    router.get("/api/dataValueSets", dhis::give_data_values, access::anyone).open_to_programs();
    router.post("/api/dataValueSets", dhis::take_data_values, access::signed_in, http::WriteKind::import).open_to_programs();
}

}  // namespace goals
