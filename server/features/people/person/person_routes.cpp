#include "http/router.hpp"
#include "people/replies.hpp"
#include "people/routes.hpp"

namespace people {

struct NewPersonForm : PersonForm {
    records::RecordId entered_by;  // the organisation that knows this person
    std::optional<Post> post;      // and as what
    std::optional<base::Text<0, 200>> position;
};
BOOST_DESCRIBE_STRUCT(NewPersonForm, (PersonForm), (entered_by, post, position))

// The record of whoever asks, at the version that they saw.
struct OwnPerson {
    records::Envelope record;
};

}  // namespace people

template <>
struct http::Argument<people::OwnPerson> {
    static people::OwnPerson take(Call& call) {
        auto record = records::find(call.read(), {call.person().value});
        if (!record) throw not_found();
        record->version = call.expected_version();
        return {*std::move(record)};
    }
    static void describe(RouteInfo& route) { route.needs_version = true; }
};

namespace people {

static http::List<PersonCard> find_people(http::Call& call, const http::Query<PeopleWanted>& wanted) {
    http::List<PersonCard> page{list_people(call.read(), call.viewer(), base::bangkok_date(call.now()), *wanted), {}};
    if (page.items.size() > static_cast<std::size_t>(wanted->limit.value_or(base::Whole<1, 100>{20}).value)) {
        page.items.pop_back();
        page.next = std::to_string(page.items.back().id.value);
    }
    return page;
}

static PersonReply show_person(http::Call& call, const records::Readable<PersonId>& person) {
    return person_reply(call, person.found);
}

static http::Created<records::Envelope> post_person(http::Call& call, const NewPersonForm& form) {
    records::require_contributor(call.read(), call.viewer(), form.entered_by);
    const auto owner = records::find(call.read(), form.entered_by);
    const bool is_organisation = owner && owner->kind == OrganisationTag::kind;
    return call.write([&](db::Tx& tx) {
        const auto record = make_person(tx, call.person(), person_of(form), {.owner_id = form.entered_by});
        if (is_organisation)
            add_membership(tx, call.person(),
                           {.person = {record.id.value},
                            .organisation = {form.entered_by.value},
                            .post = form.post.value_or(Post::member),
                            .position = base::or_empty(form.position)});
        return http::Created<records::Envelope>{record};
    });
}

static records::Envelope put_person(http::Call& call, const records::Editable<PersonId>& person, const PersonForm& form) {
    auto record = person.found.envelope;
    record.version = person.version;
    return call.write([&](db::Tx& tx) { return change_person(tx, call.person(), record, person_of(form)); });
}

// Everybody says themselves what they are called.
static records::Envelope put_me(http::Call& call, const OwnPerson& me, const PersonForm& form) {
    return call.write([&](db::Tx& tx) { return change_person(tx, call.person(), me.record, person_of(form)); });
}

void add_person_routes(http::Router& router) {
    router.get("/api/people", find_people, access::anyone);
    router.post("/api/people", post_person, access::may_contribute, http::WriteKind::record);
    router.get("/api/people/{person}", show_person, access::may_read);
    router.put("/api/people/{person}", put_person, access::may_edit, http::WriteKind::change);
    router.put("/api/me/person", put_me, access::signed_in, http::WriteKind::change);
}

}  // namespace people
