#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "areas/geometry/simplify.hpp"

namespace areas {

namespace {

// A country of rows and columns, whose borders wander between the corners where four areas meet.
class Country {
  public:
    static constexpr int side = 3;
    static constexpr std::int32_t width = 1'000;
    static constexpr int bends = 5;

    static Country any() {
        Country country;
        for (int y = 0; y < side; ++y)
            for (int x = 0; x < side; ++x) country.shapes.push_back({{country.ring(x, y)}});
        return country;
    }

    std::vector<Shape> shapes;

  private:
    using Edge = std::pair<Spot, Spot>;

    // From one corner to the next, always the same way whoever asks.
    Line border(Spot from, Spot to) {
        if (to < from) {
            auto line = border(to, from);
            std::ranges::reverse(line);
            return line;
        }
        auto [known, is_new] = borders_.try_emplace({from, to});
        if (is_new) known->second = wandering(from, to);
        return known->second;
    }
    static Line wandering(Spot from, Spot to) {
        Line line{from};
        for (int i = 1; i < bends; ++i) {
            const auto off = *rc::gen::inRange(-80, 80);
            const bool is_level = from.y == to.y;
            const auto step = width * i / bends;
            line.push_back(is_level ? Spot{from.x + step, from.y + off} : Spot{from.x + off, from.y + step});
        }
        line.push_back(to);
        return line;
    }
    Line ring(std::int32_t x, std::int32_t y) {
        const Spot corners[]{
            {x * width, y * width}, {(x + 1) * width, y * width}, {(x + 1) * width, (y + 1) * width}, {x * width, (y + 1) * width}};
        Line line;
        for (std::size_t i = 0; i < 4; ++i) {
            const auto part = border(corners[i], corners[(i + 1) % 4]);
            line.insert(line.end(), part.begin() + (line.empty() ? 0 : 1), part.end());
        }
        return line;
    }

