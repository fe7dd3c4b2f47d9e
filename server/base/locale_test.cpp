#include "base/locale.hpp"

#include <gtest/gtest.h>

using base::Language;

TEST(Locale, fills_what_a_message_needs) {
    EXPECT_EQ(base::say(Language::en, "problem_too_long", {{"max", 10}, {"is", 12}}), "At most 10 characters; this has 12");
    EXPECT_EQ(base::say(Language::th, "problem_too_long", {{"max", 10}, {"is", 12}}), "ยาวได้ไม่เกิน 10 ตัวอักษร ตอนนี้มี 12");
}

TEST(Locale, a_key_that_nobody_wrote_is_seen_and_breaks_nothing) {
    EXPECT_EQ(base::say(Language::th, "no_such_key"), "no_such_key");
    EXPECT_FALSE(base::is_written("no_such_key"));
}

TEST(Locale, leaves_braces_alone_that_name_no_parameter) {
    EXPECT_NE(base::say(Language::en, "problem_too_long", {}).find("{max}"), std::string::npos);
}

TEST(Locale, picks_the_word_that_fits_the_number) {
    EXPECT_EQ(base::say(Language::en, "circles_people", {{"count", 1}}), "1 person");
    EXPECT_EQ(base::say(Language::en, "circles_people", {{"count", 12}}), "12 people");
}
