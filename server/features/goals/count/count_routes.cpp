#include "goals/count/closing.hpp"
#include "goals/count/count_page.hpp"
#include "goals/count/new_count.hpp"
#include "goals/routes.hpp"
#include "http/live.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"

namespace goals {

// What a path names inside a count.
struct ItemPlace {
    std::int64_t position{};
};
struct CellPlace {
    std::int64_t position{};
    std::int64_t group{};
    std::int64_t level{};
};

}  // namespace goals

template <>
struct http::Argument<goals::ItemPlace> {
    static goals::ItemPlace take(Call& call) { return {whole_segment(call)}; }
    static void describe(RouteInfo& route) { route.claim_segment(); }
};

template <>
struct http::Argument<goals::CellPlace> {
    static goals::CellPlace take(Call& call) { return {whole_segment(call), whole_segment(call), whole_segment(call)}; }
    static void describe(RouteInfo& route) {
        for (int i = 0; i < 3; ++i) route.claim_segment();
    }
};

namespace goals {

namespace {

using ReadableCount = records::Readable<CountId>;

struct ChoicesWanted {
    std::optional<std::string> set;        // its key …
    std::optional<std::string> indicator;  // … or one by its code
    base::Whole<1800, 2200> year;          // CE
};
BOOST_DESCRIBE_STRUCT(ChoicesWanted, (), (set, indicator, year))

struct CellForm {
    base::Whole<0, 100'000> hands;
    std::optional<base::Instant> counted_at;  // where it waited on a phone; now, without one
};
BOOST_DESCRIBE_STRUCT(CellForm, (), (hands, counted_at))

struct ItemForm {
    std::optional<Way> way;
    std::optional<bool> closed;
    std::optional<bool> late_comers;  // more hands than people: they came late
};
BOOST_DESCRIBE_STRUCT(ItemForm, (), (way, closed, late_comers))

struct HallForm {
    std::optional<base::Whole<1, 100'000>> present;
    std::optional<base::Whole<0, 1000>> on;  // the indicator that is read aloud now
};
BOOST_DESCRIBE_STRUCT(HallForm, (), (present, on))

struct ClosingForm {
    std::optional<bool> late_comers;
};
BOOST_DESCRIBE_STRUCT(ClosingForm, (), (late_comers))

LateComers late(std::optional<bool> came) {
    return came.value_or(false) ? LateComers::came : LateComers::unasked;
}

CountReply show(http::Call& call, const records::Found& found) {
    return show_count(call.read(), {call.viewer(), call.language()}, found);
}

// Everything that is counted is one transaction in an open count, and answered with the count as it then stands.
template <class F>
CountReply in_hall(http::Call& call, const Countable& hall, F&& act) {
    call.write([&](db::Tx& tx) {
        const auto count = get_count(tx, hall.id);
        if (!count.is_open()) throw http::Problem(409, "count_closed");
        act(tx, count);
    });
    return show(call, hall.found);
}

ItemRow get_item(db::Session& db, CountId id, std::int64_t position) {
    const auto items = list_items(db, id);
    if (position < 0 || position >= std::ssize(items)) throw http::not_found();
    return items[static_cast<std::size_t>(position)];
}

CountChoices get_choices(http::Call& call, const http::Query<ChoicesWanted>& wanted) {
    const int year = static_cast<int>(wanted->year.value);
    if (wanted->set)
        if (const auto set = find_readable_set(call.read(), call.viewer(), *wanted->set))
            return choices_of(call.read(), call.viewer(), *set, year);
    if (wanted->indicator)
        if (const auto indicator = find_readable(call.read(), call.viewer(), *wanted->indicator))
            return choices_of(call.read(), *indicator, year);
    throw http::not_found();
}

http::Created<records::Envelope> make_count(http::Call& call, const CountForm& form) {
    records::require_contributor(call.read(), call.viewer(), form.owner);
    require_keeper(call.read(), call.viewer(), form.area);
    return {call.write([&](db::Tx& tx) { return open_count(tx, call.viewer(), form); })};
}

CountReply get_count_reply(http::Call& call, const ReadableCount& count) {
    return show(call, count.found);
}

http::Page get_count_page(http::Call& call, const ReadableCount& count) {
    return count_page(show(call, count.found), call.language());
}

std::vector<CountLine> get_counts_of(http::Call& call, const FoundIndicator& found) {
    return list_counts_of(call.read(), call.person(), found.indicator.id);
}

http::Event event_of(db::Session& db, const CountRow& count, base::AreaId area) {
    return {count.revision, "count", json::write(count_state(db, count, area))};
}

// As the hall may see it, and again whenever that changes.
http::Response follow_count(http::Call& call, const ReadableCount& readable) {
    const auto count = get_count(call.read(), readable.id);
    const auto area = readable.found.envelope.area_id;
    const auto news = [id = readable.id, area, told = count.revision](db::Session& db, base::Instant) mutable -> std::vector<http::Event> {
        const auto now = find_count(db, id);
        if (!now || now->revision <= told) return {};
        told = now->revision;
        return {event_of(db, *now, area)};
    };
    http::Response response;
    response.body = http::EventStream{
        call.services().equipment.get<http::Live>().listen(readable.id.value, news), {event_of(call.read(), count, area)}, 0};
    return response;
}

bool is_in(const CellPlace& place, const CountRow& count) {
    const bool in_group = place.group >= 0 && place.group < static_cast<std::int64_t>(count.cells_a_level());
    return in_group && place.level >= 1 && place.level <= std::ssize(Hands{});
}

// What comes at once was counted now, whatever the phone's clock says: clocks differ by a minute, and a fast one wins nothing.
base::Instant counted_at(const CellForm& form, base::Instant now) {
    constexpr std::int64_t at_once = 120'000;
    const auto said = form.counted_at.value_or(now);
    return now.ms - said.ms < at_once ? now : said;
}

// What was counted in secret is in nobody's journal.
CountReply put_hands(http::Call& call, const Countable& hall, const CellPlace& place, const CellForm& form) {
    return in_hall(call, hall, [&](db::Tx& tx, const CountRow& count) {
        const auto item = get_item(tx, hall.id, place.position);
        if (!is_in(place, count)) throw http::not_found();
        if (item.closed) throw http::Problem(409, "count_item_closed");
        const auto counted = counted_at(form, tx.now());
        put_cell(tx, hall.id, {place.position, place.group, place.level, form.hands.value, call.person(), counted});
        journal::record(tx, call.person(), "goals.hands_counted", {records::record_id(hall.id), 0});
    });
}

CountReply turn_item(http::Call& call, const Countable& hall, const ItemPlace& place, const ItemForm& form) {
    return in_hall(call, hall, [&](db::Tx& tx, const CountRow& count) {
        auto item = get_item(tx, hall.id, place.position);
        item.way = form.way.value_or(item.way);
        const bool closes = form.closed.value_or(item.closed);
        if (closes == item.closed)
            set_item(tx, hall.id, item);
        else if (closes)
            close_item(tx, call.person(), count, item, late(form.late_comers));
        else
            reopen_item(tx, call.person(), count, item);
    });
}

CountReply turn_hall(http::Call& call, const Countable& hall, const HallForm& form) {
    return in_hall(call, hall, [&](db::Tx& tx, const CountRow&) {
        if (form.on) set_on(tx, hall.id, get_item(tx, hall.id, form.on->value).position);
        if (!form.present) return;
        set_present(tx, hall.id, form.present->value);
        journal::record(tx, call.person(), "goals.count_people_changed", {records::record_id(hall.id), 0, json::write(form)});
    });
}

CountReply close(http::Call& call, const Countable& hall, const ClosingForm& form) {
    return in_hall(call, hall,
                   [&](db::Tx& tx, const CountRow&) { close_count(tx, call.viewer(), hall.found.envelope, late(form.late_comers)); });
}

CountReply reopen(http::Call& call, const records::Writable<CountId>& count) {
    call.write([&](db::Tx& tx) {
        if (get_count(tx, count.id).is_open()) return;
        reopen_count(tx, count.id);
        journal::record(tx, call.person(), "goals.count_reopened", {records::record_id(count.id), 0});
    });
    return show(call, count.found);
}

}  // namespace

void add_count_routes(http::Router& router) {
    using http::WriteKind;
    router.get("/api/count-choices", get_choices, access::anyone);
    router.get("/api/indicators/{indicator}/counts", get_counts_of, access::may_read);
    router.post("/api/counts", make_count, access::may_contribute, WriteKind::record);
    router.get("/api/counts/{count}", get_count_reply, access::may_read);
    router.get("/api/counts/{count}/live", follow_count, access::may_read);
    router.put("/api/counts/{count}/items/{place}/groups/{group}/levels/{level}", put_hands, access::may_edit, WriteKind::change);
    router.put("/api/counts/{count}/items/{place}", turn_item, access::may_edit, WriteKind::change);
    router.put("/api/counts/{count}/hall", turn_hall, access::may_edit, WriteKind::change);
    router.post("/api/counts/{count}/close", close, access::may_edit, WriteKind::change);
    router.post("/api/counts/{count}/reopen", reopen, access::may_edit, WriteKind::change);
    router.page("/counts/{count}", get_count_page, access::may_read);
}

}  // namespace goals
