#include "circles/assess/assessment.hpp"
#include "circles/letterhead/letterhead.hpp"
#include "circles/routes.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"

namespace circles {

namespace {

records::Description describe(const Assessment& content) {
    return {.title = content.title.value, .summary = base::or_empty(content.about)};
}

std::vector<AssessmentCard> get_assessments(http::Call& call, const records::Readable<CircleId>& circle) {
    return list_assessments(call.read(), call.viewer(), circle.id);
}

std::vector<AssessmentCard> get_own_assessments(http::Call& call, const records::Readable<OrganisationId>& organisation) {
    return list_own_assessments(call.read(), call.viewer(), records::record_id(organisation.id));
}

// Who asks: a circle, whose assessments lie in it, or an organisation, whose own are first for its members.
struct Asker {
    records::RecordId owner;
    records::RecordId within{};
    records::Audience audience;
};

http::Created<records::Envelope> open_for(db::Tx& tx, base::PersonId person, const Asker& asker, const Assessment& content) {
    const auto record = records::insert(tx, person,
                                        {.kind = std::string(AssessmentTag::kind),
                                         .collection = "assessments",
                                         .owner_id = asker.owner,
                                         .within_id = asker.within,
                                         .state = records::State::published,
                                         .description = describe(content),
                                         .audience = asker.audience});
    if (asker.within) records::require_published_outer(tx, record);
    insert_assessment(tx, {record.id.value}, content);
    records::set_text(tx, record.id, base::or_empty(content.about));
    journal::record(tx, person, "circles.assessment_opened", {record.id, record.version, json::write(content)});
    return {record};
}

http::Created<records::Envelope> open_assessment(http::Call& call, const records::Writable<CircleId>& circle, const Assessment& content) {
    return call.write([&](db::Tx& tx) {
        return open_for(tx, call.person(), {circle->owner_id, circle->id, records::audience_inside(tx, circle->id)}, content);
    });
}

http::Created<records::Envelope> open_own_assessment(http::Call& call, const records::Writable<OrganisationId>& organisation,
                                                     const Assessment& content) {
    return call.write([&](db::Tx& tx) {
        return open_for(tx, call.person(), {.owner = organisation->id, .audience = {records::Visibility::members}}, content);
    });
}

AssessmentReply replied(db::Session& db, http::Call& call, const records::Found& record) {
    return assessment_reply(db, call.viewer(), record, base::bangkok_date(call.now()));
}

AssessmentReply show_assessment(http::Call& call, const records::Readable<AssessmentId>& assessment) {
    return replied(call.read(), call, assessment.found);
}

// What somebody has answered keeps its statements: a number would say something else than they said.
void require_same_statements(db::Session& db, AssessmentId id, const Assessment& content) {
    const bool same = json::write(get_assessment(db, id).dimensions) == json::write(content.dimensions);
    if (!same && has_answers(db, id)) throw http::Problem(409, "assessment_answered");
}

records::Envelope change_assessment(http::Call& call, const records::Editable<AssessmentId>& assessment, const Assessment& content) {
    return call.write([&](db::Tx& tx) {
        require_same_statements(tx, assessment.id, content);
        const auto record = records::revise(tx, call.person(), records::record_id(assessment.id), assessment.version, describe(content));
        update_assessment(tx, assessment.id, content);
        records::set_text(tx, record.id, base::or_empty(content.about));
        journal::record(tx, call.person(), "circles.assessment_changed", {record.id, record.version, json::write(content)});
        return record;
    });
}

// The journal says that somebody looked at themselves, and never what they saw.
void note(db::Tx& tx, http::Call& call, std::string_view action, AssessmentId id) {
    journal::record(tx, call.person(), action, {id, 0});
}

AssessmentReply answer_today(http::Call& call, const records::Readable<AssessmentId>& assessment, const SelfScores& given) {
    return call.write([&](db::Tx& tx) {
        json::Errors errors;
        check(given, get_assessment(tx, assessment.id), errors);
        if (!errors.empty()) throw http::invalid_input(errors);
        put_answer(tx, assessment.id, call.person(), base::bangkok_date(call.now()), given);
        note(tx, call, "circles.self_assessed", assessment.id);
        return replied(tx, call, assessment.found);
    });
}

AssessmentReply take_answer_back(http::Call& call, const records::Readable<AssessmentId>& assessment, const http::Segment& day) {
    const auto given_on = base::date_from_iso(day.value);
    return call.write([&](db::Tx& tx) {
        close_months(tx, assessment.id, base::bangkok_date(call.now()));
        if (!given_on || !delete_answer(tx, assessment.id, call.person(), *given_on)) throw http::not_found();
        note(tx, call, "circles.self_assessment_removed", assessment.id);
        return replied(tx, call, assessment.found);
    });
}

}  // namespace

void add_assessment_routes(http::Router& router) {
    router.get("/api/circles/{circle}/assessments", get_assessments, access::may_read);
    router.post("/api/circles/{circle}/assessments", open_assessment, access::may_edit, http::WriteKind::record);
    router.get("/api/circles/assessments/{organisation}", get_own_assessments, access::may_read);
    router.post("/api/circles/assessments/{organisation}", open_own_assessment, access::may_edit, http::WriteKind::record);
    router.get("/api/assessments/{assessment}", show_assessment, access::may_read);
    router.put("/api/assessments/{assessment}", change_assessment, access::may_edit, http::WriteKind::change);
    router.put("/api/assessments/{assessment}/mine", answer_today, access::signed_in, http::WriteKind::proposal);
    router.del("/api/assessments/{assessment}/mine/{day}", take_answer_back, access::signed_in, http::WriteKind::change);
}

}  // namespace circles
