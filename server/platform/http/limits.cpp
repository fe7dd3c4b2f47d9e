#include "http/limits.hpp"

#include <sodium.h>
#include <xxhash.h>

#include <chrono>

#include "base/network.hpp"
#include "http/call.hpp"
#include "http/problem.hpp"

namespace http {

static std::uint64_t random_number() {
    std::uint64_t number{};
    randombytes_buf(&number, sizeof number);
    return number;
}

static std::string writer_of(const Call& call) {
    return call.viewer().is_guest() ? base::network_of(call.request().peer) : "person " + std::to_string(call.person().value);
}

std::optional<std::int64_t> Allowances::of(WriteKind kind) const {
    const auto an_hour = an_hour_[static_cast<std::size_t>(kind)];
    return an_hour > 0 ? std::optional{an_hour} : std::nullopt;
}

Limiter::Limiter(const Allowances& allowances) : allowances_(allowances), secret_(random_number()) {}

std::uint64_t Limiter::place_of(WriteKind kind, std::string_view who) const {
    return XXH3_64bits_withSeed(who.data(), who.size(), secret_ + static_cast<std::uint64_t>(kind));
}

void Limiter::refuse_if(std::chrono::milliseconds wait, WriteKind kind) {
    if (wait.count() == 0) return;
    ++refused_[static_cast<std::size_t>(kind)];
    throw Problem(429, "many_writes", {{"seconds", std::chrono::ceil<std::chrono::seconds>(wait).count()}});
}

void Limiter::count(WriteKind kind, std::string_view who, std::int64_t an_hour, base::Instant now) {
    std::chrono::milliseconds wait{};
    {
        const std::lock_guard lock(mutex_);
        wait = pace_.take(place_of(kind, who), an_hour, now);
    }
    refuse_if(wait, kind);
}

void Limiter::require_open(WriteKind kind, std::string_view who, std::int64_t an_hour, base::Instant now) {
    std::chrono::milliseconds wait{};
    {
        const std::lock_guard lock(mutex_);
        wait = pace_.wait(place_of(kind, who), an_hour, now);
    }
    refuse_if(wait, kind);
}

static std::optional<std::int64_t> allowance_of(const Call& call, WriteKind kind) {
    const auto* limiter = call.services().equipment.find<Limiter>();
    return limiter ? limiter->allowances().of(kind) : std::nullopt;
}

void count_write(const Call& call, WriteKind kind) {
    if (const auto an_hour = allowance_of(call, kind)) count_write(call, kind, *an_hour);
}

void require_write_open(const Call& call, WriteKind kind) {
    if (const auto an_hour = allowance_of(call, kind))
        call.services().equipment.find<Limiter>()->require_open(kind, writer_of(call), *an_hour, call.now());
}

void count_write(const Call& call, WriteKind kind, std::int64_t an_hour) {
    if (auto* limiter = call.services().equipment.find<Limiter>()) limiter->count(kind, writer_of(call), an_hour, call.now());
}

}  // namespace http
