#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>

#include "base/person.hpp"
#include "files/files.hpp"
#include "records/records.hpp"

// What somebody without an account gave to a session, taken in by one of its editors: from then on it is as if they had written it down.
namespace circles {

enum class AnswerWord : std::uint8_t { yes, no, maybe };
BOOST_DESCRIBE_ENUM(AnswerWord, yes, no, maybe)

// How far something said may go: it stays in the circle, goes out without its speaker's name, or with it.
enum class Consent : std::uint8_t { circle, nameless, named };
BOOST_DESCRIBE_ENUM(Consent, circle, nameless, named)

struct Taken {
    records::RecordId session;
    base::PersonId by;  // the editor
    std::string giver;  // as they call themselves
};

// A photo or voice as it comes to a session. It waits inside unless who brings it says that nobody on it can be recognised, or that all
// agree.
struct PhotoForm : files::HeldFile {
    std::optional<bool> cleared;
};
BOOST_DESCRIBE_STRUCT(PhotoForm, (files::HeldFile), (cleared))

void take_answer(db::Tx& tx, const Taken& taken, AnswerWord answer);
// `how`: by what way consent was given.
void take_words(db::Tx& tx, const Taken& taken, const std::string& words, Consent consent, const std::string& how);
// `sender`: who stands as the sender of the file in files.
void take_file(db::Tx& tx, const Taken& taken, base::PersonId sender, const PhotoForm& file);

}  // namespace circles
