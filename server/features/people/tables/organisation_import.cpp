#include <map>
#include <unordered_map>

#include "people/names.hpp"
#include "people/tables/organisation_table.hpp"
#include "people/tables/step.hpp"

namespace people {

namespace {

namespace cell = organisation_cell;

constexpr int deepest = 20;  // units inside units

// What stands and what the file brings, by their names. A name may stand in several areas.
struct Entry {
    std::string key;  // comparable name
    OrganisationForm form;
    const StandingOrganisation* standing = nullptr;
    std::optional<std::size_t> parent_entry;  // a parent that comes with the same file
    bool changes = false;
};

class OrganisationReading {
  public:
    OrganisationReading(db::Session& db, const imports::Order& order)
        : db_(db), order_(order), standing_(list_standing_organisations(db, order.viewer)) {
        for (const auto& one : standing_) {
            by_name_.emplace(comparable(one.title), &one);
            if (!one.short_name.empty()) by_name_.emplace(comparable(one.short_name), &one);
            if (one.code) by_code_.emplace(*one.code, &one);
        }
    }

    imports::Reading run(std::string_view table) {
        rows_ = read_rows(table, organisation_columns(), report_);
        AreaWords areas(db_);
        for (auto& row : rows_) entries_.push_back(understand(row, areas));
        for (std::size_t i = 0; i < rows_.size(); ++i) find_parent(rows_[i], entries_[i]);
        refuse_circles();
        for (std::size_t i = 0; i < rows_.size(); ++i) judge(rows_[i], entries_[i]);
        report_wrong(rows_, report_);
        auto steps = plan();
        return {std::move(report_), std::move(steps)};
    }

  private:
    Entry understand(Row& row, AreaWords& areas) {
        Entry entry;
        if (!row.good()) return entry;
        entry.key = comparable(row.cell(cell::name));
        entry.standing = find_standing(row, entry.key, areas);
        if (entry.standing) entry.form = form_of(*entry.standing);
        lay_over(row, entry.form, areas);
        if (!row.good()) return entry;
        const auto place = entry.key + "|" + std::to_string(entry.form.area.value_or(base::AreaId{}).value);
        if (const auto [first, is_new] = in_file_.try_emplace(place, entries_.size()); !is_new)
            row.refuse(cell::name, "twice_in_file", std::to_string(rows_[first->second].line()));
        else if (!entry.standing)
            fresh_.emplace(entry.key, entries_.size());
        claim_code(row, entry);
        return entry;
    }

    // One code, one organisation: also of those that the viewer does not see.
    void claim_code(Row& row, const Entry& entry) {
        const auto& code = row.cell(cell::code);
        if (code.empty()) return;
        if (const auto [first, is_new] = in_file_.try_emplace("#" + code, entries_.size()); !is_new)
            row.refuse(cell::code, "twice_in_file", std::to_string(rows_[first->second].line()));
        else if (!entry.standing && find_by_code(db_, code))
            row.refuse(cell::code, "taken");
    }

    // By its code, else by its name where the row's area fits.
    const StandingOrganisation* find_standing(Row& row, const std::string& key, AreaWords& areas) {
        if (const auto known = by_code_.find(row.cell(cell::code)); known != by_code_.end()) return known->second;
        const AreaWords::Words words{row.cell(cell::area_code), row.cell(cell::subdistrict), row.cell(cell::district),
                                     row.cell(cell::province)};
        const auto area = words.empty() ? std::nullopt : areas.find(words);
        std::vector<const StandingOrganisation*> fitting;
        for (auto [at, end] = by_name_.equal_range(key); at != end; ++at)
            if (!area || !at->second->area_id || at->second->area_id == *area) fitting.push_back(at->second);
        if (fitting.size() > 1) row.refuse(cell::name, "several_of_this_name");
        return fitting.size() == 1 ? fitting.front() : nullptr;
    }

