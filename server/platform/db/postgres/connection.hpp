#pragma once

#include <libpq-fe.h>

#include <chrono>
#include <memory>
#include <string>
#include <unordered_map>

#include "db/connection.hpp"
#include "db/errors.hpp"

namespace db::postgres {

// Two transactions could not both be as if one ran after the other: this one is to run again.
class Collision : public Busy {
    using Busy::Busy;
};

class Connection final : public db::Connection {
  public:
    Connection(const std::string& address, std::chrono::milliseconds longest_query);
    ~Connection() override;

    [[nodiscard]] Engine engine() const override { return Engine::postgres; }
    [[nodiscard]] bool alive() override;
    Statement& prepare(Sql sql, std::span<const Kind> kinds) override;
    std::int64_t execute(Statement& statement, std::span<const Parameter> parameters, Delivery delivery,
                         const std::function<void(const Row&)>& take) override;
    void script(const std::string& text) override;

    // A statement put together from names of tables, for db/whole; `text` outlives it. Good until the next such one.
    std::unique_ptr<Statement> prepare_once(const std::string& text, std::span<const Kind> kinds);

    // Waits for NOTIFY on the channels this connection listens to; false when the time is over. Gone if the connection is.
    bool wait_for_notice(std::chrono::milliseconds longest);

  private:
    struct Close {
        void operator()(PGconn* handle) const { PQfinish(handle); }
    };
    struct Clear {
        void operator()(PGresult* result) const { PQclear(result); }
    };
    using Result = std::unique_ptr<PGresult, Clear>;
    class Prepared;
    class Bound;

    std::unique_ptr<Statement> prepare_as(std::string name, const char* text, std::span<const Kind> kinds);
    void stream(const Prepared& statement, const Bound& bound, const std::function<void(const Row&)>& take);
    [[nodiscard]] bool readable(std::chrono::milliseconds longest) const;
    void check(const Result& result, std::string_view sql);
    [[noreturn]] void refuse(const PGresult* result, std::string_view sql);
    void drain();

    std::unique_ptr<PGconn, Close> handle_;
    std::unordered_map<const char*, std::unique_ptr<Statement>> prepared_;
    bool streaming_ = false;
    bool usable_ = true;
};

}  // namespace db::postgres
