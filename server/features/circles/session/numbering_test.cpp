#include "circles/session/numbering.hpp"

#include <gtest/gtest.h>

#include "circles/circles_office.hpp"

namespace circles {

using Numbers = std::vector<std::int64_t>;

static HeldSession held(std::optional<std::int64_t> said = {}) {
    return {{}, said, {}};
}

TEST(Numbering, held_sessions_count_from_one) {
    EXPECT_EQ(numbers({held(), held(), held()}, 0), (Numbers{1, 2, 3}));
}

TEST(Numbering, sessions_before_the_first_recorded_one_are_counted_on) {
    EXPECT_EQ(numbers({held(), held()}, 60), (Numbers{61, 62}));
}

TEST(Numbering, the_number_on_the_paper_stands_and_the_count_goes_on_from_it) {
    EXPECT_EQ(numbers({held(3), held(), held()}, 0), (Numbers{3, 4, 5}));
}

TEST(Numbering, nothing_held_has_no_numbers) {
    EXPECT_TRUE(numbers({}, 12).empty());
}

static void delete_record(CirclesOffice& office, const records::Envelope& session) {
    const auto path = "/api/records/" + std::to_string(session.id.value);
    EXPECT_EQ(office.editor.del(path, office.show(office.editor, session).record.version).status, 200u);
}

OFFICE_TEST(CirclesOffice, the_number_of_a_held_session_that_was_deleted_is_given_to_no_other) {
    const auto circle = office.new_circle();
    const auto first = office.hold(circle, {2026, 11, 4});
    const auto second = office.hold(circle, {2026, 11, 11});
    delete_record(office, second);
    const auto third = office.hold(circle, {2026, 11, 18});
    EXPECT_EQ(office.show(office.guest, first).ordinal, 1);
    EXPECT_EQ(office.show(office.guest, third).ordinal, 3);
    EXPECT_EQ(office.show_circle(office.guest, circle).counters.held, 2) << "what is there to read is counted";
    office.editor.post("/api/records/" + std::to_string(second.id.value) + "/restore");
    EXPECT_EQ(office.show(office.guest, second).ordinal, 2);
}

OFFICE_TEST(CirclesOffice, a_session_that_was_not_held_after_all_gives_its_number_up_before_it_is_deleted) {
    const auto circle = office.new_circle();
    const auto mistaken = office.hold(circle, {2026, 11, 11});
    const auto next = office.hold(circle, {2026, 11, 18});
    EXPECT_EQ(office.editor.post("/api" + mistaken.address + "/reopen").status, 200u);
    delete_record(office, mistaken);
    EXPECT_EQ(office.show(office.guest, next).ordinal, 1);
}

OFFICE_TEST(CirclesOffice, a_planned_session_that_is_deleted_frees_no_number_and_gives_its_topics_back) {
    const auto circle = office.new_circle();
    const auto held = office.hold(circle, {2026, 11, 18});
    const auto planned = office.plan(circle, base::Date{2026, 11, 25});
    const auto topics = "/api" + circle.address + "/topics";
    const auto topic = office.contributor.post(topics, R"({"title":"ที่จอดรถหน้าตลาด"})");
    ASSERT_EQ(topic.status, 201u) << topic.body;
    const auto listed = [&] { return office.member.get(topics).as<std::vector<Topic>>().at(0); };
    const auto plan = R"({"state":"scheduled","session":)" + std::to_string(planned.id.value) + "}";
    ASSERT_EQ(office.editor.put("/api" + listed().address + "/plan", plan).status, 200u);
    EXPECT_EQ(listed().state, TopicState::scheduled);
    delete_record(office, planned);
    EXPECT_EQ(listed().state, TopicState::open);
    EXPECT_EQ(office.show(office.guest, held).ordinal, 1);
}

}  // namespace circles
