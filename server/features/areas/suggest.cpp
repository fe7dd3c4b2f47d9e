#include <algorithm>
#include <set>

#include "areas/area.hpp"
#include "areas/search_keys.hpp"
#include "db/db.hpp"

namespace areas {

namespace {

struct Candidate {
    AreaId id;
};
BOOST_DESCRIBE_STRUCT(Candidate, (), (id))

// Names between $1 and $2 in the bytes of one key: those that begin with what was typed. The exact name first, then what lies near
// ($3 to $4), then places of which there is something to read, then the wide before the narrow and the short before the long.
#define TREE_BY(key)                                                                                                             \
    "SELECT id FROM areas_areas WHERE is_place = 0 AND " key " >= $1 AND " key                                                   \
    " < $2 AND valid_to IS NULL"                                                                                                 \
    " ORDER BY CASE WHEN " key                                                                                                   \
    " = $1 THEN 0 ELSE 1 END, CASE WHEN id BETWEEN $3 AND $4 THEN 0 ELSE 1 END,"                                                 \
    " CASE WHEN EXISTS (SELECT 1 FROM records_v_public r WHERE r.area_id BETWEEN areas_areas.id AND last_id) THEN 0 ELSE 1 END," \
    " last_id - id DESC, length(" key "), sort_key LIMIT $5"

// Villages are many: those near are asked for first, and the rest come as the index has them.
#define PLACES_BY(key)                                                         \
    "SELECT id FROM areas_areas WHERE is_place = 1 AND " key " >= $1 AND " key \
    " < $2 AND valid_to IS NULL"                                               \
    " AND id BETWEEN $3 AND $4 ORDER BY " key ", id LIMIT $5"

constexpr db::Sql tree_by_name = TREE_BY("search_key");
constexpr db::Sql tree_by_english = TREE_BY("search_key_en");
constexpr db::Sql tree_by_consonants = TREE_BY("consonants");
constexpr db::Sql places_by_name = PLACES_BY("search_key");
constexpr db::Sql places_by_english = PLACES_BY("search_key_en");
constexpr db::Sql places_by_consonants = PLACES_BY("consonants");
constexpr db::Sql tree_within_name{
    "/* sqlite */ SELECT id FROM areas_areas WHERE is_place = 0 AND instr(search_key, $1) > 1 AND valid_to IS NULL"
    " ORDER BY CASE WHEN id BETWEEN $2 AND $3 THEN 0 ELSE 1 END, last_id - id DESC, sort_key LIMIT $4",
    "/* postgres */ SELECT id FROM areas_areas WHERE is_place = 0 AND position($1 IN search_key) > 1 AND valid_to IS NULL"
    " ORDER BY CASE WHEN id BETWEEN $2 AND $3 THEN 0 ELSE 1 END, last_id - id DESC, sort_key LIMIT $4"};

// Province, so that "near" means within a day's errand.
struct Surroundings {
    AreaId first, last;
    bool known() const { return first.value > 0; }
};
Surroundings surroundings(AreaId near) {
    AreaId around = near;
    while (level_of(around) > Level::province) around = *parent_of(around);
    return level_of(around) == Level::province ? Surroundings{around, base::last_of(around)} : Surroundings{{-1}, {-1}};
}
constexpr Surroundings anywhere{{0}, base::last_of(AreaId{0})};

// Collects ids once each, in the order in which they are found, until there are enough.
class Collection {
  public:
    Collection(db::Session& db, AreaId near, std::size_t enough) : db_(db), near_(surroundings(near)), enough_(enough) {}

    bool is_full() const { return ids_.size() >= enough_; }
    const std::vector<AreaId>& ids() const { return ids_; }

    void add_tree(db::Sql sql, const std::string& key) { add_prefix(sql, key, near_); }
    void add_places(db::Sql sql, const std::string& key) {
        if (near_.known()) add_prefix(sql, key, near_);
        add_prefix(sql, key, anywhere);
    }
    void add_code(const std::string& code) { add(db_.all<Candidate>("SELECT id FROM areas_areas WHERE code = $1", code)); }
    void add_within_name(const std::string& key) {
        if (is_full() || key.empty()) return;
        add(db_.all<Candidate>(tree_within_name, db::Blob{key}, near_.first, near_.last, limit()));
    }

  private:
    std::int64_t limit() const { return static_cast<std::int64_t>(enough_); }

    void add_prefix(db::Sql sql, const std::string& key, Surroundings where) {
        if (is_full() || key.empty()) return;
        add(db_.all<Candidate>(sql, db::Blob{key}, db::Blob{key + "\xff"}, where.first, where.last, limit()));
    }
    void add(const std::vector<Candidate>& found) {
        for (const auto& candidate : found)
            if (!is_full() && seen_.insert(candidate.id).second) ids_.push_back(candidate.id);
    }

    db::Session& db_;
    Surroundings near_;
    std::size_t enough_;
    std::set<AreaId> seen_;
    std::vector<AreaId> ids_;
};

void collect_thai(Collection& found, const Typed& typed) {
    found.add_tree(tree_by_name, typed.name);
    found.add_tree(tree_by_name, typed.bare_name);
    if (typed.is_consonants) found.add_tree(tree_by_consonants, typed.name);
    found.add_places(places_by_name, typed.bare_name);
    if (typed.is_consonants) found.add_places(places_by_consonants, typed.name);
    found.add_within_name(typed.bare_name);
}

void collect_english(Collection& found, const Typed& typed) {
    found.add_tree(tree_by_english, typed.name);
    found.add_places(places_by_english, typed.name);
}

bool is_code(std::string_view name) {
    return !name.empty() && name.find_first_not_of("0123456789") == std::string_view::npos;
}

bool lies_in(std::string_view path, const Typed& typed) {
    return typed.around.empty() || comparable(path).find(typed.around) != std::string::npos;
}

Suggestion as_suggestion(db::Session& db, AreaId id, base::Language language) {
    const auto areas = lineage(db, id);
    const auto& area = areas.back();
    return {area.id, area.code, area.level, title(area, language), path_of(areas, language)};
}

}  // namespace

std::vector<Suggestion> suggest(db::Session& db, const SuggestionWish& wish) {
    constexpr std::size_t to_sift = 200;  // when what lies around narrows the names down
    const auto typed = read_typed(wish.text);
    Collection found(db, wish.near, typed.around.empty() ? wish.limit : to_sift);
    if (is_code(typed.name)) {
        found.add_code(typed.name);
    } else if (typed.is_thai) {
        collect_thai(found, typed);
    } else {
        collect_english(found, typed);
    }
    std::vector<Suggestion> suggestions;
    for (const auto id : found.ids()) {
        auto suggestion = as_suggestion(db, id, wish.language);
        if (suggestions.size() < wish.limit && lies_in(suggestion.path, typed)) suggestions.push_back(std::move(suggestion));
    }
    return suggestions;
}

}  // namespace areas
