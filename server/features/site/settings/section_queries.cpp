#include "journal/journal.hpp"
#include "records/records.hpp"
#include "site/settings/section.hpp"

namespace site {

std::optional<StoredSection> find_section(db::Session& db, std::string_view section) {
    return db.find<StoredSection>("SELECT content, version, changed_at FROM site_settings WHERE section = $1", section);
}

void put_section(db::Tx& tx, base::PersonId actor, const SectionChange& change) {
    const auto stands = find_section(tx, change.section);
    records::require_version(stands ? stands->version : as_it_came, change.expected);
    const auto version = change.expected + 1;
    const auto written = tx.run(
        "INSERT INTO site_settings (section, content, version, changed_by, changed_at) VALUES ($1, $2, $3, $4, $5)"
        " ON CONFLICT (section) DO UPDATE SET content = excluded.content, version = excluded.version, changed_by = excluded.changed_by,"
        " changed_at = excluded.changed_at WHERE site_settings.version = $6",
        change.section, change.content, version, actor, tx.now(), change.expected);
    if (written == 0) records::require_version(version, change.expected);
    journal::Revision revision;
    revision.version = version;
    revision.body = change.content;
    journal::record(tx, actor, change.action, revision);
}

}  // namespace site
