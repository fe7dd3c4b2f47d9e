#include "journal/journal.hpp"
#include "records/history.hpp"
#include "support/office.hpp"

namespace records {

namespace {

struct RecordsOffice : support::Office {
    explicit RecordsOffice(db::Engine engine) : Office(engine, {}) {}

    // A contributor's draft for the organisation, kept in the journal with its text as features do.
    Envelope draft(const std::string& title = "บันทึก") {
        return write([&](db::Tx& tx) {
            NewRecord record{.kind = "item", .collection = "items", .owner_id = organisation};
            record.description.title = title;
            record.audience.visibility = Visibility::public_;
            auto envelope = insert(tx, contributor.person, record);
            journal::record(tx, contributor.person, "items.written", {envelope.id, envelope.version, R"({"title":")" + title + "\"}"});
            return envelope;
        });
    }
    static std::string path(const Envelope& record, const std::string& step = "") {
        return "/api/records/" + std::to_string(record.id.value) + (step.empty() ? "" : "/" + step);
    }
    State state(const Envelope& record) { return find(*database().read(), record.id)->state; }
};

}  // namespace

OFFICE_TEST(RecordsOffice, a_contributor_sends_for_review_and_an_editor_publishes_sends_back_or_withdraws) {
    const auto record = office.draft();
    EXPECT_EQ(office.contributor.post(office.path(record, "publish")).code(), "may_not_publish");
    EXPECT_EQ(office.contributor.post(office.path(record, "review")).status, 200u);
    EXPECT_EQ(office.state(record), State::review);
    EXPECT_EQ(office.editor.post(office.path(record, "send-back")).status, 200u);
    EXPECT_EQ(office.state(record), State::draft);
    EXPECT_EQ(office.editor.post(office.path(record, "publish")).status, 200u);
    EXPECT_EQ(office.guest.get(office.path(record)).status, 200u);
    EXPECT_EQ(office.contributor.post(office.path(record, "withdraw")).code(), "may_not_publish");
    EXPECT_EQ(office.editor.post(office.path(record, "withdraw")).status, 200u);
    EXPECT_EQ(office.guest.get(office.path(record)).status, 404u);
}

OFFICE_TEST(RecordsOffice, each_step_in_the_life_of_a_record_is_told_to_those_who_work_on_it_with_who_took_it) {
    const auto record = office.draft();
    office.editor.post(office.path(record, "publish"));
    const auto steps = office.steward.get(office.path(record, "history")).as<std::vector<Step>>();
    ASSERT_EQ(steps.size(), 2u);
    std::vector<std::string> actions;
    actions.reserve(steps.size());
    for (const auto& step : steps) actions.push_back(step.action);
    std::ranges::sort(actions);
    EXPECT_EQ(actions, (std::vector<std::string>{"items.written", "records.published"}));
    EXPECT_EQ(office.member.get(office.path(record, "history")).status, 403u);
    EXPECT_EQ(office.guest.get(office.path(record, "history")).code(), "sign_in_needed");
}

OFFICE_TEST(RecordsOffice, two_versions_are_compared_field_by_field_and_one_that_is_not_kept_is_not_found) {
    const auto record = office.draft("ก่อน");
    office.write([&](db::Tx& tx) {
        const auto now = revise(tx, office.contributor.person, record.id, record.version, {.title = "หลัง"});
        journal::record(tx, office.contributor.person, "items.edited", {now.id, now.version, R"({"title":"หลัง"})"});
    });
    const auto compare = [&](const std::string& versions) {
        return office.contributor.get(office.path(record, "history/compare?" + versions));
    };
    const auto differences = compare("from=1&to=2").as<std::vector<Difference>>();
    ASSERT_EQ(differences.size(), 1u);
    EXPECT_EQ(differences[0].pointer, "/title");
    EXPECT_EQ(differences[0].before, "ก่อน");
    EXPECT_EQ(differences[0].after, "หลัง");
    EXPECT_EQ(compare("from=1&to=9").status, 404u);
}

