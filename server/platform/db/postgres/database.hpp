#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "db/db.hpp"
#include "db/pool.hpp"
#include "db/postgres/connection.hpp"
#include "db/postgres/slot.hpp"

namespace db::postgres {

class Database final : public db::Database {
  public:
    Database(std::string address, const Options& options, const base::Clock& clock);

    [[nodiscard]] Engine engine() const override { return Engine::postgres; }
    Lease read() override { return Lease(readers_); }
    [[nodiscard]] State state() const override { return {readers_.lent(), static_cast<std::size_t>(writers_.lent())}; }
    void hear_others() override;

  private:
    enum class Step { begun, committing };

    void run(const Work& work) override;
    void tell_others() override;
    void attempt(db::Connection& connection, const Work& work, Step& step);
    std::unique_ptr<db::Connection> connect() override { return connect_here(); }
    std::unique_ptr<Connection> connect_here();
    void listen(const std::stop_token& stop);
    std::unique_ptr<Connection> connect_listening();

    std::string address_;
    Options options_;
    Slot slot_;
    Pool readers_;
    Pool writers_;
    std::jthread listener_;
};

}  // namespace db::postgres
