#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace http {

// Figures in the text form of Prometheus (version 0.0.4): a family's head, then its samples. Whole numbers stay whole.
class Exposition {
  public:
    using Label = std::pair<std::string_view, std::string_view>;
    using Labels = std::initializer_list<Label>;
    static constexpr std::string_view content_type = "text/plain; version=0.0.4";

    // `type` is counter, gauge or histogram. All samples of a family follow its head.
    void begin(std::string_view name, std::string_view type, std::string_view help);
    // `name` is the family's, with _bucket, _sum or _count behind it in a histogram.
    void add(std::string_view name, Labels labels, std::uint64_t value);
    void add(std::string_view name, Labels labels, double value);
    // `written` as write_labels makes it.
    void add_written(std::string_view name, std::string_view written, double value);
    static std::string write_labels(Labels labels);

    const std::string& text() const { return text_; }

  private:
    std::string text_;
};

}  // namespace http
