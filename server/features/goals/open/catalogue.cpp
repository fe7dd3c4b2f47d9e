#include "goals/open/catalogue.hpp"

#include <array>

#include "base/enum_names.hpp"
#include "goals/open/node.hpp"
#include "goals/open/sdmx/structure.hpp"
#include "http/uri.hpp"

namespace goals {

namespace {

struct Column {
    std::string_view name;
    std::string_view type;
    std::string_view thai;
    std::string_view english;
};
constexpr std::array<Column, 13> columns{{
    {"indicator", "string", "รหัสตัวชี้วัด", "Code of the indicator"},
    {"area", "string", "รหัสพื้นที่ทางราชการ", "Official code of the area"},
    {"area_name", "string", "ชื่อพื้นที่", "Name of the area"},
    {"period", "string", "ช่วงเวลา (ค.ศ. แบบ DHIS2)", "Period, as DHIS2 writes it"},
    {"state", "string", "value มีค่า, hidden ไม่แสดงเพราะคนน้อยเกินไป, none ไม่มีค่า", "value, hidden (too few people), none"},
    {"value", "decimal", "ค่า", "The figure"},
    {"numerator", "decimal", "ตัวตั้ง", "Numerator"},
    {"denominator", "decimal", "ตัวหาร", "Denominator"},
    {"reported", "integer", "จำนวนพื้นที่ที่รายงาน", "Areas that have reported"},
    {"expected", "integer", "จำนวนพื้นที่ที่ควรรายงาน", "Areas that should"},
    {"not_asked", "integer", "ไม่ได้ถาม", "Not asked"},
    {"not_applicable", "integer", "ไม่เข้าข่าย", "Does not apply"},
    {"group", "string", "กลุ่ม เช่น เพศ ช่วงอายุ ว่างคือทั้งหมด", "Group, such as sex or age band; empty: the total"},
}};

// In both languages, as both vocabularies write it.
Node in_languages(std::string_view thai, std::string_view english) {
    Node words;
    return words.with_words("th", std::string(thai)).with_words("en", std::string(english));
}

json::Raw in_language(std::string_view language, const std::string& words) {
    return Node().with("@language", std::string(language)).with("@value", words).raw();
}
std::vector<json::Raw> title_of(const IndicatorCard& indicator) {
    std::vector<json::Raw> titles{in_language("th", indicator.title)};
    if (!indicator.title_en.empty()) titles.push_back(in_language("en", indicator.title_en));
    return titles;
}

json::Raw address_of(const std::string& address) {
    return Node().with("@id", address).raw();
}

Node distribution(const IndicatorCard& indicator, OpenFormat format, std::string_view origin) {
    const auto address = std::string(origin) + table_address(indicator.code, indicator.level, format);
    Node node;
    node.with("@type", "dcat:Distribution").with("dcat:accessURL", address_of(address)).with("dcat:downloadURL", address_of(address));
    if (format == OpenFormat::csv)
        node.with("dcat:mediaType", "text/csv")
            .with("dcterms:conformsTo", address_of(std::string(origin) + metadata_address(indicator.code, indicator.level)));
    else
        node.with("dcat:mediaType", "application/vnd.sdmx.data+csv")
            .with("dcterms:conformsTo", address_of(std::string(origin) + sdmx_structure_address()));
    return node;
}

Node dataset(const IndicatorCard& indicator, std::string_view origin) {
    Node node;
    node.with("@type", "dcat:Dataset")
        .with("@id", std::string(origin) + indicator.address)
        .with("dcterms:identifier", indicator.code)
        .with("dcterms:title", title_of(indicator))
        .with_words("dcterms:description", indicator.summary)
        .with("dcat:landingPage", address_of(std::string(origin) + indicator.address));
    if (!indicator.owner_title.empty())
        node.with("dcterms:publisher", Node().with("@type", "foaf:Agent").with("foaf:name", indicator.owner_title));
    std::vector<json::Raw> distributions;
    for (const auto format : {OpenFormat::csv, OpenFormat::sdmx}) distributions.push_back(distribution(indicator, format, origin).raw());
    return node.with("dcat:distribution", distributions);
}

}  // namespace

std::string table_address(std::string_view code, areas::Level level, OpenFormat format) {
    return "/api/open/figures?indicator=" + http::encode_component(code) + "&level=" + std::string(base::name_of(level)) +
           (format == OpenFormat::sdmx ? "&format=sdmx" : "");
}

std::string metadata_address(std::string_view code, areas::Level level) {
    return "/api/open/metadata?indicator=" + http::encode_component(code) + "&level=" + std::string(base::name_of(level));
}

std::string csvw_text(const IndicatorCard& indicator, areas::Level level, std::string_view origin) {
    std::vector<json::Raw> described;
    described.reserve(std::size(columns));
    for (const auto& column : columns)
        described.push_back(Node()
                                .with("name", std::string(column.name))
                                .with("titles", std::string(column.name))
                                .with("datatype", std::string(column.type))
                                .with("dc:description", in_languages(column.thai, column.english))
                                .raw());
    Node schema;
    schema.with("columns", described).with("primaryKey", std::vector<std::string>{"indicator", "area", "period", "group"});
    return Node()
        .with("@context", "http://www.w3.org/ns/csvw")
        .with("url", std::string(origin) + table_address(indicator.code, level, OpenFormat::csv))
        .with("dc:title", in_languages(indicator.title, indicator.title_en))
        .with_words("dc:description", indicator.summary)
        .with("tableSchema", schema)
        .text();
}

std::string dcat_text(const std::vector<IndicatorCard>& indicators, std::string_view site, std::string_view origin) {
    Node context;
    context.with("dcat", "http://www.w3.org/ns/dcat#")
        .with("dcterms", "http://purl.org/dc/terms/")
        .with("foaf", "http://xmlns.com/foaf/0.1/");
    std::vector<json::Raw> datasets;
    datasets.reserve(indicators.size());
    for (const auto& indicator : indicators) datasets.push_back(dataset(indicator, origin).raw());
    return Node()
        .with("@context", context)
        .with("@id", std::string(origin) + "/api/open/catalogue")
        .with("@type", "dcat:Catalog")
        .with("dcterms:title", std::string(site))
        .with("foaf:homepage", address_of(std::string(origin) + "/open-data"))
        .with("dcat:dataset", datasets)
        .text();
}

}  // namespace goals
