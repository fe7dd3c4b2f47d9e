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
constexpr Outcomes no_part_of_organisation{"SX----X", "SX----X"};
}  // namespace outcomes

struct RouteAccess {
    std::string_view route;
    Outcomes outcomes;
};

using namespace outcomes;
constexpr RouteAccess route_access_table[] = {
    {"GET /api", anyone},
    {"GET /api/accounts/{account}", administrator},
    {"DELETE /api/accounts/{account}/second-step", nothing_for_administrator},
    {"DELETE /api/accounts/{account}/sessions", nothing_for_administrator},
    {"PUT /api/area-profiles/{profile}", may_edit},
    {"GET /api/areas", anyone},
    {"POST /api/areas/import", administrator},
    {"GET /api/areas/{code}", anyone},
    {"POST /api/areas/{code}/profile", signed_in},
    {"POST /api/areas/{code}/timeline", signed_in},
    {"GET /api/circles", anyone},
    {"POST /api/circles", signed_in},
    {"GET /api/circles/calendar", anyone},
    {"GET /api/circles/transparency", anyone},
    {"GET /api/circles/transparency.csv", anyone},
    {"GET /api/circles/{circle}", may_read},
    {"PUT /api/circles/{circle}", may_edit},
    {"POST /api/circles/{circle}/sessions", may_edit},
    {"GET /api/circles/{circle}/strip", may_read},
    {"GET /api/circles/{circle}/team", may_edit},
    {"PUT /api/circles/{circle}/team", may_edit},
    {"GET /api/circles/{circle}/topics", may_read},
    {"POST /api/circles/{circle}/topics", signed_in_reader},
    {"GET /api/comments/waiting", signed_in},
    {"POST /api/emails/{token}", nothing},
    {"POST /api/files", signed_in},
    {"GET /api/files/{file}", nothing},
    {"GET /api/imports", signed_in},
    {"POST /api/imports/{import}/undo", nothing_when_signed_in},
    {"POST /api/invitations", administrator},
    {"GET /api/invitations/{token}", nothing},
    {"POST /api/invitations/{token}", anyone},
    {"GET /api/knowledge", anyone},
    {"POST /api/knowledge", signed_in},
    {"POST /api/knowledge/imports", signed_in},
    {"GET /api/knowledge/licences/{record}", may_read},
    {"PUT /api/knowledge/licences/{record}", signed_in_reader},
    {"POST /api/knowledge/readings", signed_in},
    {"GET /api/knowledge/tags", anyone},
    {"GET /api/knowledge/{item}", may_read},
    {"PUT /api/knowledge/{item}", may_edit},
    {"PUT /api/knowledge/{item}/version", may_edit},
    {"POST /api/knowledge/{item}/reads", may_read},
    {"GET /api/mail/inbox", nothing_for_administrator},
    {"GET /api/me", anyone},
    {"PUT /api/me/digest", signed_in},
    {"DELETE /api/me/email", signed_in},
    {"GET /api/me/email", signed_in},
    {"PUT /api/me/email", signed_in},
    {"PUT /api/me/password", signed_in},
    {"PUT /api/me/person", signed_in},
    {"GET /api/me/identities", signed_in},
    {"DELETE /api/me/identities/{identity}", nothing_when_signed_in},
    {"POST /api/me/identities/{provider}", signed_in},
    {"GET /api/me/second-step", signed_in},
    {"POST /api/me/second-step", signed_in},
    {"PUT /api/me/second-step", signed_in},
    {"POST /api/me/second-step/off", signed_in},
    {"POST /api/me/second-step/recovery-codes", signed_in},
    {"DELETE /api/me/sessions", signed_in},
    {"GET /api/me/sessions", signed_in},
    {"DELETE /api/me/sessions/{session}", nothing_when_signed_in},
    {"GET /api/office", administrator},
    {"GET /api/office/backups", administrator},
    {"POST /api/office/backups", administrator},
    {"POST /api/office/backups/check", administrator},
    {"GET /api/office/events", administrator},
    {"GET /api/office/jobs", administrator},
    {"DELETE /api/office/jobs/{job}", nothing_for_administrator},
    {"POST /api/office/jobs/{job}/retry", nothing_for_administrator},
    {"GET /api/openapi.json", anyone},
    {"GET /api/organisations", anyone},
    {"POST /api/organisations", signed_in},
    {"GET /api/organisations.csv", anyone},
    {"POST /api/organisations/import", signed_in},
    {"GET /api/organisations/{organisation}", anyone},
    {"PUT /api/organisations/{organisation}", may_edit_organisation},
    {"POST /api/organisations/{organisation}/members", may_edit_organisation},
    {"GET /api/organisations/{organisation}/members.csv", may_edit_organisation},
    {"DELETE /api/organisations/{organisation}/members/{membership}", no_part_of_organisation},
    {"PUT /api/organisations/{organisation}/members/{membership}", may_edit_organisation},
    {"GET /api/people", anyone},
    {"POST /api/people", signed_in},
    {"POST /api/people/import", signed_in},
    {"GET /api/people/{person}", may_read},
    {"PUT /api/people/{person}", may_edit},
    {"GET /api/records", anyone},
    {"DELETE /api/records/{record}", may_edit},
    {"GET /api/records/{record}", may_read},
    {"PUT /api/records/{record}/audience", may_edit},
    {"GET /api/records/{record}/comments", may_read},
    {"POST /api/records/{record}/comments", may_read},
    {"DELETE /api/records/{record}/comments/{comment}", nothing},
    {"PUT /api/records/{record}/comments/{comment}", may_read},
    {"POST /api/records/{record}/comments/{comment}/hide", may_moderate},
    {"POST /api/records/{record}/comments/{comment}/show", no_part_to_moderate},
    {"POST /api/records/{record}/comments/{comment}/wait", no_part_to_moderate},
    {"GET /api/records/{record}/history", may_edit},
    {"GET /api/records/{record}/history/compare", may_edit},
    {"POST /api/records/{record}/links", may_edit},
    {"DELETE /api/records/{record}/links/{link}", no_part_to_edit},
    {"POST /api/records/{record}/publish", may_edit},
    {"POST /api/records/{record}/restore", nothing_when_signed_in},
    {"POST /api/records/{record}/review", may_edit},
    {"GET /api/records/{record}/river", may_read},
    {"POST /api/records/{record}/send-back", may_edit},
    {"POST /api/records/{record}/withdraw", may_edit},
    {"GET /api/river", anyone},
    {"GET /api/resets", anyone},
    {"POST /api/resets", anyone},
    {"GET /api/resets/{token}", nothing},
    {"POST /api/resets/{token}", anyone},
    {"GET /api/search", anyone},
    {"GET /api/sectors", anyone},
    {"POST /api/series", signed_in},
    {"GET /api/series/{series}", may_read},
    {"DELETE /api/session", anyone},
    {"POST /api/session", anyone},
    {"POST /api/session/second-step", anyone},
    {"GET /api/sessions", anyone},
    {"GET /api/sessions/{session}", may_read},
    {"PUT /api/sessions/{session}", may_edit},
    {"POST /api/sessions/{session}/agreements", may_edit},
    {"DELETE /api/sessions/{session}/agreements/{agreement}", no_part_to_edit},
    {"PUT /api/sessions/{session}/agreements/{agreement}", may_edit},
    {"PUT /api/sessions/{session}/answer", signed_in_reader},
    {"POST /api/sessions/{session}/cancel", may_edit},
    {"PUT /api/sessions/{session}/heads", may_edit},
    {"POST /api/sessions/{session}/hold", may_edit},
    {"POST /api/sessions/{session}/people", may_edit},
    {"DELETE /api/sessions/{session}/people/{attendee}", may_edit},
    {"POST /api/sessions/{session}/photos", may_edit},
    {"DELETE /api/sessions/{session}/photos/{photo}", may_edit},
    {"GET /api/sessions/{session}/points", may_read},
    {"POST /api/sessions/{session}/points", may_edit},
    {"DELETE /api/sessions/{session}/points/{point}", no_part_to_edit},
    {"PUT /api/sessions/{session}/points/{point}", may_edit},
    {"PUT /api/sessions/{session}/points/{point}/consent", signed_in_reader},
    {"POST /api/sessions/{session}/points/{point}/knowledge", may_edit},
    {"POST /api/sessions/{session}/points/{point}/restore", no_part_to_edit},
    {"POST /api/sessions/{session}/postpone", may_edit},
    {"POST /api/sessions/{session}/reopen", may_edit},
    {"GET /api/sign-in-rules", administrator},
    {"PUT /api/sign-in-rules", administrator},
    {"GET /api/sign-on", anyone},
    {"POST /api/sign-on/{provider}", anyone},
    {"POST /api/sign-on/{provider}/back", anyone},
    {"GET /api/site", anyone},
    {"GET /api/site/holidays/{year}", nothing},
    {"PUT /api/site/holidays/{year}", administrator},
    {"GET /api/site/identity", administrator},
    {"PUT /api/site/identity", administrator},
    {"GET /api/site/licence", administrator},
    {"PUT /api/site/licence", administrator},
    {"GET /api/site/moderation", administrator},
    {"PUT /api/site/moderation", administrator},
    {"GET /api/site/words", administrator},
    {"PUT /api/site/words", administrator},
    {"GET /api/suggest", anyone},
    {"PUT /api/timeline-entries/{entry}", may_edit},
    {"GET /api/topics/{topic}", may_read},
    {"PUT /api/topics/{topic}", signed_in_maker},
    {"PUT /api/topics/{topic}/plan", may_edit},
    {"DELETE /api/topics/{topic}/support", signed_in_reader},
    {"PUT /api/topics/{topic}/support", signed_in_reader},
    {"GET /", anyone},
    {"GET /areas", anyone},
    {"GET /areas/{code}", anyone},
    {"GET /circles/calendar", anyone},
    {"GET /circles/participation", anyone},
    {"GET /circles/{circle}", may_read},
    {"GET /circles/{circle}.ics", may_read},
    {"GET /files/{file}", nothing},
    {"GET /files/{file}/{size}", nothing},
    {"GET /knowledge/{item}", may_read},
    {"GET /organisations/{organisation}", anyone},
    {"GET /people/{person}", may_read},
    {"GET /search", anyone},
    {"GET /series/{series}", may_read},
    {"GET /sessions/{session}", may_read},
    {"GET /sessions/{session}.ics", may_read},
    {"GET /topics/{topic}", may_read},
};

}  // namespace app
