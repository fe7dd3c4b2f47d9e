#include <fcntl.h>
#include <cerrno>
#include <filesystem>
#include <iostream>
#include <system_error>
#include <vector>

#include "app/commands/commands.hpp"
#include "app/wiring.hpp"
#include "base/locale.hpp"
#include "files/opening.hpp"
#include "http/descriptor.hpp"
#include "journal/sealer.hpp"
#include "knowledge/knowledge.hpp"

// Commands that take in what others have written. They act as the system.
namespace app {

static std::vector<files::NamedDocument> open_file(const decode::Cage& cage, const std::filesystem::path& path) {
    const http::Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.number() < 0) throw std::system_error(errno, std::system_category(), path.string());
    return files::open_documents(cage, file.number(), path.filename().string());
}

namespace {

// Takes in documents one after the other, and says of each what became of it.
class TextImporter {
  public:
    TextImporter(Installation& installation, knowledge::ImportWish wish) : installation_(installation), wish_(std::move(wish)) {}

    bool take(const files::NamedDocument& document) {
        const auto proposal = knowledge::propose(document.name, document.content);
        if (!document.problem.empty()) return refuse(document.name, document.problem);
        if (knowledge::is_empty(proposal)) return refuse(document.name, "file_without_text");
        const auto imported = installation_.database->write([&](db::Tx& tx) { return knowledge::import_one(tx, {}, proposal, wish_); });
        const bool is_new = imported.outcome == knowledge::Outcome::imported;
        std::cout << imported.address << (is_new ? "  " : "  already here: ") << imported.title << "  (" << document.name << ", "
                  << proposal.encoding << ")\n";
        return true;
    }

  private:
    static bool refuse(const std::string& name, const std::string& why) {
        for (const auto language : {base::Language::th, base::Language::en})
            std::cerr << base::say(language, "problem_" + why, {{"name", name}}) << '\n';
        return false;
    }

    Installation& installation_;
    knowledge::ImportWish wish_;
};

}  // namespace

int import_texts(const Config& config, const TextImport& wanted) {
    Installation installation{config};
    installation.bring_up_to_date();
    knowledge::ImportWish wish;
    if (wanted.publish) wish = {{}, {records::Visibility::public_, {}, {}}, records::State::published};
    TextImporter importer{installation, std::move(wish)};
    bool all = true;
    for (const auto& file : wanted.files)
        for (const auto& document : open_file(installation.library.cage, file)) all = importer.take(document) && all;
    journal::seal(*installation.database);
    return all ? 0 : 1;
}

}  // namespace app
