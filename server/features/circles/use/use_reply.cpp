#include "circles/use/use_reply.hpp"

#include "base/json/json.hpp"
#include "circles/circle/circle_queries.hpp"
#include "circles/method/catalogue.hpp"
#include "circles/session/session_queries.hpp"

namespace circles {

bool stays_in_circle(db::Session& db, SessionId session, const Method& method) {
    return is_dialogue(method.kind) || is_dialogue(get_circle(db, get_session(db, session).circle_id).kind);
}

// Who answers what is asked later reads those answers too, also of what stays in the circle.
struct Reader {
    Sight sight{};
    bool may_follow_up{};
};

static std::vector<CapturedAnswer> shown(const UseRow& use, const std::vector<CapturedAnswer>& all, const Reader& reader, bool stays) {
    std::vector<CapturedAnswer> answers;
    for (const auto& answer : all) {
        if (answer.use_id != use.id) continue;
        const bool for_insiders = stays || names_somebody(use.content, answer.part, answer.place);
        const bool own = reader.may_follow_up && asked(use.content, answer.part, answer.place) == Asked::later;
        if (reader.sight > Sight::outsider || own || !for_insiders) answers.push_back(answer);
    }
    return answers;
}

std::vector<Use> uses_for(db::Session& db, const http::Viewer& viewer, const records::Found& session) {
    const SessionId id{session.envelope.id.value};
    const auto date = get_session(db, id).date;
    const auto answers = list_field_answers(db, id);
    const Reader reader{sight(session), may_write_answer(db, viewer, session, Asked::later)};
    std::vector<Use> uses;
    for (auto& use : list_uses(db, id))
        uses.push_back({.id = use.id,
                        .method = use.method,
                        .address = address_of(db, viewer, use.method),
                        .label = use.label,
                        .content = use.content,
                        .answers = shown(use, answers, reader, stays_in_circle(db, id, use.content)),
                        .follow_ups = follow_ups(use.id, use.content, date, answers),
                        .may_follow_up = reader.may_follow_up});
    return uses;
}

std::vector<std::string> words_of_uses(db::Session& db, SessionId session) {
    std::vector<std::string> words;
    const auto answers = list_field_answers(db, session);
    for (const auto& use : list_uses(db, session)) {
        words.push_back(use.label);
        for (const auto& question : use.content.questions) words.push_back(question.value);
        const auto stays = stays_in_circle(db, session, use.content);
        for (const auto& answer : shown(use, answers, {}, stays)) words.push_back(answer.body);
    }
    return words;
}

std::vector<Followed> followed(db::Session& db, const std::vector<FollowedRow>& rows) {
    std::vector<Followed> all;
    all.reserve(rows.size());
    for (const auto& row : rows)
        all.push_back({row.address, row.title, row.label, row.date,
                       follow_ups(row.use_id, json::read_own<Method>(row.content), row.date, list_field_answers(db, row.session_id))});
    return all;
}

}  // namespace circles
