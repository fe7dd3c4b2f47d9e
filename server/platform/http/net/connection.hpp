#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <memory>
#include <optional>
#include <string>

#include "http/net/event_outbox.hpp"
#include "http/net/intake.hpp"
#include "http/net/loop.hpp"
#include "http/net/outgoing.hpp"
#include "http/net/refusal.hpp"
#include "http/net/request_reader.hpp"

namespace http::net {

// One connection, one request at a time; what a client sends ahead waits in `input_`. Lives on its loop's thread, but for work(), spool()
// and receive(), during which the loop leaves `request_` and `intake_` alone. A quiet connection holds no buffer.
class Connection final : public Listener, public std::enable_shared_from_this<Connection> {
  public:
    Connection(Loop& loop, boost::asio::ip::tcp::socket socket);

    void start();
    void finish();  // closes now, or when what has begun is done
    void close();
    bool is_due(SteadyTime now) const { return now >= deadline_; }
    void on_deadline();
    void deliver(const SharedEvent& event) override;

  private:
    enum class State : std::uint8_t { idle, head, body, spooling, handling, writing, producing, streaming, lingering, closed };

    void enter(State state);
    void made_progress(std::size_t bytes);
    bool reads() const { return state_ == State::idle || state_ == State::head || state_ == State::body; }

    void wait_readable();
    void wait_writable();
    void on_readable();
    void on_writable();

    bool is_welcome(const std::string& visitor);
    void advance(std::string_view data);
    bool step(std::string_view& data);
    void on_head();
    void begin_body(bool body_at_hand);
    void on_body();
    void resume();
    void refuse(const Refusal& refusal);

    void spool();
    void on_spooled(std::optional<Refusal> refusal);
    void let_in(std::unique_ptr<Receiver> receiver);
    void begin_receiving(std::unique_ptr<Receiver> receiver);
    void receive();
    void on_received(std::optional<Reply> reply);
    void keep_what_came();
    void dispatch();
    void work();

    void answer(Response response);
    void send(Reply reply);
    void continue_sending();
    void on_sent();
    void ask_for_piece();
    void make_piece();
    void on_piece(const std::optional<std::string>& piece);
    void begin_stream(EventStream stream);
    void continue_stream();
    void linger();
    After after_this() const;

    Loop& loop_;
    boost::asio::ip::tcp::socket socket_;
    std::string peer_;
    std::optional<Visitors::Visit> visit_;  // none of the proxy in front between two requests
    State state_ = State::idle;
    bool waits_readable_ = false;
    bool waits_writable_ = false;
    SteadyTime deadline_;
    SteadyTime began_;
    std::size_t progress_ = 0;

    std::string input_;
    RequestReader reader_;
    Request request_;
    std::unique_ptr<Intake> intake_;
    Outgoing outgoing_;
    std::optional<Pieces> pieces_;  // of the reply that is under way; a worker's while producing

    std::shared_ptr<Channel> channel_;
    EventOutbox outbox_;
    std::int64_t last_event_ = 0;
};

}  // namespace http::net
