#include "circles/consent/consent.hpp"

#include "circles/capture/voice.hpp"
#include "circles/circles_office.hpp"
#include "circles/consent/inside.hpp"

namespace circles {

struct Consents {
    ConsentWords words;
    std::vector<Given> consents;
};
BOOST_DESCRIBE_STRUCT(Consents, (), (words, consents))

static constexpr base::Date that_day{2026, 11, 18};

static files::FileId sent(CirclesOffice& office, files::Kind kind) {
    return office.write([&](db::Tx& tx) {
        return files::add(tx, office.contributor.person, {std::string(64, kind == files::Kind::png ? 'c' : 'd'), 4096, kind, 10, 10},
                          "หลักฐาน");
    });
}

static GivenForm thumb(PointId point, files::FileId proof) {
    GivenForm form;
    form.point = point;
    form.consent = Consent::named;
    form.giver = {"ยายสมมติ มีสุข"};
    form.way = ConsentWay::thumbprint;
    form.witness = {{"หลานสมมติ มีสุข"}};
    form.proof = proof;
    form.words = 1;
    return form;
}

static bool opens(CirclesOffice& office, const support::Client& client, ConsentId id) {
    return office.write([&](db::Tx& tx) { return may_open_files_of(tx, {.person = client.person}, id.value); });
}

OFFICE_TEST(CirclesOffice, an_elder_agrees_alone_with_her_thumb_and_whoever_helped_is_the_witness) {
    const auto session = office.hold(office.new_circle(CircleKind::dialogue), that_day);
    const auto point = office.say(office.contributor, session, "สมัยก่อนคลองใส", "ยายสมมติ มีสุข").as<Point>();
    EXPECT_TRUE(office.show(office.guest, session).points.empty());
    const auto at = "/api" + session.address + "/consents";
    const auto reply = office.contributor.post(at, thumb(point.id, sent(office, files::Kind::png)));
    ASSERT_EQ(reply.status, 200u) << reply.body;
    const auto given = reply.as<Consents>().consents.at(0);
    EXPECT_EQ(given.witness, "หลานสมมติ มีสุข");
    EXPECT_EQ(given.words_version, 1);
    EXPECT_EQ(office.show(office.guest, session).points.at(0).speaker, "ยายสมมติ มีสุข");
    EXPECT_TRUE(opens(office, office.editor, given.id));
    EXPECT_FALSE(opens(office, office.member, given.id)) << "what proves it is for those who look after the session";
    EXPECT_FALSE(opens(office, office.guest, given.id));
    EXPECT_EQ(office.guest.get(at).status, 401u);
}

OFFICE_TEST(CirclesOffice, nobody_agrees_for_an_adult_and_a_guardian_agrees_for_a_minor) {
    const auto session = office.hold(office.new_circle(), that_day);
    const auto point = office.say(office.contributor, session, "หนูอยากให้คลองใส", "เด็กสมมติ").as<Point>();
    const auto at = "/api" + session.address + "/consents";
    auto form = thumb(point.id, sent(office, files::Kind::png));
    form.guardian = {{"แม่สมมติ"}};
    EXPECT_EQ(office.contributor.post(at, form).problem().errors.at(0).code, "guardian_for_minors_only");
    form.minor = true;
    EXPECT_EQ(office.contributor.post(at, form).status, 200u);
    form.guardian = {};
    EXPECT_EQ(office.contributor.post(at, form).problem().errors.at(0).pointer, "/guardian");
}

OFFICE_TEST(CirclesOffice, a_consent_needs_what_shows_it) {
    const auto session = office.hold(office.new_circle(), that_day);
    const auto point = office.say(office.contributor, session, "คำหนึ่ง", "ลุงสมมติ").as<Point>();
    const auto at = "/api" + session.address + "/consents";
    auto form = thumb(point.id, sent(office, files::Kind::weba));
    EXPECT_EQ(office.contributor.post(at, form).problem().errors.at(0).code, "not_such_a_proof") << "a voice is no thumbprint";
    form.way = ConsentWay::voice;
    EXPECT_EQ(office.contributor.post(at, form).status, 200u);
    form.proof = {};
    EXPECT_EQ(office.contributor.post(at, form).problem().errors.at(0).pointer, "/proof");
    form.way = ConsentWay::spoken;
    EXPECT_EQ(office.contributor.post(at, form).status, 200u) << "a spoken yes before a witness";
    form.witness = {{"ยายสมมติ มีสุข"}};
    EXPECT_EQ(office.contributor.post(at, form).problem().errors.at(0).code, "witness_is_another");
    form.witness = {};
    EXPECT_EQ(office.contributor.post(at, form).problem().errors.at(0).pointer, "/witness");
}

OFFICE_TEST(CirclesOffice, what_is_taken_back_goes_back_into_the_circle) {
    const auto session = office.hold(office.new_circle(), that_day);
    const auto point = office.say(office.contributor, session, "คำหนึ่ง", "ยายสมมติ มีสุข").as<Point>();
    const auto at = "/api" + session.address + "/consents";
    const auto given = office.contributor.post(at, thumb(point.id, sent(office, files::Kind::png))).as<Consents>().consents.at(0);
    EXPECT_EQ(office.show(office.guest, session).points.size(), 1u);
    const auto after = office.editor.post(at + "/" + std::to_string(given.id.value) + "/withdraw").as<Consents>();
    EXPECT_TRUE(after.consents.at(0).withdrawn_at);
    EXPECT_TRUE(office.show(office.guest, session).points.empty());
}

static GivenForm of_photo(files::FileId photo, std::string_view giver) {
    GivenForm form;
    form.photo = photo;
    form.consent = Consent::named;
    form.giver = {std::string(giver)};
    form.way = ConsentWay::spoken;
    form.witness = {{"หลานสมมติ มีสุข"}};
    form.words = 1;
    form.everybody = true;
    return form;
}

static bool opens_photo(CirclesOffice& office, const support::Client& client, const records::Envelope& session) {
    return office.write([&](db::Tx& tx) {
        const auto holder = find_holder(tx, {session.id.value});
        return holder && may_open_files_of(tx, {.person = client.person}, *holder);
    });
}

OFFICE_TEST(CirclesOffice, a_photo_leaves_the_public_page_when_its_consent_is_taken_back_and_comes_again_when_it_is_given_anew) {
    const auto session = office.hold(office.new_circle(), that_day);
    const auto photo = sent(office, files::Kind::png);
    const auto at = "/api" + session.address;
    ASSERT_EQ(office.contributor.post(at + "/photos", PhotoForm{{photo, {"ยายใต้ต้นไม้"}, {}}, {}}).status, 200u);
    const auto given = office.contributor.post(at + "/consents", of_photo(photo, "ยายสมมติ")).as<Consents>().consents.at(0);
    EXPECT_EQ(office.show(office.guest, session).photos.size(), 1u);

    office.editor.post(at + "/consents/" + std::to_string(given.id.value) + "/withdraw");
    EXPECT_TRUE(office.show(office.guest, session).photos.empty());
    EXPECT_TRUE(office.show(office.guest, session).photos_inside.empty());
    EXPECT_EQ(office.show(office.member, session).photos_inside.at(0).alternative_text, "ยายใต้ต้นไม้");
    EXPECT_TRUE(opens_photo(office, office.member, session));
    EXPECT_FALSE(opens_photo(office, office.guest, session));
    EXPECT_TRUE(office.contributor.post(at + "/photos", PhotoForm{{photo, {"ส่งซ้ำ"}, {}}, {}}).as<std::vector<files::File>>().empty())
        << "sent once more it stays where it is";
    EXPECT_EQ(office.show(office.member, session).photos_inside.size(), 1u);

    EXPECT_EQ(office.contributor.post(at + "/consents", of_photo(photo, "ยายสมมติ")).status, 200u);
    EXPECT_EQ(office.show(office.guest, session).photos.size(), 1u);
    EXPECT_TRUE(office.show(office.member, session).photos_inside.empty());
}

OFFICE_TEST(CirclesOffice, of_two_people_on_a_photo_one_is_enough_to_keep_it_in_the_circle) {
    const auto session = office.hold(office.new_circle(), that_day);
    const auto photo = sent(office, files::Kind::png);
    const auto at = "/api" + session.address;
    office.contributor.post(at + "/photos", PhotoForm{{photo, {"ยายกับตา"}, {}}, {}});
    office.contributor.post(at + "/consents", of_photo(photo, "ยายสมมติ"));
    auto no = of_photo(photo, "ตาสมมติ");
    no.consent = Consent::circle;
    EXPECT_EQ(office.contributor.post(at + "/consents", no).status, 200u);
    EXPECT_TRUE(office.show(office.guest, session).photos.empty());
    EXPECT_EQ(office.contributor.post(at + "/consents", of_photo(photo, "ยายสมมติ")).status, 200u);
    EXPECT_TRUE(office.show(office.guest, session).photos.empty()) << "the other one has not agreed";
    EXPECT_EQ(office.editor.del(at + "/photos/" + std::to_string(photo.value)).status, 200u);
    EXPECT_TRUE(office.show(office.member, session).photos_inside.empty());
}

OFFICE_TEST(CirclesOffice, a_voice_is_no_longer_heard_outside_when_its_consent_is_taken_back) {
    const auto session = office.hold(office.new_circle(CircleKind::story_circle), that_day);
    const auto at = "/api" + session.address;
    const VoiceForm voice{.file = sent(office, files::Kind::weba),
                          .seconds = {75},
                          .words = {},
                          .speaker = {{"ยายสมมติ มีสุข"}},
                          .age_band = {},
                          .guardian = {}};
    const auto point = office.contributor.post(at + "/voices", voice).as<Point>();
    auto form = of_photo({}, "ยายสมมติ มีสุข");
    form.photo = {};
    form.point = point.id;
    const auto given = office.contributor.post(at + "/consents", form).as<Consents>().consents.at(0);
    const auto hears = [&] { return office.write([&](db::Tx& tx) { return may_open_files_of(tx, {}, point.id.value); }); };
    EXPECT_TRUE(hears());
    office.editor.post(at + "/consents/" + std::to_string(given.id.value) + "/withdraw");
    EXPECT_FALSE(hears());
    EXPECT_TRUE(office.show(office.guest, session).points.empty());
}

OFFICE_TEST(CirclesOffice, new_words_are_a_new_version_and_what_was_agreed_to_keeps_its_own) {
    const auto session = office.hold(office.new_circle(), that_day);
    const auto point = office.say(office.contributor, session, "คำหนึ่ง", "ยายสมมติ มีสุข").as<Point>();
    const auto at = "/api" + session.address + "/consents";
    office.contributor.post(at, thumb(point.id, sent(office, files::Kind::png)));
    const auto words = R"({"th":"ถ้อยคำใหม่ที่อ่านให้ฟังก่อนยินยอม","en":"New words that are read out before"})";
    EXPECT_EQ(office.steward.post("/api/consent-words", words).status, 403u);
    EXPECT_EQ(office.administrator.post("/api/consent-words", words).as<ConsentWords>().version, 2);
    const auto list = office.editor.get(at).as<Consents>();
    EXPECT_EQ(list.words.version, 2);
    EXPECT_EQ(list.consents.at(0).words_version, 1);
}

}  // namespace circles
