#include <algorithm>

#include "areas/area.hpp"
#include "areas/area_queries.hpp"
#include "areas/changes/descent.hpp"

namespace areas {

namespace {

bool lies_in(AreaId area, AreaId whole) {
    return whole <= area && area <= base::last_of(whole);
}

// Goes back from today's area to those that its land was in a period. Only whole areas are taken; where one was divided, those inside it
// must tell, and they tell only where all of them are known.
class Tracing {
  public:
    Tracing(db::Session& db, base::Period days, Level finest) : db_(db), days_(days), finest_(finest) {
        for (auto& each : list_succeeded(db)) {
            const auto since = each.since();
            if (since && *since > days.first) later_.push_back({each, *since});
        }
    }

    Origins run(AreaId area) {
        Origins origins;
        if (!trace(area, {area}, origins.areas)) {
            origins.areas.clear();
            origins.certainty = is_within_ ? Certainty::changed_within : Certainty::divided;
            return origins;
        }
        std::ranges::sort(origins.areas);
        origins.areas.erase(std::ranges::unique(origins.areas).begin(), origins.areas.end());
        return origins;
    }

  private:
    struct Later {
        Succeeded link;
        base::Date since;
    };

    // `into`: the areas that all of this land came to lie in, itself the last.
    bool trace(AreaId area, const std::vector<AreaId>& into, std::vector<AreaId>& found) {
        const auto stays = [&](AreaId other) { return std::ranges::any_of(into, [&](AreaId whole) { return lies_in(other, whole); }); };
        const auto wholes = list_wholes(area);
        bool is_divided = false;
        for (const auto& [link, since] : later_) {
            const bool leaves = lies_in(link.area_id, area) && !stays(link.successor_id);
            const bool comes = lies_in(link.successor_id, area) && !lies_in(link.area_id, area);
            if (!leaves && !comes) continue;
            if (since <= days_.last) {
                is_within_ = true;
                return false;
            }
            const auto explains = [&](AreaId whole) { return lies_in(link.area_id, whole); };
            is_divided |= leaves || std::ranges::none_of(wholes, explains);
        }
        const bool stood = stands_in_period(area);
        if (is_divided || (!stood && wholes.empty())) return trace_inside(area, found);
        const auto known = found.size();
        if (stood) found.push_back(area);
        if (std::ranges::all_of(wholes, [&](AreaId whole) { return trace_whole(whole, into, found); })) return true;
        found.resize(known);
        return !is_within_ && trace_inside(area, found);
    }
    bool trace_whole(AreaId whole, std::vector<AreaId> into, std::vector<AreaId>& found) {
        if (std::ranges::find(into, whole) != into.end()) return false;
        into.push_back(whole);
        return trace(whole, into, found);
    }

    // Areas that came into this one as a whole.
    std::vector<AreaId> list_wholes(AreaId area) const {
        std::vector<AreaId> wholes;
        for (const auto& [link, since] : later_) {
            if (link.successor_id != area || !link.ended_on) continue;
            const auto goes_elsewhere = [&](const Later& other) {
                return other.link.area_id == link.area_id && other.link.successor_id != area;
            };
            if (std::ranges::none_of(later_, goes_elsewhere)) wholes.push_back(link.area_id);
        }
        return wholes;
    }

    // Provinces consist of districts and these of subdistricts; a subdistrict consists of its villages only for who asks about villages.
    bool trace_inside(AreaId area, std::vector<AreaId>& found) {
        const auto level = level_of(area);
        if (level >= Level::village || (level == Level::subdistrict && finest_ < Level::village)) return false;
        const auto inside = list_inside(db_, area);
        return !inside.empty() && std::ranges::all_of(inside, [&](const Area& each) { return trace(each.id, {each.id}, found); });
    }

    bool stands_in_period(AreaId area) const {
        const auto found = find(db_, area);
        return found && stood_within({found->id, found->begins_on, found->valid_to}, days_.first, days_.last);
    }

    db::Session& db_;
    base::Period days_;
    Level finest_;
    std::vector<Later> later_;
    bool is_within_ = false;
};

}  // namespace

Origins trace_origins(db::Session& db, const Area& area, base::Period days, Level finest) {
    if (area.valid_to) return {Certainty::known, {area.id}};
    return Tracing(db, days, finest).run(area.id);
}

}  // namespace areas
