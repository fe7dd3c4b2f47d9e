#include "app/demo/locality.hpp"

#include <sodium/utils.h>

#include <algorithm>

#include "app/demo/afterwards.hpp"
#include "app/demo/goals.hpp"
#include "app/demo/indicators.hpp"
#include "app/demo/inside.hpp"
#include "app/demo/live.hpp"
#include "app/demo/methods.hpp"
#include "app/demo/names.hpp"
#include "app/demo/place.hpp"
#include "app/demo/told.hpp"
#include "app/demo/values.hpp"
#include "areas/areas.hpp"
#include "auth/accounts/accounts.hpp"
#include "base/json/json.hpp"

namespace app::demo {

namespace {

namespace json = boost::json;

Made made_from(const json::value& reply) {
    const auto& object = reply.as_object();
    const auto& record = object.contains("record") ? object.at("record").as_object() : object;
    return {record.at("id").as_int64(), record.at("number").as_int64(), 0, record.at("version").as_int64()};
}

json::object audience(std::string_view visibility) {
    return {{"visibility", visibility.empty() ? "public" : visibility}, {"partners", json::array{}}, {"persons", json::array{}}};
}

std::optional<base::Weekday> weekday_of(const json::object& circle_form) {
    const auto* rhythm = circle_form.if_contains("rhythm");
    return rhythm ? base::named<base::Weekday>(text(rhythm->as_object(), "weekday")) : std::nullopt;
}

class Locality {
  public:
    Locality(Installation& installation, const DemoOwner& owner)
        : installation_(installation),
          owner_(owner),
          inside_(installation.services),
          names_([this](std::string_view code) { return area_id(code); }) {
        inside_.as_administrator(owner_.administrator);
    }

    std::vector<DemoAccount> load(const json::object& told);

  private:
    // 0 is the whole country.
    std::int64_t area_id(std::string_view code) const {
        const auto area = areas::find(*installation_.database->read(), code);
        if (!area && code != "0") throw std::runtime_error("the example speaks of an area " + std::string(code));
        return area ? area->id.value : 0;
    }
    void add_organisation(const json::object& told);
    void add_person(const json::object& told);
    void add_account(const json::object& told, base::PersonId person);
    void add_circle(const json::object& told);
    void swap_turns(const std::string& circle, const json::array& places);
    void add_topic(const json::object& told, const std::string& circle);
    void add_session(const json::object& told, const std::string& circle, std::optional<base::Weekday> weekday);
    void add_said(const json::object& told, const std::string& session, const Made& made);
    void add_files(const json::object& told, const std::string& session);
    std::int64_t add_file(const json::object& told);
    void add_item(const json::object& told);
    Made make_item(const json::object& told, const json::object& content);
    bool is_let_out(const Made& said, std::int64_t owner);
    void place_in_series(const json::object& told, json::object& content);
    void add_link(const json::object& told);
    void add_comment(const json::object& told);
    void add_concern(const json::object& told);

    // Who works in a unit writes for the whole organisation, and the administrator for all of them.
    void let_write(base::PersonId person, std::int64_t organisation) {
        installation_.database->write([&](db::Tx& tx) {
            const records::RecordId scope{organisation};
            if (records::role_in(tx, person, scope) < records::Role::editor) records::set_scope(tx, person, scope, records::Role::editor);
        });
    }
    void as(std::string_view person) { inside_.as({names_.get(person).id}); }
    base::Date day_of(const json::object& told, std::optional<base::Weekday> weekday) const;

