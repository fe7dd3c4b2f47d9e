#pragma once

// The connections of bench/live-room: lines that listen, and some that post one request at a time. One thread, epoll.

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using Clock = std::chrono::steady_clock;
using Moment = Clock::time_point;

inline double ms_since(Moment then) {
    return std::chrono::duration<double, std::milli>(Clock::now() - then).count();
}

// A connection that tells its owner of the bytes that came.
class Line {
  public:
    using Take = std::function<void(Line&)>;

    Line(int poll, std::uint16_t port, Take take) : poll_(poll), socket_(::socket(AF_INET, SOCK_STREAM, 0)), take_(std::move(take)) {
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(port);
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(socket_, reinterpret_cast<sockaddr*>(&to), sizeof to) != 0) throw std::runtime_error("no connection");
        ::fcntl(socket_, F_SETFL, O_NONBLOCK);
        const int on = 1;
        ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        epoll_event event{.events = EPOLLIN, .data = {.ptr = this}};
        ::epoll_ctl(poll, EPOLL_CTL_ADD, socket_, &event);
    }
    ~Line() { ::close(socket_); }
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;

    void send(std::string_view bytes) {
        if (::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(bytes.size()))
            throw std::runtime_error("a request did not go out");
    }
    void read() {
        char piece[65536];
        for (;;) {
            const auto got = ::recv(socket_, piece, sizeof piece, 0);
            if (got <= 0) {
                if (got == 0) end();
                break;
            }
            in.append(piece, static_cast<std::size_t>(got));
        }
        take_(*this);
    }
    bool has_ended() const { return has_ended_; }

    std::string in;

  private:
    void end() {
        has_ended_ = true;
        ::epoll_ctl(poll_, EPOLL_CTL_DEL, socket_, nullptr);
    }

    int poll_;
    int socket_;
    bool has_ended_ = false;
    Take take_;
};

// One request at a time on each of some connections; what finds none free waits its turn.
class Poster {
  public:
    using Done = std::function<void(unsigned status, const std::string& head, double ms)>;
    struct Post {
        std::string bytes;
        Moment due;
        Done done;
    };

    Poster(int poll, std::uint16_t port, int lines) : poll_(poll), port_(port) {
        for (int i = 0; i < lines; ++i) open(*places_.emplace_back(std::make_unique<Place>()));
    }
    void add(Post post) {
        waiting_.push_back(std::move(post));
        go_on();
    }
    bool is_idle() const {
        return waiting_.empty() && std::ranges::none_of(places_, [](const auto& place) { return place->busy; });
    }

  private:
    struct Place {
        std::unique_ptr<Line> line;
        Post now;
        bool busy = false;
    };

    void open(Place& place) {
        place.line = std::make_unique<Line>(poll_, port_, [this, at = &place](Line&) { answered(*at); });
    }
    void go_on() {
        for (auto& place : places_) {
            if (waiting_.empty()) return;
            if (place->busy) continue;
            place->now = std::move(waiting_.front());
            waiting_.pop_front();
            place->busy = true;
            if (place->line->has_ended()) open(*place);  // one that was quiet for long
            place->line->send(place->now.bytes);
        }
    }
    void answered(Place& place) {
        auto& in = place.line->in;
        const auto end = in.find("\r\n\r\n");
        if (end == std::string::npos) {
            if (place.busy && place.line->has_ended()) throw std::runtime_error("the server hung up instead of an answer");
            return;
        }
        const auto head = in.substr(0, end);
        const auto length_at = head.find("Content-Length: ");
        const auto length = length_at == std::string::npos ? 0 : std::stoul(head.substr(length_at + 16));
        if (in.size() < end + 4 + length) return;
        in.erase(0, end + 4 + length);
        place.busy = false;
        const auto done = std::move(place.now.done);
        done(static_cast<unsigned>(std::stoul(head.substr(9, 3))), head, ms_since(place.now.due));
        go_on();
    }

    int poll_;
    std::uint16_t port_;
    std::vector<std::unique_ptr<Place>> places_;
    std::deque<Post> waiting_;
};
