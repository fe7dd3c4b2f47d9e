#include <gtest/gtest.h>

#include "app/whole_office.hpp"
#include "http/uri.hpp"

// A circle turns inward: nothing of its sessions is left in public, wherever the whole installation shows them.
namespace {

using app::WholeOffice;

struct Id {
    std::int64_t id{};
};
BOOST_DESCRIBE_STRUCT(Id, (), (id))

struct Topic {
    std::int64_t id{};
    std::string address;
};
BOOST_DESCRIBE_STRUCT(Topic, (), (id, address))

// Some fields of a larger reply.
template <class T>
T read(const support::Reply& reply) {
    EXPECT_LT(reply.status, 300u) << reply.body;
    json::Errors others;
    return json::read<T>(reply.body, others);
}

std::string record(const records::Envelope& envelope, std::string_view step) {
    return "/api/records/" + std::to_string(envelope.id.value) + "/" + std::string(step);
}

// A public circle, a topic that a session of it took up, one sentence that was said on it, and what that sentence became.
struct Told {
    records::Envelope circle, session, item;
    Topic topic;
};

Told tell(support::Client& editor, records::RecordId organisation) {
    Told told;
    told.circle = editor
                      .post("/api/circles", R"({"title":"วงริมคลอง","kind":"meeting","level":"community","phase":"implement","organiser":)" +
                                                std::to_string(organisation.value) + "}")
                      .as<records::Envelope>();
    told.session = editor.post("/api" + told.circle.address + "/sessions", R"({"title":"น้ำท่วมซ้ำ","date":"2024-01-10","agenda":[]})")
                       .as<records::Envelope>();
    told.topic = read<Topic>(editor.post("/api" + told.circle.address + "/topics", R"({"title":"คูคลองของใคร","tags":["น้ำหลาก"]})"));
    editor.put("/api" + told.topic.address + "/plan", R"({"state":"scheduled","session":)" + std::to_string(told.session.id.value) + "}");
    editor.post("/api" + told.session.address + "/hold");
    const auto points = "/api" + told.session.address + "/points";
    const auto point = read<Id>(editor.post(points, R"({"kind":"point","body":"ขุดลอกคูก่อนฝนแรก"})"));
    told.item = editor.post(points + "/" + std::to_string(point.id) + "/knowledge", R"({"topic":)" + std::to_string(told.topic.id) + "}")
                    .as<records::Envelope>();
    editor.post(record(told.item, "publish"));
    return told;
}

EACH_ENGINE(Privacy, what_was_said_in_a_circle_that_turns_inward_is_found_in_public_no_more) {
    WholeOffice office(engine);
    auto editor = office.new_person(office.organisation, records::Role::editor);
    auto member = office.new_person(office.organisation, records::Role::member);
    support::Client guest(office);
    const auto told = tell(editor, office.organisation);
    const auto found = [&](support::Client& client) {
        const auto reply = client.get("/api/search?kind=session&q=" + http::encode_component("ขุดลอกคูก่อนฝนแรก"));
        EXPECT_EQ(reply.status, 200u);
        return reply.body.find(told.session.address) != std::string::npos;
    };
    const auto river = [&] { return guest.get(record(told.item, "river")).body; };
    office.catch_up();
    EXPECT_TRUE(found(guest));
    EXPECT_NE(river().find("น้ำท่วมซ้ำ"), std::string::npos);
    ASSERT_EQ(guest.get(told.circle.address + ".ics").status, 200u);
    EXPECT_NE(guest.get(told.item.address).body.find("คูคลองของใคร"), std::string::npos);
    EXPECT_NE(guest.get("/api/search?q=" + http::encode_component("น้ำหลาก")).body.find(told.topic.address), std::string::npos)
        << "by its tag";

    const auto stands = records::find(*office.database().read(), told.circle.id)->version;
    ASSERT_EQ(editor.put(record(told.circle, "audience"), R"({"visibility":"members","partners":[],"persons":[]})", stands).status, 200u);
    for (const auto& follow :
         {+[](WholeOffice&) {}, +[](WholeOffice& each) { each.catch_up(); }, +[](WholeOffice& each) { each.reindex(); }}) {
        follow(office);
        EXPECT_FALSE(found(guest)) << "at once, followed, and made again";
        EXPECT_TRUE(found(member));
    }
    EXPECT_EQ(guest.get("/api/suggest?q=" + http::encode_component("น้ำท่วม")).body, "[]");
    EXPECT_EQ(guest.get("/api/search?q=" + http::encode_component("คูคลองของใคร")).body.find(told.topic.address), std::string::npos);
    for (const auto& page :
         {told.circle.address, told.session.address, told.topic.address, told.circle.address + ".ics", told.session.address + ".ics"})
        EXPECT_EQ(guest.get(page).status, 404u) << page;
    EXPECT_EQ(guest.get(told.item.address).status, 200u) << "what was made of it is a record of its own";
    for (const auto& shown : {river(), guest.get("/api" + told.item.address).body, guest.get(told.item.address).body}) {
        EXPECT_EQ(shown.find("น้ำท่วมซ้ำ"), std::string::npos) << shown;
        EXPECT_EQ(shown.find(told.session.address), std::string::npos) << shown;
        EXPECT_EQ(shown.find("คูคลองของใคร"), std::string::npos) << shown;
    }
}

}  // namespace
