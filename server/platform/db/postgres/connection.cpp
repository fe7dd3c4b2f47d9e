#include "db/postgres/connection.hpp"

#include <poll.h>

#include <bit>
#include <charconv>
#include <string_view>
#include <utility>
#include <vector>

#include "db/postgres/refusal.hpp"
#include "db/postgres/result_row.hpp"

namespace db::postgres {

namespace {

// Object ids of PostgreSQL's own types (pg_type.dat); they never change.
Oid type_of(Kind kind) {
    switch (kind) {
        case Kind::integer:
            return 20;  // bigint
        case Kind::real:
            return 701;  // double precision
        case Kind::blob:
            return 17;  // bytea
        case Kind::text:
            break;
    }
    return 25;  // text
}

constexpr int binary = 1;

void ignore_notice(void*, const PGresult*) {}

}  // namespace

class Connection::Prepared final : public Statement {
  public:
    Prepared(std::string_view text, std::string given_name) : Statement(text), name(std::move(given_name)) {}
    std::string name;
};

// Parameters as libpq wants them, all in binary: no text to escape, no zero byte to end it.
class Connection::Bound {
  public:
    explicit Bound(std::span<const Parameter> parameters) : numbers_(parameters.size()) {
        for (std::size_t i = 0; i < parameters.size(); ++i) add(parameters[i], numbers_[i]);
    }

    [[nodiscard]] int count() const { return static_cast<int>(values_.size()); }
    [[nodiscard]] const char* const* values() const { return values_.data(); }
    [[nodiscard]] const int* lengths() const { return lengths_.data(); }
    [[nodiscard]] const int* formats() const { return formats_.data(); }

  private:
    void add(const Parameter& parameter, std::uint64_t& number) {
        if (const auto* whole = std::get_if<std::int64_t>(&parameter.value))
            add_number(static_cast<std::uint64_t>(*whole), number);
        else if (const auto* real = std::get_if<double>(&parameter.value))
            add_number(std::bit_cast<std::uint64_t>(*real), number);
        else if (const auto* view = std::get_if<std::string_view>(&parameter.value))
            add_bytes(view->data() ? *view : std::string_view(""));
        else if (const auto* own = std::get_if<std::string>(&parameter.value))
            add_bytes(*own);
        else
            add_bytes({});  // a null pointer is NULL
    }
    void add_number(std::uint64_t value, std::uint64_t& place) {
        place = __builtin_bswap64(value);
        add_bytes({reinterpret_cast<const char*>(&place), sizeof place});
    }
    void add_bytes(std::string_view bytes) {
        values_.push_back(bytes.data());
        lengths_.push_back(static_cast<int>(bytes.size()));
        formats_.push_back(binary);
    }

