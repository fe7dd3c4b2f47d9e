#include "goals/entry/waiting.hpp"

#include <algorithm>
#include <map>

#include "goals/indicator/shown_indicator.hpp"

namespace goals {

namespace {

constexpr int most_batches = 60;

class WaitingReading {
  public:
    WaitingReading(db::Session& db, const http::Viewer& viewer, base::Language language)
        : db_(db), viewer_(viewer), language_(language), keepings_(keepings_of(db, viewer)) {}

    Waiting run(const std::optional<areas::Area>& within) && {
        for (const auto& row : rows(within)) {
            if (waiting_.batches.size() == most_batches) {
                waiting_.more = true;
                break;
            }
            add(row);
        }
        for (const auto& keeping : keepings_.list()) {
            const auto area = areas::find(db_, keeping.area_id);
            if (area && !viewer_.administrator) waiting_.keeps.push_back(place_of(db_, *area, language_));
        }
        return std::move(waiting_);
    }

  private:
    // Keepers may look after an area and after one in it: what is met twice is shown once.
    std::vector<WaitingRow> rows(const std::optional<areas::Area>& within) {
        std::map<std::pair<SeriesId, base::AreaId>, WaitingRow> met;
        for (const auto& keeping : keepings_.list()) {
            const auto first = std::max(keeping.area_id, within ? within->id : base::AreaId{});
            const auto last = within ? std::min(base::last_of(keeping.area_id), base::last_of(within->id)) : base::last_of(keeping.area_id);
            if (last < first) continue;
            for (auto row : list_waiting(db_, first, last, most_batches + 1)) {
                row.inside = std::max(row.inside, first);  // nobody is shown more than they look after
                const auto [at, is_new] = met.try_emplace({row.series_id, row.inside}, row);
                if (!is_new && at->second.drafts + at->second.checked < row.drafts + row.checked) at->second = row;
            }
        }
        std::vector<WaitingRow> rows;
        rows.reserve(met.size());
        for (auto& [key, row] : met) rows.push_back(row);
        std::ranges::sort(rows, std::ranges::greater{}, &WaitingRow::newest);
        return rows;
    }

    void add(const WaitingRow& row) {
        const auto series = get_stored_series(db_, row.series_id);
        const auto indicator = get_indicator(db_, series.indicator_id);
        const auto found = find_readable(db_, viewer_, indicator.code);
        const auto area = areas::find(db_, row.inside);
        if (!found || !area) return;
        const auto key = series.key();
        WaitingBatch batch{.indicator = indicator.code,
                           .title = found->found.envelope.title,
                           .title_en = found->found.envelope.title_en,
                           .indicator_address = indicator_address(indicator.code),
                           .traits = indicator,
                           .period = base::code_of(key.period),
                           .period_title = base::title_of(key.period, language_),
                           .group = key.breakdown,
                           .area = place_of(db_, *area, language_),
                           .rights = keepings_.in(row.inside),
                           .has_other_approver = has_other_approver(db_, row.inside, viewer_.person),
                           .drafts = row.drafts,
                           .checked = row.checked,
                           .newest = row.newest,
                           .values = {}};
        for (const auto& value : look_at(db_, indicator, key, row.inside)) {
            const auto rights = keepings_.in(value.area_id);
            if (counts(static_cast<Stage>(value.stage)) || !rights.enter) continue;
            if (!batch.rights.enter) batch.rights = rights;
            batch.values.push_back(shower_.show(indicator, value));
        }
        if (!batch.values.empty()) waiting_.batches.push_back(std::move(batch));
    }

    db::Session& db_;
    const http::Viewer& viewer_;
    base::Language language_;
    Keepings keepings_;
    ValueShower shower_{db_, viewer_, language_};
    Waiting waiting_;
};

}  // namespace

Waiting read_waiting(db::Session& db, const http::Viewer& viewer, const WaitingWish& wish, base::Language language) {
    http::Problem problem(422, "invalid_input");
    const auto within = wish.area ? ask_area(db, *wish.area, problem) : std::nullopt;
    if (!problem.errors().empty()) throw problem;
    return WaitingReading(db, viewer, language).run(within);
}

}  // namespace goals
