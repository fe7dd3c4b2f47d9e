#pragma once

#include "http/argument.hpp"
#include "records/envelope.hpp"

// How a record comes into a handler: found by its number in the path (a RecordId by its id), and allowed, before the handler runs.
// One that the viewer may not read is a 404, like one that is not there; one that they may read but not change is a 403.
namespace records {

template <class Id>
struct Readable {
    Id id;
    Found found;

    const Envelope* operator->() const { return &found.envelope; }
    const Ties& ties() const { return found.ties; }
};

// For PUT, PATCH and DELETE `version` is what If-Match says, for revise() to compare; else it is the newest.
template <class Id>
struct Editable : Readable<Id> {
    std::int64_t version{};
};

// Who may edit, where the record's own version does not matter: for what is added to it or has a version of its own.
template <class Id>
struct Writable : Readable<Id> {};

template <class Id>
struct Moderatable : Readable<Id> {};

// Who holds a deleted record in their hands and may take the deletion back.
template <class Id>
struct Restorable : Readable<Id> {};

// Reads the next path segment. These throw Problem.
Found take_readable(http::Call& call, std::string_view kind);
Found take_editable(http::Call& call, std::string_view kind);
Found take_moderatable(http::Call& call, std::string_view kind);
Found take_restorable(http::Call& call, std::string_view kind);
std::int64_t take_version(const http::Call& call, const Envelope& envelope);
bool changes_one(http::Method method);

template <class Id>
Readable<Id> readable(Found found) {
    return {Id{found.envelope.id.value}, std::move(found)};
}

}  // namespace records

template <class Tag>
struct http::Argument<records::Readable<base::Id<Tag>>> {
    static constexpr auto grants = access::Grant::read;
    static records::Readable<base::Id<Tag>> take(Call& call) {
        return records::readable<base::Id<Tag>>(records::take_readable(call, Tag::kind));
    }
    static void describe(RouteInfo& route) { route.claim_segment(); }
};

template <class Tag>
struct http::Argument<records::Editable<base::Id<Tag>>> {
    static constexpr auto grants = access::Grant::edit;
    static records::Editable<base::Id<Tag>> take(Call& call) {
        auto record = records::readable<base::Id<Tag>>(records::take_editable(call, Tag::kind));
        const auto version = records::take_version(call, record.found.envelope);
        return {std::move(record), version};
    }
    static void describe(RouteInfo& route) {
        route.claim_segment();
        route.needs_version = records::changes_one(route.method);
    }
};

template <class Tag>
struct http::Argument<records::Writable<base::Id<Tag>>> {
    static constexpr auto grants = access::Grant::edit;
    static records::Writable<base::Id<Tag>> take(Call& call) {
        return {records::readable<base::Id<Tag>>(records::take_editable(call, Tag::kind))};
    }
    static void describe(RouteInfo& route) { route.claim_segment(); }
};

template <class Tag>
struct http::Argument<records::Moderatable<base::Id<Tag>>> {
    static constexpr auto grants = access::Grant::moderate;
    static records::Moderatable<base::Id<Tag>> take(Call& call) {
        return {records::readable<base::Id<Tag>>(records::take_moderatable(call, Tag::kind))};
    }
    static void describe(RouteInfo& route) { route.claim_segment(); }
};

template <class Tag>
struct http::Argument<records::Restorable<base::Id<Tag>>> {
    static records::Restorable<base::Id<Tag>> take(Call& call) {
        return {records::readable<base::Id<Tag>>(records::take_restorable(call, Tag::kind))};
    }
    static void describe(RouteInfo& route) { route.claim_segment(); }
};
