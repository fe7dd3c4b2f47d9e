#include "http/net/connection.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>

#include "http/net/head_rules.hpp"

namespace http::net {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using std::chrono::steady_clock;

constexpr std::size_t progress_bytes = 64 << 10;  // what a stall time must bring
constexpr std::size_t spool_bytes = 256 << 10;    // an upload goes to disk in pieces of this size
constexpr std::chrono::seconds linger_time{30};
constexpr std::chrono::seconds linger_time_at_stop{1};
constexpr std::chrono::seconds heartbeat_every{20};

static bool must_wait(const error_code& error) {
    return error == asio::error::would_block || error == asio::error::try_again;
}

Connection::Connection(Loop& loop, tcp::socket socket)
    : loop_{loop}, socket_{std::move(socket)}, reader_{loop.common.options.max_head_bytes} {}

void Connection::start() {
    error_code error;
    peer_ = socket_.remote_endpoint(error).address().to_string();
    socket_.non_blocking(true, error);
    socket_.set_option(tcp::no_delay{true}, error);
    enter(State::idle);
    if (is_proxy(peer_, loop_.common.options.proxy) || is_welcome(peer_)) return wait_readable();
    socket_.write_some(asio::buffer(turned_away), error);
    close();
}

void Connection::finish() {
    const bool has_begun = state_ != State::idle && state_ != State::streaming && state_ != State::lingering;
    if (!has_begun) close();
}

bool Connection::is_welcome(const std::string& visitor) {
    if (!visit_) visit_ = loop_.common.visitors.welcome(visitor);
    return visit_.has_value();
}

void Connection::close() {
    if (state_ == State::closed) return;
    keep_what_came();
    enter(State::closed);
    error_code ignored;
    socket_.close(ignored);
    channel_ = nullptr;
    visit_.reset();
    loop_.forget(shared_from_this());
}

void Connection::enter(State state) {
    const auto& options = loop_.common.options;
    const auto now = steady_clock::now();
    state_ = state;
    progress_ = 0;
    switch (state) {
        case State::idle:
            deadline_ = now + options.idle_time;
            break;
        case State::head:
            deadline_ = now + options.head_time;
            break;
        case State::body:
        case State::writing:
            deadline_ = now + options.stall_time;
            break;
        case State::streaming:
            deadline_ = now + heartbeat_every;
            break;
        case State::lingering:
            deadline_ = now + (loop_.common.stopping ? linger_time_at_stop : linger_time);
            break;
        case State::spooling:
        case State::handling:
        case State::producing:
        case State::closed:
            deadline_ = SteadyTime::max();
            break;  // ours to end, not the client's
    }
}

void Connection::made_progress(std::size_t bytes) {
    progress_ += bytes;
    if (progress_ < progress_bytes) return;
    progress_ = 0;
    deadline_ = steady_clock::now() + loop_.common.options.stall_time;
}

void Connection::on_deadline() {
    const bool is_reading = state_ == State::head || state_ == State::body;
    if (is_reading) return refuse({408, "too_slow"});
    if (state_ == State::producing) return ask_for_piece();
    if (state_ != State::streaming || !outbox_.is_empty()) return close();
    static const auto heartbeat = std::make_shared<const WireEvent>(WireEvent{0, ":\n\n"});
    enter(State::streaming);
    deliver(heartbeat);
}

// --- reading

void Connection::wait_readable() {
    if (waits_readable_ || state_ == State::closed) return;
    waits_readable_ = true;
    socket_.async_wait(tcp::socket::wait_read, [self = shared_from_this()](const error_code& error) {
        self->waits_readable_ = false;
        if (error) return self->close();
        self->on_readable();
    });
}

void Connection::on_readable() {
    if (state_ == State::closed) return;
    error_code error;
    const auto size = socket_.read_some(asio::buffer(loop_.buffer), error);
    if (must_wait(error)) return wait_readable();
    if (error) return close();
    if (!reads()) return wait_readable();  // lingering or streaming: what comes is dropped, the end of it is what we wait for
    const std::string_view fresh{loop_.buffer.data(), size};
    if (input_.empty()) return advance(fresh);
    input_.append(fresh);
    resume();
}

void Connection::resume() {
    if (!reads()) return;
    const auto data = std::exchange(input_, {});
    advance(data);
}

// Goes as far as the bytes at hand allow, and keeps the rest.
void Connection::advance(std::string_view data) {
    try {
        while (reads() && step(data)) {
        }
    } catch (const Refusal& refusal) {
        data = {};
        refuse(refusal);
    }
    input_.assign(data);
    if (reads()) wait_readable();
}

// Takes what it can from the front of `data`; false if it needs more of it.
bool Connection::step(std::string_view& data) {
    if (data.empty()) return false;
    if (state_ == State::idle) {
        began_ = steady_clock::now();
        enter(State::head);
    }
    if (state_ == State::head) {
        const auto taken = reader_.take_head(data, request_);
        data.remove_prefix(taken);
        if (taken == 0) return false;
        on_head();
        if (state_ == State::body) begin_body(!data.empty());
        return true;
    }
    const auto taken = reader_.take_body(data, intake_ ? intake_->chunk : request_.body);
    data.remove_prefix(taken);
    made_progress(taken);
    on_body();
    return taken > 0;
}

// Either the reply is on its way after this, or a worker has the request, or a body is to be read.
void Connection::on_head() {
    auto& application = loop_.common.application;
    request_.id = loop_.next_request_id();
    request_.peer = peer_;
    trust_proxy(request_, loop_.common.options.proxy);
    if (!is_welcome(request_.peer)) throw Refusal{503, "visitor_busy"};
    check_origin(request_);
    if (auto response = application.answer_at_once(request_); response && reader_.whole()) return answer(std::move(*response));
    if (reader_.whole()) return dispatch();

    const auto rule = application.body_rule(request_);
    reader_.limit_body(rule.max_bytes);
    const auto boundary = rule.takes_uploads ? multipart_boundary(request_.header("Content-Type")) : std::string{};
    if (rule.streams || !boundary.empty()) intake_ = std::make_unique<Intake>(loop_.common.uploads);
    if (rule.streams) return dispatch();
    if (!intake_) return enter(State::body);
    intake_->form.emplace(boundary, loop_.common.options.spool);
    dispatch();
}

void Connection::begin_body(bool body_at_hand) {
    if (body_at_hand || !same_name(request_.header("Expect"), "100-continue")) return;
    error_code ignored;  // a client that does not hear it sends the body after a second
    socket_.write_some(asio::buffer(std::string_view{"HTTP/1.1 100 Continue\r\n\r\n"}), ignored);
}

void Connection::on_body() {
    if (intake_ && (reader_.whole() || intake_->chunk.size() >= spool_bytes)) {
        enter(State::spooling);
        // Never full: its queue is as long as there may be uploads, and each has one piece under way.
        const auto take = intake_->receiver ? &Connection::receive : &Connection::spool;
        if (!loop_.common.spoolers.add([self = shared_from_this(), take] { (*self.*take)(); })) throw Refusal{503, "busy"};
    } else if (reader_.whole()) {
        dispatch();
    }
}

void Connection::refuse(const Refusal& refusal) {
    keep_what_came();
    auto response = loop_.common.application.refused(request_, refusal.status, refusal.code);
    if (refusal.status == 503) response.headers.set("Retry-After", "5");
    send(prepare(request_, std::move(response), After::close));  // what the client still sends of it cannot be told from a next request
}

// --- on other threads

void Connection::spool() {
    std::optional<Refusal> refusal;
    try {
        intake_->form->take(intake_->chunk);
        intake_->chunk.clear();
        if (reader_.whole()) intake_->form->finish();
    } catch (const Refusal& refused) {
        refusal = refused;
    }
    asio::post(*loop_.io, [self = shared_from_this(), refusal] { self->on_spooled(refusal); });
}

void Connection::receive() {
    std::optional<Reply> reply;
    try {
        intake_->receiver->take(intake_->chunk);
        intake_->chunk.clear();
        if (reader_.whole()) reply = prepare(request_, intake_->receiver->finish(Receiver::End::whole), after_this());
    } catch (...) {
        reply = prepare(request_, loop_.common.application.failed(request_, std::current_exception()), after_this());
    }
    asio::post(*loop_.io, [self = shared_from_this(), reply = std::move(reply)]() mutable { self->on_received(std::move(reply)); });
}

void Connection::let_in(std::unique_ptr<Receiver> receiver) {
    asio::post(*loop_.io,
               [self = shared_from_this(), let_in = std::move(receiver)]() mutable { self->begin_receiving(std::move(let_in)); });
}

void Connection::work() {
    auto& application = loop_.common.application;
    Reply reply;
    try {
        const bool asks_first = intake_ && intake_->form && !reader_.whole();
        if (asks_first) {
            application.admit(request_);
            return let_in(nullptr);
        }
        auto response = application.handle(request_);
        if (response.receiver && !reader_.whole()) return let_in(std::move(response.receiver));
        response = receive_at_once(std::move(response), request_);
        if (reader_.is_http_1_0() && std::holds_alternative<Pieces>(response.body))
            response = application.refused(request_, 505, "http_1_1_needed");
        reply = prepare(request_, std::move(response), after_this());  // after the handler: a stop may have come meanwhile
    } catch (...) {
        reply = prepare(request_, application.failed(request_, std::current_exception()), after_this());
    }
    asio::post(*loop_.io, [self = shared_from_this(), reply = std::move(reply)]() mutable {
        self->send(std::move(reply));
        self->resume();
    });
}

// --- back on the network thread

void Connection::on_spooled(std::optional<Refusal> refusal) {
    if (state_ == State::closed) return;
    if (refusal) return refuse(*refusal);
    if (!reader_.whole()) {
        enter(State::body);
        return resume();
    }
    request_.uploads = std::move(intake_->form->uploads);
    request_.form = std::move(intake_->form->form);
    intake_ = nullptr;
    dispatch();
}

void Connection::begin_receiving(std::unique_ptr<Receiver> receiver) {
    if (state_ == State::closed) return;
    intake_->receiver = std::move(receiver);
    enter(State::body);
    begin_body(!input_.empty());
    resume();
}

void Connection::on_received(std::optional<Reply> reply) {
    if (state_ == State::closed) return;
    if (reply)
        send(std::move(*reply));
    else
        enter(State::body);
    resume();
}

// A body that ends here is one that somebody goes on with: what has come of it is theirs.
void Connection::keep_what_came() {
    if (state_ != State::body || !intake_ || !intake_->receiver) return;
    const std::shared_ptr<Intake> intake{std::move(intake_)};
    [[maybe_unused]] const bool added = loop_.common.spoolers.add([intake] { intake->cut_off(); });  // never full, as above
}

void Connection::dispatch() {
    enter(State::handling);
    if (loop_.common.workers.add([self = shared_from_this()] { self->work(); })) return;
    auto response = loop_.common.application.refused(request_, 503, "busy");
    response.headers.set("Retry-After", "2");
    answer(std::move(response));
}

After Connection::after_this() const {
    // What is still to come of a body that was not let in cannot be told from a next request.
    const bool is_last = loop_.common.stopping || reader_.is_http_1_0() || !reader_.keeps_alive() || !reader_.whole();
    return is_last ? After::close : After::keep;
}

void Connection::answer(Response response) {
    send(prepare(request_, std::move(response), after_this()));
}

void Connection::send(Reply reply) {
    if (state_ == State::closed) return;
    intake_ = nullptr;
    enter(State::writing);
    if (auto* pieces = std::get_if<Pieces>(&reply.body)) pieces_ = std::exchange(*pieces, {});
    outgoing_.begin(std::move(reply));
    continue_sending();
}

void Connection::wait_writable() {
    if (waits_writable_) return;
    waits_writable_ = true;
    socket_.async_wait(tcp::socket::wait_write, [self = shared_from_this()](const error_code& error) {
        self->waits_writable_ = false;
        if (error) return self->close();
        self->on_writable();
    });
}

void Connection::on_writable() {
    if (state_ == State::streaming) return continue_stream();
    if (state_ != State::writing) return;
    continue_sending();
    resume();
}

void Connection::continue_sending() {
    error_code error;
    const auto before = outgoing_.sent();
    outgoing_.send(socket_, error);
    if (outgoing_.is_done()) return on_sent();
    if (!must_wait(error)) return close();
    made_progress(outgoing_.sent() - before);
    wait_writable();
}

void Connection::on_sent() {
    if (pieces_) return ask_for_piece();
    const auto took = std::chrono::duration_cast<std::chrono::microseconds>(steady_clock::now() - began_);
    loop_.common.application.replied(request_, outgoing_.reply().status, outgoing_.sent(), took);
    auto reply = outgoing_.take();
    request_ = {};
    if (auto* stream = std::get_if<EventStream>(&reply.body)) return begin_stream(std::move(*stream));
    if (is_proxy(peer_, loop_.common.options.proxy)) visit_.reset();
    if (reply.after == After::close) return linger();
    reader_ = RequestReader{loop_.common.options.max_head_bytes};
    enter(State::idle);
    if (loop_.common.stopping) close();
}

// Closing at once would reset the connection while the client still sends, and it would never see our reply.
void Connection::linger() {
    error_code error;
    socket_.shutdown(tcp::socket::shutdown_send, error);
    if (error) return close();
    enter(State::lingering);
    wait_readable();
}

void Connection::continue_stream() {
    error_code error;
    outbox_.send(socket_, error);
    if (must_wait(error)) return wait_writable();
    if (error) return close();
    enter(State::streaming);
}

}  // namespace http::net
