#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "app/commands/commands.hpp"
#include "app/wiring.hpp"
#include "journal/sealer.hpp"
#include "knowledge/knowledge.hpp"

// Commands that take in what others have written. They act as the system.
namespace app {

static std::string read_whole(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

int import_texts(const Config& config, const TextImport& wanted) {
    Installation installation{config};
    installation.bring_up_to_date();
    knowledge::ImportWish wish;
    if (wanted.publish) wish = {{}, {records::Visibility::public_, {}, {}}, records::State::published};
    bool all = true;
    for (const auto& file : wanted.files) {
        const std::filesystem::path path{file};
        const auto proposal = knowledge::propose(path.filename().string(), read_whole(path));
        if (knowledge::is_empty(proposal)) {
            std::cerr << file << ": no text found\n";
            all = false;
            continue;
        }
        const auto imported = installation.database->write([&](db::Tx& tx) { return knowledge::import_one(tx, {}, proposal, wish); });
        const bool is_new = imported.outcome == knowledge::Outcome::imported;
        std::cout << imported.address << (is_new ? "  " : "  already here: ") << imported.title << "  (" << file << ", "
                  << proposal.encoding << ")\n";
    }
    journal::seal(*installation.database);
    return all ? 0 : 1;
}

}  // namespace app
