#include "circles/invite/invitation_mail.hpp"

#include "auth/token.hpp"
#include "base/locale.hpp"
#include "base/thai_calendar.hpp"
#include "circles/circle/circle_queries.hpp"
#include "circles/outside/words.hpp"
#include "circles/turns/turns.hpp"
#include "http/problem.hpp"

namespace circles {

namespace {

constexpr std::string_view kind = "circles.invite";

std::string name_of_sender(db::Session& db, base::PersonId sender) {
    const auto known = records::cards(db, {.person = sender}, {records::record_id(sender)});
    return known.empty() ? "" : known.front().title;
}

std::string host_of(db::Tx& tx, const records::Envelope& session) {
    const auto host = find_host(tx, session, base::bangkok_date(tx.now()));
    return host && !host->title.empty() ? host->title : get_organiser(tx, session.owner_id).title;
}

// As its sender sees the session.
mail::Letter letter_of(db::Tx& tx, const records::Envelope& session, const Sending& sending, const std::string& token) {
    const auto day = find_day(tx, {.person = sending.sender}, session.id);
    if (!day) throw http::not_found();
    const auto language = sending.reader.language;
    const auto page = "/i/" + token;
    mail::Letter letter{
        .language = language,
        .subject = base::say(language, "circles_invite_mail_subject", {{"session", session.title}, {"when", when(*day, language)}}),
        .before = paragraphs(invitation(*day, get_summary(tx, session.id), language)),
        .list = {{base::say(language, "circles_invite_mail_no"), page + "?answer=no"},
                 {base::say(language, "circles_invite_mail_calendar"), page + ".ics"}},
        .link = mail::Link{base::say(language, "circles_invite_mail_yes"), page + "?answer=yes"},
        .after = {base::say(language, "circles_invite_mail_why", {{"name", name_of_sender(tx, sending.sender)}})}};
    if (const auto host = host_of(tx, session); !host.empty())
        letter.before.push_back(base::say(language, "circles_invite_mail_host", {{"host", host}}));
    return letter;
}

}  // namespace

mail::Queued send_invitation(db::Tx& tx, const mail::Postbox& postbox, const NewInvitation& invitation, const Sending& sending) {
    const auto token = auth::new_token();
    const MailNotice notice{.kind = kind,
                            .topic = MailTopic::invitations,
                            .about = records::record_id(invitation.session),
                            .was_told = {},  // asked before
                            .insert_told =
                                [&](db::Tx& within, base::PersonId) {
                                    const auto id = sending.again ? *sending.again : insert_invitation(within, invitation);
                                    insert_mail(within, id, sending.sender, token);
                                },
                            .letter = [&](db::Tx& within, const records::Envelope& session,
                                          base::Language) { return letter_of(within, session, sending, token); }};
    return send(tx, postbox, notice, sending.reader);
}

}  // namespace circles
