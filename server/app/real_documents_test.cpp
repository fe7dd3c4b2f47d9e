#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "app/wiring.hpp"
#include "base/testing.hpp"
#include "journal/journal.hpp"
#include "journal/sealer.hpp"
#include "knowledge/knowledge.hpp"

// Five documents as found on the web, read where they lie and never copied: each comes in, and what it is about finds it first.
namespace {

namespace fs = std::filesystem;

struct Question {
    std::string_view file;  // the beginning of its name
    const char* words;
};
constexpr Question questions[] = {
    {"000", "วงสานเสวนาทุกวันพุธ พิษณุโลก"},   {"000", "กระบวนกร สุนทรียสนทนา"},  {"001", "บ้านบึง ดูแลผู้สูงอายุ"},    {"001", "ตำบลชมภู ห่วงโซ่"},
    {"002", "ตัวชี้วัดความสุขมวลรวม บ้านเลือก"}, {"002", "หนองสาหร่าย ความดี"},     {"003", "สัมมนางานสื่อสาร พอช."}, {"003", "ออกแบบการทำงาน 5 ภาค"},
    {"004", "ข้อตกลงชุมชนอินทรีย์"},           {"004", "ท่าซัก ศูนย์การเรียนรู้ชุมชน"},
};

class RealDocuments : public base::testing::Beside {
  protected:
    RealDocuments() : Beside({"seeds"}) {}
    void SetUp() override {
        Beside::SetUp();
        if (IsSkipped()) return;
        app::Config config;
        config.data = data;
        installation = std::make_unique<app::Installation>(config);
        installation->bring_up_to_date();
    }
    ~RealDocuments() override {
        installation.reset();
        fs::remove_all(data);
    }

    // How many were new.
    int import_all() {
        const knowledge::ImportWish wish{{}, {records::Visibility::public_, {}, {}}, records::State::published};
        int fresh = 0;
        for (const auto& [name, bytes] : folder()) {
            const auto proposal = knowledge::propose(name, bytes);
            const auto imported = installation->database->write([&](db::Tx& tx) { return knowledge::import_one(tx, {}, proposal, wish); });
            fresh += imported.outcome == knowledge::Outcome::imported;
        }
        journal::seal(*installation->database);
        return fresh;
    }
    std::string first_found(const char* words) {
        search::Wanted wanted;
        wanted.question = words;
        auto lease = installation->database->read();
        const auto found = installation->searcher.search(*lease, {}, wanted);
        return found.items.empty() ? "nothing" : knowledge::import_name(*lease, found.items.front().record.id);
    }

    const fs::path data = fs::temp_directory_path() / ("lomwong_real_" + std::to_string(getpid()));
    std::unique_ptr<app::Installation> installation;
};

TEST_F(RealDocuments, each_is_found_first_by_what_it_is_about) {
    EXPECT_EQ(import_all(), 5);
    installation->searcher.catch_up();
    for (const auto& question : questions)
        EXPECT_TRUE(first_found(question.words).starts_with(question.file)) << question.words << ": " << first_found(question.words);
}

TEST_F(RealDocuments, importing_them_twice_changes_nothing) {
    import_all();
    const auto events = journal::last_sequence(*installation->database->read());
    EXPECT_EQ(import_all(), 0);
    EXPECT_EQ(journal::last_sequence(*installation->database->read()), events);
}

}  // namespace
