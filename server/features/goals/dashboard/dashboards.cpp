#include "goals/dashboard/dashboards.hpp"

#include "base/json/json.hpp"
#include "journal/journal.hpp"
#include "trace/trace.hpp"

namespace goals {

static void write_beside(db::Tx& tx, base::PersonId actor, std::string_view action, const records::Envelope& record,
                         const DashboardContent& content) {
    records::set_text(tx, record.id, searchable(content));
    journal::record(tx, actor, action, {record.id, record.version, json::write(content)});
}

records::Envelope insert_dashboard(db::Tx& tx, base::PersonId actor, const NewDashboard& dashboard) {
    const auto record = records::insert(tx, actor,
                                        {.kind = std::string(DashboardTag::kind),
                                         .collection = "dashboards",
                                         .owner_id = dashboard.owner,
                                         .state = records::State::published,
                                         .description = describe(dashboard.content, dashboard.language),
                                         .audience = {records::Visibility::public_, {}, {}}});
    insert_dashboard_words(tx, {record.id.value}, dashboard.content);
    write_beside(tx, actor, "goals.dashboard_made", record, dashboard.content);
    if (dashboard.from) trace::link(tx, actor, {.flow = trace::Flow::led_to, .up = {dashboard.from}, .down = {record.id}});
    return record;
}

records::Envelope change_dashboard(db::Tx& tx, base::PersonId actor, const records::Envelope& before, std::int64_t version,
                                   const DashboardContent& content) {
    const auto record = records::revise(tx, actor, before.id, version, describe(content, before.language));
    update_dashboard_words(tx, {record.id.value}, content);
    write_beside(tx, actor, "goals.dashboard_changed", record, content);
    return record;
}

}  // namespace goals
