#include "circles/notices/notice.hpp"

#include "base/locale.hpp"
#include "base/thai_calendar.hpp"

namespace circles {

using namespace std::chrono_literals;

void add_round(jobs::Handlers& handlers, std::string_view kind, const Post& post, std::function<void(const Post&)> round) {
    const auto work = [post, round = std::move(round)](const std::string&) {
        const auto hour = base::bangkok_time(post.database.now()).minutes / 60;
        if (post.postbox.settings.sends() && hour >= post.postbox.settings.digest_hour) round(post);
    };
    handlers[std::string{kind}] = {.work = work, .every = 30min};
}

static std::vector<base::PersonId> list_holding(db::Session& db, records::RecordId scope, records::Role least) {
    std::vector<base::PersonId> people;
    for (const auto& holder : records::list_holders(db, scope))
        if (holder.role >= least) people.push_back(holder.person_id);
    return people;
}

std::vector<base::PersonId> writers_of(db::Session& db, records::RecordId scope) {
    return list_holding(db, scope, records::Role::contributor);
}

std::vector<base::PersonId> keepers_of(db::Session& db, CircleId circle) {
    auto keepers = writers_of(db, records::record_id(circle));
    if (!keepers.empty()) return keepers;
    return list_holding(db, records::find(db, records::record_id(circle))->owner_id, records::Role::editor);
}

mail::Queued send(db::Tx& tx, const mail::Postbox& postbox, const MailNotice& notice, const mail::DigestReader& reader) {
    const Addressee who{reader.person, reader.person ? "" : reader.to.address};
    mail::Order order{.kind = notice.kind,
                      .to = reader.to,
                      .letter = notice.letter(tx, *records::find(tx, notice.about), reader.language),
                      .unsubscribe = end_page(tx, who, notice.topic)};
    order.letter.after.push_back(base::say(reader.language, "circles_mail_stop", {{"page", postbox.settings.origin + order.unsubscribe}}));
    const auto queued = mail::queue(tx, postbox, order);
    if (queued == mail::Queued::yes) notice.insert_told(tx, reader.person);
    return queued;
}

static bool tell(const Post& post, const MailNotice& notice, base::PersonId person) {
    const auto reader = post.reach(*post.database.read(), person);
    const auto about = records::find(*post.database.read(), http::Viewer{.person = person}, notice.about);
    if (!reader || !about || !records::may_read(records::guard(about->envelope), about->ties)) return false;
    if (has_ended(*post.database.read(), {person}, notice.topic)) return false;
    post.database.write([&](db::Tx& tx) {
        if (!notice.was_told(tx, person)) (void)send(tx, post.postbox, notice, *reader);
    });
    return true;
}

bool tell_any(const Post& post, const MailNotice& notice, const std::vector<base::PersonId>& people) {
    bool reached = false;
    for (const auto person : people) reached = tell(post, notice, person) || reached;
    return reached;
}

}  // namespace circles
