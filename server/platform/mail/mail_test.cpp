#include "mail/mail.hpp"

#include <atomic>
#include <fstream>

#include "db/testing.hpp"
#include "mail/messages.hpp"
#include "mail/smtp/delivery.hpp"
#include "mail/testing.hpp"
#include "mail/unsent.hpp"

namespace {

using mail::MessageState;
using mail::Queued;
using mail::testing::Mood;
using mail::testing::SmtpServer;
using namespace std::chrono_literals;

class HandClock final : public base::Clock {
  public:
    [[nodiscard]] base::Instant now() const override { return {at}; }
    void advance(std::chrono::milliseconds by) { at += by.count(); }
    std::atomic<std::int64_t> at{1'795'000'000'000};
};

mail::Settings settings_for(std::uint16_t port) {
    mail::Settings settings;
    settings.host = "127.0.0.1";
    settings.port = port;
    settings.tls = mail::Tls::none;
    settings.from = "lomwong@office.example.org";
    settings.bounces = "bounces@office.example.org";
    settings.origin = "https://lomwong.example.org";
    settings.deadline = 2s;
    return settings;
}

const mail::Letter letter{base::Language::th, "ตั้งรหัสผ่านใหม่", {"กดลิงก์นี้"}, {}, mail::Link{"ตั้งรหัสผ่าน", "/reset/abc"}, {}};

// A database with the queue, and what sends from it.
struct Office {
    Office(db::Engine engine, const mail::Settings& settings)
        : database(engine, {jobs::migrations(), mail::migrations()}, clock), postbox(settings) {
        mail::add_jobs(handlers, postbox, *database);
    }

    Queued queue(const std::string& to = "somchai@example.org", base::Instant give_up_at = {}) {
        return database->write(
            [&](db::Tx& tx) { return mail::queue(tx, postbox, {"test.letter", {to, "สมชาย ใจดี"}, letter, give_up_at}); });
    }
    void must_queue(db::Tx& tx) { EXPECT_EQ(mail::queue(tx, postbox, {"test.letter", {"a@example.org", ""}, letter, {}}), Queued::yes); }
    void work() {
        jobs::run_due(*database, handlers, [&](std::string_view, std::string_view reason) { complaints.emplace_back(reason); });
    }
    mail::Message last() { return mail::list_messages(*database->read(), 1).at(0); }

