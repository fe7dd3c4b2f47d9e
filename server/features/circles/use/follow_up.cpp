#include "circles/use/follow_up.hpp"

#include <algorithm>

namespace circles {

std::vector<FollowUp> follow_ups(UseId use, const Method& method, base::Date held_on, const std::vector<CapturedAnswer>& answers) {
    std::vector<FollowUp> due;
    for (std::size_t i = 0; i < method.fields.size(); ++i) {
        const auto& field = method.fields[i];
        if (!field.days_after) continue;
        const auto place = static_cast<std::int64_t>(i);
        const auto is_it = [&](const CapturedAnswer& each) {
            return each.use_id == use && each.part == AnswerPart::field && each.place == place;
        };
        due.push_back({place, field.label.value, base::add_days(held_on, static_cast<int>(field.days_after->value)),
                       std::ranges::any_of(answers, is_it)});
    }
    return due;
}

Asked asked(const Method& method, AnswerPart part, std::int64_t place) {
    const bool is_field = part == AnswerPart::field && place >= 0 && place < static_cast<std::int64_t>(method.fields.size());
    return is_field && method.fields[static_cast<std::size_t>(place)].days_after ? Asked::later : Asked::in_session;
}

bool is_host(db::Session& db, SessionId session, base::PersonId person) {
    const auto hosts = list_hosts(db, session);
    return person && std::ranges::find(hosts, person) != hosts.end();
}

bool may_write_answer(db::Session& db, const http::Viewer& viewer, const records::Found& session, Asked asked) {
    if (records::rights(session).edit) return true;
    return asked == Asked::later && is_host(db, {session.envelope.id.value}, viewer.person);
}

}  // namespace circles
