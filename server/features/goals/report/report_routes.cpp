#include "goals/report/report_routes.hpp"

#include "base/locale.hpp"
#include "goals/opened/opened_page.hpp"
#include "goals/report/report.hpp"
#include "goals/view/table.hpp"
#include "goals/view/words.hpp"
#include "http/problem.hpp"
#include "http/router.hpp"

namespace goals {

using namespace http::html;  // NOLINT(google-build-using-namespace): the elements of a page read as a page

namespace {

struct ReportWish {
    std::optional<std::string> area;    // its code; the country, without one
    std::optional<std::string> period;  // the newest with a number, without one
    std::optional<bool> inside;         // and each area right under it
};
BOOST_DESCRIBE_STRUCT(ReportWish, (), (area, period, inside))

SetReport get_report(http::Call& call, const FoundSet& set, const http::Query<ReportWish>& wish) {
    http::Problem problem(422, "invalid_input");
    const auto code = wish->area.value_or("th");
    const auto area = areas::find(call.read(), code == "TH" ? "th" : code);
    if (!area) problem.at("/area", "unknown_area");
    std::optional<base::ReportingPeriod> period;
    if (wish->period) {
        const auto read = base::read_reporting_period(*wish->period);
        if (const auto* fault = std::get_if<base::PeriodFault>(&read))
            problem.at("/period", base::name_of(*fault));
        else
            period = std::get<base::ReportingPeriod>(read);
    }
    if (!problem.errors().empty()) throw problem;
    const auto inner = wish->inside.value_or(false) ? Inner::shown : Inner::left_out;
    return report_of(call.read(), {call.viewer(), call.language()}, {set, *area, period, inner, base::bangkok_date(call.now())});
}

std::string text_of(const std::optional<base::Decimal>& number) {
    return number ? base::to_text(*number) : std::string();
}

Row line_of(const SetReport& report, const ReportPart& part, const ReportGroup& group, const ReportRow& row) {
    const auto& passed = row.passed;
    return {part.place.code,
            part.place.title,
            report.period,
            group.name,
            std::to_string(row.number),
            row.code,
            row.title,
            std::string(base::name_of(row.found)),
            passed ? base::to_text(passed->surveyed) : "",
            passed ? base::to_text(passed->passed) : "",
            passed ? percent_in_words(passed->percent_passed) : "",
            passed ? base::to_text(passed->failed) : "",
            passed ? percent_in_words(passed->percent_failed) : "",
            text_of(row.value)};
}

template <sheet::Format format>
http::Response get_report_table(http::Call& call, const FoundSet& set, const http::Query<ReportWish>& wish) {
    const auto report = get_report(call, set, wish);
    std::vector<Row> rows{{"area", "area_title", "period", "group", "number", "indicator", "title", "state", "surveyed", "passed",
                           "percent_passed", "failed", "percent_failed", "value"}};
    for (const auto& part : report.parts)
        for (const auto& group : part.groups)
            for (const auto& row : group.rows) rows.push_back(line_of(report, part, group, row));
    return table_file(format, "report-" + report.key + "-" + report.parts.front().place.code + "-" + report.period, rows);
}

Html html_of(const SetReport& report, const ReportPart& part, base::Language language) {
    const auto row = [&](const ReportRow& one) {
        const auto title = in_language(one.title, one.title_en, language);
        const auto link = a(Url::within(figure_address(one.code, part.place.code, report.period)), title);
        if (!one.passed) return tr(th(link), td(one.said));
        return tr(th(link), td(number_in_words(one.passed->surveyed, 0)), td(number_in_words(one.passed->passed, 0)),
                  td(percent_in_words(one.passed->percent_passed)), td(number_in_words(one.passed->failed, 0)),
                  td(percent_in_words(one.passed->percent_failed)));
    };
    return table(caption(part.place.title), tbody(each(part.groups, [&](const ReportGroup& group) { return each(group.rows, row); })));
}

http::Page get_report_page(http::Call& call, const FoundSet& set, const http::Query<ReportWish>& wish) {
    const auto report = get_report(call, set, wish);
    const auto language = call.language();
    const auto title =
        in_language(report.title, report.title_en, language) + " · " + report.parts.front().place.title + " · " + report.period_title;
    const auto body = article(h1(title), p(base::say(language, "goals_report_about")),
                              each(report.parts, [&](const ReportPart& part) { return html_of(report, part, language); }));
    return http::make_page(report, title, report.address + "/report", body);
}

}  // namespace

void add_report_routes(http::Router& router) {
    router.get("/api/indicator-sets/{set}/report", get_report, access::may_read);
    router.get("/api/indicator-sets/{set}/report/table.csv", get_report_table<sheet::Format::csv>, access::may_read);
    router.get("/api/indicator-sets/{set}/report/table.xlsx", get_report_table<sheet::Format::xlsx>, access::may_read);
    router.page("/indicators/sets/{set}/report", get_report_page, access::may_read);
}

}  // namespace goals
