#include <algorithm>

#include "base/network.hpp"
#include "concerns/concern_queries.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"
#include "site/site.hpp"

namespace concerns {

using records::RecordId;

// A flood of guests ends here: what is open has to be looked at by somebody first.
static constexpr std::int64_t most_open_of_guests = 20;

// What a reader may point at beside the record itself and its comments.
struct Reportable {
    bool members_only{};  // this reader has to sign in to report
    std::vector<files::File> pictures;
};
BOOST_DESCRIBE_STRUCT(Reportable, (), (members_only, pictures))

struct ReportForm {
    std::optional<discussion::CommentId> comment;
    std::optional<files::FileId> picture;
    Reason reason{};
    base::Text<0, 500> words;
};
BOOST_DESCRIBE_STRUCT(ReportForm, (), (comment, picture, reason, words))

// How it stands with what was reported. Decided: this reader had said so before.
struct Heard {
    State state{};
    std::string note;
};
BOOST_DESCRIBE_STRUCT(Heard, (), (state, note))

enum class Verdict : std::uint8_t { keep, hide };
BOOST_DESCRIBE_ENUM(Verdict, keep, hide)

struct DecisionForm {
    Verdict verdict{};
    base::Text<1, 500> note;  // who reported it reads this
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(DecisionForm, (), (verdict, note, version))

// With all that a moderator needs to decide.
struct Queued {
    ListedConcern concern;
    std::optional<discussion::Said> comment;
    std::optional<files::File> picture;
    std::vector<ListedReport> reports;
};
BOOST_DESCRIBE_STRUCT(Queued, (), (concern, comment, picture, reports))

enum class Which : std::uint8_t { open, decided };
BOOST_DESCRIBE_ENUM(Which, open, decided)

struct WantedConcerns {
    std::optional<Which> which;  // open
};
BOOST_DESCRIBE_STRUCT(WantedConcerns, (), (which))

static std::optional<files::File> find_picture(db::Session& db, RecordId record, files::FileId file) {
    auto held = files::list_held(db, record.value);
    const auto found = std::ranges::find(held, file, &files::File::id);
    return found == held.end() ? std::nullopt : std::optional{std::move(*found)};
}

static Reportable get_reportable(http::Call& call, const records::Readable<RecordId>& record) {
    auto pictures = files::list_held(call.read(), record.id.value);
    std::erase_if(pictures,
                  [](const files::File& file) { return file.group != files::Group::picture || file.sizes != files::Sizes::made; });
    return {call.viewer().is_guest() && !site::setting<Reporting>(call.read()).guests_may_report, std::move(pictures)};
}

// What is not there for this reader can not be reported either.
static Subject get_subject(http::Call& call, RecordId record, const ReportForm& form) {
    if (form.comment) {
        const auto said = discussion::find_said(call.read(), record, *form.comment);
        if (!said || !said->shown) throw http::Problem(422, "invalid_input").at("/comment", "nothing_to_report");
        return {.record = record, .comment = *form.comment};
    }
    if (form.picture && !find_picture(call.read(), record, *form.picture))
        throw http::Problem(422, "invalid_input").at("/picture", "nothing_to_report");
    return {.record = record, .file = form.picture.value_or(files::FileId{})};
}

static Report report_of(const http::Call& call, const ReportForm& form) {
    const bool guest = call.viewer().is_guest();
    return {call.person(), guest ? base::network_of(call.request().peer) : "", form.reason, form.words.value};
}

static Heard take_report(db::Tx& tx, const Subject& subject, const Report& report) {
    const auto known = find_concern(tx, subject);
    auto concern = known ? *known : insert_concern(tx, subject);
    if (insert_report(tx, concern.id, report) == 0) return {concern.state, concern.note};
    if (known) open_again(tx, concern);
    journal::record(tx, report.person, "concerns.raised", {concern.id, concern.version + (known ? 1 : 0), report.words});
    return {State::open, {}};
}

static Heard add_report(http::Call& call, const records::Readable<RecordId>& record, const ReportForm& form) {
    const auto rules = site::setting<Reporting>(call.read());
    if (call.viewer().is_guest()) {
        if (!rules.guests_may_report) throw http::sign_in_needed(call.viewer());
        if (count_open_of_guests(call.read(), record.id) >= most_open_of_guests) throw http::Problem(429, "many_concerns_wait");
    }
    const auto subject = get_subject(call, record.id, form);
    const auto report = report_of(call, form);
    return call.write([&](db::Tx& tx) {
        http::count_write(call, http::WriteKind::concern, rules.an_hour.value);
        return take_report(tx, subject, report);
    });
}

// A picture belongs to the page that shows it: only there it is taken off.
static void hide(db::Tx& tx, const http::Call& call, const Concern& concern, const std::string& note) {
    const auto record = records::find(tx, concern.record_id);
    if (concern.comment_id) {
        discussion::hide(tx, call.person(), concern.record_id, concern.comment_id, note);
    } else if (concern.file_id) {
        if (find_picture(tx, concern.record_id, concern.file_id)) throw http::Problem(409, "picture_still_there");
    } else if (record && record->state == records::State::published) {
        records::move_with_inner(tx, call.person(), concern.record_id, records::State::withdrawn, "records.withdrawn");
    }
}

static http::NoContent decide(http::Call& call, const records::Moderatable<RecordId>& record, ConcernId id, const DecisionForm& form) {
    const auto concern = find_concern(call.read(), record.id, id);
    if (!concern) throw http::not_found();
    records::require_version(concern->version, form.version);
    const bool hides = form.verdict == Verdict::hide;
    call.write([&](db::Tx& tx) {
        if (hides) hide(tx, call, *concern, form.note.value);
        const Decision decision{hides ? State::hidden : State::kept, form.note.value, call.person()};
        if (update_decided(tx, *concern, decision) == 0)
            throw http::Problem(412, "edited_elsewhere", {{"version", std::to_string(concern->version + 1)}});
        journal::record(tx, call.person(), hides ? "concerns.hidden" : "concerns.kept",
                        {concern->id, concern->version + 1, form.note.value});
    });
    return {};
}

static Queued queued(db::Session& db, ListedConcern concern) {
    Queued all{.concern = std::move(concern), .comment = {}, .picture = {}, .reports = {}};
    const auto& about = all.concern;
    if (about.comment_id) all.comment = discussion::find_said(db, about.record_id, about.comment_id);
    if (about.file_id) all.picture = find_picture(db, about.record_id, about.file_id);
    all.reports = list_reports(db, about.id);
    return all;
}

static std::vector<Queued> get_queue(http::Call& call, const http::Query<WantedConcerns>& wanted) {
    const Moderator moderator{call.person(), call.viewer().administrator};
    auto listed = wanted->which == Which::decided ? list_decided(call.read(), moderator) : list_open(call.read(), moderator);
    std::vector<Queued> queue;
    queue.reserve(listed.size());
    for (auto& concern : listed) queue.push_back(queued(call.read(), std::move(concern)));
    return queue;
}

void add_routes(http::Router& router) {
    router.get("/api/concerns", get_queue, access::signed_in);
    router.get("/api/records/{record}/concerns", get_reportable, access::may_read);
    router.post("/api/records/{record}/concerns", add_report, access::may_read, http::WriteKind::concern);
    router.post("/api/records/{record}/concerns/{concern}/decide", decide, access::may_moderate, http::WriteKind::change);
    router.get("/api/site/concerns", site::get_section<Reporting>, access::administrator);
    router.put("/api/site/concerns", site::change_section<Reporting>, access::administrator, http::WriteKind::office);
}

}  // namespace concerns