    Installation& installation_;
    DemoOwner owner_;
    Inside inside_;
    Names names_;
    std::vector<DemoAccount> accounts_;
    std::map<std::string, std::int64_t> series_;  // name to number
};

std::vector<DemoAccount> Locality::load(const json::object& told) {
    for (const auto& organisation : list(told, "organisations")) add_organisation(organisation.as_object());
    for (const auto& person : list(told, "people")) add_person(person.as_object());
    for (const auto& organisation : list(told, "organisations")) add_facilitators(inside_, names_, organisation.as_object());
    inside_.as_administrator(owner_.administrator);
    tell_area(inside_, told.at("area").as_object(), names_.get(text(list(told, "organisations").at(0).as_object(), "key")).id);
    add_indicators(inside_, names_, told);
    add_values(installation_, told);
    for (const auto& circle : list(told, "circles")) add_circle(circle.as_object());
    add_goals(inside_, names_, told);
    add_counts(inside_, names_, told);
    add_dashboards(inside_, names_, told);
    for (const auto& item : list(told, "knowledge")) add_item(item.as_object());
    for (const auto& link : list(told, "links")) add_link(link.as_object());
    for (const auto& comment : list(told, "comments")) add_comment(comment.as_object());
    for (const auto& concern : list(told, "concerns")) add_concern(concern.as_object());
    return std::move(accounts_);
}

void Locality::add_organisation(const json::object& told) {
    const auto made = made_from(inside_.post("/api/organisations", names_.resolved(told.at("form"))));
    names_.name(text(told, "key"), made);
    let_write(owner_.administrator, made.id);
    if (const auto licence = text(told, "licence"); !licence.empty())
        inside_.put("/api/knowledge/licences/" + std::to_string(made.id), {{"licence", licence}});
    if (const auto* letterhead = told.if_contains("letterhead"))
        inside_.send(http::Method::put, "/api/circles/letterheads/" + std::to_string(made.number), *letterhead, 1);
}

void Locality::add_person(const json::object& told) {
    const auto& places = list(told, "places");
    auto form = names_.resolved(told.at("form")).as_object();
    form["entered_by"] = names_.get(text(places.at(0).as_object(), "organisation")).id;
    const auto made = made_from(inside_.post("/api/people", form));
    names_.name(text(told, "key"), made);
    for (const auto& entry : places) {
        auto place = names_.resolved(entry).as_object();
        const auto& organisation = names_.get(text(entry.as_object(), "organisation"));
        place.erase("organisation");
        place["person"] = made.id;
        inside_.post("/api/organisations/" + std::to_string(organisation.number) + "/members", place);
    }
    if (told.contains("account")) add_account(told, {made.id});
}

void Locality::add_account(const json::object& told, base::PersonId person) {
    const auto login = text(told, "account");
    installation_.database->write([&](db::Tx& tx) {
        auth::insert_account(tx, {.person_id = person,
                                  .login = login,
                                  .email = {},
                                  .password = std::string(owner_.password_hash),
                                  .administrator = false,
                                  .created_at = tx.now()});
    });
    const auto& form = told.at("form").as_object();
    accounts_.push_back(
        {login, text(form, "given_name") + " " + text(form, "family_name"), text(list(told, "places").at(0).as_object(), "position")});
}

void Locality::add_circle(const json::object& told) {
    inside_.as_administrator(owner_.administrator);
    auto made = made_from(inside_.post("/api/circles", names_.resolved(told.at("form"))));
    const auto circle = "/api/circles/" + std::to_string(made.number);
    if (const auto* above = told.if_contains("above"))
        made = made_from(inside_.send(http::Method::put, circle + "/above", {{"above", names_.resolved(*above)}}, made.version));
    let_write({names_.get(text(told, "by")).id}, names_.get(text(told.at("form").as_object(), "organiser")).id);
    for (const auto& topic : list(told, "topics")) add_topic(topic.as_object(), circle);
    // Who plans knows everybody that came, from whatever body.
    inside_.as_administrator(owner_.administrator);
    if (told.contains("hosts"))
        inside_.send(http::Method::put, circle + "/hosts", {{"hosts", names_.resolved(told.at("hosts"))}}, made.version);
    for (const auto& session : list(told, "sessions")) add_session(session.as_object(), circle, weekday_of(told.at("form").as_object()));
    for (const auto& swap : list(told, "swaps")) swap_turns(circle, swap.as_array());
    names_.name(text(told, "key"), made);
    add_assessments(inside_, names_, circle, told);
}

// Two of the turns ahead, by their places among them.
void Locality::swap_turns(const std::string& circle, const json::array& places) {
    const auto turns = inside_.get(circle + "/turns").as_object();
    const auto due = [&](const json::value& place) { return turns.at("ahead").as_array().at(place.to_number<std::size_t>()).at("due"); };
    inside_.post(circle + "/turns/" + std::string(due(places.at(0)).as_string()) + "/swap", {{"with", due(places.at(1))}});
}

void Locality::add_topic(const json::object& told, const std::string& circle) {
    as(text(told, "by"));
    auto form = told.at("form").as_object();
    form["proposed_on"] = base::to_iso(day_of(told, {}));
    const auto made = inside_.post(circle + "/topics", form).as_object();
    const auto number = made.at("number").as_int64();
    names_.name(text(told, "key"), {made.at("id").as_int64(), number, 0, 0});
    for (const auto& person : list(told, "supported_by")) {
        as(person.as_string());
        inside_.put("/api/topics/" + std::to_string(number) + "/support", nullptr);
    }
}

// Counted back from today and moved back to the circle's weekday, so that the example never grows old.
base::Date Locality::day_of(const json::object& told, std::optional<base::Weekday> weekday) const {
    const auto weeks = static_cast<int>(told.at("weeks_ago").as_int64());
    auto day = base::add_days(base::bangkok_date(installation_.clock.now()), -7 * weeks);
    while (weekday && base::weekday(day) != *weekday) day = base::add_days(day, -1);
    return day;
}

void Locality::add_session(const json::object& told, const std::string& circle, std::optional<base::Weekday> weekday) {
    auto form = names_.resolved(told.at("form")).as_object();
    if (!form.contains("date")) form["date"] = base::to_iso(day_of(told, weekday));
    auto made = made_from(inside_.post(circle + "/sessions", form));
    const auto session = "/api/sessions/" + std::to_string(made.number);
    if (told.contains("people")) inside_.post(session + "/people", {{"people", names_.resolved(told.at("people"))}});
    if (told.contains("heads")) inside_.put(session + "/heads", told.at("heads"));
    for (const auto& topic : list(told, "topics")) {
        const auto at = "/api/topics/" + std::to_string(names_.get(topic.as_string()).number) + "/plan";
        inside_.put(at, {{"state", "scheduled"}, {"session", made.id}});
    }
    add_methods(inside_, session, told);
    add_groups(inside_, session, told);
    add_said(told, session, made);
    add_files(told, session);
    for (const auto& agreement : list(told, "agreements")) inside_.post(session + "/agreements", names_.resolved(agreement));
    if (const auto* papers = told.if_contains("papers")) inside_.send(http::Method::put, session + "/papers", *papers, 1);
    const auto state = text(told, "state");
    if (state == "held") inside_.post(session + "/hold", json::object{});
    if (told.contains("room")) add_room(inside_, told.at("room").as_object(), session + "/room");
    if (state == "cancelled") inside_.post(session + "/cancel", {{"reason", text(told, "reason")}});
    if (told.contains("gifts")) add_gifts(inside_, told, session);
    add_afterwards(inside_, names_, session, told);
}

void Locality::add_said(const json::object& told, const std::string& session, const Made& made) {
    for (const auto& entry : list(told, "said")) {
        const auto& said = entry.as_object();
        const auto point = inside_.post(session + "/points", names_.resolved(said.at("form")));
        const auto id = point.as_object().at("id").as_int64();
        inside_.put(session + "/points/" + std::to_string(id) + "/consent", {{"consent", said.at("consent")}});
        if (said.contains("key")) names_.name(text(said, "key"), {made.id, made.number, id, 0});
    }
}

static std::string bytes_of(const std::string& base64) {
    std::string bytes(base64.size(), '\0');
    std::size_t size = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), base64.data(), base64.size(), nullptr, &size,
                          nullptr, sodium_base64_VARIANT_ORIGINAL) != 0)
        throw std::runtime_error("the example holds a file that is not base64");
    bytes.resize(size);
    return bytes;
}

