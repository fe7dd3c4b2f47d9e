#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace json {

// What a message needs to be helpful: {"max", "200"}.
struct Param {
    std::string name;
    std::string value;

    Param(std::string_view of, std::string_view is) : name(of), value(is) {}
    Param(std::string_view of, std::int64_t is) : name(of), value(std::to_string(is)) {}
    friend bool operator==(const Param&, const Param&) = default;
};
using Params = std::vector<Param>;

// One thing that is wrong: where (JSON Pointer, RFC 6901), what (a stable code), and the numbers for its message.
struct Error {
    std::string pointer;
    std::string code;
    Params params;
    friend bool operator==(const Error&, const Error&) = default;
};

// Everything that is wrong with one input. After `most` it stops listening: a hostile body must not cost more than its reading.
class Errors {
  public:
    static constexpr std::size_t most = 100;

    void add(std::string_view pointer, std::string_view code, Params params = {});
    bool empty() const { return list_.empty(); }
    bool full() const { return list_.size() >= most; }
    const std::vector<Error>& list() const { return list_; }

  private:
    std::vector<Error> list_;
};

}  // namespace json
