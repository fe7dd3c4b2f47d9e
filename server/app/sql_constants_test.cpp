#include <gtest/gtest.h>
#include <link.h>

#include <fstream>
#include <span>

#include "app/wiring.hpp"
#include "db/testing.hpp"

namespace {

// Every SQL constant of the product is linked into this program, among what is only read: a tenth of its file.
std::string constants_of_this_program() {
    std::string constants;
    ::dl_iterate_phdr(
        [](dl_phdr_info* info, std::size_t, void* into) {
            std::ifstream file("/proc/self/exe", std::ios::binary);
            for (const auto& segment : std::span(info->dlpi_phdr, info->dlpi_phnum)) {
                if (segment.p_type != PT_LOAD || segment.p_flags != PF_R) continue;
                std::string bytes(segment.p_filesz, '\0');
                file.seekg(static_cast<std::streamoff>(segment.p_offset)).read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
                static_cast<std::string*>(into)->append(bytes);
            }
            return 1;  // the program itself comes first, its libraries are not wanted
        },
        &constants);
    return constants;
}

// The search index is a file of its own, with its own tables, on SQLite only; its own tests run its statements.
bool is_of_the_search_index(std::string_view sql) {
    for (const std::string_view table : {" documents", " postings", " notes"})
        for (const std::string_view before : {"FROM", "INTO", "UPDATE"})
            if (sql.find(std::string(before) + std::string(table)) != std::string_view::npos) return true;
    return false;
}

EACH_ENGINE(SqlConstants, every_statement_of_the_product_is_understood) {
    const auto migrations = app::migrations();
    db::testing::Fresh database(engine, {migrations});
    int tried = 0;
    for (const auto& constant : db::testing::sql_constants(constants_of_this_program())) {
        if (constant.engine.value_or(engine) != engine || is_of_the_search_index(constant.text)) continue;
        ++tried;
        const auto refusal = db::testing::refusal(database.address(), constant);
        EXPECT_FALSE(refusal) << *refusal;
    }
    EXPECT_GT(tried, 100);
}

}  // namespace
