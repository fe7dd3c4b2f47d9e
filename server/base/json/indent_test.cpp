#include "base/json/indent.hpp"

#include <gtest/gtest.h>

TEST(Json, indented_text_has_a_line_for_each_value) {
    EXPECT_EQ(json::indented(R"({"a":[1,{"b":"x{,\""}],"c":{},"d":[]})"),
              "{\n  \"a\": [\n    1,\n    {\n      \"b\": \"x{,\\\"\"\n    }\n  ],\n  \"c\": {},\n  \"d\": []\n}\n");
}
