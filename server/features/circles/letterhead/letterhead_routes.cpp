#include "base/enum_names.hpp"
#include "circles/letterhead/letterhead.hpp"
#include "circles/letterhead/wording.hpp"
#include "circles/routes.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"

namespace circles {

using records::record_id;

static Letterhead show_letterhead(http::Call& call, const records::Writable<OrganisationId>& organisation) {
    return get_letterhead(call.read(), record_id(organisation.id));
}

static Letterhead change_letterhead(http::Call& call, const records::Writable<OrganisationId>& organisation, const http::Expected& expected,
                                    const LetterheadForm& form) {
    return call.write([&](db::Tx& tx) {
        const auto id = record_id(organisation.id);
        put_letterhead(tx, call.person(), id, expected.version, form);
        journal::record(tx, call.person(), "circles.letterhead_changed", {id, organisation->version, json::write(form)});
        return get_letterhead(tx, id);
    });
}

// How a paper is worded here. `fields` are the names that may stand in braces; `shipped` is how it came.
struct Wording {
    Paper paper{};
    std::string body;
    std::string shipped;
    bool own{};
    std::vector<std::string> fields;
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(Wording, (), (paper, body, shipped, own, fields, version))

static Wording wording(db::Session& db, const records::Envelope& organisation, Paper paper) {
    const std::string shipped(shipped_wording(paper, organisation.language));
    const auto own = find_wording(db, organisation.id, paper);
    Wording words{paper, own ? own->body : shipped, shipped, own.has_value(), {}, own ? own->version : 1};
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Field>>(
        [&](auto field) { words.fields.emplace_back(field_name(field.value, organisation.language)); });
    return words;
}

static std::vector<Wording> list_wordings(http::Call& call, const records::Writable<OrganisationId>& organisation) {
    std::vector<Wording> all;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Paper>>(
        [&](auto paper) { all.push_back(wording(call.read(), organisation.found.envelope, paper.value)); });
    return all;
}

static Paper paper_named(const http::Segment& name) {
    const auto paper = base::named<Paper>(name.value);
    if (!paper) throw http::not_found();
    return *paper;
}

struct Reworded {
    Paper paper{};
    std::string body;
};
BOOST_DESCRIBE_STRUCT(Reworded, (), (paper, body))

static Wording word_paper(http::Call& call, const records::Writable<OrganisationId>& organisation, const http::Segment& name,
                          const http::Expected& expected, const WordingForm& form) {
    const auto paper = paper_named(name);
    return call.write([&](db::Tx& tx) {
        put_wording(tx, record_id(organisation.id), paper, expected.version, form.body.value);
        journal::record(tx, call.person(), "circles.paper_worded",
                        {record_id(organisation.id), organisation->version, json::write(Reworded{paper, form.body.value})});
        return wording(tx, organisation.found.envelope, paper);
    });
}

static Wording reset_wording(http::Call& call, const records::Writable<OrganisationId>& organisation, const http::Segment& name) {
    const auto paper = paper_named(name);
    return call.write([&](db::Tx& tx) {
        delete_wording(tx, record_id(organisation.id), paper);
        journal::record(tx, call.person(), "circles.paper_reset",
                        {record_id(organisation.id), organisation->version, json::write(Reworded{paper, ""})});
        return wording(tx, organisation.found.envelope, paper);
    });
}

void add_letterhead_routes(http::Router& router) {
    router.get("/api/circles/letterheads/{organisation}", show_letterhead, access::may_edit);
    router.put("/api/circles/letterheads/{organisation}", change_letterhead, access::may_edit, http::WriteKind::change);
    router.get("/api/circles/letterheads/{organisation}/wordings", list_wordings, access::may_edit);
    router.put("/api/circles/letterheads/{organisation}/wordings/{paper}", word_paper, access::may_edit, http::WriteKind::change);
    router.del("/api/circles/letterheads/{organisation}/wordings/{paper}", reset_wording, access::may_edit, http::WriteKind::change);
}

}  // namespace circles
