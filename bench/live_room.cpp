// The load of bench/live-room: a hall of phones that listen, vote and write cards, and note-takers that write points. One thread, epoll.
// What it measures it counts from the moment at which a post was due, so that a server that stalls is not forgiven for it.

#include <fmt/format.h>
#include <sys/epoll.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <functional>
#include <iostream>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "live_room_lines.hpp"

namespace {

std::string request(std::string_view method, std::string_view path, std::string_view cookie, std::string_view body) {
    static std::uint64_t number = 0;
    return fmt::format(
        "{} {} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {}\r\nIdempotency-Key: bench-{:012}\r\nContent-Type: application/json\r\n"
        "Content-Length: {}\r\n\r\n{}",
        method, path, cookie, ++number, body.size(), body);
}

std::int64_t number_after(std::string_view text, std::string_view name) {
    const auto at = text.find(name);
    std::int64_t number = -1;
    if (at != std::string_view::npos) std::from_chars(text.data() + at + name.size(), text.data() + text.size(), number);
    return number;
}

// What was posted of one kind, and when it was seen by how many.
struct Kind {
    std::string name;
    std::vector<Moment> due{};
    std::vector<double> post_ms{};
    std::vector<double> seen_ms{};
    std::int64_t refused = 0;
    std::int64_t twice = 0;

