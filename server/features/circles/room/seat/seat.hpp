#pragma once

#include "circles/room/room_queries.hpp"
#include "http/argument.hpp"

namespace circles {

// The phone that asks, known by its cookie; without one 404 `no_seat`. It may only answer what is asked in its room.
struct PhoneSeat : SeatRow {};

std::optional<SeatRow> find_seat(http::Call& call);

// All phones of a hall come from one address: so each is counted for itself, 429 for one that sends without end.
void count_answer(const http::Call& call, const PhoneSeat& seat);

}  // namespace circles

template <>
struct http::Argument<circles::PhoneSeat> {
    static circles::PhoneSeat take(Call& call);
    static void describe(RouteInfo&) {}
};