// Sent by the administrator, as the rest of a session is.
std::int64_t Locality::add_file(const json::object& told) {
    const auto kept = installation_.library.store.keep(bytes_of(text(told, "content")));
    const auto* content = std::get_if<files::Content>(&kept);
    if (!content) throw std::runtime_error("the example holds a file of a kind that is not taken");
    return installation_.database->write([&](db::Tx& tx) { return files::add(tx, owner_.administrator, *content, "").value; });
}

// A drawn photo, of nobody and so cleared at once, and a voice that no person has: as they come from a phone under a tree.
void Locality::add_files(const json::object& told, const std::string& session) {
    if (told.contains("photo")) {
        const auto& photo = told.at("photo").as_object();
        const json::object held{
            {"file", add_file(photo)}, {"alternative_text", photo.at("alternative_text")}, {"caption", ""}, {"cleared", true}};
        inside_.post(session + "/photos", held);
    }
    if (!told.contains("voice")) return;
    const auto& voice = told.at("voice").as_object();
    auto form = voice.at("form").as_object();
    form["file"] = add_file(voice);
    const auto point = inside_.post(session + "/voices", form).as_object().at("id").as_int64();
    inside_.put(session + "/points/" + std::to_string(point) + "/consent", {{"consent", "named"}});
}

void Locality::place_in_series(const json::object& told, json::object& content) {
    const auto& series = told.at("series").as_object();
    auto& number = series_[text(series, "name")];
    if (number == 0)
        number =
            made_from(inside_.post("/api/series", {{"title", series.at("name")}, {"owner", names_.get(text(told, "owner")).id}})).number;
    content["series"] = {{"number", number}, {"part", series.at("part")}, {"continued", series.contains("continued")}};
    if (const auto* forum = series.if_contains("forum")) content["forum"] = *forum;
}

