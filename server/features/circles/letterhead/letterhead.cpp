#include "circles/letterhead/letterhead.hpp"

#include "base/enum_names.hpp"
#include "base/locale.hpp"

namespace circles {

constexpr std::size_t most_signers = 12;

void check(const Signer& signer, json::Errors& errors) {
    const bool says_for_whom = !base::or_empty(signer.acting_for).empty();
    if (signer.acting && !says_for_whom) errors.add("/acting_for", "required");
    if (!signer.acting && says_for_whom) errors.add("/acting", "required");
}

void check(const LetterheadForm& form, json::Errors& errors) {
    if (form.signers.size() > most_signers) errors.add("/signers", "too_many_values", {{"max", std::int64_t{most_signers}}});
}

std::vector<std::string> signature(const Signer& signer, base::Language language) {
    const std::string name = signer.name.value.empty() ? "……………………………………" : signer.name.value;
    std::vector<std::string> lines{"(" + name + ")"};
    if (!signer.acting) {
        lines.push_back(signer.position.value);
        return lines;
    }
    const auto acting = base::say(language, "circles_acting_" + std::string(base::name_of(*signer.acting)));
    lines.push_back(signer.position.value + " " + acting);
    lines.push_back(base::or_empty(signer.acting_for));
    return lines;
}

std::string addressed(const Signer& signer) {
    return signer.acting ? base::or_empty(signer.acting_for) : signer.position.value;
}

}  // namespace circles
