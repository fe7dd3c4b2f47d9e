#include "journal/journal.hpp"
#include "people/membership/membership.hpp"
#include "people/organisation/organisation_queries.hpp"
#include "people/person/person_queries.hpp"
#include "people/tables/imports.hpp"
#include "people/tables/steps.hpp"

namespace people {

namespace {

constexpr std::int64_t steps_a_write = 500;
constexpr std::size_t most_named = 100;

struct UndoneEvent {
    ImportId import_id;
    std::int64_t undone{}, kept{};
};
BOOST_DESCRIBE_STRUCT(UndoneEvent, (), (import_id, undone, kept))

class Undo {
  public:
    Undo(db::Tx& tx, const http::Viewer& viewer, const TableImport& import) : tx_(tx), viewer_(viewer), import_(import) {}

    // Why the step is left as it is; empty if it was taken back.
    std::string_view take_back(const ImportStep& step, const records::Found& record) {
        if (step.version > 0 && record.envelope.version != step.version) return "changed_since";
        if (!records::rights(record).edit) return "not_yours";
        if (step.membership && !take_back_membership(step)) return "changed_since";
        if (step.version == 0) return {};
        if (step.before) return take_back_change(record.envelope, *step.before), std::string_view{};
        if (is_stood_on(tx_, record.envelope.id)) return "stood_on_since";
        const auto gone = records::move(tx_, viewer_.person, record.envelope.id, records::State::deleted);
        if (import_.subject == Subject::organisations) free_code(tx_, gone.id);
        journal::record(tx_, viewer_.person, "records.deleted", {gone.id, gone.version, {}});
        return {};
    }

  private:
    bool take_back_membership(const ImportStep& step) {
        const auto made = json::read_own<Membership>(*step.membership);
        const auto stands = find_membership(tx_, made.organisation_id, made.id);
        if (!stands || json::write(*stands) != *step.membership) return false;
        if (step.membership_before)
            put_membership(tx_, json::read_own<Membership>(*step.membership_before));
        else
            delete_membership(tx_, *stands);
        return true;
    }
    void take_back_change(const records::Envelope& record, const std::string& before) {
        if (import_.subject == Subject::organisations)
            change_organisation(tx_, viewer_.person, record, json::read_own<OrganisationForm>(before));
        else
            change_person(tx_, viewer_.person, record, json::read_own<Person>(before));
    }

    db::Tx& tx_;
    const http::Viewer& viewer_;
    const TableImport& import_;
};

// What one transaction did; added to the report only when it stands.
UndoReport undo_some(db::Tx& tx, const http::Viewer& viewer, const TableImport& import, const std::vector<ImportStep>& steps) {
    UndoReport some;
    Undo undo(tx, viewer, import);
    for (const auto& step : steps) {
        const auto record = records::find(tx, viewer, step.record_id);
        const auto why = record ? undo.take_back(step, *record) : std::string_view("changed_since");
        ++(why.empty() ? some.undone : some.kept);
        if (record && !why.empty()) some.kept_records.push_back({record->envelope.title, record->envelope.address, std::string(why)});
    }
    delete_steps_from(tx, import.id, steps.back().step);
    return some;
}

void add(UndoReport& report, UndoReport&& some) {
    report.undone += some.undone;
    report.kept += some.kept;
    for (auto& record : some.kept_records)
        if (report.kept_records.size() < most_named) report.kept_records.push_back(std::move(record));
}

}  // namespace

UndoReport undo_import(db::Database& database, const http::Viewer& viewer, const TableImport& import) {
    UndoReport report;
    for (;;) {
        const auto steps = list_last_steps(*database.read(), import.id, steps_a_write);
        if (steps.empty()) break;
        add(report, database.write([&](db::Tx& tx) { return undo_some(tx, viewer, import, steps); }));
    }
    database.write([&](db::Tx& tx) {
        set_undone(tx, import.id);
        journal::record(tx, viewer.person, "people.import_undone",
                        {import.entered_by, 0, json::write(UndoneEvent{import.id, report.undone, report.kept})});
    });
    return report;
}

}  // namespace people
