#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/bounded.hpp"
#include "base/json/errors.hpp"
#include "files/files.hpp"
#include "records/records.hpp"

// What an item is, and its rules. Pure.
namespace knowledge {

struct ItemTag {
    static constexpr std::string_view kind = "knowledge";
};
using ItemId = base::Id<ItemTag>;

struct SeriesTag {
    static constexpr std::string_view kind = "series";
};
using SeriesId = base::Id<SeriesTag>;

enum class Kind : std::uint8_t { note, story, lesson, case_, news, document, question };
BOOST_DESCRIBE_ENUM(Kind, note, story, lesson, case_, news, document, question)

// Creative Commons 4.0, or none.
enum class Licence : std::uint8_t { cc0, cc_by, cc_by_sa, cc_by_nd, cc_by_nc, cc_by_nc_sa, cc_by_nc_nd, all_rights_reserved };
BOOST_DESCRIBE_ENUM(Licence, cc0, cc_by, cc_by_sa, cc_by_nd, cc_by_nc, cc_by_nc_sa, cc_by_nc_nd, all_rights_reserved)
// What the licence of new items is in an organisation that has chosen none: an administrator's to settle, see site/settings.
struct InstallationLicence {
    static constexpr std::string_view section = "licence";
    static constexpr std::string_view changed = "site.licence_changed";

    Licence licence = Licence::cc_by_nc_sa;
};
BOOST_DESCRIBE_STRUCT(InstallationLicence, (), (licence))

// "CC BY-NC-SA 4.0"; empty for all rights reserved.
std::string_view code(Licence licence);

// The headings of a lesson and of a case.
enum class Heading : std::uint8_t { context, did, result, why, next_time, for_whom, background, development, success, lesson, advice };
BOOST_DESCRIBE_ENUM(Heading, context, did, result, why, next_time, for_whom, background, development, success, lesson, advice)
std::vector<Heading> headings_of(Kind kind);

struct Section {
    Heading heading{};
    base::Text<0, 20'000> body;
};
BOOST_DESCRIBE_STRUCT(Section, (), (heading, body))

// An entry of the document library; the file itself is one of the item's files.
struct Document {
    base::Text<0, 300> author_body;  // the organisation that wrote it
    base::Text<0, 100> edition;
    base::Text<0, 20> isbn;
    std::optional<base::Whole<1800, 2200>> year;
};
BOOST_DESCRIBE_STRUCT(Document, (), (author_body, edition, isbn, year))

struct SeriesPlace {
    std::int64_t number{};  // of the series: /series/NUMBER
    base::Whole<1, 9999> part;
    bool continued{};  // "to be continued": the writer means to go on
};
BOOST_DESCRIBE_STRUCT(SeriesPlace, (), (number, part, continued))

// All that its writer says of an item, at once. Kept as it is as a revision, so that two versions can be compared.
struct Content {
    Kind kind{};
    base::Line title;
    std::optional<base::Text<0, 300>> title_en;
    std::optional<base::Text<0, 500>> summary;  // taken from the text if left out
    base::Text<0, 300'000> body;                // Markdown
    std::optional<std::vector<Section>> sections;
    std::optional<Document> document;
    std::optional<std::vector<base::Line>> tags;
    std::optional<Licence> licence;  // the organisation's if left out
    std::optional<base::Text<0, 500>> credit;
    std::optional<base::Text<0, 1000>> source;
    std::optional<SeriesPlace> series;
    std::optional<base::Whole<1, 9999>> forum;
    std::optional<base::AreaId> area;
    std::optional<base::Language> language;
    std::optional<base::Date> happened_on;
    std::optional<std::vector<files::HeldFile>> files;
};
BOOST_DESCRIBE_STRUCT(Content, (),
                      (kind, title, title_en, summary, body, sections, document, tags, licence, credit, source, series, forum, area,
                       language, happened_on, files))
void check(const Content& content, json::Errors& errors);

// Tags, of items and of whatever else is tagged here: each once, as it was written first, without the # that many write before it.
std::vector<std::string> tidy_tags(const std::optional<std::vector<base::Line>>& tags);
void check_tags(const std::optional<std::vector<base::Line>>& tags, json::Errors& errors);

bool is_isbn(std::string_view text);  // ten or thirteen digits, the last of which proves the others

// What the envelope says of it; the summary is the beginning of the text where the writer gave none.
records::Description describe(const Content& content);

// Every word of it, plainly: what search reads.
std::string searchable(const Content& content);

// The first sentences of a text, cut between words.
std::string beginning(std::string_view text);

}  // namespace knowledge
