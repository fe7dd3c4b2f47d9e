#include <map>

#include "base/locale.hpp"
#include "people/membership/membership.hpp"
#include "people/names.hpp"
#include "people/organisation/organisation_queries.hpp"
#include "people/person/person_queries.hpp"
#include "people/tables/person_table.hpp"
#include "people/tables/step.hpp"

namespace people {

namespace {

namespace cell = person_cell;

// One row, understood: a person, and where they stand as what.
struct Entry {
    Person person;
    const StandingPerson* standing = nullptr;
    std::size_t first_entry = 0;  // of the same person in this file
    Membership membership;
    std::optional<Membership> membership_before;
    bool changes_person = false;
    bool changes_membership = false;
};

class PersonReading {
  public:
    PersonReading(db::Session& db, const imports::Order& order) : db_(db), order_(order), standing_(list_people_of(db, order.entered_by)) {
        for (const auto& one : standing_) by_name_.emplace(comparable(plain_name(one)), &one);
        for (const auto& one : list_standing_organisations(db_, order.viewer)) {
            organisations_.emplace(comparable(one.title), one.id);
            if (!one.short_name.empty()) organisations_.emplace(comparable(one.short_name), one.id);
        }
    }

    imports::Reading run(std::string_view table) {
        rows_ = read_rows(table, person_columns(), report_);
        for (auto& row : rows_) entries_.push_back(understand(row));
        for (std::size_t i = 0; i < rows_.size(); ++i) count(rows_[i], entries_[i]);
        report_wrong(rows_, report_);
        auto steps = plan();
        return {std::move(report_), std::move(steps)};
    }

  private:
    Entry understand(Row& row) {
        Entry entry;
        if (!row.good()) return entry;
        auto person = person_in(row);
        if (!row.good()) return entry;
        const auto key = comparable(plain_name(person));
        entry.standing = find_standing(row, key);
        if (entry.standing) person = merged(*entry.standing, person);
        entry.person = std::move(person);
        entry.first_entry = first_of_.try_emplace(key, entries_.size()).first->second;
        entry.membership = membership_in(row);
        return entry;
    }

    const StandingPerson* find_standing(Row& row, const std::string& key) {
        const auto known = by_name_.count(key);
        if (known > 1) row.refuse(row.cell(cell::given_name).empty() ? cell::name : cell::given_name, "several_of_this_name");
        return known == 1 ? by_name_.find(key)->second : nullptr;
    }

    Membership membership_in(Row& row) {
        Membership membership;
        membership.organisation_id = organisation_in(row);
        membership.post = post_in(row);
        row.read(cell::position, membership.position);
        row.read(cell::from, membership.began_on);
        row.read(cell::to, membership.ended_on, Row::Edge::ends);
        if (membership.began_on && membership.ended_on && *membership.ended_on < *membership.began_on)
            row.refuse(cell::to, "ends_before_it_begins");
        return membership;
    }

    OrganisationId organisation_in(Row& row) {
        const auto& words = row.cell(cell::organisation);
        if (words.empty()) return {order_.entered_by.value};
        const auto key = comparable(words);
        const auto known = organisations_.count(key);
        if (known != 1) {
            row.refuse(cell::organisation, known == 0 ? "unknown_organisation" : "several_of_this_name");
            return {};
        }
        const auto id = organisations_.find(key)->second;
        if (!may_edit(id)) row.refuse(cell::organisation, "not_yours");
        return id;
    }

    bool may_edit(OrganisationId id) {
        const auto [known, is_new] = editable_.try_emplace(id);
        if (is_new) {
            const auto found = records::find(db_, order_.viewer, records::record_id(id));
            known->second = found && records::rights(*found).edit;
        }
        return known->second;
    }

    static Post post_in(Row& row) {
        const auto& words = row.cell(cell::post);
        if (words.empty()) return Post::member;
        const auto post = post_from_words(words);
        if (!post) row.refuse(cell::post, "unknown_post");
        return post.value_or(Post::member);
    }

    void count(const Row& row, Entry& entry) {
        if (!row.good()) return;
        const bool is_first = &entries_[entry.first_entry] == &entry;
        entry.changes_person = is_first && (!entry.standing || static_cast<const Person&>(*entry.standing) != entry.person);
        entry.changes_membership = take_over_membership(entry);
        if (is_first && !entry.standing)
            ++report_.added;
        else if (entry.changes_person || entry.changes_membership)
            ++report_.changed;
        else
            ++report_.unchanged;
    }

    // The same post of the same person in the same organisation is the same membership; false if nothing about it is new.
    bool take_over_membership(Entry& entry) {
        auto& wanted = entry.membership;
        if (!wanted.organisation_id) return false;
        if (!entry.standing) return true;
        for (const auto& stands : list_memberships(db_, entry.standing->id, wanted.organisation_id)) {
            if (stands.post != wanted.post || (stands.position != wanted.position && !wanted.position.empty())) continue;
            const auto began = wanted.began_on ? wanted.began_on : stands.began_on;
            const auto ended = wanted.ended_on ? wanted.ended_on : stands.ended_on;
            const bool same = began == stands.began_on && ended == stands.ended_on;
            entry.membership_before = stands;
            wanted = stands;
            wanted.began_on = began;
            wanted.ended_on = ended;
            return !same;
        }
        return true;
    }

    std::vector<imports::Step> plan() const {
        std::vector<imports::Step> steps;
        std::map<std::size_t, std::int64_t> step_of;  // of new people, by their first entry
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            const auto& entry = entries_[i];
            if (!rows_[i].good() || (!entry.changes_person && !entry.changes_membership)) continue;
            auto plan = plan_of(entry);
            const bool adds = !entry.standing && step_of.try_emplace(entry.first_entry, std::ssize(steps)).second;
            if (!entry.standing && !adds) plan.first_step = step_of.at(entry.first_entry);
            steps.push_back({rows_[i].line(), adds ? imports::Effect::adds : imports::Effect::changes, json::write(plan)});
        }
        return steps;
    }

    static PersonPlan plan_of(const Entry& entry) {
        PersonPlan plan;
        if (entry.standing) {
            plan.standing = entry.standing->id;
            plan.version = entry.standing->version;
        }
        if (entry.changes_person) {
            plan.person = entry.person;
            if (entry.standing) plan.before = *entry.standing;
        }
        if (entry.changes_membership) {
            plan.membership = entry.membership;
            plan.membership_before = entry.membership_before;
        }
        return plan;
    }

    db::Session& db_;
    const imports::Order& order_;
    std::vector<StandingPerson> standing_;
    std::multimap<std::string, const StandingPerson*> by_name_;
    std::multimap<std::string, OrganisationId> organisations_;
    std::map<OrganisationId, bool> editable_;
    std::map<std::string, std::size_t> first_of_;
    std::vector<Row> rows_;
    std::vector<Entry> entries_;
    base::ImportReport report_;
};

}  // namespace

imports::Reading read_people(db::Session& db, const imports::Order& order, std::string_view table) {
    return PersonReading(db, order).run(table);
}

}  // namespace people
