#pragma once

#include <string_view>

namespace app {

// One sign a kind of person, in this order: guest, member, contributor, editor, steward, administrator, stranger.
//   .  is let in      S  is asked to sign in (401)      X  may not (403)      -  sees nothing there (404)
// All of them are of one organisation, whose the record is; the stranger is a steward of another one.
struct Outcomes {
    std::string_view members_only;  // on a record for members of its organisation
    std::string_view open;          // on a record for everybody
};

namespace outcomes {
constexpr Outcomes anyone{".......", "......."};
constexpr Outcomes signed_in{"S......", "S......"};
constexpr Outcomes administrator{"SXXXX.X", "SXXXX.X"};
constexpr Outcomes may_read{"-....--", "......."};
constexpr Outcomes may_edit{"-XX..--", "SXX...X"};
// Facilitators: who contributes to the organisation that leads a count.
constexpr Outcomes may_count{"-X...--", "SX....X"};
constexpr Outcomes may_moderate{"-XXX.--", "SXXX..X"};
// In an organisation its contributors already write; what access they give others, a rule inside decides.
constexpr Outcomes may_edit_organisation{"SX....X", "SX....X"};
// Signed in, and the record that the request speaks of may be read.
constexpr Outcomes signed_in_reader{"S....--", "S......"};
// Signed in, and who made the record or may edit it.
constexpr Outcomes signed_in_maker{"SXX..--", "SXX...X"};
// No file, invitation, session or part of a record has the number that is asked for: who is let in sees that nothing is there.
constexpr Outcomes nothing{"-------", "-------"};
constexpr Outcomes nothing_for_administrator{"SXXXX-X", "SXXXX-X"};
constexpr Outcomes nothing_when_signed_in{"S------", "S------"};
constexpr Outcomes no_part_to_edit{"-XX----", "SXX---X"};
constexpr Outcomes no_part_to_moderate{"-XXX---", "SXXX--X"};
// What was said in a live room stays in the circle: for its insiders, and who may edit the session.
constexpr Outcomes insider{"-....--", "-.....-"};
constexpr Outcomes no_part_of_organisation{"SX----X", "SX----X"};
}  // namespace outcomes

struct RouteAccess {
    std::string_view route;
    Outcomes outcomes;
};

}  // namespace app
