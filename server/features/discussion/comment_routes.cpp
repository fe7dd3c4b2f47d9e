#include "base/bounded.hpp"
#include "base/utf8.hpp"
#include "discussion/comment_queries.hpp"
#include "discussion/limits.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"
#include "site/site.hpp"

namespace discussion {

using records::RecordId;
using Words = base::Text<1, 4000>;

// A flood of guests ends here: what waits has to be read by somebody first.
static constexpr std::int64_t most_waiting_of_guests = 20;

struct CommentForm {
    Words body;
    std::optional<CommentId> answer_to;
    std::optional<base::Line> name;  // who is not signed in says a name
};
BOOST_DESCRIBE_STRUCT(CommentForm, (), (body, answer_to, name))

struct ChangeForm {
    Words body;
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(ChangeForm, (), (body, version))

struct ReasonForm {
    base::Text<1, 500> reason;
};
BOOST_DESCRIBE_STRUCT(ReasonForm, (), (reason))

struct Discussion {
    std::vector<ShownComment> comments;
    bool moderates{};
    bool waits{};            // what this reader writes waits for a moderator
    bool members_only{};     // this reader has to sign in to write
    std::int64_t longest{};  // comment, in characters
};
BOOST_DESCRIBE_STRUCT(Discussion, (), (comments, moderates, waits, members_only, longest))

static bool is_trusted(http::Call& call, const Moderation& rules) {
    return call.person() && rules.trusted_after && count_shown_of(call.read(), call.person()) >= rules.trusted_after->value;
}

static Onlooker onlooker(http::Call& call, const records::Readable<RecordId>& record, const Moderation& rules) {
    const auto& ties = record.ties();
    const auto rights = records::rights(record.found);
    const bool belongs = ties.maker || ties.in_owner > records::Role::none || ties.in_within > records::Role::none;
    return {call.person(), rights.moderate, call.person() && belongs, is_trusted(call, rules)};
}

static Discussion discussion_of(http::Call& call, const records::Readable<RecordId>& record) {
    const auto rules = site::setting<Moderation>(call.read());
    const auto looking = onlooker(call, record, rules);
    return {.comments = thread(list_comments(call.read(), record.id), looking),
            .moderates = looking.moderates,
            .waits = first_state(looking) == CommentState::waiting,
            .members_only = call.viewer().is_guest() && !rules.guests_may_comment,
            .longest = rules.longest.value};
}

static Discussion get_discussion(http::Call& call, const records::Readable<RecordId>& record) {
    return discussion_of(call, record);
}

static Comment get_comment(http::Call& call, RecordId record, CommentId id) {
    auto comment = find_comment(call.read(), record, id);
    if (!comment) throw http::not_found();
    return *std::move(comment);
}

static void require_answerable(http::Call& call, RecordId record, CommentId answered_id) {
    const auto answered = find_comment(call.read(), record, answered_id);
    if (!answered || answered->answer_to || answered->state != CommentState::shown)
        throw http::Problem(422, "invalid_input").at("/answer_to", "nothing_to_answer");
}

static void require_short_enough(const Words& words, const Moderation& rules) {
    std::int64_t length = 0;
    for (std::size_t at = 0; at < words.value.size(); ++length) base::next_character(words.value, at);
    if (length > rules.longest.value)
        throw http::Problem(422, "invalid_input").at("/body", "too_long", {{"max", rules.longest.value}, {"is", length}});
}

static void require_guest_welcome(http::Call& call, RecordId record, const CommentForm& form, const Moderation& rules) {
    if (!rules.guests_may_comment) throw http::sign_in_needed(call.viewer());
    if (!form.name) throw http::Problem(422, "invalid_input").at("/name", "required");
    if (count_waiting_of_guests(call.read(), record) >= most_waiting_of_guests) throw http::Problem(429, "many_comments_wait");
}

static std::int64_t an_hour_of_caller(http::Call& call, const Moderation& rules) {
    if (call.viewer().is_guest()) return rules.guests_an_hour.value;
    const auto person = records::find(call.read(), RecordId{call.person().value});
    return an_hour_of(person ? person->created_at : call.now(), call.now(), rules);
}

static Discussion add_comment(http::Call& call, const records::Readable<RecordId>& record, const CommentForm& form) {
    const auto rules = site::setting<Moderation>(call.read());
    const bool guest = call.viewer().is_guest();
    if (form.answer_to) require_answerable(call, record.id, *form.answer_to);
    if (guest) require_guest_welcome(call, record.id, form, rules);
    require_short_enough(form.body, rules);
    const auto an_hour = an_hour_of_caller(call, rules);
    const NewComment comment{.record = record.id,
                             .answer_to = form.answer_to.value_or(CommentId{}),
                             .state = first_state(onlooker(call, record, rules)),
                             .person = call.person(),
                             .guest_name = guest ? form.name->value : "",
                             .body = form.body.value};
    call.write([&](db::Tx& tx) {
        http::count_write(call, http::WriteKind::comment, an_hour);
        const auto id = insert_comment(tx, comment);
        journal::record(tx, call.person(), "discussion.commented", {id, 1, comment.body});
    });
    return discussion_of(call, record);
}

// Writes a change of a comment, unless somebody was quicker.
template <class Update>
static void change(http::Call& call, std::string_view action, const Comment& comment, std::string_view body, Update&& update) {
    call.write([&](db::Tx& tx) {
        if (update(tx) == 0) throw http::Problem(412, "edited_elsewhere", {{"version", std::to_string(comment.version + 1)}});
        journal::record(tx, call.person(), action, {comment.id, comment.version + 1, body});
    });
}

static void require_own(const http::Call& call, const Comment& comment) {
    if (comment.person_id != call.person() || comment.state == CommentState::withdrawn) throw http::not_allowed();
}

static Discussion change_comment(http::Call& call, const records::Readable<RecordId>& record, CommentId id, const ChangeForm& form) {
    const auto comment = get_comment(call, record.id, id);
    require_own(call, comment);
    require_short_enough(form.body, site::setting<Moderation>(call.read()));
    records::require_version(comment.version, form.version);
    change(call, "discussion.comment_changed", comment, form.body.value,
           [&](db::Tx& tx) { return update_body(tx, comment, form.body.value); });
    return discussion_of(call, record);
}

static Discussion withdraw_comment(http::Call& call, const records::Readable<RecordId>& record, CommentId id) {
    const auto comment = get_comment(call, record.id, id);
    require_own(call, comment);
    change(call, "discussion.comment_withdrawn", comment, {},
           [&](db::Tx& tx) { return update_state(tx, comment, CommentState::withdrawn, {}); });
    return discussion_of(call, record);
}

static Comment get_moderated(http::Call& call, RecordId record, CommentId id) {
    auto comment = get_comment(call, record, id);
    if (comment.state == CommentState::withdrawn) throw http::not_allowed();
    return comment;
}

static Discussion show_comment(http::Call& call, const records::Moderatable<RecordId>& record, CommentId id) {
    const auto comment = get_moderated(call, record.id, id);
    change(call, "discussion.comment_shown", comment, {}, [&](db::Tx& tx) { return update_state(tx, comment, CommentState::shown, {}); });
    return discussion_of(call, record);
}

static Discussion hide_comment(http::Call& call, const records::Moderatable<RecordId>& record, CommentId id, const ReasonForm& form) {
    const auto comment = get_moderated(call, record.id, id);
    change(call, "discussion.comment_hidden", comment, form.reason.value,
           [&](db::Tx& tx) { return update_state(tx, comment, CommentState::hidden, form.reason.value); });
    return discussion_of(call, record);
}

void hide(db::Tx& tx, base::PersonId moderator, RecordId record, CommentId id, std::string_view reason) {
    const auto comment = find_comment(tx, record, id);
    if (!comment || comment->state == CommentState::hidden || comment->state == CommentState::withdrawn) return;
    update_state(tx, *comment, CommentState::hidden, reason);
    journal::record(tx, moderator, "discussion.comment_hidden", {comment->id, comment->version + 1, std::string(reason)});
}

// A moderator takes their own decision back: the words wait as before.
static Discussion let_comment_wait(http::Call& call, const records::Moderatable<RecordId>& record, CommentId id) {
    const auto comment = get_moderated(call, record.id, id);
    change(call, "discussion.comment_waits_again", comment, {},
           [&](db::Tx& tx) { return update_state(tx, comment, CommentState::waiting, {}); });
    return discussion_of(call, record);
}

static std::vector<WaitingComment> get_waiting(http::Call& call) {
    return list_waiting(call.read(), call.person());
}

void add_routes(http::Router& router) {
    router.get("/api/comments/waiting", get_waiting, access::signed_in);
    router.get("/api/records/{record}/comments", get_discussion, access::may_read);
    router.post("/api/records/{record}/comments", add_comment, access::may_read, http::WriteKind::comment);
    router.put("/api/records/{record}/comments/{comment}", change_comment, access::may_read, http::WriteKind::change);
    router.del("/api/records/{record}/comments/{comment}", withdraw_comment, access::may_read, http::WriteKind::change);
    router.post("/api/records/{record}/comments/{comment}/show", show_comment, access::may_moderate, http::WriteKind::change);
    router.post("/api/records/{record}/comments/{comment}/hide", hide_comment, access::may_moderate, http::WriteKind::change);
    router.post("/api/records/{record}/comments/{comment}/wait", let_comment_wait, access::may_moderate, http::WriteKind::change);
    router.get("/api/site/moderation", site::get_section<Moderation>, access::administrator);
    router.put("/api/site/moderation", site::change_section<Moderation>, access::administrator, http::WriteKind::office);
}

}  // namespace discussion
