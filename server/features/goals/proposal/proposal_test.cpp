#include "goals/proposal/shown_proposal.hpp"
#include "goals/vote/wishing_office.hpp"

// By what people would know that a goal is reached: proposed, supported, voted on by itself, decided, measured.
namespace goals {

namespace {

struct ProposingOffice : WishingOffice {
    explicit ProposingOffice(db::Engine engine) : WishingOffice(engine), goal(new_goal(subdistrict, R"(,"targets":[])")) {}

    static std::string words(const std::string& title, const std::string& more = "") {
        return R"({"title":")" + title + R"(","reason":"เห็นได้ด้วยตา","rule":"นับสมุดฝากที่เปิดแล้ว","verification":"เพื่อนบ้านห้าหลังตรวจกันเอง",)" +
               R"("unit":"household","counted_as":"percent","direction":"up")" + more + "}";
    }
    records::Envelope propose(support::Client& client, const std::string& form, const std::string& where = "/api/goals/1") {
        const auto reply = client.post(where + "/proposals", form);
        EXPECT_EQ(reply.status, 201u) << reply.body;
        return reply.as<records::Envelope>();
    }
    static std::string path(const records::Envelope& proposal) { return "/api/indicator-proposals/" + std::to_string(proposal.number); }
    using GoalsOffice::show;
    static ShownProposal show(support::Client& client, const records::Envelope& proposal) {
        const auto reply = client.get(path(proposal));
        EXPECT_EQ(reply.status, 200u) << reply.body;
        return reply.as<ShownProposal>();
    }
    support::Reply decide(const records::Envelope& proposal, const std::string& form) {
        return editor.put(path(proposal) + "/decision", form, show(editor, proposal).record.version);
    }
    ShownProposal adopt(const records::Envelope& proposal, const std::string& more = "") {
        const auto reply = decide(proposal, R"({"decision":"adopted","on":"2026-11-21","meeting":"ประชาคมตำบล")" + more + "}");
        EXPECT_EQ(reply.status, 200u) << reply.body;
        return show(editor, proposal);
    }
    std::vector<ProposalCard> list(const std::string& where = "/api/goals/1") {
        return guest.get(where + "/proposals").as<std::vector<ProposalCard>>();
    }

