#include "circles/notices/mail_ends.hpp"

#include "auth/token.hpp"

namespace circles {

bool has_ended(db::Session& db, const Addressee& who, MailTopic topic) {
    return db.one<std::int64_t>(
               "SELECT count(*) FROM circles_mail_ends WHERE person_id = $1 AND address = $2 AND topic = $3 AND ended_at IS NOT NULL",
               who.person, who.address, topic) > 0;
}

std::string end_page(db::Tx& tx, const Addressee& who, MailTopic topic) {
    tx.run(
        "INSERT INTO circles_mail_ends (person_id, address, topic, token) VALUES ($1, $2, $3, $4)"
        " ON CONFLICT (person_id, address, topic) DO NOTHING",
        who.person, who.address, topic, auth::new_token());
    return "/unfollow/" + tx.one<std::string>("SELECT token FROM circles_mail_ends WHERE person_id = $1 AND address = $2 AND topic = $3",
                                              who.person, who.address, topic);
}

std::optional<MailEnd> find_mail_end(db::Session& db, std::string_view token) {
    return db.find<MailEnd>("SELECT topic, ended_at FROM circles_mail_ends WHERE token = $1", token);
}

void end_mail(db::Tx& tx, std::string_view token) {
    tx.run("UPDATE circles_mail_ends SET ended_at = $2 WHERE token = $1", token, tx.now());
}

}  // namespace circles
