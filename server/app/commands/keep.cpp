#include <iostream>

#include "app/commands/commands.hpp"
#include "app/wiring.hpp"
#include "journal/sealer.hpp"
#include "journal/verify.hpp"

// Commands that keep a database in order.
namespace app {

int migrate(const Config& config) {
    Installation installation{config};
    const auto applied = installation.bring_up_to_date();
    std::cout << (applied == 0 ? "up to date\n" : std::to_string(applied) + " migrations applied\n");
    return 0;
}

int verify(const Config& config) {
    Installation installation{config};
    journal::seal(*installation.database);
    auto lease = installation.database->read();
    const auto verdict = journal::verify(*lease);
    for (const auto& fault : verdict.faults) std::cout << fault.message << '\n';
    std::cout << verdict.events << " events, " << verdict.erased << " of them erased by law; "
              << (verdict.whole() ? "the journal is whole\n" : std::to_string(verdict.faults.size()) + " faults\n") << "head "
              << verdict.head << '\n';
    return verdict.whole() ? 0 : 1;
}

}  // namespace app
