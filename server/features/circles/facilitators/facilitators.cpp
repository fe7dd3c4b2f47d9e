#include "circles/facilitators/facilitators.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/thai_text.hpp"
#include "circles/feedback/feedback.hpp"

namespace circles {

namespace {

using People = std::map<base::PersonId, Facilitator>;

// The same name typed in two ways is one person's.
std::string name_key(const std::string& name) {
    return base::utf8(base::normalise(name).text);
}

void add_all_led(People& people, const std::vector<LedSession>& led, base::Date today) {
    for (const auto& each : led) {
        auto& person = people[each.person_id];
        if (person.name.empty()) person.name = each.name;
        add_led(person.load, each, today);
    }
}

// Names are shown as the register has them, where the viewer may read it.
void add_names(db::Session& db, const http::Viewer& viewer, People& people) {
    std::vector<records::RecordId> ids;
    for (const auto& [id, person] : people) ids.push_back(records::record_id(id));
    for (const auto& card : records::cards(db, viewer, ids)) {
        auto& person = people.at({card.id.value});
        person.name = card.title;
        person.address = card.address;
    }
}

// A practice tells its trainee by name; whoever is called so here has led it, unless they are listed as its facilitator anyway.
void add_practices(People& people, const std::vector<PracticeSession>& practices, const std::vector<LedSession>& led, base::Date today) {
    std::map<std::string, base::PersonId> called;
    for (const auto& [id, person] : people) called.emplace(name_key(person.name), id);
    for (const auto& practice : practices) {
        const auto found = called.find(name_key(practice.trainee));
        if (found == called.end()) continue;
        const auto counted = [&](const LedSession& one) { return one.person_id == found->second && one.session_id == practice.session_id; };
        if (std::ranges::none_of(led, counted)) add_practice(people.at(found->second).load, practice, today);
    }
}

void add_heard(People& people, const std::vector<FeedbackSum>& heard) {
    for (const auto& each : heard)
        if (const auto person = people.find(each.person_id); person != people.end() && each.answers >= fewest_in_mean)
            person->second.useful = static_cast<double>(each.useful) / static_cast<double>(each.answers);
}

std::vector<Facilitator> people_of(db::Session& db, const http::Viewer& viewer, records::RecordId organisation, base::Date today) {
    People people;
    for (const auto& row : list_pool(db, organisation)) {
        auto& person = people[row.person_id];
        person.unit = row.unit;
        person.skills = row.skills;
        person.in_pool = true;
    }
    const auto led = list_led(db, viewer, organisation);
    add_all_led(people, led, today);
    add_names(db, viewer, people);
    add_practices(people, list_practices(db, viewer, organisation), led, today);
    add_heard(people, list_heard(db, organisation));
    std::vector<Facilitator> all;
    for (auto& [id, person] : people) {
        person.person_id = id;
        all.push_back(std::move(person));
    }
    std::ranges::sort(all, {}, [](const Facilitator& each) { return std::pair(each.load.hours_of_year, each.name); });
    return all;
}

std::vector<ComingSession> coming(db::Session& db, const http::Viewer& viewer, records::RecordId organisation, base::Date today) {
    std::vector<ComingSession> sessions;
    for (auto& card :
         list_oldest_first(db, viewer, {.state = SessionState::planned, .organiser = organisation, .from = today, .limit = {{40}}})) {
        const auto id = card.id;
        sessions.push_back({std::move(card), list_facilitators_of(db, id)});
    }
    return sessions;
}

}  // namespace

FacilitatorsReply facilitators_reply(db::Session& db, const http::Viewer& viewer, const records::Envelope& organisation, base::Date today) {
    return {.record = organisation,
            .people = people_of(db, viewer, organisation.id, today),
            .away = list_away(db, organisation.id, today),
            .engaged = list_engaged(db, organisation.id, today),
            .coming = coming(db, viewer, organisation.id, today)};
}

}  // namespace circles
