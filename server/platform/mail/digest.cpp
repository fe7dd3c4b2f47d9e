#include "mail/digest.hpp"

#include <iterator>

#include "base/locale.hpp"
#include "base/thai_calendar.hpp"
#include "db/db.hpp"
#include "mail/messages.hpp"

namespace mail {

namespace {

using namespace std::chrono_literals;

constexpr std::string_view kind = "mail.digest";
constexpr std::int64_t day_ms = std::int64_t{24} * 60 * 60 * 1000;

std::vector<Link> gather(db::Session& db, const Digest& digest, const DigestReader& reader, const DigestDay& day) {
    std::vector<Link> news;
    for (const auto& source : digest.sources) std::ranges::move(source(db, reader, day), std::back_inserter(news));
    return news;
}

Letter letter_of(std::vector<Link> news, base::Language language, const DigestDay& day, const std::string& origin) {
    const auto date = base::long_date(base::bangkok_date(day.end), language);
    return {.language = language,
            .subject = base::say(language, "mail_digest_subject", {{"date", date}}),
            .before = {base::say(language, "mail_digest_why")},
            .list = std::move(news),
            .link = {},
            .after = {base::say(language, "mail_digest_stop", {{"page", origin + "/me"}})}};
}

void send_digests(db::Database& database, const Postbox& postbox, const Digest& digest) {
    if (!postbox.settings.sends()) return;
    const auto now = database.now();
    const auto day = digest_day(now, postbox.settings.digest_hour);
    auto session = database.read();
    for (const auto& reader : digest.readers(*session)) {
        if (count_queued(*session, reader.to.address, {day.end, now}, kind) > 0) continue;
        auto news = gather(*session, digest, reader, day);
        if (news.empty()) continue;
        const auto letter = letter_of(std::move(news), reader.language, day, postbox.settings.origin);
        database.write([&](db::Tx& tx) {
            const auto unsubscribe = digest.unsubscribe(tx, reader.person);
            if (!unsubscribe || count_queued(tx, reader.to.address, {day.end, now}, kind) > 0) return;
            // An address that can not be written to just now is asked about again at the next turn.
            (void)queue(
                tx, postbox,
                {.kind = kind, .to = reader.to, .letter = letter, .give_up_at = {day.end.ms + day_ms}, .unsubscribe = *unsubscribe});
        });
    }
}

}  // namespace

DigestDay digest_day(base::Instant now, int hour) {
    auto end = base::at_bangkok(base::bangkok_date(now), {hour * 60});
    if (now < end) end.ms -= day_ms;
    return {{end.ms - day_ms}, end};
}

void add_digest_job(jobs::Handlers& handlers, db::Database& database, const Postbox& postbox, Digest digest) {
    handlers[std::string{kind}] = {.work = [&, digest = std::move(digest)](const std::string&) { send_digests(database, postbox, digest); },
                                   .every = 15min};
}

}  // namespace mail
