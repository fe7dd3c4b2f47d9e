#include "base/json/json.hpp"

#include <gtest/gtest.h>

namespace {

enum class Visibility : std::uint8_t { public_, partners };
BOOST_DESCRIBE_ENUM(Visibility, public_, partners)

struct CircleTag {};

struct Item {
    base::Line title;
    std::optional<base::TimeOfDay> at;
};
BOOST_DESCRIBE_STRUCT(Item, (), (title, at))

struct Draft {
    base::Id<CircleTag> circle;
    base::Line title;
    base::Text<0, 10> note;
    base::Whole<0, 500> people;
    Visibility visibility{};
    base::Date on;
    std::optional<std::string> place;
    std::vector<Item> agenda;
    std::map<std::string, int> ages;
};
BOOST_DESCRIBE_STRUCT(Draft, (), (circle, title, note, people, visibility, on, place, agenda, ages))

void check(const Draft& draft, json::Errors& errors) {
    if (draft.people.value == 0 && !draft.agenda.empty()) errors.add("/people", "nobody_came");
}

constexpr std::string_view good = R"({"circle":7,"title":"วงวันพุธ","note":"","people":12,"visibility":"public","on":"2013-05-01",
    "place":null,"agenda":[{"title":"เช็กอิน","at":"09:00"}],"ages":{"วัยทำงาน":3}})";

std::vector<std::string> problems(std::string_view text, const json::Limits& limits = {}) {
    json::Errors errors;
    json::read<Draft>(text, errors, limits);
    std::vector<std::string> all;
    for (const auto& error : errors.list()) all.push_back(error.pointer + " " + error.code);
    return all;
}

using Problems = std::vector<std::string>;

TEST(Json, what_was_written_reads_back_the_same) {
    const auto draft = json::read_own<Draft>(good);
    EXPECT_EQ(json::write(draft), R"({"circle":7,"title":"วงวันพุธ","note":"","people":12,"visibility":"public","on":"2013-05-01",)"
                                  R"("agenda":[{"title":"เช็กอิน","at":"09:00"}],"ages":{"วัยทำงาน":3}})");
}

TEST(Json, every_bad_field_is_named_at_once) {
    EXPECT_EQ(
        problems(R"({"circle":"x","title":"  ","note":"12345678901","people":501,"visibility":"secret","on":"2013-02-30",
                           "agenda":[{"title":"a"},{"title":7,"at":"25:00"}],"ages":{"a/b":"many"},"tilte":1})"),
        (Problems{"/circle not_whole", "/title required", "/note too_long", "/people too_large", "/visibility not_one_of", "/on not_date",
                  "/agenda/1/title not_text", "/agenda/1/at not_time", "/ages/a~1b not_whole", "/tilte unknown_field"}));
}

TEST(Json, only_an_optional_may_be_left_out) {
    EXPECT_EQ(problems("{}"), (Problems{"/circle required", "/title required", "/note required", "/people required", "/visibility required",
                                        "/on required", "/agenda required", "/ages required"}));
}

TEST(Json, a_member_named_twice_is_an_error_and_not_the_last_one) {
    EXPECT_EQ(problems(R"({"circle":7,"circle":8,"title":"a","note":"","people":1,"visibility":"public","on":"2013-05-01","agenda":[],
                           "ages":{"x":1,"x":2}})"),
              (Problems{"/circle duplicate", "/ages/x duplicate"}));
}

TEST(Json, a_rule_between_fields_is_asked_when_the_fields_are_good) {
    EXPECT_EQ(problems(R"({"circle":7,"title":"a","note":"","people":0,"visibility":"public","on":"2013-05-01","agenda":[{"title":"b"}],
                           "ages":{}})"),
              (Problems{"/people nobody_came"}));
}

TEST(Json, text_that_is_not_json_says_why) {
    EXPECT_EQ(problems("{"), (Problems{" not_json"}));
    EXPECT_EQ(problems(""), (Problems{" not_json"}));
    EXPECT_EQ(problems("{} {}"), (Problems{" not_json"}));
    EXPECT_EQ(problems("[]"), (Problems{" not_object"}));
    EXPECT_EQ(problems("{\"title\":\"\xff\"}"), (Problems{" bad_utf8"}));
    EXPECT_EQ(problems(std::string(40, '[') + std::string(40, ']')), (Problems{" too_deep"}));
    EXPECT_EQ(problems(std::string(200, ' '), {.bytes = 100}), (Problems{" too_big"}));
    EXPECT_EQ(problems("[1,2,3,4]", {.values = 3}), (Problems{" too_many_values"}));
}

TEST(Json, a_zero_byte_is_not_text) {
    json::Errors errors;
    json::read<std::string>(R"("a\u0000b")", errors);
    ASSERT_EQ(errors.list().size(), 1u);
    EXPECT_EQ(errors.list()[0].code, "bad_character");
}

TEST(Json, a_hostile_body_gets_at_most_a_hundred_errors) {
    std::string many = "[1";
    for (int i = 0; i < 1000; ++i) many += ",1";
    json::Errors errors;
    json::read<std::vector<std::string>>(many + "]", errors);
    EXPECT_EQ(errors.list().size(), json::Errors::most);
}

TEST(Json, length_is_counted_in_characters_not_bytes) {
    json::Errors errors;
    json::read<base::Text<10, 10>>(R"("สวัสดีครับ")", errors);
    EXPECT_TRUE(errors.empty());
}

TEST(Json, a_line_keeps_no_line_breaks) {
    EXPECT_EQ(json::read_own<base::Line>(R"("  วง\nน้ำชา ")").value, "วง น้ำชา");
}

TEST(Json, an_empty_text_from_a_form_is_an_absent_value) {
    EXPECT_FALSE(json::read_own<std::optional<base::Date>>(R"("")").has_value());
}

TEST(Json, whole_numbers_stay_inside_their_type) {
    json::Errors errors;
    json::read<std::vector<int>>("[2147483647,2147483648,1.5,1.0,99999999999999999999]", errors);
    ASSERT_EQ(errors.list().size(), 3u);
    EXPECT_EQ(errors.list()[0].pointer, "/1");
    EXPECT_EQ(errors.list()[0].code, "too_large");
    EXPECT_EQ(errors.list()[1].code, "not_whole");
}

TEST(Json, what_is_written_may_stand_inside_a_script_element) {
    EXPECT_EQ(json::write(std::string("</script>\n\"\\\x01")), R"("\u003c/script>\n\"\\\u0001")");
}

TEST(Json, words_from_a_query_turn_into_what_is_asked) {
    json::Node node{.kind = json::Node::Kind::word, .text = "42"};
    json::Errors errors;
    EXPECT_EQ(json::read<int>(node, errors), 42);
    EXPECT_EQ(json::read<std::string>(node, errors), "42");
    EXPECT_EQ(json::read<std::vector<int>>(node, errors), std::vector<int>{42});
    EXPECT_TRUE(errors.empty());
}

TEST(Json, the_schema_comes_from_the_same_description) {
    json::Schemas named;
    EXPECT_EQ(json::schema<Item>(named), R"({"$ref":"#/components/schemas/Item"})");
    EXPECT_EQ(named.named().at("Item"),
              R"({"type":"object","additionalProperties":false,"properties":{"title":{"type":"string","minLength":1,"maxLength":300},)"
              R"("at":{"anyOf":[{"type":"string","pattern":"^\\d\\d:\\d\\d$"},{"type":"null"}]}},"required":["title"]})");
}

}  // namespace
