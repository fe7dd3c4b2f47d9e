#pragma once

#include <libpq-fe.h>

#include <string>
#include <string_view>

namespace db::postgres {

// What PostgreSQL answered instead of doing it, as one of db/errors.hpp. Codes: PostgreSQL's manual, appendix A.
class Refusal {
  public:
    Refusal(const PGresult* result, const char* connection_message, std::string_view sql);

    [[nodiscard]] bool connection_stays_usable() const;
    [[noreturn]] void raise() const;

  private:
    [[nodiscard]] bool is_any_of(std::initializer_list<std::string_view> codes) const;
    [[nodiscard]] std::string broken_columns() const;

    std::string code_;
    std::string message_;
    std::string detail_;
    std::string table_;
    std::string constraint_;
    std::string_view sql_;
};

}  // namespace db::postgres
