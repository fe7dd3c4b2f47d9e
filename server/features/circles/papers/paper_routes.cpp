#include <algorithm>

#include "base/enum_names.hpp"
#include "base/locale.hpp"
#include "circles/papers/make.hpp"
#include "circles/papers/set.hpp"
#include "circles/routes.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"
#include "sheet/zip_stream.hpp"

namespace circles {

// What a paper still asks for before somebody can sign it. Only `held` keeps it from being made.
enum class Lack : std::uint8_t { held, letterhead, signers, memo_number, letter_number, invited, report_number };
BOOST_DESCRIBE_ENUM(Lack, held, letterhead, signers, memo_number, letter_number, invited, report_number)

struct PaperLine {
    Paper paper{};
    std::vector<Lack> lacks;
};
BOOST_DESCRIBE_STRUCT(PaperLine, (), (paper, lacks))

struct SessionPapers {
    records::Envelope record{};
    SessionState state{};
    std::string organisation{};
    std::string organisation_address{};
    bool may_change_letterhead{};
    PapersForm form{};
    std::vector<PaperLine> papers{};
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(SessionPapers, (), (record, state, organisation, organisation_address, may_change_letterhead, form, papers, version))

static std::vector<Paper> all_papers() {
    std::vector<Paper> all;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Paper>>([&](auto paper) { all.push_back(paper.value); });
    return all;
}

static bool comes_after(Paper paper) {
    return paper == Paper::report || paper == Paper::upward;
}

static std::vector<Lack> lacks_of(Paper paper, SessionState state, const Letterhead& letterhead, const PapersForm& form) {
    std::vector<Lack> lacks;
    const auto lack_if = [&](bool missing, Lack lack) {
        if (missing) lacks.push_back(lack);
    };
    lack_if(comes_after(paper) && state != SessionState::held, Lack::held);
    lack_if(paper != Paper::sign_in && letterhead.version == 1, Lack::letterhead);
    lack_if(paper != Paper::sign_in && letterhead.signers.empty(), Lack::signers);
    lack_if(paper == Paper::memo && base::or_empty(form.memo_number).empty(), Lack::memo_number);
    lack_if(paper == Paper::invitation && base::or_empty(form.letter_number).empty(), Lack::letter_number);
    lack_if(paper == Paper::invitation && form.invited.empty(), Lack::invited);
    lack_if(paper == Paper::upward && base::or_empty(form.report_number).empty(), Lack::report_number);
    return lacks;
}

static SessionPapers papers_reply(db::Session& db, const http::Viewer& viewer, const records::Envelope& session) {
    const SessionId id{session.id.value};
    const auto stored = get_papers(db, id);
    const auto letterhead = get_letterhead(db, session.owner_id);
    const auto state = get_session(db, id).state;
    SessionPapers reply{.record = session, .state = state, .form = stored.form, .version = stored.version};
    if (const auto owner = records::find(db, viewer, session.owner_id)) {
        reply.organisation = owner->envelope.title;
        reply.organisation_address = owner->envelope.address;
        reply.may_change_letterhead = records::may_edit(records::guard(owner->envelope), owner->ties);
    }
    for (const auto paper : all_papers()) reply.papers.push_back({paper, lacks_of(paper, state, letterhead, stored.form)});
    return reply;
}

static SessionPapers show_papers(http::Call& call, const records::Writable<SessionId>& session) {
    return papers_reply(call.read(), call.viewer(), session.found.envelope);
}

static SessionPapers fill_in_papers(http::Call& call, const records::Writable<SessionId>& session, const http::Expected& expected,
                                    const PapersForm& form) {
    return call.write([&](db::Tx& tx) {
        put_papers(tx, session.id, expected.version, form);
        journal::record(tx, call.person(), "circles.papers_filled_in", {session->id, session->version, json::write(form)});
        return papers_reply(tx, call.viewer(), session.found.envelope);
    });
}

static document::Document paper_of(http::Call& call, const Desk& desk, Paper paper) {
    const auto& record = desk.told.record;
    return make_paper(desk, paper, wording_of(call.read(), record.owner_id, paper, record.language));
}

static void require_made(const Desk& desk, Paper paper) {
    if (comes_after(paper) && desk.told.row.state != SessionState::held) throw http::Problem(409, "paper_after_session");
}

static http::Response get_paper(http::Call& call, const records::Writable<SessionId>& session, const http::Segment& name,
                                const http::Query<FormatWanted>& wanted) {
    const auto paper = base::named<Paper>(name.value);
    if (!paper) throw http::not_found();
    const auto format = wanted->format.value_or(PaperFormat::pdf);
    const auto desk = desk_of(call.read(), library_of(call), session.found.envelope, call.now());
    require_made(desk, *paper);
    return paper_response(write_as(call, paper_of(call, desk, *paper), format), format, paper_title(desk, *paper));
}

// จบวง ได้เอกสารครบชุด: all papers there can be, each both ways, as one archive.
static http::Response get_set(http::Call& call, const records::Writable<SessionId>& session) {
    const auto desk = desk_of(call.read(), library_of(call), session.found.envelope, call.now());
    std::string bytes;
    sheet::ZipStream zip{bytes};
    int number = 0;
    for (const auto paper : all_papers()) {
        if (comes_after(paper) && desk.told.row.state != SessionState::held) continue;
        const auto made = paper_of(call, desk, paper);
        const auto name =
            std::to_string(++number) + " " + base::say(session->language, "circles_paper_" + std::string(base::name_of(paper))) + ".";
        for (const auto format : {PaperFormat::pdf, PaperFormat::docx})
            zip.add(name + std::string(base::name_of(format)), write_as(call, made, format));
    }
    zip.finish();
    return attached(std::move(bytes), "application/zip", base::say(session->language, "circles_papers") + " – " + session->title + ".zip");
}

// As the words would stand in the papers of this session, before anybody saves them.
struct PreviewForm {
    Paper paper{};
    base::Text<1, 20'000> body;
};
BOOST_DESCRIBE_STRUCT(PreviewForm, (), (paper, body))

static void check(const PreviewForm& form, json::Errors& errors) {
    check(WordingForm{form.body}, errors);
}

static http::Response preview(http::Call& call, const records::Writable<SessionId>& session, const PreviewForm& form) {
    const auto desk = desk_of(call.read(), library_of(call), session.found.envelope, call.now());
    auto response = paper_response(write_as(call, make_paper(desk, form.paper, form.body.value), PaperFormat::pdf), PaperFormat::pdf,
                                   paper_title(desk, form.paper));
    return response;
}

void add_paper_routes(http::Router& router) {
    router.get("/api/sessions/{session}/papers", show_papers, access::may_edit);
    router.put("/api/sessions/{session}/papers", fill_in_papers, access::may_edit, http::WriteKind::change);
    router.get("/api/sessions/{session}/papers/{paper}", get_paper, access::may_edit);
    router.get("/api/sessions/{session}/papers.zip", get_set, access::may_edit);
    router.post("/api/sessions/{session}/papers/preview", preview, access::may_edit, http::WriteKind::change);
}

}  // namespace circles
