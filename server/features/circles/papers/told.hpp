#pragma once

#include "circles/letterhead/wording.hpp"
#include "circles/session/session_reply.hpp"

namespace circles {

// A session as its papers tell it. Paper goes from hand to hand, so it says what a reader from outside may know, whoever asks for it:
// nothing that stays in the circle, no name whose owner has not agreed, nobody who only came.
struct Told {
    records::Envelope record;
    SessionRow row;
    std::string circle;
    std::string purpose;
    bool agreements_wanted{};
    std::string organisation;
    std::vector<AgendaBlock> agenda;
    std::vector<Attendee> served;  // who led, wrote, spoke or hosted
    Heads heads;
    std::vector<Point> said;
    std::vector<Agreement> agreements;
    std::vector<document::Picture> photos;  // at most `most_photos`
};
inline constexpr std::size_t most_photos = 12;

Told tell(db::Session& db, const files::Library* library, const records::Envelope& session);

// "ครั้งที่ 39"; nothing for one that has no number yet.
std::string ordinal_words(const Told& told);
// "วันพุธที่ 25 พฤศจิกายน 2569"
std::string day_words(base::Date date, base::Language language);
std::string time_words(const SessionRow& row, base::Language language);
Filling filling_of(const Told& told);

}  // namespace circles
