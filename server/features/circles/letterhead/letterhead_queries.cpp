#include "circles/letterhead/letterhead.hpp"

namespace circles {

struct LetterheadRow {
    std::string name;
    std::string department;
    std::string address;
    std::string contact;
    std::string number_prefix;
    bool thai_digits{};
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(LetterheadRow, (), (name, department, address, contact, number_prefix, thai_digits, version))

struct SignerRow {
    std::string name;
    std::string position;
    std::optional<Acting> acting;
    std::string acting_for;
};
BOOST_DESCRIBE_STRUCT(SignerRow, (), (name, position, acting, acting_for))

static std::vector<Signer> list_signers(db::Session& db, records::RecordId organisation) {
    std::vector<Signer> signers;
    for (const auto& row : db.all<SignerRow>(
             "SELECT name, position, acting, acting_for FROM circles_signers WHERE organisation_id = $1 ORDER BY place", organisation))
        signers.push_back({{row.name}, {row.position}, row.acting, {{row.acting_for}}});
    return signers;
}

Letterhead get_letterhead(db::Session& db, records::RecordId organisation) {
    const auto row = db.find<LetterheadRow>(
        "SELECT name, department, address, contact, number_prefix, thai_digits, version FROM circles_letterheads WHERE organisation_id = "
        "$1",
        organisation);
    if (!row) return {};
    const auto pictures = files::list_held(db, organisation.value);
    return {.name = row->name,
            .department = row->department,
            .address = row->address,
            .contact = row->contact,
            .number_prefix = row->number_prefix,
            .thai_digits = row->thai_digits,
            .emblem = pictures.empty() ? std::nullopt : std::optional(pictures.front()),
            .signers = list_signers(db, organisation),
            .version = row->version};
}

static void put_signers(db::Tx& tx, records::RecordId organisation, const std::vector<Signer>& signers) {
    tx.run("DELETE FROM circles_signers WHERE organisation_id = $1", organisation);
    std::int64_t place = 0;
    for (const auto& signer : signers)
        tx.run("INSERT INTO circles_signers (organisation_id, place, name, position, acting, acting_for) VALUES ($1, $2, $3, $4, $5, $6)",
               organisation, ++place, signer.name.value, signer.position.value, signer.acting, base::or_empty(signer.acting_for));
}

void put_letterhead(db::Tx& tx, base::PersonId actor, records::RecordId organisation, std::int64_t expected, const LetterheadForm& form) {
    records::require_version(get_letterhead(tx, organisation).version, expected);
    tx.run(
        "INSERT INTO circles_letterheads (organisation_id, name, department, address, contact, number_prefix, thai_digits, version)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (organisation_id) DO UPDATE SET name = excluded.name,"
        " department = excluded.department, address = excluded.address, contact = excluded.contact,"
        " number_prefix = excluded.number_prefix, thai_digits = excluded.thai_digits, version = excluded.version",
        organisation, base::or_empty(form.name), base::or_empty(form.department), base::or_empty(form.address),
        base::or_empty(form.contact), base::or_empty(form.number_prefix), form.thai_digits, expected + 1);
    put_signers(tx, organisation, form.signers);
    std::vector<files::HeldFile> emblem;
    if (form.emblem) emblem.push_back({*form.emblem, {}, {}});
    files::hold(tx, actor, organisation.value, emblem);
}

}  // namespace circles