    HandClock clock;
    db::testing::Fresh database;
    mail::Postbox postbox;
    jobs::Handlers handlers;
    std::vector<std::string> complaints;
};

EACH_ENGINE(Mail, a_message_arrives_with_both_kinds_of_words_and_its_own_return_path) {
    SmtpServer server;
    Office office(engine, settings_for(server.port()));
    EXPECT_EQ(office.queue(), Queued::yes);
    office.work();
    ASSERT_EQ(server.received().size(), 1u);
    const auto got = server.received().at(0);
    const auto message = office.last();
    EXPECT_EQ(got.from, "bounces+" + message.token + "@office.example.org");
    EXPECT_EQ(got.to, "somchai@example.org");
    for (const std::string part : {"Content-Type: multipart/alternative", "text/plain; charset=utf-8", "text/html; charset=utf-8",
                                   "Mime-Version: 1.0", "Auto-Submitted: auto-generated", "Subject: =?UTF-8?B?", "Content-Language: th"})
        EXPECT_NE(got.data.find(part), std::string::npos) << part << '\n' << got.data;
    EXPECT_NE(got.data.find("Message-ID: <" + message.token + "@office.example.org>"), std::string::npos);
    EXPECT_EQ(message.state, MessageState::sent);
    EXPECT_EQ(message.plain + message.html, "") << "links that give a right are not kept";
    EXPECT_TRUE(office.complaints.empty());
}

EACH_ENGINE(Mail, what_is_sent_to_followers_is_ended_by_one_tap_and_answered_where_it_says) {
    SmtpServer server;
    Office office(engine, settings_for(server.port()));
    const auto queued = office.database->write([&](db::Tx& tx) {
        return mail::queue(tx, office.postbox,
                           {.kind = "test.news",
                            .to = {"somchai@example.org", ""},
                            .letter = letter,
                            .unsubscribe = "/unfollow/abc",
                            .reply_to = "answers+00112233445566778899aabbccddeeff@office.example.org"});
    });
    EXPECT_EQ(queued, Queued::yes);
    office.work();
    const auto data = server.received().at(0).data;
    for (const std::string field :
         {"List-Unsubscribe: <https://lomwong.example.org/unfollow/abc>\r\n", "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n",
          "Reply-To: <answers+00112233445566778899aabbccddeeff@office.example.org>\r\n"})
        EXPECT_NE(data.find(field), std::string::npos) << data;
    office.database->write([&](db::Tx& tx) { office.must_queue(tx); });
    office.work();
    EXPECT_EQ(server.received().at(1).data.find("List-Unsubscribe"), std::string::npos) << "nobody unsubscribes from their own password";
}

EACH_ENGINE(Mail, every_line_ends_as_mail_asks_and_is_short_enough) {
    SmtpServer server;
    Office office(engine, settings_for(server.port()));
    EXPECT_EQ(office.queue(), Queued::yes);
    office.work();
    const auto data = server.received().at(0).data;
    for (std::size_t begin = 0; begin < data.size();) {
        const auto end = data.find("\r\n", begin);
        ASSERT_NE(end, std::string::npos);
        const auto line = data.substr(begin, end - begin);
        EXPECT_TRUE(line.size() <= 76 || line.find("boundary=") != std::string::npos) << line;
        begin = end + 2;
    }
}

EACH_ENGINE(Mail, a_message_is_sent_only_if_what_causes_it_is_kept) {
    SmtpServer server;
    Office office(engine, settings_for(server.port()));
    const auto failing = [&](db::Tx& tx) {
        office.must_queue(tx);
        throw std::runtime_error("no");
    };
    EXPECT_THROW(office.database->write(failing), std::runtime_error);
    office.work();
    EXPECT_TRUE(server.received().empty());
}

EACH_ENGINE(Mail, a_busy_server_is_asked_again_later_and_gets_the_same_message) {
    SmtpServer server(Mood::busy);
    Office office(engine, settings_for(server.port()));
    EXPECT_EQ(office.queue(), Queued::yes);
    office.work();
    EXPECT_EQ(office.last().state, MessageState::queued);
    EXPECT_EQ(office.last().problem, "451 4.3.0 try again later");
    server.set(Mood::friendly);
    office.clock.advance(50s);
    office.work();
    EXPECT_TRUE(server.received().empty()) << "not before its time";
    office.clock.advance(15s);
    office.work();
    EXPECT_EQ(office.last().state, MessageState::sent);
    office.clock.advance(24h);
    office.work();
    EXPECT_EQ(server.received().size(), 1u);
}

EACH_ENGINE(Mail, a_server_that_takes_the_message_and_hangs_up_gets_it_again_under_the_same_name) {
    SmtpServer server(Mood::hangs_up);
    Office office(engine, settings_for(server.port()));
    EXPECT_EQ(office.queue(), Queued::yes);
    office.work();
    EXPECT_EQ(office.last().state, MessageState::queued);
    server.set(Mood::friendly);
    office.clock.advance(61s);
    office.work();
    EXPECT_EQ(office.last().state, MessageState::sent);
    ASSERT_EQ(server.received().size(), 2u);
    const auto name_of = [](const std::string& data) { return data.substr(data.find("Message-ID: "), 60); };
    EXPECT_EQ(name_of(server.received().at(0).data), name_of(server.received().at(1).data));
}

EACH_ENGINE(Mail, a_job_that_runs_again_after_a_crash_sends_nothing_whose_answer_was_stored) {
    SmtpServer server;
    Office office(engine, settings_for(server.port()));
    EXPECT_EQ(office.queue(), Queued::yes);
    office.work();
    office.database->write([&](db::Tx& tx) { mail::add_send_job(tx, mail::list_messages(tx, 1).at(0).id, tx.now()); });
    office.work();
    EXPECT_EQ(server.received().size(), 1u);
}

EACH_ENGINE(Mail, a_message_that_is_refused_for_good_is_not_tried_again) {
    SmtpServer server(Mood::refuses_message);
    Office office(engine, settings_for(server.port()));
    EXPECT_EQ(office.queue(), Queued::yes);
    office.work();
    EXPECT_EQ(office.last().state, MessageState::failed);
    EXPECT_EQ(office.last().problem, "554 5.7.1 not from you");
    office.clock.advance(48h);
    office.work();
    EXPECT_EQ(server.received().size(), 1u);
}

EACH_ENGINE(Mail, an_address_that_nobody_has_is_not_written_to_after_three_times_until_it_is_forgiven) {
    SmtpServer server(Mood::knows_nobody);
    Office office(engine, settings_for(server.port()));
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(office.queue(), Queued::yes);
        office.work();
    }
    EXPECT_EQ(office.last().state, MessageState::bounced);
    EXPECT_EQ(office.queue("Somchai@Example.ORG"), Queued::unreachable);
    EXPECT_EQ(office.queue("somying@example.org"), Queued::yes);
    office.database->write([](db::Tx& tx) { EXPECT_EQ(mail::forgive(tx, "somchai@example.org"), 3); });
    EXPECT_EQ(office.queue(), Queued::yes);
}

