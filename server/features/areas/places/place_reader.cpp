#include <array>
#include <charconv>

#include "areas/area.hpp"
#include "areas/places/places.hpp"
#include "base/thai_text.hpp"

namespace areas {

namespace {

enum Cell : std::size_t { code, subdistrict_code, moo, name, name_en, kind, latitude, longitude };

const std::vector<base::csv::Column> columns{
    {"code", {"village_code", "รหัส", "รหัสหมู่บ้าน", "รหัสชุมชน"}},
    {"subdistrict_code", {"tambon_code", "รหัสตำบล"}},
    {"moo", {"หมู่ที่", "หมู่", "ชุมชนที่", "ลำดับ", "number"}},
    {"name", {"name_th", "ชื่อ", "ชื่อหมู่บ้าน", "ชื่อชุมชน"}, true},
    {"name_en", {"ชื่อภาษาอังกฤษ", "ชื่ออังกฤษ"}},
    {"kind", {"ประเภท", "ชนิด", "type"}},
    {"latitude", {"lat", "ละติจูด"}},
    {"longitude", {"lon", "lng", "long", "ลองจิจูด"}},
};

constexpr std::size_t subdistrict_digits = 6;
constexpr std::size_t village_digits = 8;
constexpr std::int64_t highest_moo = 99;

template <class Number>
std::optional<Number> number(std::string_view text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

// Thai digits count like others.
std::string digits(std::string_view text) {
    return base::utf8(base::normalise(text).text);
}

// Judges one row, cell by cell, so that everything wrong with it is told at once.
class Judge {
  public:
    Judge(const base::csv::Table::Line& line, const PlaceReader::Subdistricts& subdistricts)
        : line_(static_cast<std::int64_t>(line.line)), cells_(line.cells), subdistricts_(subdistricts) {
        if (line.ragged) {
            refuse("", "ragged_row", "");
        } else {
            read_cells();
        }
    }

    PlaceReader::Read result() && { return {line_, std::move(place_), std::move(wrong_)}; }

  private:
    void refuse(std::string_view column, std::string_view why, std::string_view value) {
        wrong_.push_back({line_, std::string(column), std::string(why), std::string(value)});
    }
    void refuse(Cell cell, std::string_view why) { refuse(columns[cell].key, why, cells_[cell]); }

    bool is_community() const {
        const auto& word = cells_[kind];
        return word == "ชุมชน" || word == "community" || cells_[code].starts_with('c');
    }

    void read_cells() {
        read_subdistrict();
        read_number();
        read_names();
        place_.latitude = read_degrees(latitude, 5, 21);
        place_.longitude = read_degrees(longitude, 97, 106);
    }

    void read_subdistrict() {
        auto of = digits(cells_[subdistrict_code]);
        const auto own = digits(cells_[code]);
        if (!own.empty() && !is_community()) {
            if (own.size() != village_digits || !number<std::int64_t>(own)) return refuse(code, "bad_village_code");
            if (!of.empty() && !own.starts_with(of)) return refuse(subdistrict_code, "not_the_codes_subdistrict");
            of = own.substr(0, subdistrict_digits);
        }
        const auto found = subdistricts_.find(of);
        if (found == subdistricts_.end())
            return refuse(of.empty() || cells_[subdistrict_code].empty() ? code : subdistrict_code, "unknown_subdistrict");
        place_.subdistrict = found->second;
        subdistrict_ = of;
    }

    // A village has its moo, from its code or said; a community may have a number and is known by its name if it has none.
    void read_number() {
        const auto said = digits(cells_[moo]);
        const auto own = is_community() || cells_[code].empty() ? std::string() : digits(cells_[code]);
        const auto from_code = own.size() == village_digits ? number<std::int64_t>(own.substr(subdistrict_digits)) : std::nullopt;
        const auto from_cell = number<std::int64_t>(said);
        if (!said.empty() && (!from_cell || *from_cell < 1 || *from_cell > highest_moo)) return refuse(moo, "bad_moo");
        if (from_code && from_cell && *from_code != *from_cell) return refuse(moo, "not_the_codes_moo");
        const auto one = from_cell ? from_cell : from_code;
        if (is_community()) return number_community(one);
        if (!one || *one < 1) return refuse(moo, "bad_moo");
        give(place_in(place_.subdistrict, *one));
    }

    void number_community(std::optional<std::int64_t> one) {
        if (one) give(place_in(place_.subdistrict, first_community - 1 + *one));
    }

    void give(AreaId id) {
        if (subdistrict_.empty()) return;
        place_.id = id;
        place_.code = place_code(subdistrict_, id);
    }

    // A village may have only its number for a name; some lists write that out.
    void read_names() {
        place_.name = base::tidy(cells_[name]);
        place_.name_en = base::tidy(cells_[name_en]);
        if (place_.name.starts_with("หมู่") && digits(place_.name).find_first_of("0123456789") != std::string::npos) {
            place_.name.clear();
            place_.name_en.clear();
        }
        if (place_.name.empty() && is_community()) refuse(name, "required");
        if (place_.name.size() > 300) refuse(name, "name_too_long");
    }

    std::optional<double> read_degrees(Cell cell, double least, double most) {
        if (cells_[cell].empty()) return std::nullopt;
        const auto degrees = number<double>(digits(cells_[cell]));
        if (degrees && *degrees >= least && *degrees <= most) return degrees;
        refuse(cell, "not_in_thailand");
        return std::nullopt;
    }

    std::int64_t line_;
    const std::vector<std::string>& cells_;
    const PlaceReader::Subdistricts& subdistricts_;
    std::string subdistrict_;
    PlaceRow place_;
    std::vector<base::WrongRow> wrong_;
};

}  // namespace

PlaceReader::PlaceReader(std::string_view text, const Subdistricts& subdistricts) : table_(text, columns), subdistricts_(subdistricts) {}

std::optional<PlaceReader::Read> PlaceReader::next() {
    const auto line = table_.next();
    if (!line) return std::nullopt;
    auto read = Judge(*line, subdistricts_).result();
    if (read.wrong.empty() && read.place.id) {
        const auto [first, is_new] = line_of_.try_emplace(read.place.id.value, read.line);
        if (!is_new) read.wrong.push_back({read.line, "code", "twice_in_file", std::to_string(first->second)});
    }
    return read;
}

}  // namespace areas