// A word said in a session of the item's own organisation, which its speaker let out of the circle.
bool Locality::is_let_out(const Made& said, std::int64_t owner) {
    if (said.part == 0) return false;
    const auto session = inside_.get("/api/sessions/" + std::to_string(said.number)).as_object();
    if (session.at("record").at("owner_id").as_int64() != owner) return false;
    const auto& points = session.at("points").as_array();
    const auto is_it = [&](const json::value& point) { return point.at("id").as_int64() == said.part; };
    const auto point = std::ranges::find_if(points, is_it);
    return point != points.end() && point->at("consent").as_string() != "circle";
}

// By the one tap that people make items with, and then its text; what was not said in a session is written as it is.
Made Locality::make_item(const json::object& told, const json::object& content) {
    const auto owner = names_.get(text(told, "owner")).id;
    const auto readers = audience(text(told, "visibility"));
    const auto* from = names_.find(text(told, "from"));
    const auto* topic = names_.find(text(told, "answers"));
    if (!from || !is_let_out(*from, owner)) {
        json::object form{{"content", content}, {"owner", owner}, {"audience", readers}};
        if (from) form["from"] = {{"record", from->id}, {"flow", "became"}};
        const auto made = made_from(inside_.post("/api/knowledge", form));
        if (topic) inside_.post("/api/records/" + std::to_string(made.id) + "/links", {{"flow", "answered_by"}, {"up", topic->id}});
        return made;
    }
    const auto point = "/api/sessions/" + std::to_string(from->number) + "/points/" + std::to_string(from->part);
    json::object form;
    if (topic) form["topic"] = topic->id;
    auto made = made_from(inside_.post(point + "/knowledge", form));
    made = made_from(inside_.send(http::Method::put, "/api/knowledge/" + std::to_string(made.number), content, made.version));
    inside_.send(http::Method::put, "/api/records/" + std::to_string(made.id) + "/audience", readers, made.version);
    return made;
}

void Locality::add_item(const json::object& told) {
    let_write({names_.get(text(told, "by")).id}, names_.get(text(told, "owner")).id);
    as(text(told, "by"));
    auto content = names_.resolved(told.at("content")).as_object();
    if (told.contains("series")) place_in_series(told, content);
    const auto made = make_item(told, content);
    names_.name(text(told, "key"), made);
    const auto step = text(told, "state") == "published" ? "/publish" : "/review";
    inside_.post("/api/records/" + std::to_string(made.id) + step, json::object{});
}

void Locality::add_link(const json::object& told) {
    inside_.as_administrator(owner_.administrator);
    const auto up = std::to_string(names_.get(text(told, "up")).id);
    inside_.post("/api/records/" + up + "/links", {{"flow", told.at("flow")}, {"down", names_.resolved(told.at("down"))}});
}

void Locality::add_comment(const json::object& told) {
    const auto comments = "/api/records/" + std::to_string(names_.get(text(told, "on")).id) + "/comments";
    as(text(told, "by"));
    const auto said = inside_.post(comments, {{"body", told.at("body")}});
    const auto id = said.at("comments").as_array().back().at("id");
    if (told.contains("waits")) return;              // a moderator finds it waiting
    inside_.as_administrator(owner_.administrator);  // a word from outside waits until somebody shows it
    inside_.post(comments + "/" + std::to_string(id.as_int64()) + "/show", json::object{});
    for (const auto& answer : list(told, "answers")) {
        as(text(answer.as_object(), "by"));
        inside_.post(comments, {{"body", answer.at("body")}, {"answer_to", id}});
    }
}

// What a reader found wrong and a moderator finds waiting.
void Locality::add_concern(const json::object& told) {
    as(text(told, "by"));
    inside_.post("/api/records/" + std::to_string(names_.get(text(told, "on")).id) + "/concerns",
                 {{"reason", told.at("reason")}, {"words", told.at("words")}});
}

}  // namespace

std::vector<DemoAccount> load_locality(Installation& installation, const json::object& told, const DemoOwner& owner) {
    return Locality(installation, owner).load(told);
}

}  // namespace app::demo
