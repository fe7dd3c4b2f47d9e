#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "areas/area.hpp"
#include "areas/area_queries.hpp"
#include "areas/changes/change_queries.hpp"

namespace areas {

namespace {

constexpr std::size_t most_areas = 50;
constexpr std::size_t most_placed = 500;

// How far apart two areas of a level are numbered.
std::int64_t unit_of(Level level) {
    switch (level) {
        case Level::province:
            return 10'000'000;
        case Level::district:
            return 100'000;
        case Level::subdistrict:
            return 1'000;
        case Level::country:
        case Level::region:
        case Level::village:
        case Level::community:
            break;
    }
    return 1;
}

std::size_t digits_of(Level level) {
    return 2 * (static_cast<std::size_t>(level) - 1);
}

std::string code_of(AreaId id, std::string_view parent_code) {
    const auto level = level_of(id);
    if (level >= Level::village) return place_code(parent_code, id);
    const auto number = id.value / unit_of(level) % 100;
    return level == Level::province ? fmt::format("{:02}", number) : fmt::format("{}{:02}", parent_code, number);
}

std::optional<std::int64_t> last_number(std::string_view code) {
    if (!std::ranges::all_of(code, [](char digit) { return '0' <= digit && digit <= '9'; })) return std::nullopt;
    const auto end = code.substr(code.size() - 2);
    const std::int64_t number = (end[0] - '0') * 10 + (end[1] - '0');
    return number == 0 ? std::nullopt : std::optional(number);
}

std::string at(std::string_view list, std::size_t place, std::string_view member = "") {
    return fmt::format("/{}/{}{}", list, place, member);
}

class Planner {
  public:
    Planner(db::Session& db, const ChangeForm& form, base::Date today) : db_(db), form_(form), today_(today) {}

    Planned run() && {
        check_form();
        if (planned_.errors.empty()) read_areas();
        if (planned_.errors.empty()) make();
        return std::move(planned_);
    }

  private:
    // The shape of the question, before any area is looked at.
    void check_form() {
        if (form_.holds_on > today_) wrong("/holds_on", "in_the_future");
        const auto least = form_.kind == ChangeKind::merge ? 2u : 1u;
        const auto most = form_.kind == ChangeKind::merge || form_.kind == ChangeKind::raise ? most_areas : 1u;
        if (form_.areas.size() < least) wrong("/areas", form_.kind == ChangeKind::merge ? "change_two_needed" : "required");
        if (form_.areas.size() > most || form_.made.size() > most_areas || form_.placed.size() > most_placed)
            wrong("/areas", "change_too_many");
        check_made();
        if (form_.kind == ChangeKind::raise && !form_.raised) wrong("/raised", "required");
    }
    void check_made() {
        const bool may_stay = form_.kind == ChangeKind::split || form_.kind == ChangeKind::merge;
        if (form_.stays && !may_stay) wrong("/stays", "change_not_here");
        std::size_t least = 1, most = 1;
        if (form_.kind == ChangeKind::split) least = form_.stays ? 1 : 2, most = most_areas;
        if (form_.kind == ChangeKind::merge && form_.stays) least = most = 0;
        if (form_.kind == ChangeKind::raise) least = most = 0;
        if (form_.made.size() < least) wrong("/made", least == 2 ? "change_two_needed" : "required");
        if (form_.made.size() > most) wrong("/made", "change_too_many");
        if (form_.kind != ChangeKind::split && form_.kind != ChangeKind::merge && !form_.placed.empty())
            wrong("/placed", "change_not_here");
    }

    void read_areas() {
        std::set<AreaId> seen;
        for (std::size_t i = 0; i < form_.areas.size(); ++i) {
            const auto area = find(db_, form_.areas[i].value);
            if (!area)
                wrong(at("areas", i), "unknown_area");
            else if (!seen.insert(area->id).second)
                wrong(at("areas", i), "change_twice");
            else if (check_level(*area, i) && check_life(*area, at("areas", i)))
                areas_.push_back(*area);
        }
        if (form_.stays && std::ranges::find(areas_, form_.stays->value, &Area::code) == areas_.end()) wrong("/stays", "change_not_among");
    }
    bool check_level(const Area& area, std::size_t place) {
        const bool may_change = form_.kind == ChangeKind::raise ? area.level == Level::subdistrict
                                                                : area.level >= Level::province && area.level <= Level::village;
        if (!may_change) wrong(at("areas", place), form_.kind == ChangeKind::raise ? "change_only_subdistricts" : "change_not_this_level");
        if (!areas_.empty() && areas_.front().level != area.level) wrong(at("areas", place), "change_other_level");
        return may_change && (areas_.empty() || areas_.front().level == area.level);
    }
    // It stands today, and stood before the day; nothing later happened to it.
    bool check_life(const Area& area, std::string_view pointer) {
        const json::Params name{{"name", title(area, base::Language::th)}};
        const auto newest = newest_change(db_, area.id);
        if (area.valid_to)
            wrong(pointer, "area_no_more", name);
        else if (area.begins_on && *area.begins_on >= form_.holds_on)
            wrong("/holds_on", "change_before_area", name);
        else if (newest && *newest > form_.holds_on)
            wrong("/holds_on", "change_before_change", name);
        else
            return true;
        return false;
    }

