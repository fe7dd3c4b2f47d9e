#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/bounded.hpp"
#include "base/json/errors.hpp"
#include "base/language.hpp"
#include "db/db.hpp"
#include "files/files.hpp"
#include "records/records.hpp"

// How the papers of an organisation look: their head, who signs, and in which order they go up.
namespace circles {

struct OrganisationTag {
    static constexpr std::string_view kind = "organisation";
};
using OrganisationId = base::Id<OrganisationTag>;

// In whose place somebody signs (พ.ร.บ. ระเบียบบริหารราชการแผ่นดิน 2534, มาตรา 38–50). Locale keys circles_acting_…
enum class Acting : std::uint8_t {
    substitute,  // รักษาราชการแทน: the holder of the post is away, or there is none
    delegate,    // ปฏิบัติราชการแทน: the holder has handed the power on
    caretaker,   // รักษาการในตำแหน่ง: of a post nobody holds
    duty,        // ปฏิบัติหน้าที่: an official does the work of an elected head
};
BOOST_DESCRIBE_ENUM(Acting, substitute, delegate, caretaker, duty)

struct Signer {
    base::Text<0, 200> name;  // with title; none: room for it stays free
    base::Text<1, 300> position;
    std::optional<Acting> acting;
    std::optional<base::Text<0, 300>> acting_for;  // the post that is acted for
};
BOOST_DESCRIBE_STRUCT(Signer, (), (name, position, acting, acting_for))
void check(const Signer& signer, json::Errors& errors);

// The lines under a signature: (name), post, and in whose place.
std::vector<std::string> signature(const Signer& signer, base::Language language);
// To whom a paper is addressed that this one decides on: the post that they act for, or their own.
std::string addressed(const Signer& signer);

struct LetterheadForm {
    std::optional<base::Text<0, 300>> name;        // on letters; the organisation's own, if none
    std::optional<base::Text<0, 300>> department;  // ส่วนราชการ of a memo
    std::optional<base::Text<0, 500>> address;
    std::optional<base::Text<0, 500>> contact;
    std::optional<base::Text<0, 60>> number_prefix;  // "พล 52001/"
    bool thai_digits = true;
    std::optional<files::FileId> emblem;  // a picture that the caller sent, or the one that stands
    std::vector<Signer> signers;          // in the order in which a paper goes up
};
BOOST_DESCRIBE_STRUCT(LetterheadForm, (), (name, department, address, contact, number_prefix, thai_digits, emblem, signers))
void check(const LetterheadForm& form, json::Errors& errors);

struct Letterhead {
    std::string name;
    std::string department;
    std::string address;
    std::string contact;
    std::string number_prefix;
    bool thai_digits = true;
    std::optional<files::File> emblem{};
    std::vector<Signer> signers{};
    std::int64_t version = 1;  // nobody has filled it in yet
};
BOOST_DESCRIBE_STRUCT(Letterhead, (), (name, department, address, contact, number_prefix, thai_digits, emblem, signers, version))

Letterhead get_letterhead(db::Session& db, records::RecordId organisation);
// Throws Problem 412 `edited_elsewhere` unless `expected` stands.
void put_letterhead(db::Tx& tx, base::PersonId actor, records::RecordId organisation, std::int64_t expected, const LetterheadForm& form);

}  // namespace circles
