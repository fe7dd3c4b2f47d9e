#include <map>
#include <tuple>

#include "areas/area.hpp"
#include "areas/places/place_queries.hpp"
#include "areas/places/place_step.hpp"
#include "base/encoding.hpp"
#include "base/json/json.hpp"
#include "http/problem.hpp"

namespace areas {

namespace {

constexpr std::int64_t most_rows = 100'000;  // all of the country are some 75,000

// The places that stand, as far as an import must know them.
class Standing {
  public:
    explicit Standing(db::Session& db) {
        for (auto& place : list_places(db)) remember(std::move(place));
    }

    const Area* find(AreaId id) const {
        const auto found = places_.find(id);
        return found == places_.end() ? nullptr : &found->second;
    }

    // A community without a number is the one of that name in its subdistrict, or the next new one.
    AreaId number(const PlaceRow& row) const {
        auto next = place_in(row.subdistrict, first_community);
        for (auto place = places_.lower_bound(next); place != places_.end() && place->first <= base::last_of(row.subdistrict); ++place) {
            if (place->second.name == row.name) return place->first;
            next = {place->first.value + 1};
        }
        return next;
    }

    void remember(Area place) { places_.insert_or_assign(place.id, std::move(place)); }

  private:
    std::map<AreaId, Area> places_;
};

bool is_same(const Area& standing, const Area& wanted) {
    return standing.name == wanted.name && standing.name_en == wanted.name_en && standing.latitude == wanted.latitude &&
           standing.longitude == wanted.longitude && !standing.valid_to;
}

// What a file leaves out is not taken away.
Area merged(const PlaceRow& row, const Area* standing, base::Date today) {
    Area area{.id = row.id,
              .last_id = row.id,
              .code = row.code,
              .level = level_of(row.id),
              .name = row.name,
              .name_en = row.name_en,
              .latitude = row.latitude,
              .longitude = row.longitude,
              .position = Position::none,
              .begins_on = standing ? standing->begins_on : std::nullopt,
              .valid_from = today,
              .valid_to = {}};
    if (standing) {
        area.valid_from = standing->valid_from;
        if (area.name_en.empty()) area.name_en = standing->name_en;
        if (!area.latitude || !area.longitude) std::tie(area.latitude, area.longitude) = std::tie(standing->latitude, standing->longitude);
    }
    if (area.latitude && area.longitude) area.position = Position::point;
    return area;
}

class PlacesReading {
  public:
    PlacesReading(db::Session& db, const imports::Order& order) : order_(order), subdistricts_(list_subdistricts(db)), standing_(db) {}

    imports::Reading run(std::string_view bytes) && {
        const auto decoded = base::decode(bytes);
        auto& report = reading_.report;
        report.encoding = base::name(decoded.encoding);
        PlaceReader reader(decoded.text, subdistricts_);
        report.missing_columns = reader.table().missing();
        report.unknown_columns = reader.table().unknown();
        if (!report.missing_columns.empty()) return std::move(reading_);
        while (auto read = reader.next()) take(std::move(*read));
        return std::move(reading_);
    }

  private:
    void take(PlaceReader::Read read) {
        auto& report = reading_.report;
        if (report.rows++ == most_rows) throw http::Problem(422, "too_many_rows", {{"max", most_rows}});
        if (!read.wrong.empty()) return refuse(read.wrong);
        if (!read.place.id) {
            read.place.id = standing_.number(read.place);
            read.place.code = place_code("", read.place.id);
        }
        const auto* standing = standing_.find(read.place.id);
        if (standing && standing->valid_to) return refuse({{read.line, "code", "place_no_more", standing->code}});
        auto area = merged(read.place, standing, order_.today);
        if (standing && is_same(*standing, area)) {
            ++report.unchanged;
            return;
        }
        ++(standing ? report.changed : report.added);
        const auto effect = standing ? imports::Effect::changes : imports::Effect::adds;
        const PlaceStep step{area, standing ? std::optional(*standing) : std::nullopt};
        reading_.steps.push_back({read.line, effect, json::write(step)});
        standing_.remember(std::move(area));
    }

    void refuse(const std::vector<base::WrongRow>& wrong) {
        auto& report = reading_.report;
        ++report.wrong;
        report.wrong_rows.insert(report.wrong_rows.end(), wrong.begin(), wrong.end());
    }

    const imports::Order& order_;
    PlaceReader::Subdistricts subdistricts_;
    Standing standing_;
    imports::Reading reading_;
};

}  // namespace

imports::Reading read_places(db::Session& db, const imports::Order& order, std::string_view table) {
    return PlacesReading(db, order).run(table);
}

}  // namespace areas
