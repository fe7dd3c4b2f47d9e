#include "auth/sign_on/sign_on_replies.hpp"

#include "auth/auth.hpp"
#include "http/call.hpp"

namespace {

// Found again when the browser comes back from elsewhere, which a stricter cookie would not be.
void set_journey(http::Response& response, http::Call& call, std::string_view journey) {
    http::set_cookie(response, {.name = auth::journey_cookie,
                                .value = journey,
                                .max_age_seconds = journey.empty() ? 0 : auth::journey_ms / 1000,
                                .secure = call.request().secure});
}

}  // namespace

http::Response http::Answer<auth::Departure>::make(Call& call, const auth::Departure& departure) {
    auto response = json_response(200, json::write(departure.reply));
    set_journey(response, call, departure.journey);
    return response;
}

http::Response http::Answer<auth::Arrival>::make(Call& call, const auth::Arrival& arrival) {
    auto response = json_response(200, json::write(arrival.reply));
    if (!arrival.session.empty()) set_cookie(response, auth::cookie_for(arrival.session, call.request()));
    set_journey(response, call, {});
    return response;
}
