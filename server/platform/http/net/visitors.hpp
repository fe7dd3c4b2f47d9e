#pragma once

#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

namespace http::net {

// How many connections each visitor has at once. From any network thread.
class Visitors {
  public:
    explicit Visitors(std::size_t most_of_one) : most_of_one_{most_of_one} {}

    // Counts as long as it lives.
    class Visit {
      public:
        Visit(Visitors& visitors, std::string network) : visitors_{&visitors}, network_{std::move(network)} {}
        Visit(Visit&& other) noexcept;
        Visit& operator=(Visit&& other) noexcept;
        Visit(const Visit&) = delete;
        Visit& operator=(const Visit&) = delete;
        ~Visit();

      private:
        Visitors* visitors_;
        std::string network_;
    };

    // Nothing for who has as many as there may be. Who shares an address, or a /64, is one visitor.
    std::optional<Visit> welcome(const std::string& address);
    std::size_t count() const;  // visitors who have any

  private:
    void forget(const std::string& network);

    const std::size_t most_of_one_;
    mutable std::mutex mutex_;
    std::unordered_map<std::string, std::size_t> connections_;  // no entry is zero
};

}  // namespace http::net
