#include "base/json/json.hpp"
#include "document/press.hpp"
#include "goals/dashboard/dashboards.hpp"
#include "goals/dashboard/shown_dashboard.hpp"
#include "goals/executive/executive_paper.hpp"
#include "goals/routes.hpp"
#include "http/problem.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"

namespace goals {

namespace {

using ReadableDashboard = records::Readable<DashboardId>;

struct DashboardForm {
    records::RecordId owner;
    std::optional<records::RecordId> from;  // the dashboard that it is a copy of, or what led to it
    DashboardContent content;
};
BOOST_DESCRIBE_STRUCT(DashboardForm, (), (owner, from, content))

struct DashboardChange {
    DashboardContent content;
};
BOOST_DESCRIBE_STRUCT(DashboardChange, (), (content))

struct PreviewForm {
    base::AreaId area;
    std::vector<Block> blocks;
};
BOOST_DESCRIBE_STRUCT(PreviewForm, (), (area, blocks))
void check(const PreviewForm& form, json::Errors& errors) {
    check_blocks(form.blocks, errors);
}

struct BroughtBack {
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(BroughtBack, (), (version))

Viewing view_of_dashboard(const http::Call& call) {
    return {call.viewer(), call.language()};
}

// What a block names has to be there when it is written; later it may go.
void look_up(http::Call& call, const Block& block, const std::string& at, http::Problem& problem) {
    if (block.area && !areas::find(call.read(), *block.area)) problem.at(at + "/area", "no_such_area");
    const auto codes = block.indicators.value_or(std::vector<base::Text<1, 64>>{});
    for (std::size_t i = 0; i < codes.size(); ++i)
        if (!find_readable(call.read(), call.viewer(), codes[i].value))
            problem.at(at + "/indicators/" + std::to_string(i), "no_such_indicator");
    const auto set = base::or_empty(block.set);
    if (!set.empty() && !find_readable_set(call.read(), call.viewer(), set)) problem.at(at + "/set", "no_such_set");
    if (block.look != BlockLook::ladder) return;
    const auto cards = records::cards(call.read(), call.viewer(), {block.goal.value_or(records::RecordId{})});
    if (cards.empty() || cards.front().kind != GoalTag::kind) problem.at(at + "/goal", "no_such_goal");
}

void require_known(http::Call& call, const DashboardContent& content) {
    http::Problem problem(422, "invalid_input");
    if (content.area && !areas::find(call.read(), content.area)) problem.at("/content/area", "no_such_area");
    for (std::size_t i = 0; i < content.blocks.size(); ++i)
        look_up(call, content.blocks[i], "/content/blocks/" + std::to_string(i), problem);
    if (!problem.errors().empty()) throw problem;
}

http::List<DashboardCard> get_dashboards(http::Call& call, const http::Query<DashboardWish>& wish) {
    constexpr std::size_t usual_limit = 30;
    auto cards = list_dashboards(call.read(), call.person(), *wish, call.language());
    const auto limit = wish->limit ? static_cast<std::size_t>(wish->limit->value) : usual_limit;
    http::List<DashboardCard> reply;
    if (cards.size() > limit) {
        cards.resize(limit);
        reply.next = std::to_string(cards.back().id.value);
    }
    reply.items = std::move(cards);
    return reply;
}

ShownDashboard get_dashboard(http::Call& call, const ReadableDashboard& dashboard, const http::Query<DashboardAt>& at) {
    return show_dashboard(call.read(), view_of_dashboard(call), dashboard.found, *at);
}

// "รายงานผู้บริหาร": one page of it for whoever has five minutes.
http::Response get_report(http::Call& call, const ReadableDashboard& dashboard, const http::Query<DashboardAt>& at) {
    const auto report = read_executive(call.read(), view_of_dashboard(call), dashboard.found, *at);
    const auto papers = executive_papers(report, {call.now(), http::origin_of(call), call.language()});
    auto made = call.services().equipment.get<document::Press>().fitting_pdf(papers);
    if (!made) throw http::Problem(503, "papers_busy", {{"seconds", std::int64_t{15}}});
    auto response = http::Response::text(200, "application/pdf", std::move(*made));
    const auto name = "dashboard-" + std::to_string(dashboard.found.envelope.number) + "-" + report.area.code + ".pdf";
    response.headers.set("Content-Disposition", "inline; filename=\"" + name + "\"");
    response.headers.set("Cache-Control", "private, no-store");
    return response;
}

// Blocks that are not written yet, as they would look.
std::vector<ShownBlock> preview(http::Call& call, const PreviewForm& form) {
    const auto area = areas::find(call.read(), form.area);
    if (!area) throw http::Problem(422, "invalid_input").at("/area", "no_such_area");
    return show_blocks(call.read(), view_of_dashboard(call), *area, form.blocks);
}

http::Created<records::Envelope> make_dashboard(http::Call& call, const DashboardForm& form) {
    records::require_contributor(call.read(), call.viewer(), form.owner);
    require_known(call, form.content);
    const auto from = form.from.value_or(records::RecordId{});
    if (from && records::cards(call.read(), call.viewer(), {from}).empty())
        throw http::Problem(422, "invalid_input").at("/from", "no_such_record");
    const NewDashboard dashboard{.content = form.content, .owner = form.owner, .from = from, .language = call.language()};
    return {call.write([&](db::Tx& tx) { return insert_dashboard(tx, call.person(), dashboard); })};
}

records::Envelope change(http::Call& call, const records::Editable<DashboardId>& dashboard, const DashboardContent& content) {
    return call.write(
        [&](db::Tx& tx) { return change_dashboard(tx, call.person(), dashboard.found.envelope, dashboard.version, content); });
}

records::Envelope put_dashboard(http::Call& call, const records::Editable<DashboardId>& dashboard, const DashboardChange& form) {
    require_known(call, form.content);
    return change(call, dashboard, form.content);
}

// How it stood once comes back as a new version: what was written since is kept like everything else.
records::Envelope bring_back(http::Call& call, const records::Editable<DashboardId>& dashboard, const BroughtBack& form) {
    const auto kept = journal::find_body(call.read(), dashboard.id.value, form.version);
    json::Errors errors;
    const auto content = json::read<DashboardContent>(kept.value_or(""), errors);
    if (!errors.list().empty()) throw http::Problem(422, "invalid_input").at("/version", "version_not_kept");
    return change(call, dashboard, content);
}

http::Page get_dashboards_page(http::Call& call) {
    return dashboards_page(list_dashboards(call.read(), call.person(), {}, call.language()), call.language());
}

http::Page get_dashboard_page(http::Call& call, const ReadableDashboard& dashboard) {
    return dashboard_page(show_dashboard(call.read(), view_of_dashboard(call), dashboard.found, {}), call.language());
}

}  // namespace

void add_dashboard_routes(http::Router& router) {
    router.get("/api/dashboards", get_dashboards, access::anyone);
    router.post("/api/dashboards", make_dashboard, access::may_contribute, http::WriteKind::record);
    router.post("/api/dashboards/preview", preview, access::may_contribute, http::WriteKind::change);
    router.get("/api/dashboards/{dashboard}", get_dashboard, access::may_read);
    router.get("/api/dashboards/{dashboard}/report.pdf", get_report, access::may_read);
    router.put("/api/dashboards/{dashboard}", put_dashboard, access::may_edit, http::WriteKind::change);
    router.put("/api/dashboards/{dashboard}/version", bring_back, access::may_edit, http::WriteKind::change);
    router.page("/dashboards", get_dashboards_page, access::anyone);
    router.page("/dashboards/{dashboard}", get_dashboard_page, access::may_read);
}

}  // namespace goals
