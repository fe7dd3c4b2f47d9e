#include <algorithm>

#include "circles/routes.hpp"
#include "circles/turns/own_turns.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"

namespace circles {

namespace {

constexpr std::size_t most_hosts = 60;

struct HostsForm {
    std::vector<HostId> hosts;  // organisations, in the order of their turns
};
BOOST_DESCRIBE_STRUCT(HostsForm, (), (hosts))
void check(const HostsForm& form, json::Errors& errors) {
    if (form.hosts.size() > most_hosts) errors.add("/hosts", "too_many_values", {{"max", static_cast<std::int64_t>(most_hosts)}});
    for (std::size_t i = 0; i < form.hosts.size(); ++i)
        if (std::ranges::count(form.hosts, form.hosts[i]) > 1) errors.add("/hosts/" + std::to_string(i), "duplicate");
}

struct ReplacementForm {
    HostId host;
};
BOOST_DESCRIBE_STRUCT(ReplacementForm, (), (host))

struct SwapForm {
    base::Date with;  // the other day, as it was due
};
BOOST_DESCRIBE_STRUCT(SwapForm, (), (with))

struct TickForm {
    HostTask task{};
    bool done{};
};
BOOST_DESCRIBE_STRUCT(TickForm, (), (task, done))

TurnsReply show_turns(http::Call& call, const records::Readable<CircleId>& circle) {
    return turns_reply(call.read(), call.viewer(), circle.found, base::bangkok_date(call.now()));
}

std::vector<OwnTurn> show_own_turns(http::Call& call) {
    return list_own_turns(call.read(), call.viewer(), base::bangkok_date(call.now()));
}

// A host must be an organisation that the viewer knows.
void require_organisations(http::Call& call, const std::vector<HostId>& hosts, const std::string& at) {
    const auto known = records::cards(call.read(), call.viewer(), hosts);
    for (std::size_t i = 0; i < hosts.size(); ++i) {
        const auto card = std::ranges::find(known, hosts[i], &records::Card::id);
        if (card == known.end() || card->kind != "organisation")
            throw http::Problem(422, "invalid_input").at(hosts.size() > 1 ? at + "/" + std::to_string(i) : at, "unknown_organisation");
    }
}

TurnsReply replied(db::Tx& tx, http::Call& call, CircleId circle) {
    return turns_reply(tx, call.viewer(), *records::find(tx, call.viewer(), records::record_id(circle)), base::bangkok_date(call.now()));
}

TurnsReply change_hosts(http::Call& call, const records::Editable<CircleId>& circle, const HostsForm& form) {
    require_organisations(call, form.hosts, "/hosts");
    return call.write([&](db::Tx& tx) {
        const auto record = records::touch(tx, call.person(), records::record_id(circle.id), circle.version);
        replace_hosts(tx, circle.id, reordered(get_rotation(tx, circle.id).order, form.hosts, base::bangkok_date(call.now())));
        journal::record(tx, call.person(), "circles.hosts_changed", {record.id, record.version, json::write(form)});
        return replied(tx, call, circle.id);
    });
}

base::Date day_in(const http::Segment& segment) {
    const auto day = base::date_from_iso(segment.value);
    if (!day) throw http::not_found();
    return *day;
}

UpcomingTurn get_upcoming(db::Session& db, const records::Envelope& circle, base::Date due, base::Instant now) {
    const auto upcoming = upcoming_turns(db, circle, base::bangkok_date(now));
    const auto turn = std::ranges::find(upcoming, due, [](const UpcomingTurn& of) { return of.turn.due; });
    if (turn == upcoming.end()) throw http::not_found();
    return *turn;
}

struct Changed {
    base::Date due;
    std::string what;
};
BOOST_DESCRIBE_STRUCT(Changed, (), (due, what))

void note(db::Tx& tx, http::Call& call, CircleId circle, const Changed& changed) {
    journal::record(tx, call.person(), "circles.turn_changed", {circle, 0, json::write(changed)});
}

// Ahead, or of what was held: who really hosted.
TurnsReply replace_host(http::Call& call, const records::Writable<CircleId>& circle, const http::Segment& segment,
                        const ReplacementForm& form) {
    const auto due = day_in(segment);
    require_organisations(call, {form.host}, "/host");
    return call.write([&](db::Tx& tx) {
        const auto kept = get_rotation(tx, circle.id).kept;
        const auto past = std::ranges::find_if(kept, [&](const KeptTurn& turn) { return turn.due == due && turn.turn_of; });
        auto turn =
            past != kept.end() ? *past : KeptTurn{get_upcoming(tx, circle.found.envelope, due, call.now()).turn.due, {}, {}, {}, {}};
        turn.host_id = form.host;
        turn.came_by = CameBy::replacement;
        put_turn(tx, circle.id, turn);
        note(tx, call, circle.id, {due, "replaced"});
        return replied(tx, call, circle.id);
    });
}

TurnsReply swap_hosts(http::Call& call, const records::Writable<CircleId>& circle, const http::Segment& segment, const SwapForm& form) {
    const auto due = day_in(segment);
    return call.write([&](db::Tx& tx) {
        const auto one = get_upcoming(tx, circle.found.envelope, due, call.now()).turn;
        const auto other = get_upcoming(tx, circle.found.envelope, form.with, call.now()).turn;
        put_turn(tx, circle.id, {one.due, other.host_id, {}, CameBy::swap, {}});
        put_turn(tx, circle.id, {other.due, one.host_id, {}, CameBy::swap, {}});
        note(tx, call, circle.id, {due, "swapped"});
        return replied(tx, call, circle.id);
    });
}

TurnsReply pass_turn(http::Call& call, const records::Writable<CircleId>& circle, const http::Segment& segment) {
    const auto due = day_in(segment);
    return call.write([&](db::Tx& tx) {
        add_pass(tx, circle.id, {due, get_upcoming(tx, circle.found.envelope, due, call.now()).turn.turn_of});
        note(tx, call, circle.id, {due, "passed"});
        return replied(tx, call, circle.id);
    });
}

TurnsReply follow_order(http::Call& call, const records::Writable<CircleId>& circle, const http::Segment& segment) {
    const auto due = day_in(segment);
    return call.write([&](db::Tx& tx) {
        if (!clear_turn(tx, circle.id, due)) throw http::not_found();
        note(tx, call, circle.id, {due, "by order"});
        return replied(tx, call, circle.id);
    });
}

// The host's people make it ready, and who keeps the circle.
TurnsReply tick(http::Call& call, const records::Readable<CircleId>& circle, const http::Segment& segment, const TickForm& form) {
    const auto due = day_in(segment);
    return call.write([&](db::Tx& tx) {
        const auto host = get_upcoming(tx, circle.found.envelope, due, call.now()).turn.host_id;
        if (!records::rights(circle.found).edit) records::require_contributor(tx, call.viewer(), host);
        const TickedTurn turn{circle.id, due, host};
        if (form.done)
            set_tick(tx, turn, form.task, call.person());
        else
            drop_tick(tx, turn, form.task);
        return replied(tx, call, circle.id);
    });
}

}  // namespace

void add_turn_routes(http::Router& router) {
    router.get("/api/circles/turns", show_own_turns, access::signed_in);
    router.get("/api/circles/{circle}/turns", show_turns, access::may_read);
    router.put("/api/circles/{circle}/hosts", change_hosts, access::may_edit, http::WriteKind::change);
    router.put("/api/circles/{circle}/turns/{day}", replace_host, access::may_edit, http::WriteKind::change);
    router.del("/api/circles/{circle}/turns/{day}", follow_order, access::may_edit, http::WriteKind::change);
    router.post("/api/circles/{circle}/turns/{day}/swap", swap_hosts, access::may_edit, http::WriteKind::change);
    router.post("/api/circles/{circle}/turns/{day}/pass", pass_turn, access::may_edit, http::WriteKind::change);
    router.put("/api/circles/{circle}/turns/{day}/tick", tick, access::signed_in, http::WriteKind::change);
}

}  // namespace circles
