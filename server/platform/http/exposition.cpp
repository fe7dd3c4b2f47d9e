#include "http/exposition.hpp"

#include <fmt/format.h>

#include <iterator>

namespace http {

static void write_value(std::string& text, std::string_view value) {
    for (const char c : value) {
        if (c == '\\' || c == '"') text += '\\';
        if (c == '\n')
            text += "\\n";
        else
            text += c;
    }
}

std::string Exposition::write_labels(Labels labels) {
    std::string written;
    for (const auto& [name, value] : labels) {
        written += written.empty() ? "{" : ",";
        written.append(name).append("=\"");
        write_value(written, value);
        written += '"';
    }
    return written.empty() ? written : written + '}';
}

void Exposition::begin(std::string_view name, std::string_view type, std::string_view help) {
    fmt::format_to(std::back_inserter(text_), "# HELP {0} {2}\n# TYPE {0} {1}\n", name, type, help);
}

void Exposition::add(std::string_view name, Labels labels, std::uint64_t value) {
    fmt::format_to(std::back_inserter(text_), "{}{} {}\n", name, write_labels(labels), value);
}

void Exposition::add(std::string_view name, Labels labels, double value) {
    add_written(name, write_labels(labels), value);
}

void Exposition::add_written(std::string_view name, std::string_view written, double value) {
    fmt::format_to(std::back_inserter(text_), "{}{} {}\n", name, written, value);
}

}  // namespace http
