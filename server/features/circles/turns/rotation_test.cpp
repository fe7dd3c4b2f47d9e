#include "circles/turns/rotation.hpp"

#include <gtest/gtest.h>

namespace circles {

namespace {

using base::Date;

constexpr HostId municipality{1}, hospital{2}, school{3}, temple{4};
constexpr Date october{2026, 10, 14}, november{2026, 11, 11}, december{2026, 12, 9}, january{2027, 1, 13}, february{2027, 2, 10};

Rotation four() {
    return {{{municipality, {}}, {hospital, {}}, {school, {}}, {temple, {}}}, {}, {}};
}

KeptTurn held(Date due, HostId host, HostId turn_of) {
    return {due, host, turn_of, host == turn_of ? CameBy::order : CameBy::swap, SessionId{due.month}};
}
KeptTurn settled(Date due, HostId host, CameBy by) {
    return {due, host, std::nullopt, by, std::nullopt};
}

std::vector<HostId> hosts(const Rotation& rotation, const std::vector<Date>& dues) {
    std::vector<HostId> found;
    for (const auto& turn : turns(rotation, dues)) found.push_back(turn.host_id);
    return found;
}

using Hosts = std::vector<HostId>;

}  // namespace

TEST(Rotation, hosts_follow_one_another_and_after_the_last_the_first) {
    EXPECT_EQ(hosts(four(), {october, november, december, january, february}),
              (Hosts{municipality, hospital, school, temple, municipality}));
}

TEST(Rotation, the_order_goes_on_after_who_hosted_last) {
    auto rotation = four();
    rotation.kept = {held(october, hospital, hospital)};
    EXPECT_EQ(hosts(rotation, {november, december}), (Hosts{school, temple}));
}

TEST(Rotation, two_that_swapped_host_each_others_day_and_the_rest_keep_theirs) {
    auto rotation = four();
    rotation.kept = {settled(october, hospital, CameBy::swap), settled(november, municipality, CameBy::swap)};
    EXPECT_EQ(hosts(rotation, {october, november, december}), (Hosts{hospital, municipality, school}));
    rotation.kept = {held(october, hospital, municipality), held(november, municipality, hospital)};
    EXPECT_EQ(hosts(rotation, {december, january}), (Hosts{school, temple})) << "and so it stays once both are history";
}

TEST(Rotation, who_lets_a_turn_go_is_passed_over_and_comes_again_in_the_next_round) {
    auto rotation = four();
    rotation.passes = {{october, municipality}};
    const auto found = turns(rotation, {october, november, december, january});
    EXPECT_EQ(found[0], (HostTurn{october, hospital, hospital, CameBy::order, {municipality}}));
    EXPECT_EQ(hosts(rotation, {october, november, december, january}), (Hosts{hospital, school, temple, municipality}));
}

TEST(Rotation, a_replacement_takes_one_turn_and_changes_nobody_elses) {
    auto rotation = four();
    rotation.kept = {settled(november, temple, CameBy::replacement)};
    EXPECT_EQ(hosts(rotation, {october, november, december, january}), (Hosts{municipality, temple, school, temple}));
}

TEST(Rotation, a_host_who_left_takes_no_turn_from_that_day_on_and_what_was_settled_for_it_falls_away) {
    auto rotation = four();
    rotation.order[1].left_on = Date{2026, 12, 1};
    rotation.kept = {held(october, municipality, municipality), settled(january, hospital, CameBy::swap)};
    EXPECT_EQ(hosts(rotation, {november, december, january}), (Hosts{hospital, school, temple}));
}

TEST(Rotation, a_session_that_was_put_off_behind_the_next_keeps_its_host) {
    auto rotation = four();
    rotation.kept = {held(november, hospital, hospital)};
    EXPECT_EQ(hosts(rotation, {october, december}), (Hosts{municipality, school})) << "october's session is held late";
}

TEST(Rotation, a_new_order_keeps_the_past_and_goes_on_from_who_hosted_last) {
    auto rotation = four();
    rotation.kept = {held(october, municipality, municipality), held(november, hospital, hospital)};
    rotation.order = reordered(rotation.order, {temple, hospital, municipality, school}, {2026, 11, 21});
    EXPECT_EQ(hosts(rotation, {december, january, february}), (Hosts{municipality, school, temple}));
}

TEST(Rotation, after_a_host_who_hosted_last_and_left_comes_who_would_have_come_after_it) {
    auto rotation = four();
    rotation.kept = {held(october, hospital, hospital)};
    rotation.order = reordered(rotation.order, {municipality, school, temple}, {2026, 10, 20});
    ASSERT_EQ(rotation.order.size(), 4u);
    EXPECT_EQ(rotation.order[1].host_id, hospital);
    EXPECT_EQ(rotation.order[1].left_on, (Date{2026, 10, 20}));
    EXPECT_EQ(hosts(rotation, {november, december, january}), (Hosts{school, temple, municipality}));
    const auto back = reordered(rotation.order, {municipality, school, temple, hospital}, {2026, 12, 20});
    EXPECT_EQ(back.back().left_on, std::nullopt) << "who comes back is there again";
}

TEST(Rotation, where_nobody_hosts_there_are_no_turns) {
    EXPECT_TRUE(turns({}, {october}).empty());
    auto rotation = four();
    for (const auto host : {municipality, hospital, school, temple}) rotation.passes.push_back({october, host});
    EXPECT_EQ(hosts(rotation, {october}), (Hosts{municipality})) << "if all let it go it comes back to the first";
}

}  // namespace circles
