#include "base/utf8.hpp"
#include "db/db.hpp"
#include "discussion/comment_queries.hpp"
#include "discussion/limits.hpp"
#include "journal/journal.hpp"
#include "site/site.hpp"

namespace discussion {

using records::RecordId;

std::optional<Remark> find_remark(db::Session& db, CommentId id) {
    return db.find<Remark>(
        "SELECT c.id, c.record_id, c.answer_to, c.state = 'shown' AS shown, c.person_id,"
        " CASE WHEN c.person_id = 0 THEN c.guest_name ELSE coalesce(w.title, '') END AS writer, c.body"
        " FROM discussion_comments c LEFT JOIN records_v_records w ON w.id = c.person_id WHERE c.id = $1",
        id);
}

std::vector<base::PersonId> list_talkers(db::Session& db, CommentId first) {
    return db.all<base::PersonId>(
        "SELECT DISTINCT person_id FROM discussion_comments WHERE record_id = (SELECT record_id FROM discussion_comments WHERE id = $1)"
        " AND (id = $1 OR answer_to = $1) AND person_id <> 0 AND state = 'shown' ORDER BY person_id",
        first);
}

static std::int64_t count_of_last_hour(db::Tx& tx, base::PersonId person) {
    constexpr std::int64_t hour_ms = std::int64_t{60} * 60 * 1000;
    return tx.one<std::int64_t>("SELECT count(*) FROM discussion_comments WHERE person_id = $1 AND made_at > $2", person,
                                base::Instant{tx.now().ms - hour_ms});
}

static std::int64_t length_of(const std::string& text) {
    std::int64_t length = 0;
    for (std::size_t at = 0; at < text.size(); ++length) base::next_character(text, at);
    return length;
}

static Onlooker writer_on(db::Tx& tx, base::PersonId person, const records::Found& record, const Moderation& rules) {
    const auto& ties = record.ties;
    const bool belongs = ties.maker || ties.in_owner > records::Role::none || ties.in_within > records::Role::none;
    const bool trusted = rules.trusted_after && count_shown_of(tx, person) >= rules.trusted_after->value;
    return {person, records::rights(record).moderate, belongs, trusted};
}

Answered answer(db::Tx& tx, const Answer& answer) {
    const auto before = find_remark(tx, answer.answer_to);
    const auto record = before ? records::find(tx, {.person = answer.person}, before->record_id) : std::nullopt;
    if (!record || !records::may_read(records::guard(record->envelope), record->ties) || !before->shown || before->answer_to)
        return Answered::closed;
    const auto rules = site::setting<Moderation>(tx);
    if (length_of(answer.body) > rules.longest.value) return Answered::too_long;
    const auto person = records::find(tx, RecordId{answer.person.value});
    if (count_of_last_hour(tx, answer.person) >= an_hour_of(person ? person->created_at : tx.now(), tx.now(), rules))
        return Answered::too_many;
    const auto state = first_state(writer_on(tx, answer.person, *record, rules));
    const auto id = insert_comment(tx, {.record = before->record_id,
                                        .answer_to = answer.answer_to,
                                        .state = state,
                                        .person = answer.person,
                                        .guest_name = "",
                                        .body = answer.body});
    journal::record(tx, answer.person, "discussion.commented", {id, 1, answer.body});
    return state == CommentState::waiting ? Answered::waiting : Answered::shown;
}

}  // namespace discussion
