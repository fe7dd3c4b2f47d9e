#include "circles/tree/tree.hpp"

#include "circles/circles_office.hpp"

namespace circles {

namespace {

constexpr base::Date today{2026, 11, 18};

// A village's circle under a tambon's under a district's.
struct TreeOffice : CirclesOffice {
    explicit TreeOffice(db::Engine engine) : CirclesOffice(engine) {
        village = named("วงบ้านวัดโบสถ์");
        tambon = named("วงตำบลบ้านเลือก");
        district = named("วงอำเภอโพธาราม");
        EXPECT_EQ(set_above(village, tambon).status, 200u);
        EXPECT_EQ(set_above(tambon, district).status, 200u);
        session = hold(village, today);
    }

    records::Envelope named(const std::string& title) {
        auto form = circle_form();
        form.title = {title};
        return new_circle(form);
    }

    support::Reply set_above(const records::Envelope& circle, const records::Envelope& above) {
        const auto version = show_circle(editor, circle).record.version;
        return editor.put("/api" + circle.address + "/above", R"({"above":)" + std::to_string(above.id.value) + "}", version);
    }

    PointId said(const std::string& words, Consent consent = Consent::nameless) {
        const auto point = say(contributor, session, words).as<Point>();
        const auto at = "/api" + session.address + "/points/" + std::to_string(point.id.value) + "/consent";
        contributor.put(at, ConsentForm{consent, {}});
        return point.id;
    }

    support::Reply pass(const records::Envelope& to, std::optional<PointId> point = {}) {
        return editor.post("/api" + session.address + "/issues", form(to, point));
    }

    static IssueForm form(const records::Envelope& to, std::optional<PointId> point = {}) {
        return {.to = {to.id.value}, .point = point, .title = {"น้ำประปาขุ่นทุกหน้าฝน"}, .note = {}};
    }

    static support::Reply answer(support::Client& client, const IssueStep& issue, const std::string& words) {
        return client.put("/api" + issue.address + "/issue", IssueAnswer{Outcome::will_do, {words}, issue.version});
    }

    TreeReply tree(support::Client& client, const records::Envelope& circle) {
        return client.get("/api" + circle.address + "/tree").as<TreeReply>();
    }