    records::Envelope goal;
};

}  // namespace

OFFICE_TEST(ProposingOffice, a_neighbour_proposes_an_indicator_people_support_it_and_a_village_votes_on_it_by_itself) {
    EXPECT_EQ(office.guest.post("/api/goals/1/proposals", office.words("บ้านที่มีสมุดฝาก")).status, 401u);
    const auto proposal = office.propose(office.stranger, office.words("บ้านที่มีสมุดฝาก"));
    EXPECT_EQ(proposal.address, "/indicators/proposals/1");
    EXPECT_EQ(office.list().at(0).supports, 1) << "who proposes it supports it";
    EXPECT_EQ(office.member.put(office.path(proposal) + "/support", "").as<ShownProposal>().proposal.supports, 2);
    EXPECT_EQ(office.member.del(office.path(proposal) + "/support").as<ShownProposal>().proposal.supports, 1);
    const auto ballots = office.vote("80010101", R"("yes":41,"no":3,"abstain":2)");
    EXPECT_EQ(office.stranger.post(office.path(proposal) + "/votes", ballots).status, 403u) << "who proposed it does not count the votes";
    const auto voted = office.editor.post(office.path(proposal) + "/votes", ballots);
    ASSERT_EQ(voted.status, 200u) << voted.body;
    EXPECT_EQ(voted.as<ShownProposal>().proposal.standing, GoalState::voted);
    EXPECT_EQ(voted.as<ShownProposal>().votes.places.at(0).stands.meeting, "ประชาคมหมู่บ้าน");
    EXPECT_EQ(office.show_goal(office.guest, office.goal).votes.places.size(), 0u) << "the goal itself was not voted on";
    EXPECT_NE(office.guest.get("/indicators/proposals/1").body.find("เพื่อนบ้านห้าหลัง"), std::string::npos);
    EXPECT_NE(office.guest.get("/goals/1").body.find("/indicators/proposals/1"), std::string::npos);
}

OFFICE_TEST(ProposingOffice, who_made_the_goal_keys_in_and_decides_what_others_propose_for_it) {
    const auto made = office.contributor.post("/api/goals", office.form(village_1, R"(,"targets":[])"));
    ASSERT_EQ(made.status, 201u) << made.body;
    const auto proposal = office.propose(office.stranger, office.words("บ้านที่มีสมุดฝาก"), "/api/goals/2");
    EXPECT_TRUE(office.show(office.contributor, proposal).may_decide);
    EXPECT_FALSE(office.show(office.stranger, proposal).may_decide);
    const auto voted = office.contributor.post(office.path(proposal) + "/votes", office.vote("80010101", R"("yes":41,"no":3,"abstain":2)"));
    EXPECT_EQ(voted.status, 200u) << voted.body;
    const auto decision = R"({"decision":"adopted","on":"2026-11-21"})";
    EXPECT_EQ(office.guest.put(office.path(proposal) + "/decision", decision, proposal.version).status, 401u);
    EXPECT_EQ(office.stranger.put(office.path(proposal) + "/decision", decision, proposal.version).status, 403u);
    const auto decided = office.contributor.put(office.path(proposal) + "/decision", decision, proposal.version);
    EXPECT_EQ(decided.status, 200u) << decided.body;
}

OFFICE_TEST(ProposingOffice, an_accepted_proposal_becomes_an_indicator_that_the_goal_is_measured_by) {
    const auto proposal = office.propose(office.stranger, office.words("บ้านที่มีสมุดฝาก"));
    const auto shown = office.adopt(proposal, R"(,"code":"passbooks")");
    ASSERT_TRUE(shown.proposal.indicator);
    EXPECT_EQ(shown.proposal.indicator->address, "/indicators/passbooks");
    EXPECT_EQ(office.show_goal(office.guest, office.goal).indicator, "passbooks") << "the goal had none";
    const auto made = office.show(office.guest, "passbooks");
    EXPECT_EQ(made.definition.verification->value, "เพื่อนบ้านห้าหลังตรวจกันเอง");
    EXPECT_EQ(made.definition.goal->value, "ทุกบ้านมีเงินออม");
    EXPECT_EQ(made.traits.calculation, Calculation::ratio);
    EXPECT_EQ(made.owner->id, office.organisation);
    office.measure(2023, village_1, 70, 100, "passbooks");
    const auto card = office.list().at(0);
    ASSERT_TRUE(card.latest);
    EXPECT_EQ(card.latest->figure.value, base::whole(70));
    const auto river = office.guest.get("/api/records/" + std::to_string(proposal.id.value) + "/river").body;
    EXPECT_NE(river.find("\"became\""), std::string::npos) << "from the goal to the proposal to the indicator";
    EXPECT_NE(river.find("\"led_to\""), std::string::npos);
    EXPECT_NE(river.find("/indicators/passbooks"), std::string::npos);
}

OFFICE_TEST(ProposingOffice, a_second_accepted_one_stands_beside_the_goal_s_own_and_one_that_is_here_is_taken_as_it_is) {
    office.adopt(office.propose(office.stranger, office.words("บ้านที่มีสมุดฝาก")));
    const auto named = office.propose(office.member, office.words("ออมเดือนละยี่สิบ", R"(,"indicator":"SAVING")"));
    const auto shown = office.adopt(named);
    EXPECT_EQ(shown.proposal.code, "saving");
    EXPECT_NE(office.show_goal(office.guest, office.goal).indicator, "saving");
    EXPECT_EQ(office.list().size(), 2u);
    const auto again = office.member.post("/api/goals/1/proposals", office.words("ออม", R"(,"indicator":"saving")"));
    EXPECT_EQ(again.code(), "proposed_already");
    const auto ghost = office.member.post("/api/goals/1/proposals", office.words("ผี", R"(,"indicator":"ghost")"));
    EXPECT_EQ(ghost.problem().errors.at(0).code, "no_such_indicator");
}

OFFICE_TEST(ProposingOffice, a_refused_one_stays_readable_with_its_reason_and_may_come_again) {
    const auto proposal = office.propose(office.stranger, office.words("จำนวนรถใหม่"));
    const auto refused = R"({"decision":"not_adopted","on":"2026-11-21","meeting":"ประชาคมตำบล")";
    EXPECT_EQ(office.decide(proposal, std::string(refused) + "}").problem().errors.at(0).pointer, "/reason");
    ASSERT_EQ(office.decide(proposal, std::string(refused) + R"(,"reason":"มีรถไม่ได้แปลว่าไม่มีหนี้"})").status, 200u);
    const auto shown = office.show(office.guest, proposal);
    EXPECT_EQ(shown.proposal.standing, GoalState::not_adopted);
    EXPECT_EQ(shown.proposal.reason, "มีรถไม่ได้แปลว่าไม่มีหนี้");
    EXPECT_FALSE(shown.proposal.indicator);
    EXPECT_EQ(office.member.put(office.path(proposal) + "/support", "").code(), "vote_closed");
    EXPECT_EQ(office.editor.post(office.path(proposal) + "/votes", office.vote("80010101", R"("yes":1,"no":0,"abstain":0)")).code(),
              "vote_closed");
    office.propose(office.member, office.words("จำนวนรถใหม่"));
}

OFFICE_TEST(ProposingOffice, what_was_accepted_and_is_opened_again_leaves_the_goal_and_comes_back_as_the_same_indicator) {
    const auto proposal = office.propose(office.stranger, office.words("บ้านที่มีสมุดฝาก"));
    office.adopt(proposal, R"(,"code":"passbooks")");
    ASSERT_EQ(office.decide(proposal, R"({"decision":"open"})").status, 200u);
    EXPECT_EQ(office.show_goal(office.guest, office.goal).indicator, "");
    EXPECT_EQ(office.show(office.guest, proposal).proposal.standing, GoalState::supported);
    EXPECT_EQ(office.adopt(proposal).proposal.code, "passbooks");
    EXPECT_EQ(office.show_goal(office.guest, office.goal).indicator, "passbooks");
}

OFFICE_TEST(ProposingOffice, the_same_twice_is_shown_and_two_of_one_meaning_are_joined_with_who_supports_them) {
    const auto first = office.propose(office.stranger, office.words("บ้านที่มีสมุดฝาก"));
    const auto twice = office.member.post("/api/goals/1/proposals", office.words(" บ้าน ที่มีสมุดฝาก "));
    EXPECT_EQ(twice.status, 409u);
    EXPECT_EQ(twice.code(), "proposed_already");
    EXPECT_EQ(twice.problem().params.at("number"), "1");
    const auto second = office.propose(office.member, office.words("ครัวเรือนที่เปิดบัญชีเงินฝาก"));
    const auto into = R"({"into":1})";
    EXPECT_EQ(office.member.put(office.path(second) + "/joined", into, second.version).status, 403u);
    ASSERT_EQ(office.editor.put(office.path(second) + "/joined", into, second.version).status, 200u);
    EXPECT_EQ(office.editor.put(office.path(second) + "/joined", into, second.version).status, 412u);
    EXPECT_EQ(office.show(office.guest, first).proposal.supports, 2);
    const auto joined = office.show(office.editor, second);
    EXPECT_EQ(joined.proposal.joined_into->id, first.id);
    EXPECT_TRUE(joined.proposal.joined);
    EXPECT_EQ(office.decide(second, R"({"decision":"adopted","on":"2026-11-21"})").code(), "proposal_closed");
    EXPECT_NE(office.guest.get("/goals/1").body.find("รวมกับข้ออื่นแล้ว"), std::string::npos);
    const auto again = office.member.post("/api/goals/1/proposals", office.words("ครัวเรือนที่เปิดบัญชีเงินฝาก"));
    EXPECT_EQ(again.problem().params.at("number"), "1") << "it says what the one says that goes on";
    ASSERT_EQ(office.editor.put(office.path(second) + "/joined", "{}", joined.record.version).status, 200u);
    EXPECT_FALSE(office.show(office.guest, second).proposal.joined_into);
}

OFFICE_TEST(ProposingOffice, one_that_was_joined_with_what_is_gone_is_still_joined_and_can_be_separated) {
    const auto first = office.propose(office.stranger, office.words("บ้านที่มีสมุดฝาก"));
    const auto second = office.propose(office.member, office.words("ครัวเรือนที่เปิดบัญชีเงินฝาก"));
    ASSERT_EQ(office.editor.put(office.path(second) + "/joined", R"({"into":1})", second.version).status, 200u);
    office.write([&](db::Tx& tx) { records::move(tx, office.editor.person, first.id, records::State::deleted); });
    const auto joined = office.show(office.editor, second);
    EXPECT_TRUE(joined.proposal.joined);
    EXPECT_FALSE(joined.proposal.joined_into);
    const auto again = office.member.post("/api/goals/1/proposals", office.words("ครัวเรือนที่เปิดบัญชีเงินฝาก"));
    EXPECT_EQ(again.problem().params.at("number"), "2") << "not one that is gone";
    ASSERT_EQ(office.editor.put(office.path(second) + "/joined", "{}", joined.record.version).status, 200u);
    EXPECT_FALSE(office.show(office.guest, second).proposal.joined);
}

OFFICE_TEST(ProposingOffice, what_went_on_as_one_that_is_joined_itself_goes_on_as_the_last_in_the_river_as_well) {
    const auto last = office.propose(office.stranger, office.words("บ้านที่มีสมุดฝาก"));
    const auto between = office.propose(office.member, office.words("ครัวเรือนที่เปิดบัญชีเงินฝาก"));
    const auto first = office.propose(office.stranger, office.words("คนที่ออมกับธนาคารหมู่บ้าน"));
    ASSERT_EQ(office.editor.put(office.path(first) + "/joined", R"({"into":2})", first.version).status, 200u);
    ASSERT_EQ(office.editor.put(office.path(between) + "/joined", R"({"into":1})", between.version).status, 200u);
    EXPECT_EQ(office.show(office.guest, first).proposal.joined_into->id, last.id);
    const auto became = [&] {
        const auto below = trace::list_below(*office.database().read(), first.id);
        return below.size() == 1 ? below.front().record : records::RecordId{};
    };
    EXPECT_EQ(became(), last.id) << "and no longer the one between";
    const auto shown = office.show(office.editor, first);
    ASSERT_EQ(office.editor.put(office.path(first) + "/joined", "{}", shown.record.version).status, 200u);
    EXPECT_FALSE(became());
}

OFFICE_TEST(ProposingOffice, what_the_goal_was_measured_by_already_stays_when_the_decision_is_taken_back) {
    const auto proposal = office.propose(office.member, office.words("ออมทุกเดือน", R"(,"indicator":"saving")"));
    const auto by_hand = R"({"content":{"title":"ทุกบ้านมีเงินออม","area":6010101000,"indicator":"saving","targets":[]}})";
    ASSERT_EQ(office.editor.put("/api/goals/1", by_hand, office.goal.version).status, 200u);
    office.adopt(proposal);
    ASSERT_EQ(office.decide(proposal, R"({"decision":"open"})").status, 200u);
    EXPECT_EQ(office.show_goal(office.guest, office.goal).indicator, "saving");
}

OFFICE_TEST(ProposingOffice, what_the_set_had_already_stays_when_the_decision_is_taken_back) {
    ASSERT_EQ(office.editor.post("/api/indicator-sets", office.set_form("[]")).status, 201u);
    const auto proposal = office.propose(office.member, office.words("ออมทุกเดือน", R"(,"indicator":"saving")"), "/api/indicator-sets/1");
    const auto before = office.show_set(office.editor, "1");
    const auto by_hand = R"({"content":{"title":"ความดีของบ้านเรา","groups":[{"items":[{"code":"saving"}]}]},"from_year":2021})";
    const auto changed = office.editor.put("/api/indicator-sets/1", by_hand, before.record.version);
    ASSERT_EQ(changed.status, 200u) << changed.body;
    office.adopt(proposal);
    ASSERT_EQ(office.decide(proposal, R"({"decision":"open"})").status, 200u);
    const auto after = office.show_set(office.guest, "1");
    EXPECT_EQ(after.groups.at(0).items.size(), 1u);
    EXPECT_EQ(after.versions.size(), 1u) << "nothing changed in it";
}

OFFICE_TEST(ProposingOffice, without_a_group_what_is_voted_for_comes_into_the_last_also_where_a_set_has_only_its_core_s) {
    plant_sets(office.database());
    const auto made = office.editor.post("/api/indicator-sets", office.set_form("[]", R"(,"base":"nine_slots","area":0)"));
    ASSERT_EQ(made.status, 201u) << made.body;
    const auto key = std::to_string(made.as<records::Envelope>().number);
    const auto named = office.words("ออมทุกเดือน", R"(,"indicator":"saving")");
    office.adopt(office.propose(office.member, named, "/api/indicator-sets/" + key));
    const auto set = office.show_set(office.guest, key);
    ASSERT_EQ(set.groups.size(), 9u);
    EXPECT_EQ(set.groups.back().items.size(), 1u);
}

OFFICE_TEST(ProposingOffice, an_indicator_that_has_gone_since_it_was_named_is_not_accepted) {
    const auto proposal = office.propose(office.member, office.words("ออมทุกเดือน", R"(,"indicator":"saving")"));
    const auto indicator = office.show(office.editor, "saving").record.id;
    office.write([&](db::Tx& tx) { records::move(tx, office.editor.person, indicator, records::State::deleted); });
    const auto refused = office.decide(proposal, R"({"decision":"adopted","on":"2026-11-21"})");
    ASSERT_EQ(refused.status, 422u) << refused.body;
    EXPECT_EQ(refused.problem().errors.at(0).pointer, "/indicator");
    EXPECT_EQ(office.decide(proposal, R"({"decision":"not_adopted","on":"2026-11-21","reason":"ไม่มีแล้ว"})").status, 200u);
}

OFFICE_TEST(ProposingOffice, who_has_ten_that_wait_proposes_more_once_one_is_decided) {
    const auto first = office.propose(office.stranger, office.words("ข้อ 0"));
    for (int i = 1; i < 10; ++i) office.propose(office.stranger, office.words("ข้อ " + std::to_string(i)));
    EXPECT_EQ(office.stranger.post("/api/goals/1/proposals", office.words("อีกข้อ")).code(), "many_own_proposals");
    office.propose(office.member, office.words("ข้อของเพื่อนบ้าน"));
    ASSERT_EQ(office.decide(first, R"({"decision":"not_adopted","on":"2026-11-21","reason":"นับยาก"})").status, 200u);
    office.propose(office.stranger, office.words("อีกข้อ"));
}

OFFICE_TEST(ProposingOffice, a_list_tells_of_each_who_supports_it_and_what_stands_of_its_votes) {
    const auto first = office.propose(office.stranger, office.words("บ้านที่มีสมุดฝาก"));
    office.propose(office.member, office.words("ออมทุกเดือน", R"(,"indicator":"saving")"));
    office.member.put(office.path(first) + "/support", "");
    office.editor.post(office.path(first) + "/votes", office.vote("80010101", R"("yes":14,"no":3,"abstain":2)"));
    office.editor.post(office.path(first) + "/votes", office.vote("80010102", R"("yes":5,"no":0,"abstain":0)"));
    const auto right = office.vote("80010101", R"("yes":41,"no":3,"abstain":2)", 1, R"(,"reason":"สลับตัวเลข")");
    ASSERT_EQ(office.editor.post(office.path(first) + "/votes", right).status, 200u);
    const auto seen = office.member.get("/api/goals/1/proposals").as<std::vector<ProposalCard>>();
    ASSERT_EQ(seen.size(), 2u);
    EXPECT_EQ(seen[0].id, first.id);
    EXPECT_EQ(seen[0].supports, 2);
    EXPECT_TRUE(seen[0].mine);
    EXPECT_EQ(seen[0].votes.places, 2);
    EXPECT_EQ(seen[0].votes.yes, 46) << "of the village that was put right the newest count";
    EXPECT_EQ(seen[0].standing, GoalState::voted);
    EXPECT_EQ(seen[1].indicator->address, "/indicators/saving");
    EXPECT_EQ(seen[1].votes.places, 0);
    EXPECT_FALSE(office.list().at(0).mine) << "a guest supports nothing";
}

OFFICE_TEST(ProposingOffice, words_may_be_changed_by_who_proposed_them_until_somebody_has_voted) {
    const auto proposal = office.propose(office.stranger, office.words("บ้านที่มีสมุด"));
    EXPECT_EQ(office.member.put(office.path(proposal), office.words("ของเรา"), proposal.version).status, 403u);
    EXPECT_TRUE(office.show(office.stranger, proposal).may_reword);
    ASSERT_EQ(office.stranger.put(office.path(proposal), office.words("บ้านที่มีสมุดฝาก"), proposal.version).status, 200u);
    EXPECT_EQ(office.stranger.put(office.path(proposal), office.words("บ้าน"), proposal.version).status, 412u);
    const auto shown = office.show(office.stranger, proposal);
    EXPECT_EQ(shown.record.title, "บ้านที่มีสมุดฝาก");
    office.editor.post(office.path(proposal) + "/votes", office.vote("80010101", R"("yes":1,"no":0,"abstain":0)"));
    EXPECT_EQ(office.stranger.put(office.path(proposal), office.words("บ้าน"), shown.record.version).code(), "vote_begun");
    EXPECT_FALSE(office.show(office.stranger, proposal).may_reword);
}

OFFICE_TEST(ProposingOffice, ballots_of_another_village_and_wrong_counts_are_refused_as_they_are_for_goals) {
    office.new_goal(village_1, R"(,"targets":[])");
    const auto proposal = office.propose(office.member, office.words("บ้านที่มีสมุดฝาก"), "/api/goals/2");
    const auto wrong = [&](const std::string& form) {
        return office.editor.post(office.path(proposal) + "/votes", form).problem().errors.at(0).code;
    };
    EXPECT_EQ(wrong(office.vote("80010102", R"("yes":1,"no":0,"abstain":0)")), "not_in_area");
    EXPECT_EQ(wrong(office.vote("ไม่มี", R"("yes":1,"no":0,"abstain":0)")), "not_in_area");
    EXPECT_NE(wrong(office.vote("80010101", R"("yes":-1,"no":0,"abstain":0)")), "");
    EXPECT_NE(wrong(office.vote("80010101", R"("yes":1,"no":0,"abstain":99999999)")), "");
    EXPECT_NE(wrong(office.vote("80010101", R"("way":"by post","yes":1,"no":0,"abstain":0)")), "");
}

OFFICE_TEST(ProposingOffice, what_is_proposed_for_the_members_of_an_organisation_stays_among_them_also_as_an_indicator) {
    office.write([&](db::Tx& tx) { records::set_audience(tx, office.goal.id, {records::Visibility::members, {}, {}}); });
    EXPECT_EQ(office.stranger.post("/api/goals/1/proposals", office.words("บ้าน")).status, 404u);
    const auto proposal = office.propose(office.member, office.words("บ้านที่มีสมุดฝาก"));
    EXPECT_EQ(office.guest.get(office.path(proposal)).status, 404u);
    EXPECT_EQ(office.stranger.get(office.path(proposal)).status, 404u);
    EXPECT_EQ(office.member.post("/api/goals/1/proposals", office.words("บ้านที่มีสมุดฝาก")).code(), "proposed_already");
    office.adopt(proposal, R"(,"code":"passbooks")");
    EXPECT_EQ(office.guest.get("/api/indicators/passbooks").status, 404u);
    EXPECT_EQ(office.member.get("/api/indicators/passbooks").status, 200u);
}

OFFICE_TEST(ProposingOffice, a_set_of_a_place_takes_in_what_was_voted_for_it_and_lets_go_of_what_was_opened_again) {
    const auto made =
        office.editor.post("/api/indicator-sets", office.set_form(R"([{"name":"ออม","items":[{"code":"saving"}]},{"items":[]}])"));
    ASSERT_EQ(made.status, 201u) << made.body;
    const std::string where = "/api/indicator-sets/1";
    const auto known = office.member.post(where + "/proposals", office.words("ออม", R"(,"indicator":"saving")"));
    EXPECT_EQ(known.problem().errors.at(0).code, "measured_already");
    const auto proposal = office.propose(office.member, office.words("บ้านที่มีสมุดฝาก"), where);
    EXPECT_EQ(office.show(office.editor, proposal).groups.size(), 2u);
    EXPECT_EQ(office.decide(proposal, R"({"decision":"adopted","on":"2026-11-21","group":2})").problem().errors.at(0).code,
              "no_such_group");
    office.adopt(proposal, R"(,"code":"passbooks","group":0)");
    const auto set = office.show_set(office.guest, "1");
    ASSERT_EQ(set.groups.at(0).items.size(), 2u);
    EXPECT_EQ(set.groups[0].items[1].code, "passbooks");
    EXPECT_EQ(set.from_year, 2026);
    EXPECT_EQ(set.versions.size(), 2u) << "what it was before stays";
    ASSERT_EQ(office.decide(proposal, R"({"decision":"not_adopted","on":"2026-11-21","reason":"นับยากเกินไป"})").status, 200u);
    EXPECT_EQ(office.show_set(office.guest, "1").groups.at(0).items.size(), 1u);
}

OFFICE_TEST(ProposingOffice, what_is_shipped_belongs_to_nobody_and_takes_no_proposals) {
    plant_sets(office.database());
    EXPECT_EQ(office.member.post("/api/indicator-sets/nine_slots/proposals", office.words("ความดี")).code(), "aim_of_nobody");
}

OFFICE_TEST(ProposingOffice, what_is_wrong_with_a_proposal_is_named_where_it_stands) {
    const auto wrong = [&](const std::string& form) {
        const auto problem = office.member.post("/api/goals/1/proposals", form).problem();
        return problem.errors.empty() ? problem.code : problem.errors.at(0).pointer;
    };
    EXPECT_EQ(wrong(R"({"title":"","unit":"household","counted_as":"percent","direction":"up"})"), "/title");
    EXPECT_EQ(wrong(R"({"title":"ก","unit":"other","counted_as":"number","direction":"up"})"), "/unit_name");
    EXPECT_EQ(wrong(R"({"title":"ก","unit":"ช้าง","counted_as":"number","direction":"up"})"), "/unit");
    EXPECT_EQ(wrong(R"({"title":"ก","reason":7,"unit":"household","counted_as":"number","direction":"up"})"), "/reason");
    EXPECT_EQ(wrong(office.words(std::string(2'000, 'x'))), "/title");
}

}  // namespace goals
