#include <fmt/format.h>

#include <boost/asio/post.hpp>

#include "http/net/connection.hpp"

// How a connection sends a body whose end is not known when it begins: one that is made piece by piece, and events.
namespace http::net {

constexpr std::chrono::seconds piece_again_after{1};  // when no worker could take it

// --- a body that is made piece by piece

void Connection::ask_for_piece() {
    enter(State::producing);
    if (!loop_.common.workers.add([self = shared_from_this()] { self->make_piece(); }))
        deadline_ = std::chrono::steady_clock::now() + piece_again_after;
}

// On a worker.
void Connection::make_piece() {
    std::optional<std::string> piece;
    try {
        piece = pieces_->next();
    } catch (...) {
        (void)loop_.common.application.failed(request_, std::current_exception());  // logs it; the head of the reply is gone already
    }
    boost::asio::post(*loop_.io, [self = shared_from_this(), piece = std::move(piece)] { self->on_piece(piece); });
}

// Framed as a chunk (RFC 9112, 7.1).
void Connection::on_piece(const std::optional<std::string>& piece) {
    if (state_ == State::closed) return;
    if (!piece) return close();
    if (piece->empty()) pieces_.reset();
    enter(State::writing);
    outgoing_.go_on(fmt::format("{:x}\r\n{}\r\n", piece->size(), *piece));
    continue_sending();
    resume();
}

// --- event streams

void Connection::begin_stream(EventStream stream) {
    if (loop_.common.stopping) return close();
    enter(State::streaming);
    last_event_ = stream.after;
    channel_ = std::move(stream.channel);
    for (const auto& event : stream.missed) deliver(encode(event));
    if (state_ != State::streaming) return;
    if (channel_) channel_->listen(loop_.io, shared_from_this());
    wait_readable();
}

void Connection::deliver(const SharedEvent& event) {
    if (state_ != State::streaming || (event->id != 0 && event->id <= last_event_)) return;
    if (event->id != 0) last_event_ = event->id;
    const bool was_empty = outbox_.is_empty();
    if (!outbox_.add(event)) return close();
    if (was_empty) continue_stream();
}

}  // namespace http::net
