#include "http/net/intake.hpp"

#include "http/net/refusal.hpp"
#include "http/response.hpp"

namespace http::net {

constexpr int max_uploads = 64;  // at once; each holds a piece and a file

Intake::Intake(std::atomic<int>& uploads) : uploads_{uploads} {
    if (++uploads_ <= max_uploads) return;
    --uploads_;
    throw Refusal{503, "busy"};
}

Intake::~Intake() {
    --uploads_;
}

void Intake::cut_off() {
    try {
        receiver->take(chunk);
        receiver->finish(Receiver::End::cut_off);
    } catch (...) {  // NOLINT(bugprone-empty-catch): nobody is there to be told, and who sends on asks first how far it came
    }
}

}  // namespace http::net