    void make() {
        switch (form_.kind) {
            case ChangeKind::rename:
                return rename();
            case ChangeKind::raise:
                planned_.plan.raised = form_.raised;
                planned_.plan.kept = areas_;
                return;
            case ChangeKind::move:
                return move();
            case ChangeKind::split:
                return split();
            case ChangeKind::merge:
                return merge();
        }
    }

    void rename() {
        const auto& wish = form_.made.front();
        auto after = areas_.front();
        if (wish.code.value != after.code) return wrong("/made/0/code", "change_keeps_code");
        if (wish.name.value == after.name) return wrong("/made/0/name", "change_same_name");
        after.name = wish.name.value;
        if (wish.name_en) after.name_en = wish.name_en->value;
        planned_.plan.renaming = Renaming{areas_.front(), after};
    }

    // With all that lies in it, which keeps its last digits.
    void move() {
        const auto made = new_area(0);
        if (!made) return;
        auto parent_code = made->code;
        parent_code.resize(parent_code.size() - 2);
        carry(areas_.front(), made->id, parent_code);
        auto& begun = planned_.plan.begun.front();
        begun.name = made->name;
        begun.name_en = made->name_en;
    }

    void split() {
        const auto& whole = areas_.front();
        begin_made();
        if (!planned_.errors.empty()) return;
        for (const auto& made : made_) planned_.plan.successions.push_back({whole.id, made.id});
        if (form_.stays)
            planned_.plan.kept.push_back(whole);
        else
            planned_.plan.ended.push_back(whole);
        place_all(list_inside(db_, whole.id));
        if (form_.stays) std::swap(planned_.offered, planned_.waiting);
    }

    void merge() {
        begin_made();
        if (!planned_.errors.empty()) return;
        const auto goes_on = [&](const Area& area) { return form_.stays && area.code == form_.stays->value; };
        const auto into = form_.stays ? *std::ranges::find_if(areas_, goes_on) : made_.front();
        if (form_.stays) {
            made_.push_back(into);
            planned_.plan.kept.push_back(into);
        }
        std::vector<Area> inside;
        for (const auto& area : areas_) {
            if (goes_on(area)) continue;
            planned_.plan.ended.push_back(area);
            planned_.plan.successions.push_back({area.id, into.id});
            for (auto& each : list_inside(db_, area.id)) inside.push_back(std::move(each));
        }
        place_all(inside);
    }

    void begin_made() {
        for (std::size_t i = 0; i < form_.made.size(); ++i) {
            auto area = new_area(i);
            if (!area) continue;
            planned_.plan.begun.push_back(*area);
            made_.push_back(*std::move(area));
        }
    }

    // By the code that the office typed. Its position is that of the first area, until somebody tells a better one.
    std::optional<Area> new_area(std::size_t place) {
        const auto& wish = form_.made[place];
        const auto level = areas_.front().level;
        const auto pointer = at("made", place, "/code");
        const auto number = last_number(wish.code.value);
        if (wish.code.value.size() != digits_of(level) || !number) {
            wrong(pointer, "change_bad_code", {{"digits", static_cast<std::int64_t>(digits_of(level))}});
            return std::nullopt;
        }
        const auto parent = parent_for(wish.code.value);
        if (!parent) {
            wrong(pointer, "change_no_parent");
            return std::nullopt;
        }
        if (!check_life(*parent, pointer)) return std::nullopt;
        const AreaId id{parent->id.value + *number * unit_of(level)};
        if (!take(id)) {
            wrong(pointer, "change_code_in_use", {{"code", wish.code.value}});
            return std::nullopt;
        }
        auto area = begun(areas_.front(), id, wish.code.value);
        area.name = wish.name.value;
        area.name_en = base::or_empty(wish.name_en);
        if (area.position == Position::point) area.position = Position::derived;
        return area;
    }
    std::optional<Area> parent_for(std::string_view code) {
        if (areas_.front().level == Level::province) return find(db_, *parent_of(areas_.front().id));
        return find(db_, code.substr(0, code.size() - 2));
    }