EACH_ENGINE(Mail, what_comes_back_marks_its_message_and_three_times_the_address) {
    SmtpServer server;
    Office office(engine, settings_for(server.port()));
    const auto report = [](const std::string& token, const std::string& status) {
        return "To: bounces+" + token + "@office.example.org\nContent-Type: multipart/report; boundary=b\n\n--b\n" +
               "Content-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\nAction: failed\nStatus: " + status + "\n";
    };
    EXPECT_EQ(mail::take_report(*office.database, report(std::string(32, '0'), "5.1.1")), mail::Returned::unknown_message);
    EXPECT_EQ(mail::take_report(*office.database, "Subject: on holiday\n\n"), mail::Returned::no_report);
    for (const auto* status : {"5.2.2", "5.1.1", "5.1.1", "5.1.1"}) {
        EXPECT_EQ(office.queue(), Queued::yes);
        office.work();
        const auto text = report(office.last().token, status);
        EXPECT_EQ(mail::take_report(*office.database, text), mail::Returned::noted);
        EXPECT_EQ(mail::take_report(*office.database, text), mail::Returned::unknown_message) << "once is enough";
    }
    EXPECT_EQ(office.last().state, MessageState::bounced);
    EXPECT_EQ(office.queue(), Queued::unreachable);
}

EACH_ENGINE(Mail, a_server_that_is_gone_is_waited_for_until_the_time_of_the_message_is_over) {
    auto server = std::make_unique<SmtpServer>();
    Office office(engine, settings_for(server->port()));
    server.reset();
    EXPECT_EQ(office.queue("somchai@example.org", {office.clock.at + 3'600'000}), Queued::yes);
    for (int minutes = 0; minutes < 90; ++minutes) {
        office.work();
        office.clock.advance(1min);
    }
    EXPECT_EQ(office.last().state, MessageState::failed);
    EXPECT_EQ(office.last().attempts, 6) << "at once and after 1, 3, 7, 15 and 31 minutes";
    EXPECT_EQ(office.last().plain, "");
}

EACH_ENGINE(Mail, a_slow_server_costs_no_more_than_the_deadline) {
    for (const auto mood : {Mood::silent, Mood::greets_forever}) {
        SmtpServer server(mood);
        auto settings = settings_for(server.port());
        settings.deadline = 300ms;
        Office office(engine, settings);
        EXPECT_EQ(office.queue(), Queued::yes);
        const auto begin = std::chrono::steady_clock::now();
        office.work();
        EXPECT_LT(std::chrono::steady_clock::now() - begin, 5s);
        EXPECT_EQ(office.last().state, MessageState::queued);
    }
}

