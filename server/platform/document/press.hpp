#pragma once

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "document/fonts.hpp"

namespace document {

// Lays documents out, a few at once: the thread that asks does the work, with fonts that wait here between two of them. Any thread.
class Press {
  public:
    struct Options {
        std::size_t at_once = 2;  // documents in the making
        std::size_t waiting = 4;  // threads that wait for their turn
        std::chrono::seconds patience{20};
    };
    Press();
    explicit Press(const Options& options);

    // Nothing when too many wait already, or the wait took too long.
    std::optional<std::string> pdf(const Document& document);

    // The font that papers are set in; nothing: none is installed, and pdf() will throw.
    const std::optional<std::string>& font() const { return font_; }

  private:
    std::unique_ptr<Fonts> take();
    void give_back(std::unique_ptr<Fonts> fonts);

    const Options options_;
    std::mutex mutex_;
    std::condition_variable free_;
    std::vector<std::unique_ptr<Fonts>> fonts_;
    std::size_t waiting_ = 0;
    std::optional<std::string> font_;
};

}  // namespace document