    Area begun(const Area& like, AreaId id, std::string code) const {
        auto area = like;
        area.id = id;
        area.last_id = base::last_of(id);
        area.code = std::move(code);
        area.begins_on = area.valid_from = form_.holds_on;
        area.valid_to = {};
        return area;
    }

    // Where nobody else stands or stood.
    bool take(AreaId id) { return !find(db_, id) && taken_.insert(id).second; }

    void place_all(const std::vector<Area>& inside) {
        std::set<std::string> named;
        for (std::size_t i = 0; i < form_.placed.size(); ++i) {
            const auto& code = form_.placed[i].code.value;
            if (std::ranges::find(inside, code, &Area::code) == inside.end()) wrong(at("placed", i, "/code"), "change_not_inside");
            if (!named.insert(code).second) wrong(at("placed", i, "/code"), "change_twice");
        }
        // Who keeps a number is asked before who gets any.
        for (const bool is_exact : {true, false})
            for (const auto& area : inside) place(area, is_exact);
    }
    void place(const Area& area, bool is_exact) {
        const auto found = std::ranges::find(form_.placed, area.code, [](const Placement& each) { return each.code.value; });
        const bool is_told = found != form_.placed.end();
        if ((is_told && found->number) != is_exact) return;
        if (!is_told && form_.kind != ChangeKind::merge) return planned_.waiting.push_back(area);
        const auto pointer = is_told ? at("placed", static_cast<std::size_t>(found - form_.placed.begin())) : "/areas";
        const auto into = is_told ? std::ranges::find(made_, found->into.value, &Area::code) : made_.begin();
        if (into == made_.end()) return wrong(pointer + "/into", "change_not_made");
        const auto id = number_for(area, into->id, is_told && found->number ? std::optional(found->number->value) : std::nullopt);
        if (!id) return wrong(pointer + (is_told ? "/number" : ""), "change_number_in_use", {{"name", title(area, base::Language::th)}});
        carry(area, *id, into->code);
    }

    // The one that is wished for, or its own, or the next that is free.
    std::optional<AreaId> number_for(const Area& area, AreaId into, std::optional<std::int64_t> wished) {
        const auto unit = unit_of(area.level);
        const auto own = area.id.value / unit % (area.level >= Level::village ? 1'000 : 100);
        const bool is_community = area.level == Level::community;
        if (wished && !is_community) return numbered(into, *wished * unit);
        if (auto id = numbered(into, own * unit)) return id;
        const auto last = is_community ? last_community : std::int64_t{99};
        for (auto number = is_community ? first_community : std::int64_t{1}; number <= last; ++number)
            if (auto id = numbered(into, number * unit)) return id;
        return std::nullopt;
    }
    std::optional<AreaId> numbered(AreaId into, std::int64_t offset) {
        const AreaId id{into.value + offset};
        return take(id) ? std::optional(id) : std::nullopt;
    }

    // The same area under another code, and all that lies in it.
    void carry(const Area& area, AreaId id, std::string_view parent_code) {
        if (!check_life(area, "/holds_on")) return;
        auto next = begun(area, id, code_of(id, parent_code));
        const auto code = next.code;
        planned_.plan.ended.push_back(area);
        planned_.plan.begun.push_back(std::move(next));
        planned_.plan.successions.push_back({area.id, id});
        for (const auto& inside : list_inside(db_, area.id)) carry(inside, {id.value + (inside.id.value - area.id.value)}, code);
    }

    void wrong(std::string_view pointer, std::string_view code, const json::Params& params = {}) {
        planned_.errors.add(pointer, code, params);
    }

    db::Session& db_;
    const ChangeForm& form_;
    base::Date today_;
    std::vector<Area> areas_;
    std::vector<Area> made_;
    std::set<AreaId> taken_;
    Planned planned_;
};

}  // namespace

Planned make_plan(db::Session& db, const ChangeForm& form, base::Date today) {
    return Planner(db, form, today).run();
}

}  // namespace areas
