#include "areas/geometry/shape.hpp"

#include <algorithm>
#include <limits>
#include <ranges>

namespace areas {

double area_of(const Line& ring) {
    double twice = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const double ax = static_cast<double>(ring[i].x) - ring.front().x;
        const double ay = static_cast<double>(ring[i].y) - ring.front().y;
        const double bx = static_cast<double>(ring[i + 1].x) - ring.front().x;
        const double by = static_cast<double>(ring[i + 1].y) - ring.front().y;
        twice += ax * by - bx * ay;
    }
    return twice / 2;
}

namespace {

enum class Run : std::uint8_t { with_the_clock, against_the_clock };

// False for a ring that encloses nothing.
bool tidy_ring(Line& ring, Run run) {
    const auto doubled = std::ranges::unique(ring);
    ring.erase(doubled.begin(), doubled.end());
    if (ring.empty()) return false;
    if (ring.front() != ring.back()) ring.push_back(ring.front());
    const auto area = area_of(ring);
    if (ring.size() < least_in_ring || area == 0) return false;
    if ((area > 0) != (run == Run::against_the_clock)) std::ranges::reverse(ring);
    return true;
}

Polygon tidied_polygon(Polygon polygon) {
    Polygon kept;
    for (auto& ring : polygon) {
        const bool is_outer = &ring == &polygon.front();
        if (tidy_ring(ring, is_outer ? Run::against_the_clock : Run::with_the_clock))
            kept.push_back(std::move(ring));
        else if (is_outer)
            return {};
    }
    return kept;
}

}  // namespace

Shape tidied(Shape shape) {
    Shape kept;
    for (auto& polygon : shape) {
        auto tidy = tidied_polygon(std::move(polygon));
        if (!tidy.empty()) kept.push_back(std::move(tidy));
    }
    return kept;
}

std::size_t count_spots(const Shape& shape) {
    std::size_t count = 0;
    for (const auto& polygon : shape)
        for (const auto& ring : polygon) count += ring.size();
    return count;
}

namespace {

constexpr std::uint64_t more = 0x80;
constexpr std::uint64_t seven_bits = 0x7F;
constexpr int bits_a_byte = 7;
constexpr int most_shift = 63;

class Packer {
  public:
    void put(std::uint64_t number) {
        for (; number >= more; number >>= bits_a_byte) bytes_ += static_cast<char>((number & seven_bits) | more);
        bytes_ += static_cast<char>(number);
    }
    // Small steps either way stay small.
    void put_step(std::int64_t step) { put((static_cast<std::uint64_t>(step) << 1U) ^ static_cast<std::uint64_t>(step >> most_shift)); }
    void put_ring(const Line& ring) {
        put(ring.size() - 1);
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            put_step(std::int64_t{ring[i].x} - last_.x);
            put_step(std::int64_t{ring[i].y} - last_.y);
            last_ = ring[i];
        }
    }
    std::string take() { return std::move(bytes_); }

  private:
    std::string bytes_;
    Spot last_;
};

class Unpacker {
  public:
    explicit Unpacker(std::string_view bytes) : bytes_(bytes) {}

    Shape shape() {
        Shape shape;
        for (auto polygons = count(); polygons > 0 && !broken_; --polygons) {
            auto& polygon = shape.emplace_back();
            for (auto rings = count(); rings > 0 && !broken_; --rings) polygon.push_back(ring());
        }
        return shape;
    }
    [[nodiscard]] bool is_whole() const { return !broken_ && at_ == bytes_.size(); }

  private:
    std::uint64_t number() {
        std::uint64_t number = 0;
        for (int shift = 0; shift < most_shift; shift += bits_a_byte) {
            if (at_ == bytes_.size()) break;
            const auto byte = static_cast<unsigned char>(bytes_[at_++]);
            number |= (byte & seven_bits) << static_cast<unsigned>(shift);
            if ((byte & more) == 0) return number;
        }
        broken_ = true;
        return 0;
    }
    // Each thing takes a byte at least: more than there are bytes is no count.
    std::uint64_t count() {
        const auto count = number();
        if (count > bytes_.size() - at_) broken_ = true;
        return broken_ ? 0 : count;
    }
    std::int32_t moved(std::int32_t from) {
        const auto coded = number();
        const auto to = from + (static_cast<std::int64_t>(coded >> 1U) ^ -static_cast<std::int64_t>(coded & 1U));
        if (to < std::numeric_limits<std::int32_t>::min() || to > std::numeric_limits<std::int32_t>::max()) broken_ = true;
        return broken_ ? 0 : static_cast<std::int32_t>(to);
    }
    Line ring() {
        Line ring;
        for (auto spots = count(); spots > 0 && !broken_; --spots) {
            last_ = {moved(last_.x), moved(last_.y)};
            ring.push_back(last_);
        }
        if (!ring.empty()) ring.push_back(ring.front());
        return ring;
    }

    std::string_view bytes_;
    std::size_t at_ = 0;
    Spot last_;
    bool broken_ = false;
};

}  // namespace

std::string packed(const Shape& shape) {
    Packer packer;
    packer.put(shape.size());
    for (const auto& polygon : shape) {
        packer.put(polygon.size());
        for (const auto& ring : polygon) packer.put_ring(ring);
    }
    return packer.take();
}

std::optional<Shape> unpacked(std::string_view bytes) {
    Unpacker unpacker(bytes);
    auto shape = unpacker.shape();
    return unpacker.is_whole() ? std::optional(std::move(shape)) : std::nullopt;
}

}  // namespace areas
