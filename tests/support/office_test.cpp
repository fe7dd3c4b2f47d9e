#include "support/office.hpp"

namespace {

struct Question {
    base::Line text;
};
BOOST_DESCRIBE_STRUCT(Question, (), (text))

struct Answer {
    std::string text;
    base::PersonId by;
};
BOOST_DESCRIBE_STRUCT(Answer, (), (text, by))

Answer ask(http::Call& call, const Question& question) {
    return {question.text.value, call.person()};
}

void add_routes(http::Router& router) {
    router.post("/api/ask", ask, access::signed_in, http::WriteKind::record);
}

struct GroundOffice : support::Office {
    explicit GroundOffice(db::Engine engine) : Office(engine, {{{}, add_routes}}) {}
};

}  // namespace

OFFICE_TEST(GroundOffice, each_kind_of_person_is_somebody_else) {
    for (const auto& kind : office.kinds_of_person()) {
        const auto reply = (office.*kind.client).post("/api/ask", Question{{"สวัสดี"}});
        if (kind.name == "guest") {
            EXPECT_EQ(reply.code(), "sign_in_needed");
        } else {
            EXPECT_EQ(reply.as<Answer>().by, (office.*kind.client).person) << kind.name;
        }
    }
}

OFFICE_TEST(GroundOffice, problems_come_in_the_language_of_the_caller) {
    office.guest.headers.set("Accept-Language", "en");
    EXPECT_EQ(office.guest.post("/api/ask", "{}").problem().title, "Please sign in; what you typed is kept");
}

OFFICE_TEST(GroundOffice, time_passes_only_when_it_is_told_to) {
    const auto before = office.write([](db::Tx& tx) { return tx.now().ms; });
    office.clock.advance_days(1);
    EXPECT_EQ(office.write([](db::Tx& tx) { return tx.now().ms; }) - before, std::int64_t{24} * 60 * 60 * 1000);
}
