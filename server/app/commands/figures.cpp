#include <iostream>

#include "app/commands/commands.hpp"
#include "app/counted/sources.hpp"
#include "app/wiring.hpp"
#include "base/json/json.hpp"
#include "goals/goals.hpp"

// Figures from the command line, and the proof that they are right.
namespace app {

namespace {

// A number, or null: these names and these nulls are what programs of others rely on.
template <class T>
json::Raw or_null(const std::optional<T>& number) {
    return {number ? json::write(*number) : "null"};
}

struct FigureLine {
    json::Raw value;
    json::Raw numerator;
    json::Raw denominator;
    std::int64_t reported{};
    json::Raw expected;
};
BOOST_DESCRIBE_STRUCT(FigureLine, (), (value, numerator, denominator, reported, expected))

void print(const goals::FiguresReply& reply) {
    const auto& figure = reply.whole.figure;
    std::cout << reply.indicator << ", " << reply.whole.title << ", " << reply.period_title << ": "
              << (figure.value ? base::to_text(*figure.value) : "no value") << '\n';
    std::cout << figure.reported << " reported" << (figure.expected ? " of " + std::to_string(*figure.expected) : "") << '\n';
    if (figure.over)
        std::cout << "from " << figure.periods_there << " of " << figure.periods << " periods (" << base::name_of(*figure.over) << ")\n";
}

}  // namespace

int print_figure(const Config& config, const FigureOrder& order) {
    Installation installation{config};
    installation.bring_up_to_date();
    auto lease = installation.database->read();
    goals::FigureWish wish{order.indicator, order.area, order.period, {}, {}};
    if (!order.group.empty()) wish.group = order.group;
    const auto reply = goals::read_figures(*lease, {.person = {}, .administrator = true}, wish, base::Language::en, goals::Reader::system);
    const auto& figure = reply.whole.figure;
    if (order.as_json)
        std::cout << json::write(FigureLine{or_null(figure.value), or_null(figure.numerator), or_null(figure.denominator), figure.reported,
                                            or_null(figure.expected)})
                  << '\n';
    else
        print(reply);
    return 0;
}

int verify_rollups(const Config& config) {
    Installation installation{config};
    installation.bring_up_to_date();
    const auto verdict = goals::verify_rollups(*installation.database);
    for (const auto& wrong : verdict.wrong) std::cout << goals::describe(wrong) << '\n';
    std::cout << verdict.series << " series, " << verdict.figures << " figures; "
              << (verdict.whole() ? "all are what their values make them\n" : std::to_string(verdict.wrong.size()) + " are wrong\n");
    const auto miscounted = goals::list_wrong_counts(*installation.database, sources_of_counts());
    for (const auto& wrong : miscounted.wrong) std::cout << goals::describe(wrong) << '\n';
    if (miscounted.behind > 0)
        std::cout << miscounted.behind << " events wait to be counted: start the server once, then verify what it counts\n";
    if (!miscounted.wrong.empty()) std::cout << miscounted.wrong.size() << " that Lomwong counts itself are not what it counts now\n";
    return verdict.whole() && miscounted.wrong.empty() ? 0 : 1;
}

}  // namespace app
