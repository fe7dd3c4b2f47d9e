#include "mail/digest.hpp"

#include <atomic>

#include "db/testing.hpp"
#include "mail/messages.hpp"
#include "mail/testing.hpp"

namespace {

class HandClock final : public base::Clock {
  public:
    [[nodiscard]] base::Instant now() const override { return {at}; }
    void set(base::Date date, int hour) { at = base::at_bangkok(date, {hour * 60}).ms; }
    std::atomic<std::int64_t> at{0};
};

constexpr base::Date saturday{2026, 11, 21};

// Two readers, and two parts with news of the moments that are put down here.
struct DigestOffice {
    explicit DigestOffice(db::Engine engine) : database(engine, {jobs::migrations(), mail::migrations()}, clock) {
        clock.set(saturday, 6);
        const auto news = [this](db::Session&, const mail::DigestReader& reader, const mail::DigestDay& day) {
            std::vector<mail::Link> links;
            for (const auto at : moments)
                if (reader.person.value == 1 && at >= day.begin && at < day.end) links.push_back({"ความเห็นรอตรวจ", "/comments"});
            return links;
        };
        const auto readers = [](db::Session&) {
            return std::vector<mail::DigestReader>{{{1}, {"somchai@example.org", "สมชาย"}, base::Language::th},
                                                   {{2}, {"somying@example.org", "สมหญิง"}, base::Language::en}};
        };
        const auto unsubscribe = [this](db::Tx&, base::PersonId person) {
            return wanted ? std::optional{"/unfollow/" + std::to_string(person.value)} : std::nullopt;
        };
        mail::add_jobs(handlers, postbox, *database);
        mail::add_digest_job(handlers, *database, postbox, {readers, unsubscribe, {news, news}});
        database->write([](db::Tx& tx) { jobs::add_standing(tx, "mail.digest"); });
    }
    void work() {
        jobs::run_due(*database, handlers, [](std::string_view, std::string_view why) { ADD_FAILURE() << why; });
    }
    std::vector<mail::Message> messages() { return mail::list_messages(*database->read(), 10); }

    HandClock clock;
    db::testing::Fresh database;
    mail::Postbox postbox{mail::testing::inbox()};
    jobs::Handlers handlers;
    std::vector<base::Instant> moments;
    bool wanted = true;
};

EACH_ENGINE(Digest, what_waits_goes_out_in_one_message_from_its_hour_on_and_once_a_day) {
    DigestOffice office(engine);
    office.moments = {base::at_bangkok(saturday, {5 * 60})};
    office.work();
    EXPECT_TRUE(office.messages().empty()) << "not before its hour";
    for (int hour = 7; hour < 24; ++hour) {
        office.clock.set(saturday, hour);
        office.work();
    }
    ASSERT_EQ(office.messages().size(), 1u) << "of both parts together, to who has news";
    const auto message = office.messages().at(0);
    EXPECT_EQ(message.recipient, "somchai@example.org");
    EXPECT_NE(message.subject.find("21 พฤศจิกายน 2569"), std::string::npos) << message.subject;
    const auto first = message.plain.find("https://lomwong.example.org/comments");
    EXPECT_NE(message.plain.find("https://lomwong.example.org/comments", first + 1), std::string::npos) << message.plain;
    EXPECT_NE(message.plain.find("https://lomwong.example.org/me"), std::string::npos) << "who wants it no more finds where to say so";
}

EACH_ENGINE(Digest, a_day_without_news_has_no_message_and_news_after_the_hour_wait_for_the_next) {
    DigestOffice office(engine);
    office.moments = {base::at_bangkok(saturday, {8 * 60})};
    for (const int hour : {7, 9, 23}) {
        office.clock.set(saturday, hour);
        office.work();
    }
    EXPECT_TRUE(office.messages().empty());
    office.clock.set(base::add_days(saturday, 1), 7);
    office.work();
    EXPECT_EQ(office.messages().size(), 1u);
    office.clock.set(base::add_days(saturday, 2), 7);
    office.work();
    EXPECT_EQ(office.messages().size(), 1u);
}

EACH_ENGINE(Digest, a_server_that_was_away_at_the_hour_tells_later_that_day) {
    DigestOffice office(engine);
    office.moments = {base::at_bangkok(saturday, {5 * 60})};
    office.clock.set(saturday, 22);
    office.work();
    EXPECT_EQ(office.messages().size(), 1u);
}

EACH_ENGINE(Digest, each_carries_where_one_tap_ends_it_and_who_ended_it_meanwhile_gets_none) {
    DigestOffice office(engine);
    office.moments = {base::at_bangkok(saturday, {5 * 60})};
    office.clock.set(saturday, 9);
    office.wanted = false;
    office.work();
    EXPECT_TRUE(office.messages().empty());
    office.wanted = true;
    office.clock.set(saturday, 10);
    office.work();
    ASSERT_EQ(office.messages().size(), 1u);
    EXPECT_EQ(office.messages().at(0).unsubscribe, "/unfollow/1");
}

TEST(Digest, its_day_ends_at_the_hour_of_bangkok) {
    const auto day = mail::digest_day(base::at_bangkok(saturday, {6 * 60 + 59}), 7);
    EXPECT_EQ(day.end, base::at_bangkok(base::add_days(saturday, -1), {7 * 60}));
    EXPECT_EQ(mail::digest_day(base::at_bangkok(saturday, {7 * 60}), 7).end, base::at_bangkok(saturday, {7 * 60}));
}

}  // namespace
