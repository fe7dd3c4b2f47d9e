#include "http/wording.hpp"

#include <gtest/gtest.h>

#include "db/testing.hpp"

namespace {

EACH_ENGINE(Wording, what_this_server_changes_is_said_at_once_and_what_another_one_changes_soon) {
    db::testing::Fresh database(engine, {});
    std::string name = "สมุดเมือง";
    http::Wording wording([&](db::Session&) {
        http::Words words;
        words.by_key["frame_brand"] = {name, "City book"};
        return words;
    });
    const auto said_at = [&](std::int64_t ms) { return wording.learn(*database->read(), {ms})->say(base::Language::th, "frame_brand"); };
    EXPECT_EQ(wording.known()->say(base::Language::th, "frame_brand"), "ล้อมวง");
    EXPECT_EQ(said_at(1'000), "สมุดเมือง");
    name = "บันทึกตำบล";
    EXPECT_EQ(said_at(10'999), "สมุดเมือง");
    EXPECT_EQ(said_at(11'000), "บันทึกตำบล");
    name = "สมุดเมือง";
    wording.forget();
    EXPECT_EQ(said_at(11'001), "สมุดเมือง");
    EXPECT_EQ(wording.known()->say(base::Language::en, "frame_places"), "Main");
}

}  // namespace
