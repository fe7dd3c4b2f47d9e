#include "goals/open/sdmx/structure.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <set>
#include <span>
#include <utility>

#include "base/enum_names.hpp"
#include "goals/open/node.hpp"
#include "goals/open/open_queries.hpp"
#include "goals/open/sdmx/area_codes.hpp"
#include "goals/open/sdmx/codes.hpp"
#include "http/problem.hpp"

namespace goals {

namespace {

constexpr std::string_view base_address = "/api/open/sdmx/structure/";

// What SDMX calls maintainable. Each refers to all that stand one step lower.
struct Artefact {
    std::string_view type;  // in an address
    std::string_view id;
    std::string_view kind;  // in a URN
    int step{};
    std::string_view thai;
    std::string_view english;
};
constexpr std::array<Artefact, 8> artefacts{{
    {"dataflow", sdmx_figures, "datastructure.Dataflow", 0, "ตัวเลขของตัวชี้วัด", "Figures of indicators"},
    {"datastructure", sdmx_figures, "datastructure.DataStructure", 1, "โครงสร้างตารางตัวเลขของตัวชี้วัด", "How tables of figures are made"},
    {"conceptscheme", "CONCEPTS", "conceptscheme.ConceptScheme", 2, "คอลัมน์ของตาราง", "Columns of the tables"},
    {"codelist", "CL_FREQ", "codelist.Codelist", 2, "ความถี่", "Frequencies"},
    {"codelist", "CL_AREA", "codelist.Codelist", 2, "พื้นที่", "Areas"},
    {"codelist", "CL_INDICATOR", "codelist.Codelist", 2, "ตัวชี้วัด", "Indicators"},
    {"codelist", "CL_GROUP", "codelist.Codelist", 2, "กลุ่ม", "Groups"},
    {"codelist", "CL_OBS_STATUS", "codelist.Codelist", 2, "สถานะของค่า", "Observation statuses"},
}};
constexpr const Artefact& structure_artefact = artefacts[1];
constexpr const Artefact& concepts_artefact = artefacts[2];

struct Code {
    std::string_view id;
    std::string_view thai;
    std::string_view english;
};
constexpr std::array<Code, 7> frequencies{{
    {"D", "รายวัน", "Daily"},
    {"W", "รายสัปดาห์", "Weekly"},
    {"M", "รายเดือน", "Monthly"},
    {"Q", "รายไตรมาส", "Quarterly"},
    {"S", "รายครึ่งปี", "Half-yearly"},
    {"A", "รายปี", "Annual"},
    {"A5", "ทุกห้าปี", "Every five years"},
}};
constexpr std::array<Code, 3> statuses{{
    {"A", "ค่าปกติ", "Normal value"},
    {"O", "ไม่มีค่า", "Missing value"},
    {"Q", "ไม่แสดงเพราะคนน้อยเกินไป", "Missing value; suppressed, since it is of too few people"},
}};

std::string urn_of(const Artefact& artefact, std::string_view kind) {
    return "urn:sdmx:org.sdmx.infomodel." + std::string(kind) + "=" + std::string(sdmx_agency) + ":" + std::string(artefact.id) + "(" +
           std::string(sdmx_version) + ")";
}
std::string urn_of(const Artefact& artefact) {
    return urn_of(artefact, artefact.kind);
}

std::string address_of(const Artefact& artefact) {
    return std::string(base_address) + std::string(artefact.type) + "/" + std::string(sdmx_agency) + "/" + std::string(artefact.id) + "/" +
           std::string(sdmx_version);
}

// ---- which are meant ----

bool names(std::string_view list, std::string_view word) {
    while (!list.empty()) {
        const auto end = std::min(list.find(','), list.size());
        const auto item = list.substr(0, end);
        if (item == "*" || item == word) return true;
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return false;
}

bool is_asked(const SdmxKey& key, const Artefact& artefact) {
    const bool is_newest = key.version == "~" || key.version == "+" || key.version == "latest";
    return names(key.type, artefact.type) && names(key.agency, sdmx_agency) && names(key.id, artefact.id) &&
           (is_newest || names(key.version, sdmx_version));
}

bool comes_along(const Artefact& other, const Artefact& asked, SdmxReferences references) {
    using enum SdmxReferences;
    const int lower = other.step - asked.step;
    switch (references) {
        case none:
            return false;
        case parents:
            return lower == -1;
        case parentsandsiblings:
            return lower == -1 || (lower == 0 && asked.step > 0);
        case ancestors:
            return lower < 0;
        case children:
            return lower == 1;
        case descendants:
            return lower > 0;
        case all:
            return lower >= -1;
        case dataflow:
        case datastructure:
        case conceptscheme:
        case codelist:
            return lower != 0 && other.type == base::name_of(references);
    }
    return false;
}

// ---- what they are ----

class Message {
  public:
    Message(db::Session& db, const SdmxQuestion& question) : db_(db), question_(question) {
        for (const auto& artefact : artefacts)
            if (is_asked(question.key, artefact)) asked_.push_back(&artefact);
        if (asked_.empty()) throw http::not_found();
    }

    [[nodiscard]] std::string text() const {
        Node data;
        for (const auto& [type, member] : members) {
            std::vector<json::Raw> all;
            for (const auto& artefact : artefacts)
                if (artefact.type == type && comes(artefact)) all.push_back(described(artefact).raw());
            if (!all.empty()) data.with(std::string(member), all);
        }
        return Node().with("meta", meta()).with("data", data).text();
    }

    // Where the codes of areas are to stand: no letter of JSON.
    static constexpr char areas_mark = '\x01';

  private:
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> members{{
        {"dataflow", "dataflows"},
        {"datastructure", "dataStructures"},
        {"conceptscheme", "conceptSchemes"},
        {"codelist", "codelists"},
    }};

    [[nodiscard]] bool is_named(const Artefact& artefact) const { return std::ranges::find(asked_, &artefact) != asked_.end(); }
    [[nodiscard]] bool comes(const Artefact& artefact) const {
        const auto references = question_.wish.references.value_or(SdmxReferences::none);
        return is_named(artefact) ||
               std::ranges::any_of(asked_, [&](const Artefact* asked) { return comes_along(artefact, *asked, references); });
    }
    [[nodiscard]] bool is_stub(const Artefact& artefact) const {
        using enum SdmxDetail;
        const auto detail = question_.wish.detail.value_or(full);
        if (detail == allstubs || detail == allcompletestubs) return true;
        return (detail == referencestubs || detail == referencecompletestubs) && !is_named(artefact);
    }

    [[nodiscard]] Node meta() const {
        return Node()
            .with("schema",
                  "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/2.0.0/"
                  "sdmx-json-structure-schema.json")
            .with("id", "STRUCTURE")
            .with("test", false)
            .with("prepared", base::to_iso(question_.now))
            .with("contentLanguages",
                  question_.language == base::Language::en ? std::vector<std::string>{"en", "th"} : std::vector<std::string>{"th", "en"})
            .with("sender", Node().with("id", std::string(sdmx_agency)));
    }

    // In both languages, and the one that was asked for first.
    [[nodiscard]] Node named(std::string_view id, const std::string& thai, const std::string& english) const {
        const bool in_english = question_.language == base::Language::en && !english.empty();
        return Node()
            .with("id", std::string(id))
            .with("name", in_english ? english : thai)
            .with("names", Node().with_words("th", thai).with_words("en", english));
    }
    [[nodiscard]] Node named(const Code& code) const { return named(code.id, std::string(code.thai), std::string(code.english)); }

    [[nodiscard]] Node described(const Artefact& artefact) const {
        const auto address = question_.origin + address_of(artefact);
        const std::vector links{
            Node().with("rel", "self").with("href", address).with("urn", urn_of(artefact)).with("type", std::string(artefact.type)).raw()};
        auto node = named(artefact.id, std::string(artefact.thai), std::string(artefact.english));
        node.with("version", std::string(sdmx_version))
            .with("agencyID", std::string(sdmx_agency))
            .with("isExternalReference", is_stub(artefact))
            .with("links", links);
        if (!is_stub(artefact)) fill(node, artefact);
        return node;
    }

    void fill(Node& node, const Artefact& artefact) const {
        if (artefact.type == "dataflow")
            node.with("structure", urn_of(structure_artefact));
        else if (artefact.type == "datastructure")
            node.with("dataStructureComponents", components());
        else if (artefact.type == "conceptscheme")
            node.with("isPartial", false).with("concepts", concepts());
        else
            node.with("isPartial", false).with("codes", codes_of(artefact.id));
    }

    [[nodiscard]] std::vector<json::Raw> concepts() const {
        std::vector<json::Raw> all;
        for (const auto& column : sdmx_columns()) all.push_back(named({column.id, column.thai, column.english}).raw());
        return all;
    }

    static Node component(const SdmxColumn& column) {
        Node represented;
        const auto list = std::ranges::find(artefacts, column.values, &Artefact::id);
        if (list != artefacts.end())
            represented.with("enumeration", urn_of(*list));
        else
            represented.with("format", Node().with("dataType", std::string(column.values)));
        return Node()
            .with("id", std::string(column.id))
            .with("conceptIdentity", urn_of(concepts_artefact, "conceptscheme.Concept") + "." + std::string(column.id))
            .with("localRepresentation", represented);
    }
    static Node components() {
        std::vector<json::Raw> dimensions;
        std::vector<json::Raw> measures;
        std::vector<json::Raw> attributes;
        Node time;
        for (const auto& column : sdmx_columns()) {
            auto one = component(column);
            if (column.role == SdmxRole::dimension)
                dimensions.push_back(one.with("position", static_cast<std::int64_t>(dimensions.size())).raw());
            else if (column.role == SdmxRole::time)
                time = one;
            else if (column.role == SdmxRole::measure)
                measures.push_back(one.raw());
            else
                attributes.push_back(one.with("usage", "optional").with("attributeRelationship", Node().with("observation", Node())).raw());
        }
        const auto list = [](const char* id) { return Node().with("id", id); };
        return Node()
            .with("dimensionList", list("DimensionDescriptor").with("dimensions", dimensions).with("timeDimension", time))
            .with("measureList", list("MeasureDescriptor").with("measures", measures))
            .with("attributeList", list("AttributeDescriptor").with("attributes", attributes));
    }

    [[nodiscard]] json::Raw codes_of(std::string_view list) const {
        if (list == "CL_AREA") return {std::string(1, areas_mark)};
        if (list == "CL_INDICATOR") return {json::write(indicators())};
        if (list == "CL_GROUP") return {json::write(groups())};
        std::vector<json::Raw> codes;
        for (const auto& code : list == "CL_FREQ" ? std::span<const Code>(frequencies) : std::span<const Code>(statuses))
            codes.push_back(named(code).raw());
        return {json::write(codes)};
    }
    [[nodiscard]] std::vector<json::Raw> indicators() const {
        std::vector<json::Raw> codes;
        for (const auto& card : list_open_indicators(db_))
            codes.push_back(named(sdmx_code(card.code), card.title, card.title_en).with_words("description", card.summary).raw());
        return codes;
    }
    // Of what anybody may read; in the words of whoever named them.
    [[nodiscard]] std::vector<json::Raw> groups() const {
        std::set<std::string> known;
        for (const auto& card : list_open_indicators(db_))
            for (auto& group : list_period_groups(db_, IndicatorId{card.id.value})) known.insert(std::move(group.breakdown));
        std::vector codes{named({sdmx_group({}), "ทั้งหมด", "Total"}).raw()};
        for (const auto& group : known) codes.push_back(named(sdmx_group(group), group, "").raw());
        return codes;
    }

    db::Session& db_;
    const SdmxQuestion& question_;
    std::vector<const Artefact*> asked_;
};

// The message, with the areas in their place.
class Outgoing {
  public:
    Outgoing(std::string text, base::Language language) : before_(std::move(text)), areas_(language) {
        const auto mark = before_.find(Message::areas_mark);
        if (mark == std::string::npos) return;
        has_areas_ = true;
        after_ = "]" + before_.substr(mark + 1);
        before_.replace(mark, std::string::npos, "[");
    }

    std::string next(db::Database& database) {
        if (!before_.empty()) return std::exchange(before_, {});
        while (has_areas_ && !areas_.is_done()) {
            auto some = areas_.next(*database.read());
            if (!some.empty()) return some;
        }
        return std::exchange(after_, {});
    }

  private:
    std::string before_;
    std::string after_;
    AreaCodes areas_;
    bool has_areas_ = false;
};

}  // namespace

const std::vector<SdmxColumn>& sdmx_columns() {
    using enum SdmxRole;
    static const std::vector<SdmxColumn> columns{
        {"FREQ", dimension, "CL_FREQ", "ความถี่", "Frequency"},
        {"REF_AREA", dimension, "CL_AREA", "พื้นที่ (รหัสทางราชการ)", "Area, by its official code"},
        {"INDICATOR", dimension, "CL_INDICATOR", "ตัวชี้วัด", "Indicator"},
        {"GROUP", dimension, "CL_GROUP", "กลุ่ม เช่น เพศ ช่วงอายุ", "Group, such as sex or age band"},
        {"TIME_PERIOD", time, "ObservationalTimePeriod", "ช่วงเวลา", "Period"},
        {"OBS_VALUE", measure, "Decimal", "ค่า", "The figure"},
        {"OBS_STATUS", attribute, "CL_OBS_STATUS", "สถานะของค่า", "Status of the figure"},
        {"REPORTED", attribute, "Integer", "จำนวนพื้นที่ที่รายงาน", "Areas that have reported"},
        {"EXPECTED", attribute, "Integer", "จำนวนพื้นที่ที่ควรรายงาน", "Areas that should"},
    };
    return columns;
}

std::string sdmx_structure_address() {
    return address_of(artefacts.front()) + "?references=all";
}

http::Pieces sdmx_structure(db::Session& db, db::Database& database, const SdmxQuestion& question) {
    auto outgoing = std::make_shared<Outgoing>(Message(db, question).text(), question.language);
    return {[&database, outgoing] { return outgoing->next(database); }};
}

}  // namespace goals
