#include "areas/boundaries/boundary_file.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/thai_text.hpp"

namespace areas {

namespace {

const std::string* value_of(const Feature& feature, std::string_view property) {
    const auto found = std::ranges::find(feature.properties, property, [](const auto& entry) { return std::string_view(entry.first); });
    return found == feature.properties.end() ? nullptr : &found->second;
}

// The property with the most different codes of areas; of several the one with the longest codes: a subdistrict's file names its district
// and its province as well.
class CodeSearch {
  public:
    explicit CodeSearch(const FindArea& find) : find_(find) {}

    void look_at(const Feature& feature) {
        for (const auto& [name, value] : feature.properties) {
            const auto code = code_in(value);
            if (!code || !find_(*code)) continue;
            auto& seen = seen_[name];
            if (seen.codes.insert(*code).second) seen.digits += code->size();
        }
    }
    [[nodiscard]] std::string best() const {
        const auto better = [](const auto& a, const auto& b) { return rank(a.second) < rank(b.second); };
        const auto found = std::ranges::max_element(seen_, better);
        return found == seen_.end() ? std::string() : found->first;
    }

  private:
    struct Seen {
        std::set<std::string> codes;
        std::size_t digits = 0;
    };
    static std::pair<std::size_t, std::size_t> rank(const Seen& seen) { return {seen.codes.size(), seen.digits}; }

    const FindArea& find_;
    std::map<std::string, Seen> seen_;
};

bool is_word(std::string_view value) {
    return !value.empty() && !code_in(value) && value.find_first_of("0123456789") == std::string_view::npos;
}

// What a person would know a feature by.
std::string called(const Feature& feature, const std::string* code) {
    std::string name = code ? *code : "";
    const auto word = std::ranges::find_if(feature.properties, [](const auto& entry) { return is_word(entry.second); });
    if (word != feature.properties.end()) name += (name.empty() ? "" : " ") + word->second;
    return name;
}

class Sorting {
  public:
    Sorting(BoundaryFile& file, const FindArea& find) : file_(file), find_(find) {}

    void take(Feature& feature) {
        const auto* value = value_of(feature, file_.property);
        const auto code = value ? code_in(*value) : std::nullopt;
        const auto area = code ? find_(*code) : std::nullopt;
        const auto refuse = [&](std::string_view why, std::string of) {
            file_.wrong.push_back({feature.number, file_.property, std::string(why), std::move(of)});
        };
        if (!value) return refuse("boundary_without_code", called(feature, nullptr));
        if (!area) return refuse("boundary_unknown_code", called(feature, value));
        if (!feature.fault.empty()) return refuse(feature.fault, called(feature, value));
        if (!known_.insert(*area).second) return refuse("boundary_twice", called(feature, value));
        file_.boundaries.push_back({*area, std::move(feature.shape)});
    }

  private:
    BoundaryFile& file_;
    const FindArea& find_;
    std::set<AreaId> known_;
};

}  // namespace

std::optional<std::string> code_in(std::string_view value) {
    constexpr std::size_t shortest = 2, longest = 8;
    auto text = base::tidy(value);
    std::erase(text, ' ');
    if (text.ends_with(".0")) text.resize(text.size() - 2);
    auto code = base::utf8(base::normalise(text).text);
    if (code.starts_with("th") || code.starts_with("TH")) code.erase(0, 2);
    const bool is_number = !code.empty() && code.find_first_not_of("0123456789") == std::string::npos;
    if (!is_number || code.size() < shortest || code.size() > longest || code.size() % 2 != 0) return {};
    return code;
}

std::variant<BoundaryFile, FileFault> read_boundaries(std::string_view bytes, const FindArea& find, const GeoJsonLimits& limits) {
    auto read = read_geojson(bytes, limits);
    if (auto* fault = std::get_if<FileFault>(&read)) return std::move(*fault);
    auto& features = std::get<FeatureFile>(read);
    if (features.features.empty()) return FileFault{"boundaries_none"};
    CodeSearch search(find);
    for (const auto& feature : features.features) search.look_at(feature);
    BoundaryFile file{.encoding = features.encoding,
                      .property = search.best(),
                      .boundaries = {},
                      .features = std::ssize(features.features),
                      .points = features.points,
                      .wrong = {}};
    if (file.property.empty()) return FileFault{"boundaries_no_codes"};
    Sorting sorting(file, find);
    for (auto& feature : features.features) sorting.take(feature);
    std::ranges::sort(file.boundaries, {}, &Boundary::area);
    return file;
}

}  // namespace areas