    std::vector<std::uint64_t> numbers_;
    std::vector<const char*> values_;
    std::vector<int> lengths_;
    std::vector<int> formats_;
};

Connection::Connection(const std::string& address, std::chrono::milliseconds longest_query) {
    const char* const keys[] = {"dbname", "application_name", "connect_timeout", "client_encoding", "keepalives_idle", "tcp_user_timeout",
                                nullptr};
    const char* const values[] = {address.c_str(), "lomwong", "5", "UTF8", "10", "10000", nullptr};
    handle_.reset(PQconnectdbParams(keys, values, 1));
    if (PQstatus(handle_.get()) != CONNECTION_OK) throw Gone(std::string("PostgreSQL cannot be reached: ") + PQerrorMessage(handle_.get()));
    PQsetNoticeReceiver(handle_.get(), ignore_notice, nullptr);
    script("SET statement_timeout = " + std::to_string(longest_query.count()) + "; SET idle_in_transaction_session_timeout = 60000");
}

Connection::~Connection() = default;

// An idle connection has nothing to say; if it has, the server has most likely said goodbye.
bool Connection::alive() {
    if (usable_ && readable(std::chrono::milliseconds(0)) && PQconsumeInput(handle_.get()) == 0) usable_ = false;
    return usable_ && PQstatus(handle_.get()) == CONNECTION_OK && PQtransactionStatus(handle_.get()) == PQTRANS_IDLE;
}

Statement& Connection::prepare(Sql sql, std::span<const Kind> kinds) {
    if (streaming_) throw Broken("a session was used again while its rows were being read");
    const char* text = sql.text(Engine::postgres);
    auto& known = prepared_[text];
    if (!known) known = prepare_as("s" + std::to_string(prepared_.size()), text, kinds);
    return *known;
}

std::unique_ptr<Statement> Connection::prepare_once(const std::string& text, std::span<const Kind> kinds) {
    return prepare_as("", text.c_str(), kinds);
}

std::unique_ptr<Statement> Connection::prepare_as(std::string name, const char* text, std::span<const Kind> kinds) {
    auto statement = std::make_unique<Prepared>(text, std::move(name));
    std::vector<Oid> types;
    for (const Kind kind : kinds) types.push_back(type_of(kind));
    check(Result(PQprepare(handle_.get(), statement->name.c_str(), text, static_cast<int>(types.size()), types.data())), text);
    const Result described(PQdescribePrepared(handle_.get(), statement->name.c_str()));
    check(described, text);
    for (int column = 0; column < PQnfields(described.get()); ++column) statement->columns.emplace_back(PQfname(described.get(), column));
    statement->parameters = static_cast<std::size_t>(PQnparams(described.get()));
    return statement;
}

std::int64_t Connection::execute(Statement& statement, std::span<const Parameter> parameters, Delivery delivery,
                                 const std::function<void(const Row&)>& take) {
    const auto& prepared = static_cast<const Prepared&>(statement);
    const Bound bound(parameters);
    if (delivery == Delivery::streamed) {
        stream(prepared, bound, take);
        return 0;
    }
    const Result result(
        PQexecPrepared(handle_.get(), prepared.name.c_str(), bound.count(), bound.values(), bound.lengths(), bound.formats(), 0));
    check(result, prepared.sql);
    for (ResultRow row(result.get()); row.number < PQntuples(result.get()); ++row.number) take(row);
    const std::string_view changed = PQcmdTuples(result.get());
    std::int64_t count = 0;
    if (!std::string_view(PQcmdStatus(result.get())).starts_with("SELECT"))
        std::from_chars(changed.data(), changed.data() + changed.size(), count);
    return count;
}

void Connection::stream(const Prepared& statement, const Bound& bound, const std::function<void(const Row&)>& take) {
    if (PQsendQueryPrepared(handle_.get(), statement.name.c_str(), bound.count(), bound.values(), bound.lengths(), bound.formats(), 0) == 0)
        refuse(nullptr, statement.sql);
    PQsetSingleRowMode(handle_.get());
    streaming_ = true;
    struct Drain {
        Connection& connection;
        ~Drain() { connection.drain(); }
    } const after{*this};
    while (const Result result{PQgetResult(handle_.get())}) {
        check(result, statement.sql);
        if (PQntuples(result.get()) == 1) take(ResultRow(result.get()));
    }
}

// Leaves nothing unread, also when the reader has thrown.
void Connection::drain() {
    streaming_ = false;
    Result rest(PQgetResult(handle_.get()));
    if (!rest) return;
    if (PGcancel* cancel = PQgetCancel(handle_.get())) {
        char error[256];
        PQcancel(cancel, error, sizeof error);
        PQfreeCancel(cancel);
    }
    while (rest) rest.reset(PQgetResult(handle_.get()));
}

void Connection::script(const std::string& text) {
    check(Result(PQexec(handle_.get(), text.c_str())), text);
}

bool Connection::wait_for_notice(std::chrono::milliseconds longest) {
    if (readable(longest) && PQconsumeInput(handle_.get()) == 0) refuse(nullptr, "LISTEN");
    bool any = false;
    while (PGnotify* notice = PQnotifies(handle_.get())) {
        PQfreemem(notice);
        any = true;
    }
    return any;
}

bool Connection::readable(std::chrono::milliseconds longest) const {
    pollfd socket{PQsocket(handle_.get()), POLLIN, 0};
    return poll(&socket, 1, static_cast<int>(longest.count())) > 0;
}

void Connection::check(const Result& result, std::string_view sql) {
    switch (PQresultStatus(result.get())) {
        case PGRES_COMMAND_OK:
        case PGRES_TUPLES_OK:
        case PGRES_SINGLE_TUPLE:
        case PGRES_EMPTY_QUERY:
            return;
        default:
            refuse(result.get(), sql);
    }
}

void Connection::refuse(const PGresult* result, std::string_view sql) {
    if (PQstatus(handle_.get()) != CONNECTION_OK) {
        usable_ = false;
        throw Gone(std::string("the connection to PostgreSQL is lost: ") + PQerrorMessage(handle_.get()));
    }
    const Refusal refusal(result, PQerrorMessage(handle_.get()), sql);
    usable_ = refusal.connection_stays_usable();
    refusal.raise();
}

}  // namespace db::postgres