    std::map<Edge, Line> borders_;
};

std::map<std::pair<Spot, Spot>, int> edges_of(const Topology& topology) {
    std::map<std::pair<Spot, Spot>, int> edges;
    for (const auto& shape : topology.shapes)
        for (const auto& polygon : shape_of(topology, shape))
            for (const auto& ring : polygon)
                for (std::size_t i = 0; i + 1 < ring.size(); ++i) ++edges[std::minmax(ring[i], ring[i + 1])];
    return edges;
}

const Line square{{0, 0}, {100, 0}, {100, 100}, {0, 100}, {0, 0}};

}  // namespace

TEST(geometry, cut_into_arcs_and_put_together_again_nothing_is_lost) {
    EXPECT_TRUE(rc::check([] {
        const auto country = Country::any();
        const auto topology = topology_of(country.shapes);
        RC_ASSERT(topology.shapes.size() == country.shapes.size());
        for (std::size_t i = 0; i < country.shapes.size(); ++i) {
            const auto again = shape_of(topology, topology.shapes[i]);
            RC_ASSERT(std::abs(area_of(again[0][0]) - area_of(country.shapes[i][0][0])) < 1e-6);
            RC_ASSERT(again[0][0].size() == country.shapes[i][0][0].size());
        }
    }));
}

TEST(geometry, a_border_that_two_share_is_one_arc_and_stays_shared_however_much_is_left_out) {
    EXPECT_TRUE(rc::check([] {
        const auto country = Country::any();
        const auto weight = *rc::gen::inRange(0, 2'000'000);
        const auto topology = simplified(topology_of(country.shapes), weight);
        // Each edge inside is passed by two, at the rim by one: nothing overlaps and nothing gapes.
        double whole = 0;
        for (const auto& shape : topology.shapes) {
            RC_ASSERT(shape.size() == 1u);
            whole += area_of(ring_of(topology, shape[0][0]));
        }
        Line rim;
        for (const auto& [edge, passes] : edges_of(topology)) RC_ASSERT(passes <= 2);
        std::map<std::int32_t, int> uses;
        for (const auto& shape : topology.shapes)
            for (const auto arc : shape[0][0]) ++uses[arc < 0 ? ~arc : arc];
        const auto shared = std::ranges::count_if(uses, [](const auto& use) { return use.second == 2; });
        RC_ASSERT(shared == 2 * Country::side * (Country::side - 1));
        RC_ASSERT(whole > 0);
    }));
}

// budget: each RC_ASSERT is a page of code to a machine
TEST(geometry, no_ring_falls_below_four_spots_and_outer_rings_run_against_the_clock) {
    EXPECT_TRUE(rc::check([] {
        const auto country = Country::any();
        const auto topology = simplified(topology_of(country.shapes), *rc::gen::inRange(0, 100'000'000));
        for (const auto& shape : topology.shapes) {
            RC_ASSERT(!shape.empty());
            for (const auto& polygon : shape_of(topology, shape)) {
                RC_ASSERT(polygon.front().size() >= least_in_ring);
                RC_ASSERT(polygon.front().front() == polygon.front().back());
                RC_ASSERT(area_of(polygon.front()) != 0);
            }
        }
    }));
}

TEST(geometry, what_is_kept_in_the_database_is_read_again_as_it_was) {
    EXPECT_TRUE(rc::check([] {
        const auto country = Country::any();
        for (const auto& shape : country.shapes) RC_ASSERT(unpacked(packed(shape)) == shape);
    }));
}

TEST(geometry, bytes_that_are_no_shape_are_refused_or_are_one) {
    EXPECT_TRUE(rc::check([](const std::string& bytes) {
        if (const auto shape = unpacked(bytes)) RC_ASSERT(count_spots(*shape) <= bytes.size() + 2 * bytes.size());
    }));
}

TEST(geometry, the_more_is_left_out_the_fewer_spots_there_are_and_a_light_one_goes_first) {
    const Line line{{0, 0}, {50, 1}, {100, 0}, {100, 100}, {40, 60}, {0, 100}, {0, 0}};
    const std::vector<Shape> shapes{{{line}}};
    const auto some = simplified(topology_of(shapes), 100);
    EXPECT_EQ(ring_of(some, some.shapes[0][0][0]).size(), 6u);
    const auto all = simplified(topology_of(shapes), 1e9);
    EXPECT_EQ(ring_of(all, all.shapes[0][0][0]).size(), least_in_ring);
}

TEST(geometry, an_enclave_and_the_hole_around_it_are_the_same_border) {
    Line hole{{30, 30}, {30, 60}, {60, 60}, {60, 30}, {30, 30}};
    Line inside{{60, 30}, {60, 60}, {30, 60}, {30, 30}, {60, 30}};
    const std::vector<Shape> shapes{{{square, hole}}, {{inside}}};
    for (const double weight : {0.0, 1e9}) {
        const auto topology = simplified(topology_of(shapes), weight);
        EXPECT_EQ(topology.arcs.size(), 2u);
        ASSERT_EQ(topology.shapes[0][0].size(), 2u) << "the hole stays, or the enclave would be painted over";
        EXPECT_EQ(topology.shapes[0][0][1][0], ~topology.shapes[1][0][0][0]);
    }
}

TEST(geometry, islands_go_before_the_mainland_does) {
    Line island{{200, 200}, {203, 200}, {203, 203}, {200, 203}, {200, 200}};
    const std::vector<Shape> shapes{{{island}, {square}}};
    const auto topology = simplified(topology_of(shapes), 50);
    ASSERT_EQ(topology.shapes[0].size(), 1u);
    EXPECT_EQ(area_of(ring_of(topology, topology.shapes[0][0][0])), 10'000);
}

TEST(geometry, rings_are_closed_turned_the_right_way_and_dropped_when_they_enclose_nothing) {
    Line clockwise(square.rbegin(), square.rend());
    clockwise.pop_back();
    const auto tidy = tidied({{clockwise, {{1, 1}, {2, 2}, {1, 1}}}, {{{5, 5}, {5, 5}, {5, 5}, {5, 5}}}});
    ASSERT_EQ(tidy.size(), 1u);
    ASSERT_EQ(tidy[0].size(), 1u);
    EXPECT_EQ(area_of(tidy[0][0]), 10'000);
    EXPECT_EQ(tidy[0][0].front(), tidy[0][0].back());
}

}  // namespace areas