    std::size_t add(Moment when) {
        due.push_back(when);
        return due.size() - 1;
    }
};

struct Phone {
    std::string cookie;
    std::unique_ptr<Line> line;
    std::size_t votes = 0, notes = 0, cards = 0;  // seen
    std::vector<bool> card_seen;
    bool begun = false;
    std::optional<Moment> again{};  // when it tries once more
};

struct Given {
    std::uint16_t port;
    std::string code, session, cookie;  // of the facilitator
    std::vector<std::string> counts;    // ids of questions for hands: each phone votes once in each
    std::string cards;                  // id of the question for cards
    std::size_t phones;
};

constexpr auto between_votes = std::chrono::microseconds(10'000);  // 100 a second
constexpr auto between_notes = std::chrono::microseconds(66'667);  // 15 a second

class Hall {
  public:
    explicit Hall(Given given) : given_(std::move(given)), poll_(::epoll_create1(0)), poster_(poll_, given_.port, 32) {}

    void fill() {
        phones_.resize(given_.phones);
        for (auto& phone : phones_)
            poster_.add({request("POST", "/api/rooms/" + given_.code + "/seat", "x=1", ""), Clock::now(),
                         [&phone](unsigned status, const std::string& head, double) {
                             if (status != 204) throw std::runtime_error("a phone was not let in:\n" + head);
                             const auto at = head.find("lomwong_seat=");
                             phone.cookie = head.substr(at, head.find(';', at) - at);
                         }});
        run_until([&] { return poster_.is_idle(); });
        for (auto& phone : phones_) listen(phone);
        run_until([&] {
            for (auto& phone : phones_)
                if (phone.again && *phone.again <= Clock::now()) listen(phone);
            return std::ranges::all_of(phones_, &Phone::begun);
        });
    }

    // Every phone votes once in each count, 100 a second, while note-takers write 15 points a second.
    void vote() {
        for (const auto& count : given_.counts) {
            turn(count);
            votes_seen_before_ = votes.due.size();
            for (auto& phone : phones_) phone.votes = 0;
            vote_in(count);
        }
    }

    void write_cards(std::size_t how_many) {
        turn(given_.cards);
        for (auto& phone : phones_) phone.card_seen.resize(how_many);
        const auto began = Clock::now();
        std::size_t sent = 0;
        run_until([&] {
            for (; sent < how_many && Clock::now() >= began + sent * between_notes; ++sent) send_card(sent, began + sent * between_notes);
            return sent == how_many && poster_.is_idle() &&
                   std::ranges::all_of(phones_, [&](const auto& phone) { return phone.cards == how_many; });
        });
    }

    Kind votes{"vote"}, notes{"note"}, cards{"card"};
    std::int64_t sent_away = 0;  // phones that a server with too much to do asked to come again

  private:
    void listen(Phone& phone) {
        phone.again.reset();
        phone.line = std::make_unique<Line>(poll_, given_.port, [this, &phone](Line& line) { hear(phone, line); });
        phone.line->send("GET /api/seat/live HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\nCookie: " + phone.cookie +
                         "\r\n\r\n");
    }
    void vote_in(const std::string& count) {
        const auto began = Clock::now();
        std::size_t sent = 0, noted = 0;
        run_until([&] {
            for (; sent < phones_.size() && Clock::now() >= began + sent * between_votes; ++sent) send_vote(count, sent, began);
            for (; sent < phones_.size() && Clock::now() >= began + noted * between_notes; ++noted)
                send_note(began + noted * between_notes);
            return sent == phones_.size() && poster_.is_idle() && everybody_has_heard_all();
        });
    }
    bool everybody_has_heard_all() const {
        return std::ranges::all_of(phones_,
                                   [&](const auto& phone) { return phone.votes == phones_.size() && phone.notes == notes.due.size(); });
    }

    void send_vote(const std::string& count, std::size_t at, Moment began) {
        const auto due = began + at * between_votes;
        votes.add(due);
        post(votes, request("POST", "/api/seat/hands", phones_[at].cookie, fmt::format(R"({{"ask":{},"level":{}}})", count, 1 + at % 5)),
             due);
    }
    void send_note(Moment due) {
        const auto at = notes.add(due);
        post(notes,
             request("POST", "/api/sessions/" + given_.session + "/points", given_.cookie,
                     fmt::format(R"({{"kind":"point","body":"ประเด็นที่ {}"}})", at)),
             due);
    }
    void send_card(std::size_t at, Moment due) {
        cards.add(due);
        post(cards,
             request("POST", "/api/seat/cards", phones_[at % phones_.size()].cookie,
                     fmt::format(R"({{"ask":{},"body":"c{}."}})", given_.cards, at)),
             due);
    }
    void post(Kind& kind, std::string bytes, Moment due) {
        poster_.add({std::move(bytes), due, [&kind](unsigned status, const std::string&, double ms) {
                         kind.post_ms.push_back(ms);
                         if (status >= 300) ++kind.refused;
                     }});
    }
    void turn(const std::string& ask) {
        poster_.add({request("PUT", "/api/sessions/" + given_.session + "/room/asks/" + ask, given_.cookie, R"({"state":"open"})"),
                     Clock::now(), [](unsigned status, const std::string& head, double) {
                         if (status != 200) throw std::runtime_error("a question was not opened:\n" + head);
                     }});
        run_until([&] { return poster_.is_idle(); });
    }

    void hear(Phone& phone, Line& line) {
        if (!phone.begun) {
            const auto end = line.in.find("\r\n\r\n");
            if (end == std::string::npos) {
                if (line.has_ended()) throw std::runtime_error("the server hung up on a phone that came");
                return;
            }
            if (line.in.starts_with("HTTP/1.1 503")) return send_away(phone);
            if (!line.in.starts_with("HTTP/1.1 200")) throw std::runtime_error("a phone may not listen:\n" + line.in);
            line.in.erase(0, end + 4);
            phone.begun = true;
        }
        if (line.has_ended()) throw std::runtime_error("the server hung up on a phone that listens");
        std::size_t from = 0;
        for (auto end = line.in.find("\n\n"); end != std::string::npos; end = line.in.find("\n\n", from)) {
            take(phone, std::string_view(line.in).substr(from, end - from));
            from = end + 2;
        }
        line.in.erase(0, from);
    }
    // As the page does: it comes again after a second.
    void send_away(Phone& phone) {
        if (phone.again) return;
        ++sent_away;
        phone.again = Clock::now() + std::chrono::seconds(1);
    }
    void take(Phone& phone, std::string_view event) {
        if (event.find("event: room") != std::string_view::npos) {
            const auto noted = number_after(event, R"("points":)");
            for (; noted > 0 && phone.notes < static_cast<std::size_t>(noted) && phone.notes < notes.due.size(); ++phone.notes)
                notes.seen_ms.push_back(ms_since(notes.due[phone.notes]));
            take_cards(phone, event);
        }
        const auto raised = number_after(event, R"("raised":)");
        if (event.find("event: hands") == std::string_view::npos) return;
        for (; raised > 0 && phone.votes < static_cast<std::size_t>(raised) && votes_seen_before_ + phone.votes < votes.due.size();
             ++phone.votes)
            votes.seen_ms.push_back(ms_since(votes.due[votes_seen_before_ + phone.votes]));
    }
    void take_cards(Phone& phone, std::string_view event) {
        constexpr std::string_view body = R"("body":"c)";
        for (auto at = event.find(body); at != std::string_view::npos; at = event.find(body, at + 1)) {
            const auto card = static_cast<std::size_t>(number_after(event.substr(at), body));
            if (phone.card_seen.at(card)) {
                ++cards.twice;
                continue;
            }
            phone.card_seen[card] = true;
            ++phone.cards;
            cards.seen_ms.push_back(ms_since(cards.due[card]));
        }
    }

    void run_until(const std::function<bool()>& over) {
        const auto give_up = Clock::now() + std::chrono::seconds(120);
        std::vector<epoll_event> events(256);
        while (!over()) {
            if (Clock::now() > give_up) throw std::runtime_error("something that was posted never came to all phones");
            const auto count = ::epoll_wait(poll_, events.data(), static_cast<int>(events.size()), 1);
            for (int i = 0; i < count; ++i) static_cast<Line*>(events[static_cast<std::size_t>(i)].data.ptr)->read();
        }
    }

    Given given_;
    int poll_;
    Poster poster_;
    std::vector<Phone> phones_;
    std::size_t votes_seen_before_ = 0;
};

double percentile(std::vector<double>& values, double share) {
    if (values.empty()) return 0;
    const auto at = std::min(values.size() - 1, static_cast<std::size_t>(static_cast<double>(values.size()) * share));
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(at), values.end());
    return values[at];
}

void tell(Kind& kind) {
    fmt::print(R"({{"kind":"{}","posted":{},"refused":{},"seen":{},"twice":{},"post_p50":{:.2f},"post_p99":{:.2f},"post_max":{:.2f},)"
               R"("seen_p50":{:.1f},"seen_p99":{:.1f},"seen_max":{:.1f}}})"
               "\n",
               kind.name, kind.due.size(), kind.refused, kind.seen_ms.size(), kind.twice, percentile(kind.post_ms, .5),
               percentile(kind.post_ms, .99), percentile(kind.post_ms, 1), percentile(kind.seen_ms, .5), percentile(kind.seen_ms, .99),
               percentile(kind.seen_ms, 1));
}

}  // namespace

// PORT CODE SESSION COOKIE PHONES CARDS CARDS-ASK COUNT-ASK…
int main(int argc, char** argv) {
    if (argc < 9) return 2;
    const std::vector<std::string> words(argv + 1, argv + argc);
    Hall hall({static_cast<std::uint16_t>(std::stoi(words[0])),
               words[1],
               words[2],
               words[3],
               {words.begin() + 7, words.end()},
               words[6],
               std::stoul(words[4])});
    hall.fill();
    hall.vote();
    hall.write_cards(std::stoul(words[5]));
    for (auto* kind : {&hall.votes, &hall.notes, &hall.cards}) tell(*kind);
    fmt::print(R"({{"kind":"sent_away","phones":{}}})"
               "\n",
               hall.sent_away);
}
