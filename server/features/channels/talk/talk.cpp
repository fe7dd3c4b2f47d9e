#include "channels/talk/talk.hpp"

#include "auth/auth.hpp"
#include "auth/by_mail/mailed_links.hpp"
#include "base/enum_names.hpp"
#include "base/locale.hpp"
#include "channels/channels.hpp"
#include "channels/talk/talks.hpp"
#include "mail/incoming/incoming.hpp"
#include "mail/words/token.hpp"

namespace channels {

namespace {

using discussion::Answered;
using discussion::Remark;

// Whom one writes to, and how.
struct Reader {
    base::PersonId person;
    mail::Recipient to;
    base::Language language = base::Language::th;
};

std::optional<Reader> find_reader(db::Session& db, base::PersonId person) {
    const auto account = auth::find_account(db, person);
    const auto address = auth::find_confirmed_email(db, person);
    if (!account || account->locked_at || !address) return std::nullopt;
    const auto name = records::find(db, records::RecordId{person.value});
    return Reader{person, {*address, name ? name->title : ""}, account->language.value_or(base::Language::th)};
}

struct Notice {
    Remark remark;
    records::Card record;
};

mail::Letter letter_of(const Notice& notice, const Reader& reader, const std::string& stop, bool takes_answers) {
    const auto say = [&](std::string_view key, const json::Params& params = {}) { return base::say(reader.language, key, params); };
    mail::Letter letter{.language = reader.language,
                        .subject = say("channels_talk_subject", {{"name", notice.remark.writer}, {"title", notice.record.title}}),
                        .before = {},
                        .list = {},
                        .link = mail::Link{say("channels_talk_open"), notice.record.address},
                        .after = {say("channels_talk_stop", {{"page", stop}})}};
    if (takes_answers) letter.before.push_back(say("mail_answer_above"));
    letter.before.push_back(say("channels_talk_said", {{"name", notice.remark.writer}}));
    letter.before.push_back(notice.remark.body);
    return letter;
}

void tell_one(db::Tx& tx, const mail::Postbox& postbox, const Remark& remark, base::PersonId person) {
    const auto reader = find_reader(tx, person);
    const auto cards = records::cards(tx, {.person = person}, {remark.record_id});
    if (!reader || cards.empty()) return;
    const auto talk = talk_of(tx, person, remark.record_id);
    if (talk.quiet) return;
    const auto& replies = postbox.settings.replies;
    const auto stop = "/unfollow/" + talk.token;
    mail::Order order{.kind = "channels.talk",
                      .to = reader->to,
                      .letter = letter_of({remark, cards.front()}, *reader, postbox.settings.origin + stop, !replies.empty()),
                      .unsubscribe = stop};
    if (!replies.empty()) order.reply_to = mail::with_token(replies, insert_reply_address(tx, {person, remark.answer_to}));
    (void)mail::queue(tx, postbox, order);
}

void tell_refusal(db::Tx& tx, const mail::Postbox& postbox, const Reader& reader, std::string_view why) {
    const auto said = base::say(reader.language, "channels_reply_" + std::string(why));
    const mail::Letter letter{reader.language, base::say(reader.language, "channels_reply_refused"), {said}, {}, {}, {}};
    (void)mail::queue(tx, postbox, {.kind = "channels.reply_refused", .to = reader.to, .letter = letter});
}

Taken refuse(db::Tx& tx, const mail::Postbox& postbox, const Reader& reader, std::string_view why) {
    tell_refusal(tx, postbox, reader, why);
    return Taken::refused;
}

Taken take(db::Tx& tx, const mail::Postbox& postbox, const mail::Incoming& incoming) {
    const auto address = find_reply_address(tx, incoming.token, tx.now());
    const auto reader = address ? find_reader(tx, address->person_id) : std::nullopt;
    // A mail that was passed on takes its address along: whoever has it then writes from elsewhere.
    if (!reader || incoming.from != mail::fold_address(reader->to.address)) return Taken::nothing;
    if (!insert_reply(tx, incoming.token, incoming.id)) return Taken::again;
    if (incoming.unfit != mail::Unfit::none) return refuse(tx, postbox, *reader, base::name_of(incoming.unfit));
    switch (const auto answered = discussion::answer(tx, {address->person_id, address->comment_id, incoming.words})) {
        case Answered::shown:
            return Taken::shown;
        case Answered::waiting:
            return Taken::waiting;
        default:
            return refuse(tx, postbox, *reader, base::name_of(answered));
    }
}

}  // namespace

bool is_of_talk(const journal::Event& event) {
    return event.action == "discussion.commented" || event.action == "discussion.comment_shown";
}

void tell_talk(db::Tx& tx, const mail::Postbox& postbox, const journal::Event& event) {
    const auto remark = discussion::find_remark(tx, discussion::CommentId{event.record_id});
    if (!remark) return;
    // Who speaks again wants to hear again.
    if (event.action == "discussion.commented" && remark->person_id) set_volume(tx, remark->person_id, remark->record_id, Volume::told);
    if (!remark->shown || !remark->answer_to) return;
    for (const auto person : discussion::list_talkers(tx, remark->answer_to))
        if (person != remark->person_id) tell_one(tx, postbox, *remark, person);
}

Taken take_reply(db::Database& database, const mail::Postbox& postbox, std::string_view mail) {
    const auto incoming = mail::read_incoming(mail);
    if (!incoming) return Taken::nothing;
    return database.write([&](db::Tx& tx) { return take(tx, postbox, *incoming); });
}

}  // namespace channels
