#pragma once

#include <concepts>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/json/json.hpp"
#include "base/language.hpp"
#include "db/db.hpp"
#include "http/equipment.hpp"
#include "http/idempotency.hpp"
#include "http/request.hpp"
#include "http/viewer.hpp"

namespace http {

class Call;

// What the address says (?lang=en, for search engines), what the person chose on our pages (cookie lomwong_language), else Thai,
// unless the browser asks for English and knows no Thai.
base::Language language_of(const Request& request);

// What calls stand on. The application makes one for all of them.
struct Services {
    db::Database& database;
    const base::Clock& clock;
    std::function<Viewer(Call&)> viewer_of = [](Call&) { return Viewer{}; };
    Equipment equipment{};
};

// One request on its way through a handler. Belongs to one worker thread.
class Call {
  public:
    Call(const Services& services, Request& request, std::vector<std::string> segments = {});
    Call(const Call&) = delete;
    Call& operator=(const Call&) = delete;

    const Viewer& viewer() const { return viewer_; }
    base::PersonId person() const { return viewer_.person; }  // 0 for a guest
    bool takes_program_keys() const { return takes_program_keys_; }
    base::Language language() const { return language_; }  // in which to answer
    base::Instant now() const { return services_.clock.now(); }
    const Services& services() const { return services_; }

    Request& request() const { return request_; }
    std::string_view header(std::string_view name) const { return request_.header(name); }
    std::string_view request_id() const { return request_.id; }

    // One read connection, lent until the call ends or writes: all that it reads is of one moment. Ask for it anew after a write.
    db::Session& read();

    // Runs f(Tx&) in one transaction and returns its result once that is durable; see Database::write for what f may do.
    // With an Idempotency-Key the result is stored in the same transaction, and a repeated call gets it back without running f again:
    // so f returns void or something JSON can hold. Where f's result is the handler's reply, not even the handler runs again.
    template <class F>
    auto write(F&& f) -> std::invoke_result_t<F&, db::Tx&>;

    // The same without the key: for what must not be kept to be replayed (a token), or is many transactions.
    template <class F>
    auto write_unkept(F&& f) -> std::invoke_result_t<F&, db::Tx&> {
        lease_.reset();
        return services_.database.write(std::forward<F>(f));
    }

    // The version in If-Match; Problem 428 `version_needed` without one.
    std::int64_t expected_version() const;

    // The next path segment in braces, decoded. Each Argument takes its own, from the left.
    const std::string& next_segment();

  private:
    friend class Router;

    const Services& services_;
    Request& request_;
    std::vector<std::string> segments_;
    std::size_t next_segment_ = 0;
    base::Language language_;
    std::optional<db::Lease> lease_;
    bool takes_program_keys_ = false;
    Viewer viewer_;
    std::optional<IdempotencyKey> key_;
    int writes_ = 0;
};

template <class F>
auto Call::write(F&& f) -> std::invoke_result_t<F&, db::Tx&> {
    using Result = std::invoke_result_t<F&, db::Tx&>;
    if (!key_) return write_unkept(std::forward<F>(f));
    lease_.reset();  // what is read next sees what is written here
    return services_.database.write([&, step = writes_++](db::Tx& tx) -> Result {
        const auto stored = find_result(tx, *key_, step);
        if constexpr (std::is_void_v<Result>) {
            if (stored) return;
            f(tx);
            insert_result(tx, *key_, step, {});
        } else {
            if (stored) return json::read_own<Result>(stored->result);
            Result result = f(tx);
            insert_result(tx, *key_, step, {std::string(json::cpp_name<Result>()), json::write(result)});
            return result;
        }
    });
}

}  // namespace http
