#pragma once

#include <gtest/gtest.h>

#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "db/db.hpp"

// Real databases for tests: an SQLite file in memory (/dev/shm), and one of its own in the PostgreSQL server that
// LOMWONG_TEST_POSTGRES names. Both are gone afterwards.
namespace db::testing {

// A fresh database with these migrations applied.
class Fresh {
  public:
    Fresh(Engine engine, const std::vector<std::span<const Migration>>& parts, const base::Clock& clock = system_clock());
    ~Fresh();
    Fresh(const Fresh&) = delete;
    Fresh& operator=(const Fresh&) = delete;

    Database& operator*() { return *database_; }
    Database* operator->() { return database_.get(); }
    [[nodiscard]] const Address& address() const { return address_; }

    static const base::Clock& system_clock();

  private:
    Address address_;
    std::unique_ptr<Database> database_;
};

[[nodiscard]] bool postgres_given();
// SQLite, and PostgreSQL where it is given.
[[nodiscard]] std::vector<Engine> engines();

// Every SQL constant that a compiled program holds, see sql.hpp, with the engine it is for (nothing: both).
struct Constant {
    std::string text;
    std::optional<Engine> engine;
};
std::vector<Constant> sql_constants(std::string_view program);
// Nothing if this engine understands the statement, else what it says.
std::optional<std::string> refusal(const Address& address, const Constant& constant);

}  // namespace db::testing

// One test on each engine: EACH_ENGINE(Circles, a_sentence) { db::testing::Fresh database(engine, {circles::migrations()}); … }
#define EACH_ENGINE(suite, name)                                                                         \
    static void suite##_##name(db::Engine engine);                                                       \
    TEST(suite, name##_on_sqlite) {                                                                      \
        suite##_##name(db::Engine::sqlite);                                                              \
    }                                                                                                    \
    TEST(suite, name##_on_postgres) {                                                                    \
        if (!db::testing::postgres_given()) GTEST_SKIP() << "not run: LOMWONG_TEST_POSTGRES is not set"; \
        suite##_##name(db::Engine::postgres);                                                            \
    }                                                                                                    \
    static void suite##_##name([[maybe_unused]] db::Engine engine)
