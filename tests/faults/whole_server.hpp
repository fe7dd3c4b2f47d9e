#pragma once

#include <gtest/gtest.h>
#include <spdlog/logger.h>
#include <spdlog/sinks/null_sink.h>

#include <memory>
#include <thread>

#include "db/db.hpp"
#include "db/testing.hpp"
#include "http/net/raw_client.hpp"
#include "http/server.hpp"
#include "http/site.hpp"

namespace faults {

struct Note {
    base::Text<1, 200> text;
};
BOOST_DESCRIBE_STRUCT(Note, (), (text))

struct Count {
    std::int64_t notes = 0;
};
BOOST_DESCRIBE_STRUCT(Count, (), (notes))

// Real sockets, real workers, a real database, and two routes: write a note, count the notes.
class WholeServer {
  public:
    explicit WholeServer(std::unique_ptr<db::Database> opened);
    ~WholeServer();

    http::net::RawClient connect() const { return http::net::RawClient{server_.port()}; }
    std::string count_notes() const;                               // the whole reply
    std::string write_note(std::string_view text = "บันทึก") const;  // likewise

    std::string health() const;  // likewise

    db::Database& database() { return *database_; }
    void stop();

  private:
    std::unique_ptr<db::Database> database_;
    http::Services services_;
    struct Routes : http::Router {
        Routes();
    } router_;
    http::Assets assets_{"lomwong-web-1\n\n"};
    std::shared_ptr<spdlog::logger> log_ = std::make_shared<spdlog::logger>("quiet", std::make_shared<spdlog::sinks::null_sink_mt>());
    http::Site site_{{router_, services_, assets_, http::PageFrame::plain(), log_, nullptr}};
    http::Server server_;
    std::thread thread_;
};

bool has(std::string_view text, std::string_view part);

}  // namespace faults
