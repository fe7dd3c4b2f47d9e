#pragma once

#include <cstdint>
#include <string_view>

namespace http {

struct Request;
struct Response;

// Takes the body of a request as it comes, once its handler has let it in on the head alone. One thread at a time, never the network's.
// May throw what a handler may: then that is the reply, and the rest of the body is not taken.
class Receiver {
  public:
    // Cut off: the connection ended before the body did, and nobody hears the reply.
    enum class End : std::uint8_t { whole, cut_off };

    virtual ~Receiver() = default;
    virtual void take(std::string_view bytes) = 0;
    virtual Response finish(End end) = 0;
};

// The reply to a request whose body is at hand as a whole.
Response receive_at_once(Response response, const Request& request);

}  // namespace http
