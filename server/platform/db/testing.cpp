#include "db/testing.hpp"

#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <functional>

#include "db/ddl.hpp"
#include "db/postgres/connection.hpp"
#include "db/sqlite/connection.hpp"

namespace db::testing {

namespace {

using namespace std::chrono_literals;

std::string name_of_its_own() {
    static std::atomic<int> count{0};
    return "lomwong_test_" + std::to_string(getpid()) + "_" + std::to_string(++count);
}

// One finished database for each list of migrations, copied for every test: migrating takes much longer than copying.
std::string template_name(const std::vector<Migration>& migrations) {
    std::string all;
    for (const auto& migration : migrations) all += migration.sql;
    return "lomwong_template_" + std::to_string(std::hash<std::string>{}(all));
}

void migrate_at(const Address& address, const std::vector<Migration>& migrations) {
    Database::open(address, {}, Fresh::system_clock())->migrate(migrations);
}

Address copy_of_sqlite(const std::vector<Migration>& migrations) {
    const std::string folder = std::filesystem::is_directory("/dev/shm") ? "/dev/shm/" : "/tmp/";
    static const std::string mine = folder + name_of_its_own();
    static std::string made_for;
    const std::string original = mine + ".template";
    if (made_for != template_name(migrations)) {
        std::filesystem::remove(original);
        migrate_at({Engine::sqlite, original}, migrations);
        std::filesystem::remove(original + "-slots");
        made_for = template_name(migrations);
        std::atexit([] { std::filesystem::remove(mine + ".template"); });
    }
    const Address address{Engine::sqlite, folder + name_of_its_own() + ".db"};
    std::filesystem::copy_file(original, address.where);
    return address;
}

std::string server() {
    return std::getenv("LOMWONG_TEST_POSTGRES");
}

// The server's address with another database: "postgresql://user@host/NAME?options"
std::string address_of(const std::string& database) {
    const std::string whole = server();
    const auto options = whole.find('?');
    const std::string base = whole.substr(0, options);
    const auto slash = base.find('/', base.find("//") + 2);
    return base.substr(0, slash) + "/" + database + (options == std::string::npos ? "" : whole.substr(options));
}

void ask_server(const std::string& script) {
    postgres::Connection(server(), 60s).script(script);
}

// Several test programs may want the same one: the first makes it, the others wait.
void make_template(const std::string& name, const std::vector<Migration>& migrations) {
    postgres::Connection guard(server(), 60s);
    guard.script("/* postgres */ SELECT pg_advisory_lock(5003, 0)");
    if (Session(guard).one<bool>("/* postgres */ SELECT count(*) > 0 FROM pg_database WHERE datname = $1", name)) return;
    const std::string unfinished = name + "_" + std::to_string(getpid());
    ask_server("CREATE DATABASE " + unfinished + " TEMPLATE template0 ENCODING 'UTF8'");
    try {
        migrate_at({Engine::postgres, address_of(unfinished)}, migrations);
    } catch (...) {
        ask_server("DROP DATABASE " + unfinished + " WITH (FORCE)");
        throw;
    }
    ask_server("ALTER DATABASE " + unfinished + " RENAME TO " + name);
}

Address copy_of_postgres(const std::vector<Migration>& migrations) {
    static std::string made;
    const std::string original = template_name(migrations);
    if (made != original) make_template(original, migrations);
    made = original;
    const std::string name = name_of_its_own();
    ask_server("CREATE DATABASE " + name + " TEMPLATE " + original);
    return {Engine::postgres, address_of(name)};
}

}  // namespace

Fresh::Fresh(Engine engine, const std::vector<std::span<const Migration>>& parts, const base::Clock& clock)
    : address_(engine == Engine::sqlite ? copy_of_sqlite(together(parts)) : copy_of_postgres(together(parts))),
      database_(Database::open(address_, {}, clock)) {}

Fresh::~Fresh() {
    database_.reset();
    if (address_.engine == Engine::sqlite) {
        for (const char* suffix : {"", "-wal", "-shm", "-slots"}) std::filesystem::remove(address_.where + suffix);
    } else {
        const auto slash = address_.where.find('/', address_.where.find("//") + 2);
        const auto name = address_.where.substr(slash + 1, address_.where.find('?') - slash - 1);
        ask_server("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }
}

const base::Clock& Fresh::system_clock() {
    static const base::SystemClock clock;
    return clock;
}

bool postgres_given() {
    return std::getenv("LOMWONG_TEST_POSTGRES") != nullptr;
}

std::vector<Engine> engines() {
    return postgres_given() ? std::vector{Engine::sqlite, Engine::postgres} : std::vector{Engine::sqlite};
}

// db::Sql's own words, which stand in the program beside the statements.
static bool is_word_of_ours(std::string_view text) {
    for (const std::string_view word : {"SELECT ", "WITH ", "INSERT INTO ", "UPDATE ", "DELETE FROM "})
        if (text == word) return true;
    return text == Sql::sqlite_mark || text == Sql::postgres_mark;
}

std::vector<Constant> sql_constants(std::string_view program) {
    std::vector<Constant> found;
    for (auto start = program.find_first_not_of('\0'); start < program.size(); start = program.find_first_not_of('\0', start)) {
        const auto end = std::min(program.find('\0', start), program.size());
        const std::string_view text = program.substr(start, end - start);
        start = end;
        std::optional<Engine> engine;
        if (text.starts_with(Sql::sqlite_mark)) engine = Engine::sqlite;
        if (text.starts_with(Sql::postgres_mark)) engine = Engine::postgres;
        if ((engine || Sql::begins_with_verb(text)) && !is_word_of_ours(text)) found.push_back({std::string(text), engine});
    }
    return found;
}

std::optional<std::string> refusal(const Address& address, const Constant& constant) {
    // PREPARE without types cannot always tell them; at run time they are known.
    constexpr std::string_view types_unknown[] = {"(42P18)", "(42P08)", "(42725)"};
    try {
        if (address.engine == Engine::sqlite)
            sqlite::Connection(address.where, sqlite::Mode::write, 5s).script("EXPLAIN " + constant.text);
        else
            postgres::Connection(address.where, 60s).script("PREPARE tried AS " + constant.text);
    } catch (const Error& error) {
        const std::string_view reason = error.what();
        for (const auto code : types_unknown)
            if (reason.find(code) != std::string_view::npos) return std::nullopt;
        return std::string(reason);
    }
    return std::nullopt;
}

}  // namespace db::testing
