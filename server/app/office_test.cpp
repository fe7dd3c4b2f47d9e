#include <gtest/gtest.h>

#include <algorithm>

#include "app/whole_office.hpp"
#include "office/office.hpp"

// What an administrator sees of an installation and does to it, with everything behind it.
namespace {

using app::WholeOffice;

struct Named {
    std::int64_t id{};
    std::string title, address;
};
BOOST_DESCRIBE_STRUCT(Named, (), (id, title, address))
struct Line {
    std::int64_t id{};
    std::string at;
    std::optional<Named> actor;
    std::string action, words;
    std::optional<Named> record;
};
BOOST_DESCRIBE_STRUCT(Line, (), (id, at, actor, action, words, record))
struct Lines {
    std::vector<Line> items;
    std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(Lines, (), (items, next))

bool has(const std::string& text, std::string_view words) {
    return text.find(words) != std::string::npos;
}

void lay_aside(WholeOffice& office) {
    office.database().write([](db::Tx& tx) {
        tx.run(
            "INSERT INTO jobs_queue (id, handler, payload, state, attempts, due_at, problem, added_at)"
            " VALUES (77, 'files.make_sizes', '{}', 'dead', 10, 0, 'no room', 0)");
    });
}

EACH_ENGINE(OfficePage, everything_that_is_not_well_says_what_to_do) {
    WholeOffice office(engine);
    auto administrator = office.new_administrator();
    lay_aside(office);
    administrator.headers.set("Accept-Language", "en");
    const auto body = administrator.get("/api/office").body;
    for (const auto* words :
         {"None is made each night", "Set backup_folder", "1 job was given up", "There is only one", "public_url", "Nobody has tried"})
        EXPECT_TRUE(has(body, words)) << words << "\n" << body;
    const auto findings =
        office::check_up({*office.database().read(), office.installation().machine, office.database().now(), base::Language::th});
    for (const auto& finding : findings) EXPECT_EQ(finding.remedy.empty(), finding.weight == office::Weight::well) << finding.topic;
    EXPECT_EQ(office::worst(findings), office::Weight::broken);
}

EACH_ENGINE(OfficePage, a_job_that_was_given_up_is_tried_again_or_dropped_and_that_is_written_down) {
    WholeOffice office(engine);
    auto administrator = office.new_administrator();
    lay_aside(office);
    EXPECT_TRUE(has(administrator.get("/api/office/jobs").body, "no room"));
    EXPECT_EQ(administrator.post("/api/office/jobs/77/retry").status, 200U);
    EXPECT_EQ(administrator.post("/api/office/jobs/77/retry").status, 404U) << "it waits now";
    EXPECT_EQ(administrator.del("/api/office/jobs/77").status, 404U) << "what waits is not dropped";
    office.database().write([](db::Tx& tx) { tx.run("UPDATE jobs_queue SET state = 'dead' WHERE id = 77"); });
    EXPECT_EQ(administrator.del("/api/office/jobs/77").status, 200U);
    EXPECT_FALSE(has(administrator.get("/api/office/jobs").body, "files.make_sizes"));
    EXPECT_TRUE(has(administrator.get("/api/office/events?action=office.").body, "office.job_dropped"));
}

EACH_ENGINE(OfficePage, who_did_what_is_told_in_words_and_closed_titles_are_not) {
    WholeOffice office(engine);
    auto administrator = office.new_administrator();
    auto writer = office.new_person(office.organisation, records::Role::editor);
    const auto owner = std::to_string(office.organisation.value);
    const auto made = writer.post("/api/knowledge", R"({"content":{"kind":"note","title":"ลับเฉพาะ","body":""},"owner":)" + owner +
                                                        R"(,"audience":{"visibility":"private","partners":[],"persons":[]}})");
    ASSERT_EQ(made.status, 201U) << made.body;
    administrator.headers.set("Accept-Language", "en");
    const auto lines = administrator.get("/api/office/events?action=knowledge.").body;
    EXPECT_TRUE(has(lines, "wrote an item of knowledge")) << lines;
    EXPECT_TRUE(has(lines, "knowledge.item_made"));
    EXPECT_FALSE(has(lines, "ลับเฉพาะ"));
    EXPECT_FALSE(has(administrator.get("/api/office/events?action=circles.").body, "knowledge.item_made"));
    EXPECT_TRUE(has(administrator.get("/api/office/events?actor=" + std::to_string(writer.person.value)).body, "knowledge.item_made"));
    EXPECT_FALSE(
        has(administrator.get("/api/office/events?actor=" + std::to_string(administrator.person.value)).body, "knowledge.item_made"));
}

EACH_ENGINE(OfficePage, the_journal_is_turned_page_by_page_without_gap_or_double) {
    WholeOffice office(engine);
    auto administrator = office.new_administrator();
    for (int i = 0; i < 120; ++i)
        office.database().write(
            [&](db::Tx& tx) { journal::record(tx, administrator.person, "circles.answered", {records::RecordId{}, i, "{}"}); });
    std::vector<std::int64_t> seen;
    for (std::optional<std::string> after; seen.empty() || after;) {
        const auto page = administrator.get("/api/office/events?action=circles.answered" + (after ? "&after=" + *after : "")).as<Lines>();
        for (const auto& line : page.items) seen.push_back(line.id);
        after = page.next;
    }
    EXPECT_EQ(seen.size(), 120U);
    std::ranges::sort(seen);
    EXPECT_EQ(std::ranges::adjacent_find(seen), seen.end());
}

EACH_ENGINE(OfficePage, a_backup_asked_for_is_made_once_and_the_drill_restores_it) {
    WholeOffice office(engine);
    auto administrator = office.new_administrator();
    EXPECT_EQ(administrator.post("/api/office/backups/check").code(), "no_backup_yet");
    EXPECT_TRUE(has(administrator.post("/api/office/backups").body, "\"under_way\":true"));
    EXPECT_EQ(administrator.post("/api/office/backups").status, 200U);
    const auto handlers = office.installation().job_handlers();
    const auto complain = [](std::string_view who, std::string_view why) { ADD_FAILURE() << who << ": " << why; };
    jobs::run_due(office.database(), handlers, complain);
    const auto made = backup::list_runs(*office.database().read(), 10);
    ASSERT_EQ(made.size(), 1U) << "asked for twice, made once";
    EXPECT_EQ(made.front().problem, std::nullopt);

    EXPECT_EQ(administrator.post("/api/office/backups/check").status, 200U);
    jobs::run_due(office.database(), handlers, complain);
    EXPECT_TRUE(backup::find_last_good(*office.database().read(), backup::RunKind::checked));
    EXPECT_TRUE(has(administrator.get("/api/office/backups").body, "\"under_way\":false"));
}

EACH_ENGINE(OfficePage, a_drill_that_fails_is_written_down_and_not_repeated) {
    WholeOffice office(engine);
    auto administrator = office.new_administrator();
    administrator.post("/api/office/backups");
    const auto handlers = office.installation().job_handlers();
    const auto complain = [](std::string_view, std::string_view) {};
    jobs::run_due(office.database(), handlers, complain);
    std::filesystem::remove(backup::list_runs(*office.database().read(), 1).front().archive);
    administrator.post("/api/office/backups/check");
    jobs::run_due(office.database(), handlers, complain);
    const auto last = backup::list_runs(*office.database().read(), 1).front();
    EXPECT_EQ(last.kind, backup::RunKind::checked);
    EXPECT_TRUE(last.problem);
    EXPECT_TRUE(has(administrator.get("/api/office/backups").body, "\"under_way\":false"));
}

}  // namespace
