#include <sodium.h>

#include <array>
#include <iterator>
#include <map>
#include <tuple>

#include "areas/area.hpp"
#include "areas/places/place_queries.hpp"
#include "areas/places/places.hpp"
#include "base/encoding.hpp"
#include "base/json/json.hpp"
#include "db/db.hpp"
#include "journal/journal.hpp"

namespace areas {

namespace {

constexpr std::size_t rows_a_chunk = 5'000;  // some 200 ms of writing; others come in between
constexpr std::size_t most_wrong_rows = 1'000;

// What the journal keeps of a chunk. It hashes this text, and with it every row.
struct Chunk {
    std::int64_t first_line{};
    std::int64_t last_line{};
    std::int64_t added{};
    std::int64_t changed{};
    std::string rows_hash;
};
BOOST_DESCRIBE_STRUCT(Chunk, (), (first_line, last_line, added, changed, rows_hash))

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

std::string hash(const std::vector<Area>& places) {
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, crypto_generichash_BYTES);
    for (const auto& place : places) {
        const auto text = json::write(place);
        crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    }
    std::array<unsigned char, crypto_generichash_BYTES> digest{};
    crypto_generichash_final(&state, digest.data(), digest.size());
    std::array<char, 2 * crypto_generichash_BYTES + 1> text{};
    return sodium_bin2hex(text.data(), text.size(), digest.data(), digest.size());
}

class Import {
  public:
    Import(db::Database& database, const ImportOrder& order)
        : database_(database), order_(order), subdistricts_(list_subdistricts(*database.read())), standing_(*database.read()) {}

    base::ImportReport run(std::string_view bytes) {
        const auto decoded = base::decode(bytes);
        report_.encoding = base::name(decoded.encoding);
        PlaceReader reader(decoded.text, subdistricts_);
        report_.missing_columns = reader.table().missing();
        report_.unknown_columns = reader.table().unknown();
        if (!report_.missing_columns.empty()) return std::move(report_);
        while (auto read = reader.next()) take(std::move(*read));
        write_chunk();
        return std::move(report_);
    }

  private:
    void take(PlaceReader::Read read) {
        ++report_.rows;
        if (!read.wrong.empty()) return refuse(read.wrong);
        if (!read.place.id) {
            read.place.id = standing_.number(read.place);
            read.place.code = place_code("", read.place.id);
        }
        const auto* standing = standing_.find(read.place.id);
        auto area = merged(read.place, standing, order_.today);
        if (standing && is_same(*standing, area)) {
            ++report_.unchanged;
            return;
        }
        ++(standing ? chunk_.changed : chunk_.added);
        if (chunk_.first_line == 0) chunk_.first_line = read.line;
        chunk_.last_line = read.line;
        standing_.remember(area);
        waiting_.push_back(std::move(area));
        if (waiting_.size() == rows_a_chunk) write_chunk();
    }

    void refuse(const std::vector<base::WrongRow>& wrong) {
        ++report_.wrong;
        for (const auto& row : wrong)
            if (report_.wrong_rows.size() < most_wrong_rows) report_.wrong_rows.push_back(row);
    }

    void write_chunk() {
        report_.added += chunk_.added;
        report_.changed += chunk_.changed;
        if (order_.mode == base::ImportMode::apply && !waiting_.empty()) {
            chunk_.rows_hash = hash(waiting_);
            const auto body = json::write(chunk_);
            const std::vector<AreaRow> rows(std::make_move_iterator(waiting_.begin()), std::make_move_iterator(waiting_.end()));
            database_.write([&](db::Tx& tx) {
                for (const auto& row : rows) store_area(tx, row);
                journal::record(tx, order_.actor, "areas.places_imported", {AreaId{}, 0, body});
            });
        }
        waiting_.clear();
        chunk_ = {};
    }

    db::Database& database_;
    ImportOrder order_;
    PlaceReader::Subdistricts subdistricts_;
    Standing standing_;
    base::ImportReport report_;
    std::vector<Area> waiting_;
    Chunk chunk_;
};

}  // namespace

base::ImportReport import_places(db::Database& database, const ImportOrder& order, std::string_view bytes) {
    return Import(database, order).run(bytes);
}

}  // namespace areas