    records::Envelope village, tambon, district, session;
};

std::vector<std::string> titles(const std::vector<TreeLine>& lines) {
    std::vector<std::string> all;
    all.reserve(lines.size());
    for (const auto& line : lines) all.push_back(std::string(static_cast<std::size_t>(line.depth), '-') + line.title);
    return all;
}

using Titles = std::vector<std::string>;

}  // namespace

OFFICE_TEST(TreeOffice, circles_stand_in_a_tree_and_each_page_shows_what_is_above_and_below) {
    const auto reply = office.tree(office.guest, office.village);
    EXPECT_EQ(titles(reply.above), (Titles{"วงอำเภอโพธาราม", "วงตำบลบ้านเลือก"}));
    const auto other = office.named("วงบ้านคลอง");
    office.set_above(other, office.tambon);
    EXPECT_EQ(titles(office.tree(office.guest, office.district).below), (Titles{"-วงตำบลบ้านเลือก", "--วงบ้านคลอง", "--วงบ้านวัดโบสถ์"}));
    EXPECT_EQ(office.tree(office.guest, office.district).below.back().held, 1);
}

OFFICE_TEST(TreeOffice, no_circle_stands_above_itself_by_whatever_way) {
    EXPECT_EQ(office.set_above(office.district, office.village).problem().errors.at(0).code, "circle_below");
    EXPECT_EQ(office.set_above(office.district, office.district).problem().errors.at(0).code, "circle_below");
    EXPECT_EQ(office.set_above(office.village, office.session).problem().errors.at(0).code, "unknown_circle");
    const auto version = office.show_circle(office.editor, office.village).record.version;
    EXPECT_EQ(office.editor.put("/api" + office.village.address + "/above", "{}", version).status, 200u);
    EXPECT_TRUE(office.tree(office.guest, office.village).above.empty());
}

OFFICE_TEST(TreeOffice, what_a_village_passes_up_is_a_topic_there_and_its_answer_comes_back_to_the_word_it_came_from) {
    const auto point = office.said("น้ำขุ่นจนซักผ้าไม่ได้");
    const auto passed = office.pass(office.tambon, point);
    ASSERT_EQ(passed.status, 200u) << passed.body;
    const auto issue = passed.as<std::vector<Thread>>().at(0).steps.at(0);
    EXPECT_EQ(issue.to.title, "วงตำบลบ้านเลือก");
    EXPECT_EQ(issue.session->address, office.session.address);
    EXPECT_EQ(office.tree(office.guest, office.village).above.back().waiting, 1);
    const auto topics = office.guest.get("/api" + office.tambon.address + "/topics").as<std::vector<Topic>>();
    ASSERT_EQ(topics.size(), 1u);

    const auto planned = office.plan(office.tambon, {2026, 11, 25});
    office.editor.put("/api" + issue.address + "/plan", TopicPlan{TopicState::scheduled, SessionId{planned.id.value}});
    EXPECT_EQ(office.show(office.guest, planned).topics.size(), 1u) << "it is on the agenda of the circle above";
    EXPECT_EQ(office.show(office.guest, planned).issues, 1);
    const auto there = office.guest.get("/api" + planned.address + "/issues").as<std::vector<Thread>>();
    EXPECT_EQ(there.at(0).steps.at(0).taken_up->address, planned.address);

    EXPECT_EQ(TreeOffice::answer(office.guest, issue, "เดี๋ยวก็ใส").status, 401u);
    ASSERT_EQ(TreeOffice::answer(office.editor, issue, "เปลี่ยนท่อเสร็จเดือนหน้า").status, 200u);
    EXPECT_EQ(TreeOffice::answer(office.editor, issue, "อีกคนตอบพร้อมกัน").status, 412u);
    const auto shown = office.show(office.guest, office.session).points.at(0);
    ASSERT_EQ(shown.passed_on.size(), 1u);
    EXPECT_EQ(shown.passed_on[0].to, "วงตำบลบ้านเลือก");
    EXPECT_EQ(shown.passed_on[0].answer, "เปลี่ยนท่อเสร็จเดือนหน้า");
    EXPECT_EQ(office.tree(office.guest, office.village).above.back().waiting, 0);
}

OFFICE_TEST(TreeOffice, an_issue_goes_on_to_the_circle_above_and_the_answer_comes_all_the_way_down) {
    const auto point = office.said("น้ำขุ่นจนซักผ้าไม่ได้");
    const auto first = office.pass(office.tambon, point).as<std::vector<Thread>>().at(0).steps.at(0);
    const auto on = office.editor.post("/api" + first.address + "/issues", TreeOffice::form(office.district));
    ASSERT_EQ(on.status, 200u) << on.body;
    const auto thread = on.as<Thread>();
    ASSERT_EQ(thread.steps.size(), 2u);
    EXPECT_EQ(thread.steps[1].direction, Direction::up);
    TreeOffice::answer(office.editor, thread.steps[1], "อำเภอจัดงบให้แล้ว");
    EXPECT_EQ(office.show(office.guest, office.session).points.at(0).passed_on.at(0).answer, "อำเภอจัดงบให้แล้ว");
    EXPECT_EQ(office.tree(office.guest, office.village).above.back().waiting, 0) << "answered further up, nobody waits at the tambon";
    for (const auto& circle : {office.village, office.tambon, office.district}) {
        const auto threads = office.tree(office.guest, circle).threads;
        ASSERT_EQ(threads.size(), 1u) << circle.title;
        EXPECT_EQ(threads[0].steps.size(), 2u) << "the whole way is to be seen from each";
    }
    EXPECT_EQ(office.guest.get("/api" + thread.steps[1].address + "/issue").as<Thread>().steps.size(), 2u);
    const auto topic = office.guest.get("/api" + office.district.address + "/topics").as<std::vector<Topic>>().at(0);
    EXPECT_EQ(topic.state, TopicState::done) << "answered without a session, it is off the list";
}

OFFICE_TEST(TreeOffice, a_circle_asks_the_ones_right_below_it_and_nobody_farther) {
    const auto tambon_session = office.hold(office.tambon, today);
    const auto ask = [&](const records::Envelope& to) {
        return office.editor.post("/api" + tambon_session.address + "/issues", TreeOffice::form(to));
    };
    EXPECT_EQ(ask(office.village).as<std::vector<Thread>>().at(0).steps.at(0).direction, Direction::down);
    EXPECT_EQ(ask(office.named("วงอื่น")).problem().errors.at(0).code, "not_next_in_tree");
    EXPECT_EQ(office.pass(office.district).problem().errors.at(0).code, "not_next_in_tree");
}

OFFICE_TEST(TreeOffice, what_its_speaker_keeps_in_the_circle_is_not_passed_on) {
    EXPECT_EQ(office.pass(office.tambon, office.said("เรื่องในบ้าน", Consent::circle)).code(), "stays_in_the_circle");
    EXPECT_EQ(office.pass(office.tambon, PointId{1}).problem().errors.at(0).code, "no_such_point");
    EXPECT_EQ(office.contributor.get("/api" + office.session.address + "/issues").as<std::vector<Thread>>().size(), 0u);
}

OFFICE_TEST(TreeOffice, a_circle_that_one_may_not_read_is_not_named_and_its_answer_is_told_all_the_same) {
    const auto point = office.said("น้ำขุ่นจนซักผ้าไม่ได้");
    const auto issue = office.pass(office.tambon, point).as<std::vector<Thread>>().at(0).steps.at(0);
    TreeOffice::answer(office.editor, issue, "จะเปลี่ยนท่อ");
    const auto version = office.show_circle(office.editor, office.tambon).record.version;
    office.steward.put("/api/records/" + std::to_string(office.tambon.id.value) + "/audience",
                       R"({"visibility":"members","partners":[],"persons":[]})", version);
    const auto threads = office.guest.get("/api" + office.session.address + "/issues").as<std::vector<Thread>>();
    ASSERT_EQ(threads.size(), 1u);
    EXPECT_EQ(threads[0].steps.at(0).to.title, "");
    EXPECT_EQ(threads[0].steps.at(0).address, "");
    EXPECT_EQ(threads[0].steps.at(0).answer, "จะเปลี่ยนท่อ");
    EXPECT_TRUE(office.tree(office.guest, office.village).above.size() == 1) << "the district's, beyond it";
}

}  // namespace circles
