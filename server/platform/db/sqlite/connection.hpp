#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "db/connection.hpp"

struct sqlite3;

namespace db::sqlite {

enum class Mode : std::uint8_t { read, write };

class Connection final : public db::Connection {
  public:
    Connection(const std::string& path, Mode mode, std::chrono::milliseconds patience);
    ~Connection() override;

    [[nodiscard]] Engine engine() const override { return Engine::sqlite; }
    [[nodiscard]] bool alive() override { return usable_; }
    Statement& prepare(Sql sql, std::span<const Kind> kinds) override;
    std::int64_t execute(Statement& statement, std::span<const Parameter> parameters, Delivery delivery,
                         const std::function<void(const Row&)>& take) override;
    void script(const std::string& text) override;
    void begin_moment() override;
    void end_moment() noexcept override;

    // A statement put together from names of tables, for db/whole; `text` outlives it.
    std::unique_ptr<Statement> prepare_once(std::string_view text);

    // False after SQLite has rolled back by itself, as it does when the disk is full.
    [[nodiscard]] bool in_transaction() const;
    // Changes when another connection has written.
    std::int64_t data_version();

  private:
    class Prepared;

    Statement& prepare_text(const char* text);
    [[noreturn]] void refuse(std::string_view sql);

    sqlite3* handle_ = nullptr;
    std::unordered_map<const char*, std::unique_ptr<Statement>> prepared_;
    bool usable_ = true;
};

}  // namespace db::sqlite
