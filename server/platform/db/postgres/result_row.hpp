#pragma once

#include <libpq-fe.h>

#include <string>
#include <string_view>

#include "db/value.hpp"

namespace db::postgres {

// A row of a result in text form; numbers of any PostgreSQL type read alike that way (count, sum, bigint).
class ResultRow final : public Row {
  public:
    explicit ResultRow(const PGresult* result) : result_(result) {}

    [[nodiscard]] bool is_null(int column) const override { return PQgetisnull(result_, number, column) == 1; }
    [[nodiscard]] std::int64_t integer(int column) const override;
    [[nodiscard]] double real(int column) const override;
    [[nodiscard]] std::string_view text(int column) const override {
        if (is_null(column)) refuse_null(*this, column);
        return {PQgetvalue(result_, number, column), static_cast<std::size_t>(PQgetlength(result_, number, column))};
    }
    [[nodiscard]] std::string blob(int column) const override;
    [[nodiscard]] std::string column_name(int column) const override { return PQfname(result_, column); }

    int number = 0;

  private:
    const PGresult* result_;
};

}  // namespace db::postgres
