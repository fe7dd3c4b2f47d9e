#include "circles/circles_office.hpp"
#include "circles/method/catalogue.hpp"

namespace circles {

namespace {

std::string copy_of(const records::RecordId& owner, const std::string& key, const Method& content) {
    return R"({"owner":)" + std::to_string(owner.value) + R"(,"copied_from":")" + key + R"(","content":)" + json::write(content) + "}";
}

MethodReply show(support::Client& client, const std::string& key) {
    const auto reply = client.get("/api/methods/" + key);
    EXPECT_EQ(reply.status, 200u) << reply.body;
    return reply.as<MethodReply>();
}

}  // namespace

TEST(Methods, that_are_shipped_can_be_read_in_both_languages_and_ask_the_same_in_both) {
    ASSERT_GE(shipped_methods().size(), 12u);
    for (const auto& [key, method] : shipped_methods()) {
        SCOPED_TRACE(key);
        for (const auto* content : {&method.th, &method.en}) {
            json::Errors errors;
            json::read<Method>(json::write(*content), errors);
            EXPECT_TRUE(errors.empty()) << json::write(*content);
        }
        EXPECT_EQ(method.th.kind, method.en.kind);
        ASSERT_EQ(method.th.fields.size(), method.en.fields.size());
        for (std::size_t i = 0; i < method.th.fields.size(); ++i) {
            EXPECT_EQ(method.th.fields[i].kind, method.en.fields[i].kind);
            EXPECT_EQ(method.th.fields[i].days_after, method.en.fields[i].days_after);
        }
        EXPECT_EQ(minutes_of(method.th), minutes_of(method.en));
        EXPECT_FALSE(method.th.steps.empty());
        EXPECT_FALSE(method.th.questions.empty());
        EXPECT_FALSE(method.th.roles.empty());
    }
}

TEST(Methods, of_peers_ask_again_after_thirty_and_ninety_days) {
    EXPECT_EQ(follows_days(find_shipped("peer_assist")->th), 90);
    EXPECT_EQ(follows_days(find_shipped("after_action_review")->th), 0);
}

OFFICE_TEST(CirclesOffice, anybody_reads_the_methods_that_are_shipped) {
    const auto listed = office.guest.get("/api/methods").as<std::vector<MethodCard>>();
    EXPECT_EQ(listed.size(), shipped_methods().size());
    const auto method = show(office.guest, "peer_assist");
    EXPECT_EQ(method.content.title.value, "เพื่อนช่วยเพื่อน");
    EXPECT_FALSE(method.record);
    EXPECT_GT(method.minutes, 60);
    const auto page = office.guest.get("/methods/peer_assist");
    ASSERT_EQ(page.status, 200u);
    EXPECT_NE(page.body.find("เพื่อนถามให้เข้าใจ"), std::string::npos);
    EXPECT_EQ(office.guest.get("/api/methods/no_such_method").status, 404u);
    EXPECT_EQ(office.guest.get("/api/methods/12").status, 404u);
}

OFFICE_TEST(CirclesOffice, an_organisation_copies_a_method_and_changes_its_own_alone) {
    auto content = find_shipped("tea_circle")->th;
    content.title = {"วงกาแฟหน้าเทศบาล"};
    const auto made = office.editor.post("/api/methods", copy_of(office.organisation, "tea_circle", content));
    ASSERT_EQ(made.status, 201u) << made.body;
    const auto record = made.as<records::Envelope>();
    EXPECT_EQ(record.address, "/methods/1");
    EXPECT_EQ(show(office.guest, "1").copied_from, "/methods/tea_circle");
    content.purpose = {"คุยก่อนเข้างาน"};
    EXPECT_EQ(office.editor.put("/api/methods/1", json::write(content), record.version).status, 200u);
    EXPECT_EQ(office.editor.put("/api/methods/1", json::write(content), record.version).status, 412u) << "somebody was first";
    EXPECT_EQ(show(office.guest, "1").content.purpose.value, "คุยก่อนเข้างาน");
    EXPECT_NE(show(office.guest, "tea_circle").content.purpose.value, "คุยก่อนเข้างาน");
    EXPECT_EQ(office.member.put("/api/methods/1", json::write(content), 2).status, 403u);
    const auto second = office.editor.post("/api/methods", copy_of(office.organisation, "1", content)).as<records::Envelope>();
    EXPECT_NE(office.guest.get("/api/records/" + std::to_string(second.id.value) + "/river").body.find("adapted_into"), std::string::npos);
    EXPECT_EQ(office.guest.get("/api/methods").as<std::vector<MethodCard>>().size(), shipped_methods().size() + 2);
}

OFFICE_TEST(CirclesOffice, a_method_that_turns_inward_is_nobodys_but_its_readers) {
    const auto record =
        office.editor.post("/api/methods", copy_of(office.organisation, "", find_shipped("dialogue")->th)).as<records::Envelope>();
    office.database().write([&](db::Tx& tx) { records::set_audience(tx, record.id, {records::Visibility::members, {}, {}}); });
    EXPECT_EQ(office.guest.get("/api/methods/1").status, 404u);
    EXPECT_EQ(office.guest.get("/api/methods").as<std::vector<MethodCard>>().size(), shipped_methods().size());
    EXPECT_EQ(show(office.member, "1").content.title.value, "สุนทรียสนทนา");
}

OFFICE_TEST(CirclesOffice, a_choice_offers_something_and_nothing_else_does) {
    auto content = find_shipped("tea_circle")->th;
    MethodField field;
    field.label = {"เอาไหม"};
    field.kind = FieldKind::choice;
    content.fields = {field};
    EXPECT_EQ(office.editor.post("/api/methods", copy_of(office.organisation, "", content)).problem().errors.at(0).pointer,
              "/content/fields/0/choices");
    field.kind = FieldKind::number;
    field.choices = std::vector<base::Line>{{"หนึ่ง"}};
    content.fields = {field};
    EXPECT_EQ(office.editor.post("/api/methods", copy_of(office.organisation, "", content)).problem().errors.at(0).code, "stays");
}

}  // namespace circles
