#include "http/preloads.hpp"

#include <gtest/gtest.h>

namespace {

const http::Preloads preloads{
    "/\t/home.js\n/circles/new\t/form.js\n/circles/[circle]\t/circle.js /shared.js\n/circles/[circle]/edit\t/edit.js\n/all\t\n"};

TEST(Preloads, an_address_gets_the_scripts_of_its_page) {
    EXPECT_EQ(preloads.links_for("/circles/12"),
              "<link rel=\"later\" href=\"/circle.js\">\n<link rel=\"later\" "
              "href=\"/shared.js\">\n");
    EXPECT_EQ(preloads.links_for("/circles/12/edit?from=1"), "<link rel=\"later\" href=\"/edit.js\">\n");
    EXPECT_EQ(preloads.links_for("/"), "<link rel=\"later\" href=\"/home.js\">\n");
}

TEST(Preloads, a_word_is_meant_before_any_word) {
    EXPECT_EQ(preloads.links_for("/circles/new"), "<link rel=\"later\" href=\"/form.js\">\n");
}

TEST(Preloads, what_the_app_does_not_know_gets_none) {
    for (const auto* path : {"/nowhere", "/circles/12/edit/more", "/all", ""})
        EXPECT_EQ(preloads.links_for(path).find("/circle.js"), std::string_view::npos) << path;
    EXPECT_EQ(preloads.links_for("/nowhere"), "");
    EXPECT_EQ(http::Preloads{}.links_for("/circles/12"), "");
}

TEST(Preloads, a_broken_list_is_a_fault_at_start) {
    EXPECT_THROW(http::Preloads{"/circles /a.js\n"}, std::runtime_error);
}

}  // namespace