    void find_parent(Row& row, Entry& entry) {
        const auto& words = row.cell(cell::parent);
        if (words.empty() || !row.good()) return;
        const auto key = comparable(words);
        if (const auto fresh = fresh_.find(key); fresh != fresh_.end()) {
            entry.parent_entry = fresh->second;
            return;
        }
        const auto known = by_name_.count(key);
        if (known == 1)
            entry.form.parent = by_name_.find(key)->second->id;
        else
            row.refuse(cell::parent, known == 0 ? "unknown_parent" : "several_of_this_name");
    }

    // Whoever goes up from a row through its parents must come to an end.
    void refuse_circles() {
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            int steps = 0;
            for (auto at = entries_[i].parent_entry; at && steps <= deepest; at = entries_[*at].parent_entry) ++steps;
            if (steps > deepest) {
                rows_[i].refuse(cell::parent, "inside_itself");
                entries_[i].parent_entry.reset();
            }
        }
    }

    void judge(Row& row, Entry& entry) {
        if (!row.good()) return;
        if (entry.parent_entry && !rows_[*entry.parent_entry].good()) return row.refuse(cell::parent, "unknown_parent");
        if (!entry.standing) {
            entry.changes = true;
            ++report_.added;
            return;
        }
        const auto& stands = *entry.standing;
        entry.changes = entry.parent_entry || json::write(form_of(stands)) != json::write(normal(entry.form));
        if (!entry.changes) {
            ++report_.unchanged;
            return;
        }
        const auto found = records::find(db_, order_.viewer, records::record_id(stands.id));
        if (!found || !records::rights(*found).edit) return row.refuse(cell::name, "not_yours");
        if (entry.form.parent && lies_inside(db_, *entry.form.parent, stands.id)) return row.refuse(cell::parent, "inside_itself");
        ++report_.changed;
    }

    // Left out and empty are the same.
    static OrganisationForm normal(OrganisationForm form) {
        for (auto* text : {&form.name_en, &form.short_name, &form.contact, &form.phone, &form.email, &form.website})
            if (!*text) *text = Short{};
        if (!form.purpose) form.purpose = Paragraph{};
        if (!form.area) form.area = base::AreaId{};
        return form;
    }

    // Parents before those that lie in them.
    std::vector<std::size_t> in_order() const {
        std::multimap<int, std::size_t> by_depth;
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            if (!rows_[i].good() || !entries_[i].changes) continue;
            int depth = 0;
            for (auto at = entries_[i].parent_entry; at; at = entries_[*at].parent_entry) ++depth;
            by_depth.emplace(depth, i);
        }
        std::vector<std::size_t> order;
        for (const auto& [depth, i] : by_depth) order.push_back(i);
        return order;
    }

    std::vector<imports::Step> plan() const {
        std::vector<imports::Step> steps;
        std::unordered_map<std::size_t, std::int64_t> step_of;
        for (const auto i : in_order()) {
            const auto& entry = entries_[i];
            OrganisationPlan plan{.form = entry.form};
            if (entry.parent_entry) plan.parent_step = step_of.at(*entry.parent_entry);
            if (entry.standing) {
                plan.standing = entry.standing->id;
                plan.version = entry.standing->version;
                plan.before = form_of(*entry.standing);
            }
            step_of.emplace(i, std::ssize(steps));
            steps.push_back({rows_[i].line(), entry.standing ? imports::Effect::changes : imports::Effect::adds, json::write(plan)});
        }
        return steps;
    }

    db::Session& db_;
    const imports::Order& order_;
    std::vector<StandingOrganisation> standing_;
    std::multimap<std::string, const StandingOrganisation*> by_name_;
    std::unordered_map<std::string, const StandingOrganisation*> by_code_;
    std::unordered_map<std::string, std::size_t> in_file_;  // by name and area, and by code
    std::unordered_map<std::string, std::size_t> fresh_;    // new ones, by name
    std::vector<Row> rows_;
    std::vector<Entry> entries_;
    base::ImportReport report_;
};

}  // namespace

imports::Reading read_organisations(db::Session& db, const imports::Order& order, std::string_view table) {
    return OrganisationReading(db, order).run(table);
}

}  // namespace people
