#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <ranges>

#include "goals/discretion/few.hpp"

namespace goals {

namespace {

CellTable table(const std::vector<std::vector<int>>& people) {
    CellTable table;
    table.reserve(people.size());
    for (const auto& row : people) {
        std::vector<Cell> cells;
        cells.reserve(row.size());
        for (const int number : row) cells.push_back({base::whole(number), is_few(base::whole(number))});
        table.push_back(std::move(cells));
    }
    return table;
}

// "9 . 7": what is hidden is a point.
std::string told(const std::vector<Cell>& row) {
    std::string text;
    for (const auto& cell : row) text += (text.empty() ? "" : " ") + (cell.hidden ? "." : base::to_text(*cell.people));
    return text;
}

std::string told_of(const std::vector<int>& row) {
    auto one = table({row});
    hide_what_tells(one);
    return told(one.front());
}

// Parts that add up, in both directions.
std::vector<std::vector<int>> random_people(std::mt19937& random) {
    std::uniform_int_distribution<std::size_t> size(1, 5);
    std::discrete_distribution<int> people{3, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    std::vector<std::vector<int>> rows(size(random) + 1, std::vector<int>(size(random) + 1));
    for (std::size_t row = 1; row < rows.size(); ++row)
        for (std::size_t place = 1; place < rows[row].size(); ++place) {
            rows[row].resize(rows[0].size());
            rows[row][place] = people(random);
            for (const auto& [r, p] : {std::pair(row, std::size_t{0}), {std::size_t{0}, place}, {std::size_t{0}, std::size_t{0}}})
                rows[r][p] += rows[row][place];
        }
    return rows;
}

// What somebody learns who fills in, again and again, the one number that a line lacks. Returns how many.
int learn(std::vector<std::vector<bool>> hidden) {
    int learnt = 0;
    const auto fill = [&](const auto& at, std::size_t length) {
        std::size_t unknown = 0;
        std::size_t last = 0;
        for (std::size_t i = 0; i < length; ++i)
            if (at(i)) ++unknown, last = i;
        if (length < 2 || unknown != 1) return false;
        at(last) = false;
        ++learnt;
        return true;
    };
    for (bool again = true; again;) {
        again = false;
        for (auto& row : hidden) again |= fill([&](std::size_t i) -> std::vector<bool>::reference { return row[i]; }, row.size());
        for (std::size_t place = 0; place < hidden[0].size(); ++place)
            again |= fill([&](std::size_t i) -> std::vector<bool>::reference { return hidden[i][place]; }, hidden.size());
    }
    return learnt;
}

}  // namespace

TEST(Few, one_to_four_people_are_few_and_nobody_is_not) {
    EXPECT_FALSE(is_few(base::whole(0)));
    EXPECT_TRUE(is_few({1}));
    EXPECT_TRUE(is_few(base::whole(4)));
    EXPECT_FALSE(is_few(base::whole(5)));
    EXPECT_FALSE(is_few(base::whole(-3)));
}

TEST(Few, where_one_group_is_hidden_the_next_smallest_is_hidden_too) {
    EXPECT_EQ(told_of({60, 3, 40, 17}), "60 . 40 .");
    EXPECT_EQ(told_of({60, 0, 43, 17}), "60 0 43 17");
    EXPECT_EQ(told_of({20, 3, 4, 13}), "20 . . 13");
}

TEST(Few, what_the_hidden_ones_come_to_is_not_few_either) {
    EXPECT_EQ(told_of({45, 1, 1, 30, 13}), "45 . . 30 .");
}

TEST(Few, a_zero_is_hidden_only_where_nothing_else_is_left) {
    EXPECT_EQ(told_of({9, 4, 0, 5}), "9 . 0 .");
    auto parts = table({{7}, {3}, {0}});
    hide_what_tells(parts);
    EXPECT_EQ(told(parts[1]) + told(parts[2]), "..");
}

TEST(Few, what_is_hidden_above_does_not_follow_from_what_is_below_it) {
    auto parts = table({{30}, {12}, {18}});
    parts[0][0].hidden = true;
    hide_what_tells(parts);
    EXPECT_EQ(told(parts[1]), ".");
    EXPECT_EQ(told(parts[2]), "18");
}

TEST(Few, areas_by_groups_give_nothing_away_in_either_direction) {
    auto parts = table({{60, 33, 27}, {20, 3, 17}, {22, 20, 2}, {18, 10, 8}});
    hide_what_tells(parts);
    EXPECT_EQ(told(parts[1]), "20 . .");
    EXPECT_EQ(told(parts[2]), "22 . .");
    EXPECT_EQ(told(parts[3]), "18 10 8");
}

// As a reader of a group's figures and of those of its areas meets them: first the line of the whole, then all of it.
CellTable hidden_in(const std::vector<std::vector<int>>& people) {
    auto cells = table(people);
    CellTable whole{cells.front()};
    hide_what_tells(whole);
    cells.front() = whole.front();
    hide_what_tells(cells);
    return cells;
}

std::vector<std::vector<bool>> marks_of(const CellTable& cells) {
    std::vector<std::vector<bool>> hidden;
    hidden.reserve(cells.size());
    for (const auto& row : cells) {
        auto& marks = hidden.emplace_back();
        for (const auto& cell : row) marks.push_back(cell.hidden);
    }
    return hidden;
}

TEST(Few, in_any_table_nothing_hidden_is_what_others_leave_of_a_total) {
    std::mt19937 random(2564);
    std::ptrdiff_t hidden_ones = 0;
    for (int round = 0; round < 3'000; ++round) {
        const auto cells = hidden_in(random_people(random));
        for (const auto& cell : std::views::join(cells)) EXPECT_TRUE(cell.hidden || !is_few(*cell.people));
        auto hidden = marks_of(cells);
        for (const auto& row : hidden) hidden_ones += std::ranges::count(row, true);
        EXPECT_EQ(learn(hidden), 0) << "round " << round;
    }
    EXPECT_GT(hidden_ones, 1'000);
}

}  // namespace goals
