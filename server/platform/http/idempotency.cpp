#include "http/idempotency.hpp"

#include <sodium/crypto_generichash.h>

#include <boost/describe.hpp>

#include "base/enum_names.hpp"
#include "db/db.hpp"
#include "http/problem.hpp"
#include "http/request.hpp"

namespace http {
namespace {

constexpr std::size_t shortest_key = 8;
constexpr std::size_t longest_key = 100;
constexpr std::int64_t day_ms = std::int64_t{24} * 60 * 60 * 1000;
constexpr std::int64_t results_kept_ms = 2 * day_ms;
constexpr std::int64_t keys_kept_ms = 183 * day_ms;

class Hash {
  public:
    Hash() { crypto_generichash_init(&state_, nullptr, 0, size); }

    // With its length, so that no two lists of parts look alike.
    void add(std::string_view part) {
        const auto length = std::to_string(part.size()) + ":";
        for (const auto text : {std::string_view(length), part})
            crypto_generichash_update(&state_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    }

    std::string finish() {
        std::string bytes(size, '\0');
        crypto_generichash_final(&state_, reinterpret_cast<unsigned char*>(bytes.data()), size);
        return bytes;
    }

  private:
    static constexpr std::size_t size = 32;
    crypto_generichash_state state_{};
};

std::string fingerprint(const Request& request) {
    Hash hash;
    hash.add(name_of(request.method));
    hash.add(request.target);
    hash.add(request.body);
    for (const auto& value : request.form) {
        hash.add(value.field);
        hash.add(value.value);
    }
    for (const auto& upload : request.uploads) {
        hash.add(upload.file_name);
        hash.add(std::to_string(upload.size));
    }
    return hash.finish();
}

struct Row {
    db::Blob fingerprint;
    std::string type;
    std::string result;
};
BOOST_DESCRIBE_STRUCT(Row, (), (fingerprint, type, result))

}  // namespace

std::optional<IdempotencyKey> read_key(const Request& request, base::PersonId person) {
    const auto key = request.header("Idempotency-Key");
    if (key.empty() || is_safe(request.method)) return std::nullopt;
    if (key.size() < shortest_key || key.size() > longest_key) throw Problem(422, "bad_key");
    return IdempotencyKey{person, std::string(key), fingerprint(request)};
}

std::optional<StoredResult> find_result(db::Session& db, const IdempotencyKey& key, int step) {
    auto row = db.find<Row>("SELECT fingerprint, type, result FROM http_idempotency WHERE person_id = $1 AND key = $2 AND step = $3",
                            key.person, key.key, step);
    if (!row) return std::nullopt;
    if (row->fingerprint.bytes != key.fingerprint) throw Problem(422, "key_used_for_another_request");
    if (row->type == "forgotten") throw Problem(409, "done_before");
    return StoredResult{std::move(row->type), std::move(row->result)};
}

bool is_known(db::Session& db, const IdempotencyKey& key) {
    return db.find<int>("SELECT 1 AS one FROM http_idempotency WHERE person_id = $1 AND key = $2 AND step = 0", key.person, key.key)
        .has_value();
}

void insert_result(db::Tx& tx, const IdempotencyKey& key, int step, const StoredResult& stored) {
    tx.run(
        "INSERT INTO http_idempotency (person_id, key, step, fingerprint, type, result, at)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7)",
        key.person, key.key, step, db::Blob{key.fingerprint}, stored.type, stored.result, tx.now());
}

void forget_old_results(db::Tx& tx) {
    tx.run("UPDATE http_idempotency SET type = 'forgotten', result = '' WHERE at < $1 AND type <> 'forgotten'",
           base::Instant{tx.now().ms - results_kept_ms});
    tx.run("DELETE FROM http_idempotency WHERE at < $1", base::Instant{tx.now().ms - keys_kept_ms});
}

}  // namespace http