OFFICE_TEST(RecordsOffice, a_draft_is_deleted_by_who_wrote_it_what_was_read_only_by_an_editor_and_both_come_back) {
    const auto draft = office.draft();
    EXPECT_EQ(office.contributor.del(office.path(draft), 9).code(), "edited_elsewhere") << "who deletes has seen it as it stands";
    EXPECT_EQ(office.contributor.del(office.path(draft), draft.version).status, 200u);
    EXPECT_EQ(office.contributor.get(office.path(draft)).status, 404u);
    EXPECT_EQ(office.stranger.post(office.path(draft, "restore")).status, 404u);
    EXPECT_EQ(office.contributor.post(office.path(draft, "restore")).status, 200u);
    EXPECT_EQ(office.state(draft), State::draft);
    office.editor.post(office.path(draft, "publish"));
    const auto stands = find(*office.database().read(), draft.id)->version;
    EXPECT_EQ(office.contributor.del(office.path(draft), stands).code(), "may_not_publish");
    EXPECT_EQ(office.editor.del(office.path(draft), stands).status, 200u);
}

OFFICE_TEST(RecordsOffice, the_audience_is_shown_to_who_may_change_it_and_changed_by_who_publishes) {
    const auto record = office.draft();
    office.editor.post(office.path(record, "publish"));
    EXPECT_EQ(office.guest.get(office.path(record)).body.find("\"audience\""), std::string::npos);
    EXPECT_NE(office.editor.get(office.path(record)).body.find("\"audience\""), std::string::npos);
    const auto stands = find(*office.database().read(), record.id)->version;
    const Audience members{Visibility::members, {}, {}};
    EXPECT_EQ(office.contributor.put(office.path(record, "audience"), members, stands).code(), "may_not_publish");
    EXPECT_EQ(office.editor.put(office.path(record, "audience"), members, stands).status, 200u);
    EXPECT_EQ(office.guest.get(office.path(record)).status, 404u);
    EXPECT_EQ(office.member.get(office.path(record)).status, 200u);
}

OFFICE_TEST(RecordsOffice, an_administrator_who_narrows_the_audience_still_reads_by_name_and_others_do_not) {
    for (const auto narrower : {Visibility::partners, Visibility::members, Visibility::private_}) {
        const auto record = office.draft();
        office.editor.post(office.path(record, "publish"));
        const auto stands = find(*office.database().read(), record.id)->version;
        EXPECT_EQ(office.administrator.put(office.path(record, "audience"), Audience{narrower, {}, {}}, stands).status, 200u);
        EXPECT_EQ(office.administrator.get(office.path(record)).status, 200u);
        EXPECT_EQ(audience(*office.database().read(), record.id).persons, std::vector{office.administrator.person});
        EXPECT_EQ(office.stranger.get(office.path(record)).status, 404u);
    }
}

OFFICE_TEST(RecordsOffice, a_list_holds_what_its_reader_may_read_and_goes_on_where_it_ended) {
    for (const auto* title : {"หนึ่ง", "สอง", "สาม"}) office.editor.post(office.path(office.draft(title), "publish"));
    office.draft("ร่าง");
    const auto first = office.guest.get("/api/records?kind=item&limit=2").as<http::List<Card>>();
    EXPECT_EQ(first.items.size(), 2u);
    ASSERT_TRUE(first.next);
    const auto rest = office.guest.get("/api/records?kind=item&limit=2&after=" + *first.next).as<http::List<Card>>();
    EXPECT_EQ(rest.items.size(), 1u);
    EXPECT_FALSE(rest.next);
    EXPECT_TRUE(office.guest.get("/api/records?kind=item&state=draft").as<http::List<Card>>().items.empty());
    EXPECT_EQ(office.editor.get("/api/records?kind=item&state=draft").as<http::List<Card>>().items.size(), 1u);
}

}  // namespace records
