#include <map>

#include "circles/session/session_queries.hpp"

namespace circles {

// How a band is written beside its count: "all", "age young", "sector religious".
template <class Bands, class Take>
static void each_band(Bands& bands, std::string_view of, const Take& take) {
    boost::mp11::mp_for_each<boost::describe::describe_members<std::remove_const_t<Bands>, boost::describe::mod_public>>(
        [&](auto member) { take(std::string(of) + " " + std::string(base::outside_name(member.name)), bands.*member.pointer); });
}

void set_heads(db::Tx& tx, SessionId id, const Heads& heads) {
    tx.run("DELETE FROM circles_heads WHERE session_id = $1", id);
    const auto store = [&](const std::string& band, const auto& people) {
        if (people) tx.run("INSERT INTO circles_heads (session_id, band, people) VALUES ($1, $2, $3)", id, band, *people);
    };
    store("all", heads.all);
    if (heads.by_age) each_band(*heads.by_age, "age", store);
    if (heads.by_sector) each_band(*heads.by_sector, "sector", store);
}

struct HeadRow {
    std::string band;
    std::int64_t people{};
};
BOOST_DESCRIBE_STRUCT(HeadRow, (), (band, people))

Heads get_heads(db::Session& db, SessionId id) {
    std::map<std::string, std::int64_t> counted;
    for (auto& row : db.all<HeadRow>("SELECT band, people FROM circles_heads WHERE session_id = $1", id)) counted[row.band] = row.people;
    const auto load = [&](const std::string& band, auto& people) {
        if (const auto found = counted.find(band); found != counted.end()) people = {found->second};
    };
    AgeHeads ages;
    SectorHeads sectors;
    each_band(ages, "age", load);
    each_band(sectors, "sector", load);
    Heads heads;
    load("all", heads.all);
    const auto has = [&](std::string_view of) {
        const auto first = counted.lower_bound(std::string(of));
        return first != counted.end() && first->first.starts_with(of);
    };
    if (has("age ")) heads.by_age = ages;
    if (has("sector ")) heads.by_sector = sectors;
    return heads;
}

void recount(db::Tx& tx, SessionId id) {
    const auto listed = tx.one<std::int64_t>("SELECT count(*) FROM circles_people WHERE session_id = $1 AND came = 1", id);
    tx.run("UPDATE circles_sessions SET people = $2 WHERE id = $1", id, people_in(get_heads(tx, id), listed));
}

}  // namespace circles
