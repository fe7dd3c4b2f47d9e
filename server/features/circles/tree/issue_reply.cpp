#include <algorithm>

#include "circles/session/session_card.hpp"
#include "circles/session/session_queries.hpp"
#include "circles/topic/topic_queries.hpp"
#include "circles/tree/issue.hpp"

namespace circles {

namespace {

using records::record_id;

Party party_of(db::Session& db, const http::Viewer& viewer, CircleId circle) {
    const auto found = records::find(db, viewer, record_id(circle));
    if (!found || !records::may_read(records::guard(found->envelope), found->ties)) return {record_id(circle), "", ""};
    return {found->envelope.id, found->envelope.title, found->envelope.address};
}

std::optional<SessionLine> line_of(db::Session& db, const http::Viewer& viewer, std::optional<SessionId> session) {
    if (!session || !find_address(db, viewer, *session)) return {};
    const auto card = get_card(db, viewer, *session);
    return SessionLine{card.address, card.title, card.ordinal};
}

// Its topic, as far as the viewer may read it: where it is talked of, and whether they may answer.
void add_topic(db::Session& db, const http::Viewer& viewer, IssueStep& issue) {
    const auto found = records::find(db, viewer, record_id(issue.id));
    if (!found || !records::may_read(records::guard(found->envelope), found->ties)) return;
    issue.address = found->envelope.address;
    issue.may_answer = records::rights(*found).edit;
    const auto sessions = list_sessions_of_topic(db, viewer, issue.id);
    if (sessions.empty()) return;
    const auto& last = sessions.back();
    issue.taken_up = SessionLine{last.address, last.title, last.ordinal};
    issue.taken_up_on = last.date;
}

IssueStep shown(db::Session& db, const http::Viewer& viewer, const IssueRow& row) {
    IssueStep issue{.id = row.topic_id,
                    .address = "",
                    .title = row.title,
                    .note = row.note,
                    .from = party_of(db, viewer, row.from_id),
                    .to = party_of(db, viewer, row.to_id),
                    .direction = row.direction,
                    .passed_at = row.passed_at,
                    .session = line_of(db, viewer, row.session_id),
                    .taken_up = {},
                    .taken_up_on = {},
                    .outcome = row.outcome,
                    .answer = row.answer,
                    .answered_at = row.answered_at,
                    .version = row.version,
                    .may_answer = false};
    add_topic(db, viewer, issue);
    return issue;
}

}  // namespace

Thread thread_for(db::Session& db, const http::Viewer& viewer, TopicId first) {
    Thread thread;
    for (const auto& row : list_thread(db, first)) thread.steps.push_back(shown(db, viewer, row));
    return thread;
}

std::vector<Thread> threads_for(db::Session& db, const http::Viewer& viewer, const std::vector<TopicId>& firsts) {
    std::vector<Thread> threads;
    threads.reserve(firsts.size());
    for (const auto first : firsts) threads.push_back(thread_for(db, viewer, first));
    return threads;
}

// The newest answer of the thread is what counts: a circle that passes an issue on may have said so before.
static PassedOn passed_on(db::Session& db, const http::Viewer& viewer, const IssueRow& issue) {
    PassedOn passed{party_of(db, viewer, issue.to_id).title, {}, "", {}};
    for (const auto& step : list_thread(db, issue.topic_id)) {
        if (!step.outcome || (passed.answered_at && *passed.answered_at > *step.answered_at)) continue;
        passed.outcome = step.outcome;
        passed.answer = step.answer;
        passed.answered_at = step.answered_at;
    }
    return passed;
}

std::map<PointId, std::vector<PassedOn>> passed_on_from(db::Session& db, const http::Viewer& viewer, SessionId session) {
    std::map<PointId, std::vector<PassedOn>> passed;
    for (const auto first : list_threads_of_session(db, session))
        if (const auto issue = find_issue(db, first); issue->session_id == session && issue->point_id)
            passed[*issue->point_id].push_back(passed_on(db, viewer, *issue));
    return passed;
}

}  // namespace circles
