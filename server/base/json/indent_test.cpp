#include "base/json/indent.hpp"

#include <gtest/gtest.h>

TEST(Json, indented_text_has_a_line_for_each_value) {
    EXPECT_EQ(json::indented(R"({"a":[1,{"b":"x{,\""}],"c":{},"d":[]})"),
              "{\n  \"a\": [\n    1,\n    {\n      \"b\": \"x{,\\\"\"\n    }\n  ],\n  \"c\": {},\n  \"d\": []\n}\n");
}

TEST(Json, what_fits_into_the_width_stays_on_its_line) {
    constexpr std::string_view text = R"({"a":[1,{"b":"x{,\""}],"c":{},"d":[12,34,56]})";
    EXPECT_EQ(json::indented(text, 24), R"({
  "a": [
    1,
    {"b": "x{,\""}
  ],
  "c": {},
  "d": [12, 34, 56]
}
)");
    EXPECT_EQ(json::indented(text, 26).find("\"a\": [1, {"), 4u) << "two characters more";
    EXPECT_EQ(json::indented(text, 200), "{\"a\": [1, {\"b\": \"x{,\\\"\"}], \"c\": {}, \"d\": [12, 34, 56]}\n");
}
