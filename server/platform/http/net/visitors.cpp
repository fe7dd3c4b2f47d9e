#include "http/net/visitors.hpp"

#include <utility>

#include "base/network.hpp"

namespace http::net {

std::optional<Visitors::Visit> Visitors::welcome(const std::string& address) {
    auto network = base::network_of(address);
    {
        const std::lock_guard lock{mutex_};
        auto& connections = connections_[network];
        if (connections >= most_of_one_) return std::nullopt;
        ++connections;
    }
    return std::optional<Visit>{std::in_place, *this, std::move(network)};
}

std::size_t Visitors::count() const {
    const std::lock_guard lock{mutex_};
    return connections_.size();
}

void Visitors::forget(const std::string& network) {
    const std::lock_guard lock{mutex_};
    const auto at = connections_.find(network);
    if (--at->second == 0) connections_.erase(at);
}

Visitors::Visit::Visit(Visit&& other) noexcept : visitors_{std::exchange(other.visitors_, nullptr)}, network_{std::move(other.network_)} {}

Visitors::Visit& Visitors::Visit::operator=(Visit&& other) noexcept {
    std::swap(visitors_, other.visitors_);
    std::swap(network_, other.network_);
    return *this;
}

Visitors::Visit::~Visit() {
    if (visitors_ != nullptr) visitors_->forget(network_);
}

}  // namespace http::net