EACH_ENGINE(Mail, a_password_goes_out_only_over_tls_and_nothing_in_the_clear_where_tls_is_asked_for) {
    SmtpServer server;
    auto settings = settings_for(server.port());
    settings.tls = mail::Tls::starttls;
    Office office(engine, settings);
    EXPECT_EQ(office.queue(), Queued::yes);
    office.work();
    EXPECT_TRUE(server.received().empty());
    EXPECT_EQ(office.last().state, MessageState::queued);
}

EACH_ENGINE(Mail, a_password_that_cannot_be_read_keeps_messages_waiting_and_says_so) {
    SmtpServer server;
    auto settings = settings_for(server.port());
    settings.user = "lomwong";
    settings.password_file = "/nowhere/password";
    Office office(engine, settings);
    EXPECT_EQ(office.queue(), Queued::yes);
    office.work();
    EXPECT_EQ(office.last().state, MessageState::queued);
    EXPECT_EQ(office.last().problem, "no password can be read from /nowhere/password");
}

EACH_ENGINE(Mail, nobody_is_flooded) {
    SmtpServer server;
    Office office(engine, settings_for(server.port()));
    for (int i = 0; i < 5; ++i) EXPECT_EQ(office.queue(), Queued::yes);
    EXPECT_EQ(office.queue(), Queued::too_many);
    EXPECT_EQ(office.queue("somying@example.org"), Queued::yes) << "each address has its own measure";
    int a_day = 5;
    for (int hour = 0; hour < 23; ++hour) {
        office.clock.advance(1h);
        while (office.queue() == Queued::yes) ++a_day;
    }
    EXPECT_EQ(a_day, 20);
}

EACH_ENGINE(Mail, without_a_mail_server_nothing_is_queued) {
    Office office(engine, {});
    EXPECT_EQ(office.queue(), Queued::sends_nothing);
    EXPECT_TRUE(mail::list_messages(*office.database->read(), 1).empty());
}

EACH_ENGINE(Mail, the_inbox_of_development_keeps_the_words) {
    mail::Settings settings;
    settings.inbox = true;
    Office office(engine, settings);
    EXPECT_EQ(office.queue(), Queued::yes);
    office.work();
    EXPECT_EQ(office.last().state, MessageState::sent);
    EXPECT_NE(office.last().plain.find("/reset/abc"), std::string::npos);
}

EACH_ENGINE(Mail, what_is_old_goes_and_what_nobody_sent_in_its_time_has_failed) {
    SmtpServer server(Mood::busy);
    Office office(engine, settings_for(server.port()));
    EXPECT_EQ(office.queue(), Queued::yes);
    office.clock.advance(72h);
    office.database->write(mail::tidy);
    EXPECT_EQ(office.last().state, MessageState::failed);
    EXPECT_EQ(office.last().plain, "");
    office.clock.advance(24h * 90);
    office.database->write(mail::tidy);
    EXPECT_TRUE(mail::list_messages(*office.database->read(), 1).empty());
}

TEST(Verdict, temporary_and_permanent_answers_are_told_apart) {
    using mail::Verdict;
    EXPECT_EQ(mail::verdict_on(0, ""), Verdict::try_later);
    EXPECT_EQ(mail::verdict_on(354, "354 go on"), Verdict::try_later) << "it hung up before it answered";
    EXPECT_EQ(mail::verdict_on(421, "421 4.3.2 closing"), Verdict::try_later);
    EXPECT_EQ(mail::verdict_on(535, "535 5.7.8 wrong password"), Verdict::try_later) << "an office can mend that";
    EXPECT_EQ(mail::verdict_on(550, "550 no such user"), Verdict::no_such_address);
    EXPECT_EQ(mail::verdict_on(550, "550 5.1.1 no such user"), Verdict::no_such_address);
    EXPECT_EQ(mail::verdict_on(550, "550 5.7.1 we take nothing from you"), Verdict::refused);
    EXPECT_EQ(mail::verdict_on(552, "552 5.2.2 mailbox full"), Verdict::refused);
    EXPECT_EQ(mail::verdict_on(554, "554 no"), Verdict::refused);
}

