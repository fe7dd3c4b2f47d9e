#include "journal/verify.hpp"

#include <boost/describe/class.hpp>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "journal/chain.hpp"

namespace journal {

namespace {

struct Stored : Link {
    std::int64_t sequence = 0;
    db::Blob chain_hash;
    std::optional<db::Blob> salt;
    std::optional<std::string> body;
};
BOOST_DESCRIBE_STRUCT(Stored, (Link), (sequence, chain_hash, salt, body))

struct StoredHead {
    std::int64_t sequence = 0;
    db::Blob chain_hash;
};
BOOST_DESCRIBE_STRUCT(StoredHead, (), (sequence, chain_hash))

struct Erasure {
    std::int64_t record_id = 0;
    std::int64_t version = 0;  // 0: all
    friend auto operator<=>(const Erasure&, const Erasure&) = default;
};
BOOST_DESCRIBE_STRUCT(Erasure, (), (record_id, version))

std::string hexadecimal(const db::Blob& blob) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const char byte : blob.bytes) {
        text += digits[static_cast<unsigned char>(byte) >> 4];
        text += digits[byte & 0xf];
    }
    return text;
}

std::string name(const Stored& event) {
    return "event " + std::to_string(event.sequence) + " (id " + std::to_string(event.id.value) + ", " + event.action + ", record " +
           std::to_string(event.record_id) + " version " + std::to_string(event.version) + ")";
}

// An event whose hash does not follow from the one before it, as both are stored.
struct Loose {
    Stored event;
    db::Blob before;
};

// Walks along the chain once, then explains the loose places together: whoever moves one event loosens its neighbours, too.
class Walk {
  public:
    explicit Walk(std::set<Erasure> erasures) : erasures_(std::move(erasures)) {}

    void step(Stored event) {
        ++verdict.events;
        check_text(event);
        if (event.sequence != place_ + 1) {
            report_missing(place_ + 1, event.sequence - 1);
        } else if (event.chain_hash != chain_hash(before_, event.sequence, event)) {
            event.body.reset();
            loose_.push_back({event, before_});
        }
        place_ = event.sequence;
        before_ = event.chain_hash;
    }

    void finish(const StoredHead& head) {
        explain_loose();
        if (head.sequence > place_)
            report(Fault::What::cut_off, head.sequence,
                   "events " + std::to_string(place_ + 1) + " to " + std::to_string(head.sequence) + " were cut off the end");
        else if (verdict.faults.empty() && head.chain_hash != before_)
            report(Fault::What::changed, head.sequence, "the head of the chain was changed");
        verdict.head = hexadecimal(before_);
    }

    Verdict verdict;

  private:
    void report(Fault::What what, std::int64_t sequence, std::string message) {
        verdict.faults.push_back({what, sequence, std::move(message)});
    }

    void report_missing(std::int64_t first, std::int64_t last) {
        const auto which = "event " + std::to_string(first);
        report(Fault::What::missing, first,
               first == last ? which + " is missing" : which + " and all up to " + std::to_string(last) + " are missing");
    }

    void check_text(const Stored& event) {
        if (event.content_hash == empty_content_hash()) return;
        if (event.body) {
            if (content_hash(*event.salt, *event.body) != event.content_hash)
                report(Fault::What::revision_changed, event.sequence, "the text of " + name(event) + " was changed");
        } else if (erasures_.contains({event.record_id, 0}) || erasures_.contains({event.record_id, event.version})) {
            ++verdict.erased;
        } else {
            report(Fault::What::revision_missing, event.sequence, "the text of " + name(event) + " is gone, and no erasure tells of it");
        }
    }

    void explain_loose() {
        for (const auto& loose : loose_) {
            const auto place = place_of(loose.event);
            if (place == loose.event.sequence) continue;  // sound; its neighbour is not
            if (place)
                report(Fault::What::reordered, loose.event.sequence,
                       name(loose.event) + " was moved; its place is " + std::to_string(*place));
            else
                report(Fault::What::changed, loose.event.sequence, name(loose.event) + " was changed after it was sealed");
        }
    }

    // Where the event's own hash says it belongs, found by trying the loose places with the hashes around them.
    std::optional<std::int64_t> place_of(const Stored& event) {
        for (const auto& place : loose_)
            for (const auto& other : loose_)
                for (const auto& before :
                     {other.before, other.event.chain_hash, chain_hash(other.before, other.event.sequence, other.event)})
                    if (chain_hash(before, place.event.sequence, event) == event.chain_hash) return place.event.sequence;
        return std::nullopt;
    }

    std::set<Erasure> erasures_;
    std::vector<Loose> loose_;
    std::int64_t place_ = 0;
    db::Blob before_;
};

StoredHead stored_head(db::Session& session) {
    return session.find<StoredHead>("SELECT sequence, chain_hash FROM journal_head").value_or(StoredHead{});
}

}  // namespace

Head head(db::Session& session) {
    const auto stored = stored_head(session);
    return {stored.sequence, hexadecimal(stored.chain_hash)};
}

Verdict verify(db::Session& session) {
    const auto erasures = session.all<Erasure>("SELECT record_id, version FROM journal_events WHERE action = $1", erasure);
    Walk walk({erasures.begin(), erasures.end()});
    session.each<Stored>(
        "SELECT e.sequence, e.id, e.at, e.actor_id, e.action, e.record_id, e.version, e.content_hash, e.chain_hash, r.salt, r.body"
        " FROM journal_events e LEFT JOIN journal_revisions r ON r.event_id = e.id"
        " WHERE e.sequence IS NOT NULL ORDER BY e.sequence",
        [&](Stored&& event) { walk.step(std::move(event)); });
    walk.finish(stored_head(session));
    walk.verdict.unsealed = session.one<std::int64_t>("SELECT count(*) FROM journal_events WHERE sequence IS NULL");
    return std::move(walk.verdict);
}

}  // namespace journal
