#include <fcntl.h>
#include <cerrno>
#include <filesystem>
#include <iostream>
#include <system_error>

#include "app/commands/commands.hpp"
#include "app/wiring.hpp"
#include "base/locale.hpp"
#include "files/opening.hpp"
#include "http/descriptor.hpp"
#include "journal/sealer.hpp"
#include "knowledge/knowledge.hpp"

// Commands that take in what others have written. They act as the system.
namespace app {

static files::Opened open_file(const decode::Cage& cage, const std::filesystem::path& path) {
    const http::Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.number() < 0) throw std::system_error(errno, std::system_category(), path.string());
    return files::open_document(cage, file.number());
}

int import_texts(const Config& config, const TextImport& wanted) {
    Installation installation{config};
    installation.bring_up_to_date();
    knowledge::ImportWish wish;
    if (wanted.publish) wish = {{}, {records::Visibility::public_, {}, {}}, records::State::published};
    bool all = true;
    for (const auto& file : wanted.files) {
        const std::filesystem::path path{file};
        const auto opened = open_file(installation.library.cage, path);
        const auto proposal = knowledge::propose(path.filename().string(), opened.content);
        if (!opened.problem.empty() || knowledge::is_empty(proposal)) {
            const auto why = opened.problem.empty() ? "file_without_text" : opened.problem;
            for (const auto language : {base::Language::th, base::Language::en})
                std::cerr << base::say(language, "problem_" + why, {{"name", file}}) << '\n';
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