TEST(Settings, what_does_not_fit_together_is_named) {
    auto settings = settings_for(0);
    EXPECT_EQ(mail::fault(settings), std::nullopt);
    settings.host = "mail.example.org";
    EXPECT_TRUE(mail::fault(settings)->starts_with("mail_tls: none is for a mail server on this machine"));
    settings.tls = mail::Tls::starttls;
    EXPECT_EQ(mail::fault(settings), std::nullopt);
    EXPECT_EQ(settings.port_in_use(), 587);
    settings.user = "lomwong";
    EXPECT_EQ(mail::fault(settings), "mail_user and mail_password_file are asked for together");
    settings.user.clear();
    settings.origin.clear();
    EXPECT_TRUE(mail::fault(settings)->starts_with("public_url:"));
    settings.from = "สำนักงาน@example.org";
    EXPECT_TRUE(mail::fault(settings)->starts_with("mail_from:"));
}

EACH_ENGINE(Mail, what_waits_after_a_failed_try_is_seen_and_can_be_tried_at_once) {
    SmtpServer server(Mood::busy);
    Office office(engine, settings_for(server.port()));
    EXPECT_EQ(office.queue(), Queued::yes);
    EXPECT_TRUE(mail::list_unsent(*office.database->read(), 10).empty()) << "nothing is wrong with it yet";
    office.work();
    const auto unsent = mail::list_unsent(*office.database->read(), 10);
    ASSERT_EQ(unsent.size(), 1u);
    EXPECT_EQ(unsent[0].state, MessageState::queued);
    EXPECT_NE(unsent[0].problem.find("451"), std::string::npos) << unsent[0].problem;
    server.set(Mood::friendly);
    EXPECT_TRUE(office.database->write([&](db::Tx& tx) { return mail::try_now(tx, unsent[0].id); }));
    office.work();
    EXPECT_EQ(office.last().state, MessageState::sent);
    EXPECT_TRUE(mail::list_unsent(*office.database->read(), 10).empty());
    EXPECT_FALSE(office.database->write([&](db::Tx& tx) { return mail::try_now(tx, unsent[0].id); })) << "it has been sent";
}

EACH_ENGINE(Mail, what_waits_is_given_up_when_it_is_dropped_and_forgotten_when_it_is_dropped_again) {
    SmtpServer server(Mood::busy);
    Office office(engine, settings_for(server.port()));
    EXPECT_EQ(office.queue(), Queued::yes);
    office.work();
    const auto drop = [&] {
        return office.database->write([&](db::Tx& tx) { return mail::drop(tx, mail::list_messages(tx, 1).at(0).id); });
    };
    EXPECT_EQ(drop().value().recipient, "somchai@example.org");
    EXPECT_EQ(office.last().state, MessageState::failed);
    EXPECT_EQ(office.last().plain, "") << "its words may hold a link that gives a right";
    EXPECT_TRUE(drop());
    EXPECT_TRUE(mail::list_messages(*office.database->read(), 1).empty());
}

EACH_ENGINE(Mail, what_came_back_is_kept_until_the_address_is_forgiven) {
    SmtpServer server(Mood::knows_nobody);
    Office office(engine, settings_for(server.port()));
    EXPECT_EQ(office.queue(), Queued::yes);
    office.work();
    const auto now = office.database->now();
    EXPECT_EQ(mail::count_unsent_since(*office.database->read(), {now.ms - 1000}), 1);
    EXPECT_EQ(mail::count_unsent_since(*office.database->read(), {now.ms + 1}), 0);
    const auto id = office.last().id;
    EXPECT_FALSE(office.database->write([&](db::Tx& tx) { return mail::drop(tx, id); }));
    office.database->write([&](db::Tx& tx) { return mail::forgive(tx, "somchai@example.org"); });
    EXPECT_TRUE(office.database->write([&](db::Tx& tx) { return mail::drop(tx, id); }));
}

}  // namespace
