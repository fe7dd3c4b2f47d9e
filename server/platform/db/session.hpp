#pragma once

#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "base/ids.hpp"
#include "base/time.hpp"
#include "db/connection.hpp"
#include "db/id_source.hpp"
#include "db/row.hpp"

namespace db {

// Asks the database. T is a described struct, whose members are the statement's columns by name, or one value.
// One thread at a time; each statement sees its own moment, except inside a Tx.
class Session {
  public:
    explicit Session(Connection& connection) : connection_(connection) {}

    // Exactly one row, else NotOne.
    template <Readable T, Scalar... A>
    T one(Sql sql, const A&... values) {
        auto found = find<T>(sql, values...);
        if (!found) refuse_count(sql, "no row");
        return *std::move(found);
    }

    // One row or none; several are NotOne.
    template <Readable T, Scalar... A>
    std::optional<T> find(Sql sql, const A&... values) {
        std::optional<T> found;
        fetch<T>(
            sql, Delivery::at_once,
            [&](T&& row) {
                if (found) refuse_count(sql, "several rows");
                found = std::move(row);
            },
            values...);
        return found;
    }

    template <Readable T, Scalar... A>
    std::vector<T> all(Sql sql, const A&... values) {
        std::vector<T> rows;
        const auto take = [&](T&& row) {
            if (rows.size() == 1) rows.reserve(32);  // more than one is a list: no growing in small steps
            rows.push_back(std::move(row));
        };
        fetch<T>(sql, Delivery::at_once, take, values...);
        return rows;
    }

    // Hands over row after row without holding them all. `take(T)` must not use this session.
    template <Readable T, class F, Scalar... A>
    void each(Sql sql, F&& take, const A&... values) {
        fetch<T>(sql, Delivery::streamed, take, values...);
    }

    [[nodiscard]] Engine engine() const { return connection_.engine(); }

  protected:
    template <Scalar... A>
    std::int64_t execute(Sql sql, const A&... values) {
        const std::array<Parameter, sizeof...(A)> parameters{parameter(values)...};
        return connection_.execute(prepare<A...>(sql), parameters, Delivery::at_once, [](const Row&) {});
    }

  private:
    template <Readable T, class F, Scalar... A>
    void fetch(Sql sql, Delivery delivery, F&& take, const A&... values) {
        Statement& statement = prepare<A...>(sql);
        plan<T>(statement);
        const std::array<Parameter, sizeof...(A)> parameters{parameter(values)...};
        connection_.execute(statement, parameters, delivery, [&](const Row& row) { take(read_row<T>(row, statement.plan)); });
    }

    template <Scalar... A>
    Statement& prepare(Sql sql) {
        static constexpr std::array<Kind, sizeof...(A)> kinds{kind_of<A>()...};
        Statement& statement = connection_.prepare(sql, kinds);
        if (statement.parameters != kinds.size()) refuse_parameters(statement, kinds.size());
        return statement;
    }

    [[noreturn]] static void refuse_parameters(const Statement& statement, std::size_t given);
    [[noreturn]] void refuse_count(Sql sql, std::string_view found) const;

    Connection& connection_;
};

// A session that may change things, all or nothing. Exists only inside Database::write.
class Tx : public Session {
  public:
    Tx(Connection& connection, IdSource& ids, base::Instant now) : Session(connection), ids_(ids), now_(now) {}

    // Rows changed.
    template <Scalar... A>
    std::int64_t run(Sql sql, const A&... values) {
        return execute(sql, values...);
    }

    template <class Id>
    Id new_id() {
        return Id{ids_.next()};
    }

    // The moment of this write: the same for all of it.
    [[nodiscard]] base::Instant now() const { return now_; }

  private:
    IdSource& ids_;
    base::Instant now_;
};

}  // namespace db
