#include "circles/room/room.hpp"

#include <gtest/gtest.h>

namespace circles {

static AskRow ask(AskKind kind, AskState state, bool live = false) {
    return {.id = {1}, .kind = kind, .question = "คนในหมู่บ้านเราช่วยเหลือกันมากน้อยแค่ไหน", .state = state, .live = live};
}

TEST(Room, a_count_tells_its_mean_and_how_far_hands_lie_apart) {
    const auto told = tally({2, 5, 14, 28, 12});
    EXPECT_EQ(told.raised, 61);
    EXPECT_NEAR(*told.mean, 3.7049, 0.0001);
    EXPECT_NEAR(*told.spread, 0.9809, 0.0001);
    EXPECT_EQ(*tally({0, 0, 7, 0, 0}).spread, 0.0) << "all of one mind";
    EXPECT_EQ(*tally({3, 0, 0, 0, 3}).spread, 2.0) << "as far apart as can be";
}

TEST(Room, where_nobody_raised_a_hand_there_is_no_mean) {
    const auto told = tally({});
    EXPECT_EQ(told.raised, 0);
    EXPECT_FALSE(told.mean);
    EXPECT_FALSE(told.spread);
}

TEST(Room, nobody_can_follow_the_others_while_hands_go_up) {
    const Hands hands{0, 0, 1, 4, 2};
    const auto open = tally_for_all(ask(AskKind::count, AskState::open), hands);
    EXPECT_EQ(open.raised, 7);
    EXPECT_FALSE(open.levels || open.mean || open.spread);
    EXPECT_TRUE(tally_for_all(ask(AskKind::count, AskState::open, true), hands).levels) << "unless the circle wants to see them";
    EXPECT_TRUE(tally_for_all(ask(AskKind::count, AskState::closed), hands).mean);
}

TEST(Room, only_an_open_question_takes_answers_and_only_of_its_kind) {
    EXPECT_TRUE(takes_hands(ask(AskKind::count, AskState::open)));
    EXPECT_FALSE(takes_hands(ask(AskKind::count, AskState::closed)));
    EXPECT_FALSE(takes_hands(ask(AskKind::cards, AskState::open)));
    EXPECT_TRUE(takes_card(ask(AskKind::cards, AskState::open), 0));
    EXPECT_FALSE(takes_card(ask(AskKind::cards, AskState::open), 1)) << "cards of a question stand under one heading";
    EXPECT_TRUE(takes_card(ask(AskKind::review, AskState::open), 3));
    EXPECT_FALSE(takes_card(ask(AskKind::review, AskState::open), 4));
    EXPECT_FALSE(takes_card(ask(AskKind::review, AskState::waiting), 0));
    EXPECT_FALSE(takes_card(ask(AskKind::count, AskState::open), 0));
}

TEST(Room, what_was_asked_is_never_unasked) {
    EXPECT_TRUE(may_become(AskState::waiting, AskState::open));
    EXPECT_TRUE(may_become(AskState::closed, AskState::open)) << "counted once more";
    EXPECT_FALSE(may_become(AskState::open, AskState::waiting));
    EXPECT_FALSE(may_become(AskState::closed, AskState::waiting));
}

class Round : public testing::Test {
  protected:
    std::vector<Speaker> speakers{{0, "ยายสมมติ", {}}, {1, "ลุงสมมติ", {}}, {2, "น้องสมมติ", {}}};

    std::string states() const {
        std::string told;
        for (const auto& each : speakers) told += ".>xp"[static_cast<int>(each.state)];
        return told;
    }
};

TEST_F(Round, the_word_goes_round_the_circle_and_ends) {
    hand_on(speakers, SpeakerState::spoken);
    EXPECT_EQ(states(), ">..") << "the first begins";
    hand_on(speakers, SpeakerState::spoken);
    EXPECT_EQ(states(), "x>.");
    hand_on(speakers, SpeakerState::spoken);
    hand_on(speakers, SpeakerState::spoken);
    EXPECT_EQ(states(), "xxx");
    hand_on(speakers, SpeakerState::spoken);
    EXPECT_EQ(states(), "xxx");
}

TEST_F(Round, who_passes_is_asked_once_more_at_the_end) {
    hand_on(speakers, SpeakerState::spoken);
    hand_on(speakers, SpeakerState::passed);
    EXPECT_EQ(states(), "p>.");
    hand_on(speakers, SpeakerState::spoken);
    hand_on(speakers, SpeakerState::spoken);
    EXPECT_EQ(states(), ">xx");
    hand_on(speakers, SpeakerState::passed);
    EXPECT_EQ(states(), "pxx") << "and may pass again, in peace";
}

TEST_F(Round, the_word_can_be_given_to_somebody_out_of_turn) {
    hand_on(speakers, SpeakerState::spoken);
    give_word(speakers, 2);
    EXPECT_EQ(states(), "..>");
    give_word(speakers, 9);
    EXPECT_EQ(states(), "..>") << "nobody sits there";
}

TEST(Room, a_code_is_eight_digits_however_it_is_typed) {
    EXPECT_EQ(code_from(42), "00000042");
    EXPECT_EQ(code_from(4'294'967'295).size(), 8u);
    EXPECT_EQ(folded_room_code(" 4829-1736 "), "48291736");
}

}  // namespace circles
