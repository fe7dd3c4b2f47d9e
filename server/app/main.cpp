#include <exception>
#include <iostream>

#include "app/command_line.hpp"
#include "base/locale.hpp"
#include "http/problem.hpp"

namespace {

// The same words that a form would show beside its fields.
void tell(const http::Problem& problem) {
    constexpr auto language = base::Language::en;
    std::cerr << "lomwong: " << http::message(problem, language) << '\n';
    for (const auto& error : problem.errors().list())
        std::cerr << "  " << error.pointer << ": " << base::say(language, "problem_" + error.code, error.params) << '\n';
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return app::run(argc, argv);
    } catch (const http::Problem& problem) {
        tell(problem);
    } catch (const std::exception& error) {
        std::cerr << "lomwong: " << error.what() << '\n';
    }
    return 1;
}
