#include <exception>
#include <iostream>

#include "app/command_line.hpp"

int main(int argc, char** argv) {
    try {
        return app::run(argc, argv);
    } catch (const std::exception& error) {
        std::cerr << "lomwong: " << error.what() << '\n';
        return 1;
    }
}
