#include "circles/room/room.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace circles {

Tally tally(const Hands& hands) {
    Tally told{.raised = std::accumulate(hands.begin(), hands.end(), std::int64_t{0}), .levels = {}, .mean = {}, .spread = {}};
    told.levels.emplace(hands.begin(), hands.end());
    if (told.raised == 0) return told;
    double sum = 0;
    double squares = 0;
    for (std::size_t i = 0; i < hands.size(); ++i) {
        const auto level = static_cast<double>(i + 1);
        sum += level * static_cast<double>(hands[i]);
        squares += level * level * static_cast<double>(hands[i]);
    }
    const auto raised = static_cast<double>(told.raised);
    const auto mean = sum / raised;
    told.mean = mean;
    told.spread = std::sqrt(std::max(0.0, squares / raised - mean * mean));
    return told;
}

Tally tally_for_all(const AskRow& ask, const Hands& hands) {
    auto told = tally(hands);
    if (ask.state == AskState::closed || ask.live) return told;
    return {.raised = told.raised, .levels = {}, .mean = {}, .spread = {}};
}

std::int64_t headings_of(AskKind kind) {
    return kind == AskKind::review ? 4 : 1;
}

bool takes_hands(const AskRow& ask) {
    return ask.state == AskState::open && ask.kind == AskKind::count;
}

bool takes_card(const AskRow& ask, std::int64_t heading) {
    return ask.state == AskState::open && ask.kind != AskKind::count && heading >= 0 && heading < headings_of(ask.kind);
}

bool may_become(AskState from, AskState to) {
    return from == to || to != AskState::waiting;
}

static Speaker* first_in(std::vector<Speaker>& speakers, SpeakerState state) {
    const auto found = std::ranges::find(speakers, state, &Speaker::state);
    return found == speakers.end() ? nullptr : &*found;
}

void hand_on(std::vector<Speaker>& speakers, SpeakerState how) {
    auto* now = first_in(speakers, SpeakerState::speaking);
    auto* next = first_in(speakers, SpeakerState::waiting);
    if (next == nullptr && how != SpeakerState::passed) next = first_in(speakers, SpeakerState::passed);
    if (now != nullptr) now->state = how;
    if (next != nullptr) next->state = SpeakerState::speaking;
}

void give_word(std::vector<Speaker>& speakers, std::int64_t position) {
    const auto chosen = std::ranges::find(speakers, position, &Speaker::position);
    if (chosen == speakers.end()) return;
    if (auto* now = first_in(speakers, SpeakerState::speaking)) now->state = SpeakerState::waiting;
    chosen->state = SpeakerState::speaking;
}

std::string code_from(std::uint32_t random) {
    return fmt::format("{:08}", random % 100'000'000);
}

std::string folded_room_code(std::string_view typed) {
    std::string code;
    std::ranges::copy_if(typed, std::back_inserter(code), [](char letter) { return letter != ' ' && letter != '-'; });
    return code;
}

}  // namespace circles
