#include <iostream>

#include "app/commands/commands.hpp"
#include "app/wiring.hpp"
#include "base/json/json.hpp"

namespace app {

namespace {

std::string_view sign_of(office::Weight weight) {
    switch (weight) {
        case office::Weight::well:
            return "  ok ";
        case office::Weight::watch:
            return "  !  ";
        case office::Weight::broken:
            break;
    }
    return " BAD ";
}

void print(const office::Finding& finding) {
    std::cout << finding.topic << ": " << finding.words << '\n';
    if (!finding.remedy.empty()) std::cout << "       -> " << finding.remedy << '\n';
}

}  // namespace

// In both languages: who sits at the machine is not always who reads it out on the phone.
int examine(const Config& config, bool as_json) {
    Installation installation{config};
    auto lease = installation.database->read();
    const auto visit = [&](base::Language language) {
        return office::check_up({*lease, installation.machine, installation.clock.now(), language});
    };
    const auto thai = visit(base::Language::th), english = visit(base::Language::en);
    if (as_json) std::cout << json::write(english) << '\n';
    for (std::size_t i = 0; i < thai.size() && !as_json; ++i) {
        std::cout << sign_of(thai[i].weight);
        print(thai[i]);
        std::cout << "     ";
        print(english[i]);
    }
    return office::worst(english) == office::Weight::broken ? 1 : 0;
}

}  // namespace app
