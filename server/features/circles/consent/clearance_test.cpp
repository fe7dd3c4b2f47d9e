#include "circles/circles_office.hpp"
#include "circles/consent/consent.hpp"
#include "circles/consent/inside.hpp"

namespace circles {

static constexpr base::Date that_day{2026, 11, 18};

static files::FileId sent(CirclesOffice& office, char mark = 'e') {
    return office.write([&](db::Tx& tx) {
        return files::add(tx, office.contributor.person, {std::string(64, mark), 4096, files::Kind::png, 10, 10}, "วง.png");
    });
}

static files::FileId bring(CirclesOffice& office, const records::Envelope& session, char mark, std::optional<bool> cleared = {}) {
    const auto photo = sent(office, mark);
    const auto reply = office.contributor.post("/api" + session.address + "/photos", PhotoForm{{photo, {"คนนั่งล้อมวง"}, {}}, cleared});
    EXPECT_EQ(reply.status, 200u) << reply.body;
    return photo;
}

static std::string clearance(std::string_view word, const std::vector<files::FileId>& photos) {
    return R"({"clearance":")" + std::string(word) + R"(","photos":)" + json::write(photos) + "}";
}

static support::Reply clear(support::Client& client, const records::Envelope& session, const std::vector<files::FileId>& photos) {
    return client.post("/api" + session.address + "/clearances", clearance("cleared", photos));
}

static support::Reply keep(support::Client& client, const records::Envelope& session, const std::vector<files::FileId>& photos) {
    return client.post("/api" + session.address + "/clearances", clearance("kept", photos));
}

static GivenForm word_of(files::FileId photo, Consent consent) {
    GivenForm form;
    form.photo = photo;
    form.consent = consent;
    form.giver = {"ยายสมมติ มีสุข"};
    form.way = ConsentWay::spoken;
    form.witness = {{"หลานสมมติ มีสุข"}};
    form.words = 1;
    return form;
}

static bool may_open_inside(CirclesOffice& office, const support::Client& client, const records::Envelope& session) {
    return office.write([&](db::Tx& tx) {
        const auto holder = find_holder(tx, {session.id.value});
        return holder && may_open_files_of(tx, {.person = client.person}, *holder);
    });
}

OFFICE_TEST(CirclesOffice, a_photo_waits_inside_until_who_may_edit_its_session_clears_it) {
    const auto session = office.hold(office.new_circle(), that_day);
    const auto photo = bring(office, session, 'e');
    EXPECT_TRUE(office.show(office.guest, session).photos.empty());
    EXPECT_TRUE(office.show(office.guest, session).photos_inside.empty());
    EXPECT_EQ(office.show(office.member, session).photos_inside.at(0).why, WhyInside::waits);
    EXPECT_TRUE(may_open_inside(office, office.member, session));
    EXPECT_FALSE(may_open_inside(office, office.guest, session));

    EXPECT_EQ(clear(office.guest, session, {photo}).status, 401u);
    EXPECT_EQ(clear(office.member, session, {photo}).status, 403u);
    EXPECT_EQ(clear(office.editor, session, {photo}).as<std::vector<InsideFile>>().size(), 0u);
    EXPECT_EQ(office.show(office.guest, session).photos.size(), 1u);
}

OFFICE_TEST(CirclesOffice, an_editor_keeps_one_of_many_inside_and_lets_the_others_out_at_once) {
    const auto session = office.hold(office.new_circle(), that_day);
    const auto first = bring(office, session, 'e'), second = bring(office, session, 'f'), third = bring(office, session, 'a');
    EXPECT_EQ(keep(office.editor, session, {second}).status, 200u);
    EXPECT_EQ(clear(office.editor, session, {first, third}).as<std::vector<InsideFile>>().at(0).why, WhyInside::kept);
    EXPECT_EQ(office.show(office.guest, session).photos.size(), 2u);
    keep(office.editor, session, {first});
    EXPECT_EQ(office.show(office.guest, session).photos.at(0).id, third);
    clear(office.editor, session, {first, second});
    EXPECT_EQ(office.show(office.guest, session).photos.size(), 3u) << "who kept it inside may think again";
}

OFFICE_TEST(CirclesOffice, a_photo_of_things_is_cleared_as_it_is_sent_and_stays_so_when_it_is_sent_again) {
    const auto session = office.hold(office.new_circle(), that_day);
    const auto photo = bring(office, session, 'e', true);
    EXPECT_EQ(office.show(office.guest, session).photos.size(), 1u);
    const auto at = "/api" + session.address + "/photos";
    office.contributor.post(at, PhotoForm{{photo, {"ถังขยะสี่สี"}, {}}, {}});
    EXPECT_EQ(office.show(office.guest, session).photos.at(0).alternative_text, "ถังขยะสี่สี");

    keep(office.editor, session, {photo});
    office.contributor.post(at, PhotoForm{{photo, {"ถังขยะสี่สี"}, {}}, true});
    EXPECT_TRUE(office.show(office.guest, session).photos.empty()) << "what comes twice decides nothing anew";

    office.editor.del(at + "/" + std::to_string(photo.value));
    office.contributor.post(at, PhotoForm{{photo, {"ถังขยะสี่สี"}, {}}, true});
    EXPECT_EQ(office.show(office.guest, session).photos.size(), 1u);
}

OFFICE_TEST(CirclesOffice, nobody_clears_what_somebody_on_it_refused) {
    const auto session = office.hold(office.new_circle(), that_day);
    const auto photo = bring(office, session, 'e', true);
    const auto consents = "/api" + session.address + "/consents";
    office.contributor.post(consents, word_of(photo, Consent::circle));
    EXPECT_EQ(office.show(office.member, session).photos_inside.at(0).why, WhyInside::refused);
    EXPECT_EQ(clear(office.editor, session, {photo}).problem().errors.at(0).code, "somebody_refused");
    EXPECT_TRUE(office.show(office.guest, session).photos.empty());
    office.contributor.post(consents, word_of(photo, Consent::named));
    EXPECT_EQ(office.show(office.guest, session).photos.size(), 1u) << "she thought again, and it had been cleared";
}

OFFICE_TEST(CirclesOffice, one_who_agrees_is_not_all_who_are_seen) {
    const auto session = office.hold(office.new_circle(), that_day);
    const auto photo = bring(office, session, 'e');
    const auto consents = "/api" + session.address + "/consents";
    office.contributor.post(consents, word_of(photo, Consent::named));
    EXPECT_TRUE(office.show(office.guest, session).photos.empty());
    auto last = word_of(photo, Consent::named);
    last.giver = {"ตาสมมติ มีสุข"};
    last.everybody = true;
    EXPECT_EQ(office.contributor.post(consents, last).status, 200u);
    EXPECT_EQ(office.show(office.guest, session).photos.size(), 1u);
}

OFFICE_TEST(CirclesOffice, what_is_cleared_is_named_and_is_of_this_session) {
    const auto circle = office.new_circle();
    const auto session = office.hold(circle, that_day), other = office.hold(circle, {2026, 11, 11});
    const auto photo = bring(office, session, 'e');
    EXPECT_EQ(clear(office.editor, session, {}).problem().errors.at(0).code, "required");
    EXPECT_EQ(clear(office.editor, other, {photo}).problem().errors.at(0).code, "not_in_this_session");
    EXPECT_EQ(office.editor.post("/api" + session.address + "/clearances", clearance("waits", {photo})).status, 422u);
    EXPECT_EQ(clear(office.editor, session, std::vector<files::FileId>(101, photo)).problem().errors.at(0).code, "too_many_values");
}

}  // namespace circles
