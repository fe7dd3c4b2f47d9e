#include "circles/consent/consent.hpp"

namespace circles {

std::optional<files::Group> proof_of(ConsentWay way) {
    switch (way) {
        case ConsentWay::voice:
            return files::Group::sound;
        case ConsentWay::signature:
        case ConsentWay::thumbprint:
            return files::Group::picture;
        case ConsentWay::spoken:
            break;
    }
    return {};
}

// A thumb is put on paper with somebody's help, and spoken words leave nothing behind: both need somebody who was there.
static bool needs_witness(ConsentWay way) {
    return way == ConsentWay::spoken || way == ConsentWay::thumbprint;
}

void check(const GivenForm& form, json::Errors& errors) {
    if (form.point.has_value() == form.photo.has_value()) errors.add("/point", "required");
    const auto guardian = base::or_empty(form.guardian), witness = base::or_empty(form.witness);
    if (form.minor.value_or(false) && guardian.empty()) errors.add("/guardian", "required");
    if (!form.minor.value_or(false) && !guardian.empty()) errors.add("/guardian", "guardian_for_minors_only");
    if (needs_witness(form.way) && witness.empty()) errors.add("/witness", "required");
    if (!witness.empty() && (witness == form.giver.value || witness == guardian)) errors.add("/witness", "witness_is_another");
    if (proof_of(form.way).has_value() != form.proof.has_value()) errors.add("/proof", form.proof ? "no_proof_wanted" : "required");
}

}  // namespace circles
