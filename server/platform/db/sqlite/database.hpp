#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "db/db.hpp"
#include "db/pool.hpp"
#include "db/sqlite/slot.hpp"
#include "db/sqlite/writer.hpp"

namespace db::sqlite {

class Database final : public db::Database {
  public:
    Database(std::string path, const Options& options, const base::Clock& clock);

    [[nodiscard]] Engine engine() const override { return Engine::sqlite; }
    Lease read() override { return Lease(readers_); }
    [[nodiscard]] State state() const override { return {readers_.lent(), writer_.waiting()}; }
    void hear_others() override;

  private:
    void run(const Work& work) override { writer_.run(work); }
    void tell_others() override {}  // they see it by themselves: watch()
    std::unique_ptr<db::Connection> connect() override { return connect_writer(); }
    std::unique_ptr<Connection> connect_writer();
    void watch(const std::stop_token& stop);
    void tell_all();

    std::string path_;
    std::chrono::milliseconds patience_;
    std::optional<Slot> slot_;  // the writer thread's
    Pool readers_;
    Writer writer_;
    std::jthread watcher_;
};

}  // namespace db::sqlite
