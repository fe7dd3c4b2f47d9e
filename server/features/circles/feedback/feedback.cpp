#include "circles/feedback/feedback.hpp"

#include <algorithm>

#include "circles/session/session_queries.hpp"

namespace circles {

void check(const UsedForm& form, json::Errors& errors) {
    if (std::ranges::find(asked_after, form.days.value) == std::end(asked_after)) errors.add("/days", "not_one_of_these");
}

bool may_answer(const PledgeRow& pledge, Sight sight, base::PersonId viewer) {
    return sight == Sight::editor || (viewer && pledge.person_id == viewer);
}

struct FeedbackRow {
    base::PersonId person_id;
    std::int64_t useful{};
    std::int64_t heard{};
    std::string good;
    std::string better;
};
BOOST_DESCRIBE_STRUCT(FeedbackRow, (), (person_id, useful, heard, good, better))

// In the order of their words: neither the time nor the list tells whose they are.
static std::vector<FeedbackRow> list_feedback(db::Session& db, SessionId session) {
    return db.all<FeedbackRow>(
        "SELECT person_id, useful, heard, good, better FROM circles_feedback WHERE session_id = $1 ORDER BY good, better, id", session);
}

static std::optional<double> mean(const std::vector<FeedbackRow>& rows, std::int64_t FeedbackRow::* of) {
    if (std::ssize(rows) < fewest_in_mean) return {};
    double sum = 0;
    for (const auto& row : rows) sum += static_cast<double>(row.*of);
    return sum / static_cast<double>(rows.size());
}

static std::vector<AskedAfter> asked(db::Session& db, PledgeId id, base::Date held_on, base::Date today) {
    const auto answers = list_pledge_answers(db, id);
    std::vector<AskedAfter> all;
    for (const auto days : asked_after) {
        const auto on = base::add_days(held_on, static_cast<int>(days));
        AskedAfter one{.days = days, .on = on, .due = on <= today, .used = {}, .note = ""};
        const auto answer = std::ranges::find(answers, days, &PledgeAnswer::days);
        if (answer != answers.end()) {
            one.used = answer->used;
            one.note = answer->note;
        }
        all.push_back(std::move(one));
    }
    return all;
}

static void add_count(std::vector<UsedCount>& counts, const AskedAfter& asked) {
    if (!asked.used) return;
    auto count = std::ranges::find(counts, asked.days, &UsedCount::days);
    if (count == counts.end()) count = counts.insert(counts.end(), {.days = asked.days});
    switch (*asked.used) {
        case Used::yes:
            ++count->yes;
            break;
        case Used::partly:
            ++count->partly;
            break;
        case Used::not_yet:
            ++count->not_yet;
            break;
        case Used::no:
            ++count->no;
            break;
    }
}

static void add_pledges(db::Session& db, const http::Viewer& viewer, const records::Found& session, base::Date today,
                        FeedbackReply& reply) {
    const SessionId id{session.envelope.id.value};
    const auto held_on = get_session(db, id).date;
    const auto seen = sight(session);
    for (const auto& row : list_pledges(db, id)) {
        const bool mine = viewer.person && row.person_id == viewer.person;
        Pledge pledge{row.id, row.name, row.body, mine, may_answer(row, seen, viewer.person), asked(db, row.id, held_on, today)};
        for (const auto& each : pledge.asked) add_count(reply.used, each);
        ++reply.pledged;
        if (mine || seen > Sight::outsider) reply.pledges.push_back(std::move(pledge));
    }
    std::ranges::sort(reply.used, {}, &UsedCount::days);
}

FeedbackReply feedback_reply(db::Session& db, const http::Viewer& viewer, const records::Found& session, base::Date today) {
    const SessionId id{session.envelope.id.value};
    const auto rows = list_feedback(db, id);
    FeedbackReply reply{.given = std::ssize(rows),
                        .useful = mean(rows, &FeedbackRow::useful),
                        .heard = mean(rows, &FeedbackRow::heard),
                        .words = {},
                        .mine = {},
                        .pledges = {},
                        .pledged = 0,
                        .used = {},
                        .open = get_session(db, id).state == SessionState::held};
    for (const auto& row : rows) {
        if (viewer.person && row.person_id == viewer.person)
            reply.mine = FeedbackForm{{row.useful}, {row.heard}, base::Text<0, 2000>{row.good}, base::Text<0, 2000>{row.better}};
        const bool says = !row.good.empty() || !row.better.empty();
        if (says && sight(session) == Sight::editor) reply.words.push_back({row.good, row.better});
    }
    add_pledges(db, viewer, session, today, reply);
    return reply;
}

}  // namespace circles
