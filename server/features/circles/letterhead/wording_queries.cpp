#include "circles/letterhead/wording.hpp"

namespace circles {

std::optional<OwnWording> find_wording(db::Session& db, records::RecordId organisation, Paper paper) {
    return db.find<OwnWording>("SELECT body, version FROM circles_wordings WHERE organisation_id = $1 AND paper = $2", organisation, paper);
}

std::string wording_of(db::Session& db, records::RecordId organisation, Paper paper, base::Language language) {
    if (auto own = find_wording(db, organisation, paper)) return std::move(own->body);
    return std::string(shipped_wording(paper, language));
}

void put_wording(db::Tx& tx, records::RecordId organisation, Paper paper, std::int64_t expected, const std::string& body) {
    const auto stands = find_wording(tx, organisation, paper);
    records::require_version(stands ? stands->version : 1, expected);
    tx.run(
        "INSERT INTO circles_wordings (organisation_id, paper, body, version) VALUES ($1, $2, $3, $4)"
        " ON CONFLICT (organisation_id, paper) DO UPDATE SET body = excluded.body, version = excluded.version",
        organisation, paper, body, expected + 1);
}

void delete_wording(db::Tx& tx, records::RecordId organisation, Paper paper) {
    tx.run("DELETE FROM circles_wordings WHERE organisation_id = $1 AND paper = $2", organisation, paper);
}

}  // namespace circles
