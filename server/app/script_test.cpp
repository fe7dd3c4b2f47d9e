#include <gtest/gtest.h>

#include "app/whole_office.hpp"

// Script in every text field: what is rendered before scripts run, what is handed to scripts as data, and what other programs read holds it
// as text and nothing else.
namespace {

using app::WholeOffice;

constexpr std::string_view evil = R"(=cmd()</script><script>alert(1)</script>\"'><img src=x onerror=alert(1)>)";

struct Form {
    std::string_view route;
    std::string_view body;  // $ is the script, # the organisation
};
constexpr Form forms[] = {
    {"/api/circles",
     R"({"title":"$","title_en":"$","kind":"meeting","level":"community","phase":"implement","purpose":"$","project":"$","place":"$","organiser":#})"},
    {"/api/circles/1/sessions",
     R"({"title":"$","date":"2024-01-10","place":"$","summary":"$","key_question":"$","planned_result":"$","seen_result":"$",
         "agenda":[{"title":"$","speaker":"$","method":"$","output":"$"}],
         "process":{"check_in":"$","tool":"$","steps":"$","mood":"$","would_change":"$"},
         "transparency":{"issue":"$","took_part":"$","result":"$","result_use":"$"}})"},
    {"/api/sessions/1/points", R"({"kind":"story","title":"$","body":"$","speaker":"$"})"},
    {"/api/sessions/1/agreements", R"({"body":"$","owner":"$"})"},
    {"/api/sessions/1/people", R"({"people":[{"name":"$","organisation":"$","role":"facilitator"}]})"},
    {"/api/circles/1/topics", R"({"title":"$","note":"$","tags":["$"]})"},
    {"/api/knowledge",
     R"({"content":{"kind":"note","title":"$","title_en":"$","summary":"$","body":"$","tags":["$"],"credit":"$"},"owner":#,
         "audience":{"visibility":"public","partners":[],"persons":[]}})"},
    {"/api/series", R"({"title":"$","summary":"$","owner":#})"},
    {"/api/methods",
     R"({"owner":#,"content":{"title":"$","kind":"meeting","purpose":"$","suits":"$","steps":[{"minutes":5,"title":"$","how":"$"}],
         "questions":["$"],"roles":[{"name":"$","does":"$"}],"fields":[{"label":"$","kind":"text","hint":"$"}],"result":"$"}})"},
    {"/api/indicators",
     R"({"owner":#,"code":"evil","traits":{"level":"village","unit":"other","unit_name":"<b>&\"'","direction":"up","calculation":"plain","factor":1,
         "over_areas":"sum","over_time":"sum","decimals":0},"definition":{"title":"$","title_en":"$","reason":"$","goal":"$","rule":"$",
         "window":"$","threshold":"$","verification":"$","assessor":"$","source":"$","keeper":"$"},"from_year":2021})"},
    {"/api/indicator-sets",
     R"({"owner":#,"content":{"title":"$","title_en":"$","purpose":"$","groups":[{"name":"$","items":[{"code":"evil","name":"$"}]}]},
         "from_year":2021})"},
    {"/api/goals", R"({"owner":#,"content":{"title":"$","title_en":"$","wish":"$","meaning":"$","area":0,"targets":[]}})"},
    {"/api/goals/1/proposals",
     R"({"title":"$","reason":"$","rule":"$","verification":"$","unit":"other","unit_name":"<b>&\"'","counted_as":"number",
         "direction":"up"})"},
    {"/api/goals/1/cards", R"({"stage":"way","words":"$","who":"$","purpose":"$"})"},
    {"/api/indicators",
     R"({"owner":#,"code":"scored","traits":{"level":"country","unit":"person","unit_name":"","direction":"up","calculation":"score","factor":1,
         "over_areas":"average","over_time":"last","decimals":0},"definition":{"title":"$","levels":["$","$","$","$","$"]},"from_year":2021})"},
    {"/api/counts", R"({"owner":#,"area":0,"year":2021,"present":60,"groups":["<b>&\"'"],"led_by":"$","items":[{"code":"scored"}]})"},
    {"/api/sessions/1/methods", R"({"method":"1","label":"$"})"},
};

std::string filled(std::string_view form, std::int64_t organisation) {
    std::string text;
    for (const char c : form) {
        if (c == '$')
            text += evil;
        else if (c == '#')
            text += std::to_string(organisation);
        else
            text += c;
    }
    return text;
}

std::vector<records::Card> list(support::Client& client, const std::string& more) {
    return client.get("/api/records?limit=100" + more).as<http::List<records::Card>>().items;
}

void expect_harmless(support::Client& client, const std::string& page) {
    const auto reply = client.get(page);
    ASSERT_EQ(reply.status, 200u) << page;
    EXPECT_NE(reply.body.find("alert(1)"), std::string::npos) << page << " does not show the text";
    for (const auto* raw : {"<script>alert", "</script><script>", "<img src=x"})
        EXPECT_EQ(reply.body.find(raw), std::string::npos) << page << " holds " << raw;
}

EACH_ENGINE(Script, in_every_text_field_stays_text_on_pages_in_calendars_and_in_tables) {
    WholeOffice office(engine);
    auto editor = office.new_person(office.organisation, records::Role::editor);
    support::Client guest(office);
    for (const auto& form : forms) {
        const auto reply = editor.post(std::string(form.route), filled(form.body, office.organisation.value));
        EXPECT_LT(reply.status, 300u) << form.route << " " << reply.body;
    }
    editor.post("/api/sessions/1/hold");
    for (const auto& draft : list(editor, "&state=draft")) editor.post("/api/records/" + std::to_string(draft.id.value) + "/publish");

    int pages = 0;
    for (const auto& card : list(guest, "")) {
        if (card.title.find("alert") == std::string::npos) continue;
        expect_harmless(guest, card.address);
        ++pages;
    }
    EXPECT_EQ(pages, 12) << "a circle, a session, a topic, an item, a series, a method, two indicators, a set, a goal, a proposal, a count";
    for (const auto* path : {"/circles/1.ics", "/sessions/1.ics"})
        EXPECT_EQ(guest.get(path).headers.get("Content-Type"), "text/calendar; charset=utf-8") << path;
    const auto table = guest.get("/api/circles/transparency.csv?year=2567");
    EXPECT_NE(table.body.find("\"'=cmd()"), std::string::npos) << table.body;
    EXPECT_EQ(table.body.find(",\"=cmd()"), std::string::npos) << table.body;
    EXPECT_TRUE(guest.get("/api/circles/1").headers.get("Content-Type").starts_with("application/json"));
}

}  // namespace
