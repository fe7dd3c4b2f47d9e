#include "jobs/runner.hpp"

#include <utility>

#include "jobs/queue.hpp"

namespace jobs {

using namespace std::chrono_literals;

Runner::Runner(db::Database& database, Handlers handlers, Complain complain, int threads)
    : database_(database), handlers_(std::move(handlers)), complain_(std::move(complain)) {
    for (const auto& [name, handler] : handlers_)
        if (handler.every > 0ms) database_.write([&](db::Tx& tx) { add_standing(tx, name); });
    for (int i = 0; i < threads; ++i) threads_.emplace_back([this](const std::stop_token& stop) { run(stop); });
}

Runner::~Runner() {
    for (auto& thread : threads_) thread.request_stop();
}

void Runner::run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        const auto seen = database_.commits().beats();
        try {
            if (do_next(database_, handlers_, complain_)) continue;
            database_.commits().wait(seen, 1s, stop);
            db::rest(20ms, stop);  // under many writes, looks fifty times a second and not after each
        } catch (const db::Error& error) {
            complain_("jobs", error.what());
            db::rest(1s, stop);
        }
    }
}

}  // namespace jobs
